//! Exit statuses.

use inkjoin::setup::input::SessionOutcome;

/// A start error: the program could not do its work at all. `EX_SOFTWARE` of BSD's `sysexits.h`.
pub const START: u8 = 70;
/// Wrong arguments. `EX_USAGE`; clap's own 2 would mean "unknown" here.
pub const USAGE: u8 = 64;
/// Joined, informed, already online; found; valid.
pub const GOOD: u8 = 0;
/// Failed; none found; refused; not valid.
pub const FAILED: u8 = 1;
/// Nothing proves either; the search could not run.
pub const UNKNOWN: u8 = 2;
/// Cancelled.
pub const CANCELLED: u8 = 3;

/// The status of a session; one that was left before its end counts as cancelled.
pub fn of(outcome: Option<&SessionOutcome>) -> u8 {
    match outcome {
        Some(SessionOutcome::Joined(_) | SessionOutcome::Informed | SessionOutcome::AlreadyOnline) => GOOD,
        Some(SessionOutcome::Failed(_)) => FAILED,
        Some(SessionOutcome::Unknown(_)) => UNKNOWN,
        Some(SessionOutcome::Cancelled) | None => CANCELLED,
    }
}

#[cfg(test)]
mod tests {
    use inkjoin::setup::evidence::Proof;
    use inkjoin::setup::state::{HowToCheck, Reason};

    use super::*;

    #[test]
    fn each_outcome_has_its_status() {
        let outcomes = [
            (SessionOutcome::Joined(Proof::ConfirmedByPerson), 0),
            (SessionOutcome::Informed, 0),
            (SessionOutcome::AlreadyOnline, 0),
            (SessionOutcome::Failed(Reason::WrongPin), 1),
            (SessionOutcome::Unknown(HowToCheck::LookAtPrinter), 2),
            (SessionOutcome::Cancelled, 3),
        ];
        for (outcome, status) in outcomes {
            assert_eq!(of(Some(&outcome)), status, "{outcome:?}");
        }
        assert_eq!(of(None), 3);
    }
}
