//! Bluetooth LE advertisements → "an HP device is near".
//!
//! No more than that: laptops, headsets and screens advertise with the same numbers, and nothing in an advertisement is
//! proved. What a printer tells of itself there is not documented, so no payload is read.

use std::hash::{BuildHasher, RandomState};
use std::sync::LazyLock;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::identity::{Label, Mark};
use crate::ports::PortError;

mod nearby;
#[cfg(test)]
mod tests;

pub use nearby::Nearby;

/// HP, Inc. in the Bluetooth SIG's list of company identifiers. (0x011B is Hewlett Packard Enterprise.)
pub const COMPANY: u16 = 0x0065;
/// 16-bit service UUIDs that the Bluetooth SIG assigned to HP: the first two to Hewlett-Packard Company, the others to
/// HP Inc.
pub const SERVICES: [u16; 6] = [0xFE77, 0xFE78, 0xFDF7, 0xFDB4, 0xFCC3, 0xFCA4];
/// Devices kept at the same time. Addresses cost nothing, so there may be any number of them.
pub const MAX_DEVICES: usize = 64;
/// After so long unheard a device counts as gone. Ours: half as long again as HP's app has to look (20 s).
pub const UNSEEN: Duration = Duration::from_secs(30);

/// Kept of one advertisement; BlueZ adds up what a device ever told.
const MAX_COMPANIES: usize = 16;
const MAX_SERVICES: usize = 64;
/// The Bluetooth base UUID, into which a short UUID is put at bit 96.
pub const BASE: u128 = 0x0000_0000_0000_1000_8000_0080_5F9B_34FB;

/// What a scan reports. Everything in it comes through the air and is hostile until matched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BleEvent {
    /// A device was heard, first or again.
    Seen(Advertisement),
    /// The scan could not start, or broke off; nothing more comes from it.
    Trouble(BleTrouble),
}

/// Why a scan hears nothing, told apart from "nothing is there".
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, thiserror::Error, Serialize, Deserialize,
)]
pub enum BleTrouble {
    /// The person or the system has not allowed it.
    #[error("permission missing")]
    PermissionMissing,
    /// The system offers no adapter: none is there, or its Bluetooth service does not run.
    #[error("no adapter")]
    NoAdapter,
    /// The adapter is off. It is the person's to switch on.
    #[error("switched off")]
    SwitchedOff,
    /// It failed or was refused.
    #[error("failed")]
    Failed,
}

impl From<PortError> for BleTrouble {
    fn from(fault: PortError) -> Self {
        match fault {
            PortError::PermissionMissing => Self::PermissionMissing,
            PortError::Failed => Self::Failed,
        }
    }
}

/// Tells devices apart for as long as the program runs. It is made with a key that nobody knows, so it leads back to no
/// address and fits none of another run.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct DeviceKey(u64);

impl DeviceKey {
    fn new(device: &str) -> Self {
        static STATE: LazyLock<RandomState> = LazyLock::new(RandomState::new);
        Self(STATE.hash_one(device))
    }
}

impl std::fmt::Debug for DeviceKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DeviceKey")
    }
}

/// What one device advertises, bounded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advertisement {
    device: DeviceKey,
    name: Label,
    companies: Vec<u16>,
    services: Vec<u128>,
}

impl Advertisement {
    /// `device` is whatever the system knows it by (address, UUID). `companies` are the keys of its manufacturer data,
    /// `services` the UUIDs that it lists or has data for. Kept are the first 16 and 64. A name that is an address is none:
    /// systems call nameless devices so.
    pub fn new(
        device: &str,
        name: Option<&str>,
        companies: impl IntoIterator<Item = u16>,
        services: impl IntoIterator<Item = u128>,
    ) -> Self {
        let name = name.map(Label::new).filter(|name| Mark::mac(name.as_str()).is_none());
        Self {
            device: DeviceKey::new(device),
            name: name.unwrap_or_default(),
            companies: companies.into_iter().take(MAX_COMPANIES).collect(),
            services: services.into_iter().take(MAX_SERVICES).collect(),
        }
    }
}

/// By what a device was taken for HP's; the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Sign {
    /// [`COMPANY`].
    Company,
    /// One of [`SERVICES`].
    Service(u16),
    /// A name as HP's printers have it. Anybody can take one.
    Name,
}

/// An HP device is near: perhaps a printer, never a certain one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// Why it is taken for HP's.
    pub sign: Sign,
    /// Its name, empty when it told none.
    pub name: Label,
}

/// Whether an HP device advertises this.
pub fn is_hp(advertisement: &Advertisement) -> Option<Near> {
    let company = advertisement.companies.contains(&COMPANY).then_some(Sign::Company);
    let service = || {
        let short = advertisement.services.iter().copied().filter_map(short);
        short.filter(|uuid| SERVICES.contains(uuid)).map(Sign::Service).next()
    };
    let name = || called_hp(advertisement.name.as_str()).then_some(Sign::Name);
    let sign = company.or_else(service).or_else(name)?;
    Some(Near { sign, name: advertisement.name.clone() })
}

/// [`SERVICES`] as systems write UUIDs in a filter: `0000fe77-0000-1000-8000-00805f9b34fb`.
pub fn service_uuids() -> [String; SERVICES.len()] {
    SERVICES.map(|short| format!("0000{short:04x}-0000-1000-8000-00805f9b34fb"))
}

/// The 16-bit form of a UUID that has one.
fn short(uuid: u128) -> Option<u16> {
    uuid.checked_sub(BASE)
        .filter(|rest| rest.trailing_zeros() >= 96)
        .and_then(|rest| u16::try_from(rest >> 96).ok())
}

/// `HP…`, or `DIRECT-xx-HP…` as Wi-Fi Direct names it.
fn called_hp(name: &str) -> bool {
    let direct = || {
        let mut rest = name.strip_prefix("DIRECT-")?.chars();
        let two = rest.by_ref().take(2).filter(char::is_ascii_alphanumeric).count();
        Some(two == 2 && rest.as_str().starts_with("-HP"))
    };
    name.starts_with("HP") || direct().unwrap_or(false)
}
