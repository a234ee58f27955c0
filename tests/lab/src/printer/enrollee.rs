//! The printer as an enrollee: its PINs, its sessions, and how it joins.

use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use tokio::task::AbortHandle;

use super::Printer;
use crate::bed::Bed;
use crate::pin;
use crate::router::{Heard, Memory};
use crate::scene::Start;

/// Walk time of an enrollee (WSC 2.0).
const WALK_TIME: Duration = Duration::from_secs(120);
/// How often a waiting enrollee looks for a registrar that has its PIN (seen in runs of wpa_supplicant 2.10).
const LOOKS: Duration = Duration::from_millis(700);

/// Whose enrollee it is.
#[derive(Clone)]
pub enum Enrollee {
    /// The lab's own, at the lab's registrar.
    Memory(Arc<Memory>),
    /// A real wpa_supplicant.
    Bed {
        /// Its bed.
        bed: Bed,
        /// How many reads of the PIN tell another PIN than the one in use.
        wrong_times: u32,
    },
}

/// Where a session is.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// None was started.
    #[default]
    Idle,
    /// It looks for a registrar.
    Waiting,
    /// It has the network's name and key, and isn't on the network yet.
    Credential,
    /// It is on the network.
    Joined,
    /// Configuration error 18.
    WrongPin,
    /// Nobody took it within the walk time.
    TimedOut,
}

/// What an enrollee remembers.
#[derive(Debug, Default)]
pub struct State {
    pub(super) phase: Phase,
    /// The PIN that the web server tells.
    told: Option<String>,
    /// How many of the scene's PINs were told.
    used: usize,
    sessions: u32,
    task: Option<AbortHandle>,
}

impl Printer {
    /// Whether it is on the Wi-Fi.
    pub async fn has_joined(&self) -> bool {
        match &self.enrollee {
            Enrollee::Memory(_) => self.phase() == Phase::Joined,
            Enrollee::Bed { bed, .. } => bed.joined().await,
        }
    }

    /// Where its session is.
    pub fn phase(&self) -> Phase {
        self.state().phase
    }

    /// How many sessions were started.
    pub fn sessions(&self) -> u32 {
        self.state().sessions
    }

    /// A reader of the WPS resource gets this PIN; reading starts a session, unless one is running or the scene says so.
    pub(super) async fn read_pin(self: &Arc<Self>) -> String {
        match self.enrollee.clone() {
            Enrollee::Memory(_) => {}
            Enrollee::Bed { bed, wrong_times } => return self.read_pin_of_bed(&bed, wrong_times).await,
        }
        let told = {
            let mut state = self.state();
            match state.phase {
                // Not on offer any more: it is on the network.
                Phase::Joined => return "0".into(),
                Phase::Waiting | Phase::Credential => {
                    return state.told.clone().unwrap_or_else(|| "0".into());
                }
                _ => {}
            }
            // With a later start the PIN on the panel stays until its session is over.
            let kept = state.told.take().filter(|_| self.scene.start == Start::Later);
            let told = kept.unwrap_or_else(|| self.next_pin(&mut state));
            state.told = Some(told.clone());
            told
        };
        if self.scene.start == Start::Reading {
            self.start(Some(told.clone()));
        }
        told
    }

    fn next_pin(&self, state: &mut State) -> String {
        state.used += 1;
        self.scene.pins.get(state.used - 1).cloned().unwrap_or_else(pin::random)
    }

    async fn read_pin_of_bed(&self, bed: &Bed, wrong_times: u32) -> String {
        let pin = bed.control("printer", "WPS_PIN get").await;
        if self.scene.start == Start::Reading {
            bed.control("printer", &format!("WPS_PIN any {pin}")).await;
        }
        let mut state = self.state();
        state.sessions += 1;
        if state.sessions > wrong_times {
            return pin;
        }
        let mut other = pin::random();
        while other == pin {
            other = pin::random();
        }
        other
    }

    /// Somebody presses Start: a session with that PIN, or with the one that was told, or with the scene's next one.
    /// The PIN, or `None` where a real enrollee does not take it.
    pub async fn press_start(self: &Arc<Self>, pin: Option<String>) -> Option<String> {
        if let Enrollee::Bed { bed, .. } = &self.enrollee {
            let pin = match pin {
                Some(pin) => pin,
                None => bed.control("printer", "WPS_PIN get").await,
            };
            let said = bed.control("printer", &format!("WPS_PIN any {pin}")).await;
            return (!said.starts_with("FAIL")).then_some(pin);
        }
        let pin = {
            let mut state = self.state();
            let pin = pin.or_else(|| state.told.clone()).unwrap_or_else(|| self.next_pin(&mut state));
            state.told = Some(pin.clone());
            pin
        };
        self.start(Some(pin.clone()));
        Some(pin)
    }

    /// Somebody presses its WPS button.
    pub async fn press_push(self: &Arc<Self>) {
        match &self.enrollee {
            Enrollee::Memory(_) => self.start(None),
            Enrollee::Bed { bed, .. } => {
                bed.control("printer", "WPS_PBC").await;
            }
        }
    }

    /// A new session; one that is running ends. Without a PIN it is one of the push button.
    fn start(self: &Arc<Self>, pin: Option<String>) {
        let Enrollee::Memory(registrar) = &self.enrollee else { return };
        let mut state = self.state();
        state.sessions += 1;
        let wrong = self.scene.wrong_times.is_none_or(|times| state.sessions <= times);
        let pin = pin.map(|told| self.scene.accepts_pin.clone().filter(|_| wrong).unwrap_or(told));
        state.phase = Phase::Waiting;
        let task = tokio::spawn(session(self.clone(), registrar.clone(), pin));
        if let Some(before) = state.task.replace(task.abort_handle()) {
            before.abort();
        }
        drop(state);
        self.world.faults.been("started");
    }

    /// On the network from now on.
    pub async fn join(self: &Arc<Self>) {
        if self.links.home.open(self.context()).is_err() {
            return;
        }
        self.state().phase = Phase::Joined;
        if let Some(setup) = self.links.setup.as_ref().filter(|_| !self.scene.setup_stays) {
            setup.close().await;
        }
        self.world.faults.been("joined");
        self.changed();
    }

    /// Off the network again; the ways from before are back.
    pub async fn leave(self: &Arc<Self>) {
        self.end();
        {
            let mut state = self.state();
            state.phase = Phase::Idle;
            state.told = None;
        }
        self.links.home.close().await;
        if let Some(setup) = &self.links.setup {
            // A port that can't be had again is a setup network that stays away.
            let _ = setup.open(self.context());
        }
        self.changed();
    }

    /// Ends a running session.
    pub fn end(&self) {
        if let Some(task) = self.state().task.take() {
            task.abort();
        }
    }

    fn over(&self, phase: Phase) {
        let mut state = self.state();
        state.phase = phase;
        if phase != Phase::Credential {
            state.told = None;
        }
    }
}

/// One session to its end.
async fn session(printer: Arc<Printer>, registrar: Arc<Memory>, pin: Option<String>) {
    let clock = printer.world.clock;
    let end = clock.now() + WALK_TIME;
    loop {
        clock.sleep(LOOKS).await;
        if clock.now() >= end {
            return printer.over(Phase::TimedOut);
        }
        let heard = match &pin {
            Some(pin) => registrar.knock(&printer.scene.mac, pin),
            None => registrar.knock_push(&printer.scene.mac),
        };
        match heard {
            Heard::Wait => {}
            Heard::WrongPin { .. } => return printer.over(Phase::WrongPin),
            Heard::Credential { joins } => {
                printer.over(Phase::Credential);
                if joins {
                    clock.sleep(Duration::from_millis(printer.scene.join_after_ms)).await;
                    return printer.join().await;
                }
                clock.sleep(end.saturating_sub(clock.now())).await;
                return printer.over(Phase::TimedOut);
            }
        }
    }
}
