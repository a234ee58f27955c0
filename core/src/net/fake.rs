//! Devices of the tests: small servers on loopback sockets that keep what they were asked.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use super::LocalAddr;

/// One whole request.
#[derive(Clone)]
pub(crate) struct Request {
    /// Its request line and headers.
    pub head: String,
    pub body: Vec<u8>,
}

impl Request {
    /// Such as `GET /a.xml`.
    pub fn line(&self) -> &str {
        self.head.lines().next().unwrap_or_default().rsplit_once(' ').map_or("", |(line, _)| line)
    }

    /// Head and body as one text.
    pub fn text(&self) -> String {
        format!("{}\r\n\r\n{}", self.head, String::from_utf8_lossy(&self.body))
    }
}

pub(crate) struct Fake {
    pub at: LocalAddr,
    asked: Arc<Mutex<Vec<Request>>>,
}

impl Fake {
    /// Answers each request, one per connection, with the bytes that `answer` gives; with `None` never.
    pub async fn serve(answer: impl Fn(&Request) -> Option<Vec<u8>> + Send + 'static) -> Self {
        Self::serve_on("127.0.0.1", answer).await
    }

    /// The same on another loopback address: turns are taken by address, whatever the port.
    pub async fn serve_on(ip: &str, answer: impl Fn(&Request) -> Option<Vec<u8>> + Send + 'static) -> Self {
        let listener = TcpListener::bind((ip, 0)).await.unwrap();
        let at = LocalAddr::new(listener.local_addr().unwrap()).unwrap();
        let asked: Arc<Mutex<Vec<Request>>> = Arc::default();
        let seen = asked.clone();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let Some(request) = read(&mut stream).await else { continue };
                let answer = answer(&request);
                seen.lock().unwrap().push(request);
                tokio::spawn(async move {
                    match answer {
                        Some(bytes) => stream.write_all(&bytes).await.ok(),
                        None => std::future::pending().await,
                    }
                });
            }
        });
        Self { at, asked }
    }

    pub fn asked(&self) -> Vec<Request> {
        self.asked.lock().unwrap().clone()
    }

    pub fn lines(&self) -> Vec<String> {
        self.asked().iter().map(|request| request.line().to_owned()).collect()
    }
}

async fn read(stream: &mut TcpStream) -> Option<Request> {
    let mut all = Vec::new();
    let mut part = vec![0; 4096];
    loop {
        let read = stream.read(&mut part).await.ok().filter(|read| *read > 0)?;
        all.extend_from_slice(&part[..read]);
        let Some(end) = all.windows(4).position(|w| w == b"\r\n\r\n") else { continue };
        let head = String::from_utf8_lossy(&all[..end]).into_owned();
        let lower = head.to_lowercase();
        let length =
            lower.lines().find_map(|l| l.strip_prefix("content-length: ")).map_or(0, |n| n.parse().unwrap());
        let body = &all[end + 4..];
        if body.len() >= length {
            return Some(Request { head, body: body.to_vec() });
        }
    }
}

/// A whole answer; `headers` end with a line break each.
pub(crate) fn answer(status: u16, headers: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 {status} X\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}
