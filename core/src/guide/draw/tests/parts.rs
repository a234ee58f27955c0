//! Languages, secrets, lengths and news.

use super::*;
use crate::guide::screen::Level;
use crate::pin::WpsPin;

#[test]
fn lengths_are_said_in_minutes_and_seconds() {
    let texts = Texts::new("en").unwrap();
    let said = |seconds| words::length(&texts, std::time::Duration::from_secs(seconds));
    assert_eq!(
        [1, 30, 60, 61, 120, 150].map(said),
        ["1 second", "30 seconds", "1 minute", "1 minute 1 second", "2 minutes", "2 minutes 30 seconds"]
    );
}

#[test]
fn a_language_that_is_not_there_gives_english() {
    for locale in ["en", "en-GB", "EN_us", "tlh", "", "%%%"] {
        let title = draw(&Guide::new(locale).unwrap(), &cases::all()[0].view).title;
        assert_eq!(title, "What would you like to do?");
    }
    fn crosses_threads<T: Send + Sync>(_: &T) {}
    crosses_threads(&guide());
}

#[test]
fn secrets_keep_their_number_and_only_the_newest_stay() {
    let pin = |n: u32| WpsPin::parse(&format!("{n:04}")).unwrap();
    let mut secrets = Secrets::default();
    let first = secrets.keep(&pin(1));
    assert_eq!((first, secrets.keep(&pin(1)), secrets.keep(&pin(2))), (1, 1, 2));
    assert_eq!(secrets.reveal(first), Some(pin(1)));
    for n in 3..=9 {
        secrets.keep(&pin(n));
    }
    assert_eq!((secrets.reveal(1), secrets.reveal(2), secrets.reveal(99)), (None, Some(pin(2)), None));
    assert_eq!(secrets.keep(&pin(1)), 10, "a number is never given again");
    assert!(!format!("{secrets:?}").contains("0002"));
}

#[test]
fn the_first_cause_is_the_one_that_fits_the_road() {
    let all = cases::all();
    let first = |locale: &str, id: &str, name: &str| {
        let case = all.iter().find(|c| c.view.id == id && c.name == name).unwrap();
        let screen = Guide::new(locale).unwrap().draw(&case.view, knowledge(), &mut Secrets::default(), NOW);
        let steps = screen.blocks.iter().find_map(|b| match b {
            Block::Steps { steps } => Some(steps[0].text.clone()),
            _ => None,
        });
        steps.unwrap()
    };
    assert!(first("en", "unknown", "RouterSaysSuccess").contains("WPA3"));
    assert!(
        first("en", "unknown", "LookAtPrinter").contains("light blink"),
        "over the service it says itself"
    );
    for way in ["way:typed:page", "way:push:hand"] {
        let named = |vendor| format!("by hand, {way}, {vendor}");
        for id in ["unknown", "failed"] {
            assert!(
                first("en", id, &named("None")).starts_with("Is WPS switched on in the router? It is often")
            );
        }
        let fritz = named("Some(\"avm_fritzbox\")");
        assert!(
            first("en", "unknown", &fritz)
                .contains("FRITZ!Box the switch is under “Wi-Fi > Security > WPS > WPS active”")
        );
        assert!(
            first("de", "unknown", &fritz)
                .contains("„WLAN > Sicherheit > WPS-Schnellverbindung > WPS aktiv“")
        );
    }
}

#[test]
fn news_is_what_is_new_to_the_person() {
    let guide = guide();
    let cases = cases::all();
    let by = |id: &str, name: &str| {
        draw(&guide, &cases.iter().find(|c| c.view.id == id && c.name == name).unwrap().view)
    };
    let (begun, one, nothing) = (by("find", "just begun"), by("find", "one"), by("find", "nothing found"));
    assert_eq!(announce(&one, &one), None);
    let found = announce(&begun, &one).unwrap();
    assert!(found.text.contains("One HP printer") && !found.urgent, "{found:?}");
    assert!(announce(&begun, &nothing).unwrap().text.contains("No HP printer"));
    let problem = announce(&by("address", "empty"), &by("address", "no address")).unwrap();
    assert!(problem.urgent && problem.text.starts_with("That is no address"), "{problem:?}");
    let named = |name: &str| by("waiting", name);
    let (calm, slow) = (named("None "), named("None slow"));
    assert!(announce(&calm, &slow).unwrap().text.contains("15 seconds"));
    let later = Screen {
        blocks: calm.blocks.iter().filter(|b| !matches!(b, Block::Clock { .. })).cloned().collect(),
        ..calm.clone()
    };
    assert_eq!((announce(&calm, &later), announce(&later, &calm)), (None, None), "a clock is no news");
    let by_name = |id: &str, name: &str| announce(&by(id, "just tapped"), &by(id, name)).unwrap().text;
    assert_eq!(by_name("which-one", "asked to blink"), "It is being asked to blink.");
    assert!(by_name("which-one", "blinks").contains("making itself noticed"));
    let page = |sheet: &str| by("type-pin", &format!("page, {sheet}"));
    assert!(announce(&page("No"), &page("Asking(#1)")).unwrap().text.contains("print the page"));
    assert!(announce(&page("Asking(#1)"), &page("Printed")).unwrap().text.contains("it prints the page"));
    let hop = |by_whom: &str| by("to-printer-wifi", &format!("{by_whom}, any"));
    let by_hand = announce(&hop("by the system"), &hop("by hand")).unwrap();
    assert!(by_hand.text.contains("Open the Wi-Fi settings"), "{by_hand:?}");
    assert!(begun.blocks.iter().all(|b| !matches!(b, Block::Notice { level: Level::Error, .. })));
}
