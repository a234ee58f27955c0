#![allow(clippy::panic, clippy::unwrap_used)]
//! What needs no Bluetooth. Scans against BlueZ's interface are in the tier `peers`.

use std::sync::Arc;
use std::time::Instant;

use super::*;

#[test]
fn stopping_what_does_not_run_does_nothing() {
    Bluetooth::default().stop(7);
}

#[test]
fn a_stop_waits_for_the_end_but_not_for_ever_and_not_for_itself() {
    let scan = |thread: ThreadId| {
        let ((stop, stopped), (ending, ended)) = (oneshot::channel(), mpsc::channel::<()>());
        (Scan { stop, ended, thread }, stopped, ending)
    };
    let other = thread::spawn(|| thread::current().id()).join().unwrap();
    let (ends, stopped, ending) = scan(other);
    let worker = thread::spawn(move || {
        let _ = stopped.blocking_recv();
        drop(ending);
    });
    let begun = Instant::now();
    ends.end();
    worker.join().unwrap();
    assert!(begun.elapsed() < STOP);

    let (own, _stopped, _ending) = scan(thread::current().id());
    let begun = Instant::now();
    own.end();
    assert!(begun.elapsed() < STOP);

    let (hangs, _stopped, _ending) = scan(other);
    let begun = Instant::now();
    hangs.end();
    assert!(begun.elapsed() >= STOP);
}

#[test]
fn a_scan_that_was_stopped_before_it_began_tells_nothing() {
    let sink: BleSink = Arc::new(|event| panic!("told {event:?}"));
    let (stop, stopped) = oneshot::channel();
    drop(stop);
    Builder::new_current_thread().enable_all().build().unwrap().block_on(run(&sink, stopped));
}

#[cfg(target_os = "linux")]
#[test]
fn what_the_bus_says_is_told_apart() {
    let of = |name: &str| {
        let said = dbus::Error::new_custom(name, "in words");
        trouble(&bluez_async::BluetoothError::DbusError(said).into())
    };
    for (name, expected) in [
        ("org.freedesktop.DBus.Error.AccessDenied", BleTrouble::PermissionMissing),
        ("org.bluez.Error.NotAuthorized", BleTrouble::PermissionMissing),
        ("org.freedesktop.DBus.Error.ServiceUnknown", BleTrouble::NoAdapter),
        ("org.freedesktop.DBus.Error.FileNotFound", BleTrouble::NoAdapter),
        ("org.bluez.Error.NotReady", BleTrouble::SwitchedOff),
        ("org.bluez.Error.Failed", BleTrouble::Failed),
        ("org.freedesktop.DBus.Error.NoReply", BleTrouble::Failed),
    ] {
        assert_eq!(of(name), expected, "{name}");
    }
    assert_eq!(trouble(&btleplug::Error::PermissionDenied), BleTrouble::PermissionMissing);
    assert_eq!(trouble(&btleplug::Error::NoAdapterAvailable), BleTrouble::NoAdapter);
}
