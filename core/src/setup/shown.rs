//! From a state to its view: one function per phase.

use super::Setup;
use super::decide::current_plan;
use super::input::Choice;
use super::state::{After, Decide, Find, HandOver, PinState, SignIn, State, Then, Wait};
use super::timers::Timer;
use super::view::{Card, Clock, Shown, View};
use crate::printer::{Link, PinOffer};

impl Setup {
    /// What to show now.
    pub fn view(&self) -> View {
        let (shown, choices) = match &self.state {
            State::Find(s) => self.view_find(s),
            State::Decide(s) => self.view_decide(s),
            State::SignIn(s) => self.view_sign_in(s),
            State::Pin(s) => self.view_pin(s),
            State::HandOver(s) => self.view_hand_over(s),
            State::Wait(s) => self.view_wait(s),
            State::After(s) => self.view_after(s),
        };
        View { id: self.state.name(), shown, choices, printer: self.card(), away: !self.world.online }
    }

    fn card(&self) -> Option<Card> {
        let chosen = self.world.chosen.as_ref()?;
        let (name, model) = (self.world.chosen_name(), chosen.identity.model.clone());
        Some(Card { number: 0, name, model, identity: chosen.identity.clone() })
    }

    fn clock(&self, timer: Timer, total: std::time::Duration) -> Option<Clock> {
        self.timers.get(timer).map(|ends_at| Clock { ends_at, total })
    }

    fn pin_clock(&self) -> Option<Clock> {
        self.clock(Timer::PrinterWalk, self.knowledge.timings.printer_walk)
    }

    fn view_find(&self, state: &Find) -> (Shown, Vec<Choice>) {
        match state {
            Find::Searching { problem } => {
                let world = &self.world;
                let number = |key: &String| world.numbers.get(key).copied().unwrap_or(0);
                let printers: Vec<Card> = world
                    .printers
                    .iter()
                    .map(|f| Card {
                        number: number(&f.key),
                        name: f.name.clone(),
                        model: f.identity.model.clone(),
                        identity: f.identity.clone(),
                    })
                    .collect();
                let choices =
                    printers.iter().map(|c| Choice::Printer(c.number)).chain([Choice::TypeAddress]).collect();
                let shown = Shown::Searching {
                    printers,
                    nothing_found: world.nothing_found,
                    trouble: world.browse_trouble,
                    problem: *problem,
                };
                (shown, choices)
            }
            Find::Address { problem } => {
                (Shown::Address { problem: *problem }, vec![Choice::Ask, Choice::Back])
            }
            Find::Asking { .. } => (Shown::Asking, vec![Choice::Back]),
        }
    }

    fn view_decide(&self, state: &Decide) -> (Shown, Vec<Choice>) {
        match state {
            // No way leads on from here: an answer over the Wi-Fi that it has already would pass for a new join.
            Decide::AlreadyOnline { wifi: true } => {
                (Shown::AlreadyOnline { wifi: true }, vec![Choice::Done, Choice::Back])
            }
            Decide::AlreadyOnline { wifi: false } => {
                (Shown::AlreadyOnline { wifi: false }, vec![Choice::Connect, Choice::Done, Choice::Back])
            }
            Decide::Learning { .. } => (Shown::Learning, vec![Choice::Back]),
            Decide::Choosing => {
                let plan = current_plan(self);
                let ways = plan.offered.iter().map(|(way, _)| Choice::Way(*way));
                let choices = ways.chain([Choice::LookAgain, Choice::Back]).collect();
                (Shown::Ways { plan }, choices)
            }
        }
    }

    fn view_sign_in(&self, state: &SignIn) -> (Shown, Vec<Choice>) {
        match state {
            SignIn::Typing { then, problem } => {
                let to_close = *then == Then::Undo;
                let clock = self.pin_clock().filter(|_| *then == Then::SendPin);
                let shown =
                    Shown::SignIn { router: self.world.router.clone(), problem: *problem, to_close, clock };
                let by_hand = (!to_close).then_some(Choice::CannotSignIn);
                (shown, [Choice::SignIn].into_iter().chain(by_hand).chain([Choice::Back]).collect())
            }
            SignIn::Asking { .. } => (Shown::SigningIn, vec![Choice::Back]),
        }
    }

    fn view_pin(&self, state: &PinState) -> (Shown, Vec<Choice>) {
        match state {
            PinState::Reading { .. } => (Shown::ReadingPin, vec![Choice::Back]),
            PinState::Typing { why, problem } => {
                let readable =
                    self.world.chosen.as_ref().is_some_and(|c| matches!(c.pin, PinOffer::Resource { .. }));
                let again = (readable && why.is_some()).then_some(Choice::ReadAgain);
                let choices = [Choice::UsePin].into_iter().chain(again).chain([Choice::Back]).collect();
                (Shown::TypePin { why: *why, problem: *problem }, choices)
            }
            PinState::Digits { four, eight } => {
                let shown =
                    Shown::Digits { four: four.clone(), eight: eight.clone(), clock: self.pin_clock() };
                (shown, vec![Choice::EightDigits, Choice::FourDigits, Choice::Back])
            }
        }
    }

    fn view_hand_over(&self, state: &HandOver) -> (Shown, Vec<Choice>) {
        match state {
            HandOver::Sending { .. } => (Shown::SendingPin { clock: self.pin_clock() }, vec![Choice::Back]),
            HandOver::ByPerson { instead } => {
                let shown = Shown::RouterPage {
                    pin: self.world.pin.clone(),
                    clock: self.pin_clock(),
                    router: self.world.router.clone(),
                    instead: *instead,
                    not_granted: self.world.not_granted,
                };
                (shown, vec![Choice::Entered, Choice::ReadAgain, Choice::Back])
            }
        }
    }

    fn view_wait(&self, wait: &Wait) -> (Shown, Vec<Choice>) {
        let shown = Shown::Waiting {
            clock: self.pin_clock().or_else(|| self.clock(Timer::Join, self.knowledge.timings.join)),
            slow: wait.slow,
            walk_over: wait.walk_over,
            word: wait.word,
            overdue: wait.overdue,
            seen: wait.seen,
            hint: wait.hint.clone(),
            cable: self.world.chosen.as_ref().is_some_and(|c| c.link == Some(Link::Cable)),
        };
        let asked = wait.hint.as_ref().map(|_| [Choice::ThatIsMine, Choice::NotMine]);
        (shown, asked.into_iter().flatten().chain([Choice::Back]).collect())
    }

    fn view_after(&self, after: &After) -> (Shown, Vec<Choice>) {
        match after {
            After::Joined { proof } => {
                (Shown::Joined { proof: proof.clone() }, vec![Choice::Done, Choice::AnotherPrinter])
            }
            After::Failed { reason } => {
                let times = self.world.journal.failures(*reason);
                (
                    Shown::Failed { reason: *reason, times },
                    vec![Choice::TryAgain, Choice::Back, Choice::Leave],
                )
            }
            After::Unknown { check } => {
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
