//! A clock of a screen, followed while it runs.

use inkjoin::guide::screen::{Block, Mark, Screen};

use crate::words::{Words, left_short};

/// The clock of a screen. Its milliseconds are the session's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    ends_at_ms: u64,
    label: String,
    marks: Vec<Mark>,
}

impl Clock {
    /// The first clock on a screen.
    pub fn of(screen: &Screen) -> Option<Self> {
        screen.blocks.iter().find_map(|block| match block {
            Block::Clock { ends_at_ms, marks, label, .. } => {
                Some(Self { ends_at_ms: *ends_at_ms, label: label.clone(), marks: marks.clone() })
            }
            _ => None,
        })
    }

    /// Rounded up, so that 0 is only shown when it is over.
    fn seconds(&self, now_ms: u64) -> u64 {
        self.ends_at_ms.saturating_sub(now_ms).div_ceil(1000)
    }

    /// For a sentence.
    pub fn spoken(&self, now_ms: u64, words: &Words) -> String {
        format!("{}: {}", self.label, words.left(self.seconds(now_ms)))
    }

    /// For the one line that is updated in place.
    pub fn line(&self, now_ms: u64) -> String {
        format!("{}  {}", left_short(self.seconds(now_ms)), self.label)
    }

    /// The mark that fell between two looks, with what the clock means; the latest when there were several.
    pub fn due(&self, before_ms: u64, now_ms: u64) -> Option<String> {
        let at = |mark: &Mark| self.ends_at_ms.saturating_sub(mark.left_ms);
        let due = self.marks.iter().filter(|mark| (before_ms.saturating_add(1)..=now_ms).contains(&at(mark)));
        due.max_by_key(|mark| at(mark)).map(|mark| format!("{}: {}", self.label, mark.text))
    }
}
