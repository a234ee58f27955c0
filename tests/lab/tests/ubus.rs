//! ubus over HTTP: the codes and the order of the checks, and the shape of the answers beside captured ones.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod hand;

use hand::{FAST, NOBODY, WRAPPER, ask, call, exchange, get, lab, post, rpc_text, sign_in, state, wrapper};
use serde_json::{Value, json};

const HOSTAPD: &str = "hostapd.phy0-ap0";

#[tokio::test]
async fn who_is_not_signed_in_may_list_and_no_more() {
    let (_lab, info) = lab("laserjet-pin", FAST).await;
    let at = info.router.http.unwrap();
    let list = rpc_text(at, r#"{"jsonrpc":"2.0","id":0,"method":"list","params":["hostapd.*"]}"#).await;
    assert_eq!(list["result"], json!({ HOSTAPD: { "wps_start": {}, "wps_cancel": {}, "wps_status": {} } }));
    assert_eq!(get(at, "/ubus").await.unwrap().status, 404);
    assert!(get(at, "/").await.unwrap().text().contains("<title>OpenWrt - LuCI</title>"));
    for (object, method) in [(HOSTAPD, "wps_status"), ("file", "exec")] {
        assert_eq!(call(at, NOBODY, object, method, json!({})).await["code"], -32002);
    }
    let wrong = json!({ "username": "root", "password": "wrong" });
    assert_eq!(call(at, NOBODY, "session", "login", wrong).await, json!([6]));
}

#[tokio::test]
async fn what_is_wrong_has_its_code() {
    let (_lab, info) = lab("laserjet-pin", FAST).await;
    let at = info.router.http.unwrap();
    for (body, code) in [
        ("{oops", -32700),
        (r#"{"jsonrpc":"2.0","id":1}"#, -32600),
        (r#"{"id":1,"method":"call","params":[]}"#, -32600),
        (r#"{"jsonrpc":"2.0","id":1,"method":"nope","params":[]}"#, -32601),
        (r#"{"jsonrpc":"2.0","id":1,"method":"call","params":["a","b"]}"#, -32602),
    ] {
        assert_eq!(rpc_text(at, body).await["error"]["code"], code, "{body}");
    }
    let session = sign_in(&info).await;
    assert_eq!(call(at, &session, "hostapd.nope", "wps_start", json!({})).await["code"], -32000);
    assert_eq!(call(at, &session, HOSTAPD, "reload", json!({})).await["code"], -32002);
    let foreign = json!({ "command": "/bin/true", "params": [] });
    assert_eq!(call(at, &session, "file", "exec", foreign).await, json!([6]));
    assert_eq!(call(at, &session, "file", "exec", json!({})).await, json!([2]));
    assert_eq!(ask(&info, json!({ "do": "expire" })).await, json!({ "ok": true }));
    assert_eq!(call(at, &session, HOSTAPD, "wps_status", json!({})).await["code"], -32002);
}

#[tokio::test]
async fn the_wrapper_takes_pins_and_cancel_and_nothing_else() {
    let (_lab, info) = lab("laserjet-pin", FAST).await;
    let session = sign_in(&info).await;
    for (word, answer) in [
        ("12345678", "FAIL-CHECKSUM\n"),
        ("00000000", "FAIL-PIN\n"),
        ("1234567", "FAIL-PIN\n"),
        ("12345670 ", "FAIL-PIN\n"),
        ("any", "FAIL-PIN\n"),
        ("", "FAIL-PIN\n"),
    ] {
        assert_eq!(wrapper(&info, &session, word).await, answer, "{word:?}");
    }
    assert_eq!(state(&info).await["router"]["pins"], 0);
    for word in ["12345670", "1234"] {
        assert_eq!(wrapper(&info, &session, word).await, "OK\n");
        assert_eq!(state(&info).await["router"]["pins"], 1);
    }
    assert_eq!(wrapper(&info, &session, "cancel").await, "OK\n");
    assert_eq!(state(&info).await["router"]["pins"], 0);
    let two = json!({ "command": WRAPPER, "params": ["12345670", "120"] });
    let answer = call(info.router.http.unwrap(), &session, "file", "exec", two).await;
    assert_eq!(answer, json!([0, { "code": 2, "stdout": "FAIL-PIN\n" }]));
    wrapper(&info, &session, "12345670").await;
    call(info.router.http.unwrap(), &session, HOSTAPD, "wps_cancel", json!({})).await;
    assert_eq!(state(&info).await["router"]["pins"], 0);
}

#[tokio::test]
async fn a_restart_forgets_sessions_and_pins() {
    let (_lab, info) = lab("laserjet-pin", FAST).await;
    let session = sign_in(&info).await;
    wrapper(&info, &session, "12345670").await;
    assert_eq!(ask(&info, json!({ "do": "restart-router" })).await, json!({ "ok": true }));
    assert_eq!(state(&info).await["router"]["pins"], 0);
    let at = info.router.http.unwrap();
    assert_eq!(call(at, &session, HOSTAPD, "wps_status", json!({})).await["code"], -32002);
}

/// Keys, and kinds of values, of a JSON value.
fn shape(value: &Value) -> Value {
    match value {
        Value::Object(map) => map.iter().map(|(key, value)| (key.clone(), shape(value))).collect(),
        Value::Array(items) => items.iter().map(shape).collect(),
        Value::String(_) => json!("text"),
        Value::Number(_) => json!("number"),
        other => other.clone(),
    }
}

/// The captures lie beside a checkout on some machines; without them the tests above stand alone.
fn captured() -> Option<Vec<Value>> {
    let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = here
        .ancestors()
        .map(|up| up.join("shared/captures/openwrt/ubus_jsonrpc.json"))
        .find(|path| path.exists())?;
    serde_json::from_str(&std::fs::read_to_string(file).ok()?).ok()
}

#[tokio::test]
async fn answers_have_the_shape_of_captured_ones() {
    let Some(cases) = captured() else { return };
    let (_lab, info) = lab("laserjet-pin", FAST).await;
    let at = info.router.http.unwrap();
    let session = sign_in(&info).await;
    let mut compared = 0;
    for case in &cases {
        let title = case["case"].as_str().unwrap();
        // hostapd_cli itself isn't granted here, and the login's access lists are another owner's.
        let skipped =
            title.starts_with("device PIN") || title == "login ok" || title.starts_with("after log out");
        if skipped {
            continue;
        }
        let request = match &case["request"] {
            Value::String(text) => text.clone(),
            request => request.to_string().replace("f00dfacef00dfacef00dfacef00dface", &session),
        };
        let reply = exchange(at, &post("/ubus", "application/json", request.as_bytes())).await.unwrap();
        let answer: Value = serde_json::from_slice(&reply.body).unwrap();
        assert_eq!(shape(&answer), shape(&case["response"]), "{title}");
        assert_eq!(answer["error"], case["response"]["error"], "{title}");
        compared += 1;
    }
    assert!(compared > 8, "{compared}");
}
