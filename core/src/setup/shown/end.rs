//! The views of what an attempt came to.

use crate::identity::Mark;
use crate::printer::PageKind;
use crate::setup::Setup;
use crate::setup::input::Choice;
use crate::setup::plan::{PinFrom, Way};
use crate::setup::state::{After, Reason};
use crate::setup::view::Shown;

impl Setup {
    /// Whom the router named last. Not saved: it is nobody's business.
    fn peer(&self) -> Option<Mark> {
        self.world.status_last.as_ref().and_then(|s| s.peer.clone())
    }

    pub(super) fn view_after(&self, after: &After) -> (Shown, Vec<Choice>) {
        match after {
            After::Joined { proof, sheet } => {
                let test = self.prints(PageKind::for_test(), *sheet).then_some(Choice::TestPage);
                let choices = [Choice::Done].into_iter().chain(test).chain([Choice::AnotherPrinter]);
                (Shown::Joined { proof: proof.clone(), sheet: *sheet }, choices.collect())
            }
            After::Failed { reason } => {
                let shown = Shown::Failed {
                    reason: *reason,
                    times: self.world.journal.failures(*reason),
                    push: self.world.way.is_some_and(Way::is_push),
                    read: self.world.way.and_then(Way::pin_from) == Some(PinFrom::Ews),
                    peer: (*reason == Reason::AnotherCame).then(|| self.peer()).flatten(),
                };
                (shown, vec![Choice::TryAgain, Choice::Back, Choice::Leave])
            }
            After::Unknown { check, .. } => {
                let choices = vec![Choice::KeepLooking, Choice::TryAgain, Choice::Back, Choice::Leave];
                (Shown::Unknown { check: *check }, choices)
            }
            After::Leftover => {
                let until = self.world.undo.as_ref().map(|u| u.until);
                (Shown::Leftover { until }, vec![Choice::CloseWindow, Choice::CarryOn])
            }
            After::Closing { .. } | After::ClosingFirst { .. } => (Shown::Closing, Vec::new()),
            After::Ended { outcome } => {
                let open_until = self.world.undo.as_ref().map(|u| u.until);
                (Shown::Ended { outcome: outcome.clone(), open_until }, Vec::new())
            }
        }
    }
}
