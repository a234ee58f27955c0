//! Which languages there are, and which one a person gets.

use std::borrow::Cow;

use super::made;

/// Files by language, English first: each a tag and its texts in Fluent's format.
pub type Files = [(&'static str, &'static [&'static str])];

macro_rules! files {
    ($tag:literal) => {
        (
            $tag,
            &[
                include_str!(concat!("../../../knowledge/locales/", $tag, "/common.ftl")),
                include_str!(concat!("../../../knowledge/locales/", $tag, "/steps.ftl")),
                include_str!(concat!("../../../knowledge/locales/", $tag, "/doors.ftl")),
                include_str!(concat!("../../../knowledge/locales/", $tag, "/find.ftl")),
                include_str!(concat!("../../../knowledge/locales/", $tag, "/push.ftl")),
                include_str!(concat!("../../../knowledge/locales/", $tag, "/decide.ftl")),
                include_str!(concat!("../../../knowledge/locales/", $tag, "/connect.ftl")),
                include_str!(concat!("../../../knowledge/locales/", $tag, "/wait.ftl")),
                include_str!(concat!("../../../knowledge/locales/", $tag, "/after.ftl")),
            ],
        )
    };
}

/// The screens' texts.
pub(super) const CORE: &Files = &[files!("en"), files!("de")];

/// Where lines begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// On the left.
    Ltr,
    /// On the right.
    Rtl,
}

/// How a language comes about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Made {
    /// As its files have it.
    No,
    /// From English: accents, longer, marked at both ends.
    Accented,
    /// From English: every word runs from right to left.
    Mirrored,
}

impl Made {
    pub fn direction(self) -> Direction {
        match self {
            Made::No | Made::Accented => Direction::Ltr,
            Made::Mirrored => Direction::Rtl,
        }
    }

    /// For the literal parts of a message; what is put in stays as it is.
    pub fn transform(self) -> Option<fn(&str) -> Cow<'_, str>> {
        match self {
            Made::No => None,
            Made::Accented => Some(made::accented),
            Made::Mirrored => Some(made::mirrored),
        }
    }

    /// For a whole message.
    pub fn whole(self, text: String) -> String {
        match self {
            Made::No | Made::Mirrored => text,
            Made::Accented => format!("{}{text}{}", made::BEGIN, made::END),
        }
    }
}

/// A language that a person can have.
#[derive(Clone, Copy)]
pub(super) struct Language {
    pub tag: &'static str,
    pub made: Made,
}

/// The first one is taken when nothing fits. The made ones have the tags that Android gives to its own.
const LANGUAGES: [Language; 4] = [
    Language { tag: "en", made: Made::No },
    Language { tag: "de", made: Made::No },
    Language { tag: "en-XA", made: Made::Accented },
    Language { tag: "ar-XB", made: Made::Mirrored },
];

/// Longer than any tag in use; more is not looked at.
const LONGEST: usize = 64;

/// The language for a tag: the tag itself, else the tag without its last part, and so on; else English.
pub(super) fn nearest(locale: &str) -> Language {
    let [english, ..] = LANGUAGES;
    if locale.len() > LONGEST {
        return english;
    }
    let wanted = locale.replace('_', "-");
    let mut rest = Some(wanted.as_str());
    while let Some(tag) = rest {
        if let Some(found) = LANGUAGES.iter().find(|known| known.tag.eq_ignore_ascii_case(tag)) {
            return *found;
        }
        rest = tag.rsplit_once('-').map(|(shorter, _)| shorter);
    }
    english
}

/// The tag of the language that somebody who wants `locale` (a BCP 47 tag, such as `de-AT`) gets.
pub fn negotiate(locale: &str) -> &'static str {
    nearest(locale).tag
}

/// Where the lines of that language begin.
pub fn direction(locale: &str) -> Direction {
    nearest(locale).made.direction()
}

/// The tags of all languages, English first. `en-XA` and `ar-XB` are made from English to try layouts.
pub fn tags() -> impl Iterator<Item = &'static str> {
    LANGUAGES.into_iter().map(|language| language.tag)
}
