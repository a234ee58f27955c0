//! The doors, and finding the printer.

use super::{AWAY, Cases, MOBILE, TROUBLES, card, stranger, there};
use crate::identity::{Identity, Label, Mark};
use crate::ports::PortError;
use crate::printer::{NoIdentify, NotOurs};
use crate::setup::effect::EffectId;
use crate::setup::input::{Around, Choice, NoBle};
use crate::setup::state::{AddressProblem, Blink};
use crate::setup::view::{Card, Shown};

pub fn doors(c: &mut Cases) {
    let doors = [Choice::Begin, Choice::ComputerAsks, Choice::WentOffline];
    c.add("start", "doors", &doors, Shown::Start).printer = None;
    let asks = [Choice::Done, Choice::Begin, Choice::Back];
    c.add("computer-asks", "a computer asks", &asks, Shown::ComputerAsks).printer = None;
    c.add("went-offline", "it worked", &[Choice::Begin, Choice::Back], Shown::WentOffline).printer = None;
}

/// What the list is made of.
#[derive(Clone, Default)]
struct List {
    printers: Vec<Card>,
    nothing_found: bool,
    trouble: Option<PortError>,
    problem: Option<NotOurs>,
    near: u8,
    no_ble: Option<NoBle>,
    again: bool,
}

fn add(c: &mut Cases, name: impl Into<String>, list: List) -> &mut Around {
    let numbers = list.printers.iter().map(|p| Choice::Printer(p.number));
    // A card may go while its choice is still there.
    let gone = (list.printers.len() > 2).then_some(Choice::Printer(6));
    let choices: Vec<_> =
        numbers.chain(gone).chain([Choice::PrinterWifi, Choice::TypeAddress, Choice::Back]).collect();
    let List { printers, nothing_found, trouble, problem, near, no_ble, again } = list;
    let shown = Shown::Searching { printers, nothing_found, trouble, problem, near, no_ble, again };
    let view = c.add("find", name, &choices, shown);
    view.printer = None;
    &mut view.around
}

fn twin() -> Card {
    let identity = Identity { mac: Mark::mac("02a0b0c0d0ff"), ..card().identity };
    Card { number: 3, identity, ..card() }
}

fn several() -> Vec<Card> {
    let product = Some(Label::new("CE844A"));
    let nameless = Card {
        number: 4,
        name: Label::default(),
        model: Label::default(),
        identity: Identity { product, ..Identity::default() },
    };
    let unmarked = Card {
        number: 5,
        name: Label::new("HP Tango"),
        model: Label::default(),
        identity: Identity::default(),
    };
    vec![card(), stranger(), twin(), nameless, unmarked]
}

pub fn find(c: &mut Cases) {
    let begun = List::default();
    let nothing = List { nothing_found: true, ..List::default() };
    let one = List { printers: vec![card()], ..List::default() };
    add(c, "just begun", begun.clone());
    add(c, "nothing found", nothing.clone());
    for (name, trouble) in
        [("no permission", PortError::PermissionMissing), ("search failed", PortError::Failed)]
    {
        add(c, name, List { trouble: Some(trouble), ..nothing.clone() });
        add(c, format!("{name}, one still listed"), List { trouble: Some(trouble), ..one.clone() });
    }
    add(c, "one", one.clone());
    add(c, "several, two alike", List { printers: several(), ..List::default() });
    for near in [1, 2] {
        add(c, format!("nothing found, {near} near"), List { near, ..nothing.clone() });
        add(c, format!("one, {near} near"), List { near, ..one.clone() });
        c.hidden();
    }
    for no_ble in [NoBle::SwitchedOff, NoBle::PermissionMissing, NoBle::None] {
        for (name, list) in [("just begun", &begun), ("nothing found", &nothing), ("one", &one)] {
            add(c, format!("{name}, BLE {no_ble:?}"), List { no_ble: Some(no_ble), ..list.clone() });
            if (name, no_ble) != ("nothing found", NoBle::SwitchedOff) {
                c.hidden();
            }
        }
    }
    for (name, list) in [("just begun", begun), ("nothing found", nothing.clone()), ("one", one.clone())] {
        add(c, format!("{name}, it worked before"), List { again: true, ..list });
    }
    for problem in [NotOurs::AnotherDevice, NotOurs::AnotherPrinter] {
        add(c, format!("{problem}"), List { problem: Some(problem), ..one.clone() });
    }
    for (at, trouble) in TROUBLES.into_iter().enumerate() {
        add(c, format!("{trouble}"), List { problem: Some(NotOurs::Trouble(trouble)), ..one.clone() });
        if at > 0 {
            c.hidden();
        }
    }
    let hidden_by = Around { vpn: true, ..Around::HOME };
    for (name, around) in
        [("VPN", hidden_by), ("mobile", MOBILE), ("away", AWAY), ("printer's Wi-Fi", there())]
    {
        *add(c, format!("nothing found, {name}"), nothing.clone()) = around;
    }
}

pub fn address(c: &mut Cases) {
    let ask = [Choice::Ask, Choice::Back];
    let shown = |problem| Shown::Address { problem };
    c.add("address", "empty", &ask, shown(None)).printer = None;
    c.add("address", "no address", &ask, shown(Some(AddressProblem::NotLocal))).printer = None;
    for problem in [NotOurs::AnotherDevice, NotOurs::AnotherPrinter] {
        let problem = Some(AddressProblem::NotOurs(problem));
        c.add("address", format!("{problem:?}"), &ask, shown(problem)).printer = None;
    }
    c.troubles("address", &ask, |t| shown(Some(AddressProblem::NotOurs(NotOurs::Trouble(t)))));
    c.add("asking", "asking", &[Choice::Back], Shown::Asking).printer = None;
}

pub fn which_one(c: &mut Cases) {
    let unmarked = Card { number: 6, identity: Identity::default(), ..card() };
    let asking = Blink::Asking(EffectId(1));
    let not_offered = Blink::Failed(NoIdentify::NotOffered);
    let both = [Choice::ThisOne, Choice::Blink, Choice::Back];
    let shown = |others: &[Card], blink| Shown::WhichOne { card: card(), others: others.to_vec(), blink };
    for (name, blink) in [("just tapped", Blink::No), ("blinks", Blink::Done), ("cannot blink", not_offered)]
    {
        c.add("which-one", name, &both, shown(&[twin()], blink)).printer = None;
    }
    c.add("which-one", "asked to blink", &[Choice::ThisOne, Choice::Back], shown(&[twin()], asking))
        .printer = None;
    c.add("which-one", "three", &both, shown(&[twin(), unmarked], Blink::No)).printer = None;
    c.add("which-one", "the other one is gone", &both, shown(&[], Blink::No));
    c.troubles("which-one", &both, |t| shown(&[twin()], Blink::Failed(NoIdentify::Trouble(t))));
}
