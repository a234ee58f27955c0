#![allow(clippy::unwrap_used)]

use std::cell::RefCell;

use inkjoin::discovery::DnsSdEvent;
use inkjoin::discovery::record::Record;
use inkjoin::ports::DnsSdSink;

use super::*;

/// Announces the first printer at once; the others when they are asked for.
struct Port {
    fault: Option<PortError>,
    sink: std::sync::Mutex<Option<DnsSdSink>>,
}

impl Port {
    fn new(fault: Option<PortError>) -> Self {
        Self { fault, sink: std::sync::Mutex::new(None) }
    }

    fn announce(&self, event: DnsSdEvent) {
        self.sink.lock().unwrap().as_ref().unwrap()(event);
    }
}

impl DnsSd for Port {
    fn browse(&self, _: u64, sink: DnsSdSink) -> Result<(), PortError> {
        if let Some(fault) = self.fault {
            return Err(fault);
        }
        *self.sink.lock().unwrap() = Some(sink);
        self.announce(resolved("Study", "1"));
        Ok(())
    }

    fn stop(&self, _: u64) {
        *self.sink.lock().unwrap() = None;
    }
}

fn resolved(name: &str, tail: &str) -> DnsSdEvent {
    let service = "_ipp._tcp.local.";
    let txt = [("ty", "HP ENVY 4520 series"), ("UUID", &format!("1c852a4d-000{tail}"))]
        .map(|(key, value)| (key.to_owned(), value.as_bytes().to_vec()));
    let address = format!("192.168.1.{tail}").parse().unwrap();
    let host = format!("HP00{tail}.local.");
    let record = Record::new(service, &format!("{name}.{service}"), &host, 631, [address], txt);
    DnsSdEvent::Resolved(record.unwrap())
}

fn found(name: &str, tail: &str) -> Found {
    let mut directory = Directory::default();
    directory.apply(resolved(name, tail));
    directory.printers().remove(0)
}

#[test]
fn each_printer_is_told_while_the_search_goes_on() {
    let port = Port::new(None);
    let told = RefCell::new(Vec::new());
    let list = look(&port, Duration::from_secs(2), true, |printer| {
        told.borrow_mut().push(one(printer));
        // Only whoever heard of the first one lets the second one appear.
        if told.borrow().len() == 1 {
            port.announce(resolved("Attic", "2"));
        }
        Ok(())
    });
    let names: Vec<String> = told.into_inner();
    assert_eq!(
        names,
        ["Study, HP ENVY 4520 series, at 192.168.1.1", "Attic, HP ENVY 4520 series, at 192.168.1.2"]
    );
    assert_eq!(list.unwrap().unwrap().len(), 2);
}

#[test]
fn a_printer_is_told_once_and_only_when_its_records_rest() {
    let start = Instant::now();
    let at = |ms: u64| Some(start + Duration::from_millis(ms));
    let keys = |ready: Vec<Found>| ready.into_iter().map(|p| p.name.as_str().to_owned()).collect::<Vec<_>>();
    let mut news = News::default();
    let study = found("Study", "1");
    let bare = Found { ews: Vec::new(), ..study.clone() };
    assert!(news.ready(std::slice::from_ref(&bare), at(0)).is_empty());
    assert!(news.ready(std::slice::from_ref(&study), at(240)).is_empty(), "more has come");
    assert!(news.ready(std::slice::from_ref(&study), at(480)).is_empty());
    assert_eq!(keys(news.ready(std::slice::from_ref(&study), at(500))), ["Study"]);
    assert!(news.ready(std::slice::from_ref(&bare), at(900)).is_empty(), "once");
    let both = [study, found("Attic", "2")];
    assert!(news.ready(&both, at(950)).is_empty());
    assert_eq!(keys(news.ready(&both, None)), ["Attic"], "the search is over");
}

#[test]
fn whoever_cannot_be_told_ends_the_search() {
    let port = Port::new(None);
    let gone = look(&port, Duration::from_secs(30), true, |_| Err(io::ErrorKind::BrokenPipe.into()));
    assert_eq!(gone.unwrap_err().kind(), io::ErrorKind::BrokenPipe);
}

#[test]
fn a_search_that_cannot_run_is_not_nothing_found() {
    let said = |fault: PortError| {
        let found = look(&Port::new(Some(fault)), Duration::from_millis(10), true, |_| Ok(())).unwrap();
        let mut out = Vec::new();
        tell_programs(&mut out, &found).and_then(|()| tell(&mut out, not_run(fault))).unwrap();
        String::from_utf8_lossy(&out).into_owned()
    };
    assert_eq!(
        said(PortError::Failed),
        "{\"error\":{\"kind\":\"failed\"}}\nThe search for printers could not run.\n"
    );
    assert!(said(PortError::PermissionMissing).contains("permission_missing"));
    let mut none = Vec::new();
    tell_programs(&mut none, &Ok(Vec::new())).unwrap();
    assert_eq!(String::from_utf8_lossy(&none), "{\"found\":0}\n");
}
