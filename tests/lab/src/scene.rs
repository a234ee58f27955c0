//! Scenes: which devices there are, what is wrong with them, and what should come of it.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::LabError;
pub use crate::device_scene::{DeviceKind, Discovery, PinAs, PrinterScene, Reach, Start, WpsPin};
use crate::fault::Fault;

/// The scenes that come with the lab.
const SCENES: &[(&str, &str)] = &[
    ("laserjet-pin", include_str!("../scenes/laserjet-pin.toml")),
    ("laserjet-pin-setup", include_str!("../scenes/laserjet-pin-setup.toml")),
    ("laserjet-pin-https", include_str!("../scenes/laserjet-pin-https.toml")),
    ("laserjet-wrong-pin", include_str!("../scenes/laserjet-wrong-pin.toml")),
    ("laserjet-pin-withheld", include_str!("../scenes/laserjet-pin-withheld.toml")),
    ("router-without-wrapper", include_str!("../scenes/router-without-wrapper.toml")),
    ("router-wps-off", include_str!("../scenes/router-wps-off.toml")),
    ("wpa3-only", include_str!("../scenes/wpa3-only.toml")),
    ("not-a-printer", include_str!("../scenes/not-a-printer.toml")),
    ("already-online", include_str!("../scenes/already-online.toml")),
];

/// A described house: a router, printers, decoys, faults, and what should come of it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scene {
    /// The name it was asked for by; `scene` where it came as text.
    #[serde(skip)]
    pub name: String,
    /// One line that says what is special.
    pub title: String,
    /// The home router.
    pub router: RouterScene,
    /// The devices with an embedded web server.
    #[serde(default, rename = "printer")]
    pub printers: Vec<PrinterScene>,
    /// Announced by DNS-SD to be left out of any list of printers.
    #[serde(default, rename = "decoy")]
    pub decoys: Vec<Decoy>,
    /// What goes wrong.
    #[serde(default, rename = "fault")]
    pub faults: Vec<Fault>,
    /// What should come of it, for whoever walks the scene; the lab only passes it on.
    #[serde(default)]
    pub expect: toml::Table,
}

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
}

/// Kinds of virtual routers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RouterKind {
    /// OpenWrt: ubus JSON-RPC of uhttpd-mod-ubus.
    Openwrt,
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

/// Something announced that is no HP printer to set up.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decoy {
    /// What it is.
    pub kind: DecoyKind,
    /// Instance name.
    pub name: String,
    /// Make and model in `ty`.
    pub model: String,
    /// Its UUID.
    pub uuid: String,
}

/// Kinds of decoys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DecoyKind {
    /// An HP printer that a computer shares through CUPS.
    CupsShare,
    /// Another maker's printer.
    OtherMaker,
}

fn one_access_point() -> Vec<String> {
    vec!["phy0-ap0".into()]
}

impl Scene {
    /// The names of the scenes that come with the lab; the first is the default.
    pub fn names() -> Vec<&'static str> {
        SCENES.iter().map(|(name, _)| *name).collect()
    }

    /// One of [`Scene::names`], or a path that ends in `.toml`.
    ///
    /// # Errors
    /// No such scene, or [`Scene::from_file`]'s.
    pub fn named(name: &str) -> Result<Self, LabError> {
        match SCENES.iter().find(|(known, _)| *known == name) {
            Some((_, text)) => Ok(Self { name: name.into(), ..Self::from_toml(text)? }),
            None if Path::new(name).extension().is_some_and(|end| end == "toml") => Self::from_file(name),
            None => Err(LabError::UnknownScene(name.into())),
        }
    }

    /// A scene from a file; it is called as the file is.
    ///
    /// # Errors
    /// A file that can't be read, or [`Scene::from_toml`]'s.
    pub fn from_file(path: impl AsRef<Path>) -> Result<Self, LabError> {
        let path = path.as_ref();
        let text = std::fs::read_to_string(path)
            .map_err(|source| LabError::Unreadable { path: path.display().to_string(), source })?;
        let name = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
        Ok(Self { name, ..Self::from_toml(&text)? })
    }

    /// A scene from its text.
    ///
    /// # Errors
    /// No TOML, unknown keys or values, or values that can't be.
    pub fn from_toml(text: &str) -> Result<Self, LabError> {
        let scene = Self { name: "scene".into(), ..toml::from_str(text)? };
        crate::check::scene(&scene)?;
        Ok(scene)
    }
}
