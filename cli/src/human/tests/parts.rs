//! Screens higher than the terminal, and lines longer than it is wide.

use super::*;

const LOW: Tty = Tty { rows: 24, ..KEYBOARD };

fn long() -> inkjoin::guide::Screen {
    let mut screen = fake::find(&["Study"]);
    let texts = (1..=20).map(|n| fake::text(&format!("Paragraph {n}.")));
    screen.blocks = texts.chain(std::mem::take(&mut screen.blocks)).collect();
    screen
}

/// What stands between two prompts, in lines.
fn heights(said: &str) -> Vec<usize> {
    said.split("\n> ").map(|part| part.lines().count()).collect()
}

#[tokio::test]
async fn a_long_screen_comes_in_parts_that_fit() {
    let fake = Fake::on(long()).then("printer:1", fake::last());
    let said = walk(&fake, "\n \n\n", LOW).await;
    assert_eq!(said.matches("Enter shows more").count(), 2, "{said}");
    assert!(said.contains("Part 1 of 3.") && said.contains("Part 2 of 3."), "{said}");
    assert!(heights(&said).iter().all(|height| *height < 24), "{:?}", heights(&said));
    for n in 1..=20 {
        assert_eq!(said.matches(&format!("Paragraph {n}.\n")).count(), 1);
    }
    assert_eq!(fake.made.borrow().len(), 1, "only Enter below the last part takes the usual choice");
}

#[tokio::test]
async fn a_choice_can_be_typed_before_the_last_part_and_a_question_mark_begins_anew() {
    let fake = Fake::on(long()).then("printer:1", fake::last());
    let said = walk(&fake, "\n?\n1\n", LOW).await;
    assert_eq!(said.matches("Paragraph 1.\n").count(), 2, "{said}");
    assert!(!said.contains("[1] Study"), "{said}");
    assert_eq!(fake.made.borrow().len(), 1);
}

#[tokio::test]
async fn where_nobody_can_go_on_all_of_it_comes_at_once() {
    for tty in [PIPE, Tty { keyboard: true, ..PIPE }, Tty { rows: 60, ..KEYBOARD }] {
        let fake = Fake::on(long()).then("printer:1", fake::last());
        let said = walk(&fake, "\n", tty).await;
        assert!(!said.contains("Enter shows more") && said.contains("[1] Study"), "{said}");
    }
}

#[tokio::test]
async fn news_in_the_middle_of_the_parts_begins_anew() {
    let fake = Fake::on(long()).then("back", fake::last());
    let (out, (_interrupt, receiver)) = (Out::default(), mpsc::unbounded_channel());
    let (pipe, mut keyboard) = io::pipe().unwrap();
    let human = Human::new(&fake, Lines::of(move || pipe), out.clone(), LOW, Answers::new(), english());
    let mut interrupts = Interrupts::of(receiver);
    let person = async {
        keyboard.write_all(b"\n").unwrap();
        until(|| out.text().contains("Part 2 of 3.")).await;
        let announce = Some(Announce { text: "Something else.".into(), urgent: false });
        fake.publish(inkjoin::guide::Screen { announce, ..fake::sign_in(Some("Look.")) });
        until(|| out.text().contains("Problem: Look.")).await;
        keyboard.write_all(b"back\n").unwrap();
    };
    let (ended, ()) = tokio::join!(human.run(&mut interrupts), person);
    assert_eq!(ended.unwrap(), Ended::Over);
    assert_eq!(out.text().matches("Part 2").count(), 1, "the rest of the old screen is gone");
}

#[tokio::test]
async fn below_a_clock_what_is_typed_stays_on_one_line() {
    let fake = Fake::on(fake::waiting(120_000)).then("back", fake::last());
    let said = walk(&fake, "back\n", KEYBOARD).await;
    let (off, on) = (said.find("\u{1b}[?7l").unwrap(), said.rfind("\u{1b}[?7h").unwrap());
    assert!(off < on && said.matches("\u{1b}[?7l").count() == said.matches("\u{1b}[?7h").count(), "{said:?}");
    for tty in [PIPE, Tty { keyboard: true, ..PIPE }] {
        let fake = Fake::on(fake::waiting(120_000)).then("back", fake::last());
        assert!(!walk(&fake, "back\n", tty).await.contains('\u{1b}'), "no cursor is moved");
    }
}
