//! What a family file says, in sentences.

use super::page::Page;
use crate::guide::screen::{Block, Level, Step};
use crate::knowledge::Evidence;
use crate::knowledge::families::{Action, LightKnowledge, LightState, Pattern, PinPlace, StepKnowledge};

mod step;

/// The one note that is about the router's button.
const AT_ROUTER: &str = "router-hold";

/// What the person does to get the PIN at one place; where nobody knows whether it stands there, with that said. Draws
/// nothing for a place that the family does not have. Tells whether it is sure.
pub(super) fn pin_steps(page: &mut Page<'_>, place: PinPlace) -> bool {
    let family = page.family;
    let Some(known) = family.pin.places.iter().find(|p| p.place == place) else { return false };
    page.family_list(&known.steps);
    let sure =
        |s: &StepKnowledge| matches!(s.action, Action::ReadPin { .. }) && s.evidence != Evidence::Recalled;
    let sure = known.steps.iter().any(sure);
    if !sure {
        page.text("type-pin-not-shown");
    }
    sure
}

/// What starts the printer once its PIN is in the router; nothing where it has started by then.
pub(super) fn start_steps(page: &mut Page<'_>) {
    let family = page.family;
    page.family_list(&family.pin.start);
}

/// What starts push button at the printer, or that it has none. Which side comes first is said by the screens: the printer
/// does, and every printer looks for long enough.
pub(super) fn push_steps(page: &mut Page<'_>) {
    let push = &page.family.push;
    if !push.supported {
        page.notice(Level::Warning, "push-not-supported", &[("sure", sure(push.evidence).into())]);
        return;
    }
    page.family_list(&push.steps);
    for note in push.notes.iter().filter(|n| n.note != AT_ROUTER) {
        page.text(&format!("note-{}", note.note));
    }
    if let Some(known) = &push.light {
        page.light(&known.light, "light-push", known.evidence);
    }
    page.usually(&push.steps, "steps-usually-push", Some("steps-no-light"));
}

/// What a person who presses the router's button has to know of this printer's wishes.
pub(super) fn push_at_router(page: &mut Page<'_>) {
    if page.family.push.notes.iter().any(|n| n.note == AT_ROUTER) {
        page.text(&format!("note-{AT_ROUTER}"));
    }
}

/// How the Wi-Fi's passphrase is typed at the printer's own panel; nothing where that is not known.
pub(super) fn passphrase_steps(page: &mut Page<'_>) {
    let family = page.family;
    let Some(known) = &family.passphrase else { return };
    page.family_list(&known.steps);
    page.usually(&known.steps, "steps-usually", Some("steps-no-light"));
}

/// How the printer's network settings are reset, what is lost above all else; nothing where that is not known.
pub(super) fn setup_steps(page: &mut Page<'_>) {
    let family = page.family;
    let Some(known) = &family.setup_mode else { return };
    page.text("to-setup-reset");
    page.notice(
        Level::Warning,
        &format!("danger-{}", known.danger),
        &[("sure", sure(known.evidence).into())],
    );
    page.family_list(&known.steps);
    if let Some(sign) = &known.sign {
        page.text(&format!("sign-{sign}"));
    }
    page.usually(&known.steps, "steps-usually-setup", None);
}

impl Page<'_> {
    fn family_list(&mut self, known: &[StepKnowledge]) {
        let steps = known.iter().map(|s| self.family_step(s)).collect();
        self.steps(steps);
    }

    /// The check that settles a recalled step, or what is said where there is none.
    fn usually(&mut self, known: &[StepKnowledge], recalled: &str, sure: Option<&str>) {
        let any = known.iter().any(|s| s.evidence == Evidence::Recalled);
        if let Some(key) = if any { Some(recalled) } else { sure } {
            self.text(key);
        }
    }

    /// The light that shows a join, if one is known.
    pub fn joined_light(&mut self) {
        let family = self.family;
        if let Some(joined) = &family.joined {
            self.light(&joined.light, "light-joined", joined.evidence);
        }
    }

    /// The light that shows that it has not joined, where that is known, or is the one of a join blinking.
    pub fn not_joined_light(&mut self) {
        let family = self.family;
        let blinking = |known: &LightKnowledge| known.light.pattern == Pattern::Blinking;
        if let Some(searching) = family.searching.as_ref().filter(|known| blinking(known)) {
            self.light(&searching.light, "light-not-joined", searching.evidence);
        } else if let Some(joined) = family.joined.as_ref().filter(|j| j.light.pattern == Pattern::Steady) {
            let blinking = LightState { pattern: Pattern::Blinking, ..joined.light.clone() };
            self.light(&blinking, "light-not-joined", joined.evidence);
        }
        if let Some(failed) = &family.failed {
            self.light(&failed.light, "light-failed", failed.evidence);
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
}

/// The word by which texts tell a sure fact from a recalled one.
pub(super) fn sure(evidence: Evidence) -> &'static str {
    if evidence == Evidence::Recalled { "no" } else { "yes" }
}
