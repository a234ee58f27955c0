//! Who a printer is, what it offers and how it is connected: LEDM, then IPP, then the `Server` header.
//!
//! Requests of [`describe`] for an LEDM printer: `ProductConfigDyn`, `Adapters`, `ProductStatusDyn`, the dtree and
//! `InternalPrintCap`, **five in all**; four when `Adapters` itself lists the PIN's resource; one more (six) where there is no
//! dtree but a manifest at its usual place; at most eight, where the manifest has to be looked up in the discovery tree.
//! Without LEDM: `ProductConfigDyn` and one or two of IPP. The PIN's own resource is never read here, since reading it may
//! start WPS.

use std::time::{Duration, Instant};

use super::ipp::{IppPrinter, WifiState};
use super::ledm::{self, AdapterInfo};
use super::{Link, NotOurs, PrinterAnswer, PrinterReport, pages};
use crate::identity::{Identity, Label};
use crate::net::http::{Answer, Http, ResourcePath};
use crate::net::{LocalAddr, Trouble};

mod identify;
mod offer;
#[cfg(test)]
mod tests;

use identify::{Who, identify, over_ipp};

/// The time that several requests share.
#[derive(Clone, Copy)]
pub(super) struct Budget(Instant);

impl Budget {
    pub fn new(limit: Duration) -> Self {
        Self(Instant::now() + limit)
    }

    pub fn left(self) -> Duration {
        self.0.saturating_duration_since(Instant::now())
    }

    /// For what may fail without harm: half of what is left, so that something is left.
    pub fn share(self) -> Duration {
        self.left() / 2
    }
}

pub(super) async fn describe(
    http: &Http,
    at: LocalAddr,
    expected: Option<&Identity>,
    limit: Duration,
) -> Result<PrinterReport, NotOurs> {
    let budget = Budget::new(limit);
    let who = identify(http, at, budget).await?;
    let mut report = PrinterReport {
        identity: Identity::default(),
        at,
        pin: super::PinOffer::NotOffered,
        asked_through: None,
        wifi_joined: None,
        ssid: None,
        display: None,
        asleep: false,
        pages: Vec::new(),
        identify: None,
    };
    match who {
        Who::Ledm(config) => {
            report.identity = config.identity;
            report.display = config.display;
            let adapters = get(http, at, ledm::ADAPTERS, budget.share()).await;
            take_adapters(&mut report, adapters.as_ref().ok());
            refuse_other(expected, &report.identity)?;
            report.asleep = get(http, at, ledm::PRODUCT_STATUS, budget.share())
                .await
                .is_ok_and(|a| ledm::xml_body(&a).and_then(ledm::is_asleep).unwrap_or(false));
            report.pin = offer::probe(http, at, &report.identity, adapters.ok().as_ref(), budget).await;
            report.pages = get(http, at, pages::CAPABILITIES, budget.share())
                .await
                .ok()
                .filter(|a| a.status == 200)
                .and_then(|a| ledm::xml_body(&a).and_then(pages::listed).ok())
                .unwrap_or_default();
        }
        Who::Ipp(printer) => {
            report.wifi_joined = printer.wifi.map(|state| state == WifiState::On);
            report.asked_through = through_wifi(&printer, at);
            report.ssid = joined_ssid(&printer);
            report.identify = printer.identify;
            report.identity = printer.identity;
        }
        Who::Header(identity) => report.identity = identity,
    }
    refuse_other(expected, &report.identity)?;
    Ok(report)
}

fn refuse_other(expected: Option<&Identity>, found: &Identity) -> Result<(), NotOurs> {
    let Some(expected) = expected else { return Ok(()) };
    // A differing MAC alone refuses nobody: a printer has one for each link, and records may have told the cable's.
    let certain = |i: &Identity| Identity { mac: None, ..i.clone() };
    let same = expected.same_device(found) == Some(true);
    let other = certain(expected).same_device(&certain(found)) == Some(false);
    if other && !same { Err(NotOurs::AnotherPrinter) } else { Ok(()) }
}

async fn get(http: &Http, at: LocalAddr, path: &'static str, limit: Duration) -> Result<Answer, Trouble> {
    http.get(at, &ResourcePath::ours(path), limit).await
}

fn take_adapters(report: &mut PrinterReport, answer: Option<&Answer>) {
    let Some(adapters) = answer.and_then(adapters_of) else { return };
    let station = adapters.iter().find(|a| a.link == Link::Wifi);
    report.identity.mac = station.and_then(|a| a.mac.clone());
    report.wifi_joined = station.map(|a| a.connected);
    report.ssid = station.filter(|a| a.connected).and_then(|a| a.ssid.clone());
    report.asked_through = adapters.iter().find(|a| a.current_request).map(|a| a.link);
}

fn adapters_of(answer: &Answer) -> Option<Vec<AdapterInfo>> {
    (answer.status == 200).then(|| ledm::xml_body(answer).and_then(ledm::adapters).ok()).flatten()
}

/// IPP does not say through which interface it answers; joined, with a network's name, and asked at a house address is as
/// near as it comes.
fn through_wifi(printer: &IppPrinter, at: LocalAddr) -> Option<Link> {
    (printer.wifi == Some(WifiState::On) && printer.ssid.is_some() && !at.is_setup()).then_some(Link::Wifi)
}

fn joined_ssid(printer: &IppPrinter) -> Option<Label> {
    printer.ssid.clone().filter(|_| printer.wifi == Some(WifiState::On))
}

pub(super) async fn ask_joined(
    http: &Http,
    at: LocalAddr,
    limit: Duration,
) -> Result<PrinterAnswer, Trouble> {
    let budget = Budget::new(limit);
    let who = identify(http, at, budget).await.map_err(|e| match e {
        NotOurs::Trouble(trouble) => trouble,
        NotOurs::AnotherDevice | NotOurs::AnotherPrinter => Trouble::Malformed,
    })?;
    let mut answer = PrinterAnswer { identity: Identity::default(), at, through: None, ssid: None };
    match who {
        Who::Header(identity) => answer.identity = identity,
        Who::Ipp(printer) => {
            answer.through = through_wifi(&printer, at);
            answer.ssid = joined_ssid(&printer);
            answer.identity = printer.identity;
        }
        Who::Ledm(config) => {
            answer.identity = config.identity;
            let adapters =
                get(http, at, ledm::ADAPTERS, budget.share()).await.ok().and_then(|a| adapters_of(&a));
            match adapters {
                Some(adapters) => take_through(&mut answer, &adapters),
                None => {
                    if let Ok(printer) = over_ipp(http, at, budget).await {
                        answer.through = through_wifi(&printer, at);
                        answer.ssid = joined_ssid(&printer);
                    }
                }
            }
        }
    }
    Ok(answer)
}

fn take_through(answer: &mut PrinterAnswer, adapters: &[AdapterInfo]) {
    let station = adapters.iter().find(|a| a.link == Link::Wifi);
    answer.identity.mac = station.and_then(|a| a.mac.clone());
    answer.through = adapters.iter().find(|a| a.current_request).map(|a| a.link);
    answer.ssid = station.filter(|a| a.connected).and_then(|a| a.ssid.clone());
}
