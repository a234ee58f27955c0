//! What happened, without secrets, names or addresses: trying again, troubleshooting and the support report read it.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use super::evidence::ProofKind;
use super::plan::Way;
use super::state::{HowToCheck, Reason};
use crate::printer::NoPin;
use crate::router::{LastResult, SignInProblem};
use crate::time::Moment;

/// How many notes are kept; the oldest go first.
const KEPT: usize = 64;

/// The bounded journal of a session.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Journal {
    notes: VecDeque<Entry>,
}

/// One note and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When.
    pub at: Moment,
    /// What.
    pub note: Note,
}

/// What can be noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Note {
    /// The session started.
    Started,
    /// It was restored after an interruption.
    Restored,
    /// A printer was chosen.
    PrinterChosen,
    /// An attempt began.
    Attempt(u32, Way),
    /// Signing in failed.
    SignIn(SignInProblem),
    /// The router shows another certificate than before.
    CertificateChanged,
    /// The person agreed to it.
    CertificateTrusted,
    /// Signed in.
    SignedIn,
    /// The printer told its PIN.
    PinRead,
    /// The printer told none.
    NoPin(NoPin),
    /// A person typed the PIN.
    PinTyped,
    /// The person looked and saw no PIN.
    NoPinShown,
    /// The person says that the printer was started.
    PrinterStarted,
    /// The person says that the printer's key was pressed.
    PrinterPressed,
    /// The person says that the router's button was pressed.
    RouterPressed,
    /// The router's service started push button.
    PushStarted,
    /// The person says that the Wi-Fi password was typed at the printer.
    PassphraseTyped,
    /// The router took the PIN.
    PinSent,
    /// A person says that the PIN is in the router's page.
    PinEntered,
    /// The router's word.
    RouterSays(LastResult),
    /// The printer was seen, which proves nothing yet.
    Seen,
    /// Joined.
    Joined(ProofKind),
    /// Failed.
    Failed(Reason),
    /// Nothing proves either.
    Unknown(HowToCheck),
    /// What stayed open was taken back, or not.
    Undone(bool),
    /// Cancelled.
    Cancelled,
}

impl Journal {
    /// Adds a note; the same note twice in a row is kept once.
    pub fn note(&mut self, at: Moment, note: Note) {
        if self.notes.back().is_some_and(|e| e.note == note) {
            return;
        }
        if self.notes.len() >= KEPT {
            self.notes.pop_front();
        }
        self.notes.push_back(Entry { at, note });
    }

    /// Oldest first.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.notes.iter()
    }

    /// How many attempts ended with this reason.
    pub fn failures(&self, reason: Reason) -> usize {
        self.notes.iter().filter(|e| e.note == Note::Failed(reason)).count()
    }
}
