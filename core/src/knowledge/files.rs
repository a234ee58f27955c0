//! The files of `knowledge/` but the texts, as `build.rs` put them together, and their reader.
//!
//! serde_json can read a type from a [`Value`] as well, but takes a list for any struct too, and what that needs is built in
//! for each type again.

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, Error as _, IntoDeserializer, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};
use serde_json::{Error, Value};

use super::KnowledgeError;

/// All of them.
pub(super) fn all() -> Result<Value, Error> {
    serde_json::from_slice(include_bytes!(concat!(env!("OUT_DIR"), "/knowledge.json")))
}

/// What stands under a name; null where nothing does, which no type is read from.
pub(super) fn of<'a>(files: &'a Value, name: &str) -> &'a Value {
    files.get(name).unwrap_or(&Value::Null)
}

/// One file, or a part of one.
pub(super) fn read<'a, T: Deserialize<'a>>(file: &'a Value) -> Result<T, Error> {
    T::deserialize(Part(file))
}

/// What was read, once `check` has found it right; the error names the file.
pub(super) fn checked<T>(
    kind: &str,
    key: &str,
    read: Result<T, String>,
    check: impl FnOnce(&T, &str) -> Result<(), String>,
) -> Result<T, KnowledgeError> {
    let checked = read.and_then(|file| check(&file, key).map(|()| file));
    checked.map_err(|what| KnowledgeError(format!("{kind} {key}: {what}")))
}

#[derive(Clone, Copy)]
struct Part<'a>(&'a Value);

impl Part<'_> {
    fn is_no(self, wanted: &str) -> Error {
        Error::custom(format_args!("not {wanted}: {}", self.0))
    }
}

impl<'a> IntoDeserializer<'a, Error> for Part<'a> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Part<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Array(_) => self.deserialize_seq(visitor),
            Value::Object(_) => self.deserialize_map(visitor),
            one => one.deserialize_any(visitor),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let fields = self.0.as_object().ok_or_else(|| self.is_no("a table"))?;
        visitor
            .visit_map(MapDeserializer::new(fields.iter().map(|(name, value)| (name.as_str(), Part(value)))))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_map(visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let items = self.0.as_array().ok_or_else(|| self.is_no("a list"))?;
        visitor.visit_seq(SeqDeserializer::new(items.iter().map(Part)))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_borrowed_str(self.0.as_str().ok_or_else(|| self.is_no("a text"))?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    /// Of one of several names.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let name = self.0.as_str().ok_or_else(|| self.is_no("a name"))?;
        visitor.visit_enum(name.into_deserializer())
    }

    /// TOML has no null: what is not there is left out.
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char bytes byte_buf unit unit_struct newtype_struct tuple
        tuple_struct identifier ignored_any
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use serde_json::json;

    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Light {
        name: String,
        #[serde(default)]
        seconds: Option<u32>,
        #[serde(default)]
        pattern: Vec<Pattern>,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum Pattern {
        Steady,
        BlinkingFast,
    }

    #[test]
    fn a_table_is_read_as_its_type() {
        let file = json!({"name": "wireless", "seconds": 3, "pattern": ["steady", "blinking-fast"]});
        let pattern = vec![Pattern::Steady, Pattern::BlinkingFast];
        let light = Light { name: "wireless".into(), seconds: Some(3), pattern };
        assert_eq!(read::<Light>(&file).unwrap(), light);
        let bare = Light { name: String::new(), seconds: None, pattern: Vec::new() };
        assert_eq!(read::<Light>(&json!({"name": ""})).unwrap(), bare);
    }

    #[test]
    fn what_is_not_of_the_type_is_told() {
        for (file, why) in [
            (json!(["wireless", 3, []]), "not a table"),
            (json!({"name": 3}), "not a text: 3"),
            (json!({"name": "", "pattern": "steady"}), "not a list"),
            (json!({"name": "", "pattern": [1]}), "not a name: 1"),
            (json!({"name": "", "pattern": ["off"]}), "unknown variant `off`"),
            (json!({"name": "", "seconds": "3"}), "invalid type: string \"3\""),
            (json!({"name": "", "seconds": -1}), "invalid value: integer `-1`"),
            (json!({"name": "", "minutes": 1}), "unknown field `minutes`"),
            (json!({}), "missing field `name`"),
            (Value::Null, "not a table"),
        ] {
            let error = read::<Light>(&file).unwrap_err().to_string();
            assert!(error.contains(why), "{error}");
        }
    }
}
