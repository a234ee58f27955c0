//! A reader of a session's screens.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::watch;

use super::shared::Shared;
use crate::guide::Screen;

/// Reads screens one after the other and keeps no session alive: when the session is dropped, a wait ends.
pub struct Screens {
    shared: Arc<Shared>,
    after: AtomicU64,
    ended: watch::Sender<bool>,
}

impl Screens {
    pub(super) fn new(shared: Arc<Shared>) -> Self {
        Self { shared, after: AtomicU64::new(0), ended: watch::Sender::new(false) }
    }

    /// The newest screen, as soon as there is one that this reader has not given yet; `None` after the last, after [`Self::end`]
    /// and when the session is gone. A wait that is dropped loses nothing.
    pub async fn next(&self) -> Option<Screen> {
        let mut ended = self.ended.subscribe();
        let screen = tokio::select! {
            biased;
            _ = ended.wait_for(|ended| *ended) => None,
            screen = self.shared.newest_after(self.after.load(Ordering::Relaxed)) => screen,
        }?;
        self.after.fetch_max(screen.revision, Ordering::Relaxed);
        Some(screen)
    }

    /// Ends this reader, from any thread: a wait of it comes back with `None`. The session goes on.
    pub fn end(&self) {
        self.ended.send_replace(true);
    }
}
