//! Where a printer's IPP is, one request there, and making it noticed.

use std::time::Duration;

use super::{request, status};
use crate::net::http::{Http, WriteTo};
use crate::net::{LocalAddr, Trouble};
use crate::printer::NoIdentify;
use crate::printer::capabilities::Budget;

/// The port that IANA gave IPP.
const IPP_PORT: u16 = 631;
/// Requests that may go out to make a printer noticed.
const MAX_REQUESTS: usize = 2;

/// IPP's own port first, then where the EWS is.
pub(in crate::printer) fn places(at: LocalAddr) -> impl Iterator<Item = LocalAddr> {
    // On a loopback address port 631 is this computer's own print server, not the device that was named.
    let usual = at.at_port(IPP_PORT).filter(|a| !at.get().ip().is_loopback() && *a != at);
    usual.into_iter().chain([at])
}

/// Sends one request made for the printer's URI; the body of an IPP answer.
///
/// # Errors
/// [`Trouble`]; any HTTP status but 200 among them.
pub(in crate::printer) async fn ask(
    http: &Http,
    at: LocalAddr,
    request: impl FnOnce(&str) -> Vec<u8>,
    limit: Duration,
) -> Result<Vec<u8>, Trouble> {
    let request = request(&format!("ipp://{}/ipp/print", at.authority(IPP_PORT)));
    let answer = http.post(at, WriteTo::IppPrint, request, limit).await?;
    match (answer.status, answer.content_type.as_deref()) {
        (200, None | Some("application/ipp")) => Ok(answer.body),
        (200, Some(_)) => Err(Trouble::WrongType),
        (status, _) => Err(Trouble::Status(status)),
    }
}

/// By its light, and where it does not take that, as it chooses. A place where nothing was reached costs no request.
pub(in crate::printer) async fn identify(
    http: &Http,
    at: LocalAddr,
    limit: Duration,
) -> Result<(), NoIdentify> {
    let budget = Budget::new(limit);
    let mut problem = None;
    let mut requests = 0;
    for place in places(at) {
        let mut flash = true;
        while requests < MAX_REQUESTS {
            let last = requests + 1 == MAX_REQUESTS;
            let time = if last { budget.left() } else { budget.share() };
            let answer = ask(http, place, |uri| request::identify(uri, flash), time).await;
            if answer == Err(Trouble::Unreachable) {
                break;
            }
            requests += 1;
            match said(answer) {
                Said::Done => return Ok(()),
                Said::OtherAction if flash => flash = false,
                Said::OtherAction => return Err(NoIdentify::NotOffered),
                Said::No(found) => return Err(found),
                Said::NotHere(found) => {
                    // That one place does not speak IPP does not outweigh what went wrong at the other.
                    problem = problem.max(Some(found));
                    break;
                }
            }
        }
    }
    Err(problem.unwrap_or(NoIdentify::Trouble(Trouble::Unreachable)))
}

enum Said {
    Done,
    /// It may do it another way.
    OtherAction,
    /// The printer itself refuses.
    No(NoIdentify),
    /// This place has no answer; another one may.
    NotHere(NoIdentify),
}

/// Status codes of RFC 8011 B.1.
fn said(answer: Result<Vec<u8>, Trouble>) -> Said {
    let body = match answer {
        Ok(body) => body,
        // A page in place of an answer: nothing there speaks IPP.
        Err(Trouble::WrongType | Trouble::Status(401 | 403 | 404 | 405 | 501)) => {
            return Said::NotHere(NoIdentify::NotOffered);
        }
        Err(trouble) => return Said::NotHere(NoIdentify::Trouble(trouble)),
    };
    match status(&body) {
        // Actions that it does not know are ignored and named in a success.
        Some(0..=0xff) => Said::Done,
        // client-error-bad-request, client-error-attributes-or-values-not-supported.
        Some(0x0400 | 0x040b) => Said::OtherAction,
        // client-error-forbidden, -not-authenticated, -not-authorized, -not-possible, -not-found;
        // server-error-operation-not-supported.
        Some(0x0401..=0x0404 | 0x0406 | 0x0501) => Said::No(NoIdentify::NotOffered),
        // server-error-service-unavailable, -temporary-error, -not-accepting-jobs, -busy: as HTTP says it.
        Some(0x0502 | 0x0505..=0x0507) => Said::No(NoIdentify::Trouble(Trouble::Status(503))),
        _ => Said::NotHere(NoIdentify::Trouble(Trouble::Malformed)),
    }
}

#[cfg(test)]
mod tests;
