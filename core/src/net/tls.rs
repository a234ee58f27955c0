//! Certificates pinned at first use. Home devices sign their own, so no authority is ever asked, and the system's
//! verifier is never touched.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rustls::client::Resumption;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{CertificateError, ClientConfig, DigitallySignedStruct, OtherError, SignatureScheme};
use sha2::{Digest, Sha256};

use super::{LocalAddr, Trouble};

/// The SHA-256 of a device's end-entity certificate (DER).
type Print = [u8; 32];

/// Certificates seen at first use, by address and port. A device that shows another one is refused until
/// [`Pins::forget`] says that the person agreed.
#[derive(Debug, Default)]
pub struct Pins {
    known: Mutex<BTreeMap<String, Print>>,
}

/// The certificate is another one than at first use. Travels inside rustls' error to where troubles are named.
#[derive(Debug, thiserror::Error)]
#[error("certificate changed")]
pub(super) struct Changed;

impl Pins {
    /// None known.
    pub fn new() -> Self {
        Self::default()
    }

    /// All pins as (`address:port`, SHA-256 in lower-case hex), in stable order. Public values, but they tell which
    /// addresses a home has: kept only beside the saved session.
    pub fn export(&self) -> Vec<(String, String)> {
        let hex = |print: &Print| print.iter().map(|b| format!("{b:02x}")).collect();
        self.lock().iter().map(|(host, print)| (host.clone(), hex(print))).collect()
    }

    /// Takes pins over; what is no local address with a port or no SHA-256 is left out, what is known already stays.
    pub fn import<'a>(&self, pins: impl IntoIterator<Item = (&'a str, &'a str)>) {
        let mut known = self.lock();
        for (host, hex) in pins {
            let local = host.parse().is_ok_and(|addr| LocalAddr::new(addr).is_ok());
            if let (true, Some(print)) = (local, from_hex(hex)) {
                known.entry(host.to_owned()).or_insert(print);
            }
        }
    }

    /// Whether HTTPS answered at this address before.
    pub fn knows(&self, at: LocalAddr) -> bool {
        self.lock().contains_key(&key(at))
    }

    /// Forgets an address, after the person agreed to its new certificate.
    pub fn forget(&self, at: LocalAddr) {
        self.lock().remove(&key(at));
    }

    fn differs(&self, host: &str, print: &Print) -> bool {
        self.lock().get(host).is_some_and(|known| known != print)
    }

    fn pin(&self, host: &str, print: Print) -> Result<(), rustls::Error> {
        let mut known = self.lock();
        let first = known.entry(host.to_owned()).or_insert(print);
        if *first == print { Ok(()) } else { Err(changed()) }
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, Print>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn key(at: LocalAddr) -> String {
    at.get().to_string()
}

fn from_hex(hex: &str) -> Option<Print> {
    let digits: Option<Vec<u8>> =
        hex.chars().map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok())).collect();
    let bytes: Vec<u8> =
        digits?.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| (byte << 4) | digit)).collect();
    if hex.len() == 64 { bytes.try_into().ok() } else { None }
}

fn changed() -> rustls::Error {
    CertificateError::Other(OtherError(Arc::new(Changed))).into()
}

/// A client configuration for one address: TLS 1.2 and 1.3 on ring, any certificate at first use, then only that one.
pub(super) fn config(pins: Arc<Pins>, at: LocalAddr) -> Result<ClientConfig, Trouble> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let verifier = Arc::new(OneHost { pins, host: key(at), provider: provider.clone() });
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
    host: String,
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
        self.pins.pin(&self.host, Sha256::digest(cert).into())?;
        Ok(proof)
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
        if self.pins.differs(&self.host, &Sha256::digest(end_entity).into()) {
            return Err(changed());
        }
        Ok(ServerCertVerified::assertion())
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
