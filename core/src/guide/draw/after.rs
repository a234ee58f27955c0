//! What stayed open, and the end.

use super::outcome::{check_by_looking, proven, why};
use super::page::Page;
use crate::guide::screen::Level;
use crate::setup::input::SessionOutcome;
use crate::time::Moment;

pub(super) fn leftover(page: &mut Page<'_>, until: Option<Moment>) {
    page.title("leftover-title");
    page.text("leftover-what");
    let window = page.window(until);
    page.clock(window, "clock-window");
    if window.is_none() {
        page.text("leftover-no-clock");
    }
    page.text("leftover-next");
}

pub(super) fn closing(page: &mut Page<'_>) {
    page.title("closing-title");
    page.progress("closing-progress");
    let length = page.length(page.knowledge.timings.closing);
    page.text_with("closing-wait", &[("length", length.into())]);
}

pub(super) fn ended(page: &mut Page<'_>, outcome: &SessionOutcome, open_until: Option<Moment>) {
    match outcome {
        SessionOutcome::Joined(proof) => {
            page.title("ended-joined-title");
            proven(page, proof);
        }
        SessionOutcome::Failed(reason) => {
            page.title("ended-failed-title");
            why(page, *reason);
        }
        SessionOutcome::Unknown(check) => {
            page.title("ended-unknown-title");
            check_by_looking(page, *check);
        }
        SessionOutcome::Informed => {
            page.title("ended-informed-title");
            page.text("ended-informed");
        }
        SessionOutcome::AlreadyOnline => {
            page.title("ended-already-online-title");
            page.text("ended-already-online");
        }
        SessionOutcome::Cancelled => {
            page.title("ended-cancelled-title");
            page.text("ended-cancelled");
        }
    }
    if let Some(window) = page.window(open_until) {
        page.notice(Level::Warning, "ended-open", &[]);
        page.clock(Some(window), "clock-window");
    }
}
