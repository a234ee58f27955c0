//! The router's page, and the wait for the printer.

use super::page::Page;
use crate::guide::screen::{Block, Level};
use crate::net::Trouble;
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
) {
    page.title("router-page-title");
    let changed = router.is_some_and(|r| r.trouble == Some(Trouble::CertificateChanged));
    if changed {
        page.notice(Level::Warning, "router-page-certificate-changed", &[]);
    }
    // Nobody is led to a page that may be another device's.
    let router = router.filter(|_| !changed);
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
    if let Some(router) = router {
        let label = page.t("router-page-link", &[]);
        page.blocks.push(Block::Link { url: url(router), label });
    }
    let mut steps = vec![
        page.step("open", if router.is_some() { "router-page-open" } else { "router-page-open-unknown" }),
        page.step("menu", "router-page-find"),
        page.step("menu", "router-page-choose"),
        page.step("type", "router-page-type"),
    ];
    steps.extend(page.start_step());
    steps.push(page.step("press", "router-page-return"));
    page.steps(steps);
    if router.is_some_and(|r| r.encrypted) {
        page.text("router-page-warning");
    }
    page.text("router-page-different");
    page.text("router-page-over");
}

/// Only a local address can stand here, and no text from the network.
fn url(router: &RouterReport) -> String {
    let (scheme, port) = if router.encrypted { ("https", 443) } else { ("http", 80) };
    format!("{scheme}://{}/", router.at.authority(port))
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
    let start = page.start_step();
    page.steps(start.into_iter().collect());
    told(page, stage);
    page.joined_light();
    page.text("waiting-end");
}

/// The router's word first; then how the time goes, as far as that still says something.
fn told(page: &mut Page<'_>, stage: Stage) {
    match stage.word.filter(|_| !stage.overdue) {
        Some(RouterWord::NamedOurs) => page.text("waiting-named"),
        Some(RouterWord::SomebodySucceeded) => page.text("waiting-somebody"),
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
