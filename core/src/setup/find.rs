//! Phase find: the doors, the list of printers, a typed address, and asking who is there.

use super::effect::Ask;
use super::input::{Answers, Choice, End, Field, Input, Outcome, Refused, SessionOutcome};
use super::journal::Note;
use super::listed::Listed;
use super::plan::Way;
use super::state::{AddressProblem, Blink, Decide, Find, HopWhy, Sheet, State, Which};
use super::timers::Timer;
use super::world::{Chosen, Goal};
use super::{Moment, Setup, Step, after, hop};
use crate::net::{LocalAddr, Trouble};
use crate::printer::{Link, NotOurs, PrinterReport};

pub(super) fn handle(setup: &mut Setup, state: Find, input: Input, now: Moment) -> Step {
    match (state, input) {
        (Find::Start, Input::Choose(Choice::ComputerAsks, _)) => ok(Find::ComputerAsks),
        (Find::Start, Input::Choose(Choice::WentOffline, _)) => {
            setup.world.goal = Goal::Again;
            ok(Find::WentOffline)
        }
        (Find::Start | Find::ComputerAsks | Find::WentOffline, Input::Choose(Choice::Begin, _)) => {
            search(setup, None, now)
        }
        (Find::ComputerAsks | Find::WentOffline | Find::Searching { .. }, Input::Choose(Choice::Back, _)) => {
            setup.world.goal = Goal::Connect;
            ok(Find::Start)
        }
        (state @ Find::ComputerAsks, Input::Choose(Choice::Done, _)) => {
            setup.world.last = Some(SessionOutcome::Informed);
            after::close(setup, &State::Find(state), End::Left, now)
        }
        (Find::Searching { .. }, Input::Choose(Choice::Printer(number), _)) => tapped(setup, number, now),
        (Find::Searching { .. }, Input::Choose(Choice::TypeAddress, _)) => {
            ok(Find::Address { problem: None })
        }
        (Find::Searching { .. }, Input::Choose(Choice::PrinterWifi, _)) => {
            (meet(setup, LocalAddr::setup(), now), Ok(()))
        }
        (state @ Find::WhichOne { .. }, input) => which_one(setup, state, input, now),
        (Find::Address { .. }, Input::Choose(Choice::Ask, answers)) => ask_typed(setup, &answers, now),
        (Find::Address { .. }, Input::Choose(Choice::Back, _)) => search(setup, None, now),
        (Find::Asking { typed, .. }, Input::Choose(Choice::Back, _)) => unasked(setup, typed, None, now),
        (Find::Asking { typed, sure, number, .. }, Input::Outcome(_, Outcome::Described(result))) => {
            match result {
                Ok(report) => {
                    (found(setup, Chosen { sure, number, ..Chosen::new(&report) }, &report, now), Ok(()))
                }
                Err(problem) => unasked(setup, typed, Some(problem), now),
            }
        }
        (state, Input::Choose(..)) => (State::Find(state), Err(Refused::NotOffered)),
        (state, _) => ok(state),
    }
}

pub(super) fn deadline(setup: &mut Setup, state: Find, timer: Timer, now: Moment) -> State {
    match (state, timer) {
        (Find::Asking { typed, .. }, Timer::Effect) => {
            unasked(setup, typed, Some(NotOurs::Trouble(Trouble::TimedOut)), now).0
        }
        (Find::WhichOne { which, .. }, Timer::Effect) => {
            let blink = Blink::trouble(Trouble::TimedOut);
            State::Find(Find::WhichOne { which, blink })
        }
        (state, Timer::NothingFound) => {
            setup.world.nothing_found = setup.world.printers.is_empty();
            State::Find(state)
        }
        (state, _) => State::Find(state),
    }
}

/// To the list; the search starts counting anew.
pub(super) fn search(setup: &mut Setup, problem: Option<NotOurs>, now: Moment) -> Step {
    setup.world.forget_printer();
    setup.world.nothing_found = false;
    setup.timers.set(Timer::NothingFound, now + setup.knowledge.timings.nothing_found);
    ok(Find::Searching { problem })
}

/// Asks the chosen printer again what it offers and how it is connected, after an interruption.
pub(super) fn ask_again(setup: &mut Setup, chosen: &Chosen, now: Moment) -> State {
    if chosen.own_network() && setup.world.around.setup.is_none() {
        return hop::to(setup, HopWhy::Meet(chosen.at), now);
    }
    ask(setup, chosen.at, Some(chosen), now)
}

/// Asks who answers at the printer's own Wi-Fi; the phone goes there first.
fn meet(setup: &mut Setup, at: LocalAddr, now: Moment) -> State {
    match setup.world.around.setup {
        Some(_) => meet_now(setup, at, now),
        None => hop::to(setup, HopWhy::Meet(at), now),
    }
}

/// The same, from where the phone is. The system knows best at which address the printer answers there.
pub(super) fn meet_now(setup: &mut Setup, at: LocalAddr, now: Moment) -> State {
    let there = setup.world.around.setup.unwrap_or(at);
    let chosen = setup.world.chosen.clone();
    ask(setup, there, chosen.as_ref(), now)
}

fn ask(setup: &mut Setup, at: LocalAddr, chosen: Option<&Chosen>, now: Moment) -> State {
    let expected = chosen.map(|c| c.identity.clone());
    let (sure, number) = chosen.map_or((true, 0), |c| (c.sure, c.number));
    let effect = setup.ask(Ask::Describe { at, expected }, now);
    State::Find(Find::Asking { effect, typed: false, sure, number })
}

/// Two of one model need a look at the label first; a single one is asked at once.
fn tapped(setup: &mut Setup, number: u32, now: Moment) -> Step {
    let Some(found) = setup.world.numbered(number).cloned() else {
        return (State::Find(Find::Searching { problem: None }), Err(Refused::NotOffered));
    };
    if setup.world.has_twin(&found) {
        return ok(Find::WhichOne { which: Which::Tapped(number), blink: Blink::No });
    }
    ask_found(setup, &found, false, now)
}

/// The question before a way is gone, where a twin was not known when the printer was chosen. After an attempt, one without
/// a mark in common may be the chosen one, come onto the Wi-Fi.
pub(super) fn doubt(setup: &Setup, way: Way) -> Option<State> {
    let world = &setup.world;
    let chosen = world.chosen.as_ref().filter(|c| !c.sure)?;
    let other = |f: &Listed| world.attempt == 0 || f.identity.same_device(&chosen.identity) == Some(false);
    let question = Find::WhichOne { which: Which::Way(way), blink: Blink::No };
    world.twins().any(other).then_some(State::Find(question))
}

fn which_one(setup: &mut Setup, state: Find, input: Input, now: Moment) -> Step {
    let Find::WhichOne { which, blink } = state else { return ok(state) };
    let tapped = match which {
        Which::Tapped(number) => setup.world.numbered(number).cloned(),
        Which::Asked { .. } | Which::Way(_) => None,
    };
    let at = match which {
        Which::Tapped(_) => tapped.as_ref().and_then(|found| found.at),
        Which::Asked { .. } | Which::Way(_) => setup.world.chosen.as_ref().map(|c| c.at),
    };
    match (input, which) {
        (Input::Choose(Choice::Back, _), _) => search(setup, None, now),
        (Input::Printers(_) | Input::Choose(..), Which::Tapped(_)) if tapped.is_none() => {
            search(setup, None, now)
        }
        (Input::Choose(Choice::ThisOne, _), _) => this_one(setup, which, tapped.as_ref(), now),
        (Input::Choose(Choice::Blink, _), _) => {
            let blink = match at {
                Some(at) => Blink::Asking(setup.ask(Ask::Identify { at }, now)),
                None => Blink::trouble(Trouble::Unreachable),
            };
            ok(Find::WhichOne { which, blink })
        }
        (Input::Outcome(_, Outcome::Identified(result)), _) => {
            ok(Find::WhichOne { which, blink: Blink::of(result) })
        }
        (Input::Choose(..), _) => (State::Find(Find::WhichOne { which, blink }), Err(Refused::NotOffered)),
        _ => ok(Find::WhichOne { which, blink }),
    }
}

/// The person has looked.
fn this_one(setup: &mut Setup, which: Which, tapped: Option<&Listed>, now: Moment) -> Step {
    if let Some(chosen) = &mut setup.world.chosen {
        chosen.sure = true;
    }
    match (which, tapped) {
        (Which::Asked { online }, _) => (asked(setup, online, now), Ok(())),
        (Which::Way(way), _) => (super::decide::attempt(setup, way, now), Ok(())),
        (Which::Tapped(_), Some(found)) => ask_found(setup, found, true, now),
        (Which::Tapped(_), None) => search(setup, None, now),
    }
}

fn ask_found(setup: &mut Setup, found: &Listed, sure: bool, now: Moment) -> Step {
    let Some(at) = found.at else {
        return search(setup, Some(NotOurs::Trouble(Trouble::Unreachable)), now);
    };
    let effect = setup.ask(Ask::Describe { at, expected: Some(found.identity.clone()) }, now);
    ok(Find::Asking { effect, typed: false, sure, number: found.number })
}

fn ask_typed(setup: &mut Setup, answers: &Answers, now: Moment) -> Step {
    match LocalAddr::parse(answers.text(Field::Address)) {
        Ok(at) if at.is_setup() && setup.world.around.setup.is_none() => {
            (hop::to(setup, HopWhy::Meet(at), now), Ok(()))
        }
        Ok(at) => {
            let effect = setup.ask(Ask::Describe { at, expected: None }, now);
            ok(Find::Asking { effect, typed: true, sure: true, number: 0 })
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

fn found(setup: &mut Setup, chosen: Chosen, report: &PrinterReport, now: Moment) -> State {
    let sure = chosen.sure;
    setup.world.chosen = Some(chosen);
    setup.world.journal.note(now, Note::PrinterChosen);
    let online = match report.asked_through {
        Some(Link::Wifi) if report.wifi_joined != Some(false) && !report.at.is_setup() => Some(true),
        Some(Link::Cable) => Some(false),
        _ => None,
    };
    if !sure && setup.world.chosen_has_twin() {
        return State::Find(Find::WhichOne { which: Which::Asked { online }, blink: Blink::No });
    }
    asked(setup, online, now)
}

/// By what the printer told of itself.
fn asked(setup: &mut Setup, online: Option<bool>, now: Moment) -> State {
    match online {
        Some(wifi) => State::Decide(Decide::AlreadyOnline { wifi, sheet: Sheet::No }),
        None => super::decide::learn_router(setup, now),
    }
}

fn ok(state: Find) -> Step {
    (State::Find(state), Ok(()))
}
