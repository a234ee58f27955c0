//! What a printer may be asked to do on the way: to blink, to print one sheet.

use super::effect::EffectId;
use crate::net::Trouble;
use crate::printer::{NoIdentify, NoPage};

/// Making a printer blink.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blink {
    /// Not asked.
    No,
    /// Asking the printer.
    Asking(EffectId),
    /// It says that it does.
    Done,
    /// It could not.
    Failed(NoIdentify),
}

impl Blink {
    /// The printer's answer.
    pub(super) fn of(result: Result<(), NoIdentify>) -> Self {
        result.map_or_else(Blink::Failed, |()| Blink::Done)
    }

    /// It could not even be asked, or never answered.
    pub(super) fn trouble(trouble: Trouble) -> Self {
        Blink::Failed(NoIdentify::Trouble(trouble))
    }
}

/// Printing one sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Not asked.
    No,
    /// Asking the printer.
    Asking(EffectId),
    /// It says that it prints. No second sheet.
    Printed,
    /// It could not.
    Failed(NoPage),
}

impl Sheet {
    /// The printer's answer.
    pub(super) fn of(result: Result<(), NoPage>) -> Self {
        result.map_or_else(Sheet::Failed, |()| Sheet::Printed)
    }

    /// No answer came in time.
    pub(super) fn timed_out() -> Self {
        Sheet::Failed(NoPage::Trouble(Trouble::TimedOut))
    }

    /// The effect that it waits for.
    pub fn effect(self) -> Option<EffectId> {
        match self {
            Sheet::Asking(effect) => Some(effect),
            Sheet::No | Sheet::Printed | Sheet::Failed(_) => None,
        }
    }
}
