//! Phase find: the list of printers, a typed address, and asking who is there.

use super::effect::Ask;
use super::input::{Answers, Choice, Field, Found, Input, Outcome, Refused};
use super::journal::Note;
use super::state::{AddressProblem, Decide, Find, State};
use super::timers::Timer;
use super::world::Chosen;
use super::{Moment, Setup, Step};
use crate::net::{LocalAddr, Trouble};
use crate::printer::{Link, NotOurs, PrinterReport};

pub(super) fn handle(setup: &mut Setup, state: Find, input: Input, now: Moment) -> Step {
    match (state, input) {
        (Find::Searching { .. }, Input::Choose(Choice::Printer(number), _)) => {
            let Some(found) = setup.world.numbered(number).cloned() else {
                return (State::Find(Find::Searching { problem: None }), Err(Refused::NotOffered));
            };
            ask_found(setup, &found, now)
        }
        (Find::Searching { .. }, Input::Choose(Choice::TypeAddress, _)) => {
            ok(Find::Address { problem: None })
        }
        (Find::Address { .. }, Input::Choose(Choice::Ask, answers)) => ask_typed(setup, &answers, now),
        (Find::Address { .. }, Input::Choose(Choice::Back, _)) => search(setup, None, now),
        (Find::Asking { typed, .. }, Input::Choose(Choice::Back, _)) => unasked(setup, typed, None, now),
        (Find::Asking { typed, .. }, Input::Outcome(_, Outcome::Described(result))) => match result {
            Ok(report) => (found(setup, &report, now), Ok(())),
            Err(problem) => unasked(setup, typed, Some(problem), now),
        },
        (state, Input::Choose(..)) => (State::Find(state), Err(Refused::NotOffered)),
        (state, _) => ok(state),
    }
}

pub(super) fn deadline(setup: &mut Setup, state: Find, timer: Timer, now: Moment) -> State {
    match (state, timer) {
        (Find::Asking { typed, .. }, Timer::Effect) => {
            unasked(setup, typed, Some(NotOurs::Trouble(Trouble::TimedOut)), now).0
        }
        (state, Timer::NothingFound) => {
            setup.world.nothing_found = setup.world.printers.is_empty();
            State::Find(state)
        }
        (state, _) => State::Find(state),
    }
}

/// Back to the list; the search starts counting anew.
pub(super) fn search(setup: &mut Setup, problem: Option<NotOurs>, now: Moment) -> Step {
    setup.world.chosen = None;
    setup.world.nothing_found = false;
    setup.timers.set(Timer::NothingFound, now + setup.knowledge.timings.nothing_found);
    ok(Find::Searching { problem })
}

/// Asks the chosen printer again what it offers and how it is connected, after an interruption.
pub(super) fn ask_again(setup: &mut Setup, chosen: &Chosen, now: Moment) -> State {
    let effect = setup.ask(Ask::Describe { at: chosen.at, expected: Some(chosen.identity.clone()) }, now);
    State::Find(Find::Asking { effect, typed: false })
}

fn ask_found(setup: &mut Setup, found: &Found, now: Moment) -> Step {
    let Some(at) = found.ews.first().copied() else {
        return ok(Find::Searching { problem: Some(NotOurs::Trouble(Trouble::Unreachable)) });
    };
    let effect = setup.ask(Ask::Describe { at, expected: Some(found.identity.clone()) }, now);
    ok(Find::Asking { effect, typed: false })
}

fn ask_typed(setup: &mut Setup, answers: &Answers, now: Moment) -> Step {
    match LocalAddr::parse(answers.text(Field::Address)) {
        Ok(at) => {
            let effect = setup.ask(Ask::Describe { at, expected: None }, now);
            ok(Find::Asking { effect, typed: true })
        }
        Err(_) => ok(Find::Address { problem: Some(AddressProblem::NotLocal) }),
    }
}

fn unasked(setup: &mut Setup, typed: bool, problem: Option<NotOurs>, now: Moment) -> Step {
    if typed {
        return ok(Find::Address { problem: problem.map(AddressProblem::NotOurs) });
    }
    search(setup, problem, now)
}

fn found(setup: &mut Setup, report: &PrinterReport, now: Moment) -> State {
    setup.world.chosen = Some(Chosen::new(report));
    setup.world.journal.note(now, Note::PrinterChosen);
    match report.asked_through {
        Some(Link::Wifi) if report.wifi_joined != Some(false) && !report.at.is_setup() => {
            State::Decide(Decide::AlreadyOnline { wifi: true })
        }
        Some(Link::Cable) => State::Decide(Decide::AlreadyOnline { wifi: false }),
        _ => super::decide::learn_router(setup, now),
    }
}

fn ok(state: Find) -> Step {
    (State::Find(state), Ok(()))
}
