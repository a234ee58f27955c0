//! What goes into the setup.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::effect::EffectId;
use super::evidence::Proof;
use super::plan::Way;
use super::state::{HowToCheck, Reason};
use crate::pin::PinNumber;
use crate::ports::PortError;
use crate::printer::{NoPin, NotOurs, PrinterAnswer, PrinterReport};
use crate::router::{HandOverProblem, RouterReport, RouterStatus, SignInProblem};
use crate::secret::Secret;

pub use crate::discovery::Found;

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
    /// The phone came onto or left its network.
    Network {
        /// It is on one.
        online: bool,
    },
    /// The app came back to the foreground.
    Resumed,
}

/// How an effect ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Of `Describe`.
    Described(Result<PrinterReport, NotOurs>),
    /// Of `RecogniseRouter`; `None` when the home network has no known gateway.
    Router(Option<RouterReport>),
    /// Of `SignIn`.
    SignedIn(Result<SignedIn, SignInProblem>),
    /// Another session of this app is at the same router.
    Busy,
    /// Of `ReadPin`.
    Pin(Result<PinNumber, NoPin>),
    /// Of `SendPin`.
    Sent(Result<(), HandOverProblem>),
    /// Of `Undo`: whether it was taken back.
    Undone(bool),
}

/// What signing in told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The router lets us give it a device PIN.
    pub device_pin: bool,
    /// Its status before anything was done; needed to tell a new result from an old one.
    pub status: Option<RouterStatus>,
}

/// Everything that can be tapped. The guide words them and may not add, drop or reorder one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Choice {
    /// This printer of the list; its number stays the same while the session lasts.
    Printer(u32),
    /// Give the printer's address.
    TypeAddress,
    /// Ask at the address that was typed.
    Ask,
    /// Put a printer that is on the network already onto the Wi-Fi.
    Connect,
    /// Take this way.
    Way(Way),
    /// Look again for what the router and the printer offer.
    LookAgain,
    /// Sign in with what was typed.
    SignIn,
    /// Go on without signing in: the PIN is typed into the router's page by hand.
    CannotSignIn,
    /// Read the PIN from the printer again.
    ReadAgain,
    /// Use the PIN that was typed.
    UsePin,
    /// The printer shows four digits.
    FourDigits,
    /// The printer shows eight digits.
    EightDigits,
    /// The PIN is in the router's page now.
    Entered,
    /// The printer that appeared is the one.
    ThatIsMine,
    /// It is not.
    NotMine,
    /// Start another attempt in the same way.
    TryAgain,
    /// Wait for the printer once more.
    KeepLooking,
    /// Sign in and close what stayed open at the router.
    CloseWindow,
    /// Go on without that.
    CarryOn,
    /// Set up another printer.
    AnotherPrinter,
    /// Done.
    Done,
    /// One step back.
    Back,
    /// Leave.
    Leave,
}

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

impl Choice {
    /// Stable id, such as `printer:1` or `way:read:router`.
    pub fn id(&self) -> String {
        let name = match self {
            Choice::Printer(n) => return format!("printer:{n}"),
            Choice::Way(way) => return way.id(),
            Choice::TypeAddress => "type-address",
            Choice::Ask => "ask",
            Choice::Connect => "connect",
            Choice::LookAgain => "look-again",
            Choice::SignIn => "sign-in",
            Choice::CannotSignIn => "cannot-sign-in",
            Choice::ReadAgain => "read-again",
            Choice::UsePin => "use-pin",
            Choice::FourDigits => "four-digits",
            Choice::EightDigits => "eight-digits",
            Choice::Entered => "entered",
            Choice::ThatIsMine => "that-is-mine",
            Choice::NotMine => "not-mine",
            Choice::TryAgain => "try-again",
            Choice::KeepLooking => "keep-looking",
            Choice::CloseWindow => "close-window",
            Choice::CarryOn => "carry-on",
            Choice::AnotherPrinter => "another-printer",
            Choice::Done => "done",
            Choice::Back => "back",
            Choice::Leave => "leave",
        };
        name.to_owned()
    }

    /// The fields that it needs.
    pub fn needs(&self) -> &'static [Field] {
        match self {
            Choice::Ask => &[Field::Address],
            Choice::SignIn => &[Field::User, Field::Password],
            Choice::UsePin => &[Field::Pin],
            _ => &[],
        }
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
