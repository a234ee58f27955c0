//! Phase hand over: the PIN goes into the router, over its service or through its page.

use super::effect::{Ask, Undo};
use super::input::{Choice, Input, Outcome, Refused};
use super::journal::Note;
use super::plan::{HandOverBy, Way};
use super::state::{Decide, Given, HandOver, Reason, SignIn, SignInTrouble, State, Then};
use super::timers::Timer;
use super::{Moment, Setup, Step, after, pin_phase, wait};
use crate::net::Trouble;
use crate::router::HandOverProblem;

pub(super) fn handle(setup: &mut Setup, state: HandOver, input: Input, now: Moment) -> Step {
    match (state, input) {
        (_, Input::Choose(Choice::Back, _)) => (State::Decide(Decide::Choosing), Ok(())),
        (HandOver::Sending { .. }, Input::Outcome(_, Outcome::Sent(result))) => {
            (sent(setup, result, now), Ok(()))
        }
        (state @ HandOver::Sending { .. }, Input::RouterStatus(Ok(status))) => {
            setup.world.status_before = Some(status.clone());
            setup.world.status_last = Some(status);
            (State::HandOver(state), Ok(()))
        }
        (HandOver::ByPerson { .. }, Input::Choose(Choice::Entered, _)) => {
            setup.world.journal.note(now, Note::PinEntered);
            (wait::begin(setup, Given::Told, None, now), Ok(()))
        }
        (HandOver::ByPerson { .. }, Input::Choose(Choice::ReadAgain, _)) => {
            setup.timers.stop(Timer::PrinterWalk);
            (pin_phase::get(setup, now), Ok(()))
        }
        (state, Input::Choose(..)) => (State::HandOver(state), Err(Refused::NotOffered)),
        (state, _) => (State::HandOver(state), Ok(())),
    }
}

pub(super) fn deadline(setup: &mut Setup, state: HandOver, timer: Timer, now: Moment) -> State {
    match (state, timer) {
        (HandOver::Sending { .. }, Timer::Effect) => {
            sent(setup, Err(HandOverProblem::Trouble(Trouble::TimedOut)), now)
        }
        (HandOver::ByPerson { .. }, Timer::PrinterWalk) => after::fail(setup, Reason::PinTooOld, now),
        (state, _) => State::HandOver(state),
    }
}

/// Gives the PIN that is known to the router, in the way that was chosen.
pub(super) fn give(setup: &mut Setup, now: Moment) -> State {
    let by = setup.world.way.map_or(HandOverBy::Person, |w| w.by);
    let (HandOverBy::Service, Some(router), Some(pin)) =
        (by, setup.world.router.clone(), setup.world.pin.clone())
    else {
        return State::HandOver(HandOver::ByPerson { instead: None });
    };
    if !setup.world.signed_in {
        return State::SignIn(SignIn::Typing { then: Then::SendPin, problem: None });
    }
    setup.world.undo =
        Some(Undo { router: router.clone(), until: now + setup.knowledge.timings.router_window });
    let look_first = setup.world.attempt > 1;
    let effect = setup.ask(Ask::SendPin { router, pin, look_first }, now);
    State::HandOver(HandOver::Sending { effect })
}

fn sent(setup: &mut Setup, result: Result<(), HandOverProblem>, now: Moment) -> State {
    let problem = match result {
        Ok(()) => {
            setup.world.journal.note(now, Note::PinSent);
            return wait::begin(setup, Given::Taken, None, now);
        }
        Err(problem) => problem,
    };
    match problem {
        // It may have taken the PIN all the same, so nothing is judged: the wait sees what happens.
        HandOverProblem::Trouble(
            trouble @ (Trouble::TimedOut | Trouble::Closed | Trouble::TooLarge | Trouble::Malformed),
        ) => wait::begin(setup, Given::Unsure(trouble), None, now),
        HandOverProblem::Trouble(
            trouble @ (Trouble::Unreachable
            | Trouble::Tls
            | Trouble::CertificateChanged
            | Trouble::NotOnNetwork),
        ) => refused(setup, Reason::Router(trouble), now),
        // An answer that says nothing of the PIN: it failed, and what may be open is still taken back.
        HandOverProblem::Trouble(trouble) => after::fail(setup, Reason::Router(trouble), now),
        HandOverProblem::WpsOff => refused(setup, Reason::WpsOff, now),
        HandOverProblem::CheckDigit => refused(setup, Reason::RouterRefusedPin, now),
        HandOverProblem::SignInAgain => {
            setup.world.undo = None;
            setup.world.signed_in = false;
            State::SignIn(SignIn::Typing { then: Then::SendPin, problem: Some(SignInTrouble::Expired) })
        }
        HandOverProblem::NotGranted => {
            setup.world.undo = None;
            setup.world.not_granted = true;
            if let Some(way) = &mut setup.world.way {
                *way = Way { by: HandOverBy::Person, ..*way };
            }
            State::HandOver(HandOver::ByPerson { instead: Some(problem) })
        }
    }
}

fn refused(setup: &mut Setup, reason: Reason, now: Moment) -> State {
    setup.world.undo = None;
    after::fail(setup, reason, now)
}
