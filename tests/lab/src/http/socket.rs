//! A connection, plain or by TLS.

use std::io;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::server::TlsStream;

use super::{Context, Request, TlsMode, read};

/// A connection with or without TLS.
pub enum Socket {
    /// Without.
    Plain(TcpStream),
    /// With.
    Tls(Box<TlsStream<TcpStream>>),
}

impl Socket {
    /// The handshake, where there is one.
    pub async fn open(stream: TcpStream, context: &Context) -> Option<Self> {
        let device = context.device.word();
        if context.tls == TlsMode::Plain {
            if !context.faults.certificate(device) {
                return Some(Self::Plain(stream));
            }
            // 22 is the record type of a TLS handshake (RFC 8446, 5.1); no HTTP method begins with it.
            let mut first = [0];
            if stream.peek(&mut first).await.ok()? == 0 || first != [22] {
                return Some(Self::Plain(stream));
            }
        }
        let changed = context.faults.certificate_changed(device);
        Some(Self::Tls(Box::new(context.certificates.accept(stream, changed).await.ok()?)))
    }

    /// All of it, at once.
    pub async fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Plain(stream) => stream.write_all(bytes).await,
            Self::Tls(stream) => {
                stream.write_all(bytes).await?;
                stream.flush().await
            }
        }
    }

    /// The next request.
    pub async fn request(&mut self, buffer: &mut Vec<u8>) -> io::Result<Option<Request>> {
        match self {
            Self::Plain(stream) => read::request(stream, buffer).await,
            Self::Tls(stream) => read::request(stream, buffer).await,
        }
    }

    /// Waits until the client hangs up.
    pub async fn hung_up(&mut self) {
        let mut sink = [0; 1024];
        loop {
            let read = match self {
                Self::Plain(stream) => stream.read(&mut sink).await,
                Self::Tls(stream) => stream.read(&mut sink).await,
            };
            if !matches!(read, Ok(1..)) {
                return;
            }
        }
    }

    /// Closes with a TCP reset.
    pub fn reset(self) {
        let stream = match &self {
            Self::Plain(stream) => stream,
            Self::Tls(stream) => stream.get_ref().0,
        };
        let _ = stream.set_zero_linger();
    }

    /// Closes in order.
    pub async fn close(mut self) {
        let _ = match &mut self {
            Self::Plain(stream) => stream.shutdown().await,
            Self::Tls(stream) => stream.shutdown().await,
        };
    }
}
