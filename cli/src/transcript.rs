//! What a person saw and chose, kept in a file for somebody who helps: at 80 columns, without PINs and without anything that
//! was typed.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use inkjoin::guide::Screen;
use inkjoin::knowledge::KnowledgeError;
use inkjoin::secret::Secret;
use inkjoin::session::{ChooseError, Chosen};
use inkjoin::setup::input::Field;

use crate::render::{self, Look, WIDEST};
use crate::wizard::{Answers, Wizard};
use crate::words::Words;

/// A wizard whose screens and choices are written down. A file that can't be written to any more ends nothing.
pub struct Recorded<'a, W> {
    wizard: &'a W,
    kept: Option<Mutex<Kept>>,
}

struct Kept {
    file: File,
    words: Words,
    screen: Option<Screen>,
}

impl<'a, W: Wizard> Recorded<'a, W> {
    /// Writes to `path`, when there is one; what stood there goes.
    ///
    /// # Errors
    /// The file can't be made.
    pub fn new(wizard: &'a W, path: Option<&Path>, words: Words) -> io::Result<Self> {
        let kept = |file| Mutex::new(Kept { file, words, screen: None });
        Ok(Self { wizard, kept: path.map(File::create).transpose()?.map(kept) })
    }

    fn keep(&self, write: impl FnOnce(&mut Kept) -> io::Result<()>) {
        let Some(kept) = &self.kept else { return };
        if write(&mut kept.lock().unwrap_or_else(PoisonError::into_inner)).is_err() {
            tracing::warn!("the transcript can't be written");
        }
    }
}

impl Kept {
    fn see(&mut self, screen: &Screen, now_ms: u64) -> io::Result<()> {
        let look = Look::new(WIDEST, false, &self.words, &|_| None).clock(false, now_ms);
        for line in render::screen(screen, &look) {
            writeln!(self.file, "{}", render::stripped(&line))?;
        }
        self.screen = Some(screen.clone());
        Ok(())
    }

    fn chosen(&mut self, id: &str, answers: &Answers) -> io::Result<()> {
        let choices = self.screen.iter().flat_map(|screen| &screen.choices);
        let label = choices.filter(|c| c.id == id).map(|c| c.label.as_str()).next().unwrap_or_default();
        writeln!(self.file, "> {label}")?;
        // A key that names no field may be anything that was typed.
        for field in Field::ALL.into_iter().filter(|field| answers.contains_key(field.id())) {
            writeln!(self.file, "> {}: …", field.id())?;
        }
        Ok(())
    }
}

impl<W: Wizard> Wizard for Recorded<'_, W> {
    async fn next_screen(&self, after: u64) -> Option<Screen> {
        let screen = self.wizard.next_screen(after).await;
        if let Some(screen) = &screen {
            let now = self.wizard.now_ms();
            self.keep(|kept| kept.see(screen, now));
        }
        screen
    }

    fn choose(&self, revision: Option<u64>, choice: &str, answers: &Answers) -> Result<Chosen, ChooseError> {
        let result = self.wizard.choose(revision, choice, answers);
        if result == Ok(Chosen::Accepted) {
            self.keep(|kept| kept.chosen(choice, answers));
        }
        result
    }

    fn cancel(&self) {
        self.wizard.cancel();
    }

    fn resumed(&self) {
        self.wizard.resumed();
    }

    fn network_changed(&self) {
        self.wizard.network_changed();
    }

    fn set_locale(&self, locale: &str) -> Result<(), KnowledgeError> {
        if let Ok(words) = Words::new(locale) {
            self.keep(|kept| {
                kept.words = words;
                Ok(())
            });
        }
        self.wizard.set_locale(locale)
    }

    fn reveal(&self, secret_id: u64) -> Option<Secret> {
        self.wizard.reveal(secret_id)
    }

    fn now_ms(&self) -> u64 {
        self.wizard.now_ms()
    }
}
