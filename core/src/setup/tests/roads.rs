//! The roads beside the straight one: push button, the order of Start, networks, a printer that is online already.

use std::time::Duration;

use super::bench::Bench;
use super::*;
use crate::pin::WpsPin;
use crate::printer::{NoPage, PageKind};
use crate::router::HandOverProblem;
use crate::setup::input::{Around, SessionOutcome, SignedIn};
use crate::setup::plan::{HandOverBy, PinFrom, Way};
use crate::setup::state::{HowToCheck, Reason};

const PUSH_BY_SERVICE: Choice = Choice::Way(Way::Push { by: HandOverBy::Service });
const PUSH_BY_HAND: Choice = Choice::Way(Way::Push { by: HandOverBy::Person });

fn granted() -> Outcome {
    let status = Some(status(LastResult::None, None));
    Outcome::SignedIn(Ok(SignedIn { device_pin: true, push_button: true, status }))
}

fn failed(b: &Bench) -> Option<Reason> {
    match b.setup.world.last {
        Some(SessionOutcome::Failed(reason)) => Some(reason),
        _ => None,
    }
}

/// To the wait, both buttons pressed, the router's by its service.
fn pushed() -> Bench {
    let mut b = Bench::at_ways();
    b.choose(PUSH_BY_SERVICE).choose(Choice::OpenPush).choose(Choice::SignIn).outcome(granted());
    assert_eq!(b.at(), "push-printer");
    b.choose(Choice::PressedPrinter).outcome(Outcome::Pushed(Ok(())));
    assert_eq!(b.at(), "waiting");
    b
}

/// To the list of a printer that answers over `link`.
fn online(link: Link) -> Bench {
    let mut b = Bench::new();
    b.choose(Choice::Begin).choose(Choice::TypeAddress).choose(Choice::Ask);
    assert_eq!(b.at(), "to-printer-wifi");
    b.choose(Choice::Back).give(Input::Printers(vec![found("a", printer(), "192.168.1.6")]));
    b.choose(Choice::Printer(1));
    let mut told = report("192.168.1.6", resource(), Some(link));
    told.ssid = Some(Label::new("Old"));
    told.pages = vec![PageKind::Configuration];
    b.outcome(Outcome::Described(Ok(told)));
    assert_eq!(b.at(), "already-online");
    b
}

#[test]
fn push_asks_for_consent_then_signs_in_then_the_printers_key() {
    let b = pushed();
    assert_eq!(b.asked(), ["describe", "recognise_router", "sign_in", "start_push"]);
    let mut joined = pushed();
    joined.give(Input::Answer(answer(printer(), "192.168.1.7", Some(Link::Wifi))));
    assert_eq!(joined.at(), "joined");
}

#[test]
fn what_the_router_says_of_its_button_is_told_apart() {
    let say = |b: &mut Bench, word| {
        b.give(Input::RouterStatus(Ok(pushing(word))));
    };
    let mut overlap = pushed();
    say(&mut overlap, PushButton::Overlap);
    assert_eq!(failed(&overlap), Some(Reason::Overlap));
    let mut cancelled = pushed();
    say(&mut cancelled, PushButton::Active);
    cancelled.after(Duration::from_secs(20));
    say(&mut cancelled, PushButton::TimedOut);
    assert_eq!(failed(&cancelled), Some(Reason::CancelledElsewhere), "long before its time");
    let mut nobody = pushed();
    say(&mut nobody, PushButton::Active);
    nobody.after(Duration::from_secs(119));
    say(&mut nobody, PushButton::TimedOut);
    assert_eq!(failed(&nobody), Some(Reason::PushNobodyCame));
    let mut broke = pushed();
    broke.give(Input::RouterStatus(Ok(status(LastResult::Failed, None))));
    assert_eq!(failed(&broke), Some(Reason::PrinterGaveUp), "there is no PIN that could be wrong");
}

#[test]
fn a_button_that_let_another_device_in_is_not_a_question_about_wpa3() {
    let another = || Input::RouterStatus(Ok(status(LastResult::Success, Some("029c9383a6c2"))));
    let mut b = pushed();
    b.give(another());
    assert_eq!(b.at(), "waiting", "it may be the printer under another address");
    let mut ours = Bench { setup: b.setup.clone(), now: b.now, orders: Vec::new() };
    ours.give(Input::Answer(answer(printer(), "192.168.1.7", Some(Link::Wifi))));
    assert_eq!(ours.at(), "joined");
    b.after(Duration::from_secs(30));
    assert_eq!(failed(&b), Some(Reason::AnotherCame));
    let view::Shown::Failed { peer, .. } = b.setup.view().shown else { panic!("not failed") };
    assert_eq!(peer, Mark::mac("02:9c:93:83:a6:c2"));
    assert!(b.setup.world.undo.is_none(), "its button is over");
    let saved = b.setup.save(b.now, 0).unwrap();
    assert!(!String::from_utf8(saved.bytes()).unwrap().contains("9c9383a6c2"));
    assert_eq!(Setup::restore(knowledge(), saved, b.now, 0).view().id, "failed");
    b.choose(Choice::TryAgain).choose(Choice::OpenPush);
    assert_eq!(b.at(), "push-printer", "the same next step as elsewhere");
    // With a PIN, whoever came had the PIN.
    let mut pin = Bench::waiting();
    pin.give(another()).after(Duration::from_secs(240));
    assert_eq!(pin.setup.world.last, Some(SessionOutcome::Unknown(HowToCheck::RouterSaysSuccess)));
}

#[test]
fn both_buttons_start_again_by_one_tap_and_an_old_word_counts_for_nothing() {
    let mut b = pushed();
    b.give(Input::RouterStatus(Ok(pushing(PushButton::TimedOut))));
    b.choose(Choice::TryAgain).choose(Choice::OpenPush).choose(Choice::PressedPrinter);
    assert_eq!(b.at(), "push-starting", "signed in already");
    b.outcome(Outcome::Pushed(Ok(())));
    b.choose(Choice::PushAgain);
    assert_eq!((b.at(), b.setup.world.attempt), ("push-printer", 3));
}

#[test]
fn by_hand_the_printers_clock_sends_the_person_to_the_router() {
    let mut b = Bench::at_ways();
    b.choose(PUSH_BY_HAND).choose(Choice::OpenPush).choose(Choice::PressedPrinter);
    assert_eq!(b.at(), "push-router");
    assert!(matches!(b.setup.view().shown, view::Shown::PushRouter { clock: Some(_), .. }));
    let mut late = Bench { setup: b.setup.clone(), now: b.now, orders: Vec::new() };
    late.after(Duration::from_secs(120));
    assert_eq!(failed(&late), Some(Reason::PushTooLate));
    // Whoever forgets to say so is seen all the same.
    let mut forgot = Bench { setup: b.setup.clone(), now: b.now, orders: Vec::new() };
    forgot.give(Input::Answer(answer(printer(), "192.168.1.7", Some(Link::Wifi))));
    assert_eq!(forgot.at(), "joined");
    b.choose(Choice::PressedRouter).choose(Choice::PrinterReports).choose(Choice::ShowsOverlap);
    assert_eq!(failed(&b), Some(Reason::Overlap));
}

#[test]
fn a_push_that_is_not_granted_goes_on_at_the_routers_button() {
    let mut b = Bench::at_ways();
    b.choose(PUSH_BY_SERVICE).choose(Choice::OpenPush).choose(Choice::SignIn).outcome(granted());
    b.choose(Choice::PressedPrinter);
    b.outcome(Outcome::Pushed(Err(HandOverProblem::NotGranted)));
    assert_eq!(b.at(), "push-router", "the printer looks already");
    b.choose(Choice::Back);
    assert!(!b.offered().contains(&"way:push:router".to_owned()));
}

#[test]
fn cancelling_a_push_withdraws_it() {
    let mut b = pushed();
    b.give(Input::Cancel);
    assert_eq!((b.at(), b.asked().last().copied()), ("closing", Some("undo")));
}

#[test]
fn where_start_comes_after_the_router_has_the_pin_first() {
    let mut b = Bench::at_ways();
    let touch = Identity { model: Label::new("HP OfficeJet Pro 6830"), ..printer() };
    b.setup.world.chosen.as_mut().unwrap().identity = touch;
    b.choose(Choice::Way(Way::Pin { from: PinFrom::Person, by: HandOverBy::Service }));
    b.choose(Choice::SignIn).outcome(granted()).choose(Choice::UsePin);
    assert!(b.setup.timers.get(timers::Timer::PrinterWalk).is_none(), "nothing runs before Start");
    b.outcome(Outcome::Sent(Ok(())));
    assert_eq!(b.at(), "start-printer");
    let mut late = Bench { setup: b.setup.clone(), now: b.now, orders: Vec::new() };
    late.after(Duration::from_secs(120));
    assert_eq!(failed(&late), Some(Reason::PrinterNotStarted));
    let saved = b.setup.save(b.now, 0).unwrap();
    assert_eq!(Setup::restore(knowledge(), saved, b.now, 0).view().id, "start-printer");
    b.choose(Choice::Started);
    assert_eq!(b.at(), "waiting");
}

#[test]
fn the_example_pin_is_asked_once_and_then_believed() {
    let mut b = Bench::at_ways();
    b.choose(Choice::Way(Way::Pin { from: PinFrom::Person, by: HandOverBy::Person }));
    let example = super::alphabet::answer_sets(&Choice::UsePin).remove(1).1;
    b.give(Input::Choose(Choice::UsePin, example.clone()));
    assert_eq!(b.at(), "type-pin");
    b.give(Input::Choose(Choice::UsePin, example));
    assert_eq!(b.at(), "router-page");
}

#[test]
fn no_pin_there_leads_to_the_button_at_once() {
    let mut b = Bench::at_ways();
    b.choose(Choice::Way(Way::Pin { from: PinFrom::Person, by: HandOverBy::Person }));
    b.choose(Choice::NoPinThere);
    assert_eq!(b.at(), "ways");
    let offered = b.offered();
    assert!(offered.contains(&"way:push:router".to_owned()), "{offered:?}");
    assert!(!offered.iter().any(|c| c.starts_with("way:typed")), "{offered:?}");
}

#[test]
fn a_page_that_takes_no_pin_and_a_lost_password_close_their_ways() {
    for (choice, closed) in [(Choice::TakesNoPin, "way:read:page"), (Choice::CannotSignIn, "way:read:router")]
    {
        let mut b = Bench::at_ways();
        b.choose(Choice::Way(Way::Pin { from: PinFrom::Person, by: HandOverBy::Person }));
        b.choose(Choice::UsePin).choose(choice);
        assert_eq!(b.at(), "ways");
        assert!(!b.offered().contains(&closed.to_owned()));
        b.choose(Choice::LookAgain).outcome(Outcome::Described(Ok(report(
            "192.168.223.1",
            resource(),
            Some(Link::OwnNetwork),
        ))));
        b.outcome(Outcome::Router(Some(router(Takes::AfterSignIn))));
        assert!(b.offered().contains(&closed.to_owned()), "looking again opens them");
    }
}

#[test]
fn a_test_page_is_one_sheet_and_leaves_the_screen() {
    let mut b = online(Link::Wifi);
    b.choose(Choice::TestPage);
    assert!(!b.offered().contains(&"test-page".to_owned()));
    b.outcome(Outcome::Printed(Ok(())));
    assert!(b.at() == "already-online" && !b.offered().contains(&"test-page".to_owned()));
    let mut busy = online(Link::Wifi);
    busy.choose(Choice::TestPage).outcome(Outcome::Printed(Err(NoPage::Busy)));
    assert!(busy.offered().contains(&"test-page".to_owned()), "nothing came out");
}

#[test]
fn only_the_pin_ends_informed() {
    let mut b = online(Link::Wifi);
    b.choose(Choice::OnlyPin).outcome(Outcome::Pin(Ok(WpsPin::from_number(24_681_353).unwrap())));
    assert_eq!(b.at(), "your-pin");
    b.choose(Choice::Done);
    assert_eq!(b.setup.outcome(), Some(SessionOutcome::Informed));
    let mut asks = Bench::new();
    asks.choose(Choice::ComputerAsks).choose(Choice::Done);
    assert_eq!(asks.setup.outcome(), Some(SessionOutcome::Informed));
    assert!(asks.orders.is_empty() && asks.setup.standing().is_empty());
}

#[test]
fn a_printer_that_moves_has_joined_only_on_another_wifi() {
    let mut b = online(Link::Wifi);
    b.choose(Choice::Move).choose(Choice::GoOn);
    b.outcome(Outcome::Router(Some(router(Takes::AfterSignIn))));
    b.choose(Choice::Way(Way::Pin { from: PinFrom::Ews, by: HandOverBy::Service })).choose(Choice::SignIn);
    b.outcome(granted()).outcome(Outcome::Pin(Ok(WpsPin::from_number(24_681_353).unwrap())));
    b.outcome(Outcome::Sent(Ok(())));
    let over = |ssid: Option<&str>| {
        let mut answer = answer(printer(), "192.168.1.7", Some(Link::Wifi));
        answer.ssid = ssid.map(Label::new);
        Input::Answer(answer)
    };
    b.give(over(Some("Old"))).give(over(None));
    assert_eq!(b.at(), "waiting", "the network that it was on proves nothing");
    b.give(over(Some("New")));
    assert_eq!(b.at(), "joined");
}

#[test]
fn the_phone_hops_to_the_printers_wifi_and_home_with_the_pin() {
    let mut b = Bench::new();
    b.give(Input::CanHop).choose(Choice::Begin).choose(Choice::PrinterWifi);
    assert_eq!(b.at(), "to-printer-wifi");
    assert!(b.setup.standing().contains(&Standing::SetupWifi));
    let there = Around { setup: Some(addr("192.168.223.1")), ..Around::default() };
    b.give(Input::Network(there));
    assert_eq!(b.at(), "asking");
    b.outcome(Outcome::Described(Ok(report("192.168.223.1", resource(), Some(Link::OwnNetwork)))));
    assert_eq!(b.at(), "coming-home", "the router is asked at home");
    assert!(!b.setup.standing().contains(&Standing::SetupWifi), "the lease ends");
    b.give(Input::Network(Around::HOME)).outcome(Outcome::Router(Some(router(Takes::AfterSignIn))));
    b.choose(Choice::Way(Way::Pin { from: PinFrom::Ews, by: HandOverBy::Service })).choose(Choice::SignIn);
    b.outcome(granted());
    assert_eq!(b.at(), "to-printer-wifi", "signed in before the PIN is read");
    b.give(Input::Network(there)).outcome(Outcome::Pin(Ok(WpsPin::from_number(24_681_353).unwrap())));
    assert_eq!(b.at(), "coming-home");
    assert!(matches!(b.setup.view().shown, view::Shown::Hop { clock: Some(_), .. }), "the PIN's clock runs");
    let mut late = Bench { setup: b.setup.clone(), now: b.now, orders: Vec::new() };
    late.after(Duration::from_secs(120));
    assert_eq!(failed(&late), Some(Reason::PinTooOld));
    b.give(Input::Network(Around::HOME));
    assert_eq!(b.at(), "sending-pin");
    let mut cancelled = Bench::new();
    cancelled.give(Input::CanHop).choose(Choice::Begin).choose(Choice::PrinterWifi).give(Input::Cancel);
    assert!(cancelled.setup.standing().is_empty(), "cancelling lets the Wi-Fi go");
}

#[test]
fn a_system_that_cannot_hop_leaves_it_to_the_person() {
    let mut b = Bench::new();
    b.choose(Choice::Begin).choose(Choice::PrinterWifi);
    assert!(matches!(b.setup.view().shown, view::Shown::Hop { by_port: false, .. }));
    let mut slow = Bench::new();
    slow.give(Input::CanHop).choose(Choice::Begin).choose(Choice::PrinterWifi).after(Duration::from_secs(30));
    assert!(matches!(slow.setup.view().shown, view::Shown::Hop { by_port: false, .. }));
}

#[test]
fn a_password_at_the_panel_ends_with_what_can_be_checked() {
    let mut b = Bench::at_ways();
    let touch = Identity { model: Label::new("HP OfficeJet Pro 6830"), ..printer() };
    b.setup.world.chosen.as_mut().unwrap().identity = touch;
    b.choose(Choice::Way(Way::Passphrase)).choose(Choice::Entered).after(Duration::from_secs(240));
    assert_eq!(b.setup.world.last, Some(SessionOutcome::Unknown(HowToCheck::Passphrase)));
}

#[test]
fn wps_off_closes_the_ways_that_need_it_until_looked_at_again() {
    let mut b = Bench::at_ways();
    b.choose(PUSH_BY_SERVICE).choose(Choice::OpenPush).choose(Choice::SignIn).outcome(granted());
    b.choose(Choice::PressedPrinter).outcome(Outcome::Pushed(Err(HandOverProblem::WpsOff)));
    assert_eq!(failed(&b), Some(Reason::WpsOff));
    b.choose(Choice::Back);
    assert!(!b.offered().iter().any(|c| c.starts_with("way:push")), "{:?}", b.offered());
}

#[test]
fn where_the_routers_page_takes_no_pin_nobody_is_sent_there() {
    let openwrt = |b: &mut Bench| {
        b.setup.world.router.as_mut().unwrap().vendor = Some("openwrt".to_owned());
        b.choose(Choice::Back).choose(Choice::TypeAddress).choose(Choice::Ask);
        b.outcome(Outcome::Described(Ok(report("192.168.223.1", resource(), Some(Link::OwnNetwork)))));
        let vendor = Some("openwrt".to_owned());
        b.outcome(Outcome::Router(Some(RouterReport { vendor, ..router(Takes::AfterSignIn) })));
    };
    let mut b = Bench::at_ways();
    openwrt(&mut b);
    assert!(!b.offered().iter().any(|c| c.ends_with(":page")), "{:?}", b.offered());
    b.choose(Choice::Way(Way::Pin { from: PinFrom::Ews, by: HandOverBy::Service }));
    b.choose(Choice::CannotSignIn);
    assert_eq!(b.at(), "ways");
    assert!(!b.offered().iter().any(|c| c.ends_with(":router")), "{:?}", b.offered());
    let mut refused = Bench::at_ways();
    openwrt(&mut refused);
    refused.choose(Choice::Way(Way::Pin { from: PinFrom::Ews, by: HandOverBy::Service }));
    let only_push =
        SignedIn { device_pin: false, push_button: true, status: Some(status(LastResult::None, None)) };
    refused.choose(Choice::SignIn).outcome(Outcome::SignedIn(Ok(only_push)));
    assert_eq!((refused.at(), refused.offered().first().cloned()), ("ways", Some("way:push:router".into())));
}
