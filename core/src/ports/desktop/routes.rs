//! The networks of a desktop.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;

use super::bounded;
use crate::net::{LocalAddr, SETUP_ADDRESS};
use crate::ports::{Around, NetworkState, Networks};
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
            Err(_) => NetworkState { around: Around::HOME, gateway: None },
        }
    }
}

/// RTF_UP and RTF_GATEWAY of `linux/route.h`.
const UP: u32 = 0x1;
const GATEWAY: u32 = 0x2;

/// Columns: Iface Destination Gateway Flags RefCnt Use Metric Mask ..., addresses as little-endian hex.
pub(super) fn routes(table: &str, interface: Option<&str>) -> NetworkState {
    let (mut around, mut gateway) = (Around::default(), None);
    let mut best = None;
    for line in table.lines().skip(1) {
        let Some((name, route)) = route(line) else { continue };
        if route.flags & UP == 0 || name == "lo" {
            continue;
        }
        match kind(name) {
            // Whichever link the home network is on, the printer's own may be on another.
            Kind::Local if route.leads_to_printer() => around.setup = Some(LocalAddr::setup()),
            _ if interface.is_some_and(|i| i != name) => {}
            Kind::Tunnel => around.vpn = true,
            Kind::Mobile => around.mobile = true,
            Kind::Local => {
                around.home = true;
                let default = route.is_default() && route.flags & GATEWAY != 0;
                if default && best.is_none_or(|metric| route.metric < metric) {
                    best = Some(route.metric);
                    gateway = gateway_at(route.gateway);
                }
            }
        }
    }
    around.mobile &= !around.home && around.setup.is_none();
    NetworkState { gateway, around }
}

enum Kind {
    /// A VPN's gateway is not the router of this home, and nothing of ours goes through one.
    Tunnel,
    Mobile,
    Local,
}

/// The names that Linux, NetworkManager and the usual VPNs give their interfaces.
fn kind(name: &str) -> Kind {
    let begins = |with: &[&str]| with.iter().any(|w| name.starts_with(w));
    if begins(&["tun", "tap", "ppp", "wg", "ipsec"]) {
        Kind::Tunnel
    } else if begins(&["wwan", "rmnet", "ccmni"]) {
        Kind::Mobile
    } else {
        Kind::Local
    }
}

struct Route {
    destination: u32,
    gateway: Ipv4Addr,
    flags: u32,
    metric: u32,
    mask: u32,
}

impl Route {
    fn is_default(&self) -> bool {
        self.destination == 0 && self.mask == 0
    }

    /// Into a printer's own network: by its subnet, or as the default gateway that it is there and that leads nowhere.
    fn leads_to_printer(&self) -> bool {
        let address = u32::from(SETUP_ADDRESS).swap_bytes();
        let subnet = self.mask != 0 && address & self.mask == self.destination;
        subnet || (self.is_default() && self.gateway == SETUP_ADDRESS)
    }
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

fn gateway_at(address: Ipv4Addr) -> Option<Gateway> {
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
