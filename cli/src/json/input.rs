//! Lines that a program sends.

use std::collections::BTreeMap;

use inkjoin::secret::Secret;
use serde::Deserialize;

use crate::wizard::Answers;

/// One line, understood.
#[derive(Debug, PartialEq, Eq)]
pub enum Said {
    /// Take a choice.
    Choice {
        /// Its id.
        choice: String,
        /// What it needs.
        answers: Answers,
        /// The screen that it was made on; the newest when it is missing.
        revision: Option<u64>,
    },
    /// End it all.
    Cancel,
    /// The program was stopped and goes on.
    Resumed,
    /// The machine's networks changed.
    NetworkChanged,
    /// Speak this language: any tag, of a known language or not.
    Locale(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    choice: Option<String>,
    #[serde(default)]
    answers: BTreeMap<String, String>,
    revision: Option<u64>,
    #[serde(default)]
    cancel: bool,
    #[serde(default)]
    resumed: bool,
    #[serde(default)]
    network_changed: bool,
    locale: Option<String>,
}

/// `None` for whatever is not exactly one of the lines that there are.
pub fn read(line: &str) -> Option<Said> {
    let raw: Raw = serde_json::from_str(line).ok()?;
    let answers: Answers = raw.answers.into_iter().map(|(field, text)| (field, Secret::new(text))).collect();
    let bare = answers.is_empty() && raw.revision.is_none();
    match (raw.choice, raw.cancel, raw.resumed, raw.network_changed, raw.locale) {
        (Some(choice), false, false, false, None) => {
            Some(Said::Choice { choice, answers, revision: raw.revision })
        }
        (None, true, false, false, None) if bare => Some(Said::Cancel),
        (None, false, true, false, None) if bare => Some(Said::Resumed),
        (None, false, false, true, None) if bare => Some(Said::NetworkChanged),
        (None, false, false, false, Some(tag)) if bare => Some(Said::Locale(tag)),
        _ => None,
    }
}
