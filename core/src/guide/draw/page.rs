//! The screen while it is being drawn.

use std::time::Duration;

use super::secrets::Secrets;
use super::words;
use crate::guide::screen::{Act, Block, FieldInput, Level, Mark, Step};
use crate::guide::texts::{Args, Texts};
use crate::knowledge::{Family, Knowledge};
use crate::pin::WpsPin;
use crate::setup::input::Field;
use crate::setup::view::{Clock, Road};
use crate::time::Moment;

/// Seconds left at which a clock speaks, and whether the phone taps as well.
const MARKS: [(u64, bool); 3] = [(60, false), (30, true), (10, false)];

/// Title and blocks so far, and what they are made of.
pub(super) struct Page<'a> {
    pub texts: &'a Texts,
    pub knowledge: &'a Knowledge,
    pub family: &'a Family,
    pub road: Road,
    pub title: String,
    pub blocks: Vec<Block>,
    pub act: Option<Act>,
    printer: String,
    secrets: &'a mut Secrets,
    now: Moment,
}

impl<'a> Page<'a> {
    pub fn new(
        texts: &'a Texts,
        knowledge: &'a Knowledge,
        family: &'a Family,
        printer: String,
        secrets: &'a mut Secrets,
        now: Moment,
    ) -> Self {
        let (title, blocks, act) = (String::new(), Vec::new(), None);
        let road = Road::default();
        Self { texts, knowledge, family, road, title, blocks, act, printer, secrets, now }
    }

    /// A message; `$printer` is in every one.
    pub fn t(&self, key: &str, args: &Args<'_>) -> String {
        let mut all = args.to_vec();
        all.push(("printer", self.printer.as_str().into()));
        self.texts.get(key, &all)
    }

    /// "2 minutes".
    pub fn length(&self, length: Duration) -> String {
        words::length(self.texts, length)
    }

    pub fn title(&mut self, key: &str) {
        self.title = self.t(key, &[]);
    }

    pub fn text(&mut self, key: &str) {
        self.text_with(key, &[]);
    }

    pub fn text_with(&mut self, key: &str, args: &Args<'_>) {
        let text = self.t(key, args);
        self.blocks.push(Block::Text { text });
    }

    pub fn notice(&mut self, level: Level, key: &str, args: &Args<'_>) {
        let text = self.t(key, args);
        self.blocks.push(Block::Notice { level, text });
    }

    /// Something goes on; how far it is nobody knows.
    pub fn progress(&mut self, key: &str) {
        let what = self.t(key, &[]);
        self.blocks.push(Block::Progress { what, done: 0, of: 0 });
    }

    pub fn step(&self, icon: &str, key: &str) -> Step {
        self.step_with(icon, key, &[])
    }

    pub fn step_with(&self, icon: &str, key: &str, args: &Args<'_>) -> Step {
        Step { text: self.t(key, args), icon: icon.to_owned(), keys: Vec::new(), light: None, usually: false }
    }

    pub fn steps(&mut self, steps: Vec<Step>) {
        if !steps.is_empty() {
            self.blocks.push(Block::Steps { steps });
        }
    }

    /// The PIN under its number.
    pub fn pin(&mut self, pin: &WpsPin, key: &str) {
        let label = self.t(key, &[]);
        self.blocks.push(Block::Pin { secret_id: self.secrets.keep(pin), label });
    }

    /// A clock that still runs, with what is said on its way.
    pub fn clock(&mut self, clock: Option<Clock>, key: &str) {
        let Some(clock) = clock.filter(|c| c.ends_at > self.now) else { return };
        let total_ms = u64::try_from(clock.total.as_millis()).unwrap_or(u64::MAX);
        let marks =
            MARKS.into_iter().filter(|(seconds, _)| seconds * 1000 < total_ms).map(|(seconds, haptic)| {
                Mark {
                    left_ms: seconds * 1000,
                    text: self
                        .t("clock-left", &[("length", self.length(Duration::from_secs(seconds)).into())]),
                    haptic,
                }
            });
        let marks = marks.collect();
        self.blocks.push(Block::Clock {
            ends_at_ms: clock.ends_at.0,
            total_ms,
            marks,
            label: self.t(key, &[]),
        });
    }

    /// The clock of the router's own window, if that is still open.
    pub fn window(&self, until: Option<Moment>) -> Option<Clock> {
        let total = self.knowledge.timings.router_window;
        until.filter(|at| *at > self.now).map(|ends_at| Clock { ends_at, total })
    }

    pub fn field(&mut self, field: Field, value: &str, problem: Option<String>) {
        let input = match field {
            Field::Address => FieldInput::Address,
            Field::User => FieldInput::Text,
            Field::Password => FieldInput::Password,
            Field::Pin => FieldInput::Digits,
        };
        let id = field.id();
        let (label, hint) = (self.t(&format!("field-{id}"), &[]), self.t(&format!("field-{id}-hint"), &[]));
        self.blocks.push(Block::Field {
            id: id.to_owned(),
            input,
            label,
            hint,
            value: value.to_owned(),
            problem,
        });
    }

    /// Something that the device can open for the person.
    pub fn act(&mut self, act: Act) {
        self.act = Some(act);
    }

    /// Said above all else.
    pub fn first(&mut self, level: Level, key: &str) {
        let text = self.t(key, &[]);
        self.blocks.insert(0, Block::Notice { level, text });
    }
}
