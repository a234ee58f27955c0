//! Reasons in sentences, the same ones on every screen.

use std::time::Duration;

use super::page::Page;
use crate::guide::texts::Texts;
use crate::net::Trouble;
use crate::pin::PinProblem;
use crate::printer::{NoPage, NoPin, NotOurs, PinProblemKind};
use crate::router::HandOverProblem;
use crate::setup::state::{AddressProblem, Reason};

/// "2 minutes", "25 seconds", "1 minute 30 seconds".
pub(super) fn length(texts: &Texts, length: Duration) -> String {
    let (minutes, seconds) = (length.as_secs() / 60, length.as_secs() % 60);
    let args = [("minutes", minutes.into()), ("seconds", seconds.into())];
    match (minutes, seconds) {
        (0, _) => texts.get("length-seconds", &args),
        (_, 0) => texts.get("length-minutes", &args),
        _ => texts.get("length-both", &args),
    }
}

/// Who gave no usable answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    Printer,
    Router,
}

/// Why a device gave no usable answer.
pub(super) fn trouble(page: &Page<'_>, who: Who, trouble: Trouble) -> String {
    let key = match trouble {
        Trouble::Unreachable => "trouble-unreachable",
        Trouble::TimedOut => "trouble-timed-out",
        Trouble::Closed => "trouble-closed",
        Trouble::TooLarge => "trouble-too-large",
        Trouble::Malformed | Trouble::WrongType => "trouble-not-understood",
        Trouble::RedirectedAway => "trouble-redirected",
        Trouble::Status(_) => "trouble-status",
        Trouble::CertificateChanged => "trouble-certificate-changed",
        Trouble::Tls => "trouble-tls",
        Trouble::NotOnNetwork => "trouble-not-on-network",
    };
    let status = if let Trouble::Status(status) = trouble { status } else { 0 };
    let who = if who == Who::Router { "router" } else { "printer" };
    page.t(key, &[("who", who.into()), ("status", status.to_string().into())])
}

/// Why an address is not the printer.
pub(super) fn not_ours(page: &Page<'_>, problem: NotOurs) -> String {
    match problem {
        NotOurs::AnotherDevice => page.t("problem-another-device", &[]),
        NotOurs::AnotherPrinter => page.t("problem-another-printer", &[]),
        NotOurs::Trouble(t) => {
            page.t("problem-printer-silent", &[("trouble", trouble(page, Who::Printer, t).into())])
        }
    }
}

pub(super) fn address(page: &Page<'_>, problem: AddressProblem) -> String {
    match problem {
        AddressProblem::NotLocal => page.t("problem-address-not-local", &[]),
        AddressProblem::NotOurs(problem) => not_ours(page, problem),
    }
}

/// What is wrong with a typed PIN.
pub(super) fn pin(page: &Page<'_>, problem: PinProblem) -> String {
    match problem {
        PinProblem::Empty => page.t("problem-pin-empty", &[]),
        PinProblem::NotDigits => page.t("problem-pin-not-digits", &[]),
        PinProblem::Length { found: 99 } => page.t("problem-pin-far-too-long", &[]),
        PinProblem::Length { found } => page.t("problem-pin-length", &[("found", found.into())]),
        PinProblem::CheckDigit => page.t("problem-pin-check-digit", &[]),
        PinProblem::Zeros => page.t("problem-pin-zeros", &[]),
        PinProblem::Example => page.t("problem-pin-example", &[]),
    }
}

/// Why the printer did not tell its PIN.
pub(super) fn no_pin(page: &Page<'_>, why: NoPin) -> String {
    match why {
        NoPin::NotOffered => page.t("no-pin-not-offered", &[]),
        NoPin::Empty => page.t("no-pin-empty", &[]),
        NoPin::Invalid(PinProblemKind::Length | PinProblemKind::Other) => page.t("no-pin-no-number", &[]),
        NoPin::Invalid(PinProblemKind::CheckDigit) => page.t("no-pin-check-digit", &[]),
        NoPin::Trouble(t) => page.t("no-pin-trouble", &[("trouble", trouble(page, Who::Printer, t).into())]),
    }
}

/// Why the printer did not print a page.
pub(super) fn no_page(page: &Page<'_>, why: NoPage) -> String {
    match why {
        NoPage::NotOffered => page.t("no-page-not-offered", &[]),
        NoPage::Busy => page.t("no-page-busy", &[]),
        NoPage::Refused => page.t("no-page-refused", &[]),
        NoPage::Trouble(t) => trouble(page, Who::Printer, t),
    }
}

/// Why the router did not take the PIN from us.
pub(super) fn hand_over(page: &Page<'_>, problem: HandOverProblem) -> String {
    match problem {
        HandOverProblem::SignInAgain => page.t("hand-over-sign-in-again", &[]),
        HandOverProblem::NotGranted => page.t("hand-over-not-granted", &[]),
        HandOverProblem::WpsOff => page.t("hand-over-wps-off", &[]),
        HandOverProblem::Overlap => page.t("reason-overlap", &[]),
        HandOverProblem::CheckDigit => page.t("reason-router-refused-pin", &[]),
        HandOverProblem::Trouble(t) => trouble(page, Who::Router, t),
    }
}

/// The stem of a reason's messages; `-title` and `-next` follow.
pub(super) fn reason_key(reason: Reason) -> &'static str {
    match reason {
        Reason::WrongPin => "reason-wrong-pin",
        Reason::PinTooOld => "reason-pin-too-old",
        Reason::PrinterNotStarted => "reason-printer-not-started",
        Reason::PinNotUsed => "reason-pin-not-used",
        Reason::PushNobodyCame => "reason-push-nobody-came",
        Reason::AnotherCame => "reason-another-came",
        Reason::PushTooLate => "reason-push-too-late",
        Reason::Overlap => "reason-overlap",
        Reason::CancelledElsewhere => "reason-cancelled-elsewhere",
        Reason::PrinterTimedOut => "reason-printer-timed-out",
        Reason::PrinterGaveUp => "reason-printer-gave-up",
        Reason::WpsOff => "reason-wps-off",
        Reason::RouterRefusedPin => "reason-router-refused-pin",
        Reason::Router(_) => "reason-router",
    }
}

/// What happened and what was seen.
pub(super) fn reason(page: &Page<'_>, reason: Reason) -> String {
    let walk = page.length(page.knowledge.timings.printer_walk);
    let trouble = if let Reason::Router(t) = reason { trouble(page, Who::Router, t) } else { String::new() };
    page.t(reason_key(reason), &[("length", walk.into()), ("trouble", trouble.into())])
}
