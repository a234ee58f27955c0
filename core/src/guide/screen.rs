//! What crosses to every UI. A UI decides nothing: it draws a screen and returns a choice.

use serde::Serialize;

use crate::knowledge::families::{Colour, Pattern};

/// One screen. Titles, labels and texts are in the person's language; ids never change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Screen {
    /// Stable id, such as `find`, `sign-in`, `waiting`, `joined`.
    pub id: String,
    /// Grows with every change, from 1. A choice names the revision that it was made on.
    pub revision: u64,
    /// The phase that it belongs to.
    pub phase: Phase,
    /// Title.
    pub title: String,
    /// From top to bottom.
    pub blocks: Vec<Block>,
    /// What can be tapped, the usual one first. Cards in [`Block::Printers`] carry choices of this list.
    pub choices: Vec<ScreenChoice>,
    /// The whole screen in words, read aloud once when `id` is new.
    pub spoken: String,
    /// Something changed for the person on the same screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub announce: Option<Announce>,
    /// What the device can open for the person here. Offered to be tapped; a UI never does it by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub act: Option<Act>,
    /// The session is over; no further screen comes.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub last: bool,
}

/// Something outside that the device can open. As JSON `{"kind":"open_url","target":"http://…"}` or
/// `{"kind":"open_settings","target":"wifi"}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Act {
    /// This page in the system's browser: always a local address, the one of a [`Block::Link`] of this screen.
    OpenUrl {
        /// Address.
        #[serde(rename = "target")]
        url: String,
    },
    /// A page of the system's settings.
    OpenSettings {
        /// Which one.
        #[serde(rename = "target")]
        page: Settings,
    },
}

/// A page of the system's settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Settings {
    /// The list of Wi-Fi networks.
    Wifi,
    /// Where this app is allowed to look around in the local network.
    LocalNetwork,
}

/// Where in the setup a screen is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Finding the printer.
    Find,
    /// Choosing a way.
    Decide,
    /// Signing in, getting the PIN and giving it to the router.
    Connect,
    /// Waiting for the printer.
    Wait,
    /// The attempt is over.
    After,
}

/// One block. A UI has one drawing for each kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// A paragraph.
    Text {
        /// The text.
        text: String,
    },
    /// Numbered steps.
    Steps {
        /// In order.
        steps: Vec<Step>,
    },
    /// Printers to choose from.
    Printers {
        /// In stable order.
        printers: Vec<PrinterCard>,
    },
    /// The device PIN, large, in two groups. Only the id of the secret crosses; the UI reveals it when drawing.
    Pin {
        /// For `Session::reveal`.
        secret_id: u64,
        /// What this PIN is, in words.
        label: String,
    },
    /// A clock that runs down.
    Clock {
        /// When it ends, in milliseconds of `Session::now_ms`.
        ends_at_ms: u64,
        /// How long it runs in all, in milliseconds.
        total_ms: u64,
        /// What is said on the way, largest `left_ms` first.
        marks: Vec<Mark>,
        /// What the clock means, in words.
        label: String,
    },
    /// A light as it looks now or should look.
    Light {
        /// Its name.
        name: String,
        /// Colour.
        colour: Colour,
        /// What it does.
        pattern: Pattern,
        /// All of it in words.
        words: String,
    },
    /// A note that stands out.
    Notice {
        /// How much.
        level: Level,
        /// The text.
        text: String,
    },
    /// A link to a page in the system's browser.
    Link {
        /// Address.
        url: String,
        /// Label.
        label: String,
    },
    /// A field to type into.
    Field {
        /// Stable id, the key in the answers.
        id: String,
        /// What is typed.
        input: FieldInput,
        /// Label.
        label: String,
        /// How it should look.
        hint: String,
        /// What stands in it at first.
        #[serde(skip_serializing_if = "String::is_empty")]
        value: String,
        /// What is wrong with what was typed last.
        #[serde(skip_serializing_if = "Option::is_none")]
        problem: Option<String>,
    },
    /// Something is being done.
    Progress {
        /// What.
        what: String,
        /// Steps done.
        done: u32,
        /// Of so many; 0 when that is not known.
        of: u32,
    },
    /// Facts for those who want them, folded in at first.
    Details {
        /// In order.
        details: Vec<Detail>,
    },
}

/// The names of [`Step::keys`].
pub const KEYS: [&str; 8] =
    ["wireless", "information", "cancel", "resume", "power", "wifi-back", "icon-wireless", "icon-gear"];

/// One step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The sentence.
    pub text: String,
    /// Name of the picture: `press`, `hold`, `menu`, `read`, `plug`, `unplug`, `open` (a page), `type`, `look` (check something).
    pub icon: String,
    /// The printer's keys to press in it, two to be held together, for drawing: `wireless`, `information`, `cancel`, `resume`,
    /// `power`, `wifi-back` (on the rear), and on a touchscreen `icon-wireless`, `icon-gear`. Draw one that is not known here
    /// without a symbol.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<String>,
    /// The light that shows it worked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub light: Option<StepLight>,
    /// Only remembered by somebody: shown as "usually".
    pub usually: bool,
}

/// A light beside a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StepLight {
    /// Colour.
    pub colour: Colour,
    /// What it does.
    pub pattern: Pattern,
    /// All of it in words.
    pub words: String,
}

/// A printer of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PrinterCard {
    /// The choice that takes it.
    pub choice: String,
    /// Name.
    pub name: String,
    /// Model, when the name does not hold it.
    pub model: String,
    /// What its label shows, to tell two of one model apart.
    pub marks: String,
}

/// Something that can be tapped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ScreenChoice {
    /// Stable id.
    pub id: String,
    /// Label.
    pub label: String,
    /// How it is drawn. Consent is never `primary`.
    pub role: Role,
    /// The fields that must be answered with it, by id.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<String>,
}

/// How a choice is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The usual one.
    Primary,
    /// Another one.
    Secondary,
    /// One step back.
    Back,
    /// Ends or gives up something.
    Destructive,
    /// Explains.
    Help,
}

/// How much a notice stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Good to know.
    Info,
    /// Something is in the way.
    Warning,
    /// Something failed.
    Error,
}

/// What is typed into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldInput {
    /// A network address.
    Address,
    /// A name.
    Text,
    /// Hidden, neither saved nor learned by the keyboard.
    Password,
    /// Digits.
    Digits,
}

/// A mark of a clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// When so much is left, in milliseconds.
    pub left_ms: u64,
    /// What is said, such as "30 seconds left".
    pub text: String,
    /// The phone gives a short tap as well.
    pub haptic: bool,
}

/// A named fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Detail {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// Something to say aloud.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Announce {
    /// The text.
    pub text: String,
    /// Interrupts what is being said.
    pub urgent: bool,
}
