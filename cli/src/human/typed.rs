//! What becomes of a line that was typed.

use std::io::{self, Write};

use inkjoin::secret::Secret;
use inkjoin::session::{ChooseError, Chosen};
use tokio::time::Instant;
use zeroize::Zeroizing;

use super::ask::Ask;
use super::command::{self, Command};
use super::{Human, NO_NEWS};
use crate::lines::Line;
use crate::render::{self, waits_for_person};
use crate::wizard::{Answers, Wizard};
use crate::words::{self, Word, Words};

impl<W: Wizard, O: Write> Human<'_, W, O> {
    pub(super) fn take(&mut self, line: Line) -> io::Result<()> {
        // People in front of a keyboard see which screen is there; a pipe does not, so its lines wait for one that asks.
        let patient = !self.out.tty().keyboard && !self.ask.is_field();
        if let Some(screen) = self.screen.as_ref().filter(|_| patient) {
            let asks = waits_for_person(screen);
            let now = match &line {
                Line::Text(text) if command::is_plain(text, screen) => true,
                Line::Text(text) if text.trim().is_empty() => asks && render::usual(screen).is_some(),
                _ => asks,
            };
            if !now {
                self.held = Some(line);
                return Ok(());
            }
        }
        match line {
            Line::End => self.leave(words::LEAVING),
            Line::Bad => {
                self.out.answered("")?;
                self.say_word(words::BAD_LINE)?;
                self.ask_again()
            }
            Line::Text(text) => self.typed(&text),
        }
    }

    /// Ends the session; its closing screens follow.
    pub(super) fn leave(&mut self, why: Word) -> io::Result<()> {
        self.out.drop_line();
        self.say_word(why)?;
        self.rest.clear();
        self.ask = Ask::Nothing;
        self.wizard.cancel();
        Ok(())
    }

    /// A line of text, for whatever is asked now.
    fn typed(&mut self, text: &Zeroizing<String>) -> io::Result<()> {
        match &self.ask {
            Ask::Field { .. } => self.answer(text),
            _ => self.command(text),
        }
    }

    fn answer(&mut self, text: &Zeroizing<String>) -> io::Result<()> {
        let Ask::Field { open, answers, .. } = &mut self.ask else { return Ok(()) };
        let Some(question) = open.pop() else { return self.submit() };
        let default = || {
            self.defaults.get(&question.field).cloned().unwrap_or_else(|| Secret::new(question.value.clone()))
        };
        let answer = if text.is_empty() { default() } else { Secret::new(text.as_str()) };
        answers.insert(question.field.clone(), answer);
        self.out.answered(if question.secret { "" } else { text })?;
        self.ask_field()
    }

    fn command(&mut self, text: &str) -> io::Result<()> {
        if !self.rest.is_empty() && text.trim().is_empty() {
            self.out.answered("")?;
            return self.next_part();
        }
        let Some(screen) = &self.screen else { return Ok(()) };
        let command = command::read(text, screen);
        // A line that is no choice may be a password that came too late.
        let shown = if matches!(command, Command::Unknown | Command::Fill { .. }) { "" } else { text };
        self.out.answered(shown)?;
        match command {
            Command::Choose(id) => self.choose(id),
            Command::Leave => {
                self.rest.clear();
                self.wizard.cancel();
                self.ask = Ask::Sent { until: Instant::now() + NO_NEWS };
                Ok(())
            }
            Command::Show => {
                let lines = self.draw(|look| render::screen(screen, look));
                self.print_whole(lines, true)?;
                self.ask_again()
            }
            Command::Fill { choice, field } => {
                self.rest.clear();
                let answers = Answers::from([(field, Secret::new(text))]);
                self.ask = Ask::Field { choice, open: Vec::new(), answers };
                self.submit()
            }
            Command::Language(Some(tag)) => self.speak(tag),
            Command::Language(None) => {
                self.say(&self.words.languages())?;
                self.ask_again()
            }
            Command::NoUsual => self.refuse(words::NO_USUAL),
            Command::Unknown => self.refuse(words::NO_CHOICE),
        }
    }

    /// Goes on in another language: the screen comes again in it. One whose texts are damaged is left alone.
    fn speak(&mut self, tag: &str) -> io::Result<()> {
        if let (Ok(words), Ok(())) = (Words::new(tag), self.wizard.set_locale(tag)) {
            self.out.directed(words.direction());
            (self.words, self.anew) = (words, true);
        }
        self.ask = Ask::Sent { until: Instant::now() + NO_NEWS };
        Ok(())
    }

    fn refuse(&mut self, why: Word) -> io::Result<()> {
        self.say_word(why)?;
        self.ask = Ask::Nothing;
        self.ask_again()
    }

    fn choose(&mut self, id: String) -> io::Result<()> {
        self.rest.clear();
        let Some(screen) = &self.screen else { return Ok(()) };
        let found = screen.choices.iter().find(|choice| choice.id == id);
        let mut open = found.map(|choice| command::questions(screen, choice)).unwrap_or_default();
        open.reverse();
        self.ask = Ask::Field { choice: id, open, answers: Answers::new() };
        self.ask_field()
    }

    pub(super) fn submit(&mut self) -> io::Result<()> {
        let sent = Ask::Sent { until: Instant::now() + NO_NEWS };
        let Ask::Field { choice, answers, .. } = std::mem::replace(&mut self.ask, sent) else {
            return Ok(());
        };
        match self.wizard.choose(Some(self.revision()), &choice, &answers) {
            Ok(Chosen::Accepted) | Err(ChooseError::Ended) => Ok(()),
            // The newest screen is about to be shown, and with it its prompt.
            Ok(Chosen::Stale) => self.say_word(words::STALE),
            Err(ChooseError::UnknownChoice) => self.refuse(words::NO_CHOICE),
            Err(ChooseError::MissingAnswer(_)) => self.refuse(words::MISSING),
            Err(ChooseError::TooLong(_)) => self.refuse(words::TOO_LONG),
        }
    }
}
