//! Talking to one router: which one it is, what it takes, and its word about a join.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::identity::Mark;
use crate::net::http::Http;
use crate::net::{LocalAddr, Trouble};

pub mod openwrt;
pub mod recognise;
mod title;

/// What is known of the router without signing in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RouterReport {
    /// The gateway, at the port that its service answers on.
    pub at: LocalAddr,
    /// Which of our adapters speaks with it.
    pub kind: RouterKind,
    /// The way in is HTTPS; its certificate is pinned at first use.
    pub encrypted: bool,
    /// What it takes.
    pub device_pin: Takes,
    /// What it takes.
    pub push_button: Takes,
    /// Why it could not be asked.
    pub trouble: Option<Trouble>,
    /// The vendor of its pages, as [`crate::knowledge::Routers::named`] knows it, where its first page tells.
    #[serde(default)]
    pub vendor: Option<String>,
}

/// The adapters. `Unknown` is every router whose page a person must open.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum RouterKind {
    /// OpenWrt's JSON-RPC.
    OpenWrt {
        /// Its hostapd objects, such as `hostapd.phy0-ap0`; at most 8.
        hostapd: Vec<String>,
    },
    /// No adapter of ours.
    Unknown,
}

impl RouterKind {
    /// Its sign-in needs a user name beside the password. Nothing is sent to a kind that is not known.
    pub fn wants_user(&self) -> bool {
        matches!(self, RouterKind::OpenWrt { .. })
    }
}

/// Whether a router takes something over its service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Takes {
    /// Yes.
    Yes,
    /// Only known after signing in: the owner must have granted it.
    AfterSignIn,
    /// No.
    No,
    /// Not found out.
    Unknown,
}

/// A signed-in session at the router. Ends with the process or after the router's own time.
#[derive(Clone, Debug)]
pub struct Access {
    /// The router's session id.
    pub(crate) session: crate::secret::Secret,
    /// Whether the router lets this session give it a device PIN.
    pub device_pin: bool,
    /// Whether it lets this session press its WPS button.
    pub push_button: bool,
}

/// Why signing in failed.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, thiserror::Error, Serialize, Deserialize,
)]
pub enum SignInProblem {
    /// Wrong name or password. Never repeated by itself.
    #[error("refused")]
    Refused,
    /// Too many tries (HTTP 429, or 403 with `Retry-After`): also the right password is not taken until a while has passed.
    #[error("locked for a while")]
    Locked,
    /// No usable answer.
    #[error("{0}")]
    Trouble(Trouble),
}

/// Why the router did not take the PIN or the push button.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, thiserror::Error, Serialize, Deserialize,
)]
pub enum HandOverProblem {
    /// The session ended: sign in again.
    #[error("session ended")]
    SignInAgain,
    /// The owner has not granted it, or took it back.
    #[error("not granted")]
    NotGranted,
    /// WPS is off at the router, or its network name is hidden: the one immediate, sure "no" (`WPS_PIN` answers FAIL).
    #[error("WPS is off or the network name is hidden")]
    WpsOff,
    /// Two devices are in push-button mode at once. hostapd refuses as where WPS is off; its PBC status `Overlap` tells.
    #[error("session overlap")]
    Overlap,
    /// The router says that the check digit does not fit.
    #[error("check digit")]
    CheckDigit,
    /// No usable answer. It may have taken it all the same.
    #[error("{0}")]
    Trouble(Trouble),
}

/// The router's word about the last WPS run. It alone proves nothing: with WPA3 only, both sides say success and the
/// printer never joins; an earlier printer's success stays.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RouterStatus {
    /// Push-button state.
    pub push_button: PushButton,
    /// The last result since the router's start; never reset by a new session.
    pub last: LastResult,
    /// The MAC of the enrollee of the last success.
    pub peer: Option<Mark>,
}

/// hostapd's PBC status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PushButton {
    /// Not running.
    Disabled,
    /// Running.
    Active,
    /// Ran out, or somebody cancelled it: the status cannot tell.
    TimedOut,
    /// Two enrollees pressed.
    Overlap,
    /// Another word.
    Unknown,
}

/// hostapd's last WPS result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum LastResult {
    /// None since start.
    None,
    /// An enrollee got the credential.
    Success,
    /// A run failed; with a device PIN that is a wrong PIN (config error 18).
    Failed,
}

/// Finds out which router the gateway is, by at most one request per kind and one for its first page, and no sign-in.
/// Never fails: what is not known is `Unknown`. HTTPS is tried first.
pub async fn recognise(http: &Http, gateway: Gateway, limit: Duration) -> RouterReport {
    recognise::recognise(http, gateway, limit).await
}

/// Where the router may be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gateway {
    /// Plain HTTP, usually port 80.
    pub http: LocalAddr,
    /// HTTPS, usually port 443.
    pub https: LocalAddr,
}

/// Signs in. One request, never repeated by itself.
///
/// # Errors
/// [`SignInProblem`], within `limit` in all.
pub async fn sign_in(
    http: &Http,
    router: &RouterReport,
    user: &str,
    password: &crate::secret::Secret,
    limit: Duration,
) -> Result<Access, SignInProblem> {
    openwrt::sign_in(http, router, user, password, limit).await
}

/// Gives the router one device PIN for 120 s.
///
/// # Errors
/// [`HandOverProblem`], within `limit`.
pub async fn send_pin(
    http: &Http,
    router: &RouterReport,
    access: &Access,
    pin: &crate::pin::WpsPin,
    limit: Duration,
) -> Result<(), HandOverProblem> {
    openwrt::send_pin(http, router, access, pin, limit).await
}

/// Presses the router's WPS button on all of its networks, for 120 s: whoever is near may join in that time. Never repeated.
///
/// # Errors
/// [`HandOverProblem`], within `limit` in all.
pub async fn start_push(
    http: &Http,
    router: &RouterReport,
    access: &Access,
    limit: Duration,
) -> Result<(), HandOverProblem> {
    openwrt::start_push(http, router, access, limit).await
}

/// The router's word about the last run.
///
/// # Errors
/// [`HandOverProblem::SignInAgain`] or [`HandOverProblem::Trouble`], within `limit`.
pub async fn status(
    http: &Http,
    router: &RouterReport,
    access: &Access,
    limit: Duration,
) -> Result<RouterStatus, HandOverProblem> {
    openwrt::status(http, router, access, limit).await
}

/// Takes a PIN or push button back, on all of the router's networks.
///
/// # Errors
/// [`HandOverProblem`], within `limit`.
pub async fn withdraw(
    http: &Http,
    router: &RouterReport,
    access: &Access,
    limit: Duration,
) -> Result<(), HandOverProblem> {
    openwrt::withdraw(http, router, access, limit).await
}
