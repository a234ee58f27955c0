//! Push button on both sides, starting the printer, and the password at its panel.

use super::family;
use super::page::Page;
use crate::guide::screen::{Block, Level};
use crate::router::RouterReport;
use crate::setup::plan::HandOverBy;
use crate::setup::state::Given;
use crate::setup::view::Clock;

pub(super) fn consent(page: &mut Page<'_>, by: HandOverBy, twin: bool) {
    page.title("push-consent-title");
    let length = page.length(page.knowledge.timings.router_window);
    page.text_with("push-consent-what", &[("length", length.into())]);
    page.notice(Level::Warning, "push-consent-near", &[]);
    if by == HandOverBy::Service {
        page.text("push-consent-service");
    }
    if twin {
        page.notice(Level::Warning, "push-twin", &[]);
    }
}

pub(super) fn at_printer(page: &mut Page<'_>, by: HandOverBy, twin: bool) {
    page.title("push-printer-title");
    if twin {
        page.notice(Level::Warning, "push-twin", &[]);
    }
    family::push_steps(page);
    let length = page.length(page.knowledge.timings.printer_walk);
    match by {
        HandOverBy::Service => page.text("push-printer-next-service"),
        HandOverBy::Person => page.text_with("push-printer-next-hand", &[("length", length.into())]),
    }
}

pub(super) fn starting(page: &mut Page<'_>, clock: Option<Clock>) {
    page.title("push-starting-title");
    page.progress("push-starting-progress");
    page.clock(clock, "clock-printer-walk");
    let length = page.length(page.knowledge.timings.router_answer);
    page.text_with("sending-pin-wait", &[("length", length.into())]);
}

pub(super) fn at_router(
    page: &mut Page<'_>,
    clock: Option<Clock>,
    router: Option<&RouterReport>,
    instead: Option<String>,
) {
    page.title("push-router-title");
    if let Some(text) = instead {
        page.blocks.push(Block::Notice { level: Level::Info, text });
    }
    if super::vendor::changed(router) {
        page.notice(Level::Warning, "router-page-certificate-changed", &[]);
    }
    page.clock(clock, "clock-printer-walk");
    super::vendor::router_push_steps(page, router);
    family::push_at_router(page);
    page.text("push-router-return");
    page.text("push-router-over");
}

pub(super) fn start_printer(page: &mut Page<'_>, clock: Option<Clock>, given: Given) {
    page.title("start-printer-title");
    page.text(if given == Given::Taken { "start-printer-taken" } else { "start-printer-told" });
    page.clock(clock, "clock-window");
    match page.family.pin.start.is_empty() {
        true => page.steps(vec![page.step("press", "step-start")]),
        false => family::start_steps(page),
    }
    page.text("start-printer-next");
}

pub(super) fn panel(page: &mut Page<'_>) {
    page.title("panel-title");
    page.text("panel-why");
    family::passphrase_steps(page);
    page.text("panel-names");
    page.text("panel-next");
}

pub(super) fn printer_report(page: &mut Page<'_>, clock: Option<Clock>) {
    page.title("printer-report-title");
    page.text("printer-report-what");
    page.clock(clock, "clock-join");
    page.text("printer-report-meanwhile");
}
