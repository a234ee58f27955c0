//! The router's page, and the wait for the printer.

use super::page::Page;
use super::vendor;
use crate::guide::screen::{Act, Block, Level};
use crate::knowledge::families::PinOrder;
use crate::pin::WpsPin;
use crate::router::RouterReport;
use crate::setup::evidence::{Hint, RouterWord};
use crate::setup::view::Clock;

pub(super) fn router_page(
    page: &mut Page<'_>,
    pin: Option<&WpsPin>,
    clock: Option<Clock>,
    router: Option<&RouterReport>,
    instead: Option<String>,
    not_granted: bool,
    general: bool,
) {
    page.title("router-page-title");
    if vendor::changed(router) {
        page.notice(Level::Warning, "router-page-certificate-changed", &[]);
    }
    match instead {
        Some(text) => page.blocks.push(Block::Notice { level: Level::Info, text }),
        None if not_granted => page.notice(Level::Info, "hand-over-not-granted", &[]),
        None => {}
    }
    match pin {
        Some(pin) => page.pin(pin, "pin-label"),
        None => page.notice(Level::Warning, "router-page-no-pin", &[]),
    }
    page.clock(clock, "clock-printer-walk");
    vendor::router_page_steps(page, router, general);
    let link = page.blocks.iter().find_map(|b| match b {
        Block::Link { url, .. } => Some(url.clone()),
        _ => None,
    });
    if link.as_ref().is_some_and(|url| url.starts_with("https:")) {
        page.text("router-page-warning");
    }
    page.act = link.map(|url| Act::OpenUrl { url });
    page.text("router-page-different");
    match clock {
        Some(_) => page.text("router-page-over"),
        None if page.family.pin.order == PinOrder::StartAfter => page.text("router-page-start-after"),
        None => {}
    }
}

/// What the wait has seen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stage {
    pub slow: bool,
    pub walk_over: bool,
    pub word: Option<RouterWord>,
    pub overdue: bool,
    pub seen: bool,
    /// The clock on the screen is that of the judgement, not the printer's.
    pub judged: bool,
}

pub(super) fn waiting(
    page: &mut Page<'_>,
    clock: Option<Clock>,
    stage: Stage,
    hint: Option<&Hint>,
    cable: bool,
    panel: bool,
) {
    match hint {
        Some(hint) => {
            page.title("waiting-hint-title");
            page.text_with("waiting-hint", &[("name", hint.name.as_str().into())]);
        }
        None => page.title("waiting-title"),
    }
    page.progress("waiting-progress");
    page.clock(clock, if stage.judged { "clock-join" } else { "clock-printer-walk" });
    if cable && page.cable(Level::Warning, "waiting-cable") {
        page.steps(vec![page.step("unplug", "step-unplug-cable")]);
    }
    match panel {
        true => typed(page, stage),
        false => told(page, stage),
    }
    page.joined_light();
    let length = page.length(page.knowledge.timings.join);
    page.text_with("waiting-end", &[("length", length.into())]);
}

/// The password was typed at the printer: no router says anything.
fn typed(page: &mut Page<'_>, stage: Stage) {
    if stage.seen {
        page.text("waiting-seen");
    }
    if stage.slow {
        let slow = page.length(page.knowledge.timings.slow);
        page.text_with("waiting-slow", &[("length", slow.into())]);
        page.text("panel-names");
    } else {
        page.text("waiting-panel");
    }
}

/// The router's word first; then how the time goes, as far as that still says something.
fn told(page: &mut Page<'_>, stage: Stage) {
    match stage.word.filter(|_| !stage.overdue) {
        Some(RouterWord::NamedOurs) => page.text("waiting-named"),
        Some(RouterWord::SomebodySucceeded) => page.text("waiting-somebody"),
        Some(RouterWord::NamedAnother) => page.text("waiting-another"),
        Some(RouterWord::Failed) => page.text("waiting-failed"),
        None => {}
    }
    if stage.seen {
        page.text("waiting-seen");
    }
    if stage.overdue {
        page.notice(Level::Warning, "waiting-overdue", &[]);
        page.steps(super::outcome::network_checks(page));
        return;
    }
    let timings = &page.knowledge.timings;
    let (walk, slow) = (page.length(timings.printer_walk), page.length(timings.slow));
    match (stage.word, stage.walk_over, stage.slow) {
        (Some(_), _, _) => {}
        (None, true, _) => page.text("waiting-walk-over"),
        (None, false, true) => page.text_with("waiting-slow", &[("length", slow.into())]),
        (None, false, false) if stage.judged => page.text("waiting-again"),
        (None, false, false) => page.text_with("waiting-now", &[("length", walk.into())]),
    }
}
