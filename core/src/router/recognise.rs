//! Which router the gateway is. At most one request per kind of router and scheme, and no sign-in.

use std::time::{Duration, Instant};

use super::openwrt::rpc::{self, Listed};
use super::{Gateway, RouterKind, RouterReport, Takes};
use crate::net::http::{Http, Scheme, Target};
use crate::net::{LocalAddr, Trouble};

#[cfg(test)]
mod tests;

/// HTTPS first. Once HTTPS has answered anything here, or ever before, plain HTTP is no way in: whoever stands between
/// must not be able to take the encryption off by spoiling an answer.
pub(super) async fn recognise(http: &Http, gateway: Gateway, limit: Duration) -> RouterReport {
    let until = Instant::now() + limit;
    let encrypted = Target { at: gateway.https, scheme: Scheme::Https };
    let trouble = match rpc::list(http, encrypted, limit / 2).await {
        Ok(listed) => return openwrt(gateway.https, true, listed),
        Err(trouble) => trouble,
    };
    let silent = matches!(trouble, Trouble::Unreachable | Trouble::TimedOut | Trouble::Closed);
    if !silent || http.pins().knows(gateway.https) {
        return unknown(
            gateway,
            Some(trouble).filter(|t| *t == Trouble::CertificateChanged || is_no_answer(*t)),
        );
    }
    let plain = Target { at: gateway.http, scheme: Scheme::Http };
    match rpc::list(http, plain, until.saturating_duration_since(Instant::now())).await {
        Ok(listed) => openwrt(gateway.http, false, listed),
        Err(trouble) => unknown(gateway, Some(trouble).filter(|t| is_no_answer(*t))),
    }
}

/// Another page or another status is an answer: of a router that is none of our kinds.
fn is_no_answer(trouble: Trouble) -> bool {
    !matches!(
        trouble,
        Trouble::Status(_)
            | Trouble::WrongType
            | Trouble::Malformed
            | Trouble::RedirectedAway
            | Trouble::TooLarge
    )
}

fn openwrt(at: LocalAddr, encrypted: bool, listed: Listed) -> RouterReport {
    let takes = match (listed.wps, listed.hostapd.is_empty()) {
        (true, _) => Takes::AfterSignIn,
        // Its hostapd was built without WPS.
        (false, false) => Takes::No,
        (false, true) => Takes::Unknown,
    };
    let kind = RouterKind::OpenWrt { hostapd: listed.hostapd };
    RouterReport { at, kind, encrypted, device_pin: takes, push_button: takes, trouble: None }
}

/// The address is where the person finds the router's page.
fn unknown(gateway: Gateway, trouble: Option<Trouble>) -> RouterReport {
    RouterReport {
        at: gateway.http,
        kind: RouterKind::Unknown,
        encrypted: false,
        device_pin: Takes::Unknown,
        push_button: Takes::Unknown,
        trouble,
    }
}
