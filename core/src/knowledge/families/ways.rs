//! The ways onto the Wi-Fi that a family has, and what else is known of it.

use serde::{Deserialize, Serialize};

use super::steps::{LightState, StepKnowledge};
use crate::knowledge::Evidence;

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

/// What a printer shows and is operated with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Panel {
    /// A display that is touched, with texts.
    Touchscreen,
    /// A small display with digits and pictures, and keys.
    IconLcd,
    /// A bar of light and keys that light up.
    LightBar,
    /// Keys and lights.
    KeysAndLights,
    /// One or a few lines of text, and keys.
    TextDisplay,
}

/// The panel, with its evidence.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PanelKnowledge {
    /// Which.
    pub kind: Panel,
    /// How sure.
    pub evidence: Evidence,
    /// From where.
    pub source: String,
}

/// When the printer starts, relative to the hand-over of its PIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PinOrder {
    /// Reading the PIN over the EWS starts it.
    ReadingStarts,
    /// It is started first, and its PIN read then.
    StartBefore,
    /// The PIN goes into the router first, then Start is touched on the printer.
    StartAfter,
}

/// How sure it is that a family has a device PIN at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PinSure {
    /// HP's own text, or firmware.
    Documented,
    /// Somebody has seen it.
    Observed,
    /// Nobody has shown one: remembered only, or not even that.
    Unproven,
}

/// Where a person finds the PIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PinPlace {
    /// On the printer's display.
    Display,
    /// On a page that it prints.
    Page,
    /// On its label.
    Label,
}

/// How it starts WPS by PIN.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PinKnowledge {
    /// The order.
    pub order: PinOrder,
    /// How sure the order is.
    pub evidence: Evidence,
    /// From where.
    pub source: String,
    /// Whether there is a PIN at all.
    pub sure: PinSure,
    /// From where that is known, or why it is not.
    pub sure_source: String,
    /// Where a person finds the PIN, the best place first.
    pub places: Vec<PlaceKnowledge>,
    /// What starts the printer once the PIN is in the router; only with [`PinOrder::StartAfter`].
    #[serde(default)]
    pub start: Vec<StepKnowledge>,
}

/// One place where the PIN is found.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceKnowledge {
    /// Which.
    pub place: PinPlace,
    /// How sure it is that the PIN stands there.
    pub evidence: Evidence,
    /// From where.
    pub source: String,
    /// The keys that print the page, one or two held together; none where that differs or is not known.
    #[serde(default)]
    pub printed_by: Vec<String>,
    /// What the person does.
    pub steps: Vec<StepKnowledge>,
}

/// How it starts WPS by push button. Either side may begin (Wi-Fi Simple Configuration).
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PushKnowledge {
    /// Whether it can.
    pub supported: bool,
    /// How sure all of it is.
    pub evidence: Evidence,
    /// From where.
    pub source: String,
    /// What the person does at the printer.
    #[serde(default)]
    pub steps: Vec<StepKnowledge>,
    /// The light while it runs.
    #[serde(default)]
    pub light: Option<LightKnowledge>,
    /// What to know beside that.
    #[serde(default)]
    pub notes: Vec<NoteKnowledge>,
}

/// Something to know, by its name in our texts.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoteKnowledge {
    /// The text is `note-` with this name.
    pub note: String,
    /// How sure.
    pub evidence: Evidence,
    /// From where.
    pub source: String,
}

/// How the Wi-Fi's passphrase is typed at the panel.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PassphraseKnowledge {
    /// How sure.
    pub evidence: Evidence,
    /// From where.
    pub source: String,
    /// What the person does.
    pub steps: Vec<StepKnowledge>,
}

/// How the network settings are reset.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetupModeKnowledge {
    /// How sure.
    pub evidence: Evidence,
    /// From where.
    pub source: String,
    /// What is lost: the text is `danger-` with this name.
    pub danger: String,
    /// Another sign of success than a light: the text is `sign-` with this name.
    #[serde(default)]
    pub sign: Option<String>,
    /// What the person does.
    pub steps: Vec<StepKnowledge>,
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
