//! One step of a family file as one sentence.

use std::time::Duration;

use fluent_bundle::FluentValue;

use crate::guide::draw::page::Page;
use crate::guide::screen::{Step, StepLight};
use crate::knowledge::Evidence;
use crate::knowledge::families::{Action, Colour, LightState, Pattern, PinPlace, StepKnowledge};

impl Page<'_> {
    /// One step; what is only recalled is marked so.
    pub fn family_step(&self, known: &StepKnowledge) -> Step {
        let light = match &known.action {
            // Without a time, the sentence itself names the light.
            Action::Hold { seconds: None, .. } => None,
            Action::Hold { until, .. } | Action::PressTwo { until, .. } => until.as_ref(),
            Action::WaitForLight { light, .. } => Some(light),
            _ => None,
        };
        let (icon, text) = self.action(&known.action);
        let usually = known.evidence == Evidence::Recalled;
        let keys = known.keys().into_iter().map(str::to_owned).collect();
        Step { text, icon: icon.to_owned(), keys, light: light.map(|l| self.step_light(l)), usually }
    }

    /// The step's picture and sentence.
    fn action(&self, action: &Action) -> (&'static str, String) {
        match action {
            Action::Press { key } => {
                ("press", self.t("step-press", &[("key", self.word("key", key).into())]))
            }
            Action::Hold { key, seconds, until } => ("hold", self.hold(key, *seconds, until.as_ref())),
            Action::PressTwo { keys, seconds, .. } => self.press_two(keys, *seconds),
            Action::OpenMenu { path, words } => ("menu", self.open_menu(path, words)),
            Action::Choose { label } => {
                ("menu", self.t("step-choose", &[("label", self.label(label).into())]))
            }
            Action::Touch { key } => {
                ("press", self.t("step-touch", &[("key", self.word("key", key).into())]))
            }
            Action::Start => ("press", self.t("step-start", &[("label", self.label("Start").into())])),
            Action::WaitForLight { light, seconds } => {
                let mut args = self.light_args(light);
                args.push(("length", self.length(Duration::from_secs((*seconds).into())).into()));
                ("look", self.t("step-wait-light", &args))
            }
            Action::PrintPage => ("press", self.t("step-print-page", &[])),
            Action::ReadPin { on } => {
                ("read", self.t("step-read-pin", &[("place", self.word("place", place(*on)).into())]))
            }
            Action::ChooseNetwork => ("menu", self.t("step-choose-network", &[])),
            Action::TypePassphrase => ("type", self.t("step-type-passphrase", &[])),
            Action::SwitchOn => ("press", self.t("step-switch-on", &[])),
            Action::ConnectCable => ("plug", self.t("step-connect-cable", &[])),
            Action::UnplugCable => ("unplug", self.t("step-unplug-cable", &[])),
        }
    }

    fn hold(&self, key: &str, seconds: Option<u32>, until: Option<&LightState>) -> String {
        let key = ("key", self.word("key", key).into());
        match (seconds, until) {
            (None, Some(light)) => {
                let mut args = self.light_args(light);
                args.push(key);
                self.t("step-hold-until", &args)
            }
            (seconds, _) => self.t("step-hold", &[key, ("seconds", seconds.unwrap_or(1).into())]),
        }
    }

    fn press_two(&self, [first, second]: &[String; 2], seconds: Option<u32>) -> (&'static str, String) {
        let mut args =
            vec![("first", self.word("key", first).into()), ("second", self.word("key", second).into())];
        match seconds {
            None => ("press", self.t("step-press-two", &args)),
            Some(seconds) => {
                args.push(("seconds", seconds.into()));
                ("hold", self.t("step-hold-two", &args))
            }
        }
    }

    fn open_menu(&self, path: &[String], words: &str) -> String {
        let words = ("words", self.label(words).into());
        if path.is_empty() {
            return self.t("step-menu-words", &[words]);
        }
        let path: Vec<_> = path.iter().map(|item| self.label(item)).collect();
        self.t("step-open-menu", &[("path", path.join(" > ").into()), words])
    }

    fn step_light(&self, light: &LightState) -> StepLight {
        // The step itself says how sure it is.
        let words = self.light_words(light, "light-then", Evidence::Observed);
        StepLight { colour: light.colour, pattern: light.pattern, words }
    }

    /// A light in a sentence of the texts.
    pub(super) fn light_words(&self, light: &LightState, key: &str, evidence: Evidence) -> String {
        let mut args = self.light_args(light);
        args.push(("sure", super::sure(evidence).into()));
        self.t(key, &args)
    }

    fn light_args(&self, light: &LightState) -> Vec<(&'static str, FluentValue<'static>)> {
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
        vec![
            ("name", self.word("light-name", &light.name).into()),
            ("pattern", pattern.into()),
            ("colour", self.t(colour, &[]).into()),
        ]
    }

    /// What the printer's own menus say: in the person's language where that is documented, else in English.
    fn label(&self, english: &str) -> String {
        self.family.label(self.texts.tag(), english).to_owned()
    }

    /// A word of a data file in this language; a new one that has no text yet stands as the file has it.
    pub(super) fn word(&self, kind: &str, name: &str) -> String {
        let key = format!("{kind}-{name}");
        if self.texts.has(&key) { self.t(&key, &[]) } else { name.to_owned() }
    }
}

fn place(place: PinPlace) -> &'static str {
    match place {
        PinPlace::Display => "display",
        PinPlace::Page => "page",
        PinPlace::Label => "label",
    }
}
