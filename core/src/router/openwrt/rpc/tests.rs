//! Envelopes, hostile and real.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use std::path::Path;

use proptest::prelude::*;

use super::super::status::{WpsStatus, read};
use super::super::tests::rpc_answer;
use super::super::{DENIED, Executed, Login, Permission};
use super::*;
use crate::router::PushButton;

#[test]
fn listed_objects_are_checked_and_bounded() {
    let list = |result: &str| listed(&rpc_answer(&format!(r#"{{"jsonrpc":"2.0","id":1,{result}}}"#)));
    let found = list(
        r#""result":{"hostapd.phy0-ap0":{"wps_start":{},"wps_cancel":{}},"hostapd.a b":{},"session":{}}"#,
    )
    .unwrap();
    assert_eq!((found.hostapd, found.wps), (vec!["hostapd.phy0-ap0".to_owned()], true));
    let many: Vec<String> = (0..50).map(|i| format!(r#""hostapd.a{i}":{{}}"#)).collect();
    let found =
        list(&format!(r#""result":{{{},"hostapd.z":{{"wps_start":{{}}}}}}"#, many.join(","))).unwrap();
    assert_eq!((found.hostapd.len(), found.hostapd[0].as_str(), found.wps), (8, "hostapd.z", true));
    assert_eq!(list(r#""error":{"code":-32002}"#).unwrap(), Listed::default());
    for bad in [r#""x":1"#, r#""result":[0]"#, r#""result":7"#] {
        assert_eq!(list(bad), Err(Trouble::Malformed), "{bad}");
    }
    let deep = "[".repeat(300_000);
    for body in ["", "{", "<html>", "{\"jsonrpc\":\"1.0\",\"result\":{}}", deep.as_str()] {
        assert_eq!(listed(&rpc_answer(body)), Err(Trouble::Malformed));
    }
    assert_eq!(
        listed(&Answer { content_type: Some("text/html".into()), ..rpc_answer("{}") }),
        Err(Trouble::WrongType)
    );
    assert_eq!(listed(&Answer { status: 404, ..rpc_answer("{}") }), Err(Trouble::Status(404)));
    for (name, fine) in [
        ("hostapd.phy0-ap0", true),
        ("hostapd.wlan0_1", true),
        ("hostapd.", false),
        ("hostapd.a.b", false),
        ("session", false),
        ("hostapd.é", false),
    ] {
        assert_eq!(is_hostapd(name), fine, "{name}");
    }
}

#[test]
fn answers_of_a_real_router_are_read() {
    let captures = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|a| a.join("shared/captures"))
        .find(|c| c.is_dir());
    let Some(captures) = captures else { return };
    let cases: Vec<Value> =
        serde_json::from_slice(&std::fs::read(captures.join("openwrt/ubus_jsonrpc.json")).unwrap()).unwrap();
    let case = |name: &str| {
        rpc_answer(
            &cases.iter().find(|c| c["case"].as_str().unwrap().starts_with(name)).unwrap()["response"]
                .to_string(),
        )
    };
    let found = listed(&case("capability probe")).unwrap();
    assert_eq!((found.hostapd, found.wps), (vec!["hostapd.phy0-ap0".to_owned()], true));
    assert!(
        matches!(reply::<Login>(&case("login ok")), Ok(Reply::Data(l)) if is_session(&l.ubus_rpc_session))
    );
    assert!(matches!(reply::<Login>(&case("login wrong")), Ok(Reply::Failed(DENIED))));
    assert!(
        matches!(reply::<WpsStatus>(&case("wps_status")), Ok(Reply::Data(s)) if read(&s).push_button == PushButton::Active)
    );
    assert!(matches!(
        reply::<Permission>(&case("may this session")),
        Ok(Reply::Data(Permission { access: true }))
    ));
    assert!(matches!(reply::<Value>(&case("wps_start")), Ok(Reply::Empty)));
    assert!(matches!(reply::<Value>(&case("wps_cancel")), Ok(Reply::Empty)));
    assert!(matches!(reply::<Value>(&case("unknown object")), Ok(Reply::NoObject)));
    assert!(matches!(reply::<Value>(&case("expired")), Ok(Reply::SessionDenied)));
    assert!(
        matches!(reply::<Executed>(&case("device PIN: file exec")), Ok(Reply::Data(e)) if e.stdout == "OK\n")
    );
    assert!(matches!(reply::<Value>(&case("not JSON")), Err(Trouble::Malformed)));
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), text in "[\\[\\]{}\",:0-9a-z -]{0,60}") {
        let whole = format!(r#"{{"jsonrpc":"2.0","result":{text}}}"#);
        for body in [bytes.as_slice(), text.as_bytes(), whole.as_bytes()] {
            let answer = Answer { body: body.to_vec(), ..rpc_answer("") };
            let _ = (listed(&answer), reply::<WpsStatus>(&answer).is_ok(), reply::<Login>(&answer).is_ok());
        }
    }
}

#[test]
fn no_cut_answer_is_taken_for_a_whole_one() {
    let body = r#"{"jsonrpc":"2.0","id":1,"result":[0,{"pbc_status":"Disabled","last_wps_result":"None"}]}"#;
    for at in 0..body.len() {
        assert!(
            matches!(reply::<WpsStatus>(&rpc_answer(&body[..at])), Err(Trouble::Malformed)),
            "cut at {at}"
        );
    }
}
