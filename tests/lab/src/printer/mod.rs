//! The virtual printer: an embedded web server on up to three links, and an enrollee behind it.

mod documents;
mod enrollee;
mod ipp;
mod tree;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::Notify;

pub use enrollee::{Enrollee, Phase};

use crate::clock::Clock;
use crate::device::Device;
use crate::fault::Faults;
use crate::http::{Answer, Certificates, Context, Link, LinkName, Request, TlsMode};
use crate::scene::{DeviceKind, PrinterScene, RouterScene, WpsPin};

/// Where the WPS session is, on the LaserJets that are known to have had it.
const WPS_PIN: &str = "/IoMgmt/Adapters/wifi0/WPS/Pin";

/// The addresses of a printer.
#[derive(Debug)]
pub struct Links {
    /// On its own setup network.
    pub setup: Option<Arc<Link>>,
    /// On its cable.
    pub cable: Option<Arc<Link>>,
    /// On its Wi-Fi, once it has joined.
    pub home: Arc<Link>,
}

impl Links {
    /// Those that there are.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Link>> {
        self.setup.iter().chain(&self.cable).chain([&self.home])
    }
}

/// What a printer shares with its lab.
pub struct World {
    /// How fast time goes.
    pub clock: Clock,
    /// What goes wrong.
    pub faults: Arc<Faults>,
    /// What the network it may join is like.
    pub router: RouterScene,
    /// Where nobody should come.
    pub trap: Arc<str>,
    /// Told of each change that DNS-SD should show.
    pub changes: Arc<Notify>,
}

/// A printer.
pub struct Printer {
    /// As the scene has it.
    pub scene: PrinterScene,
    /// Its addresses.
    pub links: Links,
    world: World,
    certificates: Arc<Certificates>,
    enrollee: Enrollee,
    state: Mutex<enrollee::State>,
    writes: AtomicU64,
}

/// The class of a request to a printer.
pub fn class(path: &str) -> &'static str {
    match path {
        "/" | "/DevMgmt/ProductConfigDyn.xml" => "printer.identity",
        "/DevMgmt/DiscoveryTree.xml" | "/Prefetch" | "/IoMgmt/IoMgmtManifest.xml" => "printer.tree",
        "/IoMgmt/IoMgmtCap.xml" | "/DevMgmt/InternalPrintCap.xml" => "printer.capabilities",
        WPS_PIN => "printer.pin",
        "/IoMgmt/Adapters" => "printer.adapters",
        "/DevMgmt/ProductStatusDyn.xml" => "printer.status",
        "/ipp/print" => "printer.ipp",
        _ => "printer.other",
    }
}

impl Printer {
    /// A printer whose links are closed.
    ///
    /// # Errors
    /// No certificate.
    pub fn new(
        scene: PrinterScene,
        links: Links,
        world: World,
        enrollee: Enrollee,
    ) -> Result<Arc<Self>, crate::LabError> {
        let certificates = Arc::new(Certificates::new(&format!("{}.local", host(&scene)))?);
        let (state, writes) = (Mutex::default(), AtomicU64::new(0));
        Ok(Arc::new(Self { scene, links, world, certificates, enrollee, state, writes }))
    }

    fn state(&self) -> std::sync::MutexGuard<'_, enrollee::State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What its links are opened with.
    pub fn context(self: &Arc<Self>) -> Context {
        Context {
            device: Device::Printer(self.clone()),
            faults: self.world.faults.clone(),
            clock: self.world.clock,
            certificates: self.certificates.clone(),
            tls: TlsMode::Plain,
            trap: self.world.trap.clone(),
        }
    }

    /// Its host name in DNS-SD, without `.local`.
    pub fn host(&self) -> String {
        host(&self.scene)
    }

    /// `HP HTTP Server; …`, as HP's embedded servers say who they are.
    pub fn server(&self) -> String {
        let PrinterScene { model, product, serial, kind, .. } = &self.scene;
        match kind {
            DeviceKind::LaserjetPin => format!(
                "HP HTTP Server; {model} - {product}; Serial Number: {serial}; \
                 Built: Mon Mar 04, 2013 10:12:41AM {{LJLABA1310}}"
            ),
            DeviceKind::AnotherDevice => "lighttpd/1.4.69".into(),
        }
    }

    /// The link by which DNS-SD should find it, if any.
    pub fn announced(&self) -> Option<&Arc<Link>> {
        if self.scene.kind != DeviceKind::LaserjetPin {
            return None;
        }
        [Some(&self.links.home), self.links.cable.as_ref()].into_iter().flatten().find(|link| link.is_open())
    }

    /// DNS-SD should look again.
    pub fn changed(&self) {
        self.world.changes.notify_one();
    }

    /// Requests that would have changed something; all were refused.
    pub fn unexpected_writes(&self) -> u64 {
        self.writes.load(Ordering::Relaxed)
    }

    fn refuse_write(&self) -> Answer {
        self.writes.fetch_add(1, Ordering::Relaxed);
        Answer::status(405).with("Allow", "GET")
    }

    /// Answers a request that came by that link.
    pub async fn answer(self: &Arc<Self>, request: Request, link: LinkName) -> Answer {
        let path = request.path();
        if self.scene.kind == DeviceKind::AnotherDevice {
            return self.another_device(&request);
        }
        match (&*request.method, path) {
            ("POST", "/ipp/print") => {
                let joined = self.has_joined().await;
                let answer = ipp::answer(self, &request.body, link, joined);
                if answer.refused_write {
                    self.writes.fetch_add(1, Ordering::Relaxed);
                }
                Answer::ok("application/ipp", answer.body)
            }
            ("GET" | "HEAD", WPS_PIN) => self.wps_pin().await,
            ("GET" | "HEAD", "/IoMgmt/Adapters") => {
                xml(documents::adapters(self, link, self.has_joined().await))
            }
            ("GET" | "HEAD", _) => self.document(&request),
            _ => self.refuse_write(),
        }
    }

    fn document(&self, request: &Request) -> Answer {
        match request.path() {
            "/" => Answer::ok("text/html", documents::page(&self.scene)),
            "/Prefetch" => match tree::prefetch(&self.scene, &request.target) {
                Some(list) => Answer::ok("application/json", list),
                None => Answer::status(404),
            },
            "/DevMgmt/DiscoveryTree.xml" => xml(tree::discovery_tree()),
            "/IoMgmt/IoMgmtManifest.xml" => xml(tree::manifest(&self.scene)),
            "/IoMgmt/IoMgmtCap.xml" => xml(documents::io_capabilities(&self.scene)),
            "/DevMgmt/ProductConfigDyn.xml" => xml(documents::product_config(&self.scene)),
            "/DevMgmt/ProductStatusDyn.xml" => xml(documents::product_status()),
            "/DevMgmt/InternalPrintCap.xml" => xml(documents::internal_print_cap()),
            _ => Answer::status(404),
        }
    }

    async fn wps_pin(self: &Arc<Self>) -> Answer {
        match self.scene.wps_pin {
            WpsPin::Refused401 => Answer::status(401),
            WpsPin::Absent => Answer::status(404),
            WpsPin::Offered => xml(documents::wps_session(self.scene.pin_as, &self.read_pin().await)),
        }
    }

    fn another_device(&self, request: &Request) -> Answer {
        match (&*request.method, request.path()) {
            ("GET" | "HEAD", "/") => Answer::ok("text/html", documents::page(&self.scene)),
            ("GET" | "HEAD", _) => Answer::status(404),
            _ => self.refuse_write(),
        }
    }
}

fn xml(document: String) -> Answer {
    Answer::ok("text/xml", document)
}

fn host(scene: &PrinterScene) -> String {
    // Older LaserJets: NPI and the last three octets of the MAC address.
    let mac = crate::check::mac(&scene.mac).unwrap_or_default();
    scene.host.clone().unwrap_or_else(|| format!("NPI{}", mac.get(6..).unwrap_or_default()))
}
