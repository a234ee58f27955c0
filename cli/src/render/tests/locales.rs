//! Screens of the core in every language, at the widths that terminals have.

use std::collections::BTreeSet;
use std::time::Duration;

use inkjoin::guide::texts::{Direction, direction, tags};
use inkjoin::guide::{Guide, Screen, Secrets};
use inkjoin::identity::{Identity, Label, Mark};
use inkjoin::knowledge::Knowledge;
use inkjoin::net::{LocalAddr, Trouble};
use inkjoin::pin::WpsPin;
use inkjoin::printer::{NotOurs, PinOffer};
use inkjoin::router::{RouterKind, RouterReport, Takes};
use inkjoin::setup::Choice;
use inkjoin::setup::evidence::Hint;
use inkjoin::setup::input::Around;
use inkjoin::setup::plan::{Circumstances, PinShown, PrinterWays, RouterWays, Way, plan};
use inkjoin::setup::state::{SignInTrouble, Then};
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

fn ways() -> Shown {
    let takes = Takes::AfterSignIn;
    let router = RouterWays { device_pin: takes, push: takes, page: Takes::Yes, trouble: None };
    let tells = PinOffer::Unknown(Trouble::Status(503));
    let printer = PrinterWays { tells, shows: PinShown::Known, push: true, panel: false };
    let circumstances = Circumstances { home: true, pin_not_granted: true, ..Circumstances::default() };
    Shown::Ways { plan: plan(&printer, router, circumstances) }
}

/// One view at least for each kind of block; every view's words are the business of the guide's own tests.
fn views() -> [Shown; 6] {
    let clock = Some(Clock { ends_at: Moment(NOW + 90_000), total: Duration::from_secs(120) });
    let searching = |printers: Vec<Card>, problem| Shown::Searching {
        nothing_found: printers.is_empty(),
        printers,
        trouble: None,
        problem,
        near: 2,
        no_ble: None,
        again: false,
    };
    // Nobody is led to the page of a router whose certificate has changed.
    let by_hand = Some(RouterReport { trouble: None, ..router() });
    [
        searching(vec![], None),
        searching(vec![card(1), card(2)], Some(NotOurs::Trouble(Trouble::TimedOut))),
        Shown::SignIn {
            router: Some(router()),
            problem: Some(SignInTrouble::Interrupted),
            then: Then::Push,
            by_page: true,
            clock,
        },
        Shown::RouterPage {
            pin: WpsPin::parse("12345670").ok(),
            clock,
            router: by_hand,
            instead: None,
            not_granted: true,
            general: true,
        },
        Shown::Waiting {
            clock,
            slow: true,
            walk_over: false,
            word: None,
            overdue: false,
            seen: true,
            hint: Some(Hint { key: "k".into(), name: Label::new("HP LaserJet 42") }),
            cable: true,
            panel: false,
        },
        ways(),
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
        let around = Around { vpn: true, ..Around::HOME };
        let (choices, printer, road) = (choices.clone(), Some(card(1)), Road::default());
        let view = View { id: "any", shown, choices, printer, around, road };
        guide.draw(&view, knowledge, &mut Secrets::default(), Moment(NOW))
    };
    views().into_iter().map(draw).collect()
}

/// What is open at the end of a line.
fn open(line: &str) -> (usize, usize) {
    let count = |marks: &[char]| line.matches(marks).count();
    let isolates = count(&['\u{2066}', '\u{2067}', '\u{2068}']) - count(&['\u{2069}']);
    (isolates, count(&['\u{202a}', '\u{202b}', '\u{202d}', '\u{202e}']) - count(&['\u{202c}']))
}

#[test]
fn every_kind_of_block_is_there() {
    let kind = |block: &Block| serde_json::to_value(block).unwrap()["kind"].to_string();
    let kinds: BTreeSet<_> = screens("en").iter().flat_map(|s| s.blocks.iter().map(kind)).collect();
    assert_eq!(kinds.len(), 11, "{kinds:?}");
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
        let at = views().iter().position(shown).unwrap();
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
