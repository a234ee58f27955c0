//! Every message of every language: the same keys, the same values put in, and none left untranslated.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod layouts;
mod scan;

use super::*;
use scan::{Message, scan};

/// The messages of a language's files, by file.
fn messages(tag: &str) -> Vec<Message> {
    let (_, files) = CORE.iter().find(|(known, _)| *known == tag).unwrap();
    files.iter().flat_map(|file| scan(file)).collect()
}

fn translations() -> impl Iterator<Item = &'static str> {
    CORE.iter().skip(1).map(|(tag, _)| *tag)
}

/// Every combination of what a message selects by; each other value is its own name in digits and signs.
fn arguments(message: &Message) -> Vec<Vec<(String, FluentValue<'static>)>> {
    let mut all = vec![Vec::new()];
    for name in &message.variables {
        let values: Vec<FluentValue<'static>> = match message.selectors.get(name) {
            Some(cases) if cases.contains("one") => [0, 1, 2, 5, 21].map(FluentValue::from).into(),
            Some(cases) => cases.iter().map(|case| case.clone().into()).collect(),
            None => vec![value(name).into()],
        };
        let longer = |args: &Vec<_>| {
            let args = args.clone();
            values
                .iter()
                .map(move |value| [args.clone(), vec![(name.clone(), value.clone())]].concat())
                .collect()
        };
        all = all.iter().flat_map(|args| -> Vec<_> { longer(args) }).collect();
    }
    all
}

/// Something that no transformation may touch, and that stands in no message.
fn value(name: &str) -> String {
    format!("<Aey {name}>")
}

/// The message with every combination of values; no error is allowed.
fn formatted(texts: &Texts, message: &Message) -> Vec<String> {
    let one = |args: Vec<(String, FluentValue<'static>)>| {
        let args: FluentArgs<'_> = args.into_iter().collect();
        let (text, errors) = format(&texts.own, &message.key, &args).unwrap();
        assert!(errors.is_empty(), "{}: {}: {errors:?}", texts.tag(), message.key);
        texts.made.whole(text)
    };
    arguments(message).into_iter().map(one).collect()
}

#[test]
fn the_nearest_language_is_taken() {
    for (wanted, tag) in [
        ("en", "en"),
        ("en-GB", "en"),
        ("EN_us", "en"),
        ("de", "de"),
        ("de-AT", "de"),
        ("de-Latn-CH-1996", "de"),
        ("DE_de", "de"),
        ("en-xa", "en-XA"),
        ("ar_XB", "ar-XB"),
        ("ar", "en"),
        ("deu", "en"),
        ("tlh", "en"),
        ("", "en"),
        ("-", "en"),
        ("%%%", "en"),
    ] {
        assert_eq!((negotiate(wanted), Texts::new(wanted).unwrap().tag()), (tag, tag), "{wanted}");
    }
    assert_eq!(negotiate(&"de-".repeat(1_000_000)), "en");
    let directions: Vec<_> = tags().map(|tag| Texts::new(tag).unwrap().direction()).collect();
    assert_eq!(directions, [Direction::Ltr, Direction::Ltr, Direction::Ltr, Direction::Rtl]);
}

#[test]
fn all_languages_have_the_same_messages_values_and_choices_between_them() {
    let english = messages("en");
    let keys = |messages: &[Message]| messages.iter().map(|m| m.key.clone()).collect::<Vec<_>>();
    for tag in translations() {
        let own = messages(tag);
        let missing: Vec<_> = english.iter().filter(|m| !own.iter().any(|o| o.key == m.key)).collect();
        assert!(missing.is_empty(), "not in {tag}: {:?}", missing.iter().map(|m| &m.key).collect::<Vec<_>>());
        assert_eq!(keys(&own), keys(&english), "{tag}: the same files, the same order");
        for (message, en) in own.iter().zip(&english) {
            assert_eq!(message.variables, en.variables, "{tag}: {}", en.key);
            assert_eq!(message.selectors, en.selectors, "{tag}: {}", en.key);
            assert_eq!(message.references, en.references, "{tag}: {}", en.key);
        }
    }
}

#[test]
fn every_message_is_whole_in_every_language() {
    let english = messages("en");
    for tag in tags() {
        let texts = Texts::new(tag).unwrap();
        for message in &english {
            for text in formatted(&texts, message) {
                assert!(!text.trim().is_empty() && !text.contains(['{', '}']), "{tag}: {}", message.key);
            }
        }
    }
}

#[test]
fn a_message_that_a_translation_lacks_comes_in_english() {
    const FILES: &Files = &[
        ("en", &["a = One\nb = Two { $x }\nc = Three\nd = See { c }"]),
        ("de", &["a = Eins\nb = Zwei { $y }\nd = Siehe { c }"]),
    ];
    let texts = Texts::of("de-AT", FILES).unwrap();
    let x = [("x", "x".into())];
    let said = |key| texts.get(key, &x);
    assert_eq!(["a", "b", "c", "d", "e"].map(said), ["Eins", "Two x", "Three", "See Three", ""]);
    assert!(texts.has("c") && !texts.has("e"));
    assert!(Texts::of("de", &[("en", &["a = "]), ("de", &[])]).is_err(), "damaged");
}

/// What stands in German quotation marks: words of a menu, or of another message.
fn unquoted(text: &str) -> String {
    let pieces = text.split('„').enumerate();
    let outside = pieces.map(|(at, piece)| match piece.split_once('“') {
        Some((_, rest)) if at > 0 => rest,
        _ => piece,
    });
    outside.collect()
}

#[test]
fn german_is_german() {
    const ENGLISH: [&str; 22] = [
        "the", "and", "you", "your", "is", "are", "of", "with", "that", "this", "printer", "to", "for", "it",
        "be", "has", "from", "then", "wi-fi", "wifi", "wireless", "password",
    ];
    // Not one of the project's words, or of the other side of the Atlantic.
    const WRONG: [&str; 8] =
        ["Passwort", "Schlüssel", "Knopf", "Ethernet", "LED", "Gateway", "du ", "Access Point"];
    let (texts, english) = (Texts::new("de").unwrap(), Texts::new("en").unwrap());
    for message in messages("en") {
        for (text, en) in formatted(&texts, &message).into_iter().zip(formatted(&english, &message)) {
            let name = message.key.starts_with("key-") || message.selectors.is_empty() && !en.contains(' ');
            let own_words =
                message.variables.iter().fold(en.clone(), |text, name| text.replace(&value(name), ""));
            assert!(
                name || text != en
                    || message.key == "spoken-link"
                    || !own_words.contains(char::is_alphabetic),
                "{}: {text}",
                message.key
            );
            assert_eq!(text.matches('„').count(), text.matches('“').count(), "{}: {text}", message.key);
            assert!(!text.contains(['"', '”', '\'', '’']), "{}: {text}", message.key);
            let bare =
                message.variables.iter().fold(unquoted(&text), |text, name| text.replace(&value(name), ""));
            for word in WRONG {
                assert!(!bare.contains(word), "{}: {word}: {text}", message.key);
            }
            let words = bare.split(|c: char| !c.is_alphanumeric() && c != '-').map(str::to_lowercase);
            let left: Vec<_> = words.filter(|w| ENGLISH.contains(&w.as_str())).collect();
            assert!(left.is_empty() || name, "{}: {left:?}: {text}", message.key);
        }
    }
}
