//! Printer families: what is known of a panel, its ways in, its steps and its lights. One TOML file each.

use serde::Deserialize;
use serde_json::Value;

use super::{KnowledgeError, files};
use crate::identity::Identity;

mod check;
mod labels;
mod names;
mod steps;
#[cfg(test)]
mod tests;
mod ways;

pub use labels::LabelKnowledge;
pub use steps::{Action, Colour, LightState, Pattern, StepKnowledge};
pub use ways::{
    CableKnowledge, LightKnowledge, NoteKnowledge, Panel, PanelKnowledge, PassphraseKnowledge, PinKnowledge,
    PinOrder, PinPlace, PinSure, PlaceKnowledge, PushKnowledge, Resource, SetupModeKnowledge,
};

/// Every file but the general case's, by the key that it must have. The first family that knows a printer has it.
const FILES: &[&str] = &[
    "laserjet_wps_resource",
    "officejet_touchscreen",
    "officejet_touchscreen_like",
    "laserjet_m130",
    "laserjet_m28",
    "laserjet_led",
    "deskjet_icon_lcd",
    "deskjet_2800",
    "envy_light_bar",
    "tango",
    "smart_tank",
];

/// All families, and the general case.
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
    /// Words that a model is made of, in lower case: `#` stands for one digit, `*` at the end for letters or nothing.
    pub names: Vec<String>,
    /// Words of which one must stand in the model as well; none where the number alone tells.
    #[serde(default)]
    pub series: Vec<String>,
    /// Product numbers.
    pub product_numbers: Vec<String>,
    /// The EWS resource that tells the PIN, where a document names it.
    #[serde(default)]
    pub resource: Option<Resource>,
    /// What it shows and is operated with; none where models of the family differ, or nobody knows.
    #[serde(default)]
    pub panel: Option<PanelKnowledge>,
    /// How it starts WPS by PIN.
    pub pin: PinKnowledge,
    /// How it starts WPS by push button.
    pub push: PushKnowledge,
    /// How the Wi-Fi's passphrase is typed at its own panel.
    #[serde(default)]
    pub passphrase: Option<PassphraseKnowledge>,
    /// How its network settings are reset, so that it waits to be set up.
    #[serde(default)]
    pub setup_mode: Option<SetupModeKnowledge>,
    /// What a network cable does to its Wi-Fi.
    pub cable: CableKnowledge,
    /// The light that shows a join.
    #[serde(default)]
    pub joined: Option<LightKnowledge>,
    /// The light while it looks for the router.
    #[serde(default)]
    pub searching: Option<LightKnowledge>,
    /// The light after joining has failed.
    #[serde(default)]
    pub failed: Option<LightKnowledge>,
    /// What its menus say in other languages.
    #[serde(default)]
    pub labels: Option<LabelKnowledge>,
}

impl Families {
    pub(super) fn read(files: &Value) -> Result<Self, KnowledgeError> {
        let read = |key: &str| Family::read(key, files::of(files, key));
        let known = FILES.iter().map(|key| read(key)).collect::<Result<_, _>>()?;
        let general = read("general")?;
        Ok(Self { known, general })
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

    /// All of them, the general case last.
    pub fn all(&self) -> impl Iterator<Item = &Family> {
        self.known.iter().chain([&self.general])
    }
}

impl Family {
    fn read(key: &str, file: &Value) -> Result<Self, KnowledgeError> {
        Self::checked(key, files::read(file).map_err(|e| e.to_string()))
    }

    fn checked(key: &str, read: Result<Self, String>) -> Result<Self, KnowledgeError> {
        files::checked("family", key, read, check::check)
    }

    fn knows(&self, model: &str, product: Option<&str>) -> bool {
        let words = || model.split([' ', '/', '-', ',']);
        let series = self.series.is_empty() || words().any(|word| self.series.iter().any(|s| s == word));
        series && words().any(|word| self.names.iter().any(|name| names::matches(name, word)))
            || product.is_some_and(|p| self.product_numbers.iter().any(|n| n == p))
    }

    /// When it starts, relative to the hand-over of its PIN.
    pub fn order(&self) -> PinOrder {
        self.pin.order
    }

    /// Where a person finds the PIN, the best place first; never empty.
    pub fn pin_places(&self) -> Vec<PinPlace> {
        self.pin.places.iter().map(|known| known.place).collect()
    }

    /// How sure it is that this family has a device PIN at all.
    pub fn pin_sure(&self) -> PinSure {
        self.pin.sure
    }

    /// Whether WPS by push button can be started at it, as far as is known.
    pub fn has_push(&self) -> bool {
        self.push.supported
    }

    /// Whether the Wi-Fi's passphrase can be typed at its own panel, as far as is known.
    pub fn has_passphrase(&self) -> bool {
        self.passphrase.is_some()
    }

    /// What it shows and is operated with.
    pub fn panel(&self) -> Option<Panel> {
        self.panel.as_ref().map(|panel| panel.kind)
    }

    /// What its menus call something in a language (a BCP 47 tag); English where nothing documents it.
    pub fn label<'a>(&'a self, language: &str, english: &'a str) -> &'a str {
        self.labels.as_ref().and_then(|labels| labels.find(language, english)).unwrap_or(english)
    }
}
