#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::super::tests::{DENIED_RPC, LIMIT, access, http, router};
use super::*;
use crate::router::RouterKind;

const OK: &str = r#""result":[0]"#;
const OFF: &str = r#""result":[8]"#;

/// What comes of two networks with these answers, and how many presses it took. Only after "WPS is off" the status is read.
async fn pressed(one: &'static str, two: &'static str) -> (Result<(), HandOverProblem>, usize) {
    let r = router(vec![("wps_status", OFF), ("phy0-ap0", one), ("phy1-ap0", two)]).await;
    let result = start_push(&http(), &r.report, &access(), LIMIT).await;
    let asked = r.asked();
    let presses = asked.iter().take_while(|a| a.contains(r#""wps_start",{}"#)).count();
    assert!(asked.iter().skip(presses).all(|a| a.contains(r#""wps_status",{}"#)));
    assert_eq!(asked.len() > presses, result == Err(HandOverProblem::WpsOff));
    (result, presses)
}

#[tokio::test]
async fn the_button_is_pressed_once_on_each_network() {
    let r = router(vec![("wps_start", OK)]).await;
    assert_eq!(start_push(&http(), &r.report, &access(), LIMIT).await, Ok(()));
    let asked = r.asked();
    assert_eq!(asked.len(), 2);
    assert!(asked[0].contains("hostapd.phy0-ap0") && asked[1].contains("hostapd.phy1-ap0"));
    assert!(asked.iter().all(|a| a.contains("POST /ubus ") && !a.contains("evil")));
    // One that takes it is enough, whatever the other says.
    for other in [OFF, r#""result":[6]"#, r#""result":[4]"#, r#""result":[7]"#, DENIED_RPC, "500|"] {
        assert_eq!(pressed(OK, other).await, (Ok(()), 2), "{other}");
    }
    for other in [OFF, r#""result":[6]"#, r#""result":[4]"#, DENIED_RPC, r#""error":{"code":-32000}"#] {
        assert_eq!(pressed(other, OK).await, (Ok(()), 2), "{other}");
    }
}

#[tokio::test]
async fn the_clearest_refusal_of_all_networks_is_told() {
    use HandOverProblem::{NotGranted, SignInAgain, Trouble as Other, WpsOff};
    let cases = [
        (OFF, OFF, WpsOff),
        (r#""result":[3]"#, r#""result":[4]"#, WpsOff),
        (DENIED_RPC, OFF, WpsOff),
        (OFF, DENIED_RPC, WpsOff),
        (DENIED_RPC, DENIED_RPC, SignInAgain),
        (r#""result":[4]"#, DENIED_RPC, SignInAgain),
        (r#""result":[6]"#, DENIED_RPC, NotGranted),
        (r#""result":[4]"#, r#""error":{"code":-32000}"#, Other(Trouble::Malformed)),
        (OFF, "500|", Other(Trouble::Status(500))),
    ];
    for (one, two, problem) in cases {
        assert_eq!(pressed(one, two).await, (Err(problem), 2), "{one} {two}");
    }
    // It may have been taken: nothing more is sent.
    assert_eq!(pressed("500|", OK).await, (Err(Other(Trouble::Status(500))), 1));
}

#[tokio::test]
async fn a_refusal_as_if_wps_were_off_may_be_an_overlap() {
    let cases = [
        (r#""result":[0,{"pbc_status":"Overlap","last_wps_result":"None"}]"#, HandOverProblem::Overlap),
        (r#""result":[0,{"pbc_status":"Disabled","last_wps_result":"None"}]"#, HandOverProblem::WpsOff),
        (DENIED_RPC, HandOverProblem::WpsOff),
        ("500|", HandOverProblem::WpsOff),
    ];
    for (status, problem) in cases {
        let r = router(vec![("wps_status", status), ("wps_start", OFF)]).await;
        assert_eq!(start_push(&http(), &r.report, &access(), LIMIT).await, Err(problem), "{status}");
    }
    // Only that refusal is doubted.
    let r = router(vec![("wps_status", cases[0].0), ("wps_start", r#""result":[6]"#)]).await;
    let refused = start_push(&http(), &r.report, &access(), LIMIT).await;
    assert_eq!((refused, r.asked().len()), (Err(HandOverProblem::NotGranted), 2));
}

#[tokio::test]
async fn without_a_grant_or_a_network_nothing_is_sent() {
    let mut r = router(vec![("wps_start", OK)]).await;
    let none = Access { push_button: false, ..access() };
    assert_eq!(start_push(&http(), &r.report, &none, LIMIT).await, Err(HandOverProblem::NotGranted));
    r.report.kind = RouterKind::Unknown;
    assert!(matches!(
        start_push(&http(), &r.report, &access(), LIMIT).await,
        Err(HandOverProblem::Trouble(_))
    ));
    assert!(r.asked().is_empty());
}
