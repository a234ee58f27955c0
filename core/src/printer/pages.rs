//! The printer's own pages (LEDM `InternalPrint`): which ones it has, and printing one. The only thing that we write to a
//! printer over LEDM, and only these kinds: a cleaning page, for one, would cost ink.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::xml::{self, Named};
use crate::net::http::{Http, WriteTo};
use crate::net::{LocalAddr, Trouble};

/// Which pages there are.
pub(super) const CAPABILITIES: &str = "/DevMgmt/InternalPrintCap.xml";

const CAP: &str = "http://www.hp.com/schemas/imaging/con/ledm/internalprintcap/2008/03/21";
const DYN: &str = "http://www.hp.com/schemas/imaging/con/ledm/internalprintdyn/2008/03/21";
/// Where jobs go; the one place of [`WriteTo::InternalPrint`].
const JOBS: &str = "/DevMgmt/InternalPrintDyn.xml";
/// Job types looked at; a Smart Tank 750 lists 19.
const MAX_JOB_TYPES: usize = 200;

/// A page that the printer prints about itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PageKind {
    /// Wireless network test report: `wirelessNetworkPage`.
    WirelessTest,
    /// Network summary: `networkSummary`.
    NetworkSummary,
    /// Network configuration page: `networkDiagnosticPage`.
    NetworkConfiguration,
    /// Configuration page: `configurationPage`.
    Configuration,
}

impl PageKind {
    /// For reading a WPS PIN off paper, best first. Whether a page shows one depends on the model. `wifiDirectPinCodePage`
    /// is none of them: its PIN is Wi-Fi Direct's.
    pub const fn for_pin() -> [Self; 4] {
        [Self::WirelessTest, Self::NetworkSummary, Self::NetworkConfiguration, Self::Configuration]
    }

    /// For showing that it prints, best first: the page about the whole printer, then those about its network.
    pub const fn for_test() -> [Self; 4] {
        [Self::Configuration, Self::NetworkSummary, Self::NetworkConfiguration, Self::WirelessTest]
    }

    /// LEDM's name of the job.
    const fn job_type(self) -> &'static str {
        match self {
            Self::WirelessTest => "wirelessNetworkPage",
            Self::NetworkSummary => "networkSummary",
            Self::NetworkConfiguration => "networkDiagnosticPage",
            Self::Configuration => "configurationPage",
        }
    }

    fn document(self) -> String {
        let job = self.job_type();
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ipdyn:InternalPrintDyn xmlns:ipdyn=\"{DYN}\">\
             <ipdyn:JobType>{job}</ipdyn:JobType></ipdyn:InternalPrintDyn>"
        )
    }
}

/// Why a page was not printed.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, thiserror::Error, Serialize, Deserialize,
)]
pub enum NoPage {
    /// 401, 403, 404 or 405: not on this model, or only for its administrator.
    #[error("not offered")]
    NotOffered,
    /// 409 or 503: it is doing something else.
    #[error("busy")]
    Busy,
    /// 400: it does not print this page.
    #[error("refused")]
    Refused,
    /// No usable answer. The page may come all the same, unless it is [`Trouble::Unreachable`].
    #[error("{0}")]
    Trouble(Trouble),
}

/// The pages in `InternalPrintCap`, in order and each once. None where jobs would have to go to a place that we don't
/// write to.
///
/// # Errors
/// [`Trouble::Malformed`] or [`Trouble::TooLarge`].
pub(super) fn listed(body: &[u8]) -> Result<Vec<PageKind>, Trouble> {
    xml::read(body, |root| {
        let root = Some(root).filter(|r| r.is(CAP, "InternalPrintCap"))?;
        if root.text_of(CAP, "JobUrl").is_some_and(|url| url != JOBS) {
            return Some(Vec::new());
        }
        let types = root.one(CAP, "JobTypesSupport")?.all(DYN, "JobType").take(MAX_JOB_TYPES);
        let names: Vec<&str> = types.map(|job| job.text().unwrap_or_default().trim()).collect();
        let mut kinds: Vec<PageKind> =
            PageKind::for_pin().into_iter().filter(|kind| names.contains(&kind.job_type())).collect();
        kinds.sort_unstable();
        Some(kinds)
    })
}

pub(super) async fn print(http: &Http, at: LocalAddr, kind: PageKind, limit: Duration) -> Result<(), NoPage> {
    let answer = http.post(at, WriteTo::InternalPrint, kind.document().into_bytes(), limit).await;
    match answer.map_err(NoPage::Trouble)?.status {
        200 | 201 | 202 | 204 => Ok(()),
        400 => Err(NoPage::Refused),
        401 | 403 | 404 | 405 => Err(NoPage::NotOffered),
        409 | 503 => Err(NoPage::Busy),
        status => Err(NoPage::Trouble(Trouble::Status(status))),
    }
}

#[cfg(test)]
mod tests;
