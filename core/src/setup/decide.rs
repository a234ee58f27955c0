//! Phase decide: what the router is, which ways there are, and which one the person takes.

use super::effect::Ask;
use super::input::{Choice, End, Input, Outcome, Refused, SessionOutcome};
use super::journal::Note;
use super::plan::{self, Circumstances, HandOverBy, Plan, RouterWays, Way};
use super::state::{Decide, SignIn, State, Then};
use super::timers::Timer;
use super::{Moment, Setup, Step, after, find, pin_phase};
use crate::printer::PinOffer;
use crate::router::{RouterReport, Takes};

pub(super) fn handle(setup: &mut Setup, state: Decide, input: Input, now: Moment) -> Step {
    match (state, input) {
        (Decide::AlreadyOnline { .. }, Input::Choose(Choice::Connect, _)) => {
            (learn_router(setup, now), Ok(()))
        }
        (state @ Decide::AlreadyOnline { .. }, Input::Choose(Choice::Done, _)) => {
            setup.world.last = Some(SessionOutcome::AlreadyOnline);
            after::close(setup, &State::Decide(state), End::Left, now)
        }
        (_, Input::Choose(Choice::Back, _)) => find::search(setup, None, now),
        (Decide::Learning { .. }, Input::Outcome(_, Outcome::Router(router))) => {
            let same = |a: &RouterReport, b: &RouterReport| (a.at, a.encrypted) == (b.at, b.encrypted);
            let known = matches!((&setup.world.router, &router), (Some(a), Some(b)) if same(a, b));
            if !known {
                // What was learned of another router, and the sign-in there, say nothing of this one.
                (setup.world.signed_in, setup.world.not_granted) = (false, false);
                (setup.world.status_before, setup.world.status_last) = (None, None);
            }
            setup.world.router = router;
            (State::Decide(Decide::Choosing), Ok(()))
        }
        (Decide::Choosing, Input::Choose(Choice::LookAgain, _)) => match setup.world.chosen.clone() {
            Some(chosen) => (find::ask_again(setup, &chosen, now), Ok(())),
            None => find::search(setup, None, now),
        },
        (Decide::Choosing, Input::Choose(Choice::Way(way), _)) => (attempt(setup, way, now), Ok(())),
        (state, Input::Choose(..)) => (State::Decide(state), Err(Refused::NotOffered)),
        (state, _) => (State::Decide(state), Ok(())),
    }
}

pub(super) fn deadline(setup: &mut Setup, state: Decide, timer: Timer, _now: Moment) -> State {
    match (state, timer) {
        (Decide::Learning { .. }, Timer::Effect) => {
            setup.world.router = None;
            State::Decide(Decide::Choosing)
        }
        (state, _) => State::Decide(state),
    }
}

pub(super) fn learn_router(setup: &mut Setup, now: Moment) -> State {
    let effect = setup.ask(Ask::RecogniseRouter, now);
    State::Decide(Decide::Learning { effect })
}

/// Begins an attempt: what counts as evidence counts from here.
pub(super) fn attempt(setup: &mut Setup, way: Way, now: Moment) -> State {
    let world = &mut setup.world;
    world.attempt = world.attempt.saturating_add(1);
    world.way = Some(way);
    world.last = None;
    world.was_away = !world.online;
    let settled =
        world.browsing_since.is_some_and(|since| now.since(since) >= setup.knowledge.timings.baseline);
    world.baseline =
        (settled && world.online).then(|| world.printers.iter().map(|f| f.key.clone()).collect());
    world.status_before = world.status_last.clone();
    world.journal.note(now, Note::Attempt(world.attempt, way));
    match way.by {
        HandOverBy::Service if !world.signed_in => {
            State::SignIn(SignIn::Typing { then: Then::GetPin, problem: None })
        }
        _ => pin_phase::get(setup, now),
    }
}

/// The plan as it stands.
pub(super) fn current_plan(setup: &Setup) -> Plan {
    let world = &setup.world;
    let pin = world.chosen.as_ref().map_or(PinOffer::NotOffered, |c| c.pin.clone());
    let router =
        world.router.as_ref().map_or(RouterWays { device_pin: Takes::Unknown, trouble: None }, |r| {
            RouterWays { device_pin: r.device_pin, trouble: r.trouble }
        });
    plan::plan(&pin, router, Circumstances { online: world.online, not_granted: world.not_granted })
}
