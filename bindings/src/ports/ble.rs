//! Bluetooth LE by the phone's system: `BluetoothLeScanner`, CoreBluetooth.

use std::sync::Arc;

use inkjoin::discovery::ble::{Advertisement as CoreAdvertisement, BASE, BleEvent};
use inkjoin::ports::{self as core, BleSink};

use super::turns::{Sink, Turns};
use crate::error::PortError;
use crate::text::InputText;

/// Listens to Bluetooth LE advertisements. Never switches Bluetooth on, never connects to a device.
#[uniffi::export(foreign)]
pub trait BlePort: Send + Sync {
    /// Listens until `stop` of the same id, or until `BleEvents.trouble`.
    ///
    /// Fails with `PortError.PermissionMissing` or `PortError.Failed`.
    fn scan(&self, id: u64, events: Arc<BleEvents>) -> Result<(), PortError>;

    /// Ends that scan. Called once for each scan that was started.
    ///
    /// May fail with `PortError`, which nobody looks at.
    fn stop(&self, id: u64) -> Result<(), PortError>;
}

/// What was heard of one device. Never an identity: the library says no more than that an HP device is near.
#[derive(Clone, PartialEq, Eq, uniffi::Record)]
pub struct Advertisement {
    /// Whatever the system knows the device by: an address, a UUID. It goes no further than into a key that fits no other run.
    pub device: InputText,
    /// Its name. Absent when it tells none.
    pub name: Option<InputText>,
    /// Company identifiers of its manufacturer data.
    pub companies: Vec<u16>,
    /// UUIDs of the services that it lists or has data for, as text: four, eight or 32 hex digits, with dashes or without.
    pub services: Vec<InputText>,
}

impl std::fmt::Debug for Advertisement {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Advertisement(..)")
    }
}

/// Why a scan hears nothing, told apart from "nothing is there".
#[uniffi::remote(Enum)]
pub enum BleTrouble {
    /// The person or the system has not allowed it.
    PermissionMissing,
    /// The phone has no Bluetooth LE.
    NoAdapter,
    /// Bluetooth is off. It is the person's to switch on.
    SwitchedOff,
    /// It failed or was refused.
    Failed,
}
pub use inkjoin::discovery::ble::BleTrouble;

/// Where a scan tells what it hears. Any thread, at any time; after `BlePort.stop` nothing is taken any more.
#[derive(uniffi::Object)]
pub struct BleEvents(Arc<Sink<BleEvent>>);

#[uniffi::export]
impl BleEvents {
    /// A device was heard, first or again.
    pub fn seen(&self, advertisement: Advertisement) {
        let services = advertisement.services.iter().filter_map(|text| uuid(text));
        let seen = CoreAdvertisement::new(
            &advertisement.device,
            advertisement.name.as_deref(),
            advertisement.companies,
            services,
        );
        self.0.send(BleEvent::Seen(seen));
    }

    /// The scan could not start, or broke off. It is over then.
    pub fn trouble(&self, why: BleTrouble) {
        self.0.send_last(BleEvent::Trouble(why));
    }
}

/// Systems give the short form where there is one (CoreBluetooth) or always the long one (Android).
fn uuid(text: &str) -> Option<u128> {
    let digits: String = text.chars().filter(|c| *c != '-').take(33).collect();
    // It would take a sign, too.
    let value = u128::from_str_radix(&digits, 16).ok().filter(|_| !digits.starts_with('+'))?;
    match digits.len() {
        4 | 8 => Some(value << 96 | BASE),
        32 => Some(value),
        _ => None,
    }
}

pub(super) struct Foreign {
    port: Arc<dyn BlePort>,
    turns: Turns<BleEvent>,
}

impl Foreign {
    pub fn new(port: Arc<dyn BlePort>) -> Self {
        Self { port, turns: Turns::default() }
    }

    fn end(&self, id: u64) {
        if let Err(error) = self.port.stop(id) {
            tracing::debug!(%error, "a scan that would not stop");
        }
    }
}

impl core::Ble for Foreign {
    fn scan(&self, id: u64, sink: BleSink) -> Result<(), core::PortError> {
        let sink = Sink::new(sink);
        let begin = || self.port.scan(id, Arc::new(BleEvents(sink.clone())));
        Ok(self.turns.start(id, sink.clone(), begin, || self.end(id))?)
    }

    fn stop(&self, id: u64) {
        self.turns.stop(id, || self.end(id));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uuids_of_all_systems_are_the_same() {
        let long = uuid("0000fe78-0000-1000-8000-00805f9b34fb");
        assert!(long.is_some());
        assert_eq!([uuid("FE78"), uuid("0000FE78")], [long, long]);
        for odd in ["", "xyz", "fe7", "é8", "fe78fe78fe78fe78fe78fe78fe78fe78fe78", "-", "+e78"] {
            assert_eq!(uuid(odd), None, "{odd}");
        }
    }
}
