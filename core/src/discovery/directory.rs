//! Joins records into printers: by UUID, then host name, then address.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::net::IpAddr;

use super::record::Record;
use super::{DnsSdEvent, Found, SERVICE_TYPES};
use crate::identity::Identity;
use crate::net::LocalAddr;

/// Records kept; further ones are not looked at until some go.
const MAX_RECORDS: usize = 1_000;
/// Printers listed.
const MAX_PRINTERS: usize = 200;
/// EWS addresses of one printer.
const MAX_EWS: usize = 8;

/// The printers that the network shows now. Pure: no socket, no clock. `Debug` shows only how many.
#[derive(Default)]
pub struct Directory {
    records: BTreeMap<(String, String), Record>,
    found: Vec<Found>,
    /// The key that was first given to a mark, so that a printer keeps it when later records tell more.
    keys: HashMap<String, String>,
    /// When a key was first seen: the list's order.
    since: HashMap<String, u64>,
    next: u64,
}

impl fmt::Debug for Directory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Directory({} records, {} printers)", self.records.len(), self.found.len())
    }
}

/// Records of one printer, best first.
struct Group<'a> {
    records: Vec<&'a Record>,
}

impl Directory {
    /// Takes an event in; whether the list of printers changed.
    pub fn apply(&mut self, event: DnsSdEvent) -> bool {
        let id = |service: &str, instance: &str| (service.to_ascii_lowercase(), instance.to_lowercase());
        match event {
            DnsSdEvent::Resolved(record) => {
                let id = id(record.service(), record.instance());
                if self.records.get(&id) == Some(&record) {
                    return false;
                }
                if self.records.len() >= MAX_RECORDS && !self.records.contains_key(&id) {
                    return false;
                }
                self.records.insert(id, record);
            }
            DnsSdEvent::Gone { service, instance } => {
                if self.records.remove(&id(&service, &instance)).is_none() {
                    return false;
                }
            }
            DnsSdEvent::Failed(_) => return false,
        }
        self.list()
    }

    /// The printers, in the order in which they were first seen; at most 200.
    pub fn printers(&self) -> Vec<Found> {
        self.found.clone()
    }

    fn list(&mut self) -> bool {
        let groups = group(self.records.values());
        let mut keys = HashMap::new();
        let mut since = HashMap::new();
        let mut found: Vec<(u64, Found)> = Vec::new();
        for group in groups {
            let marks = group.marks();
            let Some(first) = marks.first() else { continue };
            let known = marks.iter().find_map(|m| self.keys.get(m)).filter(|k| !since.contains_key(*k));
            let key = known.cloned().unwrap_or_else(|| first.clone());
            let place = self.since.get(&key).copied().unwrap_or_else(|| {
                self.next += 1;
                self.next
            });
            if since.insert(key.clone(), place).is_some() {
                continue;
            }
            for mark in marks {
                keys.entry(mark).or_insert_with(|| key.clone());
            }
            found.push((place, group.found(key)));
        }
        found.sort_by_key(|(place, _)| *place);
        let found: Vec<Found> = found.into_iter().map(|(_, f)| f).take(MAX_PRINTERS).collect();
        (self.keys, self.since) = (keys, since);
        let changed = found != self.found;
        self.found = found;
        changed
    }
}

/// First what has a UUID; then what says HP without one, by host, else by address, else on its own; last bare records, which
/// join a printer of the same host or address and are nothing by themselves. Where two printers share a host or an address,
/// neither is a reason.
fn group<'a>(records: impl Iterator<Item = &'a Record>) -> Vec<Group<'a>> {
    let mut records: Vec<&Record> = records.filter(|r| !r.is_cups_share()).collect();
    records.sort_by_key(|r| (rank(r.service()), r.instance().to_owned()));
    let (hp, rest): (Vec<&Record>, Vec<&Record>) = records.into_iter().partition(|r| r.is_hp());
    let mut groups: Vec<Group<'a>> = Vec::new();
    let mut places = Places::default();
    let (with_uuid, without): (Vec<&Record>, Vec<&Record>) = hp.into_iter().partition(|r| r.uuid().is_some());
    for record in with_uuid {
        let uuid = record.uuid().map(|u| u.as_str().to_owned()).unwrap_or_default();
        let at = *places.uuids.entry(uuid).or_insert(groups.len());
        add(&mut groups, &mut places, at, record);
    }
    for record in without {
        let at = places.of(record).unwrap_or(groups.len());
        add(&mut groups, &mut places, at, record);
    }
    for record in rest.into_iter().filter(|r| r.is_bare()) {
        if let Some(at) = places.of(record) {
            add(&mut groups, &mut places, at, record);
        }
    }
    groups
}

#[derive(Default)]
struct Places {
    uuids: HashMap<String, usize>,
    /// `None` once two groups have it.
    hosts: HashMap<String, Option<usize>>,
    addresses: HashMap<IpAddr, Option<usize>>,
}

impl Places {
    fn of(&self, record: &Record) -> Option<usize> {
        let host = self.hosts.get(record.host()).copied();
        host.unwrap_or_else(|| {
            record.addresses().iter().find_map(|a| self.addresses.get(a).copied().flatten())
        })
    }
}

fn add<'a>(groups: &mut Vec<Group<'a>>, places: &mut Places, at: usize, record: &'a Record) {
    if at >= groups.len() {
        groups.push(Group { records: Vec::new() });
    }
    let only = |place: &mut Option<usize>| {
        if *place != Some(at) {
            *place = None;
        }
    };
    places.hosts.entry(record.host().to_owned()).and_modify(only).or_insert(Some(at));
    for address in record.addresses() {
        places.addresses.entry(*address).and_modify(only).or_insert(Some(at));
    }
    if let Some(group) = groups.get_mut(at) {
        group.records.push(record);
    }
}

fn rank(service: &str) -> usize {
    SERVICE_TYPES.iter().position(|s| *s == service).unwrap_or(SERVICE_TYPES.len())
}

impl Group<'_> {
    /// UUID, host names, addresses: what a key can be made of, best first.
    fn marks(&self) -> Vec<String> {
        let uuids = self.records.iter().filter_map(|r| r.uuid()).map(|u| u.as_str().to_owned());
        let hosts = self.records.iter().map(|r| r.host().to_owned());
        // An address alone is a mark only where there is nothing better: it may be another printer's next.
        let addresses = self.records.iter().flat_map(|r| r.addresses()).map(ToString::to_string);
        let marks: Vec<String> = uuids.chain(hosts).collect();
        if marks.is_empty() { addresses.collect() } else { marks }
    }

    fn found(&self, key: String) -> Found {
        let mut identity = Identity::default();
        for record in &self.records {
            identity.complete(&record.identity());
        }
        let best = self.records.first();
        Found {
            key,
            identity,
            name: best.map(|r| r.name()).unwrap_or_default(),
            host: best.map(|r| r.host_name().to_ascii_uppercase()),
            ews: self.ews(),
        }
    }

    fn ews(&self) -> Vec<LocalAddr> {
        let http = self.records.iter().find(|r| r.service().starts_with("_http.")).map(|r| r.port());
        let port = self.records.iter().find_map(|r| r.ews_port()).or(http).filter(|p| *p != 0).unwrap_or(80);
        let mut addresses: Vec<IpAddr> = self.records.iter().flat_map(|r| r.addresses()).copied().collect();
        addresses.sort_by_key(|a| (class(*a), *a));
        addresses.dedup();
        let local = addresses.into_iter().filter_map(|a| LocalAddr::new((a, port).into()).ok());
        local.take(MAX_EWS).collect()
    }
}

/// IPv4 first; link-local IPv6 last, since without its interface it cannot be reached.
fn class(address: IpAddr) -> u8 {
    match address {
        IpAddr::V4(v4) if v4.is_link_local() => 1,
        IpAddr::V4(_) => 0,
        IpAddr::V6(v6) if v6.is_unicast_link_local() => 3,
        IpAddr::V6(_) => 2,
    }
}

#[cfg(test)]
mod tests;
