//! The texts of one language.

mod locales;
mod made;
#[cfg(test)]
pub(super) mod seen;
#[cfg(test)]
mod tests;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::knowledge::KnowledgeError;
use locales::{CORE, Made};
pub use locales::{Direction, Files, direction, negotiate, tags};

/// What stands in a message's place holders.
pub type Args<'a> = [(&'static str, FluentValue<'a>)];

/// The messages of one language.
pub struct Texts {
    own: FluentBundle<FluentResource>,
    /// English, for a message that a translation does not have.
    english: Option<FluentBundle<FluentResource>>,
    made: Made,
    tag: &'static str,
    #[cfg(test)]
    pub(super) seen: seen::Seen,
}

impl Texts {
    /// The screens' texts in the nearest language to `locale` (a BCP 47 tag) that there is, else in English.
    ///
    /// # Errors
    /// [`KnowledgeError`] when a built-in file does not parse or defines a message twice.
    pub fn new(locale: &str) -> Result<Self, KnowledgeError> {
        let texts = Self::of(locale, CORE)?;
        #[cfg(test)]
        let texts = Self { seen: seen::Seen::beside(texts.tag)?, ..texts };
        Ok(texts)
    }

    /// The same from the files of a user interface, for its own few words.
    ///
    /// # Errors
    /// [`KnowledgeError`] when a file does not parse or defines a message twice.
    pub fn of(locale: &str, files: &Files) -> Result<Self, KnowledgeError> {
        let language = locales::nearest(locale);
        let english = files.first().ok_or_else(|| KnowledgeError("no language".into()))?;
        let own = files.iter().find(|(tag, _)| *tag == language.tag);
        let translated = own.filter(|(tag, _)| *tag != english.0);
        let bundle = |(tag, files): &(&str, &[&str])| bundle(tag, files, language.made);
        Ok(Self {
            own: bundle(own.unwrap_or(english))?,
            english: translated.map(|_| bundle(english)).transpose()?,
            made: language.made,
            tag: language.tag,
            #[cfg(test)]
            seen: seen::Seen::default(),
        })
    }

    /// The language's tag, one of [`tags`].
    pub fn tag(&self) -> &'static str {
        self.tag
    }

    /// Where the language's lines begin.
    pub fn direction(&self) -> Direction {
        self.made.direction()
    }

    /// Whether there is such a message. For words that data files name, such as a key of a panel.
    pub fn has(&self, key: &str) -> bool {
        let mut bundles = std::iter::once(&self.own).chain(&self.english);
        bundles.any(|bundle| bundle.has_message(key))
    }

    /// The message. One that a translation lacks comes in English. A key itself is never shown: one that is missing,
    /// which the tests rule out, gives nothing.
    pub fn get(&self, key: &str, args: &Args<'_>) -> String {
        #[cfg(test)]
        self.seen.used(key, args);
        let args: FluentArgs<'_> = args.iter().cloned().collect();
        let mut part = None;
        for bundle in std::iter::once(&self.own).chain(&self.english) {
            match format(bundle, key, &args) {
                Some((text, errors)) if errors.is_empty() => return self.made.whole(text),
                Some((text, errors)) => {
                    tracing::error!(key, "a text was not whole");
                    #[cfg(test)]
                    self.seen.fault(format!("{}: {key}: {errors:?}", self.tag));
                    drop(errors);
                    part.get_or_insert(text);
                }
                None => {
                    tracing::error!(key, "no such text");
                    #[cfg(test)]
                    self.seen.fault(format!("{}: {key}: missing", self.tag));
                }
            }
        }
        part.map_or_else(String::new, |text| self.made.whole(text))
    }
}

fn bundle(tag: &str, files: &[&str], made: Made) -> Result<FluentBundle<FluentResource>, KnowledgeError> {
    let language: LanguageIdentifier = tag.parse().map_err(|_| KnowledgeError(format!("language {tag}")))?;
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Isolation marks are needed where a name runs against the direction of its sentence. Labels of devices carry no
    // direction marks of their own, and terminals show the marks as boxes: only a language that runs right to left has
    // them.
    bundle.set_use_isolating(made.direction() == Direction::Rtl);
    bundle.set_transform(made.transform());
    for file in files {
        let resource = FluentResource::try_new((*file).to_owned())
            .map_err(|(_, errors)| KnowledgeError(format!("texts of {tag}: {errors:?}")))?;
        bundle
            .add_resource(resource)
            .map_err(|errors| KnowledgeError(format!("texts of {tag}: {errors:?}")))?;
    }
    Ok(bundle)
}

fn format(
    bundle: &FluentBundle<FluentResource>,
    key: &str,
    args: &FluentArgs<'_>,
) -> Option<(String, Vec<FluentError>)> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
    Some((text, errors))
}
