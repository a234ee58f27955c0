//! A setup with its clock and its orders, driven step by step.

use std::time::Duration;

use super::alphabet::answer_sets;
use super::*;
use crate::pin::WpsPin;
use crate::setup::input::{Around, SignedIn};
use crate::setup::plan::{HandOverBy, PinFrom, Way};

/// A setup under test, its clock, and the effect in flight.
pub(super) struct Bench {
    pub setup: Setup,
    pub now: Moment,
    pub orders: Vec<Order>,
}

impl Bench {
    pub fn new() -> Self {
        Self { setup: Setup::new(knowledge(), Moment(10_000)), now: Moment(10_000), orders: Vec::new() }
    }

    pub fn drain(&mut self) {
        while let Some(order) = self.setup.poll_order() {
            self.orders.push(order);
        }
    }

    pub fn give(&mut self, input: Input) -> &mut Self {
        self.setup.handle(input, self.now).unwrap();
        self.drain();
        self
    }

    pub fn choose(&mut self, choice: Choice) -> &mut Self {
        let answers = answer_sets(&choice).remove(0).1;
        self.give(Input::Choose(choice, answers))
    }

    pub fn outcome(&mut self, outcome: Outcome) -> &mut Self {
        let id = self.setup.state.effects()[0];
        self.give(Input::Outcome(id, outcome))
    }

    pub fn after(&mut self, length: Duration) -> &mut Self {
        self.now = self.now + length;
        self.setup.handle_deadline(self.now);
        self.drain();
        self
    }

    /// The kinds of effect that were ordered, in order.
    pub fn asked(&self) -> Vec<&'static str> {
        self.orders
            .iter()
            .filter_map(|o| if let Order::Do(e) = o { Some(e.ask.name()) } else { None })
            .collect()
    }

    /// The ids of what can be chosen now.
    pub fn offered(&self) -> Vec<String> {
        self.setup.view().choices.iter().map(Choice::id).collect()
    }

    pub fn at(&self) -> &'static str {
        self.setup.state.name()
    }

    /// To the choice of a way, with a printer that tells its PIN on its setup network and an OpenWrt router.
    pub fn at_ways() -> Self {
        let mut b = Self::new();
        b.choose(Choice::Begin);
        // The bed of these cases has both networks at once.
        b.give(Input::Network(Around { setup: Some(addr("192.168.223.1")), ..Around::HOME }));
        b.choose(Choice::TypeAddress).choose(Choice::Ask);
        b.outcome(Outcome::Described(Ok(report("192.168.223.1", resource(), Some(Link::OwnNetwork)))));
        b.outcome(Outcome::Router(Some(router(Takes::AfterSignIn))));
        assert_eq!(b.at(), "ways");
        b
    }

    /// To the wait, the PIN given to the router at once.
    pub fn waiting() -> Self {
        let mut b = Self::at_ways();
        b.choose(Choice::Way(Way::Pin { from: PinFrom::Ews, by: HandOverBy::Service }))
            .choose(Choice::SignIn);
        b.outcome(Outcome::SignedIn(Ok(SignedIn {
            device_pin: true,
            push_button: true,
            status: Some(status(LastResult::None, None)),
        })));
        b.outcome(Outcome::Pin(Ok(WpsPin::from_number(12_345_670).unwrap())));
        b.outcome(Outcome::Sent(Ok(())));
        assert_eq!(b.at(), "waiting");
        b
    }
}
