//! Phase wait: evidence decides, and the clock ends it.

use super::evidence::{Hint, Proof, RouterWord, Worth, judge_answer, judge_newcomer, judge_status};
use super::input::{Choice, Input, Refused};
use super::journal::Note;
use super::listed::Key;
use super::plan::Way;
use super::state::{Decide, Given, HandOver, HowToCheck, Push, Reason, State, Wait};
use super::timers::Timer;
use super::{Moment, Setup, Step, after, decide};
use crate::printer::PrinterAnswer;
use crate::router::{LastResult, PushButton, RouterStatus};

/// Newcomers that the person may refuse before we stop asking.
const MAX_REFUSED: usize = 8;

/// Begins the wait. The join is judged four minutes after the printer's start, not after the hand-over.
pub(super) fn begin(setup: &mut Setup, given: Given, word: Option<RouterWord>, now: Moment) -> State {
    begin_clocks(setup, now);
    let mut wait = Wait { given, ..Wait::default() };
    if let Some(word) = word {
        note_word(setup, &mut wait, word, now);
    }
    State::Wait(wait)
}

fn begin_clocks(setup: &mut Setup, now: Moment) {
    let timings = &setup.knowledge.timings;
    let left = setup.timers.get(Timer::PrinterWalk).map_or(timings.printer_walk, |walk| walk.since(now));
    setup.timers.set(Timer::Join, now + (left + timings.join).saturating_sub(timings.printer_walk));
    setup.timers.set(Timer::Slow, now + timings.slow);
}

pub(super) fn handle(setup: &mut Setup, mut wait: Wait, input: Input, now: Moment) -> Step {
    match input {
        Input::Choose(choice, _) => chosen(setup, wait, &choice, now),
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

fn chosen(setup: &mut Setup, mut wait: Wait, choice: &Choice, now: Moment) -> Step {
    let next = match choice {
        Choice::Back if wait.asked => State::Wait(Wait { asked: false, ..wait }),
        Choice::Back => State::Decide(Decide::Choosing),
        Choice::PrinterReports => State::Wait(Wait { asked: true, ..wait }),
        Choice::ShowsOverlap => after::fail(setup, Reason::Overlap, now),
        Choice::ShowsTimeout => after::fail(setup, Reason::PrinterTimedOut, now),
        Choice::ShowsFailed => after::fail(setup, Reason::PrinterGaveUp, now),
        Choice::PushAgain => again(setup, now),
        Choice::ThatIsMine => after::join(setup, Proof::ConfirmedByPerson, now),
        Choice::NotMine => {
            if let Some(hint) = wait.hint.take() {
                wait.not_mine.push(hint.key);
            }
            State::Wait(wait)
        }
        _ => return (State::Wait(wait), Err(Refused::NotOffered)),
    };
    (next, Ok(()))
}

/// Both buttons once more: another attempt, as what the router says now belongs to the one before.
fn again(setup: &mut Setup, now: Moment) -> State {
    match setup.world.way {
        Some(way) => match decide::attempt(setup, way, now) {
            State::Push(Push::Consent) => State::Push(Push::AtPrinter),
            other => other,
        },
        None => State::Decide(Decide::Choosing),
    }
}

pub(super) fn deadline(setup: &mut Setup, mut wait: Wait, timer: Timer, now: Moment) -> State {
    match timer {
        Timer::Slow => wait.slow = true,
        Timer::PrinterWalk => wait.walk_over = true,
        Timer::RouterSaid if another_came(setup, &wait) => return let_another_in(setup, now),
        Timer::RouterSaid => wait.overdue = !took_another(setup, &wait),
        Timer::Join => return judge(setup, &wait, now),
        Timer::NothingFound | Timer::Effect | Timer::RouterWindow | Timer::Hop | Timer::Closing => {}
    }
    State::Wait(wait)
}

/// What the router says before the person said that the printer was started.
pub(super) fn heard_early(setup: &mut Setup, given: Given, status: RouterStatus, now: Moment) -> State {
    let mac = setup.world.chosen.as_ref().and_then(|c| c.identity.mac.clone());
    match judge_status(mac.as_ref(), setup.world.status_before.as_ref(), &status) {
        None => State::HandOver(HandOver::StartPrinter { given }),
        Some(_) => {
            let wait = Wait { given, ..Wait::default() };
            begin_clocks(setup, now);
            heard(setup, wait, status, now)
        }
    }
}

/// Takes an answer of a printer while one is looked for; used here and while the outcome is unknown.
pub(super) fn proof_of(setup: &Setup, answer: &PrinterAnswer, word: Option<RouterWord>) -> Worth {
    match &setup.world.chosen {
        Some(chosen) => {
            let old = setup.world.moving.then(|| chosen.ssid.clone());
            judge_answer(&chosen.identity, answer, word, &chosen.known_at(), old.as_ref())
        }
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
    let push = setup.world.way.is_some_and(Way::is_push);
    let mac = setup.world.chosen.as_ref().and_then(|c| c.identity.mac.clone());
    let word = judge_status(mac.as_ref(), setup.world.status_before.as_ref(), &status);
    let button = status.push_button;
    setup.world.status_last = Some(status);
    match word {
        Some(RouterWord::Failed) => {
            setup.world.journal.note(now, Note::RouterSays(LastResult::Failed));
            // With a device PIN a failed run is config error 18; with push button there is no PIN that could be wrong.
            let reason = if push { Reason::PrinterGaveUp } else { Reason::WrongPin };
            return after::fail(setup, reason, now);
        }
        Some(word) if wait.word != Some(word) => note_word(setup, &mut wait, word, now),
        Some(_) => {}
        None if push => return pressed(setup, wait, button, now),
        None => {}
    }
    State::Wait(wait)
}

/// hostapd's push-button word while nobody has joined yet. "Timed-out" is also what a cancel at the router looks like: only
/// the clock tells them apart.
fn pressed(setup: &mut Setup, mut wait: Wait, button: PushButton, now: Moment) -> State {
    let ours = wait.push_active || wait.given == Given::Taken;
    match button {
        PushButton::Active => wait.push_active = true,
        PushButton::Overlap => return after::fail(setup, Reason::Overlap, now),
        PushButton::TimedOut if ours => {
            let left = setup.timers.get(Timer::RouterWindow).map(|at| at.since(now));
            let early = left.is_some_and(|left| left > setup.knowledge.timings.cancelled_early);
            let reason = if early { Reason::CancelledElsewhere } else { Reason::PushNobodyCame };
            // Its window is closed: there is nothing to take back.
            setup.world.undo = None;
            return after::fail(setup, reason, now);
        }
        PushButton::TimedOut | PushButton::Disabled | PushButton::Unknown => {}
    }
    State::Wait(wait)
}

fn note_word(setup: &mut Setup, wait: &mut Wait, word: RouterWord, now: Moment) {
    wait.word = Some(word);
    setup.world.journal.note(now, Note::RouterSays(LastResult::Success));
    setup.timers.set(Timer::RouterSaid, now + setup.knowledge.timings.router_said_success);
}

/// The button has let another device in, and this printer, if it should be that one under an address that is not known, has
/// had the time to show up.
fn another_came(setup: &Setup, wait: &Wait) -> bool {
    took_another(setup, wait) && !setup.world.was_away
}

fn took_another(setup: &Setup, wait: &Wait) -> bool {
    setup.world.way.is_some_and(Way::is_push) && wait.word == Some(RouterWord::NamedAnother)
}

fn let_another_in(setup: &mut Setup, now: Moment) -> State {
    // A button that has let one in is over: there is nothing to take back.
    setup.world.undo = None;
    after::fail(setup, Reason::AnotherCame, now)
}

fn newcomer(setup: &Setup, not_mine: &[Key]) -> Option<Hint> {
    let (chosen, baseline) = (setup.world.chosen.as_ref()?, setup.world.baseline.as_ref()?);
    if not_mine.len() >= MAX_REFUSED {
        return None;
    }
    let new = |key: &Key| !baseline.contains(key) && !not_mine.contains(key);
    setup.world.printers.iter().filter(|f| new(&f.key)).find_map(|f| judge_newcomer(&chosen.identity, f))
}

fn still_there(setup: &Setup, hint: &Hint) -> bool {
    setup.world.printers.iter().any(|f| f.key == hint.key)
}

/// The time is over: only what was seen is said.
fn judge(setup: &mut Setup, wait: &Wait, now: Moment) -> State {
    let word = wait.word;
    if setup.world.was_away {
        return after::unknown(setup, HowToCheck::PhoneWasAway, word, now);
    }
    if another_came(setup, wait) {
        return let_another_in(setup, now);
    }
    let silent = wait.router_heard && setup.world.status_before.is_some() && !cannot_tell(setup);
    let not_used = match setup.world.way {
        Some(Way::Push { .. }) => Reason::PushNobodyCame,
        _ => Reason::PinNotUsed,
    };
    match (word, wait.given) {
        (Some(_), _) => after::unknown(setup, HowToCheck::RouterSaysSuccess, word, now),
        // A status that could be read to the end and never changed: nobody came to what the router took.
        (None, Given::Taken) if silent => after::fail(setup, not_used, now),
        (None, Given::Unsure(trouble)) if silent => after::fail(setup, Reason::Router(trouble), now),
        (None, _) if setup.world.way == Some(Way::Passphrase) => {
            after::unknown(setup, HowToCheck::Passphrase, word, now)
        }
        (None, _) => after::unknown(setup, HowToCheck::LookAtPrinter, word, now),
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
