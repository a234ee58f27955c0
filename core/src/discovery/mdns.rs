//! DNS-SD by mdns-sd: the desktop's browser, and Android's under a multicast lock.
//!
//! One daemon per choice of interfaces and process. It has one listener per service type, and ending a browse there ends it
//! for everybody: so browses that run at the same time share it, what one already heard is told to the next at once, and it is
//! stopped only when the last of them ends. A browse that joins lets the daemon ask anew, since the questions of a long one
//! are up to an hour apart.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use mdns_sd::{IfKind, ResolvedService, ServiceDaemon};

use super::record::Record;
use crate::ports::{DnsSd, DnsSdSink, PortError};

mod shared;
#[cfg(test)]
mod tests;

use shared::Shared;

/// Stops kept that came before their browse: those of a moment, as both come from threads of one pool.
const MAX_EARLY: usize = 256;

/// On which interfaces.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum InterfaceChoice {
    /// All that are up.
    #[default]
    Default,
    /// 127.0.0.1 only: the lab and the tests.
    LoopbackOnly,
    /// One, by the system's name, such as `wlan0`.
    Named(String),
}

/// Browses [`super::SERVICE_TYPES`]. Each value has its own browse ids. Starts and stops of one value come one after the
/// other, from whichever threads; a sink must not call back into it.
pub struct Mdns {
    choice: InterfaceChoice,
    browses: Mutex<Browses>,
}

#[derive(Default)]
struct Browses {
    /// Browse id to its ticket at the daemon.
    open: HashMap<u64, (Arc<Shared>, u64)>,
    /// Stopped before they began, oldest first.
    early: VecDeque<u64>,
}

impl Mdns {
    /// Nothing is opened before the first browse.
    pub fn new(choice: InterfaceChoice) -> Self {
        Self { choice, browses: Mutex::default() }
    }
}

impl DnsSd for Mdns {
    /// A browse whose `stop` came first does nothing; then its id may be used again.
    fn browse(&self, id: u64, sink: DnsSdSink) -> Result<(), PortError> {
        let mut browses = lock(&self.browses);
        if let Some(at) = browses.early.iter().position(|early| *early == id) {
            browses.early.remove(at);
            return Ok(());
        }
        let shared = Shared::of(&self.choice)?;
        let ticket = shared.join(sink)?;
        if let Some((shared, old)) = browses.open.insert(id, (shared, ticket)) {
            shared.leave(old);
        }
        Ok(())
    }

    fn stop(&self, id: u64) {
        let mut browses = lock(&self.browses);
        match browses.open.remove(&id) {
            Some((shared, ticket)) => shared.leave(ticket),
            None if browses.early.contains(&id) => {}
            None => {
                browses.early.push_back(id);
                let over = browses.early.len().saturating_sub(MAX_EARLY);
                browses.early.drain(..over);
            }
        }
    }
}

impl Drop for Mdns {
    fn drop(&mut self) {
        for (shared, ticket) in lock(&self.browses).open.drain().map(|(_, open)| open) {
            shared.leave(ticket);
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Interfaces are chosen before anything is asked.
fn daemon(choice: &InterfaceChoice) -> mdns_sd::Result<ServiceDaemon> {
    let daemon = ServiceDaemon::new()?;
    let only = match choice {
        InterfaceChoice::Default => return Ok(daemon),
        InterfaceChoice::LoopbackOnly => IfKind::LoopbackV4,
        InterfaceChoice::Named(name) => IfKind::Name(name.clone()),
    };
    daemon.disable_interface(IfKind::All)?;
    daemon.enable_interface(only)?;
    Ok(daemon)
}

fn record(resolved: &ResolvedService) -> Option<Record> {
    let txt =
        resolved.txt_properties.iter().map(|p| (p.key().to_owned(), p.val().unwrap_or_default().to_vec()));
    let addresses = resolved.addresses.iter().map(mdns_sd::ScopedIp::to_ip_addr);
    Record::new(&resolved.ty_domain, &resolved.fullname, &resolved.host, resolved.port, addresses, txt)
}
