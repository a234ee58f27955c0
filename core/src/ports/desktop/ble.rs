//! Bluetooth LE by btleplug: BlueZ on Linux, CoreBluetooth, WinRT.
//!
//! A scan is a thread with a small runtime of its own, since btleplug is asynchronous and connects to D-Bus by a blocking
//! call. Everything else in it has a limit, and closing its connection makes BlueZ end whatever it had begun.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError, mpsc};
use std::thread::{self, ThreadId};
use std::time::Duration;

use btleplug::api::{Central, CentralEvent, CentralState, Manager as _, Peripheral as _, ScanFilter};
use btleplug::platform::{Adapter, Manager, PeripheralId};
use futures_util::StreamExt;
use tokio::runtime::Builder;
use tokio::sync::oneshot;
use tokio::time::{MissedTickBehavior, interval, timeout};

use crate::discovery::ble::{Advertisement, BleEvent, BleTrouble};
use crate::ports::{Ble, BleSink, PortError};

#[cfg(test)]
mod tests;
mod trouble;

use trouble::trouble;

/// For finding an adapter, and again for starting the scan. BlueZ does both in milliseconds; together they are less than the
/// shortest useful search, so that a service that hangs is not taken for "nothing there".
const SETUP: Duration = Duration::from_secs(2);
/// For one question to a service that runs.
const ANSWER: Duration = Duration::from_secs(1);
/// A stop waits for the scan's end no longer; a bit more than stopping may take.
const STOP: Duration = Duration::from_millis(1_500);
/// Between two looks whether the adapter is still there and on. No event tells that it was unplugged.
const LOOK: Duration = Duration::from_secs(5);

/// The desktop's Bluetooth LE. Nothing is opened before the first scan, and every scan ends with it.
#[derive(Default)]
pub struct Bluetooth {
    scans: Mutex<HashMap<u64, Scan>>,
}

impl Bluetooth {
    fn scans(&self) -> MutexGuard<'_, HashMap<u64, Scan>> {
        self.scans.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Ble for Bluetooth {
    fn scan(&self, id: u64, sink: BleSink) -> Result<(), PortError> {
        self.stop(id);
        let scan = Scan::start(sink).map_err(|_| PortError::Failed)?;
        let other = self.scans().insert(id, scan);
        if let Some(other) = other {
            other.end();
        }
        Ok(())
    }

    fn stop(&self, id: u64) {
        let scan = self.scans().remove(&id);
        if let Some(scan) = scan {
            scan.end();
        }
    }
}

/// A running scan; it ends when this is dropped.
struct Scan {
    stop: oneshot::Sender<()>,
    /// Closed by the thread when it is through.
    ended: mpsc::Receiver<()>,
    thread: ThreadId,
}

impl Scan {
    fn start(sink: BleSink) -> std::io::Result<Self> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let ((stop, stopped), (ending, ended)) = (oneshot::channel(), mpsc::channel());
        let work = move || {
            runtime.block_on(run(&sink, stopped));
            // With it go btleplug's tasks and the connection.
            drop(runtime);
            drop(ending);
        };
        let thread = thread::Builder::new().name("inkjoin-ble".into()).spawn(work)?.thread().id();
        Ok(Self { stop, ended, thread })
    }

    fn end(self) {
        drop(self.stop);
        // From inside the sink it would wait for itself.
        if thread::current().id() != self.thread {
            // Closed, or out of time: that thread hangs in the system, and ends when the system lets it.
            let _ = self.ended.recv_timeout(STOP);
        }
    }
}

/// Until stopped, or until there is trouble to tell.
async fn run(sink: &BleSink, mut stop: oneshot::Receiver<()>) {
    let adapter = tokio::select! {
        biased;
        _ = &mut stop => return,
        adapter = within(SETUP, adapter()) => adapter,
    };
    let trouble = match adapter {
        Err(trouble) => trouble,
        Ok(adapter) => {
            let trouble = tokio::select! {
                biased;
                _ = &mut stop => None,
                trouble = listen(&adapter, sink) => Some(trouble),
            };
            // Also when the scan did not get as far as starting: it may have started by now.
            let _ = timeout(ANSWER, adapter.stop_scan()).await;
            let Some(trouble) = trouble else { return };
            trouble
        }
    };
    // The system's blocking call may have taken longer than its caller wanted to wait.
    if matches!(stop.try_recv(), Err(oneshot::error::TryRecvError::Empty)) {
        sink(BleEvent::Trouble(trouble));
    }
}

/// An adapter that is on. btleplug's `start_scan` switches an adapter on (on Linux), so nothing may be started on another.
async fn adapter() -> Result<Adapter, BleTrouble> {
    let manager = Manager::new().await.map_err(|fault| trouble(&fault))?;
    let adapters = manager.adapters().await.map_err(|fault| trouble(&fault))?;
    let mut found = BleTrouble::NoAdapter;
    for adapter in adapters {
        match adapter.adapter_state().await {
            Ok(CentralState::PoweredOn) => return Ok(adapter),
            Ok(CentralState::PoweredOff) => found = BleTrouble::SwitchedOff,
            Ok(CentralState::Unknown) => found = BleTrouble::Failed,
            Err(fault) => found = trouble(&fault),
        }
    }
    Err(found)
}

/// Scans without a filter, which would hide a device that shows its company alone, and tells what is heard. Returns why it
/// can't go on.
async fn listen(adapter: &Adapter, sink: &BleSink) -> BleTrouble {
    let start = async {
        let events = adapter.events().await.map_err(|fault| trouble(&fault))?;
        adapter.start_scan(ScanFilter::default()).await.map_err(|fault| trouble(&fault))?;
        Ok(events)
    };
    let mut events = match within(SETUP, start).await {
        Ok(events) => events,
        Err(trouble) => return trouble,
    };
    let mut look = interval(LOOK);
    look.set_missed_tick_behavior(MissedTickBehavior::Delay);
    look.reset();
    loop {
        tokio::select! {
            event = events.next() => match event {
                Some(CentralEvent::StateUpdate(CentralState::PoweredOff)) => return BleTrouble::SwitchedOff,
                Some(event) => if let Some(seen) = read(adapter, event).await {
                    sink(BleEvent::Seen(seen));
                },
                None => return BleTrouble::Failed,
            },
            _ = look.tick() => {
                let on = timeout(ANSWER, adapter.adapter_state()).await;
                if !matches!(on, Ok(Ok(CentralState::PoweredOn))) {
                    // Unplugged, off, or its service has ended: whichever a fresh start says.
                    return within(SETUP, self::adapter()).await.err().unwrap_or(BleTrouble::Failed);
                }
            }
        }
    }
}

/// What the device of that event advertises.
async fn read(adapter: &Adapter, event: CentralEvent) -> Option<Advertisement> {
    let id = device(event)?;
    let look = async {
        let device = adapter.peripheral(&id).await.ok()?;
        device.properties().await.ok().flatten()
    };
    let told = timeout(ANSWER, look).await.ok().flatten()?;
    // BlueZ also lists what it remembers, paired long ago; what is heard now has a signal strength.
    told.rssi?;
    // On Linux `local_name` is an alias, by which a person may have called a device.
    let name = told.advertisement_name.or(told.local_name);
    let services = told.services.iter().chain(told.service_data.keys()).map(|uuid| uuid.as_u128());
    Some(Advertisement::new(&id.to_string(), name.as_deref(), told.manufacturer_data.into_keys(), services))
}

fn device(event: CentralEvent) -> Option<PeripheralId> {
    match event {
        CentralEvent::DeviceDiscovered(id)
        | CentralEvent::DeviceUpdated(id)
        | CentralEvent::ManufacturerDataAdvertisement { id, .. }
        | CentralEvent::ServiceDataAdvertisement { id, .. }
        | CentralEvent::ServicesAdvertisement { id, .. }
        | CentralEvent::RssiUpdate { id, .. } => Some(id),
        _ => None,
    }
}

async fn within<T>(
    limit: Duration,
    work: impl Future<Output = Result<T, BleTrouble>>,
) -> Result<T, BleTrouble> {
    timeout(limit, work).await.unwrap_or(Err(BleTrouble::Failed))
}
