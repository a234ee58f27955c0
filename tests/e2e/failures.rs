//! Every way in which it can fail, with the reason that the person is told. The table is committed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod harness;

use harness::{Visit, certificate_changed, certificate_changed_at_sign_in, table, word};
use serde_json::json;

type Case = (&'static str, fn(&str) -> Visit);

/// Fast: most of these wait for a clock.
const SPEED: u32 = 30;

const CASES: &[Case] = &[
    ("wrong PIN", |test| until(read(test, "laserjet-wrong-pin", &[]), "failed")),
    ("PIN too old", pin_too_old),
    ("printer not started", |test| until(display(test), "failed")),
    ("PIN not used", pin_not_used),
    ("push, nobody came", push_nobody_came),
    ("push, too late", |test| until(push_by_hand(test), "failed")),
    ("overlap, router's word", overlap_router),
    ("push, another device came", another_came),
    ("overlap, printer's display", overlap_display),
    ("cancelled elsewhere", cancelled_elsewhere),
    ("printer timed out", |test| printer_shows(test, "shows-timeout")),
    ("printer gave up", |test| printer_shows(test, "shows-failed")),
    ("WPS off, PIN", |test| until(read(test, "router-wps-off", &[]), "failed")),
    ("WPS off, push", wps_off_push),
    ("WPS off, router of pages", wps_off_pages),
    ("sign-in refused", sign_in_refused),
    ("router locked", router_locked),
    ("router unreachable", router_unreachable),
    ("router's certificate changed", |test| certificate_changed(test, SPEED)),
    ("router's certificate changed, signing in", |test| certificate_changed_at_sign_in(test, SPEED)),
    ("router's certificate changed, by hand", certificate_by_hand),
    ("router silent", router_silent),
    ("printer asleep", printer_asleep),
    ("another device at the address", another_device),
    ("phone on no network, searching", |test| searching(test, "none")),
    ("phone on mobile data, searching", |test| searching(test, "mobile")),
    ("phone on a VPN, searching", |test| searching(test, "vpn")),
    ("phone on no network, signing in", off_while_signing_in),
    ("phone away while waiting", away_while_waiting),
    ("password mistyped at the panel", panel_mistyped),
    ("WPA3 only", |test| until(read(test, "wpa3-only", &[]), "unknown")),
    ("sleep proxy", |test| until(read_at_setup(test, "sleep-proxy"), "unknown")),
    ("late twin", late_twin),
    ("newcomer, refused by the person", newcomer_refused),
    ("newcomer, confirmed by the person", newcomer_confirmed),
    ("answers over its cable only", |test| until(read(test, "cable-pulled", &[]), "failed")),
];

#[test]
fn each_failure_has_its_reason() {
    let names: Vec<String> = CASES.iter().map(|(name, _)| (*name).to_owned()).collect();
    let row = |at: usize| {
        let (name, case) = CASES[at];
        let test: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
        case(&format!("failure-{test}")).told_row(name)
    };
    if let Some(rows) = table::rows("each_failure_has_its_reason", &names, row) {
        insta::assert_snapshot!("failures", rows.join("\n"));
    }
}

/// To a screen that lasts, and no further.
fn until(mut visit: Visit, screen: &str) -> Visit {
    visit.person.screen(screen);
    visit
}

/// The LaserJet on its cable, over the router's service.
fn read(test: &str, scene: &str, changes: &[(&str, &str)]) -> Visit {
    let mut visit = Visit::changed(test, scene, SPEED, changes);
    visit.by_list("M1219nfw");
    visit.go(&[("already-online", "connect"), ("ways", "way:read:router"), ("sign-in", "sign-in")]);
    visit
}

/// The same from its own Wi-Fi.
fn read_at_setup(test: &str, scene: &str) -> Visit {
    let wpa3 = [("wrapper = true", "wrapper = true\nsecurity = \"wpa3-only\"")];
    let mut visit = Visit::changed(test, scene, SPEED, &wpa3);
    visit.by_setup_wifi();
    visit.go(&[("ways", "way:read:router"), ("sign-in", "sign-in")]);
    visit
}

/// An OfficeJet whose PIN has gone into the router: Start comes next.
fn display(test: &str) -> Visit {
    let mut visit = Visit::to(test, "officejet-display", SPEED);
    visit.by_setup_wifi();
    visit.go(&[("ways", "way:typed:router"), ("sign-in", "sign-in")]);
    visit.person.screen("type-pin");
    let pin = visit.look_at_pin();
    visit.use_pin(&pin);
    visit
}

/// At the printer's key, over the router's service.
fn push(test: &str, scene: &str, changes: &[(&str, &str)]) -> Visit {
    let mut visit = Visit::changed(test, scene, SPEED, changes);
    visit.by_setup_wifi();
    visit.go(&[("ways", "way:push:router"), ("push-consent", "open-push"), ("sign-in", "sign-in")]);
    visit
}

/// The printer's key is pressed; the router's comes next.
fn push_by_hand(test: &str) -> Visit {
    let mut visit = Visit::to(test, "push-pages", SPEED);
    visit.by_setup_wifi();
    visit.go(&[
        ("ways", "way:push:hand"),
        ("push-consent", "open-push"),
        ("push-printer", "pressed-printer"),
    ]);
    visit
}

fn pin_too_old(test: &str) -> Visit {
    let mut visit = Visit::to(test, "laserjet-pin-pages", SPEED);
    visit.by_list("M1219nfw");
    visit.go(&[("already-online", "connect"), ("ways", "way:read:page")]);
    until(visit, "failed")
}

fn pin_not_used(test: &str) -> Visit {
    let mut visit = read(test, "laserjet-pin-withheld", &[]);
    visit.use_pin("66829058");
    until(visit, "failed")
}

fn push_nobody_came(test: &str) -> Visit {
    let mut visit = push(test, "push-nobody", &[]);
    visit.go(&[("push-printer", "pressed-printer")]);
    until(visit, "failed")
}

fn overlap_router(test: &str) -> Visit {
    let mut visit = push(test, "push-overlap", &[]);
    visit.push_printer();
    visit.lab(json!({"do": "push", "printer": 1}));
    visit.seen("both", |state| state["router"]["pushing"] == 2);
    visit.go(&[("push-printer", "pressed-printer")]);
    until(visit, "failed")
}

/// Somebody near pushes at the very moment: the router lets that one in.
fn another_came(test: &str) -> Visit {
    let mut visit = push(test, "push-overlap", &[]);
    visit.go(&[("push-printer", "pressed-printer")]);
    visit.person.screen("waiting");
    visit.lab(json!({"do": "push", "printer": 1}));
    let visit = until(visit, "failed");
    let said = visit.person.newest["spoken"].as_str().unwrap();
    assert!(said.contains("A6:C2") && !said.contains("WPA3"), "{said}");
    visit
}

fn overlap_display(test: &str) -> Visit {
    let mut visit = push_by_hand(test);
    visit.go(&[
        ("push-router", "pressed-router"),
        ("waiting", "printer-reports"),
        ("printer-report", "shows-overlap"),
    ]);
    until(visit, "failed")
}

fn cancelled_elsewhere(test: &str) -> Visit {
    let mut visit = push(test, "push-openwrt", &[]);
    visit.go(&[("push-printer", "pressed-printer")]);
    visit.person.screen("waiting");
    visit.lab(json!({"do": "cancel-wps"}));
    until(visit, "failed")
}

fn printer_shows(test: &str, what: &str) -> Visit {
    let mut visit = display(test);
    visit.go(&[("start-printer", "started"), ("waiting", "printer-reports"), ("printer-report", what)]);
    until(visit, "failed")
}

fn wps_off_push(test: &str) -> Visit {
    let off = [("[router]", "[router]\nwps = \"off\"")];
    let mut visit = push(test, "push-openwrt", &off);
    visit.go(&[("push-printer", "pressed-printer")]);
    until(visit, "failed")
}

/// Nobody can ask this router; the printer's own two minutes end it.
fn wps_off_pages(test: &str) -> Visit {
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

fn to_sign_in(test: &str, scene: &str) -> Visit {
    let mut visit = Visit::to(test, scene, SPEED);
    visit.by_list("M1219nfw");
    visit.go(&[("already-online", "connect"), ("ways", "way:read:router")]);
    visit
}

/// The sign-in that comes back with what is wrong.
fn asked_again(mut visit: Visit) -> Visit {
    visit.person.wait_until("what is wrong", |p| p.at() == "sign-in" && p.says().contains(" / "));
    visit.person.settled();
    visit
}

fn sign_in_refused(test: &str) -> Visit {
    let mut visit = to_sign_in(test, "laserjet-pin");
    visit.person.take("sign-in", "sign-in", &[("password", "seven grey herons")]);
    asked_again(visit)
}

fn router_locked(test: &str) -> Visit {
    let mut visit = to_sign_in(test, "router-locked");
    visit.go(&[("sign-in", "sign-in")]);
    asked_again(visit)
}

fn off_while_signing_in(test: &str) -> Visit {
    let mut visit = to_sign_in(test, "laserjet-pin");
    visit.person.screen("sign-in");
    visit.phone("none");
    visit.go(&[("sign-in", "sign-in")]);
    asked_again(visit)
}

/// The router moves to another address right after the sign-in.
fn router_unreachable(test: &str) -> Visit {
    let mut visit = to_sign_in(test, "laserjet-pin");
    visit.fault("router.status", "address-changed");
    visit.go(&[("sign-in", "sign-in")]);
    until(visit, "failed")
}

/// Nothing goes to the router's service, and no page of it is opened.
fn certificate_by_hand(test: &str) -> Visit {
    let mut visit = certificate_changed(test, SPEED);
    visit.go(&[("certificate-changed", "by-hand")]);
    visit.person.screen("ways");
    assert!(visit.person.choices().iter().all(|id| !id.ends_with(":router")));
    visit.go(&[("ways", "way:read:page")]);
    let visit = until(visit, "router-page");
    assert!(!visit.person.newest.to_string().contains("://"));
    visit
}

fn router_silent(test: &str) -> Visit {
    let mut visit = to_sign_in(test, "laserjet-pin");
    visit.fault("router.pin", "silent");
    visit.go(&[("sign-in", "sign-in")]);
    until(visit, "failed")
}

fn printer_asleep(test: &str) -> Visit {
    let mut visit = Visit::to(test, "laserjet-pin", SPEED);
    visit.fault("printer.any", "silent");
    visit.by_list("M1219nfw");
    visit.person.wait_until("what is wrong", |p| p.at() == "find" && p.says().contains(" / "));
    visit
}

fn another_device(test: &str) -> Visit {
    let mut visit = Visit::to(test, "not-a-printer", SPEED);
    visit.go(&[("start", "begin"), ("find", "type-address")]);
    // It is asked over IPP, too, and that is a POST.
    visit.writes = 1;
    let cable = visit.person.lab["printers"][0]["cable"].as_str().unwrap().to_owned();
    visit.person.take("address", "ask", &[("address", &cable)]);
    visit.person.wait_until("what is wrong", |p| p.at() == "address" && p.says().contains(" / "));
    visit
}

fn searching(test: &str, on: &str) -> Visit {
    let phone = format!("phone = \"{on}\"\n\n[router]");
    let mut visit = Visit::changed(test, "laserjet-pin", SPEED, &[("[router]", &phone)]);
    visit.go(&[("start", "begin")]);
    // At home the list comes in real time, and the search's clock is faster.
    let listed = on == "vpn";
    visit.person.wait_until("a list or none", |p| match listed {
        true => p.card("M1219nfw").is_some(),
        false => p.told("find-nothing"),
    });
    visit.person.settled();
    visit
}

fn away_while_waiting(test: &str) -> Visit {
    let mut visit = read(test, "wpa3-only", &[]);
    visit.person.screen("waiting");
    visit.phone("none");
    visit.person.settled();
    visit.phone("home");
    until(visit, "unknown")
}

fn panel_mistyped(test: &str) -> Visit {
    let mut visit = Visit::to(test, "officejet-display", SPEED);
    visit.by_setup_wifi();
    visit.go(&[("ways", "way:passphrase"), ("panel", "entered")]);
    until(visit, "unknown")
}

fn late_twin(test: &str) -> Visit {
    let mut visit = read_at_setup(test, "late-twin");
    visit.person.screen("waiting");
    visit.seen("the twin", |state| !state["printers"][1]["announced"].is_null());
    visit.person.settled();
    assert!(!visit.person.choices().contains(&"that-is-mine"), "it is certain that it is another one");
    until(visit, "unknown")
}

fn newcomer(test: &str) -> Visit {
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

fn newcomer_refused(test: &str) -> Visit {
    let mut visit = newcomer(test);
    visit.go(&[("waiting", "not-mine")]);
    until(visit, "unknown")
}

fn newcomer_confirmed(test: &str) -> Visit {
    let mut visit = newcomer(test);
    visit.go(&[("waiting", "that-is-mine")]);
    until(visit, "joined")
}
