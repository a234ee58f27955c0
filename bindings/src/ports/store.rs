//! Where an interrupted session is kept.

use std::io;
use std::sync::Arc;

use inkjoin::ports as core;

use crate::error::PortError;

/// Keeps one saved session where only this app can read it. There is no PIN, password or text in it.
#[uniffi::export(foreign)]
pub trait StorePort: Send + Sync {
    /// Replaces what is kept, all of it or nothing. At most 64 KiB.
    ///
    /// Fails with `PortError`; the session goes on and cannot be taken up after an interruption.
    fn save(&self, session: Vec<u8>) -> Result<(), PortError>;

    /// What was kept last. Absent where nothing is.
    ///
    /// Fails with `PortError`; a new session starts.
    fn load(&self) -> Result<Option<Vec<u8>>, PortError>;

    /// Forgets it. Nothing kept is no failure.
    ///
    /// Fails with `PortError`; what is kept is out of date and offered once more at the next start.
    fn clear(&self) -> Result<(), PortError>;
}

pub(super) struct Foreign(pub Arc<dyn StorePort>);

impl core::Store for Foreign {
    fn save(&self, session: &[u8]) -> io::Result<()> {
        self.0.save(session.to_vec()).map_err(io::Error::other)
    }

    fn load(&self) -> io::Result<Option<Vec<u8>>> {
        self.0.load().map_err(io::Error::other)
    }

    fn clear(&self) -> io::Result<()> {
        self.0.clear().map_err(io::Error::other)
    }
}
