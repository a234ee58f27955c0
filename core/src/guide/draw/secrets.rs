//! PINs that screens refer to by number.

use std::collections::VecDeque;

use crate::pin::WpsPin;

/// Enough for the newest screens of a session; what is older is wiped.
const KEPT: usize = 8;

/// Maps the numbers in screens to PINs, so that no screen, and no dump of one, holds a digit.
#[derive(Debug, Default)]
pub struct Secrets {
    pins: VecDeque<(u64, WpsPin)>,
    last: u64,
}

impl Secrets {
    /// The number of a PIN, from 1; the same PIN keeps its number as long as it is kept.
    pub fn keep(&mut self, pin: &WpsPin) -> u64 {
        if let Some((id, _)) = self.pins.iter().find(|(_, known)| known == pin) {
            return *id;
        }
        self.last += 1;
        self.pins.push_back((self.last, pin.clone()));
        if self.pins.len() > KEPT {
            self.pins.pop_front();
        }
        self.last
    }

    /// Wipes what is not among these numbers any more.
    pub fn retain(&mut self, ids: &[u64]) {
        self.pins.retain(|(id, _)| ids.contains(id));
    }

    /// The PIN of a number; `None` when it was never given or is wiped.
    pub fn reveal(&self, id: u64) -> Option<WpsPin> {
        self.pins.iter().find(|(known, _)| *known == id).map(|(_, pin)| pin.clone())
    }
}
