//! A bed of real daemons: its Unix socket takes one line, fields separated by tabs, and answers until it closes.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::router::Status;

/// The control socket of a bed with a real hostapd (`ap`) and a real wpa_supplicant (`printer`).
#[derive(Debug, Clone)]
pub struct Bed(Arc<PathBuf>);

impl Bed {
    /// The bed whose socket that is.
    pub fn new(socket: &Path) -> Self {
        Self(Arc::new(socket.to_owned()))
    }

    #[cfg(unix)]
    async fn ask(&self, words: &[&str]) -> io::Result<String> {
        use tokio::io::{AsyncReadExt, AsyncWriteExt};
        let mut socket = tokio::net::UnixStream::connect(&*self.0).await?;
        socket.write_all(format!("{}\n", words.join("\t")).as_bytes()).await?;
        let mut answer = String::new();
        socket.read_to_string(&mut answer).await?;
        Ok(answer)
    }

    #[cfg(not(unix))]
    async fn ask(&self, words: &[&str]) -> io::Result<String> {
        let _ = (&self.0, words, std::future::ready(()).await);
        Err(io::ErrorKind::Unsupported.into())
    }

    /// One command of a daemon's control interface; a bed that is gone answers FAIL.
    pub async fn control(&self, daemon: &str, command: &str) -> String {
        let answer = self.ask(&["ctl", daemon, command]).await;
        answer.map_or_else(|_| "FAIL".into(), |answer| answer.trim_end_matches('\n').to_owned())
    }

    /// Whether the printer is on the router's network.
    pub async fn joined(&self) -> bool {
        let Ok(answer) = self.ask(&["state"]).await else { return false };
        let state: serde_json::Value = serde_json::from_str(&answer).unwrap_or_default();
        state.get("joined").is_some_and(|joined| !joined.is_null())
    }

    /// hostapd's `WPS_GET_STATUS`.
    pub async fn status(&self) -> Status {
        let answer = self.control("ap", "WPS_GET_STATUS").await;
        let of = |name: &str| {
            let value = answer.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
            value.map(str::to_owned)
        };
        Status {
            pbc: of("PBC Status").unwrap_or_else(|| "Unknown".into()),
            last: of("Last WPS result").unwrap_or_else(|| "None".into()),
            peer: of("Peer Address"),
        }
    }
}
