//! The states. Enums with data, never a flag beside an option.

use serde::{Deserialize, Serialize};

use super::effect::EffectId;
use super::evidence::{Hint, Proof, RouterWord};
use super::input::SessionOutcome;
use super::timers::Timer;
use crate::net::Trouble;
use crate::pin::{PinProblem, WpsPin};
use crate::printer::{NoPin, NotOurs};
use crate::router::{HandOverProblem, SignInProblem};

/// Where the setup stands. One file per phase handles it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Looking for the printer.
    Find(Find),
    /// Learning what is offered and choosing a way.
    Decide(Decide),
    /// Signing in at the router.
    SignIn(SignIn),
    /// Getting the PIN.
    Pin(PinState),
    /// Giving it to the router.
    HandOver(HandOver),
    /// Waiting for evidence of the join.
    Wait(Wait),
    /// The attempt is over.
    After(After),
}

/// Looking for the printer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Find {
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
    /// Asking who is there.
    Asking {
        /// The effect.
        effect: EffectId,
        /// Where back leads: the address or the list.
        typed: bool,
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
    },
    /// Asking the router what it is.
    Learning {
        /// The effect.
        effect: EffectId,
    },
    /// The ways, best first.
    Choosing,
}

/// What happens after signing in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Then {
    /// Get the PIN.
    GetPin,
    /// Send the PIN that is known.
    SendPin,
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
}

/// Getting the PIN.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PinState {
    /// Asking the printer.
    Reading {
        /// The effect.
        effect: EffectId,
    },
    /// The person types it.
    Typing {
        /// Why the printer did not tell it.
        why: Option<NoPin>,
        /// What is wrong with the last one.
        problem: Option<PinProblem>,
    },
    /// Four digits or eight: the person looks.
    Digits {
        /// As four.
        four: WpsPin,
        /// As eight.
        eight: WpsPin,
    },
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
    },
}

/// How sure it is that the router has the PIN.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Given {
    /// The router's service took it.
    Taken,
    /// The service gave no usable answer; it may have taken it.
    Unsure(Trouble),
    /// A person says that it is in the router's page, or it is not known any more after an interruption.
    #[default]
    Told,
}

/// Waiting for evidence of the join.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wait {
    /// How sure it is that the router has the PIN.
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
    pub not_mine: Vec<String>,
    /// The router's status was readable last time.
    pub router_heard: bool,
}

/// The attempt is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum After {
    /// Proven.
    Joined {
        /// By what.
        proof: Proof,
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
    /// It goes on with a search once this is closed.
    ClosingFirst {
        /// The effects.
        effects: Vec<EffectId>,
    },
    /// The end.
    Ended {
        /// How.
        outcome: SessionOutcome,
    },
}

/// Why an attempt failed. A closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Reason {
    /// The router met another PIN (config error 18). Always a fresh PIN next.
    WrongPin,
    /// The PIN's time ran out before it was in the router.
    PinTooOld,
    /// The router had the PIN and nobody came with it: wrong router, printer not started, out of reach.
    PinNotUsed,
    /// WPS is off at the router or its network name is hidden.
    WpsOff,
    /// The router refused the PIN's check digit.
    RouterRefusedPin,
    /// The router gave no usable answer.
    Router(Trouble),
}

/// What a person can check when nothing proves either.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum HowToCheck {
    /// The router says success and the printer is not in sight: WPA3 only, a guest network, another band.
    RouterSaysSuccess,
    /// Nothing was seen: look at the printer's light.
    LookAtPrinter,
    /// The phone was off its network.
    PhoneWasAway,
}

impl Default for State {
    fn default() -> Self {
        State::Find(Find::Searching { problem: None })
    }
}

impl State {
    /// The effects that it waits for.
    pub fn effects(&self) -> Vec<EffectId> {
        match self {
            State::Find(Find::Asking { effect, .. })
            | State::Decide(Decide::Learning { effect })
            | State::SignIn(SignIn::Asking { effect, .. })
            | State::Pin(PinState::Reading { effect })
            | State::HandOver(HandOver::Sending { effect }) => vec![*effect],
            State::After(After::Closing { effects, .. } | After::ClosingFirst { effects }) => effects.clone(),
            _ => Vec::new(),
        }
    }

    /// The timers that run in it.
    pub fn timers(&self) -> &'static [Timer] {
        match self {
            State::Find(Find::Asking { .. }) => &[Timer::Effect],
            State::Find(_) => &[Timer::NothingFound],
            State::Decide(Decide::Learning { .. }) => &[Timer::Effect],
            State::Decide(_) => &[],
            State::SignIn(SignIn::Typing { .. }) => &[Timer::PrinterWalk],
            State::SignIn(SignIn::Asking { .. }) => &[Timer::Effect, Timer::PrinterWalk],
            State::Pin(PinState::Reading { .. }) => &[Timer::Effect],
            State::Pin(PinState::Digits { .. }) => &[Timer::PrinterWalk],
            State::Pin(PinState::Typing { .. }) => &[],
            State::HandOver(HandOver::Sending { .. }) => &[Timer::Effect, Timer::PrinterWalk],
            State::HandOver(HandOver::ByPerson { .. }) => &[Timer::PrinterWalk],
            State::Wait(_) => &[Timer::PrinterWalk, Timer::Slow, Timer::RouterSaid, Timer::Join],
            State::After(After::Closing { .. } | After::ClosingFirst { .. }) => &[Timer::Closing],
            State::After(_) => &[],
        }
    }

    /// Whether the PIN may still be needed; it is dropped in all other states.
    pub fn holds_pin(&self) -> bool {
        match self {
            State::SignIn(SignIn::Typing { then, .. } | SignIn::Asking { then, .. }) => {
                *then == Then::SendPin
            }
            State::HandOver(_) => true,
            _ => false,
        }
    }

    /// Stable name, for logs, tables and the saved session.
    pub fn name(&self) -> &'static str {
        match self {
            State::Find(Find::Searching { .. }) => "find",
            State::Find(Find::Address { .. }) => "address",
            State::Find(Find::Asking { .. }) => "asking",
            State::Decide(Decide::AlreadyOnline { .. }) => "already-online",
            State::Decide(Decide::Learning { .. }) => "learning",
            State::Decide(Decide::Choosing) => "ways",
            State::SignIn(SignIn::Typing { .. }) => "sign-in",
            State::SignIn(SignIn::Asking { .. }) => "signing-in",
            State::Pin(PinState::Reading { .. }) => "reading-pin",
            State::Pin(PinState::Typing { .. }) => "type-pin",
            State::Pin(PinState::Digits { .. }) => "digits",
            State::HandOver(HandOver::Sending { .. }) => "sending-pin",
            State::HandOver(HandOver::ByPerson { .. }) => "router-page",
            State::Wait(_) => "waiting",
            State::After(After::Joined { .. }) => "joined",
            State::After(After::Failed { .. }) => "failed",
            State::After(After::Unknown { .. }) => "unknown",
            State::After(After::Leftover) => "leftover",
            State::After(After::Closing { .. } | After::ClosingFirst { .. }) => "closing",
            State::After(After::Ended { .. }) => "ended",
        }
    }
}
