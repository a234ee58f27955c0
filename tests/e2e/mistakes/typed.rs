//! What is typed into a field, right and wrong.

use crate::harness::{Visit, in_room};
use crate::{FAST, SPEED, end, stays};

#[test]
pub fn what_is_typed_into_the_pin_field() {
    in_room("what_is_typed_into_the_pin_field", || {
        let mut visit = Visit::to("mistake-pin-field", "laserjet-pin-pages", SPEED);
        visit.by_list("M1219nfw");
        visit.go(&[("already-online", "connect")]);
        let typed = |text: &'static str| (text, text.to_owned());
        let rows: Vec<String> = [
            typed(""),
            typed("   "),
            ("the Wi-Fi password", visit.person.default("passphrase")),
            ("the router's password", visit.person.default("password")),
            typed("1234567"),
            typed("123456789"),
            typed("12345678"),
            typed("1234567O"),
            typed("00000000"),
            typed("0000"),
            ("letters of another script", "١٢٣٤٥٦٧٠".to_owned()),
            ("the router's PIN, 20172527", "20172527".to_owned()),
            ("with blanks and dashes", " 2017-2527 ".to_owned()),
            typed("1234"),
            typed("12345670"),
            ("12345670 with a slip in between", "12345670".to_owned()),
            ("300 digits", "1".repeat(300)),
            ("1 MB", "1".repeat(1 << 20)),
        ]
        .into_iter()
        .map(|(what, text)| typed_row(&mut visit, what, &text))
        .collect();
        end(visit, "");
        insta::assert_snapshot!("pin_field", rows.join("\n"));
    });
}

pub fn typed_row(visit: &mut Visit, what: &str, text: &str) -> String {
    visit.go(&[("ways", "way:typed:page")]);
    visit.person.screen("type-pin");
    let mut said = vec![typed_once(visit, text)];
    if text == "12345670" {
        if what.contains("slip") {
            said.push(typed_once(visit, "1234567"));
            said.push(typed_once(visit, text));
        }
        said.push(typed_once(visit, text));
    }
    let at = visit.person.at().to_owned();
    visit.person.take(&at, "back", &[]);
    format!("{what} | {}", said.join(" | then "))
}

pub fn typed_once(visit: &mut Visit, text: &str) -> String {
    let (errors, revision) = (visit.person.errors.len(), visit.person.newest["revision"].clone());
    visit.person.choose("use-pin", &[("pin", text)]);
    visit.person.wait_until("an answer", |p| p.errors.len() > errors || p.newest["revision"] != revision);
    visit.person.settled();
    match visit.person.errors.get(errors) {
        Some(error) => format!("{}: error {}", visit.person.at(), error["kind"].as_str().unwrap()),
        None => format!("{}: {}", visit.person.at(), visit.person.says()),
    }
}

#[test]
pub fn what_is_typed_into_the_address_field() {
    in_room("what_is_typed_into_the_address_field", || {
        let mut visit = Visit::to("mistake-address-field", "laserjet-pin", FAST);
        visit.go(&[("start", "begin"), ("find", "type-address")]);
        let texts = [
            "",
            "printer",
            "8.8.8.8",
            "0.0.0.0",
            "192.168.1",
            "192.168.1.7.8",
            "http://192.168.1.7/#hId-pgAPControl",
            "NPI5C10A7.local",
            "[fe80::1]",
            "127.0.0.1:9",
            "192.168.223.1",
        ];
        let rows: Vec<String> = texts
            .into_iter()
            .map(|text| {
                visit.person.take("address", "ask", &[("address", text)]);
                let at = stays(&mut visit.person);
                let row = format!("{text} | {at}: {}", visit.person.says());
                if at != "address" {
                    visit.go(&[(&at, "back"), ("find", "type-address")]);
                }
                row
            })
            .collect();
        end(visit, "");
        insta::assert_snapshot!("address_field", rows.join("\n"));
    });
}

#[test]
pub fn what_is_typed_at_the_sign_in() {
    in_room("what_is_typed_at_the_sign_in", || {
        let mut visit = Visit::to("mistake-sign-in", "laserjet-pin", SPEED);
        visit.by_list("M1219nfw");
        visit.go(&[("already-online", "connect"), ("ways", "way:read:router")]);
        let wifi = visit.person.default("passphrase");
        let long = "x".repeat(300);
        let texts = [("nothing", "", ""), ("no password", "root", ""), ("the Wi-Fi password", "root", &wifi)];
        let nameless = ("blanks for a name", "  ", "attic-lantern-42");
        let more = [nameless, ("no such user", "admin", "attic-lantern-42"), ("300 letters", "root", &long)];
        let rows: Vec<String> = texts
            .into_iter()
            .chain(more)
            .map(|(what, user, password)| {
                visit.person.screen("sign-in");
                let (errors, revision) = (visit.person.errors.len(), visit.person.newest["revision"].clone());
                visit.person.choose("sign-in", &[("user", user), ("password", password)]);
                visit
                    .person
                    .wait_until("an answer", |p| p.errors.len() > errors || p.newest["revision"] != revision);
                let at = stays(&mut visit.person);
                match visit.person.errors.get(errors) {
                    Some(error) => format!("{what} | {at}: error {}", error["kind"].as_str().unwrap()),
                    None => format!("{what} | {at}: {}", visit.person.says()),
                }
            })
            .collect();
        end(visit, "");
        insta::assert_snapshot!("sign_in", rows.join("\n"));
    });
}
