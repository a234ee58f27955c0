//! Certificates pinned at first use. Home devices sign their own, so no authority is ever asked, and the system's
//! verifier is never touched.

use std::sync::Arc;

use rustls::client::Resumption;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{CertificateError, ClientConfig, DigitallySignedStruct, OtherError, SignatureScheme};

use super::{LocalAddr, Trouble};

mod pins;

pub use pins::{Changed, Fingerprint, NoFingerprint, Pins};

/// The certificate is another one than at first use. Travels inside rustls' error to where troubles are named.
#[derive(Debug, thiserror::Error)]
#[error("certificate changed")]
pub(super) struct Refused;

fn changed() -> rustls::Error {
    CertificateError::Other(OtherError(Arc::new(Refused))).into()
}

/// A client configuration for one address: TLS 1.2 and 1.3 on ring, any certificate at first use, then only that one.
pub(super) fn config(pins: Arc<Pins>, at: LocalAddr) -> Result<ClientConfig, Trouble> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let verifier = Arc::new(OneHost { pins, at, provider: provider.clone() });
    let builder = ClientConfig::builder_with_provider(provider)
        .with_protocol_versions(&[&rustls::version::TLS13, &rustls::version::TLS12])
        .map_err(|_| Trouble::Tls)?;
    let mut config = builder.dangerous().with_custom_certificate_verifier(verifier).with_no_client_auth();
    // A resumed session shows no certificate: each handshake is to be compared.
    config.resumption = Resumption::disabled();
    Ok(config)
}

/// Knows the port too, which rustls does not tell a verifier: one per address.
#[derive(Debug)]
struct OneHost {
    pins: Arc<Pins>,
    at: LocalAddr,
    provider: Arc<CryptoProvider>,
}

impl OneHost {
    /// Pinned only once the device has proven that it holds the key: else anybody could spoil the first use with a
    /// foreign certificate.
    fn proven(
        &self,
        cert: &CertificateDer<'_>,
        proof: HandshakeSignatureValid,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        if self.pins.pin(self.at, Fingerprint::of(cert)) { Ok(proof) } else { Err(changed()) }
    }
}

impl ServerCertVerifier for OneHost {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _server_name: &ServerName<'_>,
        _ocsp_response: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        if self.pins.allows(self.at, Fingerprint::of(end_entity)) {
            Ok(ServerCertVerified::assertion())
        } else {
            Err(changed())
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let proof =
            verify_tls12_signature(message, cert, dss, &self.provider.signature_verification_algorithms)?;
        self.proven(cert, proof)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let proof =
            verify_tls13_signature(message, cert, dss, &self.provider.signature_verification_algorithms)?;
        self.proven(cert, proof)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}
