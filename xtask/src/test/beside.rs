//! What goes on beside the tiers in front: it waits for the network, or takes what time they leave.

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, PoisonError};

use crate::summary::Counts;

use super::tiers::{PREPARE, Tier};
use super::{How, run_all};

/// What became of each tier's fetching, by its name.
#[derive(Default)]
pub struct Beside {
    fetched: Mutex<BTreeMap<&'static str, Result<(), String>>>,
    more: Condvar,
}

impl Beside {
    /// Fetches for every tier that can run, in their order.
    pub fn fetch(&self, plan: &[(&Tier, Result<(), String>)]) {
        for (tier, can) in plan {
            let gently = How { keep: None, gently: true };
            let fetch = || run_all(tier.fetch, PREPARE, &mut Counts::default(), gently);
            let fetched = can.clone().and_then(|()| fetch());
            self.fetched.lock().unwrap_or_else(PoisonError::into_inner).insert(tier.name, fetched);
            self.more.notify_all();
        }
    }

    /// Waits until that tier's turn has come.
    ///
    /// # Errors
    /// Why it could not be fetched for.
    pub fn fetched(&self, tier: &Tier) -> Result<(), String> {
        let all = self.fetched.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.more.wait_while(all, |all| !all.contains_key(tier.name));
        let all = waited.unwrap_or_else(PoisonError::into_inner);
        all.get(tier.name).cloned().unwrap_or(Ok(()))
    }
}
