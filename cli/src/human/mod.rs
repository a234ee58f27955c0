//! The wizard for a person: screens one below the other, a prompt, nothing redrawn.

mod ask;
mod command;
mod terminal;
#[cfg(test)]
mod tests;
mod typed;

use std::io::{self, Write};
use std::time::Duration;

use inkjoin::guide::Screen;
use tokio::time::Instant;

use crate::interrupts::{Ended, Interrupts};
use crate::lines::{Line, Lines};
use crate::render::{self, Clock, Look};
use crate::tty::Tty;
use crate::wizard::{Answers, Wizard};
use crate::words;
use ask::Ask;
use terminal::Terminal;

/// A clock is looked at so often, in real time.
const LOOK: Duration = Duration::from_millis(200);
/// An answer that brought no new screen for so long changed nothing. Four screens come in a second at most.
const NO_NEWS: Duration = Duration::from_millis(1500);

/// The wizard in a terminal.
pub struct Human<'a, W, O> {
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
}

impl<'a, W: Wizard, O: Write> Human<'a, W, O> {
    pub fn new(wizard: &'a W, lines: Lines, out: O, tty: Tty, defaults: Answers) -> Self {
        Self {
            wizard,
            lines,
            out: Terminal::new(out, tty),
            defaults,
            screen: None,
            clock: None,
            looked_ms: 0,
            ask: Ask::Nothing,
            held: None,
            interrupted: false,
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
        let same = before.as_ref().filter(|before| before.id == screen.id);
        self.clock = Clock::of(screen);
        self.looked_ms = self.wizard.now_ms();
        let first = before.is_none();
        let answered = matches!(self.ask, Ask::Sent { .. });
        let lines = self.draw(|look| match same.map(|before| render::changes(before, screen, look)) {
            // The same mistake as before: it is said again, or the answer would seem lost.
            Some(none) if none.is_empty() && answered => render::again(screen, look),
            Some(changes) => changes,
            None => render::screen(screen, look),
        });
        if same.is_none() && self.ask.is_field() {
            self.out.drop_line();
            self.say(words::DROPPED)?;
            self.ask = Ask::Nothing;
        }
        let news = !lines.is_empty() || !matches!(self.ask, Ask::Choice | Ask::Field { .. });
        self.out.print(&lines)?;
        if first {
            self.out.print(&[String::new()])?;
            self.say(words::HELP)?;
        }
        if news { self.ask_again() } else { Ok(()) }
    }

    /// The lines of a drawing, made for this terminal now.
    fn draw(&self, drawing: impl FnOnce(&Look<'_>) -> Vec<String>) -> Vec<String> {
        let tty = self.out.tty();
        let reveal = |id| self.wizard.reveal(id);
        drawing(&Look::new(tty.columns, tty.colour, &reveal).clock(tty.cursor, self.wizard.now_ms()))
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
                Some(mark) if !self.out.tty().cursor => self.say_and_ask(mark)?,
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
