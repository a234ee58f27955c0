//! The screen as it crosses: the core's own types, with their docs for the reader in Kotlin and Swift. A field that the core
//! gains or loses does not compile here.

use inkjoin::guide::screen::{
    Act, Announce, Block, Detail, FieldInput, Level, Mark, Phase, PrinterCard, Role, Screen, ScreenChoice,
    Settings, Step, StepLight,
};
use inkjoin::knowledge::families::{Colour, Pattern};

/// One screen, in the person's language. Draw its blocks from top to bottom, then its choices, and hand back the one that is
/// tapped. Ids never change and are in no language.
#[uniffi::remote(Record)]
pub struct Screen {
    /// Stable name of the screen, such as `find`, `sign-in`, `waiting`, `joined`.
    pub id: String,
    /// Grows with every change, from 1. Hand it back with the choice that is made on this screen.
    pub revision: u64,
    /// Which part of the setup this belongs to.
    pub phase: Phase,
    /// Heading.
    pub title: String,
    /// From top to bottom.
    pub blocks: Vec<Block>,
    /// What can be tapped, the usual one first. A printer's card in `Block.Printers` names a choice of this list, which is then
    /// drawn as that card only.
    pub choices: Vec<ScreenChoice>,
    /// The whole screen in words, for a screen reader: say it once when `id` is another one than before.
    pub spoken: String,
    /// Something changed on the same screen: say it. Absent when there is nothing to say.
    pub announce: Option<Announce>,
    /// What the device can open for the person here. Offer it as a button; never open it by yourself.
    pub act: Option<Act>,
    /// The session is over; no further screen comes.
    pub last: bool,
}

/// Something outside of the app that the device can open.
#[uniffi::remote(Enum)]
pub enum Act {
    /// This page, in the system's browser. Always an address in the home network.
    OpenUrl {
        /// Address, `http://` or `https://`.
        url: String,
    },
    /// A page of the system's settings.
    OpenSettings {
        /// Which one.
        page: Settings,
    },
}

/// A page of the system's settings.
#[uniffi::remote(Enum)]
pub enum Settings {
    /// The list of Wi-Fi networks.
    Wifi,
    /// Where this app is allowed to look around in the local network.
    LocalNetwork,
}

/// Where in the setup a screen is.
#[uniffi::remote(Enum)]
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

/// One part of a screen. A UI has one drawing for each kind.
#[uniffi::remote(Enum)]
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
        /// In an order that stays.
        printers: Vec<PrinterCard>,
    },
    /// The device PIN, large, in two groups. The digits are not in the screen: ask `Session.reveal` while drawing, and keep
    /// them nowhere.
    Pin {
        /// For `Session.reveal`.
        secret_id: u64,
        /// What this PIN is, in words.
        label: String,
    },
    /// A clock that runs down.
    Clock {
        /// When it ends, in milliseconds of `Session.now_ms`.
        ends_at_ms: u64,
        /// How long it runs in all, in milliseconds.
        total_ms: u64,
        /// What is said on the way, largest `left_ms` first.
        marks: Vec<Mark>,
        /// What the clock means, in words.
        label: String,
    },
    /// A light of the printer as it looks now or should look.
    Light {
        /// Its name.
        name: String,
        /// Colour.
        colour: Colour,
        /// What it does.
        pattern: Pattern,
        /// All of it in words, for those who do not see it.
        words: String,
    },
    /// A note that stands out.
    Notice {
        /// How much.
        level: Level,
        /// The text.
        text: String,
    },
    /// A link to a page, opened in the system's browser.
    Link {
        /// Address.
        url: String,
        /// Label.
        label: String,
    },
    /// A field to type into.
    Field {
        /// Stable name: the key of its text in the answers.
        id: String,
        /// What is typed.
        input: FieldInput,
        /// Label.
        label: String,
        /// How it should look.
        hint: String,
        /// What stands in it at first; never a secret.
        value: String,
        /// What is wrong with what was typed last. Absent when nothing is.
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

/// One step.
#[uniffi::remote(Record)]
pub struct Step {
    /// The sentence.
    pub text: String,
    /// Name of the picture: `press`, `hold`, `menu`, `read`, `plug`, `unplug`, `open` (a page), `type`, `look` (check something).
    pub icon: String,
    /// The printer's keys to press in it, two to be held together, for drawing: `wireless`, `information`, `cancel`, `resume`,
    /// `power`, `wifi-back` (on the rear), and on a touchscreen `icon-wireless`, `icon-gear`. Draw one that is not known here
    /// without a symbol.
    pub keys: Vec<String>,
    /// The light that shows it worked. Absent when there is none.
    pub light: Option<StepLight>,
    /// Nobody has written it down or seen it for certain: draw it as "usually".
    pub usually: bool,
}

/// A light beside a step.
#[uniffi::remote(Record)]
pub struct StepLight {
    /// Colour.
    pub colour: Colour,
    /// What it does.
    pub pattern: Pattern,
    /// All of it in words.
    pub words: String,
}

/// A printer of the list.
#[uniffi::remote(Record)]
pub struct PrinterCard {
    /// Id of the choice that takes it.
    pub choice: String,
    /// Name.
    pub name: String,
    /// Model; empty when the name holds it.
    pub model: String,
    /// What its label shows, to tell two of one model apart; may be empty.
    pub marks: String,
}

/// Something that can be tapped.
#[uniffi::remote(Record)]
pub struct ScreenChoice {
    /// Stable name, handed back with `Session.choose`.
    pub id: String,
    /// Label.
    pub label: String,
    /// How it is drawn. What needs consent is never `Primary`.
    pub role: Role,
    /// Ids of the fields that must be answered with it.
    pub needs: Vec<String>,
}

/// How a choice is drawn.
#[uniffi::remote(Enum)]
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
#[uniffi::remote(Enum)]
pub enum Level {
    /// Good to know.
    Info,
    /// Something is in the way.
    Warning,
    /// Something failed.
    Error,
}

/// What is typed into a field: decides the keyboard.
#[uniffi::remote(Enum)]
pub enum FieldInput {
    /// A network address.
    Address,
    /// A name.
    Text,
    /// Hidden; neither saved by the system nor learned by the keyboard.
    Password,
    /// Digits.
    Digits,
}

/// Something that is said while a clock runs.
#[uniffi::remote(Record)]
pub struct Mark {
    /// When so much is left, in milliseconds.
    pub left_ms: u64,
    /// What is said, such as "30 seconds left".
    pub text: String,
    /// The phone gives a short tap as well.
    pub haptic: bool,
}

/// A named fact.
#[uniffi::remote(Record)]
pub struct Detail {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// Something to say aloud.
#[uniffi::remote(Record)]
pub struct Announce {
    /// The text.
    pub text: String,
    /// Interrupts what is being said.
    pub urgent: bool,
}

/// Colour of a light.
#[uniffi::remote(Enum)]
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

/// What a light does. Draw it as it is; under reduced motion a still form.
#[uniffi::remote(Enum)]
pub enum Pattern {
    /// On all the time.
    Steady,
    /// On and off.
    Blinking,
    /// Off.
    Off,
}
