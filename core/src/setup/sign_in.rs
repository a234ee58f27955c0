//! Phase sign-in: before a PIN is asked for, so that its short life is not spent typing a password.

use super::effect::Ask;
use super::evidence::{RouterWord, judge_status};
use super::input::{Choice, Field, Input, Outcome, Refused, SignedIn};
use super::journal::Note;
use super::plan::Way;
use super::state::{After, Decide, Given, Push, Reason, SignIn, SignInTrouble, State, Then};
use super::timers::Timer;
use super::{Moment, Setup, Step, after, certificate, hand_over, pin_phase, wait};
use crate::net::Trouble;
use crate::router::{PushButton, SignInProblem, Takes};

pub(super) fn handle(setup: &mut Setup, state: SignIn, input: Input, now: Moment) -> Step {
    match (state, input) {
        (state @ (SignIn::Changed { .. } | SignIn::Trusting { .. }), input) => {
            certificate::handle(setup, state, input, now)
        }
        (SignIn::Typing { then, .. }, Input::Choose(Choice::SignIn, answers)) => {
            let Some(router) = setup.world.router.clone() else { return by_hand(setup, then, now) };
            let user = answers.text(Field::User).to_owned();
            if user.trim().is_empty() && router.kind.wants_user() {
                return typing(then, SignInTrouble::NoUser);
            }
            let password =
                answers.get(Field::Password).cloned().unwrap_or_else(|| crate::secret::Secret::new(""));
            let effect = setup.ask(Ask::SignIn { router, user, password }, now);
            (State::SignIn(SignIn::Asking { effect, then }), Ok(()))
        }
        (SignIn::Typing { then, .. }, Input::Choose(Choice::CannotSignIn, _)) => {
            let push = setup.world.way.is_some_and(Way::is_push);
            if !push && then != Then::Undo && setup.page_takes_pin() == Takes::No {
                setup.world.learned.cannot_sign_in = true;
            }
            by_hand(setup, then, now)
        }
        (SignIn::Typing { then, .. } | SignIn::Asking { then, .. }, Input::Choose(Choice::Back, _)) => {
            let back = if then == Then::Undo {
                State::After(After::Leftover)
            } else {
                State::Decide(Decide::Choosing)
            };
            (back, Ok(()))
        }
        (SignIn::Asking { then, .. }, Input::Outcome(_, Outcome::SignedIn(result))) => match result {
            Ok(signed_in) => signed(setup, then, &signed_in, now),
            Err(problem) => {
                setup.world.journal.note(now, Note::SignIn(problem));
                typing(then, SignInTrouble::Problem(problem))
            }
        },
        (SignIn::Asking { then, .. }, Input::Outcome(_, Outcome::Busy)) => typing(then, SignInTrouble::Busy),
        (
            SignIn::Asking { then, .. },
            Input::Outcome(_, Outcome::CertificateChanged { certificate, router }),
        ) => (certificate::question(setup, certificate, router, Some(then), now), Ok(())),
        (state, Input::Choose(..)) => (State::SignIn(state), Err(Refused::NotOffered)),
        (state, _) => (State::SignIn(state), Ok(())),
    }
}

pub(super) fn deadline(setup: &mut Setup, state: SignIn, timer: Timer, now: Moment) -> State {
    match (state, timer) {
        (SignIn::Asking { then, .. }, Timer::Effect) => {
            typing(then, SignInTrouble::Problem(SignInProblem::Trouble(Trouble::TimedOut))).0
        }
        (SignIn::Trusting { then, .. }, Timer::Effect) => certificate::lost(setup, then),
        (
            SignIn::Typing { then: Then::SendPin, .. } | SignIn::Asking { then: Then::SendPin, .. },
            Timer::PrinterWalk,
        ) => after::fail(setup, Reason::PinTooOld, now),
        (state, _) => State::SignIn(state),
    }
}

fn typing(then: Then, problem: SignInTrouble) -> Step {
    (State::SignIn(SignIn::Typing { then, problem: Some(problem) }), Ok(()))
}

fn signed(setup: &mut Setup, then: Then, signed_in: &SignedIn, now: Moment) -> Step {
    setup.world.signed_in = true;
    setup.world.learned.pin_not_granted = !signed_in.device_pin;
    setup.world.learned.push_not_granted = !signed_in.push_button;
    setup.world.journal.note(now, Note::SignedIn);
    let known_before = setup.world.status_before.take();
    setup.world.status_before = signed_in.status.clone();
    setup.world.status_last = signed_in.status.clone();
    let next = match then {
        Then::GetPin | Then::SendPin if !signed_in.device_pin => return by_hand(setup, then, now),
        Then::Push if !signed_in.push_button => return by_hand(setup, then, now),
        Then::GetPin => pin_phase::get(setup, now),
        Then::SendPin => hand_over::give(setup, now),
        Then::Push => State::Push(Push::AtPrinter),
        Then::Check => {
            let mac = setup.world.chosen.as_ref().and_then(|c| c.identity.mac.clone());
            let status = signed_in.status.as_ref();
            let push = setup.world.way.is_some_and(Way::is_push);
            match status.and_then(|s| judge_status(mac.as_ref(), known_before.as_ref(), s)) {
                Some(RouterWord::Failed) if push => after::fail(setup, Reason::PrinterGaveUp, now),
                Some(RouterWord::Failed) => after::fail(setup, Reason::WrongPin, now),
                Some(word) => wait::begin(setup, Given::Taken, Some(word), now),
                None if push && status.is_some_and(|s| s.push_button == PushButton::Active) => {
                    wait::begin(setup, Given::Taken, None, now)
                }
                None if push => State::Push(Push::AtPrinter),
                None => pin_phase::get(setup, now),
            }
        }
        Then::Undo => return after::close_leftover(setup, now),
    };
    (next, Ok(()))
}

/// The person does the router's part; nothing that was reached is lost. Where its page takes no PIN, another way is all that
/// is left.
pub(super) fn by_hand(setup: &mut Setup, then: Then, now: Moment) -> Step {
    let pin = then != Then::Undo && !setup.world.way.is_some_and(Way::is_push);
    if pin && setup.page_takes_pin() == Takes::No {
        return (State::Decide(Decide::Choosing), Ok(()));
    }
    if let Some(way) = &mut setup.world.way {
        *way = way.by_hand();
    }
    let push = setup.world.way.is_some_and(Way::is_push);
    let next = match then {
        Then::Push => State::Push(Push::AtPrinter),
        Then::Check if push => State::Push(Push::AtPrinter),
        Then::GetPin | Then::Check => pin_phase::get(setup, now),
        Then::SendPin => hand_over::give(setup, now),
        Then::Undo => State::After(After::Leftover),
    };
    (next, Ok(()))
}
