//! What is offered, and changes of network.

use super::{Cases, card, clock, model, sheets};
use crate::net::Trouble;
use crate::printer::PinOffer;
use crate::router::Takes;
use crate::setup::input::Choice;
use crate::setup::plan::{Circumstances, Hop, PinShown, Plan, PrinterWays, RouterWays, Way, plan};
use crate::setup::state::Sheet;
use crate::setup::view::Shown;

pub fn already_online(c: &mut Cases) {
    for sheet in sheets() {
        for (wifi, again) in [(true, false), (true, true), (false, false), (false, true)] {
            let first = if wifi { Choice::Done } else { Choice::Connect };
            let test = matches!(sheet, Sheet::No | Sheet::Failed(_)).then_some(Choice::TestPage);
            let rest = if wifi { [Choice::Move, Choice::OnlyPin] } else { [Choice::OnlyPin, Choice::Done] };
            let choices: Vec<_> = [first].into_iter().chain(test).chain(rest).chain([Choice::Back]).collect();
            let name = format!("{}, again {again}, {sheet:?}", if wifi { "Wi-Fi" } else { "cable" });
            c.add("already-online", name, &choices, Shown::AlreadyOnline { wifi, sheet, again });
            if sheet != Sheet::No && (!wifi || again) {
                c.hidden();
            }
        }
    }
    c.add("moving", "moving", &[Choice::GoOn, Choice::Back], Shown::Moving);
    c.add("learning", "learning", &[Choice::Back], Shown::Learning);
}

pub fn hops(c: &mut Cases) {
    let choices = [Choice::GoOn, Choice::Back];
    for (by_port, by) in [(true, "by the system"), (false, "by hand")] {
        let there = Shown::Hop { to_setup: true, by_port, clock: None };
        for (who, printer) in
            [("any", None), ("LaserJet", Some(card())), ("to be reset", Some(model("HP Tango")))]
        {
            c.add("to-printer-wifi", format!("{by}, {who}"), &choices, there.clone()).printer = printer;
        }
        let home = |clock| Shown::Hop { to_setup: false, by_port, clock };
        c.add("coming-home", by, &choices, home(None));
        c.add("coming-home", format!("{by}, with the PIN"), &choices, home(clock(80)));
    }
}

/// One plan's view.
fn add(c: &mut Cases, name: String, plan: Plan) {
    let ways = plan.offered.iter().map(|(w, _)| Choice::Way(*w));
    let choices: Vec<Choice> = ways.chain([Choice::LookAgain, Choice::Back]).collect();
    c.add("ways", name, &choices, Shown::Ways { plan });
}

const TELLS: fn() -> PinOffer = || PinOffer::Resource { path: "/p".into() };

fn printers() -> Vec<(&'static str, PrinterWays)> {
    let ways = |tells, shows, push, panel| PrinterWays { tells, shows, push, panel };
    vec![
        ("everything", ways(TELLS(), PinShown::Known, true, true)),
        ("tells none", ways(PinOffer::NotOffered, PinShown::Known, true, false)),
        ("not asked", ways(PinOffer::Unknown(Trouble::TimedOut), PinShown::Unproven, true, true)),
        ("nothing", ways(PinOffer::NotOffered, PinShown::None, false, false)),
    ]
}

fn routers() -> Vec<(&'static str, RouterWays)> {
    let ways = |device_pin, push, page, trouble| RouterWays { device_pin, push, page, trouble };
    vec![
        ("takes all", ways(Takes::AfterSignIn, Takes::AfterSignIn, Takes::Yes, None)),
        ("takes none", ways(Takes::No, Takes::No, Takes::No, None)),
        ("unknown", ways(Takes::Unknown, Takes::Unknown, Takes::Unknown, Some(Trouble::TimedOut))),
        ("certificate changed", ways(Takes::Yes, Takes::Yes, Takes::Yes, Some(Trouble::CertificateChanged))),
    ]
}

fn circumstances() -> Vec<(&'static str, Circumstances)> {
    let home = Circumstances { home: true, ..Circumstances::default() };
    vec![
        ("home", home),
        ("away", Circumstances::default()),
        ("not granted", Circumstances { pin_not_granted: true, push_not_granted: true, ..home }),
        ("cannot sign in", Circumstances { cannot_sign_in: true, ..home }),
        ("WPS off", Circumstances { wps_off: true, ..home }),
        ("hop by hand", Circumstances { hop: Hop::ByHand, ..home }),
    ]
}

pub fn ways(c: &mut Cases) {
    for (printer, ways) in printers() {
        for (router, takes) in routers() {
            for (around, circumstances) in circumstances() {
                add(c, format!("{printer}; {router}; {around}"), plan(&ways, takes, circumstances));
                let usual =
                    [("everything", "takes all"), ("not asked", "unknown"), ("nothing", "takes none")];
                let at_home = around == "home" && usual.contains(&(printer, router));
                let special = (printer, router) == ("everything", "takes all");
                let changed = (printer, router, around) == ("tells none", "certificate changed", "home");
                if !(at_home || special || changed) {
                    c.hidden();
                }
            }
        }
    }
    assert!(c.0.iter().any(|c| c.view.choices.len() == Way::ALL.len() + 2), "all ways at once");
}
