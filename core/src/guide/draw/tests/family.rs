//! Everything that a family file can say.

use super::*;
use crate::guide::draw::family::{passphrase_steps, pin_steps, push_steps, setup_steps, start_steps};
use crate::guide::screen::Level;
use crate::knowledge::Evidence;
use crate::knowledge::families::{
    Action, Colour, Family, LightKnowledge, LightState, NoteKnowledge, Pattern, PinOrder, PinPlace,
    PlaceKnowledge, StepKnowledge,
};
use crate::setup::plan::HandOverBy;
use crate::setup::state::{Given, Sheet};

const PATTERNS: [Pattern; 3] = [Pattern::Steady, Pattern::Blinking, Pattern::Off];
const PLACES: [PinPlace; 3] = [PinPlace::Display, PinPlace::Page, PinPlace::Label];

fn named(key: &str) -> &'static Family {
    knowledge().families.named(key)
}

fn step(action: Action) -> StepKnowledge {
    StepKnowledge { action, evidence: Evidence::Observed, source: "test".into() }
}

fn light(pattern: Pattern) -> LightState {
    LightState { name: "wireless".into(), colour: Colour::Green, pattern }
}

fn known(pattern: Pattern) -> Option<LightKnowledge> {
    Some(LightKnowledge { light: light(pattern), evidence: Evidence::Recalled, source: "test".into() })
}

fn actions() -> Vec<StepKnowledge> {
    let keys = || ["wireless".to_owned(), "information".to_owned()];
    let until = |pattern| Some(light(pattern));
    let mut actions = vec![
        Action::Press { key: "information".into() },
        Action::Hold { key: "wireless".into(), seconds: Some(1), until: until(Pattern::Off) },
        Action::Hold { key: "wireless".into(), seconds: Some(3), until: until(Pattern::Steady) },
        Action::Hold { key: "Öffnen".into(), seconds: Some(3), until: until(Pattern::Blinking) },
        Action::PressTwo { keys: keys(), seconds: None, until: None },
        Action::PressTwo { keys: keys(), seconds: Some(1), until: None },
        Action::PressTwo { keys: keys(), seconds: Some(3), until: until(Pattern::Blinking) },
        Action::OpenMenu { path: vec!["A".into(), "B".into()], words: "B".into() },
        Action::OpenMenu { path: Vec::new(), words: "B".into() },
        Action::Choose { label: "PIN".into() },
        Action::Touch { key: "icon-gear".into() },
        Action::Start,
        Action::PrintPage,
        Action::ReadPin { on: PinPlace::Page },
        Action::ChooseNetwork,
        Action::TypePassphrase,
        Action::SwitchOn,
        Action::ConnectCable,
        Action::UnplugCable,
    ];
    for pattern in PATTERNS {
        actions.push(Action::Hold { key: "wireless".into(), seconds: None, until: until(pattern) });
        actions.push(Action::WaitForLight { light: light(pattern), seconds: 90 });
    }
    actions.into_iter().map(step).collect()
}

pub fn every_step() -> Family {
    let mut family = named("officejet_touchscreen").clone();
    family.joined.clone_from(&named("general").joined);
    family.cable.evidence = Evidence::Recalled;
    family.pin.order = PinOrder::StartAfter;
    family.pin.places = vec![PlaceKnowledge { steps: actions(), ..family.pin.places.remove(0) }];
    family.push.light = known(Pattern::Blinking);
    let source = family.push.notes.remove(0);
    let notes = ["light-ambiguous", "router-hold", "needs-wpa"];
    family.push.notes = notes.map(|note| NoteKnowledge { note: note.into(), ..source.clone() }).into();
    family.failed = known(Pattern::Steady);
    family.setup_mode.as_mut().unwrap().sign = Some("setup-network".into());
    family
}

/// The same, less sure, and the other way round.
pub fn every_light() -> Family {
    let mut family = every_step();
    family.joined.as_mut().unwrap().evidence = Evidence::Recalled;
    family.pin.places[0].steps.iter_mut().for_each(|s| s.evidence = Evidence::Recalled);
    let passphrase = family.passphrase.iter_mut().flat_map(|p| &mut p.steps);
    let setup = family.setup_mode.iter_mut().flat_map(|s| &mut s.steps);
    let steps = family.push.steps.iter_mut().chain(passphrase).chain(setup);
    steps.for_each(|s| s.evidence = Evidence::Recalled);
    let push = family.push.light.as_mut().unwrap();
    (push.evidence, push.light.pattern) = (Evidence::Observed, Pattern::Off);
    let failed = family.failed.as_mut().unwrap();
    (failed.evidence, failed.light.pattern) = (Evidence::Observed, Pattern::Off);
    family.searching = known(Pattern::Blinking);
    let setup = family.setup_mode.as_mut().unwrap();
    (setup.evidence, setup.danger, setup.sign) =
        (Evidence::Recalled, "network-settings".into(), Some("bar-purple".into()));
    family
}

fn drawn(guide: &Guide, family: &Family, draw_blocks: impl FnOnce(&mut Page<'_>)) -> String {
    let mut secrets = Secrets::default();
    let mut page = Page::new(&guide.texts, knowledge(), family, "HP X".to_owned(), &mut secrets, NOW);
    draw_blocks(&mut page);
    let Page { blocks, .. } = page;
    let screen = Screen { blocks, ..draw(guide, &cases::all()[0].view) };
    let text = render::text(&Screen { choices: Vec::new(), ..screen });
    text.split_once('\n').unwrap().1.to_owned()
}

fn typing(place: PinPlace) -> connect::Typing {
    connect::Typing {
        place,
        why: None,
        problem: None,
        sheet: Sheet::No,
        only: false,
        order: PinOrder::StartAfter,
        by: HandOverBy::Service,
    }
}

/// What a family says, in text.
pub fn draw_family(guide: &Guide, family: &Family) -> String {
    let mut out = String::new();
    let colours = [Colour::Blue, Colour::White, Colour::Green, Colour::Amber, Colour::Red, Colour::Purple];
    for (colour, pattern) in colours.into_iter().zip(PATTERNS.into_iter().cycle()) {
        let mut family = family.clone();
        family.joined.as_mut().unwrap().light = LightState { name: "wireless".into(), colour, pattern };
        out += &drawn(guide, &family, |page| {
            page.joined_light();
            page.not_joined_light();
        });
    }
    out += &drawn(guide, family, |page| {
        for place in PLACES {
            connect::type_pin(page, typing(place));
        }
        page.cable(Level::Warning, "waiting-cable");
        page.cable(Level::Info, "already-online-cable-off");
        push::start_printer(page, None, Given::Taken);
    });
    out += &drawn(guide, family, push_steps);
    let mut without = family.clone();
    without.push.supported = false;
    out += &drawn(guide, &without, push_steps);
    without.push.evidence = Evidence::Recalled;
    out += &drawn(guide, &without, push_steps);
    for danger in ["network-settings", "network-and-password"] {
        let mut family = family.clone();
        family.setup_mode.as_mut().unwrap().danger = danger.into();
        out += &drawn(guide, &family, setup_steps);
    }
    crate::guide::draw::vendor::tests::draw_all(guide);
    out + &drawn(guide, family, passphrase_steps)
}

#[test]
fn a_familys_data_reads_as_sentences() {
    let guide = guide();
    insta::assert_snapshot!(
        "families",
        format!("{}\n{}", draw_family(&guide, &every_step()), draw_family(&guide, &every_light()))
    );
    assert!(guide.texts.seen.faults.lock().unwrap().is_empty());
}

#[test]
fn every_family_has_its_picture() {
    let guide = guide();
    let mut out = String::new();
    for family in knowledge().families.all() {
        let mut part = |name: &str, blocks: &dyn Fn(&mut Page<'_>)| {
            let text = drawn(&guide, family, |page| blocks(page));
            if !text.is_empty() {
                out += &format!("== {}: {name}\n{text}", family.key);
            }
        };
        for place in PLACES {
            part(&format!("PIN, {place:?}"), &|page| {
                pin_steps(page, place);
            });
        }
        part("start", &start_steps);
        part("push", &push_steps);
        part("passphrase", &passphrase_steps);
        part("setup mode", &setup_steps);
        part("lights", &|page| {
            page.joined_light();
            page.not_joined_light();
        });
    }
    insta::assert_snapshot!("known-families", out);
    assert!(guide.texts.seen.faults.lock().unwrap().is_empty());
}

#[test]
fn the_words_of_every_family_have_texts() {
    let texts = Texts::new("en").unwrap();
    let has = |family: &Family, key: String| assert!(texts.has(&key), "{}: {key}", family.key);
    for family in knowledge().families.all() {
        let lights = [&family.joined, &family.searching, &family.failed, &family.push.light];
        for known in lights.into_iter().flatten() {
            has(family, format!("light-name-{}", known.light.name));
        }
        for step in family.steps() {
            step.keys().iter().for_each(|key| has(family, format!("key-{key}")));
            if let Action::Hold { until: Some(light), .. }
            | Action::PressTwo { until: Some(light), .. }
            | Action::WaitForLight { light, .. } = &step.action
            {
                has(family, format!("light-name-{}", light.name));
            }
        }
        family.push.notes.iter().for_each(|n| has(family, format!("note-{}", n.note)));
        if let Some(setup) = &family.setup_mode {
            has(family, format!("danger-{}", setup.danger));
            setup.sign.iter().for_each(|sign| has(family, format!("sign-{sign}")));
        }
    }
}

#[test]
fn a_step_never_rests_on_a_light_alone() {
    let guide = guide();
    for family in knowledge().families.all().filter(|f| f.has_push()) {
        let text = drawn(&guide, family, push_steps);
        assert!(text.contains("joins, Inkjoin sees for itself"), "{}: {text}", family.key);
    }
}
