//! A person in a house: the program, the lab that it talks to, and what the person does there with their hands.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::house::House;
use super::{Ended, Person, Walk};

/// Screens that come and go by themselves: whether one is seen is chance.
pub const PASSING: [&str; 7] =
    ["asking", "learning", "signing-in", "reading-pin", "sending-pin", "push-starting", "closing"];
/// For something to be seen in the lab.
const SEEN: Duration = Duration::from_secs(20);

/// Who is there, and where.
pub struct Visit {
    pub person: Person,
    pub house: House,
    /// Requests that change something, beyond those that have to.
    pub writes: u64,
    test: String,
    speed: u32,
}

impl Visit {
    /// A scene, and the program in front of it. Only in a room.
    pub fn to(test: &str, scene: &str, speed: u32) -> Self {
        Self::changed(test, scene, speed, &[])
    }

    /// A scene in which something is different: each first text stands in it and becomes the second.
    pub fn changed(test: &str, scene: &str, speed: u32, changes: &[(&str, &str)]) -> Self {
        let house = House::changed(scene, speed, changes);
        let person = Person::start(Walk::of(test, &house.address()).speed(speed).keeping_state()).unwrap();
        Self { person, house, writes: 0, test: test.to_owned(), speed }
    }

    /// The program is killed and started again, with what it saved.
    pub fn again(self) -> Self {
        let Self { person, house, writes, test, speed } = self;
        person.kill();
        let walk = Walk::of(&test, &house.address()).speed(speed).going_on();
        Self { person: Person::start(walk).unwrap(), house, writes, test, speed }
    }

    /// A verb of the lab that has to work.
    pub fn lab(&mut self, ask: Value) -> Value {
        let answer = self.house.ask(&ask);
        assert!(answer["ok"] == true, "{ask}: {answer}");
        if let Some(pin) = answer["pin"].as_str() {
            self.person.secret("pin", pin);
        }
        answer
    }

    /// What the lab says of itself.
    pub fn state(&self) -> Value {
        self.house.ask(&json!({"do": "state"}))
    }

    /// Somebody looks for the PIN at the display or the label.
    pub fn look_at_pin(&mut self) -> String {
        self.lab(json!({"do": "show-pin"}))["pin"].as_str().unwrap().to_owned()
    }

    /// The PIN on the newest page.
    pub fn printed_pin(&mut self) -> Option<String> {
        let state = self.seen("a page", |state| !state["printers"][0]["pages"][0].is_null());
        let pages = state["printers"][0]["pages"].as_array().unwrap().clone();
        let pin = pages.last().unwrap()["pin"].as_str().map(str::to_owned);
        pin.inspect(|pin| self.person.secret("pin", pin))
    }

    /// Start at the printer, with the PIN that it showed last.
    pub fn start_printer(&mut self) {
        self.lab(json!({"do": "start"}));
    }

    /// Each request of this class meets this knob from now on.
    pub fn fault(&mut self, at: &str, knob: &str) {
        self.lab(json!({"do": "fault", "at": at, "knob": knob}));
    }

    /// The printer's WPS button.
    pub fn push_printer(&mut self) {
        self.lab(json!({"do": "push", "printer": 0}));
    }

    /// The router's WPS button.
    pub fn push_router(&mut self) {
        self.lab(json!({"do": "push"}));
    }

    /// The PIN into the router's page.
    pub fn type_into_router(&mut self, pin: &str) {
        self.lab(json!({"do": "type-pin", "pin": pin}));
    }

    /// The phone's other network; the program is told that something changed.
    pub fn phone(&mut self, on: &str) {
        self.lab(json!({"do": "phone", "on": on}));
        self.person.say(r#"{"network_changed":true}"#);
    }

    /// Waits until the lab's state is so.
    pub fn seen(&self, what: &str, so: impl Fn(&Value) -> bool) -> Value {
        let until = Instant::now() + SEEN;
        loop {
            let state = self.state();
            if so(&state) {
                return state;
            }
            assert!(Instant::now() < until, "{what} is not seen: {state}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Waits until the printer was asked three more times how it is connected, and the screen is still this one.
    pub fn stays_while_asked(&mut self, screen: &str) {
        let asked = |state: &Value| {
            state["requests"]
                .as_object()
                .into_iter()
                .flatten()
                .filter(|(at, _)| at.starts_with("printer."))
                .filter_map(|(_, times)| times.as_u64())
                .sum::<u64>()
        };
        let before = asked(&self.state());
        self.seen("the watch", |state| asked(state) >= before + 6);
        assert_eq!(self.person.settled(), screen);
    }

    /// Takes these choices at these screens, one after the other.
    pub fn go(&mut self, steps: &[(&str, &str)]) {
        for (screen, choice) in steps {
            self.person.take(screen, choice, &[]);
        }
    }

    /// From the doors to the ways, by the printer's own Wi-Fi.
    pub fn by_setup_wifi(&mut self) {
        self.go(&[("start", "begin"), ("find", "printer-wifi")]);
        self.person.screen("ways");
    }

    /// From the doors to the screen of a printer of the list, by a part of its name.
    pub fn by_list(&mut self, name: &str) {
        self.go(&[("start", "begin")]);
        self.tap(name);
    }

    /// Waits for the models of two LaserJets, which come a moment after their names.
    pub fn both_known(&mut self) {
        let known =
            |p: &Person| p.newest["blocks"].to_string().matches("\"model\":\"HP LaserJet").count() == 2;
        self.person.wait_until("both models", known);
    }

    /// A printer of the list.
    pub fn tap(&mut self, name: &str) {
        self.person.wait_until(name, |p| p.at() == "find" && p.card(name).is_some());
        let card = self.person.card(name).unwrap();
        self.person.take("find", &card, &[]);
    }

    /// The PIN that somebody read goes into the field.
    pub fn use_pin(&mut self, pin: &str) {
        self.person.take("type-pin", "use-pin", &[("pin", pin)]);
    }

    /// Says good-bye at the last screen: the way of screens, and what it came to.
    pub fn row(self, name: &str) -> String {
        let ended = self.leave();
        format!("{name} | {} | {}", way(&ended), outcome(&ended))
    }

    /// Says good-bye at the last screen: what that says, and what it came to.
    pub fn told_row(self, name: &str) -> String {
        let (at, says) = (self.person.at().to_owned(), self.person.says());
        format!("{name} | {at} | {says} | {}", outcome(&self.leave()))
    }

    /// Ends the program as the screen offers it.
    pub fn leave(self) -> Ended {
        let Self { mut person, house, writes, .. } = self;
        let last = ["done", "leave"].into_iter().find(|c| person.choices().contains(c)).map(str::to_owned);
        match last {
            Some(choice) => {
                let at = person.at().to_owned();
                person.take(&at, &choice, &[]);
            }
            None => person.say(r#"{"cancel":true}"#),
        }
        let ended = person.ended();
        let state = house.ask(&json!({"do": "state"}));
        assert_eq!((&state["unexpected_writes"], &state["strayed"]), (&json!(writes), &json!(0)), "{state}");
        ended
    }
}

/// The screens without those that pass; the wait and the phone's way home may be over before they are drawn.
pub fn way(ended: &Ended) -> String {
    let short = ["waiting", "to-printer-wifi", "coming-home"];
    let stays = |s: &&String| !PASSING.contains(&s.as_str()) && !short.contains(&s.as_str());
    let mut screens: Vec<_> = ended.screens.iter().filter(stays).collect();
    screens.dedup();
    screens.iter().map(|s| s.as_str()).collect::<Vec<_>>().join(", ")
}

/// What it came to, in a word or two.
pub fn outcome(ended: &Ended) -> String {
    let of = |key: &str| ended.outcome[key].as_str().map(str::to_owned);
    let why = ["proof", "reason", "check", "trouble"].into_iter().filter_map(of);
    [ended.kind().to_owned()].into_iter().chain(why).collect::<Vec<_>>().join(" ")
}
