//! Two printers of one model.

use super::bench::Bench;
use super::*;
use crate::setup::plan::{HandOverBy, Way};

const PUSH_BY_SERVICE: Choice = Choice::Way(Way::Push { by: HandOverBy::Service });
const PUSH_BY_HAND: Choice = Choice::Way(Way::Push { by: HandOverBy::Person });

#[test]
fn two_of_one_model_are_told_apart_and_push_warns_of_the_other() {
    let mut b = Bench::new();
    b.choose(Choice::Begin);
    let two = vec![found("a", printer(), "192.168.1.6"), found("c", twin(), "192.168.1.8")];
    b.give(Input::Printers(two)).choose(Choice::Printer(2));
    assert_eq!(b.at(), "which-one");
    b.choose(Choice::Blink).outcome(Outcome::Identified(Ok(())));
    b.choose(Choice::ThisOne);
    assert_eq!(b.at(), "asking");
    let mut told = report("192.168.1.8", PinOffer::NotOffered, Some(Link::Cable));
    told.identity = twin();
    b.outcome(Outcome::Described(Ok(told))).choose(Choice::Connect);
    b.outcome(Outcome::Router(Some(router(Takes::AfterSignIn)))).choose(PUSH_BY_HAND);
    assert!(matches!(b.setup.view().shown, view::Shown::PushConsent { twin: true, .. }));
}

/// To the printer that was tapped before its model was known; now it has told it.
fn tapped_unnamed() -> Bench {
    let mut b = Bench::new();
    let bare = Identity { model: Label::default(), ..printer() };
    b.choose(Choice::Begin).give(Input::Printers(vec![found("a", bare, "192.168.1.6"), twin_found()]));
    b.choose(Choice::Printer(1));
    assert_eq!(b.at(), "asking", "nobody can know yet");
    b
}

fn twin_found() -> Found {
    found("c", twin(), "192.168.1.8")
}

#[test]
fn a_model_that_is_known_only_by_asking_brings_the_question_then() {
    let mut b = tapped_unnamed();
    b.outcome(Outcome::Described(Ok(report("192.168.1.6", resource(), Some(Link::Cable)))));
    assert_eq!(b.at(), "which-one");
    let view::Shown::WhichOne { card, others, .. } = b.setup.view().shown else { panic!("no question") };
    assert_eq!((card.identity, others.len()), (printer(), 1));
    b.choose(Choice::Blink).outcome(Outcome::Identified(Ok(())));
    let blinks = |o: &Order| matches!(o, Order::Do(e) if e.ask == Ask::Identify { at: addr("192.168.1.6") });
    assert!(b.orders.iter().any(blinks));
    let mut other = Bench { setup: b.setup.clone(), now: b.now, orders: Vec::new() };
    assert_eq!(other.choose(Choice::Back).at(), "find");
    let saved = b.setup.save(b.now, 0).unwrap();
    assert_eq!(Setup::restore(knowledge(), saved, b.now, 0).view().id, "asking");
    b.give(Input::Printers(vec![found("a", printer(), "192.168.1.6")]));
    assert_eq!(b.at(), "which-one", "a twin that is gone may be the one all the same");
    b.choose(Choice::ThisOne);
    assert_eq!((b.at(), b.asked()), ("already-online", vec!["describe", "identify"]), "not asked again");
    b.choose(Choice::Connect).outcome(Outcome::Router(Some(router(Takes::AfterSignIn))));
    b.give(Input::Printers(vec![found("a", printer(), "192.168.1.6"), twin_found()]));
    assert_eq!(b.choose(PUSH_BY_HAND).at(), "push-consent", "once is enough");
}

#[test]
fn a_twin_that_is_known_only_later_brings_the_question_before_the_way() {
    let mut b = Bench::new();
    b.choose(Choice::Begin).give(Input::Printers(vec![found("a", printer(), "192.168.1.6")]));
    b.choose(Choice::Printer(1));
    b.outcome(Outcome::Described(Ok(report("192.168.1.6", resource(), Some(Link::Cable)))));
    b.choose(Choice::Connect).outcome(Outcome::Router(Some(router(Takes::AfterSignIn))));
    let saved = b.setup.save(b.now, 0).unwrap();
    b.give(Input::Printers(vec![found("a", printer(), "192.168.1.6"), twin_found()]));
    b.choose(PUSH_BY_SERVICE);
    assert_eq!((b.at(), b.setup.world.attempt), ("which-one", 0));
    b.choose(Choice::ThisOne);
    assert_eq!((b.at(), b.setup.world.attempt), ("push-consent", 1));
    // What is not known yet is not forgotten either.
    let setup = Setup::restore(knowledge(), saved, b.now, 0);
    let mut next = Bench { setup, now: b.now, orders: Vec::new() };
    next.drain();
    next.outcome(Outcome::Described(Ok(report("192.168.1.6", resource(), Some(Link::Cable)))));
    next.give(Input::Printers(vec![found("a", printer(), "192.168.1.6"), twin_found()]));
    next.choose(Choice::Connect).outcome(Outcome::Router(Some(router(Takes::AfterSignIn))));
    assert_eq!(next.choose(PUSH_BY_HAND).at(), "which-one");
}
