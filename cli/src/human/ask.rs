//! What the prompt asks for, and what becomes of the answers.

use std::io::{self, Write};

use tokio::time::Instant;

use super::Human;
use super::command::Question;
use crate::render::waits_for_person;
use crate::wizard::{Answers, Wizard};
use crate::words;

/// What the next line is for.
pub enum Ask {
    /// Nothing is asked.
    Nothing,
    /// One of the choices.
    Choice,
    /// The next field that a choice needs.
    Field {
        /// The choice.
        choice: String,
        /// Still to be asked, the last one first.
        open: Vec<Question>,
        /// So far.
        answers: Answers,
    },
    /// A choice was taken; a new screen is about to come.
    Sent {
        /// When none has come until then, nothing has changed.
        until: Instant,
    },
}

impl Ask {
    pub fn is_field(&self) -> bool {
        matches!(self, Ask::Field { .. })
    }
}

impl<W: Wizard, O: Write> Human<'_, W, O> {
    /// Opens the prompt for what is asked now; takes up a line that was held for it.
    pub(super) fn ask_again(&mut self) -> io::Result<()> {
        let Some(screen) = &self.screen else { return Ok(()) };
        if screen.choices.is_empty() {
            self.ask = Ask::Nothing;
            return Ok(());
        }
        if let Ask::Field { choice, .. } = &self.ask
            && !screen.choices.iter().any(|known| known.id == *choice)
        {
            self.ask = Ask::Nothing;
        }
        if self.ask.is_field() {
            return self.ask_field();
        }
        let asks = waits_for_person(screen);
        self.ask = Ask::Choice;
        if let Some(held) = self.held.take() {
            self.open_prompt(asks)?;
            return self.take(held);
        }
        self.say_more()?;
        self.open_prompt(asks)?;
        self.lines.want();
        Ok(())
    }

    /// A pipe is shown a prompt only where its line is taken.
    fn open_prompt(&mut self, asks: bool) -> io::Result<()> {
        if !asks && !self.out.tty().keyboard {
            return Ok(());
        }
        let clock = self.clock.as_ref().map(|clock| clock.line(self.wizard.now_ms()));
        self.out.prompt(clock)
    }

    pub(super) fn say_and_ask(&mut self, text: &str) -> io::Result<()> {
        self.say(text)?;
        match self.ask {
            Ask::Choice | Ask::Field { .. } => {
                self.open_prompt(self.screen.as_ref().is_some_and(waits_for_person))
            }
            Ask::Nothing | Ask::Sent { .. } => Ok(()),
        }
    }

    pub(super) fn ask_field(&mut self) -> io::Result<()> {
        let Ask::Field { open, .. } = &self.ask else { return Ok(()) };
        let Some(question) = open.last().cloned() else { return self.submit() };
        let default = match self.defaults.get(&question.field) {
            Some(_) if question.secret => self.words.lab_value(None),
            Some(value) => self.words.lab_value(Some(value.reveal())),
            None if question.value.is_empty() => String::new(),
            None => self.words.default_value(&question.value),
        };
        self.say(&format!("{} {default}", question.text))?;
        self.open_prompt(true)?;
        if question.secret && !self.out.hide() {
            self.say_word(words::VISIBLE)?;
            self.open_prompt(true)?;
        }
        self.lines.want();
        Ok(())
    }
}
