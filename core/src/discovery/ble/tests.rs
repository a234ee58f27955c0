#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use proptest::prelude::*;

use super::*;
use crate::time::Moment;

fn uuid(short: u16) -> u128 {
    BASE | (u128::from(short) << 96)
}

fn heard(device: &str, name: &str, companies: &[u16], services: &[u128]) -> Advertisement {
    Advertisement::new(device, Some(name), companies.iter().copied(), services.iter().copied())
}

fn sign(name: &str, companies: &[u16], services: &[u128]) -> Option<Sign> {
    is_hp(&heard("a", name, companies, services)).map(|near| near.sign)
}

#[test]
fn each_sign_is_enough_and_the_strongest_is_told() {
    assert_eq!(sign("", &[COMPANY], &[]), Some(Sign::Company));
    for service in [0xFE77, 0xFE78, 0xFDF7, 0xFDB4, 0xFCC3, 0xFCA4] {
        assert_eq!(sign("", &[], &[uuid(service)]), Some(Sign::Service(service)));
    }
    for name in ["HP", "HP ENVY 4520 series", "DIRECT-0A-HP DeskJet 2700"] {
        assert_eq!(sign(name, &[], &[]), Some(Sign::Name), "{name}");
    }
    assert_eq!(sign("HP", &[COMPANY], &[uuid(0xFE78)]), Some(Sign::Company));
    assert_eq!(sign("HP", &[], &[uuid(0xFE78)]), Some(Sign::Service(0xFE78)));
}

#[test]
fn strangers_and_near_misses_are_none() {
    assert_eq!(sign("", &[], &[]), None);
    // Hewlett Packard Enterprise, Apple, and ours with its bytes swapped.
    assert_eq!(sign("", &[0x011B, 0x004C, 0x6500], &[uuid(0xFD94), uuid(0x110B)]), None);
    // The short number in the wrong place, in a UUID of somebody's own, and in the upper half of a 32-bit one.
    let own = 0x0000_FE78_0000_1000_8000_0080_5F9B_34FC;
    assert_eq!(sign("", &[], &[0xFE78, own, u128::from(0xFE78_0001_u32) << 96 | BASE, 0, u128::MAX]), None);
    for name in [
        "hp",
        "My HP",
        "Somebody's Headset",
        "DIRECT-",
        "DIRECT-0A",
        "DIRECT-0A-",
        "DIRECT-0AB-HP",
        "DIRECT--HP",
    ] {
        assert_eq!(sign(name, &[], &[]), None, "{name}");
    }
    for name in ["DIRECT-\u{e4}\u{e4}-HP", "DIRECT-\u{1F5A8}-HP", "DIRECT-0\u{301}-HP", "\u{3c0}HP"] {
        assert_eq!(sign(name, &[], &[]), None, "{name}");
    }
}

#[test]
fn what_is_kept_is_bounded_clean_and_hidden() {
    let long = format!("HP\u{202e}\u{7}{}", "x".repeat(100_000));
    let seen = Advertisement::new("3C:A8:2A:00:00:01", Some(&long), 1..=u16::MAX, 0..1_000_000);
    assert_eq!((seen.companies.len(), seen.services.len()), (MAX_COMPANIES, MAX_SERVICES));
    let near = is_hp(&seen).unwrap();
    assert!(near.name.as_str().starts_with("HPx") && near.name.as_str().chars().count() == 80);
    for address in ["5A-00-00-00-00-03", "5a:00:00:00:00:03", "5A0000000003"] {
        assert_eq!(is_hp(&heard("a", address, &[COMPANY], &[])).unwrap().name.as_str(), "", "{address}");
    }
    let said = format!("{:?}", BleEvent::Seen(heard("3C:A8:2A:00:00:01", "HP of Somebody", &[], &[])));
    assert!(!said.contains("3C:A8") && !said.contains("Somebody"), "{said}");
}

#[test]
fn a_device_is_listed_once_and_dropped_when_it_is_not_heard() {
    let (mut nearby, start) = (Nearby::default(), Moment(1_000));
    let see = |nearby: &mut Nearby, name: &str, companies: &[u16], after: u64| {
        nearby.apply(BleEvent::Seen(heard("a", name, companies, &[])), start + Duration::from_secs(after))
    };
    assert!(!see(&mut nearby, "Somebody's", &[], 0), "a stranger changes nothing");
    assert_eq!(nearby.next_expiry(), None);
    assert!(see(&mut nearby, "HP ENVY", &[], 0));
    assert!(!see(&mut nearby, "HP ENVY", &[], 20));
    assert!(see(&mut nearby, "", &[COMPANY], 25), "a stronger sign");
    assert!(!see(&mut nearby, "", &[], 40), "known by what it told before");
    let all: Vec<Near> = nearby.devices().cloned().collect();
    assert_eq!(all, [Near { sign: Sign::Company, name: Label::new("HP ENVY") }]);
    assert_eq!(nearby.next_expiry(), Some(start + Duration::from_secs(70)));
    assert!(!nearby.expire(start + Duration::from_millis(69_999)));
    assert!(nearby.expire(start + Duration::from_secs(70)));
    assert_eq!(nearby.devices().len(), 0);
}

#[test]
fn trouble_is_told_once_and_ends_with_the_next_device() {
    let mut nearby = Nearby::default();
    let off = BleEvent::Trouble(BleTrouble::SwitchedOff);
    assert!(nearby.apply(off.clone(), Moment(0)) && !nearby.apply(off, Moment(1)));
    assert_eq!(nearby.trouble(), Some(BleTrouble::SwitchedOff));
    assert!(nearby.apply(BleEvent::Trouble(PortError::Failed.into()), Moment(2)));
    assert!(
        nearby.apply(BleEvent::Seen(heard("a", "", &[], &[])), Moment(3)),
        "a stranger is heard, so it works"
    );
    assert_eq!(nearby.trouble(), None);
}

#[test]
fn a_flood_pushes_nothing_out_and_leaves_room_again() {
    let mut nearby = Nearby::default();
    for n in 0..10_000 {
        nearby.apply(BleEvent::Seen(heard(&n.to_string(), &format!("HP {n}"), &[], &[])), Moment(n));
    }
    assert_eq!(nearby.devices().len(), MAX_DEVICES);
    assert_eq!(nearby.devices().next().unwrap().name.as_str(), "HP 0");
    assert!(nearby.apply(BleEvent::Seen(heard("new", "HP", &[], &[])), Moment(100_000)));
    assert_eq!(nearby.devices().len(), 1);
}

proptest! {
    #[test]
    fn nothing_in_the_air_breaks_it(
        names in prop::collection::vec(prop::option::of(any::<String>()), 0..40),
        companies in prop::collection::vec(any::<u16>(), 0..40),
        services in prop::collection::vec(any::<u128>(), 0..100),
        times in prop::collection::vec(any::<u64>(), 1..40),
    ) {
        let mut nearby = Nearby::default();
        for (name, at) in names.iter().zip(times.iter().cycle()) {
            let key = name.clone().unwrap_or_default();
            let seen = Advertisement::new(&key, name.as_deref(), companies.clone(), services.clone());
            nearby.apply(BleEvent::Seen(seen), Moment(*at));
            prop_assert!(nearby.devices().len() <= MAX_DEVICES);
            prop_assert!(nearby.devices().all(|near| near.name.as_str().chars().count() <= 80));
        }
    }
}

#[test]
fn a_filter_names_each_service_in_full() {
    let uuids = service_uuids().map(|text| u128::from_str_radix(&text.replace('-', ""), 16).unwrap());
    assert_eq!(uuids, SERVICES.map(uuid));
}
