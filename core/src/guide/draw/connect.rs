//! Signing in, getting the PIN and giving it to the router.

use super::page::Page;
use super::words::{self, Who};
use crate::guide::screen::{Block, Level};
use crate::knowledge::families::PinOrder;
use crate::pin::{PinProblem, WpsPin};
use crate::printer::NoPin;
use crate::router::{RouterKind, RouterReport, SignInProblem};
use crate::setup::input::Field;
use crate::setup::state::SignInTrouble;
use crate::setup::view::Clock;

pub(super) fn sign_in(
    page: &mut Page<'_>,
    router: Option<&RouterReport>,
    problem: Option<SignInTrouble>,
    to_close: bool,
    clock: Option<Clock>,
) {
    page.title(if to_close { "sign-in-close-title" } else { "sign-in-title" });
    let refused = problem == Some(SignInTrouble::Problem(SignInProblem::Refused));
    if let Some(problem) = problem.filter(|_| !refused) {
        sign_in_trouble(page, problem);
    }
    page.clock(clock, "clock-printer-walk");
    page.text(if to_close { "sign-in-close-why" } else { "sign-in-why" });
    match router {
        Some(router) => {
            page.text_with("sign-in-where", &[("address", router.at.get().ip().to_string().into())]);
        }
        None => page.text("sign-in-where-unknown"),
    }
    match router.map(|r| r.encrypted) {
        Some(true) => page.text("sign-in-encrypted"),
        Some(false) => {
            page.notice(Level::Warning, if to_close { "sign-in-open-close" } else { "sign-in-open" }, &[]);
        }
        None => {}
    }
    page.text(if to_close { "sign-in-close-next" } else { "sign-in-next" });
    let openwrt = router.is_some_and(|r| matches!(r.kind, RouterKind::OpenWrt { .. }));
    page.field(Field::User, if openwrt { "root" } else { "" }, None);
    let problem = refused.then(|| page.t("problem-sign-in-refused", &[]));
    page.field(Field::Password, "", problem);
}

fn sign_in_trouble(page: &mut Page<'_>, problem: SignInTrouble) {
    match problem {
        SignInTrouble::Problem(SignInProblem::Refused) => {}
        SignInTrouble::Problem(SignInProblem::Trouble(t)) => {
            let text = words::trouble(page, Who::Router, t);
            page.notice(Level::Error, "problem-sign-in-trouble", &[("trouble", text.into())]);
        }
        SignInTrouble::Expired => page.notice(Level::Warning, "problem-sign-in-expired", &[]),
        SignInTrouble::Interrupted => page.notice(Level::Info, "problem-sign-in-interrupted", &[]),
        SignInTrouble::Busy => page.notice(Level::Warning, "problem-sign-in-busy", &[]),
    }
}

pub(super) fn signing_in(page: &mut Page<'_>) {
    page.title("signing-in-title");
    page.progress("signing-in-progress");
    let length = page.length(page.knowledge.timings.router_answer);
    page.text_with("signing-in-wait", &[("length", length.into())]);
}

pub(super) fn reading_pin(page: &mut Page<'_>) {
    page.title("reading-pin-title");
    page.progress("reading-pin-progress");
    let length = page.length(page.knowledge.timings.look);
    page.text_with("reading-pin-wait", &[("length", length.into())]);
    if page.family.pin.order == PinOrder::ReadingStarts {
        page.text("reading-pin-starts");
    }
}

pub(super) fn type_pin(page: &mut Page<'_>, why: Option<NoPin>, problem: Option<PinProblem>) {
    page.title("type-pin-title");
    if let Some(why) = why {
        let text = words::no_pin(page, why);
        page.blocks.push(Block::Notice { level: Level::Info, text });
    }
    page.family_steps();
    if page.family.pin.order == PinOrder::StartAfter {
        page.notice(Level::Warning, "type-pin-start-after", &[]);
    }
    page.text("type-pin-which");
    let length = page.length(page.knowledge.timings.printer_walk);
    page.text_with("type-pin-next", &[("length", length.into())]);
    let problem = problem.map(|p| words::pin(page, p));
    page.field(Field::Pin, "", problem);
}

pub(super) fn digits(page: &mut Page<'_>, four: &WpsPin, eight: &WpsPin, clock: Option<Clock>) {
    page.title("digits-title");
    page.text("digits-why");
    page.pin(eight, "digits-eight");
    page.pin(four, "digits-four");
    page.clock(clock, "clock-printer-walk");
    page.text("digits-next");
}

pub(super) fn sending_pin(page: &mut Page<'_>, clock: Option<Clock>) {
    page.title("sending-pin-title");
    page.progress("sending-pin-progress");
    page.clock(clock, "clock-printer-walk");
    let length = page.length(page.knowledge.timings.router_answer);
    page.text_with("sending-pin-wait", &[("length", length.into())]);
}
