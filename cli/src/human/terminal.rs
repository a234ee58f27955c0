//! Writing: lines, a prompt, and a clock above it that is updated in place.

use std::io::{self, Write};

use crate::render::fit;
use crate::tty::{Echo, Tty};
use crate::words;

/// Keeps the cursor's place, goes to the line above the prompt's, and comes back: what is being typed stays as it is.
const TO_CLOCK: &str = "\u{1b}7\u{1b}[1A\r";
const BACK: &str = "\u{1b}[K\u{1b}8";

/// Where the lines go.
pub struct Terminal<O> {
    out: O,
    tty: Tty,
    width: usize,
    echo: Echo,
    prompt: Prompt,
}

#[derive(PartialEq, Eq)]
enum Prompt {
    None,
    Open,
    /// With this clock above it.
    Clocked(String),
}

impl<O: Write> Terminal<O> {
    pub fn new(out: O, tty: Tty) -> Self {
        Self {
            out,
            tty,
            width: crate::render::usable(tty.columns),
            echo: Echo::default(),
            prompt: Prompt::None,
        }
    }

    pub fn tty(&self) -> Tty {
        self.tty
    }

    /// Prints lines, below the prompt when one is open.
    pub fn print(&mut self, lines: &[String]) -> io::Result<()> {
        if lines.is_empty() {
            return Ok(());
        }
        self.close_prompt()?;
        for line in lines {
            writeln!(self.out, "{line}")?;
        }
        self.out.flush()
    }

    /// Opens the prompt, below a clock when there is one.
    pub fn prompt(&mut self, clock: Option<String>) -> io::Result<()> {
        self.close_prompt()?;
        self.prompt = match clock.filter(|_| self.tty.cursor) {
            // The last column stays free: a line that fills the terminal wraps on some.
            Some(clock) => Prompt::Clocked(fit(&clock, self.width.saturating_sub(1))),
            None => Prompt::Open,
        };
        if let Prompt::Clocked(clock) = &self.prompt {
            writeln!(self.out, "{clock}")?;
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
        self.prompt = Prompt::None;
        if !self.tty.keyboard {
            writeln!(self.out, "{}", fit(shown, self.width.saturating_sub(words::PROMPT.len())))?;
        }
        self.out.flush()
    }

    /// What is being typed is of no use any more.
    pub fn drop_line(&mut self) {
        self.echo.drop_line();
    }

    /// Draws the clock anew, if there is one and it shows something else now.
    pub fn tick(&mut self, clock: &str) -> io::Result<()> {
        let now = fit(clock, self.width.saturating_sub(1));
        match &self.prompt {
            Prompt::Clocked(shown) if *shown != now => {
                write!(self.out, "{TO_CLOCK}{now}{BACK}")?;
                self.prompt = Prompt::Clocked(now);
                self.out.flush()
            }
            _ => Ok(()),
        }
    }

    fn close_prompt(&mut self) -> io::Result<()> {
        if self.prompt != Prompt::None {
            self.prompt = Prompt::None;
            writeln!(self.out)?;
        }
        Ok(())
    }
}

impl<O> Drop for Terminal<O> {
    fn drop(&mut self) {
        self.echo.drop_line();
    }
}
