//! The terminal's own few words; everything else comes worded from the core.

/// Before a note that is only good to know.
pub const NOTE: &str = "Note:";
/// Before a note about something in the way.
pub const WARNING: &str = "Warning:";
/// Before what failed or was typed wrongly.
pub const PROBLEM: &str = "Problem:";
/// Before what a light looks like.
pub const LIGHT: &str = "Light:";
/// After the choice that an empty line takes.
pub const ENTER: &str = "(Enter)";
/// Once, below the first screen.
pub const HELP: &str = "Type a choice's number; Enter alone takes the marked one. ? repeats, q leaves.";
/// In place of a PIN that is no longer needed.
pub const PIN_GONE: &str = "(no longer needed)";
/// Where a choice is typed.
pub const PROMPT: &str = "> ";
/// An empty line where no choice is marked.
pub const NO_USUAL: &str = "No choice is marked for Enter here. Type its number.";
/// A line that is none of the choices. What was typed is not repeated: it may be a password.
pub const NO_CHOICE: &str = "That is none of the choices. Type the number in front of one.";
/// The screen moved on before the choice arrived.
pub const STALE: &str = "This has changed meanwhile. Choose again.";
/// A line that is no text or longer than anything asked for.
pub const BAD_LINE: &str = "That line could not be read.";
/// More than the core takes for a field.
pub const TOO_LONG: &str = "That is too long.";
/// A choice came without something that it needs.
pub const MISSING: &str = "Something is missing.";
/// After the first interrupt or the end of the input.
pub const LEAVING: &str = "Leaving. Ctrl-C again leaves at once.";
/// A screen came in the middle of typing into a field.
pub const DROPPED: &str = "The screen has changed; what was being typed is dropped.";

/// A step's number. `usually`: only remembered by somebody.
pub fn step(number: usize, usually: bool) -> String {
    if usually { format!("Step {number} (usually):") } else { format!("Step {number}:") }
}

/// How far something is.
pub fn progress(done: u32, of: u32) -> String {
    format!("({done} of {of})")
}

/// What an empty line takes in a field.
pub fn default_value(value: &str) -> String {
    format!("(Enter takes {value})")
}

/// What an empty line takes in a field of the lab; the value itself is not shown when it is secret.
pub fn lab_value(field: &str, value: Option<&str>) -> String {
    match value {
        Some(value) => format!("(Enter takes the lab's: {value})"),
        None => format!("(Enter takes the lab's {field})"),
    }
}

/// What a clock has left, as a screen reader says it.
pub fn left(seconds: u64) -> String {
    let unit = |n: u64, one: &str| if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") };
    match (seconds / 60, seconds % 60) {
        (0, s) => format!("{} left", unit(s, "second")),
        (m, 0) => format!("{} left", unit(m, "minute")),
        (m, s) => format!("{} {} left", unit(m, "minute"), unit(s, "second")),
    }
}

/// What a clock has left, in as few characters as possible.
pub fn left_short(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
/// Where the terminal cannot hide a password.
pub const VISIBLE: &str = "What you type is visible here.";
