//! For `cargo xtask bench discovery`: the peer. The library mdns-sd by itself, as its own documentation shows it.
//!
//! `bench_mdns_bare COUNT [TYPE...]` prints a line per printer: its address and port, and full name. Ends at COUNT, or after 10 s.
//! TYPE is what else is browsed beside `_ipp._tcp.local.`, heard and not told.

use std::collections::BTreeSet;
use std::error::Error;
use std::io::{Write, stdout};
use std::time::{Duration, Instant};

use mdns_sd::{ServiceDaemon, ServiceEvent};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let count: usize = arguments.next().ok_or("how many?")?.parse()?;
    let daemon = ServiceDaemon::new()?;
    let events = daemon.browse("_ipp._tcp.local.")?;
    let _others = arguments.map(|other| daemon.browse(&other)).collect::<Result<Vec<_>, _>>()?;
    let mut told = BTreeSet::new();
    let until = Instant::now() + Duration::from_secs(10);
    while told.len() < count {
        let Ok(event) = events.recv_timeout(until.saturating_duration_since(Instant::now())) else { break };
        let ServiceEvent::ServiceResolved(found) = event else { continue };
        let Some(address) = found.addresses.iter().next() else { continue };
        if found.txt_properties.get("UUID").is_some() && told.insert(found.fullname.clone()) {
            writeln!(stdout(), "{}:{} {}", address.to_ip_addr(), found.port, found.fullname)?;
        }
    }
    Ok(())
}
