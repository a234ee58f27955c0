//! What the setup does, case by case, and the walk over everything that can happen.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod alphabet;
mod bench;
mod cases;
mod certificate;
mod roads;
mod twins;
mod walk;

use super::*;
use crate::identity::{Identity, Label, Mark};
use crate::net::tls::{Changed, Fingerprint};
use crate::net::{LocalAddr, Trouble};
use crate::printer::{Link, PinOffer, PrinterAnswer, PrinterReport};
use crate::router::{LastResult, PushButton, RouterKind, RouterReport, RouterStatus, Takes};

pub(super) fn knowledge() -> &'static Knowledge {
    Knowledge::embedded().unwrap()
}

pub(super) fn addr(text: &str) -> LocalAddr {
    LocalAddr::parse(text).unwrap()
}

pub(super) fn printer() -> Identity {
    Identity {
        uuid: Mark::new("1c852a4d-b800-1f08-abcd-02a0b0c0d0e0"),
        mac: Mark::mac("02:a0:b0:c0:d0:e0"),
        model: Label::new("HP LaserJet Pro M1217nfw"),
        ..Identity::default()
    }
}

pub(super) fn unmarked() -> Identity {
    Identity { model: Label::new("HP LaserJet Pro M1217nfw"), ..Identity::default() }
}

pub(super) fn found(key: &str, identity: Identity, at: &str) -> Found {
    Found { key: key.into(), name: identity.model.clone(), identity, host: None, ews: vec![addr(at)] }
}

pub(super) fn report(at: &str, pin: PinOffer, link: Option<Link>) -> PrinterReport {
    PrinterReport {
        identity: printer(),
        at: addr(at),
        pin,
        asked_through: link,
        wifi_joined: Some(link == Some(Link::Wifi)),
        ssid: None,
        display: Some(false),
        asleep: false,
        pages: Vec::new(),
        identify: None,
    }
}

pub(super) fn resource() -> PinOffer {
    PinOffer::Resource { path: "/IoMgmt/Adapters/wifi0/WPS/Pin".into() }
}

pub(super) fn router(device_pin: Takes) -> RouterReport {
    RouterReport {
        at: addr("192.168.1.1"),
        kind: RouterKind::OpenWrt { hostapd: vec!["hostapd.phy0-ap0".into()] },
        encrypted: false,
        device_pin,
        push_button: Takes::Yes,
        trouble: None,
        vendor: None,
    }
}

pub(super) fn certificate() -> Changed {
    let (known, shown) = (Fingerprint::of(b"old"), Fingerprint::of(b"new"));
    Changed { at: addr("192.168.1.1:443"), known, shown }
}

/// Another certificate than before, with what is known of the router all the same.
pub(super) fn changed() -> Outcome {
    let trouble = Some(Trouble::CertificateChanged);
    let (device_pin, push_button) = (Takes::Unknown, Takes::Unknown);
    let report =
        RouterReport { kind: RouterKind::Unknown, device_pin, push_button, trouble, ..router(Takes::No) };
    Outcome::CertificateChanged { certificate: certificate(), router: Some(report) }
}

pub(super) fn status(last: LastResult, peer: Option<&str>) -> RouterStatus {
    RouterStatus { push_button: PushButton::Disabled, last, peer: peer.and_then(Mark::mac) }
}

pub(super) fn twin() -> Identity {
    Identity {
        uuid: Mark::new("1c852a4d-b800-1f08-abcd-02a0b0c0d0ff"),
        mac: Mark::mac("02:a0:b0:c0:d0:ff"),
        ..printer()
    }
}

pub(super) fn pushing(push_button: PushButton) -> RouterStatus {
    RouterStatus { push_button, ..status(LastResult::None, None) }
}

pub(super) fn answer(identity: Identity, at: &str, through: Option<Link>) -> PrinterAnswer {
    PrinterAnswer { identity, at: addr(at), through, ssid: None }
}
