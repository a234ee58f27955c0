//! What a family file says, in sentences.

use super::page::Page;
use crate::guide::screen::{Block, Level, Step, StepLight};
use crate::knowledge::Evidence;
use crate::knowledge::families::{Action, Colour, LightState, Pattern, PinOrder, StepKnowledge};

impl Page<'_> {
    /// What the person does at the printer to get a PIN.
    pub fn family_steps(&mut self) {
        let family = self.family;
        let steps = family.pin.steps.iter().map(|s| self.family_step(s)).collect();
        self.steps(steps);
        let sure = |s: &StepKnowledge| {
            matches!(s.action, Action::ReadPin { .. }) && s.evidence != Evidence::Recalled
        };
        if !family.pin.steps.iter().any(sure) {
            self.text("type-pin-not-shown");
        }
    }

    /// One step; what is only recalled is marked so.
    pub fn family_step(&self, known: &StepKnowledge) -> Step {
        let mut light = None;
        let (icon, text) = match &known.action {
            Action::Press { key } => {
                ("press", self.t("step-press", &[("key", self.word("key", key).into())]))
            }
            Action::Hold { key, seconds, until } => {
                light = until.as_ref().map(|l| self.step_light(l));
                let args = [("key", self.word("key", key).into()), ("seconds", (*seconds).into())];
                ("hold", self.t("step-hold", &args))
            }
            Action::OpenMenu { path, words } => {
                let args = [("path", path.join(" > ").into()), ("words", words.as_str().into())];
                ("menu", self.t("step-open-menu", &args))
            }
            Action::ReadPin { on } => {
                ("read", self.t("step-read-pin", &[("place", self.word("place", on).into())]))
            }
            Action::UnplugCable => ("unplug", self.t("step-unplug-cable", &[])),
        };
        Step { text, icon: icon.to_owned(), light, usually: known.evidence == Evidence::Recalled }
    }

    /// On some printers the PIN goes into the router first: then Start is touched now.
    pub fn start_step(&self) -> Option<Step> {
        let pin = &self.family.pin;
        let usually = pin.evidence == Evidence::Recalled;
        (pin.order == PinOrder::StartAfter).then(|| Step { usually, ..self.step("press", "step-start") })
    }

    /// The light that shows a join.
    pub fn joined_light(&mut self) {
        let joined = &self.family.joined;
        self.light(&joined.light, "light-joined", joined.evidence);
    }

    /// The light that shows that it has not joined, where that is the same one blinking.
    pub fn not_joined_light(&mut self) {
        let joined = &self.family.joined;
        if joined.light.pattern == Pattern::Steady {
            let blinking = LightState { pattern: Pattern::Blinking, ..joined.light.clone() };
            self.light(&blinking, "light-not-joined", joined.evidence);
        }
    }

    /// A cable that keeps the Wi-Fi off, if it does.
    pub fn cable(&mut self, level: Level, key: &str) -> bool {
        let cable = &self.family.cable;
        if !cable.wifi_while_plugged {
            self.notice(level, key, &[("sure", sure(cable.evidence).into())]);
        }
        !cable.wifi_while_plugged
    }

    /// The same as something to check.
    pub fn cable_check(&self) -> Option<Step> {
        let cable = &self.family.cable;
        let usually = cable.evidence == Evidence::Recalled;
        (!cable.wifi_while_plugged).then(|| Step { usually, ..self.step("unplug", "check-cable") })
    }

    fn light(&mut self, light: &LightState, key: &str, evidence: Evidence) {
        let words = self.light_words(light, key, evidence);
        let name = self.word("light-name", &light.name);
        self.blocks.push(Block::Light { name, colour: light.colour, pattern: light.pattern, words });
    }

    fn step_light(&self, light: &LightState) -> StepLight {
        // The step itself says how sure it is.
        let words = self.light_words(light, "light-then", Evidence::Observed);
        StepLight { colour: light.colour, pattern: light.pattern, words }
    }

    fn light_words(&self, light: &LightState, key: &str, evidence: Evidence) -> String {
        let pattern = match light.pattern {
            Pattern::Steady => "steady",
            Pattern::Blinking => "blinking",
            Pattern::Off => "off",
        };
        let colour = match light.colour {
            Colour::Blue => "colour-blue",
            Colour::White => "colour-white",
            Colour::Green => "colour-green",
            Colour::Amber => "colour-amber",
            Colour::Red => "colour-red",
            Colour::Purple => "colour-purple",
        };
        let args = [
            ("name", self.word("light-name", &light.name).into()),
            ("pattern", pattern.into()),
            ("colour", self.t(colour, &[]).into()),
            ("sure", sure(evidence).into()),
        ];
        self.t(key, &args)
    }

    /// A word of a data file in this language; a new one that has no text yet stands as the file has it.
    fn word(&self, kind: &str, name: &str) -> String {
        let key = format!("{kind}-{name}");
        if self.texts.has(&key) { self.t(&key, &[]) } else { name.to_owned() }
    }
}

fn sure(evidence: Evidence) -> &'static str {
    if evidence == Evidence::Recalled { "no" } else { "yes" }
}
