//! Each scene of the lab, walked by a person through the whole program to its end.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod harness;

use harness::{Ended, Person, Walk, word};
use serde_json::Value;

fn start(test: &str, scene: &str) -> Option<Person> {
    Person::start(Walk::of(test, scene))
}

/// Takes the usual choices up to the screen; what is asked for comes from the lab.
fn walk_to(person: &mut Person, id: &str) -> Value {
    for _ in 0..20 {
        person.wait_until(id, |p| p.at() == id || p.newest["choices"][0]["role"] == "primary");
        if person.at() == id {
            return person.newest.clone();
        }
        let choice = person.newest["choices"][0].clone();
        let answers: Vec<(String, String)> = choice["needs"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(|f| (f.to_owned(), person.default(f)))
            .collect();
        let answers: Vec<(&str, &str)> = answers.iter().map(|(f, t)| (f.as_str(), t.as_str())).collect();
        let before = person.newest["revision"].clone();
        person.choose(choice["id"].as_str().unwrap(), &answers);
        person.wait_until(id, |p| p.newest["revision"] != before);
    }
    panic!("{id} does not come; at {}", person.at());
}

fn printer(person: &Person, what: &str) -> String {
    person.lab["printers"][0][what].as_str().unwrap().to_owned()
}

fn ended_as(ended: &Ended, kind: &str, status: i32) {
    assert_eq!((ended.kind(), ended.status), (kind, Some(status)), "{ended:?}");
}

#[test]
fn the_default_scene_is_joined_by_usual_choices() {
    let Some(person) = Person::start(Walk::of("default_scene", "laserjet-pin").speed(2)) else { return };
    let ended = person.walk();
    ended_as(&ended, "joined", 0);
    assert_eq!(ended.outcome["proof"], "printer_answered");
    for screen in ["already-online", "ways", "sign-in", "waiting", "joined", "ended"] {
        assert!(ended.screens.iter().any(|s| s == screen), "{screen} is missing in {:?}", ended.screens);
    }
}

#[test]
fn a_printer_on_its_setup_network_is_found_by_its_address() {
    let Some(mut person) = start("setup_network", "laserjet-pin-setup") else { return };
    person.take("start", "begin", &[]);
    person.take("find", "type-address", &[]);
    person.screen("address");
    let setup = printer(&person, "setup");
    person.choose("ask", &[("address", &setup)]);
    person.screen("ways");
    ended_as(&person.walk(), "joined", 0);
}

#[test]
fn over_https_the_sign_in_says_that_it_is_encrypted() {
    let Some(mut person) = start("https", "laserjet-pin-https") else { return };
    let screen = walk_to(&mut person, "sign-in");
    assert!(person.told("sign-in-encrypted"), "{screen}");
    ended_as(&person.walk(), "joined", 0);
}

#[test]
fn a_wrong_pin_is_said_and_the_next_attempt_takes_a_fresh_one() {
    let Some(mut person) = start("wrong_pin", "laserjet-wrong-pin") else { return };
    let failed = walk_to(&mut person, "failed");
    assert_eq!(failed["title"], word("reason-wrong-pin-title"));
    person.choose("try-again", &[]);
    // The wait may be over before it is drawn.
    person.wait_until("the next attempt", |p| ["waiting", "joined"].contains(&p.at()));
    let ended = person.walk();
    ended_as(&ended, "joined", 0);
    assert_eq!(
        ended.screens.iter().filter(|s| *s == "sign-in").count(),
        1,
        "signed in once: {:?}",
        ended.screens
    );
}

#[test]
fn a_router_that_grants_nothing_and_whose_page_takes_no_pin_leads_to_the_button() {
    let Some(mut person) = start("no_wrapper", "router-without-wrapper") else { return };
    walk_to(&mut person, "sign-in");
    let sign_in = [("user", person.default("user")), ("password", person.default("password"))];
    person.choose("sign-in", &sign_in.each_ref().map(|(field, text)| (*field, text.as_str())));
    let ways = person.screen("ways");
    assert!(person.told("withheld-not-granted") && person.told("withheld-page-takes-none"), "{ways}");
    assert_eq!(person.choices().first(), Some(&"way:push:router"));
}

#[test]
fn wps_off_is_said_at_once() {
    let Some(mut person) = start("wps_off", "router-wps-off") else { return };
    let failed = walk_to(&mut person, "failed");
    assert!(person.told("reason-wps-off"), "{failed}");
    person.choose("leave", &[]);
    let ended = person.ended();
    ended_as(&ended, "failed", 1);
    assert_eq!(ended.outcome["reason"], "wps_off");
}

#[test]
fn both_sides_say_success_and_it_is_still_not_called_joined() {
    let Some(mut person) = Person::start(Walk::of("wpa3_only", "wpa3-only").speed(40)) else { return };
    let unknown = walk_to(&mut person, "unknown");
    let first_check = unknown["blocks"].as_array().unwrap().iter().find(|b| b["kind"] == "steps").unwrap();
    assert_eq!(first_check["steps"][0]["text"], word("check-wpa3"));
    person.choose("leave", &[]);
    let ended = person.ended();
    ended_as(&ended, "unknown", 2);
    assert_eq!(ended.outcome["check"], "router_says_success");
}

#[test]
fn another_device_at_the_address_is_refused() {
    let Some(mut person) = start("not_a_printer", "not-a-printer") else { return };
    person.take("start", "begin", &[]);
    person.take("find", "type-address", &[]);
    person.screen("address");
    let cable = printer(&person, "cable");
    person.choose("ask", &[("address", &cable)]);
    person.wait_until("a refusal", |p| p.told("problem-another-device"));
    person.say(r#"{"cancel":true}"#);
    ended_as(&person.ended(), "cancelled", 3);
}

#[test]
fn a_printer_that_is_on_the_wifi_is_said_to_be_so() {
    let Some(person) = start("already_online", "already-online") else { return };
    ended_as(&person.walk(), "already_online", 0);
}

#[test]
fn a_typed_pin_is_checked_before_anything_is_sent() {
    let Some(mut person) = start("typed_pin", "laserjet-pin-pages") else { return };
    walk_to(&mut person, "ways");
    person.choose("way:typed:page", &[]);
    person.screen("type-pin");
    let mut sentences = Vec::new();
    for wrong in ["1234567O", "1234567", "12345678", "00000000", "seven grey herons"] {
        let before = person.newest["revision"].clone();
        person.choose("use-pin", &[("pin", wrong)]);
        let screen = person.wait_until("a problem", |p| p.newest["revision"] != before);
        let field =
            screen["blocks"].as_array().unwrap().iter().find(|b| b["kind"] == "field").unwrap().clone();
        sentences.push(field["problem"].as_str().expect("a problem").to_owned());
    }
    let unique: std::collections::BTreeSet<_> = sentences.iter().take(4).collect();
    assert_eq!(unique.len(), 4, "each mistake has a sentence of its own: {sentences:#?}");
    person.choose("use-pin", &[("pin", "1234-5670")]);
    person.wait_until("a question", |p| p.told("problem-pin-example"));
    person.take("type-pin", "use-pin", &[("pin", "12345670")]);
    let page = person.screen("router-page");
    assert!(page.to_string().contains("12345670"));
    person.say(r#"{"cancel":true}"#);
    ended_as(&person.ended(), "cancelled", 3);
}

#[test]
fn a_choice_on_an_old_revision_is_stale_and_hostile_lines_are_named() {
    let Some(mut person) = start("stale", "laserjet-pin-pages") else { return };
    walk_to(&mut person, "ways");
    person.say(r#"{"choice":"back","revision":1}"#);
    person.say(r#"{"choice":"launch-rocket"}"#);
    person.say("not json");
    person.say(r#"{"choice":"way:typed:page"}"#);
    person.screen("type-pin");
    person.say(r#"{"choice":"use-pin","answers":{}}"#);
    person.say(&format!(r#"{{"choice":"use-pin","answers":{{"pin":"{}"}}}}"#, "1".repeat(10_000)));
    person.say(r#"{"cancel":true}"#);
    person.wait_until("the end", |p| p.newest["last"] == true);
    let kinds: Vec<_> = person.errors.iter().map(|e| e["kind"].as_str().unwrap().to_owned()).collect();
    assert_eq!(kinds, ["unknown_choice", "bad_line", "missing_answer", "too_long"]);
    ended_as(&person.ended(), "cancelled", 3);
}

#[test]
fn cancelling_while_the_router_holds_the_pin_takes_it_back() {
    let Some(mut person) = Person::start(Walk::of("cancel", "wpa3-only").speed(1)) else { return };
    walk_to(&mut person, "waiting");
    person.say(r#"{"cancel":true}"#);
    let log = person.log();
    ended_as(&person.ended(), "cancelled", 3);
    assert!(std::fs::read_to_string(log).unwrap().contains(r#"ask="undo""#));
}

#[test]
fn what_could_not_be_taken_back_is_said_kept_and_offered_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("deaf.toml");
    let fault = "[[fault]]\nat = \"router.cancel\"\nknob = \"silent\"\n\n[expect]";
    let scene = include_str!("../lab/scenes/wpa3-only.toml").replacen("[expect]", fault, 1);
    std::fs::write(&file, scene).unwrap();
    let scene = file.to_str().unwrap();
    let Some(mut person) = Person::start(Walk::of("leftover", scene).speed(1).keeping_state()) else {
        return;
    };
    walk_to(&mut person, "waiting");
    person.say(r#"{"cancel":true}"#);
    person.screen("closing");
    person.wait_until("the end", |p| p.newest["last"] == true);
    assert!(person.told("ended-open"), "{}", person.newest);
    ended_as(&person.ended(), "cancelled", 3);
    let mut next = Person::start(Walk::of("leftover", scene).speed(1).going_on()).unwrap();
    next.screen("leftover");
    next.choose("carry-on", &[]);
    next.screen("find");
    next.say(r#"{"cancel":true}"#);
    ended_as(&next.ended(), "cancelled", 3);
}
