//! From the errors of the libraries to ours. Their texts hold addresses and are never kept or logged.

use std::error::Error;
use std::io::{self, ErrorKind};

use crate::net::Trouble;
use crate::net::tls::Refused;

/// The trouble behind a failed request.
pub(super) fn of(error: &reqwest::Error) -> Trouble {
    let mut facts = Facts::default();
    let mut next: Option<&(dyn Error + 'static)> = error.source();
    while let Some(cause) = next {
        facts.look(cause);
        next = cause.source();
    }
    if error.is_timeout() {
        return Trouble::TimedOut;
    }
    let otherwise = if error.is_connect() { Trouble::Unreachable } else { Trouble::Closed };
    match facts.trouble {
        // A damaged gzip stream is "invalid input" to the decoder, as an address without scope is to connect().
        Some(Trouble::Unreachable) | None if error.is_decode() => Trouble::Malformed,
        found => found.unwrap_or(otherwise),
    }
}

#[derive(Default)]
struct Facts {
    trouble: Option<Trouble>,
}

impl Facts {
    fn look(&mut self, cause: &(dyn Error + 'static)) {
        let found = of_cause(cause);
        // The innermost cause says most, but what TLS said is never overruled.
        if !matches!(self.trouble, Some(Trouble::CertificateChanged | Trouble::Tls)) {
            self.trouble = found.or(self.trouble);
        }
    }
}

fn of_cause(cause: &(dyn Error + 'static)) -> Option<Trouble> {
    if let Some(tls) = cause.downcast_ref::<rustls::Error>() {
        Some(of_tls(tls))
    } else if let Some(http) = cause.downcast_ref::<hyper::Error>() {
        of_http(http)
    } else {
        cause.downcast_ref::<io::Error>().and_then(of_io)
    }
}

fn of_tls(error: &rustls::Error) -> Trouble {
    match error {
        rustls::Error::InvalidCertificate(rustls::CertificateError::Other(other))
            if other.0.is::<Refused>() =>
        {
            Trouble::CertificateChanged
        }
        _ => Trouble::Tls,
    }
}

fn of_http(error: &hyper::Error) -> Option<Trouble> {
    // Header lines without end are among what cannot be parsed.
    if error.is_parse() {
        Some(Trouble::Malformed)
    } else if error.is_incomplete_message() || error.is_closed() || error.is_canceled() {
        Some(Trouble::Closed)
    } else {
        None
    }
}

fn of_io(error: &io::Error) -> Option<Trouble> {
    // An io::Error does not name what it wraps as its source, and some wrap another one.
    if let Some(found) = error.get_ref().and_then(|inner| of_cause(inner)) {
        return Some(found);
    }
    match error.kind() {
        ErrorKind::TimedOut => Some(Trouble::TimedOut),
        ErrorKind::UnexpectedEof
        | ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::BrokenPipe
        | ErrorKind::NotConnected => Some(Trouble::Closed),
        ErrorKind::ConnectionRefused
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown
        | ErrorKind::AddrNotAvailable
        | ErrorKind::PermissionDenied
        | ErrorKind::InvalidInput => Some(Trouble::Unreachable),
        ErrorKind::InvalidData => Some(Trouble::Malformed),
        _ => None,
    }
}
