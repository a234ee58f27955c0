//! Watching for the chosen printer: whoever may be it is asked who it is, again and again, and at once where DNS-SD tells of
//! a new address.

use std::net::IpAddr;
use std::sync::PoisonError;
use std::sync::atomic::Ordering;
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use super::driver::BROWSES;
use super::effects::{Hands, TRIES};
use super::standing::start_browse;
use crate::identity::Identity;
use crate::net::LocalAddr;
use crate::printer;
use crate::setup::Input;

/// Addresses asked at once.
const ASKED_AT_ONCE: usize = 6;
/// Between two looks at a list that keeps changing, in the session's own time.
const LIST_LOOK: Duration = Duration::from_millis(200);

/// Asks each address, and again after it answered or gave up: `poll_new` later at first, as a printer announces itself a moment
/// before it answers as joined, then twice as long each time up to `poll_printer`. A change of the list lets nobody be asked
/// more often: it only brings new addresses.
pub(super) async fn watch(hands: Hands, identity: Identity, also_at: Vec<LocalAddr>) {
    tokio::join!(look(&hands, identity, also_at), browse_anew(&hands));
}

/// The search that runs since the list was shown asks less and less often (RFC 6762, 5.2: the interval at least doubles), so
/// that a printer whose announcement was lost would be seen a minute late. While one is expected, DNS-SD is asked anew.
async fn browse_anew(hands: &Hands) {
    let mut running = None;
    loop {
        tokio::time::sleep(hands.real(hands.timings.browse_anew)).await;
        let id = BROWSES.fetch_add(1, Ordering::Relaxed);
        // The one before ends once the new one runs, so that nothing is missed between them.
        running.replace(start_browse(hands, id).await);
    }
}

async fn look(hands: &Hands, identity: Identity, also_at: Vec<LocalAddr>) {
    let mut listed = hands.listed.subscribe();
    // Side by side: an address where nobody is any more must not keep the one that answers waiting.
    let mut asking = FuturesUnordered::new();
    let mut asked: Vec<LocalAddr> = Vec::new();
    let mut rests = Rests::new(hands);
    loop {
        let now = Instant::now();
        for at in candidates(hands, &identity, &also_at) {
            if !asked.contains(&at) && rests.is_over(at, now) && asked.len() < ASKED_AT_ONCE {
                asked.push(at);
                asking.push(ask(hands, at));
            }
        }
        tokio::select! {
            Some(at) = asking.next() => {
                asked.retain(|other| *other != at);
                rests.begin(at);
            }
            () = sleep_until(rests.next_end(now)) => {}
            () = changed(&mut listed, now + hands.real(LIST_LOOK)) => {}
        }
    }
}

/// How long each address is left alone after it was asked.
struct Rests {
    first: Duration,
    most: Duration,
    each: Vec<Rest>,
}

struct Rest {
    at: LocalAddr,
    until: Instant,
    next: Duration,
}

impl Rests {
    fn new(hands: &Hands) -> Self {
        let most = hands.real(hands.timings.poll_printer);
        Self { first: hands.real(hands.timings.poll_new).min(most), most, each: Vec::new() }
    }

    fn is_over(&self, at: LocalAddr, now: Instant) -> bool {
        self.each.iter().all(|rest| rest.at != at || rest.until <= now)
    }

    fn begin(&mut self, at: LocalAddr) {
        let now = Instant::now();
        let next = |rest: Duration| (rest * 2).min(self.most);
        match self.each.iter_mut().find(|rest| rest.at == at) {
            Some(rest) => (rest.until, rest.next) = (now + rest.next, next(rest.next)),
            None => self.each.push(Rest { at, until: now + self.first, next: next(self.first) }),
        }
    }

    fn next_end(&self, now: Instant) -> Instant {
        self.each.iter().map(|rest| rest.until).filter(|until| *until > now).min().unwrap_or(now + self.most)
    }
}

/// Until the list has changed, but not before `earliest`.
async fn changed(listed: &mut watch::Receiver<()>, earliest: Instant) {
    sleep_until(earliest).await;
    if listed.changed().await.is_err() {
        std::future::pending::<()>().await;
    }
}

async fn ask(hands: &Hands, at: LocalAddr) -> LocalAddr {
    let _turn = hands.hub.turn(at).await;
    // As long as the first question to it may take: what was slow then is slow now.
    if let Ok(answer) = printer::ask_joined(&hands.http, at, hands.real(hands.timings.look) / TRIES).await {
        hands.send(Input::Answer(answer));
    }
    at
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
