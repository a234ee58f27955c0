//! One device at fixed addresses, in front of a bed's real daemons: what `inkjoin-lab printer` and `router` run.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use tokio::sync::Notify;

use crate::bed::Bed;
use crate::clock::Clock;
use crate::device::Device;
use crate::fault::Faults;
use crate::http::{Certificates, Context, Link, LinkName, TlsMode};
use crate::printer::{Enrollee, Links, Printer, World};
use crate::router::{Registrar, Router};
use crate::{LabError, Scene};

/// A running device. Dropping it closes its sockets.
#[derive(Debug)]
pub struct Alone(Vec<Arc<Link>>);

impl Drop for Alone {
    fn drop(&mut self) {
        for link in &self.0 {
            link.end();
        }
    }
}

/// Where a printer's web server listens.
#[derive(Debug, Clone, Copy)]
pub struct Addresses {
    /// On its own setup network.
    pub setup: Option<SocketAddr>,
    /// On its cable.
    pub cable: Option<SocketAddr>,
    /// On its Wi-Fi; it may listen before the printer has joined, because a bed's link has no carrier until then.
    pub home: SocketAddr,
}

/// Nobody goes astray in a bed: the address is of the network that is for documentation only (RFC 5737).
fn nowhere() -> Arc<str> {
    "http://192.0.2.1".into()
}

/// The scene's first printer, whose enrollee is the bed's wpa_supplicant. The first `wrong_times` reads of its PIN tell
/// another valid one than the enrollee uses.
///
/// # Errors
/// A scene without a printer, or an address that can't be listened on.
pub fn printer(bed: &Path, scene: Scene, at: Addresses, wrong_times: u32) -> Result<Alone, LabError> {
    let device = scene.printers.first().ok_or_else(|| LabError::Scene("it has no printer".into()))?.clone();
    let link =
        |name, address: Option<SocketAddr>| address.map(|address| Link::new(name, address)).transpose();
    let links = Links {
        setup: link(LinkName::Setup, at.setup)?,
        cable: link(LinkName::Cable, at.cable)?,
        home: Link::new(LinkName::Home, at.home)?,
    };
    let world = World {
        clock: Clock::new(1),
        faults: Arc::new(Faults::new(&scene.faults)),
        router: scene.router,
        trap: nowhere(),
        changes: Arc::new(Notify::new()),
    };
    let printer = Printer::new(device, links, world, Enrollee::Bed { bed: Bed::new(bed), wrong_times })?;
    let links: Vec<_> = printer.links.all().cloned().collect();
    for link in &links {
        link.open(printer.context())?;
    }
    Ok(Alone(links))
}

/// The scene's router, whose registrar is the bed's hostapd.
///
/// # Errors
/// An address that can't be listened on.
pub fn router(bed: &Path, scene: Scene, http: SocketAddr) -> Result<Alone, LabError> {
    let clock = Clock::new(1);
    let router = Router::new(scene.router, Registrar::Bed(Bed::new(bed)), clock);
    let context = Context {
        device: Device::Router(Arc::new(router)),
        faults: Arc::new(Faults::new(&scene.faults)),
        clock,
        certificates: Arc::new(Certificates::new("OpenWrt")?),
        tls: TlsMode::Plain,
        trap: nowhere(),
    };
    let link = Link::new(LinkName::Router, http)?;
    link.open(context)?;
    Ok(Alone(vec![link]))
}
