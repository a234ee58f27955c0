//! The printer as an enrollee: its PINs, its sessions, and how it joins.

use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use tokio::task::AbortHandle;

use super::Printer;
use crate::bed::Bed;
use crate::pin;
use crate::router::{Heard, Memory};
use crate::scene::{DeviceKind, Start};

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
    pub(super) told: Option<String>,
    /// How many of the scene's PINs were told.
    used: usize,
    sessions: u32,
    pub(super) task: Option<AbortHandle>,
}

impl Printer {
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
            let kept = state.told.take().filter(|_| self.scene.start() != Start::Reading);
            let told = kept.unwrap_or_else(|| self.next_pin(&mut state));
            state.told = Some(told.clone());
            told
        };
        if self.scene.start() == Start::Reading {
            self.start(Some(told.clone()));
        }
        told
    }

    fn next_pin(&self, state: &mut State) -> String {
        if let Some(label) = self.scene.label() {
            return label.clone();
        }
        state.used += 1;
        self.scene.pins.get(state.used - 1).cloned().unwrap_or_else(pin::random)
    }

    async fn read_pin_of_bed(&self, bed: &Bed, wrong_times: u32) -> String {
        let pin = bed.control("printer", "WPS_PIN get").await;
        if self.scene.start() == Start::Reading {
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

    /// Somebody opens the PIN menu of its display, or looks at its label: the PIN that is there. No session starts.
    ///
    /// # Errors
    /// It has neither, in words.
    pub async fn show_pin(&self) -> Result<String, String> {
        if self.scene.kind != DeviceKind::Officejet && self.scene.label().is_none() {
            return Err("it has neither a display nor a label with a PIN".into());
        }
        Ok(self.fresh_pin().await)
    }

    /// For a page: none once it is on the network.
    pub(super) async fn pin_for_page(&self) -> Option<String> {
        if self.phase() == Phase::Joined { None } else { Some(self.fresh_pin().await) }
    }

    /// That of a running session, else a new one, which the next session is to use.
    async fn fresh_pin(&self) -> String {
        if let Enrollee::Bed { bed, .. } = &self.enrollee {
            return bed.control("printer", "WPS_PIN get").await;
        }
        let mut state = self.state();
        if matches!(state.phase, Phase::Waiting | Phase::Credential)
            && let Some(told) = &state.told
        {
            return told.clone();
        }
        let pin = self.next_pin(&mut state);
        state.told = Some(pin.clone());
        pin
    }

    /// Somebody presses Start: a session with that PIN, or with the one that was told, or with the scene's next one.
    /// The PIN, or `None` where a real enrollee does not take it.
    ///
    /// # Errors
    /// There is no Start to press, in words.
    pub async fn press_start(self: &Arc<Self>, pin: Option<String>) -> Result<Option<String>, String> {
        if let Enrollee::Bed { bed, .. } = &self.enrollee {
            let pin = match pin {
                Some(pin) => pin,
                None => bed.control("printer", "WPS_PIN get").await,
            };
            let said = bed.control("printer", &format!("WPS_PIN any {pin}")).await;
            return Ok((!said.starts_with("FAIL")).then_some(pin));
        }
        let pin = {
            let mut state = self.state();
            // An ink printer has no PIN before it has shown one somewhere.
            let shown = state.told.is_some() || pin.is_some() || self.scene.label().is_some();
            if !shown && (self.scene.is_ink() || self.scene.start() == Start::After) {
                return Err("it has shown no PIN yet".into());
            }
            let pin = pin.or_else(|| state.told.clone()).unwrap_or_else(|| self.next_pin(&mut state));
            state.told = Some(pin.clone());
            pin
        };
        self.start(Some(pin.clone()));
        Ok(Some(pin))
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
        let other = self.scene.accepts_pin.clone().filter(|_| wrong);
        let other = other.or_else(|| self.scene.pins.get(1).filter(|_| self.scene.label_outdated).cloned());
        let pin = pin.map(|told| other.unwrap_or(told));
        state.phase = Phase::Waiting;
        let task = tokio::spawn(session(self.clone(), registrar.clone(), pin));
        if let Some(before) = state.task.replace(task.abort_handle()) {
            before.abort();
        }
        drop(state);
        self.world.faults.been("started");
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
        if printer.wifi_is_off() {
            continue;
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
                printer.leave_elsewhere().await;
                if joins {
                    clock.sleep(Duration::from_millis(printer.scene.join_after_ms)).await;
                    while printer.wifi_is_off() {
                        clock.sleep(LOOKS).await;
                    }
                    return printer.join().await;
                }
                clock.sleep(end.saturating_sub(clock.now())).await;
                return printer.over(Phase::TimedOut);
            }
        }
    }
}
