//! Ports as bad as they can be.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use inkjoin_ffi::error::PortError;
use inkjoin_ffi::log::{LogLine, LogSink};
use inkjoin_ffi::ports::{
    Advertisement, BleEvents, BlePort, BleTrouble, DnsSdEvents, DnsSdInstance, DnsSdPort, Gateway,
    NetworkPort, NetworkState, Ports, SetupWifiAnswer, SetupWifiPort, StorePort, TxtEntry, VaultPort,
};
use inkjoin_ffi::text::InputText;

/// What these ports say when they panic.
pub const OWN: &str = "a port's own panic";

static PANICS: AtomicU64 = AtomicU64::new(0);
static JOINS: AtomicU64 = AtomicU64::new(0);

/// How often a port panicked, and how often one was asked to join a printer's own Wi-Fi.
pub fn called() -> (u64, u64) {
    (PANICS.load(Ordering::Relaxed), JOINS.load(Ordering::Relaxed))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    Panics,
    Fails,
    /// It says yes, and what it tells is the worst.
    Lies,
    Works,
}

impl How {
    /// Whether the port goes on.
    fn turn(self) -> Result<(), PortError> {
        match self {
            Self::Panics => {
                PANICS.fetch_add(1, Ordering::Relaxed);
                std::panic::panic_any(OWN)
            }
            Self::Fails => Err(PortError::PermissionMissing),
            Self::Lies | Self::Works => Ok(()),
        }
    }
}

pub fn ports(how: How) -> Ports {
    Ports {
        networks: Arc::new(how),
        dns_sd: Some(Arc::new(how)),
        ble: Some(Arc::new(how)),
        setup_wifi: Some(Arc::new(how)),
        store: Some(Arc::new(how)),
        vault: Some(Arc::new(how)),
    }
}

impl NetworkPort for How {
    fn look(&self) -> Result<NetworkState, PortError> {
        self.turn()?;
        let lies = *self == Self::Lies;
        let odd = |lie: &str| if lies { InputText::from(lie) } else { "127.0.0.1".into() };
        let gateway =
            Gateway { address: odd("fe80::%\0%"), http_port: if lies { 0 } else { 9 }, https_port: 9 };
        Ok(NetworkState {
            home: true,
            gateway: Some(gateway),
            setup: Some(odd(&"9".repeat(1 << 20))),
            vpn: lies,
            mobile: lies,
        })
    }
}

impl DnsSdPort for How {
    fn browse(&self, _: u64, _: Vec<String>, events: Arc<DnsSdEvents>) -> Result<(), PortError> {
        self.turn()?;
        let entry = |key: &str, value: &str| TxtEntry { key: key.into(), value: value.as_bytes().to_vec() };
        let printer = DnsSdInstance {
            service_type: "_ipp._tcp.local.".into(),
            name: "HP LaserJet Pro M404dn".into(),
            host: "printer.local".into(),
            port: 9,
            addresses: vec!["127.0.0.1".into()],
            txt: vec![
                entry("usb_MFG", "HP"),
                entry("ty", "HP LaserJet Pro M404dn"),
                entry("mac", "98:e7:f4:00:00:01"),
            ],
        };
        events.resolved(printer.clone());
        if *self == Self::Lies {
            let long = "\u{202e}\0é.".repeat(1 << 18);
            for text in
                ["", "\0", ".", "..", &long, "_ipp._tcp.local.", "_IPP._TCP.LOCAL.", "é._ipp._tcp.local."]
            {
                let service_type = InputText::from(text);
                events.resolved(DnsSdInstance { service_type: service_type.clone(), ..printer.clone() });
                events.resolved(DnsSdInstance { name: service_type.clone(), ..printer.clone() });
                events.resolved(DnsSdInstance { host: service_type.clone(), ..printer.clone() });
                events
                    .resolved(DnsSdInstance { addresses: vec![service_type.clone(); 99], ..printer.clone() });
                let txt = ["", "ty", "mac", "UUID", "adminurl", text].map(|key| entry(key, text));
                events.resolved(DnsSdInstance { txt: txt.to_vec(), ..printer.clone() });
                events.gone(service_type.clone(), service_type);
            }
            let addresses = vec!["fe80::1%%".into(); 10_000];
            events.resolved(DnsSdInstance { addresses, port: 0, ..printer.clone() });
            let txt =
                (0..10_000).map(|n| TxtEntry { key: n.to_string().into(), value: vec![255; 300] }).collect();
            events.resolved(DnsSdInstance { txt, port: u16::MAX, ..printer });
            events.failed(PortError::Failed);
            events.failed(PortError::PermissionMissing);
        }
        Ok(())
    }

    fn stop(&self, _: u64) -> Result<(), PortError> {
        self.turn()
    }
}

impl BlePort for How {
    fn scan(&self, _: u64, events: Arc<BleEvents>) -> Result<(), PortError> {
        self.turn()?;
        for text in ["", "\0", "+e78", "FE78", &"f".repeat(1 << 20), &"é".repeat(1 << 19)] {
            events.seen(Advertisement {
                device: text.into(),
                name: Some(text.into()),
                companies: vec![u16::MAX; if *self == Self::Lies { 100_000 } else { 1 }],
                services: vec![text.into(); 3],
            });
        }
        events.trouble(BleTrouble::SwitchedOff);
        events.trouble(BleTrouble::Failed);
        Ok(())
    }

    fn stop(&self, _: u64) -> Result<(), PortError> {
        self.turn()
    }
}

impl SetupWifiPort for How {
    fn join(&self, _: u64, _: Vec<String>, answer: Arc<SetupWifiAnswer>) -> Result<(), PortError> {
        JOINS.fetch_add(1, Ordering::Relaxed);
        self.turn()?;
        answer.joined();
        answer.failed(PortError::PermissionMissing);
        answer.joined();
        Ok(())
    }

    fn leave(&self, _: u64) -> Result<(), PortError> {
        self.turn()
    }
}

impl StorePort for How {
    fn save(&self, _: Vec<u8>) -> Result<(), PortError> {
        self.turn()
    }

    fn load(&self) -> Result<Option<Vec<u8>>, PortError> {
        self.turn()?;
        Ok((*self == Self::Lies).then(|| b"{\"version\":".repeat(1 << 20)))
    }

    fn clear(&self) -> Result<(), PortError> {
        self.turn()
    }
}

impl VaultPort for How {
    fn save(&self, name: String, _: Vec<u8>) -> Result<(), PortError> {
        assert_eq!(name, "pins");
        self.turn()
    }

    fn load(&self, _: String) -> Result<Option<Vec<u8>>, PortError> {
        self.turn()?;
        Ok((*self == Self::Lies).then(|| b"{\"schema\":1,\"routers\":[".repeat(1 << 18)))
    }

    fn remove(&self, _: String) -> Result<(), PortError> {
        self.turn()
    }
}

/// Takes log lines, badly.
pub struct Sink {
    how: How,
    lines: AtomicUsize,
}

impl Sink {
    pub fn new(how: How) -> Self {
        Self { how, lines: AtomicUsize::new(0) }
    }

    pub fn lines(&self) -> usize {
        self.lines.load(Ordering::Relaxed)
    }
}

impl LogSink for Sink {
    fn log(&self, _: LogLine) -> Result<(), PortError> {
        self.lines.fetch_add(1, Ordering::Relaxed);
        self.how.turn()
    }
}
