//! What a scene says of a printer.

use serde::Deserialize;

/// A printer of a scene, or another device with a web page.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrinterScene {
    /// What kind of device.
    pub kind: DeviceKind,
    /// Instance name in DNS-SD.
    pub name: String,
    /// Make and model, as LEDM and IPP tell it.
    pub model: String,
    /// HP's product number.
    #[serde(default = "product_number")]
    pub product: String,
    /// Serial number.
    pub serial: String,
    /// Address of its Wi-Fi adapter, six octets with colons.
    pub mac: String,
    /// UUID, as in the TXT key, LEDM and IPP.
    pub uuid: String,
    /// Host name in DNS-SD without `.local`; unless said otherwise `NPI` and the end of the MAC.
    pub host: Option<String>,
    /// The ways to it before it has joined.
    #[serde(default)]
    pub reach: Vec<Reach>,
    /// Whether its own setup network stays up once it has joined.
    #[serde(default)]
    pub setup_stays: bool,
    /// On the Wi-Fi from the start.
    #[serde(default)]
    pub joined: bool,
    /// PINs of its sessions, one after the other; random ones after those.
    #[serde(default)]
    pub pins: Vec<String>,
    /// How the WPS resource writes the PIN.
    #[serde(default)]
    pub pin_as: PinAs,
    /// Whether the WPS resource answers.
    #[serde(default)]
    pub wps_pin: WpsPin,
    /// Whether reading the PIN starts a session.
    #[serde(default)]
    pub start: Start,
    /// Where it tells what resources it has.
    #[serde(default)]
    pub discovery: Discovery,
    /// From the credential to the home address, in lab milliseconds.
    #[serde(default = "join_after_ms")]
    pub join_after_ms: u64,
    /// The PIN that the enrollee uses, where that isn't the one its web server tells.
    pub accepts_pin: Option<String>,
    /// How many sessions use `accepts_pin`; all of them if absent.
    pub wrong_times: Option<u32>,
}

/// What a device is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeviceKind {
    /// A LaserJet whose LEDM has a WPS session.
    LaserjetPin,
    /// Some other device with a web page: no LEDM, no IPP, not announced.
    AnotherDevice,
}

/// A way to a printer that hasn't joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    /// A network cable: an address at home, announced.
    Cable,
    /// Its own setup network: an address there, not announced.
    Setup,
}

/// How a PIN is written in XML.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PinAs {
    /// As the schema's integer: leading zeros are lost.
    #[default]
    Integer,
    /// All digits.
    String,
}

/// The resource that tells the PIN.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub enum WpsPin {
    /// It answers anybody.
    #[default]
    #[serde(rename = "offered")]
    Offered,
    /// Listed, but 401 without the administrator's password.
    #[serde(rename = "refused-401")]
    Refused401,
    /// Neither listed nor there.
    #[serde(rename = "absent")]
    Absent,
}

/// What starts a session.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Start {
    /// Reading the PIN.
    #[default]
    Reading,
    /// Somebody at the panel: the control verb `start`.
    Later,
}

/// Where resources are listed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Discovery {
    /// In `/Prefetch?type=dtree`, and in the manifests.
    #[default]
    Dtree,
    /// In the manifests only.
    Manifest,
    /// Nowhere: the WPS resource is at its path of old, the manifest doesn't list it.
    OldPath,
}

fn product_number() -> String {
    "CE658A".into()
}

fn join_after_ms() -> u64 {
    1500
}
