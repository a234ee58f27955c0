//! What holds on every screen, and that none is missing.

use super::*;
use crate::guide::screen::{Act, Settings};
use crate::net::LocalAddr;
use crate::setup::input::Around;

/// The first case of each screen.
fn firsts() -> Vec<cases::Case> {
    let mut ids = BTreeSet::new();
    cases::all().into_iter().filter(|c| c.pictured && ids.insert(c.view.id)).collect()
}

/// Its number; a new kind of view does not compile until it stands here.
fn kind(shown: &Shown) -> usize {
    match shown {
        Shown::Start => 0,
        Shown::ComputerAsks => 1,
        Shown::WentOffline => 2,
        Shown::Searching { .. } => 3,
        Shown::Address { .. } => 4,
        Shown::WhichOne { .. } => 5,
        Shown::Asking => 6,
        Shown::AlreadyOnline { .. } => 7,
        Shown::Moving => 8,
        Shown::Learning => 9,
        Shown::Ways { .. } => 10,
        Shown::Hop { .. } => 11,
        Shown::SignIn { .. } => 12,
        Shown::SigningIn => 13,
        Shown::ReadingPin => 14,
        Shown::TypePin { .. } => 15,
        Shown::Digits { .. } => 16,
        Shown::Told { .. } => 17,
        Shown::SendingPin { .. } => 18,
        Shown::RouterPage { .. } => 19,
        Shown::StartPrinter { .. } => 20,
        Shown::AtPanel => 21,
        Shown::PushConsent { .. } => 22,
        Shown::PushPrinter { .. } => 23,
        Shown::PushStarting { .. } => 24,
        Shown::PushRouter { .. } => 25,
        Shown::Waiting { .. } => 26,
        Shown::PrinterReport { .. } => 27,
        Shown::Joined { .. } => 28,
        Shown::Failed { .. } => 29,
        Shown::Unknown { .. } => 30,
        Shown::Leftover { .. } => 31,
        Shown::Closing => 32,
        Shown::Ended { .. } => 33,
        Shown::CertificateChanged { .. } => 34,
    }
}

#[test]
fn every_kind_of_view_is_drawn() {
    let drawn: BTreeSet<_> = cases::all().iter().map(|c| kind(&c.view.shown)).collect();
    assert_eq!(drawn, (0..35).collect());
}

#[test]
fn german_has_its_pictures_too() {
    let guide = Guide::new("de").unwrap();
    let screens = firsts();
    let one = |case: &cases::Case| {
        format!("== {}: {}\n{}\n", case.view.id, case.name, render::text(&draw(&guide, &case.view)))
    };
    insta::assert_snapshot!("german", screens.iter().map(one).collect::<String>());
}

/// Screen by screen, what is said first on another network.
#[test]
fn where_the_phone_is_is_said_where_it_matters() {
    let guide = guide();
    let home = Around::HOME;
    let away = Around { home: false, ..home };
    let mut table = String::new();
    for case in firsts() {
        let plain = draw(&guide, &View { around: home, ..case.view.clone() });
        for (name, around) in [
            ("VPN", Around { vpn: true, ..home }),
            ("mobile", Around { mobile: true, ..away }),
            ("away", away),
            ("printer's Wi-Fi", Around { setup: Some(LocalAddr::setup()), ..away }),
        ] {
            let screen = draw(&guide, &View { around, ..case.view.clone() });
            let added = screen.blocks.len() - plain.blocks.len();
            assert_eq!(screen.blocks[added..], plain.blocks, "{}: {name}", case.view.id);
            assert_eq!(screen.choices, plain.choices);
            for block in &screen.blocks[..added] {
                let Block::Notice { text, .. } = block else { panic!("{block:?}") };
                table += &format!("{} | {name} | {text}\n", case.view.id);
            }
        }
    }
    insta::assert_snapshot!("networks", table);
}

/// No link, notice or paragraph stands twice on one screen.
#[test]
fn nothing_is_said_twice() {
    let guide = guide();
    for case in cases::all() {
        let screen = draw(&guide, &case.view);
        let mut seen = Vec::new();
        for block in &screen.blocks {
            assert!(!seen.contains(&block), "{}: {}: {block:?}", case.view.id, case.name);
            seen.push(block);
        }
    }
}

/// What can be opened is on the screen: a link of its own, or settings that it speaks of.
#[test]
fn what_can_be_opened_belongs_to_the_screen() {
    let guide = guide();
    let mut acts = BTreeSet::new();
    for case in cases::all() {
        let screen = draw(&guide, &case.view);
        let links =
            |to: &String| screen.blocks.iter().any(|b| matches!(b, Block::Link { url, .. } if url == to));
        match &screen.act {
            Some(Act::OpenUrl { url }) => assert!(links(url) && case.view.around.home, "{}", case.name),
            Some(Act::OpenSettings { page: Settings::Wifi }) => {
                assert!(matches!(case.view.shown, Shown::Hop { by_port: false, .. }), "{}", case.name);
            }
            Some(Act::OpenSettings { page: Settings::LocalNetwork }) => assert_eq!(case.view.id, "find"),
            None => assert_ne!((case.view.id, case.name.as_str()), ("router-page", "asus")),
        }
        acts.extend(screen.act.map(|act| serde_json::to_string(&act).unwrap()));
    }
    let settings: Vec<_> = acts.iter().filter(|a| a.contains("settings")).collect();
    let wanted =
        ["local_network", "wifi"].map(|page| format!(r#"{{"kind":"open_settings","target":"{page}"}}"#));
    assert_eq!(settings, wanted.iter().collect::<Vec<_>>());
    assert!(acts.contains(r#"{"kind":"open_url","target":"https://192.168.1.1/"}"#));
}

/// Whoever waits is told how long at most, by a clock or in words.
#[test]
fn every_wait_says_how_long() {
    let guide = guide();
    for case in cases::all() {
        let screen = draw(&guide, &case.view);
        let waits = screen.blocks.iter().any(|b| matches!(b, Block::Progress { .. }));
        let clock = screen.blocks.iter().any(|b| matches!(b, Block::Clock { .. }));
        let told = ["second", "minute", "no hurry"].iter().any(|word| screen.spoken.contains(word));
        let goes_on = matches!(
            case.view.shown,
            // Nobody has to wait there: there is something to choose.
            Shown::Searching { .. }
                | Shown::WhichOne { .. }
                | Shown::AlreadyOnline { .. }
                | Shown::TypePin { .. }
                | Shown::Joined { .. }
        );
        assert!(!waits || clock || told || goes_on, "{}: {}", case.view.id, case.name);
    }
}
