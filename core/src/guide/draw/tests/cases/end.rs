//! The wait, what came of it, and the end.

use std::time::Duration;

use super::{Cases, NOW, TROUBLES, clock};
use crate::identity::Label;
use crate::net::LocalAddr;
use crate::setup::evidence::{Hint, Proof, RouterWord};
use crate::setup::input::{Choice, SessionOutcome};
use crate::setup::state::{HowToCheck, Reason};
use crate::setup::view::{Clock, Shown};
use crate::time::Moment;

const CHECKS: [HowToCheck; 3] =
    [HowToCheck::RouterSaysSuccess, HowToCheck::LookAtPrinter, HowToCheck::PhoneWasAway];

pub fn waiting(c: &mut Cases) {
    let hint = Hint { key: "k".into(), name: Label::new("HP LaserJet 42") };
    let words =
        [None, Some(RouterWord::NamedOurs), Some(RouterWord::SomebodySucceeded), Some(RouterWord::Failed)];
    let asked = [Choice::ThatIsMine, Choice::NotMine, Choice::Back];
    let again = Some(Clock { ends_at: Moment(NOW.0 + 200_000), total: Duration::from_secs(240) });
    let shown = Shown::Waiting {
        clock: again,
        word: None,
        slow: false,
        walk_over: false,
        overdue: false,
        seen: false,
        cable: false,
        hint: None,
    };
    c.add("waiting", "once more", &[Choice::Back], shown);
    for word in words {
        for bits in 0..64u32 {
            let flag = |at: u32| bits & (1 << at) != 0;
            let hint = flag(5).then(|| hint.clone());
            let choices: &[Choice] = if hint.is_some() { &asked } else { &[Choice::Back] };
            let name = format!(
                "{word:?} slow {} over {} overdue {} seen {} cable {}",
                flag(0),
                flag(1),
                flag(2),
                flag(3),
                flag(4)
            );
            let shown = Shown::Waiting {
                clock: clock(90),
                word,
                slow: flag(0),
                walk_over: flag(1),
                overdue: flag(2),
                seen: flag(3),
                cable: flag(4),
                hint,
            };
            c.add("waiting", name, choices, shown);
            let told = [0b0, 0b1, 0b11, 0b10000, 0b100000].contains(&bits) && word.is_none();
            c.0.last_mut().unwrap().pictured = told || (bits == 0) || (bits == 0b1100 && word.is_some());
        }
    }
}

fn reasons() -> Vec<(Reason, bool)> {
    let plain =
        [Reason::WrongPin, Reason::PinTooOld, Reason::PinNotUsed, Reason::WpsOff, Reason::RouterRefusedPin];
    let troubles = TROUBLES.into_iter().enumerate().map(|(at, t)| (Reason::Router(t), at == 0));
    plain.into_iter().map(|r| (r, true)).chain(troubles).collect()
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
        c.add(
            "joined",
            format!("{:?}", proof.kind()),
            &[Choice::Done, Choice::AnotherPrinter],
            Shown::Joined { proof },
        );
    }
    for (reason, pictured) in reasons() {
        for times in [1, 2] {
            let choices = [Choice::TryAgain, Choice::Back, Choice::Leave];
            c.add("failed", format!("{reason:?}, {times}"), &choices, Shown::Failed { reason, times });
            c.0.last_mut().unwrap().pictured = pictured;
        }
    }
    for check in CHECKS {
        let choices = [Choice::KeepLooking, Choice::TryAgain, Choice::Back, Choice::Leave];
        c.add("unknown", format!("{check:?}"), &choices, Shown::Unknown { check }).away =
            check == HowToCheck::PhoneWasAway;
    }
    let left = [Choice::CloseWindow, Choice::CarryOn];
    c.add("leftover", "open", &left, Shown::Leftover { until: Some(Moment(NOW.0 + 70_000)) }).printer = None;
    c.add("leftover", "over", &left, Shown::Leftover { until: Some(NOW) }).printer = None;
    c.add("leftover", "not known", &left, Shown::Leftover { until: None }).printer = None;
    c.add("closing", "closing", &[], Shown::Closing);
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
            c.0.last_mut().unwrap().pictured = pictured && open;
        }
    }
}
