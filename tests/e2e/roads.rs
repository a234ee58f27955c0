//! Every road, walked by a person through the whole program, with what the person does at the printer and the router. A
//! road's screens and what it came to are committed as a table.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "roads/found.rs"]
mod found;
mod harness;
#[path = "roads/pin.rs"]
mod pin;

use found::{
    another_wifi, cable_pulled, no_bluetooth, only_pin_shown, only_pin_told, setup_by_hand, setup_by_port,
    test_page, two_same, two_same_late, went_offline,
};
use harness::{Visit, certificate_changed, certificate_changed_at_sign_in, table, word_in};
use pin::{
    display_page, display_service, label_outdated, page_without_pin, printed_page, start_not_said, typed,
};
use serde_json::json;

type Road = (&'static str, fn(&str) -> String);

const ROADS: &[Road] = &[
    ("PIN at the display, Start after, service", display_service),
    ("PIN at the display, Start not said", start_not_said),
    ("PIN at the display, Start after, page", display_page),
    ("PIN on a page that Inkjoin prints", printed_page),
    ("page without PIN, then push", page_without_pin),
    ("label out of date, then a page", label_outdated),
    ("PIN typed after the printer refused it", typed),
    ("push, service", push_service),
    ("push, by hand", push_by_hand),
    ("push, both again", push_again),
    ("passphrase at the panel", panel),
    ("router's new certificate", new_certificate),
    ("router's new certificate, signing in", new_certificate_at_sign_in),
    ("a computer asks", computer_asks),
    ("went offline", went_offline),
    ("no Bluetooth", no_bluetooth),
    ("online, test page", test_page),
    ("online, only the PIN, told", only_pin_told),
    ("online, only the PIN, where it is", only_pin_shown),
    ("online, to another Wi-Fi", another_wifi),
    ("cable pulled", cable_pulled),
    ("setup Wi-Fi by port", setup_by_port),
    ("setup Wi-Fi by hand", setup_by_hand),
    ("two of one model", two_same),
    ("two of one model, known late", two_same_late),
];

#[test]
fn each_road() {
    let names: Vec<String> = ROADS.iter().map(|(name, _)| (*name).to_owned()).collect();
    let row = |at: usize| ROADS[at].1(ROADS[at].0);
    if let Some(rows) = table::rows("each_road", &names, row) {
        insta::assert_snapshot!("roads", rows.join("\n"));
    }
}

fn visit(name: &str, scene: &str) -> Visit {
    let test: String = name.chars().filter(|c| *c != ',').map(|c| if c == ' ' { '-' } else { c }).collect();
    Visit::to(&format!("road-{test}"), scene, 20)
}

fn new_certificate(name: &str) -> String {
    let mut visit = certificate_changed("road-new-certificate", 20);
    for language in ["de", "en", &harness::language()] {
        visit.person.say(&json!({"locale": language}).to_string());
        let title = word_in(language, "certificate-changed-title");
        visit.person.wait_until(&title, |p| p.newest["title"] == title.as_str());
    }
    visit.go(&[("certificate-changed", "trust-router"), ("ways", "way:read:router"), ("sign-in", "sign-in")]);
    visit.person.screen("joined");
    visit.row(name)
}

fn new_certificate_at_sign_in(name: &str) -> String {
    let mut visit = certificate_changed_at_sign_in("road-new-certificate-at-sign-in", 20);
    visit.go(&[("certificate-changed", "trust-router"), ("sign-in", "sign-in")]);
    visit.person.screen("joined");
    visit.row(name)
}

fn push_service(name: &str) -> String {
    let mut visit = visit(name, "push-openwrt");
    visit.by_setup_wifi();
    visit.go(&[("ways", "way:push:router"), ("push-consent", "open-push"), ("sign-in", "sign-in")]);
    visit.go(&[("push-printer", "pressed-printer")]);
    visit.push_printer();
    visit.person.screen("joined");
    visit.row(name)
}

fn push_by_hand(name: &str) -> String {
    let mut visit = visit(name, "push-pages");
    visit.by_setup_wifi();
    let both = [
        ("push-consent", "open-push"),
        ("push-printer", "pressed-printer"),
        ("push-router", "pressed-router"),
    ];
    visit.go(&[("ways", "way:push:hand")]);
    visit.go(&both);
    visit.push_printer();
    visit.push_router();
    visit.person.screen("joined");
    visit.row(name)
}

fn push_again(name: &str) -> String {
    let mut visit = visit(name, "push-pages");
    visit.by_setup_wifi();
    let both = [("push-printer", "pressed-printer"), ("push-router", "pressed-router")];
    visit.go(&[("ways", "way:push:hand"), ("push-consent", "open-push")]);
    visit.go(&both);
    visit.go(&[
        ("waiting", "push-again"),
        ("push-printer", "pressed-printer"),
        ("push-router", "push-again"),
    ]);
    visit.go(&both);
    visit.push_router();
    visit.push_printer();
    visit.person.screen("joined");
    visit.row(name)
}

fn panel(name: &str) -> String {
    let mut visit = visit(name, "officejet-display-pages");
    visit.by_setup_wifi();
    visit.go(&[("ways", "way:passphrase"), ("panel", "entered")]);
    visit.lab(json!({"do": "join", "printer": 0}));
    visit.person.screen("joined");
    visit.row(name)
}

fn computer_asks(name: &str) -> String {
    let mut visit = visit(name, "laserjet-pin");
    visit.go(&[("start", "computer-asks")]);
    visit.person.screen("computer-asks");
    visit.row(name)
}
