//! Phase decide: what the router is, which ways there are, and which one the person takes.

use super::effect::Ask;
use super::input::{Choice, End, Input, Outcome, Refused, SessionOutcome};
use super::journal::Note;
use super::plan::{self, Circumstances, Hop, Plan, RouterWays, Way};
use super::state::{Decide, HandOver, HopWhy, Push, Sheet, SignIn, State, Then};
use super::timers::Timer;
use super::world::{Goal, Learned};
use super::{Moment, Setup, Step, after, certificate, find, hop, pin_phase};
use crate::printer::PageKind;
use crate::router::{RouterReport, Takes};

pub(super) fn handle(setup: &mut Setup, state: Decide, input: Input, now: Moment) -> Step {
    match (state, input) {
        (state @ Decide::AlreadyOnline { .. }, input) => already_online(setup, state, input, now),
        (Decide::Moving, Input::Choose(Choice::GoOn, _)) => (learn_router(setup, now), Ok(())),
        (_, Input::Choose(Choice::Back, _)) => find::search(setup, None, now),
        (Decide::Learning { .. }, Input::Outcome(_, Outcome::Router(router))) => {
            learned(setup, router);
            (State::Decide(Decide::Choosing), Ok(()))
        }
        (Decide::Learning { .. }, Input::Outcome(_, Outcome::CertificateChanged { certificate, router })) => {
            (certificate::question(setup, certificate, router, None, now), Ok(()))
        }
        (Decide::Choosing, Input::Choose(Choice::LookAgain, _)) => {
            setup.world.learned = Learned::default();
            match setup.world.chosen.clone() {
                Some(chosen) => (find::ask_again(setup, &chosen, now), Ok(())),
                None => find::search(setup, None, now),
            }
        }
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
        (Decide::AlreadyOnline { wifi, sheet: Sheet::Asking(_) }, Timer::Effect) => {
            State::Decide(Decide::AlreadyOnline { wifi, sheet: Sheet::timed_out() })
        }
        (state, _) => State::Decide(state),
    }
}

fn already_online(setup: &mut Setup, state: Decide, input: Input, now: Moment) -> Step {
    let Decide::AlreadyOnline { wifi, sheet } = state else { return (State::Decide(state), Ok(())) };
    match input {
        Input::Choose(Choice::Connect, _) => (learn_router(setup, now), Ok(())),
        Input::Choose(Choice::Move, _) => {
            setup.world.moving = true;
            (State::Decide(Decide::Moving), Ok(()))
        }
        Input::Choose(Choice::OnlyPin, _) => {
            setup.world.goal = Goal::OnlyPin;
            (pin_phase::get(setup, now), Ok(()))
        }
        Input::Choose(Choice::TestPage, _) => {
            let sheet = print_test(setup, now).unwrap_or(sheet);
            (State::Decide(Decide::AlreadyOnline { wifi, sheet }), Ok(()))
        }
        Input::Outcome(_, Outcome::Printed(result)) => {
            (State::Decide(Decide::AlreadyOnline { wifi, sheet: Sheet::of(result) }), Ok(()))
        }
        Input::Choose(Choice::Done, _) => {
            setup.world.last = Some(SessionOutcome::AlreadyOnline);
            after::close(setup, &State::Decide(Decide::AlreadyOnline { wifi, sheet }), End::Left, now)
        }
        Input::Choose(Choice::Back, _) => find::search(setup, None, now),
        Input::Choose(..) => (State::Decide(Decide::AlreadyOnline { wifi, sheet }), Err(Refused::NotOffered)),
        _ => (State::Decide(Decide::AlreadyOnline { wifi, sheet }), Ok(())),
    }
}

/// Orders a test page where the printer lists one.
pub(super) fn print_test(setup: &mut Setup, now: Moment) -> Option<Sheet> {
    let chosen = setup.world.chosen.clone()?;
    let page = PageKind::for_test().into_iter().find(|p| chosen.pages.contains(p))?;
    Some(Sheet::Asking(setup.ask(Ask::PrintPage { at: chosen.at, page }, now)))
}

/// Asks what the router is; from the printer's own Wi-Fi the phone comes home first.
pub(super) fn learn_router(setup: &mut Setup, now: Moment) -> State {
    if !setup.world.around.home && setup.world.around.setup.is_some() {
        return hop::to(setup, HopWhy::Learn, now);
    }
    ask_router(setup, now)
}

pub(super) fn ask_router(setup: &mut Setup, now: Moment) -> State {
    let effect = setup.ask(Ask::RecogniseRouter, now);
    State::Decide(Decide::Learning { effect })
}

pub(super) fn learned(setup: &mut Setup, router: Option<RouterReport>) {
    let same = |a: &RouterReport, b: &RouterReport| (a.at, a.encrypted) == (b.at, b.encrypted);
    let known = matches!((&setup.world.router, &router), (Some(a), Some(b)) if same(a, b));
    if !known {
        // What was learned of another router, and the sign-in there, say nothing of this one.
        setup.world.signed_in = false;
        setup.world.learned.forget_router();
        (setup.world.status_before, setup.world.status_last) = (None, None);
    }
    setup.world.router = router;
}

/// Begins an attempt: what counts as evidence counts from here. Nothing goes to a router for a printer that may be the other
/// one of its model.
pub(super) fn attempt(setup: &mut Setup, way: Way, now: Moment) -> State {
    if let Some(question) = find::doubt(setup, way) {
        return question;
    }
    let world = &mut setup.world;
    world.attempt = world.attempt.saturating_add(1);
    world.way = Some(way);
    world.last = None;
    world.was_away = !world.around.home;
    let settled =
        world.browsing_since.is_some_and(|since| now.since(since) >= setup.knowledge.timings.baseline);
    world.baseline = (settled && world.around.home).then(|| world.printers.iter().map(|f| f.key).collect());
    world.status_before = world.status_last.clone();
    world.journal.note(now, Note::Attempt(world.attempt, way));
    match way {
        Way::Push { .. } => State::Push(Push::Consent),
        Way::Passphrase => State::HandOver(HandOver::AtPanel),
        Way::Pin { .. } if way.by() == plan::HandOverBy::Service && !world.signed_in => {
            State::SignIn(SignIn::Typing { then: Then::GetPin, problem: None })
        }
        Way::Pin { .. } => pin_phase::get(setup, now),
    }
}

/// The plan as it stands.
pub(super) fn current_plan(setup: &Setup) -> Plan {
    let world = &setup.world;
    let router = world.router.as_ref();
    let takes = |of: fn(&RouterReport) -> Takes| router.map_or(Takes::Unknown, of);
    let page = setup.page_takes_pin();
    let ways = RouterWays {
        device_pin: takes(|r| r.device_pin),
        push: takes(|r| r.push_button),
        page,
        trouble: router.and_then(|r| r.trouble),
    };
    let apart = world.chosen.as_ref().is_some_and(super::world::Chosen::own_network)
        && !(world.around.home && world.around.setup.is_some());
    let hop = match (apart, world.can_hop) {
        (false, _) => Hop::None,
        (true, true) => Hop::ByPort,
        (true, false) => Hop::ByHand,
    };
    let around = Circumstances {
        // From the printer's own Wi-Fi the phone is brought home before anything is asked of the router.
        home: world.around.home || world.around.setup.is_some(),
        pin_not_granted: world.learned.pin_not_granted,
        push_not_granted: world.learned.push_not_granted,
        cannot_sign_in: world.learned.cannot_sign_in,
        wps_off: world.learned.wps_off,
        hop,
    };
    plan::plan(&setup.printer_ways(), ways, around)
}
