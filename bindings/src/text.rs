//! Texts that the app hands in.

use std::fmt;
use std::ops::Deref;

/// A text from the app, which may be a password: it is never printed.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct InputText(String);

// Kotlin and Python have texts that UTF-8 has not, and throw exceptions of their own where one is to cross. What is done
// instead stands in uniffi.toml; Swift has none.
uniffi::custom_type!(
    /// A text that the app hands in. Halves of surrogate pairs, which a text may hold and UTF-8 may not, become question marks.
    InputText,
    String,
    { lower: |text| text.0, try_lift: |text| Ok(InputText(text)) }
);

impl Deref for InputText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<InputText> for String {
    fn from(text: InputText) -> Self {
        text.0
    }
}

impl From<String> for InputText {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for InputText {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl fmt::Debug for InputText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InputText(..)")
    }
}
