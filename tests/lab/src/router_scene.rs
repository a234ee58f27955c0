//! What a scene says of the router.

use serde::{Deserialize, Serialize};

/// The router of a scene.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RouterScene {
    /// What kind of router.
    pub kind: RouterKind,
    /// Name of the Wi-Fi network, at most 32 octets.
    pub ssid: String,
    /// Its passphrase.
    pub passphrase: String,
    /// Who may sign in.
    pub user: String,
    /// And with what.
    pub password: String,
    /// Listens for HTTPS with a self-signed certificate.
    #[serde(default)]
    pub https: bool,
    /// Listens for HTTP; unless said otherwise, only a router without HTTPS does.
    pub http: Option<bool>,
    /// Whether the owner granted `/usr/libexec/inkjoin-wps-pin`.
    #[serde(default)]
    pub wrapper: bool,
    /// Whether hostapd takes PINs and buttons.
    #[serde(default)]
    pub wps: Wps,
    /// Names of hostapd's ubus objects behind `hostapd.`; none on an image without a full hostapd.
    #[serde(default = "one_access_point")]
    pub hostapd: Vec<String>,
    /// Whether a printer that got the network's name and key can use them.
    #[serde(default)]
    pub security: Security,
    /// Signing in is locked after too many tries: 429, whatever the password.
    #[serde(default)]
    pub locked: bool,
    /// Whether there is a button: `wps_start` is granted, or the router of pages has one.
    #[serde(default = "yes")]
    pub push: bool,
    /// Whether the answer to a sign-in lists what is granted; without that it has to be asked (`session.access`).
    #[serde(default = "yes")]
    pub tells_grants: bool,
    /// Whether its own page has a field for a PIN.
    #[serde(default = "yes")]
    pub takes_pin: bool,
    /// Title of the first page of a router of pages.
    pub page_title: Option<String>,
    /// Its `Server` header; none if absent.
    pub page_server: Option<String>,
}

/// Kinds of virtual routers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RouterKind {
    /// OpenWrt: ubus JSON-RPC of uhttpd-mod-ubus.
    Openwrt,
    /// Web pages for its owner, and nothing for programs.
    Pages,
}

/// Whether WPS is on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wps {
    /// PINs and buttons are taken.
    #[default]
    On,
    /// hostapd answers FAIL at once.
    Off,
}

/// The network's security.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Security {
    /// WPA2: who has the key joins.
    #[default]
    Wpa2,
    /// SAE only: registrar and enrollee both say success, and the printer never joins.
    Wpa3Only,
}

fn one_access_point() -> Vec<String> {
    vec!["phy0-ap0".into()]
}

fn yes() -> bool {
    true
}
