//! The certificates that devices showed first, and what they show instead.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::net::LocalAddr;

/// Bytes of a fingerprint that a person sees: enough to tell two certificates apart, few enough to compare.
const SHOWN: usize = 8;

/// The SHA-256 of a device's end-entity certificate (DER). A public value. Saved as 64 hex digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// Of a certificate in DER.
    pub fn of(certificate: &[u8]) -> Self {
        Self(Sha256::digest(certificate).into())
    }

    /// Its beginning as browsers write it: `3A:F1:09:77:C2:5E:00:B8`.
    pub fn short(self) -> String {
        let bytes: Vec<_> = self.0.iter().take(SHOWN).map(|byte| format!("{byte:02X}")).collect();
        bytes.join(":")
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.short())
    }
}

impl From<Fingerprint> for String {
    fn from(print: Fingerprint) -> Self {
        print.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Not 64 hex digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no SHA-256")]
pub struct NoFingerprint;

impl TryFrom<String> for Fingerprint {
    type Error = NoFingerprint;

    fn try_from(hex: String) -> Result<Self, NoFingerprint> {
        let digits: Option<Vec<u8>> =
            hex.chars().map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok())).collect();
        let digits = digits.filter(|digits| digits.len() == 64).ok_or(NoFingerprint)?;
        let bytes: Vec<u8> =
            digits.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| (byte << 4) | digit)).collect();
        bytes.try_into().map(Self).map_err(|_| NoFingerprint)
    }
}

/// A device that shows another certificate than at first use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Changed {
    /// Where.
    pub at: LocalAddr,
    /// At first use.
    pub known: Fingerprint,
    /// Now.
    pub shown: Fingerprint,
}

/// Certificates seen at first use, by address and port. A device that shows another one is refused until
/// [`Pins::trust`] says that the person agreed to it.
#[derive(Debug, Default)]
pub struct Pins {
    seen: Mutex<Seen>,
}

#[derive(Debug, Default)]
struct Seen {
    first: BTreeMap<LocalAddr, Fingerprint>,
    refused: BTreeMap<LocalAddr, Fingerprint>,
}

impl Pins {
    /// None known.
    pub fn new() -> Self {
        Self::default()
    }

    /// The certificate of this address, once HTTPS has answered there.
    pub fn of(&self, at: LocalAddr) -> Option<Fingerprint> {
        self.lock().first.get(&at).copied()
    }

    /// What was seen there in an earlier session.
    pub fn remember(&self, at: LocalAddr, known: Fingerprint) {
        self.lock().first.insert(at, known);
    }

    /// What was refused there last, if anything was since it was pinned.
    pub fn changed(&self, at: LocalAddr) -> Option<Changed> {
        let seen = self.lock();
        let (known, shown) = (*seen.first.get(&at)?, *seen.refused.get(&at)?);
        Some(Changed { at, known, shown })
    }

    /// The person agreed to the new certificate: to this one, and not to whichever comes next. Does nothing where another one
    /// than the person saw has been pinned meanwhile.
    pub fn trust(&self, changed: Changed) {
        let mut seen = self.lock();
        if seen.first.get(&changed.at) == Some(&changed.known) {
            seen.first.insert(changed.at, changed.shown);
            seen.refused.remove(&changed.at);
        }
    }

    /// Whether this certificate may go on: none is known there yet, or it is that one.
    pub(crate) fn allows(&self, at: LocalAddr, print: Fingerprint) -> bool {
        let mut seen = self.lock();
        let allowed = seen.first.get(&at).is_none_or(|first| *first == print);
        if !allowed {
            seen.refused.insert(at, print);
        }
        allowed
    }

    /// Pins it where none is known yet; whether it is the one that is pinned.
    pub(crate) fn pin(&self, at: LocalAddr, print: Fingerprint) -> bool {
        *self.lock().first.entry(at).or_insert(print) == print
    }

    fn lock(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
