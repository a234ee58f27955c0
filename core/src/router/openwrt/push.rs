//! Push button over hostapd's own ubus method.

use std::time::Duration;

use serde_json::{Value, json};

use super::rpc::{Reply, Session};
use super::{DENIED, Router, hostapd, status};
use crate::net::Trouble;
use crate::net::http::Http;
use crate::router::{Access, HandOverProblem, PushButton, RouterReport};

/// ubus: method not found, as where hostapd was built without WPS.
const NO_METHOD: u32 = 3;
/// ubus: not supported; hostapd's word for a network whose WPS is off.
const NOT_SUPPORTED: u32 = 8;

/// Pressed on each network, as the wrapper gives a PIN to each: nothing tells which one the printer hears (many hear only
/// 2.4 GHz), and `withdraw` takes back from all. One that took it is enough. Within one hostapd the first press reaches the
/// others anyway; pressing there again within the same second only starts their 120 s anew.
pub(in crate::router) async fn start_push(
    http: &Http,
    report: &RouterReport,
    access: &Access,
    limit: Duration,
) -> Result<(), HandOverProblem> {
    if !access.push_button {
        return Err(HandOverProblem::NotGranted);
    }
    let router = Router::new(http, report, limit);
    let mut taken = false;
    let mut problem = None;
    for object in hostapd(report) {
        match router.call::<Value>(Session::Of(&access.session), object, "wps_start", json!({})).await {
            Ok(Reply::Data(_) | Reply::Empty) => taken = true,
            Ok(reply) => problem = worse(problem, refusal(&reply)),
            // It may have been taken. Where one does not answer, the next will not either.
            Err(_) if taken => break,
            Err(trouble) => return Err(HandOverProblem::Trouble(trouble)),
        }
    }
    match problem {
        _ if taken => Ok(()),
        Some(HandOverProblem::WpsOff) => Err(off_or_overlap(&router, report, access).await),
        Some(problem) => Err(problem),
        None => Err(HandOverProblem::Trouble(Trouble::Malformed)),
    }
}

/// hostapd refuses in the same way where two devices push at once; its status tells which.
async fn off_or_overlap(router: &Router<'_>, report: &RouterReport, access: &Access) -> HandOverProblem {
    match status::of(router, report, access).await {
        Ok(status) if status.push_button == PushButton::Overlap => HandOverProblem::Overlap,
        _ => HandOverProblem::WpsOff,
    }
}

fn refusal(reply: &Reply<Value>) -> HandOverProblem {
    match reply {
        Reply::Failed(NOT_SUPPORTED | NO_METHOD) => HandOverProblem::WpsOff,
        Reply::Failed(DENIED) => HandOverProblem::NotGranted,
        // As with the wrapper: a missing grant would have shown when signing in.
        Reply::SessionDenied => HandOverProblem::SignInAgain,
        // A network that went away.
        Reply::Failed(_) | Reply::NoObject | Reply::Data(_) | Reply::Empty => {
            HandOverProblem::Trouble(Trouble::Malformed)
        }
    }
}

/// Of several networks the one that says most: an answer to a living session outweighs that it may have ended.
fn worse(one: Option<HandOverProblem>, other: HandOverProblem) -> Option<HandOverProblem> {
    let rank = |problem: &HandOverProblem| match problem {
        HandOverProblem::WpsOff | HandOverProblem::Overlap | HandOverProblem::CheckDigit => 3,
        HandOverProblem::NotGranted => 2,
        HandOverProblem::SignInAgain => 1,
        HandOverProblem::Trouble(_) => 0,
    };
    one.filter(|one| rank(one) >= rank(&other)).or(Some(other))
}

#[cfg(test)]
mod tests;
