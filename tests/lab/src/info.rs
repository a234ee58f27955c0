//! What a lab tells those who walk it.

use std::net::SocketAddr;

use serde::Serialize;

use crate::scene::RouterKind;

/// Where everything is, and what must not slip out.
#[derive(Debug, Clone, Serialize)]
pub struct Info {
    /// The scene's name.
    pub scene: String,
    /// How many times as fast as the wall's clock the lab's runs.
    pub speed: u32,
    /// The control socket.
    pub control: SocketAddr,
    /// The router.
    pub router: RouterInfo,
    /// The printers and other devices with a web page.
    pub printers: Vec<PrinterInfo>,
    /// Values that no log, file or screen may show.
    pub canaries: Vec<Canary>,
    /// The scene's `[expect]`, as it stands there.
    pub expect: toml::Table,
}

/// The router's addresses and secrets.
#[derive(Debug, Clone, Serialize)]
pub struct RouterInfo {
    /// What kind of router.
    pub kind: RouterKind,
    /// Where it speaks HTTP.
    pub http: Option<SocketAddr>,
    /// Where it speaks HTTPS.
    pub https: Option<SocketAddr>,
    /// Who may sign in.
    pub user: String,
    /// And with what.
    pub password: String,
    /// The network's name.
    pub ssid: String,
    /// Its passphrase.
    pub passphrase: String,
}

/// A printer's names and addresses.
#[derive(Debug, Clone, Serialize)]
pub struct PrinterInfo {
    /// Instance name in DNS-SD.
    pub name: String,
    /// UUID.
    pub uuid: String,
    /// Serial number.
    pub serial: String,
    /// MAC address with colons.
    pub mac: String,
    /// On its own setup network.
    pub setup: Option<SocketAddr>,
    /// On its cable.
    pub cable: Option<SocketAddr>,
    /// On its Wi-Fi; refuses until it has joined.
    pub home: SocketAddr,
}

/// A value that must not slip out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Canary {
    /// `router_password`, `passphrase`, `ssid`, `serial`, `mac`, `uuid` or `pin`.
    pub kind: &'static str,
    /// The value.
    pub value: String,
}
