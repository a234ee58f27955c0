//! Roads by how the printer is found, and how it is connected already.

use serde_json::{Value, json};

use crate::harness::{Person, Visit, Walk, outcome, way};
use crate::visit;

pub fn went_offline(name: &str) -> String {
    let mut visit = visit(name, "already-online");
    visit.go(&[("start", "went-offline"), ("went-offline", "begin")]);
    visit.tap("M1219nfw");
    visit.person.screen("already-online");
    visit.row(name)
}

/// The lab has none, and nothing says that it is missed.
pub fn no_bluetooth(name: &str) -> String {
    let mut visit = visit(name, "officejet-display");
    visit.go(&[("start", "begin")]);
    let screen = visit.person.wait_until("nothing found", |p| p.told("find-nothing")).to_string();
    assert!(!screen.contains("Bluetooth"), "{screen}");
    visit.row(name)
}

pub fn test_page(name: &str) -> String {
    let mut visit = visit(name, "already-wifi-move");
    visit.by_list("3700");
    visit.go(&[("already-online", "test-page")]);
    assert_eq!(visit.printed_pin(), None);
    let again = |p: &Person| p.at() == "already-online" && !p.choices().contains(&"test-page");
    visit.person.wait_until("no second sheet", again);
    visit.row(name)
}

pub fn only_pin_told(name: &str) -> String {
    let mut visit = visit(name, "laserjet-pin");
    visit.by_list("M1219nfw");
    visit.go(&[("already-online", "only-pin")]);
    visit.person.screen("your-pin");
    assert_eq!(visit.state()["router"]["pins"], 0);
    visit.row(name)
}

pub fn only_pin_shown(name: &str) -> String {
    let mut visit = visit(name, "already-wifi-move");
    visit.by_list("3700");
    visit.go(&[("already-online", "only-pin")]);
    let screen = visit.person.screen("type-pin");
    assert!(screen["blocks"].as_array().unwrap().iter().all(|b| b["kind"] != "field"), "{screen}");
    visit.row(name)
}

pub fn another_wifi(name: &str) -> String {
    let mut visit = visit(name, "already-wifi-move");
    visit.by_list("3700");
    visit.go(&[("already-online", "move"), ("moving", "go-on"), ("ways", "way:typed:router")]);
    visit.go(&[("sign-in", "sign-in"), ("type-pin", "print-pin")]);
    let pin = visit.printed_pin().unwrap();
    visit.use_pin(&pin);
    // It answers over the old Wi-Fi all the time, and that is no proof.
    visit.stays_while_asked("waiting");
    visit.start_printer();
    visit.person.screen("joined");
    visit.row(name)
}

pub fn cable_pulled(name: &str) -> String {
    let mut visit = visit(name, "cable-pulled");
    visit.by_list("M1219nfw");
    visit.go(&[("already-online", "connect"), ("ways", "way:read:router"), ("sign-in", "sign-in")]);
    visit.person.screen("waiting");
    visit.stays_while_asked("waiting");
    visit.lab(json!({"do": "pull-cable", "printer": 0}));
    visit.person.screen("joined");
    visit.row(name)
}

pub fn setup_by_port(name: &str) -> String {
    let mut person = Person::start(Walk::of("road-setup-by-port", "setup-hop").speed(10)).unwrap();
    for (screen, choice) in
        [("start", "begin"), ("find", "printer-wifi"), ("ways", "way:read:router"), ("sign-in", "sign-in")]
    {
        person.take(screen, choice, &[]);
    }
    person.take("joined", "done", &[]);
    let ended = person.ended();
    format!("{name} | {} | {}", way(&ended), outcome(&ended))
}

pub fn setup_by_hand(name: &str) -> String {
    let mut visit = Visit::to("road-setup-by-hand", "setup-hop", 4);
    visit.go(&[("start", "begin"), ("find", "printer-wifi")]);
    visit.person.screen("to-printer-wifi");
    visit.phone("setup");
    visit.person.screen("coming-home");
    visit.phone("home");
    visit.go(&[("ways", "way:read:router"), ("sign-in", "sign-in")]);
    visit.person.screen("to-printer-wifi");
    visit.phone("setup");
    visit.person.screen("coming-home");
    visit.phone("home");
    visit.person.screen("joined");
    visit.row(name)
}

/// The list knows no model of the one that is tapped; it tells it itself, and only then there are two of it.
pub fn two_same_late(name: &str) -> String {
    let bare = [("host = \"NPI5C10A7\"", "host = \"NPI5C10A7\"\nbare = true")];
    let mut visit = Visit::changed("road-two-same-late", "two-same", 20, &bare);
    visit.go(&[("start", "begin")]);
    let twin = |p: &Person| p.newest["blocks"].to_string().matches("\"model\":\"HP LaserJet").count() == 1;
    visit.person.wait_until("the other's model", twin);
    visit.tap("5C10A7");
    visit.go(&[("which-one", "blink")]);
    visit.seen("a blink", |state| state["printers"][0]["blinked"] == 1);
    assert_eq!(visit.state()["requests"]["router.login"], Value::Null);
    visit.go(&[("which-one", "this-one"), ("already-online", "connect"), ("ways", "way:read:router")]);
    visit.go(&[("sign-in", "sign-in")]);
    visit.person.screen("joined");
    visit.row(name)
}

pub fn two_same(name: &str) -> String {
    let mut visit = visit(name, "two-same");
    visit.go(&[("start", "begin")]);
    visit.both_known();
    visit.tap("5C10A7");
    visit.go(&[("which-one", "blink")]);
    visit.seen("a blink", |state| state["printers"][0]["blinked"] == 1);
    visit.go(&[("which-one", "this-one"), ("already-online", "connect"), ("ways", "way:push:router")]);
    let consent = visit.person.screen("push-consent");
    assert!(visit.person.told("push-twin"), "{consent}");
    visit.go(&[("push-consent", "back"), ("ways", "way:read:router"), ("sign-in", "sign-in")]);
    visit.person.screen("joined");
    assert_eq!(visit.state()["printers"][1]["blinked"], 0);
    visit.row(name)
}
