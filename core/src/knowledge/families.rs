//! Printer families: what is known of a panel, its steps and its lights. One TOML file each.

use serde::Deserialize;

use super::{Evidence, KnowledgeError};
use crate::identity::Identity;

/// All families; the last one is the general case.
#[derive(Clone, Debug)]
pub struct Families {
    known: Vec<Family>,
    general: Family,
}

/// One family of printers that behave alike.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Family {
    /// Stable name, as the file's.
    pub key: String,
    /// Model numbers in lower case; a printer belongs here when one is a word of its model.
    pub names: Vec<String>,
    /// Product numbers.
    pub product_numbers: Vec<String>,
    /// The EWS resource that tells the PIN, where a document names it.
    #[serde(default)]
    pub resource: Option<Resource>,
    /// How it starts WPS by PIN.
    pub pin: PinKnowledge,
    /// What a network cable does to its Wi-Fi.
    pub cable: CableKnowledge,
    /// The light that shows a join.
    pub joined: LightKnowledge,
}

/// A documented path.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resource {
    /// Absolute path.
    pub path: String,
    /// How sure.
    pub evidence: Evidence,
    /// From where.
    pub source: String,
}

/// When the printer starts, relative to the hand-over of its PIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PinOrder {
    /// Reading the PIN over the EWS starts it.
    ReadingStarts,
    /// It is started first, and its PIN read then.
    StartBefore,
    /// The PIN goes into the router first, then Start is touched on the printer.
    StartAfter,
}

/// How it starts WPS by PIN.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PinKnowledge {
    /// The order.
    pub order: PinOrder,
    /// How sure.
    pub evidence: Evidence,
    /// From where.
    pub source: String,
    /// What the person does at the printer to get a PIN.
    pub steps: Vec<StepKnowledge>,
}

/// One action with its evidence.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct StepKnowledge {
    /// The action.
    #[serde(flatten)]
    pub action: Action,
    /// How sure.
    pub evidence: Evidence,
    /// From where.
    pub source: String,
}

/// The small vocabulary of actions. Fluent turns each into a sentence.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum Action {
    /// Press a key shortly.
    Press {
        /// The key's name in our texts, such as `wireless`.
        key: String,
    },
    /// Hold a key.
    Hold {
        /// The key's name in our texts.
        key: String,
        /// At least so long.
        seconds: u32,
        /// The light that shows it worked.
        #[serde(default)]
        until: Option<LightState>,
    },
    /// Choose in the printer's menus.
    OpenMenu {
        /// The menu items from the top, in the printer's own words.
        path: Vec<String>,
        /// The words that are the same on every panel.
        words: String,
    },
    /// Read the PIN.
    ReadPin {
        /// Where: `display`, `page` or `label`.
        on: String,
    },
    /// Pull the network cable out.
    UnplugCable,
}

/// A light and what it does.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LightState {
    /// The light's name in our texts.
    pub name: String,
    /// Its colour.
    pub colour: Colour,
    /// What it does.
    pub pattern: Pattern,
}

/// Colours of lights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Colour {
    /// Blue.
    Blue,
    /// White.
    White,
    /// Green.
    Green,
    /// Amber or orange.
    Amber,
    /// Red.
    Red,
    /// Purple.
    Purple,
}

/// What a light does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pattern {
    /// On all the time.
    Steady,
    /// On and off.
    Blinking,
    /// Off.
    Off,
}

/// What a network cable does to the Wi-Fi.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CableKnowledge {
    /// Whether the Wi-Fi works while a cable is in.
    pub wifi_while_plugged: bool,
    /// How sure.
    pub evidence: Evidence,
    /// From where.
    pub source: String,
}

/// A light that shows something.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LightKnowledge {
    /// The light.
    pub light: LightState,
    /// How sure.
    pub evidence: Evidence,
    /// From where.
    pub source: String,
}

impl Families {
    pub(super) fn embedded() -> Result<Self, KnowledgeError> {
        let parse = |text: &str| toml::from_str::<Family>(text).map_err(|e| KnowledgeError(e.to_string()));
        Ok(Self {
            known: vec![parse(include_str!("../../knowledge/printers/laserjet_wps_resource.toml"))?],
            general: parse(include_str!("../../knowledge/printers/general.toml"))?,
        })
    }

    /// The family that a printer belongs to; the general case when none knows it.
    pub fn of(&self, identity: &Identity) -> &Family {
        let model = identity.model.as_str().to_lowercase();
        let product = identity.product.as_ref().map(|p| p.as_str().to_ascii_uppercase());
        self.known.iter().find(|f| f.knows(&model, product.as_deref())).unwrap_or(&self.general)
    }

    /// By its stable name; the general case when there is no such family.
    pub fn named(&self, key: &str) -> &Family {
        self.known.iter().find(|f| f.key == key).unwrap_or(&self.general)
    }
}

impl Family {
    fn knows(&self, model: &str, product: Option<&str>) -> bool {
        let mut words = model.split([' ', '/', '-']);
        words.any(|word| self.names.iter().any(|name| name == word))
            || product.is_some_and(|p| self.product_numbers.iter().any(|n| n == p))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::identity::Label;

    #[test]
    fn a_model_finds_its_family_and_a_stranger_the_general_case() {
        let families = Families::embedded().unwrap();
        let of = |model: &str| {
            families.of(&Identity { model: Label::new(model), ..Identity::default() }).key.clone()
        };
        assert_eq!(of("HP LaserJet Professional M1217nfw MFP"), "laserjet_wps_resource");
        assert_eq!(of("HP ENVY 9999"), "general");
    }

    #[test]
    fn a_recalled_row_names_no_exact_resource() {
        let families = Families::embedded().unwrap();
        for family in families.known.iter().chain([&families.general]) {
            assert!(
                family.resource.as_ref().is_none_or(|r| r.evidence != Evidence::Recalled),
                "{}",
                family.key
            );
            for step in &family.pin.steps {
                assert!(!step.source.is_empty(), "{}", family.key);
            }
        }
    }
}
