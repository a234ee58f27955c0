//! The lab's clock: the wall's, times a whole number.

use std::time::{Duration, Instant};

/// Time in the lab. All delays, walk times and expiries count in it; sockets and DNS-SD run in real time.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    start: Instant,
    speed: u32,
}

impl Clock {
    /// A clock at zero that runs `speed` times as fast as the wall's; 0 is taken as 1.
    pub fn new(speed: u32) -> Self {
        Self { start: Instant::now(), speed: speed.max(1) }
    }

    /// Lab time since the start.
    pub fn now(&self) -> Duration {
        self.start.elapsed().saturating_mul(self.speed)
    }

    /// Waits that long in lab time.
    pub async fn sleep(&self, lab: Duration) {
        tokio::time::sleep(lab / self.speed).await;
    }
}
