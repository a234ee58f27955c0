//! Every view is drawn whole, in words, and with its own choices.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::guide::screen::{Block, Role};
use crate::guide::texts::seen::all_keys;
use crate::setup::input::Choice;

mod cases;
mod family;
mod gallery;
mod laws;
mod parts;
mod render;

use cases::NOW;
use family::{draw_family, every_light, every_step};

fn knowledge() -> &'static Knowledge {
    Knowledge::embedded().unwrap()
}

fn guide() -> Guide {
    Guide::new("en").unwrap()
}

fn draw(guide: &Guide, view: &View) -> Screen {
    guide.draw(view, knowledge(), &mut Secrets::default(), NOW)
}

/// Everything on a screen that a person reads or hears, save what comes from devices.
fn said(screen: &Screen) -> Vec<String> {
    let json = serde_json::to_value(screen).unwrap();
    let mut words = Vec::new();
    collect(&json, "", &mut words);
    words
}

fn collect(value: &serde_json::Value, name: &str, words: &mut Vec<String>) {
    const IDS: [&str; 14] = [
        "id", "kind", "phase", "role", "icon", "colour", "pattern", "level", "input", "choice", "url",
        "needs", "model", "marks",
    ];
    match value {
        serde_json::Value::String(text) if !IDS.contains(&name) => words.push(text.clone()),
        serde_json::Value::Array(all) => all.iter().for_each(|v| collect(v, name, words)),
        serde_json::Value::Object(all) => all.iter().for_each(|(k, v)| collect(v, k, words)),
        _ => {}
    }
}

#[test]
fn every_view_has_its_picture() {
    let guide = guide();
    let mut pictures: BTreeMap<&str, String> = BTreeMap::new();
    for case in cases::all().iter().filter(|c| c.pictured) {
        let screen = draw(&guide, &case.view);
        *pictures.entry(case.view.id).or_default() +=
            &format!("== {}\n{}\n", case.name, render::text(&screen));
    }
    for (id, text) in pictures {
        insta::assert_snapshot!(id, text);
    }
}

#[test]
fn what_is_heard() {
    let guide = guide();
    let mut heard = BTreeMap::new();
    for case in cases::all().iter().filter(|c| c.pictured) {
        heard.entry(case.view.id).or_insert_with(|| draw(&guide, &case.view).spoken);
    }
    let text: String = heard.iter().map(|(id, text)| format!("{id}: {text}\n\n")).collect();
    insta::assert_snapshot!("spoken", text);
}

#[test]
fn the_choices_are_the_views_own_in_its_order() {
    let guide = guide();
    for case in cases::all() {
        let screen = draw(&guide, &case.view);
        let drawn: Vec<_> = screen.choices.iter().map(|c| c.id.clone()).collect();
        assert_eq!(drawn, case.view.choices.iter().map(Choice::id).collect::<Vec<_>>(), "{}", case.name);
        for (choice, own) in screen.choices.iter().zip(&case.view.choices) {
            assert_eq!(choice.needs, own.needs().iter().map(|f| f.id()).collect::<Vec<_>>());
            assert_eq!(choice.role == Role::Back, *own == Choice::Back);
            let fields = |id: &String| {
                screen.blocks.iter().any(|b| matches!(b, Block::Field { id: f, .. } if f == id))
            };
            assert!(choice.needs.iter().all(fields), "a field that is needed is not there: {}", case.name);
        }
        assert!(screen.choices.iter().filter(|c| c.role == Role::Primary).count() <= 1, "{}", case.name);
        let consent = |c: &&Choice| matches!(c, Choice::OpenPush);
        let given = case.view.choices.iter().zip(&screen.choices).filter(|(own, _)| consent(own));
        assert!(given.into_iter().all(|(_, c)| c.role != Role::Primary), "consent by habit: {}", case.name);
        assert_eq!(screen.last, case.view.id == "ended");
        let labels: BTreeSet<_> = screen.choices.iter().map(|c| &c.label).collect();
        let unlike = case.view.choices.iter().filter(|c| !matches!(c, Choice::Printer(_))).count();
        assert!(labels.len() >= unlike, "two choices read the same: {}", case.name);
    }
}

#[test]
fn every_screen_is_in_whole_words() {
    let guide = guide();
    for case in cases::all() {
        let screen = draw(&guide, &case.view);
        assert!(!screen.title.is_empty() && !screen.blocks.is_empty(), "{}", case.name);
        for text in said(&screen) {
            assert!(!text.trim().is_empty(), "an empty text: {} {screen:#?}", case.name);
            assert!(!text.contains(['{', '}']) && !text.contains("  "), "{}: {text}", case.name);
            assert!(!all_keys().contains(text.as_str()), "{}: a key is shown: {text}", case.name);
        }
        assert!(!screen.spoken.contains("24681353") && !screen.spoken.contains("2468 1353"));
    }
    let faults = guide.texts.seen.faults.lock().unwrap();
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn two_drawings_are_equal_whenever_they_are_made() {
    let guide = guide();
    for case in cases::all() {
        let mut secrets = Secrets::default();
        let mut at = |now: u64| guide.draw(&case.view, knowledge(), &mut secrets, Moment(now));
        assert_eq!(at(NOW.0), at(NOW.0 + 7_300), "{}", case.name);
    }
}

#[test]
fn every_text_is_used_and_every_text_that_is_used_exists() {
    let guide = guide();
    for case in cases::all() {
        draw(&guide, &case.view);
    }
    for family in [every_step(), every_light()] {
        draw_family(&guide, &family);
    }
    super::words::length(&guide.texts, std::time::Duration::from_secs(90));
    let used = guide.texts.seen.keys.lock().unwrap().clone();
    let known = all_keys();
    // Words of data files: a family that is written later may name any of them.
    let word = |k: &&String| ["key-", "place-", "light-name-"].iter().any(|p| k.starts_with(p));
    let unused: Vec<_> = known.difference(&used).filter(|k| !word(k)).collect();
    assert!(unused.is_empty(), "never used: {unused:?}");
    let missing: Vec<_> = used.difference(&known).collect();
    assert!(missing.is_empty(), "not there: {missing:?}");
}

#[test]
fn nobody_is_sent_to_a_search_engine_or_a_phone_or_told_to_retype() {
    let guide = guide();
    for case in cases::all() {
        for text in said(&draw(&guide, &case.view)) {
            let low = text.to_lowercase();
            for word in ["google", "search engine", "call ", "hotline", "error 18", "enrollee's", "same pin"]
            {
                assert!(!low.contains(word), "{}: {text}", case.name);
            }
        }
    }
}
