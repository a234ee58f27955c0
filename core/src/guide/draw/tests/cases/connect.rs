//! Signing in, the PIN, and the router's page.

use super::{Cases, clock, openwrt, pin, router, stranger};
use crate::pin::{PinProblem, WpsPin};
use crate::printer::{NoPin, PinProblemKind};
use crate::router::{HandOverProblem, RouterKind, SignInProblem};
use crate::setup::input::Choice;
use crate::setup::state::SignInTrouble;
use crate::setup::view::Shown;

pub fn sign_in(c: &mut Cases) {
    let shown = |router, problem, to_close, clock| Shown::SignIn { router, problem, to_close, clock };
    let (open, close) =
        ([Choice::SignIn, Choice::CannotSignIn, Choice::Back], [Choice::SignIn, Choice::Back]);
    c.add("sign-in", "OpenWrt, encrypted", &open, shown(Some(openwrt()), None, false, None));
    c.add(
        "sign-in",
        "another, not encrypted, clock",
        &open,
        shown(Some(router(false, RouterKind::Unknown)), None, false, clock(80)),
    );
    c.add("sign-in", "unknown", &open, shown(None, None, false, None));
    c.add("sign-in", "to close", &close, shown(Some(router(false, RouterKind::Unknown)), None, true, None))
        .printer = None;
    for problem in [
        SignInTrouble::Problem(SignInProblem::Refused),
        SignInTrouble::Expired,
        SignInTrouble::Interrupted,
        SignInTrouble::Busy,
    ] {
        c.add("sign-in", format!("{problem:?}"), &open, shown(Some(openwrt()), Some(problem), false, None));
    }
    c.troubles("sign-in", &open, |t| {
        shown(Some(openwrt()), Some(SignInTrouble::Problem(SignInProblem::Trouble(t))), false, None)
    });
    c.add("signing-in", "signing in", &[Choice::Back], Shown::SigningIn);
}

pub fn pins(c: &mut Cases) {
    c.add("reading-pin", "reading starts", &[Choice::Back], Shown::ReadingPin);
    c.add("reading-pin", "any printer", &[Choice::Back], Shown::ReadingPin).printer = Some(stranger());
    let shown = |why, problem| Shown::TypePin { why, problem };
    let (plain, again) = ([Choice::UsePin, Choice::Back], [Choice::UsePin, Choice::ReadAgain, Choice::Back]);
    c.add("type-pin", "any printer", &plain, shown(None, None)).printer = Some(stranger());
    c.add("type-pin", "known family", &plain, shown(None, None));
    for why in [
        NoPin::NotOffered,
        NoPin::Empty,
        NoPin::Invalid(PinProblemKind::Length),
        NoPin::Invalid(PinProblemKind::CheckDigit),
        NoPin::Invalid(PinProblemKind::Other),
    ] {
        c.add("type-pin", format!("{why:?}"), &again, shown(Some(why), None)).printer = Some(stranger());
    }
    c.troubles("type-pin", &again, |t| shown(Some(NoPin::Trouble(t)), None));
    for problem in [
        PinProblem::Empty,
        PinProblem::NotDigits,
        PinProblem::Length { found: 1 },
        PinProblem::Length { found: 7 },
        PinProblem::Length { found: 99 },
        PinProblem::CheckDigit,
        PinProblem::Zeros,
    ] {
        c.add("type-pin", format!("{problem:?}"), &plain, shown(None, Some(problem))).printer =
            Some(stranger());
    }
    let digits = Shown::Digits {
        four: WpsPin::parse("0017").unwrap(),
        eight: WpsPin::parse("00000017").unwrap(),
        clock: clock(100),
    };
    c.add("digits", "digits", &[Choice::EightDigits, Choice::FourDigits, Choice::Back], digits);
    c.add("sending-pin", "sending", &[Choice::Back], Shown::SendingPin { clock: clock(110) });
}

pub fn router_page(c: &mut Cases) {
    let choices = [Choice::Entered, Choice::ReadAgain, Choice::Back];
    let shown = |pin, router, instead, not_granted| Shown::RouterPage {
        pin,
        clock: clock(115),
        router,
        instead,
        not_granted,
    };
    c.add("router-page", "router known", &choices, shown(Some(pin()), Some(openwrt()), None, false));
    c.add(
        "router-page",
        "not encrypted",
        &choices,
        shown(Some(pin()), Some(router(false, RouterKind::Unknown)), None, false),
    );
    let changed =
        crate::router::RouterReport { trouble: Some(crate::net::Trouble::CertificateChanged), ..openwrt() };
    c.add("router-page", "certificate changed", &choices, shown(Some(pin()), Some(changed), None, false));
    c.add("router-page", "nothing known", &choices, shown(None, None, None, false)).away = true;
    c.add(
        "router-page",
        "not granted, at sign-in",
        &choices,
        shown(Some(pin()), Some(openwrt()), None, true),
    );
    for problem in [
        HandOverProblem::NotGranted,
        HandOverProblem::SignInAgain,
        HandOverProblem::WpsOff,
        HandOverProblem::CheckDigit,
    ] {
        c.add(
            "router-page",
            format!("{problem:?}"),
            &choices,
            shown(Some(pin()), Some(openwrt()), Some(problem), true),
        );
    }
    c.troubles("router-page", &choices, |t| {
        shown(Some(pin()), Some(openwrt()), Some(HandOverProblem::Trouble(t)), false)
    });
}
