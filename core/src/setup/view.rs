//! What a state shows: typed, without text. The guide words it and may not add, drop or reorder a choice.

use super::Moment;
use super::evidence::{Hint, Proof, RouterWord};
use super::input::{Choice, SessionOutcome};
use super::plan::Plan;
use super::state::{AddressProblem, HowToCheck, Reason, SignInTrouble};
use crate::identity::{Identity, Label};
use crate::pin::{PinProblem, WpsPin};
use crate::ports::PortError;
use crate::printer::{NoPin, NotOurs};
use crate::router::{HandOverProblem, RouterReport};

/// One view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// Stable id of the screen, such as `find` or `waiting`.
    pub id: &'static str,
    /// What it shows.
    pub shown: Shown,
    /// What the person may choose, the usual one first.
    pub choices: Vec<Choice>,
    /// The chosen printer.
    pub printer: Option<Card>,
    /// The phone is not on a local network now.
    pub away: bool,
}

/// A printer as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its number in this session; 0 for one that was found by a typed address.
    pub number: u32,
    /// The name that the person gave it, or its model.
    pub name: Label,
    /// Model.
    pub model: Label,
    /// What the label shows, to tell two of one model apart.
    pub identity: Identity,
}

/// A clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// When it runs out.
    pub ends_at: Moment,
    /// How long it runs in all.
    pub total: std::time::Duration,
}

/// What is shown, by state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The list.
    Searching {
        /// Printers, in stable order.
        printers: Vec<Card>,
        /// The search has run for a while and found none.
        nothing_found: bool,
        /// The search itself cannot run.
        trouble: Option<PortError>,
        /// What went wrong with the last choice.
        problem: Option<NotOurs>,
    },
    /// The address field.
    Address {
        /// What is wrong with the last one.
        problem: Option<AddressProblem>,
    },
    /// Asking the printer.
    Asking,
    /// It is on the network already.
    AlreadyOnline {
        /// By Wi-Fi, otherwise by cable.
        wifi: bool,
    },
    /// Asking the router.
    Learning,
    /// The ways.
    Ways {
        /// Offered and withheld, with reasons.
        plan: Plan,
    },
    /// Name and password.
    SignIn {
        /// Which router.
        router: Option<RouterReport>,
        /// What went wrong.
        problem: Option<SignInTrouble>,
        /// To close what stayed open, not to set up.
        to_close: bool,
        /// The PIN's clock, when it runs already.
        clock: Option<Clock>,
    },
    /// Asking the router to let us in.
    SigningIn,
    /// Asking the printer for its PIN.
    ReadingPin,
    /// The PIN field.
    TypePin {
        /// Why the printer did not tell it.
        why: Option<NoPin>,
        /// What is wrong with the last one.
        problem: Option<PinProblem>,
    },
    /// Four digits or eight.
    Digits {
        /// As four.
        four: WpsPin,
        /// As eight.
        eight: WpsPin,
        /// The PIN's clock.
        clock: Option<Clock>,
    },
    /// The router is being told.
    SendingPin {
        /// The PIN's clock.
        clock: Option<Clock>,
    },
    /// The person types the PIN into the router's page.
    RouterPage {
        /// The PIN.
        pin: Option<WpsPin>,
        /// The PIN's clock.
        clock: Option<Clock>,
        /// The router, if known.
        router: Option<RouterReport>,
        /// Why not the service.
        instead: Option<HandOverProblem>,
        /// Signing in showed that the owner has not granted it.
        not_granted: bool,
    },
    /// Waiting for evidence.
    Waiting {
        /// Until the printer stops looking, then until the join is judged.
        clock: Option<Clock>,
        /// It takes longer than usual.
        slow: bool,
        /// The printer stopped looking.
        walk_over: bool,
        /// The router's word.
        word: Option<RouterWord>,
        /// The router's word is old and the printer not in sight.
        overdue: bool,
        /// Seen, which proves nothing.
        seen: bool,
        /// May be the one.
        hint: Option<Hint>,
        /// The printer was asked over its cable.
        cable: bool,
    },
    /// Proven.
    Joined {
        /// By what.
        proof: Proof,
    },
    /// Failed.
    Failed {
        /// Why.
        reason: Reason,
        /// How often for this reason.
        times: usize,
    },
    /// Nothing proves either.
    Unknown {
        /// What can be checked.
        check: HowToCheck,
    },
    /// Something stayed open.
    Leftover {
        /// Until when.
        until: Option<Moment>,
    },
    /// Taking it back.
    Closing,
    /// The end.
    Ended {
        /// How.
        outcome: SessionOutcome,
        /// What could not be taken back is open until then.
        open_until: Option<Moment>,
    },
}
