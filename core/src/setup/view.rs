//! What a state shows: typed, without text. The guide words it and may not add, drop or reorder a choice.

use super::Moment;
use super::evidence::{Hint, Proof, RouterWord};
use super::input::{Around, Choice, NoBle, SessionOutcome};
use super::plan::{HandOverBy, Plan, Way};
use super::state::{AddressProblem, Blink, Given, HowToCheck, Reason, Sheet, SignInTrouble, Then};
use crate::identity::{Identity, Label, Mark};
use crate::knowledge::families::{PinOrder, PinPlace};
use crate::net::tls::Changed;
use crate::pin::{PinProblem, WpsPin};
use crate::ports::PortError;
use crate::printer::{NoPin, NotOurs};
use crate::router::{HandOverProblem, RouterReport};

/// One view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// Stable id of the screen, such as `find` or `waiting`.
    pub id: &'static str,
    /// What it shows.
    pub shown: Shown,
    /// What the person may choose, the usual one first.
    pub choices: Vec<Choice>,
    /// The chosen printer.
    pub printer: Option<Card>,
    /// The networks that the phone is on now.
    pub around: Around,
    /// By what road it goes, or went.
    pub road: Road,
}

/// What a person who looks for a cause has to look at depends on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Road {
    /// The way of this attempt, or of the last one.
    pub way: Option<Way>,
    /// The home network's router, if known.
    pub router: Option<RouterReport>,
}

impl Road {
    /// The router's part of WPS is a person's: whether the router does anything, nobody hears.
    pub fn by_hand(&self) -> bool {
        self.way.is_some_and(|way| way != Way::Passphrase && way.by() == HandOverBy::Person)
    }
}

/// A printer as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its number in this session; 0 for one that was found by a typed address.
    pub number: u32,
    /// The name that the person gave it, or its model.
    pub name: Label,
    /// Model.
    pub model: Label,
    /// What the label shows, to tell two of one model apart.
    pub identity: Identity,
}

/// A clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// When it runs out.
    pub ends_at: Moment,
    /// How long it runs in all.
    pub total: std::time::Duration,
}

/// What is shown, by state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The three doors.
    Start,
    /// A computer asks for a PIN.
    ComputerAsks,
    /// It worked, and now it is offline.
    WentOffline,
    /// The list.
    Searching {
        /// Printers, in stable order.
        printers: Vec<Card>,
        /// The search has run for a while and found none.
        nothing_found: bool,
        /// The search itself cannot run.
        trouble: Option<PortError>,
        /// What went wrong with the last choice.
        problem: Option<NotOurs>,
        /// HP devices that advertise over BLE near by; which ones, nobody knows.
        near: u8,
        /// Why that is not known.
        no_ble: Option<NoBle>,
        /// It worked before: what it means that it is not listed.
        again: bool,
    },
    /// The address field.
    Address {
        /// What is wrong with the last one.
        problem: Option<AddressProblem>,
    },
    /// Two of one model.
    WhichOne {
        /// The one that was tapped.
        card: Card,
        /// The others of its model.
        others: Vec<Card>,
        /// Whether it was made to blink.
        blink: Blink,
    },
    /// Asking the printer.
    Asking,
    /// It is on the network already.
    AlreadyOnline {
        /// By Wi-Fi, otherwise by cable.
        wifi: bool,
        /// A test page.
        sheet: Sheet,
        /// It worked before: it still does, or does again.
        again: bool,
    },
    /// It is to move to another Wi-Fi.
    Moving,
    /// Asking the router.
    Learning,
    /// The ways.
    Ways {
        /// Offered and withheld, with reasons.
        plan: Plan,
    },
    /// Bringing the phone to another network.
    Hop {
        /// To the printer's own Wi-Fi, otherwise home.
        to_setup: bool,
        /// The system does it.
        by_port: bool,
        /// A PIN is carried, and its clock runs.
        clock: Option<Clock>,
    },
    /// Name and password.
    SignIn {
        /// Which router.
        router: Option<RouterReport>,
        /// What went wrong.
        problem: Option<SignInTrouble>,
        /// What follows.
        then: Then,
        /// Without signing in, a PIN can still go by the router's page, as far as is known.
        by_page: bool,
        /// The PIN's clock, when it runs already.
        clock: Option<Clock>,
    },
    /// The router shows another certificate than before.
    CertificateChanged {
        /// The one before and the one now.
        certificate: Changed,
        /// What happens after signing in; `None` where no way was chosen yet.
        then: Option<Then>,
    },
    /// Asking the router to let us in.
    SigningIn,
    /// Asking the printer for its PIN.
    ReadingPin,
    /// The PIN field, or only the steps to the PIN.
    TypePin {
        /// Where the person looks.
        place: PinPlace,
        /// Why the printer did not tell it.
        why: Option<NoPin>,
        /// What is wrong with the last one.
        problem: Option<PinProblem>,
        /// The sheet that may carry it.
        sheet: Sheet,
        /// The person only wants to know it: no field.
        only: bool,
        /// When the printer starts.
        order: PinOrder,
        /// It goes into the router's page, otherwise over its service.
        by: HandOverBy,
    },
    /// Four digits or eight.
    Digits {
        /// As four.
        four: WpsPin,
        /// As eight.
        eight: WpsPin,
        /// The PIN's clock.
        clock: Option<Clock>,
    },
    /// The PIN, for somebody who only wants to know it.
    Told {
        /// The PIN.
        pin: Option<WpsPin>,
        /// Its clock.
        clock: Option<Clock>,
    },
    /// The router is being told.
    SendingPin {
        /// The PIN's clock.
        clock: Option<Clock>,
    },
    /// The person types the PIN into the router's page.
    RouterPage {
        /// The PIN.
        pin: Option<WpsPin>,
        /// The PIN's clock.
        clock: Option<Clock>,
        /// The router, if known.
        router: Option<RouterReport>,
        /// Why not the service.
        instead: Option<HandOverProblem>,
        /// Signing in showed that the owner has not granted it.
        not_granted: bool,
        /// The page looks different: the general steps.
        general: bool,
    },
    /// The router has the PIN; Start is touched on the printer.
    StartPrinter {
        /// Until the router stops waiting.
        clock: Option<Clock>,
        /// How sure it is that the router has it.
        given: Given,
    },
    /// The Wi-Fi password is typed at the printer.
    AtPanel,
    /// What push button means.
    PushConsent {
        /// How the router's button is pressed.
        by: HandOverBy,
        /// Another printer of this model is on the network.
        twin: bool,
    },
    /// The printer's key.
    PushPrinter {
        /// How the router's button is pressed.
        by: HandOverBy,
        /// Another printer of this model is on the network.
        twin: bool,
    },
    /// The router is being told.
    PushStarting {
        /// The printer's clock.
        clock: Option<Clock>,
    },
    /// To the router now.
    PushRouter {
        /// The printer's clock.
        clock: Option<Clock>,
        /// The router, if known.
        router: Option<RouterReport>,
        /// Why not the service.
        instead: Option<HandOverProblem>,
    },
    /// Waiting for evidence.
    Waiting {
        /// Until the printer stops looking, then until the join is judged.
        clock: Option<Clock>,
        /// It takes longer than usual.
        slow: bool,
        /// The printer stopped looking.
        walk_over: bool,
        /// The router's word.
        word: Option<RouterWord>,
        /// The router's word is old and the printer not in sight.
        overdue: bool,
        /// Seen, which proves nothing.
        seen: bool,
        /// May be the one.
        hint: Option<Hint>,
        /// The printer was asked over its cable.
        cable: bool,
        /// The Wi-Fi password was typed at the printer: no WPS, no walk time.
        panel: bool,
    },
    /// What does the printer show?
    PrinterReport {
        /// Until the join is judged.
        clock: Option<Clock>,
    },
    /// Proven.
    Joined {
        /// By what.
        proof: Proof,
        /// A test page.
        sheet: Sheet,
    },
    /// Failed.
    Failed {
        /// Why.
        reason: Reason,
        /// How often for this reason.
        times: usize,
        /// By push button.
        push: bool,
        /// The PIN was read by the app; otherwise by a person.
        read: bool,
        /// The device that came in its place: its MAC address, as the router told it.
        peer: Option<Mark>,
    },
    /// Nothing proves either.
    Unknown {
        /// What can be checked.
        check: HowToCheck,
    },
    /// Something stayed open.
    Leftover {
        /// Until when.
        until: Option<Moment>,
    },
    /// Taking it back.
    Closing,
    /// The end.
    Ended {
        /// How.
        outcome: SessionOutcome,
        /// What could not be taken back is open until then.
        open_until: Option<Moment>,
    },
}
