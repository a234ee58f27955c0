//! Phase pin: read from the printer, or by the person from its display, a page or a label.

use super::effect::Ask;
use super::input::{Choice, End, Field, Input, Outcome, Refused, SessionOutcome};
use super::journal::Note;
use super::plan::PinFrom;
use super::state::{Decide, HopWhy, PinState, Reason, Sheet, State};
use super::timers::Timer;
use super::world::Goal;
use super::{Moment, Setup, Step, after, hand_over, hop};
use crate::knowledge::families::{PinOrder, PinPlace};
use crate::net::Trouble;
use crate::pin::{PinNumber, PinProblem, WpsPin};
use crate::printer::{NoPin, PageKind, PinOffer};

pub(super) fn handle(setup: &mut Setup, state: PinState, input: Input, now: Moment) -> Step {
    match (state, input) {
        (_, Input::Choose(Choice::Back, _)) => (back(setup), Ok(())),
        (PinState::Reading { .. }, Input::Outcome(_, Outcome::Pin(result))) => {
            (read(setup, result, now), Ok(()))
        }
        (PinState::Typing { place, why, problem, sheet }, input) => {
            typing(setup, Typing { place, why, problem, sheet }, input, now)
        }
        (PinState::Digits { four, .. }, Input::Choose(Choice::FourDigits, _)) => {
            (use_pin(setup, four, Note::PinRead, now), Ok(()))
        }
        (PinState::Digits { eight, .. }, Input::Choose(Choice::EightDigits, _)) => {
            (use_pin(setup, eight, Note::PinRead, now), Ok(()))
        }
        (PinState::Told, Input::Choose(Choice::ReadAgain, _)) => {
            setup.timers.stop(Timer::PrinterWalk);
            (get(setup, now), Ok(()))
        }
        (state @ PinState::Told, Input::Choose(Choice::Done, _)) => informed(setup, &State::Pin(state), now),
        (state, Input::Choose(..)) => (State::Pin(state), Err(Refused::NotOffered)),
        (state, _) => (State::Pin(state), Ok(())),
    }
}

pub(super) fn deadline(setup: &mut Setup, state: PinState, timer: Timer, now: Moment) -> State {
    match (state, timer) {
        (PinState::Reading { .. }, Timer::Effect) => read(setup, Err(NoPin::Trouble(Trouble::TimedOut)), now),
        (PinState::Typing { place, why, problem, sheet: Sheet::Asking(_) }, Timer::Effect) => {
            State::Pin(PinState::Typing { place, why, problem, sheet: Sheet::timed_out() })
        }
        (PinState::Digits { .. }, Timer::PrinterWalk) if setup.world.goal != Goal::OnlyPin => {
            after::fail(setup, Reason::PinTooOld, now)
        }
        (state, _) => State::Pin(state),
    }
}

struct Typing {
    place: PinPlace,
    why: Option<NoPin>,
    problem: Option<PinProblem>,
    sheet: Sheet,
}

impl Typing {
    fn state(self) -> State {
        let Typing { place, why, problem, sheet } = self;
        State::Pin(PinState::Typing { place, why, problem, sheet })
    }
}

fn typing(setup: &mut Setup, typing: Typing, input: Input, now: Moment) -> Step {
    match input {
        Input::Choose(Choice::UsePin, answers) => match WpsPin::parse(answers.text(Field::Pin)) {
            // The example of many guides: asked once, then believed.
            Ok(pin) if pin.is_example() && typing.problem != Some(PinProblem::Example) => {
                (Typing { problem: Some(PinProblem::Example), ..typing }.state(), Ok(()))
            }
            Ok(pin) => (use_pin(setup, pin, Note::PinTyped, now), Ok(())),
            Err(problem) => (Typing { problem: Some(problem), ..typing }.state(), Ok(())),
        },
        Input::Choose(Choice::LookAt(place), _) => {
            (Typing { place, problem: None, ..typing }.state(), Ok(()))
        }
        Input::Choose(Choice::PrintPin, _) => {
            let sheet = print_pin(setup, now).unwrap_or(typing.sheet);
            (Typing { place: PinPlace::Page, sheet, ..typing }.state(), Ok(()))
        }
        Input::Outcome(_, Outcome::Printed(result)) => {
            (Typing { sheet: Sheet::of(result), ..typing }.state(), Ok(()))
        }
        Input::Choose(Choice::NoPinThere, _) => {
            setup.world.journal.note(now, Note::NoPinShown);
            setup.world.learned.no_pin_shown = true;
            setup.world.goal = Goal::Connect;
            (State::Decide(Decide::Choosing), Ok(()))
        }
        Input::Choose(Choice::ReadAgain, _) => (get(setup, now), Ok(())),
        Input::Choose(Choice::Done, _) => informed(setup, &typing.state(), now),
        Input::Choose(..) => (typing.state(), Err(Refused::NotOffered)),
        _ => (typing.state(), Ok(())),
    }
}

fn back(setup: &mut Setup) -> State {
    let online = setup.world.chosen.as_ref().and_then(|c| c.online_by_wifi());
    match online.filter(|_| setup.world.goal == Goal::OnlyPin) {
        Some(wifi) => {
            setup.world.goal = Goal::Connect;
            State::Decide(Decide::AlreadyOnline { wifi, sheet: Sheet::No })
        }
        None => State::Decide(Decide::Choosing),
    }
}

fn informed(setup: &mut Setup, state: &State, now: Moment) -> Step {
    setup.world.last = Some(SessionOutcome::Informed);
    after::close(setup, state, End::Left, now)
}

/// Gets the PIN in the way that was chosen; somebody who only wants to know it gets it as directly as the printer allows.
pub(super) fn get(setup: &mut Setup, now: Moment) -> State {
    let from = setup.world.way.and_then(super::plan::Way::pin_from);
    let from = if setup.world.goal == Goal::OnlyPin { Some(PinFrom::Ews) } else { from };
    let chosen = setup.world.chosen.as_ref();
    let tells = chosen.is_some_and(|c| matches!(c.pin, PinOffer::Resource { .. }));
    if from != Some(PinFrom::Ews) || !tells {
        return ask_person(setup, None);
    }
    if chosen.is_some_and(super::world::Chosen::own_network) && setup.world.around.setup.is_none() {
        return hop::to(setup, HopWhy::ReadPin, now);
    }
    read_now(setup, now)
}

/// Asks the printer, from where the phone is.
pub(super) fn read_now(setup: &mut Setup, now: Moment) -> State {
    let Some((at, PinOffer::Resource { path })) = setup.world.chosen.as_ref().map(|c| (c.at, c.pin.clone()))
    else {
        return ask_person(setup, None);
    };
    let effect = setup.ask(Ask::ReadPin { at, path }, now);
    State::Pin(PinState::Reading { effect })
}

pub(super) fn ask_person(setup: &Setup, why: Option<NoPin>) -> State {
    let place = setup.pin_places().first().copied().unwrap_or(PinPlace::Display);
    State::Pin(PinState::Typing { place, why, problem: None, sheet: Sheet::No })
}

fn print_pin(setup: &mut Setup, now: Moment) -> Option<Sheet> {
    let chosen = setup.world.chosen.clone()?;
    let page = PageKind::for_pin().into_iter().find(|p| chosen.pages.contains(p))?;
    Some(Sheet::Asking(setup.ask(Ask::PrintPage { at: chosen.at, page }, now)))
}

fn read(setup: &mut Setup, result: Result<PinNumber, NoPin>, now: Moment) -> State {
    let no = match result {
        Ok(PinNumber::Pin(pin)) => return use_pin(setup, pin, Note::PinRead, now),
        Ok(PinNumber::Ambiguous { four, eight }) => {
            start_clock(setup, now);
            return State::Pin(PinState::Digits { four, eight });
        }
        Ok(PinNumber::None) => NoPin::Empty,
        Err(no) => no,
    };
    setup.world.journal.note(now, Note::NoPin(no));
    ask_person(setup, Some(no))
}

/// Where the printer started when it told or showed the PIN, its clock runs from there.
fn start_clock(setup: &mut Setup, now: Moment) {
    if setup.order() != PinOrder::StartAfter && setup.timers.get(Timer::PrinterWalk).is_none() {
        setup.timers.set(Timer::PrinterWalk, now + setup.knowledge.timings.printer_walk);
    }
}

fn use_pin(setup: &mut Setup, pin: WpsPin, note: Note, now: Moment) -> State {
    setup.world.journal.note(now, note);
    setup.world.pin = Some(pin);
    start_clock(setup, now);
    if setup.world.goal == Goal::OnlyPin {
        return State::Pin(PinState::Told);
    }
    hand_over::give(setup, now)
}
