//! The keys, words and tags of a settings file, held against the schema of the settings.
//!
//! The types that read the file refuse the same keys and words, but name no likely one. Values of another type are left
//! to them.

use schemars::schema_for;
use serde_json::Value;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{FileSettings, KnownNames, text::SettingsText};
use crate::{
    locale::meant_tag,
    model::{Locale, LocaleError},
    project::{ProjectError, SettingsError},
};

/// Fails, with file and line, on the first key that is no setting, word that is no value of its setting, and tag that
/// names no language.
pub(super) fn refuse_unknown(file: &SettingsText<'_>, names: &KnownNames<'_>) -> Result<(), ProjectError> {
    // A file that is not TOML is reported by the reader of its settings.
    let Ok(document) = DeTable::parse(file.text) else { return Ok(()) };
    let root = schema_for!(FileSettings).to_value();
    let shape = Shape { file, names, root: &root };
    shape.table(document.get_ref(), &root, "")
}

struct Shape<'a> {
    file: &'a SettingsText<'a>,
    names: &'a KnownNames<'a>,
    root: &'a Value,
}

impl Shape<'_> {
    fn table(&self, table: &DeTable<'_>, schema: &Value, path: &str) -> Result<(), ProjectError> {
        let properties = schema["properties"].as_object();
        let by_locale = schema["patternProperties"].as_object().and_then(|by_locale| by_locale.values().next());
        for (key, value) in table {
            let (name, at) = (key.get_ref().as_ref(), key.span().start);
            let path = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
            if let Some(properties) = properties {
                let Some(schema) = properties.get(name) else {
                    let known = properties.keys().cloned().collect();
                    return Err(self.wrong(at, SettingsError::UnknownKey { key: path, name: name.to_owned(), known }));
                };
                self.value(value, schema, &path)?;
            } else if let Some(schema) = by_locale {
                self.tag(name, at)?;
                self.value(value, schema, &path)?;
            } else if schema["additionalProperties"].is_object() {
                self.value(value, &schema["additionalProperties"], &path)?;
            }
        }
        Ok(())
    }

    fn value(&self, value: &Spanned<DeValue<'_>>, schema: &Value, path: &str) -> Result<(), ProjectError> {
        let is_locale = |schema: &Value| schema["$ref"] == "#/$defs/Locale";
        let either = schema["anyOf"].as_array();
        let schema = either.and_then(|either| either.iter().find(|one| one["type"] != "null")).unwrap_or(schema);
        let at = value.span().start;
        match value.get_ref() {
            DeValue::String(tag) if is_locale(schema) => self.tag(tag, at),
            DeValue::String(word) => self.word(word, self.resolved(schema), path, at),
            DeValue::Array(list) => list.iter().try_for_each(|item| self.value(item, &schema["items"], path)),
            DeValue::Table(table) => self.table(table, self.resolved(schema), path),
            _ => Ok(()),
        }
    }

    fn word(&self, word: &str, schema: &Value, path: &str, at: usize) -> Result<(), ProjectError> {
        let listed = schema["enum"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let described = schema["oneOf"].as_array().into_iter().flatten().filter_map(|one| one["const"].as_str());
        let known: Vec<String> = listed.chain(described).map(str::to_owned).collect();
        if known.is_empty() || known.iter().any(|known| known == word) {
            return Ok(());
        }
        Err(self.wrong(at, SettingsError::UnknownWord { key: path.to_owned(), word: word.to_owned(), known }))
    }

    fn tag(&self, tag: &str, at: usize) -> Result<(), ProjectError> {
        let fault = match tag.parse::<Locale>() {
            Ok(locale) => self.names.refuse_unknown(&locale),
            Err(LocaleError { tag }) => {
                let meant = meant_tag(&tag, self.names.own_locales);
                Err(SettingsError::NotATag { tag, meant })
            }
        };
        fault.map_err(|error| self.wrong(at, error))
    }

    /// The schema behind a `$ref`.
    fn resolved<'s>(&'s self, schema: &'s Value) -> &'s Value {
        let target = schema["$ref"].as_str().and_then(|name| self.root.pointer(name.trim_start_matches('#')));
        target.unwrap_or(schema)
    }

    fn wrong(&self, at: usize, error: SettingsError) -> ProjectError {
        ProjectError::setting(self.file.place(at), error)
    }
}
