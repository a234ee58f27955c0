//! A client by hand that shares nothing with the lab: octets out, octets in.
#![allow(dead_code, reason = "each test program uses a part of it")]

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use inkjoin_lab::{Info, Lab, Options, Scene};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

pub const PIN: &str = "/IoMgmt/Adapters/wifi0/WPS/Pin";
pub const ADAPTERS: &str = "/IoMgmt/Adapters";
pub const WRAPPER: &str = "/usr/libexec/inkjoin-wps-pin";
pub const NOBODY: &str = "00000000000000000000000000000000";
/// Two minutes of the lab in a quarter of a second.
pub const FAST: u32 = 500;

/// A scene without DNS-SD.
pub async fn lab(scene: &str, speed: u32) -> (Lab, Info) {
    start(Scene::named(scene).unwrap(), speed).await
}

pub async fn start(scene: Scene, speed: u32) -> (Lab, Info) {
    let lab = Lab::start(scene, Options { speed, announce: false }).await.unwrap();
    let info = lab.info();
    (lab, info)
}

/// The default scene with more at its end.
pub fn with(more: &str) -> Scene {
    let text =
        include_str!("../../scenes/laserjet-pin.toml").replace("[expect]", &format!("{more}\n[expect]"));
    Scene::from_toml(&text).unwrap()
}

#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
    /// The connection ended before the promised length.
    pub cut: bool,
}

impl Reply {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.head.lines().filter_map(|line| line.split_once(": "));
        headers.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// The text of the first such element.
    pub fn element(&self, name: &str) -> Option<String> {
        let text = self.text();
        let (_, after) = text.split_once(&format!("<{name}>"))?;
        after.split_once('<').map(|(value, _)| value.to_owned())
    }
}

/// One request on a connection of its own; what the system says if that breaks.
pub async fn exchange(at: SocketAddr, request: &[u8]) -> std::io::Result<Reply> {
    let mut stream = TcpStream::connect(at).await?;
    stream.write_all(request).await?;
    read_reply(&mut stream).await
}

pub async fn read_reply(stream: &mut (impl AsyncReadExt + Unpin)) -> std::io::Result<Reply> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break end;
        }
        if stream.read_buf(&mut bytes).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut reply =
        Reply { status: head[9..12].parse().unwrap(), head, body: bytes.split_off(end + 4), cut: false };
    let length: usize = reply.header("content-length").unwrap_or("0").parse().unwrap();
    while reply.body.len() < length {
        if stream.read_buf(&mut reply.body).await? == 0 {
            reply.cut = true;
            break;
        }
    }
    Ok(reply)
}

pub async fn get(at: SocketAddr, path: &str) -> std::io::Result<Reply> {
    exchange(at, format!("GET {path} HTTP/1.1\r\nHost: {at}\r\nConnection: close\r\n\r\n").as_bytes()).await
}

pub fn post(path: &str, kind: &str, body: &[u8]) -> Vec<u8> {
    let mut request = format!(
        "POST {path} HTTP/1.1\r\nHost: lab\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n",
        body.len()
    )
    .into_bytes();
    request.extend(body);
    request
}

/// The PIN as the web server tells it, with the zeros that it lost.
pub async fn read_pin(at: SocketAddr) -> String {
    let told = get(at, PIN).await.unwrap().element("wifi:WpsPin").unwrap();
    format!("{told:0>8}")
}

/// One JSON-RPC request as text.
pub async fn rpc_text(at: SocketAddr, body: &str) -> Value {
    let reply = exchange(at, &post("/ubus", "application/json", body.as_bytes())).await.unwrap();
    assert_eq!((reply.status, reply.header("content-type")), (200, Some("application/json")));
    serde_json::from_slice(&reply.body).unwrap()
}

/// `call` with a session: the result, or the error.
pub async fn call(at: SocketAddr, session: &str, object: &str, method: &str, arguments: Value) -> Value {
    let params = json!([session, object, method, arguments]);
    let answer =
        rpc_text(at, &json!({ "jsonrpc": "2.0", "id": 7, "method": "call", "params": params }).to_string())
            .await;
    assert_eq!(answer["id"], 7);
    if answer["error"].is_null() { answer["result"].clone() } else { answer["error"].clone() }
}

pub async fn sign_in(info: &Info) -> String {
    let arguments = json!({ "username": info.router.user, "password": info.router.password });
    let result = call(info.router.http.unwrap(), NOBODY, "session", "login", arguments).await;
    result[1]["ubus_rpc_session"].as_str().unwrap().to_owned()
}

/// The wrapper with one argument: its word.
pub async fn wrapper(info: &Info, session: &str, word: &str) -> String {
    let arguments = json!({ "command": WRAPPER, "params": [word] });
    let result = call(info.router.http.unwrap(), session, "file", "exec", arguments).await;
    assert_eq!(result[0], 0, "{result}");
    result[1]["stdout"].as_str().unwrap().to_owned()
}

pub async fn ask(info: &Info, what: Value) -> Value {
    let mut stream = BufReader::new(TcpStream::connect(info.control).await.unwrap());
    stream.write_all(format!("{what}\n").as_bytes()).await.unwrap();
    let mut line = String::new();
    stream.read_line(&mut line).await.unwrap();
    serde_json::from_str(&line).unwrap()
}

pub async fn state(info: &Info) -> Value {
    ask(info, json!({ "do": "state" })).await
}

/// Asks until the session is in that phase, 10 s at most.
pub async fn until(info: &Info, phase: &str) -> Value {
    let end = Instant::now() + Duration::from_secs(10);
    loop {
        let state = state(info).await;
        if state["session"] == phase {
            return state;
        }
        assert!(Instant::now() < end, "not {phase}: {state}");
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}
