//! DNS-SD by the phone's system: `NsdManager`, `NWBrowser`.

use std::net::IpAddr;
use std::sync::Arc;

use inkjoin::discovery::record::Record;
use inkjoin::discovery::{DnsSdEvent, SERVICE_TYPES};
use inkjoin::ports::{self as core, DnsSdSink};

use super::turns::{Sink, Turns};
use crate::error::PortError;
use crate::text::InputText;

/// Browses DNS-SD.
#[uniffi::export(foreign)]
pub trait DnsSdPort: Send + Sync {
    /// Browses all of `service_types` (such as `_ipp._tcp.local.`) and resolves what is found, until `stop` of the same id.
    ///
    /// Fails with `PortError.PermissionMissing` or `PortError.Failed`; a system that says so later is told of with
    /// `DnsSdEvents.failed`.
    fn browse(&self, id: u64, service_types: Vec<String>, events: Arc<DnsSdEvents>) -> Result<(), PortError>;

    /// Ends that browse. Called once for each browse that was started.
    ///
    /// May fail with `PortError`, which nobody looks at.
    fn stop(&self, id: u64) -> Result<(), PortError>;
}

/// One resolved instance. What comes from the network may be handed on as it is; what cannot be used is dropped.
#[derive(Clone, PartialEq, Eq, uniffi::Record)]
pub struct DnsSdInstance {
    /// Service type, such as `_ipp._tcp.local.`.
    pub service_type: InputText,
    /// Instance name, with or without the service type behind it.
    pub name: InputText,
    /// Host name, such as `HP98E7F4000001.local`.
    pub host: InputText,
    /// Port.
    pub port: u16,
    /// IPv4 and IPv6 addresses as text.
    pub addresses: Vec<InputText>,
    /// TXT record.
    pub txt: Vec<TxtEntry>,
}

/// One entry of a TXT record.
#[derive(Clone, PartialEq, Eq, uniffi::Record)]
pub struct TxtEntry {
    /// Key.
    pub key: InputText,
    /// Value; UTF-8 as a rule.
    pub value: Vec<u8>,
}

impl std::fmt::Debug for DnsSdInstance {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DnsSdInstance").field("service_type", &self.service_type).finish_non_exhaustive()
    }
}

/// Where a browse tells what it finds. Any thread, at any time; after `DnsSdPort.stop` nothing is taken any more.
#[derive(uniffi::Object)]
pub struct DnsSdEvents(Arc<Sink<DnsSdEvent>>);

#[uniffi::export]
impl DnsSdEvents {
    /// An instance was resolved, first or again.
    pub fn resolved(&self, instance: DnsSdInstance) {
        match record(instance) {
            Some(record) => self.0.send(DnsSdEvent::Resolved(record)),
            None => tracing::debug!("an instance with unusable names"),
        }
    }

    /// An instance said goodbye or ran out. Names as in `DnsSdInstance`.
    pub fn gone(&self, service_type: InputText, name: InputText) {
        let service = service_type.to_ascii_lowercase();
        let instance = full(&name, &service);
        self.0.send(DnsSdEvent::Gone { service, instance });
    }

    /// The browse broke off, or the system now says that it is not allowed. It counts once; an instance that is resolved after
    /// it takes it back, as where a person allows late what the system had already refused.
    pub fn failed(&self, why: PortError) {
        self.0.send(DnsSdEvent::Failed(why.into()));
    }
}

/// Systems tell the instance's name without its type.
fn full(name: &str, service: &str) -> String {
    if name.to_ascii_lowercase().ends_with(service) { name.to_owned() } else { format!("{name}.{service}") }
}

fn record(instance: DnsSdInstance) -> Option<Record> {
    let service = instance.service_type.to_ascii_lowercase();
    // A scope names an interface of this phone; the address is of use without it.
    let address = |text: &InputText| text.split('%').next()?.parse::<IpAddr>().ok();
    let addresses: Vec<IpAddr> = instance.addresses.iter().filter_map(address).collect();
    let txt = instance.txt.into_iter().map(|entry| (String::from(entry.key), entry.value));
    Record::new(&service, &full(&instance.name, &service), &instance.host, instance.port, addresses, txt)
}

pub(super) struct Foreign {
    port: Arc<dyn DnsSdPort>,
    turns: Turns<DnsSdEvent>,
}

impl Foreign {
    pub fn new(port: Arc<dyn DnsSdPort>) -> Self {
        Self { port, turns: Turns::default() }
    }

    fn end(&self, id: u64) {
        if let Err(error) = self.port.stop(id) {
            tracing::debug!(%error, "a browse that would not stop");
        }
    }
}

impl core::DnsSd for Foreign {
    fn browse(&self, id: u64, sink: DnsSdSink) -> Result<(), core::PortError> {
        let sink = Sink::new(sink);
        let begin = || {
            let types = SERVICE_TYPES.map(str::to_owned).to_vec();
            self.port.browse(id, types, Arc::new(DnsSdEvents(sink.clone())))
        };
        Ok(self.turns.start(id, sink.clone(), begin, || self.end(id))?)
    }

    fn stop(&self, id: u64) {
        self.turns.stop(id, || self.end(id));
    }
}
