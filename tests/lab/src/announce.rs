//! DNS-SD on loopback: the printers that can be found, and decoys.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use mdns_sd::{IfKind, ServiceDaemon, ServiceInfo};
use tokio::sync::Notify;

use crate::phone::Whereabouts;
use crate::printer::Printer;
use crate::scene::{Decoy, DecoyKind};

/// A responder for the lab's loopback.
pub struct Announcer {
    daemon: ServiceDaemon,
    printers: Vec<Arc<Printer>>,
    decoys: Vec<Decoy>,
    trap: u16,
    phone: Arc<Whereabouts>,
    /// Full names that are announced, and with what port.
    now: BTreeMap<String, u16>,
}

type Txt = Vec<(&'static str, String)>;

impl Announcer {
    /// A responder that announces nothing yet. Nothing is ever sent on another interface than loopback.
    ///
    /// # Errors
    /// The responder can't be started.
    pub fn new(
        printers: Vec<Arc<Printer>>,
        decoys: Vec<Decoy>,
        trap: u16,
        phone: Arc<Whereabouts>,
    ) -> Result<Self, mdns_sd::Error> {
        let daemon = ServiceDaemon::new()?;
        daemon.disable_interface(IfKind::All)?;
        daemon.enable_interface(IfKind::LoopbackV4)?;
        Ok(Self { daemon, printers, decoys, trap, phone, now: BTreeMap::new() })
    }

    /// Announces what there is, and again whenever told of a change; ends when its task is aborted.
    pub async fn run(mut self, changes: Arc<Notify>) {
        let _ended = Ended(self.daemon.clone());
        // A responder that takes no more commands has ended, and so has what it announced.
        while self.update().is_ok() {
            changes.notified().await;
        }
    }

    fn update(&mut self) -> Result<(), mdns_sd::Error> {
        // A phone that is elsewhere hears of no change, nor that the old records are gone.
        if !self.phone.get().at_home() {
            return Ok(());
        }
        let mut wanted = Vec::new();
        for decoy in &self.decoys {
            wanted.push(of_decoy(decoy, self.trap)?);
        }
        for printer in &self.printers {
            if let Some(address) = printer.announced() {
                wanted.extend(of_printer(printer, address.port())?);
            }
        }
        let gone =
            self.now.keys().filter(|name| wanted.iter().all(|info| info.get_fullname() != *name)).cloned();
        for name in gone.collect::<Vec<_>>() {
            self.daemon.unregister(&name)?;
            self.now.remove(&name);
        }
        for mut info in wanted {
            let (name, port) = (info.get_fullname().to_owned(), info.get_port());
            if self.now.insert(name, port) != Some(port) {
                // Each name here is made up and the network is ours: nobody else can hold it.
                info.set_requires_probe(false);
                self.daemon.register(info)?;
            }
        }
        Ok(())
    }
}

/// Says goodbye when the announcer's task ends, however it ends.
struct Ended(ServiceDaemon);

impl Drop for Ended {
    fn drop(&mut self) {
        // The daemon sends its goodbyes before it answers. Short, because this may be on a runtime's thread.
        if let Ok(done) = self.0.shutdown() {
            let _ = done.recv_timeout(Duration::from_millis(500));
        }
    }
}

fn service(kind: &str, name: &str, host: &str, port: u16, txt: &Txt) -> Result<ServiceInfo, mdns_sd::Error> {
    let kind = format!("{kind}._tcp.local.");
    ServiceInfo::new(&kind, name, &format!("{host}.local."), "127.0.0.1", port, txt.as_slice())
}

/// All services of a printer. They share the port of its link: the lab announces nothing that isn't its own.
fn of_printer(printer: &Printer, port: u16) -> Result<Vec<ServiceInfo>, mdns_sd::Error> {
    let (scene, host) = (&printer.scene, printer.host());
    let page = if scene.is_ink() { "#hId-pgAirPrint" } else { "" };
    let admin = format!("http://{host}.local.:{port}/{page}");
    let colour = if scene.is_ink() { "T" } else { "F" };
    let short = scene.model.strip_prefix("HP ").unwrap_or(&scene.model);
    let marks = |mut txt: Txt| -> Txt {
        txt.retain(|(key, _)| !(scene.unmarked && matches!(*key, "UUID" | "mac")));
        txt
    };
    let common = |priority: &str| -> Txt {
        marks(vec![
            ("txtvers", "1".into()),
            ("qtotal", "1".into()),
            ("pdl", "application/vnd.hp-PCL,image/urf,image/pwg-raster".into()),
            ("kind", "document,envelope".into()),
            ("ty", scene.model.clone()),
            ("product", format!("({})", scene.model)),
            ("usb_MFG", "HP".into()),
            ("usb_MDL", short.into()),
            ("priority", priority.into()),
            ("mac", scene.mac.clone()),
            ("adminurl", admin.clone()),
            ("note", String::new()),
            ("UUID", scene.uuid.clone()),
            ("Color", colour.into()),
            ("Duplex", "F".into()),
            ("Scan", "T".into()),
            ("Fax", "F".into()),
        ])
    };
    let mut ipp = common("20");
    ipp.extend([
        ("rp", "ipp/print".into()),
        ("TLS", "1.2".into()),
        ("URF", "CP1,MT1-2-8,PQ3-4-5,RS600,SRGB24,W8".into()),
    ]);
    let scan: Txt = marks(vec![
        ("txtvers", "1".into()),
        ("ty", scene.model.clone()),
        ("rs", "eSCL".into()),
        ("vers", "2.0".into()),
        ("pdl", "application/pdf,image/jpeg".into()),
        ("UUID", scene.uuid.clone()),
        ("adminurl", admin.clone()),
        ("note", String::new()),
    ]);
    let web: Txt = marks(vec![("UUID", scene.uuid.clone())]);
    if scene.bare {
        return Ok(vec![service("_http", &scene.name, &host, port, &web)?]);
    }
    Ok(vec![
        service("_ipp", &scene.name, &host, port, &ipp)?,
        service("_uscan", &scene.name, &host, port, &scan)?,
        service("_pdl-datastream", &scene.name, &host, port, &common("40"))?,
        service("_http", &scene.name, &host, port, &web)?,
    ])
}

/// A decoy leads to the trap.
fn of_decoy(decoy: &Decoy, trap: u16) -> Result<ServiceInfo, mdns_sd::Error> {
    let mut txt: Txt = vec![
        ("txtvers", "1".into()),
        ("qtotal", "1".into()),
        ("ty", decoy.model.clone()),
        ("product", format!("({})", decoy.model)),
        ("UUID", decoy.uuid.clone()),
        ("note", String::new()),
    ];
    let host = match decoy.kind {
        DecoyKind::CupsShare => {
            let host = "studio";
            txt.extend([
                ("rp", "printers/laser".to_owned()),
                ("printer-type", "0x801046".into()),
                ("printer-state", "3".into()),
                ("adminurl", format!("http://{host}.local.:{trap}/printers/laser")),
            ]);
            host
        }
        DecoyKind::OtherMaker => {
            let host = "otherprinter";
            txt.extend([
                ("rp", "ipp/print".to_owned()),
                ("usb_MFG", "Othermake".into()),
                ("usb_MDL", decoy.model.clone()),
                ("adminurl", format!("http://{host}.local.:{trap}/")),
            ]);
            host
        }
    };
    service("_ipp", &decoy.name, host, trap, &txt)
}
