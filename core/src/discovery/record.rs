//! One DNS-SD instance: service, host, addresses and TXT record, bounded on the way in.

use std::fmt;
use std::net::IpAddr;

use crate::identity::{Identity, Label, Mark};

/// Longest name in DNS, in bytes (RFC 1035 2.3.4).
const MAX_NAME: usize = 255;
/// Longest string of a TXT record, in bytes (RFC 6763 6.1).
const MAX_VALUE: usize = 255;
/// Keys kept; HP printers give some 25.
const MAX_KEYS: usize = 64;
/// Bytes of a TXT record that are looked at; DNS allows no more.
const MAX_TXT: usize = 64 << 10;
/// Addresses kept.
const MAX_ADDRESSES: usize = 16;

/// A resolved instance. `Debug` shows only its service type: names and marks tell whose home it is.
#[derive(Clone, PartialEq, Eq)]
pub struct Record {
    service: String,
    instance: String,
    host: String,
    port: u16,
    addresses: Vec<IpAddr>,
    txt: Vec<(String, String)>,
}

impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Record({}, {} addresses, {} keys)", self.service, self.addresses.len(), self.txt.len())
    }
}

impl Record {
    /// A record from what the network said: `service` as in [`super::SERVICE_TYPES`], `instance` the full name, `host` with
    /// or without the final dot. TXT keys are compared without case and the first occurrence wins (RFC 6763 6.4); values are
    /// read as UTF-8 with losses. Addresses come sorted, at most 16. `None` when a name is empty, longer than 255 bytes or
    /// holds control characters.
    pub fn new(
        service: &str,
        instance: &str,
        host: &str,
        port: u16,
        addresses: impl IntoIterator<Item = IpAddr>,
        txt: impl IntoIterator<Item = (String, Vec<u8>)>,
    ) -> Option<Self> {
        let fine =
            |name: &str| !name.is_empty() && name.len() <= MAX_NAME && !name.chars().any(char::is_control);
        let host = host.trim_end_matches('.');
        if !fine(service) || !fine(instance) || !fine(host) {
            return None;
        }
        let mut addresses: Vec<IpAddr> =
            addresses.into_iter().map(|a| a.to_canonical()).take(MAX_ADDRESSES).collect();
        addresses.sort_unstable();
        addresses.dedup();
        Some(Self {
            service: service.to_ascii_lowercase(),
            instance: instance.to_owned(),
            host: host.to_ascii_lowercase(),
            port,
            addresses,
            txt: bounded(txt),
        })
    }

    /// Service type in lower case, such as `_ipp._tcp.local.`.
    pub fn service(&self) -> &str {
        &self.service
    }

    /// Full instance name.
    pub fn instance(&self) -> &str {
        &self.instance
    }

    /// Host name in lower case without final dot.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Port of the service.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Addresses, sorted.
    pub fn addresses(&self) -> &[IpAddr] {
        &self.addresses
    }

    /// A TXT value by its key in lower case.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.txt.iter().find(|(k, _)| k == key).map(|(_, v)| v.as_str()).filter(|v| !v.is_empty())
    }

    /// It has no TXT record to speak of.
    pub fn is_bare(&self) -> bool {
        !self.txt.iter().any(|(k, v)| !v.is_empty() && matches!(k.as_str(), "usb_mfg" | "product" | "ty"))
    }

    /// An HP printer says so in any of several places: a person's new name drops "HP" from instance and `ty`.
    pub fn is_hp(&self) -> bool {
        let make = self.get("usb_mfg").map(str::to_ascii_lowercase);
        if let Some(make) = make {
            return matches!(make.trim(), "hp" | "hewlett-packard");
        }
        let named = ["product", "ty"].into_iter().filter_map(|k| self.get(k)).any(says_hp);
        named || (self.is_bare() && says_hp_host(self.host_name()))
    }

    /// A computer's share of somebody's printer.
    pub fn is_cups_share(&self) -> bool {
        self.txt.iter().any(|(k, _)| k == "printer-type") || self.instance.contains(" @ ")
    }

    /// `UUID`, the same for each service of a printer.
    pub fn uuid(&self) -> Option<Mark> {
        self.get("uuid").and_then(Mark::new)
    }

    /// `mac`, else the one in a host name such as `HP98E7F4000000`.
    pub fn mac(&self) -> Option<Mark> {
        let in_host = || self.host_name().strip_prefix("hp").and_then(Mark::mac);
        self.get("mac").and_then(Mark::mac).or_else(in_host)
    }

    /// Make and model.
    pub fn model(&self) -> Label {
        let product = || self.get("product").map(|p| p.trim_matches(['(', ')']).to_owned());
        let usb = || Some(format!("{} {}", self.get("usb_mfg")?, self.get("usb_mdl")?));
        Label::new(&self.get("ty").map(str::to_owned).or_else(product).or_else(usb).unwrap_or_default())
    }

    /// Marks and model.
    pub fn identity(&self) -> Identity {
        Identity { uuid: self.uuid(), mac: self.mac(), model: self.model(), ..Identity::default() }
    }

    /// The instance's name without its service type.
    pub fn name(&self) -> Label {
        let cut = self.instance.len().saturating_sub(self.service.len());
        let (name, end) = self.instance.split_at_checked(cut).unwrap_or((&self.instance, ""));
        Label::new(if end.eq_ignore_ascii_case(&self.service) {
            name.trim_end_matches('.')
        } else {
            &self.instance
        })
    }

    /// Host name without `.local`.
    pub fn host_name(&self) -> &str {
        self.host.strip_suffix(".local").unwrap_or(&self.host)
    }

    /// The port of the EWS that `adminurl` names, if it is plain HTTP on this very host.
    pub fn ews_port(&self) -> Option<u16> {
        let rest = self.get("adminurl")?.strip_prefix("http://")?;
        let authority = rest.split(['/', '?', '#']).next()?;
        let (host, port) = match authority.strip_prefix('[') {
            Some(v6) => {
                let (host, port) = v6.split_once(']')?;
                (host, port.strip_prefix(':').unwrap_or("80"))
            }
            None => authority.rsplit_once(':').unwrap_or((authority, "80")),
        };
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        let ours = host == self.host || host.parse().is_ok_and(|ip: IpAddr| self.addresses.contains(&ip));
        port.parse().ok().filter(|p| ours && *p != 0)
    }
}

fn bounded(txt: impl IntoIterator<Item = (String, Vec<u8>)>) -> Vec<(String, String)> {
    let mut kept: Vec<(String, String)> = Vec::new();
    let mut seen = 0usize;
    for (key, value) in txt {
        seen = seen.saturating_add(key.len()).saturating_add(value.len());
        if seen > MAX_TXT || kept.len() >= MAX_KEYS {
            break;
        }
        let key = key.to_ascii_lowercase();
        if key.is_empty() || key.len() > MAX_VALUE || kept.iter().any(|(k, _)| *k == key) {
            continue;
        }
        let value = value.get(..value.len().min(MAX_VALUE)).unwrap_or_default();
        kept.push((key, String::from_utf8_lossy(value).trim().to_owned()));
    }
    kept
}

fn says_hp(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    let mut words = text.split(|c: char| !c.is_ascii_alphanumeric());
    words.any(|w| w == "hp" || w == "hewlett")
}

/// `HP` and a MAC, or `NPI` and its last six digits: names that HP printers give themselves.
fn says_hp_host(host: &str) -> bool {
    let hex = |rest: &str, digits: usize| rest.len() == digits && rest.bytes().all(|b| b.is_ascii_hexdigit());
    host.strip_prefix("hp").is_some_and(|rest| hex(rest, 12))
        || host.strip_prefix("npi").is_some_and(|rest| hex(rest, 6))
}

#[cfg(test)]
mod tests;
