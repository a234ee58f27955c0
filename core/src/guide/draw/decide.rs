//! What is offered, and why the rest is not.

use super::choices::way_key;
use super::page::Page;
use super::words::{Who, no_page, trouble};
use crate::guide::screen::{Block, Detail, Level};
use crate::setup::plan::{Because, PinFrom, Plan, Way, Withheld};
use crate::setup::state::Sheet;

pub(super) fn already_online(page: &mut Page<'_>, wifi: bool, sheet: Sheet, again: bool) {
    if wifi {
        page.title("already-online-wifi-title");
        page.text("already-online-wifi");
    } else {
        page.title("already-online-cable-title");
        page.text("already-online-cable");
    }
    if again {
        page.text("already-online-again");
    }
    if !wifi {
        page.cable(Level::Info, "already-online-cable-off");
    }
    test_page(page, sheet);
}

/// What became of a test page.
pub(super) fn test_page(page: &mut Page<'_>, sheet: Sheet) {
    match sheet {
        Sheet::No => {}
        Sheet::Asking(_) => page.progress("test-page-asking"),
        Sheet::Printed => page.notice(Level::Info, "test-page-printed", &[]),
        Sheet::Failed(why) => {
            let reason = no_page(page, why);
            page.notice(Level::Warning, "test-page-not", &[("reason", reason.into())]);
        }
    }
}

pub(super) fn learning(page: &mut Page<'_>) {
    page.title("learning-title");
    page.progress("learning-progress");
    let length = page.length(page.knowledge.timings.router_answer);
    page.text_with("learning-wait", &[("length", length.into())]);
}

pub(super) fn ways(page: &mut Page<'_>, plan: &Plan) {
    page.title("ways-title");
    let withheld_for = |why: Withheld| plan.withheld.iter().any(|(_, known)| *known == why);
    if withheld_for(Withheld::CertificateChanged) {
        page.notice(Level::Warning, "ways-certificate-changed", &[]);
    }
    if withheld_for(Withheld::WpsOff) {
        page.notice(Level::Info, "ways-wps-off", &[]);
    }
    match against_odds(plan) {
        true => page.text("ways-doubtful"),
        false => page.text_with("ways-how", &[("count", plan.offered.len().into())]),
    }
    for (way, because) in &plan.offered {
        let length = page.length(page.knowledge.timings.printer_walk);
        let name = page.t(&way_key(&way.id()), &[]);
        let reason = page.t(because_key(*because), &[("length", length.into())]);
        page.text_with("ways-offered", &[("name", name.into()), ("reason", reason.into())]);
    }
    let reads = |(way, _): &(Way, Because)| way.pin_from() == Some(PinFrom::Ews);
    if withheld_for(Withheld::HopTooLong) && plan.offered.iter().any(reads) {
        page.text("ways-hop");
    }
    page.text("ways-next");
    let detail = |(way, why): &(Way, Withheld)| {
        let name = page.t(&way_key(&way.id()), &[]);
        Detail { name, value: page.t("ways-withheld", &[("reason", withheld(page, *why).into())]) }
    };
    let details: Vec<Detail> = plan.withheld.iter().map(detail).collect();
    if !details.is_empty() {
        page.blocks.push(Block::Details { details });
    }
}

/// Everything has an obstacle, and the PIN carried by hand is offered all the same.
fn against_odds(plan: &Plan) -> bool {
    let [(Way::Pin { .. }, Because::Always)] = plan.offered.as_slice() else { return false };
    plan.withheld.iter().any(|(way, why)| match why {
        Withheld::PrinterShowsNoPin | Withheld::PageTakesNone | Withheld::WpsOff => true,
        Withheld::CannotSignIn => way.pin_from().is_some(),
        _ => false,
    })
}

fn because_key(because: Because) -> &'static str {
    match because {
        Because::NothingByHand => "because-nothing-by-hand",
        Because::TypedHere => "because-typed-here",
        Because::TypedAtRouter => "because-typed-at-router",
        Because::Always => "because-always",
        Because::OneKey => "because-one-key",
        Because::TwoKeys => "because-two-keys",
        Because::NoWps => "because-no-wps",
    }
}

fn withheld(page: &Page<'_>, why: Withheld) -> String {
    match why {
        Withheld::PrinterDoesNotTell => page.t("withheld-printer-does-not-tell", &[]),
        Withheld::PrinterNotAsked(t) => {
            page.t("withheld-printer-not-asked", &[("trouble", trouble(page, Who::Printer, t).into())])
        }
        Withheld::PrinterShowsNoPin => page.t("withheld-printer-shows-no-pin", &[]),
        Withheld::PrinterHasNoPush => page.t("withheld-printer-has-no-push", &[]),
        Withheld::PrinterHasNoPanel => page.t("withheld-printer-has-no-panel", &[]),
        Withheld::PageTakesNone => page.t("withheld-page-takes-none", &[]),
        Withheld::CannotSignIn => page.t("withheld-cannot-sign-in", &[]),
        Withheld::WpsOff => page.t("withheld-wps-off", &[]),
        Withheld::HopTooLong => page.t("withheld-hop-too-long", &[]),
        Withheld::RouterTakesNone => page.t("withheld-router-takes-none", &[]),
        Withheld::RouterUnknown => page.t("withheld-router-unknown", &[]),
        Withheld::CertificateChanged => page.t("withheld-certificate-changed", &[]),
        Withheld::NotGranted => page.t("withheld-not-granted", &[]),
        Withheld::NotAtHome => page.t("withheld-not-at-home", &[]),
    }
}
