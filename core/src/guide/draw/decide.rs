//! What is offered, and why the rest is not.

use super::choices::way_key;
use super::page::Page;
use super::words::{Who, trouble};
use crate::guide::screen::{Block, Detail, Level};
use crate::setup::plan::{Because, Plan, Withheld};

pub(super) fn already_online(page: &mut Page<'_>, wifi: bool) {
    if wifi {
        page.title("already-online-wifi-title");
        page.text("already-online-wifi");
        page.text("already-online-wifi-other");
    } else {
        page.title("already-online-cable-title");
        page.text("already-online-cable");
        page.cable(Level::Info, "already-online-cable-off");
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
    page.text_with("ways-how", &[("count", plan.offered.len().into())]);
    if plan.withheld.iter().any(|(_, why)| *why == Withheld::CertificateChanged) {
        page.notice(Level::Warning, "ways-certificate-changed", &[]);
    }
    for (way, because) in &plan.offered {
        let length = page.length(page.knowledge.timings.printer_walk);
        let name = page.t(&way_key(&way.id()), &[]);
        let reason = page.t(because_key(*because), &[("length", length.into())]);
        page.text_with("ways-offered", &[("name", name.into()), ("reason", reason.into())]);
    }
    page.text("ways-next");
    let detail = |(way, why): &(crate::setup::plan::Way, Withheld)| {
        let name = page.t(&way_key(&way.id()), &[]);
        Detail { name, value: page.t("ways-withheld", &[("reason", withheld(page, *why).into())]) }
    };
    let details: Vec<Detail> = plan.withheld.iter().map(detail).collect();
    if !details.is_empty() {
        page.blocks.push(Block::Details { details });
    }
}

fn because_key(because: Because) -> &'static str {
    match because {
        Because::NothingByHand => "because-nothing-by-hand",
        Because::TypedHere => "because-typed-here",
        Because::TypedAtRouter => "because-typed-at-router",
        Because::Always => "because-always",
    }
}

fn withheld(page: &Page<'_>, why: Withheld) -> String {
    match why {
        Withheld::PrinterDoesNotTell => page.t("withheld-printer-does-not-tell", &[]),
        Withheld::PrinterNotAsked(t) => {
            page.t("withheld-printer-not-asked", &[("trouble", trouble(page, Who::Printer, t).into())])
        }
        Withheld::RouterTakesNone => page.t("withheld-router-takes-none", &[]),
        Withheld::RouterUnknown => page.t("withheld-router-unknown", &[]),
        Withheld::CertificateChanged => page.t("withheld-certificate-changed", &[]),
        Withheld::NotGranted => page.t("withheld-not-granted", &[]),
        Withheld::NotAtHome => page.t("withheld-not-at-home", &[]),
    }
}
