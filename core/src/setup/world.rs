//! What the setup knows, whatever state it is in.

use serde::{Deserialize, Serialize};

use super::effect::{Standing, Undo};
use super::input::{Around, Input, NoBle, SessionOutcome};
use super::journal::Journal;
use super::listed::{Key, Listed, Numbers};
use super::plan::Way;
use super::state::{After, Find, HandOver, PinState, Push, State};
use super::{Moment, Setup};
use crate::identity::{Identity, Label};
use crate::net::LocalAddr;
use crate::pin::WpsPin;
use crate::ports::PortError;
use crate::printer::{Link, PageKind, PinOffer, PrinterReport};
use crate::router::{RouterReport, RouterStatus};

/// Printers kept in the list; a home has a handful, a hostile network any number.
pub(super) const MAX_PRINTERS: usize = 200;

#[derive(Clone, Debug)]
pub(super) struct World {
    pub printers: Vec<Listed>,
    pub numbers: Numbers,
    pub browsing_since: Option<Moment>,
    pub browse_trouble: Option<PortError>,
    pub nothing_found: bool,
    pub around: Around,
    /// The system can bring the phone to a printer's own Wi-Fi.
    pub can_hop: bool,
    /// HP devices that advertise near by.
    pub near: u8,
    pub no_ble: Option<NoBle>,
    pub was_away: bool,
    pub goal: Goal,
    pub chosen: Option<Chosen>,
    /// It is on a Wi-Fi and is to go to another one.
    pub moving: bool,
    pub router: Option<RouterReport>,
    pub signed_in: bool,
    pub learned: Learned,
    pub status_before: Option<RouterStatus>,
    pub status_last: Option<RouterStatus>,
    pub way: Option<Way>,
    pub attempt: u32,
    /// Keys of the printers that were there when the attempt began; `None` when browsing had not run long enough.
    pub baseline: Option<Vec<Key>>,
    pub pin: Option<WpsPin>,
    pub undo: Option<Undo>,
    pub last: Option<SessionOutcome>,
    pub journal: Journal,
}

/// What the person came for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Goal {
    /// To put a printer onto the Wi-Fi.
    #[default]
    Connect,
    /// It worked before.
    Again,
    /// Only to know the PIN.
    OnlyPin,
}

/// What was found out on the way and closes ways until the person looks again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Learned {
    pub no_pin_shown: bool,
    pub no_push_key: bool,
    pub page_takes_none: bool,
    pub cannot_sign_in: bool,
    pub wps_off: bool,
    pub pin_not_granted: bool,
    pub push_not_granted: bool,
}

impl Learned {
    /// Another router: what was found out of the printer stays.
    pub fn forget_router(&mut self) {
        let Learned { no_pin_shown, no_push_key, .. } = *self;
        *self = Learned { no_pin_shown, no_push_key, ..Learned::default() };
    }
}

/// The printer that the person chose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Chosen {
    pub identity: Identity,
    pub at: LocalAddr,
    pub pin: PinOffer,
    pub link: Option<Link>,
    /// The Wi-Fi that it was on. Not saved: a network's name is nobody's business.
    #[serde(skip)]
    pub ssid: Option<Label>,
    pub pages: Vec<PageKind>,
    /// The person said which one of several it is, or where.
    #[serde(default)]
    pub sure: bool,
    /// Its number in the list; 0 where it was not tapped there. The next list counts anew.
    #[serde(skip)]
    pub number: u32,
}

impl Default for World {
    fn default() -> Self {
        Self {
            printers: Vec::new(),
            numbers: Numbers::default(),
            browsing_since: None,
            browse_trouble: None,
            nothing_found: false,
            around: Around::HOME,
            can_hop: false,
            near: 0,
            no_ble: None,
            was_away: false,
            goal: Goal::Connect,
            chosen: None,
            moving: false,
            router: None,
            signed_in: false,
            learned: Learned::default(),
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
            ssid: report.ssid.clone(),
            pages: report.pages.clone(),
            sure: true,
            number: 0,
        }
    }

    /// It answers on a network of its own only.
    pub fn own_network(&self) -> bool {
        self.at.is_setup() || self.link == Some(Link::OwnNetwork)
    }

    /// It is on the home network already: by Wi-Fi, otherwise by cable.
    pub fn online_by_wifi(&self) -> Option<bool> {
        match self.link {
            Some(Link::Wifi) => Some(true),
            Some(Link::Cable) => Some(false),
            _ => None,
        }
    }

    /// Addresses where it answered before the attempt and that therefore prove nothing.
    pub fn known_at(&self) -> Vec<LocalAddr> {
        vec![self.at]
    }
}

impl World {
    /// Back to the list: what belonged to the printer that was chosen is over.
    pub fn forget_printer(&mut self) {
        self.chosen = None;
        self.moving = false;
        (self.learned.no_pin_shown, self.learned.no_push_key) = (false, false);
        if self.goal == Goal::OnlyPin {
            self.goal = Goal::Connect;
        }
    }

    /// Another printer of this model is on the network.
    pub fn has_twin(&self, found: &Listed) -> bool {
        let named = !found.identity.model.as_str().is_empty();
        named
            && self
                .printers
                .iter()
                .any(|other| other.key != found.key && other.identity.model == found.identity.model)
    }

    /// The chosen printer has a twin on the network, which may answer to the same button.
    pub fn chosen_has_twin(&self) -> bool {
        self.twins().next().is_some()
    }

    /// Others of the chosen printer's model. One without a mark in common with it counts where the one that was tapped is
    /// known by its number; otherwise it may be the chosen one itself.
    pub fn twins(&self) -> impl Iterator<Item = &Listed> {
        let chosen = self.chosen.as_ref().filter(|c| !c.identity.model.as_str().is_empty());
        self.printers.iter().filter(move |f| {
            chosen.is_some_and(|c| {
                let tapped = c.number != 0;
                let other = f.identity.same_device(&c.identity).map_or(tapped, |same| !same);
                f.identity.model == c.identity.model && other && !(tapped && f.number == c.number)
            })
        })
    }

    /// A printer of the list by its number.
    pub fn numbered(&self, number: u32) -> Option<&Listed> {
        self.printers.iter().find(|f| f.number == number && number != 0)
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
                let numbers = &mut world.numbers;
                world.printers = list.iter().take(MAX_PRINTERS).map(|f| numbers.list(f)).collect();
                if !world.printers.is_empty() {
                    world.nothing_found = false;
                }
            }
            Input::Browse(result) => {
                world.browse_trouble = result.err();
                world.browsing_since = result.is_ok().then_some(now);
            }
            Input::Network(around) => {
                world.was_away |= !around.home;
                world.around = *around;
            }
            Input::CanHop => world.can_hop = true,
            Input::Near(Ok(near)) => (world.near, world.no_ble) = (*near, None),
            Input::Near(Err(why)) => (world.near, world.no_ble) = (0, Some(*why)),
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
    let waiting = matches!(state, State::Wait(_) | State::After(After::Unknown { .. }));
    // A person who is done at the router or the printer may forget to say so.
    let by_hand = matches!(
        state,
        State::HandOver(HandOver::ByPerson { .. } | HandOver::StartPrinter { .. } | HandOver::AtPanel)
            | State::Push(Push::AtRouter { .. })
    );
    // The doors need no search, and no permission for one.
    let door = matches!(state, State::Find(Find::Start | Find::ComputerAsks | Find::WentOffline));
    let searching = !door && !matches!(state, State::After(_));
    let mut standing = Vec::new();
    if waiting || searching {
        standing.push(Standing::Browse);
    }
    if matches!(state, State::Find(Find::Searching { .. })) {
        standing.push(Standing::ScanBle);
    }
    if holds_setup_wifi(state, world) {
        standing.push(Standing::SetupWifi);
    }
    if let (true, Some(chosen)) = (waiting || by_hand, &world.chosen) {
        let also_at = if chosen.own_network() { Vec::new() } else { vec![chosen.at] };
        standing.push(Standing::WatchPrinter { identity: chosen.identity.clone(), also_at });
    }
    let polled = matches!(state, State::Wait(_) | State::HandOver(HandOver::StartPrinter { .. }));
    if let (true, true, Some(router)) = (polled, world.signed_in, &world.router) {
        standing.push(Standing::PollRouter { router: router.clone() });
    }
    standing
}

/// One lease at most, and only while something there is asked.
fn holds_setup_wifi(state: &State, world: &World) -> bool {
    let own = || world.chosen.as_ref().is_some_and(Chosen::own_network);
    world.can_hop
        && match state {
            State::Hop(hop) => hop.why.to_setup() && hop.by_port,
            State::Find(Find::Asking { .. }) => world.around.setup.is_some(),
            State::Pin(PinState::Reading { .. }) => own(),
            _ => false,
        }
}
