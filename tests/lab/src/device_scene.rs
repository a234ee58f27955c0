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
    /// What starts a session; unless said otherwise what is usual for the kind.
    pub start: Option<Start>,
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
    /// Where its PIN stands, where that isn't the usual place of its kind.
    pub pin_on: Option<PinOn>,
    /// The label's PIN, the first of `pins`, isn't the printer's any more: the second one is.
    #[serde(default)]
    pub label_outdated: bool,
    /// Pages that it prints when asked by HTTP.
    pub jobs: Option<Vec<String>>,
    /// Whether its pages about the network have a PIN on them.
    #[serde(default)]
    pub page_pin: bool,
    /// Whether it knows Identify-Printer.
    #[serde(default = "yes")]
    pub identify: bool,
    /// The Wi-Fi is off while the cable is in.
    #[serde(default)]
    pub cable_blocks_wifi: bool,
    /// Something else announces it at its home address while it is neither there nor on a cable.
    #[serde(default)]
    pub proxy: bool,
    /// Nowhere to be seen before, in lab milliseconds.
    pub appears_after_ms: Option<u64>,
    /// Tells no UUID, no serial number and no MAC address.
    #[serde(default)]
    pub unmarked: bool,
    /// DNS-SD shows its web page only, which tells no model.
    #[serde(default)]
    pub bare: bool,
    /// Name of its own setup network.
    pub setup_ssid: Option<String>,
    /// On a Wi-Fi of that name from the start, which is not the router's.
    pub joined_to: Option<String>,
}

impl PrinterScene {
    /// What starts a session.
    pub fn start(&self) -> Start {
        self.start.unwrap_or(match self.kind {
            DeviceKind::Officejet => Start::After,
            DeviceKind::Deskjet => Start::Later,
            DeviceKind::LaserjetPin | DeviceKind::AnotherDevice => Start::Reading,
        })
    }

    /// An HP printer, not just some device with a web page.
    pub fn is_printer(&self) -> bool {
        self.kind != DeviceKind::AnotherDevice
    }

    /// An ink printer; they differ from LaserJets in names only.
    pub fn is_ink(&self) -> bool {
        matches!(self.kind, DeviceKind::Officejet | DeviceKind::Deskjet)
    }

    /// Whether its LEDM has a WPS session that tells the PIN.
    pub fn has_wps_session(&self) -> bool {
        self.kind == DeviceKind::LaserjetPin && self.wps_pin != WpsPin::Absent
    }

    /// The PIN on its label.
    pub fn label(&self) -> Option<&String> {
        self.pin_on.and(self.pins.first())
    }

    /// The pages that it lists.
    pub fn listed_jobs(&self) -> &[String] {
        self.jobs.as_deref().unwrap_or_default()
    }

    /// Whether that page has a PIN on it.
    pub fn has_pin(&self, job: &str) -> bool {
        self.page_pin && PIN_PAGES.contains(&job)
    }
}

/// What a device is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeviceKind {
    /// A LaserJet whose LEDM has a WPS session.
    LaserjetPin,
    /// An OfficeJet with a touchscreen, which alone shows the PIN.
    Officejet,
    /// A DeskJet without a display.
    Deskjet,
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
    /// Somebody at the panel, at any time: the control verb `start`.
    Later,
    /// As `later`, but Start stands below the PIN on the display: `show-pin` comes first.
    After,
    /// Printing a page with a PIN on it.
    Printing,
}

/// Where a PIN stands that no session made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PinOn {
    /// On a label: the same for all sessions.
    Label,
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

/// Pages about the network, as LEDM calls them.
pub const PIN_PAGES: &[&str] = &["wirelessNetworkPage", "networkSummary", "networkDiagnosticPage"];

fn yes() -> bool {
    true
}

fn product_number() -> String {
    "CE658A".into()
}

fn join_after_ms() -> u64 {
    1500
}
