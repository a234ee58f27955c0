//! The shapes.

#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Screen {
    pub id: String,
    pub revision: u64,
    pub phase: Phase,
    pub title: String,
    pub blocks: Vec<Block>,
    pub choices: Vec<ScreenChoice>,
    pub spoken: String,
    pub announce: Option<Announce>,
    pub act: Option<Act>,
    pub last: bool,
}
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Act {
    OpenUrl { url: String },
    OpenSettings { page: Settings },
}
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Settings {
    Wifi,
    LocalNetwork,
}
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Phase {
    Find,
    Decide,
    Connect,
    Wait,
    After,
}
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Block {
    Text {
        text: String,
    },
    Steps {
        steps: Vec<Step>,
    },
    Printers {
        printers: Vec<PrinterCard>,
    },
    Pin {
        secret_id: u64,
        label: String,
    },
    Clock {
        ends_at_ms: u64,
        total_ms: u64,
        marks: Vec<Mark>,
        label: String,
    },
    Light {
        name: String,
        colour: Colour,
        pattern: Pattern,
        words: String,
    },
    Notice {
        level: Level,
        text: String,
    },
    Link {
        url: String,
        label: String,
    },
    Field {
        id: String,
        input: FieldInput,
        label: String,
        hint: String,
        value: String,
        problem: Option<String>,
    },
    Progress {
        what: String,
        done: u32,
        of: u32,
    },
    Details {
        details: Vec<Detail>,
    },
}
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Step {
    pub text: String,
    pub icon: String,
    pub light: Option<StepLight>,
    pub usually: bool,
}
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct StepLight {
    pub colour: Colour,
    pub pattern: Pattern,
    pub words: String,
}
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct PrinterCard {
    pub choice: String,
    pub name: String,
    pub model: String,
    pub marks: String,
}
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ScreenChoice {
    pub id: String,
    pub label: String,
    pub role: Role,
    pub needs: Vec<String>,
}
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Role {
    Primary,
    Secondary,
    Back,
    Destructive,
    Help,
}
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Level {
    Info,
    Warning,
    Error,
}
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum FieldInput {
    Address,
    Text,
    Password,
    Digits,
}
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Mark {
    pub left_ms: u64,
    pub text: String,
    pub haptic: bool,
}
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Detail {
    pub name: String,
    pub value: String,
}
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Announce {
    pub text: String,
    pub urgent: bool,
}
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Colour {
    Blue,
    White,
    Green,
    Amber,
    Red,
    Purple,
}
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Pattern {
    Steady,
    Blinking,
    Off,
}
