//! Ports that never come back, and a session that is stopped in the middle.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;
use crate::discovery::record::Record;
use crate::ports::Networks;
use crate::session::calls;

/// Calls that do not come back before the test is over.
#[derive(Clone)]
struct Hangs(Arc<(Mutex<mpsc::Receiver<()>>, AtomicUsize)>);

impl Hangs {
    fn new() -> (Self, mpsc::Sender<()>) {
        let (until, wait) = mpsc::channel();
        (Self(Arc::new((Mutex::new(wait), AtomicUsize::new(0)))), until)
    }

    fn hang(&self) {
        self.0.1.fetch_add(1, Ordering::Relaxed);
        let _ = self.0.0.lock().unwrap().recv();
    }

    fn calls(&self) -> usize {
        self.0.1.load(Ordering::Relaxed)
    }
}

impl DnsSd for Hangs {
    fn browse(&self, _id: u64, _sink: DnsSdSink) -> Result<(), PortError> {
        self.hang();
        Ok(())
    }

    fn stop(&self, _id: u64) {
        self.hang();
    }
}

impl Networks for Hangs {
    fn look(&self) -> NetworkState {
        self.hang();
        NetworkState::default()
    }
}

impl Store for Hangs {
    fn save(&self, _session: &[u8]) -> std::io::Result<()> {
        self.hang();
        Ok(())
    }

    fn load(&self) -> std::io::Result<Option<Vec<u8>>> {
        self.hang();
        Ok(None)
    }

    fn clear(&self) -> std::io::Result<()> {
        self.hang();
        Ok(())
    }
}

#[test]
fn a_store_that_hangs_keeps_one_thread_and_no_screen_back() {
    let (store, _until) = Hangs::new();
    let held = store.clone();
    let begun = Instant::now();
    let b = bench_of(Ok(()), None, 1, |ports| ports.store = Some(Arc::new(held)));
    assert!(
        begun.elapsed() >= calls::LIMIT && b.session.restore_problem().is_some(),
        "the load was given up"
    );
    let list = b.begin();
    for _ in 0..3 {
        b.choose(None, "type-address", &[]).unwrap();
        let address = b.at("address");
        assert_eq!(b.choose(Some(address.revision), "back", &[]), Ok(Chosen::Accepted));
        assert!(b.screen(address.revision).unwrap().revision > list.revision);
    }
    assert_eq!(store.calls(), 2, "one load and one save");
}

#[test]
fn a_port_that_hangs_is_waited_for_once() {
    let hub = Hub::new().unwrap();
    let (hangs, until) = Hangs::new();
    let gate = calls::Gates::default().store;
    let call = || {
        let hangs = hangs.clone();
        hub.block_on(gate.call(move || hangs.hang())).unwrap()
    };
    assert_eq!(call(), None);
    let begun = Instant::now();
    assert!((0..10).all(|_| call().is_none()));
    assert!(begun.elapsed() < calls::LIMIT, "the others do not wait");
    until.send(()).unwrap();
    until.send(()).unwrap();
    while call().is_none() {
        assert!(begun.elapsed() < LIMIT, "it came back");
    }
}

#[test]
fn a_browser_that_hangs_is_a_search_that_failed() {
    let (browser, _until) = Hangs::new();
    let b = bench_of(Ok(()), None, 1, |ports| ports.dns_sd = Arc::new(browser));
    let mut screen = b.begin();
    let failed = |screen: &Screen| {
        screen.blocks.iter().any(|b| matches!(b, crate::guide::screen::Block::Notice { .. }))
    };
    while !failed(&screen) {
        screen = b.screen(screen.revision).expect("a screen that says so");
    }
}

#[test]
fn networks_that_hang_are_as_they_were_before() {
    let (networks, _until) = Hangs::new();
    let looks = networks.clone();
    let b = bench_of(Ok(()), None, 1, |ports| ports.networks = Arc::new(networks));
    for _ in 0..20 {
        b.session.network_changed();
    }
    b.begin();
    assert!(looks.calls() <= 2, "no more threads than the gate lets through");
}

/// A search that the system refuses late, and the screen that says so.
fn refused() -> (Bench, DnsSdSink, Screen) {
    let b = searching();
    let sink = b.sinks.recv_timeout(LIMIT).unwrap();
    sink(DnsSdEvent::Failed(PortError::PermissionMissing));
    let mut screen = b.at("find");
    while screen.act.is_none() {
        screen = b.screen(screen.revision).expect("a screen that leads to the settings");
    }
    (b, sink, screen)
}

#[test]
fn a_search_that_fails_later_says_so() {
    let (_, _, screen) = refused();
    assert!(screen.id == "find" && screen.act.is_some());
}

#[test]
fn a_search_that_is_allowed_late_goes_on() {
    let (b, sink, mut screen) = refused();
    let (host, name) = ("other.local", "Other._ipp._tcp.local.");
    let record = Record::new("_ipp._tcp.local.", name, host, 631, [std::net::Ipv4Addr::LOCALHOST.into()], []);
    sink(DnsSdEvent::Resolved(record.unwrap()));
    while screen.act.is_some() {
        screen = b.screen(screen.revision).expect("a screen that leads there no more");
    }
}

#[test]
fn a_stopped_session_lets_waiters_go_and_leaves_no_task() {
    let b = searching();
    b.sinks.recv_timeout(LIMIT).unwrap();
    let newest = b.at("find").revision;
    let waiter = async { tokio::join!(b.session.next_screen(newest + 9), async { b.session.stop() }).0 };
    assert_eq!(b.hub.block_on(waiter).unwrap(), None);
    assert_eq!(b.screen(newest), None);
    assert_eq!(b.choose(None, "type-address", &[]), Err(ChooseError::Ended));
    b.session.cancel();
    assert_eq!(b.session.outcome(), None, "nobody is there who could take anything back");
    b.stopped.recv_timeout(LIMIT).expect("the browse ends");
    let begun = Instant::now();
    while b.hub.tasks() > 0 {
        assert!(begun.elapsed() < LIMIT, "{} tasks", b.hub.tasks());
        std::thread::sleep(Duration::from_millis(1));
    }
    assert_eq!(b.hub.sessions(), 1);
    drop(b.session);
    assert_eq!(b.hub.sessions(), 0);
}

#[test]
fn a_reader_ends_by_itself_and_with_the_session() {
    let b = searching();
    let newest = b.at("find").revision;
    let (mine, other) = (b.session.screens(), b.session.screens());
    let both = async {
        assert!(mine.next().await.unwrap().revision >= newest);
        tokio::join!(mine.next(), async { mine.end() }).0
    };
    assert_eq!(b.hub.block_on(both).unwrap(), None, "its wait ends");
    let hub = b.hub.clone();
    assert!(hub.block_on(other.next()).unwrap().is_some(), "the others go on");
    let session = b.session;
    let gone =
        async { tokio::join!(async { while other.next().await.is_some() {} }, async { drop(session) }) };
    hub.block_on(async { tokio::time::timeout(LIMIT, gone).await })
        .unwrap()
        .expect("a wait ends with the session");
}
