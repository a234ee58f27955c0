//! The control socket: a line of JSON asks, a line of JSON answers.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use serde::Deserialize;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

use crate::fault::Fault;
use crate::lab::Parts;
use crate::phone::Phone;
use crate::printer::{Phase, Printer};

/// What can be asked for.
#[derive(Debug, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case")]
enum Ask {
    /// How everything stands.
    State,
    /// One more fault.
    Fault(#[serde(deserialize_with = "fault")] Box<Fault>),
    /// No more faults.
    Clear,
    /// Somebody presses Start on a printer.
    Start {
        #[serde(default)]
        printer: usize,
        pin: Option<String>,
    },
    /// Somebody presses the WPS button: of that printer, or of the router if none is named.
    Push { printer: Option<usize> },
    /// Somebody types a PIN into the router's own page.
    TypePin { pin: String },
    /// A printer falls off the network.
    Leave {
        #[serde(default)]
        printer: usize,
    },
    /// A printer is on the network, however it got there.
    Join {
        #[serde(default)]
        printer: usize,
    },
    /// Somebody opens the PIN menu of a printer's display, or looks at its label.
    ShowPin {
        #[serde(default)]
        printer: usize,
    },
    /// Somebody pulls a printer's cable.
    PullCable {
        #[serde(default)]
        printer: usize,
    },
    /// A late printer is there now.
    Appear {
        #[serde(default)]
        printer: usize,
    },
    /// Somebody else cancels WPS at the router.
    CancelWps,
    /// The phone goes to other networks.
    Phone { on: Phone },
    /// All sessions at the router have expired.
    Expire,
    /// The router restarts: sessions, PINs, results and connections are gone.
    RestartRouter,
}

/// `Fault` knows no key `do`, which is taken by now.
fn fault<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Box<Fault>, D::Error> {
    Fault::deserialize(from).map(Box::new)
}

/// Answers until it is aborted.
pub async fn serve(listener: TcpListener, parts: Arc<Parts>) {
    let mut clients = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => if let Ok((stream, _)) = accepted {
                clients.spawn(client(stream, parts.clone()));
            },
            Some(_) = clients.join_next() => {}
        }
    }
}

async fn client(stream: TcpStream, parts: Arc<Parts>) {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    while let Ok(Some(line)) = lines.next_line().await {
        let answer = match serde_json::from_str(&line) {
            Ok(ask) => parts.ask(ask).await.unwrap_or_else(|why| json!({ "error": why })),
            Err(why) => json!({ "error": why.to_string() }),
        };
        if write.write_all(format!("{answer}\n").as_bytes()).await.is_err() {
            return;
        }
    }
}

impl Parts {
    fn printer(&self, index: usize) -> Result<&Arc<Printer>, String> {
        self.printers.get(index).ok_or_else(|| format!("there is no printer {index}"))
    }

    async fn ask(&self, ask: Ask) -> Result<Value, String> {
        match ask {
            Ask::State => return Ok(self.state()),
            Ask::Fault(fault) => {
                fault.check()?;
                self.faults.add(*fault);
            }
            Ask::Clear => self.faults.clear(),
            Ask::Start { printer, pin } => {
                let pin = self.printer(printer)?.press_start(pin).await?;
                return Ok(json!({ "ok": pin.is_some(), "pin": pin }));
            }
            Ask::Push { printer: Some(printer) } => self.printer(printer)?.press_push().await,
            Ask::Push { printer: None } => return Ok(json!({ "ok": self.router.by_hand(None).await? })),
            Ask::TypePin { pin } => return Ok(json!({ "ok": self.router.by_hand(Some(&pin)).await? })),
            Ask::ShowPin { printer } => {
                let pin = self.printer(printer)?.show_pin().await?;
                return Ok(json!({ "ok": true, "pin": pin }));
            }
            Ask::PullCable { printer } => self.printer(printer)?.pull_cable().await?,
            Ask::Appear { printer } => self.printer(printer)?.appear().await,
            Ask::CancelWps => return Ok(json!({ "ok": self.registrar.cancel() })),
            Ask::Phone { on } => self.phone_on(on).await.map_err(|why| why.to_string())?,
            Ask::Leave { printer } => self.printer(printer)?.leave().await,
            Ask::Join { printer } => self.printer(printer)?.join().await,
            Ask::Expire => self.router.sessions.expire(),
            Ask::RestartRouter => {
                self.router.sessions.expire();
                self.registrar.forget();
                for (link, context) in &self.router_links {
                    link.close().await;
                    link.open(context.clone()).map_err(|why| why.to_string())?;
                }
            }
        }
        Ok(json!({ "ok": true }))
    }

    fn state(&self) -> Value {
        let printers: Vec<Value> = self.printers.iter().map(|printer| of_printer(printer)).collect();
        let first =
            |key: &str| printers.first().and_then(|printer| printer.get(key)).cloned().unwrap_or_default();
        let writes: u64 = self.printers.iter().map(|printer| printer.unexpected_writes()).sum();
        let connections = |links: &mut dyn Iterator<Item = u64>| links.sum::<u64>();
        let at_printers = connections(
            &mut self
                .printers
                .iter()
                .flat_map(|p| p.links.all())
                .map(|link| link.connections.load(Ordering::Relaxed)),
        );
        let at_router = connections(
            &mut self.router_links.iter().map(|(link, _)| link.connections.load(Ordering::Relaxed)),
        );
        let status = self.registrar.status();
        json!({
            "time_ms": u64::try_from(self.clock.now().as_millis()).unwrap_or(u64::MAX),
            "phone": self.phone.get(),
            "joined": first("joined"),
            "session": first("session"),
            "printers": printers,
            "unexpected_writes": writes,
            "strayed": self.trap.connections.load(Ordering::Relaxed),
            "requests": self.faults.requests(),
            "connections": { "printer": at_printers, "router": at_router },
            "router": {
                "pins": self.registrar.pins(),
                "pushing": self.registrar.pushing(),
                "status": { "pbc_status": status.pbc, "last_wps_result": status.last, "peer_address": status.peer },
            },
        })
    }
}

fn of_printer(printer: &Printer) -> Value {
    let links: serde_json::Map<String, Value> = printer
        .links
        .all()
        .map(|link| {
            let there = link.is_open().then(|| link.address());
            (format!("{:?}", link.name).to_lowercase(), json!(there))
        })
        .collect();
    json!({
        "joined": printer.phase() == Phase::Joined,
        "session": printer.phase(),
        "config_error": (printer.phase() == Phase::WrongPin).then_some(18),
        "sessions": printer.sessions(),
        "ssid": printer.on(),
        "setup_ssid": printer.setup_ssid(),
        "wifi_off": printer.wifi_is_off(),
        "pages": printer.pages(),
        "blinked": printer.blinked(),
        "announced": printer.announced(),
        "links": links,
    })
}
