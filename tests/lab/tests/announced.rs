//! DNS-SD, in a room of its own: nothing here may reach a network of this machine.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod hand;

use std::collections::BTreeMap;
use std::process::Command;
use std::time::{Duration, Instant};

use hand::{read_pin, sign_in, until, wrapper};
use inkjoin_lab::{Lab, Options, Scene};
use mdns_sd::{IfKind, Receiver, ResolvedService, ServiceDaemon, ServiceEvent};
use serde_json::json;

const ROOM: &str = "INKJOIN_LAB_TEST_ROOM";

/// Runs the test of that name again in a room; true there, false where it has run or can't.
fn in_room(test: &str) -> bool {
    if std::env::var_os(ROOM).is_some() {
        return true;
    }
    let output = Command::new(env!("CARGO_BIN_EXE_inkjoin-lab"))
        .args(["room", "--"])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(ROOM, "1")
        .output()
        .unwrap();
    let said =
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    if output.status.code() == Some(77) {
        eprint!("{said}");
        return false;
    }
    assert!(output.status.success(), "{said}");
    false
}

/// A browser on loopback, with a daemon of its own.
fn browser() -> (ServiceDaemon, Receiver<ServiceEvent>) {
    let daemon = ServiceDaemon::new().unwrap();
    daemon.disable_interface(IfKind::All).unwrap();
    daemon.enable_interface(IfKind::LoopbackV4).unwrap();
    let events = daemon.browse("_ipp._tcp.local.").unwrap();
    (daemon, events)
}

/// Events until that is so, 10 s at most.
async fn watch(events: &Receiver<ServiceEvent>, mut done: impl FnMut(&ServiceEvent) -> bool) {
    let end = Instant::now() + Duration::from_secs(10);
    loop {
        let left = end.saturating_duration_since(Instant::now());
        let event = tokio::time::timeout(left, events.recv_async()).await.expect("in time").unwrap();
        if done(&event) {
            return;
        }
    }
}

async fn announcing(scene: &str) -> Lab {
    Lab::start(Scene::named(scene).unwrap(), Options { speed: 20, announce: true }).await.unwrap()
}

#[test]
fn a_printer_is_found_by_its_cable_then_by_its_wifi_and_gone_with_the_lab() {
    if !in_room("a_printer_is_found_by_its_cable_then_by_its_wifi_and_gone_with_the_lab") {
        return;
    }
    tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap().block_on(async {
        let lab = announcing("laserjet-pin").await;
        let info = lab.info();
        let printer = &info.printers[0];
        let (daemon, events) = browser();
        let mut found: BTreeMap<String, ResolvedService> = BTreeMap::new();
        watch(&events, |event| {
            if let ServiceEvent::ServiceResolved(service) = event {
                found.insert(service.get_fullname().to_owned(), (**service).clone());
            }
            found.len() == 3
        })
        .await;
        let ours = &found[&format!("{}._ipp._tcp.local.", printer.name)];
        assert_eq!(ours.get_port(), printer.cable.unwrap().port());
        assert_eq!(ours.get_hostname(), "NPI5C10A7.local.");
        let text = |key: &str| ours.get_property_val_str(key).unwrap_or_default();
        assert_eq!((text("UUID"), text("mac"), text("usb_MFG")), (&*printer.uuid, &*printer.mac, "HP"));
        assert_eq!((text("rp"), text("note"), text("priority")), ("ipp/print", "", "20"));
        assert_eq!(text("adminurl"), format!("http://NPI5C10A7.local.:{}/", ours.get_port()));
        assert!(found.values().any(|service| service.get_property("printer-type").is_some()), "a CUPS share");
        assert!(found.values().any(|service| service.get_property_val_str("usb_MFG") == Some("Othermake")));

        let pin = read_pin(printer.cable.unwrap()).await;
        wrapper(&info, &sign_in(&info).await, &pin).await;
        until(&info, "joined").await;
        watch(&events, |event| {
            matches!(event, ServiceEvent::ServiceResolved(service) if service.get_port() == printer.home.port())
        })
        .await;
        lab.stop().await;
        watch(&events, |event| {
            matches!(event, ServiceEvent::ServiceRemoved(_, name) if name.starts_with("HP LaserJet Pro M1219nfw [5C"))
        })
        .await;
        daemon.shutdown().unwrap();
    });
}

#[test]
fn a_printer_on_its_setup_network_is_announced_only_once_it_has_joined() {
    if !in_room("a_printer_on_its_setup_network_is_announced_only_once_it_has_joined") {
        return;
    }
    tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap().block_on(async {
        let lab = announcing("laserjet-pin-setup").await;
        let info = lab.info();
        let (daemon, events) = browser();
        let quiet = tokio::time::timeout(Duration::from_millis(1500), async {
            watch(&events, |event| matches!(event, ServiceEvent::ServiceResolved(_))).await;
        });
        assert!(quiet.await.is_err(), "announced before it joined");
        hand::ask(&info, json!({ "do": "join" })).await;
        let home = info.printers[0].home.port();
        watch(
            &events,
            |event| matches!(event, ServiceEvent::ServiceResolved(service) if service.get_port() == home),
        )
        .await;
        // Dropping says goodbye as well.
        drop(lab);
        watch(&events, |event| matches!(event, ServiceEvent::ServiceRemoved(..))).await;
        daemon.shutdown().unwrap();
    });
}

#[test]
fn a_pulled_cable_is_a_goodbye_and_a_proxy_says_none() {
    if !in_room("a_pulled_cable_is_a_goodbye_and_a_proxy_says_none") {
        return;
    }
    tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap().block_on(async {
        let (daemon, events) = browser();
        let at = |event: &ServiceEvent, port: u16| matches!(event, ServiceEvent::ServiceResolved(service) if service.get_port() == port);
        let lab = announcing("cable-pulled").await;
        let info = lab.info();
        let printer = &info.printers[0];
        watch(&events, |event| at(event, printer.cable.unwrap().port())).await;
        hand::ask(&info, json!({ "do": "pull-cable" })).await;
        watch(&events, |event| matches!(event, ServiceEvent::ServiceRemoved(..))).await;
        hand::ask(&info, json!({ "do": "join" })).await;
        watch(&events, |event| at(event, printer.home.port())).await;
        lab.stop().await;
        watch(&events, |event| matches!(event, ServiceEvent::ServiceRemoved(..))).await;

        let lab = announcing("sleep-proxy").await;
        let info = lab.info();
        let home = info.printers[0].home;
        watch(&events, |event| at(event, home.port())).await;
        assert!(hand::get(home, "/").await.is_err(), "nobody is there");
        hand::ask(&info, json!({ "do": "join" })).await;
        assert_eq!(hand::get(home, "/").await.unwrap().status, 200);
        hand::ask(&info, json!({ "do": "leave" })).await;
        assert!(hand::get(home, "/").await.is_err());
        let goodbye = watch(&events, |event| matches!(event, ServiceEvent::ServiceRemoved(..)));
        assert!(tokio::time::timeout(Duration::from_millis(1500), goodbye).await.is_err(), "it is announced");
        lab.stop().await;
        daemon.shutdown().unwrap();
    });
}

#[test]
fn a_newcomer_is_announced_when_it_appears_and_without_its_marks() {
    if !in_room("a_newcomer_is_announced_when_it_appears_and_without_its_marks") {
        return;
    }
    tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap().block_on(async {
        let (daemon, events) = browser();
        let start = Instant::now();
        let lab = announcing("late-twin").await;
        let info = lab.info();
        let mut found = None;
        watch(&events, |event| {
            if let ServiceEvent::ServiceResolved(service) = event {
                found = Some(service.get_port());
            }
            found.is_some()
        })
        .await;
        assert_eq!(found, Some(info.printers[1].home.port()));
        // 20 s of the lab's.
        assert!(start.elapsed() >= Duration::from_secs(1), "{:?}", start.elapsed());
        lab.stop().await;

        let lab = announcing("unmarked-newcomer").await;
        let info = lab.info();
        hand::ask(&info, json!({ "do": "phone", "on": "setup" })).await;
        hand::ask(&info, json!({ "do": "join" })).await;
        let ours = |event: &ServiceEvent| matches!(event, ServiceEvent::ServiceResolved(service) if service.get_fullname().starts_with("HP Officejet"));
        let early = tokio::time::timeout(Duration::from_millis(1200), watch(&events, ours)).await;
        assert!(early.is_err(), "the phone is elsewhere");
        hand::ask(&info, json!({ "do": "phone", "on": "home" })).await;
        watch(&events, |event| {
            if let ServiceEvent::ServiceResolved(service) = event {
                for key in ["UUID", "mac"] {
                    assert!(service.get_property(key).is_none(), "{key}");
                }
                assert_eq!(service.get_hostname(), "printer.local.");
                assert_eq!(service.get_property_val_str("Color"), Some("T"));
                assert!(service.get_property_val_str("adminurl").unwrap().ends_with("/#hId-pgAirPrint"));
            }
            ours(event)
        })
        .await;
        lab.stop().await;
        daemon.shutdown().unwrap();
    });
}
