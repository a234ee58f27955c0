//! The certificates of routers, kept from one session to the next. A printer's are not: it makes a new one with a new name, its
//! address may be another device's tomorrow, and nobody is asked about it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use tokio::sync::OnceCell;

use super::calls::Gate;
use crate::net::LocalAddr;
use crate::net::tls::{Fingerprint, Pins};
use crate::ports::Vault;

#[cfg(test)]
mod tests;

/// The name that they are kept under.
const NAME: &str = "pins";
const SCHEMA: u32 = 1;
/// Largest content that is read, in bytes.
const MAX_BYTES: usize = 64 << 10;
/// Routers that are remembered; the one that was seen first goes first.
const MAX_ROUTERS: usize = 64;

/// What the vault holds, as far as this session knows. Without a vault it does nothing.
#[derive(Clone)]
pub(super) struct Kept {
    vault: Option<Arc<dyn Vault>>,
    gate: Gate,
    recalled: Arc<OnceCell<()>>,
    saved: Arc<Mutex<BTreeMap<LocalAddr, Fingerprint>>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    schema: u32,
    routers: Vec<Router>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Router {
    at: LocalAddr,
    sha256: Fingerprint,
}

impl Kept {
    pub fn new(vault: Option<Arc<dyn Vault>>, gate: Gate) -> Self {
        Self { vault, gate, recalled: Arc::default(), saved: Arc::default() }
    }

    /// Before a router is asked. Only the first time it takes any.
    pub async fn recall(&self, pins: &Pins) {
        self.recalled.get_or_init(|| self.read_all(pins)).await;
    }

    async fn read_all(&self, pins: &Pins) {
        let Some(vault) = self.vault.clone() else { return };
        let Some(routers) = self.gate.call(move || read(&*vault)).await else { return };
        for Router { at, sha256 } in routers {
            pins.remember(at, sha256);
            self.saved().insert(at, sha256);
        }
    }

    /// After the router at this address was asked: saves its certificate where the vault does not hold that one.
    pub async fn keep(&self, pins: &Pins, at: LocalAddr) {
        let (Some(vault), Some(sha256)) = (self.vault.clone(), pins.of(at)) else { return };
        if self.saved().get(&at) == Some(&sha256) {
            return;
        }
        let work = move || {
            // Read again: another session may have kept another router's meanwhile.
            let others = read(&*vault).into_iter().filter(|r| r.at != at);
            let mut routers: Vec<_> = others.chain([Router { at, sha256 }]).collect();
            let routers = routers.split_off(routers.len().saturating_sub(MAX_ROUTERS));
            let bytes = serde_json::to_vec(&Content { schema: SCHEMA, routers }).unwrap_or_default();
            vault.save(NAME, &bytes)
        };
        match self.gate.call(work).await {
            Some(Ok(())) => drop(self.saved().insert(at, sha256)),
            _ => tracing::warn!("the router's certificate could not be kept"),
        }
    }

    fn saved(&self) -> MutexGuard<'_, BTreeMap<LocalAddr, Fingerprint>> {
        self.saved.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What cannot be read is as good as nothing, and is taken away.
fn read(vault: &dyn Vault) -> Vec<Router> {
    let bytes = match vault.load(NAME) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return Vec::new(),
        Err(_) => {
            tracing::warn!("what was kept could not be read");
            return Vec::new();
        }
    };
    parse(&bytes).unwrap_or_else(|| {
        tracing::warn!("what was kept is damaged");
        let _ = vault.remove(NAME);
        Vec::new()
    })
}

fn parse(bytes: &[u8]) -> Option<Vec<Router>> {
    if bytes.len() > MAX_BYTES {
        return None;
    }
    let content: Content = serde_json::from_slice(bytes).ok()?;
    (content.schema == SCHEMA && content.routers.len() <= MAX_ROUTERS).then_some(content.routers)
}
