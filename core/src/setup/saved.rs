//! The setup as it is saved and what each state comes back as. No PIN, no secret, no rendered text in it.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::effect::Undo;
use super::evidence::{Proof, RouterWord};
use super::input::SessionOutcome;
use super::journal::{Journal, Note};
use super::plan::{HandOverBy, Way};
use super::state::{
    After, Find, Given, HandOver, Hop, HopWhy, HowToCheck, Push, Reason, Sheet, SignIn, SignInTrouble, State,
    Then, Wait, Which,
};
use super::timers::Timer;
use super::world::{Chosen, Goal, Learned, World};
use super::{Moment, Setup, find, pin_phase};
use crate::knowledge::Knowledge;
use crate::router::{RouterReport, RouterStatus};

/// The schema that this version writes and reads.
pub const SCHEMA: u32 = 2;

/// Longest saved session that is read, in bytes.
pub const MAX_BYTES: usize = 64 * 1024;

/// A saved setup.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Saved {
    schema: u32,
    boot: Moment,
    wall_ms: u64,
    place: Place,
    chosen: Option<Chosen>,
    router: Option<RouterReport>,
    status_before: Option<RouterStatus>,
    way: Option<Way>,
    goal: Goal,
    moving: bool,
    learned: Learned,
    attempt: u32,
    timers: Vec<(Timer, Moment)>,
    undo: Option<Undo>,
    last: Option<SessionOutcome>,
    journal: Journal,
}

/// Where it stood, reduced to what can come back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Place {
    Start,
    Searching,
    Address,
    /// A printer was chosen: it is asked again.
    Chosen,
    /// Signing in; the password is gone.
    SignIn,
    /// A PIN was asked for or known: it is read again.
    Pin,
    /// The hand-over was in flight: it may have happened.
    Sent,
    /// The router has the PIN, and Start comes next.
    StartPrinter,
    /// At the panel with the Wi-Fi password.
    Panel,
    /// Push button, before the router's was pressed.
    Push,
    Waiting,
    Joined(Proof),
    Failed(Reason),
    Unknown(HowToCheck, Option<RouterWord>),
    /// The session ended and left something open.
    Leftover,
}

/// Why a saved session cannot be restored; a new one starts instead and says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RestoreError {
    /// Written by another version: its schema number, or 0 when there is none.
    #[error("saved by another version (schema {0})")]
    Version(u32),
    /// Not a saved session.
    #[error("not a saved session")]
    Damaged,
}

impl Saved {
    /// # Errors
    /// [`RestoreError`]; hostile bytes are bounded by [`MAX_BYTES`].
    pub fn parse(bytes: &[u8]) -> Result<Self, RestoreError> {
        #[derive(Deserialize)]
        struct Header {
            schema: u32,
        }
        if bytes.len() > MAX_BYTES {
            return Err(RestoreError::Damaged);
        }
        let header: Header = serde_json::from_slice(bytes).map_err(|_| RestoreError::Damaged)?;
        if header.schema != SCHEMA {
            return Err(RestoreError::Version(header.schema));
        }
        serde_json::from_slice(bytes).map_err(|_| RestoreError::Damaged)
    }

    /// As it is stored.
    pub fn bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }
}

impl Setup {
    /// What to save now; `None` when nothing is worth coming back to.
    pub fn save(&self, now: Moment, wall_ms: u64) -> Option<Saved> {
        let world = &self.world;
        let open = world.open(now).cloned();
        let place = match (&self.state, &open) {
            (State::After(After::Ended { .. }), None) => return None,
            (
                State::After(
                    After::Ended { .. }
                    | After::Leftover
                    | After::Closing { .. }
                    | After::ClosingFirst { .. },
                ),
                _,
            ) => Place::Leftover,
            (state, _) => place(state),
        };
        let timers = Timer::ALL.into_iter().filter_map(|t| Some((t, self.timers.get(t)?))).collect();
        Some(Saved {
            schema: SCHEMA,
            boot: now,
            wall_ms,
            place,
            chosen: world.chosen.clone(),
            router: world.router.clone(),
            status_before: world.status_before.clone(),
            way: world.way,
            goal: world.goal,
            moving: world.moving,
            learned: world.learned,
            attempt: world.attempt,
            timers,
            undo: open,
            last: world.last.clone(),
            journal: world.journal.clone(),
        })
    }

    /// Comes back after an interruption, after the table in `README.md`.
    pub fn restore(knowledge: &'static Knowledge, saved: Saved, now: Moment, wall_ms: u64) -> Self {
        let over = windows_over(&saved, now, wall_ms, knowledge.timings.restore_skew);
        let world = World {
            chosen: saved.chosen.clone(),
            router: saved.router.clone(),
            status_before: saved.status_before.clone(),
            way: saved.way,
            goal: saved.goal,
            moving: saved.moving,
            learned: saved.learned,
            attempt: saved.attempt,
            undo: saved.undo.clone().filter(|u| !over && u.until > now),
            last: saved.last.clone(),
            journal: saved.journal.clone(),
            browsing_since: Some(now),
            ..World::default()
        };
        let mut setup = Setup::at(knowledge, State::default(), world);
        setup.world.journal.note(now, Note::Restored);
        let running = |timer: Timer| saved.timers.iter().find(|(t, _)| *t == timer).map(|(_, at)| *at);
        let next = come_back(&mut setup, &saved.place, over, running, now);
        setup.enter(State::default(), next, now);
        if let State::Find(Find::Searching { .. } | Find::Address { .. }) = setup.state {
            setup.timers.set(Timer::NothingFound, now + knowledge.timings.nothing_found);
        }
        setup
    }
}

/// The boot clock ran backwards (the device was started anew), or the two clocks disagree: every window is over.
fn windows_over(saved: &Saved, now: Moment, wall_ms: u64, skew: Duration) -> bool {
    let boot = now.0.checked_sub(saved.boot.0);
    let wall = wall_ms.checked_sub(saved.wall_ms);
    match (boot, wall) {
        (Some(boot), Some(wall)) => u128::from(boot.abs_diff(wall)) > skew.as_millis(),
        _ => true,
    }
}

fn place(state: &State) -> Place {
    match state {
        State::Find(Find::Start | Find::ComputerAsks | Find::WentOffline) => Place::Start,
        State::Find(Find::Address { .. } | Find::Asking { typed: true, .. }) => Place::Address,
        State::Find(Find::WhichOne { which: Which::Asked { .. } | Which::Way(_), .. }) => Place::Chosen,
        State::Find(_) => Place::Searching,
        State::Decide(_) => Place::Chosen,
        State::Hop(Hop { why: HopWhy::Meet(_) | HopWhy::Learn, .. }) => Place::Chosen,
        State::SignIn(state) => match state.then() {
            None => Place::Chosen,
            Some(Then::Undo) => Place::Leftover,
            Some(Then::Check) => Place::Sent,
            Some(Then::Push) => Place::Push,
            Some(Then::GetPin | Then::SendPin) => Place::SignIn,
        },
        State::Hop(_) | State::Pin(_) | State::HandOver(HandOver::ByPerson { .. }) => Place::Pin,
        State::HandOver(HandOver::Sending { .. }) | State::Push(Push::Starting { .. }) => Place::Sent,
        State::HandOver(HandOver::StartPrinter { .. }) => Place::StartPrinter,
        State::HandOver(HandOver::AtPanel) => Place::Panel,
        State::Push(_) => Place::Push,
        State::Wait(_) => Place::Waiting,
        State::After(After::Joined { proof, .. }) => Place::Joined(proof.clone()),
        State::After(After::Failed { reason }) => Place::Failed(*reason),
        State::After(After::Unknown { check, word }) => Place::Unknown(*check, *word),
        State::After(_) => Place::Leftover,
    }
}

/// The table of `README.md`.
fn come_back(
    setup: &mut Setup,
    place: &Place,
    over: bool,
    running: impl Fn(Timer) -> Option<Moment>,
    now: Moment,
) -> State {
    let sign_in = |then| State::SignIn(SignIn::Typing { then, problem: Some(SignInTrouble::Interrupted) });
    let service =
        setup.world.way.is_some_and(|w| w.by() == HandOverBy::Service) && setup.world.router.is_some();
    let walk = running(Timer::PrinterWalk).filter(|at| !over && *at > now);
    let chosen = setup.world.chosen.clone();
    match (place, chosen) {
        (Place::Leftover, _) if setup.world.undo.is_some() => State::After(After::Leftover),
        (Place::Address, _) => State::Find(Find::Address { problem: None }),
        (Place::Start, _) => State::default(),
        (Place::Searching | Place::Leftover, _) | (_, None) => State::Find(Find::Searching { problem: None }),
        (Place::Chosen, Some(chosen)) => find::ask_again(setup, &chosen, now),
        (Place::SignIn, Some(_)) => sign_in(Then::GetPin),
        (Place::Pin, Some(_)) if service && setup.world.goal != Goal::OnlyPin => sign_in(Then::GetPin),
        // The old PIN is gone with the process, and a fresh one is right anyway: the printer's window may have closed.
        (Place::Pin, Some(_)) => pin_phase::get(setup, now),
        (Place::Sent, Some(_)) if service && !over => sign_in(Then::Check),
        (Place::Sent | Place::Push, Some(_)) if setup.world.way.is_some_and(Way::is_push) => {
            match walk.filter(|_| *place == Place::Push && !service) {
                Some(at) => {
                    setup.timers.set(Timer::PrinterWalk, at);
                    State::Push(Push::AtRouter { instead: None })
                }
                None => State::Push(Push::Consent),
            }
        }
        (Place::Sent | Place::Push, Some(_)) => sign_in(Then::GetPin),
        (Place::Panel, Some(_)) => State::HandOver(HandOver::AtPanel),
        (Place::StartPrinter, Some(_)) => start_printer(setup, over, running, now),
        (Place::Waiting, Some(_)) => {
            let window = running(Timer::RouterWindow).filter(|at| !over && *at > now);
            if let Some(at) = window {
                setup.timers.set(Timer::RouterWindow, at);
            }
            wait_again(setup, walk, running(Timer::Join).filter(|_| !over), now)
        }
        (Place::Joined(proof), Some(_)) => {
            State::After(After::Joined { proof: proof.clone(), sheet: Sheet::No })
        }
        (Place::Failed(reason), Some(_)) => State::After(After::Failed { reason: *reason }),
        (Place::Unknown(check, word), Some(_)) => State::After(After::Unknown { check: *check, word: *word }),
    }
}

/// The router holds the PIN as long as its window lasts; after that a fresh start with a PIN is right.
fn start_printer(
    setup: &mut Setup,
    over: bool,
    running: impl Fn(Timer) -> Option<Moment>,
    now: Moment,
) -> State {
    match running(Timer::RouterWindow).filter(|at| !over && *at > now) {
        Some(at) => {
            setup.timers.set(Timer::RouterWindow, at);
            State::HandOver(HandOver::StartPrinter { given: Given::Told })
        }
        None => State::After(After::Failed { reason: Reason::PrinterNotStarted }),
    }
}

fn wait_again(setup: &mut Setup, walk: Option<Moment>, join: Option<Moment>, now: Moment) -> State {
    let t = &setup.knowledge.timings;
    // With the windows over, one more look of the usual length is all that is left.
    let join = join.unwrap_or(now + t.slow);
    setup.timers.set(Timer::Join, join.max(now + t.slow));
    setup.timers.set(Timer::Slow, now + t.slow);
    let mut wait = Wait::default();
    match walk {
        Some(at) => setup.timers.set(Timer::PrinterWalk, at),
        None => wait.walk_over = true,
    }
    State::Wait(wait)
}
