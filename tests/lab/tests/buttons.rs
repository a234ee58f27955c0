//! Push buttons, what a router refuses, and where the phone is.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod hand;

use std::io::ErrorKind;
use std::net::SocketAddr;

use hand::{
    FAST, NOBODY, ask, call, exchange, get, lab, post, read_pin, sign_in, start, state, until, wrapper,
};
use inkjoin_lab::{Info, Phone, Scene};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

const HOSTAPD: &str = "hostapd.phy0-ap0";

async fn wps_start(info: &Info, session: &str) -> Value {
    call(info.router.http.unwrap(), session, HOSTAPD, "wps_start", json!({})).await
}

async fn pbc(info: &Info) -> Value {
    state(info).await["router"]["status"]["pbc_status"].clone()
}

#[tokio::test]
async fn the_routers_button_by_ubus_or_by_hand_and_the_printers() {
    let (_lab, info) = lab("push-openwrt", FAST).await;
    assert_eq!(wps_start(&info, &sign_in(&info).await).await, json!([0]));
    assert_eq!(pbc(&info).await, "Active");
    ask(&info, json!({ "do": "push", "printer": 0 })).await;
    until(&info, "joined").await;
    let (_lab, info) = lab("push-pages", FAST).await;
    ask(&info, json!({ "do": "push", "printer": 0 })).await;
    assert_eq!(ask(&info, json!({ "do": "push" })).await, json!({ "ok": true }));
    until(&info, "joined").await;
}

#[tokio::test]
async fn two_printers_in_push_button_mode_are_an_overlap() {
    let (_lab, info) = lab("push-overlap", FAST).await;
    let session = sign_in(&info).await;
    for printer in [0, 1] {
        ask(&info, json!({ "do": "push", "printer": printer })).await;
    }
    while state(&info).await["router"]["pushing"] != 2 {
        tokio::time::sleep(std::time::Duration::from_millis(1)).await;
    }
    assert_eq!(wps_start(&info, &session).await, json!([8]));
    assert_eq!(pbc(&info).await, "Overlap");
    let both = until(&info, "timed-out").await;
    assert_eq!((&both["printers"][1]["joined"], &both["joined"]), (&json!(false), &json!(false)));
}

#[tokio::test]
async fn a_button_that_nobody_comes_to_times_out_and_a_cancel_looks_the_same() {
    let (_lab, info) = lab("push-nobody", 4000).await;
    let session = sign_in(&info).await;
    wps_start(&info, &session).await;
    while pbc(&info).await == "Active" {
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
    }
    let over = state(&info).await;
    assert_eq!(over["router"]["status"]["pbc_status"], "Timed-out");
    assert_eq!(over["router"]["status"]["last_wps_result"], "None");
    assert!(over["time_ms"].as_u64().unwrap() >= 120_000);
    let (_lab, info) = lab("push-openwrt", 1).await;
    wps_start(&info, &sign_in(&info).await).await;
    ask(&info, json!({ "do": "type-pin", "pin": "12345670" })).await;
    assert_eq!(state(&info).await["router"]["pins"], 1);
    assert_eq!(ask(&info, json!({ "do": "cancel-wps" })).await, json!({ "ok": true }));
    assert_eq!((pbc(&info).await, &state(&info).await["router"]["pins"]), (json!("Timed-out"), &json!(0)));
}

#[tokio::test]
async fn what_routers_refuse() {
    let (_lab, info) = lab("router-locked", FAST).await;
    let at = info.router.http.unwrap();
    let login = json!({ "username": info.router.user, "password": info.router.password });
    let login =
        json!({ "jsonrpc": "2.0", "id": 1, "method": "call", "params": [NOBODY, "session", "login", login] });
    let reply = exchange(at, &post("/ubus", "application/json", login.to_string().as_bytes())).await.unwrap();
    assert_eq!((reply.status, reply.body.len()), (429, 0));
    assert_eq!(get(at, "/").await.unwrap().status, 200);

    let text = include_str!("../scenes/push-openwrt.toml");
    let scene = text.replace("[[printer]]", "push = false\ntakes_pin = false\n\n[[printer]]");
    let (_lab, info) = start(Scene::from_toml(&scene).unwrap(), FAST).await;
    let session = sign_in(&info).await;
    assert_eq!(wps_start(&info, &session).await["code"], -32002);
    let access = json!({ "scope": "ubus", "object": HOSTAPD, "function": "wps_start" });
    let asked = call(info.router.http.unwrap(), &session, "session", "access", access).await;
    assert_eq!(asked, json!([0, { "access": false }]));
    assert!(ask(&info, json!({ "do": "type-pin", "pin": "12345670" })).await["error"].is_string());

    let text = include_str!("../scenes/push-pages.toml");
    let scene = Scene::from_toml(&text.replace("page_title", "push = false\npage_title")).unwrap();
    let (_lab, info) = start(scene, FAST).await;
    assert!(ask(&info, json!({ "do": "push" })).await["error"].is_string());
    let (_lab, info) = lab("wps-off-pages", FAST).await;
    for by_hand in [json!({ "do": "push" }), json!({ "do": "type-pin", "pin": "12345670" })] {
        assert_eq!(ask(&info, by_hand).await, json!({ "ok": false }));
    }
}

#[tokio::test]
async fn of_two_printers_of_one_model_the_one_joins_whose_pin_it_is() {
    let (_lab, info) = lab("two-same", FAST).await;
    let before = state(&info).await;
    assert_eq!((&before["joined"], &before["printers"][1]["joined"]), (&json!(false), &json!(true)));
    let pin = read_pin(info.printers[0].cable.unwrap()).await;
    wrapper(&info, &sign_in(&info).await, &pin).await;
    let status = until(&info, "joined").await["router"]["status"].clone();
    assert_eq!(status["peer_address"], *info.printers[0].mac);
}

async fn refuses(at: SocketAddr) -> bool {
    match get(at, "/").await {
        Ok(reply) => {
            assert_eq!(reply.status, 200);
            false
        }
        Err(why) => {
            assert_eq!(why.kind(), ErrorKind::ConnectionRefused);
            true
        }
    }
}

#[tokio::test]
async fn the_phone_reaches_what_is_on_its_networks() {
    let text = include_str!("../scenes/laserjet-pin.toml");
    let scene = text.replace("reach = [\"cable\"]", "reach = [\"cable\", \"setup\"]\nsetup_stays = true");
    let (lab, info) = start(Scene::from_toml(&scene).unwrap(), FAST).await;
    let printer = &info.printers[0];
    ask(&info, json!({ "do": "join" })).await;
    let addresses = [printer.setup.unwrap(), printer.cable.unwrap(), printer.home, info.router.http.unwrap()];
    assert_eq!((lab.phone(), info.phone), (Phone::Both, Phone::Both));
    for (on, setup, home) in [
        ("both", true, true),
        ("home", false, true),
        ("vpn", false, true),
        ("setup", true, false),
        ("mobile", false, false),
        ("none", false, false),
        ("both", true, true),
    ] {
        assert_eq!(ask(&info, json!({ "do": "phone", "on": on })).await, json!({ "ok": true }));
        let state = state(&info).await;
        assert_eq!(state["phone"], on);
        assert_eq!(
            state["printers"][0]["links"]["home"],
            printer.home.to_string(),
            "it is there all the same"
        );
        for (at, reached) in addresses.into_iter().zip([setup, home, home, home]) {
            assert_eq!(refuses(at).await, !reached, "{on}: {at}");
        }
    }
    lab.set_phone(Phone::None).await.unwrap();
    assert_eq!(state(&info).await["phone"], "none");
    assert!(ask(&info, json!({ "do": "phone", "on": "moon" })).await["error"].is_string());
}

#[tokio::test]
async fn a_phone_that_goes_loses_its_connections_and_finds_what_opened_meanwhile() {
    let (_lab, info) = lab("setup-hop", FAST).await;
    let (setup, home) = (info.printers[0].setup.unwrap(), info.printers[0].home);
    assert_eq!(info.printers[0].setup_ssid.as_deref(), Some("HP-Setup>a7-M1219nfw LaserJet"));
    assert_eq!((info.phone, refuses(setup).await), (Phone::Home, true));
    let session = sign_in(&info).await;
    let mut kept = tokio::net::TcpStream::connect(info.router.http.unwrap()).await.unwrap();
    kept.write_all(b"GET / HTTP/1.1\r\n\r\n").await.unwrap();
    hand::read_reply(&mut kept).await.unwrap();
    ask(&info, json!({ "do": "phone", "on": "setup" })).await;
    assert!(matches!(kept.read(&mut [0]).await, Ok(0) | Err(_)));
    let before = state(&info).await;
    assert_eq!(before["printers"][0]["setup_ssid"], "HP-Setup>a7-M1219nfw LaserJet");
    let pin = read_pin(setup).await;
    ask(&info, json!({ "do": "join" })).await;
    assert!(refuses(home).await, "on the network, out of reach");
    ask(&info, json!({ "do": "phone", "on": "home" })).await;
    assert!(!refuses(home).await && refuses(setup).await);
    assert_eq!(state(&info).await["printers"][0]["setup_ssid"], Value::Null);
    assert_eq!(wrapper(&info, &session, &pin).await, "OK\n");
}

#[tokio::test]
async fn every_scene_starts_and_says_what_is_there() {
    for name in Scene::names() {
        let (lab, info) = lab(name, 1).await;
        let state = state(&info).await;
        assert_eq!(state["phone"], json!(lab.phone()), "{name}");
        for (printer, told) in state["printers"].as_array().unwrap().iter().zip(&info.printers) {
            assert_eq!((&printer["pages"], &printer["blinked"]), (&json!([]), &json!(0)), "{name}");
            assert_eq!(printer["setup_ssid"], json!(told.setup_ssid), "{name}");
        }
        lab.stop().await;
    }
}
