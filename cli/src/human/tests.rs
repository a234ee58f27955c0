//! Walks with typed lines, through a pipe and at a keyboard.
#![allow(clippy::unwrap_used)]

mod languages;
mod parts;

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;
use std::time::Duration;

use inkjoin::guide::screen::Announce;
use inkjoin::secret::Secret;
use tokio::sync::mpsc;

use super::Human;
use super::command::{Command, read};
use crate::fake::{self, Fake};
use crate::interrupts::{Ended, Interrupts};
use crate::lines::Lines;
use crate::tty::Tty;
use crate::wizard::Answers;
use crate::words::Words;

fn english() -> Words {
    Words::new("en").unwrap()
}

#[derive(Clone, Default)]
struct Out(Rc<RefCell<Vec<u8>>>);

impl Out {
    fn text(&self) -> String {
        String::from_utf8(self.0.borrow().clone()).unwrap()
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

const PIPE: Tty = Tty { keyboard: false, cursor: false, colour: false, columns: 0, rows: 0, resizes: false };
const KEYBOARD: Tty =
    Tty { keyboard: true, cursor: true, colour: false, columns: 80, rows: 0, resizes: false };

async fn walk(fake: &Fake, typed: &'static str, tty: Tty) -> String {
    let (out, (_interrupt, receiver)) = (Out::default(), mpsc::unbounded_channel());
    let defaults = Answers::from([("password".to_owned(), Secret::new("lab secret"))]);
    let lines = Lines::of(move || typed.as_bytes());
    let human = Human::new(fake, lines, out.clone(), tty, defaults, english());
    let mut interrupts = Interrupts::of(receiver);
    let walked = human.run(&mut interrupts);
    let ended = tokio::time::timeout(Duration::from_secs(10), walked).await;
    assert_eq!(ended.unwrap().unwrap(), Ended::Over);
    out.text()
}

#[tokio::test]
async fn a_walk_through_a_pipe() {
    let fake =
        Fake::on(fake::find(&["Study"])).then("printer:1", fake::sign_in(None)).then("sign-in", fake::last());
    let said = walk(&fake, "\n1\n\n\n", PIPE).await;
    insta::assert_snapshot!("pipe", said);
    let typed = [("password", "lab secret"), ("user", "root")]
        .map(|(field, text)| (field.to_owned(), text.to_owned()));
    assert_eq!(fake.made.borrow().get(1), Some(&(Some(2), "sign-in".to_owned(), typed.to_vec())));
    assert!(!said.contains("lab secret"));
}

#[tokio::test]
async fn what_is_typed_wrongly_is_said_and_not_repeated() {
    let fake = Fake::on(fake::find(&["Study", "Cellar"])).then("printer:2", fake::last());
    let said = walk(&fake, "\nhunter2\n9\n0\n?\n2\n", KEYBOARD).await;
    assert_eq!(said.matches("That is none of the choices").count(), 3);
    assert_eq!(said.matches("No choice is marked for Enter").count(), 1);
    assert_eq!(said.matches("Which printer is it?").count(), 2, "? shows the screen again");
    assert!(!said.contains("hunter2"));
}

#[tokio::test]
async fn q_and_the_end_of_the_input_cancel_and_the_closing_screen_is_shown() {
    for (typed, tty) in [("q\n", KEYBOARD), ("q\n", PIPE), ("", KEYBOARD), ("", PIPE)] {
        let fake = Fake::on(fake::find(&["Study"]));
        let said = walk(&fake, typed, tty).await;
        assert!(said.contains("Nothing is left open."), "{said}");
        assert_eq!(*fake.signals.borrow(), ["cancel"]);
    }
}

#[tokio::test]
async fn lines_of_a_pipe_wait_for_a_screen_that_asks() {
    let fake =
        Fake::on(fake::find(&["Study"])).then("printer:1", fake::waiting(0)).then("sign-in", fake::last());
    let later = async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        fake.publish(fake::sign_in(None));
    };
    let (said, ()) = tokio::join!(walk(&fake, "\n\n\n\n", PIPE), later);
    let choices: Vec<_> = fake.made.borrow().iter().map(|made| made.1.clone()).collect();
    assert_eq!(choices, ["printer:1", "sign-in"], "{said}");
}

#[tokio::test]
async fn a_choice_that_came_too_late_is_told() {
    let fake = Fake::on(fake::find(&["Study"])).then("printer:1", fake::last());
    fake.stale.set(true);
    let said = walk(&fake, "1\n1\n", KEYBOARD).await;
    assert!(said.contains("This has changed meanwhile."), "{said}");
    assert_eq!(fake.made.borrow().len(), 2);
}

#[tokio::test]
async fn an_answer_that_changes_nothing_shows_the_problem_again() {
    let fake = Fake::on(fake::sign_in(Some("Refused."))).then("back", fake::last());
    let said = walk(&fake, "1\n\nwrong\nback\n", KEYBOARD).await;
    assert_eq!(said.matches("Problem: Refused.").count(), 2, "{said}");
    let wrong = || fake::sign_in(Some("Refused."));
    let fake = Fake::on(wrong()).then("sign-in", wrong()).then("back", fake::last());
    let said = walk(&fake, "1\n\nwrong\n1\n\nwrong\nback\n", KEYBOARD).await;
    assert_eq!(said.matches("Problem: Refused.").count(), 3, "{said}");
}

#[tokio::test]
async fn a_screen_in_the_middle_of_a_password_drops_it() {
    let fake = Fake::on(fake::sign_in(None)).then("back", fake::last());
    let (out, (_interrupt, receiver)) = (Out::default(), mpsc::unbounded_channel());
    let (pipe, mut keyboard) = io::pipe().unwrap();
    let human = Human::new(&fake, Lines::of(move || pipe), out.clone(), KEYBOARD, Answers::new(), english());
    let mut interrupts = Interrupts::of(receiver);
    let person = async {
        keyboard.write_all(b"1\nroot\n").unwrap();
        until(|| out.text().contains("Password")).await;
        fake.publish(fake::waiting(0));
        until(|| out.text().contains("Waiting for the printer")).await;
        keyboard.write_all(b"secret\n1\n").unwrap();
    };
    let (ended, ()) = tokio::join!(human.run(&mut interrupts), person);
    assert_eq!(ended.unwrap(), Ended::Over);
    let said = out.text();
    assert!(said.contains("what was being typed is dropped") && !said.contains("secret"), "{said}");
    assert_eq!(fake.made.borrow().iter().map(|made| made.1.as_str()).collect::<Vec<_>>(), ["back"]);
}

#[tokio::test]
async fn a_new_revision_leaves_the_question_open() {
    let fake = Fake::on(fake::sign_in(None)).then("sign-in", fake::last());
    let (out, (_interrupt, receiver)) = (Out::default(), mpsc::unbounded_channel());
    let (pipe, mut keyboard) = io::pipe().unwrap();
    let human = Human::new(&fake, Lines::of(move || pipe), out.clone(), KEYBOARD, Answers::new(), english());
    let mut interrupts = Interrupts::of(receiver);
    let person = async {
        keyboard.write_all(b"1\n").unwrap();
        until(|| out.text().contains("User name")).await;
        let announce = Some(Announce { text: "30 seconds are left.".into(), urgent: false });
        fake.publish(inkjoin::guide::Screen { announce, ..fake::sign_in(None) });
        until(|| out.text().contains("30 seconds are left.")).await;
        keyboard.write_all(b"admin\nsecret\n").unwrap();
    };
    let (ended, ()) = tokio::join!(human.run(&mut interrupts), person);
    assert_eq!(ended.unwrap(), Ended::Over);
    let typed =
        [("password", "secret"), ("user", "admin")].map(|(field, text)| (field.to_owned(), text.to_owned()));
    assert_eq!(*fake.made.borrow(), [(Some(2), "sign-in".to_owned(), typed.to_vec())]);
}

#[tokio::test]
async fn the_clock_speaks_in_lines_where_the_cursor_stays() {
    for (tty, spoken, drawn) in [(PIPE, 1, 0), (KEYBOARD, 0, 1)] {
        let fake = Fake::on(fake::waiting(120_000));
        let (out, (interrupt, receiver)) = (Out::default(), mpsc::unbounded_channel());
        let (pipe, _keyboard) = io::pipe().unwrap();
        let human = Human::new(&fake, Lines::of(move || pipe), out.clone(), tty, Answers::new(), english());
        let mut interrupts = Interrupts::of(receiver);
        let person = async {
            until(|| out.text().contains("Until the printer")).await;
            fake.now_ms.set(91_000);
            until(|| out.text().contains("30 seconds left") || out.text().contains("0:29")).await;
            interrupt.send(()).unwrap();
        };
        let (ended, ()) = tokio::join!(human.run(&mut interrupts), person);
        assert_eq!(ended.unwrap(), Ended::Over);
        assert_eq!(
            out.text().matches("\nUntil the printer stops looking: 30 seconds left").count(),
            spoken,
            "{}",
            out.text()
        );
        assert_eq!(out.text().matches("\u{1b}7\u{1b}[1A\r0:29").count(), drawn, "{}", out.text());
    }
}

#[tokio::test]
async fn a_second_interrupt_leaves_at_once() {
    struct Deaf(Fake);
    impl crate::wizard::Wizard for Deaf {
        async fn next_screen(&self, after: u64) -> Option<inkjoin::guide::Screen> {
            self.0.next_screen(after).await
        }
        fn choose(
            &self,
            revision: Option<u64>,
            choice: &str,
            answers: &Answers,
        ) -> Result<inkjoin::session::Chosen, inkjoin::session::ChooseError> {
            self.0.choose(revision, choice, answers)
        }
        fn cancel(&self) {}
        fn resumed(&self) {}
        fn network_changed(&self) {}
        fn set_locale(&self, _: &str) -> Result<(), inkjoin::knowledge::KnowledgeError> {
            Ok(())
        }
        fn reveal(&self, _: u64) -> Option<Secret> {
            None
        }
        fn now_ms(&self) -> u64 {
            0
        }
    }
    let (out, (interrupt, receiver)) = (Out::default(), mpsc::unbounded_channel());
    let deaf = Deaf(Fake::on(fake::find(&["Study"])));
    let (pipe, _keyboard) = io::pipe().unwrap();
    let human = Human::new(&deaf, Lines::of(move || pipe), out.clone(), KEYBOARD, Answers::new(), english());
    interrupt.send(()).unwrap();
    interrupt.send(()).unwrap();
    let mut interrupts = Interrupts::of(receiver);
    let ended = tokio::time::timeout(Duration::from_secs(10), human.run(&mut interrupts)).await;
    assert_eq!(ended.unwrap().unwrap(), Ended::Interrupted);
}

#[test]
fn a_line_is_a_number_an_id_enter_or_a_command() {
    let one = fake::find(&["Study"]);
    let take = |id: &str| Command::Choose(id.to_owned());
    let table = [
        ("", take("printer:1")),
        (" 2 ", take("type-address")),
        ("type-address", take("type-address")),
        ("?", Command::Show),
        ("Q", Command::Leave),
        ("0", Command::Unknown),
        ("-1", Command::Unknown),
        ("99999999999999999999999", Command::Unknown),
        ("１", Command::Unknown),
    ];
    for (line, command) in table {
        assert_eq!(read(line, &one), command, "{line:?}");
    }
    assert_eq!(read("", &fake::find(&["Study", "Cellar"])), Command::NoUsual);
}

/// Real time that is given to whatever must happen.
async fn until(happened: impl Fn() -> bool) {
    for _ in 0..1000 {
        if happened() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn a_number_that_the_usual_choice_asks_for_may_be_typed_at_once() {
    let (before, password) = (fake::address(), fake::sign_in(None));
    let filled = Command::Fill { choice: "ask".to_owned(), field: "address".to_owned() };
    assert_eq!(read(" 192.168.1.20 ", &before), filled);
    for (line, screen) in [("99", &before), ("hunter2", &before), ("12345670", &password)] {
        assert_eq!(read(line, screen), Command::Unknown, "{line}");
    }
    let fake = Fake::on(before).then("ask", fake::last());
    let said = walk(&fake, "192.168.1.20\n", KEYBOARD).await;
    let typed = vec![("address".to_owned(), "192.168.1.20".to_owned())];
    assert_eq!(*fake.made.borrow(), [(Some(1), "ask".to_owned(), typed)]);
    assert!(said.contains("Nothing is left open."));
}
