//! TLS with certificates that nobody signed, as routers and printers have them.

use std::sync::Arc;

use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;

use crate::LabError;

/// What a port speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TlsMode {
    /// HTTP; HTTPS too where a certificate knob is set on the device.
    Plain,
    /// HTTPS only.
    Tls,
}

/// A device's certificate, and the one that it has after `certificate-changed`.
pub struct Certificates {
    first: Arc<ServerConfig>,
    second: Arc<ServerConfig>,
}

impl Certificates {
    /// Two keys of their own, made out to the name.
    ///
    /// # Errors
    /// A name that can't stand in a certificate, or no randomness.
    pub fn new(name: &str) -> Result<Self, LabError> {
        Ok(Self { first: config(name)?, second: config(name)? })
    }

    /// The handshake on an accepted connection.
    ///
    /// # Errors
    /// A client that doesn't go on, for example because it doesn't trust the certificate.
    pub async fn accept(
        &self,
        stream: TcpStream,
        changed: bool,
    ) -> std::io::Result<tokio_rustls::server::TlsStream<TcpStream>> {
        let config = if changed { &self.second } else { &self.first };
        TlsAcceptor::from(config.clone()).accept(stream).await
    }
}

fn config(name: &str) -> Result<Arc<ServerConfig>, LabError> {
    let wrong = |why: &dyn std::fmt::Display| LabError::Certificate(why.to_string());
    let made = rcgen::generate_simple_self_signed([name.to_owned(), "127.0.0.1".to_owned()])
        .map_err(|e| wrong(&e))?;
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
    // Named here, so that a program that set another provider for itself isn't asked.
    let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|e| wrong(&e))?
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .map_err(|e| wrong(&e))?;
    Ok(Arc::new(config))
}
