//! Breadth-first walk over every state that the listed alphabet reaches, times rounded to the order of the next
//! deadlines. The table state x input is committed; the law is checked at every state.

use std::collections::{BTreeMap, BTreeSet, HashSet, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::alphabet::{Alphabet, Theme};
use super::*;
use crate::setup::plan::Way;
use crate::setup::state::{After, Find, State};
use crate::time::Moment;

/// What decides what may follow: the state, what is on the screen, and the facts that the phases look at. Ids are left
/// out, times reduced to their order, and what was learned counts by the ways that it leaves, so that the walk ends.
fn key(setup: &Setup) -> u64 {
    let world = &setup.world;
    let timers = timers::Timer::ALL.into_iter().filter_map(|t| Some((setup.timers.get(t)?, t)));
    let order: Vec<_> = timers.collect::<BTreeSet<_>>().into_iter().map(|(_, t)| t).collect();
    let chosen = world.chosen.as_ref().map(|c| (&c.pin, c.link));
    let facts = (
        world.signed_in,
        world.goal,
        (world.moving, world.can_hop, world.around.home, world.around.setup.is_some()),
        world.router.is_some(),
        world.undo.is_some(),
        world.pin.is_some(),
        find::doubt(setup, Way::Passphrase).is_some(),
    );
    let before = world.status_before.as_ref().map(|s| s.last);
    let text = format!(
        "{:?}|{:?}|{chosen:?}|{:?}|{facts:?}|{before:?}|{order:?}",
        setup.state,
        setup.view().choices,
        world.way
    );
    let mut hasher = DefaultHasher::new();
    without_ids(&text).hash(&mut hasher);
    hasher.finish()
}

fn without_ids(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        out.push(c);
        while c == '#' && chars.peek().is_some_and(char::is_ascii_digit) {
            chars.next();
        }
    }
    out
}

struct Walk {
    seen: HashSet<u64>,
    queue: VecDeque<(Setup, Moment)>,
    table: BTreeMap<(&'static str, String), BTreeSet<String>>,
    names: BTreeMap<&'static str, usize>,
    steps: usize,
}

impl Walk {
    fn reach(&mut self, mut setup: Setup, now: Moment) {
        while setup.poll_order().is_some() {}
        if self.seen.insert(key(&setup)) {
            *self.names.entry(setup.state.name()).or_default() += 1;
            self.queue.push_back((setup, now));
        }
    }

    fn step(&mut self, setup: &Setup, now: Moment, label: String, input: Input) {
        let mut next = setup.clone();
        let result = next.handle(input, now);
        self.steps += 1;
        let said = match result {
            Ok(()) if next.state == setup.state => "stays".to_owned(),
            Ok(()) => next.state.name().to_owned(),
            Err(refused) => {
                assert_eq!(
                    key(&next),
                    key(setup),
                    "a refused input changed something: {label} in {:?}",
                    setup.state
                );
                assert!(next.poll_order().is_none());
                format!("refused: {refused}")
            }
        };
        self.table.entry((setup.state.name(), label)).or_default().insert(said);
        if result.is_ok() {
            self.reach(next, now);
        }
    }
}

#[test]
fn every_reachable_state_keeps_the_law_pin() {
    walk(Theme::Pin);
}

#[test]
fn every_reachable_state_keeps_the_law_push() {
    walk(Theme::Push);
}

#[test]
fn every_reachable_state_keeps_the_law_networks() {
    walk(Theme::Networks);
}

#[test]
fn every_reachable_state_keeps_the_law_online() {
    walk(Theme::Online);
}

fn walk(theme: Theme) {
    let alphabet = Alphabet::of(theme);
    let start = Setup::new(knowledge(), Moment(1_000));
    let mut walk = Walk {
        seen: HashSet::new(),
        queue: VecDeque::new(),
        table: BTreeMap::new(),
        names: BTreeMap::new(),
        steps: 0,
    };
    walk.reach(start, Moment(1_000));
    while let Some((setup, now)) = walk.queue.pop_front() {
        check_law(&setup, now);
        for (label, input) in alphabet.inputs(&setup) {
            walk.step(&setup, now, label, input);
        }
        if let Some(at) = setup.deadline() {
            let mut next = setup.clone();
            next.handle_deadline(at);
            let said = if next.state == setup.state { "stays".into() } else { next.state.name().to_owned() };
            walk.table.entry((setup.state.name(), "deadline".into())).or_default().insert(said);
            walk.reach(next, at);
        }
        if let Some(saved) = setup.save(now, 1) {
            let restored = Setup::restore(knowledge(), saved, now, 1);
            let said = restored.state.name().to_owned();
            walk.table
                .entry((setup.state.name(), "killed and started again".into()))
                .or_default()
                .insert(said);
            walk.reach(restored, now);
        }
        assert!(walk.seen.len() < 60_000, "the alphabet reaches without end");
    }
    let name = format!("walk_{theme:?}").to_lowercase();
    insta::assert_snapshot!(name, walk.text(alphabet.len()));
}

impl Walk {
    fn text(&self, inputs: usize) -> String {
        let mut text =
            format!("alphabet: {inputs} inputs\nstates: {}\nsteps: {}\n", self.seen.len(), self.steps);
        text += "\nstates by name\n";
        for (name, count) in &self.names {
            text += &format!("  {name}: {count}\n");
        }
        text += "\nstate | input | what may follow\n";
        for ((name, label), said) in &self.table {
            text += &format!("{name} | {label} | {}\n", said.iter().cloned().collect::<Vec<_>>().join(", "));
        }
        text
    }
}

fn check_law(setup: &Setup, now: Moment) {
    let view = setup.view();
    let ended = matches!(setup.state, State::After(After::Ended { .. }));
    let closing = matches!(setup.state, State::After(After::Closing { .. } | After::ClosingFirst { .. }));
    let first = matches!(setup.state, State::Find(Find::Start) | State::After(After::Leftover));
    let joined = matches!(setup.state, State::After(After::Joined { .. }));
    if !ended && !closing {
        assert!(!view.choices.is_empty(), "no way on in {:?}", setup.state);
        assert!(first || joined || view.choices.contains(&Choice::Back), "no way back in {:?}", setup.state);
    }
    let unique: BTreeSet<_> = view.choices.iter().map(Choice::id).collect();
    assert_eq!(unique.len(), view.choices.len(), "a choice stands twice in {:?}", setup.state);
    let waits = !setup.state.effects().is_empty();
    let guarded = setup.timers.get(timers::Timer::Effect).is_some()
        || setup.timers.get(timers::Timer::Closing).is_some();
    assert!(!waits || guarded, "an effect without an end in {:?}", setup.state);
    assert!(setup.state.holds_pin() || setup.world.pin.is_none(), "a PIN is kept in {:?}", setup.state);
    if !ended {
        takes_cancel(setup, now);
        ends_by_itself(setup);
        comes_back(setup, now);
    }
}

fn takes_cancel(setup: &Setup, now: Moment) {
    let mut cancelled = setup.clone();
    cancelled.handle(Input::Cancel, now).expect("cancel is never refused");
    assert!(
        matches!(cancelled.state, State::After(After::Closing { .. } | After::Ended { .. })),
        "{:?}",
        cancelled.state
    );
    let limit = now + knowledge().timings.closing;
    cancelled.handle_deadline(limit);
    assert!(cancelled.outcome().is_some(), "closing has no end from {:?}", setup.state);
    assert!(cancelled.standing().is_empty(), "something goes on after the end");
}

/// With no input at all the deadlines lead to an end or to a screen that waits for the person.
fn ends_by_itself(setup: &Setup) {
    let mut alone = setup.clone();
    for _ in 0..20 {
        let Some(at) = alone.deadline() else { break };
        alone.handle_deadline(at);
    }
    assert!(alone.deadline().is_none(), "deadlines without end in {:?}", setup.state);
    assert!(
        alone.state.effects().is_empty() && (alone.outcome().is_some() || !alone.view().choices.is_empty())
    );
}

fn comes_back(setup: &Setup, now: Moment) {
    let Some(saved) = setup.save(now, 1) else { return };
    let bytes = saved.bytes();
    let text = String::from_utf8(bytes.clone()).unwrap();
    for secret in ["12345670", "00000017", "0017", "router-password"] {
        assert!(!text.contains(secret), "a secret is saved in {:?}", setup.state);
    }
    let saved = Saved::parse(&bytes).expect("what is saved is read");
    let restored = Setup::restore(knowledge(), saved, now, 1);
    assert!(!restored.view().choices.is_empty(), "restored to a dead end from {:?}", setup.state);
    assert!(restored.state.effects().is_empty() || restored.deadline().is_some());
}
