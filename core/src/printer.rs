//! Talking to one printer: who it is, what it can do, its PIN.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::identity::{Identity, Label};
use crate::net::http::Http;
use crate::net::{LocalAddr, Trouble};
use crate::pin::{PinNumber, PinProblem};

mod capabilities;
#[cfg(test)]
mod fake;
pub mod ipp;
pub mod ledm;
mod pages;
mod xml;

pub use pages::{NoPage, PageKind};

/// What one printer said about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrinterReport {
    /// Its marks and model.
    pub identity: Identity,
    /// Where it was asked.
    pub at: LocalAddr,
    /// Whether its EWS tells the WPS device PIN.
    pub pin: PinOffer,
    /// The interface through which this answer came, if the printer says so.
    pub asked_through: Option<Link>,
    /// Whether its Wi-Fi is joined to a network as a station.
    pub wifi_joined: Option<bool>,
    /// The SSID that its Wi-Fi is joined to.
    pub ssid: Option<Label>,
    /// Whether it has a display; `None` when it does not say.
    pub display: Option<bool>,
    /// It answers while it sleeps.
    pub asleep: bool,
    /// Which of its own pages it can be told to print, in [`PageKind`]'s order; none when it does not say.
    pub pages: Vec<PageKind>,
    /// Whether [`identify`] can make it noticed; `None` when it was not asked over IPP.
    pub identify: Option<bool>,
}

/// An interface of the printer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Link {
    /// Joined to a Wi-Fi as a station.
    Wifi,
    /// A network cable.
    Cable,
    /// Its own network: setup or Wi-Fi Direct access point.
    OwnNetwork,
    /// USB or something else.
    Other,
}

/// Whether the EWS tells the device PIN. Probed, never promised.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PinOffer {
    /// A resource with the element `WpsSession` and the method GET, or the path documented for old LaserJets. Reading it
    /// may make a new PIN and start the printer's WPS session.
    Resource {
        /// Absolute path on the EWS, such as `/IoMgmt/Adapters/wifi0/WPS/Pin`.
        path: String,
    },
    /// No such resource.
    NotOffered,
    /// It could not be found out.
    Unknown(Trouble),
}

/// Why reading the PIN gave none. The flow leads on to a PIN that the person reads.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, thiserror::Error, Serialize, Deserialize,
)]
pub enum NoPin {
    /// 401, 403, 404 or 405: this firmware does not offer it.
    #[error("not offered")]
    NotOffered,
    /// The printer says 0: no PIN now.
    #[error("no PIN now")]
    Empty,
    /// A number that is no device PIN.
    #[error("no device PIN: {0:?}")]
    Invalid(#[serde(skip)] PinProblemKind),
    /// No usable answer.
    #[error("{0}")]
    Trouble(Trouble),
}

/// [`PinProblem`] reduced to what a journal keeps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PinProblemKind {
    /// Too many digits.
    #[default]
    Length,
    /// The check digit does not fit.
    CheckDigit,
    /// Anything else.
    Other,
}

impl From<PinProblem> for PinProblemKind {
    fn from(problem: PinProblem) -> Self {
        match problem {
            PinProblem::Length { .. } => Self::Length,
            PinProblem::CheckDigit => Self::CheckDigit,
            PinProblem::Empty | PinProblem::NotDigits | PinProblem::Zeros | PinProblem::Example => {
                Self::Other
            }
        }
    }
}

/// Why an address is not a printer of ours. Nothing was changed there.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, thiserror::Error, Serialize, Deserialize,
)]
pub enum NotOurs {
    /// Another device answered: a router, a printer of another make, a computer.
    #[error("another device")]
    AnotherDevice,
    /// A printer of HP, but not the one that was chosen.
    #[error("another printer")]
    AnotherPrinter,
    /// Nothing usable answered.
    #[error("{0}")]
    Trouble(Trouble),
}

/// Asks `at` who it is (LEDM, then IPP, then the `Server` header), what it offers and how it is connected.
/// Only reads. `expected` is the printer that was chosen: another one is refused.
///
/// # Errors
/// [`NotOurs`], within `limit` in all.
pub async fn describe(
    http: &Http,
    at: LocalAddr,
    expected: Option<&Identity>,
    limit: Duration,
) -> Result<PrinterReport, NotOurs> {
    capabilities::describe(http, at, expected, limit).await
}

/// Reads the device PIN from a resource found by [`describe`]. One request: repeating it may make another PIN.
///
/// # Errors
/// [`NoPin`], within `limit`.
pub async fn read_pin(http: &Http, at: LocalAddr, path: &str, limit: Duration) -> Result<PinNumber, NoPin> {
    ledm::read_pin(http, at, path, limit).await
}

/// Why a printer did not make itself noticed.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, thiserror::Error, Serialize, Deserialize,
)]
pub enum NoIdentify {
    /// It does not know the operation, does not let us, or does not speak IPP.
    #[error("not offered")]
    NotOffered,
    /// No usable answer; it may have done it all the same. `Status(503)` also where it says over IPP that it is busy.
    #[error("{0}")]
    Trouble(Trouble),
}

/// Lets the printer make itself noticed (IPP's Identify-Printer): by its light, else as it chooses. At most two requests.
///
/// # Errors
/// [`NoIdentify`], within `limit` in all.
pub async fn identify(http: &Http, at: LocalAddr, limit: Duration) -> Result<(), NoIdentify> {
    ipp::talk::identify(http, at, limit).await
}

/// Lets the printer print one of the pages that it listed ([`PrinterReport::pages`]). One request, never repeated, since each
/// costs a sheet.
///
/// # Errors
/// [`NoPage`], within `limit`.
pub async fn print_page(http: &Http, at: LocalAddr, kind: PageKind, limit: Duration) -> Result<(), NoPage> {
    pages::print(http, at, kind, limit).await
}

/// What a printer answers when it is asked whether it has joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrinterAnswer {
    /// Who answers.
    pub identity: Identity,
    /// From where.
    pub at: LocalAddr,
    /// Through which interface, if it says so.
    pub through: Option<Link>,
    /// The SSID it is joined to, if it says so.
    pub ssid: Option<Label>,
}

/// Asks the printer at `at` who it is and through which interface it answers: LEDM's adapters, else IPP's
/// `printer-wifi-state`. Two or three small reads.
///
/// # Errors
/// [`Trouble`], within `limit` in all.
pub async fn ask_joined(http: &Http, at: LocalAddr, limit: Duration) -> Result<PrinterAnswer, Trouble> {
    capabilities::ask_joined(http, at, limit).await
}
