//! The ports as a desktop does them: the system's clock, the routing table, a file, Bluetooth LE.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::Clock;
use crate::time::Moment;

#[cfg(feature = "ble")]
mod ble;
mod file;
mod routes;
#[cfg(test)]
mod tests;

#[cfg(feature = "ble")]
pub use ble::Bluetooth;
pub use file::{FileStore, FileVault};
pub use routes::{FixedNetworks, RoutingTable};

/// The system's clock, which counts through sleep: `CLOCK_BOOTTIME` of Linux and Android, `CLOCK_MONOTONIC` of Apple's systems
/// (their manual: it goes on while the system is asleep). Elsewhere it counts from the process's start.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        Moment(0) + since_start()
    }

    fn wall_ms(&self) -> u64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
    }
}

#[cfg(unix)]
fn since_start() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    #[cfg(any(target_os = "linux", target_os = "android"))]
    const CLOCK: ClockId = ClockId::Boottime;
    #[cfg(not(any(target_os = "linux", target_os = "android")))]
    const CLOCK: ClockId = ClockId::Monotonic;
    Duration::try_from(clock_gettime(CLOCK)).unwrap_or_default()
}

#[cfg(not(unix))]
fn since_start() -> Duration {
    static START: std::sync::LazyLock<std::time::Instant> = std::sync::LazyLock::new(std::time::Instant::now);
    START.elapsed()
}

/// A clock that runs faster than [`SystemClock`], for the lab. Both its boot and its wall time run at the rate, counted from
/// the device's start: they agree with each other, and two processes agree about them.
#[derive(Clone, Copy, Debug)]
pub struct FastClock {
    rate: u32,
}

impl FastClock {
    /// `rate` times as fast; 0 is taken as 1.
    pub fn new(rate: u32) -> Self {
        Self { rate: rate.max(1) }
    }
}

impl Clock for FastClock {
    fn now(&self) -> Moment {
        Moment(SystemClock.now().0.saturating_mul(self.rate.into()))
    }

    fn wall_ms(&self) -> u64 {
        let ahead = SystemClock.now().0.saturating_mul(u64::from(self.rate) - 1);
        SystemClock.wall_ms().saturating_add(ahead)
    }

    fn rate(&self) -> u32 {
        self.rate
    }
}

fn bounded(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(u64::try_from(most).unwrap_or(u64::MAX)).read_to_end(&mut bytes)?;
    Ok(bytes)
}
