//! One printer, asked without a session.

use inkjoin::net::LocalAddr;
use inkjoin::printer::{Link, NotOurs, PinOffer, PrinterReport};
use inkjoin::session::{Hub, describe};

use crate::error::DescribeError;
use crate::facts::Trouble;
use crate::text::InputText;

/// What one printer said about itself. Nothing of it tells one printer from another of its model.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct PrinterDescription {
    /// Make and model, such as `HP LaserJet Pro M1217nfw`; empty when it does not say.
    pub model: String,
    /// Product number, such as `CE844A`. Absent when it does not say.
    pub product: Option<String>,
    /// Whether its own web pages tell the PIN.
    pub pin: PinOnPages,
    /// The interface that this answer came through. Absent when it does not say.
    pub asked_through: Option<Link>,
    /// Whether its Wi-Fi is joined to a network. Absent when it does not say.
    pub wifi_joined: Option<bool>,
    /// Whether it has a display. Absent when it does not say.
    pub display: Option<bool>,
    /// It answers while it sleeps.
    pub asleep: bool,
}

/// Whether a printer's web pages tell its PIN. Found out, never promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum PinOnPages {
    /// There is a resource for it.
    Offered,
    /// There is none.
    NotOffered,
    /// It could not be found out.
    Unknown {
        /// What was met.
        trouble: Trouble,
    },
}

/// An interface of a printer.
#[uniffi::remote(Enum)]
pub enum Link {
    /// Joined to a Wi-Fi.
    Wifi,
    /// A network cable.
    Cable,
    /// Its own network.
    OwnNetwork,
    /// USB or something else.
    Other,
}

/// Asks the device at an address of the home network who it is, what it offers and how it is connected. Only reads; takes
/// up to some seconds. A wait that is given up ends the question.
///
/// Fails with `DescribeError`.
#[uniffi::export]
pub async fn describe_printer(address: InputText) -> Result<PrinterDescription, DescribeError> {
    let at = LocalAddr::parse(&address).map_err(|_| DescribeError::NotLocal)?;
    let hub = Hub::global().map_err(|_| DescribeError::NoResources)?;
    match describe(&hub, at).await.map_err(|_| DescribeError::NoResources)? {
        Ok(report) => Ok(report.into()),
        Err(NotOurs::AnotherDevice | NotOurs::AnotherPrinter) => Err(DescribeError::AnotherDevice),
        Err(NotOurs::Trouble(trouble)) => Err(DescribeError::NoAnswer { trouble: trouble.into() }),
    }
}

impl From<PrinterReport> for PrinterDescription {
    fn from(report: PrinterReport) -> Self {
        Self {
            model: report.identity.model.as_str().to_owned(),
            product: report.identity.product.map(|product| product.as_str().to_owned()),
            pin: match report.pin {
                PinOffer::Resource { .. } => PinOnPages::Offered,
                PinOffer::NotOffered => PinOnPages::NotOffered,
                PinOffer::Unknown(trouble) => PinOnPages::Unknown { trouble: trouble.into() },
            },
            asked_through: report.asked_through,
            wifi_joined: report.wifi_joined,
            display: report.display,
            asleep: report.asleep,
        }
    }
}
