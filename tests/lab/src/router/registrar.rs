//! A registrar in memory that keeps hostapd's rules, as they were seen in runs of hostapd 2.10.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::clock::Clock;
use crate::scene::{Security, Wps};

/// Lifetime of a PIN and of a pushed button (WSC 2.0: walk time), and how long a pushing enrollee counts for an overlap.
const WALK_TIME: Duration = Duration::from_secs(120);
/// How often hostapd hands a PIN for any enrollee out.
const USES: u8 = 2;

/// What `WPS_GET_STATUS` tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// `Disabled`, `Active`, `Timed-out` or `Overlap`.
    pub pbc: String,
    /// `None`, `Success` or `Failed`; no new session resets it.
    pub last: String,
    /// Whose result that is.
    pub peer: Option<String>,
}

/// What an enrollee hears from the registrar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// M2D: no PIN for you yet; it goes on waiting.
    Wait,
    /// NACK with configuration error 18, after M5 (`first_half`) or M7.
    WrongPin {
        /// Which half of the PIN was wrong.
        first_half: bool,
    },
    /// M8; with `joins` false it can't be used on this network.
    Credential {
        /// Whether the enrollee gets onto the network.
        joins: bool,
    },
}

/// The registrar.
#[derive(Debug)]
pub struct Memory {
    clock: Clock,
    wps: Wps,
    security: Security,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    pin: Option<Pin>,
    pbc: Pbc,
    /// Enrollees in push-button mode, and when each was heard last.
    pushing: BTreeMap<String, Duration>,
    last: Option<(bool, String)>,
}

#[derive(Debug)]
struct Pin {
    digits: String,
    until: Duration,
    uses: u8,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Pbc {
    #[default]
    Disabled,
    Active(Duration),
    TimedOut,
    Overlap,
}

impl Memory {
    /// A registrar that was told nothing yet.
    pub fn new(clock: Clock, wps: Wps, security: Security) -> Self {
        Self { clock, wps, security, state: Mutex::default() }
    }

    /// The state, with whatever is over by now taken out.
    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        let now = self.clock.now();
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.pin = state.pin.take().filter(|pin| now < pin.until && pin.uses > 0);
        state.pushing.retain(|_, heard| now.saturating_sub(*heard) < WALK_TIME);
        if matches!(state.pbc, Pbc::Active(until) if now >= until) {
            state.pbc = Pbc::TimedOut;
        }
        state
    }

    /// `WPS_PIN any <digits> 120`: false is FAIL. A new PIN for any enrollee replaces the one before.
    pub fn pin(&self, digits: &str) -> bool {
        if self.wps == Wps::Off {
            return false;
        }
        let until = self.clock.now() + WALK_TIME;
        self.state().pin = Some(Pin { digits: digits.to_owned(), until, uses: USES });
        true
    }

    /// `WPS_PBC`: false is FAIL.
    pub fn push(&self) -> bool {
        if self.wps == Wps::Off {
            return false;
        }
        let until = self.clock.now() + WALK_TIME;
        let mut state = self.state();
        let overlap = state.pushing.len() > 1;
        state.pbc = if overlap { Pbc::Overlap } else { Pbc::Active(until) };
        !overlap
    }

    /// `WPS_CANCEL`: false is FAIL. The last result stays what it was.
    pub fn cancel(&self) -> bool {
        if self.wps == Wps::Off {
            return false;
        }
        let mut state = self.state();
        state.pin = None;
        if matches!(state.pbc, Pbc::Active(_)) {
            // A cancelled button can't be told from one that nobody came to.
            state.pbc = Pbc::TimedOut;
        }
        true
    }

    /// `WPS_GET_STATUS`.
    pub fn status(&self) -> Status {
        let state = self.state();
        let pbc = match state.pbc {
            Pbc::Disabled => "Disabled",
            Pbc::Active(_) => "Active",
            Pbc::TimedOut => "Timed-out",
            Pbc::Overlap => "Overlap",
        };
        let last = state.last.as_ref().map_or("None", |(good, _)| if *good { "Success" } else { "Failed" });
        Status { pbc: pbc.into(), last: last.into(), peer: state.last.as_ref().map(|(_, mac)| mac.clone()) }
    }

    /// How many PINs it would take.
    pub fn pins(&self) -> usize {
        usize::from(self.state().pin.is_some())
    }

    /// How many enrollees in push-button mode it has heard lately.
    pub fn pushing(&self) -> usize {
        self.state().pushing.len()
    }

    /// The router was restarted: hostapd remembers nothing.
    pub fn forget(&self) {
        *self.state() = State::default();
    }

    /// An enrollee with a PIN tries.
    pub fn knock(&self, mac: &str, digits: &str) -> Heard {
        let mut state = self.state();
        let Some(pin) = &mut state.pin else { return Heard::Wait };
        pin.uses -= 1;
        // The first half is the longer one where the number of digits is odd; with 4 and 8 both are equal.
        let (known, tried) = (pin.digits.as_bytes(), digits.as_bytes());
        let first_half = known.get(..known.len().div_ceil(2)) != tried.get(..tried.len().div_ceil(2));
        let right = known == tried;
        if right || !first_half {
            state.pin = None;
        }
        state.last = Some((right, mac.to_owned()));
        if right { self.credential() } else { Heard::WrongPin { first_half } }
    }

    /// An enrollee in push-button mode tries.
    pub fn knock_push(&self, mac: &str) -> Heard {
        let now = self.clock.now();
        let mut state = self.state();
        state.pushing.insert(mac.to_owned(), now);
        if !matches!(state.pbc, Pbc::Active(_)) {
            return Heard::Wait;
        }
        if state.pushing.len() > 1 {
            state.pbc = Pbc::Overlap;
            return Heard::Wait;
        }
        state.pbc = Pbc::Disabled;
        state.pushing.clear();
        state.last = Some((true, mac.to_owned()));
        self.credential()
    }

    fn credential(&self) -> Heard {
        Heard::Credential { joins: self.security != Security::Wpa3Only }
    }
}

#[cfg(test)]
#[path = "registrar_tests.rs"]
mod tests;
