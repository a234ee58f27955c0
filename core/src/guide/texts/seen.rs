//! What tests ask: which messages were used, and what was wrong with one.
#![allow(clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use super::locales::CORE;
use super::{Args, FluentArgs, Texts, format, tags};
use crate::knowledge::KnowledgeError;

#[derive(Default)]
pub struct Seen {
    pub keys: Mutex<BTreeSet<String>>,
    pub faults: Mutex<BTreeSet<String>>,
    others: Vec<Texts>,
}

impl Seen {
    /// For English: whatever is drawn with it is formatted in every other language too, so that a test of screens finds
    /// the faults of all.
    pub fn beside(tag: &str) -> Result<Self, KnowledgeError> {
        let others = tags().filter(|other| tag == "en" && *other != tag).map(|other| Texts::of(other, CORE));
        Ok(Self { others: others.collect::<Result<_, _>>()?, ..Self::default() })
    }

    pub fn used(&self, key: &str, args: &Args<'_>) {
        self.keys.lock().unwrap_or_else(PoisonError::into_inner).insert(key.to_owned());
        let args: FluentArgs<'_> = args.iter().cloned().collect();
        for texts in &self.others {
            // A message that a translation lacks is the business of the test of keys alone.
            match format(&texts.own, key, &args) {
                Some((_, errors)) if !errors.is_empty() => {
                    self.fault(format!("{}: {key}: {errors:?}", texts.tag));
                }
                _ => {}
            }
        }
    }

    pub fn fault(&self, what: String) {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner).insert(what);
    }
}

/// Every message of English.
pub fn all_keys() -> BTreeSet<String> {
    let lines = CORE[0].1.iter().flat_map(|f| f.lines());
    let key = |line: &str| Some(line.split_once(" =")?.0.to_owned());
    lines.filter(|l| l.starts_with(|c: char| c.is_ascii_lowercase())).filter_map(key).collect()
}
