//! rpcd's sessions.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::clock::Clock;
use crate::pin;

/// rpcd's default: a session dies so long after its last call.
const TIMEOUT: Duration = Duration::from_secs(300);

/// Who is signed in, by session id, and when each called last.
#[derive(Debug)]
pub struct Sessions {
    clock: Clock,
    last: Mutex<BTreeMap<String, Duration>>,
}

impl Sessions {
    /// Nobody.
    pub fn new(clock: Clock) -> Self {
        Self { clock, last: Mutex::default() }
    }

    fn last(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Duration>> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A new session's id.
    pub fn begin(&self) -> String {
        let id = pin::token();
        self.last().insert(id.clone(), self.clock.now());
        id
    }

    /// Whether it is one that hasn't expired; asking counts as a call.
    pub fn call(&self, id: &str) -> bool {
        let now = self.clock.now();
        let mut last = self.last();
        last.retain(|_, last| now.saturating_sub(*last) < TIMEOUT);
        last.get_mut(id).map(|last| *last = now).is_some()
    }

    /// All have expired.
    pub fn expire(&self) {
        self.last().clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_dies_of_no_use() {
        let sessions = Sessions::new(Clock::new(5000));
        let id = sessions.begin();
        assert!(sessions.call(&id));
        assert!(!sessions.call("00000000000000000000000000000000"));
        // 80 ms of the wall's time are 400 s of the lab's.
        std::thread::sleep(Duration::from_millis(80));
        assert!(!sessions.call(&id));
        let other = sessions.begin();
        sessions.expire();
        assert!(!sessions.call(&other));
    }
}
