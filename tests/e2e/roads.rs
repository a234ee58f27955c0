//! Every road, walked by a person through the whole program, with what the person does at the printer and the router. A
//! road's screens and what it came to are committed as a table.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod harness;

use harness::{
    Person, Visit, Walk, certificate_changed, certificate_changed_at_sign_in, outcome, table, way, word_in,
};
use serde_json::{Value, json};

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

fn display_service(name: &str) -> String {
    let mut visit = to_start_printer(name);
    visit.go(&[("start-printer", "started")]);
    visit.start_printer();
    visit.person.screen("joined");
    visit.row(name)
}

fn start_not_said(name: &str) -> String {
    let mut visit = to_start_printer(name);
    visit.person.screen("start-printer");
    visit.start_printer();
    visit.person.screen("joined");
    visit.row(name)
}

fn to_start_printer(name: &str) -> Visit {
    let mut visit = visit(name, "officejet-display");
    visit.by_setup_wifi();
    visit.go(&[("ways", "way:typed:router"), ("sign-in", "sign-in")]);
    visit.person.screen("type-pin");
    let pin = visit.look_at_pin();
    visit.use_pin(&pin);
    visit
}

fn display_page(name: &str) -> String {
    let mut visit = visit(name, "officejet-display-pages");
    visit.by_setup_wifi();
    visit.go(&[("ways", "way:typed:page")]);
    visit.person.screen("type-pin");
    let pin = visit.look_at_pin();
    visit.use_pin(&pin);
    let page = visit.person.screen("router-page");
    let shown = page["blocks"].as_array().unwrap().iter().find(|b| b["kind"] == "pin").unwrap();
    assert_eq!(shown["digits"], pin);
    visit.type_into_router(&pin);
    visit.go(&[("router-page", "entered"), ("start-printer", "started")]);
    visit.start_printer();
    visit.person.screen("joined");
    visit.row(name)
}

fn printed_page(name: &str) -> String {
    let mut visit = visit(name, "deskjet-page");
    visit.by_setup_wifi();
    visit.go(&[("ways", "way:typed:page"), ("type-pin", "print-pin")]);
    let pin = visit.printed_pin().unwrap();
    visit.start_printer();
    visit.use_pin(&pin);
    visit.go(&[("router-page", "entered")]);
    visit.type_into_router(&pin);
    visit.person.screen("joined");
    visit.row(name)
}

fn page_without_pin(name: &str) -> String {
    let mut visit = visit(name, "deskjet-page-no-pin");
    visit.by_setup_wifi();
    visit.go(&[("ways", "way:typed:router"), ("sign-in", "sign-in"), ("type-pin", "print-pin")]);
    assert_eq!(visit.printed_pin(), None);
    visit.go(&[("type-pin", "no-pin-there")]);
    let ways = visit.person.screen("ways");
    assert_eq!(ways["choices"][0]["id"], "way:push:router");
    visit.go(&[
        ("ways", "way:push:router"),
        ("push-consent", "open-push"),
        ("push-printer", "pressed-printer"),
    ]);
    visit.push_printer();
    visit.person.screen("joined");
    visit.row(name)
}

fn label_outdated(name: &str) -> String {
    let test = "road-label";
    // A model that no family knows: its PIN may be anywhere.
    let model = [("model = \"HP DeskJet 3700 series\"", "model = \"HP Photosmart 5520 series\"")];
    let mut visit = Visit::changed(test, "label-outdated", 20, &model);
    visit.by_setup_wifi();
    visit.go(&[("ways", "way:typed:router"), ("sign-in", "sign-in")]);
    visit.go(&[("type-pin", "look:label")]);
    visit.person.wait_until("the check of a label", |p| p.told("type-pin-label-check"));
    let label = visit.look_at_pin();
    visit.start_printer();
    visit.use_pin(&label);
    visit.person.screen("failed");
    visit.go(&[("failed", "try-again"), ("type-pin", "look:page")]);
    // Not before: the router may still have the PIN of the label, which would end the printer's try at once.
    visit.use_pin("66209577");
    visit.person.screen("waiting");
    visit.start_printer();
    visit.person.screen("joined");
    visit.row(name)
}

fn typed(name: &str) -> String {
    let mut visit = visit(name, "laserjet-pin-withheld");
    visit.by_list("M1219nfw");
    visit.go(&[("already-online", "connect"), ("ways", "way:read:router"), ("sign-in", "sign-in")]);
    visit.person.screen("type-pin");
    visit.start_printer();
    visit.use_pin("6682 9058");
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

fn went_offline(name: &str) -> String {
    let mut visit = visit(name, "already-online");
    visit.go(&[("start", "went-offline"), ("went-offline", "begin")]);
    visit.tap("M1219nfw");
    visit.person.screen("already-online");
    visit.row(name)
}

/// The lab has none, and nothing says that it is missed.
fn no_bluetooth(name: &str) -> String {
    let mut visit = visit(name, "officejet-display");
    visit.go(&[("start", "begin")]);
    let screen = visit.person.wait_until("nothing found", |p| p.told("find-nothing")).to_string();
    assert!(!screen.contains("Bluetooth"), "{screen}");
    visit.row(name)
}

fn test_page(name: &str) -> String {
    let mut visit = visit(name, "already-wifi-move");
    visit.by_list("3700");
    visit.go(&[("already-online", "test-page")]);
    assert_eq!(visit.printed_pin(), None);
    let again = |p: &Person| p.at() == "already-online" && !p.choices().contains(&"test-page");
    visit.person.wait_until("no second sheet", again);
    visit.row(name)
}

fn only_pin_told(name: &str) -> String {
    let mut visit = visit(name, "laserjet-pin");
    visit.by_list("M1219nfw");
    visit.go(&[("already-online", "only-pin")]);
    visit.person.screen("your-pin");
    assert_eq!(visit.state()["router"]["pins"], 0);
    visit.row(name)
}

fn only_pin_shown(name: &str) -> String {
    let mut visit = visit(name, "already-wifi-move");
    visit.by_list("3700");
    visit.go(&[("already-online", "only-pin")]);
    let screen = visit.person.screen("type-pin");
    assert!(screen["blocks"].as_array().unwrap().iter().all(|b| b["kind"] != "field"), "{screen}");
    visit.row(name)
}

fn another_wifi(name: &str) -> String {
    let mut visit = visit(name, "already-wifi-move");
    visit.by_list("3700");
    visit.go(&[("already-online", "move"), ("moving", "go-on"), ("ways", "way:typed:router")]);
    visit.go(&[("sign-in", "sign-in"), ("type-pin", "print-pin")]);
    let pin = visit.printed_pin().unwrap();
    visit.use_pin(&pin);
    // It answers over the old Wi-Fi all the time, and that is no proof.
    visit.stays_while_asked("waiting");
    visit.start_printer();
    visit.person.screen("joined");
    visit.row(name)
}

fn cable_pulled(name: &str) -> String {
    let mut visit = visit(name, "cable-pulled");
    visit.by_list("M1219nfw");
    visit.go(&[("already-online", "connect"), ("ways", "way:read:router"), ("sign-in", "sign-in")]);
    visit.person.screen("waiting");
    visit.stays_while_asked("waiting");
    visit.lab(json!({"do": "pull-cable", "printer": 0}));
    visit.person.screen("joined");
    visit.row(name)
}

fn setup_by_port(name: &str) -> String {
    let mut person = Person::start(Walk::of("road-setup-by-port", "setup-hop").speed(10)).unwrap();
    for (screen, choice) in
        [("start", "begin"), ("find", "printer-wifi"), ("ways", "way:read:router"), ("sign-in", "sign-in")]
    {
        person.take(screen, choice, &[]);
    }
    person.take("joined", "done", &[]);
    let ended = person.ended();
    format!("{name} | {} | {}", way(&ended), outcome(&ended))
}

fn setup_by_hand(name: &str) -> String {
    let mut visit = Visit::to("road-setup-by-hand", "setup-hop", 4);
    visit.go(&[("start", "begin"), ("find", "printer-wifi")]);
    visit.person.screen("to-printer-wifi");
    visit.phone("setup");
    visit.person.screen("coming-home");
    visit.phone("home");
    visit.go(&[("ways", "way:read:router"), ("sign-in", "sign-in")]);
    visit.person.screen("to-printer-wifi");
    visit.phone("setup");
    visit.person.screen("coming-home");
    visit.phone("home");
    visit.person.screen("joined");
    visit.row(name)
}

/// The list knows no model of the one that is tapped; it tells it itself, and only then there are two of it.
fn two_same_late(name: &str) -> String {
    let bare = [("host = \"NPI5C10A7\"", "host = \"NPI5C10A7\"\nbare = true")];
    let mut visit = Visit::changed("road-two-same-late", "two-same", 20, &bare);
    visit.go(&[("start", "begin")]);
    let twin = |p: &Person| p.newest["blocks"].to_string().matches("\"model\":\"HP LaserJet").count() == 1;
    visit.person.wait_until("the other's model", twin);
    visit.tap("5C10A7");
    visit.go(&[("which-one", "blink")]);
    visit.seen("a blink", |state| state["printers"][0]["blinked"] == 1);
    assert_eq!(visit.state()["requests"]["router.login"], Value::Null);
    visit.go(&[("which-one", "this-one"), ("already-online", "connect"), ("ways", "way:read:router")]);
    visit.go(&[("sign-in", "sign-in")]);
    visit.person.screen("joined");
    visit.row(name)
}

fn two_same(name: &str) -> String {
    let mut visit = visit(name, "two-same");
    visit.go(&[("start", "begin")]);
    visit.both_known();
    visit.tap("5C10A7");
    visit.go(&[("which-one", "blink")]);
    visit.seen("a blink", |state| state["printers"][0]["blinked"] == 1);
    visit.go(&[("which-one", "this-one"), ("already-online", "connect"), ("ways", "way:push:router")]);
    let consent = visit.person.screen("push-consent");
    assert!(visit.person.told("push-twin"), "{consent}");
    visit.go(&[("push-consent", "back"), ("ways", "way:read:router"), ("sign-in", "sign-in")]);
    visit.person.screen("joined");
    assert_eq!(visit.state()["printers"][1]["blinked"], 0);
    visit.row(name)
}
