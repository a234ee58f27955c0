//! Phase hop: the phone goes to the printer's own Wi-Fi or comes home, by the system or by hand.

use super::input::{Choice, Input, Refused};
use super::state::{Decide, Hop, HopWhy, Reason, State};
use super::timers::Timer;
use super::{Moment, Setup, Step, after, decide, find, hand_over, pin_phase};

/// Sets out. The system's own way has a limit; then the person does it.
pub(super) fn to(setup: &mut Setup, why: HopWhy, now: Moment) -> State {
    // Home is reached by letting the printer's Wi-Fi go, which a system that joined it does by itself.
    let by_port = setup.world.can_hop;
    if by_port {
        setup.timers.set(Timer::Hop, now + setup.knowledge.timings.hop);
    }
    State::Hop(Hop { why, by_port })
}

pub(super) fn handle(setup: &mut Setup, hop: Hop, input: Input, now: Moment) -> Step {
    match input {
        Input::Choose(Choice::Back, _) => match hop.why {
            HopWhy::Meet(_) | HopWhy::Learn => find::search(setup, None, now),
            HopWhy::ReadPin | HopWhy::GivePin => (State::Decide(Decide::Choosing), Ok(())),
        },
        Input::Choose(Choice::GoOn, _) => (go_on(setup, hop.why, now), Ok(())),
        Input::Choose(..) => (State::Hop(hop), Err(Refused::NotOffered)),
        Input::Network(_) if arrived(setup, hop) => (proceed(setup, hop.why, now), Ok(())),
        Input::HopFailed => (State::Hop(Hop { by_port: false, ..hop }), Ok(())),
        _ => (State::Hop(hop), Ok(())),
    }
}

pub(super) fn deadline(setup: &mut Setup, hop: Hop, timer: Timer, now: Moment) -> State {
    match timer {
        Timer::Hop => State::Hop(Hop { by_port: false, ..hop }),
        Timer::PrinterWalk if hop.why == HopWhy::GivePin => after::fail(setup, Reason::PinTooOld, now),
        _ => State::Hop(hop),
    }
}

fn arrived(setup: &Setup, hop: Hop) -> bool {
    let around = setup.world.around;
    if hop.why.to_setup() { around.setup.is_some() } else { around.home }
}

fn proceed(setup: &mut Setup, why: HopWhy, now: Moment) -> State {
    match why {
        HopWhy::Meet(at) => find::meet_now(setup, at, now),
        HopWhy::Learn => decide::ask_router(setup, now),
        HopWhy::ReadPin => pin_phase::read_now(setup, now),
        HopWhy::GivePin => hand_over::give(setup, now),
    }
}

/// The person says that it is done, or does not want to wait: what the next step needs, it says itself.
fn go_on(setup: &mut Setup, why: HopWhy, now: Moment) -> State {
    if arrived(setup, Hop { why, by_port: false }) || why != HopWhy::GivePin {
        return proceed(setup, why, now);
    }
    // The router's service is out of reach from here; its page may be open on another device.
    hand_over::by_hand(setup, None)
}
