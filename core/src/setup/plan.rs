//! Which ways lead to a join: a pure function of what the printer, the router and the circumstances offer.

use serde::{Deserialize, Serialize};

use crate::net::Trouble;
use crate::printer::PinOffer;
use crate::router::Takes;

#[cfg(test)]
mod tests;

/// Where the PIN comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PinFrom {
    /// The printer's EWS tells it.
    Ews,
    /// The person reads it from the printer's display, a page or a label, and types it.
    Person,
}

/// How it gets into the router, or how the router's push button is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum HandOverBy {
    /// The router's service takes it.
    Service,
    /// The person does it: in the router's page, or at the box.
    Person,
}

/// One way to a join.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Way {
    /// WPS with the printer's device PIN.
    Pin {
        /// Where the PIN comes from.
        from: PinFrom,
        /// How it gets into the router.
        by: HandOverBy,
    },
    /// WPS by push button on both sides.
    Push {
        /// How the router's button is pressed.
        by: HandOverBy,
    },
    /// The Wi-Fi password, typed at the printer's own panel.
    Passphrase,
}

/// Why a way is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Because {
    /// Nothing is carried by hand.
    NothingByHand,
    /// The person types the PIN once, into this app; the router takes it from there.
    TypedHere,
    /// The app reads the PIN; the person types it into the router's page.
    TypedAtRouter,
    /// Works with every printer that shows a PIN and every router that takes one.
    Always,
    /// One key at the printer; the router is told by the app.
    OneKey,
    /// One key at the printer, one at the router, within two minutes; needs no password.
    TwoKeys,
    /// Needs no WPS at all.
    NoWps,
}

/// Why a way is not offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Withheld {
    /// This printer does not tell its PIN to apps.
    PrinterDoesNotTell,
    /// It could not be asked.
    PrinterNotAsked(Trouble),
    /// The person looked and the printer shows no PIN.
    PrinterShowsNoPin,
    /// This printer has no push button for WPS.
    PrinterHasNoPush,
    /// This printer has no panel on which a password can be typed.
    PrinterHasNoPanel,
    /// This router takes no PIN from apps.
    RouterTakesNone,
    /// The router could not be asked, or is of a kind that we do not speak with.
    RouterUnknown,
    /// The router's page takes no PIN: the vendor's row says so, or the person saw it.
    PageTakesNone,
    /// The person cannot sign in at the router's page.
    CannotSignIn,
    /// WPS is off at the router, found out in this session.
    WpsOff,
    /// The router's certificate changed since it was first seen.
    CertificateChanged,
    /// The owner has not granted it; found out after signing in.
    NotGranted,
    /// The phone is not on the home network.
    NotAtHome,
    /// Going to the printer's own Wi-Fi and coming home would take longer than the PIN lives.
    HopTooLong,
}

/// Whether this model shows a device PIN to a person at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PinShown {
    /// Documented or observed.
    Known,
    /// Nobody has proven it: the person looks.
    Unproven,
    /// The person looked and saw none.
    None,
}

/// What the printer offers, as the plan needs it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PrinterWays {
    /// Whether its EWS tells the PIN.
    pub tells: PinOffer,
    /// Whether it shows one to a person.
    pub shows: PinShown,
    /// It has WPS by push button.
    pub push: bool,
    /// A password can be typed at its panel.
    pub panel: bool,
}

/// What the router offers, as the plan needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RouterWays {
    /// It takes a device PIN over its service.
    pub device_pin: Takes,
    /// It takes push button over its service.
    pub push: Takes,
    /// Its page takes a device PIN: the vendor's row, or what the person saw.
    pub page: Takes,
    /// Why it could not be asked.
    pub trouble: Option<Trouble>,
}

/// Circumstances.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Circumstances {
    /// The phone is on the home network, or can be brought there before the way needs it.
    pub home: bool,
    /// Signing in showed that the owner has not granted the PIN wrapper.
    pub pin_not_granted: bool,
    /// Signing in showed that the owner has not granted push button.
    pub push_not_granted: bool,
    /// The person cannot sign in at the router.
    pub cannot_sign_in: bool,
    /// WPS is off, found out in this session.
    pub wps_off: bool,
    /// How reading the PIN from the printer's own Wi-Fi goes.
    pub hop: Hop,
}

/// Whether the phone must change networks between reading the PIN and giving it to the router.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Hop {
    /// It need not.
    #[default]
    None,
    /// It must, and the system does it: some seconds of the PIN's life.
    ByPort,
    /// It must, and the person does it in the settings: most of the PIN's life.
    ByHand,
}

/// The ways, best first, and the ones not offered; each with its reason.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Plan {
    /// Offered, best first.
    pub offered: Vec<(Way, Because)>,
    /// Not offered.
    pub withheld: Vec<(Way, Withheld)>,
}

impl Way {
    /// Every way, best first where the printer is known to show a PIN.
    pub const ALL: [Way; 7] = [
        Way::Pin { from: PinFrom::Ews, by: HandOverBy::Service },
        Way::Pin { from: PinFrom::Person, by: HandOverBy::Service },
        Way::Push { by: HandOverBy::Service },
        Way::Pin { from: PinFrom::Ews, by: HandOverBy::Person },
        Way::Push { by: HandOverBy::Person },
        Way::Pin { from: PinFrom::Person, by: HandOverBy::Person },
        Way::Passphrase,
    ];

    /// Stable id: `way:read:router`, `way:typed:router`, `way:read:page`, `way:typed:page`, `way:push:router`,
    /// `way:push:hand`, `way:passphrase`.
    pub fn id(self) -> String {
        let id = match self {
            Way::Pin { from: PinFrom::Ews, by: HandOverBy::Service } => "way:read:router",
            Way::Pin { from: PinFrom::Person, by: HandOverBy::Service } => "way:typed:router",
            Way::Pin { from: PinFrom::Ews, by: HandOverBy::Person } => "way:read:page",
            Way::Pin { from: PinFrom::Person, by: HandOverBy::Person } => "way:typed:page",
            Way::Push { by: HandOverBy::Service } => "way:push:router",
            Way::Push { by: HandOverBy::Person } => "way:push:hand",
            Way::Passphrase => "way:passphrase",
        };
        id.to_owned()
    }

    /// How the router comes into it.
    pub fn by(self) -> HandOverBy {
        match self {
            Way::Pin { by, .. } | Way::Push { by } => by,
            Way::Passphrase => HandOverBy::Person,
        }
    }

    /// By push button.
    pub fn is_push(self) -> bool {
        matches!(self, Way::Push { .. })
    }

    /// Where its PIN comes from, if it has one.
    pub fn pin_from(self) -> Option<PinFrom> {
        match self {
            Way::Pin { from, .. } => Some(from),
            Way::Push { .. } | Way::Passphrase => None,
        }
    }

    /// The same, with the person in place of the router's service.
    #[must_use]
    pub fn by_hand(self) -> Self {
        match self {
            Way::Pin { from, .. } => Way::Pin { from, by: HandOverBy::Person },
            Way::Push { .. } => Way::Push { by: HandOverBy::Person },
            Way::Passphrase => Way::Passphrase,
        }
    }

    fn because(self) -> Because {
        match self {
            Way::Pin { from: PinFrom::Ews, by: HandOverBy::Service } => Because::NothingByHand,
            Way::Pin { from: PinFrom::Person, by: HandOverBy::Service } => Because::TypedHere,
            Way::Pin { from: PinFrom::Ews, by: HandOverBy::Person } => Because::TypedAtRouter,
            Way::Pin { from: PinFrom::Person, by: HandOverBy::Person } => Because::Always,
            Way::Push { by: HandOverBy::Service } => Because::OneKey,
            Way::Push { by: HandOverBy::Person } => Because::TwoKeys,
            Way::Passphrase => Because::NoWps,
        }
    }

    /// Smaller is better. A PIN that nobody has seen on this model yet comes after the button.
    fn rank(self, printer: &PrinterWays) -> usize {
        let place = Way::ALL.iter().position(|w| *w == self).unwrap_or(Way::ALL.len());
        let doubtful = printer.shows == PinShown::Unproven && self.pin_from() == Some(PinFrom::Person);
        // After every way that is surer, the password among them.
        if doubtful && printer.push { place + Way::ALL.len() } else { place }
    }
}

/// Orders the ways. Something is always offered: where every way has an obstacle, the PIN carried by hand is offered all
/// the same, as what is known may be wrong and a person can look.
pub fn plan(printer: &PrinterWays, router: RouterWays, around: Circumstances) -> Plan {
    let mut plan = Plan { offered: Vec::new(), withheld: Vec::new() };
    for way in Way::ALL {
        match obstacle(way, printer, router, around) {
            None => plan.offered.push((way, way.because())),
            Some(why) => plan.withheld.push((way, why)),
        }
    }
    plan.offered.sort_by_key(|(way, _)| way.rank(printer));
    if plan.offered.is_empty() {
        let last = Way::Pin { from: PinFrom::Person, by: HandOverBy::Person };
        plan.withheld.retain(|(way, _)| *way != last);
        plan.offered.push((last, last.because()));
    }
    plan
}

/// The first thing that stands in the way; the one nearest to what the person could change comes first.
fn obstacle(way: Way, printer: &PrinterWays, router: RouterWays, around: Circumstances) -> Option<Withheld> {
    let at_printer = match way {
        Way::Pin { from: PinFrom::Ews, by } => match &printer.tells {
            PinOffer::Resource { .. } => {
                (around.hop == Hop::ByHand && by == HandOverBy::Person).then_some(Withheld::HopTooLong)
            }
            PinOffer::NotOffered => Some(Withheld::PrinterDoesNotTell),
            PinOffer::Unknown(trouble) => Some(Withheld::PrinterNotAsked(*trouble)),
        },
        Way::Pin { from: PinFrom::Person, .. } => {
            (printer.shows == PinShown::None).then_some(Withheld::PrinterShowsNoPin)
        }
        Way::Push { .. } => (!printer.push).then_some(Withheld::PrinterHasNoPush),
        Way::Passphrase => (!printer.panel).then_some(Withheld::PrinterHasNoPanel),
    };
    if at_printer.is_some() {
        return at_printer;
    }
    if around.wps_off && way != Way::Passphrase {
        return Some(Withheld::WpsOff);
    }
    match way {
        Way::Pin { by: HandOverBy::Person, .. } if around.cannot_sign_in => Some(Withheld::CannotSignIn),
        Way::Pin { by: HandOverBy::Person, .. } if router.page == Takes::No => Some(Withheld::PageTakesNone),
        Way::Pin { by: HandOverBy::Service, .. } => {
            service(router.device_pin, around.pin_not_granted, router, around)
        }
        Way::Push { by: HandOverBy::Service } => {
            service(router.push, around.push_not_granted, router, around)
        }
        _ => None,
    }
}

fn service(takes: Takes, not_granted: bool, router: RouterWays, around: Circumstances) -> Option<Withheld> {
    if !around.home {
        return Some(Withheld::NotAtHome);
    }
    if around.cannot_sign_in {
        return Some(Withheld::CannotSignIn);
    }
    if not_granted {
        return Some(Withheld::NotGranted);
    }
    match (takes, router.trouble) {
        (_, Some(Trouble::CertificateChanged)) => Some(Withheld::CertificateChanged),
        (Takes::Yes | Takes::AfterSignIn, _) => None,
        (Takes::No, _) => Some(Withheld::RouterTakesNone),
        (Takes::Unknown, _) => Some(Withheld::RouterUnknown),
    }
}
