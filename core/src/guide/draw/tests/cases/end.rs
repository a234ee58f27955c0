//! The wait, what came of it, and the end.

use std::time::Duration;

use super::{AWAY, Cases, MOBILE, NOW, TROUBLES, clock, of_vendor, openwrt, sheets, there};
use crate::identity::{Label, Mark};
use crate::net::LocalAddr;
use crate::setup::evidence::{Hint, Proof, RouterWord};
use crate::setup::input::{Choice, SessionOutcome};
use crate::setup::plan::{HandOverBy, PinFrom, Way};
use crate::setup::state::{HowToCheck, Reason, Sheet};
use crate::setup::view::{Clock, Road, Shown};
use crate::time::Moment;

const CHECKS: [HowToCheck; 4] = [
    HowToCheck::RouterSaysSuccess,
    HowToCheck::LookAtPrinter,
    HowToCheck::Passphrase,
    HowToCheck::PhoneWasAway,
];

/// Nothing was seen yet.
fn calm(clock: Option<Clock>) -> Shown {
    Shown::Waiting {
        clock,
        slow: false,
        walk_over: false,
        word: None,
        overdue: false,
        seen: false,
        hint: None,
        cable: false,
        panel: false,
    }
}

/// Until the join is judged.
fn join(seconds: u64) -> Option<Clock> {
    Some(Clock { ends_at: Moment(NOW.0 + seconds * 1000), total: Duration::from_secs(240) })
}

pub fn waiting(c: &mut Cases) {
    let wait = [Choice::PrinterReports, Choice::Back];
    c.add("waiting", "once more", &wait, calm(join(200)));
    for (name, around) in [("away", AWAY), ("mobile", MOBILE), ("on the printer's Wi-Fi", there())] {
        c.add("waiting", name, &wait, calm(clock(90))).around = around;
    }
    let pushed = [Choice::PrinterReports, Choice::PushAgain, Choice::Back];
    c.add("waiting", "push", &pushed, calm(clock(90)));
    every_wait(c);
    let report =
        |overlap: &[Choice]| [overlap, &[Choice::ShowsTimeout, Choice::ShowsFailed, Choice::Back]].concat();
    c.add("printer-report", "PIN", &report(&[]), Shown::PrinterReport { clock: join(100) });
    let push = report(&[Choice::ShowsOverlap]);
    c.add("printer-report", "push", &push, Shown::PrinterReport { clock: None });
}

fn every_wait(c: &mut Cases) {
    let hint = Hint { key: "k".into(), name: Label::new("HP LaserJet 42") };
    let words =
        [RouterWord::NamedOurs, RouterWord::SomebodySucceeded, RouterWord::NamedAnother, RouterWord::Failed];
    let words = [None].into_iter().chain(words.map(Some));
    let asked = [Choice::ThatIsMine, Choice::NotMine, Choice::PrinterReports, Choice::Back];
    for word in words {
        for bits in 0..128u32 {
            let flag = |at: u32| bits & (1 << at) != 0;
            let hint = flag(5).then(|| hint.clone());
            let choices = if hint.is_some() { &asked[..] } else { &asked[2..] };
            let flags = ["slow", "over", "overdue", "seen", "cable", "hint", "panel"];
            let set: Vec<_> = (0..7u32).filter(|at| flag(*at)).map(|at| flags[at as usize]).collect();
            let shown = Shown::Waiting {
                clock: if flag(1) || flag(6) { join(90) } else { clock(90) },
                slow: flag(0),
                walk_over: flag(1),
                word,
                overdue: flag(2),
                seen: flag(3),
                cable: flag(4),
                hint,
                panel: flag(6),
            };
            c.add("waiting", format!("{word:?} {}", set.join(" ")), choices, shown);
            let alone = [0b0, 0b1, 0b11, 0b1000, 0b10000, 0b100000, 0b1000000, 0b1000001, 0b1011000];
            let told = word.is_none() && alone.contains(&bits);
            if !(told || bits == 0 || (bits == 0b1100 && word.is_some())) {
                c.hidden();
            }
        }
    }
}

fn reasons() -> Vec<(Reason, bool)> {
    let plain = [
        Reason::WrongPin,
        Reason::PinTooOld,
        Reason::PrinterNotStarted,
        Reason::PinNotUsed,
        Reason::PushNobodyCame,
        Reason::AnotherCame,
        Reason::PushTooLate,
        Reason::Overlap,
        Reason::CancelledElsewhere,
        Reason::PrinterTimedOut,
        Reason::PrinterGaveUp,
        Reason::WpsOff,
        Reason::RouterRefusedPin,
    ];
    let troubles = TROUBLES.into_iter().enumerate().map(|(at, t)| (Reason::Router(t), at == 0));
    plain.into_iter().map(|r| (r, true)).chain(troubles).collect()
}

/// Which kinds of attempt can end for it: by push button, by another way.
fn kinds(reason: Reason) -> &'static [bool] {
    match reason {
        Reason::PushNobodyCame | Reason::AnotherCame | Reason::PushTooLate | Reason::CancelledElsewhere => {
            &[true]
        }
        Reason::WrongPin
        | Reason::PinTooOld
        | Reason::PrinterNotStarted
        | Reason::PinNotUsed
        | Reason::RouterRefusedPin => &[false],
        Reason::Overlap
        | Reason::PrinterTimedOut
        | Reason::PrinterGaveUp
        | Reason::WpsOff
        | Reason::Router(_) => &[false, true],
    }
}

fn proofs() -> [Proof; 4] {
    let at = LocalAddr::parse("192.168.1.23").unwrap();
    [
        Proof::PrinterAnswered { at, ssid: Some(Label::new("Home")) },
        Proof::PrinterAnswered { at, ssid: None },
        Proof::RouterNamedAndSeen { at },
        Proof::ConfirmedByPerson,
    ]
}

pub fn after(c: &mut Cases) {
    for proof in proofs() {
        for sheet in sheets() {
            let test = matches!(sheet, Sheet::No | Sheet::Failed(_)).then_some(Choice::TestPage);
            let choices: Vec<_> =
                [Choice::Done].into_iter().chain(test).chain([Choice::AnotherPrinter]).collect();
            let name = format!("{:?}, {sheet:?}", proof.kind());
            c.add("joined", name, &choices, Shown::Joined { proof: proof.clone(), sheet });
            if sheet != Sheet::No && proof != Proof::ConfirmedByPerson {
                c.hidden();
            }
        }
    }
    failed(c);
    for check in CHECKS {
        let choices = [Choice::KeepLooking, Choice::TryAgain, Choice::Back, Choice::Leave];
        let view = c.add("unknown", format!("{check:?}"), &choices, Shown::Unknown { check });
        if check == HowToCheck::PhoneWasAway {
            view.around = AWAY;
        }
    }
    by_hand(c);
    let left = [Choice::CloseWindow, Choice::CarryOn];
    c.add("leftover", "open", &left, Shown::Leftover { until: Some(Moment(NOW.0 + 70_000)) }).printer = None;
    c.add("leftover", "over", &left, Shown::Leftover { until: Some(NOW) }).printer = None;
    c.add("leftover", "not known", &left, Shown::Leftover { until: None }).printer = None;
    c.add("closing", "closing", &[], Shown::Closing);
}

/// A person did the router's part, so that nobody knows whether its WPS is on.
fn by_hand(c: &mut Cases) {
    let by = HandOverBy::Person;
    for way in [Way::Pin { from: PinFrom::Person, by }, Way::Push { by }] {
        for vendor in [None, Some("avm_fritzbox"), Some("openwrt")] {
            let router = vendor.map_or_else(openwrt, of_vendor);
            let road = Road { way: Some(way), router: Some(router) };
            let choices = [Choice::KeepLooking, Choice::TryAgain, Choice::Back, Choice::Leave];
            let shown = Shown::Unknown { check: HowToCheck::LookAtPrinter };
            let name = format!("by hand, {}, {vendor:?}", way.id());
            c.add("unknown", name.clone(), &choices, shown).road = road.clone();
            let choices = [Choice::TryAgain, Choice::Back, Choice::Leave];
            let (reason, push) = (Reason::PrinterTimedOut, way.is_push());
            let shown = Shown::Failed { reason, times: 1, push, read: false, peer: None };
            c.add("failed", name, &choices, shown).road = road;
            if vendor.is_none() {
                c.hidden();
            }
        }
    }
}

fn failed(c: &mut Cases) {
    for (reason, pictured) in reasons() {
        for push in kinds(reason) {
            for (times, read) in [(1, true), (1, false), (2, false)] {
                let name = format!("{reason:?}, {times}, push {push}, read {read}");
                let choices = [Choice::TryAgain, Choice::Back, Choice::Leave];
                let named = reason == Reason::AnotherCame && !read;
                let peer = named.then(|| Mark::mac("02:9c:93:83:a6:c2").unwrap());
                c.add("failed", name, &choices, Shown::Failed { reason, times, push: *push, read, peer });
                let plain = times == 1 && !read && reason != Reason::WrongPin && !named;
                if plain || (*push && !read && times == 1 && !named) || !pictured {
                    c.hidden();
                }
            }
        }
    }
}

pub fn ended(c: &mut Cases) {
    let mut outcomes: Vec<(SessionOutcome, bool)> =
        proofs().into_iter().map(|p| (SessionOutcome::Joined(p), true)).collect();
    outcomes.extend(reasons().into_iter().map(|(r, p)| (SessionOutcome::Failed(r), p)));
    outcomes.extend(CHECKS.map(|check| (SessionOutcome::Unknown(check), true)));
    outcomes.extend(
        [SessionOutcome::Informed, SessionOutcome::AlreadyOnline, SessionOutcome::Cancelled]
            .map(|o| (o, true)),
    );
    for (outcome, pictured) in outcomes {
        let name = format!("{outcome:?}");
        for open_until in [None, Some(Moment(NOW.0 + 50_000)), Some(NOW)] {
            let shown = Shown::Ended { outcome: outcome.clone(), open_until };
            c.add("ended", name.clone(), &[], shown);
            let open =
                open_until.is_none() || (open_until != Some(NOW) && outcome == SessionOutcome::Cancelled);
            if !(pictured && open) {
                c.hidden();
            }
        }
    }
}
