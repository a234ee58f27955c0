//! What fails between the printer and the router.

use serde_json::json;

use crate::harness::{Visit, word};
use crate::{SPEED, display, push, push_by_hand, read, read_at_setup, until};

pub fn pin_too_old(test: &str) -> Visit {
    let mut visit = Visit::to(test, "laserjet-pin-pages", SPEED);
    visit.by_list("M1219nfw");
    visit.go(&[("already-online", "connect"), ("ways", "way:read:page")]);
    until(visit, "failed")
}

pub fn pin_not_used(test: &str) -> Visit {
    let mut visit = read(test, "laserjet-pin-withheld", &[]);
    visit.use_pin("66829058");
    until(visit, "failed")
}

pub fn push_nobody_came(test: &str) -> Visit {
    let mut visit = push(test, "push-nobody", &[]);
    visit.go(&[("push-printer", "pressed-printer")]);
    until(visit, "failed")
}

pub fn overlap_router(test: &str) -> Visit {
    let mut visit = push(test, "push-overlap", &[]);
    visit.push_printer();
    visit.lab(json!({"do": "push", "printer": 1}));
    visit.seen("both", |state| state["router"]["pushing"] == 2);
    visit.go(&[("push-printer", "pressed-printer")]);
    until(visit, "failed")
}

/// Somebody near pushes at the very moment: the router lets that one in.
pub fn another_came(test: &str) -> Visit {
    let mut visit = push(test, "push-overlap", &[]);
    visit.go(&[("push-printer", "pressed-printer")]);
    visit.person.screen("waiting");
    visit.lab(json!({"do": "push", "printer": 1}));
    let visit = until(visit, "failed");
    let said = visit.person.newest["spoken"].as_str().unwrap();
    assert!(said.contains("A6:C2") && !said.contains("WPA3"), "{said}");
    visit
}

pub fn overlap_display(test: &str) -> Visit {
    let mut visit = push_by_hand(test);
    visit.go(&[
        ("push-router", "pressed-router"),
        ("waiting", "printer-reports"),
        ("printer-report", "shows-overlap"),
    ]);
    until(visit, "failed")
}

pub fn cancelled_elsewhere(test: &str) -> Visit {
    let mut visit = push(test, "push-openwrt", &[]);
    visit.go(&[("push-printer", "pressed-printer")]);
    visit.person.screen("waiting");
    visit.lab(json!({"do": "cancel-wps"}));
    until(visit, "failed")
}

pub fn printer_shows(test: &str, what: &str) -> Visit {
    let mut visit = display(test);
    visit.go(&[("start-printer", "started"), ("waiting", "printer-reports"), ("printer-report", what)]);
    until(visit, "failed")
}

pub fn wps_off_push(test: &str) -> Visit {
    let off = [("[router]", "[router]\nwps = \"off\"")];
    let mut visit = push(test, "push-openwrt", &off);
    visit.go(&[("push-printer", "pressed-printer")]);
    until(visit, "failed")
}

/// Nobody can ask this router; the printer's own two minutes end it.
pub fn wps_off_pages(test: &str) -> Visit {
    let mut visit = Visit::to(test, "wps-off-pages", SPEED);
    visit.by_setup_wifi();
    visit.go(&[("ways", "way:typed:page")]);
    visit.person.screen("type-pin");
    let pin = visit.look_at_pin();
    visit.use_pin(&pin);
    assert_eq!(visit.house.ask(&json!({"do": "type-pin", "pin": pin}))["ok"], false);
    visit.go(&[("router-page", "entered"), ("start-printer", "started")]);
    visit.start_printer();
    let visit = until(visit, "unknown");
    let blocks = visit.person.newest["blocks"].as_array().unwrap();
    let steps = blocks.iter().find(|b| b["kind"] == "steps").unwrap();
    let first = steps["steps"][0]["text"].as_str().unwrap();
    // With the vendor's place behind the question, where it is known.
    let general = word("check-wps-on");
    assert!(first.starts_with(general.split_inclusive('?').next().unwrap()), "{first}");
    visit
}

pub fn panel_mistyped(test: &str) -> Visit {
    let mut visit = Visit::to(test, "officejet-display", SPEED);
    visit.by_setup_wifi();
    visit.go(&[("ways", "way:passphrase"), ("panel", "entered")]);
    until(visit, "unknown")
}

pub fn late_twin(test: &str) -> Visit {
    let mut visit = read_at_setup(test, "late-twin");
    visit.person.screen("waiting");
    visit.seen("the twin", |state| !state["printers"][1]["announced"].is_null());
    visit.person.settled();
    assert!(!visit.person.choices().contains(&"that-is-mine"), "it is certain that it is another one");
    until(visit, "unknown")
}

pub fn newcomer(test: &str) -> Visit {
    let mut visit = Visit::to(test, "unmarked-newcomer", SPEED);
    visit.by_setup_wifi();
    // What was there before has to be known.
    visit.person.settled();
    visit.go(&[("ways", "way:typed:page")]);
    visit.person.screen("type-pin");
    let pin = visit.look_at_pin();
    visit.use_pin(&pin);
    visit.type_into_router(&pin);
    visit.go(&[("router-page", "entered"), ("start-printer", "started")]);
    visit.start_printer();
    visit
}

pub fn newcomer_refused(test: &str) -> Visit {
    let mut visit = newcomer(test);
    visit.go(&[("waiting", "not-mine")]);
    until(visit, "unknown")
}

pub fn newcomer_confirmed(test: &str) -> Visit {
    let mut visit = newcomer(test);
    visit.go(&[("waiting", "that-is-mine")]);
    until(visit, "joined")
}
