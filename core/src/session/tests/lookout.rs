//! The watch for the chosen printer, asking devices on loopback sockets.

use super::*;
use crate::discovery::record::Record;
use crate::identity::{Identity, Mark};
use crate::net::fake::{Fake, answer};
use crate::net::http::Http;
use crate::net::tls::Pins;
use crate::session::calls::Gates;
use crate::session::driver::Event;
use crate::session::effects::Hands;
use crate::session::kept::Kept;
use crate::session::lookout::watch;

const UUID: &str = "1c852a4d-b800-1f08-abcd-02a0b0c0d0e0";

fn hands(rest: Duration) -> (Hands, tokio::sync::mpsc::UnboundedReceiver<Event>) {
    let (sender, events) = tokio::sync::mpsc::unbounded_channel();
    let dns_sd = Browser {
        sinks: Mutex::new(mpsc::channel().0),
        stopped: Mutex::new(mpsc::channel().0),
        answer: Ok(()),
    };
    let ports = Ports {
        clock: Arc::new(FastClock::new(1)),
        dns_sd: Arc::new(dns_sd),
        ble: None,
        networks: Arc::new(FixedNetworks(NetworkState::default())),
        setup_wifi: None,
        store: None,
        vault: None,
    };
    let mut timings = Knowledge::embedded().unwrap().timings;
    (timings.poll_new, timings.poll_printer) = (rest, rest);
    let hands = Hands {
        hub: Hub::new().unwrap(),
        ports,
        http: Http::new(Arc::new(Pins::new())).unwrap(),
        timings,
        access: Arc::default(),
        claim: Arc::default(),
        directory: Arc::default(),
        listed: tokio::sync::watch::Sender::new(()),
        sender,
        kept: Kept::new(None, Gates::default().vault),
        gates: Arc::default(),
        last_look: Arc::default(),
    };
    (hands, events)
}

fn chosen() -> Identity {
    Identity { uuid: Mark::new(UUID), ..Identity::default() }
}

/// As the driver does when a printer is announced whose pages are at this port.
fn announce(hands: &Hands, name: &str, uuid: &str, device: &Fake) {
    let at = device.at.get();
    let service = "_ipp._tcp.local.";
    let page = format!("http://{at}/");
    let txt = [("UUID", uuid), ("ty", "HP LaserJet"), ("adminurl", page.as_str())];
    let txt = txt.map(|(key, value)| (key.to_owned(), value.as_bytes().to_vec()));
    let record =
        Record::new(service, &format!("{name}.{service}"), &format!("{name}.local."), 631, [at.ip()], txt);
    let changed = hands.directory.lock().unwrap().apply(DnsSdEvent::Resolved(record.unwrap()));
    assert!(changed);
    hands.listed.send_replace(());
}

async fn until(what: &str, done: impl Fn() -> bool) {
    let begun = Instant::now();
    // Sooner than a device that does not answer is given up.
    while !done() {
        assert!(begun.elapsed() < LIMIT / 2, "{what}");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// How often a device was asked who it is.
fn rounds(device: &Fake) -> usize {
    let lines = device.lines();
    lines.iter().filter(|line| Some(*line) == lines.first()).count()
}

async fn nothing_there(ip: &str) -> Fake {
    Fake::serve_on(ip, |_| Some(answer(404, "", b""))).await
}

async fn silent() -> Fake {
    Fake::serve_on("127.0.0.2", |_| None).await
}

#[tokio::test]
async fn a_new_address_is_asked_at_once_and_the_old_ones_no_more_often() {
    let (hands, _events) = hands(Duration::from_secs(3_600));
    let (silent, before) = (silent().await, nothing_there("127.0.0.3").await);
    let (other, new) = (nothing_there("127.0.0.4").await, nothing_there("127.0.0.5").await);
    let task = tokio::spawn(watch(hands.clone(), chosen(), vec![silent.at, before.at]));
    until("both old addresses asked", || rounds(&silent) == 1 && rounds(&before) == 1).await;
    announce(&hands, "other", "1c852a4d-b800-1f08-abcd-02a0b0c0d0ff", &other);
    announce(&hands, "mine", UUID, &new);
    until("the new address asked", || rounds(&new) == 1).await;
    assert_eq!((rounds(&silent), rounds(&before), rounds(&other)), (1, 1, 0));
    task.abort();
}

#[tokio::test]
async fn without_any_announcement_it_is_asked_again_and_again() {
    let (hands, _events) = hands(Duration::from_millis(20));
    let (silent, before) = (silent().await, nothing_there("127.0.0.3").await);
    let task = tokio::spawn(watch(hands.clone(), chosen(), vec![silent.at, before.at]));
    until("asked four times", || rounds(&before) >= 4).await;
    assert_eq!(rounds(&silent), 1, "one that does not answer keeps nobody waiting");
    task.abort();
}

#[tokio::test]
async fn an_address_is_asked_again_soon_and_then_less_and_less_often() {
    let first = Duration::from_millis(10);
    let (mut hands, _events) = hands(Duration::from_secs(3_600));
    hands.timings.poll_new = first;
    let before = nothing_there("127.0.0.3").await;
    let begun = Instant::now();
    let task = tokio::spawn(watch(hands.clone(), chosen(), vec![before.at]));
    until("asked four times", || rounds(&before) >= 4).await;
    task.abort();
    // After n rounds n - 1 rests are over, each twice as long as the one before.
    let rests = u32::try_from(rounds(&before) - 1).unwrap();
    assert!(begun.elapsed() >= first * (2_u32.pow(rests) - 1), "{rests} rests");
}
