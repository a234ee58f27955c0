//! The session of `inkjoin` for Kotlin, Swift and Python: the only crate that knows UniFFI. It converts and hands over, and
//! decides nothing.
//!
//! No function here panics: in Swift that would end the app. What may fail returns one of the errors in [`error`], whose docs
//! tell what the app does next.
#![deny(missing_docs)]

pub mod describe;
pub mod error;
pub mod facts;
pub mod log;
pub mod ports;
pub mod screen;
pub mod session;
pub mod text;

uniffi::setup_scaffolding!();
