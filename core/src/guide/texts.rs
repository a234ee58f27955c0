//! The texts of one language.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::knowledge::KnowledgeError;

/// One language: its tag and its files.
type Locale = (&'static str, &'static [&'static str]);

/// The first one is taken when nothing fits.
const LOCALES: &[Locale] = &[(
    "en",
    &[
        include_str!("../../knowledge/locales/en/common.ftl"),
        include_str!("../../knowledge/locales/en/find.ftl"),
        include_str!("../../knowledge/locales/en/decide.ftl"),
        include_str!("../../knowledge/locales/en/connect.ftl"),
        include_str!("../../knowledge/locales/en/wait.ftl"),
        include_str!("../../knowledge/locales/en/after.ftl"),
    ],
)];

/// What stands in a message's place holders.
pub type Args<'a> = [(&'static str, FluentValue<'a>)];

/// The messages of one language.
pub struct Texts {
    bundle: FluentBundle<FluentResource>,
    #[cfg(test)]
    pub(super) seen: seen::Seen,
}

impl Texts {
    /// The nearest language to `locale` (a BCP 47 tag) that there is, else English.
    ///
    /// # Errors
    /// [`KnowledgeError`] when a built-in file does not parse or defines a message twice.
    pub fn new(locale: &str) -> Result<Self, KnowledgeError> {
        let (tag, files) = nearest(locale).ok_or_else(|| KnowledgeError("no language".into()))?;
        let language: LanguageIdentifier =
            tag.parse().map_err(|_| KnowledgeError(format!("language {tag}")))?;
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Isolation marks are needed where a name runs against the direction of its sentence. Every language that is
        // built in runs left to right, labels of devices carry no direction marks of their own, and terminals show
        // the marks as boxes. A language that runs right to left has to switch them on.
        bundle.set_use_isolating(false);
        for file in *files {
            let resource = FluentResource::try_new((*file).to_owned())
                .map_err(|(_, errors)| KnowledgeError(format!("texts of {tag}: {errors:?}")))?;
            bundle
                .add_resource(resource)
                .map_err(|errors| KnowledgeError(format!("texts of {tag}: {errors:?}")))?;
        }
        Ok(Self {
            bundle,
            #[cfg(test)]
            seen: seen::Seen::default(),
        })
    }

    /// Whether there is such a message. For words that data files name, such as a key of a panel.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// The message. A key itself is never shown: one that is missing, which the tests rule out, gives nothing.
    pub fn get(&self, key: &str, args: &Args<'_>) -> String {
        #[cfg(test)]
        self.seen.used(key);
        let Some(pattern) = self.bundle.get_message(key).and_then(|m| m.value()) else {
            tracing::error!(key, "no such text");
            #[cfg(test)]
            self.seen.fault(format!("{key}: missing"));
            return String::new();
        };
        let args: FluentArgs<'_> = args.iter().cloned().collect();
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::error!(key, "a text was not whole");
            #[cfg(test)]
            self.seen.fault(format!("{key}: {errors:?}"));
        }
        text
    }
}

fn nearest(locale: &str) -> Option<&'static Locale> {
    let wanted = locale.replace('_', "-").to_ascii_lowercase();
    let language = wanted.split('-').next().unwrap_or_default();
    let find = |tag: &str| LOCALES.iter().find(|(known, _)| known.eq_ignore_ascii_case(tag));
    find(&wanted).or_else(|| find(language)).or_else(|| LOCALES.first())
}

/// What tests ask: which messages were used, and what was wrong with one.
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
pub(super) mod seen {
    use std::collections::BTreeSet;
    use std::sync::Mutex;

    #[derive(Default)]
    pub struct Seen {
        pub keys: Mutex<BTreeSet<String>>,
        pub faults: Mutex<BTreeSet<String>>,
    }

    impl Seen {
        pub fn used(&self, key: &str) {
            self.keys.lock().unwrap().insert(key.to_owned());
        }

        pub fn fault(&self, what: String) {
            self.faults.lock().unwrap().insert(what);
        }
    }

    /// Every message of English.
    pub fn all_keys() -> BTreeSet<String> {
        let lines = super::LOCALES[0].1.iter().flat_map(|f| f.lines());
        let key = |line: &str| Some(line.split_once(" =")?.0.to_owned());
        lines.filter(|l| l.starts_with(|c: char| c.is_ascii_lowercase())).filter_map(key).collect()
    }
}
