//! The envelope of OpenWrt's JSON-RPC.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::time::Duration;

use serde::de::{DeserializeOwned, IgnoredAny, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};

use crate::net::Trouble;
use crate::net::http::{Answer, Http, Target, WriteTo};
use crate::secret::Secret;

/// hostapd objects kept; a router with three bands and guest networks has six.
pub(in crate::router) const MAX_OBJECTS: usize = 8;
const PREFIX: &str = "hostapd.";
/// The session of nobody, for signing in.
const NOBODY: &str = "00000000000000000000000000000000";

/// In whose name a call is made.
#[derive(Clone, Copy)]
pub(super) enum Session<'a> {
    None,
    Of(&'a Secret),
}

/// What a call came to.
pub(super) enum Reply<T> {
    /// ubus status 0 with data.
    Data(T),
    /// ubus status 0 without data.
    Empty,
    /// Another ubus status.
    Failed(u32),
    /// -32002: no such session, or the method is outside of its grants; -32001 is said of some versions.
    SessionDenied,
    /// -32000: no such object.
    NoObject,
}

#[derive(Deserialize)]
struct Envelope<R> {
    jsonrpc: String,
    // Without the attribute serde would also want R to have a default.
    #[serde(default = "Option::default")]
    result: Option<R>,
    #[serde(default)]
    error: Option<RpcError>,
}

#[derive(Deserialize)]
struct RpcError {
    code: i64,
}

/// `[status]` or `[status, data]`.
struct Status<T>(u32, Option<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Status<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Reader<T> {
            type Value = Status<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a ubus status and its data")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let status = seq.next_element()?.ok_or_else(|| serde::de::Error::invalid_length(0, &self))?;
                let data = seq.next_element()?;
                while seq.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Status(status, data))
            }
        }
        deserializer.deserialize_seq(Reader(PhantomData))
    }
}

/// Calls one method. Sent once. The answer as it came, since a refusal may stand in its status and headers.
pub(super) async fn call(
    http: &Http,
    target: Target,
    session: Session<'_>,
    object: &str,
    method: &str,
    arguments: Value,
    limit: Duration,
) -> Result<Answer, Trouble> {
    let session = match session {
        Session::None => NOBODY,
        Session::Of(secret) => secret.reveal(),
    };
    let body =
        json!({"jsonrpc": "2.0", "id": 1, "method": "call", "params": [session, object, method, arguments]});
    http.post(target, WriteTo::OpenWrtRpc, body.to_string().into_bytes(), limit).await
}

pub(super) fn reply<T: DeserializeOwned>(answer: &Answer) -> Result<Reply<T>, Trouble> {
    let envelope: Envelope<Status<T>> = open(answer)?;
    match (envelope.error.map(|e| e.code), envelope.result) {
        (Some(-32002 | -32001), _) => Ok(Reply::SessionDenied),
        (Some(-32000), _) => Ok(Reply::NoObject),
        // ubus itself waited in vain.
        (Some(-32003), _) => Err(Trouble::TimedOut),
        (None, Some(Status(0, Some(data)))) => Ok(Reply::Data(data)),
        (None, Some(Status(0, None))) => Ok(Reply::Empty),
        (None, Some(Status(7, _))) => Err(Trouble::TimedOut),
        (None, Some(Status(code, _))) => Ok(Reply::Failed(code)),
        _ => Err(Trouble::Malformed),
    }
}

fn open<R: DeserializeOwned>(answer: &Answer) -> Result<Envelope<R>, Trouble> {
    match answer.status {
        200 => {}
        status => return Err(Trouble::Status(status)),
    }
    if answer.content_type.as_deref().is_some_and(|t| !t.contains("json")) {
        return Err(Trouble::WrongType);
    }
    let envelope: Envelope<R> = serde_json::from_slice(&answer.body).map_err(|_| Trouble::Malformed)?;
    if envelope.jsonrpc == "2.0" { Ok(envelope) } else { Err(Trouble::Malformed) }
}

/// What the list of hostapd objects shows without signing in.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::router) struct Listed {
    /// Their checked names, at most [`MAX_OBJECTS`].
    pub hostapd: Vec<String>,
    /// One of them has WPS.
    pub wps: bool,
}

type Objects = BTreeMap<String, BTreeMap<String, IgnoredAny>>;

/// Lists the hostapd objects. One request.
pub(in crate::router) async fn list(http: &Http, target: Target, limit: Duration) -> Result<Listed, Trouble> {
    let body = json!({"jsonrpc": "2.0", "id": 1, "method": "list", "params": ["hostapd.*"]});
    listed(&http.post(target, WriteTo::OpenWrtRpc, body.to_string().into_bytes(), limit).await?)
}

pub(super) fn listed(answer: &Answer) -> Result<Listed, Trouble> {
    let envelope: Envelope<Objects> = open(answer)?;
    // An error in the right envelope still is this kind of router: it only does not list.
    if envelope.error.is_some() {
        return Ok(Listed::default());
    }
    let objects = envelope.result.ok_or(Trouble::Malformed)?;
    let (with, without): (Vec<_>, Vec<_>) = objects
        .into_iter()
        .filter(|(name, _)| is_hostapd(name))
        .partition(|(_, m)| m.contains_key("wps_start"));
    let wps = !with.is_empty();
    // Those with WPS first, so that the bound cuts off the others.
    let hostapd = with.into_iter().chain(without).map(|(name, _)| name).take(MAX_OBJECTS).collect();
    Ok(Listed { hostapd, wps })
}

/// `hostapd.` and an interface name of the usual letters, at most 32.
pub(super) fn is_hostapd(object: &str) -> bool {
    object.strip_prefix(PREFIX).is_some_and(|name| {
        (1..=32).contains(&name.len())
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
    })
}

/// rpcd's session ids are 32 hex digits.
pub(super) fn is_session(id: &str) -> bool {
    id.len() == 32 && id.bytes().all(|b| b.is_ascii_hexdigit()) && id != NOBODY
}

#[cfg(test)]
mod tests;
