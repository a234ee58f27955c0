//! Whom we ask and what comes back.

use std::fmt;

use crate::net::LocalAddr;

/// How an address is spoken to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// In clear.
    Http,
    /// TLS, pinned at first use.
    Https,
}

/// Whom to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// Address and port.
    pub at: LocalAddr,
    /// How.
    pub scheme: Scheme,
}

impl From<LocalAddr> for Target {
    /// Port 443 is HTTPS, any other one HTTP.
    fn from(at: LocalAddr) -> Self {
        Self { at, scheme: if at.get().port() == 443 { Scheme::Https } else { Scheme::Http } }
    }
}

/// A whole answer. `Debug` shows neither body nor headers: they hold names, serial numbers and PINs.
#[derive(Clone, PartialEq, Eq)]
pub struct Answer {
    /// HTTP status, 100 to 999.
    pub status: u16,
    /// Media type in lower case, without parameters.
    pub content_type: Option<String>,
    /// The `Server` header, at most 512 bytes.
    pub server: Option<String>,
    /// It asks to be left alone for a while (`Retry-After`, RFC 9110 10.2.3).
    pub retry_after: bool,
    /// The body, at most [`super::MAX_BODY`] bytes.
    pub body: Vec<u8>,
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Answer({}, {} bytes)", self.status, self.body.len())
    }
}
