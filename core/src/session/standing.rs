//! What goes on while a state lasts: browsing, watching for the printer, polling the router. Ends when dropped.

use std::net::IpAddr;
use std::sync::{Arc, PoisonError};

use tokio::task::JoinHandle;

use super::driver::Event;
use super::effects::{Hands, TRIES};
use super::hub::Hub;
use crate::identity::Identity;
use crate::net::LocalAddr;
use crate::ports::{DnsSd, PortError};
use crate::printer;
use crate::router::{self, HandOverProblem, RouterReport};
use crate::setup::{Input, Standing};

/// Addresses asked in one round of the watch.
const ASKED_AT_ONCE: usize = 6;

/// Something that runs; dropping it ends it.
pub(super) struct Running(JoinHandle<()>);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Starts one.
pub(super) fn start(hands: &Hands, standing: &Standing, id: u64) -> Running {
    let own = hands.clone();
    Running(match standing {
        Standing::Browse => hands.hub.spawn(browse(own, id)),
        Standing::WatchPrinter { identity, also_at } => {
            hands.hub.spawn(watch(own, identity.clone(), also_at.clone()))
        }
        Standing::PollRouter { router } => hands.hub.spawn(poll(own, router.clone())),
    })
}

/// A browse at the port; dropping it stops it there. Ports are called on blocking threads.
struct Browse {
    hub: Arc<Hub>,
    dns_sd: Arc<dyn DnsSd>,
    id: u64,
}

impl Drop for Browse {
    fn drop(&mut self) {
        let (dns_sd, id) = (self.dns_sd.clone(), self.id);
        self.hub.spawn_blocking(move || dns_sd.stop(id));
    }
}

async fn browse(hands: Hands, id: u64) {
    let browse = Browse { hub: hands.hub.clone(), dns_sd: hands.ports.dns_sd.clone(), id };
    let (dns_sd, sender) = (browse.dns_sd.clone(), hands.sender.clone());
    let sink = Arc::new(move |event| {
        let _ = sender.send(Event::DnsSd(event));
    });
    let result = tokio::task::spawn_blocking(move || dns_sd.browse(id, sink)).await;
    hands.send(Input::Browse(result.unwrap_or(Err(PortError::Failed))));
    std::future::pending::<()>().await;
}

async fn watch(hands: Hands, identity: Identity, also_at: Vec<LocalAddr>) {
    loop {
        // Side by side: an address where nobody is any more must not keep the one that answers waiting.
        let asked = candidates(&hands, &identity, &also_at).into_iter().map(|at| ask(&hands, at));
        futures_util::future::join_all(asked).await;
        tokio::time::sleep(hands.real(hands.timings.poll_printer)).await;
    }
}

async fn ask(hands: &Hands, at: LocalAddr) {
    let _turn = hands.hub.turn(at).await;
    // As long as the first question to it may take: what was slow then is slow now.
    if let Ok(answer) = printer::ask_joined(&hands.http, at, hands.real(hands.timings.look) / TRIES).await {
        hands.send(Input::Answer(answer));
    }
}

/// Where the printer may answer now: what is announced for it first, then where it answered before.
fn candidates(hands: &Hands, identity: &Identity, also_at: &[LocalAddr]) -> Vec<LocalAddr> {
    let found = hands.directory.lock().unwrap_or_else(PoisonError::into_inner).printers();
    let fits = |other: &Identity| match identity.same_device(other) {
        Some(same) => same,
        None => !identity.model.as_str().is_empty() && identity.model == other.model,
    };
    let announced = found.iter().filter(|f| fits(&f.identity)).flat_map(|f| f.ews.iter().copied());
    let mut all: Vec<LocalAddr> = Vec::new();
    for at in announced.chain(also_at.iter().copied()) {
        // IPv4 first: the same printer need not be asked over both.
        if !all.contains(&at) && (matches!(at.get().ip(), IpAddr::V4(_)) || all.is_empty()) {
            all.push(at);
        }
    }
    all.truncate(ASKED_AT_ONCE);
    all
}

async fn poll(hands: Hands, router: RouterReport) {
    let pause = hands.real(hands.timings.poll_router);
    loop {
        let access = if hands.is_gateway(&router).await { hands.access(&router) } else { None };
        let result = match access {
            Some(access) => {
                router::status(
                    &hands.http,
                    &router,
                    &access,
                    pause.max(hands.real(hands.timings.router_answer) / 3),
                )
                .await
            }
            None => Err(HandOverProblem::SignInAgain),
        };
        hands.send(Input::RouterStatus(result));
        tokio::time::sleep(pause).await;
    }
}
