//! Widths, and how each kind of block looks.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod locales;

use inkjoin::guide::screen::{Announce, Block, Detail, Level, Role, Step, StepLight};
use inkjoin::knowledge::families::{Colour, Pattern};
use inkjoin::secret::Secret;
use textwrap::core::display_width;

use super::wrap::{clean, fit, hang};
use super::{Look, changes, screen, usable};
use crate::fake;
use crate::words::Words;

const SAMPLES: [&str; 6] = [
    "Inkjoin asks the printer for its PIN, gives it to the router and then waits until the printer itself answers over the Wi-Fi.",
    "プリンターの無線ランプが青く点滅するまで、無線ボタンを三秒間押し続けてください。それからここに戻ってください。",
    "http://192.168.1.20:8080/hp/device/info_configuration/with-a-path-that-is-longer-than-any-terminal-is-wide/and-longer.html",
    "اضغط على زر الشبكة اللاسلكية لمدة ثلاث ثوانٍ حتى يومض الضوء الأزرق، ثم عد إلى هنا واكتب الرقم 1234 5670 في صفحة جهاز التوجيه.",
    "👩‍👩‍👧‍👦 e\u{301}e\u{301}e\u{301} ünïcödé — 漢字 mixed with words, again and again, again and again, again and again",
    "",
];

fn english() -> Words {
    Words::new("en").unwrap()
}

fn reveal(id: u64) -> Option<Secret> {
    (id == 7).then(|| Secret::new("12345670"))
}

fn every_block() -> Vec<Block> {
    let light = StepLight {
        colour: Colour::Blue,
        pattern: Pattern::Blinking,
        words: "the wireless light blinks blue".into(),
    };
    let step = |text: &str, light, usually| Step {
        text: text.into(),
        icon: "hold".into(),
        keys: Vec::new(),
        light,
        usually,
    };
    let detail = |name: &str, value: &str| Detail { name: name.into(), value: value.into() };
    vec![
        fake::text(SAMPLES[0]),
        Block::Steps {
            steps: vec![
                step(
                    "Hold the wireless key for at least three seconds, until the light beside it begins to blink.",
                    Some(light),
                    false,
                ),
                step("Open the menu “Network”, then “Wi-Fi Protected Setup”.", None, true),
            ],
        },
        Block::Pin { secret_id: 7, label: "The printer's WPS PIN".into() },
        Block::Pin { secret_id: 8, label: "Another one".into() },
        Block::Clock {
            ends_at_ms: 118_000,
            total_ms: 120_000,
            marks: Vec::new(),
            label: "Until the printer stops looking".into(),
        },
        Block::Light {
            name: "wireless".into(),
            colour: Colour::Blue,
            pattern: Pattern::Steady,
            words: "the wireless light is steady blue".into(),
        },
        fake::notice(Level::Info, "The printer answers slowly."),
        fake::notice(
            Level::Warning,
            "The way to this router is not encrypted. Somebody else on your network could read the password.",
        ),
        fake::notice(Level::Error, "The router did not accept this."),
        Block::Link {
            url: "http://192.168.1.1/cgi-bin/luci/admin/network/wireless".into(),
            label: "The router's page".into(),
        },
        Block::Progress { what: "Looking".into(), done: 0, of: 0 },
        Block::Progress { what: "Asking".into(), done: 2, of: 3 },
        Block::Details { details: vec![detail("Address", "192.168.1.20"), detail("Router", SAMPLES[0])] },
    ]
}

fn everything() -> inkjoin::guide::Screen {
    let choices = vec![
        fake::choice("entered", "It is in the router's page now", Role::Primary),
        fake::choice("read-again", "Get a fresh PIN", Role::Secondary),
        fake::choice("back", "Back to the ways", Role::Back),
    ];
    fake::screen("router-page", "Type the PIN into your router's page", every_block(), choices)
}

fn drawn(screen_: &inkjoin::guide::Screen, columns: usize, colour: bool) -> Vec<String> {
    screen(screen_, &Look::new(columns, colour, &english(), &reveal).clock(false, 0))
}

#[test]
fn every_block_has_its_drawing() {
    insta::assert_snapshot!("every_block", drawn(&everything(), 80, false).join("\n"));
}

#[test]
fn printers_are_numbered_choices() {
    let one = drawn(&fake::find(&["Study"]), 80, false).join("\n");
    let two = drawn(&fake::find(&["Study", "Cellar"]), 80, false).join("\n");
    insta::assert_snapshot!("printers", format!("{one}\n{two}"));
}

#[test]
fn no_line_is_wider_than_the_terminal_or_80_columns() {
    for columns in [0, 3, 20, 33, 79, 80, 81, 200] {
        let width = usable(columns);
        for sample in SAMPLES {
            let mut screen = everything();
            screen.title = sample.to_owned();
            screen.blocks.extend([fake::text(sample), fake::notice(Level::Warning, sample)]);
            screen.choices.push(fake::choice("x", sample, Role::Primary));
            let detail = Detail { name: sample.to_owned(), value: sample.to_owned() };
            screen.blocks.push(Block::Details { details: vec![detail] });
            for line in drawn(&screen, columns, false) {
                assert!(display_width(&line) <= width, "{columns}: {line:?}");
            }
        }
    }
}

#[test]
fn wrapping_keeps_every_character_in_its_order() {
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    for sample in SAMPLES {
        for width in [20, 40, 80] {
            assert_eq!(bare(&hang("  ", sample, width).join("\n")), bare(sample));
        }
    }
}

#[test]
fn what_a_device_says_moves_no_cursor() {
    assert_eq!(clean("a\u{1b}[2Jb\u{7}\u{9b}c\td\ne"), "a[2Jbc d\ne");
    assert_eq!(fit("one line\nno other", 100), "one lineno other");
    assert_eq!(fit("漢字漢字", 5), "漢字");
    let mut screen = everything();
    screen.title = "\u{1b}]0;evil\u{7}HP".to_owned();
    assert!(!drawn(&screen, 80, false).join("").contains('\u{1b}'));
}

#[test]
fn colours_come_only_when_wanted() {
    let coloured = drawn(&everything(), 80, true).join("\n");
    assert!(coloured.contains("\u{1b}[1mType the PIN") && coloured.contains("\u{1b}[33mWarning:"));
    assert!(
        coloured.lines().all(|line| line.matches('\u{1b}').count() % 2 == 0),
        "each colour ends on its line"
    );
}

#[test]
fn of_a_new_revision_only_what_changed_is_printed() {
    let english = english();
    let look = Look::new(80, false, &english, &reveal).clock(false, 0);
    let before = fake::sign_in(None);
    let same = changes(&before, &before, &look);
    assert!(same.is_empty(), "{same:?}");

    let mut wrong = fake::sign_in(Some("The router did not accept this name and password."));
    wrong.announce =
        Some(Announce { text: "The router did not accept this name and password.".into(), urgent: true });
    assert_eq!(
        changes(&before, &wrong, &look),
        ["", "Problem: The router did not accept this name and password."]
    );

    let mut told = before.clone();
    told.announce = Some(Announce { text: "The printer is asleep.".into(), urgent: false });
    assert_eq!(changes(&before, &told, &look), ["", "The printer is asleep."]);
    assert!(changes(&told, &told.clone(), &look).is_empty(), "said once");

    let more = changes(&fake::find(&["Study"]), &fake::find(&["Study", "Cellar"]), &look).join("\n");
    insta::assert_snapshot!("another_printer", more);
}

#[test]
fn a_clock_that_is_drawn_anew_is_no_news() {
    let english = english();
    let look = Look::new(80, false, &english, &reveal).clock(false, 0);
    assert!(changes(&fake::waiting(120_000), &fake::waiting(119_000), &look).is_empty());
}

#[test]
fn marks_are_said_once_and_only_the_latest() {
    let clock = super::Clock::of(&fake::waiting(120_000)).unwrap();
    assert_eq!(clock.due(0, 59_999), None);
    assert_eq!(clock.due(59_999, 60_000), Some("Until the printer stops looking: 1 minute left".to_owned()));
    assert_eq!(clock.due(60_000, 89_999), None);
    assert_eq!(
        clock.due(50_000, 100_000),
        Some("Until the printer stops looking: 30 seconds left".to_owned())
    );
    assert_eq!(clock.line(1), "2:00  Until the printer stops looking");
    assert_eq!(clock.line(200_000), "0:00  Until the printer stops looking");
    assert_eq!(clock.spoken(59_000, &english()), "Until the printer stops looking: 1 minute 1 second left");
}

#[test]
fn a_pin_that_would_scroll_away_stands_above_the_choices_again() {
    let pin = Block::Pin { secret_id: 7, label: "WPS PIN".into() };
    let page = |texts: usize| {
        let blocks = std::iter::once(pin.clone()).chain((0..texts).map(|_| fake::text("Look.")));
        let entered = fake::choice("entered", "It is in the router", Role::Primary);
        drawn(&fake::screen("router-page", "Type it", blocks.collect(), vec![entered]), 80, false)
    };
    assert_eq!(page(2).join("\n").matches("1234 5670").count(), 1);
    let long = page(9);
    let last = long.iter().rposition(|line| line == "WPS PIN: 1234 5670").unwrap();
    assert!(long.len() - last < 22);
}

#[test]
fn what_the_only_printer_adds_is_no_news() {
    let english = english();
    let look = Look::new(80, false, &english, &reveal).clock(false, 0);
    let mut marked = fake::find(&["Study"]);
    if let Some(Block::Printers { printers }) = marked.blocks.first_mut() {
        printers[0].marks.clear();
    }
    assert!(changes(&marked, &fake::find(&["Study"]), &look).is_empty());
    assert!(!changes(&fake::find(&["Cellar"]), &fake::find(&["Study"]), &look).is_empty());
}
