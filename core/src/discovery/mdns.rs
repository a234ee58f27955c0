//! DNS-SD by mdns-sd: the desktop's browser, and Android's under a multicast lock.
//!
//! One daemon per choice of interfaces and process. It has one listener per service type, so browses that run at the same
//! time share it: what one already heard is told to the next at once.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use mdns_sd::{IfKind, Receiver, ResolvedService, ServiceDaemon, ServiceEvent};

use super::record::Record;
use super::{DnsSdEvent, SERVICE_TYPES};
use crate::ports::{DnsSd, DnsSdSink, PortError};

#[cfg(test)]
mod tests;

/// Records told to a browse that starts while another runs.
const MAX_REPLAYED: usize = 1_000;
/// Before a listener that broke off is set up again.
const PAUSE: Duration = Duration::from_secs(1);

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

/// Browses [`SERVICE_TYPES`]. Each value has its own browse ids.
pub struct Mdns {
    choice: InterfaceChoice,
    /// Browse id to its ticket at the shared daemon.
    browses: Mutex<HashMap<u64, u64>>,
}

impl Mdns {
    /// Nothing is opened before the first browse.
    pub fn new(choice: InterfaceChoice) -> Self {
        Self { choice, browses: Mutex::default() }
    }
}

impl DnsSd for Mdns {
    fn browse(&self, id: u64, sink: DnsSdSink) -> Result<(), PortError> {
        let shared = Shared::of(&self.choice)?;
        let ticket = Shared::join(&shared, sink)?;
        if let Some(old) = lock(&self.browses).insert(id, ticket) {
            shared.leave(old);
        }
        Ok(())
    }

    fn stop(&self, id: u64) {
        let Some(ticket) = lock(&self.browses).remove(&id) else { return };
        if let Ok(shared) = Shared::of(&self.choice) {
            shared.leave(ticket);
        }
    }
}

impl Drop for Mdns {
    fn drop(&mut self) {
        let ids: Vec<u64> = lock(&self.browses).keys().copied().collect();
        for id in ids {
            self.stop(id);
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One daemon and who listens to it.
struct Shared {
    daemon: ServiceDaemon,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    next: u64,
    sinks: BTreeMap<u64, DnsSdSink>,
    heard: BTreeMap<(String, String), Record>,
    /// Counts the starts: a thread of an earlier one ends by itself.
    run: u64,
}

impl Shared {
    fn of(choice: &InterfaceChoice) -> Result<Arc<Self>, PortError> {
        static DAEMONS: OnceLock<Mutex<BTreeMap<InterfaceChoice, Arc<Shared>>>> = OnceLock::new();
        let mut daemons = lock(DAEMONS.get_or_init(Mutex::default));
        if let Some(shared) = daemons.get(choice) {
            return Ok(shared.clone());
        }
        let shared = Arc::new(Self {
            daemon: daemon(choice).map_err(|_| PortError::Failed)?,
            state: Mutex::default(),
        });
        daemons.insert(choice.clone(), shared.clone());
        Ok(shared)
    }

    fn join(shared: &Arc<Self>, sink: DnsSdSink) -> Result<u64, PortError> {
        let (ticket, heard) = {
            let mut state = lock(&shared.state);
            if state.sinks.is_empty() {
                state.run += 1;
                shared.start(state.run)?;
            }
            state.next += 1;
            let ticket = state.next;
            state.sinks.insert(ticket, sink.clone());
            (ticket, state.heard.values().cloned().collect::<Vec<_>>())
        };
        heard.into_iter().for_each(|record| sink(DnsSdEvent::Resolved(record)));
        Ok(ticket)
    }

    fn leave(&self, ticket: u64) {
        let mut state = lock(&self.state);
        state.sinks.remove(&ticket);
        if state.sinks.is_empty() {
            state.heard.clear();
            state.run += 1;
            for service in SERVICE_TYPES {
                // Fails only when the daemon has ended, which stops it as well.
                let _ = self.daemon.stop_browse(service);
            }
        }
    }

    /// A thread for each service type; they end with the browse.
    fn start(self: &Arc<Self>, run: u64) -> Result<(), PortError> {
        for service in SERVICE_TYPES {
            let events = self.daemon.browse(service).map_err(|_| PortError::Failed)?;
            let shared = self.clone();
            let listen = move || shared.listen(service, events, run);
            std::thread::Builder::new()
                .name("inkjoin-mdns".into())
                .spawn(listen)
                .map_err(|_| PortError::Failed)?;
        }
        Ok(())
    }

    fn listen(&self, service: &str, mut events: Receiver<ServiceEvent>, run: u64) {
        loop {
            while let Ok(event) = events.recv() {
                let event = match event {
                    ServiceEvent::ServiceResolved(resolved) => record(&resolved).map(DnsSdEvent::Resolved),
                    ServiceEvent::ServiceRemoved(service, instance) => {
                        Some(DnsSdEvent::Gone { service, instance })
                    }
                    _ => None,
                };
                if !event.map_or_else(|| lock(&self.state).run == run, |e| self.tell(e, run)) {
                    return;
                }
            }
            // mdns-sd ends a subscription whose channel was full.
            std::thread::sleep(PAUSE);
            let state = lock(&self.state);
            if state.run != run {
                return;
            }
            let Ok(again) = self.daemon.browse(service) else { return };
            drop(state);
            events = again;
        }
    }

    /// Hands an event to all sinks, outside of the lock; `false` when this run is over.
    fn tell(&self, event: DnsSdEvent, run: u64) -> bool {
        let sinks: Vec<DnsSdSink> = {
            let mut state = lock(&self.state);
            if state.run != run {
                return false;
            }
            match &event {
                DnsSdEvent::Resolved(record) if state.heard.len() < MAX_REPLAYED => {
                    state
                        .heard
                        .insert((record.service().to_owned(), record.instance().to_owned()), record.clone());
                }
                DnsSdEvent::Resolved(_) => {}
                DnsSdEvent::Gone { service, instance } => {
                    state.heard.remove(&(service.to_ascii_lowercase(), instance.clone()));
                }
            }
            state.sinks.values().cloned().collect()
        };
        sinks.iter().for_each(|sink| sink(event.clone()));
        true
    }
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
