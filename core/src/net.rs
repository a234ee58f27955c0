//! Addresses that we may talk to, networks, and why a talk gave no answer.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use serde::{Deserialize, Serialize};

#[cfg(test)]
pub(crate) mod fake;
pub mod http;
pub mod tls;

/// An address of a home network: private, link-local, unique local or loopback. Nothing else can be made into one, so
/// no request of ours leaves the house.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "SocketAddr", into = "SocketAddr")]
pub struct LocalAddr(SocketAddr);

/// The address is not one of a home network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an address of a home network")]
pub struct NotLocal;

/// HP printers give themselves this address on their setup and Wi-Fi Direct network (observed on several families).
pub const SETUP_ADDRESS: Ipv4Addr = Ipv4Addr::new(192, 168, 223, 1);

impl LocalAddr {
    /// The web server of a printer on its own setup or Wi-Fi Direct network.
    pub const fn setup() -> Self {
        Self(SocketAddr::new(IpAddr::V4(SETUP_ADDRESS), 80))
    }

    /// # Errors
    /// [`NotLocal`] for a public, multicast, broadcast or unspecified address, or port 0.
    pub fn new(addr: SocketAddr) -> Result<Self, NotLocal> {
        let ip = addr.ip().to_canonical();
        let local = match ip {
            IpAddr::V4(v4) => v4.is_private() || v4.is_link_local() || v4.is_loopback(),
            IpAddr::V6(v6) => v6.is_loopback() || v6.is_unique_local() || v6.is_unicast_link_local(),
        };
        let mut addr = addr;
        if matches!(ip, IpAddr::V4(_)) {
            addr.set_ip(ip);
        }
        if local && addr.port() != 0 { Ok(Self(addr)) } else { Err(NotLocal) }
    }

    /// Reads `192.168.1.20`, `192.168.1.20:8080`, `[fe80::1]:80`, or `http://192.168.1.20/`; port 80 when none is given.
    ///
    /// # Errors
    /// [`NotLocal`] when it is no address or not a local one.
    pub fn parse(text: &str) -> Result<Self, NotLocal> {
        let t = text.trim();
        let t = t.strip_prefix("http://").unwrap_or(t);
        let t = t.split('/').next().unwrap_or(t);
        let addr = t.parse::<SocketAddr>().or_else(|_| t.parse::<IpAddr>().map(|ip| SocketAddr::new(ip, 80)));
        Self::new(addr.map_err(|_| NotLocal)?)
    }

    /// The socket address.
    pub fn get(self) -> SocketAddr {
        self.0
    }

    /// The same host at another port; `None` for port 0.
    pub fn at_port(self, port: u16) -> Option<Self> {
        Self::new(SocketAddr::new(self.0.ip(), port)).ok()
    }

    /// Whether this is the address of a printer's own network.
    pub fn is_setup(self) -> bool {
        self.0.ip() == IpAddr::V4(SETUP_ADDRESS)
    }

    /// For URLs: the address, and the port unless it is `default`.
    pub fn authority(self, default: u16) -> String {
        let host = match self.0.ip() {
            IpAddr::V4(ip) => ip.to_string(),
            IpAddr::V6(ip) => format!("[{ip}]"),
        };
        if self.0.port() == default { host } else { format!("{host}:{}", self.0.port()) }
    }
}

/// Whether an `http` or `https` URL leads into the home network. Only addresses in figures count: a name could lead anywhere.
pub fn is_local_url(url: &str) -> bool {
    let Ok(url) = reqwest::Url::parse(url) else { return false };
    let ours =
        matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none();
    let figures = url.host_str().map(|host| host.trim_start_matches('[').trim_end_matches(']'));
    let at = figures.and_then(|figures| figures.parse().ok()).zip(url.port_or_known_default());
    ours && at.is_some_and(|(ip, port)| LocalAddr::new(SocketAddr::new(ip, port)).is_ok())
}

impl TryFrom<SocketAddr> for LocalAddr {
    type Error = NotLocal;

    fn try_from(addr: SocketAddr) -> Result<Self, NotLocal> {
        Self::new(addr)
    }
}

impl From<LocalAddr> for SocketAddr {
    fn from(addr: LocalAddr) -> Self {
        addr.0
    }
}

impl fmt::Debug for LocalAddr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// Which network an effect or an address belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Network {
    /// The person's home network.
    Home,
    /// The printer's own setup or Wi-Fi Direct network.
    Setup,
    /// Whichever the phone is on.
    Any,
}

/// Why a device gave no usable answer. What the app does next: `TimedOut`, `Unreachable` and `Closed` are offered again;
/// the others lead to another way.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, thiserror::Error, Serialize, Deserialize,
)]
pub enum Trouble {
    /// No connection: refused, no route, host down.
    #[error("unreachable")]
    Unreachable,
    /// Connected or not, no whole answer within the limit.
    #[error("timed out")]
    TimedOut,
    /// The connection ended in the middle of an answer.
    #[error("connection closed early")]
    Closed,
    /// The body is larger than 1 MiB.
    #[error("answer too large")]
    TooLarge,
    /// Not what the protocol says: not XML or JSON, too deep, entities, invalid UTF-8, a missing element.
    #[error("answer not understood")]
    Malformed,
    /// The content type is another one than the resource has.
    #[error("wrong content type")]
    WrongType,
    /// A redirect to another host; it was not followed.
    #[error("redirected to another host")]
    RedirectedAway,
    /// An HTTP status that the protocol has no meaning for here.
    #[error("HTTP status {0}")]
    Status(u16),
    /// The certificate is another one than at first use.
    #[error("certificate changed")]
    CertificateChanged,
    /// TLS could not be agreed on, as with printers that only know suites which rustls leaves out.
    #[error("no common TLS suite")]
    Tls,
    /// The phone is not on the network that was needed.
    #[error("not on that network")]
    NotOnNetwork,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_figures_of_a_home_network_are_a_local_url() {
        for url in [
            "http://192.168.1.1/",
            "https://10.0.0.1:8443/a?b",
            "http://169.254.3.4",
            "http://127.0.0.1:9/",
            "http://[fe80::1]/",
            "https://[fd12::1]:444/x",
        ] {
            assert!(is_local_url(url), "{url}");
        }
        for url in [
            "",
            "192.168.1.1",
            "ftp://192.168.1.1/",
            "javascript:alert(1)",
            "intent://192.168.1.1/",
            "http://router.local/",
            "http://8.8.8.8/",
            "http://[2001:db8::1]/",
            "http://me@192.168.1.1/",
            "http://:x@192.168.1.1/",
            "http://192.168.1.1:0/",
            "http://192.168.1.1.example/",
            "http://192.168.1.1%2eexample/",
            "http://example/192.168.1.1",
            "http://192.168.1.1@example/",
            "http://[fe80::1%25wlan0]/",
            "http://0.0.0.0/",
            "file:///192.168.1.1",
        ] {
            assert!(!is_local_url(url), "{url}");
        }
    }
}
