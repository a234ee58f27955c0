//! The setup as it is saved and what each state comes back as. No PIN, no secret, no rendered text in it.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::effect::Undo;
use super::evidence::Proof;
use super::input::SessionOutcome;
use super::journal::{Journal, Note};
use super::plan::{HandOverBy, PinFrom, Way};
use super::state::{
    After, Find, HandOver, HowToCheck, PinState, Reason, SignIn, SignInTrouble, State, Then, Wait,
};
use super::timers::Timer;
use super::world::{Chosen, World};
use super::{Moment, Setup, find, pin_phase};
use crate::knowledge::Knowledge;
use crate::router::{RouterReport, RouterStatus};

/// The schema that this version writes and reads.
pub const SCHEMA: u32 = 1;

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
    Waiting,
    Joined(Proof),
    Failed(Reason),
    Unknown(HowToCheck),
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
        if let State::Find(_) = setup.state {
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
        State::Find(Find::Address { .. } | Find::Asking { typed: true, .. }) => Place::Address,
        State::Find(_) => Place::Searching,
        State::Decide(_) => Place::Chosen,
        State::SignIn(SignIn::Typing { then, .. } | SignIn::Asking { then, .. }) => match then {
            Then::Undo => Place::Leftover,
            Then::Check => Place::Sent,
            Then::GetPin | Then::SendPin => Place::SignIn,
        },
        State::Pin(_) | State::HandOver(HandOver::ByPerson { .. }) => Place::Pin,
        State::HandOver(HandOver::Sending { .. }) => Place::Sent,
        State::Wait(_) => Place::Waiting,
        State::After(After::Joined { proof }) => Place::Joined(proof.clone()),
        State::After(After::Failed { reason }) => Place::Failed(*reason),
        State::After(After::Unknown { check }) => Place::Unknown(*check),
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
        setup.world.way.is_some_and(|w| w.by == HandOverBy::Service) && setup.world.router.is_some();
    let chosen = setup.world.chosen.clone();
    match (place, chosen) {
        (Place::Leftover, _) if setup.world.undo.is_some() => State::After(After::Leftover),
        (Place::Address, _) => State::Find(Find::Address { problem: None }),
        (Place::Searching | Place::Leftover, _) | (_, None) => State::default(),
        (Place::Chosen, Some(chosen)) => find::ask_again(setup, &chosen, now),
        (Place::SignIn, Some(_)) => sign_in(Then::GetPin),
        (Place::Pin, Some(_)) if service => sign_in(Then::GetPin),
        // The old PIN is gone with the process, and a fresh one is right anyway: the printer's window may have closed.
        (Place::Pin, Some(_)) => match setup.world.way.map(|w| w.pin) {
            Some(PinFrom::Ews) => pin_phase::get(setup, now),
            _ => State::Pin(PinState::Typing { why: None, problem: None }),
        },
        (Place::Sent, Some(_)) if service && !over => sign_in(Then::Check),
        (Place::Sent, Some(_)) => sign_in(Then::GetPin),
        (Place::Waiting, Some(_)) => {
            let t = &setup.knowledge.timings;
            let (join, walk, slow) = (running(Timer::Join), running(Timer::PrinterWalk), now + t.slow);
            // With the windows over, one more look of the usual length is all that is left.
            let join = join.filter(|_| !over).unwrap_or(now + t.slow);
            setup.timers.set(Timer::Join, join.max(now + t.slow));
            setup.timers.set(Timer::Slow, slow);
            let mut wait = Wait::default();
            match walk.filter(|_| !over) {
                Some(at) => setup.timers.set(Timer::PrinterWalk, at),
                None => wait.walk_over = true,
            }
            State::Wait(wait)
        }
        (Place::Joined(proof), Some(_)) => State::After(After::Joined { proof: proof.clone() }),
        (Place::Failed(reason), Some(_)) => State::After(After::Failed { reason: *reason }),
        (Place::Unknown(check), Some(_)) => State::After(After::Unknown { check: *check }),
    }
}
