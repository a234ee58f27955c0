//! The virtual printers and routers behind `--lab`: in this process, or in a running `inkjoin-lab serve`.

use std::fs;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use inkjoin::discovery::mdns::{InterfaceChoice, Mdns};
use inkjoin::net::LocalAddr;
use inkjoin::ports::desktop::{FastClock, SystemClock};
use inkjoin::ports::{Clock, Ports, SetupWifi};
use inkjoin::router::Gateway;
use inkjoin::secret::Secret;
use inkjoin::setup::input::Field;
use inkjoin_lab::{Lab as Devices, Options, Scene};
use serde_json::Value;
use tokio::runtime::{Builder, Runtime};

use crate::Fault;
use crate::room::Places;
use crate::wizard::Answers;

mod phone;

use phone::Phone;

/// Where nobody listens: the discard port, which no system has open any more. The core tries HTTPS first, and a router
/// without it refuses the connection.
const CLOSED: &str = "127.0.0.1:9";

/// A lab, and what it tells of itself.
pub struct Lab {
    speed: u32,
    info: Value,
    /// Its tasks end with it.
    _devices: Option<(Devices, Runtime)>,
}

impl Lab {
    /// Starts a scene, by its name or its file; or goes to the running lab whose first line of `inkjoin-lab serve --json`
    /// stands in a file that ends in `.json`.
    ///
    /// # Errors
    /// No such scene or file, or no sockets.
    pub fn start(scene: &str, speed: u32) -> Result<Self, Fault> {
        if Path::new(scene).extension().is_some_and(|end| end == "json") {
            let info: Value = serde_json::from_slice(&fs::read(scene)?)?;
            let speed = info.get("speed").and_then(Value::as_u64).and_then(|speed| u32::try_from(speed).ok());
            return Ok(Self { speed: speed.unwrap_or(1), info, _devices: None });
        }
        let scene = Scene::named(scene)?;
        // A thread of its own: the wizard's waits for lines and screens.
        let runtime =
            Builder::new_multi_thread().worker_threads(1).thread_name("lab").enable_all().build()?;
        let devices = runtime.block_on(Devices::start(scene, Options { speed, announce: true }))?;
        let info = serde_json::to_value(devices.info())?;
        Ok(Self { speed, info, _devices: Some((devices, runtime)) })
    }

    /// As `inkjoin-lab serve --json` says it.
    pub fn info(&self) -> Value {
        self.info.clone()
    }

    fn router(&self, key: &str) -> Option<&str> {
        self.info.get("router")?.get(key)?.as_str()
    }

    /// Discovery on loopback only, the lab's router, the lab's time.
    ///
    /// # Errors
    /// The lab's addresses are none.
    pub fn ports(&self, kept: Places) -> Result<Ports, Fault> {
        let at = |key| -> Result<LocalAddr, Fault> {
            let address: SocketAddr = self.router(key).unwrap_or(CLOSED).parse()?;
            Ok(LocalAddr::new(address)?)
        };
        let clock: Arc<dyn Clock> =
            if self.speed > 1 { Arc::new(FastClock::new(self.speed)) } else { Arc::new(SystemClock) };
        let text = |value: &Value| value.as_str().and_then(|text| text.parse::<SocketAddr>().ok());
        let printer = self.info.get("printers").and_then(|printers| printers.get(0));
        let setup = printer.and_then(|printer| text(printer.get("setup")?));
        let phone = Phone {
            control: self.info.get("control").and_then(text),
            gateway: Gateway { http: at("http")?, https: at("https")? },
            setup: setup.and_then(|address| LocalAddr::new(address).ok()),
        };
        // In a lab of this process the phone changes its network by itself, in a running one somebody moves it by hand.
        let leases = self._devices.is_some() && self.info.get("phone").is_some_and(|on| on == "home");
        Ok(Ports {
            clock,
            dns_sd: Arc::new(Mdns::new(InterfaceChoice::LoopbackOnly)),
            ble: None,
            networks: Arc::new(phone),
            setup_wifi: leases.then(|| Arc::new(phone) as Arc<dyn SetupWifi>),
            store: kept.store,
            vault: kept.vault,
        })
    }

    /// Where the first printer answers before it has joined; nothing announces that of its setup network.
    fn printer(&self) -> Option<&str> {
        let printer = self.info.get("printers")?.get(0)?;
        ["setup", "cable", "home"].into_iter().find_map(|link| printer.get(link)?.as_str())
    }

    /// Name and password of the lab's router and the printer's address, so that nothing needs to be typed.
    pub fn defaults(&self) -> Answers {
        let known = [Field::User, Field::Password].into_iter();
        let router = known.filter_map(|field| Some((field, self.router(field.id())?)));
        let address = self.printer().map(|address| (Field::Address, address));
        router.chain(address).map(|(field, text)| (field.id().to_owned(), Secret::new(text))).collect()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_router_without_https_refuses_it_and_a_running_lab_is_read_from_its_line() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lab.json");
        let line =
            r#"{"speed":7,"router":{"http":"127.0.0.1:8080","https":null,"user":"root","password":"x"}}"#;
        fs::write(&path, line).unwrap();
        let lab = Lab::start(path.to_str().unwrap(), 1).unwrap();
        let ports = lab.ports(Places::default()).unwrap();
        let gateway = ports.networks.look().gateway.unwrap();
        assert_eq!((gateway.http.get().port(), gateway.https.get().port()), (8080, 9));
        assert_eq!((ports.clock.rate(), lab.defaults().len()), (7, 2));
    }

    #[test]
    fn what_is_no_lab_is_a_fault() {
        for name in ["no-such-scene", "no-such-file.json", "no-such-file.toml"] {
            assert!(Lab::start(name, 1).is_err(), "{name}");
        }
    }
}
