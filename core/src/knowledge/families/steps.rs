//! The small vocabulary of steps and lights.

use serde::Deserialize;

use crate::knowledge::Evidence;

use super::ways::PinPlace;

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

/// What a person does. Fluent turns each into a sentence. Keys are names of our texts, such as `wireless`; labels stand as
/// the printer shows them, in English.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Action {
    /// Press a key shortly.
    Press {
        /// The key.
        key: String,
    },
    /// Hold a key.
    Hold {
        /// The key.
        key: String,
        /// At least so long, 1 to 60. None where only the light is known; then the section names another sign.
        #[serde(default)]
        seconds: Option<u32>,
        /// The light that shows it worked.
        #[serde(default)]
        until: Option<LightState>,
    },
    /// Press two keys at once.
    PressTwo {
        /// The keys.
        keys: [String; 2],
        /// Held down at least so long, 1 to 60; none for a short press.
        #[serde(default)]
        seconds: Option<u32>,
        /// The light that shows it worked.
        #[serde(default)]
        until: Option<LightState>,
    },
    /// Choose in the printer's menus.
    OpenMenu {
        /// The menu items from the top, in the printer's own words. Empty where nobody has seen them.
        #[serde(default)]
        path: Vec<String>,
        /// The words that are the same on every panel.
        words: String,
    },
    /// Choose one of the things that the display offers now.
    Choose {
        /// What it is called there.
        label: String,
    },
    /// Touch a picture on the display.
    Touch {
        /// The picture, such as `icon-gear`.
        key: String,
    },
    /// Touch Start, once the PIN is in the router.
    Start,
    /// Wait for a light.
    WaitForLight {
        /// The light.
        light: LightState,
        /// After so long one goes on without having seen it, 1 to 600.
        seconds: u32,
    },
    /// Let the printer print a page about its network; how differs or is not known.
    PrintPage,
    /// Read the PIN.
    ReadPin {
        /// Where.
        on: PinPlace,
    },
    /// Choose the own Wi-Fi in a list on the display.
    ChooseNetwork,
    /// Type the Wi-Fi's passphrase at the display.
    TypePassphrase,
    /// Switch the printer on.
    SwitchOn,
    /// Connect printer and router by a network cable.
    ConnectCable,
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
