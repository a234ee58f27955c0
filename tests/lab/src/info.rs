//! What a lab tells those who walk it.

use std::net::SocketAddr;

use serde::Serialize;

use crate::http::TlsMode;
use crate::lab::{Options, Parts};
use crate::phone::Phone;
use crate::printer::Printer;
use crate::scene::{RouterKind, Scene};

/// Where everything is, and what must not slip out.
#[derive(Debug, Clone, Serialize)]
pub struct Info {
    /// The scene's name.
    pub scene: String,
    /// How many times as fast as the wall's clock the lab's runs.
    pub speed: u32,
    /// The control socket.
    pub control: SocketAddr,
    /// Which networks the phone is on.
    pub phone: Phone,
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
    /// Name of its own setup network.
    pub setup_ssid: Option<String>,
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

impl Info {
    pub(crate) fn new(parts: &Parts, options: Options, control: SocketAddr) -> Self {
        let (scene, router) = (&parts.scene, &parts.scene.router);
        let at = |tls| {
            let found = parts.router_links.iter().find(|(_, context)| context.tls == tls);
            found.map(|(link, _)| link.address())
        };
        Self {
            scene: scene.name.clone(),
            speed: options.speed.max(1),
            control,
            phone: parts.phone.get(),
            router: RouterInfo {
                kind: router.kind,
                http: at(TlsMode::Plain),
                https: at(TlsMode::Tls),
                user: router.user.clone(),
                password: router.password.clone(),
                ssid: router.ssid.clone(),
                passphrase: router.passphrase.clone(),
            },
            printers: parts.printers.iter().map(|printer| PrinterInfo::new(printer)).collect(),
            canaries: canaries(scene),
            expect: scene.expect.clone(),
        }
    }
}

impl PrinterInfo {
    fn new(printer: &Printer) -> Self {
        let (scene, links) = (&printer.scene, &printer.links);
        Self {
            name: scene.name.clone(),
            uuid: scene.uuid.clone(),
            serial: scene.serial.clone(),
            mac: scene.mac.clone(),
            setup_ssid: scene.setup_ssid.clone(),
            setup: links.setup.as_ref().map(|link| link.address()),
            cable: links.cable.as_ref().map(|link| link.address()),
            home: links.home.address(),
        }
    }
}

fn canaries(scene: &Scene) -> Vec<Canary> {
    let canary = |kind, value: &String| Canary { kind, value: value.clone() };
    let router = &scene.router;
    let mut canaries = vec![
        canary("router_password", &router.password),
        canary("passphrase", &router.passphrase),
        canary("ssid", &router.ssid),
    ];
    for printer in &scene.printers {
        canaries.extend([
            canary("serial", &printer.serial),
            canary("mac", &printer.mac),
            canary("uuid", &printer.uuid),
        ]);
        canaries.extend(printer.joined_to.iter().map(|ssid| canary("ssid", ssid)));
        canaries.extend(printer.pins.iter().chain(&printer.accepts_pin).map(|pin| canary("pin", pin)));
    }
    canaries
}
