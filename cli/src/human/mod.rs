//! The wizard for a person: screens one below the other, a prompt, nothing redrawn.

mod ask;
mod command;
mod pages;
mod terminal;
#[cfg(test)]
mod tests;
mod typed;

use std::collections::VecDeque;
use std::io::{self, Write};
use std::time::Duration;

use inkjoin::guide::Screen;
use tokio::time::Instant;

use crate::interrupts::{Ended, Interrupts};
use crate::lines::{Line, Lines};
use crate::render::{self, Clock, Look};
use crate::tty::Tty;
use crate::wizard::{Answers, Wizard};
use crate::words::{self, Word, Words};
use ask::Ask;
use terminal::Terminal;

/// A clock is looked at so often, in real time.
const LOOK: Duration = Duration::from_millis(200);
/// An answer that brought no new screen for so long changed nothing. Four screens come in a second at most.
const NO_NEWS: Duration = Duration::from_millis(1500);

/// The wizard in a terminal.
pub struct Human<'a, W, O: Write> {
    wizard: &'a W,
    lines: Lines,
    out: Terminal<O>,
    /// What an empty line takes in a field; only in the lab.
    defaults: Answers,
    screen: Option<Screen>,
    clock: Option<Clock>,
    looked_ms: u64,
    ask: Ask,
    /// A line of a pipe that came before the screen that it is for.
    held: Option<Line>,
    interrupted: bool,
    words: Words,
    /// Parts of the screen that have not been shown yet.
    rest: VecDeque<Vec<String>>,
    /// So many parts there are in all.
    parts: usize,
    /// The next revision is drawn whole, as after a change of language.
    anew: bool,
}

impl<'a, W: Wizard, O: Write> Human<'a, W, O> {
    pub fn new(wizard: &'a W, lines: Lines, out: O, tty: Tty, defaults: Answers, words: Words) -> Self {
        let mut out = Terminal::new(out, tty);
        out.directed(words.direction());
        Self {
            wizard,
            lines,
            out,
            defaults,
            screen: None,
            clock: None,
            looked_ms: 0,
            ask: Ask::Nothing,
            held: None,
            interrupted: false,
            words,
            rest: VecDeque::new(),
            parts: 0,
            anew: false,
        }
    }

    /// From the first screen to the last.
    ///
    /// # Errors
    /// The output is gone; the session has been told to end.
    pub async fn run(mut self, interrupts: &mut Interrupts) -> io::Result<Ended> {
        loop {
            match self.step(interrupts).await {
                Ok(None) => {}
                Ok(Some(ended)) => return Ok(ended),
                Err(fault) => {
                    self.wizard.cancel();
                    return Err(fault);
                }
            }
        }
    }

    async fn step(&mut self, interrupts: &mut Interrupts) -> io::Result<Option<Ended>> {
        let (wizard, after) = (self.wizard, self.revision());
        let wake = self.wake();
        tokio::select! {
            biased;
            () = interrupts.next() => {
                if std::mem::replace(&mut self.interrupted, true) {
                    return Ok(Some(Ended::Interrupted));
                }
                self.leave(words::LEAVING)?;
            }
            next = wizard.next_screen(after) => match next {
                Some(screen) => self.show(screen)?,
                None => return Ok(Some(Ended::Over)),
            },
            line = self.lines.next() => self.take(line)?,
            () = tokio::time::sleep_until(wake.unwrap_or_else(Instant::now)), if wake.is_some() => self.look()?,
        }
        Ok(None)
    }

    fn revision(&self) -> u64 {
        self.screen.as_ref().map_or(0, |screen| screen.revision)
    }

    fn wake(&self) -> Option<Instant> {
        let no_news = if let Ask::Sent { until } = self.ask { Some(until) } else { None };
        self.clock.as_ref().map(|_| Instant::now() + LOOK).into_iter().chain(no_news).min()
    }

    /// A new screen, or a new revision of the one that is there.
    fn show(&mut self, screen: Screen) -> io::Result<()> {
        let before = self.screen.replace(screen);
        let Some(screen) = &self.screen else { return Ok(()) };
        let new_id = before.as_ref().is_none_or(|before| before.id != screen.id);
        // In the middle of a screen that is shown in parts, what is left of it may be out of date.
        let whole = std::mem::take(&mut self.anew) || new_id;
        let same = before.as_ref().filter(|_| !whole);
        self.clock = Clock::of(screen);
        self.looked_ms = self.wizard.now_ms();
        let first = before.is_none();
        let answered = matches!(self.ask, Ask::Sent { .. });
        let in_parts = !self.rest.is_empty();
        let (lines, whole) =
            self.draw(|look| match same.map(|before| render::changes(before, screen, look)) {
                // The same mistake as before: it is said again, or the answer would seem lost.
                Some(none) if none.is_empty() && answered => (render::again(screen, look), false),
                Some(changes) if changes.is_empty() || !in_parts => (changes, false),
                _ => (render::screen(screen, look), true),
            });
        if new_id && self.ask.is_field() {
            self.out.drop_line();
            self.say_word(words::DROPPED)?;
            self.ask = Ask::Nothing;
        }
        let news = !lines.is_empty() || !matches!(self.ask, Ask::Choice | Ask::Field { .. });
        if whole {
            self.print_whole(lines, first)?;
        } else {
            self.out.print(&lines)?;
        }
        if news { self.ask_again() } else { Ok(()) }
    }

    /// The lines of a drawing, made for this terminal now.
    fn draw<T>(&self, drawing: impl FnOnce(&Look<'_>) -> T) -> T {
        let tty = self.out.tty();
        let reveal = |id| self.wizard.reveal(id);
        let look = Look::new(tty.columns, tty.colour, &self.words, &reveal).rows(tty.rows);
        drawing(&look.clock(tty.cursor, self.wizard.now_ms()))
    }

    fn say_word(&mut self, word: Word) -> io::Result<()> {
        self.say(&self.words.get(word))
    }

    fn say(&mut self, text: &str) -> io::Result<()> {
        let lines = self.draw(|look| look.say(text));
        self.out.print(&lines)
    }

    /// Follows the clock; shows the choices again when an answer changed nothing.
    fn look(&mut self) -> io::Result<()> {
        if let Some(clock) = self.clock.clone() {
            let (before, now) = (self.looked_ms, self.wizard.now_ms());
            self.looked_ms = now;
            match clock.due(before, now) {
                Some(mark) if !self.out.tty().cursor => self.say_and_ask(&mark)?,
                _ => self.out.tick(&clock.line(now))?,
            }
        }
        match (&self.ask, &self.screen) {
            (Ask::Sent { until }, Some(screen)) if Instant::now() >= *until => {
                let lines = self.draw(|look| render::again(screen, look));
                self.out.print(&lines)?;
                self.ask = Ask::Nothing;
                self.ask_again()
            }
            _ => Ok(()),
        }
    }
}
