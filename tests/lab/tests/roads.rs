//! The roads of printers that tell no PIN by HTTP: displays, pages, labels, cables, other Wi-Fis.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod hand;

use hand::{
    ADAPTERS, FAST, PIN, ask, exchange, get, lab, post, read_pin, sign_in, start, state, until, wrapper,
};
use inkjoin_lab::Scene;
use serde_json::{Value, json};

const PRINT: &str = "/DevMgmt/InternalPrintDyn.xml";

fn page(job: &str) -> Vec<u8> {
    let space = "http://www.hp.com/schemas/imaging/con/ledm/internalprintdyn/2008/03/21";
    let body = format!(
        "<ipdyn:InternalPrintDyn xmlns:ipdyn=\"{space}\"><ipdyn:JobType>{job}</ipdyn:JobType></ipdyn:InternalPrintDyn>"
    );
    post(PRINT, "text/xml", body.as_bytes())
}

fn changed(text: &str, from: &str, to: &str) -> Scene {
    assert!(text.contains(from), "{from}");
    Scene::from_toml(&text.replacen(from, to, 1)).unwrap()
}

fn session(state: &Value) -> (&str, u64) {
    (state["session"].as_str().unwrap(), state["printers"][0]["sessions"].as_u64().unwrap())
}

#[tokio::test]
async fn a_display_shows_the_pin_and_start_comes_after_the_router() {
    let (_lab, info) = lab("officejet-display", FAST).await;
    let at = info.printers[0].setup.unwrap();
    let product = get(at, "/DevMgmt/ProductConfigDyn.xml").await.unwrap();
    assert_eq!(product.element("dd:Display").as_deref(), Some("CGD"));
    for path in ["/Prefetch?type=dtree", "/IoMgmt/IoMgmtManifest.xml", "/IoMgmt/IoMgmtCap.xml"] {
        let reply = get(at, path).await.unwrap();
        assert_eq!((reply.status, reply.text().contains("WpsSession")), (200, false), "{path}");
    }
    assert_eq!(get(at, PIN).await.unwrap().status, 404);
    let early = ask(&info, json!({ "do": "start", "printer": 0 })).await;
    assert!(early["error"].is_string(), "Start stands below the PIN: {early}");
    let first = ask(&info, json!({ "do": "show-pin", "printer": 0 })).await["pin"].clone();
    let shown = ask(&info, json!({ "do": "show-pin" })).await["pin"].as_str().unwrap().to_owned();
    assert_ne!(first, *shown, "a fresh one each time");
    assert!(info.canaries.iter().any(|canary| canary.kind == "pin" && canary.value == shown));
    assert_eq!(session(&state(&info).await), ("idle", 0));
    assert_eq!(wrapper(&info, &sign_in(&info).await, &shown).await, "OK\n");
    assert_eq!(ask(&info, json!({ "do": "start" })).await, json!({ "ok": true, "pin": shown }));
    assert_eq!(ask(&info, json!({ "do": "show-pin" })).await["pin"], *shown, "a running session keeps it");
    assert_eq!(session(&until(&info, "joined").await), ("joined", 1));
}

#[tokio::test]
async fn a_router_of_pages_has_a_title_and_a_person_before_it() {
    let (_lab, info) = lab("officejet-display-pages", FAST).await;
    let at = info.router.http.unwrap();
    let first = get(at, "/").await.unwrap();
    assert_eq!(
        (first.header("server"), first.header("content-type")),
        (Some("httpd/2.0"), Some("text/html"))
    );
    assert!(
        first.text().contains("<title>Home Gateway</title>") && first.text().contains("type=\"password\"")
    );
    let list = br#"{"jsonrpc":"2.0","id":0,"method":"list","params":[]}"#;
    assert_eq!(exchange(at, &post("/ubus", "application/json", list)).await.unwrap().status, 404);
    let pin = ask(&info, json!({ "do": "show-pin" })).await["pin"].clone();
    assert_eq!(ask(&info, json!({ "do": "type-pin", "pin": pin })).await, json!({ "ok": true }));
    ask(&info, json!({ "do": "start" })).await;
    until(&info, "joined").await;
}

#[tokio::test]
async fn a_page_that_is_listed_is_printed_with_the_pin_of_the_next_session() {
    let (_lab, info) = lab("deskjet-page", FAST).await;
    let at = info.printers[0].setup.unwrap();
    let listed = get(at, "/DevMgmt/InternalPrintCap.xml").await.unwrap().text();
    assert!(listed.contains("<ipdyn:JobType>wirelessNetworkPage<") && !listed.contains("cleaningPage"));
    assert!(ask(&info, json!({ "do": "show-pin" })).await["error"].is_string());
    let wrong = [
        page("cleaningPage"),
        post(PRINT, "text/xml", b"<a/>"),
        post(PRINT, "text/plain", &page("networkSummary")),
    ];
    for request in wrong {
        let refused = exchange(at, &request).await.unwrap();
        assert_eq!((refused.status, refused.body.len()), (400, 0));
    }
    assert_eq!(state(&info).await["unexpected_writes"], 3);
    let printed = exchange(at, &page("configurationPage")).await.unwrap();
    assert_eq!((printed.status, printed.header("location")), (201, Some("/Jobs/JobList/1")));
    assert_eq!(exchange(at, &page("wirelessNetworkPage")).await.unwrap().status, 201);
    let after = state(&info).await;
    assert_eq!((&after["unexpected_writes"], session(&after)), (&json!(3), ("idle", 0)));
    let pages = &after["printers"][0]["pages"];
    assert_eq!(pages[0], json!({ "job": "configurationPage", "pin": null }));
    assert_eq!(pages[1]["job"], "wirelessNetworkPage");
    let pin = pages[1]["pin"].clone();
    assert_eq!(ask(&info, json!({ "do": "start" })).await["pin"], pin);
    assert_eq!(ask(&info, json!({ "do": "type-pin", "pin": pin })).await["ok"], true);
    until(&info, "joined").await;
    assert_eq!(exchange(info.printers[0].home, &page("networkSummary")).await.unwrap().status, 201);
    assert_eq!(
        state(&info).await["printers"][0]["pages"][2],
        json!({ "job": "networkSummary", "pin": null })
    );
}

#[tokio::test]
async fn printing_may_start_the_session_and_a_laserjet_may_print_too() {
    let text = include_str!("../scenes/deskjet-page.toml");
    let (_lab, info) = start(changed(text, "\"later\"", "\"printing\""), FAST).await;
    let at = info.printers[0].setup.unwrap();
    exchange(at, &page("configurationPage")).await.unwrap();
    assert_eq!(session(&state(&info).await), ("idle", 0));
    exchange(at, &page("networkSummary")).await.unwrap();
    let printing = state(&info).await;
    assert_eq!(session(&printing), ("waiting", 1));
    ask(&info, json!({ "do": "type-pin", "pin": printing["printers"][0]["pages"][1]["pin"] })).await;
    until(&info, "joined").await;

    let text = include_str!("../scenes/laserjet-pin.toml");
    let jobs = changed(text, "[[decoy]]", "jobs = [\"demoPage\"]\n\n[[decoy]]");
    let (_lab, info) = start(jobs, FAST).await;
    let at = info.printers[0].cable.unwrap();
    assert_eq!(exchange(at, &page("networkSummary")).await.unwrap().status, 400);
    assert_eq!(exchange(at, &page("demoPage")).await.unwrap().status, 201);
    assert_eq!(read_pin(at).await, "02345673");
}

#[tokio::test]
async fn a_page_without_a_pin_leaves_the_buttons() {
    let (_lab, info) = lab("deskjet-page-no-pin", FAST).await;
    exchange(info.printers[0].setup.unwrap(), &page("wirelessNetworkPage")).await.unwrap();
    assert_eq!(state(&info).await["printers"][0]["pages"][0]["pin"], Value::Null);
    assert!(ask(&info, json!({ "do": "start" })).await["error"].is_string());
    ask(&info, json!({ "do": "push" })).await;
    ask(&info, json!({ "do": "push", "printer": 0 })).await;
    until(&info, "joined").await;
}

#[tokio::test]
async fn a_label_has_one_pin_for_all_sessions_and_may_be_outdated() {
    let text = include_str!("../scenes/label-outdated.toml");
    let (_old, info) = lab("label-outdated", FAST).await;
    let label = ask(&info, json!({ "do": "show-pin" })).await["pin"].clone();
    assert_eq!(ask(&info, json!({ "do": "show-pin" })).await["pin"], label);
    ask(&info, json!({ "do": "type-pin", "pin": label })).await;
    assert_eq!(ask(&info, json!({ "do": "start" })).await["pin"], label);
    assert_eq!(until(&info, "wrong-pin").await["printers"][0]["config_error"], 18);
    let (_good, info) = start(changed(text, "label_outdated = true", "label_outdated = false"), FAST).await;
    ask(&info, json!({ "do": "type-pin", "pin": label })).await;
    assert_eq!(ask(&info, json!({ "do": "start" })).await["pin"], label);
    until(&info, "joined").await;
}

#[tokio::test]
async fn it_blinks_when_asked_by_ipp() {
    let text = include_str!("../scenes/laserjet-pin.toml");
    let deaf = changed(text, "[[decoy]]", "identify = false\n\n[[decoy]]");
    for (scene, status, blinked, listed) in
        [(Scene::named("laserjet-pin").unwrap(), [0, 0], 1, 2), (deaf, [5, 1], 0, 1)]
    {
        let (_lab, info) = start(scene, FAST).await;
        let at = info.printers[0].cable.unwrap();
        let identify = [2, 0, 0, 0x3c, 0, 0, 0, 4, 1, 3];
        let reply = exchange(at, &post("/ipp/print", "application/ipp", &identify)).await.unwrap();
        assert_eq!(reply.body[2..8], [status[0], status[1], 0, 0, 0, 4]);
        let state = state(&info).await;
        assert_eq!(
            (&state["printers"][0]["blinked"], &state["unexpected_writes"]),
            (&json!(blinked), &json!(0))
        );
        let all = post("/ipp/print", "application/ipp", &[2, 0, 0, 0x0b, 0, 0, 0, 1, 1, 3]);
        let body = exchange(at, &all).await.unwrap().body;
        let name = b"operations-supported";
        let begin = body.windows(name.len()).position(|part| part == name).unwrap() + name.len();
        let more = [0x23, 0, 0, 0, 4, 0, 0, 0, 0x3c];
        assert_eq!(body[begin..begin + 6], [0, 4, 0, 0, 0, 0x0b]);
        assert_eq!(body[begin + 6..].starts_with(&more), listed == 2);
    }
}

#[tokio::test]
async fn a_cable_keeps_the_wifi_off_until_somebody_pulls_it() {
    let (_lab, info) = lab("cable-pulled", FAST).await;
    let cable = info.printers[0].cable.unwrap();
    let pin = read_pin(cable).await;
    wrapper(&info, &sign_in(&info).await, &pin).await;
    let wifi0 = get(cable, ADAPTERS).await.unwrap().text();
    assert!(wifi0.split("<io:Adapter>").nth(2).unwrap().contains("<dd:Power>off<"));
    let time = |state: &Value| state["time_ms"].as_u64().unwrap();
    let since = time(&state(&info).await);
    // Some ten looks of the enrollee.
    let waiting = loop {
        let now = state(&info).await;
        if time(&now) > since + 8000 {
            break now;
        }
    };
    assert_eq!((session(&waiting), &waiting["router"]["pins"]), (("waiting", 1), &json!(1)));
    assert_eq!(waiting["printers"][0]["wifi_off"], true);
    assert_eq!(ask(&info, json!({ "do": "pull-cable", "printer": 0 })).await, json!({ "ok": true }));
    assert!(ask(&info, json!({ "do": "pull-cable" })).await["error"].is_string(), "it is out");
    assert!(get(cable, "/").await.is_err());
    let joined = until(&info, "joined").await;
    assert_eq!(
        (&joined["printers"][0]["wifi_off"], &joined["printers"][0]["links"]["cable"]),
        (&json!(false), &Value::Null)
    );
    assert_eq!(get(info.printers[0].home, "/").await.unwrap().status, 200);
}

#[tokio::test]
async fn a_printer_on_another_wifi_moves_when_it_has_the_credential() {
    let (_lab, info) = lab("already-wifi-move", FAST).await;
    let at = info.printers[0].home;
    let hex = |ssid: &str| Some(ssid.bytes().map(|b| format!("{b:02x}")).collect::<String>());
    assert_eq!(get(at, ADAPTERS).await.unwrap().element("wifi:SSID"), hex("Old Harbour"));
    let before = state(&info).await;
    assert_eq!((&before["joined"], &before["printers"][0]["ssid"]), (&json!(false), &json!("Old Harbour")));
    assert!(info.canaries.iter().any(|canary| canary.kind == "ssid" && canary.value == "Old Harbour"));
    assert_eq!(exchange(at, &page("wirelessNetworkPage")).await.unwrap().status, 201);
    let pin = state(&info).await["printers"][0]["pages"][0]["pin"].as_str().unwrap().to_owned();
    wrapper(&info, &sign_in(&info).await, &pin).await;
    ask(&info, json!({ "do": "start" })).await;
    let after = until(&info, "joined").await;
    assert_eq!(after["printers"][0]["ssid"], *info.router.ssid);
    assert_eq!(get(at, ADAPTERS).await.unwrap().element("wifi:SSID"), hex(&info.router.ssid));
    ask(&info, json!({ "do": "leave" })).await;
    assert_eq!(state(&info).await["printers"][0]["ssid"], Value::Null);
}

#[tokio::test]
async fn a_late_printer_is_nowhere_before_and_an_unmarked_one_tells_nothing() {
    let (_lab, info) = lab("late-twin", 1).await;
    let twin = &info.printers[1];
    assert_eq!(info.printers[0].name.split('[').next(), twin.name.split('[').next());
    assert!(get(twin.home, "/").await.is_err());
    assert_eq!(state(&info).await["printers"][1]["announced"], Value::Null);
    ask(&info, json!({ "do": "appear", "printer": 1 })).await;
    assert_eq!(state(&info).await["printers"][1]["announced"], twin.home.to_string());
    let soon =
        include_str!("../scenes/late-twin.toml").replace("appears_after_ms = 20000", "appears_after_ms = 9");
    let (_soon, info) = start(Scene::from_toml(&soon).unwrap(), 1).await;
    while state(&info).await["printers"][1]["joined"] != true {
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
    }

    let (_lab, info) = lab("unmarked-newcomer", FAST).await;
    let printer = &info.printers[0];
    let at = printer.setup.unwrap();
    let mac = printer.mac.replace(':', "");
    let attributes = post("/ipp/print", "application/ipp", &[2, 0, 0, 0x0b, 0, 0, 0, 1, 1, 3]);
    for path in ["/", "/DevMgmt/ProductConfigDyn.xml", ADAPTERS, "IPP"] {
        let reply =
            if path == "IPP" { exchange(at, &attributes).await } else { get(at, path).await }.unwrap();
        let told = format!("{}{}", reply.head, reply.text()).to_lowercase();
        assert_eq!(reply.status, 200, "{path}");
        for mark in [&printer.uuid, &printer.serial, &mac] {
            assert!(!told.contains(&mark.to_lowercase()), "{path} tells {mark}");
        }
    }
}

#[test]
fn what_does_not_fit_together_is_no_scene() {
    let text = include_str!("../scenes/deskjet-page.toml");
    for (from, to) in [
        ("page_pin = true", "page_pin = true\nlabel_outdated = true"),
        ("page_pin = true", "page_pin = true\ncable_blocks_wifi = true"),
        ("page_pin = true", "page_pin = true\njoined = true\njoined_to = \"Old Harbour\""),
        ("page_pin = true\nstart = \"later\"", "start = \"printing\""),
        ("\"wirelessNetworkPage\", \"networkSummary\", ", ""),
        ("reach = [\"setup\"]", "reach = [\"cable\"]"),
        ("page_title", "wrapper = true\npage_title"),
        ("kind = \"pages\"", "kind = \"openwrt\""),
        ("title", "phone = \"moon\"\ntitle"),
        ("HP-Setup>5d-", "HP-Setup>5d-a-name-that-is-too-long-"),
    ] {
        assert!(text.contains(from), "{from}");
        assert!(Scene::from_toml(&text.replacen(from, to, 1)).is_err(), "{to}");
    }
}
