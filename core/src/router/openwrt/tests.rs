//! A small JSON-RPC router on a loopback socket, with the answers of a real one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use std::path::Path;
use std::sync::{Arc, Mutex};

use proptest::prelude::*;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::status::{WpsStatus, read};
use super::*;
use crate::identity::Mark;
use crate::net::LocalAddr;
use crate::net::http::Answer;
use crate::net::tls::Pins;
use crate::router::{LastResult, PushButton, RouterStatus, Takes};

const LIMIT: Duration = Duration::from_secs(5);
const ID: &str = "0123456789abcdef0123456789abcdef";

fn rpc_answer(body: &str) -> Answer {
    Answer {
        status: 200,
        content_type: Some("application/json".into()),
        server: None,
        body: body.as_bytes().to_vec(),
    }
}

/// Answers each call by the first rule whose needle is in its body; without one, as an unknown object is.
struct FakeRouter {
    report: RouterReport,
    asked: Arc<Mutex<Vec<String>>>,
}

async fn router(rules: Vec<(&'static str, &'static str)>) -> FakeRouter {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = LocalAddr::new(listener.local_addr().unwrap()).unwrap();
    let asked: Arc<Mutex<Vec<String>>> = Arc::default();
    let seen = asked.clone();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut request = Vec::new();
            let mut part = vec![0; 4096];
            loop {
                let read = stream.read(&mut part).await.unwrap();
                request.extend_from_slice(&part[..read]);
                let text = String::from_utf8_lossy(&request).into_owned();
                let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
                let length = head
                    .to_lowercase()
                    .lines()
                    .find_map(|l| l.strip_prefix("content-length: ").map(|n| n.parse::<usize>().unwrap()));
                if body.len() >= length.unwrap() || read == 0 {
                    break;
                }
            }
            let text = String::from_utf8_lossy(&request).into_owned();
            seen.lock().unwrap().push(text.clone());
            let result = rules
                .iter()
                .find(|(needle, _)| text.contains(needle))
                .map_or(r#""error":{"code":-32000,"message":"Object not found"}"#, |(_, r)| r);
            let body = format!(r#"{{"jsonrpc":"2.0","id":1,{result}}}"#);
            let head = format!(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
                body.len()
            );
            stream.write_all((head + &body).as_bytes()).await.unwrap();
        }
    });
    let kind = RouterKind::OpenWrt {
        hostapd: vec![
            "hostapd.phy0-ap0".into(),
            "hostapd.phy1-ap0".into(),
            "hostapd.../evil".into(),
            "session".into(),
        ],
    };
    let report = RouterReport {
        at,
        kind,
        encrypted: false,
        device_pin: Takes::AfterSignIn,
        push_button: Takes::AfterSignIn,
        trouble: None,
    };
    FakeRouter { report, asked }
}

fn http() -> Http {
    Http::new(Arc::new(Pins::new())).unwrap()
}

const LOGGED_IN: (&str, &str) = (
    r#""login""#,
    r#""result":[0,{"ubus_rpc_session":"0123456789abcdef0123456789abcdef","timeout":300,"acls":{}}]"#,
);
const GRANTED: (&str, &str) = (r#""access""#, r#""result":[0,{"access":true}]"#);
const DENIED_RPC: &str = r#""error":{"code":-32002,"message":"Access denied"}"#;

async fn sign(router: &FakeRouter) -> Result<Access, SignInProblem> {
    sign_in(&http(), &router.report, "root", &Secret::new("canary password"), LIMIT).await
}

fn access() -> Access {
    Access { session: Secret::new(ID), device_pin: true }
}

#[tokio::test]
async fn signing_in_tells_what_is_granted() {
    let r = router(vec![LOGGED_IN, GRANTED]).await;
    let access = sign(&r).await.unwrap();
    assert!(access.device_pin && access.session.reveal() == ID);
    assert!(!format!("{access:?}").contains(ID));
    let asked = r.asked.lock().unwrap().clone();
    assert_eq!(asked.len(), 2);
    assert!(asked[0].contains("POST /ubus ") && asked[0].contains("00000000000000000000000000000000"));
    assert!(asked[1].contains(WRAPPER) && asked[1].contains(ID) && !asked[1].contains("canary"));
    let refused = router(vec![LOGGED_IN, (r#""access""#, r#""result":[0,{"access":false}]"#)]).await;
    assert!(!sign(&refused).await.unwrap().device_pin);
    let without = router(vec![LOGGED_IN, (r#""access""#, DENIED_RPC)]).await;
    assert!(!sign(&without).await.unwrap().device_pin);
}

#[tokio::test]
async fn a_wrong_password_is_refused_and_asked_once() {
    let r = router(vec![(r#""login""#, r#""result":[6]"#)]).await;
    assert_eq!(sign(&r).await.unwrap_err(), SignInProblem::Refused);
    assert_eq!(r.asked.lock().unwrap().len(), 1);
    for strange in
        [r#""result":[0]"#, r#""result":[0,{"ubus_rpc_session":"../x"}]"#, r#""result":{}"#, r#""id2":1"#]
    {
        let r = router(vec![(r#""login""#, strange)]).await;
        assert_eq!(sign(&r).await.unwrap_err(), SignInProblem::Trouble(Trouble::Malformed), "{strange}");
    }
    let mut unknown = router(vec![LOGGED_IN, GRANTED]).await;
    unknown.report.kind = RouterKind::Unknown;
    assert!(matches!(sign(&unknown).await, Err(SignInProblem::Trouble(_))));
    assert!(unknown.asked.lock().unwrap().is_empty(), "no password for a stranger");
}

#[tokio::test]
async fn each_word_of_the_wrapper_has_its_meaning() {
    let pin = WpsPin::parse("12345670").unwrap();
    let cases = [
        (r#""result":[0,{"code":0,"stdout":"OK\n"}]"#, Ok(())),
        (r#""result":[0,{"code":1,"stdout":"FAIL\n"}]"#, Err(HandOverProblem::WpsOff)),
        (r#""result":[0,{"code":1,"stdout":"FAIL-CHECKSUM\n"}]"#, Err(HandOverProblem::CheckDigit)),
        (
            r#""result":[0,{"code":2,"stdout":"FAIL-PIN\n"}]"#,
            Err(HandOverProblem::Trouble(Trouble::Malformed)),
        ),
        (r#""result":[0,{"code":127}]"#, Err(HandOverProblem::Trouble(Trouble::Malformed))),
        (r#""result":[6]"#, Err(HandOverProblem::NotGranted)),
        (r#""result":[4]"#, Err(HandOverProblem::NotGranted)),
        (r#""result":[7]"#, Err(HandOverProblem::Trouble(Trouble::TimedOut))),
        (DENIED_RPC, Err(HandOverProblem::SignInAgain)),
        (r#""error":{"code":-32603}"#, Err(HandOverProblem::Trouble(Trouble::Malformed))),
        (r#""error":{"code":-32003}"#, Err(HandOverProblem::Trouble(Trouble::TimedOut))),
    ];
    for (answer, expected) in cases {
        let r = router(vec![(r#""exec""#, answer)]).await;
        assert_eq!(send_pin(&http(), &r.report, &access(), &pin, LIMIT).await, expected, "{answer}");
        let asked = r.asked.lock().unwrap().clone();
        assert_eq!(asked.len(), 1);
        assert!(asked[0].contains(r#""params":["12345670"]"#) && asked[0].contains(WRAPPER));
    }
    let r = router(vec![]).await;
    let not_granted = Access { device_pin: false, ..access() };
    assert_eq!(
        send_pin(&http(), &r.report, &not_granted, &pin, LIMIT).await,
        Err(HandOverProblem::NotGranted)
    );
    assert!(r.asked.lock().unwrap().is_empty());
}

#[tokio::test]
async fn the_status_of_all_interfaces_is_one() {
    let told = |one: &'static str, two: &'static str| vec![("phy0-ap0", one), ("phy1-ap0", two)];
    let none = r#""result":[0,{"pbc_status":"Disabled","last_wps_result":"None"}]"#;
    let success = r#""result":[0,{"pbc_status":"Disabled","last_wps_result":"Success","peer_address":"98:e7:f4:00:00:01"}]"#;
    let active = r#""result":[0,{"pbc_status":"Active","last_wps_result":"Failed"}]"#;
    let ask = async |rules| status(&http(), &router(rules).await.report, &access(), LIMIT).await;
    let peer = Mark::mac("98e7f4000001");
    assert_eq!(
        ask(told(none, success)).await.unwrap(),
        RouterStatus { push_button: PushButton::Disabled, last: LastResult::Success, peer: peer.clone() }
    );
    assert_eq!(
        ask(told(success, active)).await.unwrap(),
        RouterStatus { push_button: PushButton::Active, last: LastResult::Success, peer }
    );
    assert_eq!(ask(told(active, none)).await.unwrap().last, LastResult::Failed);
    // One interface without WPS or gone does not hide the other.
    assert_eq!(ask(told(r#""result":[8]"#, none)).await.unwrap().last, LastResult::None);
    assert_eq!(ask(vec![("phy1-ap0", success)]).await.unwrap().last, LastResult::Success);
    assert_eq!(ask(told(DENIED_RPC, success)).await, Err(HandOverProblem::SignInAgain));
    assert_eq!(ask(vec![]).await, Err(HandOverProblem::Trouble(Trouble::Malformed)));
    let r = router(told(none, none)).await;
    status(&http(), &r.report, &access(), LIMIT).await.unwrap();
    assert!(r.asked.lock().unwrap().iter().all(|a| !a.contains("evil") && !a.contains(r#""session""#)));
}

#[tokio::test]
async fn withdrawing_goes_the_way_it_came() {
    let r = router(vec![(r#""exec""#, r#""result":[0,{"stdout":"OK\n"}]"#)]).await;
    assert_eq!(withdraw(&http(), &r.report, &access(), LIMIT).await, Ok(()));
    assert!(r.asked.lock().unwrap()[0].contains(r#""params":["cancel"]"#));
    let r = router(vec![(r#""exec""#, r#""result":[6]"#), ("wps_cancel", r#""result":[0]"#)]).await;
    assert_eq!(withdraw(&http(), &r.report, &access(), LIMIT).await, Ok(()));
    assert_eq!(r.asked.lock().unwrap().len(), 3);
    let r = router(vec![("wps_cancel", DENIED_RPC)]).await;
    let push = Access { device_pin: false, ..access() };
    assert_eq!(withdraw(&http(), &r.report, &push, LIMIT).await, Err(HandOverProblem::SignInAgain));
}

#[test]
fn listed_objects_are_checked_and_bounded() {
    let list = |result: &str| rpc::listed(&rpc_answer(&format!(r#"{{"jsonrpc":"2.0","id":1,{result}}}"#)));
    let found = list(
        r#""result":{"hostapd.phy0-ap0":{"wps_start":{},"wps_cancel":{}},"hostapd.a b":{},"session":{}}"#,
    )
    .unwrap();
    assert_eq!((found.hostapd, found.wps), (vec!["hostapd.phy0-ap0".to_owned()], true));
    let many: Vec<String> = (0..50).map(|i| format!(r#""hostapd.a{i}":{{}}"#)).collect();
    let found =
        list(&format!(r#""result":{{{},"hostapd.z":{{"wps_start":{{}}}}}}"#, many.join(","))).unwrap();
    assert_eq!((found.hostapd.len(), found.hostapd[0].as_str(), found.wps), (8, "hostapd.z", true));
    assert_eq!(list(r#""error":{"code":-32002}"#).unwrap(), rpc::Listed::default());
    for bad in [r#""x":1"#, r#""result":[0]"#, r#""result":7"#] {
        assert_eq!(list(bad), Err(Trouble::Malformed), "{bad}");
    }
    let deep = "[".repeat(300_000);
    for body in ["", "{", "<html>", "{\"jsonrpc\":\"1.0\",\"result\":{}}", deep.as_str()] {
        assert_eq!(rpc::listed(&rpc_answer(body)), Err(Trouble::Malformed));
    }
    assert_eq!(
        rpc::listed(&Answer { content_type: Some("text/html".into()), ..rpc_answer("{}") }),
        Err(Trouble::WrongType)
    );
    assert_eq!(rpc::listed(&Answer { status: 404, ..rpc_answer("{}") }), Err(Trouble::Status(404)));
    for (name, fine) in [
        ("hostapd.phy0-ap0", true),
        ("hostapd.wlan0_1", true),
        ("hostapd.", false),
        ("hostapd.a.b", false),
        ("session", false),
        ("hostapd.é", false),
    ] {
        assert_eq!(rpc::is_hostapd(name), fine, "{name}");
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
    let found = rpc::listed(&case("capability probe")).unwrap();
    assert_eq!((found.hostapd, found.wps), (vec!["hostapd.phy0-ap0".to_owned()], true));
    assert!(
        matches!(rpc::reply::<Login>(&case("login ok")), Ok(Reply::Data(l)) if rpc::is_session(&l.ubus_rpc_session))
    );
    assert!(matches!(rpc::reply::<Login>(&case("login wrong")), Ok(Reply::Failed(DENIED))));
    assert!(
        matches!(rpc::reply::<WpsStatus>(&case("wps_status")), Ok(Reply::Data(s)) if read(&s).push_button == PushButton::Active)
    );
    assert!(matches!(
        rpc::reply::<Permission>(&case("may this session")),
        Ok(Reply::Data(Permission { access: true }))
    ));
    assert!(matches!(rpc::reply::<Value>(&case("wps_cancel")), Ok(Reply::Empty)));
    assert!(matches!(rpc::reply::<Value>(&case("unknown object")), Ok(Reply::NoObject)));
    assert!(matches!(rpc::reply::<Value>(&case("expired")), Ok(Reply::SessionDenied)));
    assert!(
        matches!(rpc::reply::<Executed>(&case("device PIN: file exec")), Ok(Reply::Data(e)) if e.stdout == "OK\n")
    );
    assert!(matches!(rpc::reply::<Value>(&case("not JSON")), Err(Trouble::Malformed)));
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), text in "[\\[\\]{}\",:0-9a-z -]{0,60}") {
        let whole = format!(r#"{{"jsonrpc":"2.0","result":{text}}}"#);
        for body in [bytes.as_slice(), text.as_bytes(), whole.as_bytes()] {
            let answer = Answer { body: body.to_vec(), ..rpc_answer("") };
            let _ = (rpc::listed(&answer), rpc::reply::<WpsStatus>(&answer).is_ok(), rpc::reply::<Login>(&answer).is_ok());
        }
    }
}

#[test]
fn no_cut_answer_is_taken_for_a_whole_one() {
    let body = r#"{"jsonrpc":"2.0","id":1,"result":[0,{"pbc_status":"Disabled","last_wps_result":"None"}]}"#;
    for at in 0..body.len() {
        assert!(
            matches!(rpc::reply::<WpsStatus>(&rpc_answer(&body[..at])), Err(Trouble::Malformed)),
            "cut at {at}"
        );
    }
}
