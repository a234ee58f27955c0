//! The networks of a desktop.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;

use super::bounded;
use crate::net::{LocalAddr, SETUP_ADDRESS};
use crate::ports::{NetworkState, Networks};
use crate::router::Gateway;

/// The networks that Linux's routing table shows: the default gateway of the lowest metric. On other systems the gateway is
/// not known, and the phone is taken to be online.
#[derive(Clone, Debug, Default)]
pub struct RoutingTable {
    /// Only this interface, such as `wlan0`.
    pub interface: Option<String>,
}

impl Networks for RoutingTable {
    fn look(&self) -> NetworkState {
        match bounded(Path::new("/proc/net/route"), 256 << 10) {
            Ok(table) => routes(&String::from_utf8_lossy(&table), self.interface.as_deref()),
            Err(_) => NetworkState { gateway: None, online: true },
        }
    }
}

/// RTF_UP and RTF_GATEWAY of `linux/route.h`.
const UP: u32 = 0x1;
const GATEWAY: u32 = 0x2;

/// Columns: Iface Destination Gateway Flags RefCnt Use Metric Mask ..., addresses as little-endian hex.
pub(super) fn routes(table: &str, interface: Option<&str>) -> NetworkState {
    let mut state = NetworkState::default();
    let mut best = None;
    for line in table.lines().skip(1) {
        let Some((name, route)) = route(line) else { continue };
        if route.flags & UP == 0 || name == "lo" || is_tunnel(name) || interface.is_some_and(|i| i != name) {
            continue;
        }
        state.online = true;
        let default = route.destination == 0 && route.mask == 0 && route.flags & GATEWAY != 0;
        if default && best.is_none_or(|metric| route.metric < metric) {
            best = Some(route.metric);
            // On the printer's own network the printer is the gateway; it is nobody's router.
            state.gateway = Some(route.gateway).filter(|ip| *ip != SETUP_ADDRESS).and_then(gateway);
        }
    }
    state
}

/// A VPN's gateway is not the router of this home, and nothing of ours goes through one.
fn is_tunnel(name: &str) -> bool {
    ["tun", "tap", "ppp", "wg"].iter().any(|kind| name.starts_with(kind))
}

struct Route {
    destination: u32,
    gateway: Ipv4Addr,
    flags: u32,
    metric: u32,
    mask: u32,
}

fn route(line: &str) -> Option<(&str, Route)> {
    let mut fields = line.split_ascii_whitespace();
    let name = fields.next()?;
    let hex = |text: &str| u32::from_str_radix(text, 16).ok();
    let destination = hex(fields.next()?)?;
    let gateway = Ipv4Addr::from(hex(fields.next()?)?.swap_bytes());
    let flags = hex(fields.next()?)?;
    let metric = fields.nth(2)?.parse().ok()?;
    let mask = hex(fields.next()?)?;
    Some((name, Route { destination, gateway, flags, metric, mask }))
}

fn gateway(address: Ipv4Addr) -> Option<Gateway> {
    let at = |port| LocalAddr::new(SocketAddr::new(address.into(), port)).ok();
    Some(Gateway { http: at(80)?, https: at(443)? })
}

/// Networks that never change: a lab's or a test's.
#[derive(Clone, Copy, Debug, Default)]
pub struct FixedNetworks(pub NetworkState);

impl Networks for FixedNetworks {
    fn look(&self) -> NetworkState {
        self.0
    }
}
