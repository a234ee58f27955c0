//! What goes into the setup.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::effect::EffectId;
use super::evidence::Proof;
use super::state::{HowToCheck, Reason};
use crate::net::tls::Changed;
use crate::pin::PinNumber;
use crate::ports::PortError;
use crate::printer::{NoIdentify, NoPage, NoPin, NotOurs, PrinterAnswer, PrinterReport};
use crate::router::{HandOverProblem, RouterReport, RouterStatus, SignInProblem};
use crate::secret::Secret;

pub use crate::discovery::Found;
pub use crate::ports::Around;

/// One input.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// The person chose, and typed what the choice needs.
    Choose(Choice, Answers),
    /// The person wants to end it all.
    Cancel,
    /// An effect is done.
    Outcome(EffectId, Outcome),
    /// The list of printers on the network, as it is now.
    Printers(Vec<Found>),
    /// Browsing started or could not.
    Browse(Result<(), PortError>),
    /// A printer answered while it was looked for.
    Answer(PrinterAnswer),
    /// The router's status, polled.
    RouterStatus(Result<RouterStatus, HandOverProblem>),
    /// The networks that the phone is on, as they are now.
    Network(Around),
    /// The system can bring the phone to a printer's own Wi-Fi and back.
    CanHop,
    /// The system could not bring the phone to the printer's own Wi-Fi: the person does it.
    HopFailed,
    /// HP devices that advertise over BLE near by, or why that cannot be known.
    Near(Result<u8, NoBle>),
    /// The app came back to the foreground.
    Resumed,
}

/// Why it is not known what advertises over BLE.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NoBle {
    /// Bluetooth is switched off; nobody switches it on unasked.
    SwitchedOff,
    /// Not allowed.
    PermissionMissing,
    /// No adapter, or it failed.
    None,
}

/// How an effect ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Of `Describe`.
    Described(Result<PrinterReport, NotOurs>),
    /// Of `RecogniseRouter` and `TrustRouter`; `None` when the home network has no known gateway.
    Router(Option<RouterReport>),
    /// Of `SignIn`.
    SignedIn(Result<SignedIn, SignInProblem>),
    /// Another session of this app is at the same router.
    Busy,
    /// Of `RecogniseRouter`, `TrustRouter` and `SignIn`: the router shows another certificate than before. Nothing was sent.
    CertificateChanged {
        /// The one before and the one now.
        certificate: Changed,
        /// What is known of the router all the same, where it was asked what it is.
        router: Option<RouterReport>,
    },
    /// Of `ReadPin`.
    Pin(Result<PinNumber, NoPin>),
    /// Of `SendPin`.
    Sent(Result<(), HandOverProblem>),
    /// Of `StartPush`.
    Pushed(Result<(), HandOverProblem>),
    /// Of `PrintPage`.
    Printed(Result<(), NoPage>),
    /// Of `Identify`.
    Identified(Result<(), NoIdentify>),
    /// Of `Undo`: whether it was taken back.
    Undone(bool),
}

/// What signing in told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The router lets us give it a device PIN.
    pub device_pin: bool,
    /// The router lets us start its push button.
    pub push_button: bool,
    /// Its status before anything was done; needed to tell a new result from an old one.
    pub status: Option<RouterStatus>,
}

pub use super::choice::Choice;

/// The fields that a person fills in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// A printer's address.
    Address,
    /// The router's user name.
    User,
    /// The router's password.
    Password,
    /// The device PIN.
    Pin,
}

impl Field {
    /// All fields.
    pub const ALL: [Field; 4] = [Field::Address, Field::User, Field::Password, Field::Pin];

    /// Stable id.
    pub fn id(self) -> &'static str {
        match self {
            Field::Address => "address",
            Field::User => "user",
            Field::Password => "password",
            Field::Pin => "pin",
        }
    }

    /// What is typed here is hidden.
    pub fn secret(self) -> bool {
        matches!(self, Field::Password)
    }
}

/// What was typed, by field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(pub BTreeMap<Field, Secret>);

impl Answers {
    /// What was typed there.
    pub fn get(&self, field: Field) -> Option<&Secret> {
        self.0.get(&field)
    }

    /// The text, empty when nothing was typed.
    pub(crate) fn text(&self, field: Field) -> &str {
        self.0.get(&field).map_or("", Secret::reveal)
    }
}

/// Why an input was refused: the caller's mistake, or the world moved on. Nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, thiserror::Error)]
pub enum Refused {
    /// This choice is not on the screen now.
    #[error("not offered now")]
    NotOffered,
    /// The choice needs this field.
    #[error("missing answer: {}", .0.id())]
    MissingAnswer(Field),
    /// The session has ended.
    #[error("ended")]
    Ended,
}

/// How the person ended it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum End {
    /// Cancelled.
    Cancelled,
    /// Left after an attempt or after being informed.
    Left,
}

/// How a session ended.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SessionOutcome {
    /// The printer is on the Wi-Fi, and this proves it.
    Joined(Proof),
    /// It is not, for this reason.
    Failed(Reason),
    /// Nothing proves either.
    Unknown(HowToCheck),
    /// Somebody only wanted to know something.
    Informed,
    /// It was on the Wi-Fi before.
    AlreadyOnline,
    /// Cancelled.
    Cancelled,
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_listed_with_the_id_that_is_saved() {
        // Refusing an unknown word, serde names all that it knows.
        let said = serde_json::from_str::<Field>("\"nothing\"").unwrap_err().to_string();
        let known: Vec<_> = said.split('`').skip(3).step_by(2).collect();
        assert_eq!(known, Field::ALL.map(Field::id), "{said}");
    }
}
