//! The guided setup as a value: no clock, socket, thread, text or log in it.
//!
//! In go [`Setup::handle`] and [`Setup::handle_deadline`]; out come [`Setup::poll_order`], [`Setup::standing`],
//! [`Setup::deadline`] and [`Setup::view`]. `README.md` beside this file holds the diagram, the timers, the retries and
//! what each state restores to.
//!
//! # The law
//! * A refused input leaves everything as it was and is a typed [`Refused`].
//! * A late or repeated outcome does nothing and is no error.
//! * After each `handle` or `handle_deadline` the caller drains `poll_order` until `None`, applies the difference of
//!   `standing` and reads `deadline` again; it changes at no other time.
//! * Every state in which a person waits has a view that says what to show, until when, and what they may choose. Every
//!   state has a way back (save the first), a way on and an end.
//! * What changes something outside is ordered once; repeating it is decided here, never by the driver.

use std::collections::VecDeque;

use crate::knowledge::Knowledge;
use crate::time::Moment;

mod after;
mod certificate;
mod choice;
mod decide;
pub mod effect;
pub mod evidence;
mod find;
mod hand_over;
mod hop;
pub mod input;
pub mod journal;
mod listed;
mod model;
mod phases;
mod pin_phase;
pub mod plan;
mod push;
mod reason;
pub mod saved;
mod sheet;
mod shown;
mod sign_in;
pub mod state;
pub mod timers;
pub mod view;
mod wait;
mod which;
mod world;

pub use effect::{Ask, Effect, EffectId, Order, Standing, Undo};
pub use input::{Answers, Choice, Found, Input, Outcome, Refused};
pub use listed::Key;
pub use saved::{RestoreError, Saved};
pub use view::View;

use state::{After, State};
use timers::{Timer, TimerTable};
use world::World;

/// One guided setup. See the law in the module's text.
#[derive(Clone, Debug)]
pub struct Setup {
    knowledge: &'static Knowledge,
    state: State,
    world: World,
    timers: TimerTable,
    orders: VecDeque<Order>,
    next_effect: u64,
    generation: u64,
}

/// What a phase makes of an input: the next state, and whether the input was refused.
type Step = (State, Result<(), Refused>);

impl Setup {
    /// A setup at its first screen, the three doors.
    pub fn new(knowledge: &'static Knowledge, now: Moment) -> Self {
        let mut setup = Self::at(knowledge, State::default(), World::default());
        setup.world.journal.note(now, journal::Note::Started);
        setup
    }

    fn at(knowledge: &'static Knowledge, state: State, world: World) -> Self {
        Self {
            knowledge,
            state,
            world,
            timers: TimerTable::default(),
            orders: VecDeque::new(),
            next_effect: 1,
            generation: 0,
        }
    }

    /// Takes one input.
    ///
    /// # Errors
    /// [`Refused`]; then nothing has changed.
    pub fn handle(&mut self, input: Input, now: Moment) -> Result<(), Refused> {
        if let State::After(After::Ended { .. }) = self.state {
            return Err(Refused::Ended);
        }
        if let Input::Choose(choice, answers) = &input {
            self.check_choice(choice, answers)?;
        }
        if world::is_late(&self.state, &input) {
            return Ok(());
        }
        self.learn(&input, now);
        let before = self.state.clone();
        let state = std::mem::take(&mut self.state);
        let (next, result) = match (state, input) {
            (state, Input::Cancel) => after::close(self, &state, input::End::Cancelled, now),
            (State::Find(s), i) => find::handle(self, s, i, now),
            (State::Decide(s), i) => decide::handle(self, s, i, now),
            (State::Hop(s), i) => hop::handle(self, s, i, now),
            (State::SignIn(s), i) => sign_in::handle(self, s, i, now),
            (State::Pin(s), i) => pin_phase::handle(self, s, i, now),
            (State::HandOver(s), i) => hand_over::handle(self, s, i, now),
            (State::Push(s), i) => push::handle(self, s, i, now),
            (State::Wait(s), i) => wait::handle(self, s, i, now),
            (State::After(s), i) => after::handle(self, s, i, now),
        };
        self.enter(before, next, now);
        result
    }

    /// Takes the passing of time: handles every deadline that lies at or before `now`.
    pub fn handle_deadline(&mut self, now: Moment) {
        // Each round clears one timer, and the table has a fixed size; the bound only guards against a loop by mistake.
        for _ in 0..64 {
            let Some(timer) = self.timers.take_due(now) else { return };
            let before = self.state.clone();
            let state = std::mem::take(&mut self.state);
            let next = match state {
                State::Find(s) => find::deadline(self, s, timer, now),
                State::Decide(s) => decide::deadline(self, s, timer, now),
                State::Hop(s) => hop::deadline(self, s, timer, now),
                State::SignIn(s) => sign_in::deadline(self, s, timer, now),
                State::Pin(s) => pin_phase::deadline(self, s, timer, now),
                State::HandOver(s) => hand_over::deadline(self, s, timer, now),
                State::Push(s) => push::deadline(self, s, timer, now),
                State::Wait(s) => wait::deadline(self, s, timer, now),
                State::After(s) => after::deadline(self, s, timer, now),
            };
            self.enter(before, next, now);
        }
    }

    /// The next order for the driver, oldest first.
    pub fn poll_order(&mut self) -> Option<Order> {
        self.orders.pop_front()
    }

    /// When `handle_deadline` wants to be called next.
    pub fn deadline(&self) -> Option<Moment> {
        self.timers.next()
    }

    /// Everything that goes on: the driver starts and stops the difference to what it runs.
    pub fn standing(&self) -> Vec<Standing> {
        world::standing(&self.state, &self.world)
    }

    /// Changes with every change of state: the driver saves when it does.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// How the session ended, once it has.
    pub fn outcome(&self) -> Option<input::SessionOutcome> {
        match &self.state {
            State::After(After::Ended { outcome }) => Some(outcome.clone()),
            _ => None,
        }
    }

    /// What happened so far.
    pub fn journal(&self) -> &journal::Journal {
        &self.world.journal
    }

    fn check_choice(&self, choice: &Choice, answers: &Answers) -> Result<(), Refused> {
        let view = self.view();
        if !view.choices.contains(choice) {
            return Err(Refused::NotOffered);
        }
        match choice.needs().iter().find(|f| answers.get(**f).is_none()) {
            Some(field) => Err(Refused::MissingAnswer(*field)),
            None => Ok(()),
        }
    }

    /// Orders an effect; its outcome comes back under the id.
    fn ask(&mut self, ask: Ask, now: Moment) -> EffectId {
        let id = EffectId(self.next_effect);
        self.next_effect += 1;
        self.timers.set(Timer::Effect, now + ask.limit(&self.knowledge.timings));
        self.orders.push_back(Order::Do(Effect { id, network: ask.network(), ask }));
        id
    }

    /// Completes a change of state: effects and timers of the old state that the new one does not own end here, so that
    /// back, cancel and restore cannot leak one.
    fn enter(&mut self, before: State, next: State, _now: Moment) {
        let kept = next.effects();
        for id in before.effects().into_iter().filter(|id| !kept.contains(id)) {
            self.orders.retain(|o| !matches!(o, Order::Do(e) if e.id == id));
            // Ahead of what the new state orders: a PIN must not be sent after it was taken back.
            self.orders.push_front(Order::Stop(id));
        }
        self.timers.retain(next.timers());
        if !next.holds_pin() {
            self.world.pin = None;
        }
        if before != next {
            self.generation += 1;
        }
        self.state = next;
    }
}

#[cfg(test)]
mod tests;
