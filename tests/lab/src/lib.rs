//! Virtual HP printers and virtual home routers on real loopback sockets, speaking the real protocols, described by
//! scenes. `README.md` has the format of scenes, the table of knobs, the verbs of the control socket and the modes of
//! the program.
//!
//! The lab depends on no crate of what is tested with it: parsers that both shared would agree about their own mistakes.

pub mod alone;
mod announce;
mod bed;
mod check;
mod clock;
mod control;
mod device;
mod device_scene;
mod error;
mod fault;
mod http;
mod info;
mod knob;
mod lab;
mod phone;
mod pin;
mod printer;
mod router;
mod router_scene;
mod scene;
mod scenes;

pub use error::LabError;
pub use fault::{CLASSES, Fault};
pub use info::{Canary, Info, PrinterInfo, RouterInfo};
pub use knob::Knob;
pub use lab::{Lab, Options};
pub use phone::Phone;
pub use scene::Scene;
