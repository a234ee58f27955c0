//! What the system must do for us. Each port is a small synchronous trait, called on a blocking thread; what takes time
//! answers through an object that only enqueues, from any thread, also from inside the call.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use crate::discovery::DnsSdEvent;
use crate::discovery::ble::BleEvent;
use crate::net::{LocalAddr, Trouble};
use crate::time::Moment;

/// The system's clocks.
pub trait Clock: Send + Sync + 'static {
    /// Time since the device's start, counted through sleep.
    fn now(&self) -> Moment;
    /// Milliseconds since 1970.
    fn wall_ms(&self) -> u64;
    /// How many times faster than real time it runs: 1 everywhere but in the lab.
    fn rate(&self) -> u32 {
        1
    }
    /// How long a real wait for `length` of this clock takes.
    fn real(&self, length: Duration) -> Duration {
        length / self.rate().max(1)
    }
}

/// Where events of a browse go. Enqueues only.
pub type DnsSdSink = Arc<dyn Fn(DnsSdEvent) + Send + Sync>;

/// DNS-SD browsing of [`crate::discovery::SERVICE_TYPES`].
pub trait DnsSd: Send + Sync + 'static {
    /// Starts browsing; events go to `sink` until `stop(id)`.
    ///
    /// # Errors
    /// [`PortError`]: permission missing and port failed are told apart from "nothing found".
    fn browse(&self, id: u64, sink: DnsSdSink) -> Result<(), PortError>;
    /// Ends the browse; unknown ids do nothing.
    fn stop(&self, id: u64);
}

/// Where events of a scan go. Enqueues only.
pub type BleSink = Arc<dyn Fn(BleEvent) + Send + Sync>;

/// Listening to Bluetooth LE advertisements. Never switches Bluetooth on, never connects to a device.
pub trait Ble: Send + Sync + 'static {
    /// Starts listening, without a filter; events go to `sink` until `stop(id)`, or until one of them is a trouble. A running
    /// scan of the same id ends first.
    ///
    /// # Errors
    /// [`PortError`] when not even a try was possible; what the try shows comes as
    /// [`BleTrouble`](crate::discovery::ble::BleTrouble).
    fn scan(&self, id: u64, sink: BleSink) -> Result<(), PortError>;
    /// Ends the scan, within a bounded time; unknown ids do nothing.
    fn stop(&self, id: u64);
}

/// What the system tells of the phone's networks.
pub trait Networks: Send + Sync + 'static {
    /// A look at the moment.
    fn look(&self) -> NetworkState;
}

/// The phone's networks at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct NetworkState {
    /// The home network's default gateway; `None` when it is not known or there is no network.
    pub gateway: Option<crate::router::Gateway>,
    /// Which ones there are.
    pub around: Around,
}

/// Which networks the phone is on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// It is on a local network that is no printer's own.
    pub home: bool,
    /// It is on a printer's own Wi-Fi, and the printer answers there.
    pub setup: Option<LocalAddr>,
    /// A VPN is on: it may hide what is on the home network.
    pub vpn: bool,
    /// It is on mobile data and on no local network.
    pub mobile: bool,
}

impl Around {
    /// At home and nowhere else.
    pub const HOME: Around = Around { home: true, setup: None, vpn: false, mobile: false };
}

/// Where news of a lease go. Enqueues only.
pub type SetupWifiSink = Arc<dyn Fn(Result<(), PortError>) + Send + Sync>;

/// Brings the phone to a printer's own Wi-Fi and back. That it is there, [`Networks`] tells; this tells only that it could
/// not be done, or that the network was lost.
pub trait SetupWifi: Send + Sync + 'static {
    /// Joins an open network whose name begins with one of [`SETUP_WIFI_PREFIXES`], until `leave(id)`. Answers through `sink`,
    /// once, at most after a minute: `Ok` when it is joined.
    ///
    /// # Errors
    /// [`PortError`]; the person is shown how to do it by hand.
    fn join(&self, id: u64, sink: SetupWifiSink) -> Result<(), PortError>;

    /// Leaves it; the system goes back to the network it was on. Unknown ids do nothing.
    fn leave(&self, id: u64);
}

/// How the names of printers' own networks begin: setup (observed on LaserJets and inkjets), Wireless Direct of 2011 to 2014,
/// Wi-Fi Direct.
pub const SETUP_WIFI_PREFIXES: [&str; 3] = ["HP-Setup", "HP-Print-", "DIRECT-"];

/// Keeps the saved session, in a place that only this app can read. Replaces atomically.
pub trait Store: Send + Sync + 'static {
    /// # Errors
    /// The system's error; the session goes on and says that it cannot be continued after an interruption.
    fn save(&self, session: &[u8]) -> io::Result<()>;
    /// The last saved session, at most 64 KiB, or `None`.
    ///
    /// # Errors
    /// The system's error.
    fn load(&self) -> io::Result<Option<Vec<u8>>>;
    /// Forgets it; nothing saved is no error.
    ///
    /// # Errors
    /// The system's error.
    fn clear(&self) -> io::Result<()>;
}

/// Keeps secrets from one session to the next, each under a name. The place is one that only this app can read, that is left
/// out of backups, and that the system's key store seals where there is one.
pub trait Vault: Send + Sync + 'static {
    /// Replaces what is kept under this name, all of it or nothing. A name is 1 to 32 of `a`-`z`, `0`-`9` and `-`; at most
    /// 64 KiB.
    ///
    /// # Errors
    /// The system's error; the session goes on, and the next one does not know it.
    fn save(&self, name: &str, secret: &[u8]) -> io::Result<()>;
    /// What is kept under this name, or `None`.
    ///
    /// # Errors
    /// The system's error; the session goes on as if nothing were kept.
    fn load(&self, name: &str) -> io::Result<Option<Vec<u8>>>;
    /// Forgets it; nothing kept is no error.
    ///
    /// # Errors
    /// The system's error.
    fn remove(&self, name: &str) -> io::Result<()>;
}

/// Why a port could not do its work.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    thiserror::Error,
    serde::Serialize,
    serde::Deserialize,
)]
pub enum PortError {
    /// The person or the system has not allowed it.
    #[error("permission missing")]
    PermissionMissing,
    /// It failed.
    #[error("failed")]
    Failed,
}

/// The ports of one session.
#[derive(Clone)]
pub struct Ports {
    /// Clocks.
    pub clock: Arc<dyn Clock>,
    /// DNS-SD.
    pub dns_sd: Arc<dyn DnsSd>,
    /// Bluetooth LE; `None` where there is no port for it.
    pub ble: Option<Arc<dyn Ble>>,
    /// Networks.
    pub networks: Arc<dyn Networks>,
    /// Brings the phone to a printer's own Wi-Fi; `None`: the person does it.
    pub setup_wifi: Option<Arc<dyn SetupWifi>>,
    /// The saved session; `None` keeps nothing.
    pub store: Option<Arc<dyn Store>>,
    /// What is kept from one session to the next; `None`: a router's certificate is known only while the session runs.
    pub vault: Option<Arc<dyn Vault>>,
}

pub mod desktop;

impl From<PortError> for Trouble {
    fn from(_: PortError) -> Self {
        Trouble::NotOnNetwork
    }
}
