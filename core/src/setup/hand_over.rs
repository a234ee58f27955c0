//! Phase hand over: the PIN goes into the router, over its service or through its page.

use super::effect::{Ask, EffectId, Undo};
use super::evidence::Worth;
use super::input::{Choice, Input, Outcome, Refused};
use super::journal::Note;
use super::plan::HandOverBy;
use super::state::{Decide, Given, HandOver, HopWhy, Reason, SignIn, SignInTrouble, State, Then};
use super::timers::Timer;
use super::{Moment, Setup, Step, after, hop, pin_phase, push, wait};
use crate::knowledge::families::PinOrder;
use crate::net::Trouble;
use crate::router::{HandOverProblem, RouterReport, Takes};

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
        (HandOver::ByPerson { instead, general }, Input::Choose(choice, _)) => {
            by_person(setup, instead, general, &choice, now)
        }
        (HandOver::StartPrinter { given }, Input::Choose(Choice::Started, _)) => {
            setup.world.journal.note(now, Note::PrinterStarted);
            setup.timers.set(Timer::PrinterWalk, now + setup.knowledge.timings.printer_walk);
            (wait::begin(setup, given, None, now), Ok(()))
        }
        (HandOver::AtPanel, Input::Choose(Choice::Entered, _)) => {
            setup.world.journal.note(now, Note::PassphraseTyped);
            (wait::begin(setup, Given::Told, None, now), Ok(()))
        }
        // A person who is done may forget to say so.
        (state, Input::Answer(answer)) => match wait::proof_of(setup, &answer, None) {
            Worth::Proof(proof) => (after::join(setup, proof, now), Ok(())),
            _ => (State::HandOver(state), Ok(())),
        },
        (HandOver::StartPrinter { given }, Input::RouterStatus(Ok(status))) => {
            (wait::heard_early(setup, given, status, now), Ok(()))
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
        (HandOver::StartPrinter { .. }, Timer::RouterWindow) => {
            after::fail(setup, Reason::PrinterNotStarted, now)
        }
        (state, _) => State::HandOver(state),
    }
}

fn by_person(
    setup: &mut Setup,
    instead: Option<HandOverProblem>,
    general: bool,
    choice: &Choice,
    now: Moment,
) -> Step {
    let next = match choice {
        Choice::Entered => {
            setup.world.journal.note(now, Note::PinEntered);
            given(setup, Given::Told, now)
        }
        Choice::LooksDifferent => State::HandOver(HandOver::ByPerson { instead, general: true }),
        Choice::TakesNoPin => {
            setup.world.learned.page_takes_none = true;
            State::Decide(Decide::Choosing)
        }
        Choice::CannotSignIn => {
            setup.world.learned.cannot_sign_in = true;
            State::Decide(Decide::Choosing)
        }
        Choice::ReadAgain => {
            setup.timers.stop(Timer::PrinterWalk);
            pin_phase::get(setup, now)
        }
        _ => {
            let state = HandOver::ByPerson { instead, general };
            return (State::HandOver(state), Err(Refused::NotOffered));
        }
    };
    (next, Ok(()))
}

/// Gives the PIN that is known to the router, in the way that was chosen.
pub(super) fn give(setup: &mut Setup, now: Moment) -> State {
    let by = setup.world.way.map_or(HandOverBy::Person, super::plan::Way::by);
    let around = setup.world.around;
    if !around.home && around.setup.is_some() {
        return hop::to(setup, HopWhy::GivePin, now);
    }
    let (HandOverBy::Service, Some(router), Some(pin)) =
        (by, setup.world.router.clone(), setup.world.pin.clone())
    else {
        return State::HandOver(HandOver::ByPerson { instead: None, general: false });
    };
    if !setup.world.signed_in {
        return State::SignIn(SignIn::Typing { then: Then::SendPin, problem: None });
    }
    let effect = open(setup, router, |router, look_first| Ask::SendPin { router, pin, look_first }, now);
    State::HandOver(HandOver::Sending { effect })
}

/// Orders what opens something at the router, and notes that it may have to be taken back. From the second attempt on the
/// router's status is looked at first, as what is known of it is older.
pub(super) fn open(
    setup: &mut Setup,
    router: RouterReport,
    ask: impl FnOnce(RouterReport, bool) -> Ask,
    now: Moment,
) -> EffectId {
    let until = now + setup.knowledge.timings.router_window;
    setup.world.undo = Some(Undo { router: router.clone(), until });
    let look_first = setup.world.attempt > 1;
    setup.ask(ask(router, look_first), now)
}

/// The person takes the router's part over; where its page takes no PIN, another way is all that is left.
pub(super) fn by_hand(setup: &mut Setup, instead: Option<HandOverProblem>) -> State {
    if setup.page_takes_pin() == Takes::No {
        return State::Decide(Decide::Choosing);
    }
    if let Some(way) = &mut setup.world.way {
        *way = way.by_hand();
    }
    State::HandOver(HandOver::ByPerson { instead, general: false })
}

/// The router has the PIN, or may have it: where Start comes after that, it comes now.
fn given(setup: &mut Setup, given: Given, now: Moment) -> State {
    if setup.order() == PinOrder::StartAfter {
        setup.timers.set(Timer::RouterWindow, now + setup.knowledge.timings.router_window);
        return State::HandOver(HandOver::StartPrinter { given });
    }
    wait::begin(setup, given, None, now)
}

fn sent(setup: &mut Setup, result: Result<(), HandOverProblem>, now: Moment) -> State {
    match result {
        Ok(()) => {
            setup.world.journal.note(now, Note::PinSent);
            given(setup, Given::Taken, now)
        }
        // It may have taken the PIN all the same, so nothing is judged: the wait sees what happens.
        Err(HandOverProblem::Trouble(trouble)) if may_have_happened(trouble) => {
            given(setup, Given::Unsure(trouble), now)
        }
        Err(HandOverProblem::CheckDigit) => refused(setup, Reason::RouterRefusedPin, now),
        Err(problem) => not_taken(setup, problem, Then::SendPin, now),
    }
}

/// The router did not take the PIN or, with `Then::Push`, the press of its button.
pub(super) fn not_taken(setup: &mut Setup, problem: HandOverProblem, then: Then, now: Moment) -> State {
    match problem {
        HandOverProblem::SignInAgain => {
            setup.world.undo = None;
            setup.world.signed_in = false;
            State::SignIn(SignIn::Typing { then, problem: Some(SignInTrouble::Expired) })
        }
        HandOverProblem::NotGranted => {
            setup.world.undo = None;
            if then == Then::Push {
                return push::by_hand(setup, problem);
            }
            setup.world.learned.pin_not_granted = true;
            by_hand(setup, Some(problem))
        }
        HandOverProblem::WpsOff | HandOverProblem::CheckDigit => refused(setup, Reason::WpsOff, now),
        HandOverProblem::Overlap => refused(setup, Reason::Overlap, now),
        HandOverProblem::Trouble(trouble) => no_answer(setup, trouble, now),
    }
}

/// The request may have been carried out although no usable answer came.
pub(super) fn may_have_happened(trouble: Trouble) -> bool {
    matches!(trouble, Trouble::TimedOut | Trouble::Closed | Trouble::TooLarge | Trouble::Malformed)
}

/// Not carried out, or it is not known what the answer means.
fn no_answer(setup: &mut Setup, trouble: Trouble, now: Moment) -> State {
    let never_sent = matches!(
        trouble,
        Trouble::Unreachable | Trouble::Tls | Trouble::CertificateChanged | Trouble::NotOnNetwork
    );
    if trouble == Trouble::CertificateChanged {
        // Another attempt signs in first, where the person is asked about it.
        setup.world.signed_in = false;
    }
    if never_sent {
        return refused(setup, Reason::Router(trouble), now);
    }
    // An answer that says nothing of the PIN: it failed, and what may be open is still taken back.
    after::fail(setup, Reason::Router(trouble), now)
}

fn refused(setup: &mut Setup, reason: Reason, now: Moment) -> State {
    setup.world.undo = None;
    setup.world.learned.wps_off |= reason == Reason::WpsOff;
    after::fail(setup, reason, now)
}
