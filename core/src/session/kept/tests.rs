#![allow(clippy::unwrap_used)]

use std::io;
use std::sync::mpsc;
use std::time::Instant;

use proptest::prelude::*;

use super::*;
use crate::session::Hub;
use crate::session::calls::{Gates, LIMIT};

/// Holds what it was given; `full` refuses to save.
#[derive(Default)]
struct Memory {
    held: Mutex<BTreeMap<String, Vec<u8>>>,
    saves: Mutex<u32>,
    full: bool,
}

impl Vault for Memory {
    fn save(&self, name: &str, secret: &[u8]) -> io::Result<()> {
        *self.saves.lock().unwrap() += 1;
        if self.full {
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.held.lock().unwrap().insert(name.to_owned(), secret.to_vec());
        Ok(())
    }

    fn load(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        Ok(self.held.lock().unwrap().get(name).cloned())
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        self.held.lock().unwrap().remove(name);
        Ok(())
    }
}

/// One session's: its pins, as it recalled them.
struct Session {
    kept: Kept,
    pins: Pins,
    hub: Arc<Hub>,
}

impl Session {
    fn start(vault: &Arc<Memory>) -> Self {
        let hub = Hub::new().unwrap();
        let kept = Kept::new(Some(vault.clone()), Gates::default().vault);
        let pins = Pins::new();
        hub.block_on(kept.recall(&pins)).unwrap();
        Self { kept, pins, hub }
    }

    /// The router there shows this certificate, and is asked.
    fn asks(&self, at: LocalAddr, print: Fingerprint) {
        self.pins.pin(at, print);
        self.hub.block_on(self.kept.keep(&self.pins, at)).unwrap();
    }
}

fn router(number: u16) -> LocalAddr {
    LocalAddr::parse(&format!("192.168.1.1:{number}")).unwrap()
}

fn print(text: &str) -> Fingerprint {
    Fingerprint::of(text.as_bytes())
}

#[test]
fn what_one_session_pinned_the_next_one_knows() {
    let vault = Arc::new(Memory::default());
    let (first, at_once) = (Session::start(&vault), Session::start(&vault));
    first.asks(router(443), print("a"));
    first.asks(router(443), print("a"));
    assert_eq!(*vault.saves.lock().unwrap(), 1, "what is kept is not saved again");
    at_once.asks(router(8443), print("b"));
    let next = Session::start(&vault);
    assert_eq!(next.pins.of(router(443)), Some(print("a")));
    assert_eq!(next.pins.of(router(8443)), Some(print("b")), "two sessions at the same time lose nothing");
    assert!(!next.pins.allows(router(443), print("c")));
    next.pins.trust(next.pins.changed(router(443)).unwrap());
    next.asks(router(443), print("c"));
    assert_eq!(Session::start(&vault).pins.of(router(443)), Some(print("c")));
}

/// Never comes back before the test is over.
struct Hangs(Mutex<mpsc::Receiver<()>>);

impl Vault for Hangs {
    fn save(&self, _name: &str, _secret: &[u8]) -> io::Result<()> {
        unreachable!("it is read first")
    }

    fn load(&self, _name: &str) -> io::Result<Option<Vec<u8>>> {
        let _ = self.0.lock().unwrap().recv();
        Ok(None)
    }

    fn remove(&self, _name: &str) -> io::Result<()> {
        unreachable!("there is nothing")
    }
}

#[test]
fn a_vault_that_hangs_is_waited_for_once() {
    let (until, wait) = mpsc::channel();
    let kept = Kept::new(Some(Arc::new(Hangs(Mutex::new(wait)))), Gates::default().vault);
    let (pins, hub, begun) = (Pins::new(), Hub::new().unwrap(), Instant::now());
    hub.block_on(async {
        for number in 1..=20 {
            kept.recall(&pins).await;
            pins.pin(router(number), print("a"));
            kept.keep(&pins, router(number)).await;
        }
    });
    assert!((LIMIT..2 * LIMIT).contains(&begun.elapsed()), "{:?}", begun.elapsed());
    assert_eq!(pins.of(router(20)), Some(print("a")));
    drop(until);
}

#[test]
fn a_vault_that_keeps_nothing_stops_nobody() {
    let vault = Arc::new(Memory { full: true, ..Memory::default() });
    let session = Session::start(&vault);
    session.asks(router(443), print("a"));
    session.asks(router(443), print("a"));
    assert_eq!(*vault.saves.lock().unwrap(), 2, "it is tried again");
    assert_eq!(session.pins.of(router(443)), Some(print("a")));
}

#[test]
fn the_routers_seen_first_go_first() {
    let vault = Arc::new(Memory::default());
    let session = Session::start(&vault);
    for number in 1..=70 {
        session.asks(router(number), print("a"));
    }
    let next = Session::start(&vault);
    let known: Vec<_> = (1..=70).filter(|n| next.pins.of(router(*n)).is_some()).collect();
    assert_eq!(known, (7..=70).collect::<Vec<_>>());
}

#[test]
fn what_is_damaged_is_nothing_and_taken_away() {
    let good = format!(r#"{{"at":"192.168.1.1:443","sha256":"{}"}}"#, "ab".repeat(32));
    let of = |routers: &str| format!(r#"{{"schema":1,"routers":[{routers}]}}"#);
    assert_eq!(parse(of(&good).as_bytes()).unwrap().len(), 1);
    let long = "ab".repeat(33);
    for bad in [
        String::new(),
        "\u{0}".to_owned(),
        "[".repeat(60_000),
        of(&good).replace(":1,", ":2,"),
        of(&good).replace("192.168.1.1", "8.8.8.8"),
        of(&good).replace(&"ab".repeat(32), &long),
        of(&good).replace("\"at\"", "\"on\""),
        of(&vec![good.as_str(); 65].join(",")),
        format!("{}{}", of(&good), " ".repeat(MAX_BYTES)),
    ] {
        let vault = Arc::new(Memory::default());
        vault.save(NAME, bad.as_bytes()).unwrap();
        let session = Session::start(&vault);
        assert_eq!(session.pins.of(router(443)), None, "{bad:.40}");
        assert_eq!(vault.load(NAME).unwrap(), None, "{bad:.40}");
        session.asks(router(443), print("a"));
        assert_eq!(Session::start(&vault).pins.of(router(443)), Some(print("a")), "{bad:.40}");
    }
}

proptest! {
    #[test]
    fn no_content_panics(bytes in prop::collection::vec(any::<u8>(), 0..200), text in r#"[\[\]{}":,a-z0-9.]{0,80}"#) {
        let _ = (parse(&bytes), parse(text.as_bytes()));
        let _ = parse(format!(r#"{{"schema":1,"routers":[{{"at":"{text}","sha256":"{text}"}}]}}"#).as_bytes());
    }
}
