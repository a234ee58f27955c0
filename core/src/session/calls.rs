//! Calls of ports. Each runs on a blocking thread and is waited for only so long: a port is foreign code, and may never come
//! back.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use super::hub::Hub;

/// In real time. A port only starts its work, reads what the system has at hand or writes 64 KiB.
pub(super) const LIMIT: Duration = Duration::from_millis(if cfg!(test) { 300 } else { 5_000 });

/// What a session may ask of its ports at the same time; a port that hangs keeps no more threads than that.
pub(super) struct Gates {
    pub dns_sd: Gate,
    pub ble: Gate,
    pub networks: Gate,
    pub setup_wifi: Gate,
    /// One at a time: an old session must not be written over a newer one.
    pub store: Gate,
    /// One at a time: what is kept is read, and written with one row more.
    pub vault: Gate,
}

impl Default for Gates {
    fn default() -> Self {
        Self {
            dns_sd: Gate::of(4),
            ble: Gate::of(4),
            networks: Gate::of(2),
            setup_wifi: Gate::of(4),
            store: Gate::of(1),
            vault: Gate::of(1),
        }
    }
}

/// One port's.
#[derive(Clone)]
pub(super) struct Gate {
    free: Arc<Semaphore>,
    /// A call did not come back in time: whoever comes next does not wait for it as well.
    hangs: Arc<AtomicBool>,
}

impl Gate {
    fn of(calls: usize) -> Self {
        Self { free: Arc::new(Semaphore::new(calls)), hangs: Arc::default() }
    }

    /// What the call gave; `None` when it did not come back in time, or ended in a panic. It goes on by itself then.
    pub async fn call<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
        let call = async {
            let work = with(self.permit().await?, work);
            tokio::task::spawn_blocking(work).await.ok()
        };
        let done = timeout(LIMIT, call).await;
        if !matches!(done, Ok(None)) {
            self.hangs.store(done.is_err(), Ordering::Relaxed);
        }
        let done = done.ok().flatten();
        if done.is_none() {
            tracing::warn!("a port did not come back");
        }
        done
    }

    async fn permit(&self) -> Option<OwnedSemaphorePermit> {
        let free = self.free.clone();
        if self.hangs.load(Ordering::Relaxed) {
            free.try_acquire_owned().ok()
        } else {
            free.acquire_owned().await.ok()
        }
    }

    /// A call whose outcome nobody waits for: for ends.
    pub fn call_and_forget(&self, hub: &Hub, work: impl FnOnce() + Send + 'static) {
        let gate = self.clone();
        hub.detach(Box::pin(async move {
            let _ = gate.call(work).await;
        }));
    }
}

/// The permit is given back when the work has ended, not when nobody waits for it any more.
fn with<T>(permit: OwnedSemaphorePermit, work: impl FnOnce() -> T) -> impl FnOnce() -> T {
    move || {
        let _permit = permit;
        work()
    }
}
