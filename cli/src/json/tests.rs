//! The protocol, with hostile lines.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::time::Duration;

use inkjoin::guide::screen::{Block, Role};
use inkjoin::net::{LocalAddr, Trouble};
use inkjoin::setup::evidence::Proof;
use inkjoin::setup::input::SessionOutcome;
use inkjoin::setup::state::{HowToCheck, Reason};
use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::input::{Said, read};
use super::{output, run};
use crate::fake::{self, Fake};
use crate::interrupts::{Ended, Interrupts};
use crate::lines::{LONGEST, Lines};

async fn said(fake: &Fake, lines: impl Into<Vec<u8>>) -> Vec<Value> {
    let (lines, mut out) = (lines.into(), Vec::new());
    let (_interrupt, receiver) = mpsc::unbounded_channel();
    let lines = Lines::of(move || std::io::Cursor::new(lines));
    let mut interrupts = Interrupts::of(receiver);
    let walked = run(fake, lines, &mut out, &mut interrupts);
    let ended = tokio::time::timeout(Duration::from_secs(10), walked).await;
    assert_eq!(ended.unwrap().unwrap(), Ended::Over);
    out.split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_slice(line).unwrap())
        .collect()
}

fn errors(lines: &[Value]) -> Vec<Value> {
    lines.iter().filter_map(|line| line.get("error").cloned()).collect()
}

#[tokio::test]
async fn a_line_for_each_screen_and_a_choice_for_each_line() {
    let fake =
        Fake::on(fake::find(&["Study"])).then("printer:1", fake::sign_in(None)).then("sign-in", fake::last());
    let lines = "{\"choice\":\"printer:1\",\"revision\":1}\n{\"resumed\":true}\n{\"network_changed\":true}\n\
        {\"choice\":\"sign-in\",\"answers\":{\"user\":\"root\",\"password\":\"x\"}}\n";
    let lines = said(&fake, lines).await;
    assert!(errors(&lines).is_empty(), "{lines:?}");
    let ids: Vec<_> = lines.iter().map(|line| line["screen"]["id"].as_str().unwrap()).collect();
    assert_eq!(ids.last(), Some(&"ended"));
    assert_eq!(fake.made.borrow()[1].2.len(), 2);
    assert_eq!(*fake.signals.borrow(), ["resumed", "network_changed"]);
}

#[tokio::test]
async fn the_language_is_changed_and_one_that_is_not_there_changes_nothing() {
    let fake = Fake::on(fake::find(&["Study"])).then("printer:1", fake::last());
    let tags = ["de-AT", "tlh", "", "de\u{0}", &"de-".repeat(1000)];
    let lines: String = tags.iter().map(|tag| json!({ "locale": tag }).to_string() + "\n").collect();
    let lines = said(&fake, lines + "{\"choice\":\"printer:1\"}\n").await;
    assert_eq!(errors(&lines), vec![json!({ "kind": "unknown_locale" }); 4], "the tag is not said back");
    assert_eq!(*fake.signals.borrow(), ["de"]);
    assert_eq!(lines.last().unwrap()["screen"]["id"], "ended", "{lines:?}");
}

#[tokio::test]
async fn hostile_lines_are_mistakes_and_nothing_else() {
    let fake = Fake::on(fake::sign_in(None));
    let deep = format!("{{\"choice\":{}", "[".repeat(60_000));
    let long = format!("{{\"choice\":\"{}\"}}", "x".repeat(LONGEST));
    let wide = "{\"choice\":\"sign-in\",\"answers\":{\"user\":\"\",\"password\":\"".to_owned()
        + &"x".repeat(300)
        + "\"}}";
    let table: [(&[u8], &str); 20] = [
        (b"", "bad_line"),
        (b"hello", "bad_line"),
        (b"\xff\xfe{\"cancel\":true}", "bad_line"),
        (b"\0\0\0", "bad_line"),
        (b"{\"choice\":1}", "bad_line"),
        (b"{\"choice\":\"back\",\"choice\":\"back\"}", "bad_line"),
        (b"{\"choice\":\"back\",\"cancel\":true}", "bad_line"),
        (b"{\"choice\":\"back\",\"revision\":-1}", "bad_line"),
        (b"{\"choice\":\"back\",\"revision\":18446744073709551616}", "bad_line"),
        (b"{\"cancel\":false}", "bad_line"),
        (b"{\"locale\":null}", "bad_line"),
        (b"{\"locale\":[\"de\"]}", "bad_line"),
        (b"{\"locale\":\"de\",\"cancel\":true}", "bad_line"),
        (b"{\"locale\":\"de\",\"revision\":1}", "bad_line"),
        (b"{} {}", "bad_line"),
        (deep.as_bytes(), "bad_line"),
        (long.as_bytes(), "bad_line"),
        (b"{\"choice\":\"no-such-choice\"}", "unknown_choice"),
        (b"{\"choice\":\"sign-in\"}", "missing_answer"),
        (wide.as_bytes(), "too_long"),
    ];
    let mut all = table.iter().flat_map(|(line, _)| [*line, b"\n"].concat()).collect::<Vec<_>>();
    all.extend(b"{\"choice\":\"back\",\"revision\":99}\n");
    let lines = said(&fake, all).await;
    let kinds: Vec<_> =
        errors(&lines).iter().map(|error| error["kind"].as_str().unwrap().to_owned()).collect();
    assert_eq!(kinds, table.map(|(_, kind)| kind.to_owned()));
    assert!(lines.contains(&json!({ "stale": {} })));
    assert_eq!(errors(&lines)[18], json!({ "kind": "missing_answer", "field": "password" }));
    assert_eq!(*fake.signals.borrow(), ["cancel"], "only the end of the input cancels");
}

#[test]
fn a_field_is_only_named_when_it_is_one_of_ours() {
    assert_eq!(super::known("password"), Some("password"));
    assert_eq!(super::known("hunter2"), None);
}

#[test]
fn a_typed_secret_does_not_show_in_debug() {
    let read = read("{\"choice\":\"sign-in\",\"answers\":{\"password\":\"hunter2\"}}");
    assert!(matches!(&read, Some(Said::Choice { .. })) && !format!("{read:?}").contains("hunter2"));
}

#[test]
fn a_pin_is_revealed_beside_its_id() {
    let pin = |secret_id| Block::Pin { secret_id, label: "PIN".into() };
    let screen = fake::screen(
        "router-page",
        "t",
        vec![pin(7), pin(8)],
        vec![fake::choice("back", "Back", Role::Back)],
    );
    let reveal = |id| crate::wizard::Wizard::reveal(&Fake::default(), id);
    let line = output::screen(&screen, reveal);
    assert_eq!(
        line["screen"]["blocks"][0],
        json!({ "kind": "pin", "label": "PIN", "secret_id": 7, "digits": "12345670" })
    );
    assert_eq!(line["screen"]["blocks"][1].get("digits"), None);
    assert_eq!(line["screen"]["choices"], json!([{ "id": "back", "label": "Back", "role": "back" }]));
    assert_eq!(line.as_object().unwrap().len(), 1);
}

#[test]
fn an_outcome_names_neither_address_nor_network() {
    let at = LocalAddr::parse("192.168.1.20").unwrap();
    let ssid = Some(inkjoin::identity::Label::new("Home"));
    let outcomes = [
        SessionOutcome::Joined(Proof::PrinterAnswered { at, ssid }),
        SessionOutcome::Joined(Proof::RouterNamedAndSeen { at }),
        SessionOutcome::Joined(Proof::ConfirmedByPerson),
        SessionOutcome::Failed(Reason::WrongPin),
        SessionOutcome::Failed(Reason::Router(Trouble::Status(500))),
        SessionOutcome::Unknown(HowToCheck::LookAtPrinter),
        SessionOutcome::Informed,
        SessionOutcome::AlreadyOnline,
        SessionOutcome::Cancelled,
    ];
    let lines: Vec<_> = outcomes.iter().map(|outcome| output::outcome(Some(outcome)).to_string()).collect();
    insta::assert_snapshot!("outcomes", lines.join("\n"));
    assert_eq!(output::outcome(None), output::outcome(Some(&SessionOutcome::Cancelled)));
}
