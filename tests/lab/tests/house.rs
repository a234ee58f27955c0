//! Printers and router together: from the PIN on the web server to the join, and the ways in which that fails.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod hand;

use hand::{
    ADAPTERS, FAST, NOBODY, PIN, ask, call, exchange, get, lab, post, read_pin, sign_in, state, until,
    wrapper,
};
use inkjoin_lab::Scene;
use serde_json::json;

#[test]
fn all_scenes_are_valid_and_nothing_else_is_one() {
    assert_eq!(Scene::names()[0], "laserjet-pin");
    for name in Scene::names() {
        let scene = Scene::named(name).unwrap();
        assert!(scene.expect.contains_key("outcome"), "{name}");
    }
    assert!(Scene::named("no-such-scene").is_err());
    assert!(Scene::named("no-such-file.toml").is_err());
    let text = include_str!("../scenes/laserjet-pin.toml");
    for (from, to) in [
        ("NPI", "N\"PI"),
        ("kind = \"laserjet-pin\"", "kind = \"toaster\""),
        ("02:1f", "02-1f"),
        ("\"02345673\"", "\"0234567\""),
        ("reach = [\"cable\"]", ""),
        ("wrapper", "warper"),
        ("ssid = \"Willowbrook 7\"", "ssid = \"\""),
    ] {
        assert!(Scene::from_toml(&text.replace(from, to)).is_err(), "{to}");
    }
    let file = tempfile::Builder::new().suffix(".toml").tempfile().unwrap();
    std::fs::write(file.path(), text).unwrap();
    assert_eq!(
        Scene::named(file.path().to_str().unwrap()).unwrap().title,
        Scene::named("laserjet-pin").unwrap().title
    );
}

#[tokio::test]
async fn the_pin_goes_from_the_web_server_to_the_router_and_the_printer_joins() {
    let (lab, info) = lab("laserjet-pin", FAST).await;
    let printer = &info.printers[0];
    let cable = printer.cable.unwrap();
    assert!(
        get(printer.home, ADAPTERS).await.is_err_and(|e| e.kind() == std::io::ErrorKind::ConnectionRefused)
    );
    let session = sign_in(&info).await;
    let pin = read_pin(cable).await;
    assert_eq!(pin, "02345673");
    assert_eq!(wrapper(&info, &session, &pin).await, "OK\n");
    let state = until(&info, "joined").await;
    assert_eq!(state["router"]["status"]["last_wps_result"], "Success");
    assert_eq!(state["router"]["status"]["peer_address"], *printer.mac);
    assert_eq!((&state["router"]["pins"], &state["unexpected_writes"]), (&json!(0), &json!(0)));
    let status = call(info.router.http.unwrap(), &session, "hostapd.phy0-ap0", "wps_status", json!({})).await;
    assert_eq!(status[1]["last_wps_result"], "Success");
    // The adapter of the link that is asked says so; the SSID is hex of its octets.
    let home = get(printer.home, ADAPTERS).await.unwrap();
    let hex: String = info.router.ssid.bytes().map(|b| format!("{b:02x}")).collect();
    assert_eq!(home.element("wifi:SSID"), Some(hex));
    let text = home.text();
    let wifi0 = text.split("<io:Adapter>").nth(2).unwrap();
    assert!(wifi0.contains("<dd:IsConnected>true<") && wifi0.contains("IsCurrentRequestInterface>true<"));
    let wired = get(cable, ADAPTERS).await.unwrap().text();
    assert!(wired.split("<io:Adapter>").nth(1).unwrap().contains("IsCurrentRequestInterface>true<"));
    assert!(wired.split("<io:Adapter>").nth(2).unwrap().contains("IsCurrentRequestInterface>false<"));
    lab.stop().await;
    assert!(get(cable, "/").await.is_err() && get(printer.home, "/").await.is_err());
}

#[tokio::test]
async fn the_identity_is_the_same_everywhere_and_writes_are_refused_and_counted() {
    let (_lab, info) = lab("laserjet-pin", FAST).await;
    let printer = &info.printers[0];
    let cable = printer.cable.unwrap();
    let product = get(cable, "/DevMgmt/ProductConfigDyn.xml").await.unwrap();
    assert_eq!(product.element("dd:SerialNumber").as_deref(), Some(&*printer.serial));
    assert_eq!(product.element("dd:UUID").as_deref(), Some(&*printer.uuid));
    assert!(product.header("server").unwrap().starts_with("HP HTTP Server; HP LaserJet"));
    assert!(
        product.header("server").unwrap().contains(&format!("; Serial Number: {}; Built: ", printer.serial))
    );
    for (path, root) in [
        ("/DevMgmt/DiscoveryTree.xml", "<ledm:DiscoveryTree"),
        ("/DevMgmt/ProductStatusDyn.xml", "ready"),
        ("/DevMgmt/InternalPrintCap.xml", "wirelessNetworkPage"),
        ("/IoMgmt/IoMgmtCap.xml", "<iocap:WpsSessionSupport>"),
    ] {
        let reply = get(cable, path).await.unwrap();
        assert_eq!((reply.status, reply.header("content-type")), (200, Some("text/xml")), "{path}");
        assert!(reply.text().contains(root), "{path}");
    }
    assert_eq!(get(cable, "/no/such/thing").await.unwrap().status, 404);
    for request in [
        post(PIN, "text/xml", b"<a/>"),
        post("/DevMgmt/InternalPrintDyn.xml", "text/xml", b"<a/>"),
        b"PUT /IoMgmt/Adapters/wifi0 HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n<a/>\r\n0\r\n\r\n"
            .to_vec(),
    ] {
        assert_eq!(exchange(cable, &request).await.unwrap().status, 405);
    }
    assert_eq!(exchange(cable, b"no http at all\r\n\r\n").await.unwrap().status, 400);
    let state = state(&info).await;
    assert_eq!(state["unexpected_writes"], 3);
    assert_eq!(state["requests"]["printer.identity"], 1);
    assert_eq!(state["sessions"], json!(null));
    assert_eq!(state["printers"][0]["sessions"], 0, "no write starts a session");
}

#[tokio::test]
async fn ipp_tells_identity_and_the_state_of_the_wifi() {
    let (_lab, info) = lab("already-online", FAST).await;
    let printer = &info.printers[0];
    let mut ask = vec![2, 0, 0, 0x0b, 0, 0, 0, 9, 1];
    let mut attribute = |tag: u8, name: &str, value: &str| {
        ask.push(tag);
        for text in [name, value] {
            ask.extend(u16::try_from(text.len()).unwrap().to_be_bytes());
            ask.extend(text.bytes());
        }
    };
    attribute(0x47, "attributes-charset", "utf-8");
    attribute(0x48, "attributes-natural-language", "en");
    attribute(0x44, "requested-attributes", "printer-wifi-ssid");
    attribute(0x44, "", "printer-uuid");
    ask.push(3);
    let some = exchange(printer.home, &post("/ipp/print", "application/ipp", &ask)).await.unwrap();
    assert_eq!(some.header("content-type"), Some("application/ipp"));
    assert_eq!(some.body[..8], [2, 0, 0, 0, 0, 0, 0, 9]);
    let text = some.text();
    assert!(text.contains(&info.router.ssid) && text.contains(&format!("urn:uuid:{}", printer.uuid)));
    assert!(!text.contains("printer-device-id"));
    let all =
        exchange(printer.home, &post("/ipp/print", "application/ipp", &[2, 0, 0, 0x0b, 0, 0, 0, 1, 1, 3]))
            .await
            .unwrap();
    let wanted = [0x23, 0, 18]
        .iter()
        .copied()
        .chain(*b"printer-wifi-state")
        .chain([0, 4, 0, 0, 0, 8])
        .collect::<Vec<u8>>();
    assert!(all.body.windows(wanted.len()).any(|part| part == wanted), "printer-wifi-state 8");
    assert!(all.text().contains(&format!("SN:{};", printer.serial)));
    // Print-Job is no question, and neither is half a request.
    let job = exchange(printer.home, &post("/ipp/print", "application/ipp", &[2, 0, 0, 2, 0, 0, 0, 1, 1, 3]))
        .await
        .unwrap();
    assert_eq!(job.body[2..4], [5, 1]);
    let half =
        exchange(printer.home, &post("/ipp/print", "application/ipp", &[2, 0, 0, 0x0b, 0, 0, 0, 1, 1]))
            .await
            .unwrap();
    assert_eq!(half.body[2..4], [4, 0]);
    assert_eq!(state(&info).await["unexpected_writes"], 1);
}

#[tokio::test]
async fn a_wrong_pin_is_error_18_and_the_next_session_has_a_new_one() {
    let (_lab, info) = lab("laserjet-wrong-pin", FAST).await;
    let cable = info.printers[0].cable.unwrap();
    let session = sign_in(&info).await;
    let first = read_pin(cable).await;
    assert_eq!(read_pin(cable).await, first, "a running session keeps its PIN");
    wrapper(&info, &session, &first).await;
    let state = until(&info, "wrong-pin").await;
    assert_eq!(state["printers"][0]["config_error"], 18);
    assert_eq!(state["router"]["status"]["last_wps_result"], "Failed");
    let second = read_pin(cable).await;
    assert_ne!(second, first);
    wrapper(&info, &session, &second).await;
    until(&info, "joined").await;
}

#[tokio::test]
async fn a_session_ends_after_two_minutes_and_random_pins_follow_the_scenes() {
    let (_lab, info) = lab("laserjet-pin", 4000).await;
    let cable = info.printers[0].cable.unwrap();
    let mut told = Vec::new();
    for _ in 0..4 {
        told.push(read_pin(cable).await);
        until(&info, "timed-out").await;
    }
    assert_eq!(told[..3], ["02345673", "73920410", "48613095"]);
    assert_eq!(state(&info).await["router"]["status"]["last_wps_result"], "None");
}

#[tokio::test]
async fn a_setup_network_goes_when_the_printer_joins_and_comes_back_when_it_leaves() {
    let (_lab, info) = lab("laserjet-pin-setup", FAST).await;
    let printer = &info.printers[0];
    let setup = printer.setup.unwrap();
    let session = sign_in(&info).await;
    let pin = read_pin(setup).await;
    wrapper(&info, &session, &pin).await;
    until(&info, "joined").await;
    assert!(get(setup, "/").await.is_err());
    assert_eq!(get(printer.home, PIN).await.unwrap().element("wifi:WpsPin").as_deref(), Some("0"));
    assert_eq!(ask(&info, json!({ "do": "leave" })).await, json!({ "ok": true }));
    assert!(get(printer.home, "/").await.is_err());
    assert_eq!(get(setup, "/").await.unwrap().status, 200);
    assert_eq!(state(&info).await["joined"], false);
}

#[tokio::test]
async fn a_withheld_pin_joins_by_hand() {
    let (_lab, info) = lab("laserjet-pin-withheld", FAST).await;
    let cable = info.printers[0].cable.unwrap();
    assert_eq!(get(cable, PIN).await.unwrap().status, 401);
    let paper = info.canaries.iter().find(|canary| canary.kind == "pin").unwrap().value.clone();
    assert_eq!(ask(&info, json!({ "do": "start", "printer": 0 })).await["pin"], *paper);
    assert_eq!(wrapper(&info, &sign_in(&info).await, &paper).await, "OK\n");
    until(&info, "joined").await;
    assert!(ask(&info, json!({ "do": "start", "printer": 5 })).await["error"].is_string());
}

#[tokio::test]
async fn without_the_wrapper_the_pin_is_typed_into_the_routers_page() {
    let (_lab, info) = lab("router-without-wrapper", FAST).await;
    let router = info.router.http.unwrap();
    let session = sign_in(&info).await;
    let arguments = json!({ "command": hand::WRAPPER, "params": ["12345670"] });
    assert_eq!(call(router, &session, "file", "exec", arguments).await, json!([6]));
    let scope = json!({ "scope": "file", "object": hand::WRAPPER, "function": "exec" });
    assert_eq!(call(router, &session, "session", "access", scope).await, json!([0, { "access": false }]));
    let pin = read_pin(info.printers[0].cable.unwrap()).await;
    assert_eq!(ask(&info, json!({ "do": "type-pin", "pin": pin })).await["ok"], true);
    until(&info, "joined").await;
}

#[tokio::test]
async fn wps_off_says_fail_and_sae_never_joins() {
    let (_off, info) = lab("router-wps-off", FAST).await;
    let session = sign_in(&info).await;
    assert_eq!(wrapper(&info, &session, "12345670").await, "FAIL\n");
    let push = call(info.router.http.unwrap(), &session, "hostapd.phy0-ap0", "wps_start", json!({})).await;
    assert_eq!(push, json!([8]));
    let (_sae, info) = lab("wpa3-only", FAST).await;
    let pin = read_pin(info.printers[0].cable.unwrap()).await;
    wrapper(&info, &sign_in(&info).await, &pin).await;
    let state = until(&info, "credential").await;
    assert_eq!(state["router"]["status"]["last_wps_result"], "Success");
    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    assert_eq!(hand::state(&info).await["joined"], false, "25 s later");
}

#[tokio::test]
async fn buttons_join_too() {
    let (_lab, info) = lab("laserjet-pin", FAST).await;
    let session = sign_in(&info).await;
    ask(&info, json!({ "do": "push", "printer": 0 })).await;
    let at = info.router.http.unwrap();
    assert_eq!(call(at, &session, "hostapd.phy0-ap0", "wps_start", json!({})).await, json!([0]));
    until(&info, "joined").await;
    assert_eq!(call(at, NOBODY, "hostapd.phy0-ap0", "wps_start", json!({})).await["code"], -32002);
}

#[tokio::test]
async fn another_device_is_no_printer() {
    let (_lab, info) = lab("not-a-printer", FAST).await;
    let at = info.printers[0].cable.unwrap();
    let page = get(at, "/").await.unwrap();
    assert_eq!((page.status, page.header("server")), (200, Some("lighttpd/1.4.69")));
    for path in ["/DevMgmt/DiscoveryTree.xml", "/Prefetch?type=dtree", PIN] {
        assert_eq!(get(at, path).await.unwrap().status, 404);
    }
}
