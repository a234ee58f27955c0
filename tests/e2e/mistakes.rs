//! What goes wrong in front of the screen: at each screen the next one is a right one. The tables are committed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod harness;
#[path = "mistakes/typed.rs"]
mod typed;

use std::time::Duration;

use harness::{PASSING, Person, SCREENS, Visit, language, table};
use serde_json::{Value, json};

/// Slow enough to be quicker than the clocks.
const SPEED: u32 = 4;
/// So that the longest clock, of four minutes, is soon over.
const FAST: u32 = 40;
/// Longer than the longest clock.
const LONG: Duration = Duration::from_millis(7_000);
/// Until the world stands still for as long as a language is changed twice.
const TRIES: usize = 10;
/// Screens on which a clock runs, or something is looked for.
const CLOCKS: [&str; 15] = [
    "find",
    "to-printer-wifi, to meet it",
    "coming-home, to learn",
    "sign-in",
    "digits",
    "to-printer-wifi, to read",
    "coming-home, to give",
    "your-pin",
    "router-page",
    "start-printer",
    "panel",
    "push-router",
    "waiting, push",
    "printer-report",
    "leftover",
];

#[test]
fn a_slip_at_each_screen() {
    let lasting: Vec<_> = SCREENS.iter().filter(|(name, _)| !PASSING.contains(name)).collect();
    let kinds = ["not offered, resumed, back", "pressed twice", "changes the language", "left alone"];
    let all = lasting.iter().flat_map(|(name, _)| kinds.map(|kind| format!("{name} | {kind}")));
    let waits =
        |row: &String| !row.ends_with("left alone") || CLOCKS.contains(&row.split(" | ").next().unwrap());
    let names: Vec<String> = all.filter(waits).collect();
    let row = |at: usize| {
        let (name, kind) = names[at].split_once(" | ").unwrap();
        let reach = lasting.iter().find(|(known, _)| *known == name).unwrap().1;
        let test: String = names[at].chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
        let speed = if kind == "left alone" { FAST } else { SPEED };
        let mut visit = reach(&format!("mistake-{test}"), speed);
        visit.person.screen(name.split(',').next().unwrap());
        let seen = match kind {
            "pressed twice" => pressed_twice(visit),
            "left alone" => left_alone(visit),
            "changes the language" => changes_the_language(visit),
            _ => not_offered(visit),
        };
        format!("{} | {seen}", names[at])
    };
    if let Some(rows) = table::rows("a_slip_at_each_screen", &names, row) {
        insta::assert_snapshot!("slips", rows.join("\n"));
    }
}

/// Another screen's choice is named as a mistake and changes nothing; nor does leaving the app and coming back.
fn not_offered(mut visit: Visit) -> String {
    visit.person.settled();
    let at = visit.person.at().to_owned();
    let other = ["open-push", "shows-failed"].into_iter().find(|c| !visit.person.choices().contains(c));
    let errors = visit.person.errors.len();
    while visit.person.errors.len() == errors {
        let stale = visit.person.stale;
        visit.person.say(&json!({"choice": other, "answers": {}}).to_string());
        visit.person.wait_until("the mistake", |p| p.errors.len() > errors || p.stale > stale);
    }
    assert_eq!(visit.person.errors[errors]["kind"], "unknown_choice");
    visit.person.say(r#"{"resumed":true}"#);
    assert_eq!(visit.person.settled(), at);
    if !visit.person.choices().contains(&"back") {
        return end(visit, "stays, no way back");
    }
    visit.person.take(&at, "back", &[]);
    let back = stays(&mut visit.person);
    end(visit, &format!("stays, back to {back}"))
}

/// The same line once more: the second one is stale, whatever the first one led to. Where a screen of its own accord came
/// in between, both are, and the person presses again.
fn pressed_twice(mut visit: Visit) -> String {
    visit.person.settled();
    let Some(usual) = visit.person.newest["choices"][0]["id"].as_str().map(str::to_owned) else {
        return end(visit, "nothing to press");
    };
    let (mut stale, errors) = (visit.person.stale, visit.person.errors.len());
    loop {
        let line = json!({
            "choice": usual,
            "answers": {"user": visit.person.default("user"), "password": "wrong", "pin": "12345678", "address": "x"},
            "revision": visit.person.newest["revision"],
        });
        visit.person.say(&line.to_string());
        visit.person.say(&line.to_string());
        let answered = |p: &Person| p.stale > stale || p.errors.len() > errors || p.newest["last"] == true;
        visit.person.wait_until("the second is stale", answered);
        visit.person.settled();
        if visit.person.stale < stale + 2 {
            break;
        }
        stale = visit.person.stale;
    }
    if usual == "done" {
        visit.person.wait_until("the end", |p| p.newest["last"] == true);
    }
    if visit.person.newest["last"] == true {
        return end(visit, &format!("{usual}: over"));
    }
    let what = match visit.person.errors.get(errors) {
        Some(error) => error["kind"].as_str().unwrap().to_owned(),
        None => format!("{} stale", visit.person.stale - stale),
    };
    if usual == "eight-digits" {
        visit.person.screen("joined");
    }
    let next = stays(&mut visit.person);
    end(visit, &format!("{usual}: {what}, {next}"))
}

/// The same screen comes back in the other language and again in the first one, with the same choices, and with what was typed
/// and what was wrong about it; a language that is not there is named as a mistake and changes nothing. Where the world
/// moved on in between, the person tries again.
fn changes_the_language(mut visit: Visit) -> String {
    let person = &mut visit.person;
    if person.at() == "find" {
        person.wait_until("a printer", |p| p.choices().iter().any(|c| c.starts_with("printer:")));
    }
    person.settled();
    let slip = slip(person.at()).filter(|(choice, _)| person.choices().contains(choice));
    if let Some((choice, answers)) = slip {
        let at = person.at().to_owned();
        person.take(&at, choice, answers);
        person.wait_until("what is wrong", |p| p.at() == at && p.says().contains(" / "));
        person.settled();
    }
    let (mine, other) = if language() == "de" { ("de", "en") } else { ("en", "de") };
    for _ in 0..TRIES {
        let before = person.newest.clone();
        let errors = person.errors.len();
        person.say(r#"{"locale":"tlh"}"#);
        person.wait_until("the mistake", |p| p.errors.len() > errors);
        assert_eq!(person.errors[errors], json!({"kind": "unknown_locale"}));
        let [there, back] = [other, mine].map(|tag| {
            let revision = person.newest["revision"].clone();
            person.say(&json!({"locale": tag}).to_string());
            person.wait_until("the other language", |p| p.newest["revision"] != revision);
            person.settled();
            person.newest.clone()
        });
        if words(&before) == words(&back) && bones(&before) == bones(&there) {
            let same = before["title"] == there["title"] || before["spoken"] == there["spoken"];
            assert!(!same && bones(&before) == bones(&back), "{there}");
            let problem =
                |screen: &Value| fields(screen).find_map(|f| f["problem"].as_str().map(str::to_owned));
            assert!(problem(&before).is_none() || problem(&before) != problem(&there), "{there}");
            let mut seen = format!("the same, {other}: {}", there["title"].as_str().unwrap());
            if let Some(("use-pin", answers)) = slip {
                person.take("type-pin", "use-pin", answers);
                seen += &format!(", the PIN typed once more: {}", stays(person));
            }
            return end(visit, &seen);
        }
    }
    panic!("at {} never the same screen in both languages", person.at())
}

/// What a person gets wrong where something is typed.
fn slip(screen: &str) -> Option<(&'static str, &'static [(&'static str, &'static str)])> {
    match screen {
        "address" => Some(("ask", &[("address", "8.8.8.8")])),
        "sign-in" => Some(("sign-in", &[("user", "admin"), ("password", "seven grey herons")])),
        // To be typed twice.
        "type-pin" => Some(("use-pin", &[("pin", "12345670")])),
        _ => None,
    }
}

fn fields(screen: &Value) -> impl Iterator<Item = &Value> {
    screen["blocks"].as_array().into_iter().flatten().filter(|b| b["kind"] == "field")
}

/// What of a screen has no language: its id, the kinds of its blocks, what stands in its fields, its choices.
fn bones(screen: &Value) -> Value {
    let blocks = screen["blocks"].as_array().unwrap().iter();
    let blocks: Vec<_> = blocks
        .map(|b| {
            let problem = b["problem"].is_string();
            json!([b["kind"], b["id"], b["value"], problem, b["secret_id"], b["digits"], b["ends_at_ms"]])
        })
        .collect();
    let choices = screen["choices"].as_array().unwrap().iter();
    let choices: Vec<_> = choices.map(|c| json!([c["id"], c["role"], c["needs"]])).collect();
    json!([screen["id"], screen["act"], blocks, choices])
}

/// What is read on a screen.
fn words(screen: &Value) -> Value {
    json!([screen["title"], screen["spoken"], screen["blocks"], screen["choices"]])
}

/// Nobody does anything for longer than any clock runs.
fn left_alone(mut visit: Visit) -> String {
    visit.person.quiet_for(LONG);
    let next = format!("{}: {}", visit.person.at(), visit.person.newest["title"].as_str().unwrap());
    end(visit, &next)
}

fn stays(person: &mut Person) -> String {
    person.settled();
    person.wait_until("a screen that stays", |p| !PASSING.contains(&p.at()));
    person.settled()
}

fn end(mut visit: Visit, seen: &str) -> String {
    visit.person.say(r#"{"cancel":true}"#);
    let Visit { person, house, .. } = visit;
    let ended = person.ended();
    assert!(ended.status.is_some_and(|s| (0..=3).contains(&s)), "{ended:?}");
    assert_eq!(house.ask(&json!({"do": "state"}))["unexpected_writes"], 0);
    seen.to_owned()
}
