//! The core's screens in every language, at the widths that terminals have.

use std::time::Duration;

use inkjoin::guide::texts::{Direction, direction, tags};
use inkjoin::guide::{Guide, Screen, Secrets};
use inkjoin::identity::{Identity, Label, Mark};
use inkjoin::knowledge::Knowledge;
use inkjoin::knowledge::families::{PinOrder, PinPlace};
use inkjoin::net::{LocalAddr, Trouble};
use inkjoin::pin::{PinProblem, WpsPin};
use inkjoin::ports::PortError;
use inkjoin::printer::{NoPage, NoPin, NotOurs, PinOffer};
use inkjoin::router::{RouterKind, RouterReport, Takes};
use inkjoin::setup::Choice;
use inkjoin::setup::evidence::{Hint, Proof};
use inkjoin::setup::input::{Around, SessionOutcome};
use inkjoin::setup::plan::{Circumstances, HandOverBy, PinShown, PrinterWays, RouterWays, Way, plan};
use inkjoin::setup::state::{AddressProblem, Blink, Given, HowToCheck, Reason, Sheet, SignInTrouble, Then};
use inkjoin::setup::view::{Card, Clock, Road, Shown, View};
use inkjoin::time::Moment;

use super::super::{isolated, stripped};
use super::*;

const NOW: u64 = 1_000_000;

fn card(number: u32) -> Card {
    let model = Label::new("HP LaserJet Pro M1217nfw");
    let identity = Identity { serial: Mark::new("CN00001234"), model: model.clone(), ..Identity::default() };
    Card { number, name: Label::new("The printer in the attic, behind the second door"), model, identity }
}

fn router() -> RouterReport {
    RouterReport {
        at: LocalAddr::parse("192.168.1.1:8080").unwrap(),
        kind: RouterKind::Unknown,
        encrypted: false,
        device_pin: Takes::AfterSignIn,
        push_button: Takes::Unknown,
        trouble: Some(Trouble::CertificateChanged),
        vendor: Some("asus".to_owned()),
    }
}

fn ends() -> Vec<Shown> {
    let at = LocalAddr::parse("192.168.1.23").unwrap();
    let reasons = [
        Reason::WrongPin,
        Reason::PinTooOld,
        Reason::PrinterNotStarted,
        Reason::PinNotUsed,
        Reason::PushNobodyCame,
        Reason::AnotherCame,
        Reason::PushTooLate,
        Reason::Overlap,
        Reason::CancelledElsewhere,
        Reason::PrinterTimedOut,
        Reason::PrinterGaveUp,
        Reason::WpsOff,
        Reason::RouterRefusedPin,
        Reason::Router(Trouble::CertificateChanged),
    ];
    let checks = [
        HowToCheck::RouterSaysSuccess,
        HowToCheck::LookAtPrinter,
        HowToCheck::Passphrase,
        HowToCheck::PhoneWasAway,
    ];
    let ended = |outcome| Shown::Ended { outcome, open_until: Some(Moment(NOW + 50_000)) };
    let failed = |(at, reason)| Shown::Failed { reason, times: 2, push: at > 4, read: at == 0, peer: None };
    let mut all: Vec<Shown> = reasons.into_iter().enumerate().map(failed).collect();
    all.extend(checks.map(|check| Shown::Unknown { check }));
    let proof = Proof::PrinterAnswered { at, ssid: Some(Label::new("Home")) };
    all.push(Shown::Joined { proof, sheet: Sheet::Printed });
    all.extend([Shown::Leftover { until: None }, Shown::Closing]);
    all.extend([ended(SessionOutcome::Cancelled), ended(SessionOutcome::AlreadyOnline)]);
    all
}

fn ways() -> [Shown; 2] {
    let plan = |tells, not_granted: bool| {
        let takes = Takes::AfterSignIn;
        let ways = RouterWays { device_pin: takes, push: takes, page: Takes::Yes, trouble: None };
        let printer = PrinterWays { tells, shows: PinShown::Known, push: true, panel: !not_granted };
        let (home, pin_not_granted, push_not_granted) = (true, not_granted, not_granted);
        let around = Circumstances { home, pin_not_granted, push_not_granted, ..Circumstances::default() };
        plan(&printer, ways, around)
    };
    let all = plan(PinOffer::Resource { path: "/p".into() }, false);
    [Shown::Ways { plan: all }, Shown::Ways { plan: plan(PinOffer::Unknown(Trouble::Status(503)), true) }]
}

fn everything_shown() -> Vec<Shown> {
    let clock = Some(Clock { ends_at: Moment(NOW + 90_000), total: Duration::from_secs(120) });
    let searching = |printers, nothing_found, trouble, problem| Shown::Searching {
        printers,
        nothing_found,
        trouble,
        problem,
        near: 2,
        no_ble: None,
        again: problem.is_some(),
    };
    let waiting = |hint, slow: bool| Shown::Waiting {
        clock,
        slow,
        walk_over: slow,
        word: None,
        overdue: slow,
        seen: slow,
        hint,
        cable: true,
        panel: false,
    };
    let pin = |digits| WpsPin::parse(digits).unwrap();
    let mut all = vec![
        searching(vec![], false, None, None),
        searching(vec![], true, None, None),
        searching(vec![], true, Some(PortError::PermissionMissing), None),
        searching(vec![card(1), card(2)], false, None, Some(NotOurs::Trouble(Trouble::TimedOut))),
        Shown::Address { problem: Some(AddressProblem::NotLocal) },
        Shown::Asking,
        Shown::AlreadyOnline { wifi: true, sheet: Sheet::Failed(NoPage::Busy), again: true },
        Shown::AlreadyOnline { wifi: false, sheet: Sheet::No, again: false },
        Shown::Learning,
        Shown::SignIn {
            router: Some(router()),
            problem: Some(SignInTrouble::Interrupted),
            then: Then::Push,
            clock,
        },
        Shown::SignIn { router: None, problem: None, then: Then::Undo, clock: None },
        Shown::SigningIn,
        Shown::ReadingPin,
        Shown::TypePin {
            place: PinPlace::Display,
            why: Some(NoPin::Empty),
            problem: Some(PinProblem::Length { found: 7 }),
            sheet: Sheet::Printed,
            only: false,
            order: PinOrder::StartBefore,
            by: HandOverBy::Person,
        },
        Shown::Digits { four: pin("0017"), eight: pin("00000017"), clock },
        Shown::SendingPin { clock },
        Shown::RouterPage {
            pin: Some(pin("12345670")),
            clock,
            router: Some(router()),
            instead: None,
            not_granted: true,
            general: true,
        },
        waiting(None, true),
        waiting(Some(Hint { key: "k".into(), name: Label::new("HP LaserJet 42") }), false),
    ];
    all.extend(doors(clock));
    all.extend(pushes(clock));
    all.extend(ways());
    all.extend(ends());
    all
}

fn doors(clock: Option<Clock>) -> [Shown; 7] {
    [
        Shown::Start,
        Shown::ComputerAsks,
        Shown::WentOffline,
        Shown::WhichOne { card: card(1), others: vec![card(2)], blink: Blink::Done },
        Shown::Moving,
        Shown::Hop { to_setup: true, by_port: false, clock: None },
        Shown::Hop { to_setup: false, by_port: false, clock },
    ]
}

fn pushes(clock: Option<Clock>) -> [Shown; 8] {
    let by = HandOverBy::Service;
    [
        Shown::PushConsent { by, twin: true },
        Shown::PushPrinter { by, twin: true },
        Shown::PushStarting { clock },
        Shown::PushRouter { clock, router: Some(router()), instead: None },
        Shown::StartPrinter { clock, given: Given::Taken },
        Shown::AtPanel,
        Shown::PrinterReport { clock },
        Shown::Told { pin: None, clock },
    ]
}

fn screens(tag: &str) -> Vec<Screen> {
    let (guide, knowledge) = (Guide::new(tag).unwrap(), Knowledge::embedded().unwrap());
    let choices = [
        Choice::Printer(1),
        Choice::Printer(2),
        Choice::TypeAddress,
        Choice::Ask,
        Choice::SignIn,
        Choice::CannotSignIn,
        Choice::UsePin,
        Choice::ReadAgain,
        Choice::Entered,
        Choice::Connect,
        Choice::Back,
    ];
    let choices: Vec<Choice> = choices.into_iter().chain(Way::ALL.map(Choice::Way)).collect();
    let draw = |shown| {
        let around = Around { vpn: true, ..Around::default() };
        let view = View {
            id: "any",
            shown,
            choices: choices.clone(),
            printer: Some(card(1)),
            around,
            road: Road::default(),
        };
        guide.draw(&view, knowledge, &mut Secrets::default(), Moment(NOW))
    };
    everything_shown().into_iter().map(draw).collect()
}

/// What is open at the end of a line.
fn open(line: &str) -> (usize, usize) {
    let count = |marks: &[char]| line.matches(marks).count();
    let isolates = count(&['\u{2066}', '\u{2067}', '\u{2068}']) - count(&['\u{2069}']);
    (isolates, count(&['\u{202a}', '\u{202b}', '\u{202d}', '\u{202e}']) - count(&['\u{202c}']))
}

#[test]
fn no_line_of_any_screen_in_any_language_is_wider_than_the_terminal() {
    for tag in tags() {
        let (words, screens) = (Words::new(tag).unwrap(), screens(tag));
        assert_eq!(words.direction(), direction(tag));
        for columns in [40, 80, 120] {
            let look = Look::new(columns, false, &words, &reveal).clock(false, NOW);
            for drawn in &screens {
                let mut lines = screen(drawn, &look);
                lines.extend(look.say(&words.get(crate::words::HELP)));
                lines.extend(look.say(&words.more(1, 3)));
                assert!(lines.len() > 5 && !stripped(&lines.concat()).contains('\u{202e}'));
                for line in lines {
                    assert!(display_width(&line) <= columns.min(80), "{tag}, {columns}: {line:?}");
                    assert_eq!(open(&line), (0, 0), "{tag}: {line:?}");
                    assert!(display_width(&isolated(&line)) <= columns.min(80), "marks take no room");
                    let marked = line != stripped(&line);
                    assert!(!marked || direction(tag) == Direction::Rtl, "{tag}: {line:?}");
                }
            }
        }
    }
}

#[test]
fn a_text_that_is_cut_is_seen_in_the_accented_language() {
    let words = Words::new("en-XA").unwrap();
    let look = Look::new(40, false, &words, &reveal).clock(false, NOW);
    for drawn in screens("en-XA") {
        let text = screen(&drawn, &look).join("\n");
        assert_eq!(text.matches('⟦').count(), text.matches('⟧').count(), "{text}");
    }
}

#[test]
fn names_digits_and_addresses_stand_apart_in_a_line_from_right_to_left() {
    let words = Words::new("ar-XB").unwrap();
    let look = Look::new(80, false, &words, &reveal);
    let said = screen(&super::everything(), &look).join("\n");
    assert!(
        said.contains("\u{2068}1234 5670\u{2069}") && said.contains("\u{2068}http://192.168.1.1/"),
        "{said:?}"
    );
    let printers = screen(&fake::find(&["Study"]), &look).join("\n");
    assert!(printers.contains("[1] \u{2068}Study\u{2069} ("), "{printers:?}");
}

#[test]
fn questions_are_a_list_and_no_steps() {
    let words = Words::new("de").unwrap();
    let look = Look::new(80, false, &words, &reveal);
    let said = |shown: &dyn Fn(&Shown) -> bool| {
        let at = everything_shown().iter().position(shown).unwrap();
        screen(&screens("de")[at], &look).join("\n")
    };
    let nothing = said(&|shown| matches!(shown, Shown::Searching { nothing_found: true, .. }));
    assert!(
        nothing.contains("\n  - Ist der Drucker eingeschaltet") && !nothing.contains("Schritt"),
        "{nothing}"
    );
    let page = said(&|shown| matches!(shown, Shown::RouterPage { .. }));
    assert!(page.contains("\n  Schritt 1: Öffnen Sie") && page.contains("\n  Schritt 5: "), "{page}");
}
