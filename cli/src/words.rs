//! The terminal's own few words, in every language of the core; everything else comes worded from the core.

use inkjoin::guide::texts::{Args, Direction, Files, Texts};
use inkjoin::knowledge::KnowledgeError;

const FILES: &Files = &[("en", &[include_str!("locales/en.ftl")]), ("de", &[include_str!("locales/de.ftl")])];

/// Where a choice is typed.
pub const PROMPT: &str = "> ";

/// A word or sentence that nothing is put into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word(&'static str);

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $key:literal;)*) => {
        $($(#[$doc])* pub const $name: Word = Word($key);)*
        #[cfg(test)]
        const ALL: &[Word] = &[$($name),*];
    };
}

words! {
    /// Before a note that is only good to know.
    NOTE = "note";
    /// Before a note about something in the way.
    WARNING = "warning";
    /// Before what failed or was typed wrongly.
    PROBLEM = "problem";
    /// Before what a light looks like.
    LIGHT = "light";
    /// After the choice that an empty line takes.
    ENTER = "enter";
    /// Before something to check that is only remembered by somebody.
    USUALLY = "usually";
    /// Once, below the first screen.
    HELP = "help";
    /// In place of a PIN that is no longer needed.
    PIN_GONE = "pin-gone";
    /// An empty line where no choice is marked.
    NO_USUAL = "no-usual";
    /// A line that is none of the choices. What was typed is not repeated: it may be a password.
    NO_CHOICE = "no-choice";
    /// The screen moved on before the choice arrived.
    STALE = "stale";
    /// A line that is no text or longer than anything asked for.
    BAD_LINE = "bad-line";
    /// More than the core takes for a field.
    TOO_LONG = "too-long";
    /// A choice came without something that it needs.
    MISSING = "missing";
    /// After the first interrupt or the end of the input.
    LEAVING = "leaving";
    /// A screen came in the middle of typing into a field.
    DROPPED = "dropped";
    /// Where the terminal cannot hide a password.
    VISIBLE = "visible";
}

/// The words in one language.
pub struct Words(Texts);

impl Words {
    /// In the nearest language to `locale` that there is, else in English.
    ///
    /// # Errors
    /// A built-in file is damaged.
    pub fn new(locale: &str) -> Result<Self, KnowledgeError> {
        Texts::of(locale, FILES).map(Self)
    }

    /// Where lines begin.
    pub fn direction(&self) -> Direction {
        self.0.direction()
    }

    /// One of the fixed words.
    pub fn get(&self, word: Word) -> String {
        self.0.get(word.0, &[])
    }

    fn with(&self, key: &str, args: &Args<'_>) -> String {
        self.0.get(key, args)
    }

    /// A step's number. `usually`: only remembered by somebody.
    pub fn step(&self, number: usize, usually: bool) -> String {
        self.with(if usually { "step-usually" } else { "step" }, &[("number", number.into())])
    }

    /// How far something is.
    pub fn progress(&self, done: u32, of: u32) -> String {
        self.with("progress", &[("done", done.into()), ("of", of.into())])
    }

    /// Below a part of a screen that is higher than the terminal.
    pub fn more(&self, page: usize, pages: usize) -> String {
        self.with("more", &[("page", page.into()), ("pages", pages.into())])
    }

    /// What an empty line takes in a field.
    pub fn default_value(&self, value: &str) -> String {
        self.with("default-value", &[("value", value.into())])
    }

    /// What an empty line takes in a field of the lab; the value itself is not shown when it is secret.
    pub fn lab_value(&self, value: Option<&str>) -> String {
        match value {
            Some(value) => self.with("lab-value", &[("value", value.into())]),
            None => self.with("lab-secret", &[]),
        }
    }

    /// The languages that there are.
    pub fn languages(&self) -> String {
        let tags: Vec<&str> = inkjoin::guide::texts::tags().collect();
        self.with("languages", &[("tags", tags.join(", ").into())])
    }

    /// What a clock has left, as a screen reader says it.
    pub fn left(&self, seconds: u64) -> String {
        let minutes = || self.with("length-minutes", &[("minutes", (seconds / 60).into())]);
        let rest = || self.with("length-seconds", &[("seconds", (seconds % 60).into())]);
        let length = match (seconds / 60, seconds % 60) {
            (0, _) => rest(),
            (_, 0) => minutes(),
            _ => format!("{} {}", minutes(), rest()),
        };
        self.with("left", &[("length", length.into())])
    }
}

/// What a clock has left, in as few characters as possible.
pub fn left_short(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Keys, and the values and cases that a file puts into them.
    fn keys(file: &str) -> (Vec<&str>, Vec<&str>) {
        let lines = || file.lines().filter(|line| !line.starts_with('#'));
        let keys = lines().filter_map(|line| line.split_once(" =")).map(|(key, _)| key.trim());
        let values =
            lines().flat_map(|line| line.split(['{', '}', '[', ']', ' '])).filter(|w| w.starts_with('$'));
        (keys.collect(), values.collect())
    }

    #[test]
    fn all_languages_have_the_same_words() {
        let [(_, english), rest @ ..] = FILES else { unreachable!() };
        for (tag, files) in rest {
            for (own, en) in files.iter().zip(*english) {
                assert_eq!(keys(own).0, keys(en).0, "{tag}");
                let sorted = |file| BTreeSet::from_iter(keys(file).1);
                assert_eq!(sorted(own), sorted(en), "{tag}");
            }
        }
        let made = inkjoin::guide::texts::tags().filter(|tag| tag.contains('-'));
        let own: Vec<_> = FILES.iter().map(|(tag, _)| *tag).chain(made).collect();
        assert_eq!(own, inkjoin::guide::texts::tags().collect::<Vec<_>>(), "every language of the core");
    }

    #[test]
    fn every_word_has_its_text_in_every_language() {
        for tag in inkjoin::guide::texts::tags() {
            let words = Words::new(tag).unwrap();
            let mut all: Vec<String> = ALL.iter().map(|word| words.get(*word)).collect();
            let (step, usual) = (words.step(3, false), words.step(3, true));
            all.extend([step, usual, words.progress(1, 2), words.more(1, 3), words.default_value("x")]);
            all.extend([words.lab_value(None), words.lab_value(Some("y")), words.languages()]);
            all.extend([1, 59, 60, 61, 150].map(|seconds| words.left(seconds)));
            assert!(all.iter().all(|text| !text.trim().is_empty() && !text.contains('{')), "{tag}: {all:?}");
        }
        let german = Words::new("de-AT").unwrap();
        assert_eq!(
            [1, 61, 120].map(|s| german.left(s)),
            ["noch 1 Sekunde", "noch 1 Minute 1 Sekunde", "noch 2 Minuten"]
        );
    }
}
