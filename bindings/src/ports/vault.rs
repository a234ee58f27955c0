//! Where something is kept from one session to the next.

use std::io;
use std::sync::Arc;

use inkjoin::ports as core;

use crate::error::PortError;

/// Keeps secrets, each under a name. What must be true of the place: only this app can read it, it is left out of backups, and
/// the system's key store seals it where there is one.
///
/// A name is 1 to 32 of `a`-`z`, `0`-`9` and `-`; a secret has at most 64 KiB. Kept at present under `pins`: the certificates
/// of the routers that were asked over HTTPS, so that one that changes is a question to the person also in the next session.
#[uniffi::export(foreign)]
pub trait VaultPort: Send + Sync {
    /// Replaces what is kept under this name, all of it or nothing.
    ///
    /// Fails with `PortError`; the session goes on, and the next one does not know it.
    fn save(&self, name: String, secret: Vec<u8>) -> Result<(), PortError>;

    /// What is kept under this name. Absent where nothing is.
    ///
    /// Fails with `PortError`; the session goes on as if nothing were kept.
    fn load(&self, name: String) -> Result<Option<Vec<u8>>, PortError>;

    /// Forgets it. Nothing kept is no failure.
    ///
    /// Fails with `PortError`; the session goes on.
    fn remove(&self, name: String) -> Result<(), PortError>;
}

pub(super) struct Foreign(pub Arc<dyn VaultPort>);

impl core::Vault for Foreign {
    fn save(&self, name: &str, secret: &[u8]) -> io::Result<()> {
        self.0.save(name.to_owned(), secret.to_vec()).map_err(io::Error::other)
    }

    fn load(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        self.0.load(name.to_owned()).map_err(io::Error::other)
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        self.0.remove(name.to_owned()).map_err(io::Error::other)
    }
}
