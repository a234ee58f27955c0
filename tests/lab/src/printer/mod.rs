//! The virtual printer: an embedded web server on up to three links, and an enrollee behind it.

mod adapters;
mod documents;
mod enrollee;
mod ipp;
mod pages;
mod place;
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
/// Where pages are asked for.
const PRINT: &str = "/DevMgmt/InternalPrintDyn.xml";
/// What a LaserJet without `jobs` lists, and refuses to print.
const LISTED: [&str; 4] =
    ["configurationPage", "networkSummary", "networkDiagnosticPage", "wirelessNetworkPage"];

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
    place: Mutex<place::Place>,
    paper: Mutex<Vec<pages::Page>>,
    writes: AtomicU64,
    blinks: AtomicU64,
}

/// The class of a request to a printer.
pub fn class(path: &str) -> &'static str {
    match path {
        "/" | "/DevMgmt/ProductConfigDyn.xml" => "printer.identity",
        "/DevMgmt/DiscoveryTree.xml" | "/Prefetch" | "/IoMgmt/IoMgmtManifest.xml" => "printer.tree",
        "/IoMgmt/IoMgmtCap.xml" | "/DevMgmt/InternalPrintCap.xml" => "printer.capabilities",
        WPS_PIN => "printer.pin",
        PRINT => "printer.print",
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
        let (state, place, paper) = (Mutex::default(), Mutex::default(), Mutex::default());
        let (writes, blinks) = (AtomicU64::new(0), AtomicU64::new(0));
        Ok(Arc::new(Self {
            scene,
            links,
            world,
            certificates,
            enrollee,
            state,
            place,
            paper,
            writes,
            blinks,
        }))
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
        let built = match kind {
            DeviceKind::LaserjetPin => "Mon Mar 04, 2013 10:12:41AM {LJLABA1310}",
            DeviceKind::Officejet => "Fri Oct 31, 2014 02:20:05PM {OJLABA1444}",
            DeviceKind::Deskjet => "Wed May 31, 2017 09:41:17AM {DJLABA1722}",
            DeviceKind::AnotherDevice => return "lighttpd/1.4.69".into(),
        };
        let serial = if self.scene.unmarked { String::new() } else { format!("Serial Number: {serial}; ") };
        format!("HP HTTP Server; {model} - {product}; {serial}Built: {built}")
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
        if !self.scene.is_printer() {
            return self.another_device(&request);
        }
        match (&*request.method, path) {
            ("POST", "/ipp/print") => {
                let ssid = self.ssid().await;
                let answer = ipp::answer(self, &request.body, link, ssid.as_deref());
                if answer.refused_write {
                    self.writes.fetch_add(1, Ordering::Relaxed);
                }
                Answer::ok("application/ipp", answer.body)
            }
            ("GET" | "HEAD", WPS_PIN) => self.wps_pin().await,
            ("GET" | "HEAD", "/IoMgmt/Adapters") => {
                xml(adapters::adapters(self, link, self.ssid().await.as_deref()))
            }
            ("POST", PRINT) if !self.scene.listed_jobs().is_empty() => self.print(&request).await,
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
            "/DevMgmt/InternalPrintCap.xml" => match &self.scene.jobs {
                Some(jobs) => xml(documents::internal_print_cap(jobs.iter().map(String::as_str))),
                None if self.scene.is_ink() => Answer::status(404),
                None => xml(documents::internal_print_cap(LISTED.into_iter())),
            },
            _ => Answer::status(404),
        }
    }

    async fn wps_pin(self: &Arc<Self>) -> Answer {
        match self.scene.wps_pin {
            _ if !self.scene.has_wps_session() => Answer::status(404),
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
    let mac = crate::check::mac(&scene.mac).unwrap_or_default();
    scene.host.clone().unwrap_or_else(|| match scene.is_ink() {
        _ if scene.unmarked => "printer".into(),
        true => format!("HP{mac}"),
        // Older LaserJets: NPI and the last three octets of the MAC address.
        false => format!("NPI{}", mac.get(6..).unwrap_or_default()),
    })
}
