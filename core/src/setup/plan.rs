//! Which ways lead to a join: a pure function of what the printer, the router and the circumstances offer.

use serde::{Deserialize, Serialize};

use crate::net::Trouble;
use crate::printer::PinOffer;
use crate::router::Takes;

/// Where the PIN comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PinFrom {
    /// The printer's EWS tells it.
    Ews,
    /// The person reads it from the printer and types it.
    Person,
}

/// How it gets into the router.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum HandOverBy {
    /// The router's service takes it.
    Service,
    /// The person types it into the router's page.
    Person,
}

/// One way to a join.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Way {
    /// Where the PIN comes from.
    pub pin: PinFrom,
    /// How it gets into the router.
    pub by: HandOverBy,
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
}

/// Why a way is not offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Withheld {
    /// This printer does not tell its PIN to apps.
    PrinterDoesNotTell,
    /// It could not be asked.
    PrinterNotAsked(Trouble),
    /// This router takes no PIN from apps.
    RouterTakesNone,
    /// The router could not be asked, or is of a kind that we do not speak with.
    RouterUnknown,
    /// The router's certificate changed since it was first seen.
    CertificateChanged,
    /// The owner has not granted it; found out after signing in.
    NotGranted,
    /// The phone is not on the home network.
    NotAtHome,
}

/// What the router offers, as the plan needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RouterWays {
    /// It takes a device PIN over its service.
    pub device_pin: Takes,
    /// Why it could not be asked.
    pub trouble: Option<Trouble>,
}

/// Circumstances.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Circumstances {
    /// The phone is on a local network.
    pub online: bool,
    /// Signing in showed that the owner has not granted the PIN wrapper.
    pub not_granted: bool,
}

/// The ways, best first, and the ones not offered; each with its reason.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Plan {
    /// Offered, best first. Never empty: a person can always carry the PIN.
    pub offered: Vec<(Way, Because)>,
    /// Not offered.
    pub withheld: Vec<(Way, Withheld)>,
}

impl Way {
    /// Every way, best first.
    pub const ALL: [Way; 4] = [
        Way { pin: PinFrom::Ews, by: HandOverBy::Service },
        Way { pin: PinFrom::Person, by: HandOverBy::Service },
        Way { pin: PinFrom::Ews, by: HandOverBy::Person },
        Way { pin: PinFrom::Person, by: HandOverBy::Person },
    ];

    /// Stable id: `way:read:router`, `way:typed:router`, `way:read:page`, `way:typed:page`.
    pub fn id(self) -> String {
        let pin = match self.pin {
            PinFrom::Ews => "read",
            PinFrom::Person => "typed",
        };
        let by = match self.by {
            HandOverBy::Service => "router",
            HandOverBy::Person => "page",
        };
        format!("way:{pin}:{by}")
    }

    fn because(self) -> Because {
        match (self.pin, self.by) {
            (PinFrom::Ews, HandOverBy::Service) => Because::NothingByHand,
            (PinFrom::Person, HandOverBy::Service) => Because::TypedHere,
            (PinFrom::Ews, HandOverBy::Person) => Because::TypedAtRouter,
            (PinFrom::Person, HandOverBy::Person) => Because::Always,
        }
    }
}

/// Orders the ways.
pub fn plan(printer: &PinOffer, router: RouterWays, around: Circumstances) -> Plan {
    let mut plan = Plan { offered: Vec::new(), withheld: Vec::new() };
    for way in Way::ALL {
        match obstacle(way, printer, router, around) {
            None => plan.offered.push((way, way.because())),
            Some(why) => plan.withheld.push((way, why)),
        }
    }
    plan
}

/// The first thing that stands in the way; the one nearest to what the person could change comes first.
fn obstacle(way: Way, printer: &PinOffer, router: RouterWays, around: Circumstances) -> Option<Withheld> {
    if way.pin == PinFrom::Ews {
        match printer {
            PinOffer::Resource { .. } => {}
            PinOffer::NotOffered => return Some(Withheld::PrinterDoesNotTell),
            PinOffer::Unknown(trouble) => return Some(Withheld::PrinterNotAsked(*trouble)),
        }
    }
    if way.by == HandOverBy::Person {
        return None;
    }
    if !around.online {
        return Some(Withheld::NotAtHome);
    }
    if around.not_granted {
        return Some(Withheld::NotGranted);
    }
    match (router.device_pin, router.trouble) {
        (_, Some(Trouble::CertificateChanged)) => Some(Withheld::CertificateChanged),
        (Takes::Yes | Takes::AfterSignIn, _) => None,
        (Takes::No, _) => Some(Withheld::RouterTakesNone),
        (Takes::Unknown, _) => Some(Withheld::RouterUnknown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The whole product, as a table.
    #[test]
    fn every_pair_is_offered_or_says_why_not() {
        let printers = [
            PinOffer::Resource { path: "/x".into() },
            PinOffer::NotOffered,
            PinOffer::Unknown(Trouble::TimedOut),
        ];
        let takes = [Takes::Yes, Takes::AfterSignIn, Takes::No, Takes::Unknown];
        let mut table = String::new();
        for printer in &printers {
            for device_pin in takes {
                for trouble in [None, Some(Trouble::CertificateChanged)] {
                    for (online, not_granted) in [(true, false), (true, true), (false, false)] {
                        let plan = plan(
                            printer,
                            RouterWays { device_pin, trouble },
                            Circumstances { online, not_granted },
                        );
                        assert_eq!(plan.offered.len() + plan.withheld.len(), Way::ALL.len());
                        assert!(
                            plan.offered.iter().any(|(_, b)| *b == Because::Always),
                            "a person can always carry the PIN"
                        );
                        let offered: Vec<_> =
                            plan.offered.iter().map(|(w, b)| format!("{} {b:?}", w.id())).collect();
                        let withheld: Vec<_> =
                            plan.withheld.iter().map(|(w, b)| format!("{} {b:?}", w.id())).collect();
                        table += &format!(
                            "{printer:?} | {device_pin:?} {trouble:?} | online {online}, refused {not_granted} | {} | {}\n",
                            offered.join(", "),
                            withheld.join(", ")
                        );
                    }
                }
            }
        }
        insta::assert_snapshot!("plan", table);
    }
}
