//! The router's word about the last WPS run, of all its interfaces.

use std::time::Duration;

use serde::Deserialize;
use serde_json::json;

use super::rpc::{Reply, Session};
use super::{Router, hostapd};
use crate::identity::Mark;
use crate::net::Trouble;
use crate::net::http::Http;
use crate::router::{Access, HandOverProblem, LastResult, PushButton, RouterReport, RouterStatus};

#[derive(Deserialize)]
pub(super) struct WpsStatus {
    #[serde(default)]
    pbc_status: String,
    #[serde(default)]
    last_wps_result: String,
    #[serde(default)]
    peer_address: String,
}

pub(in crate::router) async fn status(
    http: &Http,
    report: &RouterReport,
    access: &Access,
    limit: Duration,
) -> Result<RouterStatus, HandOverProblem> {
    of(&Router::new(http, report, limit), report, access).await
}

/// The same within what is left of the router's time.
pub(super) async fn of(
    router: &Router<'_>,
    report: &RouterReport,
    access: &Access,
) -> Result<RouterStatus, HandOverProblem> {
    let mut merged: Option<RouterStatus> = None;
    for object in hostapd(report) {
        let reply =
            router.call::<WpsStatus>(Session::Of(&access.session), object, "wps_status", json!({})).await;
        match reply.map_err(HandOverProblem::Trouble)? {
            Reply::Data(status) => merged = Some(merge(merged, read(&status))),
            Reply::SessionDenied => return Err(HandOverProblem::SignInAgain),
            // An interface that went away, or one without WPS; the others may tell.
            Reply::Empty | Reply::Failed(_) | Reply::NoObject => {}
        }
    }
    merged.ok_or(HandOverProblem::Trouble(Trouble::Malformed))
}

pub(super) fn read(status: &WpsStatus) -> RouterStatus {
    let push_button = match status.pbc_status.as_str() {
        "Disabled" => PushButton::Disabled,
        "Active" => PushButton::Active,
        "Timed-out" => PushButton::TimedOut,
        "Overlap" => PushButton::Overlap,
        _ => PushButton::Unknown,
    };
    let last = match status.last_wps_result.as_str() {
        "Success" => LastResult::Success,
        "Failed" => LastResult::Failed,
        _ => LastResult::None,
    };
    let peer = Mark::mac(&status.peer_address).filter(|_| last == LastResult::Success);
    RouterStatus { push_button, last, peer }
}

/// One word of all interfaces: a success that names its enrollee first, then any success, then a failure; of the button
/// what is most alive.
fn merge(one: Option<RouterStatus>, other: RouterStatus) -> RouterStatus {
    let Some(one) = one else { return other };
    let result = |s: &RouterStatus| match (&s.peer, s.last) {
        (Some(_), LastResult::Success) => 3,
        (None, LastResult::Success) => 2,
        (_, LastResult::Failed) => 1,
        (_, LastResult::None) => 0,
    };
    let button = |s: &RouterStatus| match s.push_button {
        PushButton::Active => 4,
        PushButton::Overlap => 3,
        PushButton::TimedOut => 2,
        PushButton::Disabled => 1,
        PushButton::Unknown => 0,
    };
    let push_button = if button(&other) > button(&one) { other.push_button } else { one.push_button };
    let told = if result(&other) > result(&one) { other } else { one };
    RouterStatus { push_button, ..told }
}
