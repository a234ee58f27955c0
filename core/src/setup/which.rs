//! Which of several printers of one model it is.

use super::plan::Way;

/// Which printer may be another one of its model, and what follows once the person has looked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The one of the list with this number; then it is asked.
    Tapped(u32),
    /// The chosen one, whose model was not known before it was asked; then what it told is gone by.
    Asked {
        /// It is on the network already: by Wi-Fi, otherwise by cable.
        online: Option<bool>,
    },
    /// The chosen one, whose twin was not known before; then this way is gone.
    Way(Way),
}
