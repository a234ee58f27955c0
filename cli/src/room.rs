//! Where the program works: on the machine's own network, or in the lab.

use std::path::Path;
use std::sync::Arc;

use inkjoin::discovery::mdns::{InterfaceChoice, Mdns};
use inkjoin::ports::desktop::{Bluetooth, FileStore, FileVault, RoutingTable, SystemClock};
use inkjoin::ports::{Ports, Store, Vault};

use crate::Fault;
use crate::args::Network;
use crate::wizard::Answers;

/// The ports, and what the lab adds to them. The lab's devices are gone when this is dropped.
pub struct Room {
    /// For the session.
    pub ports: Ports,
    /// What an empty line takes in a field; empty on the machine's own network.
    pub defaults: Answers,
    /// The lab's devices and secrets, for those who drive the program against it.
    pub info: Option<serde_json::Value>,
    #[cfg(feature = "lab")]
    _lab: Option<crate::lab::Lab>,
}

/// What `--state` names; both absent without it.
#[derive(Default)]
pub struct Places {
    /// The file itself.
    pub store: Option<Arc<dyn Store>>,
    /// Files beside it.
    pub vault: Option<Arc<dyn Vault>>,
}

impl Room {
    /// Opens the room that the arguments name; the session is kept in `state`.
    ///
    /// # Errors
    /// The lab could not be started.
    pub fn open(network: &Network, state: Option<&Path>) -> Result<Self, Fault> {
        let kept = Places {
            store: state.map(|path| Arc::new(FileStore::new(path)) as Arc<dyn Store>),
            vault: state.map(|path| Arc::new(FileVault::new(path)) as Arc<dyn Vault>),
        };
        #[cfg(feature = "lab")]
        if let Some(scene) = &network.lab {
            return Self::lab(scene, network.speed, kept);
        }
        let interface = network.interface.clone();
        if let Some(name) = interface.as_deref().filter(|name| !is_there(name)) {
            return Err(format!("there is no network interface {name}").into());
        }
        let choice = interface.clone().map_or(InterfaceChoice::Default, InterfaceChoice::Named);
        let ports = Ports {
            clock: Arc::new(SystemClock),
            dns_sd: Arc::new(Mdns::new(choice)),
            ble: Some(Arc::new(Bluetooth::default())),
            networks: Arc::new(RoutingTable { interface }),
            // A desktop's person chooses the printer's Wi-Fi by hand: each system has another program for it.
            setup_wifi: None,
            store: kept.store,
            vault: kept.vault,
        };
        Ok(Self {
            ports,
            defaults: Answers::new(),
            info: None,
            #[cfg(feature = "lab")]
            _lab: None,
        })
    }

    #[cfg(feature = "lab")]
    fn lab(scene: &str, speed: u32, kept: Places) -> Result<Self, Fault> {
        let lab = crate::lab::Lab::start(scene, speed)?;
        let (ports, defaults, info) = (lab.ports(kept)?, lab.defaults(), lab.info());
        Ok(Self { ports, defaults, info: Some(info), _lab: Some(lab) })
    }
}

/// Where the system does not list its interfaces there, the name is believed. (Linux's `/sys` may be that of another network
/// namespace; `/proc/net` never is.)
fn is_there(interface: &str) -> bool {
    let Ok(table) = std::fs::read_to_string("/proc/net/dev") else { return true };
    table.lines().filter_map(|line| line.split_once(':')).any(|(name, _)| name.trim() == interface)
}
