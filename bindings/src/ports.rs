//! What the phone's system does for a session. The app implements the ports; the library calls them on threads of its own.
//!
//! A port starts its work and returns soon; what it finds it tells through the object that it was given, from any thread, also
//! before the call has returned. What comes after `stop` is dropped. A port that throws, or does not return within 5 s,
//! counts as failed. A port must not hold the session: neither would ever be freed.

use std::sync::Arc;

use inkjoin::discovery::mdns::{InterfaceChoice, Mdns};
use inkjoin::ports as core;
use inkjoin::ports::desktop::{FastClock, FileStore, SystemClock};

mod ble;
mod dns_sd;
mod networks;
mod setup_wifi;
mod store;
mod turns;
mod vault;

pub use ble::{Advertisement, BleEvents, BlePort, BleTrouble};
pub use dns_sd::{DnsSdEvents, DnsSdInstance, DnsSdPort, TxtEntry};
pub use networks::{Gateway, NetworkPort, NetworkState};
pub use setup_wifi::{SetupWifiAnswer, SetupWifiPort};
pub use store::StorePort;
pub use vault::VaultPort;

use crate::session::SessionOptions;

/// The ports of one session.
#[derive(Clone, uniffi::Record)]
pub struct Ports {
    /// Tells the phone's networks.
    pub networks: Arc<dyn NetworkPort>,
    /// Browses DNS-SD. Absent: the library sends and hears multicast DNS itself, which needs a `MulticastLock` on Android and
    /// an entitlement of Apple on iOS.
    #[uniffi(default = None)]
    pub dns_sd: Option<Arc<dyn DnsSdPort>>,
    /// Listens to Bluetooth LE. Absent: nothing is said of devices nearby.
    #[uniffi(default = None)]
    pub ble: Option<Arc<dyn BlePort>>,
    /// Brings the phone to a printer's own Wi-Fi and back. Absent: the person does it.
    #[uniffi(default = None)]
    pub setup_wifi: Option<Arc<dyn SetupWifiPort>>,
    /// Keeps an interrupted session. Absent: `SessionOptions.saved_session` decides.
    #[uniffi(default = None)]
    pub store: Option<Arc<dyn StorePort>>,
    /// Keeps the certificates of routers from one session to the next. Absent: they are known while a session runs.
    #[uniffi(default = None)]
    pub vault: Option<Arc<dyn VaultPort>>,
}

impl Ports {
    pub(crate) fn into_core(self, options: &SessionOptions) -> core::Ports {
        let file = || {
            let path = options.saved_session.as_deref()?;
            Some(Arc::new(FileStore::new(path)) as Arc<dyn core::Store>)
        };
        core::Ports {
            clock: if options.clock_rate > 1 {
                Arc::new(FastClock::new(options.clock_rate))
            } else {
                Arc::new(SystemClock)
            },
            dns_sd: match self.dns_sd {
                Some(port) => Arc::new(dns_sd::Foreign::new(port)),
                None => Arc::new(Mdns::new(InterfaceChoice::Default)),
            },
            ble: self.ble.map(|port| Arc::new(ble::Foreign::new(port)) as Arc<dyn core::Ble>),
            networks: Arc::new(networks::Foreign::new(self.networks)),
            setup_wifi: self
                .setup_wifi
                .map(|port| Arc::new(setup_wifi::Foreign::new(port)) as Arc<dyn core::SetupWifi>),
            store: match self.store {
                Some(port) => Some(Arc::new(store::Foreign(port))),
                None => file(),
            },
            vault: self.vault.map(|port| Arc::new(vault::Foreign(port)) as Arc<dyn core::Vault>),
        }
    }
}

impl std::fmt::Debug for Ports {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Ports(..)")
    }
}
