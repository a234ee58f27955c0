//! The three doors, two printers of one model, and changes of network.

use super::family;
use super::find::{card_marks, card_name};
use super::page::Page;
use super::words::{self, Who};
use crate::guide::screen::{Act, Level, Settings};
use crate::pin::WpsPin;
use crate::printer::NoIdentify;
use crate::setup::state::Blink;
use crate::setup::view::{Card, Clock};

pub(super) fn start(page: &mut Page<'_>) {
    page.title("start-title");
    page.text("start-what");
    page.text("start-privacy");
}

pub(super) fn computer_asks(page: &mut Page<'_>) {
    page.title("computer-asks-title");
    page.text("computer-asks-what");
    page.steps(vec![
        page.step("look", "computer-asks-first"),
        page.step("look", "computer-asks-look"),
        page.step("type", "computer-asks-type"),
    ]);
    page.notice(Level::Warning, "computer-asks-not", &[]);
    page.text("computer-asks-check");
    page.text("computer-asks-sure");
}

pub(super) fn went_offline(page: &mut Page<'_>) {
    page.title("went-offline-title");
    page.text("went-offline-what");
    page.steps(vec![page.step("look", "went-offline-asleep"), page.step("look", "went-offline-network")]);
    page.text("went-offline-next");
}

pub(super) fn which_one(page: &mut Page<'_>, card: &Card, others: &[Card], blink: Blink) {
    page.title("which-one-title");
    match others.len() {
        0 => page.text("which-one-alone"),
        count => page.text_with("which-one-why", &[("count", count.into())]),
    }
    let marks = |page: &Page<'_>, card: &Card| {
        let marks = card_marks(page.texts, card);
        let marks = if marks.is_empty() { page.t("which-one-no-marks", &[]) } else { marks };
        format!("{}, {marks}", card_name(page.texts, card))
    };
    let this = marks(page, card);
    page.text_with("which-one-this", &[("marks", this.into())]);
    for other in others {
        let other = marks(page, other);
        page.text_with("which-one-other", &[("marks", other.into())]);
    }
    match blink {
        Blink::No => page.text("which-one-blink"),
        Blink::Asking(_) => page.progress("which-one-blinking"),
        Blink::Done => page.notice(Level::Info, "which-one-blinked", &[]),
        Blink::Failed(NoIdentify::NotOffered) => page.notice(Level::Info, "which-one-no-blink", &[]),
        Blink::Failed(NoIdentify::Trouble(t)) => {
            let trouble = words::trouble(page, Who::Printer, t);
            page.notice(Level::Warning, "which-one-blink-failed", &[("trouble", trouble.into())]);
        }
    }
}

pub(super) fn moving(page: &mut Page<'_>) {
    page.title("moving-title");
    page.text("moving-what");
    page.steps(vec![page.step("menu", "moving-do"), page.step("look", "moving-router")]);
    page.text("moving-next");
}

pub(super) fn hop(page: &mut Page<'_>, to_setup: bool, by_port: bool, clock: Option<Clock>) {
    page.title(if to_setup { "to-setup-title" } else { "coming-home-title" });
    if clock.is_some() {
        page.text("coming-home-pin");
    }
    page.clock(clock, "clock-printer-walk");
    page.progress(match (to_setup, by_port) {
        (true, true) => "to-setup-progress",
        (true, false) => "to-setup-waiting",
        (false, _) => "coming-home-progress",
    });
    if by_port {
        let length = [("length", page.length(page.knowledge.timings.hop).into())];
        return page.text_with(if to_setup { "to-setup-port" } else { "coming-home-port" }, &length);
    }
    page.act(Act::OpenSettings { page: Settings::Wifi });
    if !to_setup {
        page.steps(["coming-home-open", "coming-home-return"].map(|key| page.step("menu", key)).into());
        if clock.is_none() {
            page.text("coming-home-no-hurry");
        }
        return;
    }
    let keys = ["to-setup-open", "to-setup-choose", "to-setup-stay", "to-setup-return"];
    page.steps(keys.map(|key| page.step("menu", key)).into());
    page.text("to-setup-missing");
    family::setup_steps(page);
}

/// The PIN, for somebody who only wants to know it.
pub(super) fn told(page: &mut Page<'_>, pin: Option<&WpsPin>, clock: Option<Clock>) {
    page.title("your-pin-title");
    match pin {
        Some(pin) => page.pin(pin, "pin-label"),
        None => page.notice(Level::Warning, "router-page-no-pin", &[]),
    }
    page.clock(clock, "clock-printer-walk");
    if pin.is_some() {
        if clock.is_none() {
            page.notice(Level::Warning, "your-pin-over", &[]);
        }
        page.text("your-pin-what");
        page.text("your-pin-next");
    }
}
