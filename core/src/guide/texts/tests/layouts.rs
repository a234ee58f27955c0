//! The two languages made for layouts, over every message.

use super::*;

const MARKS: [char; 5] = ['\u{200f}', '\u{202e}', '\u{202c}', '\u{2068}', '\u{2069}'];

/// The accented text without its accents and second letters, values left alone.
fn undone(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text.strip_prefix('⟦').unwrap().strip_suffix('⟧').unwrap().chars();
    while let Some(c) = rest.next() {
        let known = ('a'..='z')
            .chain('A'..='Z')
            .find(|p| super::super::made::accented(&p.to_string()).starts_with(c));
        plain.push(known.unwrap_or(c));
        if known.is_some_and(|p| "aeiousyAEIOUSY".contains(p)) {
            assert_eq!(rest.next(), Some(c), "{text}");
        }
    }
    plain
}

#[test]
fn accented_texts_are_longer_marked_and_still_say_the_same() {
    let (english, accented) = (Texts::new("en").unwrap(), Texts::new("en-XA").unwrap());
    let (mut before, mut after) = (0, 0);
    for message in messages("en") {
        for (en, xa) in formatted(&english, &message).into_iter().zip(formatted(&accented, &message)) {
            assert_eq!(undone(&xa), en, "{}", message.key);
            for name in message.variables.iter().filter(|name| !message.selectors.contains_key(*name)) {
                assert_eq!(
                    xa.matches(&value(name)).count(),
                    en.matches(&value(name)).count(),
                    "{}",
                    message.key
                );
            }
            let said =
                |text: &str| message.variables.iter().fold(text.to_owned(), |t, n| t.replace(&value(n), ""));
            let letters = |text: &str| said(text).chars().any(|c| c.is_ascii_alphabetic());
            assert!(!letters(&xa), "{}: {xa}", message.key);
            before += said(&en).chars().count();
            after += said(&xa).chars().count();
        }
    }
    let percent = after * 100 / before;
    assert!((135..=145).contains(&percent), "{percent} %");
}

#[test]
fn mirrored_texts_say_the_same_and_every_mark_is_closed() {
    let (english, mirrored) = (Texts::new("en").unwrap(), Texts::new("ar-XB").unwrap());
    for message in messages("en") {
        for (en, xb) in formatted(&english, &message).into_iter().zip(formatted(&mirrored, &message)) {
            assert_eq!(xb.replace(MARKS, ""), en, "{}", message.key);
            let count = |mark: char| xb.matches(mark).count();
            assert_eq!(
                (count('\u{202e}'), count('\u{2068}')),
                (count('\u{202c}'), count('\u{2069}')),
                "{xb:?}"
            );
            for name in message.variables.iter().filter(|name| !message.selectors.contains_key(*name)) {
                let (isolated, bare) = (format!("\u{2068}{}\u{2069}", value(name)), value(name));
                assert!(xb == bare || xb.matches(&bare).count() == xb.matches(&isolated).count(), "{xb:?}");
            }
            let strong = xb.chars().find(|c| c.is_alphabetic() || *c == '\u{200f}' || *c == '\u{2068}');
            assert!(strong.is_some_and(|c| !c.is_alphabetic()) || message.variables.len() == 1, "{xb:?}");
            for line in xb.split(' ') {
                let opened = line.matches('\u{202e}').count();
                assert_eq!(opened, line.matches('\u{202c}').count(), "a word can end a line: {xb:?}");
            }
        }
    }
}

#[test]
fn numbers_and_addresses_keep_their_order() {
    let mirrored = super::super::made::mirrored("type 192.168.1.20, then (WPS).");
    assert_eq!(
        mirrored,
        "\u{200f}\u{202e}type\u{202c}\u{200f} 192.168.1.20, \u{200f}\u{202e}then\u{202c}\u{200f} (\u{200f}\u{202e}WPS\u{202c}\u{200f})."
    );
}
