//! What a printer's menus say in other languages.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::knowledge::Evidence;

/// The words of menus, by language (a BCP 47 tag) and English word.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LabelKnowledge {
    /// How sure.
    pub evidence: Evidence,
    /// From where.
    pub source: String,
    /// `words.fr."Wireless Settings" = "Paramètres sans fil"`.
    pub words: BTreeMap<String, BTreeMap<String, String>>,
}

impl LabelKnowledge {
    /// In this very language, or in the one without its region.
    pub(super) fn find(&self, language: &str, english: &str) -> Option<&str> {
        let near = language.split('-').next().unwrap_or_default();
        let words = |wanted: &str| {
            self.words.iter().find(|(tag, _)| tag.eq_ignore_ascii_case(wanted)).map(|(_, words)| words)
        };
        Some(words(language).or_else(|| words(near))?.get(english)?.as_str())
    }
}
