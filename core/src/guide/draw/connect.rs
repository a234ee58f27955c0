//! Signing in, getting the PIN and giving it to the router.

use super::family;
use super::page::Page;
use super::words::{self, Who};
use crate::guide::screen::{Block, Level};
use crate::knowledge::families::{PinOrder, PinPlace};
use crate::pin::{PinProblem, WpsPin};
use crate::printer::NoPin;
use crate::router::{RouterKind, RouterReport, SignInProblem};
use crate::setup::input::Field;
use crate::setup::plan::HandOverBy;
use crate::setup::state::{Sheet, SignInTrouble, Then};
use crate::setup::view::Clock;

pub(super) fn sign_in(
    page: &mut Page<'_>,
    router: Option<&RouterReport>,
    problem: Option<SignInTrouble>,
    then: Then,
    by_page: bool,
    clock: Option<Clock>,
) {
    let to_close = then == Then::Undo;
    page.title(if to_close { "sign-in-close-title" } else { "sign-in-title" });
    let refused = problem == Some(SignInTrouble::Problem(SignInProblem::Refused));
    let nameless = problem == Some(SignInTrouble::NoUser);
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
    let encrypted = router.map(|r| r.encrypted);
    if encrypted == Some(false) {
        page.notice(Level::Warning, if to_close { "sign-in-open-close" } else { "sign-in-open" }, &[]);
    }
    // Above them stands what has to be known before something is typed; the rest below, so that both are in view.
    let openwrt = router.is_some_and(|r| matches!(r.kind, RouterKind::OpenWrt { .. }));
    let no_user = nameless.then(|| page.t("problem-user-empty", &[]));
    page.field(Field::User, if openwrt { "root" } else { "" }, no_user);
    let problem = refused.then(|| page.t("problem-sign-in-refused", &[]));
    page.field(Field::Password, "", problem);
    if encrypted == Some(true) {
        page.text("sign-in-encrypted");
    }
    page.text(match then {
        Then::Undo => "sign-in-close-next",
        Then::GetPin => "sign-in-next",
        Then::SendPin => "sign-in-next-send",
        Then::Push => "sign-in-next-push",
        Then::Check => "sign-in-next-check",
    });
    match then {
        Then::GetPin | Then::SendPin if by_page => page.text("sign-in-cannot-page"),
        Then::GetPin | Then::SendPin => page.text("sign-in-cannot-ways"),
        Then::Push => page.text("sign-in-cannot-push"),
        Then::Undo | Then::Check => {}
    }
}

fn sign_in_trouble(page: &mut Page<'_>, problem: SignInTrouble) {
    match problem {
        // Said at the field.
        SignInTrouble::Problem(SignInProblem::Refused) | SignInTrouble::NoUser => {}
        SignInTrouble::Problem(SignInProblem::Trouble(t)) => {
            let text = words::trouble(page, Who::Router, t);
            page.notice(Level::Error, "problem-sign-in-trouble", &[("trouble", text.into())]);
        }
        SignInTrouble::Problem(SignInProblem::Locked) => {
            page.notice(Level::Warning, "problem-sign-in-locked", &[]);
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

/// What decides how the PIN is asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Typing {
    pub place: PinPlace,
    pub why: Option<NoPin>,
    pub problem: Option<PinProblem>,
    pub sheet: Sheet,
    pub only: bool,
    pub order: PinOrder,
    pub by: HandOverBy,
}

pub(super) fn type_pin(page: &mut Page<'_>, typing: Typing) {
    let Typing { place, why, problem, sheet, only, order, by } = typing;
    page.title(match place {
        PinPlace::Display => "type-pin-title-display",
        PinPlace::Page => "type-pin-title-page",
        PinPlace::Label => "type-pin-title-label",
    });
    if let Some(why) = why {
        let text = words::no_pin(page, why);
        page.blocks.push(Block::Notice { level: Level::Info, text });
    }
    let sure = family::pin_steps(page, place);
    pin_page(page, sheet, only);
    if !sure && !only && sheet != Sheet::Printed {
        page.text("type-pin-none");
    }
    if place == PinPlace::Label {
        page.text("type-pin-label-check");
    }
    if order == PinOrder::StartAfter && !only {
        page.notice(Level::Warning, "type-pin-start-after", &[]);
    }
    page.text("type-pin-which");
    if only {
        return type_nothing(page, place, order);
    }
    let length = page.length(page.knowledge.timings.printer_walk);
    match (order, by) {
        (PinOrder::StartAfter, _) => page.text("type-pin-next-after"),
        (_, HandOverBy::Person) => page.text_with("type-pin-next-page", &[("length", length.into())]),
        (_, HandOverBy::Service) => page.text_with("type-pin-next", &[("length", length.into())]),
    }
    let problem = problem.map(|p| words::pin(page, p));
    page.field(Field::Pin, "", problem);
}

/// For somebody who only wants to know the PIN.
fn type_nothing(page: &mut Page<'_>, place: PinPlace, order: PinOrder) {
    page.text(if place == PinPlace::Label { "type-pin-only-label" } else { "type-pin-only" });
    if order == PinOrder::StartAfter {
        page.text("type-pin-only-after");
    }
}

/// The sheet that may carry the PIN. There is no second one.
fn pin_page(page: &mut Page<'_>, sheet: Sheet, only: bool) {
    match sheet {
        Sheet::No => {}
        Sheet::Asking(_) => page.progress("pin-page-asking"),
        Sheet::Printed => {
            page.notice(Level::Info, "pin-page-printed", &[]);
            if !only {
                page.text("type-pin-no-second");
            }
        }
        Sheet::Failed(why) => {
            let reason = words::no_page(page, why);
            page.notice(Level::Warning, "pin-page-not", &[("reason", reason.into())]);
        }
    }
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
