//! Hands over a screen of the same shape and size as the library's own, with nothing behind it: no session, task, port or
//! lock. What a call costs here is what UniFFI costs.
//!
//! It has each function, method, record and port of the library, written by the build from `bindings/api.txt`: loading either
//! means the same number of symbols, checksums and types, and a first call is compared with its like. What it lacks of the
//! library's public side are the doc comments.

mod content;
mod linked;

use std::collections::HashMap;
use std::sync::Arc;

pub use shapes::*;

uniffi::setup_scaffolding!("toy_ffi");

/// The library's public side, as build.rs wrote it.
mod shapes {
    #![allow(clippy::all, clippy::pedantic, dead_code, unused_variables)]

    /// An error without words.
    macro_rules! failure {
        ($name:ident) => {
            impl std::fmt::Debug for $name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str(stringify!($name))
                }
            }
            impl std::fmt::Display for $name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str(stringify!($name))
                }
            }
            impl std::error::Error for $name {}
        };
    }

    use crate::Toy;

    include!(concat!(env!("OUT_DIR"), "/shapes.rs"));

    impl From<uniffi::UnexpectedUniFFICallbackError> for PortError {
        fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
            Self::Failed
        }
    }
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
        if printers == linked::NEVER {
            linked::all(env!("CARGO_PKG_NAME"));
        }
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
        choice: InputText,
        answers: HashMap<InputText, InputText>,
    ) -> Result<Chosen, ChooseError> {
        if revision != self.screen.revision {
            return Ok(Chosen::Stale);
        }
        let known = self.screen.choices.iter().find(|known| known.id == choice.0);
        let known = known.ok_or(ChooseError::UnknownChoice)?;
        match known.needs.iter().find(|field| !answers.contains_key(&InputText((*field).clone()))) {
            Some(field) => Err(ChooseError::MissingAnswer { field: field.clone() }),
            None => Ok(Chosen::Accepted),
        }
    }
}
