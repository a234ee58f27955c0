//! OpenWrt's JSON-RPC (ubus over uhttpd). Errors are told apart as its own run showed them: JSON-RPC codes in `error`,
//! ubus codes in `result[0]`.
//!
//! A device PIN goes through a wrapper that the owner installs and grants (`knowledge/routers/openwrt`); hostapd has no
//! method for it, and granting `hostapd_cli` would give away the passphrase and the AP PIN.

use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::{Value, json};

use super::{Access, HandOverProblem, RouterKind, RouterReport, SignInProblem};
use crate::net::Trouble;
use crate::net::http::{Answer, Http, Scheme, Target};
use crate::pin::WpsPin;
use crate::secret::Secret;

mod grants;
mod push;
pub(super) mod rpc;
mod status;
#[cfg(test)]
mod tests;

use grants::Grants;
pub(super) use push::start_push;
use rpc::{Reply, Session};
pub(super) use status::status;

/// The wrapper on the router. Takes one PIN, or `cancel`.
const WRAPPER: &str = "/usr/libexec/inkjoin-wps-pin";
/// ubus: permission denied.
const DENIED: u32 = 6;
/// ubus: not found, as for a program that is not installed.
const NOT_FOUND: u32 = 4;

/// Answers of a login.
#[derive(Deserialize)]
struct Login {
    ubus_rpc_session: String,
    /// rpcd always tells them; what stands before it may leave them out or put something else there.
    #[serde(default)]
    acls: Value,
}

#[derive(Deserialize)]
struct Permission {
    access: bool,
}

#[derive(Deserialize)]
struct Executed {
    #[serde(default)]
    stdout: String,
}

struct Router<'a> {
    http: &'a Http,
    target: Target,
    until: Instant,
}

impl<'a> Router<'a> {
    fn new(http: &'a Http, report: &RouterReport, limit: Duration) -> Self {
        let scheme = if report.encrypted { Scheme::Https } else { Scheme::Http };
        Self { http, target: Target { at: report.at, scheme }, until: Instant::now() + limit }
    }

    async fn call<T: for<'de> Deserialize<'de>>(
        &self,
        session: Session<'_>,
        object: &str,
        method: &str,
        arguments: Value,
    ) -> Result<Reply<T>, Trouble> {
        rpc::reply(&self.ask(session, object, method, arguments).await?)
    }

    async fn ask(
        &self,
        session: Session<'_>,
        object: &str,
        method: &str,
        arguments: Value,
    ) -> Result<Answer, Trouble> {
        let left = self.until.saturating_duration_since(Instant::now());
        rpc::call(self.http, self.target, session, object, method, arguments, left).await
    }

    /// Whether the owner granted this session one function. The router is asked only where its login did not tell.
    async fn may(
        &self,
        session: &Secret,
        grants: Option<&Grants>,
        [scope, object, function]: [&str; 3],
    ) -> Result<bool, SignInProblem> {
        if let Some(told) = grants.and_then(|g| g.allow(scope, object, function)) {
            return Ok(told);
        }
        let question = json!({"scope": scope, "object": object, "function": function});
        let granted = self.call::<Permission>(Session::Of(session), "session", "access", question).await;
        Ok(matches!(granted.map_err(SignInProblem::Trouble)?, Reply::Data(Permission { access: true })))
    }

    /// Runs the wrapper; its one word.
    async fn wrapper(&self, access: &Access, argument: &str) -> Result<String, HandOverProblem> {
        let arguments = json!({"command": WRAPPER, "params": [argument]});
        match self
            .call::<Executed>(Session::Of(&access.session), "file", "exec", arguments)
            .await
            .map_err(HandOverProblem::Trouble)?
        {
            Reply::Data(done) => Ok(done.stdout.trim().to_owned()),
            // A session that ended and a method that was never granted look the same (-32002). The session worked before, so
            // it is taken as ended; signing in again tells what is granted.
            Reply::SessionDenied => Err(HandOverProblem::SignInAgain),
            Reply::Failed(DENIED | NOT_FOUND) => Err(HandOverProblem::NotGranted),
            Reply::Empty | Reply::Failed(_) | Reply::NoObject => {
                Err(HandOverProblem::Trouble(Trouble::Malformed))
            }
        }
    }
}

pub(super) async fn sign_in(
    http: &Http,
    report: &RouterReport,
    user: &str,
    password: &Secret,
    limit: Duration,
) -> Result<Access, SignInProblem> {
    if report.trouble == Some(Trouble::CertificateChanged) {
        return Err(SignInProblem::Trouble(Trouble::CertificateChanged));
    }
    // A password goes only to what was recognised as the router that takes it.
    if report.kind == RouterKind::Unknown {
        return Err(SignInProblem::Trouble(Trouble::WrongType));
    }
    let router = Router::new(http, report, limit);
    let login = json!({"username": user, "password": password.reveal()});
    let answer =
        router.ask(Session::None, "session", "login", login).await.map_err(SignInProblem::Trouble)?;
    // rpcd itself never does this; what stands before it may.
    if answer.status == 429 || (answer.status == 403 && answer.retry_after) {
        return Err(SignInProblem::Locked);
    }
    let (session, acls) = match rpc::reply::<Login>(&answer).map_err(SignInProblem::Trouble)? {
        Reply::Data(login) if rpc::is_session(&login.ubus_rpc_session) => {
            (Secret::new(login.ubus_rpc_session), login.acls)
        }
        Reply::Failed(DENIED) | Reply::SessionDenied => return Err(SignInProblem::Refused),
        _ => return Err(SignInProblem::Trouble(Trouble::Malformed)),
    };
    let grants = Grants::read(acls);
    let device_pin = router.may(&session, grants.as_ref(), ["file", WRAPPER, "exec"]).await?;
    let mut push_button = false;
    for object in hostapd(report) {
        // Grants usually name `hostapd.*`, so the first one tells.
        push_button = router.may(&session, grants.as_ref(), ["ubus", object, "wps_start"]).await?;
        if push_button {
            break;
        }
    }
    Ok(Access { session, device_pin, push_button })
}

pub(super) async fn send_pin(
    http: &Http,
    report: &RouterReport,
    access: &Access,
    pin: &WpsPin,
    limit: Duration,
) -> Result<(), HandOverProblem> {
    if !access.device_pin {
        return Err(HandOverProblem::NotGranted);
    }
    match Router::new(http, report, limit).wrapper(access, pin.reveal()).await?.as_str() {
        "OK" => Ok(()),
        "FAIL" => Err(HandOverProblem::WpsOff),
        "FAIL-CHECKSUM" => Err(HandOverProblem::CheckDigit),
        // FAIL-PIN among them: the wrapper refuses what only a broken caller could send.
        _ => Err(HandOverProblem::Trouble(Trouble::Malformed)),
    }
}

pub(super) async fn withdraw(
    http: &Http,
    report: &RouterReport,
    access: &Access,
    limit: Duration,
) -> Result<(), HandOverProblem> {
    let router = Router::new(http, report, limit);
    if access.device_pin {
        match router.wrapper(access, "cancel").await {
            Ok(word) if word == "OK" => return Ok(()),
            Ok(word) if word == "FAIL" => return Err(HandOverProblem::WpsOff),
            Err(HandOverProblem::NotGranted) | Ok(_) => {}
            Err(problem) => return Err(problem),
        }
    }
    let mut result = Err(HandOverProblem::NotGranted);
    for object in hostapd(report) {
        match router
            .call::<Value>(Session::Of(&access.session), object, "wps_cancel", json!({}))
            .await
            .map_err(HandOverProblem::Trouble)?
        {
            Reply::Data(_) | Reply::Empty => result = Ok(()),
            Reply::SessionDenied => return Err(HandOverProblem::SignInAgain),
            Reply::Failed(_) | Reply::NoObject => {}
        }
    }
    result
}

/// Names come from the network, or from a saved session: they are checked each time.
fn hostapd(report: &RouterReport) -> impl Iterator<Item = &str> {
    let objects = match &report.kind {
        RouterKind::OpenWrt { hostapd } => hostapd.as_slice(),
        RouterKind::Unknown => &[],
    };
    objects.iter().map(String::as_str).filter(|o| rpc::is_hostapd(o)).take(rpc::MAX_OBJECTS)
}
