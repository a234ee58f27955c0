//! A running lab: devices on loopback, and what ends them.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::net::TcpListener;
use tokio::sync::Notify;
use tokio::task::JoinHandle;

use crate::LabError;
use crate::announce::Announcer;
use crate::clock::Clock;
use crate::control;
use crate::device::Device;
use crate::fault::Faults;
use crate::http::{Certificates, Context, Link, LinkName, TlsMode};
use crate::info::Info;
use crate::phone::{Phone, Whereabouts};
use crate::printer::{Enrollee, Links, Printer, World};
use crate::router::{Memory, Registrar, Router};
use crate::scene::{PrinterScene, Reach, Scene};

/// How a lab runs.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// How many times as fast as the wall's clock the lab's runs, at least 1: its delays and expiries are divided by it.
    pub speed: u32,
    /// Whether printers announce themselves by DNS-SD on loopback.
    pub announce: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { speed: 1, announce: true }
    }
}

/// All that a lab consists of.
pub(crate) struct Parts {
    pub scene: Scene,
    pub clock: Clock,
    pub faults: Arc<Faults>,
    pub router: Arc<Router>,
    pub registrar: Arc<Memory>,
    pub router_links: Vec<(Arc<Link>, Context)>,
    pub printers: Vec<Arc<Printer>>,
    pub trap: Arc<Link>,
    pub phone: Arc<Whereabouts>,
    changes: Arc<Notify>,
}

impl Parts {
    /// The phone goes there; returns when the addresses that it can't reach refuse.
    pub async fn phone_on(&self, phone: Phone) -> Result<(), LabError> {
        self.phone.set(phone);
        let routers = self.router_links.iter().map(|(link, _)| link);
        for link in self.printers.iter().flat_map(|printer| printer.links.all()).chain(routers) {
            link.reach(phone.reaches(link.name)).await?;
        }
        self.changes.notify_one();
        Ok(())
    }
}

/// A running scene. Dropping it ends all of its tasks and sockets.
pub struct Lab {
    parts: Arc<Parts>,
    options: Options,
    control: SocketAddr,
    tasks: Mutex<Vec<JoinHandle<()>>>,
}

impl std::fmt::Debug for Lab {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lab").field("scene", &self.parts.scene.name).field("control", &self.control).finish()
    }
}

pub(crate) fn loopback() -> SocketAddr {
    (Ipv4Addr::LOCALHOST, 0).into()
}

/// A link for whoever goes astray, on another host where loopback has one.
fn trap() -> Result<Arc<Link>, LabError> {
    Link::new(LinkName::Trap, (Ipv4Addr::new(127, 0, 0, 2), 0).into())
        .or_else(|_| Link::new(LinkName::Trap, loopback()))
}

impl Lab {
    /// Starts a scene on the current tokio runtime.
    ///
    /// # Errors
    /// No sockets, no certificates, or no responder.
    pub async fn start(scene: Scene, options: Options) -> Result<Self, LabError> {
        let clock = Clock::new(options.speed);
        let faults = Arc::new(Faults::new(&scene.faults));
        let registrar = Arc::new(Memory::new(clock, scene.router.wps, scene.router.security));
        let trap = trap()?;
        let trap_url: Arc<str> = format!("http://{}", trap.address()).into();
        let changes = Arc::new(Notify::new());
        let certificates = Arc::new(Certificates::new("OpenWrt")?);
        let context = |device: Device, tls| Context {
            device,
            faults: faults.clone(),
            clock,
            certificates: certificates.clone(),
            tls,
            trap: trap_url.clone(),
        };
        let router = Arc::new(Router::new(scene.router.clone(), Registrar::Memory(registrar.clone()), clock));
        let mut router_links = Vec::new();
        let modes = [
            (scene.router.http.unwrap_or(!scene.router.https), TlsMode::Plain),
            (scene.router.https, TlsMode::Tls),
        ];
        for (_, tls) in modes.into_iter().filter(|(wanted, _)| *wanted) {
            let link = Link::new(LinkName::Router, loopback())?;
            let context = context(Device::Router(router.clone()), tls);
            link.open(context.clone())?;
            router_links.push((link, context));
        }
        trap.open(context(Device::Trap, TlsMode::Plain))?;
        let mut printers = Vec::new();
        for device in &scene.printers {
            let world = World {
                clock,
                faults: faults.clone(),
                router: scene.router.clone(),
                trap: trap_url.clone(),
                changes: changes.clone(),
            };
            printers.push(printer(device, world, registrar.clone()).await?);
        }
        let phone = Arc::new(Whereabouts::new(scene.phone));
        let parts =
            Parts { scene, clock, faults, router, registrar, router_links, printers, trap, phone, changes };
        parts.phone_on(parts.scene.phone).await?;
        Self::run(Arc::new(parts), options).await
    }

    async fn run(parts: Arc<Parts>, options: Options) -> Result<Self, LabError> {
        let address = loopback();
        let wrong = |source| LabError::Listen { address, source };
        let listener = TcpListener::bind(address).await.map_err(wrong)?;
        let control = listener.local_addr().map_err(wrong)?;
        let mut tasks = vec![tokio::spawn(control::serve(listener, parts.clone()))];
        if options.announce {
            let trap = parts.trap.address().port();
            let (printers, decoys) = (parts.printers.clone(), parts.scene.decoys.clone());
            let announcer = Announcer::new(printers, decoys, trap, parts.phone.clone())?;
            tasks.push(tokio::spawn(announcer.run(parts.changes.clone())));
        }
        Ok(Self { parts, options, control, tasks: Mutex::new(tasks) })
    }

    /// Where everything is now, and what must not slip out.
    pub fn info(&self) -> Info {
        Info::new(&self.parts, self.options, self.control)
    }

    /// Which networks the phone is on.
    pub fn phone(&self) -> Phone {
        self.parts.phone.get()
    }

    /// The phone goes there; returns when the addresses that it can't reach refuse.
    ///
    /// # Errors
    /// A port that can't be had any more.
    pub async fn set_phone(&self, phone: Phone) -> Result<(), LabError> {
        self.parts.phone_on(phone).await
    }

    /// Ends everything, says goodbye by DNS-SD, and returns when it is done.
    pub async fn stop(self) {
        for task in self.end() {
            let _ = task.await;
        }
    }

    fn end(&self) -> Vec<JoinHandle<()>> {
        let mut tasks = std::mem::take(&mut *self.tasks.lock().unwrap_or_else(PoisonError::into_inner));
        tasks.iter().for_each(JoinHandle::abort);
        for printer in &self.parts.printers {
            printer.end();
            tasks.extend(printer.links.all().filter_map(|link| link.end()));
        }
        let links = self.parts.router_links.iter().map(|(link, _)| link).chain([&self.parts.trap]);
        tasks.extend(links.filter_map(|link| link.end()));
        tasks
    }
}

impl Drop for Lab {
    fn drop(&mut self) {
        self.end();
    }
}

async fn printer(
    scene: &PrinterScene,
    world: World,
    registrar: Arc<Memory>,
) -> Result<Arc<Printer>, LabError> {
    let link = |name, reach| {
        let there = scene.reach.contains(&reach);
        there.then(|| Link::new(name, loopback())).transpose()
    };
    let links = Links {
        setup: link(LinkName::Setup, Reach::Setup)?,
        cable: link(LinkName::Cable, Reach::Cable)?,
        home: Link::new(LinkName::Home, loopback())?,
    };
    let printer = Printer::new(scene.clone(), links, world, Enrollee::Memory(registrar))?;
    printer.wake().await;
    Ok(printer)
}
