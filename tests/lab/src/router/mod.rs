//! The virtual routers: ubus over HTTP, or pages only, in front of a registrar.

mod pages;
mod registrar;
mod sessions;
mod ubus;

use std::sync::Arc;

use serde_json::Value;

pub use registrar::{Heard, Memory, Status};

use crate::bed::Bed;
use crate::clock::Clock;
use crate::http::{Answer, Request};
use crate::scene::{RouterKind, RouterScene};
use sessions::Sessions;

/// The wrapper that an owner grants; see its own text in the program's knowledge of OpenWrt.
const WRAPPER: &str = "/usr/libexec/inkjoin-wps-pin";

/// Who keeps the PINs.
#[derive(Clone)]
pub enum Registrar {
    /// The lab itself.
    Memory(Arc<Memory>),
    /// A real hostapd.
    Bed(Bed),
}

impl Registrar {
    async fn pin(&self, digits: &str) -> bool {
        match self {
            Self::Memory(memory) => memory.pin(digits),
            Self::Bed(bed) => bed.control("ap", &format!("WPS_PIN any {digits} 120")).await == "OK",
        }
    }

    async fn push(&self) -> bool {
        match self {
            Self::Memory(memory) => memory.push(),
            Self::Bed(bed) => bed.control("ap", "WPS_PBC").await == "OK",
        }
    }

    async fn cancel(&self) -> bool {
        match self {
            Self::Memory(memory) => memory.cancel(),
            Self::Bed(bed) => bed.control("ap", "WPS_CANCEL").await == "OK",
        }
    }

    async fn status(&self) -> Status {
        match self {
            Self::Memory(memory) => memory.status(),
            Self::Bed(bed) => bed.status().await,
        }
    }
}

/// The router.
pub struct Router {
    scene: RouterScene,
    /// Its registrar.
    pub registrar: Registrar,
    /// Who is signed in.
    pub sessions: Sessions,
}

impl Router {
    /// A router that nobody signed in to.
    pub fn new(scene: RouterScene, registrar: Registrar, clock: Clock) -> Self {
        Self { scene, registrar, sessions: Sessions::new(clock) }
    }

    /// Answers a request.
    pub async fn answer(&self, request: Request) -> Answer {
        if self.scene.kind == RouterKind::Pages {
            return pages::answer(&self.scene, &request);
        }
        match (&*request.method, request.path()) {
            // What is in front of ubus counts sign-ins; it knows no JSON.
            ("POST", "/ubus") if self.scene.locked && class(&request) == "router.login" => Answer::empty(429),
            ("POST", "/ubus") => {
                let answer = self.rpc(&request.body).await;
                Answer::ok("application/json", answer.to_string())
            }
            ("GET" | "HEAD", "/" | "/cgi-bin/luci" | "/cgi-bin/luci/") => Answer::ok(
                "text/html",
                "<!DOCTYPE html>\n<html lang=\"en\">\n<head><title>OpenWrt - LuCI</title></head>\n<body>\n\
                 <form method=\"post\" action=\"/cgi-bin/luci/\"><h2>Authorization Required</h2>\n\
                 <input name=\"luci_username\"><input name=\"luci_password\" type=\"password\"></form>\n</body></html>\n",
            ),
            _ => Answer::status(404),
        }
    }

    /// Its `Server` header.
    pub fn server(&self) -> Option<String> {
        self.scene.page_server.clone()
    }

    /// Somebody types a PIN into the router's own page, or presses its button (`None`): whether the registrar took it.
    ///
    /// # Errors
    /// There is no field or button for that, in words.
    pub async fn by_hand(&self, pin: Option<&str>) -> Result<bool, String> {
        match pin {
            Some(_) if !self.scene.takes_pin => Err("its page has no field for a PIN".into()),
            Some(pin) => Ok(self.registrar.pin(pin).await),
            None if self.scene.kind == RouterKind::Pages && !self.scene.push => {
                Err("it has no button".into())
            }
            None => Ok(self.registrar.push().await),
        }
    }
}

/// The class of a request to a router.
pub fn class(request: &Request) -> &'static str {
    match request.path() {
        "/ubus" => {}
        "/" | "/cgi-bin/luci" | "/cgi-bin/luci/" => return "router.page",
        _ => return "router.other",
    }
    let call: Value = serde_json::from_slice(&request.body).unwrap_or_default();
    if call.get("method").and_then(Value::as_str) == Some("list") {
        return "router.list";
    }
    let text = |place: &str| call.pointer(place).and_then(Value::as_str).unwrap_or_default();
    match (text("/params/1"), text("/params/2")) {
        ("session", "login") => "router.login",
        ("session", "access") => "router.access",
        ("file", "exec") if text("/params/3/params/0") == "cancel" => "router.cancel",
        ("file", "exec") => "router.pin",
        (_, "wps_start") => "router.push",
        (_, "wps_status") => "router.status",
        (_, "wps_cancel") => "router.cancel",
        _ => "router.other",
    }
}
