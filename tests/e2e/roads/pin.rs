//! Roads on which the PIN is read, typed or printed.

use crate::harness::Visit;
use crate::visit;

pub fn display_service(name: &str) -> String {
    let mut visit = to_start_printer(name);
    visit.go(&[("start-printer", "started")]);
    visit.start_printer();
    visit.person.screen("joined");
    visit.row(name)
}

pub fn start_not_said(name: &str) -> String {
    let mut visit = to_start_printer(name);
    visit.person.screen("start-printer");
    visit.start_printer();
    visit.person.screen("joined");
    visit.row(name)
}

pub fn to_start_printer(name: &str) -> Visit {
    let mut visit = visit(name, "officejet-display");
    visit.by_setup_wifi();
    visit.go(&[("ways", "way:typed:router"), ("sign-in", "sign-in")]);
    visit.person.screen("type-pin");
    let pin = visit.look_at_pin();
    visit.use_pin(&pin);
    visit
}

pub fn display_page(name: &str) -> String {
    let mut visit = visit(name, "officejet-display-pages");
    visit.by_setup_wifi();
    visit.go(&[("ways", "way:typed:page")]);
    visit.person.screen("type-pin");
    let pin = visit.look_at_pin();
    visit.use_pin(&pin);
    let page = visit.person.screen("router-page");
    let shown = page["blocks"].as_array().unwrap().iter().find(|b| b["kind"] == "pin").unwrap();
    assert_eq!(shown["digits"], pin);
    visit.type_into_router(&pin);
    visit.go(&[("router-page", "entered"), ("start-printer", "started")]);
    visit.start_printer();
    visit.person.screen("joined");
    visit.row(name)
}

pub fn printed_page(name: &str) -> String {
    let mut visit = visit(name, "deskjet-page");
    visit.by_setup_wifi();
    visit.go(&[("ways", "way:typed:page"), ("type-pin", "print-pin")]);
    let pin = visit.printed_pin().unwrap();
    visit.start_printer();
    visit.use_pin(&pin);
    visit.go(&[("router-page", "entered")]);
    visit.type_into_router(&pin);
    visit.person.screen("joined");
    visit.row(name)
}

pub fn page_without_pin(name: &str) -> String {
    let mut visit = visit(name, "deskjet-page-no-pin");
    visit.by_setup_wifi();
    visit.go(&[("ways", "way:typed:router"), ("sign-in", "sign-in"), ("type-pin", "print-pin")]);
    assert_eq!(visit.printed_pin(), None);
    visit.go(&[("type-pin", "no-pin-there")]);
    let ways = visit.person.screen("ways");
    assert_eq!(ways["choices"][0]["id"], "way:push:router");
    visit.go(&[
        ("ways", "way:push:router"),
        ("push-consent", "open-push"),
        ("push-printer", "pressed-printer"),
    ]);
    visit.push_printer();
    visit.person.screen("joined");
    visit.row(name)
}

pub fn label_outdated(name: &str) -> String {
    let test = "road-label";
    // A model that no family knows: its PIN may be anywhere.
    let model = [("model = \"HP DeskJet 3700 series\"", "model = \"HP Photosmart 5520 series\"")];
    let mut visit = Visit::changed(test, "label-outdated", 20, &model);
    visit.by_setup_wifi();
    visit.go(&[("ways", "way:typed:router"), ("sign-in", "sign-in")]);
    visit.go(&[("type-pin", "look:label")]);
    visit.person.wait_until("the check of a label", |p| p.told("type-pin-label-check"));
    let label = visit.look_at_pin();
    visit.start_printer();
    visit.use_pin(&label);
    visit.person.screen("failed");
    visit.go(&[("failed", "try-again"), ("type-pin", "look:page")]);
    // Not before: the router may still have the PIN of the label, which would end the printer's try at once.
    visit.use_pin("66209577");
    visit.person.screen("waiting");
    visit.start_printer();
    visit.person.screen("joined");
    visit.row(name)
}

pub fn typed(name: &str) -> String {
    let mut visit = visit(name, "laserjet-pin-withheld");
    visit.by_list("M1219nfw");
    visit.go(&[("already-online", "connect"), ("ways", "way:read:router"), ("sign-in", "sign-in")]);
    visit.person.screen("type-pin");
    visit.start_printer();
    visit.use_pin("6682 9058");
    visit.person.screen("joined");
    visit.row(name)
}
