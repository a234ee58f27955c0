//! Everything that a family file can say.

use super::*;
use crate::guide::screen::Level;
use crate::knowledge::Evidence;
use crate::knowledge::families::{Action, Colour, Family, LightState, Pattern, PinOrder, StepKnowledge};

pub fn every_step() -> Family {
    let step = |action| StepKnowledge { action, evidence: Evidence::Observed, source: "test".into() };
    let light = |pattern| Some(LightState { name: "wireless".into(), colour: Colour::Green, pattern });
    let mut family = knowledge().families.named("general").clone();
    family.cable.evidence = Evidence::Recalled;
    family.pin.order = PinOrder::StartAfter;
    family.pin.steps = vec![
        step(Action::Press { key: "information".into() }),
        step(Action::Hold { key: "wireless".into(), seconds: 1, until: light(Pattern::Off) }),
        step(Action::Hold { key: "wireless".into(), seconds: 3, until: light(Pattern::Steady) }),
        step(Action::Hold { key: "Öffnen".into(), seconds: 3, until: light(Pattern::Blinking) }),
        step(Action::OpenMenu { path: vec!["A".into(), "B".into()], words: "B".into() }),
        step(Action::ReadPin { on: "page".into() }),
        step(Action::UnplugCable),
    ];
    family
}

pub fn every_light() -> Family {
    let mut family = every_step();
    family.joined.evidence = Evidence::Recalled;
    family
}

/// What a family says, in text.
pub fn draw_family(guide: &Guide, family: &Family) -> String {
    let mut out = String::new();
    let colours = [Colour::Blue, Colour::White, Colour::Green, Colour::Amber, Colour::Red, Colour::Purple];
    for (colour, pattern) in
        colours.into_iter().zip([Pattern::Steady, Pattern::Blinking, Pattern::Off].into_iter().cycle())
    {
        let mut family = family.clone();
        family.joined.light = LightState { name: "wireless".into(), colour, pattern };
        let (mut secrets, name) = (Secrets::default(), "HP X".to_owned());
        let mut page = Page::new(&guide.texts, knowledge(), &family, name, &mut secrets, NOW);
        page.joined_light();
        page.not_joined_light();
        if pattern == Pattern::Steady && colour == Colour::Blue {
            connect::type_pin(&mut page, None, None);
            page.cable(Level::Warning, "waiting-cable");
            page.cable(Level::Info, "already-online-cable-off");
            page.steps(page.start_step().into_iter().collect());
        }
        let Page { blocks, .. } = page;
        let screen = Screen { blocks, ..draw(guide, &cases::all()[0].view) };
        out += &render::text(&Screen { choices: Vec::new(), ..screen });
    }
    out
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
fn the_words_of_every_family_have_texts() {
    let texts = Texts::new("en").unwrap();
    for key in ["general", "laserjet_wps_resource"] {
        let family = knowledge().families.named(key);
        assert_eq!(family.key, key);
        assert!(texts.has(&format!("light-name-{}", family.joined.light.name)));
        for step in &family.pin.steps {
            let word = match &step.action {
                Action::Press { key } | Action::Hold { key, .. } => format!("key-{key}"),
                Action::ReadPin { on } => format!("place-{on}"),
                Action::OpenMenu { .. } | Action::UnplugCable => continue,
            };
            assert!(texts.has(&word), "{word}");
        }
    }
}
