//! Who a printer is: the marks by which the same device is known again.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A mark of one device (UUID, serial, MAC, host name). Compared without case; `Debug` shows only its kind and length,
/// since logs must not tell which printer a person owns. Read back from a saved session it is checked as when it was made.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Mark(Box<str>);

/// A saved text that no device's mark can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a device's mark")]
pub struct NoMark;

/// Longest mark kept, in characters; a UUID has 36.
const MAX_MARK: usize = 80;

impl Mark {
    /// A mark from a device's answer: trimmed, in lower case. `None` when it is empty, longer than 80 characters, holds
    /// control characters or is one of the words that devices give for "none".
    pub fn new(text: &str) -> Option<Self> {
        let t = text.trim().trim_start_matches("urn:uuid:").to_ascii_lowercase();
        let fine = !t.is_empty() && t.chars().count() <= MAX_MARK && !t.chars().any(char::is_control);
        let known = !matches!(t.as_str(), "unknown" | "none" | "n/a" | "redacted");
        (fine && known).then(|| Self(t.into_boxed_str()))
    }

    /// A MAC address in any of the usual spellings, kept as 12 hex digits. `None` for all zeros or anything else.
    pub fn mac(text: &str) -> Option<Self> {
        let hex: String = text.chars().filter(|c| !matches!(c, ':' | '-' | '.' | ' ')).collect();
        let fine =
            hex.len() == 12 && hex.chars().all(|c| c.is_ascii_hexdigit()) && hex.chars().any(|c| c != '0');
        fine.then(|| Self(hex.to_ascii_lowercase().into_boxed_str()))
    }

    /// The mark itself, in lower case.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last `n` characters in upper case, as labels show them.
    pub fn tail(&self, n: usize) -> String {
        let skip = self.0.chars().count().saturating_sub(n);
        self.0.chars().skip(skip).collect::<String>().to_ascii_uppercase()
    }
}

impl TryFrom<String> for Mark {
    type Error = NoMark;

    fn try_from(text: String) -> Result<Self, NoMark> {
        Self::new(&text).ok_or(NoMark)
    }
}

impl fmt::Debug for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Mark({} characters)", self.0.chars().count())
    }
}

/// A text that a device gave for people (model, name): bounded, without control and direction marks, hidden in `Debug`.
/// Read back from a saved session it is cut and cleaned as when it was made.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "String")]
pub struct Label(Box<str>);

impl Label {
    /// At most 80 characters; control characters and bidi controls are left out.
    pub fn new(text: &str) -> Self {
        let hidden = |c: &char| {
            c.is_control()
                || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
        };
        Self(text.trim().chars().filter(|c| !hidden(c)).take(MAX_MARK).collect())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for Label {
    fn from(text: String) -> Self {
        Self::new(&text)
    }
}

impl fmt::Debug for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Label({} characters)", self.0.chars().count())
    }
}

/// What is known of one printer. Any field may be missing; two identities are the same device when
/// [`Identity::same_device`] says so.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Identity {
    /// UUID of DNS-SD `UUID=`, LEDM `dd:UUID` or IPP `printer-uuid`, without `urn:uuid:`.
    pub uuid: Option<Mark>,
    /// Serial number.
    pub serial: Option<Mark>,
    /// MAC address of its Wi-Fi, 12 hex digits.
    pub mac: Option<Mark>,
    /// Make and model for people, such as `HP LaserJet Pro M1217nfw`.
    pub model: Label,
    /// Product number, such as `CE844A`.
    pub product: Option<Label>,
}

impl Identity {
    /// `Some(true)` when a mark of both is equal, `Some(false)` when a mark of the same kind differs, `None` when they
    /// have no mark in common: then nothing is known, and nothing may be claimed.
    pub fn same_device(&self, other: &Identity) -> Option<bool> {
        let pairs = [(&self.uuid, &other.uuid), (&self.serial, &other.serial), (&self.mac, &other.mac)];
        let known: Vec<bool> =
            pairs.into_iter().filter_map(|(a, b)| Some(a.as_ref()? == b.as_ref()?)).collect();
        // A printer has a MAC for each link, so one equal mark outweighs a differing one.
        if known.contains(&true) { Some(true) } else { known.first().copied() }
    }

    /// Fills what is missing from `other`; keeps what is there.
    pub fn complete(&mut self, other: &Identity) {
        self.uuid = self.uuid.take().or_else(|| other.uuid.clone());
        self.serial = self.serial.take().or_else(|| other.serial.clone());
        self.mac = self.mac.take().or_else(|| other.mac.clone());
        self.product = self.product.take().or_else(|| other.product.clone());
        if self.model.as_str().is_empty() {
            self.model = other.model.clone();
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_bounded_and_hidden() {
        assert!(
            Mark::new("").is_none() && Mark::new("unknown").is_none() && Mark::new(&"x".repeat(81)).is_none()
        );
        let m = Mark::new(" urn:uuid:1C85-AB ").unwrap();
        assert_eq!((m.as_str(), format!("{m:?}").as_str()), ("1c85-ab", "Mark(7 characters)"));
        assert_eq!(Mark::mac("98:E7:F4:00:00:01"), Mark::mac("98e7f4000001"));
        assert!(Mark::mac("00:00:00:00:00:00").is_none() && Mark::mac("98e7").is_none());
        assert_eq!(Label::new("a\u{202e}b\u{7}c").as_str(), "abc");
    }

    #[test]
    fn what_was_saved_is_bounded_like_what_a_device_said() {
        let mac = Mark::mac("98:E7:F4:00:00:01").unwrap();
        for mark in [mac, Mark::new("1C85-AB").unwrap()] {
            let saved = serde_json::to_string(&mark).unwrap();
            assert_eq!(saved, format!("\"{}\"", mark.as_str()));
            assert_eq!(serde_json::from_str::<Mark>(&saved).unwrap(), mark);
        }
        let long = format!("\"{}\"", "canary".repeat(1_000));
        for bad in [long.as_str(), "\"\"", "\"  \"", "\"unknown\"", "\"canary\\u0007\"", "7", "null", "[]"] {
            let problem = serde_json::from_str::<Mark>(bad).unwrap_err().to_string();
            assert!(!problem.contains("canary"), "{problem}");
        }
        let label = Label::new("HP ENVY 4520");
        let saved = serde_json::to_string(&label).unwrap();
        assert_eq!(
            (saved.as_str(), serde_json::from_str::<Label>(&saved).unwrap()),
            ("\"HP ENVY 4520\"", label)
        );
        assert_eq!(serde_json::from_str::<Label>(&long).unwrap().as_str().len(), 80);
        assert_eq!(serde_json::from_str::<Label>("\" a\\u202eb\\u0007c \"").unwrap().as_str(), "abc");
        let identity = serde_json::from_str::<Identity>(
            r#"{"uuid":"A","serial":null,"mac":null,"model":"M","product":null}"#,
        );
        assert_eq!(identity.unwrap().uuid, Mark::new("a"));
    }

    #[test]
    fn same_device_needs_a_common_mark() {
        let with = |uuid: &str, mac: &str| Identity {
            uuid: Mark::new(uuid),
            mac: Mark::mac(mac),
            ..Identity::default()
        };
        assert_eq!(with("a", "").same_device(&with("a", "98e7f4000001")), Some(true));
        assert_eq!(with("a", "98e7f4000002").same_device(&with("a", "98e7f4000001")), Some(true));
        assert_eq!(with("a", "").same_device(&with("b", "")), Some(false));
        assert_eq!(with("a", "").same_device(&with("", "98e7f4000001")), None);
    }
}
