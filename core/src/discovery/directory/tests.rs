#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;

fn resolved(
    service: &str,
    instance: &str,
    host: &str,
    port: u16,
    addresses: &[&str],
    txt: &[(&str, &str)],
) -> DnsSdEvent {
    let service = format!("{service}._tcp.local.");
    let txt = txt.iter().map(|(k, v)| ((*k).to_owned(), v.as_bytes().to_vec()));
    let addresses = addresses.iter().map(|a| a.parse::<IpAddr>().unwrap());
    DnsSdEvent::Resolved(
        Record::new(&service, &format!("{instance}.{service}"), host, port, addresses, txt).unwrap(),
    )
}

fn gone(service: &str, instance: &str) -> DnsSdEvent {
    let service = format!("{service}._tcp.local.");
    DnsSdEvent::Gone { instance: format!("{instance}.{service}"), service }
}

const UUID: (&str, &str) = ("UUID", "1c852a4d-0001");
const ENVY: (&str, &str) = ("ty", "HP ENVY 4520 series");
const HOST: &str = "HP98E7F4000001.local.";

fn ews(found: &Found) -> Vec<String> {
    found.ews.iter().map(|a| a.get().to_string()).collect()
}

#[test]
fn services_of_one_printer_are_one_entry() {
    let mut d = Directory::default();
    assert!(d.apply(resolved("_http", "ENVY", HOST, 8080, &["192.168.1.20"], &[])));
    let key = d.printers()[0].key.clone();
    assert!(d.apply(resolved("_ipp", "Study", HOST, 631, &["192.168.1.20", "fe80::1"], &[UUID, ENVY])));
    assert!(!d.apply(resolved("_uscan", "Study", HOST, 8080, &["192.168.1.20"], &[UUID, ENVY])));
    assert!(!d.apply(resolved("_pdl-datastream", "Study", HOST, 9100, &["192.168.1.20"], &[])));
    let list = d.printers();
    assert_eq!(list.len(), 1);
    assert_eq!(list[0].key, key, "a printer keeps the key it was first listed by");
    assert_eq!((list[0].name.as_str(), list[0].identity.model.as_str()), ("Study", "HP ENVY 4520 series"));
    assert_eq!(list[0].host.as_deref(), Some("HP98E7F4000001"));
    assert_eq!(ews(&list[0]), ["192.168.1.20:8080", "[fe80::1]:8080"]);
    assert!(list[0].identity.uuid.is_some() && list[0].identity.mac.is_some());
}

#[test]
fn the_same_uuid_on_cable_and_wifi_is_one_printer() {
    let mut d = Directory::default();
    d.apply(resolved("_ipp", "A", HOST, 631, &["192.168.1.20"], &[UUID, ENVY]));
    d.apply(resolved("_ipp", "A (2)", "HP98E7F4000002.local.", 631, &["192.168.1.21"], &[UUID, ENVY]));
    assert_eq!(ews(&d.printers()[0]), ["192.168.1.20:80", "192.168.1.21:80"]);
    assert_eq!(d.printers().len(), 1);
}

#[test]
fn two_printers_behind_one_address_stay_two() {
    let mut d = Directory::default();
    d.apply(resolved(
        "_ipp",
        "A",
        "a.local",
        5001,
        &["127.0.0.1"],
        &[UUID, ENVY, ("adminurl", "http://a.local:5001/")],
    ));
    d.apply(resolved(
        "_ipp",
        "B",
        "b.local",
        5002,
        &["127.0.0.1"],
        &[("UUID", "other"), ENVY, ("adminurl", "http://b.local:5002/")],
    ));
    d.apply(resolved("_http", "C", "c.local", 80, &["127.0.0.1"], &[]));
    d.apply(resolved("_http", "B", "b.local", 5002, &["127.0.0.1"], &[]));
    let list = d.printers();
    assert_eq!(list.iter().flat_map(ews).collect::<Vec<_>>(), ["127.0.0.1:5001", "127.0.0.1:5002"]);
}

#[test]
fn shares_and_other_makes_are_dropped() {
    let mut d = Directory::default();
    assert!(!d.apply(resolved("_ipp", "HP ENVY @ desk", "desk.local", 631, &["192.168.1.5"], &[UUID, ENVY])));
    assert!(!d.apply(resolved(
        "_ipp",
        "Canon",
        "c.local",
        631,
        &["192.168.1.6"],
        &[("usb_MFG", "Canon"), ("ty", "Canon MG5500")]
    )));
    assert!(!d.apply(resolved("_http", "Router", "router.local", 80, &["192.168.1.1"], &[])));
    assert!(d.printers().is_empty());
    d.apply(resolved("_ipp", "A", HOST, 631, &["192.168.1.20"], &[UUID, ENVY]));
    d.apply(resolved("_http", "Other", HOST, 1234, &["192.168.1.20"], &[("usb_MFG", "Canon")]));
    assert_eq!(ews(&d.printers()[0]), ["192.168.1.20:80"]);
}

#[test]
fn goodbye_and_changed_addresses_are_followed() {
    let mut d = Directory::default();
    d.apply(resolved("_ipp", "A", HOST, 631, &["192.168.1.20"], &[UUID, ENVY]));
    d.apply(resolved("_http", "A", HOST, 80, &["192.168.1.20"], &[]));
    assert!(!d.apply(resolved("_http", "A", HOST, 80, &["192.168.1.20"], &[])), "told again");
    assert!(d.apply(resolved("_ipp", "A", HOST, 631, &["192.168.1.33"], &[UUID, ENVY])));
    assert_eq!(ews(&d.printers()[0]), ["192.168.1.20:80", "192.168.1.33:80"]);
    assert!(d.apply(gone("_http", "a")), "names are compared without case");
    assert_eq!(ews(&d.printers()[0]), ["192.168.1.33:80"]);
    assert!(!d.apply(gone("_ipp", "never")));
    assert!(d.apply(gone("_ipp", "A")));
    assert!(d.printers().is_empty());
}

#[test]
fn only_local_addresses_become_ews_addresses() {
    let mut d = Directory::default();
    d.apply(resolved(
        "_ipp",
        "A",
        HOST,
        631,
        &["8.8.8.8", "2001:db8::1", "fd00::1", "169.254.1.1", "192.168.1.20"],
        &[UUID, ENVY],
    ));
    assert_eq!(ews(&d.printers()[0]), ["192.168.1.20:80", "169.254.1.1:80", "[fd00::1]:80"]);
    for i in 0..20 {
        d.apply(resolved("_http", &format!("A{i}"), HOST, 80, &[&format!("10.0.0.{i}")], &[]));
    }
    assert_eq!(d.printers()[0].ews.len(), 8);
}

#[test]
fn a_flood_is_bounded_and_the_order_stays() {
    let mut d = Directory::default();
    let began = Instant::now();
    for i in 0..1_200 {
        d.apply(resolved(
            "_ipp",
            &format!("P{i}"),
            &format!("h{}.local", 9999 - i),
            631,
            &[&format!("10.0.{}.{}", i / 250, i % 250)],
            &[("UUID", &format!("u{i}")), ENVY],
        ));
    }
    assert!(began.elapsed() < Duration::from_secs(60), "{:?}", began.elapsed());
    let list = d.printers();
    assert_eq!(list.len(), 200);
    assert_eq!((list[0].name.as_str(), list[199].name.as_str()), ("P0", "P199"));
    d.apply(gone("_ipp", "P0"));
    assert_eq!((d.printers()[0].name.as_str(), d.printers()[199].name.as_str()), ("P1", "P200"));
}

proptest! {
    #[test]
    fn events_in_any_order_give_the_same_printers(order in Just((0..6usize).collect::<Vec<_>>()).prop_shuffle()) {
        let events = [
            resolved("_ipp", "A", HOST, 631, &["192.168.1.20"], &[UUID, ENVY]),
            resolved("_http", "A", HOST, 8080, &["192.168.1.20"], &[]),
            resolved("_uscan", "A", HOST, 8080, &["192.168.1.20"], &[UUID, ENVY]),
            resolved("_ipp", "B", "b.local", 631, &["192.168.1.21"], &[("UUID", "b"), ENVY]),
            resolved("_http", "R", "r.local", 80, &["192.168.1.1"], &[]),
            resolved("_ipp", "Share @ d", "d.local", 631, &["192.168.1.5"], &[ENVY]),
        ];
        let mut d = Directory::default();
        for i in order {
            d.apply(events[i].clone());
        }
        let mut list: Vec<_> = d.printers().iter().map(|f| (f.name.as_str().to_owned(), ews(f))).collect();
        list.sort();
        prop_assert_eq!(list, vec![("A".to_owned(), vec!["192.168.1.20:8080".to_owned()]), ("B".to_owned(), vec!["192.168.1.21:80".to_owned()])]);
    }
}
