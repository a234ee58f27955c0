//! What a family file must keep to beyond its form.

use super::{Action, Family, PinOrder, PinPlace, StepKnowledge};
use crate::knowledge::Evidence;

type Checked = Result<(), String>;

/// What is wrong with a family, in words for whoever writes its file.
pub(super) fn check(family: &Family, key: &str) -> Checked {
    need(family.key == key, || format!("is called {}", family.key))?;
    for (evidence, source) in facts(family) {
        need(!source.trim().is_empty(), || "a fact without a source".into())?;
        need(evidence != Evidence::Chosen, || format!("not ours to choose: {source}"))?;
    }
    let recalled = family.resource.as_ref().is_some_and(|r| r.evidence == Evidence::Recalled);
    need(!recalled, || "a recalled resource".into())?;
    for step in family.steps() {
        check_step(step)?;
    }
    check_pin(family)?;
    let push = &family.push;
    need(push.supported != push.steps.is_empty(), || "push button and its steps".into())?;
    let setup = family.setup_mode.as_ref();
    // A light must never be the only sign of success.
    let only_light = |s: &StepKnowledge| matches!(s.action, Action::Hold { seconds: None, .. });
    let unsigned = family.steps().filter(|s| only_light(s)).count();
    let signed =
        setup.filter(|s| s.sign.is_some()).map_or(0, |s| s.steps.iter().filter(|s| only_light(s)).count());
    need(unsigned == signed, || "a light as the only sign of success".into())
}

fn check_pin(family: &Family) -> Checked {
    let pin = &family.pin;
    need(!pin.places.is_empty(), || "no place of the PIN".into())?;
    need(pin.start.is_empty() == (pin.order != PinOrder::StartAfter), || "start and its order".into())?;
    for (at, known) in pin.places.iter().enumerate() {
        let earlier = pin.places.iter().take(at).any(|p| p.place == known.place);
        need(!earlier, || format!("{:?} twice", known.place))?;
        let reads =
            known.steps.iter().any(|s| matches!(s.action, Action::ReadPin { on } if on == known.place));
        need(reads, || format!("the PIN is not read at {:?}", known.place))?;
        let printed = &known.printed_by;
        need(printed.is_empty() || known.place == PinPlace::Page, || "keys print a page only".into())?;
        let pressed = |key: &String| known.steps.iter().any(|s| s.keys().contains(&key.as_str()));
        need(printed.len() <= 2 && printed.iter().all(pressed), || "other keys print the page".into())?;
    }
    Ok(())
}

fn check_step(step: &StepKnowledge) -> Checked {
    let short = |seconds: &Option<u32>| seconds.is_none_or(|s| (1..=60).contains(&s));
    let fine = match &step.action {
        Action::Hold { seconds, until, .. } => short(seconds) && (seconds.is_some() || until.is_some()),
        Action::PressTwo { seconds, keys: [first, second], .. } => short(seconds) && first != second,
        Action::WaitForLight { seconds, .. } => (1..=600).contains(seconds),
        // Whoever only remembers a menu tells its words, not its path.
        Action::OpenMenu { path, words } => {
            !words.is_empty() && (path.is_empty() || step.evidence != Evidence::Recalled)
        }
        _ => true,
    };
    need(fine, || format!("a step: {:?}", step.action))
}

fn need(fine: bool, what: impl FnOnce() -> String) -> Checked {
    if fine { Ok(()) } else { Err(what()) }
}

/// Evidence and source of everything that a file says.
fn facts(family: &Family) -> Vec<(Evidence, &str)> {
    let pin = &family.pin;
    let mut facts = vec![
        (pin.evidence, pin.source.as_str()),
        (pin.evidence, pin.sure_source.as_str()),
        (family.push.evidence, family.push.source.as_str()),
        (family.cable.evidence, family.cable.source.as_str()),
    ];
    facts.extend(family.resource.iter().map(|r| (r.evidence, r.source.as_str())));
    facts.extend(family.panel.iter().map(|p| (p.evidence, p.source.as_str())));
    facts.extend(pin.places.iter().map(|p| (p.evidence, p.source.as_str())));
    facts.extend(family.push.notes.iter().map(|n| (n.evidence, n.source.as_str())));
    facts.extend(family.passphrase.iter().map(|p| (p.evidence, p.source.as_str())));
    facts.extend(family.setup_mode.iter().map(|s| (s.evidence, s.source.as_str())));
    facts.extend(family.labels.iter().map(|l| (l.evidence, l.source.as_str())));
    let lights = [&family.joined, &family.searching, &family.failed, &family.push.light];
    facts.extend(lights.into_iter().flatten().map(|l| (l.evidence, l.source.as_str())));
    facts.extend(family.steps().map(|s| (s.evidence, s.source.as_str())));
    facts
}

impl Family {
    /// Every step of every way.
    pub(crate) fn steps(&self) -> impl Iterator<Item = &StepKnowledge> {
        let places = self.pin.places.iter().flat_map(|p| &p.steps);
        let passphrase = self.passphrase.iter().flat_map(|p| &p.steps);
        let setup = self.setup_mode.iter().flat_map(|s| &s.steps);
        places.chain(&self.pin.start).chain(&self.push.steps).chain(passphrase).chain(setup)
    }
}

impl StepKnowledge {
    /// The keys and pictures that it names.
    pub(crate) fn keys(&self) -> Vec<&str> {
        match &self.action {
            Action::Press { key } | Action::Hold { key, .. } | Action::Touch { key } => vec![key],
            Action::PressTwo { keys, .. } => keys.iter().map(String::as_str).collect(),
            _ => Vec::new(),
        }
    }
}
