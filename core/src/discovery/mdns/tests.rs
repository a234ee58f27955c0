//! On 127.0.0.1 only: a responder of mdns-sd with all other interfaces off, and our browser.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::sync::mpsc;
use std::time::Instant;

use mdns_sd::ServiceInfo;

use super::*;

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
