//! The phone's networks: `ConnectivityManager`, `NWPathMonitor`.

use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

use inkjoin::net::LocalAddr;
use inkjoin::ports as core;
use inkjoin::router;

use crate::error::PortError;
use crate::text::InputText;

/// Tells the phone's networks. When they change, the app calls `Session.network_changed`.
#[uniffi::export(foreign)]
pub trait NetworkPort: Send + Sync {
    /// A look at this moment.
    ///
    /// Fails with `PortError`; what was seen before counts then.
    fn look(&self) -> Result<NetworkState, PortError>;
}

/// The phone's networks at one moment.
#[derive(Clone, PartialEq, Eq, uniffi::Record)]
pub struct NetworkState {
    /// The phone is on a local network that is no printer's own: Wi-Fi or a cable.
    pub home: bool,
    /// That network's router. Absent when it is not known.
    #[uniffi(default = None)]
    pub gateway: Option<Gateway>,
    /// The phone is on a printer's own Wi-Fi: the printer's address there, with a port where it is not 80. It is that
    /// network's gateway or DHCP server.
    #[uniffi(default = None)]
    pub setup: Option<InputText>,
    /// A VPN is on, which may hide the home network.
    #[uniffi(default = false)]
    pub vpn: bool,
    /// The phone is on mobile data and on no local network.
    #[uniffi(default = false)]
    pub mobile: bool,
}

/// The home network's router.
#[derive(Clone, PartialEq, Eq, uniffi::Record)]
pub struct Gateway {
    /// IPv4 or IPv6 address as text.
    pub address: InputText,
    /// Where it speaks HTTP.
    #[uniffi(default = 80)]
    pub http_port: u16,
    /// Where it speaks HTTPS.
    #[uniffi(default = 443)]
    pub https_port: u16,
}

impl std::fmt::Debug for NetworkState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NetworkState(..)")
    }
}

pub(super) struct Foreign {
    port: Arc<dyn NetworkPort>,
    last: Mutex<core::NetworkState>,
}

impl Foreign {
    pub fn new(port: Arc<dyn NetworkPort>) -> Self {
        Self { port, last: Mutex::default() }
    }
}

impl core::Networks for Foreign {
    fn look(&self) -> core::NetworkState {
        let seen = self.port.look();
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        match seen {
            Ok(state) => *last = state.into(),
            Err(error) => tracing::warn!(%error, "the networks could not be looked at"),
        }
        *last
    }
}

impl From<NetworkState> for core::NetworkState {
    /// An address that is none of a home network counts as not known.
    fn from(state: NetworkState) -> Self {
        let around = core::Around {
            home: state.home,
            setup: state.setup.and_then(|text| LocalAddr::parse(&text).ok()),
            vpn: state.vpn,
            mobile: state.mobile,
        };
        Self { gateway: state.gateway.and_then(gateway), around }
    }
}

fn gateway(gateway: Gateway) -> Option<router::Gateway> {
    let ip = gateway.address.split('%').next()?.parse::<IpAddr>().ok()?;
    let at = |port| LocalAddr::new(SocketAddr::new(ip, port)).ok();
    Some(router::Gateway { http: at(gateway.http_port)?, https: at(gateway.https_port)? })
}
