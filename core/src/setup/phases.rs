//! The phases' own states. Enums with data, never a flag beside an option.

use super::effect::EffectId;
use super::evidence::{Hint, Proof, RouterWord};
use super::input::SessionOutcome;
use super::listed::Key;
use super::reason::{HowToCheck, Reason};
use super::sheet::{Blink, Sheet};
use super::which::Which;
use crate::knowledge::families::PinPlace;
use crate::net::tls::Changed;
use crate::net::{LocalAddr, Trouble};
use crate::pin::{PinProblem, WpsPin};
use crate::printer::{NoPin, NotOurs};
use crate::router::{HandOverProblem, SignInProblem};

/// Looking for the printer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Find {
    /// The three doors.
    Start,
    /// A computer asks for a PIN: what that probably is. Needs no search and no permission.
    ComputerAsks,
    /// It worked, and now it is offline, or the network changed.
    WentOffline,
    /// The list, as it grows.
    Searching {
        /// What went wrong with the last choice.
        problem: Option<NotOurs>,
    },
    /// The person types an address.
    Address {
        /// What is wrong with the last one.
        problem: Option<AddressProblem>,
    },
    /// Two of one model: which one is it?
    WhichOne {
        /// The one in question, and what follows.
        which: Which,
        /// Whether it was made to blink.
        blink: Blink,
    },
    /// Asking who is there.
    Asking {
        /// The effect.
        effect: EffectId,
        /// Where back leads: the address or the list.
        typed: bool,
        /// The person said which one of several it is, or where.
        sure: bool,
        /// Its number in the list; 0 where it was not tapped there.
        number: u32,
    },
}

/// What is wrong with a typed address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AddressProblem {
    /// No address, or not one of a home network.
    NotLocal,
    /// Something else is there, or nothing.
    NotOurs(NotOurs),
}

/// Learning what is offered and choosing a way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decide {
    /// It is on the network already.
    AlreadyOnline {
        /// By Wi-Fi, otherwise by cable.
        wifi: bool,
        /// A test page.
        sheet: Sheet,
    },
    /// It is to move to another Wi-Fi: the phone goes there first.
    Moving,
    /// Asking the router what it is.
    Learning {
        /// The effect.
        effect: EffectId,
    },
    /// The ways, best first.
    Choosing,
}

/// Bringing the phone to another network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Hop {
    /// Why, and so where to.
    pub why: HopWhy,
    /// The system does it; otherwise, or when it takes too long, the person.
    pub by_port: bool,
}

/// Why the phone changes its network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HopWhy {
    /// To the printer's own Wi-Fi, to ask who it is.
    Meet(LocalAddr),
    /// Home, to learn what the router takes.
    Learn,
    /// To the printer's own Wi-Fi, to read its PIN.
    ReadPin,
    /// Home, to give the router the PIN.
    GivePin,
}

impl HopWhy {
    /// It leads to the printer's own Wi-Fi, otherwise home.
    pub fn to_setup(self) -> bool {
        matches!(self, HopWhy::Meet(_) | HopWhy::ReadPin)
    }
}

/// What happens after signing in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Then {
    /// Get the PIN.
    GetPin,
    /// Send the PIN that is known.
    SendPin,
    /// Go to the printer's push button.
    Push,
    /// Look whether the hand-over that was interrupted happened.
    Check,
    /// Close what stayed open.
    Undo,
}

/// Signing in at the router.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignIn {
    /// The person types name and password.
    Typing {
        /// What happens then.
        then: Then,
        /// What went wrong.
        problem: Option<SignInTrouble>,
    },
    /// Asking the router.
    Asking {
        /// The effect.
        effect: EffectId,
        /// What happens then.
        then: Then,
    },
    /// The router shows another certificate than before: is it still the person's router?
    Changed {
        /// The one before and the one now.
        certificate: Changed,
        /// What happens after signing in; `None` where no way was chosen yet.
        then: Option<Then>,
    },
    /// The person agreed to the new certificate: asking the router anew what it is.
    Trusting {
        /// The effect.
        effect: EffectId,
        /// What happens after signing in; `None` where no way was chosen yet.
        then: Option<Then>,
    },
}

impl SignIn {
    /// What happens after signing in; `None` where no way was chosen yet.
    pub fn then(&self) -> Option<Then> {
        match self {
            SignIn::Typing { then, .. } | SignIn::Asking { then, .. } => Some(*then),
            SignIn::Changed { then, .. } | SignIn::Trusting { then, .. } => *then,
        }
    }
}

/// Why the person is asked again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SignInTrouble {
    /// Refused or no answer.
    Problem(SignInProblem),
    /// The session at the router ended.
    Expired,
    /// The program was interrupted.
    Interrupted,
    /// Another setup is at this router.
    Busy,
    /// No user name was typed, and this router has no sign-in without one. Nothing was sent.
    NoUser,
}

/// Getting the PIN.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PinState {
    /// Asking the printer.
    Reading {
        /// The effect.
        effect: EffectId,
    },
    /// The person reads it from the printer and types it; or only reads it, when that is all they want.
    Typing {
        /// Where the person looks.
        place: PinPlace,
        /// Why the printer did not tell it.
        why: Option<NoPin>,
        /// What is wrong with the last one.
        problem: Option<PinProblem>,
        /// The sheet that may carry it.
        sheet: Sheet,
    },
    /// Four digits or eight: the person looks.
    Digits {
        /// As four.
        four: WpsPin,
        /// As eight.
        eight: WpsPin,
    },
    /// The PIN, for somebody who only wants to know it.
    Told,
}

/// Giving it to the router.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandOver {
    /// Asking the router's service.
    Sending {
        /// The effect.
        effect: EffectId,
    },
    /// The person types it into the router's page.
    ByPerson {
        /// Why not the service, when that was tried.
        instead: Option<HandOverProblem>,
        /// The page does not look as its vendor's row says: the general steps are shown.
        general: bool,
    },
    /// The router has the PIN; now Start is touched on the printer.
    StartPrinter {
        /// How sure it is that the router has it.
        given: Given,
    },
    /// The Wi-Fi password is typed at the printer's own panel.
    AtPanel,
}

/// Push button on both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Push {
    /// What it means: anybody near could join for two minutes.
    Consent,
    /// The person presses the printer's key.
    AtPrinter,
    /// Asking the router's service to press its button.
    Starting {
        /// The effect.
        effect: EffectId,
    },
    /// The person walks to the router and presses its button.
    AtRouter {
        /// Why not the service, when that was tried.
        instead: Option<HandOverProblem>,
    },
}

/// How sure it is that the router has the PIN, or that its button is pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Given {
    /// The router's service took it.
    Taken,
    /// The service gave no usable answer; it may have taken it.
    Unsure(Trouble),
    /// A person says so, or it is not known any more after an interruption.
    #[default]
    Told,
}

/// Waiting for evidence of the join.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wait {
    /// How sure it is that the router has the PIN, or that its button is pressed.
    pub given: Given,
    /// It takes longer than usual.
    pub slow: bool,
    /// The printer stopped looking for the router.
    pub walk_over: bool,
    /// What the router said in this attempt.
    pub word: Option<RouterWord>,
    /// The router said success some time ago and the printer is not in sight.
    pub overdue: bool,
    /// The printer was seen in a way that proves nothing.
    pub seen: bool,
    /// A printer that may be the one.
    pub hint: Option<Hint>,
    /// Printers that the person said are not theirs; at most 8.
    pub not_mine: Vec<Key>,
    /// The router's status was readable last time.
    pub router_heard: bool,
    /// The router's push button was seen active in this attempt.
    pub push_active: bool,
    /// The person is asked what the printer shows.
    pub asked: bool,
}

/// The attempt is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum After {
    /// Proven.
    Joined {
        /// By what.
        proof: Proof,
        /// A test page.
        sheet: Sheet,
    },
    /// It failed.
    Failed {
        /// Why.
        reason: Reason,
    },
    /// Nothing proves either; the look goes on.
    Unknown {
        /// What the person can check.
        check: HowToCheck,
        /// What the router said in this attempt.
        word: Option<RouterWord>,
    },
    /// Something stayed open at the router from before.
    Leftover,
    /// Taking back what stayed open.
    Closing {
        /// The effects.
        effects: Vec<EffectId>,
        /// How it ends then.
        outcome: SessionOutcome,
    },
    /// It goes on once this is closed.
    ClosingFirst {
        /// The effects.
        effects: Vec<EffectId>,
        /// With another attempt, otherwise with a search.
        again: bool,
    },
    /// The end.
    Ended {
        /// How.
        outcome: SessionOutcome,
    },
}
