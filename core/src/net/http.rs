//! A small HTTP client for devices of the house: bounded in size and time, to local addresses only, with no proxy, no
//! cookies and no redirect to anybody else.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderName, LOCATION, RETRY_AFTER, SERVER};
use reqwest::{Client, Method, Response, Url};

use super::tls::{self, Pins};
use super::{LocalAddr, Trouble};

mod message;
mod path;
#[cfg(test)]
mod tests;
mod trouble;

pub use message::{Answer, Scheme, Target};
pub use path::{ResourcePath, WriteTo};

/// Largest body taken, in bytes, counted after decompression. The largest LEDM document known has some 30 KiB.
pub const MAX_BODY: usize = 1 << 20;
/// Redirects followed within one host.
const MAX_HOPS: u32 = 2;
/// Longest header value kept, in bytes.
const MAX_HEADER: usize = 512;
/// HTTPS addresses whose clients are kept; a home has a printer and a router.
const MAX_CLIENTS: usize = 32;

/// A client, made for one network and dropped with it. Cheap to clone.
#[derive(Clone)]
pub struct Http {
    inner: Arc<Inner>,
}

struct Inner {
    pins: Arc<Pins>,
    plain: Client,
    // One per address, since a verifier is not told the port that its pin belongs to.
    encrypted: Mutex<HashMap<LocalAddr, Client>>,
}

impl Http {
    /// A client with these pins.
    ///
    /// # Errors
    /// [`Trouble::Tls`] when the TLS library cannot be set up.
    pub fn new(pins: Arc<Pins>) -> Result<Self, Trouble> {
        // The plain client never speaks TLS, but without a configuration of ours reqwest would load the system's.
        let nowhere = LocalAddr::parse("127.0.0.1:9").map_err(|_| Trouble::Tls)?;
        let plain = client(&pins, nowhere)?;
        Ok(Self { inner: Arc::new(Inner { pins, plain, encrypted: Mutex::default() }) })
    }

    /// The certificates seen so far.
    pub fn pins(&self) -> &Pins {
        &self.inner.pins
    }

    /// Reads one resource. Follows at most two redirects, to the same host and never from HTTPS to HTTP.
    ///
    /// # Errors
    /// [`Trouble`], within `limit` over everything. Any HTTP status is an answer.
    pub async fn get(
        &self,
        target: impl Into<Target>,
        path: &ResourcePath,
        limit: Duration,
    ) -> Result<Answer, Trouble> {
        let target = target.into();
        let asked = async {
            let mut url = url(target, path.as_str())?;
            let mut at = target;
            for _ in 0..=MAX_HOPS {
                let answer = self
                    .client(at)?
                    .request(Method::GET, url.clone())
                    .send()
                    .await
                    .map_err(|e| trouble::of(&e))?;
                let Some(next) = redirected(&answer, &url)? else { return read(answer).await };
                (at, url) = next;
            }
            Err(Trouble::Malformed)
        };
        within(limit, asked).await
    }

    /// Sends one body to one of the few places that we write to. Never repeated, never redirected.
    ///
    /// # Errors
    /// [`Trouble`], within `limit` over everything; it may have arrived all the same.
    pub async fn post(
        &self,
        target: impl Into<Target>,
        to: WriteTo,
        body: Vec<u8>,
        limit: Duration,
    ) -> Result<Answer, Trouble> {
        let target = target.into();
        let asked = async {
            let url = url(target, to.path())?;
            let request = self
                .client(target)?
                .request(Method::POST, url.clone())
                .header(CONTENT_TYPE, to.content_type());
            let answer = request.body(body).send().await.map_err(|e| trouble::of(&e))?;
            redirected(&answer, &url)?;
            read(answer).await
        };
        within(limit, asked).await
    }

    fn client(&self, target: Target) -> Result<Client, Trouble> {
        if target.scheme == Scheme::Http {
            return Ok(self.inner.plain.clone());
        }
        let mut encrypted = self.inner.encrypted.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(client) = encrypted.get(&target.at) {
            return Ok(client.clone());
        }
        if encrypted.len() >= MAX_CLIENTS {
            encrypted.clear();
        }
        let made = client(&self.inner.pins, target.at)?;
        encrypted.insert(target.at, made.clone());
        Ok(made)
    }
}

fn client(pins: &Arc<Pins>, at: LocalAddr) -> Result<Client, Trouble> {
    Client::builder()
        .tls_backend_preconfigured(tls::config(pins.clone(), at)?)
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        // Reading a PIN twice may make another one.
        .retry(reqwest::retry::never())
        .referer(false)
        .http1_only()
        .pool_max_idle_per_host(1)
        .pool_idle_timeout(Duration::from_secs(5))
        .connect_timeout(Duration::from_secs(5))
        .build()
        .map_err(|_| Trouble::Tls)
}

async fn within(
    limit: Duration,
    asked: impl Future<Output = Result<Answer, Trouble>>,
) -> Result<Answer, Trouble> {
    let result = tokio::time::timeout(limit, asked).await.unwrap_or(Err(Trouble::TimedOut));
    match &result {
        Ok(answer) => tracing::debug!(status = answer.status, bytes = answer.body.len(), "answer"),
        Err(trouble) => tracing::debug!(%trouble, "no answer"),
    }
    result
}

fn url(target: Target, path: &str) -> Result<Url, Trouble> {
    let (scheme, port) = match target.scheme {
        Scheme::Http => ("http", 80),
        Scheme::Https => ("https", 443),
    };
    Url::parse(&format!("{scheme}://{}{path}", target.at.authority(port))).map_err(|_| Trouble::Malformed)
}

/// Where a redirect leads, `None` when it is none or names no place.
fn redirected(answer: &Response, from: &Url) -> Result<Option<(Target, Url)>, Trouble> {
    if !matches!(answer.status().as_u16(), 301 | 302 | 303 | 307 | 308) {
        return Ok(None);
    }
    let Some(place) = answer.headers().get(LOCATION) else { return Ok(None) };
    let place = place.to_str().ok().filter(|p| p.len() <= 2 * MAX_HEADER).ok_or(Trouble::Malformed)?;
    let to = from.join(place).map_err(|_| Trouble::Malformed)?;
    same_house(from, &to).map(Some).ok_or(Trouble::RedirectedAway)
}

/// The same host at the same port, or at its usual ones; never back from HTTPS to HTTP.
fn same_house(from: &Url, to: &Url) -> Option<(Target, Url)> {
    let scheme = match (from.scheme(), to.scheme()) {
        (_, "https") => Scheme::Https,
        ("http", "http") => Scheme::Http,
        _ => return None,
    };
    let port = to.port_or_known_default()?;
    let near = from.port_or_known_default() == Some(port) || matches!(port, 80 | 443);
    let plain = to.username().is_empty() && to.password().is_none();
    if from.host() != to.host() || !near || !plain {
        return None;
    }
    let ip = to.host_str()?.trim_matches(['[', ']']).parse().ok()?;
    let at = LocalAddr::new(std::net::SocketAddr::new(ip, port)).ok()?;
    Some((Target { at, scheme }, to.clone()))
}

async fn read(mut answer: Response) -> Result<Answer, Trouble> {
    let status = answer.status().as_u16();
    let content_type = header(answer.headers(), &CONTENT_TYPE)
        .and_then(|t| Some(t.split(';').next()?.trim().to_ascii_lowercase()));
    let server = header(answer.headers(), &SERVER);
    let retry_after = answer.headers().contains_key(RETRY_AFTER);
    let mut body = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(|e| trouble::of(&e))? {
        if body.len() + chunk.len() > MAX_BODY {
            return Err(Trouble::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(Answer { status, content_type, server, retry_after, body })
}

fn header(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    let value = headers.get(name)?.as_bytes();
    Some(String::from_utf8_lossy(value.get(..value.len().min(MAX_HEADER))?).into_owned())
}
