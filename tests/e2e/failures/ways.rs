//! What fails on the way to the router, to the printer, or at the phone.

use crate::harness::{Visit, certificate_changed};
use crate::{SPEED, read, until};

pub fn to_sign_in(test: &str, scene: &str) -> Visit {
    let mut visit = Visit::to(test, scene, SPEED);
    visit.by_list("M1219nfw");
    visit.go(&[("already-online", "connect"), ("ways", "way:read:router")]);
    visit
}

/// The sign-in that comes back with what is wrong.
pub fn asked_again(mut visit: Visit) -> Visit {
    visit.person.wait_until("what is wrong", |p| p.at() == "sign-in" && p.says().contains(" / "));
    visit.person.settled();
    visit
}

pub fn sign_in_refused(test: &str) -> Visit {
    let mut visit = to_sign_in(test, "laserjet-pin");
    visit.person.take("sign-in", "sign-in", &[("password", "seven grey herons")]);
    asked_again(visit)
}

pub fn router_locked(test: &str) -> Visit {
    let mut visit = to_sign_in(test, "router-locked");
    visit.go(&[("sign-in", "sign-in")]);
    asked_again(visit)
}

pub fn off_while_signing_in(test: &str) -> Visit {
    let mut visit = to_sign_in(test, "laserjet-pin");
    visit.person.screen("sign-in");
    visit.phone("none");
    visit.go(&[("sign-in", "sign-in")]);
    asked_again(visit)
}

/// The router moves to another address right after the sign-in.
pub fn router_unreachable(test: &str) -> Visit {
    let mut visit = to_sign_in(test, "laserjet-pin");
    visit.fault("router.status", "address-changed");
    visit.go(&[("sign-in", "sign-in")]);
    until(visit, "failed")
}

/// Nothing goes to the router's service, and no page of it is opened.
pub fn certificate_by_hand(test: &str) -> Visit {
    let mut visit = certificate_changed(test, SPEED);
    visit.go(&[("certificate-changed", "by-hand")]);
    visit.person.screen("ways");
    assert!(visit.person.choices().iter().all(|id| !id.ends_with(":router")));
    visit.go(&[("ways", "way:read:page")]);
    let visit = until(visit, "router-page");
    assert!(!visit.person.newest.to_string().contains("://"));
    visit
}

pub fn router_silent(test: &str) -> Visit {
    let mut visit = to_sign_in(test, "laserjet-pin");
    visit.fault("router.pin", "silent");
    visit.go(&[("sign-in", "sign-in")]);
    until(visit, "failed")
}

pub fn printer_asleep(test: &str) -> Visit {
    let mut visit = Visit::to(test, "laserjet-pin", SPEED);
    visit.fault("printer.any", "silent");
    visit.by_list("M1219nfw");
    visit.person.wait_until("what is wrong", |p| p.at() == "find" && p.says().contains(" / "));
    visit
}

pub fn another_device(test: &str) -> Visit {
    let mut visit = Visit::to(test, "not-a-printer", SPEED);
    visit.go(&[("start", "begin"), ("find", "type-address")]);
    // It is asked over IPP, too, and that is a POST.
    visit.writes = 1;
    let cable = visit.person.lab["printers"][0]["cable"].as_str().unwrap().to_owned();
    visit.person.take("address", "ask", &[("address", &cable)]);
    visit.person.wait_until("what is wrong", |p| p.at() == "address" && p.says().contains(" / "));
    visit
}

pub fn searching(test: &str, on: &str) -> Visit {
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

pub fn away_while_waiting(test: &str) -> Visit {
    let mut visit = read(test, "wpa3-only", &[]);
    visit.person.screen("waiting");
    visit.phone("none");
    visit.person.settled();
    visit.phone("home");
    until(visit, "unknown")
}
