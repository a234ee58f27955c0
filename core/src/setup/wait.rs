//! Phase wait: evidence decides, and the clock ends it.

use super::evidence::{Hint, Proof, RouterWord, Worth, judge_answer, judge_newcomer, judge_status};
use super::input::{Choice, Input, Refused};
use super::journal::Note;
use super::state::{Decide, Given, HowToCheck, Reason, State, Wait};
use super::timers::Timer;
use super::{Moment, Setup, Step, after};
use crate::printer::PrinterAnswer;
use crate::router::{LastResult, RouterStatus};

/// Newcomers that the person may refuse before we stop asking.
const MAX_REFUSED: usize = 8;

/// Begins the wait. The join is judged four minutes after the printer's start, not after the hand-over.
pub(super) fn begin(setup: &mut Setup, given: Given, word: Option<RouterWord>, now: Moment) -> State {
    let timings = &setup.knowledge.timings;
    let left = setup.timers.get(Timer::PrinterWalk).map_or(timings.printer_walk, |walk| walk.since(now));
    setup.timers.set(Timer::Join, now + (left + timings.join).saturating_sub(timings.printer_walk));
    setup.timers.set(Timer::Slow, now + timings.slow);
    let mut wait = Wait { given, ..Wait::default() };
    if let Some(word) = word {
        note_word(setup, &mut wait, word, now);
    }
    State::Wait(wait)
}

pub(super) fn handle(setup: &mut Setup, mut wait: Wait, input: Input, now: Moment) -> Step {
    match input {
        Input::Choose(Choice::Back, _) => (State::Decide(Decide::Choosing), Ok(())),
        Input::Choose(Choice::ThatIsMine, _) => (after::join(setup, Proof::ConfirmedByPerson, now), Ok(())),
        Input::Choose(Choice::NotMine, _) => {
            if let Some(hint) = wait.hint.take() {
                wait.not_mine.push(hint.key);
            }
            (State::Wait(wait), Ok(()))
        }
        Input::Choose(..) => (State::Wait(wait), Err(Refused::NotOffered)),
        Input::Answer(answer) => (answered(setup, wait, &answer, now), Ok(())),
        Input::RouterStatus(result) => {
            wait.router_heard = result.is_ok();
            let next = match result {
                Ok(status) => heard(setup, wait, status, now),
                Err(_) => State::Wait(wait),
            };
            (next, Ok(()))
        }
        Input::Printers(_) => {
            wait.hint =
                wait.hint.filter(|h| still_there(setup, h)).or_else(|| newcomer(setup, &wait.not_mine));
            (State::Wait(wait), Ok(()))
        }
        _ => (State::Wait(wait), Ok(())),
    }
}

pub(super) fn deadline(setup: &mut Setup, mut wait: Wait, timer: Timer, now: Moment) -> State {
    match timer {
        Timer::Slow => wait.slow = true,
        Timer::PrinterWalk => wait.walk_over = true,
        Timer::RouterSaid => wait.overdue = true,
        Timer::Join => return judge(setup, &wait, now),
        Timer::NothingFound | Timer::Effect | Timer::Closing => {}
    }
    State::Wait(wait)
}

/// Takes an answer of a printer while one is looked for; used here and while the outcome is unknown.
pub(super) fn proof_of(setup: &Setup, answer: &PrinterAnswer, word: Option<RouterWord>) -> Worth {
    match &setup.world.chosen {
        Some(chosen) => judge_answer(&chosen.identity, answer, word, &chosen.known_at()),
        None => Worth::Nothing,
    }
}

fn answered(setup: &mut Setup, mut wait: Wait, answer: &PrinterAnswer, now: Moment) -> State {
    match proof_of(setup, answer, wait.word) {
        Worth::Proof(proof) => return after::join(setup, proof, now),
        Worth::Sighting if !wait.seen => {
            setup.world.journal.note(now, Note::Seen);
            wait.seen = true;
        }
        Worth::Sighting | Worth::Hint | Worth::Nothing => {}
    }
    State::Wait(wait)
}

fn heard(setup: &mut Setup, mut wait: Wait, status: RouterStatus, now: Moment) -> State {
    let mac = setup.world.chosen.as_ref().and_then(|c| c.identity.mac.clone());
    let word = judge_status(mac.as_ref(), setup.world.status_before.as_ref(), &status);
    setup.world.status_last = Some(status);
    match word {
        Some(RouterWord::Failed) => {
            setup.world.journal.note(now, Note::RouterSays(LastResult::Failed));
            after::fail(setup, Reason::WrongPin, now)
        }
        Some(word) if wait.word != Some(word) => {
            note_word(setup, &mut wait, word, now);
            State::Wait(wait)
        }
        _ => State::Wait(wait),
    }
}

fn note_word(setup: &mut Setup, wait: &mut Wait, word: RouterWord, now: Moment) {
    wait.word = Some(word);
    setup.world.journal.note(now, Note::RouterSays(LastResult::Success));
    setup.timers.set(Timer::RouterSaid, now + setup.knowledge.timings.router_said_success);
}

fn newcomer(setup: &Setup, not_mine: &[String]) -> Option<Hint> {
    let (chosen, baseline) = (setup.world.chosen.as_ref()?, setup.world.baseline.as_ref()?);
    if not_mine.len() >= MAX_REFUSED {
        return None;
    }
    let new = |key: &String| !baseline.contains(key) && !not_mine.contains(key);
    setup.world.printers.iter().filter(|f| new(&f.key)).find_map(|f| judge_newcomer(&chosen.identity, f))
}

fn still_there(setup: &Setup, hint: &Hint) -> bool {
    setup.world.printers.iter().any(|f| f.key == hint.key)
}

/// The time is over: only what was seen is said.
fn judge(setup: &mut Setup, wait: &Wait, now: Moment) -> State {
    if setup.world.was_away {
        return after::unknown(setup, HowToCheck::PhoneWasAway, now);
    }
    let silent = wait.router_heard && setup.world.status_before.is_some() && !cannot_tell(setup);
    match (wait.word, wait.given) {
        (Some(_), _) => after::unknown(setup, HowToCheck::RouterSaysSuccess, now),
        // A status that could be read to the end and never changed: nobody came with the PIN that the router took.
        (None, Given::Taken) if silent => after::fail(setup, Reason::PinNotUsed, now),
        (None, Given::Unsure(trouble)) if silent => after::fail(setup, Reason::Router(trouble), now),
        (None, _) => after::unknown(setup, HowToCheck::LookAtPrinter, now),
    }
}

/// A second result that reads like the first cannot be told from it.
fn cannot_tell(setup: &Setup) -> bool {
    let mac = setup.world.chosen.as_ref().and_then(|c| c.identity.mac.as_ref());
    setup.world.status_before.as_ref().is_some_and(|s| match s.last {
        LastResult::None => false,
        LastResult::Failed => true,
        LastResult::Success => s.peer.is_none() || mac.is_none() || s.peer.as_ref() == mac,
    })
}
