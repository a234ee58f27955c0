//! A router that shows another certificate than before.

use super::bench::Bench;
use super::*;
use crate::pin::WpsPin;
use crate::router::HandOverProblem;
use crate::setup::input::{Around, SessionOutcome, SignedIn};
use crate::setup::plan::{HandOverBy, PinFrom, Way};
use crate::setup::state::{Reason, SignIn, State, Then};

const READ: Choice = Choice::Way(Way::Pin { from: PinFrom::Ews, by: HandOverBy::Service });
const PUSH: Choice = Choice::Way(Way::Push { by: HandOverBy::Service });

fn signed_in() -> Outcome {
    Outcome::SignedIn(Ok(SignedIn { device_pin: true, push_button: true, status: None }))
}

fn openwrt() -> Outcome {
    Outcome::Router(Some(router(Takes::AfterSignIn)))
}

/// The question, before any way was chosen.
fn before_the_ways() -> Bench {
    let mut b = Bench::new();
    b.choose(Choice::Begin);
    b.give(Input::Network(Around { setup: Some(addr("192.168.223.1")), ..Around::HOME }));
    b.choose(Choice::TypeAddress).choose(Choice::Ask);
    b.outcome(Outcome::Described(Ok(report("192.168.223.1", resource(), Some(Link::OwnNetwork)))));
    b.outcome(changed());
    assert_eq!((b.at(), b.offered().join(" ")), ("certificate-changed", "by-hand trust-router back".into()));
    b
}

/// The question, once a password was typed. Nothing was sent.
fn at_sign_in(way: Choice) -> Bench {
    let mut b = Bench::at_ways();
    b.choose(way.clone());
    if way == PUSH {
        b.choose(Choice::OpenPush);
    }
    b.choose(Choice::SignIn);
    b.outcome(Outcome::CertificateChanged { certificate: certificate(), router: None });
    assert_eq!(b.at(), "certificate-changed");
    b
}

fn by_service(b: &Bench) -> bool {
    b.offered().iter().any(|id| id.ends_with(":router"))
}

#[test]
fn the_person_agrees_and_the_router_is_asked_anew() {
    let mut b = before_the_ways();
    b.choose(Choice::TrustRouter);
    assert_eq!((b.at(), b.asked()), ("learning", vec!["describe", "recognise_router", "trust_router"]));
    b.outcome(openwrt());
    assert!(b.at() == "ways" && by_service(&b));
}

#[test]
fn by_hand_no_way_goes_over_the_service_until_the_person_looks_again() {
    let mut b = before_the_ways();
    b.choose(Choice::ByHand);
    assert!(b.at() == "ways" && !by_service(&b));
    b.choose(Choice::LookAgain);
    b.outcome(Outcome::Described(Ok(report("192.168.223.1", resource(), Some(Link::OwnNetwork)))));
    b.outcome(changed());
    assert_eq!(b.at(), "certificate-changed");
    assert_eq!(b.choose(Choice::Back).at(), "find");
}

#[test]
fn after_consent_the_sign_in_goes_on_where_it_was() {
    for (way, next) in [(READ, "reading-pin"), (PUSH, "push-printer")] {
        let mut b = at_sign_in(way);
        b.choose(Choice::TrustRouter).outcome(openwrt());
        assert_eq!(b.at(), "sign-in", "the password is typed again");
        b.choose(Choice::SignIn).outcome(signed_in());
        assert_eq!(b.at(), next);
    }
}

#[test]
fn by_hand_the_attempt_goes_on_and_no_page_is_trusted() {
    for (way, next) in [(READ, "reading-pin"), (PUSH, "push-printer")] {
        let mut b = at_sign_in(way);
        b.choose(Choice::ByHand);
        assert_eq!(b.at(), next);
        let trouble = b.setup.view().road.router.and_then(|router| router.trouble);
        assert_eq!(trouble, Some(Trouble::CertificateChanged));
        b.choose(Choice::Back);
        assert!(b.at() == "ways" && !by_service(&b));
    }
    assert_eq!(at_sign_in(READ).choose(Choice::Back).at(), "ways");
}

#[test]
fn what_shows_the_new_certificate_may_be_another_router_or_change_again() {
    let unknown = || RouterReport { kind: RouterKind::Unknown, ..router(Takes::Unknown) };
    let mut other = at_sign_in(READ);
    other.choose(Choice::TrustRouter).outcome(Outcome::Router(Some(unknown())));
    assert_eq!(other.at(), "reading-pin", "no password is asked for");
    let mut gone = at_sign_in(READ);
    gone.choose(Choice::TrustRouter).outcome(Outcome::Router(None));
    assert_eq!(gone.at(), "reading-pin");
    let mut again = at_sign_in(READ);
    again.choose(Choice::TrustRouter).outcome(changed());
    assert_eq!(again.at(), "certificate-changed");
    again.choose(Choice::TrustRouter).outcome(openwrt());
    assert_eq!(again.at(), "sign-in");
    let mut lost = at_sign_in(READ);
    lost.choose(Choice::TrustRouter);
    let late = lost.setup.deadline().unwrap().since(lost.now);
    assert_eq!(lost.after(late).at(), "sign-in");
    let mut early = before_the_ways();
    early.choose(Choice::TrustRouter);
    assert_eq!(early.after(late).at(), "ways");
}

#[test]
fn a_pin_in_hand_is_dropped_and_a_fresh_one_read() {
    let mut b = Bench::at_ways();
    b.choose(READ).choose(Choice::SignIn).outcome(signed_in());
    b.outcome(Outcome::Pin(Ok(WpsPin::from_number(24_681_353).unwrap())));
    b.outcome(Outcome::Sent(Err(HandOverProblem::SignInAgain))).choose(Choice::SignIn);
    assert!(b.setup.world.pin.is_some());
    b.outcome(Outcome::CertificateChanged { certificate: certificate(), router: None });
    assert!(b.setup.world.pin.is_none() && b.setup.deadline().is_none(), "there is no hurry");
    b.choose(Choice::TrustRouter).outcome(openwrt());
    b.choose(Choice::SignIn).outcome(signed_in());
    assert_eq!(b.at(), "reading-pin");
}

#[test]
fn a_change_while_the_pin_is_sent_fails_and_the_next_attempt_asks() {
    let mut b = Bench::at_ways();
    b.choose(READ).choose(Choice::SignIn).outcome(signed_in());
    b.outcome(Outcome::Pin(Ok(WpsPin::from_number(24_681_353).unwrap())));
    b.outcome(Outcome::Sent(Err(HandOverProblem::Trouble(Trouble::CertificateChanged))));
    let why = SessionOutcome::Failed(Reason::Router(Trouble::CertificateChanged));
    assert_eq!(b.setup.world.last, Some(why));
    b.choose(Choice::TryAgain);
    assert_eq!(b.at(), "sign-in");
    b.choose(Choice::SignIn);
    b.outcome(Outcome::CertificateChanged { certificate: certificate(), router: None });
    assert_eq!(b.at(), "certificate-changed");
}

#[test]
fn what_stayed_open_is_closed_after_consent_or_left() {
    let b = Bench::waiting();
    let saved = b.setup.save(b.now, 0).unwrap();
    let mut open =
        Bench { setup: Setup::restore(knowledge(), saved, b.now, 0), now: b.now, orders: Vec::new() };
    open.setup.state = State::After(state::After::Leftover);
    open.choose(Choice::CloseWindow).choose(Choice::SignIn);
    open.outcome(Outcome::CertificateChanged { certificate: certificate(), router: None });
    assert_eq!(open.offered(), ["trust-router", "back"]);
    let mut left = Bench { setup: open.setup.clone(), now: open.now, orders: Vec::new() };
    assert_eq!(left.choose(Choice::Back).at(), "leftover");
    open.choose(Choice::TrustRouter).outcome(openwrt());
    assert_eq!(open.setup.state, State::SignIn(SignIn::Typing { then: Then::Undo, problem: None }));
}
