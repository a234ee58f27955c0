//! Gets an HP printer onto the home Wi-Fi.
//!
//! [`session::Session`] is what every UI holds: it finds the printer, decides with the person which way in works,
//! carries the WPS device PIN from the printer to the router and says from evidence what happened. The rooms and who
//! may know whom stand in `ARCHITECTURE.md`.
#![deny(missing_docs)]

pub mod discovery;
pub mod guide;
pub mod identity;
pub mod knowledge;
pub mod net;
pub mod pin;
pub mod ports;
pub mod printer;
pub mod router;
pub mod secret;
pub mod session;
pub mod setup;
pub mod time;
