//! The state, and what belongs to each: effects, timers, a name.

pub use super::phases::{
    AddressProblem, After, Decide, Find, Given, HandOver, Hop, HopWhy, PinState, Push, SignIn, SignInTrouble,
    Then, Wait,
};
pub use super::reason::{HowToCheck, Reason};
pub use super::sheet::{Blink, Sheet};
pub use super::which::Which;

use super::effect::EffectId;
use super::timers::Timer;

/// Where the setup stands. One file per phase handles it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Looking for the printer.
    Find(Find),
    /// Learning what is offered and choosing a way.
    Decide(Decide),
    /// Bringing the phone to another network.
    Hop(Hop),
    /// Signing in at the router.
    SignIn(SignIn),
    /// Getting the PIN.
    Pin(PinState),
    /// Giving it to the router.
    HandOver(HandOver),
    /// Push button on both sides.
    Push(Push),
    /// Waiting for evidence of the join.
    Wait(Wait),
    /// The attempt is over.
    After(After),
}

impl Default for State {
    fn default() -> Self {
        State::Find(Find::Start)
    }
}

impl State {
    /// The effects that it waits for.
    pub fn effects(&self) -> Vec<EffectId> {
        match self {
            State::Find(
                Find::Asking { effect, .. } | Find::WhichOne { blink: Blink::Asking(effect), .. },
            )
            | State::Decide(Decide::Learning { effect })
            | State::SignIn(SignIn::Asking { effect, .. } | SignIn::Trusting { effect, .. })
            | State::Pin(PinState::Reading { effect })
            | State::HandOver(HandOver::Sending { effect })
            | State::Push(Push::Starting { effect }) => vec![*effect],
            State::Decide(Decide::AlreadyOnline { sheet, .. })
            | State::Pin(PinState::Typing { sheet, .. })
            | State::After(After::Joined { sheet, .. }) => sheet.effect().into_iter().collect(),
            State::After(After::Closing { effects, .. } | After::ClosingFirst { effects, .. }) => {
                effects.clone()
            }
            _ => Vec::new(),
        }
    }

    /// The timers that run in it.
    pub fn timers(&self) -> &'static [Timer] {
        match self {
            State::Find(Find::Asking { .. }) => &[Timer::Effect],
            State::Find(Find::WhichOne { .. }) => &[Timer::Effect, Timer::NothingFound],
            State::Find(_) => &[Timer::NothingFound],
            State::Decide(Decide::Learning { .. } | Decide::AlreadyOnline { .. }) => &[Timer::Effect],
            State::Decide(_) => &[],
            State::Hop(_) => &[Timer::Hop, Timer::PrinterWalk],
            State::SignIn(SignIn::Typing { .. }) => &[Timer::PrinterWalk],
            State::SignIn(SignIn::Asking { .. }) => &[Timer::Effect, Timer::PrinterWalk],
            State::SignIn(SignIn::Changed { .. }) => &[],
            State::SignIn(SignIn::Trusting { .. }) => &[Timer::Effect],
            State::Pin(PinState::Reading { .. } | PinState::Typing { .. }) => &[Timer::Effect],
            State::Pin(PinState::Digits { .. } | PinState::Told) => &[Timer::PrinterWalk],
            State::HandOver(HandOver::Sending { .. }) => &[Timer::Effect, Timer::PrinterWalk],
            State::HandOver(HandOver::ByPerson { .. }) => &[Timer::PrinterWalk],
            State::HandOver(HandOver::StartPrinter { .. }) => &[Timer::RouterWindow],
            State::HandOver(HandOver::AtPanel) => &[],
            State::Push(Push::Starting { .. }) => &[Timer::Effect, Timer::PrinterWalk],
            State::Push(Push::AtRouter { .. }) => &[Timer::PrinterWalk],
            State::Push(_) => &[],
            State::Wait(_) => {
                &[Timer::PrinterWalk, Timer::Slow, Timer::RouterSaid, Timer::RouterWindow, Timer::Join]
            }
            State::After(After::Closing { .. } | After::ClosingFirst { .. }) => &[Timer::Closing],
            State::After(After::Joined { .. }) => &[Timer::Effect],
            State::After(_) => &[],
        }
    }

    /// Whether the PIN may still be needed; it is dropped in all other states.
    pub fn holds_pin(&self) -> bool {
        match self {
            State::SignIn(SignIn::Typing { then, .. } | SignIn::Asking { then, .. }) => {
                *then == Then::SendPin
            }
            State::Hop(hop) => hop.why == HopWhy::GivePin,
            State::Pin(PinState::Told) => true,
            State::HandOver(HandOver::Sending { .. } | HandOver::ByPerson { .. }) => true,
            _ => false,
        }
    }

    /// Stable name, for logs, tables and the saved session.
    pub fn name(&self) -> &'static str {
        match self {
            State::Find(state) => state.name(),
            State::Decide(Decide::AlreadyOnline { .. }) => "already-online",
            State::Decide(Decide::Moving) => "moving",
            State::Decide(Decide::Learning { .. }) => "learning",
            State::Decide(Decide::Choosing) => "ways",
            State::Hop(hop) if hop.why.to_setup() => "to-printer-wifi",
            State::Hop(_) => "coming-home",
            State::SignIn(SignIn::Typing { .. }) => "sign-in",
            State::SignIn(SignIn::Asking { .. }) => "signing-in",
            State::SignIn(SignIn::Changed { .. }) => "certificate-changed",
            State::SignIn(SignIn::Trusting { .. }) => "learning",
            State::Pin(PinState::Reading { .. }) => "reading-pin",
            State::Pin(PinState::Typing { .. }) => "type-pin",
            State::Pin(PinState::Digits { .. }) => "digits",
            State::Pin(PinState::Told) => "your-pin",
            State::HandOver(HandOver::Sending { .. }) => "sending-pin",
            State::HandOver(HandOver::ByPerson { .. }) => "router-page",
            State::HandOver(HandOver::StartPrinter { .. }) => "start-printer",
            State::HandOver(HandOver::AtPanel) => "panel",
            State::Push(Push::Consent) => "push-consent",
            State::Push(Push::AtPrinter) => "push-printer",
            State::Push(Push::Starting { .. }) => "push-starting",
            State::Push(Push::AtRouter { .. }) => "push-router",
            State::Wait(wait) if wait.asked => "printer-report",
            State::Wait(_) => "waiting",
            State::After(state) => state.name(),
        }
    }
}

impl Find {
    fn name(&self) -> &'static str {
        match self {
            Find::Start => "start",
            Find::ComputerAsks => "computer-asks",
            Find::WentOffline => "went-offline",
            Find::Searching { .. } => "find",
            Find::Address { .. } => "address",
            Find::WhichOne { .. } => "which-one",
            Find::Asking { .. } => "asking",
        }
    }
}

impl After {
    fn name(&self) -> &'static str {
        match self {
            After::Joined { .. } => "joined",
            After::Failed { .. } => "failed",
            After::Unknown { .. } => "unknown",
            After::Leftover => "leftover",
            After::Closing { .. } | After::ClosingFirst { .. } => "closing",
            After::Ended { .. } => "ended",
        }
    }
}
