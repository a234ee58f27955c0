//! JSON-RPC as uhttpd-mod-ubus speaks it: the order of its checks, its codes and its texts.

use serde_json::{Value, json};

use super::{Router, WRAPPER};
use crate::pin;

/// ubus status codes (libubus: `enum ubus_msg_status`).
mod status {
    pub const OK: u8 = 0;
    pub const INVALID_ARGUMENT: u8 = 2;
    pub const METHOD_NOT_FOUND: u8 = 3;
    pub const PERMISSION_DENIED: u8 = 6;
    pub const NOT_SUPPORTED: u8 = 8;
}

/// JSON-RPC errors (uhttpd: `json_errors`).
#[derive(Clone, Copy)]
enum Wrong {
    Parse,
    Request,
    Method,
    Params,
    Object,
    Access,
}

impl Wrong {
    fn error(self) -> Value {
        let (code, message) = match self {
            Self::Parse => (-32700, "Parse error"),
            Self::Request => (-32600, "Invalid request"),
            Self::Method => (-32601, "Method not found"),
            Self::Params => (-32602, "Invalid parameters"),
            Self::Object => (-32000, "Object not found"),
            Self::Access => (-32002, "Access denied"),
        };
        json!({ "code": code, "message": message })
    }
}

impl Router {
    /// One request, one answer.
    pub(super) async fn rpc(&self, body: &[u8]) -> Value {
        let (id, done) = match serde_json::from_slice::<Value>(body) {
            Err(_) => (Value::Null, Err(Wrong::Parse)),
            Ok(call) => (call.get("id").cloned().unwrap_or_default(), self.call(&call).await),
        };
        match done {
            Ok(result) => json!({ "jsonrpc": "2.0", "id": id, "result": result }),
            Err(wrong) => json!({ "jsonrpc": "2.0", "id": id, "error": wrong.error() }),
        }
    }

    async fn call(&self, call: &Value) -> Result<Value, Wrong> {
        let method = call.get("method").and_then(Value::as_str).ok_or(Wrong::Request)?;
        if call.get("jsonrpc").and_then(Value::as_str) != Some("2.0") {
            return Err(Wrong::Request);
        }
        let params = call.get("params").and_then(Value::as_array);
        match method {
            "list" => Ok(self.list(params)),
            "call" => {
                let Some([Value::String(session), Value::String(object), Value::String(function), arguments]) =
                    params.map(Vec::as_slice)
                else {
                    return Err(Wrong::Params);
                };
                if !arguments.is_object() {
                    return Err(Wrong::Params);
                }
                self.invoke(session, object, function, arguments).await
            }
            _ => Err(Wrong::Method),
        }
    }

    fn objects(&self) -> Vec<(String, Value)> {
        let wps = || json!({ "wps_start": {}, "wps_cancel": {}, "wps_status": {} });
        let mut objects: Vec<_> =
            self.scene.hostapd.iter().map(|name| (format!("hostapd.{name}"), wps())).collect();
        objects.push(("file".into(), json!({ "exec": { "command": "string", "params": "array" } })));
        let access = json!({ "ubus_rpc_session": "string", "scope": "string", "object": "string", "function": "string" });
        let login = json!({ "username": "string", "password": "string", "timeout": "number" });
        objects.push(("session".into(), json!({ "access": access, "login": login })));
        objects
    }

    /// Answers without a login.
    fn list(&self, patterns: Option<&Vec<Value>>) -> Value {
        let matches = |name: &str, pattern: &str| match pattern.strip_suffix('*') {
            Some(begin) => name.starts_with(begin),
            None => name == pattern,
        };
        let wanted = |name: &str| {
            patterns
                .is_none_or(|patterns| patterns.iter().filter_map(Value::as_str).any(|p| matches(name, p)))
        };
        self.objects().into_iter().filter(|(name, _)| wanted(name)).collect()
    }

    async fn invoke(
        &self,
        session: &str,
        object: &str,
        function: &str,
        arguments: &Value,
    ) -> Result<Value, Wrong> {
        if !self.objects().iter().any(|(name, _)| name == object) {
            return Err(Wrong::Object);
        }
        // uhttpd asks rpcd for each call, so any call with a session keeps it alive.
        let signed_in = self.sessions.call(session);
        if !self.granted(signed_in, "ubus", object, function) {
            return Err(Wrong::Access);
        }
        Ok(match (object, function) {
            ("session", "login") => self.login(arguments),
            ("session", "access") => self.access(signed_in, arguments),
            ("file", "exec") => self.exec(arguments).await,
            (_, "wps_start") => {
                json!([if self.registrar.push().await { status::OK } else { status::NOT_SUPPORTED }])
            }
            (_, "wps_cancel") => {
                json!([if self.registrar.cancel().await { status::OK } else { status::NOT_SUPPORTED }])
            }
            (_, "wps_status") => self.status().await,
            _ => json!([status::METHOD_NOT_FOUND]),
        })
    }

    /// What the access control lists give: LuCI's own to whoever signed in, and the wrapper's where it is installed.
    fn granted(&self, signed_in: bool, scope: &str, object: &str, function: &str) -> bool {
        match (scope, object, function) {
            ("ubus", "session", "login" | "access") => true,
            // LuCI's lists grant `exec` itself to several of its pages; which command, the scope `file` says.
            ("ubus", "file", "exec") => signed_in,
            ("ubus", object, "wps_start") => signed_in && self.scene.push && object.starts_with("hostapd."),
            ("ubus", object, "wps_cancel" | "wps_status") => signed_in && object.starts_with("hostapd."),
            ("file", WRAPPER, "exec") => signed_in && self.scene.wrapper,
            _ => false,
        }
    }

    fn login(&self, arguments: &Value) -> Value {
        let text = |key: &str| arguments.get(key).and_then(Value::as_str);
        if text("username") != Some(&self.scene.user) || text("password") != Some(&self.scene.password) {
            return json!([status::PERMISSION_DENIED]);
        }
        let (groups, files) = if self.scene.wrapper {
            let groups = json!({
                "inkjoin-wps-pin": ["read", "write"],
                "luci-mod-status-index-wifi": ["write"],
                "unauthenticated": ["read"]
            });
            (groups, json!({ WRAPPER: ["exec"] }))
        } else {
            (json!({ "luci-mod-status-index-wifi": ["write"], "unauthenticated": ["read"] }), json!({}))
        };
        let mut hostapd = vec!["del_client", "wps_start", "wps_cancel", "wps_status"];
        hostapd.retain(|function| self.scene.push || *function != "wps_start");
        let mut session = json!({
            "ubus_rpc_session": self.sessions.begin(),
            "timeout": 300,
            "expires": 300,
            "data": { "username": self.scene.user }
        });
        if let (true, Some(session)) = (self.scene.tells_grants, session.as_object_mut()) {
            let ubus = json!({ "file": ["exec"], "hostapd.*": hostapd, "session": ["access", "login"] });
            let acls = json!({ "access-group": groups, "file": files, "ubus": ubus });
            session.insert("acls".into(), acls);
        }
        json!([status::OK, session])
    }

    fn access(&self, signed_in: bool, arguments: &Value) -> Value {
        let text = |key: &str| arguments.get(key).and_then(Value::as_str).unwrap_or_default();
        let scope = arguments.get("scope").and_then(Value::as_str).unwrap_or("ubus");
        json!([status::OK, { "access": self.granted(signed_in, scope, text("object"), text("function")) }])
    }

    async fn status(&self) -> Value {
        let now = self.registrar.status().await;
        let (pbc, last) = (now.pbc, now.last);
        match now.peer {
            Some(peer) => {
                json!([status::OK, { "pbc_status": pbc, "last_wps_result": last, "peer_address": peer }])
            }
            None => json!([status::OK, { "pbc_status": pbc, "last_wps_result": last }]),
        }
    }

    async fn exec(&self, arguments: &Value) -> Value {
        let Some(command) = arguments.get("command").and_then(Value::as_str) else {
            return json!([status::INVALID_ARGUMENT]);
        };
        if !self.granted(true, "file", command, "exec") {
            return json!([status::PERMISSION_DENIED]);
        }
        let params = arguments.get("params").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let (code, word) = match params {
            [Value::String(word)] => self.wrapper(word).await,
            _ => (2, "FAIL-PIN"),
        };
        json!([status::OK, { "code": code, "stdout": format!("{word}\n") }])
    }

    /// What the wrapper does with its one argument: its exit status and its word.
    async fn wrapper(&self, word: &str) -> (u8, &'static str) {
        let digits = word.bytes().all(|octet| octet.is_ascii_digit());
        let took = match word {
            "cancel" => self.registrar.cancel().await,
            "00000000" => return (2, "FAIL-PIN"),
            _ if !digits || !matches!(word.len(), 4 | 8) => return (2, "FAIL-PIN"),
            // hostapd_cli has no WPS_CHECK_PIN where WPS is off, so that answer comes first.
            _ if !self.wps_is_on() => false,
            _ if word.len() == 8 && !pin::checks(word) => return (1, "FAIL-CHECKSUM"),
            _ => self.registrar.pin(word).await,
        };
        if took { (0, "OK") } else { (1, "FAIL") }
    }

    fn wps_is_on(&self) -> bool {
        self.scene.wps == crate::scene::Wps::On && !self.scene.hostapd.is_empty()
    }
}
