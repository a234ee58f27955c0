//! The listed inputs of the walk.

use std::collections::BTreeMap;

use super::*;
use crate::net::Trouble;
use crate::pin::{PinNumber, WpsPin};
use crate::ports::PortError;
use crate::printer::{NoPin, NotOurs};
use crate::router::{HandOverProblem, SignInProblem};
use crate::secret::Secret;
use crate::setup::input::{Field, SignedIn};
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
            ("right", set(&[(Field::Pin, "1234-5670")])),
            ("wrong digit", set(&[(Field::Pin, "12345678")])),
        ],
        Choice::SignIn => vec![("", set(&[(Field::User, "root"), (Field::Password, "router-password")]))],
        _ => vec![("", Answers::default())],
    }
}

/// The listed inputs of the walk.
pub(super) struct Alphabet {
    fixed: Vec<(String, Input)>,
    outcomes: Vec<(String, Outcome)>,
    choices: Vec<Choice>,
}

impl Alphabet {
    pub(super) fn new() -> Self {
        let choices = Way::ALL.into_iter().map(Choice::Way).chain([
            Choice::Printer(1),
            Choice::TypeAddress,
            Choice::Ask,
            Choice::Connect,
            Choice::LookAgain,
            Choice::SignIn,
            Choice::CannotSignIn,
            Choice::ReadAgain,
            Choice::UsePin,
            Choice::FourDigits,
            Choice::EightDigits,
            Choice::Entered,
            Choice::ThatIsMine,
            Choice::NotMine,
            Choice::TryAgain,
            Choice::KeepLooking,
            Choice::CloseWindow,
            Choice::CarryOn,
            Choice::AnotherPrinter,
            Choice::Done,
            Choice::Back,
            Choice::Leave,
        ]);
        Self { fixed: fixed(), outcomes: outcomes(), choices: choices.collect() }
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
            | ("learning", Outcome::Router(_))
            | ("signing-in", Outcome::SignedIn(_) | Outcome::Busy)
            | ("reading-pin", Outcome::Pin(_))
            | ("sending-pin", Outcome::Sent(_))
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
        named("network gone", Input::Network { online: false }),
        named("network back", Input::Network { online: true }),
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
        named("router: failed", Input::RouterStatus(Ok(status(LastResult::Failed, None)))),
        named("router: session ended", Input::RouterStatus(Err(HandOverProblem::SignInAgain))),
    ]
}

fn outcomes() -> Vec<(String, Outcome)> {
    let named = |label: &str, outcome| (label.to_owned(), outcome);
    let signed =
        |device_pin, last| Outcome::SignedIn(Ok(SignedIn { device_pin, status: Some(status(last, None)) }));
    let pin = |number| Outcome::Pin(Ok(WpsPin::from_number(number).unwrap()));
    vec![
        named(
            "printer on its setup network, tells its PIN",
            Outcome::Described(Ok(report("192.168.223.1", resource(), Some(Link::OwnNetwork)))),
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
        named("taken back", Outcome::Undone(true)),
        named("not taken back", Outcome::Undone(false)),
    ]
}
