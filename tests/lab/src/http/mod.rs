//! HTTP/1.1 by hand: a fault must be able to reach each octet.

mod connection;
mod link;
mod mangle;
mod read;
mod socket;
mod tls;

pub use connection::Context;
pub use link::{Link, LinkName};
pub use tls::{Certificates, TlsMode};

/// A request as it came.
#[derive(Debug)]
pub struct Request {
    /// Method, upper case as sent.
    pub method: String,
    /// Path and query.
    pub target: String,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    /// At most 1 MiB.
    pub body: Vec<u8>,
}

impl Request {
    /// The path without its query.
    pub fn path(&self) -> &str {
        self.target.split_once('?').map_or(&*self.target, |(path, _)| path)
    }

    /// The first such header; `name` in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| &**value)
    }

    /// Whether the client wants the connection closed after the answer.
    pub fn closes(&self) -> bool {
        self.header("connection").is_some_and(|value| value.eq_ignore_ascii_case("close"))
    }
}

/// An answer before any fault.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Status code.
    pub status: u16,
    /// Content-Type, where there is a body.
    pub kind: &'static str,
    /// Further headers.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Answer {
    /// 200 with a body.
    pub fn ok(kind: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self { status: 200, kind, headers: Vec::new(), body: body.into() }
    }

    /// A status with a short page, as embedded servers send.
    pub fn status(status: u16) -> Self {
        let reason = reason(status);
        let page =
            format!("<html><head><title>{status} {reason}</title></head><body>{reason}</body></html>\n");
        let mut answer = Self { status, ..Self::ok("text/html", page) };
        if status == 401 {
            answer.headers.push(("WWW-Authenticate", "Basic realm=\"HP Embedded Web Server\"".into()));
        }
        answer
    }

    /// A status without a body.
    pub fn empty(status: u16) -> Self {
        Self { status, ..Self::ok("text/plain", "") }
    }

    /// With one more header.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

/// The reason phrase of the few codes that the lab sends.
pub fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        201 => "Created",
        301 => "Moved Permanently",
        302 => "Found",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        429 => "Too Many Requests",
        _ => "Internal Server Error",
    }
}
