//! The session with ports of our own: readers, choosers, ends. Whole runs stand in `tests/e2e`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::Mutex;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use super::*;
use crate::discovery::DnsSdEvent;
use crate::ports::desktop::{FastClock, FixedNetworks};
use crate::ports::{Around, DnsSd, DnsSdSink, NetworkState, PortError, Store};

mod hangs;
mod lookout;
mod ports;

const LIMIT: Duration = Duration::from_secs(10);

/// Hands its sink out, and says when it was stopped.
struct Browser {
    sinks: Mutex<mpsc::Sender<DnsSdSink>>,
    stopped: Mutex<mpsc::Sender<u64>>,
    answer: Result<(), PortError>,
}

impl DnsSd for Browser {
    fn browse(&self, _id: u64, sink: DnsSdSink) -> Result<(), PortError> {
        let _ = self.sinks.lock().unwrap().send(sink);
        self.answer
    }

    fn stop(&self, id: u64) {
        let _ = self.stopped.lock().unwrap().send(id);
    }
}

#[derive(Default)]
struct Memory(Mutex<Option<Vec<u8>>>);

impl Store for Memory {
    fn save(&self, session: &[u8]) -> std::io::Result<()> {
        *self.0.lock().unwrap() = Some(session.to_vec());
        Ok(())
    }

    fn load(&self) -> std::io::Result<Option<Vec<u8>>> {
        Ok(self.0.lock().unwrap().clone())
    }

    fn clear(&self) -> std::io::Result<()> {
        *self.0.lock().unwrap() = None;
        Ok(())
    }
}

struct Bench {
    hub: Arc<Hub>,
    session: Session,
    sinks: mpsc::Receiver<DnsSdSink>,
    stopped: mpsc::Receiver<u64>,
    store: Arc<Memory>,
}

fn bench_with(answer: Result<(), PortError>, saved: Option<&[u8]>, rate: u32) -> Bench {
    bench_of(answer, saved, rate, |_| {})
}

fn bench_of(
    answer: Result<(), PortError>,
    saved: Option<&[u8]>,
    rate: u32,
    more: impl FnOnce(&mut Ports),
) -> Bench {
    let (hub, store) = (Hub::new().unwrap(), Arc::new(Memory::default()));
    *store.0.lock().unwrap() = saved.map(<[u8]>::to_vec);
    let ((sinks, took), (stops, stopped)) = (mpsc::channel(), mpsc::channel());
    let dns_sd = Browser { sinks: Mutex::new(sinks), stopped: Mutex::new(stops), answer };
    let mut ports = Ports {
        clock: Arc::new(FastClock::new(rate)),
        dns_sd: Arc::new(dns_sd),
        ble: None,
        networks: Arc::new(FixedNetworks(NetworkState { around: Around::HOME, gateway: None })),
        setup_wifi: None,
        store: Some(store.clone()),
        vault: None,
    };
    more(&mut ports);
    let session = Session::start(&hub, Config { ports, locale: "en".into() }).unwrap();
    Bench { hub, session, sinks: took, stopped, store }
}

fn bench() -> Bench {
    bench_with(Ok(()), None, 1)
}

/// Beyond the first screen, where the search has begun.
fn searching() -> Bench {
    let b = bench();
    b.begin();
    b
}

impl Bench {
    fn begin(&self) -> Screen {
        let first = self.at("start");
        assert_eq!(self.choose(Some(first.revision), "begin", &[]), Ok(Chosen::Accepted));
        self.at("find")
    }

    fn screen(&self, after: u64) -> Option<Screen> {
        let next = async { tokio::time::timeout(LIMIT, self.session.next_screen(after)).await };
        self.hub.block_on(next).unwrap().expect("a screen in time")
    }

    /// The newest screen, once it has this id.
    fn at(&self, id: &str) -> Screen {
        let mut after = 0;
        loop {
            let screen = self.screen(after).unwrap_or_else(|| panic!("ended before {id}"));
            if screen.id == id {
                return screen;
            }
            after = screen.revision;
        }
    }

    fn choose(
        &self,
        revision: Option<u64>,
        choice: &str,
        answers: &[(&str, &str)],
    ) -> Result<Chosen, ChooseError> {
        let answers = answers.iter().map(|(k, v)| ((*k).to_owned(), Secret::new(*v))).collect();
        self.session.choose(revision, choice, &answers)
    }
}

#[test]
fn a_callers_mistake_is_typed_and_changes_nothing() {
    let b = bench();
    let first = b.screen(0).unwrap();
    assert_eq!((first.id.as_str(), first.revision), ("start", 1));
    assert_eq!(b.choose(Some(1), "begin", &[]), Ok(Chosen::Accepted));
    let first = b.at("find");
    assert_eq!(b.choose(None, "no-such-choice", &[]), Err(ChooseError::UnknownChoice));
    assert_eq!(b.choose(Some(99), "type-address", &[]), Ok(Chosen::Stale));
    assert_eq!(b.choose(Some(first.revision), "type-address", &[]), Ok(Chosen::Accepted));
    b.at("address");
    assert_eq!(b.choose(None, "ask", &[]), Err(ChooseError::MissingAnswer("address")));
    let long = "1".repeat(1 << 20);
    assert_eq!(b.choose(None, "ask", &[("address", &long)]), Err(ChooseError::TooLong("address".into())));
    assert_eq!(b.at("address").id, "address");
}

#[test]
fn what_a_person_gets_wrong_comes_back_on_the_same_screen() {
    let b = searching();
    b.choose(None, "type-address", &[]).unwrap();
    let mut newest = b.at("address");
    for wrong in
        ["8.8.8.8", "", "\0", "printer", "192.168.1.300", "\u{202e}1.1.1.1", "http://192.168.1.1@8.8.8.8/"]
    {
        assert_eq!(
            b.choose(Some(newest.revision), "ask", &[("address", wrong)]),
            Ok(Chosen::Accepted),
            "{wrong:?}"
        );
        assert_eq!(
            b.choose(Some(newest.revision), "back", &[]),
            Ok(Chosen::Stale),
            "a second tap on the same screen"
        );
        newest = b.screen(newest.revision).expect("a new revision, also for the same slip");
        let problem = |block: &crate::guide::screen::Block| {
            matches!(block, crate::guide::screen::Block::Field { problem: Some(_), .. })
        };
        assert!(newest.id == "address" && newest.blocks.iter().any(problem), "{newest:?}");
    }
}

#[test]
fn any_number_of_readers_see_the_last_screen_and_a_dropped_wait_loses_nothing() {
    let b = bench();
    let first = b.screen(0).unwrap();
    b.hub.block_on(async {
        let waits = (0..50)
            .map(|_| tokio::time::timeout(Duration::from_millis(5), b.session.next_screen(first.revision)));
        for wait in waits {
            assert!(wait.await.is_err(), "no screen without a change");
        }
    });
    b.session.cancel();
    for _ in 0..3 {
        let last = b.screen(first.revision).unwrap();
        assert!(last.last && last.id == "ended");
        assert!(b.screen(last.revision).is_none());
    }
    assert_eq!(b.choose(None, "type-address", &[]), Err(ChooseError::Ended));
    assert_eq!(b.session.outcome(), Some(SessionOutcome::Cancelled));
    assert!(b.store.0.lock().unwrap().is_none(), "nothing is kept of a session that ended");
}

#[test]
fn the_end_waits_for_no_turn() {
    // Four screens at once, so that the fifth is held back for the rest of the second; a busy machine takes several tries.
    let quick = (0..20).find_map(|_| {
        let begun = Instant::now();
        let b = searching();
        for (at, choice) in [("find", "type-address"), ("address", "back")] {
            b.at(at);
            b.choose(None, choice, &[]).ok()?;
        }
        b.at("find");
        (begun.elapsed() < Duration::from_millis(400)).then_some(b)
    });
    let b = quick.expect("four screens in less than half a second");
    let begun = Instant::now();
    b.session.cancel();
    assert_eq!(b.at("ended").id, "ended");
    assert!(begun.elapsed() < Duration::from_millis(500), "{:?}", begun.elapsed());
}

#[test]
fn at_most_four_screens_come_in_a_second() {
    let b = searching();
    let (begun, mut count, mut after) = (Instant::now(), 0u32, 0);
    b.hub.block_on(async {
        while begun.elapsed() < Duration::from_millis(2_200) {
            let wait = tokio::time::timeout(Duration::from_millis(20), b.session.next_screen(after)).await;
            if let Ok(Some(screen)) = wait {
                (count, after) = (count + 1, screen.revision);
            }
            let choice = if count.is_multiple_of(2) { "back" } else { "type-address" };
            let _ = b.choose(None, choice, &[]);
        }
    });
    // Three windows of a second touch 2.2 s.
    assert!((6..=12).contains(&count), "{count} screens");
}

#[test]
fn dropping_a_session_ends_its_browse() {
    let b = bench();
    assert!(b.sinks.try_recv().is_err(), "the first screen needs no search");
    b.begin();
    b.sinks.recv_timeout(LIMIT).expect("browsing");
    drop(b.session);
    b.stopped.recv_timeout(LIMIT).expect("stopped");
}

#[test]
fn a_missing_permission_is_said_and_is_not_nothing_found() {
    let b = bench_with(Err(PortError::PermissionMissing), None, 1);
    let mut screen = b.begin();
    while !screen.spoken.contains("not allowed") {
        screen = b.screen(screen.revision).unwrap();
    }
    assert_eq!(screen.id, "find");
}

#[test]
fn hostile_events_of_a_browser_do_nothing() {
    let b = searching();
    let sink = b.sinks.recv_timeout(LIMIT).unwrap();
    for n in 0..5_000 {
        sink(DnsSdEvent::Gone { service: "\0".repeat(n % 300), instance: "x".repeat(n) });
    }
    drop(b.session);
    sink(DnsSdEvent::Gone { service: String::new(), instance: String::new() });
}

#[test]
fn an_unreadable_saved_session_starts_anew_and_says_so() {
    let b = bench_with(Ok(()), Some(b"{\"schema\":7}"), 1);
    assert_eq!(b.session.restore_problem(), Some(RestoreError::Version(7)));
    assert_eq!(b.screen(0).unwrap().id, "start");
    let b = bench_with(Ok(()), Some(b"\xff\xfe"), 1);
    assert_eq!(b.session.restore_problem(), Some(RestoreError::Damaged));
}

#[test]
fn the_search_says_after_a_while_that_it_found_nothing() {
    let b = bench_with(Ok(()), None, 100);
    let first = b.begin();
    let second = b.screen(first.revision).unwrap();
    assert!(second.id == "find" && second != first);
}
