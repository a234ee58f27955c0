//! The core's closed lists as the names that programs read. Matched out, so that a new member cannot come in unnamed.

use inkjoin::discovery::ble::BleTrouble;
use inkjoin::net::Trouble;
use inkjoin::pin::PinProblem;
use inkjoin::ports::PortError;
use inkjoin::printer::{Link, NotOurs, PinOffer};
use inkjoin::setup::evidence::ProofKind;
use inkjoin::setup::state::{HowToCheck, Reason};

pub fn trouble(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::Unreachable => "unreachable",
        Trouble::TimedOut => "timed_out",
        Trouble::Closed => "closed",
        Trouble::TooLarge => "too_large",
        Trouble::Malformed => "malformed",
        Trouble::WrongType => "wrong_type",
        Trouble::RedirectedAway => "redirected_away",
        Trouble::Status(_) => "status",
        Trouble::CertificateChanged => "certificate_changed",
        Trouble::Tls => "tls",
        Trouble::NotOnNetwork => "not_on_network",
    }
}

pub fn reason(reason: Reason) -> (&'static str, Option<Trouble>) {
    match reason {
        Reason::WrongPin => ("wrong_pin", None),
        Reason::PinTooOld => ("pin_too_old", None),
        Reason::PrinterNotStarted => ("printer_not_started", None),
        Reason::PinNotUsed => ("pin_not_used", None),
        Reason::PushNobodyCame => ("push_nobody_came", None),
        Reason::AnotherCame => ("another_came", None),
        Reason::PushTooLate => ("push_too_late", None),
        Reason::Overlap => ("overlap", None),
        Reason::CancelledElsewhere => ("cancelled_elsewhere", None),
        Reason::PrinterTimedOut => ("printer_timed_out", None),
        Reason::PrinterGaveUp => ("printer_gave_up", None),
        Reason::WpsOff => ("wps_off", None),
        Reason::RouterRefusedPin => ("router_refused_pin", None),
        Reason::Router(trouble) => ("router", Some(trouble)),
    }
}

pub fn check(check: HowToCheck) -> &'static str {
    match check {
        HowToCheck::RouterSaysSuccess => "router_says_success",
        HowToCheck::LookAtPrinter => "look_at_printer",
        HowToCheck::Passphrase => "passphrase",
        HowToCheck::PhoneWasAway => "phone_was_away",
    }
}

pub fn proof(proof: ProofKind) -> &'static str {
    match proof {
        ProofKind::PrinterAnswered => "printer_answered",
        ProofKind::RouterNamedAndSeen => "router_named_and_seen",
        ProofKind::ConfirmedByPerson => "confirmed_by_person",
    }
}

pub fn not_ours(why: NotOurs) -> (&'static str, Option<Trouble>) {
    match why {
        NotOurs::AnotherDevice => ("another_device", None),
        NotOurs::AnotherPrinter => ("another_printer", None),
        NotOurs::Trouble(trouble) => ("no_answer", Some(trouble)),
    }
}

pub fn offer(offer: &PinOffer) -> (&'static str, Option<Trouble>) {
    match offer {
        PinOffer::Resource { .. } => ("resource", None),
        PinOffer::NotOffered => ("not_offered", None),
        PinOffer::Unknown(trouble) => ("unknown", Some(*trouble)),
    }
}

pub fn link(link: Link) -> &'static str {
    match link {
        Link::Wifi => "wifi",
        Link::Cable => "cable",
        Link::OwnNetwork => "own_network",
        Link::Other => "other",
    }
}

pub fn port(fault: PortError) -> &'static str {
    match fault {
        PortError::PermissionMissing => "permission_missing",
        PortError::Failed => "failed",
    }
}

pub fn ble(trouble: BleTrouble) -> &'static str {
    match trouble {
        BleTrouble::PermissionMissing => "permission_missing",
        BleTrouble::NoAdapter => "no_adapter",
        BleTrouble::SwitchedOff => "switched_off",
        BleTrouble::Failed => "failed",
    }
}

pub fn pin_problem(problem: PinProblem) -> &'static str {
    match problem {
        PinProblem::Empty => "empty",
        PinProblem::NotDigits => "not_digits",
        PinProblem::Length { .. } => "length",
        PinProblem::CheckDigit => "check_digit",
        PinProblem::Zeros => "zeros",
        PinProblem::Example => "example",
    }
}
