//! Every fault knob at every request of the chain: a typed reason in bounded time, none hanging. The table is committed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod harness;

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use harness::{Person, Walk, word};
use serde_json::Value;

/// The requests of the chain, in their order.
const PHASES: [&str; 9] = [
    "printer.identity",
    "printer.tree",
    "printer.adapters",
    "router.list",
    "router.login",
    "router.access",
    "printer.pin",
    "router.pin",
    "router.status",
];
const KNOBS: [&str; 21] = [
    "slow",
    "silent",
    "401",
    "403",
    "404",
    "405",
    "500",
    "truncated",
    "wrong-type",
    "gzip",
    "reset",
    "redirect-away",
    "endless",
    "huge",
    "deep",
    "entities",
    "not-utf8",
    "asleep",
    "self-signed",
    "certificate-changed",
    "address-changed",
];
/// Walks at once: they mostly wait.
const SIDE_BY_SIDE: usize = 12;
/// In real time, at ten or twenty times its speed.
const LONGEST: Duration = Duration::from_secs(25);

#[test]
fn every_knob_in_every_phase_ends_in_a_reason() {
    let scene = include_str!("../lab/scenes/laserjet-pin.toml");
    let folder = tempfile::tempdir().unwrap();
    let todo: Mutex<Vec<(usize, usize)>> =
        Mutex::new((0..PHASES.len()).flat_map(|p| (0..KNOBS.len()).map(move |k| (p, k))).rev().collect());
    let rows: Mutex<BTreeMap<(usize, usize), String>> = Mutex::default();
    std::thread::scope(|threads| {
        for _ in 0..SIDE_BY_SIDE {
            threads.spawn(|| {
                while let Some((p, k)) = { todo.lock().unwrap().pop() } {
                    let file = folder.path().join(format!("{p}-{k}.toml"));
                    // As the knob is meant, it hangs up at the very moment when the longest try ends.
                    let ms = if KNOBS[k] == "asleep" { "ms = 4000\n" } else { "" };
                    let fault = format!("\n[[fault]]\nat = \"{}\"\nknob = \"{}\"\n{ms}", PHASES[p], KNOBS[k]);
                    let mut scene = scene.replacen("[expect]", &format!("{fault}\n[expect]"), 1);
                    // What is granted is asked only where the sign-in did not tell it.
                    if PHASES[p] == "router.access" {
                        scene = scene.replacen("[router]", "[router]\ntells_grants = false", 1);
                    }
                    std::fs::write(&file, scene).unwrap();
                    let begun = Instant::now();
                    let Some(row) =
                        walk(&format!("fault-{}-{}", PHASES[p], KNOBS[k]), file.to_str().unwrap())
                    else {
                        return;
                    };
                    assert!(begun.elapsed() < LONGEST, "{} {}: {:?}", PHASES[p], KNOBS[k], begun.elapsed());
                    rows.lock().unwrap().insert((p, k), row);
                }
            });
        }
    });
    let rows = rows.into_inner().unwrap();
    if rows.is_empty() {
        return;
    }
    assert_eq!(rows.len(), PHASES.len() * KNOBS.len());
    let table: String =
        rows.iter().map(|((p, k), row)| format!("{} | {} | {row}\n", PHASES[*p], KNOBS[*k])).collect();
    insta::assert_snapshot!("knob_by_phase", table);
}

/// Goes on as a person would until something is told or it is over: the screen and what it says.
fn walk(test: &str, scene: &str) -> Option<String> {
    // Slow enough for certificates and endless answers on a busy machine; what is waited out afterwards is faster.
    let waits = test.contains("router.pin") || test.contains("router.status");
    let speed = if waits { 20 } else { 10 };
    let mut person = Person::start(Walk::of(test, scene).speed(speed))?;
    let mut way = String::new();
    let said = loop {
        person.wait_until("a screen that asks", |p| {
            !matches!(
                p.at(),
                "" | "asking" | "learning" | "signing-in" | "reading-pin" | "sending-pin" | "waiting"
            ) && (p.at() != "find" || card(&p.newest).is_some())
        });
        let (id, problem) = (person.at().to_owned(), problem(&person.newest));
        if problem.is_some()
            && id != "already-online"
            && id != "ways"
            && (id != "sign-in" || field_problem(&person.newest).is_some() || error(&person.newest))
        {
            break format!("{id}: {}", problem.unwrap_or_default());
        }
        let before = person.newest["revision"].clone();
        match id.as_str() {
            "start" => person.choose("begin", &[]),
            "find" => person.choose(&card(&person.newest).unwrap(), &[]),
            "already-online" => person.choose("connect", &[]),
            "ways" => {
                way = withheld(&person.newest).map_or_else(String::new, |why| format!("ways: {why} "));
                let usual = person.choices()[0].to_owned();
                person.choose(&usual, &[]);
            }
            "sign-in" => {
                let (user, password) = (person.default("user"), person.default("password"));
                person.choose("sign-in", &[("user", &user), ("password", &password)]);
            }
            _ => {
                break format!(
                    "{id}: {}",
                    problem.unwrap_or_else(|| person.newest["title"].as_str().unwrap().to_owned())
                );
            }
        }
        person.wait_until("an answer to the choice", |p| p.newest["revision"] != before);
    };
    person.say(r#"{"cancel":true}"#);
    let ended = person.ended();
    assert!(ended.status.is_some_and(|s| (0..=3).contains(&s)), "{test}: {ended:?}");
    Some(format!("{way}{said}"))
}

fn card(screen: &Value) -> Option<String> {
    screen["choices"]
        .as_array()?
        .iter()
        .filter_map(|c| c["id"].as_str())
        .find(|id| id.starts_with("printer:"))
        .map(str::to_owned)
}

/// Why the way in which nothing is carried by hand is not offered.
fn withheld(screen: &Value) -> Option<String> {
    let details = blocks(screen).find_map(|b| b["details"].as_array())?;
    details
        .iter()
        .find(|d| d["name"] == word("choice-way-read-router"))
        .and_then(|d| d["value"].as_str().map(str::to_owned))
}

fn blocks(screen: &Value) -> impl Iterator<Item = &Value> {
    screen["blocks"].as_array().into_iter().flatten()
}

fn field_problem(screen: &Value) -> Option<String> {
    blocks(screen).find_map(|b| b["problem"].as_str().map(str::to_owned))
}

fn error(screen: &Value) -> bool {
    blocks(screen).any(|b| b["level"] == "error")
}

/// The first thing that stands out.
fn problem(screen: &Value) -> Option<String> {
    let notice = blocks(screen).find(|b| b["kind"] == "notice").and_then(|b| b["text"].as_str());
    field_problem(screen).or_else(|| notice.map(str::to_owned))
}
