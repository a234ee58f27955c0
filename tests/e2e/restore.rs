//! Each state killed as a crash does it, and started again against the same printer and router. The table is committed
//! and is the one of `core/src/setup/README.md`, seen.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod harness;

use harness::{PASSING, SCREENS, Visit, table};
use serde_json::json;

/// Slow enough to be quicker than the clocks.
const SPEED: u32 = 4;

#[test]
fn each_state_killed_and_started_again() {
    let names: Vec<String> = SCREENS.iter().map(|(name, _)| (*name).to_owned()).collect();
    if let Some(rows) = table::rows("each_state_killed_and_started_again", &names, row) {
        insta::assert_snapshot!("restore", rows.join("\n"));
    }
}

fn row(at: usize) -> String {
    let (name, reach) = SCREENS[at];
    let test: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let mut visit = reach(&format!("restore-{test}"), SPEED);
    visit.person.screen(name.split(',').next().unwrap());
    let mut visit = visit.again();
    visit.house.ask(&json!({"do": "clear"}));
    visit.person.wait_until("a screen that stays", |p| !p.at().is_empty() && !PASSING.contains(&p.at()));
    visit.person.settled();
    visit.person.wait_until("a screen that stays", |p| !PASSING.contains(&p.at()));
    // Who has answered by then is chance.
    let says = if visit.person.at() == "find" { "the search".to_owned() } else { visit.person.says() };
    let came_back = format!("{} | {says}", visit.person.at());
    visit.person.say(r#"{"cancel":true}"#);
    let Visit { person, house, .. } = visit;
    let ended = person.ended();
    assert_eq!(house.ask(&json!({"do": "state"}))["unexpected_writes"], 0);
    format!("{name} | {came_back} | then cancelled: {}", ended.kind())
}

/// A session that is killed, what the person does once it is back, and what it comes to.
type Carried = (&'static str, fn(&mut Visit));

const CARRIED: &[Carried] = &[
    ("sign-in", |v| v.go(&[("sign-in", "sign-in")])),
    ("sending-pin", |v| v.go(&[("sign-in", "sign-in")])),
    ("reading-pin", |v| v.go(&[("sign-in", "sign-in")])),
    ("start-printer", |v| {
        v.go(&[("start-printer", "started")]);
        v.start_printer();
    }),
    ("panel", |v| {
        v.go(&[("panel", "entered")]);
        v.lab(json!({"do": "join", "printer": 0}));
    }),
    ("push-printer, service", |v| {
        v.go(&[("push-consent", "open-push"), ("sign-in", "sign-in"), ("push-printer", "pressed-printer")]);
        v.push_printer();
    }),
    ("push-starting", |v| {
        v.go(&[("sign-in", "sign-in"), ("push-printer", "pressed-printer")]);
        v.push_printer();
    }),
    ("push-router", |v| {
        v.go(&[("push-router", "pressed-router")]);
        v.push_printer();
        v.push_router();
    }),
    ("waiting, push", |v| {
        v.push_printer();
        v.push_router();
    }),
    ("waiting, panel", |v| {
        v.lab(json!({"do": "join", "printer": 0}));
    }),
    ("unknown", |v| {
        v.person.screen("unknown");
        v.lab(json!({"do": "join", "printer": 0}));
    }),
    ("leftover", |v| {
        v.go(&[("leftover", "close-window"), ("sign-in", "sign-in")]);
        v.person.screen("find");
        assert_eq!(v.state()["router"]["pins"], 0);
    }),
];

#[test]
fn a_killed_session_is_carried_to_its_end() {
    let names: Vec<String> = CARRIED.iter().map(|(name, _)| (*name).to_owned()).collect();
    let row = |at: usize| {
        let (name, goes_on) = CARRIED[at];
        let reach = SCREENS.iter().find(|(known, _)| *known == name).unwrap().1;
        let test: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
        let mut visit = reach(&format!("carried-{test}"), SPEED);
        visit.person.screen(name.split(',').next().unwrap());
        let mut visit = visit.again();
        visit.house.ask(&json!({"do": "clear"}));
        goes_on(&mut visit);
        if name != "leftover" {
            visit.person.screen("joined");
        }
        visit.row(name)
    };
    if let Some(rows) = table::rows("a_killed_session_is_carried_to_its_end", &names, row) {
        insta::assert_snapshot!("carried", rows.join("\n"));
    }
}
