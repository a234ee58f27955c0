//! Signing in, the PIN, and the router's page.

use super::{Cases, card, clock, model, of_vendor, openwrt, pin, router, sheets, stranger, there};
use crate::knowledge::families::{PinOrder, PinPlace};
use crate::net::tls::{Changed, Fingerprint};
use crate::pin::{PinProblem, WpsPin};
use crate::printer::{NoPin, PinProblemKind};
use crate::router::{HandOverProblem, RouterKind, RouterReport, SignInProblem};
use crate::setup::input::Choice;
use crate::setup::plan::HandOverBy;
use crate::setup::state::{Sheet, SignInTrouble, Then};
use crate::setup::view::{Card, Shown};

const PLACES: [PinPlace; 3] = [PinPlace::Display, PinPlace::Page, PinPlace::Label];
const ORDERS: [PinOrder; 3] = [PinOrder::ReadingStarts, PinOrder::StartBefore, PinOrder::StartAfter];

pub fn sign_in(c: &mut Cases) {
    // OpenWrt's page takes no PIN.
    let shown = |router: Option<RouterReport>, problem, then, clock| {
        let by_page = !router.as_ref().is_some_and(|r| matches!(r.kind, RouterKind::OpenWrt { .. }));
        Shown::SignIn { router, problem, then, by_page, clock }
    };
    let open = [Choice::SignIn, Choice::CannotSignIn, Choice::Back];
    let close = [Choice::SignIn, Choice::Back];
    let plain = || Some(router(false, RouterKind::Unknown));
    let refused = Some(SignInTrouble::Problem(SignInProblem::Refused));
    for then in [Then::GetPin, Then::SendPin, Then::Push, Then::Check] {
        let clock = clock(80).filter(|_| then == Then::SendPin);
        c.add("sign-in", format!("OpenWrt, {then:?}"), &open, shown(Some(openwrt()), None, then, clock));
    }
    c.add("sign-in", "another, not encrypted", &open, shown(plain(), None, Then::GetPin, None));
    c.add("sign-in", "unknown", &open, shown(None, None, Then::GetPin, None));
    c.add("sign-in", "to close", &close, shown(plain(), None, Then::Undo, None)).printer = None;
    c.add("sign-in", "to close, refused", &close, shown(None, refused, Then::Undo, None)).printer = None;
    for problem in [
        SignInTrouble::Problem(SignInProblem::Refused),
        SignInTrouble::Problem(SignInProblem::Locked),
        SignInTrouble::Expired,
        SignInTrouble::Interrupted,
        SignInTrouble::Busy,
        SignInTrouble::NoUser,
    ] {
        for then in [Then::GetPin, Then::SendPin, Then::Push, Then::Check, Then::Undo] {
            let choices: &[Choice] = if then == Then::Undo { &close } else { &open };
            let name = format!("{problem:?}, {then:?}");
            c.add("sign-in", name, choices, shown(Some(openwrt()), Some(problem), then, None));
            if then != Then::GetPin {
                c.hidden();
            }
        }
    }
    c.troubles("sign-in", &open, |t| {
        let problem = SignInTrouble::Problem(SignInProblem::Trouble(t));
        shown(Some(openwrt()), Some(problem), Then::GetPin, None)
    });
    let view = c.add("sign-in", "on the printer's Wi-Fi", &open, shown(plain(), None, Then::GetPin, None));
    view.around = there();
    c.add("signing-in", "signing in", &[Choice::Back], Shown::SigningIn);
    certificate(c);
}

fn certificate(c: &mut Cases) {
    let certificate =
        Changed { at: openwrt().at, known: Fingerprint::of(b"old"), shown: Fingerprint::of(b"new") };
    let ask = [Choice::ByHand, Choice::TrustRouter, Choice::Back];
    for then in [None, Some(Then::GetPin), Some(Then::Push), Some(Then::Check), Some(Then::Undo)] {
        let choices = if then == Some(Then::Undo) { &ask[1..] } else { &ask[..] };
        let shown = Shown::CertificateChanged { certificate, then };
        let view = c.add("certificate-changed", format!("{then:?}"), choices, shown);
        view.road.router = Some(openwrt());
        if then == Some(Then::Undo) {
            view.printer = None;
        }
    }
}

pub fn pins(c: &mut Cases) {
    c.add("reading-pin", "reading starts", &[Choice::Back], Shown::ReadingPin);
    c.add("reading-pin", "any printer", &[Choice::Back], Shown::ReadingPin).printer = Some(stranger());
    let (four, eight) = (WpsPin::parse("0017").unwrap(), WpsPin::parse("00000017").unwrap());
    let short = [Choice::EightDigits, Choice::FourDigits, Choice::Back];
    let digits = |clock| Shown::Digits { four: four.clone(), eight: eight.clone(), clock };
    c.add("digits", "digits", &short, digits(clock(100)));
    c.add("digits", "no clock", &short, digits(None));
    c.add("sending-pin", "sending", &[Choice::Back], Shown::SendingPin { clock: clock(110) });
    c.add("sending-pin", "no clock", &[Choice::Back], Shown::SendingPin { clock: None });
    let told = [Choice::Done, Choice::ReadAgain, Choice::Back];
    c.add("your-pin", "read", &told, Shown::Told { pin: Some(pin()), clock: clock(110) });
    c.add("your-pin", "its time is over", &told, Shown::Told { pin: Some(pin()), clock: None });
    c.add("your-pin", "dropped", &told, Shown::Told { pin: None, clock: None });
}

struct Ask {
    place: PinPlace,
    why: Option<NoPin>,
    problem: Option<PinProblem>,
    sheet: Sheet,
    only: bool,
    order: PinOrder,
    by: HandOverBy,
}

const ASK: Ask = Ask {
    place: PinPlace::Display,
    why: None,
    problem: None,
    sheet: Sheet::No,
    only: false,
    order: PinOrder::StartBefore,
    by: HandOverBy::Service,
};

fn add(c: &mut Cases, name: impl Into<String>, printer: Card, ask: Ask) {
    let Ask { place, why, problem, sheet, only, order, by } = ask;
    let first = if only { Choice::Done } else { Choice::UsePin };
    let print = matches!(sheet, Sheet::No | Sheet::Failed(_)).then_some(Choice::PrintPin);
    let elsewhere = PLACES.into_iter().filter(|p| *p != place).map(Choice::LookAt);
    let none = (!only).then_some(Choice::NoPinThere);
    let again = why.map(|_| Choice::ReadAgain);
    let choices: Vec<_> =
        [first].into_iter().chain(print).chain(elsewhere).chain(none).chain(again).collect();
    let choices = [choices, vec![Choice::Back]].concat();
    let shown = Shown::TypePin { place, why, problem, sheet, only, order, by };
    c.add("type-pin", name, &choices, shown).printer = Some(printer);
}

pub fn type_pin(c: &mut Cases) {
    for place in PLACES {
        for order in ORDERS {
            for by in [HandOverBy::Service, HandOverBy::Person] {
                for only in [false, true] {
                    let name = format!("{place:?}, {order:?}, {by:?}{}", if only { ", only" } else { "" });
                    add(c, name, stranger(), Ask { place, order, by, only, ..ASK });
                    let usual = order == PinOrder::StartBefore && by == HandOverBy::Service;
                    let at_display = place == PinPlace::Display && !only && order != PinOrder::ReadingStarts;
                    if !(usual || at_display) {
                        c.hidden();
                    }
                }
            }
        }
    }
    add(c, "LaserJet, page", card(), Ask { place: PinPlace::Page, ..ASK });
    add(c, "touchscreen", model("HP OfficeJet Pro 6830"), Ask { order: PinOrder::StartAfter, ..ASK });
    for sheet in sheets() {
        add(c, format!("page, {sheet:?}"), stranger(), Ask { place: PinPlace::Page, sheet, ..ASK });
        add(
            c,
            format!("page, only, {sheet:?}"),
            stranger(),
            Ask { place: PinPlace::Page, sheet, only: true, ..ASK },
        );
        if sheet != Sheet::Printed {
            c.hidden();
        }
    }
    for kind in [PinProblemKind::Length, PinProblemKind::CheckDigit, PinProblemKind::Other] {
        add(c, format!("{kind:?}"), stranger(), Ask { why: Some(NoPin::Invalid(kind)), ..ASK });
    }
    for why in [NoPin::NotOffered, NoPin::Empty] {
        add(c, format!("{why:?}"), stranger(), Ask { why: Some(why), ..ASK });
    }
    for (at, trouble) in super::TROUBLES.into_iter().enumerate() {
        add(c, format!("{trouble}"), card(), Ask { why: Some(NoPin::Trouble(trouble)), ..ASK });
        if at > 0 {
            c.hidden();
        }
    }
    for problem in [
        PinProblem::Empty,
        PinProblem::NotDigits,
        PinProblem::Length { found: 1 },
        PinProblem::Length { found: 7 },
        PinProblem::Length { found: 99 },
        PinProblem::CheckDigit,
        PinProblem::Zeros,
        PinProblem::Example,
    ] {
        add(c, format!("{problem:?}"), stranger(), Ask { problem: Some(problem), ..ASK });
    }
}

pub fn router_page(c: &mut Cases) {
    let usual = [Choice::Entered, Choice::ReadAgain, Choice::TakesNoPin, Choice::CannotSignIn, Choice::Back];
    let row = [&usual[..2], &[Choice::LooksDifferent], &usual[2..]].concat();
    let shown = |router: Option<RouterReport>, instead, not_granted| Shown::RouterPage {
        pin: Some(pin()),
        clock: clock(115),
        router,
        instead,
        not_granted,
        general: false,
    };
    let plain = router(false, RouterKind::Unknown);
    c.add("router-page", "OpenWrt", &row, shown(Some(openwrt()), None, false));
    c.add("router-page", "not encrypted", &usual, shown(Some(plain), None, false));
    let encrypted = RouterReport { encrypted: true, ..router(true, RouterKind::Unknown) };
    c.add("router-page", "encrypted", &usual, shown(Some(encrypted), None, false));
    for vendor in ["asus", "netgear", "openwrt", "avm_fritzbox"] {
        c.add("router-page", vendor, &row, shown(Some(of_vendor(vendor)), None, false));
    }
    let encrypted = RouterReport { encrypted: true, ..of_vendor("asus") };
    c.add("router-page", "asus, encrypted", &row, shown(Some(encrypted), None, false));
    let general = Shown::RouterPage {
        pin: Some(pin()),
        clock: clock(90),
        router: Some(of_vendor("asus")),
        instead: None,
        not_granted: false,
        general: true,
    };
    c.add("router-page", "asus, looks different", &usual, general);
    let touch = Shown::RouterPage {
        pin: Some(pin()),
        clock: None,
        router: Some(of_vendor("asus")),
        instead: None,
        not_granted: false,
        general: false,
    };
    c.add("router-page", "started afterwards", &row, touch).printer = Some(model("HP OfficeJet Pro 6830"));
    for known in [openwrt(), of_vendor("asus")] {
        let trouble = Some(crate::net::Trouble::CertificateChanged);
        let name = format!("certificate changed, {:?}", known.vendor);
        c.add("router-page", name, &usual, shown(Some(RouterReport { trouble, ..known }), None, false));
    }
    let nothing = Shown::RouterPage {
        pin: None,
        clock: None,
        router: None,
        instead: None,
        not_granted: false,
        general: false,
    };
    c.add("router-page", "nothing known, away", &usual, nothing).around = super::AWAY;
    c.add("router-page", "on the printer's Wi-Fi", &usual, shown(Some(of_vendor("asus")), None, false))
        .around = there();
    c.add("router-page", "not granted, at sign-in", &usual, shown(Some(openwrt()), None, true));
    for problem in [
        HandOverProblem::NotGranted,
        HandOverProblem::SignInAgain,
        HandOverProblem::WpsOff,
        HandOverProblem::Overlap,
        HandOverProblem::CheckDigit,
    ] {
        let name = format!("{problem:?}");
        c.add("router-page", name, &usual, shown(Some(openwrt()), Some(problem), true));
        if problem != HandOverProblem::NotGranted {
            c.hidden();
        }
    }
    c.troubles("router-page", &usual, |t| shown(Some(openwrt()), Some(HandOverProblem::Trouble(t)), false));
}
