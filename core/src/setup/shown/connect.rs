//! The views of the hand-over, of push button and of the wait.

use crate::printer::Link;
use crate::router::Takes;
use crate::setup::Setup;
use crate::setup::input::Choice;
use crate::setup::plan::{HandOverBy, Way};
use crate::setup::state::{HandOver, Push, Wait};
use crate::setup::timers::Timer;
use crate::setup::view::Shown;

impl Setup {
    pub(super) fn view_hand_over(&self, state: &HandOver) -> (Shown, Vec<Choice>) {
        match state {
            HandOver::Sending { .. } => (Shown::SendingPin { clock: self.pin_clock() }, vec![Choice::Back]),
            HandOver::ByPerson { instead, general } => {
                let router = self.world.router.clone();
                // Only a row that leads to a field can be wrong about how that looks.
                let row = !general && self.page_takes_pin() == Takes::Yes;
                let shown = Shown::RouterPage {
                    pin: self.world.pin.clone(),
                    clock: self.pin_clock(),
                    router,
                    instead: *instead,
                    not_granted: self.world.learned.pin_not_granted,
                    general: *general,
                };
                let different = row.then_some(Choice::LooksDifferent);
                let choices = [Choice::Entered, Choice::ReadAgain].into_iter().chain(different);
                let rest = [Choice::TakesNoPin, Choice::CannotSignIn, Choice::Back];
                (shown, choices.chain(rest).collect())
            }
            HandOver::StartPrinter { given } => {
                let window = self.clock(Timer::RouterWindow, self.knowledge.timings.router_window);
                (Shown::StartPrinter { clock: window, given: *given }, vec![Choice::Started, Choice::Back])
            }
            HandOver::AtPanel => (Shown::AtPanel, vec![Choice::Entered, Choice::Back]),
        }
    }

    pub(super) fn view_push(&self, state: &Push) -> (Shown, Vec<Choice>) {
        let by = self.world.way.map_or(HandOverBy::Person, Way::by);
        let twin = self.world.chosen_has_twin();
        match state {
            Push::Consent => (Shown::PushConsent { by, twin }, vec![Choice::OpenPush, Choice::Back]),
            Push::AtPrinter => {
                let choices = vec![Choice::PressedPrinter, Choice::NoPushKey, Choice::Back];
                (Shown::PushPrinter { by, twin }, choices)
            }
            Push::Starting { .. } => (Shown::PushStarting { clock: self.pin_clock() }, vec![Choice::Back]),
            Push::AtRouter { instead } => {
                let shown = Shown::PushRouter {
                    clock: self.pin_clock(),
                    router: self.world.router.clone(),
                    instead: *instead,
                };
                (shown, vec![Choice::PressedRouter, Choice::PushAgain, Choice::Back])
            }
        }
    }

    pub(super) fn view_wait(&self, wait: &Wait) -> (Shown, Vec<Choice>) {
        let join = self.clock(Timer::Join, self.knowledge.timings.join);
        let push = self.world.way.is_some_and(Way::is_push);
        if wait.asked {
            let overlap = push.then_some(Choice::ShowsOverlap);
            let rest = [Choice::ShowsTimeout, Choice::ShowsFailed, Choice::Back];
            return (Shown::PrinterReport { clock: join }, overlap.into_iter().chain(rest).collect());
        }
        let shown = Shown::Waiting {
            clock: self.pin_clock().or(join),
            slow: wait.slow,
            walk_over: wait.walk_over,
            word: wait.word,
            overdue: wait.overdue,
            seen: wait.seen,
            hint: wait.hint.clone(),
            cable: self.world.chosen.as_ref().is_some_and(|c| c.link == Some(Link::Cable)),
            panel: self.world.way == Some(Way::Passphrase),
        };
        let asked = wait.hint.as_ref().map(|_| [Choice::ThatIsMine, Choice::NotMine]);
        let again = push.then_some(Choice::PushAgain);
        let choices = asked.into_iter().flatten().chain([Choice::PrinterReports]).chain(again);
        (shown, choices.chain([Choice::Back]).collect())
    }
}
