//! What goes on while a state lasts: browsing, watching for the printer, polling the router. Ends when dropped.

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use super::calls::Gate;
use super::driver::Event;
use super::effects::Hands;
use super::hub::Hub;
use super::lookout::watch;
use crate::discovery::ble::{BleTrouble, Nearby};
use crate::ports::PortError;
use crate::router::{self, HandOverProblem, RouterReport};
use crate::setup::input::NoBle;
use crate::setup::{Input, Standing};

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
    let work: BoxFuture<'static, ()> = match standing {
        Standing::Browse => Box::pin(browse(own, id)),
        Standing::WatchPrinter { identity, also_at } => {
            Box::pin(watch(own, identity.clone(), also_at.clone()))
        }
        Standing::ScanBle => Box::pin(scan(own, id)),
        Standing::SetupWifi => Box::pin(lease(own, id)),
        Standing::PollRouter { router } => Box::pin(poll(own, router.clone())),
    };
    Running(hands.hub.spawn(work))
}

/// Something that goes on at a port; dropping it ends it there. Ports are called on blocking threads.
pub(super) struct Held {
    hub: Arc<Hub>,
    gate: Gate,
    end: Option<Box<dyn FnOnce() + Send>>,
}

impl Held {
    fn new(hands: &Hands, gate: &Gate, end: impl FnOnce() + Send + 'static) -> Self {
        Self { hub: hands.hub.clone(), gate: gate.clone(), end: Some(Box::new(end)) }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(end) = self.end.take() {
            self.gate.call_and_forget(&self.hub, end);
        }
    }
}

/// Starts a browse; its events go where all events go.
pub(super) async fn start_browse(hands: &Hands, id: u64) -> (Held, Result<(), PortError>) {
    let (port, sender) = (hands.ports.dns_sd.clone(), hands.sender.clone());
    let held = Held::new(hands, &hands.gates.dns_sd, {
        let port = port.clone();
        move || port.stop(id)
    });
    let sink = Arc::new(move |event| {
        let _ = sender.send(Event::DnsSd(id, event));
    });
    let result = held.gate.call(move || port.browse(id, sink)).await;
    (held, result.unwrap_or(Err(PortError::Failed)))
}

async fn browse(hands: Hands, id: u64) {
    let (_browse, result) = start_browse(&hands, id).await;
    let _ = hands.sender.send(Event::Browsing(id, result));
    std::future::pending::<()>().await;
}

/// How often devices that fell silent are let go, in the session's own time.
const NEAR_LOOK: Duration = Duration::from_secs(5);

async fn scan(hands: Hands, id: u64) {
    let Some(ble) = hands.ports.ble.clone() else { return };
    let scan = Held::new(&hands, &hands.gates.ble, {
        let ble = ble.clone();
        move || ble.stop(id)
    });
    let (sender, mut events) = mpsc::unbounded_channel();
    let sink = Arc::new(move |event| {
        let _ = sender.send(event);
    });
    let started = scan.gate.call(move || ble.scan(id, sink)).await;
    if let Err(error) = started.unwrap_or(Err(PortError::Failed)) {
        hands.send(Input::Near(Err(match error {
            PortError::PermissionMissing => NoBle::PermissionMissing,
            PortError::Failed => NoBle::None,
        })));
        return;
    }
    let mut nearby = Nearby::default();
    loop {
        let changed = tokio::select! {
            event = events.recv() => match event {
                Some(event) => nearby.apply(event, hands.ports.clock.now()),
                None => break,
            },
            () = tokio::time::sleep(hands.real(NEAR_LOOK)) => nearby.expire(hands.ports.clock.now()),
        };
        if changed {
            hands.send(Input::Near(near(&nearby)));
        }
    }
    drop(scan);
}

fn near(nearby: &Nearby) -> Result<u8, NoBle> {
    match nearby.trouble() {
        None => Ok(u8::try_from(nearby.devices().len()).unwrap_or(u8::MAX)),
        Some(BleTrouble::SwitchedOff) => Err(NoBle::SwitchedOff),
        Some(BleTrouble::PermissionMissing) => Err(NoBle::PermissionMissing),
        Some(BleTrouble::NoAdapter | BleTrouble::Failed) => Err(NoBle::None),
    }
}

/// A lease of the printer's own Wi-Fi.
async fn lease(hands: Hands, id: u64) {
    let Some(wifi) = hands.ports.setup_wifi.clone() else { return hands.send(Input::HopFailed) };
    let lease = Held::new(&hands, &hands.gates.setup_wifi, {
        let wifi = wifi.clone();
        move || wifi.leave(id)
    });
    let (sender, mut answers) = mpsc::unbounded_channel();
    let sink = Arc::new(move |answer| {
        let _ = sender.send(answer);
    });
    let started = lease.gate.call(move || wifi.join(id, sink)).await;
    let joined = match started.unwrap_or(Err(PortError::Failed)) {
        Ok(()) => answers.recv().await.unwrap_or(Err(PortError::Failed)),
        Err(error) => Err(error),
    };
    match joined {
        Ok(()) => hands.send(Input::Network(hands.look().await.around)),
        Err(_) => hands.send(Input::HopFailed),
    }
    std::future::pending::<()>().await;
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
