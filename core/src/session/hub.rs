//! What all sessions of a process share: one runtime, one connection per printer, one setup per router.

use std::collections::{HashMap, HashSet};
use std::future::Future;
use std::net::IpAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, Weak};

use futures_util::future::BoxFuture;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::OwnedMutexGuard;
use tokio::task::JoinHandle;

use super::StartError;
use crate::net::LocalAddr;

type Turn = Arc<tokio::sync::Mutex<()>>;

/// Shared by all sessions of a process.
pub struct Hub {
    runtime: Option<Runtime>,
    printers: Mutex<HashMap<IpAddr, Weak<tokio::sync::Mutex<()>>>>,
    routers: Mutex<HashSet<LocalAddr>>,
    pub(super) sessions: AtomicU64,
}

impl Hub {
    /// The process's hub, made at first use.
    ///
    /// # Errors
    /// [`StartError::NoResources`].
    pub fn global() -> Result<Arc<Self>, StartError> {
        static GLOBAL: OnceLock<Arc<Hub>> = OnceLock::new();
        if let Some(hub) = GLOBAL.get() {
            return Ok(hub.clone());
        }
        let made = Self::new()?;
        Ok(GLOBAL.get_or_init(|| made).clone())
    }

    /// A hub of its own, for tests and for `find` and `describe`.
    ///
    /// # Errors
    /// [`StartError::NoResources`].
    pub fn new() -> Result<Arc<Self>, StartError> {
        // Two workers: everything here waits for the network, and a phone has better use for its cores.
        let runtime =
            Builder::new_multi_thread().worker_threads(2).thread_name("inkjoin").enable_all().build();
        let runtime = Some(runtime.map_err(|_| StartError::NoResources)?);
        Ok(Arc::new(Self {
            runtime,
            printers: Mutex::default(),
            routers: Mutex::default(),
            sessions: AtomicU64::new(0),
        }))
    }

    /// Runs a future to its end on the hub's runtime. Not from within it.
    pub fn block_on<F: Future>(&self, future: F) -> Option<F::Output> {
        self.runtime.as_ref().map(|r| r.block_on(future))
    }

    /// Boxed: the runtime's own code for a task is built in for each type of future.
    pub(super) fn spawn<T: Send + 'static>(&self, future: BoxFuture<'static, T>) -> JoinHandle<T> {
        match &self.runtime {
            Some(runtime) => runtime.spawn(future),
            // Only while the hub is dropped, when no session holds it any more.
            None => tokio::spawn(future),
        }
    }

    /// Work that outlives whoever asked for it.
    pub(super) fn detach(&self, future: BoxFuture<'static, ()>) {
        if let Some(runtime) = &self.runtime {
            runtime.spawn(future);
        }
    }

    pub(super) fn spawn_blocking(&self, work: impl FnOnce() + Send + 'static) {
        if let Some(runtime) = &self.runtime {
            runtime.spawn_blocking(work);
        }
    }

    /// Sessions that somebody holds.
    pub fn sessions(&self) -> u64 {
        self.sessions.load(Ordering::Relaxed)
    }

    /// Tasks of all sessions, running or waiting.
    pub fn tasks(&self) -> u64 {
        self.runtime.as_ref().map_or(0, |r| r.metrics().num_alive_tasks().try_into().unwrap_or(u64::MAX))
    }

    /// Waits for one's turn at a printer: overlapping connections make some EWSs fail.
    pub(super) async fn turn(&self, at: LocalAddr) -> OwnedMutexGuard<()> {
        let turn: Turn = {
            let mut printers = self.printers.lock().unwrap_or_else(PoisonError::into_inner);
            printers.retain(|_, turn| turn.strong_count() > 0);
            let entry = printers.entry(at.get().ip()).or_default();
            entry.upgrade().unwrap_or_else(|| {
                let turn = Turn::default();
                *entry = Arc::downgrade(&turn);
                turn
            })
        };
        turn.lock_owned().await
    }

    /// Claims a router for one session until the claim is dropped; `None` while another session has it.
    pub(super) fn claim(self: &Arc<Self>, router: LocalAddr) -> Option<Claim> {
        let mut routers = self.routers.lock().unwrap_or_else(PoisonError::into_inner);
        routers.insert(router).then(|| Claim { hub: self.clone(), router })
    }
}

impl Drop for Hub {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            // The last session may be dropped on a worker, where waiting for the workers would not end.
            runtime.shutdown_background();
        }
    }
}

/// One session's hold on a router.
pub(super) struct Claim {
    hub: Arc<Hub>,
    router: LocalAddr,
}

impl Claim {
    pub(super) fn is_for(&self, router: LocalAddr) -> bool {
        self.router == router
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        self.hub.routers.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.router);
    }
}
