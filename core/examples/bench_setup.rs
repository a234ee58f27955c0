//! `cargo xtask bench machine`: how many inputs the setup takes in a second, and how much memory its state takes.
//!
//! The sessions are the usual ones, without waiting: a printer is found, its PIN read and handed over, and it joins. Memory
//! is what lives on the heap after 50 printers were told, above what lived there before, and the value itself.

// Only to count what is handed out; the memory itself is the system's.
#![allow(unsafe_code)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::collections::BTreeMap;
use std::error::Error;
use std::hint::black_box;
use std::io::{Write, stdout};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use inkjoin::discovery::Found;
use inkjoin::identity::{Identity, Label, Mark};
use inkjoin::knowledge::Knowledge;
use inkjoin::net::LocalAddr;
use inkjoin::pin::WpsPin;
use inkjoin::printer::{Link, PinOffer, PrinterAnswer, PrinterReport};
use inkjoin::router::{LastResult, PushButton, RouterKind, RouterReport, RouterStatus, Takes};
use inkjoin::secret::Secret;
use inkjoin::setup::input::{Field, SignedIn};
use inkjoin::setup::plan::{HandOverBy, PinFrom, Way};
use inkjoin::setup::{Answers, Choice, Input, Order, Outcome, Setup};
use inkjoin::time::Moment;
use serde_json::json;

type Fault = Box<dyn Error>;

struct Counting;

static LIVE: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call goes to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        LIVE.fetch_add(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller keeps what `alloc` asks for.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        LIVE.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: `at` came from `alloc` above with this layout.
        unsafe { System.dealloc(at, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// A session under way and its clock.
struct Walk {
    setup: Setup,
    now: Moment,
    inputs: u32,
    /// The last effect that was ordered.
    effect: Option<inkjoin::setup::EffectId>,
}

impl Walk {
    fn new(knowledge: &'static Knowledge) -> Self {
        let now = Moment(10_000);
        Self { setup: Setup::new(knowledge, now), now, inputs: 0, effect: None }
    }

    /// One input as a driver gives it: orders drained, standing work, deadline and view read.
    fn give(&mut self, input: Input) -> Result<(), Fault> {
        self.now = self.now + Duration::from_millis(50);
        self.setup.handle(input, self.now)?;
        while let Some(order) = self.setup.poll_order() {
            if let Order::Do(effect) = order {
                self.effect = Some(effect.id);
            }
        }
        black_box((self.setup.standing(), self.setup.deadline(), self.setup.view()));
        self.inputs += 1;
        Ok(())
    }

    fn choose(&mut self, choice: Choice) -> Result<(), Fault> {
        self.answer(choice, &[])
    }

    fn answer(&mut self, choice: Choice, typed: &[(Field, &str)]) -> Result<(), Fault> {
        let typed: BTreeMap<_, _> = typed.iter().map(|(field, text)| (*field, Secret::new(*text))).collect();
        self.give(Input::Choose(choice, Answers(typed)))
    }

    fn outcome(&mut self, outcome: Outcome) -> Result<(), Fault> {
        let id = self.effect.ok_or("no effect was ordered")?;
        self.give(Input::Outcome(id, outcome))
    }

    fn at(&self, id: &str) -> Result<(), Fault> {
        let here = self.setup.view().id;
        if here == id { Ok(()) } else { Err(format!("at {here}, not at {id}").into()) }
    }
}

fn main() -> Result<(), Fault> {
    let knowledge = Knowledge::embedded()?;
    let (mut speeds, mut with_many) = (Vec::new(), Vec::new());
    // Interleaved, so that a busy moment of the machine meets both.
    for round in 0..41 {
        for (printers, kept) in [(1, &mut speeds), (50, &mut with_many)] {
            let speed = speed(knowledge, printers)?;
            if round > 0 {
                kept.push(speed);
            }
        }
    }
    let sizes: Vec<usize> = (0..5).map(|_| size(knowledge, 50)).collect::<Result<_, _>>()?;
    let one = size(knowledge, 1)?;
    let say = |measure: &str, unit: &str, ours: serde_json::Value, at_most: Option<usize>| {
        let row =
            json!({ "bench": "machine", "measure": measure, "unit": unit, "ours": ours, "at_most": at_most });
        writeln!(stdout(), "{row}")
    };
    say("inputs, one printer", "/s", json!(speeds), None)?;
    say("inputs, 50 printers", "/s", json!(with_many), None)?;
    say("state, one printer", "B", json!([one]), None)?;
    say("state, 50 printers", "B", json!(sizes), Some(16 << 10))?;
    Ok(())
}

/// Inputs in a second, over some 50 ms.
fn speed(knowledge: &'static Knowledge, printers: u16) -> Result<f64, Fault> {
    let list = list(printers)?;
    let (mut inputs, begun) = (0, Instant::now());
    while begun.elapsed() < Duration::from_millis(50) {
        inputs += session(knowledge, &list)?;
    }
    Ok((f64::from(inputs) / begun.elapsed().as_secs_f64()).round())
}

/// Bytes of a setup that was told of so many printers, when it shows them.
fn size(knowledge: &'static Knowledge, printers: u16) -> Result<usize, Fault> {
    let list = list(printers)?;
    let before = LIVE.load(Ordering::Relaxed);
    let mut setup = Setup::new(knowledge, Moment(10_000));
    setup.handle(Input::Choose(Choice::Begin, Answers::default()), Moment(10_050))?;
    setup.handle(Input::Browse(Ok(())), Moment(10_100))?;
    setup.handle(Input::Printers(list.clone()), Moment(10_200))?;
    while setup.poll_order().is_some() {}
    let heap = LIVE.load(Ordering::Relaxed).saturating_sub(before);
    drop(black_box(setup));
    Ok(heap + size_of::<Setup>())
}

/// A usual session, from the doors to the end; the inputs that it took.
fn session(knowledge: &'static Knowledge, list: &[Found]) -> Result<u32, Fault> {
    let first = list.first().ok_or("no printer")?;
    let mut walk = Walk::new(knowledge);
    walk.choose(Choice::Begin)?;
    walk.give(Input::Browse(Ok(())))?;
    walk.give(Input::Printers(list.to_vec()))?;
    walk.choose(Choice::Printer(1))?;
    walk.outcome(Outcome::Described(Ok(report(first)?)))?;
    walk.at("already-online")?;
    walk.choose(Choice::Connect)?;
    walk.outcome(Outcome::Router(Some(router()?)))?;
    walk.at("ways")?;
    walk.choose(Choice::Way(Way::Pin { from: PinFrom::Ews, by: HandOverBy::Service }))?;
    walk.answer(Choice::SignIn, &[(Field::User, "root"), (Field::Password, "made up")])?;
    let signed_in = SignedIn { device_pin: true, push_button: true, status: Some(status(LastResult::None)) };
    walk.outcome(Outcome::SignedIn(Ok(signed_in)))?;
    walk.outcome(Outcome::Pin(WpsPin::from_number(12_345_670).map_err(|_| inkjoin::printer::NoPin::Empty)))?;
    walk.outcome(Outcome::Sent(Ok(())))?;
    walk.at("waiting")?;
    // The router's status every 2 s and the printer's cable every 1.5 s, until it joins.
    for _ in 0..3 {
        walk.give(Input::RouterStatus(Ok(status(LastResult::None))))?;
        walk.give(Input::Answer(answer(first, Link::Cable, "192.168.76.60")?))?;
        walk.give(Input::Printers(list.to_vec()))?;
    }
    walk.give(Input::RouterStatus(Ok(status(LastResult::Success))))?;
    walk.give(Input::Answer(answer(first, Link::Wifi, "192.168.76.250")?))?;
    walk.at("joined")?;
    walk.choose(Choice::Done)?;
    walk.at("ended")?;
    Ok(walk.inputs)
}

/// Printers as DNS-SD tells of them. No two of one model, which would be asked about.
fn list(printers: u16) -> Result<Vec<Found>, Fault> {
    (1..=printers)
        .map(|n| {
            let model = format!("HP LaserJet Professional M{} MFP", 1000 + n);
            let identity = Identity {
                uuid: Mark::new(&format!("1c852a4d-b800-1f08-abcd-02000000{n:04x}")),
                mac: Mark::mac(&format!("02000000{n:04x}")),
                model: Label::new(&model),
                ..Identity::default()
            };
            Ok(Found {
                key: format!("1c852a4d-b800-1f08-abcd-02000000{n:04x}"),
                identity,
                name: Label::new(&format!("{model} [{n:06X}]")),
                host: Some(format!("NPI{n:06X}")),
                ews: vec![LocalAddr::parse(&format!("192.168.77.{}", 9 + n))?],
            })
        })
        .collect()
}

fn report(found: &Found) -> Result<PrinterReport, Fault> {
    Ok(PrinterReport {
        identity: found.identity.clone(),
        at: *found.ews.first().ok_or("no address")?,
        pin: PinOffer::Resource { path: "/IoMgmt/Adapters/wifi0/WPS/Pin".into() },
        asked_through: Some(Link::Cable),
        wifi_joined: Some(false),
        ssid: None,
        display: Some(false),
        asleep: false,
        pages: Vec::new(),
        identify: None,
    })
}

fn router() -> Result<RouterReport, Fault> {
    Ok(RouterReport {
        at: LocalAddr::parse("192.168.77.1")?,
        kind: RouterKind::OpenWrt { hostapd: vec!["hostapd.phy0-ap0".into()] },
        encrypted: false,
        device_pin: Takes::AfterSignIn,
        push_button: Takes::AfterSignIn,
        trouble: None,
        vendor: Some("openwrt".into()),
    })
}

fn status(last: LastResult) -> RouterStatus {
    let peer = (last == LastResult::Success).then(|| Mark::mac("020000000001")).flatten();
    RouterStatus { push_button: PushButton::Disabled, last, peer }
}

fn answer(found: &Found, through: Link, at: &str) -> Result<PrinterAnswer, Fault> {
    let at = LocalAddr::parse(at)?;
    Ok(PrinterAnswer { identity: found.identity.clone(), at, through: Some(through), ssid: None })
}
