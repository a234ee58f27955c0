//! The part of a session that a terminal uses, so that the terminal can be tried without one.

use std::collections::BTreeMap;

use inkjoin::guide::Screen;
use inkjoin::knowledge::KnowledgeError;
use inkjoin::secret::Secret;
use inkjoin::session::{ChooseError, Chosen, Session};

/// What was typed, by field.
pub type Answers = BTreeMap<String, Secret>;

/// What a terminal draws and answers. Each method is as [`Session`]'s.
pub trait Wizard {
    /// The newest screen after a revision; `None` after the last.
    fn next_screen(&self, after: u64) -> impl Future<Output = Option<Screen>>;
    /// Takes a choice.
    ///
    /// # Errors
    /// The caller's mistakes.
    fn choose(&self, revision: Option<u64>, choice: &str, answers: &Answers) -> Result<Chosen, ChooseError>;
    /// Ends it all.
    fn cancel(&self);
    /// The program was stopped and goes on.
    fn resumed(&self);
    /// The machine's networks changed.
    fn network_changed(&self);
    /// Changes the language of the screens.
    ///
    /// # Errors
    /// A built-in file of texts is damaged.
    fn set_locale(&self, locale: &str) -> Result<(), KnowledgeError>;
    /// The digits of a PIN.
    fn reveal(&self, secret_id: u64) -> Option<Secret>;
    /// The clock that screens count in.
    fn now_ms(&self) -> u64;
}

impl Wizard for Session {
    fn next_screen(&self, after: u64) -> impl Future<Output = Option<Screen>> {
        Session::next_screen(self, after)
    }

    fn choose(&self, revision: Option<u64>, choice: &str, answers: &Answers) -> Result<Chosen, ChooseError> {
        Session::choose(self, revision, choice, answers)
    }

    fn cancel(&self) {
        Session::cancel(self);
    }

    fn resumed(&self) {
        Session::resumed(self);
    }

    fn network_changed(&self) {
        Session::network_changed(self);
    }

    fn set_locale(&self, locale: &str) -> Result<(), KnowledgeError> {
        Session::set_locale(self, locale)
    }

    fn reveal(&self, secret_id: u64) -> Option<Secret> {
        Session::reveal(self, secret_id)
    }

    fn now_ms(&self) -> u64 {
        Session::now_ms(self)
    }
}
