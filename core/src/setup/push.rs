//! Phase push: one key at the printer and the router's button, within two minutes, in either order.

use super::effect::Ask;
use super::evidence::Worth;
use super::input::{Choice, Input, Outcome, Refused};
use super::journal::Note;
use super::plan::HandOverBy;
use super::state::{Decide, Given, Push, Reason, SignIn, State, Then};
use super::timers::Timer;
use super::{Moment, Setup, Step, after, hand_over, wait};
use crate::net::Trouble;
use crate::router::HandOverProblem;

pub(super) fn handle(setup: &mut Setup, state: Push, input: Input, now: Moment) -> Step {
    match (state, input) {
        (_, Input::Choose(Choice::Back, _)) => (State::Decide(Decide::Choosing), Ok(())),
        (Push::Consent, Input::Choose(Choice::OpenPush, _)) => (agreed(setup), Ok(())),
        (Push::AtPrinter, Input::Choose(Choice::NoPushKey, _)) => {
            setup.world.learned.no_push_key = true;
            (State::Decide(Decide::Choosing), Ok(()))
        }
        (Push::AtPrinter, Input::Choose(Choice::PressedPrinter, _)) => (pressed(setup, now), Ok(())),
        (Push::AtRouter { .. }, Input::Choose(Choice::PressedRouter, _)) => {
            setup.world.journal.note(now, Note::RouterPressed);
            (waiting(setup, Given::Told, now), Ok(()))
        }
        (Push::AtRouter { .. }, Input::Choose(Choice::PushAgain, _)) => {
            setup.timers.stop(Timer::PrinterWalk);
            (State::Push(Push::AtPrinter), Ok(()))
        }
        (Push::Starting { .. }, Input::Outcome(_, Outcome::Pushed(result))) => {
            (started(setup, result, now), Ok(()))
        }
        (state @ Push::Starting { .. }, Input::RouterStatus(Ok(status))) => {
            setup.world.status_before = Some(status.clone());
            setup.world.status_last = Some(status);
            (State::Push(state), Ok(()))
        }
        // A person who is done may forget to say so.
        (state, Input::Answer(answer)) => match wait::proof_of(setup, &answer, None) {
            Worth::Proof(proof) => (after::join(setup, proof, now), Ok(())),
            _ => (State::Push(state), Ok(())),
        },
        (state, Input::Choose(..)) => (State::Push(state), Err(Refused::NotOffered)),
        (state, _) => (State::Push(state), Ok(())),
    }
}

pub(super) fn deadline(setup: &mut Setup, state: Push, timer: Timer, now: Moment) -> State {
    match (state, timer) {
        (Push::Starting { .. }, Timer::Effect) => {
            started(setup, Err(HandOverProblem::Trouble(Trouble::TimedOut)), now)
        }
        (Push::AtRouter { .. }, Timer::PrinterWalk) => after::fail(setup, Reason::PushTooLate, now),
        (state, _) => State::Push(state),
    }
}

/// Over the router's service the person signs in first, so that the two minutes are not spent typing a password.
fn agreed(setup: &mut Setup) -> State {
    let by_service = setup.world.way.is_some_and(|w| w.by() == HandOverBy::Service);
    if by_service && setup.world.router.is_some() && !setup.world.signed_in {
        return State::SignIn(SignIn::Typing { then: Then::Push, problem: None });
    }
    State::Push(Push::AtPrinter)
}

/// The printer looks for a router from here.
fn pressed(setup: &mut Setup, now: Moment) -> State {
    setup.world.journal.note(now, Note::PrinterPressed);
    setup.timers.set(Timer::PrinterWalk, now + setup.knowledge.timings.printer_walk);
    let by_service = setup.world.way.is_some_and(|w| w.by() == HandOverBy::Service);
    let Some(router) = setup.world.router.clone().filter(|_| by_service) else {
        return State::Push(Push::AtRouter { instead: None });
    };
    let order = |router, look_first| Ask::StartPush { router, look_first };
    let effect = hand_over::open(setup, router, order, now);
    State::Push(Push::Starting { effect })
}

fn waiting(setup: &mut Setup, given: Given, now: Moment) -> State {
    setup.timers.set(Timer::RouterWindow, now + setup.knowledge.timings.router_window);
    wait::begin(setup, given, None, now)
}

fn started(setup: &mut Setup, result: Result<(), HandOverProblem>, now: Moment) -> State {
    match result {
        Ok(()) => {
            setup.world.journal.note(now, Note::PushStarted);
            waiting(setup, Given::Taken, now)
        }
        Err(HandOverProblem::Trouble(trouble)) if hand_over::may_have_happened(trouble) => {
            waiting(setup, Given::Unsure(trouble), now)
        }
        Err(problem) => hand_over::not_taken(setup, problem, Then::Push, now),
    }
}

/// The printer looks already, so the person walks to the router.
pub(super) fn by_hand(setup: &mut Setup, problem: HandOverProblem) -> State {
    setup.world.learned.push_not_granted = true;
    if let Some(way) = &mut setup.world.way {
        *way = way.by_hand();
    }
    State::Push(Push::AtRouter { instead: Some(problem) })
}
