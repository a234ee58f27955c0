//! Push button on both sides, Start at the printer, and the password at its panel.

use super::{Cases, TROUBLES, clock, model, of_vendor, openwrt, stranger, there};
use crate::net::Trouble;
use crate::router::{HandOverProblem, RouterReport};
use crate::setup::input::Choice;
use crate::setup::plan::HandOverBy;
use crate::setup::state::Given;
use crate::setup::view::Shown;

pub fn buttons(c: &mut Cases) {
    for by in [HandOverBy::Service, HandOverBy::Person] {
        for twin in [false, true] {
            let name = format!("{by:?}, twin {twin}");
            let agree = [Choice::OpenPush, Choice::Back];
            c.add("push-consent", name.clone(), &agree, Shown::PushConsent { by, twin });
            let press = [Choice::PressedPrinter, Choice::NoPushKey, Choice::Back];
            c.add("push-printer", name, &press, Shown::PushPrinter { by, twin });
        }
        for name in ["HP OfficeJet Pro 6830", "HP DeskJet 3755", "HP Tango", "HP ENVY 9999"] {
            let press = [Choice::PressedPrinter, Choice::NoPushKey, Choice::Back];
            let shown = Shown::PushPrinter { by, twin: false };
            c.add("push-printer", format!("{name}, {by:?}"), &press, shown).printer = Some(model(name));
        }
    }
    c.add("push-starting", "starting", &[Choice::Back], Shown::PushStarting { clock: clock(110) });
    c.add("push-starting", "no clock", &[Choice::Back], Shown::PushStarting { clock: None });
    at_router(c);
}

fn at_router(c: &mut Cases) {
    let done = [Choice::PressedRouter, Choice::PushAgain, Choice::Back];
    let shown =
        |router: Option<RouterReport>, instead| Shown::PushRouter { clock: clock(100), router, instead };
    c.add("push-router", "nothing known", &done, shown(None, None));
    c.add("push-router", "OpenWrt", &done, shown(Some(openwrt()), None));
    for vendor in ["asus", "avm_fritzbox", "netgear", "openwrt"] {
        c.add("push-router", vendor, &done, shown(Some(of_vendor(vendor)), None));
    }
    let trouble = Some(Trouble::CertificateChanged);
    let changed = RouterReport { trouble, ..of_vendor("asus") };
    c.add("push-router", "certificate changed", &done, shown(Some(changed), None));
    c.add("push-router", "touchscreen", &done, shown(None, None)).printer =
        Some(model("HP OfficeJet Pro 6830"));
    c.add("push-router", "on the printer's Wi-Fi", &done, shown(None, None)).around = there();
    c.add("push-router", "no clock", &done, Shown::PushRouter { clock: None, router: None, instead: None });
    c.hidden();
    for problem in [
        HandOverProblem::NotGranted,
        HandOverProblem::SignInAgain,
        HandOverProblem::WpsOff,
        HandOverProblem::Overlap,
        HandOverProblem::CheckDigit,
    ] {
        c.add("push-router", format!("{problem:?}"), &done, shown(Some(openwrt()), Some(problem)));
        if problem != HandOverProblem::NotGranted {
            c.hidden();
        }
    }
    c.troubles("push-router", &done, |t| shown(Some(openwrt()), Some(HandOverProblem::Trouble(t))));
    c.hidden();
}

pub fn start_printer(c: &mut Cases) {
    let start = [Choice::Started, Choice::Back];
    let unsure = TROUBLES.map(Given::Unsure);
    for (at, given) in [Given::Taken, Given::Told].into_iter().chain(unsure).enumerate() {
        for (name, printer) in [("touchscreen", model("HP OfficeJet Pro 6830")), ("any", stranger())] {
            let shown = Shown::StartPrinter { clock: clock(100), given };
            c.add("start-printer", format!("{given:?}, {name}"), &start, shown).printer = Some(printer);
            if at > 2 || (at > 0 && name == "any") {
                c.hidden();
            }
        }
    }
    let over = Shown::StartPrinter { clock: None, given: Given::Taken };
    c.add("start-printer", "no clock", &start, over);
    let panel = [Choice::Entered, Choice::Back];
    for name in ["HP OfficeJet Pro 6830", "HP OfficeJet Pro 8710"] {
        c.add("panel", name, &panel, Shown::AtPanel).printer = Some(model(name));
    }
}
