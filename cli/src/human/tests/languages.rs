//! Changing the language, and lines from right to left.

use super::*;

#[tokio::test]
async fn the_language_is_changed_while_it_runs() {
    let fake = Fake::on(fake::find(&["Study"])).then("printer:1", fake::last());
    let said = walk(&fake, ":lang fr\n:lang de-AT\n9\n1\n", KEYBOARD).await;
    assert!(said.contains("Languages: en, de, en-XA, ar-XB."), "{said}");
    assert_eq!(*fake.signals.borrow(), ["de"]);
    assert_eq!(said.matches("Which printer is it?").count(), 2, "the whole screen comes again: {said}");
    let (before, after) = said.split_once(":lang de speaks German").unwrap();
    assert!(before.contains("Study (Enter)") && after.contains("Study (Eingabetaste)"), "{said}");
    assert!(after.contains("Das ist keine der Möglichkeiten."), "{said}");
}

#[tokio::test]
async fn the_language_can_be_changed_through_a_pipe_too() {
    let fake = Fake::on(fake::find(&["Study"])).then("printer:1", fake::last());
    let said = walk(&fake, ":lang de\n\n", PIPE).await;
    assert!(said.contains("Study (Eingabetaste)"), "{said}");
}

#[tokio::test]
async fn marks_of_direction_come_only_where_a_screen_follows_them() {
    for (tty, marked) in [(KEYBOARD, true), (PIPE, false), (Tty { keyboard: true, ..PIPE }, false)] {
        let fake = Fake::on(fake::find(&["Study"])).then("printer:1", fake::last());
        let said = walk(&fake, ":lang ar-XB\n1\n", tty).await;
        assert_eq!(said.contains('\u{2067}'), marked, "{said:?}");
        assert_eq!(said.contains('\u{202e}'), marked, "{said:?}");
        for line in said.lines() {
            let count = |mark| line.matches(mark).count();
            assert_eq!(count('\u{2067}') + count('\u{2068}'), count('\u{2069}'), "{line:?}");
        }
    }
}

#[test]
fn the_command_is_lang_and_a_tag() {
    let screen = fake::find(&["Study"]);
    for (line, tag) in
        [(":lang de", Some("de")), (" :lang  EN_gb ", Some("en")), (":lang", None), (":lang xx", None)]
    {
        assert_eq!(read(line, &screen), Command::Language(tag), "{line:?}");
    }
    for line in [":language", ":de", "lang de"] {
        assert_eq!(read(line, &screen), Command::Unknown, "{line:?}");
    }
}
