//! Every kind of view with every value that it can hold.

use std::time::Duration;

use crate::identity::{Identity, Label, Mark};
use crate::net::{LocalAddr, Trouble};
use crate::pin::WpsPin;
use crate::router::{RouterKind, RouterReport, Takes};
use crate::setup::input::Choice;
use crate::setup::view::{Card, Clock, Shown, View};
use crate::time::Moment;

mod begin;
mod connect;
mod end;

pub const NOW: Moment = Moment(1_000_000);

const TROUBLES: [Trouble; 11] = [
    Trouble::Unreachable,
    Trouble::TimedOut,
    Trouble::Closed,
    Trouble::TooLarge,
    Trouble::Malformed,
    Trouble::WrongType,
    Trouble::RedirectedAway,
    Trouble::Status(503),
    Trouble::CertificateChanged,
    Trouble::Tls,
    Trouble::NotOnNetwork,
];

/// A view with its name; `pictured` ones are in the snapshots.
pub struct Case {
    pub name: String,
    pub view: View,
    pub pictured: bool,
}

pub struct Cases(pub Vec<Case>);

impl Cases {
    fn add(
        &mut self,
        id: &'static str,
        name: impl Into<String>,
        choices: &[Choice],
        shown: Shown,
    ) -> &mut View {
        let view = View { id, shown, choices: choices.to_vec(), printer: Some(card()), away: false };
        self.0.push(Case { name: name.into(), view, pictured: true });
        &mut self.0.last_mut().unwrap().view
    }

    /// Once per trouble; only the first is in the snapshots.
    fn troubles(&mut self, id: &'static str, choices: &[Choice], shown: impl Fn(Trouble) -> Shown) {
        for (at, trouble) in TROUBLES.into_iter().enumerate() {
            self.add(id, format!("{trouble}"), choices, shown(trouble));
            self.0.last_mut().unwrap().pictured = at == 0;
        }
    }
}

pub fn card() -> Card {
    let identity = Identity {
        uuid: Mark::new("1c852a4d-b800-1f08-abcd-02a0b0c0d0e0"),
        serial: None,
        mac: Mark::mac("02:a0:b0:c0:d0:e0"),
        model: Label::new("HP LaserJet Pro M1217nfw"),
        product: None,
    };
    Card { number: 1, name: identity.model.clone(), model: identity.model.clone(), identity }
}

/// One that no family knows.
pub fn stranger() -> Card {
    let identity = Identity {
        model: Label::new("HP ENVY 9999"),
        serial: Mark::new("CN00001234"),
        ..Identity::default()
    };
    Card { number: 2, name: Label::new("Attic"), model: identity.model.clone(), identity }
}

pub fn pin() -> WpsPin {
    WpsPin::parse("12345670").unwrap()
}

fn clock(seconds: u64) -> Option<Clock> {
    Some(Clock { ends_at: Moment(NOW.0 + seconds * 1000), total: Duration::from_secs(120) })
}

fn router(encrypted: bool, kind: RouterKind) -> RouterReport {
    let at = LocalAddr::parse(if encrypted { "192.168.1.1:443" } else { "192.168.1.1:8080" }).unwrap();
    RouterReport {
        at,
        kind,
        encrypted,
        device_pin: Takes::AfterSignIn,
        push_button: Takes::Unknown,
        trouble: None,
    }
}

fn openwrt() -> RouterReport {
    router(true, RouterKind::OpenWrt { hostapd: vec!["hostapd.phy0-ap0".into()] })
}

pub fn all() -> Vec<Case> {
    let mut cases = Cases(Vec::new());
    begin::find(&mut cases);
    begin::decide(&mut cases);
    connect::sign_in(&mut cases);
    connect::pins(&mut cases);
    connect::router_page(&mut cases);
    end::waiting(&mut cases);
    end::after(&mut cases);
    end::ended(&mut cases);
    cases.0
}
