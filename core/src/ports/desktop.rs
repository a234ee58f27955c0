//! The ports as a desktop does them: the system's clock, the routing table, a file, Bluetooth LE.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

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
pub use file::FileStore;
pub use routes::{FixedNetworks, RoutingTable};

/// The system's clock. On Linux it reads `/proc/uptime`, which counts `CLOCK_BOOTTIME` (so through sleep) in steps of 10 ms.
/// Elsewhere it counts from the process's start and, on most systems, not through sleep: phones bring a clock of their own.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        static START: LazyLock<Instant> = LazyLock::new(Instant::now);
        let start = *START;
        uptime_ms().unwrap_or_else(|| Moment(0) + start.elapsed())
    }

    fn wall_ms(&self) -> u64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
    }
}

fn uptime_ms() -> Option<Moment> {
    let text = bounded(Path::new("/proc/uptime"), 128).ok()?;
    uptime(std::str::from_utf8(&text).ok()?)
}

/// `12345.67 54321.00`: seconds since start, idle seconds.
fn uptime(text: &str) -> Option<Moment> {
    let seconds = text.split_ascii_whitespace().next()?.parse::<f64>().ok()?;
    Some(Moment(0) + Duration::try_from_secs_f64(seconds).ok()?)
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
