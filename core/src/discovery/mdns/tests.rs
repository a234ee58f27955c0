//! On 127.0.0.1 only: a responder of mdns-sd with all other interfaces off, and our browser.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::sync::mpsc;
use std::time::{Duration, Instant};

use mdns_sd::ServiceInfo;

use super::*;
use crate::discovery::{DnsSdEvent, SERVICE_TYPES};

fn sink() -> (DnsSdSink, mpsc::Receiver<DnsSdEvent>) {
    let (sender, receiver) = mpsc::channel();
    let sender = Mutex::new(sender);
    (Arc::new(move |event| drop(lock(&sender).send(event))), receiver)
}

/// Waits for an event about our own instance; others may announce on the same loopback.
fn wait(events: &mpsc::Receiver<DnsSdEvent>, limit: Duration, fits: impl Fn(&DnsSdEvent) -> bool) -> bool {
    let until = Instant::now() + limit;
    while let Ok(event) = events.recv_timeout(until.saturating_duration_since(Instant::now())) {
        if fits(&event) {
            return true;
        }
    }
    false
}

#[test]
fn a_printer_is_heard_by_each_browse_and_its_goodbye_too() {
    let responder = daemon(&InterfaceChoice::LoopbackOnly).unwrap();
    let name = format!("Example {}", std::process::id());
    let txt = [("ty", "HP ENVY 4520 series"), ("UUID", "00000000-1111-2222-3333-444444444444")];
    let service =
        ServiceInfo::new(SERVICE_TYPES[0], &name, "hp98e7f4000001.local.", "127.0.0.1", 6310, &txt[..])
            .unwrap();
    let full = service.get_fullname().to_owned();
    responder.register(service).unwrap();

    let resolved = |e: &DnsSdEvent| matches!(e, DnsSdEvent::Resolved(r) if r.instance() == full && r.port() == 6310 && r.is_hp() && r.uuid().is_some());
    let limit = Duration::from_secs(20);
    let mdns = Mdns::new(InterfaceChoice::LoopbackOnly);
    let (first, first_events) = sink();
    mdns.browse(1, first).unwrap();
    assert!(wait(&first_events, limit, resolved));
    // A second browse is told at once what the first one heard.
    let other = Mdns::new(InterfaceChoice::LoopbackOnly);
    let (second, second_events) = sink();
    other.browse(1, second).unwrap();
    assert!(wait(&second_events, Duration::from_millis(500), resolved));
    // Ending one leaves the other.
    mdns.stop(1);
    mdns.stop(7);
    responder.unregister(&full).unwrap();
    let gone = |e: &DnsSdEvent| matches!(e, DnsSdEvent::Gone { instance, .. } if *instance == full);
    assert!(wait(&second_events, limit, gone));
    assert!(!first_events.try_iter().any(|e| gone(&e)));
    drop(other);
    // Started again after all had stopped.
    let (third, third_events) = sink();
    mdns.browse(1, third).unwrap();
    let again =
        ServiceInfo::new(SERVICE_TYPES[0], &name, "hp98e7f4000001.local.", "127.0.0.1", 6310, &txt[..])
            .unwrap();
    responder.register(again).unwrap();
    assert!(wait(&third_events, limit, resolved));
    mdns.stop(1);
    responder.shutdown().unwrap();
}

/// A daemon of its own, so that other tests do not start and stop it.
fn alone() -> InterfaceChoice {
    InterfaceChoice::Named(if cfg!(target_os = "macos") { "lo0" } else { "lo" }.into())
}

/// How many questions the daemon of `choice` has asked since it began.
fn asked(choice: &InterfaceChoice) -> i64 {
    let metrics = Shared::of(choice).unwrap().daemon.get_metrics().unwrap();
    metrics.recv_timeout(LIMIT).unwrap().get("browse").copied().unwrap_or(0)
}

fn until(what: impl Fn() -> bool) -> bool {
    let end = Instant::now() + LIMIT;
    while Instant::now() < end {
        if what() {
            return true;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    false
}

const LIMIT: Duration = Duration::from_secs(20);

#[test]
fn a_start_is_never_silenced_by_the_stop_of_another() {
    let responder = daemon(&InterfaceChoice::LoopbackOnly).unwrap();
    let name = format!("Example quick {}", std::process::id());
    let txt = [("ty", "HP ENVY 4520 series")];
    let service =
        ServiceInfo::new(SERVICE_TYPES[1], &name, "hp98e7f4000003.local.", "127.0.0.1", 6312, &txt[..])
            .unwrap();
    let full = service.get_fullname().to_owned();
    responder.register(service).unwrap();
    let resolved = |e: &DnsSdEvent| matches!(e, DnsSdEvent::Resolved(r) if r.instance() == full);

    // Two sessions in one process: the old one's stop and the new one's start come from different threads.
    let (old, new) = (Mdns::new(alone()), Mdns::new(alone()));
    let mut last = None;
    for id in 0..8 {
        let (first, _) = sink();
        old.browse(id, first).unwrap();
        let (second, events) = sink();
        std::thread::scope(|threads| {
            threads.spawn(|| old.stop(id));
            threads.spawn(|| new.browse(id, second).unwrap());
        });
        if id < 7 {
            new.stop(id);
        }
        last = Some(events);
    }
    assert!(wait(&last.unwrap(), LIMIT, resolved));
    drop(new);
    // All have stopped, and nobody says anything by himself now: the answer is to a new question.
    let before = asked(&alone());
    let (sink, events) = sink();
    old.browse(100, sink).unwrap();
    assert!(wait(&events, LIMIT, resolved));
    assert!(asked(&alone()) > before);
    drop(old);
    responder.shutdown().unwrap();
}

#[test]
fn a_browse_that_joins_asks_anew() {
    // A daemon that no other test uses, on no interface at all.
    let choice = InterfaceChoice::Named("none".into());
    let kinds = i64::try_from(SERVICE_TYPES.len()).unwrap();
    let mdns = Mdns::new(choice.clone());
    let (first, _) = sink();
    mdns.browse(1, first).unwrap();
    // Asked at once, then after 1, 2 and 4 s: three rounds are over at 3 s, the fourth comes at 7.
    assert!(until(|| asked(&choice) == 3 * kinds));
    let (second, _) = sink();
    let began = Instant::now();
    mdns.browse(2, second).unwrap();
    assert!(until(|| asked(&choice) >= 4 * kinds));
    assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
}

#[test]
fn a_stop_that_comes_first_holds_and_is_forgotten_in_time() {
    let mdns = Mdns::new(InterfaceChoice::LoopbackOnly);
    let (late, _events) = sink();
    mdns.stop(5);
    mdns.stop(5);
    mdns.browse(5, late.clone()).unwrap();
    assert_eq!(Arc::strong_count(&late), 1, "nobody holds it");
    mdns.stop(5);
    for id in 0..10_000 {
        mdns.stop(id);
    }
    assert_eq!(lock(&mdns.browses).early.len(), MAX_EARLY);
    mdns.browse(9_999, late.clone()).unwrap();
    assert_eq!(Arc::strong_count(&late), 1);
    // Then the id is like any other.
    mdns.browse(9_999, late.clone()).unwrap();
    assert!(Arc::strong_count(&late) > 1);
    mdns.stop(9_999);
    assert!(until(|| Arc::strong_count(&late) == 1));
}
