//! The knobs by name.

use serde::{Deserialize, Serialize};

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Knob {
    /// Answers after 3 s.
    Slow,
    /// Takes the request and never answers; nothing was done.
    Silent,
    /// 401 with a Basic challenge; nothing was done.
    #[serde(rename = "401")]
    S401,
    /// 403; nothing was done.
    #[serde(rename = "403")]
    S403,
    /// 404; nothing was done.
    #[serde(rename = "404")]
    S404,
    /// 405; nothing was done.
    #[serde(rename = "405")]
    S405,
    /// 500; nothing was done.
    #[serde(rename = "500")]
    S500,
    /// Done; the connection ends in the middle of the body.
    Truncated,
    /// Done; answered with 200 and a web page.
    WrongType,
    /// Done; the body is gzip whether that was asked for or not.
    Gzip,
    /// Done; a TCP reset instead of the answer.
    Reset,
    /// 302 to another host; nothing was done.
    RedirectAway,
    /// Done; a body that never ends.
    Endless,
    /// Done; a body of 4 MiB.
    Huge,
    /// Done; a body nested 20 000 deep.
    Deep,
    /// Done; XML whose entities blow up, or JSON with lone surrogates.
    Entities,
    /// Done; a body that is no UTF-8.
    NotUtf8,
    /// 301 to HTTPS on the same port; the certificate is self-signed.
    SelfSigned,
    /// From the first such request on, another key and certificate (on a port without HTTPS: also what `self-signed` does).
    CertificateChanged,
    /// Takes the request and hangs up after 8 s, as a device that is waking up; `times` is 1 if absent.
    Asleep,
    /// From the first such request on, the device is at another port; `times` is 1 if absent.
    AddressChanged,
}

impl Knob {
    /// All knobs, for tables and tests.
    pub const ALL: [Self; 21] = [
        Self::Slow,
        Self::Silent,
        Self::S401,
        Self::S403,
        Self::S404,
        Self::S405,
        Self::S500,
        Self::Truncated,
        Self::WrongType,
        Self::Gzip,
        Self::Reset,
        Self::RedirectAway,
        Self::Endless,
        Self::Huge,
        Self::Deep,
        Self::Entities,
        Self::NotUtf8,
        Self::SelfSigned,
        Self::CertificateChanged,
        Self::Asleep,
        Self::AddressChanged,
    ];

    /// The status that is answered instead, where the knob is one.
    pub fn status(self) -> Option<u16> {
        match self {
            Self::S401 => Some(401),
            Self::S403 => Some(403),
            Self::S404 => Some(404),
            Self::S405 => Some(405),
            Self::S500 => Some(500),
            _ => None,
        }
    }
}
