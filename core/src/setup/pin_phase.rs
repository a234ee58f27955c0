//! Phase pin: read from the printer, or typed by the person.

use super::effect::Ask;
use super::input::{Choice, Field, Input, Outcome, Refused};
use super::journal::Note;
use super::plan::PinFrom;
use super::state::{Decide, PinState, Reason, State};
use super::timers::Timer;
use super::{Moment, Setup, Step, after, hand_over};
use crate::net::Trouble;
use crate::pin::{PinNumber, WpsPin};
use crate::printer::{NoPin, PinOffer};

pub(super) fn handle(setup: &mut Setup, state: PinState, input: Input, now: Moment) -> Step {
    match (state, input) {
        (_, Input::Choose(Choice::Back, _)) => (State::Decide(Decide::Choosing), Ok(())),
        (PinState::Reading { .. }, Input::Outcome(_, Outcome::Pin(result))) => {
            (read(setup, result, now), Ok(()))
        }
        (PinState::Typing { why, .. }, Input::Choose(Choice::UsePin, answers)) => {
            match WpsPin::parse(answers.text(Field::Pin)) {
                Ok(pin) => (use_pin(setup, pin, Note::PinTyped, now), Ok(())),
                Err(problem) => (State::Pin(PinState::Typing { why, problem: Some(problem) }), Ok(())),
            }
        }
        (PinState::Typing { .. }, Input::Choose(Choice::ReadAgain, _)) => (get(setup, now), Ok(())),
        (PinState::Digits { four, .. }, Input::Choose(Choice::FourDigits, _)) => {
            (use_pin(setup, four, Note::PinRead, now), Ok(()))
        }
        (PinState::Digits { eight, .. }, Input::Choose(Choice::EightDigits, _)) => {
            (use_pin(setup, eight, Note::PinRead, now), Ok(()))
        }
        (state, Input::Choose(..)) => (State::Pin(state), Err(Refused::NotOffered)),
        (state, _) => (State::Pin(state), Ok(())),
    }
}

pub(super) fn deadline(setup: &mut Setup, state: PinState, timer: Timer, now: Moment) -> State {
    match (state, timer) {
        (PinState::Reading { .. }, Timer::Effect) => read(setup, Err(NoPin::Trouble(Trouble::TimedOut)), now),
        (PinState::Digits { .. }, Timer::PrinterWalk) => after::fail(setup, Reason::PinTooOld, now),
        (state, _) => State::Pin(state),
    }
}

/// Gets the PIN in the way that was chosen.
pub(super) fn get(setup: &mut Setup, now: Moment) -> State {
    let from = setup.world.way.map_or(PinFrom::Person, |w| w.pin);
    let offer = setup.world.chosen.as_ref().map(|c| (c.at, c.pin.clone()));
    match (from, offer) {
        (PinFrom::Ews, Some((at, PinOffer::Resource { path }))) => {
            let effect = setup.ask(Ask::ReadPin { at, path }, now);
            State::Pin(PinState::Reading { effect })
        }
        _ => State::Pin(PinState::Typing { why: None, problem: None }),
    }
}

fn read(setup: &mut Setup, result: Result<PinNumber, NoPin>, now: Moment) -> State {
    let no = match result {
        Ok(PinNumber::Pin(pin)) => return use_pin(setup, pin, Note::PinRead, now),
        Ok(PinNumber::Ambiguous { four, eight }) => {
            setup.timers.set(Timer::PrinterWalk, now + setup.knowledge.timings.printer_walk);
            return State::Pin(PinState::Digits { four, eight });
        }
        Ok(PinNumber::None) => NoPin::Empty,
        Err(no) => no,
    };
    setup.world.journal.note(now, Note::NoPin(no));
    State::Pin(PinState::Typing { why: Some(no), problem: None })
}

/// From here the printer's clock runs: reading started it, or the person started it to see the PIN.
fn use_pin(setup: &mut Setup, pin: WpsPin, note: Note, now: Moment) -> State {
    setup.world.journal.note(now, note);
    setup.world.pin = Some(pin);
    if setup.timers.get(Timer::PrinterWalk).is_none() {
        setup.timers.set(Timer::PrinterWalk, now + setup.knowledge.timings.printer_walk);
    }
    hand_over::give(setup, now)
}
