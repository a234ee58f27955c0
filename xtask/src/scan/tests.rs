//! The scan finds what is planted, in each channel and form, and only that.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::Path;

use serde_json::json;
use tempfile::TempDir;

use super::table::{CHANNELS, KINDS, allowed};
use super::{Scanned, run};

/// One value of each kind, all made up.
fn value(kind: &str) -> &'static str {
    match kind {
        "router_password" => "opal & \"quartz\" 7",
        "passphrase" => "seven grey herons",
        "pin" => "48213975",
        "ssid" => "Heron House",
        "serial" => "CNB9ZZ1234",
        "mac" => "02:00:00:5e:AB:01",
        "uuid" => "1c852a4d-b800-1f08-abcd-0200005eab01",
        "name" => "Grandma's LaserJet",
        other => panic!("no value for {other}"),
    }
}

fn scan(files: &[(&str, &str)]) -> Scanned {
    let dir = TempDir::new().unwrap();
    let list: Vec<_> = KINDS.iter().map(|(kind, _)| json!({"kind": kind, "value": value(kind)})).collect();
    write(dir.path(), "peers-one/canaries.json", &serde_json::to_string(&list).unwrap());
    for (name, text) in files {
        write(dir.path(), name, text);
    }
    run(
        dir.path(),
        ["peers"].into_iter(),
        |folder| if folder.starts_with("peers-") { "peers" } else { "lab" },
    )
}

fn write(dir: &Path, name: &str, text: &str) {
    fs::create_dir_all(dir.join(name).parent().unwrap()).unwrap();
    fs::write(dir.join(name), text).unwrap();
}

#[test]
fn every_kind_is_found_in_every_channel_that_may_not_have_it_and_in_no_other() {
    for (channel_name, channel) in CHANNELS {
        for (kind_name, kind) in KINDS {
            let text = format!("before {} after", value(kind_name));
            let faults = scan(&[(&format!("peers-one/{channel_name}.program"), &text)]).faults;
            let told = faults.iter().any(|fault| fault.contains(&format!("{kind_name} (plain) at byte 7")));
            assert_eq!(told, allowed(channel, kind).is_none(), "{kind_name} in {channel_name}: {faults:?}");
            assert!(
                faults.iter().all(|fault| !fault.contains(value(kind_name))),
                "the report itself tells it"
            );
        }
    }
}

#[test]
fn every_form_is_found() {
    for (form, text) in [
        ("plain", "pin=48213975."),
        ("plain", "PIN 4821 3975"),
        ("plain", "PIN 4821-3975"),
        ("plain", "from 020000 to 0200005EAB01"),
        ("hex", "68 6f 70 and 736576656e2067726579206865726f6e73"),
        ("hex", "736576656E2067726579206865726F6E73"),
        ("URL-encoded", "key=seven%20grey%20herons"),
        ("form-encoded", "key=seven+grey+herons"),
        ("JSON", r#"{"password":"opal & \"quartz\" 7"}"#),
        ("XML", "<a>opal &amp; &quot;quartz&quot; 7</a>"),
        // "root:" before it, then one byte more and two
        ("base64", "Authorization: Basic cm9vdDpzZXZlbiBncmV5IGhlcm9ucw=="),
        ("base64", "IHNldmVuIGdyZXkgaGVyb25z"),
        ("base64", "eHhzZXZlbiBncmV5IGhlcm9ucw"),
    ] {
        let faults = scan(&[("peers-one/log.program", text)]).faults;
        assert!(
            faults.iter().any(|fault| fault.contains(&format!("({form})"))),
            "{form} in {text:?}: {faults:?}"
        );
    }
}

#[test]
fn a_pin_inside_a_longer_number_is_chance() {
    assert!(scan(&[("peers-one/log.program", "1482139750 ms, 148213975, 482139751")]).faults.is_empty());
}

#[test]
fn the_runners_own_output_may_name_nothing() {
    let faults = scan(&[("runner/stderr.txt", "thread panicked: left: Heron House")]).faults;
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(
        faults.iter().all(|fault| fault.starts_with("runner/stderr.txt: ssid (plain) at byte 23")),
        "{faults:?}"
    );
}

#[test]
fn one_tests_secret_is_looked_for_in_all_traces() {
    let other = [
        ("other/canaries.json", r#"[{"kind":"pin","value":"12345670"}]"#),
        ("other/log.txt", "seven grey herons"),
    ];
    assert_eq!(scan(&other).faults.len(), 1);
}

#[test]
fn a_blind_scan_is_a_fault() {
    for (file, text, said) in [
        ("lonely/log.txt", "", "there is no canaries.json"),
        ("peers-one/notes.txt", "", "tells no channel"),
        ("peers-two/canaries.json", "[]", "no canary in it"),
        ("peers-two/canaries.json", r#"[{"kind":"secret","value":"abcdef"}]"#, "no kind called secret"),
        ("peers-two/canaries.json", r#"[{"kind":"pin","value":"12"}]"#, "too short"),
        ("peers-two/canaries.json", "{", "peers-two/canaries.json"),
    ] {
        let faults = scan(&[(file, text)]).faults;
        assert!(faults.iter().any(|fault| fault.contains(said)), "{file}: {faults:?}");
    }
    let empty = TempDir::new().unwrap();
    let faults = run(empty.path(), ["peers"].into_iter(), |_| "lab").faults;
    assert_eq!(faults, ["the tests of tier peers left no trace, the scan was blind"]);
}
