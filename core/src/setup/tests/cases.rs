//! Case by case.

use std::time::Duration;

use super::bench::Bench;
use super::*;
use crate::net::Trouble;
use crate::pin::{PinNumber, WpsPin};
use crate::printer::NoPin;
use crate::router::HandOverProblem;
use crate::setup::input::{Around, End, Field, SessionOutcome, SignedIn};
use crate::setup::plan::{HandOverBy, PinFrom, Way};
use crate::setup::state::{Decide, HowToCheck, Reason, SignIn, State};

#[test]
fn the_whole_chain_ends_joined_with_its_proof() {
    let mut b = Bench::waiting();
    b.give(Input::Answer(answer(printer(), "192.168.1.7", Some(Link::Wifi))));
    assert_eq!(b.at(), "joined");
    b.choose(Choice::Done);
    assert!(matches!(
        b.setup.outcome(),
        Some(SessionOutcome::Joined(evidence::Proof::PrinterAnswered { .. }))
    ));
    let sent =
        b.orders.iter().filter(|o| matches!(o, Order::Do(e) if matches!(e.ask, Ask::SendPin { .. }))).count();
    assert_eq!(sent, 1, "the PIN is handed over once");
}

#[test]
fn the_router_is_signed_in_before_the_pin_is_asked_for() {
    let b = Bench::waiting();
    let asked: Vec<_> = b
        .orders
        .iter()
        .filter_map(|o| if let Order::Do(e) = o { Some(e.ask.name()) } else { None })
        .collect();
    assert_eq!(asked, ["describe", "recognise_router", "sign_in", "read_pin", "send_pin"]);
}

#[test]
fn the_routers_success_alone_is_never_joined() {
    let mut b = Bench::waiting();
    b.give(Input::RouterStatus(Ok(status(LastResult::Success, Some("02a0b0c0d0e0")))));
    assert_eq!(b.at(), "waiting");
    b.after(Duration::from_secs(240));
    assert_eq!(b.setup.world.last, Some(SessionOutcome::Unknown(HowToCheck::RouterSaysSuccess)));
    b.give(Input::Answer(answer(printer(), "192.168.1.7", Some(Link::Wifi))));
    assert_eq!(b.at(), "joined", "the look goes on while the outcome is unknown");
}

#[test]
fn a_wrong_pin_is_told_at_once_and_tried_again_with_a_fresh_one() {
    let mut b = Bench::waiting();
    b.give(Input::RouterStatus(Ok(status(LastResult::Failed, None))));
    assert_eq!(b.setup.world.last, Some(SessionOutcome::Failed(Reason::WrongPin)));
    b.choose(Choice::TryAgain);
    assert_eq!(b.at(), "closing", "the router may still hold the old PIN");
    b.outcome(Outcome::Undone(true));
    assert_eq!(b.at(), "reading-pin", "a fresh PIN, and no second sign-in");
    b.outcome(Outcome::Pin(Ok(
        WpsPin::from_number(24_681_353).unwrap_or(PinNumber::Pin(WpsPin::parse("12345670").unwrap()))
    )));
    b.outcome(Outcome::Sent(Ok(())));
    b.give(Input::RouterStatus(Ok(status(LastResult::Failed, None))));
    assert_eq!(b.at(), "waiting", "the old failure is not taken for a new one");
    b.give(Input::Answer(answer(printer(), "192.168.1.7", Some(Link::Wifi))));
    assert_eq!(b.at(), "joined");
}

#[test]
fn nobody_came_is_told_from_no_evidence() {
    let mut heard = Bench::waiting();
    heard.give(Input::RouterStatus(Ok(status(LastResult::None, None)))).after(Duration::from_secs(240));
    assert_eq!(heard.setup.world.last, Some(SessionOutcome::Failed(Reason::PinNotUsed)));
    let mut deaf = Bench::waiting();
    deaf.after(Duration::from_secs(240));
    assert_eq!(deaf.setup.world.last, Some(SessionOutcome::Unknown(HowToCheck::LookAtPrinter)));
    let mut away = Bench::waiting();
    away.give(Input::Network(Around::default()))
        .give(Input::Network(Around::HOME))
        .after(Duration::from_secs(240));
    assert_eq!(away.setup.world.last, Some(SessionOutcome::Unknown(HowToCheck::PhoneWasAway)));
}

#[test]
fn cancelling_takes_the_pin_back_and_keeps_what_could_not_be() {
    let mut b = Bench::waiting();
    b.give(Input::Cancel);
    assert_eq!(b.at(), "closing");
    assert!(b.orders.iter().any(|o| matches!(o, Order::Do(e) if matches!(e.ask, Ask::Undo { .. }))));
    let mut undone = Bench { setup: b.setup.clone(), now: b.now, orders: Vec::new() };
    undone.outcome(Outcome::Undone(true));
    assert_eq!((undone.at(), undone.setup.save(undone.now, 0)), ("ended", None));
    b.after(Duration::from_secs(5));
    assert_eq!((b.at(), b.setup.outcome()), ("ended", Some(SessionOutcome::Cancelled)));
    let saved = b.setup.save(b.now, 0).expect("the open window is kept");
    let next = Setup::restore(knowledge(), saved, b.now, 0);
    assert_eq!(next.view().id, "leftover");
}

#[test]
fn a_pin_that_the_router_may_have_taken_is_waited_for() {
    let mut b = Bench::at_ways();
    b.choose(Choice::Way(Way::Pin { from: PinFrom::Ews, by: HandOverBy::Service })).choose(Choice::SignIn);
    b.outcome(Outcome::SignedIn(Ok(SignedIn { device_pin: true, push_button: true, status: None })));
    b.outcome(Outcome::Pin(Ok(WpsPin::from_number(12_345_670).unwrap())));
    b.outcome(Outcome::Sent(Err(HandOverProblem::Trouble(Trouble::TimedOut))));
    assert_eq!(b.at(), "waiting");
    assert!(b.setup.world.undo.is_some());
}

#[test]
fn the_flow_leads_on_where_printer_or_router_do_not() {
    let mut b = Bench::at_ways();
    b.choose(Choice::Way(Way::Pin { from: PinFrom::Ews, by: HandOverBy::Service })).choose(Choice::SignIn);
    b.outcome(Outcome::SignedIn(Ok(SignedIn { device_pin: false, push_button: false, status: None })));
    assert_eq!(b.at(), "reading-pin");
    b.outcome(Outcome::Pin(Err(NoPin::NotOffered)));
    assert_eq!(b.at(), "type-pin");
    b.choose(Choice::UsePin);
    assert_eq!(b.at(), "router-page");
    b.choose(Choice::Entered);
    assert_eq!(b.at(), "waiting");
}

#[test]
fn a_restart_of_the_device_closes_every_window() {
    let b = Bench::waiting();
    let saved = b.setup.save(b.now, 500_000).unwrap();
    let rebooted = Setup::restore(knowledge(), saved.clone(), Moment(5), 600_000);
    assert!(rebooted.world.undo.is_none());
    assert!(matches!(&rebooted.state, State::Wait(w) if w.walk_over));
    let same = Setup::restore(knowledge(), saved, b.now + Duration::from_secs(3), 503_000);
    assert!(same.world.undo.is_some());
    assert_eq!(same.timers.get(timers::Timer::PrinterWalk), b.setup.timers.get(timers::Timer::PrinterWalk));
}

#[test]
fn an_interrupted_hand_over_asks_the_router_first() {
    let mut b = Bench::at_ways();
    b.choose(Choice::Way(Way::Pin { from: PinFrom::Ews, by: HandOverBy::Service })).choose(Choice::SignIn);
    b.outcome(Outcome::SignedIn(Ok(SignedIn {
        device_pin: true,
        push_button: true,
        status: Some(status(LastResult::None, None)),
    })));
    b.outcome(Outcome::Pin(Ok(WpsPin::from_number(12_345_670).unwrap())));
    let saved = b.setup.save(b.now, 0).unwrap();
    let mut next =
        Bench { setup: Setup::restore(knowledge(), saved, b.now, 0), now: b.now, orders: Vec::new() };
    assert!(matches!(next.setup.state, State::SignIn(SignIn::Typing { then: state::Then::Check, .. })));
    next.choose(Choice::SignIn);
    let ours = status(LastResult::Success, Some("02a0b0c0d0e0"));
    next.outcome(Outcome::SignedIn(Ok(SignedIn { device_pin: true, push_button: true, status: Some(ours) })));
    assert_eq!(next.at(), "waiting", "it had happened");
}

#[test]
fn a_choice_that_is_not_on_the_screen_is_refused() {
    let mut b = Bench::new();
    let refused = b.setup.handle(Input::Choose(Choice::Done, Answers::default()), b.now);
    assert_eq!(refused, Err(Refused::NotOffered));
    b.choose(Choice::Begin);
    b.choose(Choice::TypeAddress);
    let missing = b.setup.handle(Input::Choose(Choice::Ask, Answers::default()), b.now);
    assert_eq!(missing, Err(Refused::MissingAnswer(Field::Address)));
}

#[test]
fn a_saved_session_of_another_version_or_hostile_bytes_is_a_typed_error() {
    assert_eq!(Saved::parse(b"{\"schema\":99}"), Err(RestoreError::Version(99)));
    assert_eq!(Saved::parse(b"not json"), Err(RestoreError::Damaged));
    assert_eq!(Saved::parse(&vec![b' '; saved::MAX_BYTES + 1]), Err(RestoreError::Damaged));
    let golden = include_bytes!("../../../tests/golden/saved-2.json");
    let written = Bench::waiting();
    insta::assert_snapshot!(
        "saved",
        String::from_utf8(written.setup.save(written.now, 5_000).unwrap().bytes()).unwrap()
    );
    let setup = Setup::restore(
        knowledge(),
        Saved::parse(golden).expect("an older file is read"),
        Moment(20_000),
        5_000,
    );
    assert_eq!(setup.view().id, "waiting");
}

#[test]
fn an_end_without_an_attempt_is_cancelled() {
    let mut b = Bench::new();
    let state = State::Decide(Decide::Choosing);
    let (end, _) = after::close(&mut b.setup, &state, End::Cancelled, b.now);
    assert!(matches!(end, State::After(state::After::Ended { outcome: SessionOutcome::Cancelled })));
}

#[test]
fn a_sign_in_without_a_name_is_asked_for_it_and_nothing_is_sent() {
    let mut b = Bench::at_ways();
    b.choose(Choice::Way(Way::Push { by: HandOverBy::Service })).choose(Choice::OpenPush);
    let nameless = super::alphabet::answer_sets(&Choice::SignIn).remove(1).1;
    b.give(Input::Choose(Choice::SignIn, nameless));
    let (then, problem) = (state::Then::Push, Some(state::SignInTrouble::NoUser));
    assert_eq!(b.setup.state, State::SignIn(SignIn::Typing { then, problem }));
    assert_eq!(b.asked(), ["describe", "recognise_router"]);
    b.choose(Choice::SignIn);
    b.outcome(Outcome::SignedIn(Ok(SignedIn { device_pin: true, push_button: true, status: None })));
    assert_eq!(b.at(), "push-printer", "it goes on where it was");
}
