//! For `cargo xtask bench discovery`: the search of `inkjoin find`, each printer told as soon as it is listed.
//!
//! `bench_find COUNT` prints a line per printer: its address and port, and name. Ends at COUNT, or after 10 s.

use std::collections::BTreeSet;
use std::error::Error;
use std::io::{Write, stdout};
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

use inkjoin::discovery::directory::Directory;
use inkjoin::discovery::mdns::{InterfaceChoice, Mdns};
use inkjoin::ports::DnsSd;

fn main() -> Result<(), Box<dyn Error>> {
    let count: usize = std::env::args().nth(1).ok_or("how many?")?.parse()?;
    let (sender, events) = mpsc::channel();
    let port = Mdns::new(InterfaceChoice::Default);
    port.browse(1, Arc::new(move |event| drop(sender.send(event))))?;
    let (mut directory, mut told) = (Directory::default(), BTreeSet::new());
    let until = Instant::now() + Duration::from_secs(10);
    while told.len() < count {
        let Ok(event) = events.recv_timeout(until.saturating_duration_since(Instant::now())) else { break };
        if !directory.apply(event) {
            continue;
        }
        for printer in directory.printers() {
            // Resolved means: where it is, and what its TXT record says of it.
            let Some(at) = printer.ews.first().filter(|_| printer.identity.uuid.is_some()) else { continue };
            if told.insert(printer.key.clone()) {
                writeln!(stdout(), "{} {}", at.authority(0), printer.name.as_str())?;
            }
        }
    }
    port.stop(1);
    Ok(())
}
