//! The timers of the setup. Lengths and their sources: `knowledge/timings.toml`.

use crate::time::Moment;

/// One line each: when to what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum Timer {
    /// When to say that the search has found nothing yet.
    NothingFound,
    /// When to give up an effect whose outcome has not come.
    Effect,
    /// When the printer stops looking for the router.
    PrinterWalk,
    /// When to call the wait slow.
    Slow,
    /// When the router's word without the printer in sight becomes a question.
    RouterSaid,
    /// When the join is judged.
    Join,
    /// When the router stops waiting for the printer.
    RouterWindow,
    /// When a change of networks that the system does becomes the person's.
    Hop,
    /// When closing ends, undone or not.
    Closing,
}

impl Timer {
    /// All of them, so that the table has one place for each.
    pub const ALL: [Timer; 9] = [
        Timer::NothingFound,
        Timer::Effect,
        Timer::PrinterWalk,
        Timer::Slow,
        Timer::RouterSaid,
        Timer::Join,
        Timer::RouterWindow,
        Timer::Hop,
        Timer::Closing,
    ];
}

/// When each timer runs out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimerTable([Option<Moment>; Timer::ALL.len()]);

impl TimerTable {
    /// Sets or replaces.
    pub fn set(&mut self, timer: Timer, at: Moment) {
        if let Some(slot) = self.0.get_mut(timer as usize) {
            *slot = Some(at);
        }
    }

    /// Clears.
    pub fn stop(&mut self, timer: Timer) {
        if let Some(slot) = self.0.get_mut(timer as usize) {
            *slot = None;
        }
    }

    /// When it runs out, if it runs.
    pub fn get(&self, timer: Timer) -> Option<Moment> {
        self.0.get(timer as usize).copied().flatten()
    }

    /// The earliest.
    pub fn next(&self) -> Option<Moment> {
        self.0.iter().flatten().min().copied()
    }

    /// Clears and gives the earliest that ran out.
    pub fn take_due(&mut self, now: Moment) -> Option<Timer> {
        let due = |t: &Timer| self.get(*t).filter(|at| *at <= now);
        let timer = Timer::ALL.into_iter().filter(|t| due(t).is_some()).min_by_key(|t| self.get(*t))?;
        self.stop(timer);
        Some(timer)
    }

    /// Clears all others.
    pub fn retain(&mut self, kept: &[Timer]) {
        for timer in Timer::ALL.into_iter().filter(|t| !kept.contains(t)) {
            self.stop(timer);
        }
    }
}
