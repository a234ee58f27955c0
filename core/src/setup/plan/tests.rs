#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;

use super::*;

fn printers() -> Vec<PrinterWays> {
    let mut all = Vec::new();
    let tells = [
        PinOffer::Resource { path: "/x".into() },
        PinOffer::NotOffered,
        PinOffer::Unknown(Trouble::TimedOut),
    ];
    for tells in tells {
        for shows in [PinShown::Known, PinShown::Unproven, PinShown::None] {
            for (push, panel) in [(true, true), (true, false), (false, true), (false, false)] {
                all.push(PrinterWays { tells: tells.clone(), shows, push, panel });
            }
        }
    }
    all
}

fn routers() -> Vec<RouterWays> {
    let takes = [Takes::Yes, Takes::AfterSignIn, Takes::No, Takes::Unknown];
    let mut all = Vec::new();
    for device_pin in takes {
        for push in takes {
            for page in [Takes::Yes, Takes::No, Takes::Unknown] {
                for trouble in [None, Some(Trouble::CertificateChanged)] {
                    all.push(RouterWays { device_pin, push, page, trouble });
                }
            }
        }
    }
    all
}

fn circumstances() -> Vec<Circumstances> {
    let mut all = Vec::new();
    for bits in 0u8..32 {
        let bit = |n: u8| bits & (1 << n) != 0;
        for hop in [Hop::None, Hop::ByPort, Hop::ByHand] {
            all.push(Circumstances {
                home: !bit(0),
                pin_not_granted: bit(1),
                push_not_granted: bit(2),
                cannot_sign_in: bit(3),
                wps_off: bit(4),
                hop,
            });
        }
    }
    all
}

/// The whole product: something is always offered, nothing twice, and each way stands on one side with its reason.
#[test]
fn every_way_is_offered_or_says_why_not() {
    let mut reasons: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut plans = 0;
    for printer in printers() {
        for router in routers() {
            for around in circumstances() {
                let plan = plan(&printer, router, around);
                plans += 1;
                assert!(!plan.offered.is_empty(), "{printer:?} {router:?} {around:?}");
                let mut all: Vec<_> = plan.offered.iter().map(|(w, _)| *w).collect();
                all.extend(plan.withheld.iter().map(|(w, _)| *w));
                all.sort();
                let mut every = Way::ALL.to_vec();
                every.sort();
                assert_eq!(all, every);
                for (way, because) in &plan.offered {
                    *reasons.entry((way.id(), format!("offered: {because:?}"))).or_default() += 1;
                }
                for (way, why) in &plan.withheld {
                    *reasons.entry((way.id(), format!("withheld: {why:?}"))).or_default() += 1;
                }
            }
        }
    }
    let mut text = format!("plans: {plans}\n\nway | offered because, or withheld why | in how many plans\n");
    for ((way, why), times) in reasons {
        text += &format!("{way} | {why} | {times}\n");
    }
    insta::assert_snapshot!("plan_reasons", text);
}

/// Printer x router as a person meets them, at home: what is offered in which order, and why the rest is not.
#[test]
fn the_order_for_each_pair() {
    let mut text = String::new();
    let router_of = |device_pin, push, page| RouterWays { device_pin, push, page, trouble: None };
    let named_routers = [
        ("OpenWrt with the wrapper", router_of(Takes::AfterSignIn, Takes::AfterSignIn, Takes::No)),
        ("OpenWrt, push only", router_of(Takes::No, Takes::AfterSignIn, Takes::No)),
        ("page that takes a PIN", router_of(Takes::Unknown, Takes::Unknown, Takes::Yes)),
        ("page that takes none", router_of(Takes::Unknown, Takes::Unknown, Takes::No)),
        ("unknown", router_of(Takes::Unknown, Takes::Unknown, Takes::Unknown)),
    ];
    for printer in printers() {
        let tells = match printer.tells {
            PinOffer::Resource { .. } => "tells its PIN",
            PinOffer::NotOffered => "tells no PIN",
            PinOffer::Unknown(_) => "could not be asked",
        };
        for (name, router) in &named_routers {
            for hop in [Hop::None, Hop::ByHand] {
                if hop == Hop::ByHand && !matches!(printer.tells, PinOffer::Resource { .. }) {
                    continue;
                }
                let plan =
                    plan(&printer, *router, Circumstances { home: true, hop, ..Circumstances::default() });
                let offered: Vec<_> = plan.offered.iter().map(|(w, _)| w.id()).collect();
                let withheld: Vec<_> =
                    plan.withheld.iter().map(|(w, why)| format!("{} {why:?}", w.id())).collect();
                text += &format!(
                    "{tells}, PIN shown {:?}, push {}, panel {}, hop {hop:?} | {name} | {} | {}\n",
                    printer.shows,
                    printer.push,
                    printer.panel,
                    offered.join(", "),
                    withheld.join(", ")
                );
            }
        }
    }
    insta::assert_snapshot!("plan", text);
}

#[test]
fn a_pin_that_nobody_has_seen_comes_after_the_button() {
    let printer =
        PrinterWays { tells: PinOffer::NotOffered, shows: PinShown::Unproven, push: true, panel: false };
    let router = RouterWays {
        device_pin: Takes::AfterSignIn,
        push: Takes::AfterSignIn,
        page: Takes::Unknown,
        trouble: None,
    };
    let around = Circumstances { home: true, ..Circumstances::default() };
    let order: Vec<_> = plan(&printer, router, around).offered.iter().map(|(w, _)| w.id()).collect();
    assert_eq!(order, ["way:push:router", "way:push:hand", "way:typed:router", "way:typed:page"]);
}
