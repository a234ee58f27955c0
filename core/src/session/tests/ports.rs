//! The ports that only some systems have: Bluetooth LE, and the way to a printer's own Wi-Fi.

use super::*;
use crate::discovery::ble::{Advertisement, BleEvent, BleTrouble, COMPANY};
use crate::ports::{Ble, BleSink, SetupWifi, SetupWifiSink};

/// Says what it was told, and hands its sinks out.
struct Radio<S> {
    sinks: Mutex<mpsc::Sender<S>>,
    stopped: Mutex<mpsc::Sender<u64>>,
}

impl<S> Radio<S> {
    fn new() -> (Arc<Self>, mpsc::Receiver<S>, mpsc::Receiver<u64>) {
        let ((sinks, took), (stops, stopped)) = (mpsc::channel(), mpsc::channel());
        (Arc::new(Self { sinks: Mutex::new(sinks), stopped: Mutex::new(stops) }), took, stopped)
    }
}

impl Ble for Radio<BleSink> {
    fn scan(&self, _id: u64, sink: BleSink) -> Result<(), PortError> {
        let _ = self.sinks.lock().unwrap().send(sink);
        Ok(())
    }

    fn stop(&self, id: u64) {
        let _ = self.stopped.lock().unwrap().send(id);
    }
}

impl SetupWifi for Radio<SetupWifiSink> {
    fn join(&self, _id: u64, sink: SetupWifiSink) -> Result<(), PortError> {
        let _ = self.sinks.lock().unwrap().send(sink);
        Ok(())
    }

    fn leave(&self, id: u64) {
        let _ = self.stopped.lock().unwrap().send(id);
    }
}

fn hp(device: &str) -> BleEvent {
    BleEvent::Seen(Advertisement::new(device, None, [COMPANY], []))
}

#[test]
fn devices_near_by_are_said_and_the_scan_ends_with_the_search() {
    let (ble, sinks, stopped) = Radio::new();
    let b = bench_of(Ok(()), None, 1, |ports| ports.ble = Some(ble));
    assert!(sinks.try_recv().is_err(), "the first screen listens to nothing");
    b.begin();
    let sink = sinks.recv_timeout(LIMIT).expect("scanning");
    sink(hp("one"));
    sink(hp("two"));
    let mut screen = b.at("find");
    while !screen.spoken.contains("2 HP devices") {
        screen = b.screen(screen.revision).expect("a screen that counts them");
    }
    assert_eq!(b.choose(Some(screen.revision), "type-address", &[]), Ok(Chosen::Accepted));
    stopped.recv_timeout(LIMIT).expect("the scan ends where nobody reads the list");
    sink(BleEvent::Trouble(BleTrouble::Failed));
    assert_eq!(b.at("address").id, "address");
}

#[test]
fn the_printers_wifi_is_let_go_by_back_by_cancel_and_by_dropping() {
    for how in ["back", "cancel", "drop"] {
        let (wifi, sinks, left) = Radio::new();
        let b = bench_of(Ok(()), None, 1, |ports| ports.setup_wifi = Some(wifi));
        let list = b.begin();
        assert_eq!(b.choose(Some(list.revision), "printer-wifi", &[]), Ok(Chosen::Accepted));
        let sink = sinks.recv_timeout(LIMIT).expect("joining");
        let screen = b.at("to-printer-wifi");
        match how {
            "back" => assert_eq!(b.choose(Some(screen.revision), "back", &[]), Ok(Chosen::Accepted)),
            "cancel" => b.session.cancel(),
            _ => drop(b.session),
        }
        left.recv_timeout(LIMIT).unwrap_or_else(|_| panic!("left after {how}"));
        // An answer that comes too late goes nowhere.
        sink(Ok(()));
    }
}

#[test]
fn a_system_that_fails_leaves_the_way_to_the_person() {
    let (wifi, sinks, _left) = Radio::new();
    let b = bench_of(Ok(()), None, 1, |ports| ports.setup_wifi = Some(wifi));
    let list = b.begin();
    b.choose(Some(list.revision), "printer-wifi", &[]).unwrap();
    let by_system = b.at("to-printer-wifi");
    sinks.recv_timeout(LIMIT).expect("joining")(Err(PortError::Failed));
    let by_hand = b.screen(by_system.revision).expect("another screen");
    assert_eq!(by_hand.id, "to-printer-wifi");
    assert_ne!(by_hand.blocks, by_system.blocks);
}
