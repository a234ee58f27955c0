//! What the setup orders from outside.

use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::identity::Identity;
use crate::knowledge::Timings;
use crate::net::tls::Changed;
use crate::net::{LocalAddr, Network};
use crate::pin::WpsPin;
use crate::printer::PageKind;
use crate::router::RouterReport;
use crate::secret::Secret;
use crate::time::Moment;

/// Names one effect; its outcome comes back with it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EffectId(pub u64);

impl fmt::Debug for EffectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

/// An order to the driver.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// Do this once.
    Do(Effect),
    /// End this effect; its outcome is not wanted any more.
    Stop(EffectId),
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// Its name.
    pub id: EffectId,
    /// The network that it needs.
    pub network: Network,
    /// What.
    pub ask: Ask,
}

/// The kinds of effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Ask who answers there, what it offers and how it is connected.
    Describe {
        /// Where.
        at: LocalAddr,
        /// Who is expected; another one is refused.
        expected: Option<Identity>,
    },
    /// Find out which router the home network has.
    RecogniseRouter,
    /// Take the certificate that the person agreed to for the router's own, and find out anew which router it is.
    TrustRouter {
        /// The one before and the one now.
        certificate: Changed,
    },
    /// Sign in at the router.
    SignIn {
        /// Which router.
        router: RouterReport,
        /// User name.
        user: String,
        /// Password.
        password: Secret,
    },
    /// Read the PIN from the printer. May make a new PIN and start the printer.
    ReadPin {
        /// Where.
        at: LocalAddr,
        /// The resource.
        path: String,
    },
    /// Give the router the PIN.
    SendPin {
        /// Which router.
        router: RouterReport,
        /// The PIN.
        pin: WpsPin,
        /// Look at the router's status before: the last look is as old as the sign-in, or an attempt.
        look_first: bool,
    },
    /// Start the router's push button.
    StartPush {
        /// Which router.
        router: RouterReport,
        /// Look at the router's status before.
        look_first: bool,
    },
    /// Let the printer print one sheet.
    PrintPage {
        /// Where.
        at: LocalAddr,
        /// Which.
        page: PageKind,
    },
    /// Make the printer blink or beep.
    Identify {
        /// Where.
        at: LocalAddr,
    },
    /// Take something back.
    Undo {
        /// What.
        undo: Undo,
    },
}

/// Something outside that stays open after us.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undo {
    /// The router that holds a PIN, or whose push button runs.
    pub router: RouterReport,
    /// When its window closes by itself.
    pub until: Moment,
}

impl Ask {
    /// Whether it changes something outside: then the session is saved before it is released.
    pub fn changes_outside(&self) -> bool {
        matches!(
            self,
            Ask::ReadPin { .. }
                | Ask::SendPin { .. }
                | Ask::StartPush { .. }
                | Ask::PrintPage { .. }
                | Ask::Undo { .. }
        )
    }

    /// The network that it needs.
    pub fn network(&self) -> Network {
        match self {
            Ask::Describe { at, .. } | Ask::ReadPin { at, .. } if at.is_setup() => Network::Setup,
            Ask::Describe { .. } | Ask::ReadPin { .. } | Ask::PrintPage { .. } | Ask::Identify { .. } => {
                Network::Any
            }
            _ => Network::Home,
        }
    }

    /// When the setup gives it up. The driver's own limit is shorter, so this only ends an effect that was lost.
    pub fn limit(&self, timings: &Timings) -> Duration {
        let grace = Duration::from_secs(5);
        grace
            + match self {
                Ask::Describe { .. } | Ask::ReadPin { .. } | Ask::PrintPage { .. } | Ask::Identify { .. } => {
                    timings.look
                }
                Ask::Undo { .. } => timings.undo_each,
                _ => timings.router_answer,
            }
    }

    /// For logs.
    pub fn name(&self) -> &'static str {
        match self {
            Ask::Describe { .. } => "describe",
            Ask::RecogniseRouter => "recognise_router",
            Ask::TrustRouter { .. } => "trust_router",
            Ask::SignIn { .. } => "sign_in",
            Ask::ReadPin { .. } => "read_pin",
            Ask::SendPin { .. } => "send_pin",
            Ask::StartPush { .. } => "start_push",
            Ask::PrintPage { .. } => "print_page",
            Ask::Identify { .. } => "identify",
            Ask::Undo { .. } => "undo",
        }
    }
}

/// Something that goes on while a state lasts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Browse for printers.
    Browse,
    /// Look for the chosen printer and ask whether it has joined.
    WatchPrinter {
        /// Who is looked for.
        identity: Identity,
        /// Where else it may answer.
        also_at: Vec<LocalAddr>,
    },
    /// Look for HP devices that advertise over BLE. Never switches Bluetooth on.
    ScanBle,
    /// Hold the phone on the printer's own Wi-Fi.
    SetupWifi,
    /// Look at the router's status.
    PollRouter {
        /// Which router.
        router: RouterReport,
    },
}
