//! Finding the printer and choosing a way.

use super::{Cases, card, stranger};
use crate::identity::{Identity, Label, Mark};
use crate::net::Trouble;
use crate::ports::PortError;
use crate::printer::{NotOurs, PinOffer};
use crate::router::Takes;
use crate::setup::input::Choice;
use crate::setup::plan::{Circumstances, RouterWays, Way, plan};
use crate::setup::state::AddressProblem;
use crate::setup::view::{Card, Shown};

pub fn find(c: &mut Cases) {
    let searching = |printers: Vec<Card>, nothing_found, trouble, problem| Shown::Searching {
        printers,
        nothing_found,
        trouble,
        problem,
    };
    let typed = [Choice::TypeAddress];
    c.add("find", "just begun", &typed, searching(vec![], false, None, None)).printer = None;
    c.add("find", "nothing found", &typed, searching(vec![], true, None, None)).printer = None;
    c.add(
        "find",
        "no permission",
        &typed,
        searching(vec![], true, Some(PortError::PermissionMissing), None),
    )
    .printer = None;
    c.add("find", "search failed", &typed, searching(vec![], false, Some(PortError::Failed), None)).printer =
        None;
    let one = [Choice::Printer(1), Choice::TypeAddress];
    c.add("find", "one", &one, searching(vec![card()], false, None, None)).printer = None;
    let twin = Card {
        number: 3,
        identity: Identity { mac: Mark::mac("02a0b0c0d0ff"), ..card().identity },
        ..card()
    };
    let nameless = Card {
        number: 4,
        name: Label::default(),
        model: Label::default(),
        identity: Identity { product: Some(Label::new("CE844A")), ..Identity::default() },
    };
    let unmarked = Card {
        number: 5,
        name: Label::new("HP Tango"),
        model: Label::default(),
        identity: Identity::default(),
    };
    let several = [
        Choice::Printer(1),
        Choice::Printer(2),
        Choice::Printer(3),
        Choice::Printer(4),
        Choice::Printer(5),
        Choice::Printer(6),
        Choice::TypeAddress,
    ];
    c.add(
        "find",
        "several, two alike, one gone",
        &several,
        searching(vec![card(), stranger(), twin, nameless, unmarked], false, None, None),
    )
    .printer = None;
    for problem in [NotOurs::AnotherDevice, NotOurs::AnotherPrinter] {
        c.add("find", format!("{problem}"), &one, searching(vec![card()], false, None, Some(problem)))
            .printer = None;
    }
    c.troubles("find", &one, |t| searching(vec![card()], false, None, Some(NotOurs::Trouble(t))));
    let ask = [Choice::Ask, Choice::Back];
    c.add("address", "empty", &ask, Shown::Address { problem: None }).printer = None;
    c.add("address", "no address", &ask, Shown::Address { problem: Some(AddressProblem::NotLocal) });
    c.add(
        "address",
        "another device",
        &ask,
        Shown::Address { problem: Some(AddressProblem::NotOurs(NotOurs::AnotherDevice)) },
    );
    c.troubles("address", &ask, |t| Shown::Address {
        problem: Some(AddressProblem::NotOurs(NotOurs::Trouble(t))),
    });
    c.add("asking", "asking", &[Choice::Back], Shown::Asking).printer = None;
}

pub fn decide(c: &mut Cases) {
    c.add(
        "already-online",
        "wifi",
        &[Choice::Done, Choice::Connect, Choice::Back],
        Shown::AlreadyOnline { wifi: true },
    );
    c.add(
        "already-online",
        "cable",
        &[Choice::Connect, Choice::Done, Choice::Back],
        Shown::AlreadyOnline { wifi: false },
    );
    c.add("learning", "learning", &[Choice::Back], Shown::Learning);
    let offers = [
        PinOffer::Resource { path: "/p".into() },
        PinOffer::NotOffered,
        PinOffer::Unknown(Trouble::TimedOut),
    ];
    for offer in &offers {
        for device_pin in [Takes::AfterSignIn, Takes::No, Takes::Unknown] {
            for (trouble, online, not_granted) in [
                (None, true, false),
                (Some(Trouble::CertificateChanged), true, false),
                (None, true, true),
                (None, false, false),
            ] {
                let plan =
                    plan(offer, RouterWays { device_pin, trouble }, Circumstances { online, not_granted });
                let ways = plan.offered.iter().map(|(w, _)| Choice::Way(*w));
                let choices: Vec<Choice> = ways.chain([Choice::LookAgain, Choice::Back]).collect();
                let name = format!(
                    "{offer:?}, {device_pin:?}, {trouble:?}, online {online}, not granted {not_granted}"
                );
                c.add("ways", name, &choices, Shown::Ways { plan }).away = !online;
                let same = matches!(offer, PinOffer::NotOffered) == (device_pin == Takes::No);
                c.0.last_mut().unwrap().pictured = same && !matches!(offer, PinOffer::Unknown(_));
            }
        }
    }
    assert!(c.0.iter().any(|c| c.view.choices.len() == Way::ALL.len() + 2), "all ways at once");
}
