//! A small JSON-RPC router on a loopback socket, with the answers of a real one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use std::sync::Arc;

use super::status::{WpsStatus, read};
use super::*;
use crate::identity::Mark;
use crate::net::fake::{Fake, Request, answer};
use crate::net::http::Answer;
use crate::net::tls::Pins;
use crate::router::{LastResult, PushButton, RouterStatus, Takes};

pub(super) const LIMIT: Duration = Duration::from_secs(5);
const ID: &str = "0123456789abcdef0123456789abcdef";

pub(super) fn rpc_answer(body: &str) -> Answer {
    Answer {
        status: 200,
        content_type: Some("application/json".into()),
        server: None,
        retry_after: false,
        body: body.as_bytes().to_vec(),
    }
}

pub(super) struct FakeRouter {
    pub report: RouterReport,
    fake: Fake,
}

impl FakeRouter {
    pub fn asked(&self) -> Vec<String> {
        self.fake.asked().iter().map(Request::text).collect()
    }
}

/// Answers each call by the first rule whose needle is in it; without one, as an unknown object is. One
/// with `|` in it is an HTTP status and its headers.
pub(super) async fn router(rules: Vec<(&'static str, &'static str)>) -> FakeRouter {
    let fake = Fake::serve(move |request| {
        let text = request.text();
        let result = rules
            .iter()
            .find(|(needle, _)| text.contains(needle))
            .map_or(r#""error":{"code":-32000,"message":"Object not found"}"#, |(_, r)| r);
        if let Some((status, headers)) = result.split_once('|') {
            return Some(answer(status.parse().unwrap(), headers, b""));
        }
        let body = format!(r#"{{"jsonrpc":"2.0","id":1,{result}}}"#);
        Some(answer(200, "Content-Type: application/json\r\n", body.as_bytes()))
    })
    .await;
    let kind = RouterKind::OpenWrt {
        hostapd: vec![
            "hostapd.phy0-ap0".into(),
            "hostapd.phy1-ap0".into(),
            "hostapd.../evil".into(),
            "session".into(),
        ],
    };
    let report = RouterReport {
        at: fake.at,
        kind,
        encrypted: false,
        device_pin: Takes::AfterSignIn,
        push_button: Takes::AfterSignIn,
        trouble: None,
        vendor: None,
    };
    FakeRouter { report, fake }
}

pub(super) fn http() -> Http {
    Http::new(Arc::new(Pins::new())).unwrap()
}

const LOGGED_IN: (&str, &str) =
    (r#""login""#, r#""result":[0,{"ubus_rpc_session":"0123456789abcdef0123456789abcdef","timeout":300}]"#);
const GRANTED: (&str, &str) = (r#""access""#, r#""result":[0,{"access":true}]"#);
pub(super) const DENIED_RPC: &str = r#""error":{"code":-32002,"message":"Access denied"}"#;

async fn sign(router: &FakeRouter) -> Result<Access, SignInProblem> {
    sign_in(&http(), &router.report, "root", &Secret::new("canary password"), LIMIT).await
}

pub(super) fn access() -> Access {
    Access { session: Secret::new(ID), device_pin: true, push_button: true }
}

/// The answer to a login, with these grants in it.
fn logged_in(acls: &str) -> (&'static str, &'static str) {
    let answer = format!(r#""result":[0,{{"ubus_rpc_session":"{ID}","timeout":300,"acls":{acls}}}]"#);
    (r#""login""#, answer.leak())
}

#[tokio::test]
async fn the_login_tells_what_is_granted() {
    let all = r#"{"access-group":{"unauthenticated":["read"]},
        "file":{"/usr/libexec/inkjoin-wps-pin":["exec"]},
        "ubus":{"file":["exec"],"hostapd.*":["del_client","wps_start","wps_cancel"],"session":["access","login"]}}"#;
    let r = router(vec![logged_in(all)]).await;
    let access = sign(&r).await.unwrap();
    assert!(access.device_pin && access.push_button && access.session.reveal() == ID);
    assert!(!format!("{access:?}").contains(ID));
    let asked = r.asked();
    assert_eq!(asked.len(), 1);
    assert!(asked[0].contains("POST /ubus ") && asked[0].contains("00000000000000000000000000000000"));
    let of = async |acls: &str| {
        let r = router(vec![logged_in(acls), GRANTED]).await;
        let access = sign(&r).await.unwrap();
        (access.device_pin, access.push_button, r.asked().len())
    };
    let cases = [
        ("{}", (false, false, 1)),
        (r#"{"file":{"/usr/libexec/*":["exec"]}}"#, (true, false, 1)),
        (r#"{"file":{"/usr/libexec/inkjoin-wps-pin":["read"]}}"#, (false, false, 1)),
        (r#"{"file":{"/usr/libexec/inkjoin-wps-pin *":["exec"]}}"#, (false, false, 1)),
        (r#"{"ubus":{"/usr/libexec/inkjoin-wps-pin":["exec"]}}"#, (false, false, 1)),
        (r#"{"ubus":{"hostapd.phy1-ap0":["wps_start"]}}"#, (false, true, 1)),
        (r#"{"ubus":{"hostapd.*":["wps_cancel"]}}"#, (false, false, 1)),
        (r#"{"ubus":{"*":["*"]},"file":{"*":["*"]}}"#, (true, true, 1)),
        // Of another shape than rpcd's: nothing is granted, and nothing breaks.
        (r#"{"file":[],"ubus":{"hostapd.*":{"wps_start":1}}}"#, (false, false, 1)),
        // A set of characters is the router's to read.
        (r#"{"ubus":{"hostapd.phy[0-9]-ap0":["wps_start"]}}"#, (false, true, 2)),
    ];
    for (acls, expected) in cases {
        assert_eq!(of(acls).await, expected, "{acls}");
    }
    for none in ["null", "7", "[]", r#""all""#] {
        assert_eq!(of(none).await, (true, true, 3), "{none}");
    }
}

#[tokio::test]
async fn a_hostile_list_of_grants_neither_hangs_nor_grants() {
    let deep = "[".repeat(200);
    let r = router(vec![logged_in(&deep)]).await;
    assert_eq!(sign(&r).await.unwrap_err(), SignInProblem::Trouble(Trouble::Malformed));
    let long = format!(r#"{{"ubus":{{"{}":["wps_start"]}}}}"#, "*p".repeat(100_000));
    let r = router(vec![logged_in(&long)]).await;
    let access = sign(&r).await.unwrap();
    assert!(!access.device_pin && !access.push_button && r.asked().len() == 1);
}

#[tokio::test]
async fn a_login_that_does_not_tell_is_asked_for_each_grant() {
    let r = router(vec![LOGGED_IN, GRANTED]).await;
    let access = sign(&r).await.unwrap();
    assert!(access.device_pin && access.push_button);
    let asked = r.asked();
    assert_eq!(asked.len(), 3);
    assert!(asked[1].contains(WRAPPER) && asked[1].contains(ID) && !asked[1].contains("canary"));
    assert!(asked[2].contains(r#""scope":"ubus""#) && asked[2].contains(r#""object":"hostapd.phy0-ap0""#));
    assert!(asked[2].contains(r#""function":"wps_start""#));
    let of = async |rules: Vec<_>| {
        let r = router([vec![LOGGED_IN], rules].concat()).await;
        let access = sign(&r).await.unwrap();
        (access.device_pin, access.push_button, r.asked().len())
    };
    let no = r#""result":[0,{"access":false}]"#;
    let yes = r#""result":[0,{"access":true}]"#;
    assert_eq!(of(vec![(r#""access""#, no)]).await, (false, false, 4));
    assert_eq!(of(vec![(r#""access""#, DENIED_RPC)]).await, (false, false, 4));
    assert_eq!(of(vec![("exec", no), ("phy0", no), ("phy1", yes)]).await, (false, true, 4));
    assert_eq!(of(vec![("exec", yes), ("wps_start", no)]).await, (true, false, 4));
    let mut basic = router(vec![LOGGED_IN, GRANTED]).await;
    basic.report.kind = RouterKind::OpenWrt { hostapd: vec![] };
    let access = sign(&basic).await.unwrap();
    assert!(access.device_pin && !access.push_button);
}

#[tokio::test]
async fn a_locked_router_is_no_wrong_password() {
    let cases = [
        ("429|", SignInProblem::Locked),
        ("429|Retry-After: 60\r\n", SignInProblem::Locked),
        ("403|Retry-After: 60\r\n", SignInProblem::Locked),
        ("403|", SignInProblem::Trouble(Trouble::Status(403))),
        ("503|Retry-After: 60\r\n", SignInProblem::Trouble(Trouble::Status(503))),
    ];
    for (answer, problem) in cases {
        let r = router(vec![(r#""login""#, answer)]).await;
        assert_eq!((sign(&r).await.unwrap_err(), r.asked().len()), (problem, 1), "{answer}");
    }
}

#[tokio::test]
async fn a_wrong_password_is_refused_and_asked_once() {
    let r = router(vec![(r#""login""#, r#""result":[6]"#)]).await;
    assert_eq!(sign(&r).await.unwrap_err(), SignInProblem::Refused);
    assert_eq!(r.asked().len(), 1);
    for strange in
        [r#""result":[0]"#, r#""result":[0,{"ubus_rpc_session":"../x"}]"#, r#""result":{}"#, r#""id2":1"#]
    {
        let r = router(vec![(r#""login""#, strange)]).await;
        assert_eq!(sign(&r).await.unwrap_err(), SignInProblem::Trouble(Trouble::Malformed), "{strange}");
    }
    let mut unknown = router(vec![LOGGED_IN, GRANTED]).await;
    unknown.report.kind = RouterKind::Unknown;
    assert!(matches!(sign(&unknown).await, Err(SignInProblem::Trouble(_))));
    assert!(unknown.asked().is_empty(), "no password for a stranger");
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
        let asked = r.asked();
        assert_eq!(asked.len(), 1);
        assert!(asked[0].contains(r#""params":["12345670"]"#) && asked[0].contains(WRAPPER));
    }
    let r = router(vec![]).await;
    let not_granted = Access { device_pin: false, ..access() };
    assert_eq!(
        send_pin(&http(), &r.report, &not_granted, &pin, LIMIT).await,
        Err(HandOverProblem::NotGranted)
    );
    assert!(r.asked().is_empty());
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
    assert!(r.asked().iter().all(|a| !a.contains("evil") && !a.contains(r#""session""#)));
}

#[test]
fn each_word_of_the_button_is_known() {
    let words = [
        ("Disabled", PushButton::Disabled),
        ("Active", PushButton::Active),
        ("Timed-out", PushButton::TimedOut),
        ("Overlap", PushButton::Overlap),
        ("Unknown", PushButton::Unknown),
        ("active", PushButton::Unknown),
        ("", PushButton::Unknown),
    ];
    for (word, expected) in words {
        let answer = rpc_answer(&format!(r#"{{"jsonrpc":"2.0","result":[0,{{"pbc_status":"{word}"}}]}}"#));
        assert!(
            matches!(rpc::reply::<WpsStatus>(&answer), Ok(Reply::Data(s)) if read(&s).push_button == expected),
            "{word}"
        );
    }
}

#[tokio::test]
async fn withdrawing_goes_the_way_it_came() {
    let r = router(vec![(r#""exec""#, r#""result":[0,{"stdout":"OK\n"}]"#)]).await;
    assert_eq!(withdraw(&http(), &r.report, &access(), LIMIT).await, Ok(()));
    assert!(r.asked()[0].contains(r#""params":["cancel"]"#));
    let r = router(vec![(r#""exec""#, r#""result":[6]"#), ("wps_cancel", r#""result":[0]"#)]).await;
    assert_eq!(withdraw(&http(), &r.report, &access(), LIMIT).await, Ok(()));
    assert_eq!(r.asked().len(), 3);
    let r = router(vec![("wps_cancel", DENIED_RPC)]).await;
    let push = Access { device_pin: false, ..access() };
    let push_only = router(vec![("wps_cancel", r#""result":[0]"#)]).await;
    assert_eq!(withdraw(&http(), &push_only.report, &push, LIMIT).await, Ok(()));
    assert_eq!(push_only.asked().len(), 2);
    assert_eq!(withdraw(&http(), &r.report, &push, LIMIT).await, Err(HandOverProblem::SignInAgain));
}
