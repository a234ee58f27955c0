//! What the setup knows, whatever state it is in.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::effect::{Standing, Undo};
use super::input::{Found, Input, SessionOutcome};
use super::journal::Journal;
use super::plan::Way;
use super::state::{After, State};
use super::{Moment, Setup};
use crate::identity::{Identity, Label};
use crate::net::LocalAddr;
use crate::pin::WpsPin;
use crate::ports::PortError;
use crate::printer::{Link, PinOffer, PrinterReport};
use crate::router::{RouterReport, RouterStatus};

/// Printers kept in the list; a home has a handful, a hostile network any number.
pub(super) const MAX_PRINTERS: usize = 200;

#[derive(Clone, Debug)]
pub(super) struct World {
    pub printers: Vec<Found>,
    pub numbers: BTreeMap<String, u32>,
    pub browsing_since: Option<Moment>,
    pub browse_trouble: Option<PortError>,
    pub nothing_found: bool,
    pub online: bool,
    pub was_away: bool,
    pub chosen: Option<Chosen>,
    pub router: Option<RouterReport>,
    pub signed_in: bool,
    pub not_granted: bool,
    pub status_before: Option<RouterStatus>,
    pub status_last: Option<RouterStatus>,
    pub way: Option<Way>,
    pub attempt: u32,
    /// Keys of the printers that were there when the attempt began; `None` when browsing had not run long enough.
    pub baseline: Option<Vec<String>>,
    pub pin: Option<WpsPin>,
    pub undo: Option<Undo>,
    pub last: Option<SessionOutcome>,
    pub journal: Journal,
}

/// The printer that the person chose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Chosen {
    pub identity: Identity,
    pub at: LocalAddr,
    pub pin: PinOffer,
    pub link: Option<Link>,
}

impl Default for World {
    fn default() -> Self {
        Self {
            printers: Vec::new(),
            numbers: BTreeMap::new(),
            browsing_since: None,
            browse_trouble: None,
            nothing_found: false,
            online: true,
            was_away: false,
            chosen: None,
            router: None,
            signed_in: false,
            not_granted: false,
            status_before: None,
            status_last: None,
            way: None,
            attempt: 0,
            baseline: None,
            pin: None,
            undo: None,
            last: None,
            journal: Journal::default(),
        }
    }
}

impl Chosen {
    pub fn new(report: &PrinterReport) -> Self {
        Self {
            identity: report.identity.clone(),
            at: report.at,
            pin: report.pin.clone(),
            link: report.asked_through,
        }
    }

    /// Addresses where it answered before the attempt and that therefore prove nothing.
    pub fn known_at(&self) -> Vec<LocalAddr> {
        vec![self.at]
    }
}

impl World {
    /// A printer of the list by its number.
    pub fn numbered(&self, number: u32) -> Option<&Found> {
        self.printers.iter().find(|f| self.numbers.get(&f.key) == Some(&number))
    }

    /// The name that the person gave the chosen printer, or its model.
    pub fn chosen_name(&self) -> Label {
        let Some(chosen) = &self.chosen else { return Label::default() };
        let listed = self.printers.iter().find(|f| f.identity.same_device(&chosen.identity) == Some(true));
        listed
            .map(|f| f.name.clone())
            .filter(|n| !n.as_str().is_empty())
            .unwrap_or_else(|| chosen.identity.model.clone())
    }

    /// The undo list, without what has closed by itself.
    pub fn open(&self, now: Moment) -> Option<&Undo> {
        self.undo.as_ref().filter(|u| u.until > now)
    }
}

impl Setup {
    /// Takes in what an input tells about the world, in every state.
    pub(super) fn learn(&mut self, input: &Input, now: Moment) {
        let world = &mut self.world;
        match input {
            Input::Printers(list) => {
                world.printers = list.iter().take(MAX_PRINTERS).cloned().collect();
                for found in &world.printers {
                    let next = u32::try_from(world.numbers.len()).unwrap_or(u32::MAX).saturating_add(1);
                    // Numbers stay with their printers, so the map may outgrow the list, but not without end.
                    if world.numbers.len() < MAX_PRINTERS * 5 {
                        world.numbers.entry(found.key.clone()).or_insert(next);
                    }
                }
                if !world.printers.is_empty() {
                    world.nothing_found = false;
                }
            }
            Input::Browse(result) => {
                world.browse_trouble = result.err();
                world.browsing_since = result.is_ok().then_some(now);
            }
            Input::Network { online } => {
                world.was_away |= !online;
                world.online = *online;
            }
            _ => {}
        }
    }
}

/// An outcome that the state does not wait for: late, repeated, or of an effect that was stopped.
pub(super) fn is_late(state: &State, input: &Input) -> bool {
    matches!(input, Input::Outcome(id, _) if !state.effects().contains(id))
}

/// Everything that goes on in a state.
pub(super) fn standing(state: &State, world: &World) -> Vec<Standing> {
    let watching = matches!(state, State::Wait(_) | State::After(After::Unknown { .. }));
    let searching = !matches!(state, State::After(_));
    let mut standing = Vec::new();
    if watching || searching {
        standing.push(Standing::Browse);
    }
    if let (true, Some(chosen)) = (watching, &world.chosen) {
        let also_at = if chosen.at.is_setup() { Vec::new() } else { vec![chosen.at] };
        standing.push(Standing::WatchPrinter { identity: chosen.identity.clone(), also_at });
    }
    if let (State::Wait(_), true, Some(router)) = (state, world.signed_in, &world.router) {
        standing.push(Standing::PollRouter { router: router.clone() });
    }
    standing
}
