//! Every way in which it can fail, with the reason that the person is told. The table is committed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod harness;
#[path = "failures/ways.rs"]
mod ways;
#[path = "failures/wps.rs"]
mod wps;

use harness::{Visit, certificate_changed, certificate_changed_at_sign_in, table};
use ways::{
    another_device, away_while_waiting, certificate_by_hand, off_while_signing_in, printer_asleep,
    router_locked, router_silent, router_unreachable, searching, sign_in_refused,
};
use wps::{
    another_came, cancelled_elsewhere, late_twin, newcomer_confirmed, newcomer_refused, overlap_display,
    overlap_router, panel_mistyped, pin_not_used, pin_too_old, printer_shows, push_nobody_came,
    wps_off_pages, wps_off_push,
};

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
