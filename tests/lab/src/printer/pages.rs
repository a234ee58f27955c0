//! Pages that the printer prints when asked by HTTP, and its lamp.

use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};

use serde::Serialize;

use super::{Answer, Printer, Request};
use crate::scene::Start;

/// Of the document that asks for a page.
const NAMESPACE: &str = "http://www.hp.com/schemas/imaging/con/ledm/internalprintdyn/2008/03/21";

/// A printed page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Page {
    /// LEDM's job type.
    pub job: String,
    /// The WPS PIN on it.
    pub pin: Option<String>,
}

impl Printer {
    /// What was printed so far.
    pub fn pages(&self) -> Vec<Page> {
        self.paper.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// How often somebody made it blink.
    pub fn blinked(&self) -> u64 {
        self.blinks.load(Ordering::Relaxed)
    }

    /// Identify-Printer.
    pub(super) fn blink(&self) {
        self.blinks.fetch_add(1, Ordering::Relaxed);
    }

    /// `POST /DevMgmt/InternalPrintDyn.xml`: 201 for a listed job, else 400 without a body.
    pub(super) async fn print(self: &Arc<Self>, request: &Request) -> Answer {
        let xml = request.header("content-type").is_some_and(|kind| kind.starts_with("text/xml"));
        let text = std::str::from_utf8(&request.body).unwrap_or_default();
        let asked = job_type(text).filter(|_| xml);
        let Some(job) = self.scene.listed_jobs().iter().find(|job| Some(job.as_str()) == asked) else {
            self.writes.fetch_add(1, Ordering::Relaxed);
            return Answer::empty(400);
        };
        let pin = if self.scene.has_pin(job) { self.pin_for_page().await } else { None };
        if self.scene.start() == Start::Printing && pin.is_some() {
            self.press_start(pin.clone()).await.ok();
        }
        let page = Page { job: job.clone(), pin };
        let mut paper = self.paper.lock().unwrap_or_else(PoisonError::into_inner);
        paper.push(page);
        Answer::empty(201).with("Location", format!("/Jobs/JobList/{}", paper.len()))
    }
}

/// The one job type of an `InternalPrintDyn`, by its namespace, whatever the prefix.
fn job_type(text: &str) -> Option<&str> {
    let (before, after) = text.split_once(&format!("=\"{NAMESPACE}\""))?;
    let prefix = before.rsplit_once(|c: char| c.is_whitespace())?.1;
    let prefix = match prefix.strip_prefix("xmlns")? {
        "" => String::new(),
        named => format!("{}:", named.strip_prefix(':')?),
    };
    let root = before.contains(&format!("<{prefix}InternalPrintDyn ")) && !after.contains("xmlns");
    let (_, job) = after.split_once(&format!("<{prefix}JobType>")).filter(|_| root)?;
    let (job, rest) = job.split_once(&format!("</{prefix}JobType>"))?;
    let ended = rest.trim() == format!("</{prefix}InternalPrintDyn>");
    ended.then_some(job.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_type_is_found_by_its_namespace() {
        let ask = |prefix: &str, xmlns: &str| {
            format!(
                "<?xml version=\"1.0\"?>\n<{prefix}InternalPrintDyn {xmlns}=\"{NAMESPACE}\">\
                 <{prefix}JobType>networkSummary</{prefix}JobType></{prefix}InternalPrintDyn>\n"
            )
        };
        assert_eq!(job_type(&ask("ipdyn:", "xmlns:ipdyn")), Some("networkSummary"));
        assert_eq!(job_type(&ask("", "xmlns")), Some("networkSummary"));
        for wrong in [
            ask("ipdyn:", "xmlns:other"),
            ask("", "xmlns").replace("2008/03/21", "2007/03/21"),
            ask("", "xmlns").replace("InternalPrintDyn", "InternalPrintCap"),
            ask("", "xmlns").replace("</InternalPrintDyn>", "<a/></InternalPrintDyn>"),
            String::new(),
        ] {
            assert_eq!(job_type(&wrong), None, "{wrong}");
        }
    }
}
