//! From a state to its view: one function per phase.

use super::Setup;
use super::decide::current_plan;
use super::input::Choice;
use super::listed::Listed;
use super::state::{Blink, Decide, Find, Hop, HopWhy, PinState, Sheet, SignIn, State, Then, Which};
use super::timers::Timer;
use super::view::{Card, Clock, Road, Shown, View};
use super::world::Goal;
use crate::printer::{NoIdentify, PageKind, PinOffer};
use crate::router::Takes;

mod connect;
mod end;

fn listed(found: &Listed) -> Card {
    Card {
        number: found.number,
        name: found.name.clone(),
        model: found.identity.model.clone(),
        identity: found.identity.clone(),
    }
}

impl Setup {
    /// What to show now.
    pub fn view(&self) -> View {
        let (shown, choices) = match &self.state {
            State::Find(s) => self.view_find(s),
            State::Decide(s) => self.view_decide(s),
            State::Hop(s) => self.view_hop(*s),
            State::SignIn(s) => self.view_sign_in(s),
            State::Pin(s) => self.view_pin(s),
            State::HandOver(s) => self.view_hand_over(s),
            State::Push(s) => self.view_push(s),
            State::Wait(s) => self.view_wait(s),
            State::After(s) => self.view_after(s),
        };
        let road = Road { way: self.world.way, router: self.world.router.clone() };
        let around = self.world.around;
        View { id: self.state.name(), shown, choices, printer: self.card(), around, road }
    }

    fn card(&self) -> Option<Card> {
        let chosen = self.world.chosen.as_ref()?;
        let (name, model) = (self.world.chosen_name(), chosen.identity.model.clone());
        Some(Card { number: 0, name, model, identity: chosen.identity.clone() })
    }

    fn clock(&self, timer: Timer, total: std::time::Duration) -> Option<Clock> {
        self.timers.get(timer).map(|ends_at| Clock { ends_at, total })
    }

    fn pin_clock(&self) -> Option<Clock> {
        self.clock(Timer::PrinterWalk, self.knowledge.timings.printer_walk)
    }

    fn prints(&self, kinds: [PageKind; 4], sheet: Sheet) -> bool {
        let listed = self.world.chosen.as_ref().is_some_and(|c| kinds.iter().any(|k| c.pages.contains(k)));
        listed && matches!(sheet, Sheet::No | Sheet::Failed(_))
    }

    fn view_find(&self, state: &Find) -> (Shown, Vec<Choice>) {
        match state {
            Find::Start => (Shown::Start, vec![Choice::Begin, Choice::ComputerAsks, Choice::WentOffline]),
            Find::ComputerAsks => (Shown::ComputerAsks, vec![Choice::Done, Choice::Begin, Choice::Back]),
            Find::WentOffline => (Shown::WentOffline, vec![Choice::Begin, Choice::Back]),
            Find::Searching { problem } => {
                let world = &self.world;
                let printers: Vec<Card> = world.printers.iter().map(listed).collect();
                let choices = printers
                    .iter()
                    .map(|c| Choice::Printer(c.number))
                    .chain([Choice::PrinterWifi, Choice::TypeAddress, Choice::Back])
                    .collect();
                let shown = Shown::Searching {
                    printers,
                    nothing_found: world.nothing_found,
                    trouble: world.browse_trouble,
                    problem: *problem,
                    near: world.near,
                    no_ble: world.no_ble,
                    again: world.goal == Goal::Again,
                };
                (shown, choices)
            }
            Find::Address { problem } => {
                (Shown::Address { problem: *problem }, vec![Choice::Ask, Choice::Back])
            }
            Find::WhichOne { which, blink } => self.view_which_one(*which, *blink),
            Find::Asking { .. } => (Shown::Asking, vec![Choice::Back]),
        }
    }

    fn view_which_one(&self, which: Which, blink: Blink) -> (Shown, Vec<Choice>) {
        let world = &self.world;
        let asked = match which {
            Which::Tapped(number) => world.numbered(number).map(|found| {
                let twins = world.printers.iter().filter(|f| f.key != found.key);
                let others = twins.filter(|f| f.identity.model == found.identity.model);
                (listed(found), others.map(listed).collect())
            }),
            Which::Asked { .. } | Which::Way(_) => {
                self.card().map(|card| (card, world.twins().map(listed).collect()))
            }
        };
        let Some((card, others)) = asked else { return (Shown::Asking, vec![Choice::Back]) };
        let shown = Shown::WhichOne { card, others, blink };
        let useless = matches!(blink, Blink::Asking(_) | Blink::Failed(NoIdentify::NotOffered));
        let again = (!useless).then_some(Choice::Blink);
        (shown, [Choice::ThisOne].into_iter().chain(again).chain([Choice::Back]).collect())
    }

    fn view_decide(&self, state: &Decide) -> (Shown, Vec<Choice>) {
        match state {
            Decide::AlreadyOnline { wifi, sheet } => {
                let shown = Shown::AlreadyOnline {
                    wifi: *wifi,
                    sheet: *sheet,
                    again: self.world.goal == Goal::Again,
                };
                let test = self.prints(PageKind::for_test(), *sheet).then_some(Choice::TestPage);
                let (first, rest) = if *wifi {
                    (Choice::Done, [Choice::Move, Choice::OnlyPin, Choice::Back])
                } else {
                    (Choice::Connect, [Choice::OnlyPin, Choice::Done, Choice::Back])
                };
                (shown, [first].into_iter().chain(test).chain(rest).collect())
            }
            Decide::Moving => (Shown::Moving, vec![Choice::GoOn, Choice::Back]),
            Decide::Learning { .. } => (Shown::Learning, vec![Choice::Back]),
            Decide::Choosing => {
                let plan = current_plan(self);
                let ways = plan.offered.iter().map(|(way, _)| Choice::Way(*way));
                let choices = ways.chain([Choice::LookAgain, Choice::Back]).collect();
                (Shown::Ways { plan }, choices)
            }
        }
    }

    fn view_hop(&self, hop: Hop) -> (Shown, Vec<Choice>) {
        let clock = self.pin_clock().filter(|_| hop.why == HopWhy::GivePin);
        let shown = Shown::Hop { to_setup: hop.why.to_setup(), by_port: hop.by_port, clock };
        (shown, vec![Choice::GoOn, Choice::Back])
    }

    fn view_sign_in(&self, state: &SignIn) -> (Shown, Vec<Choice>) {
        match state {
            SignIn::Typing { then, problem } => {
                let clock = self.pin_clock().filter(|_| *then == Then::SendPin);
                let shown = Shown::SignIn {
                    router: self.world.router.clone(),
                    problem: *problem,
                    then: *then,
                    by_page: self.page_takes_pin() != Takes::No,
                    clock,
                };
                let by_hand = (*then != Then::Undo).then_some(Choice::CannotSignIn);
                (shown, [Choice::SignIn].into_iter().chain(by_hand).chain([Choice::Back]).collect())
            }
            SignIn::Asking { .. } => (Shown::SigningIn, vec![Choice::Back]),
            SignIn::Changed { certificate, then } => {
                let shown = Shown::CertificateChanged { certificate: *certificate, then: *then };
                let by_hand = (*then != Some(Then::Undo)).then_some(Choice::ByHand);
                (shown, by_hand.into_iter().chain([Choice::TrustRouter, Choice::Back]).collect())
            }
            SignIn::Trusting { .. } => (Shown::Learning, vec![Choice::Back]),
        }
    }

    fn view_pin(&self, state: &PinState) -> (Shown, Vec<Choice>) {
        match state {
            PinState::Reading { .. } => (Shown::ReadingPin, vec![Choice::Back]),
            PinState::Typing { place, why, problem, sheet } => {
                let only = self.world.goal == Goal::OnlyPin;
                let shown = Shown::TypePin {
                    place: *place,
                    why: *why,
                    problem: *problem,
                    sheet: *sheet,
                    only,
                    order: self.order(),
                    by: self.world.way.map_or(super::plan::HandOverBy::Person, super::plan::Way::by),
                };
                let first = if only { Choice::Done } else { Choice::UsePin };
                let print = self.prints(PageKind::for_pin(), *sheet).then_some(Choice::PrintPin);
                let places = self.pin_places();
                let elsewhere = places.into_iter().filter(|p| p != place).map(Choice::LookAt);
                let none = (!only).then_some(Choice::NoPinThere);
                let tells =
                    self.world.chosen.as_ref().is_some_and(|c| matches!(c.pin, PinOffer::Resource { .. }));
                let again = (tells && why.is_some()).then_some(Choice::ReadAgain);
                let choices = [first].into_iter().chain(print).chain(elsewhere).chain(none).chain(again);
                (shown, choices.chain([Choice::Back]).collect())
            }
            PinState::Digits { four, eight } => {
                let shown =
                    Shown::Digits { four: four.clone(), eight: eight.clone(), clock: self.pin_clock() };
                (shown, vec![Choice::EightDigits, Choice::FourDigits, Choice::Back])
            }
            PinState::Told => {
                let shown = Shown::Told { pin: self.world.pin.clone(), clock: self.pin_clock() };
                (shown, vec![Choice::Done, Choice::ReadAgain, Choice::Back])
            }
        }
    }
}
