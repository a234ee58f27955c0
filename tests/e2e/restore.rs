//! Each state killed as a crash does it, and started again against the same printer and router. The table is committed
//! and is the one of `core/src/setup/README.md`, seen.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod harness;

use harness::{House, Person, Walk, in_room};
use serde_json::json;

/// The screen where it is killed, how it is reached, and what keeps it there.
struct Case {
    at: &'static str,
    scene: &'static str,
    speed: u32,
    /// A request that is not answered, so that the state lasts.
    silent: Option<&'static str>,
    /// Choices by screen, where the usual one would lead elsewhere.
    choices: &'static [(&'static str, &'static str)],
}

const fn case(at: &'static str) -> Case {
    Case { at, scene: "laserjet-pin", speed: 2, silent: None, choices: &[] }
}

const BY_PAGE: &[(&str, &str)] = &[("ways", "way:read:page")];
const TYPED: &[(&str, &str)] = &[("ways", "way:typed:page")];

const CASES: &[Case] = &[
    case("find"),
    Case { choices: &[("find", "type-address")], ..case("address") },
    Case { silent: Some("printer.identity"), ..case("asking") },
    case("already-online"),
    Case { silent: Some("router.list"), ..case("learning") },
    case("ways"),
    case("sign-in"),
    Case { silent: Some("router.login"), ..case("signing-in") },
    Case { silent: Some("printer.pin"), ..case("reading-pin") },
    Case { choices: TYPED, ..case("type-pin") },
    Case { silent: Some("router.pin"), ..case("sending-pin") },
    Case { choices: BY_PAGE, ..case("router-page") },
    Case { scene: "wpa3-only", speed: 1, ..case("waiting") },
    case("joined"),
    Case { scene: "router-wps-off", ..case("failed") },
    Case { scene: "wpa3-only", speed: 60, ..case("unknown") },
    Case { scene: "wpa3-only", speed: 1, silent: Some("router.cancel"), ..case("closing") },
];

#[test]
fn each_state_killed_and_started_again() {
    in_room("each_state_killed_and_started_again", || {
        let rows: Vec<String> = CASES.iter().map(row).collect();
        insta::assert_snapshot!("restore", rows.join("\n"));
    });
}

fn row(case: &Case) -> String {
    let house = House::serve(case.scene, case.speed);
    let (test, address) = (format!("restore-{}", case.at), house.address());
    let walk = || Walk::of(&test, &address).speed(case.speed);
    let mut person = Person::start(walk().keeping_state()).expect("in a room");
    if let Some(at) = case.silent {
        house.ask(&json!({"do": "fault", "at": at, "knob": "silent"}));
    }
    reach(&mut person, case);
    person.kill();
    house.ask(&json!({"do": "clear"}));
    let mut again = Person::start(walk().going_on()).expect("in a room");
    let transient = ["asking", "learning", "reading-pin"];
    again.wait_until("a screen that stays", |p| !p.at().is_empty() && !transient.contains(&p.at()));
    let came_back = again.at().to_owned();
    let first = again.first_notice();
    again.say(r#"{"cancel":true}"#);
    let ended = again.ended();
    let state = house.ask(&json!({"do": "state"}));
    assert_eq!(state["unexpected_writes"], 0, "{state}");
    format!("{} | {came_back} | {first} | then cancelled: {}", case.at, ended.kind())
}

fn reach(person: &mut Person, case: &Case) {
    let closing = case.at == "closing";
    for _ in 0..20 {
        let stays = |p: &Person| p.at() == case.at || (closing && p.at() == "waiting");
        person.wait_until(case.at, |p| stays(p) || p.way_on(case.choices).is_some());
        if person.at() == case.at {
            return;
        }
        if stays(person) {
            person.say(r#"{"cancel":true}"#);
            person.screen(case.at);
            return;
        }
        let (choice, needs) = person.way_on(case.choices).unwrap();
        let answers: Vec<(String, String)> = needs.iter().map(|f| (f.clone(), person.default(f))).collect();
        let answers: Vec<(&str, &str)> = answers.iter().map(|(f, t)| (f.as_str(), t.as_str())).collect();
        let before = person.newest["revision"].clone();
        person.choose(&choice, &answers);
        person.wait_until(case.at, |p| p.newest["revision"] != before);
    }
    panic!("{} is not reached; at {}", case.at, person.at());
}

trait Reading {
    fn way_on(&self, choices: &[(&str, &str)]) -> Option<(String, Vec<String>)>;
    fn first_notice(&self) -> String;
}

impl Reading for Person {
    /// The choice of the case at this screen, else the usual one.
    fn way_on(&self, choices: &[(&str, &str)]) -> Option<(String, Vec<String>)> {
        let all = self.newest["choices"].as_array()?;
        let wanted = choices.iter().find(|(screen, _)| *screen == self.at()).map(|(_, choice)| *choice);
        let choice = match wanted {
            Some(id) => all.iter().find(|c| c["id"] == id)?,
            None => all.iter().find(|c| c["role"] == "primary")?,
        };
        let needs = choice["needs"].as_array().into_iter().flatten();
        Some((
            choice["id"].as_str()?.to_owned(),
            needs.filter_map(|f| f.as_str().map(str::to_owned)).collect(),
        ))
    }

    fn first_notice(&self) -> String {
        let blocks = self.newest["blocks"].as_array().into_iter().flatten();
        let notice = blocks.filter(|b| b["kind"] == "notice").find_map(|b| b["text"].as_str());
        notice.map_or_else(|| self.newest["title"].as_str().unwrap_or_default().to_owned(), str::to_owned)
    }
}
