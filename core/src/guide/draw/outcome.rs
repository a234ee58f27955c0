//! What an attempt came to.

use super::find::mac_end;
use super::page::Page;
use super::vendor::wps_on;
use super::words;
use crate::guide::screen::{Block, Level, Step};
use crate::identity::Mark;
use crate::setup::evidence::Proof;
use crate::setup::state::{HowToCheck, Reason, Sheet};

/// Failures for one reason from which on another way is suggested.
const OFTEN: usize = 2;

pub(super) fn joined(page: &mut Page<'_>, proof: &Proof, sheet: Sheet) {
    page.title("joined-title");
    proven(page, proof);
    super::decide::test_page(page, sheet);
    page.joined_light();
    page.text("joined-next");
}

/// By what it is known.
pub(super) fn proven(page: &mut Page<'_>, proof: &Proof) {
    match proof {
        Proof::PrinterAnswered { at, ssid } => {
            page.text_with("proof-printer-answered", &[("address", at.authority(80).into())]);
            if let Some(ssid) = ssid.as_ref().filter(|s| !s.as_str().is_empty()) {
                page.text_with("proof-ssid", &[("ssid", ssid.as_str().into())]);
            }
        }
        Proof::RouterNamedAndSeen { at } => {
            page.text_with("proof-router-named", &[("address", at.authority(80).into())]);
        }
        Proof::ConfirmedByPerson => page.text("proof-confirmed"),
    }
}

/// What is told of a failed attempt beside its reason.
pub(super) struct Attempt<'a> {
    pub times: usize,
    pub push: bool,
    pub read: bool,
    pub peer: Option<&'a Mark>,
}

pub(super) fn failed(page: &mut Page<'_>, reason: Reason, attempt: &Attempt<'_>) {
    let Attempt { times, push, read, peer } = *attempt;
    let key = words::reason_key(reason);
    page.title(&format!("{key}-title"));
    why(page, reason);
    if let Some(peer) = peer {
        page.text_with("reason-another-came-peer", &[("mark", mac_end(page.texts, peer).into())]);
    }
    let walk = page.length(page.knowledge.timings.printer_walk);
    match reason {
        Reason::WrongPin if !read => page.text("reason-wrong-pin-next-typed"),
        Reason::Router(_) if push => page.text("reason-router-next-push"),
        _ => page.text_with(&format!("{key}-next"), &[("length", walk.into())]),
    }
    if reason == Reason::AnotherCame {
        page.text("reason-another-came-stranger");
    }
    if reason == Reason::Overlap && push {
        page.text("reason-overlap-pin");
    }
    if times >= OFTEN {
        let key = often_key(reason, push);
        page.notice(Level::Info, key, &[("times", times.into())]);
    }
}

/// What happened, what was seen, and what can be looked at.
pub(super) fn why(page: &mut Page<'_>, reason: Reason) {
    let text = words::reason(page, reason);
    page.blocks.push(Block::Text { text });
    match reason {
        Reason::PinNotUsed | Reason::PushNobodyCame => page.steps(printer_checks(page)),
        Reason::PrinterTimedOut => page.steps(router_checks(page)),
        Reason::WpsOff => page.steps(vec![wps_on(page), page.step("look", "check-name-shown")]),
        _ => {}
    }
}

/// The router waited and nobody came: what may be in the way, the likeliest first.
fn printer_checks(page: &Page<'_>) -> Vec<Step> {
    looks(page, &["check-light", "check-distance", "check-this-router"])
}

/// The printer itself says that it looked and met no router: so that part need not be asked.
fn router_checks(page: &Page<'_>) -> Vec<Step> {
    let off = page.road.by_hand().then(|| wps_on(page));
    off.into_iter().chain(looks(page, &["check-this-router", "check-distance"])).collect()
}

/// Neither side said anything. Where a person did the router's part, nobody heard whether WPS is on there.
fn silent_checks(page: &Page<'_>) -> Vec<Step> {
    if !page.road.by_hand() {
        return printer_checks(page);
    }
    let rest = looks(page, &["check-light", "check-this-router", "check-wpa3", "check-distance"]);
    [wps_on(page)].into_iter().chain(rest).collect()
}

fn looks(page: &Page<'_>, keys: &[&str]) -> Vec<Step> {
    keys.iter().map(|key| page.step("look", key)).chain(page.cable_check()).collect()
}

/// Let in and not in sight: what may be in the way.
pub(super) fn network_checks(page: &Page<'_>) -> Vec<Step> {
    ["check-wpa3", "check-guest", "check-band"].map(|key| page.step("look", key)).into()
}

fn often_key(reason: Reason, push: bool) -> &'static str {
    match reason {
        Reason::WrongPin => "often-wrong-pin",
        Reason::PinTooOld | Reason::PrinterNotStarted => "often-pin-too-old",
        Reason::PrinterTimedOut | Reason::PrinterGaveUp if push => "often-push",
        Reason::PinNotUsed | Reason::PrinterTimedOut | Reason::PrinterGaveUp => "often-pin-not-used",
        Reason::WpsOff => "often-wps-off",
        Reason::Overlap if !push => "often-router",
        Reason::PushNobodyCame
        | Reason::AnotherCame
        | Reason::PushTooLate
        | Reason::Overlap
        | Reason::CancelledElsewhere => "often-push",
        Reason::RouterRefusedPin | Reason::Router(_) => "often-router",
    }
}

pub(super) fn unknown(page: &mut Page<'_>, check: HowToCheck) {
    page.title("unknown-title");
    check_by_looking(page, check);
    page.text(match check {
        HowToCheck::RouterSaysSuccess => "unknown-router-says-success-next",
        HowToCheck::LookAtPrinter => "unknown-look-at-printer-next",
        HowToCheck::Passphrase => "unknown-passphrase-next",
        HowToCheck::PhoneWasAway => "unknown-phone-was-away-next",
    });
    page.text("unknown-goes-on");
}

/// What was seen, and what a person can look at.
pub(super) fn check_by_looking(page: &mut Page<'_>, check: HowToCheck) {
    match check {
        HowToCheck::RouterSaysSuccess => {
            page.text("unknown-router-says-success");
            page.steps(network_checks(page));
            return;
        }
        HowToCheck::LookAtPrinter => page.text("unknown-look-at-printer"),
        HowToCheck::Passphrase => page.text("unknown-passphrase"),
        HowToCheck::PhoneWasAway => page.text("unknown-phone-was-away"),
    }
    page.joined_light();
    page.not_joined_light();
    let checks = match check {
        HowToCheck::LookAtPrinter => silent_checks(page),
        HowToCheck::Passphrase => looks(page, &["check-band", "check-distance"]),
        HowToCheck::RouterSaysSuccess | HowToCheck::PhoneWasAway => return,
    };
    page.text(if page.road.by_hand() { "unknown-check-router" } else { "unknown-check" });
    page.steps(checks);
}
