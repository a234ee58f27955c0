//! Every kind of view with every value that it can hold.

use std::time::Duration;

use crate::identity::{Identity, Label, Mark};
use crate::net::{LocalAddr, Trouble};
use crate::pin::WpsPin;
use crate::printer::NoPage;
use crate::router::{RouterKind, RouterReport, Takes};
use crate::setup::effect::EffectId;
use crate::setup::input::{Around, Choice};
use crate::setup::state::Sheet;
use crate::setup::view::{Card, Clock, Road, Shown, View};
use crate::time::Moment;

mod begin;
mod connect;
mod end;
mod push;
mod ways;

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
        let (printer, around, road) = (Some(card()), Around::HOME, Road::default());
        let view = View { id, shown, choices: choices.to_vec(), printer, around, road };
        self.0.push(Case { name: name.into(), view, pictured: true });
        &mut self.0.last_mut().unwrap().view
    }

    /// Drawn and checked, but not among the pictures.
    fn hidden(&mut self) {
        self.0.last_mut().unwrap().pictured = false;
    }

    /// Once per trouble; only the first is in the snapshots.
    fn troubles(&mut self, id: &'static str, choices: &[Choice], shown: impl Fn(Trouble) -> Shown) {
        for (at, trouble) in TROUBLES.into_iter().enumerate() {
            self.add(id, format!("{trouble}"), choices, shown(trouble));
            if at > 0 {
                self.hidden();
            }
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
    WpsPin::parse("24681353").unwrap()
}

/// On no local network.
const AWAY: Around = Around { home: false, ..Around::HOME };
/// On mobile data only.
const MOBILE: Around = Around { mobile: true, ..AWAY };

/// On the printer's own Wi-Fi.
fn there() -> Around {
    Around { setup: Some(LocalAddr::setup()), ..AWAY }
}

/// Every state of a sheet; of the reasons why not, each once.
fn sheets() -> Vec<Sheet> {
    let no = [NoPage::NotOffered, NoPage::Busy, NoPage::Refused, NoPage::Trouble(Trouble::TimedOut)];
    let some = [Sheet::No, Sheet::Asking(EffectId(1)), Sheet::Printed];
    some.into_iter().chain(no.map(Sheet::Failed)).collect()
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
        vendor: None,
    }
}

fn openwrt() -> RouterReport {
    let kind = RouterKind::OpenWrt { hostapd: vec!["hostapd.phy0-ap0".into()] };
    RouterReport { vendor: Some("openwrt".to_owned()), ..router(true, kind) }
}

/// One of a family, by a model of it.
fn model(name: &str) -> Card {
    let identity = Identity { model: Label::new(name), ..card().identity };
    Card { name: identity.model.clone(), model: identity.model.clone(), identity, ..card() }
}

fn of_vendor(vendor: &str) -> RouterReport {
    RouterReport { vendor: Some(vendor.to_owned()), ..router(false, RouterKind::Unknown) }
}

pub fn all() -> Vec<Case> {
    let mut cases = Cases(Vec::new());
    begin::doors(&mut cases);
    begin::find(&mut cases);
    begin::address(&mut cases);
    begin::which_one(&mut cases);
    ways::already_online(&mut cases);
    ways::hops(&mut cases);
    ways::ways(&mut cases);
    connect::sign_in(&mut cases);
    connect::pins(&mut cases);
    connect::type_pin(&mut cases);
    connect::router_page(&mut cases);
    push::buttons(&mut cases);
    push::start_printer(&mut cases);
    end::waiting(&mut cases);
    end::after(&mut cases);
    end::ended(&mut cases);
    cases.0
}
