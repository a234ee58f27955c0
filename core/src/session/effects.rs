//! Carries out one effect. Only reads are repeated, after [`TRIES`]; what changes something outside is done once.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{mpsc, watch};

use super::calls::Gates;
use super::driver::Event;
use super::hub::{Claim, Hub};
use super::kept::Kept;
use crate::discovery::directory::Directory;
use crate::identity::Identity;
use crate::knowledge::Timings;
use crate::net::http::Http;
use crate::net::{LocalAddr, Network, Trouble};
use crate::pin::WpsPin;
use crate::ports::{NetworkState, Ports};
use crate::printer::{self, NoIdentify, NoPage, NoPin, NotOurs, PageKind, PrinterReport};
use crate::router::{self, Access, HandOverProblem, RouterReport, SignInProblem};
use crate::secret::Secret;
use crate::setup::input::SignedIn;
use crate::setup::{Ask, Effect, Input, Outcome, Undo};

/// Tries of a read from a printer within its limit: a sleeping one wakes by being asked. The table of retries stands in
/// `setup/README.md`.
pub(super) const TRIES: u32 = 3;
/// Between two tries.
const PAUSE: Duration = Duration::from_secs(1);

/// What effects and standing work hold.
#[derive(Clone)]
pub(super) struct Hands {
    pub hub: Arc<Hub>,
    pub ports: Ports,
    pub kept: Kept,
    pub http: Http,
    pub timings: Timings,
    pub access: Arc<Mutex<Option<(LocalAddr, Access)>>>,
    pub claim: Arc<Mutex<Option<Claim>>>,
    pub directory: Arc<Mutex<Directory>>,
    /// Told when the directory's list has changed.
    pub listed: watch::Sender<()>,
    pub sender: mpsc::UnboundedSender<Event>,
    pub gates: Arc<Gates>,
    pub last_look: Arc<Mutex<NetworkState>>,
}

impl Hands {
    pub fn send(&self, input: Input) {
        // The receiver is gone only when the session is.
        let _ = self.sender.send(Event::Input(input));
    }

    /// The session at this router. One of another router is never used here.
    pub fn access(&self, router: &RouterReport) -> Option<Access> {
        let access = self.access.lock().unwrap_or_else(PoisonError::into_inner);
        access.as_ref().filter(|(at, _)| *at == router.at).map(|(_, access)| access.clone())
    }

    /// Passwords, PINs and session ids go to the gateway that the phone has now and to nobody else.
    pub async fn is_gateway(&self, router: &RouterReport) -> bool {
        let gateway = self.look().await.gateway;
        gateway.is_some_and(|g| [g.http, g.https].iter().any(|a| a.get().ip() == router.at.get().ip()))
    }

    /// How long something of the session's clock takes in real time.
    pub fn real(&self, length: Duration) -> Duration {
        self.ports.clock.real(length)
    }

    /// The phone's networks; as they were before where the port does not tell.
    pub async fn look(&self) -> NetworkState {
        let networks = self.ports.networks.clone();
        let seen = self.gates.networks.call(move || networks.look()).await;
        let mut last = self.last_look.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(seen) = seen {
            *last = seen;
        }
        *last
    }

    fn claim(&self, router: LocalAddr) -> bool {
        let mut claim = self.claim.lock().unwrap_or_else(PoisonError::into_inner);
        if claim.as_ref().is_some_and(|c| c.is_for(router)) {
            return true;
        }
        *claim = self.hub.claim(router);
        claim.is_some()
    }
}

/// Carries out one effect to its outcome, within its limit.
pub(super) async fn run(hands: &Hands, effect: Effect) -> Outcome {
    let around = hands.look().await.around;
    hands.send(Input::Network(around));
    let off = effect.network == Network::Home && !around.home;
    let not_there = effect.network == Network::Setup && around.setup.is_none();
    match effect.ask {
        Ask::Describe { .. } if not_there => Outcome::Described(Err(NotOurs::Trouble(Trouble::NotOnNetwork))),
        Ask::Describe { at, expected } => Outcome::Described(describe(hands, at, expected.as_ref()).await),
        Ask::RecogniseRouter => recognise(hands).await,
        Ask::TrustRouter { certificate } => {
            let pins = hands.http.pins();
            hands.kept.recall(pins).await;
            pins.trust(certificate);
            hands.kept.keep(pins, certificate.at).await;
            recognise(hands).await
        }
        Ask::SignIn { .. } if off => Outcome::SignedIn(Err(SignInProblem::Trouble(Trouble::NotOnNetwork))),
        Ask::SignIn { router, user, password } => sign_in(hands, &router, &user, &password).await,
        Ask::ReadPin { .. } if not_there => Outcome::Pin(Err(NoPin::Trouble(Trouble::NotOnNetwork))),
        Ask::ReadPin { at, path } => Outcome::Pin(read_pin(hands, at, &path).await),
        Ask::SendPin { .. } if off => Outcome::Sent(Err(HandOverProblem::Trouble(Trouble::NotOnNetwork))),
        Ask::SendPin { router, pin, look_first } => {
            Outcome::Sent(send_pin(hands, &router, &pin, look_first).await)
        }
        Ask::StartPush { .. } if off => Outcome::Pushed(Err(HandOverProblem::Trouble(Trouble::NotOnNetwork))),
        Ask::StartPush { router, look_first } => {
            Outcome::Pushed(start_push(hands, &router, look_first).await)
        }
        Ask::PrintPage { at, page } => Outcome::Printed(print_page(hands, at, page).await),
        Ask::Identify { at } => Outcome::Identified(identify(hands, at).await),
        Ask::Undo { undo } => Outcome::Undone(take_back(hands, &undo).await),
    }
}

async fn describe(
    hands: &Hands,
    at: LocalAddr,
    expected: Option<&Identity>,
) -> Result<PrinterReport, NotOurs> {
    let _turn = hands.hub.turn(at).await;
    let limit = hands.real(hands.timings.look) / TRIES;
    let mut tries = 0;
    loop {
        tries += 1;
        let result =
            printer::describe(&hands.http, at, expected, limit.saturating_sub(hands.real(PAUSE))).await;
        match result {
            Err(NotOurs::Trouble(Trouble::TimedOut | Trouble::Unreachable | Trouble::Closed))
                if tries < TRIES =>
            {
                tokio::time::sleep(hands.real(PAUSE)).await;
            }
            Ok(mut report) => {
                if let Some(expected) = expected {
                    report.identity.complete(expected);
                }
                return Ok(report);
            }
            Err(problem) => return Err(problem),
        }
    }
}

async fn recognise(hands: &Hands) -> Outcome {
    hands.kept.recall(hands.http.pins()).await;
    let Some(gateway) = hands.look().await.gateway else { return Outcome::Router(None) };
    let report = router::recognise(&hands.http, gateway, hands.real(hands.timings.router_answer)).await;
    hands.kept.keep(hands.http.pins(), gateway.https).await;
    let changed = report.trouble == Some(Trouble::CertificateChanged);
    match hands.http.pins().changed(gateway.https).filter(|_| changed) {
        Some(certificate) => Outcome::CertificateChanged { certificate, router: Some(report) },
        None => Outcome::Router(Some(report)),
    }
}

async fn sign_in(hands: &Hands, router: &RouterReport, user: &str, password: &Secret) -> Outcome {
    hands.kept.recall(hands.http.pins()).await;
    if !hands.is_gateway(router).await {
        return Outcome::SignedIn(Err(SignInProblem::Trouble(Trouble::NotOnNetwork)));
    }
    if !hands.claim(router.at) {
        return Outcome::Busy;
    }
    let limit = hands.real(hands.timings.router_answer) / 2;
    match router::sign_in(&hands.http, router, user, password, limit).await {
        Ok(access) => {
            let status = router::status(&hands.http, router, &access, limit).await.ok();
            let (device_pin, push_button) = (access.device_pin, access.push_button);
            *hands.access.lock().unwrap_or_else(PoisonError::into_inner) = Some((router.at, access));
            Outcome::SignedIn(Ok(SignedIn { device_pin, push_button, status }))
        }
        Err(problem) => {
            let changed = problem == SignInProblem::Trouble(Trouble::CertificateChanged);
            match hands.http.pins().changed(router.at).filter(|_| changed) {
                Some(certificate) => Outcome::CertificateChanged { certificate, router: None },
                None => Outcome::SignedIn(Err(problem)),
            }
        }
    }
}

async fn read_pin(hands: &Hands, at: LocalAddr, path: &str) -> Result<crate::pin::PinNumber, NoPin> {
    let _turn = hands.hub.turn(at).await;
    printer::read_pin(&hands.http, at, path, hands.real(hands.timings.look) / TRIES).await
}

/// The session at the router for a hand-over, and how long the hand-over may take. With `look_first` the router's status goes
/// ahead of the outcome in the same queue, so it is the status before it.
async fn ready(
    hands: &Hands,
    router: &RouterReport,
    look_first: bool,
) -> Result<(Access, Duration), HandOverProblem> {
    if !hands.is_gateway(router).await {
        return Err(HandOverProblem::Trouble(Trouble::NotOnNetwork));
    }
    let access = hands.access(router).ok_or(HandOverProblem::SignInAgain)?;
    let limit = hands.real(hands.timings.router_answer) / 2;
    if look_first {
        let status = router::status(&hands.http, router, &access, limit).await;
        hands.send(Input::RouterStatus(status));
    }
    Ok((access, limit))
}

async fn send_pin(
    hands: &Hands,
    router: &RouterReport,
    pin: &WpsPin,
    look_first: bool,
) -> Result<(), HandOverProblem> {
    let (access, limit) = ready(hands, router, look_first).await?;
    router::send_pin(&hands.http, router, &access, pin, limit).await
}

async fn start_push(hands: &Hands, router: &RouterReport, look_first: bool) -> Result<(), HandOverProblem> {
    let (access, limit) = ready(hands, router, look_first).await?;
    router::start_push(&hands.http, router, &access, limit).await
}

async fn print_page(hands: &Hands, at: LocalAddr, page: PageKind) -> Result<(), NoPage> {
    let _turn = hands.hub.turn(at).await;
    printer::print_page(&hands.http, at, page, hands.real(hands.timings.look) / TRIES).await
}

async fn identify(hands: &Hands, at: LocalAddr) -> Result<(), NoIdentify> {
    let _turn = hands.hub.turn(at).await;
    printer::identify(&hands.http, at, hands.real(hands.timings.look) / TRIES).await
}

async fn take_back(hands: &Hands, undo: &Undo) -> bool {
    let Some(access) = hands.access(&undo.router) else { return false };
    if !hands.is_gateway(&undo.router).await {
        return false;
    }
    let limit = hands.real(hands.timings.undo_each);
    router::withdraw(&hands.http, &undo.router, &access, limit).await.is_ok()
}
