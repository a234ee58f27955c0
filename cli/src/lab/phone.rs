//! Where the lab's phone is: asked at the lab's control socket, and moved there as a system's Wi-Fi settings would.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use inkjoin::net::LocalAddr;
use inkjoin::ports::{Around, NetworkState, Networks, PortError, SetupWifi, SetupWifiSink};
use inkjoin::router::Gateway;
use serde_json::{Value, json};

/// For one answer of the control socket. The lab is on this machine.
const ANSWER: Duration = Duration::from_secs(2);
/// A lab with many printers tells of its state in some KiB.
const LONGEST: u64 = 1 << 20;

/// The lab's phone. Where the control socket does not answer, it is at home.
#[derive(Clone, Copy, Debug)]
pub struct Phone {
    /// The lab's control socket.
    pub control: Option<SocketAddr>,
    /// The lab's router.
    pub gateway: Gateway,
    /// The first printer on its own setup network.
    pub setup: Option<LocalAddr>,
}

impl Phone {
    fn ask(&self, ask: &Value) -> Option<Value> {
        let mut socket = TcpStream::connect_timeout(&self.control?, ANSWER).ok()?;
        socket.set_read_timeout(Some(ANSWER)).ok()?;
        writeln!(socket, "{ask}").ok()?;
        let mut line = String::new();
        BufReader::new(socket.take(LONGEST)).read_line(&mut line).ok()?;
        serde_json::from_str(&line).ok()
    }

    fn go(&self, on: &str) -> bool {
        let answer = self.ask(&json!({ "do": "phone", "on": on }));
        answer.is_some_and(|answer| answer.get("ok") == Some(&Value::Bool(true)))
    }
}

impl Networks for Phone {
    fn look(&self) -> NetworkState {
        let state = self.ask(&json!({ "do": "state" }));
        let on = state.as_ref().and_then(|state| state.get("phone")?.as_str()).unwrap_or("home");
        // A printer that has joined, or is off, has no network of its own any more.
        let links = state.as_ref().and_then(|state| state.get("printers")?.get(0)?.get("links"));
        let up = links.is_some_and(|links| links.get("setup").is_some_and(Value::is_string));
        let home = matches!(on, "home" | "both" | "vpn");
        let around = Around {
            home,
            setup: self.setup.filter(|_| up && matches!(on, "setup" | "both")),
            vpn: on == "vpn",
            mobile: on == "mobile",
        };
        NetworkState { gateway: Some(self.gateway).filter(|_| home), around }
    }
}

impl SetupWifi for Phone {
    fn join(&self, _id: u64, sink: SetupWifiSink) -> Result<(), PortError> {
        let gone = self.go("setup");
        sink(if gone { Ok(()) } else { Err(PortError::Failed) });
        Ok(())
    }

    fn leave(&self, _id: u64) {
        self.go("home");
    }
}
