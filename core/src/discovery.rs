//! From sightings (DNS-SD records) to one list of printers.

use serde::{Deserialize, Serialize};

use crate::identity::Identity;
use crate::net::LocalAddr;
use crate::ports::PortError;

pub mod ble;
pub mod directory;
pub mod mdns;
pub mod record;

/// The DNS-SD service types that HP printers announce and that we browse.
pub const SERVICE_TYPES: [&str; 5] = [
    "_ipp._tcp.local.",
    "_ipps._tcp.local.",
    "_uscan._tcp.local.",
    "_http._tcp.local.",
    "_pdl-datastream._tcp.local.",
];

/// One printer seen on the network. A sighting, never a proof: a record may be old, or told by a sleep proxy. `Debug` hides
/// key and host name, which tell whose printer it is.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// Stable for as long as the printer is listed: its UUID, else host name, else address.
    pub key: String,
    /// Marks and model, as far as the records tell.
    pub identity: Identity,
    /// The name that the person may have given it (instance name).
    pub name: crate::identity::Label,
    /// Its host name without `.local.`, such as `HP98E7F4000001`.
    pub host: Option<String>,
    /// Where its EWS answers, best first (IPv4 before link-local IPv6); at most 8.
    pub ews: Vec<LocalAddr>,
}

impl std::fmt::Debug for Found {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Found")
            .field("identity", &self.identity)
            .field("ews", &self.ews)
            .finish_non_exhaustive()
    }
}

/// What a DNS-SD browser reports. Names and values come from the network and are hostile until parsed.
#[derive(Clone, PartialEq, Eq)]
pub enum DnsSdEvent {
    /// An instance was resolved, first or again (changed address, port or TXT record).
    Resolved(record::Record),
    /// An instance said goodbye or ran out: `service` as in [`SERVICE_TYPES`], `instance` its full name.
    Gone {
        /// Service type.
        service: String,
        /// Full instance name.
        instance: String,
    },
    /// The browse broke off, or the system now says that it is not allowed. An instance that is resolved after it takes that
    /// back: a person may allow it late.
    Failed(PortError),
}

impl std::fmt::Debug for DnsSdEvent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Resolved(record) => f.debug_tuple("Resolved").field(record).finish(),
            Self::Gone { service, .. } => {
                f.debug_struct("Gone").field("service", service).finish_non_exhaustive()
            }
            Self::Failed(why) => f.debug_tuple("Failed").field(why).finish(),
        }
    }
}
