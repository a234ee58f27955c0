//! Hands over a screen of the same shape and size as the library's own, with nothing behind it: no session, task, port or
//! lock. What a call costs here is what UniFFI costs.
//!
//! The types have the fields and variants of the library's, in the same order; the benches compare the sizes.

mod content;
mod screen;

use std::collections::HashMap;
use std::sync::Arc;

pub use screen::*;

uniffi::setup_scaffolding!("toy_ffi");

/// What became of a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Chosen {
    Accepted,
    Stale,
}

#[derive(Clone, Debug, PartialEq, Eq, uniffi::Error)]
pub enum ChooseError {
    UnknownChoice,
    MissingAnswer { field: String },
}

impl std::fmt::Display for ChooseError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for ChooseError {}

/// A call without anything, for the first one.
#[uniffi::export]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// The screen of that many printers.
#[uniffi::export]
pub fn screen(printers: u32) -> Screen {
    content::screen(printers)
}

/// Holds one screen.
#[derive(uniffi::Object)]
pub struct Toy {
    screen: Screen,
}

#[uniffi::export]
impl Toy {
    #[uniffi::constructor]
    pub fn start(printers: u32) -> Arc<Self> {
        Arc::new(Self { screen: content::screen(printers) })
    }

    /// The screen, at once; none for a later revision.
    #[allow(clippy::unused_async)] // What is measured is the asynchronous call.
    pub async fn next_screen(&self, after: u64) -> Option<Screen> {
        (self.screen.revision > after).then(|| self.screen.clone())
    }

    /// As the library's: looks at the revision, the choice and its fields.
    pub fn choose(
        &self,
        revision: u64,
        choice: String,
        answers: HashMap<String, String>,
    ) -> Result<Chosen, ChooseError> {
        if revision != self.screen.revision {
            return Ok(Chosen::Stale);
        }
        let known = self.screen.choices.iter().find(|known| known.id == choice);
        let known = known.ok_or(ChooseError::UnknownChoice)?;
        match known.needs.iter().find(|field| !answers.contains_key(*field)) {
            Some(field) => Err(ChooseError::MissingAnswer { field: field.clone() }),
            None => Ok(Chosen::Accepted),
        }
    }
}
