//! Writing: lines, a prompt, and a clock above it that is updated in place.

use std::io::{self, Write};

use inkjoin::guide::texts::Direction;

use crate::render::{fit, isolated, stripped, usable};
use crate::tty::{Echo, Tty};
use crate::words;

/// Keeps the cursor's place, goes to the line above the prompt's, and comes back: what is being typed stays as it is.
const TO_CLOCK: &str = "\u{1b}7\u{1b}[1A\r";
const BACK: &str = "\u{1b}[K\u{1b}8";
/// What is typed stays on one line, however long it is (DECAWM off): the clock is the line above the cursor only then.
/// What does not fit is shown in the last column; the line is taken whole.
const ONE_LINE: &str = "\u{1b}[?7l";
const MANY_LINES: &str = "\u{1b}[?7h";

/// Where the lines go.
pub struct Terminal<O: Write> {
    out: O,
    tty: Tty,
    direction: Direction,
    echo: Echo,
    prompt: Prompt,
}

#[derive(PartialEq, Eq)]
enum Prompt {
    None,
    Open,
    /// With this clock above it, in a terminal of so many columns.
    Clocked(String, usize),
}

impl<O: Write> Terminal<O> {
    pub fn new(out: O, tty: Tty) -> Self {
        Self { out, tty, direction: Direction::Ltr, echo: Echo::default(), prompt: Prompt::None }
    }

    /// As it is now: its size may have changed.
    pub fn tty(&self) -> Tty {
        self.tty.now()
    }

    /// Lines begin there from now on.
    pub fn directed(&mut self, direction: Direction) {
        self.direction = direction;
    }

    /// Marks of direction only where the language needs them and a screen can follow them. A pipe and a screen reader get
    /// the characters alone, in the order in which they are read.
    fn marked(&self, line: &str) -> String {
        if self.direction == Direction::Rtl && self.tty.cursor { isolated(line) } else { stripped(line) }
    }

    fn width(&self) -> usize {
        usable(self.tty().columns)
    }

    /// Prints lines, below the prompt when one is open.
    pub fn print(&mut self, lines: &[String]) -> io::Result<()> {
        if lines.is_empty() {
            return Ok(());
        }
        self.close_prompt()?;
        for line in lines {
            let line = self.marked(line);
            writeln!(self.out, "{line}")?;
        }
        self.out.flush()
    }

    /// Opens the prompt, below a clock when there is one.
    pub fn prompt(&mut self, clock: Option<String>) -> io::Result<()> {
        self.close_prompt()?;
        if let Some(clock) = clock.filter(|_| self.tty.cursor) {
            // The last column stays free: a line that fills the terminal wraps on some.
            let clock = fit(&clock, self.width().saturating_sub(1));
            let line = self.marked(&clock);
            write!(self.out, "{line}\n{ONE_LINE}")?;
            self.prompt = Prompt::Clocked(clock, self.width());
        } else {
            self.prompt = Prompt::Open;
        }
        write!(self.out, "{}", words::PROMPT)?;
        self.out.flush()
    }

    /// Hides what is typed into the prompt. `false` where it stays visible.
    pub fn hide(&mut self) -> bool {
        !self.tty.keyboard || self.echo.hide()
    }

    /// The prompt was answered. `shown` is what a keyboard would have echoed, and nothing else does.
    pub fn answered(&mut self, shown: &str) -> io::Result<()> {
        self.echo.show();
        self.end_prompt()?;
        if !self.tty.keyboard {
            let shown = stripped(&fit(shown, self.width().saturating_sub(words::PROMPT.len())));
            writeln!(self.out, "{shown}")?;
        }
        self.out.flush()
    }

    /// What is being typed is of no use any more.
    pub fn drop_line(&mut self) {
        self.echo.drop_line();
    }

    /// Draws the clock anew, if there is one and it shows something else now.
    pub fn tick(&mut self, clock: &str) -> io::Result<()> {
        let width = self.width();
        let now = fit(clock, width.saturating_sub(1));
        match &self.prompt {
            // Lines may have been broken anew, so nobody knows where the clock is.
            Prompt::Clocked(_, before) if *before != width => self.prompt(Some(clock.to_owned())),
            Prompt::Clocked(shown, _) if *shown != now => {
                let line = self.marked(&now);
                write!(self.out, "{TO_CLOCK}{line}{BACK}")?;
                self.prompt = Prompt::Clocked(now, width);
                self.out.flush()
            }
            _ => Ok(()),
        }
    }

    fn close_prompt(&mut self) -> io::Result<()> {
        if self.prompt != Prompt::None {
            self.end_prompt()?;
            writeln!(self.out)?;
        }
        Ok(())
    }

    fn end_prompt(&mut self) -> io::Result<()> {
        match std::mem::replace(&mut self.prompt, Prompt::None) {
            Prompt::Clocked(..) => write!(self.out, "{MANY_LINES}"),
            Prompt::None | Prompt::Open => Ok(()),
        }
    }
}

impl<O: Write> Drop for Terminal<O> {
    fn drop(&mut self) {
        self.echo.drop_line();
        // Nothing more can be done about a terminal that is gone.
        let _ = self.end_prompt().and_then(|()| self.out.flush());
    }
}
