//! One daemon and all who listen to it.
//!
//! Its commands are only given while `state` is held, so the daemon gets starts and stops in the order in which sinks came and
//! went. Sinks are only called while `order` is held, so that each hears what was seen in that order; `order` is taken first.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use mdns_sd::{Receiver, ServiceDaemon, ServiceEvent};

use super::{InterfaceChoice, lock, record};
use crate::discovery::record::Record;
use crate::discovery::{DnsSdEvent, SERVICE_TYPES};
use crate::ports::{DnsSdSink, PortError};

/// Records told to a browse that starts while another runs.
const MAX_REPLAYED: usize = 1_000;
/// Questions waiting to take an older one's place; more only when a sink hangs.
const MAX_WAITING: usize = 8;
/// Before a listener that broke off is set up again.
const PAUSE: Duration = Duration::from_secs(1);

type Events = Receiver<ServiceEvent>;

pub(super) struct Shared {
    pub daemon: ServiceDaemon,
    order: Mutex<()>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    next: u64,
    sinks: BTreeMap<u64, DnsSdSink>,
    heard: BTreeMap<(String, String), Record>,
    /// By service type: what the daemon tells since it was asked anew. Listened to once the older ones have run dry.
    waiting: BTreeMap<&'static str, VecDeque<Events>>,
    /// Counts the starts: a thread of an earlier one ends by itself.
    run: u64,
}

impl Shared {
    pub fn of(choice: &InterfaceChoice) -> Result<Arc<Self>, PortError> {
        static DAEMONS: OnceLock<Mutex<BTreeMap<InterfaceChoice, Arc<Shared>>>> = OnceLock::new();
        let mut daemons = lock(DAEMONS.get_or_init(Mutex::default));
        if let Some(shared) = daemons.get(choice) {
            return Ok(shared.clone());
        }
        let shared = Arc::new(Self {
            daemon: super::daemon(choice).map_err(|_| PortError::Failed)?,
            order: Mutex::default(),
            state: Mutex::default(),
        });
        daemons.insert(choice.clone(), shared.clone());
        Ok(shared)
    }

    /// Tells `sink` all that is known and all that comes, until `leave` with this ticket.
    pub fn join(self: &Arc<Self>, sink: DnsSdSink) -> Result<u64, PortError> {
        let _order = lock(&self.order);
        let (ticket, heard) = {
            let mut state = lock(&self.state);
            if state.sinks.is_empty() {
                self.start(&mut state)?;
            } else {
                self.ask_anew(&mut state);
            }
            state.next += 1;
            let ticket = state.next;
            state.sinks.insert(ticket, sink.clone());
            (ticket, state.heard.values().cloned().collect::<Vec<_>>())
        };
        heard.into_iter().for_each(|record| sink(DnsSdEvent::Resolved(record)));
        Ok(ticket)
    }

    /// The last one to leave ends the browse. A ticket that has left already does nothing.
    pub fn leave(&self, ticket: u64) {
        let mut state = lock(&self.state);
        if state.sinks.remove(&ticket).is_some() && state.sinks.is_empty() {
            self.end(&mut state);
        }
    }

    /// A thread for each service type; they end with the browse.
    fn start(self: &Arc<Self>, state: &mut State) -> Result<(), PortError> {
        state.run += 1;
        let run = state.run;
        let begun = SERVICE_TYPES.into_iter().all(|service| {
            let Ok(events) = self.daemon.browse(service) else { return false };
            let shared = self.clone();
            let listen = move || shared.listen(service, events, run);
            std::thread::Builder::new().name("inkjoin-mdns".into()).spawn(listen).is_ok()
        });
        if !begun {
            self.end(state);
        }
        begun.then_some(()).ok_or(PortError::Failed)
    }

    /// The daemon puts the new listener in the old one's place, tells it what it knows, and starts its questions again. Where it
    /// does not take the order, the old listener goes on.
    fn ask_anew(&self, state: &mut State) {
        for service in SERVICE_TYPES {
            let waiting = state.waiting.entry(service).or_default();
            if waiting.len() < MAX_WAITING {
                waiting.extend(self.daemon.browse(service).ok());
            }
        }
    }

    fn end(&self, state: &mut State) {
        state.heard.clear();
        state.waiting.clear();
        state.run += 1;
        for service in SERVICE_TYPES {
            // Where the daemon does not take it, it ends the browse at its next event, since nobody listens any more.
            let _ = self.daemon.stop_browse(service);
        }
    }

    fn listen(&self, service: &'static str, mut events: Events, run: u64) {
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
            match self.following(service, run) {
                Some(next) => events = next,
                None => return,
            }
        }
    }

    /// What to listen to after a listener that the daemon dropped; `None` when this run is over.
    fn following(&self, service: &'static str, run: u64) -> Option<Events> {
        let mut dropped = false;
        loop {
            let mut state = lock(&self.state);
            if state.run != run {
                return None;
            }
            if let Some(next) = state.waiting.get_mut(service).and_then(VecDeque::pop_front) {
                return Some(next);
            }
            // Nobody asked anew: its channel was full.
            if let Some(again) = dropped.then(|| self.daemon.browse(service).ok()).flatten() {
                return Some(again);
            }
            drop(state);
            dropped = true;
            std::thread::sleep(PAUSE);
        }
    }

    /// Hands an event to all sinks; `false` when this run is over.
    fn tell(&self, event: DnsSdEvent, run: u64) -> bool {
        let _order = lock(&self.order);
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
                DnsSdEvent::Failed(_) => {}
            }
            state.sinks.values().cloned().collect()
        };
        sinks.iter().for_each(|sink| sink(event.clone()));
        true
    }
}
