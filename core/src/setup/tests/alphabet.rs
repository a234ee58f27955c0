//! The listed inputs of the walk.

use std::collections::BTreeMap;

use super::*;
use crate::knowledge::families::PinPlace;
use crate::net::Trouble;
use crate::pin::{PinNumber, WpsPin};
use crate::ports::PortError;
use crate::printer::{NoIdentify, NoPage, NoPin, NotOurs};
use crate::router::{HandOverProblem, SignInProblem};
use crate::secret::Secret;
use crate::setup::input::{Around, Field, NoBle, SignedIn};
use crate::setup::plan::Way;
use crate::setup::state::State;

/// Answers for the fields that a choice needs: the good ones, and one bad set for each kind of mistake.
pub(super) fn answer_sets(choice: &Choice) -> Vec<(&'static str, Answers)> {
    let set = |pairs: &[(Field, &str)]| {
        Answers(pairs.iter().map(|(f, t)| (*f, Secret::new(*t))).collect::<BTreeMap<_, _>>())
    };
    match choice {
        Choice::Ask => vec![
            ("local", set(&[(Field::Address, "192.168.223.1")])),
            ("public", set(&[(Field::Address, "8.8.8.8")])),
        ],
        Choice::UsePin => vec![
            ("right", set(&[(Field::Pin, "2468-1353")])),
            ("the example", set(&[(Field::Pin, "12345670")])),
            ("wrong digit", set(&[(Field::Pin, "12345678")])),
        ],
        Choice::SignIn => vec![
            ("", set(&[(Field::User, "root"), (Field::Password, "router-password")])),
            ("no name", set(&[(Field::User, " "), (Field::Password, "router-password")])),
        ],
        _ => vec![("", Answers::default())],
    }
}

/// One walk over everything would not end in a minute: what was learned on one road multiplies the states of all others.
/// So each theme has the inputs of its own roads, and the law is checked at every state of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Theme {
    /// PIN by every road, given by the service or by hand.
    Pin,
    /// Push button, and the password at the panel.
    Push,
    /// The printer's own Wi-Fi, and networks that come and go.
    Networks,
    /// The doors, two of one model, a printer that is on the network already.
    Online,
}

impl Theme {
    fn choices(self) -> Vec<Choice> {
        use Choice as C;
        let way = |id: &str| C::Way(Way::ALL.into_iter().find(|w| w.id() == id).unwrap());
        let certificate = [C::TrustRouter, C::ByHand];
        let ends = [C::Back, C::Leave, C::Done, C::TryAgain, C::KeepLooking, C::AnotherPrinter, C::LookAgain];
        let common = ends.into_iter().chain([
            C::Begin,
            C::Printer(1),
            C::TypeAddress,
            C::Ask,
            C::SignIn,
            C::CannotSignIn,
            C::ThatIsMine,
            C::NotMine,
            C::CloseWindow,
            C::CarryOn,
            C::Connect,
        ]);
        let own = match self {
            Theme::Pin => vec![
                way("way:read:router"),
                way("way:typed:router"),
                way("way:read:page"),
                way("way:typed:page"),
                C::ReadAgain,
                C::UsePin,
                C::PrintPin,
                C::LookAt(PinPlace::Page),
                C::NoPinThere,
                C::FourDigits,
                C::EightDigits,
                C::Entered,
                C::LooksDifferent,
                C::TakesNoPin,
                C::Started,
            ],
            Theme::Push => vec![
                way("way:push:router"),
                way("way:push:hand"),
                way("way:passphrase"),
                C::OpenPush,
                C::NoPushKey,
                C::PressedPrinter,
                C::PressedRouter,
                C::PushAgain,
                C::PrinterReports,
                C::ShowsOverlap,
                C::ShowsTimeout,
                C::ShowsFailed,
                C::Entered,
            ],
            Theme::Networks => {
                vec![way("way:read:router"), way("way:read:page"), C::PrinterWifi, C::GoOn, C::Entered]
            }
            Theme::Online => vec![
                C::ComputerAsks,
                C::WentOffline,
                C::Printer(2),
                C::ThisOne,
                C::Blink,
                C::Move,
                C::TestPage,
                C::OnlyPin,
                C::GoOn,
                C::ReadAgain,
                C::PrintPin,
                way("way:read:router"),
            ],
        };
        let asked = matches!(self, Theme::Pin | Theme::Push);
        common.chain(own).chain(certificate.into_iter().filter(|_| asked)).collect()
    }

    /// Inputs that belong to other themes.
    fn leaves_out(self, label: &str) -> bool {
        let of = |theme: Theme, words: &[&str]| theme != self && words.iter().any(|w| label.starts_with(w));
        of(Theme::Networks, &["network:", "hop", "the system can", "on its setup network"])
            || of(Theme::Push, &["push", "PBC"])
            || of(
                Theme::Pin,
                &[
                    "tells its PIN on its cable",
                    "PIN of four",
                    "no PIN now",
                    "not granted",
                    "session ended",
                    "no answer to",
                ],
            )
            || of(Theme::Online, &["printers: two of one", "identified", "printer on Wi-Fi", "BLE"])
            || (self == Theme::Networks && NOT_OF_NETWORKS.iter().any(|w| label.starts_with(w)))
            || (self == Theme::Online && NOT_OF_ONLINE.iter().any(|w| label.starts_with(w)))
    }
}

/// What the other themes show as well, and what would multiply every state of these.
const NOT_OF_NETWORKS: [&str; 10] = [
    "router's certificate changed",
    "answer, way unknown",
    "answer over the cable",
    "printer on its cable",
    "printers: one and a newcomer",
    "router: failed",
    "router: session ended",
    "browse",
    "signed in, not granted",
    "router busy",
];
const NOT_OF_ONLINE: [&str; 7] = [
    "router's certificate changed",
    "answer, way unknown",
    "printers: one and a newcomer",
    "router: failed",
    "router: session ended",
    "signed in, not granted",
    "router busy",
];

/// The listed inputs of one theme's walk.
pub(super) struct Alphabet {
    fixed: Vec<(String, Input)>,
    outcomes: Vec<(String, Outcome)>,
    choices: Vec<Choice>,
}

impl Alphabet {
    pub(super) fn of(theme: Theme) -> Self {
        let keep = |label: &str| !theme.leaves_out(label);
        Self {
            fixed: fixed().into_iter().filter(|(label, _)| keep(label)).collect(),
            outcomes: outcomes().into_iter().filter(|(label, _)| keep(label)).collect(),
            choices: theme.choices(),
        }
    }

    pub(super) fn len(&self) -> usize {
        let sets: usize = self.choices.iter().map(|c| answer_sets(c).len()).sum();
        self.fixed.len() + self.outcomes.len() + 1 + sets
    }

    pub(super) fn inputs(&self, setup: &Setup) -> Vec<(String, Input)> {
        let mut inputs = self.fixed.clone();
        let live = setup.state.effects();
        for (label, outcome) in &self.outcomes {
            if let Some(id) = live.first().filter(|_| fits(&setup.state, outcome)) {
                inputs.push((label.clone(), Input::Outcome(*id, outcome.clone())));
            }
        }
        inputs.push(("late outcome".into(), Input::Outcome(EffectId(0), Outcome::Undone(true))));
        for choice in &self.choices {
            for (label, answers) in answer_sets(choice) {
                let label = if label.is_empty() { choice.id() } else { format!("{} ({label})", choice.id()) };
                inputs.push((format!("choose {label}"), Input::Choose(choice.clone(), answers)));
            }
        }
        inputs
    }
}

fn fits(state: &State, outcome: &Outcome) -> bool {
    matches!(
        (state.name(), outcome),
        ("asking", Outcome::Described(_))
            | ("learning", Outcome::Router(_) | Outcome::CertificateChanged { .. })
            | ("signing-in", Outcome::SignedIn(_) | Outcome::Busy | Outcome::CertificateChanged { .. })
            | ("reading-pin", Outcome::Pin(_))
            | ("sending-pin", Outcome::Sent(_))
            | ("push-starting", Outcome::Pushed(_))
            | ("already-online" | "type-pin" | "joined", Outcome::Printed(_))
            | ("which-one", Outcome::Identified(_))
            | ("closing", Outcome::Undone(_))
    )
}

fn fixed() -> Vec<(String, Input)> {
    let list = |extra: bool| {
        let mut list = vec![found("a", printer(), "192.168.1.6")];
        if extra {
            list.push(found("b", unmarked(), "192.168.1.9"));
        }
        list
    };
    let named = |label: &str, input| (label.to_owned(), input);
    vec![
        named("cancel", Input::Cancel),
        named("resumed", Input::Resumed),
        named("network: gone", Input::Network(Around::default())),
        named("network: home", Input::Network(Around::HOME)),
        named(
            "network: the printer's own",
            Input::Network(Around { setup: Some(addr("192.168.223.1")), ..Around::default() }),
        ),
        named("the system can hop", Input::CanHop),
        named("hop failed", Input::HopFailed),
        named("BLE: one near", Input::Near(Ok(1))),
        named("BLE: off", Input::Near(Err(NoBle::SwitchedOff))),
        named(
            "printers: two of one model",
            Input::Printers(vec![found("a", printer(), "192.168.1.6"), found("c", twin(), "192.168.1.8")]),
        ),
        named("PBC active", Input::RouterStatus(Ok(pushing(PushButton::Active)))),
        named("PBC overlap", Input::RouterStatus(Ok(pushing(PushButton::Overlap)))),
        named("PBC timed out", Input::RouterStatus(Ok(pushing(PushButton::TimedOut)))),
        named("printers: one", Input::Printers(list(false))),
        named("printers: one and a newcomer", Input::Printers(list(true))),
        named("browse: permission missing", Input::Browse(Err(PortError::PermissionMissing))),
        named("answer over Wi-Fi", Input::Answer(answer(printer(), "192.168.1.7", Some(Link::Wifi)))),
        named("answer over the cable", Input::Answer(answer(printer(), "192.168.1.6", Some(Link::Cable)))),
        named("answer, way unknown", Input::Answer(answer(printer(), "192.168.1.7", None))),
        named("router: nothing yet", Input::RouterStatus(Ok(status(LastResult::None, None)))),
        named(
            "router: ours succeeded",
            Input::RouterStatus(Ok(status(LastResult::Success, Some("02a0b0c0d0e0")))),
        ),
        named(
            "push: another succeeded",
            Input::RouterStatus(Ok(status(LastResult::Success, Some("029c9383a6c2")))),
        ),
        named("router: failed", Input::RouterStatus(Ok(status(LastResult::Failed, None)))),
        named("router: session ended", Input::RouterStatus(Err(HandOverProblem::SignInAgain))),
    ]
}

fn outcomes() -> Vec<(String, Outcome)> {
    let named = |label: &str, outcome| (label.to_owned(), outcome);
    let signed = |granted, last| {
        let status = Some(status(last, None));
        Outcome::SignedIn(Ok(SignedIn { device_pin: granted, push_button: granted, status }))
    };
    let pin = |number| Outcome::Pin(Ok(WpsPin::from_number(number).unwrap()));
    vec![
        named(
            "on its setup network, tells its PIN",
            Outcome::Described(Ok(report("192.168.223.1", resource(), Some(Link::OwnNetwork)))),
        ),
        named(
            "tells its PIN on its cable",
            Outcome::Described(Ok(report("192.168.1.6", resource(), Some(Link::Cable)))),
        ),
        named(
            "printer on its cable, does not tell",
            Outcome::Described(Ok(report("192.168.1.6", PinOffer::NotOffered, Some(Link::Cable)))),
        ),
        named(
            "printer on Wi-Fi",
            Outcome::Described(Ok(report("192.168.1.7", resource(), Some(Link::Wifi)))),
        ),
        named("another device", Outcome::Described(Err(NotOurs::AnotherDevice))),
        named("no printer answers", Outcome::Described(Err(NotOurs::Trouble(Trouble::TimedOut)))),
        named("OpenWrt", Outcome::Router(Some(router(Takes::AfterSignIn)))),
        named("no router known", Outcome::Router(None)),
        named("router's certificate changed", changed()),
        named("signed in, granted", signed(true, LastResult::None)),
        named("signed in, not granted", signed(false, LastResult::None)),
        named("sign-in refused", Outcome::SignedIn(Err(SignInProblem::Refused))),
        named("router busy here", Outcome::Busy),
        named("PIN", pin(12_345_670)),
        named("PIN of four or eight digits", pin(17)),
        named("no PIN now", Outcome::Pin(Ok(PinNumber::None))),
        named("PIN not offered", Outcome::Pin(Err(NoPin::NotOffered))),
        named("PIN taken", Outcome::Sent(Ok(()))),
        named("session ended", Outcome::Sent(Err(HandOverProblem::SignInAgain))),
        named("not granted", Outcome::Sent(Err(HandOverProblem::NotGranted))),
        named("WPS off", Outcome::Sent(Err(HandOverProblem::WpsOff))),
        named("no answer to the PIN", Outcome::Sent(Err(HandOverProblem::Trouble(Trouble::TimedOut)))),
        named("router unreachable", Outcome::Sent(Err(HandOverProblem::Trouble(Trouble::Unreachable)))),
        named("push taken", Outcome::Pushed(Ok(()))),
        named("push not granted", Outcome::Pushed(Err(HandOverProblem::NotGranted))),
        named("push: session ended", Outcome::Pushed(Err(HandOverProblem::SignInAgain))),
        named("push: overlap", Outcome::Pushed(Err(HandOverProblem::Overlap))),
        named("push: no answer", Outcome::Pushed(Err(HandOverProblem::Trouble(Trouble::TimedOut)))),
        named("printed", Outcome::Printed(Ok(()))),
        named("not printed", Outcome::Printed(Err(NoPage::Busy))),
        named("identified", Outcome::Identified(Ok(()))),
        named("identified: not offered", Outcome::Identified(Err(NoIdentify::NotOffered))),
        named("taken back", Outcome::Undone(true)),
        named("not taken back", Outcome::Undone(false)),
    ]
}
