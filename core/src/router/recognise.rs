//! Which router the gateway is. At most one request per kind of router and scheme, one for the first page of a router that
//! is of no kind of ours, and no sign-in.

use std::time::{Duration, Instant};

use super::openwrt::rpc::{self, Listed};
use super::{Gateway, RouterKind, RouterReport, Takes, title};
use crate::knowledge::Knowledge;
use crate::net::http::{Http, ResourcePath, Scheme, Target};
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
    if !silent || http.pins().of(gateway.https).is_some() {
        let trouble = Some(trouble).filter(|t| *t == Trouble::CertificateChanged || is_no_answer(*t));
        return unknown(http, gateway, encrypted, trouble, limit / 4).await;
    }
    let plain = Target { at: gateway.http, scheme: Scheme::Http };
    match rpc::list(http, plain, until.saturating_duration_since(Instant::now())).await {
        Ok(listed) => openwrt(gateway.http, false, listed),
        Err(trouble) => {
            let left = until.saturating_duration_since(Instant::now()).min(limit / 4);
            unknown(http, gateway, plain, Some(trouble).filter(|t| is_no_answer(*t)), left).await
        }
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
    let vendor = Some("openwrt".to_owned());
    RouterReport { at, kind, encrypted, device_pin: takes, push_button: takes, trouble: None, vendor }
}

/// The address is where the person finds the router's page. Its first page tells the vendor, where it answers at all.
async fn unknown(
    http: &Http,
    gateway: Gateway,
    asked: Target,
    trouble: Option<Trouble>,
    limit: Duration,
) -> RouterReport {
    let vendor = if trouble.is_none() { vendor(http, asked, limit).await } else { None };
    RouterReport {
        at: gateway.http,
        kind: RouterKind::Unknown,
        encrypted: false,
        device_pin: Takes::Unknown,
        push_button: Takes::Unknown,
        trouble,
        vendor,
    }
}

/// Whose page it is. One request, whose failure means nothing; any status is an answer, as many ask for a password at once.
async fn vendor(http: &Http, target: Target, limit: Duration) -> Option<String> {
    let routers = &Knowledge::embedded().ok()?.routers;
    let page = http.get(target, &ResourcePath::ours("/"), limit).await.ok()?;
    let beginning = page.body.get(..page.body.len().min(title::MAX_PAGE))?;
    let known = routers
        .by_fingerprint(page.server.as_deref(), title::title(beginning).as_deref())
        .or_else(|| routers.by_first_page(&String::from_utf8_lossy(beginning)))?;
    Some(known.key.clone())
}
