//! From a typed view, the knowledge and a language to the screen that a person sees and hears.

pub mod draw;
pub mod screen;
pub mod texts;

pub use draw::{Guide, Secrets, announce};
pub use screen::Screen;
