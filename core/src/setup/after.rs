//! Phase after: what an attempt came to, and how the session ends.

use super::effect::{Ask, EffectId};
use super::evidence::{Proof, RouterWord, Worth};
use super::input::{Choice, End, Input, Outcome, Refused, SessionOutcome};
use super::journal::Note;
use super::state::{After, Decide, Given, HowToCheck, Reason, Sheet, SignIn, State, Then};
use super::timers::Timer;
use super::{Moment, Setup, Step, decide, find, wait};

pub(super) fn handle(setup: &mut Setup, state: After, input: Input, now: Moment) -> Step {
    match (state, input) {
        (After::Joined { .. }, Input::Choose(Choice::AnotherPrinter, _)) => find::search(setup, None, now),
        (After::Joined { proof, sheet }, Input::Choose(Choice::TestPage, _)) => {
            let sheet = decide::print_test(setup, now).unwrap_or(sheet);
            (State::After(After::Joined { proof, sheet }), Ok(()))
        }
        (After::Joined { proof, .. }, Input::Outcome(_, Outcome::Printed(result))) => {
            (State::After(After::Joined { proof, sheet: Sheet::of(result) }), Ok(()))
        }
        (
            state @ (After::Joined { .. } | After::Failed { .. } | After::Unknown { .. }),
            Input::Choose(Choice::Done | Choice::Leave, _),
        ) => close(setup, &State::After(state), End::Left, now),
        (After::Failed { .. } | After::Unknown { .. }, Input::Choose(Choice::TryAgain, _)) => {
            (again(setup, now), Ok(()))
        }
        (After::Failed { .. } | After::Unknown { .. }, Input::Choose(Choice::Back, _)) => {
            (State::Decide(Decide::Choosing), Ok(()))
        }
        (After::Unknown { word, .. }, Input::Choose(Choice::KeepLooking, _)) => {
            (wait::begin(setup, Given::Told, word, now), Ok(()))
        }
        (After::Unknown { check, word }, Input::Answer(answer)) => {
            match wait::proof_of(setup, &answer, word) {
                Worth::Proof(proof) => (join(setup, proof, now), Ok(())),
                _ => (State::After(After::Unknown { check, word }), Ok(())),
            }
        }
        (After::Leftover, Input::Choose(Choice::CloseWindow, _)) => {
            (State::SignIn(SignIn::Typing { then: Then::Undo, problem: None }), Ok(()))
        }
        (After::Leftover, Input::Choose(Choice::CarryOn, _)) => {
            setup.world.undo = None;
            find::search(setup, None, now)
        }
        (After::Closing { effects, outcome }, Input::Outcome(id, Outcome::Undone(undone))) => {
            let effects = undone_one(setup, effects, id, undone, now);
            let next = if effects.is_empty() {
                After::Ended { outcome }
            } else {
                After::Closing { effects, outcome }
            };
            (State::After(next), Ok(()))
        }
        (After::ClosingFirst { effects, again }, Input::Outcome(id, Outcome::Undone(undone))) => {
            let effects = undone_one(setup, effects, id, undone, now);
            if effects.is_empty() {
                (go_on(setup, again, now), Ok(()))
            } else {
                (State::After(After::ClosingFirst { effects, again }), Ok(()))
            }
        }
        (state, Input::Choose(..)) => (State::After(state), Err(Refused::NotOffered)),
        (state, _) => (State::After(state), Ok(())),
    }
}

pub(super) fn deadline(setup: &mut Setup, state: After, timer: Timer, now: Moment) -> State {
    match (state, timer) {
        (After::Closing { outcome, .. }, Timer::Closing) => State::After(After::Ended { outcome }),
        (After::ClosingFirst { again, .. }, Timer::Closing) => go_on(setup, again, now),
        (After::Joined { proof, sheet: Sheet::Asking(_) }, Timer::Effect) => {
            State::After(After::Joined { proof, sheet: Sheet::timed_out() })
        }
        (state, _) => State::After(state),
    }
}

/// The attempt is proven.
pub(super) fn join(setup: &mut Setup, proof: Proof, now: Moment) -> State {
    setup.world.undo = None;
    if let (Some(chosen), Some(at)) = (&mut setup.world.chosen, proof.at()) {
        chosen.at = at;
    }
    setup.world.journal.note(now, Note::Joined(proof.kind()));
    setup.world.last = Some(SessionOutcome::Joined(proof.clone()));
    State::After(After::Joined { proof, sheet: Sheet::No })
}

/// The attempt failed.
pub(super) fn fail(setup: &mut Setup, reason: Reason, now: Moment) -> State {
    setup.world.journal.note(now, Note::Failed(reason));
    setup.world.last = Some(SessionOutcome::Failed(reason));
    State::After(After::Failed { reason })
}

/// Nothing proves either.
pub(super) fn unknown(setup: &mut Setup, check: HowToCheck, word: Option<RouterWord>, now: Moment) -> State {
    setup.world.journal.note(now, Note::Unknown(check));
    setup.world.last = Some(SessionOutcome::Unknown(check));
    State::After(After::Unknown { check, word })
}

/// Ends the session: the closing screen at once, then what stayed open is taken back. Nothing that is already closing
/// is closed twice.
pub(super) fn close(setup: &mut Setup, state: &State, end: End, now: Moment) -> Step {
    if let State::After(After::Closing { .. }) = state {
        return (state.clone(), Ok(()));
    }
    let outcome = setup.world.last.clone().unwrap_or(SessionOutcome::Cancelled);
    if end == End::Cancelled && outcome == SessionOutcome::Cancelled {
        setup.world.journal.note(now, Note::Cancelled);
    }
    let effects = undo_all(setup, now);
    let next =
        if effects.is_empty() { After::Ended { outcome } } else { After::Closing { effects, outcome } };
    (State::After(next), Ok(()))
}

/// Takes back what an earlier session left open, then goes on.
pub(super) fn close_leftover(setup: &mut Setup, now: Moment) -> Step {
    let effects = undo_all(setup, now);
    if effects.is_empty() {
        find::search(setup, None, now)
    } else {
        (State::After(After::ClosingFirst { effects, again: false }), Ok(()))
    }
}

fn undo_all(setup: &mut Setup, now: Moment) -> Vec<EffectId> {
    let Some(undo) = setup.world.open(now).filter(|_| setup.world.signed_in).cloned() else {
        return Vec::new();
    };
    let effect = setup.ask(Ask::Undo { undo }, now);
    setup.timers.set(Timer::Closing, now + setup.knowledge.timings.closing);
    vec![effect]
}

fn undone_one(
    setup: &mut Setup,
    mut effects: Vec<EffectId>,
    id: EffectId,
    undone: bool,
    now: Moment,
) -> Vec<EffectId> {
    effects.retain(|e| *e != id);
    if undone {
        setup.world.undo = None;
    }
    setup.world.journal.note(now, Note::Undone(undone));
    effects
}

/// What the router may still hold is taken back first: after a wrong first half it keeps the old PIN, and a printer that
/// is started early would meet that one.
fn again(setup: &mut Setup, now: Moment) -> State {
    let effects = undo_all(setup, now);
    if effects.is_empty() {
        return go_on(setup, true, now);
    }
    State::After(After::ClosingFirst { effects, again: true })
}

fn go_on(setup: &mut Setup, again: bool, now: Moment) -> State {
    if !again {
        return find::search(setup, None, now).0;
    }
    match setup.world.way {
        Some(way) => decide::attempt(setup, way, now),
        None => State::Decide(Decide::Choosing),
    }
}
