//! The driver: runs what the machine orders, and nothing else. It decides nothing.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::future::BoxFuture;
use tokio::sync::{mpsc, watch};
use tokio::task::{AbortHandle, JoinSet};

use super::calls::Gates;
use super::effects::{self, Hands};
use super::hub::Hub;
use super::kept::Kept;
use super::shared::{Shared, Work};
use super::standing::{self, Running};
use crate::discovery::DnsSdEvent;
use crate::discovery::directory::Directory;
use crate::knowledge::Knowledge;
use crate::net::Trouble;
use crate::net::http::Http;
use crate::net::tls::Pins;
use crate::ports::{PortError, Ports};
use crate::setup::{EffectId, Input, Order, Standing};

/// The clock is looked at again at least so often while a deadline runs: timers of the runtime stop while a phone
/// sleeps, the clock does not.
const LOOK_AT_CLOCK: Duration = Duration::from_secs(1);

/// Between two looks at the networks: not every system says when they change.
const LOOK_AT_NETWORKS: Duration = Duration::from_secs(2);

/// Names a browse: sessions may share a port, so the names are the process's.
pub(super) static BROWSES: AtomicU64 = AtomicU64::new(1);

pub(super) enum Event {
    Input(Input),
    /// Of the browse with this id.
    DnsSd(u64, DnsSdEvent),
    /// Whether the search with this id could start.
    Browsing(u64, Result<(), PortError>),
}

pub(super) struct Driver {
    hands: Hands,
    shared: Arc<Shared>,
    events: mpsc::UnboundedReceiver<Event>,
    tasks: JoinSet<()>,
    effects: HashMap<EffectId, AbortHandle>,
    standing: Vec<(Standing, Running)>,
    failed_browse: Option<(u64, PortError)>,
}

impl Driver {
    pub fn new(
        hub: Arc<Hub>,
        shared: Arc<Shared>,
        ports: Ports,
        knowledge: &'static Knowledge,
    ) -> Result<Self, Trouble> {
        let (sender, events) = mpsc::unbounded_channel();
        let http = Http::new(Arc::new(Pins::new()))?;
        let directory = Arc::new(Mutex::new(Directory::default()));
        let gates = Arc::new(Gates::default());
        let hands = Hands {
            hub,
            kept: Kept::new(ports.vault.clone(), gates.vault.clone()),
            ports,
            http,
            timings: knowledge.timings,
            access: Arc::default(),
            claim: Arc::default(),
            directory,
            listed: watch::Sender::new(()),
            sender,
            gates,
            last_look: Arc::default(),
        };
        Ok(Self {
            hands,
            shared,
            events,
            tasks: JoinSet::new(),
            effects: HashMap::new(),
            standing: Vec::new(),
            failed_browse: None,
        })
    }

    /// Until the session has ended and its last screen is out.
    pub async fn run(mut self) {
        if self.hands.ports.setup_wifi.is_some() {
            self.shared.feed(Input::CanHop);
        }
        let mut networks = tokio::time::interval(LOOK_AT_NETWORKS);
        networks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            let work = self.shared.work();
            // Saved before anything that changes something outside is released, and before it is shown: what a person
            // has seen is what comes back.
            self.save(&work).await;
            let publish_in = self.shared.publish();
            for order in work.orders {
                self.obey(order);
            }
            self.stand(work.standing);
            if work.look_at_networks {
                self.look_at_networks();
            }
            if work.ended && publish_in.is_none() {
                self.shared.finish();
                return;
            }
            let deadline = work
                .deadline
                .map(|at| self.hands.ports.clock.real(at.since(self.shared.now())).min(LOOK_AT_CLOCK));
            let nap = deadline.into_iter().chain(publish_in).min();
            tokio::select! {
                Some(event) = self.events.recv() => self.take(event),
                Some(_) = self.tasks.join_next() => {}
                () = self.shared.wake.notified() => {}
                _ = networks.tick() => self.look_at_networks(),
                () = tokio::time::sleep(nap.unwrap_or(Duration::MAX)), if nap.is_some() => {}
            }
        }
    }

    fn take(&mut self, event: Event) {
        match event {
            Event::Input(input) => {
                if let Input::Outcome(id, _) = &input {
                    self.effects.remove(id);
                }
                self.shared.feed(input);
            }
            Event::DnsSd(id, DnsSdEvent::Failed(why)) => {
                self.failed_browse = Some((id, why));
                self.shared.feed(Input::Browse(Err(why)));
            }
            // A system may say no before the call that started the search has come back with a yes.
            Event::Browsing(id, result) => match self.failed_browse {
                Some((failed, why)) if failed == id => self.shared.feed(Input::Browse(Err(why))),
                _ => self.shared.feed(Input::Browse(result)),
            },
            Event::DnsSd(id, event) => {
                let goes_on = matches!(event, DnsSdEvent::Resolved(_));
                if goes_on && self.failed_browse.take_if(|(failed, _)| *failed == id).is_some() {
                    self.shared.feed(Input::Browse(Ok(())));
                }
                let list = {
                    let mut directory = self.hands.directory.lock().unwrap_or_else(PoisonError::into_inner);
                    directory.apply(event).then(|| directory.printers())
                };
                if let Some(list) = list {
                    self.hands.listed.send_replace(());
                    self.shared.feed(Input::Printers(list));
                }
            }
        }
    }

    async fn save(&self, work: &Work) {
        let (Some(store), Some(save)) = (self.hands.ports.store.clone(), work.save.clone()) else { return };
        let work = move || match save {
            Some(bytes) => store.save(&bytes),
            None => store.clear(),
        };
        let saved = self.hands.gates.store.call(work).await;
        if !matches!(saved, Some(Ok(()))) {
            tracing::warn!("the session could not be saved");
        }
    }

    fn obey(&mut self, order: Order) {
        match order {
            Order::Do(effect) => {
                tracing::info!(effect = ?effect.id, ask = effect.ask.name(), "effect");
                let (id, hands) = (effect.id, self.hands.clone());
                let task = self.task(Box::pin(async move {
                    let outcome = effects::run(&hands, effect).await;
                    hands.send(Input::Outcome(id, outcome));
                }));
                self.effects.insert(id, task);
            }
            Order::Stop(id) => {
                if let Some(task) = self.effects.remove(&id) {
                    task.abort();
                }
            }
        }
    }

    /// Starts and stops the difference between what runs and what the state wants.
    fn stand(&mut self, wanted: Vec<Standing>) {
        self.standing.retain(|(standing, _)| wanted.contains(standing));
        for standing in wanted {
            if self.standing.iter().any(|(running, _)| *running == standing) {
                continue;
            }
            if standing == Standing::Browse {
                // Nobody said goodbye to us while we did not listen.
                *self.hands.directory.lock().unwrap_or_else(PoisonError::into_inner) = Directory::default();
                self.shared.feed(Input::Printers(Vec::new()));
            }
            let running = standing::start(&self.hands, &standing, BROWSES.fetch_add(1, Ordering::Relaxed));
            self.standing.push((standing, running));
        }
    }

    fn look_at_networks(&mut self) {
        let hands = self.hands.clone();
        self.task(Box::pin(async move {
            hands.send(Input::Network(hands.look().await.around));
        }));
    }

    /// Boxed as [`Hub::spawn`]'s.
    fn task(&mut self, work: BoxFuture<'static, ()>) -> AbortHandle {
        self.tasks.spawn(work)
    }
}
