//! The object of a JSON line, its texts borrowed from the line where they are written without escapes.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{
        MapAccess, SeqAccess, Visitor,
        value::{MapAccessDeserializer, SeqAccessDeserializer},
    },
};
use serde_json::Value;

/// What a line holds.
pub(super) enum LineJson<'a> {
    /// An object.
    Object(LineObject<'a>),
    /// Any other JSON.
    Other,
}

/// The fields of an object in their order. There are few, so that looking through them costs less than a map.
pub(super) struct LineObject<'a>(Vec<(Cow<'a, str>, LineField<'a>)>);

/// The value of a field.
pub(super) enum LineField<'a> {
    /// A text.
    Text(Cow<'a, str>),
    /// Anything else.
    Other(Value),
}

impl<'a> LineObject<'a> {
    /// The value of a field; of several with one name, the last.
    pub(super) fn get(&self, key: &str) -> Option<&LineField<'a>> {
        self.0.iter().rev().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The value of a field, unless it is `null`.
    fn given(&self, key: &str) -> Option<&LineField<'a>> {
        self.get(key).filter(|value| !matches!(value, LineField::Other(Value::Null)))
    }

    /// A text that has to be there.
    pub(super) fn text(&self, key: &str) -> Result<&str, String> {
        match self.get(key) {
            Some(LineField::Text(text)) => Ok(text),
            Some(LineField::Other(_)) => Err(format!("`{key}` is not a string")),
            None => Err(format!("`{key}` is missing")),
        }
    }

    /// A text that may be lacking.
    pub(super) fn optional(&self, key: &str) -> Result<Option<&str>, String> {
        self.given(key).map(|_| self.text(key)).transpose()
    }

    /// The locale, which may be called `locale` or `lang`.
    pub(super) fn locale(&self) -> Result<Option<&str>, String> {
        match (self.get("locale"), self.given("lang")) {
            (Some(LineField::Text(tag)), _) | (None, Some(LineField::Text(tag))) => Ok(Some(tag)),
            (None | Some(LineField::Other(Value::Null)), None) => Ok(None),
            _ => Err("`locale` is not a string".to_owned()),
        }
    }
}

impl<'de> Deserialize<'de> for LineJson<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LineVisitor)
    }
}

struct LineVisitor;

impl<'de> Visitor<'de> for LineVisitor {
    type Value = LineJson<'de>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<LineJson<'de>, A::Error> {
        let mut fields = Vec::with_capacity(4);
        while let Some(FieldName(name)) = map.next_key()? {
            fields.push((name, map.next_value()?));
        }
        Ok(LineJson::Object(LineObject(fields)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<LineJson<'de>, A::Error> {
        Value::deserialize(SeqAccessDeserializer::new(seq)).map(|_| LineJson::Other)
    }

    fn visit_str<E>(self, _: &str) -> Result<LineJson<'de>, E> {
        Ok(LineJson::Other)
    }

    fn visit_unit<E>(self) -> Result<LineJson<'de>, E> {
        Ok(LineJson::Other)
    }

    fn visit_bool<E>(self, _: bool) -> Result<LineJson<'de>, E> {
        Ok(LineJson::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<LineJson<'de>, E> {
        Ok(LineJson::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<LineJson<'de>, E> {
        Ok(LineJson::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<LineJson<'de>, E> {
        Ok(LineJson::Other)
    }
}

/// The name of a field.
struct FieldName<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for FieldName<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match deserializer.deserialize_str(FieldVisitor)? {
            LineField::Text(name) => Ok(Self(name)),
            // The name of a field is a text.
            LineField::Other(_) => Ok(Self(Cow::Borrowed(""))),
        }
    }
}

impl<'de> Deserialize<'de> for LineField<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FieldVisitor)
    }
}

struct FieldVisitor;

impl<'de> Visitor<'de> for FieldVisitor {
    type Value = LineField<'de>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("JSON")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<LineField<'de>, E> {
        Ok(LineField::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<LineField<'de>, E> {
        Ok(LineField::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_unit<E>(self) -> Result<LineField<'de>, E> {
        Ok(LineField::Other(Value::Null))
    }

    fn visit_bool<E>(self, is: bool) -> Result<LineField<'de>, E> {
        Ok(LineField::Other(is.into()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<LineField<'de>, E> {
        Ok(LineField::Other(number.into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<LineField<'de>, E> {
        Ok(LineField::Other(number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<LineField<'de>, E> {
        Ok(LineField::Other(number.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<LineField<'de>, A::Error> {
        Value::deserialize(SeqAccessDeserializer::new(seq)).map(LineField::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<LineField<'de>, A::Error> {
        Value::deserialize(MapAccessDeserializer::new(map)).map(LineField::Other)
    }
}
