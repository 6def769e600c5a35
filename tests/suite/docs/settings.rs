//! The reference of settings in `docs/settings.md`, generated from the schema of their types.

use std::{collections::BTreeSet, fmt::Write as _, process::Command};

use serde_json::{Map, Value};
use tolmach::{backend::BUILT_IN, project::settings::schema};

use super::{assert_generated, cell, read};

/// A schema and the definitions that it names.
struct Reference {
    root: Value,
}

impl Reference {
    /// The schema behind a `$ref` or an optional value.
    fn resolved<'a>(&'a self, schema: &'a Value) -> &'a Value {
        if let Some(name) = schema["$ref"].as_str() {
            return self.root.pointer(name.trim_start_matches('#')).unwrap();
        }
        match schema["anyOf"].as_array() {
            Some(either) => self.resolved(either.iter().find(|one| one["type"] != "null").unwrap()),
            None => schema,
        }
    }

    /// The possible values; in the plural for items of a list.
    fn values(&self, schema: &Value, plural: &str) -> String {
        let schema = self.resolved(schema);
        if *schema == self.root["$defs"]["Locale"] {
            return format!("locale{plural}");
        }
        if let Some(words) = schema["enum"].as_array() {
            return alternatives(words.iter().filter_map(Value::as_str));
        }
        if let Some(words) = schema["oneOf"].as_array() {
            return alternatives(words.iter().filter_map(|word| word["const"].as_str()));
        }
        let types = &schema["type"];
        match types.as_str().or_else(|| types[0].as_str()).unwrap() {
            "string" => format!("string{plural}"),
            "boolean" => alternatives(["true", "false"].into_iter()),
            "integer" | "number" => format!("number{plural}"),
            "array" => format!("list of {}", self.values(&schema["items"], "s")),
            "object" if schema["properties"].is_object() => "table".to_owned(),
            "object" => {
                let by_locale = schema["patternProperties"].as_object().and_then(|all| all.values().next());
                let (key, value) = by_locale.map_or(("name", &schema["additionalProperties"]), |one| ("locale", one));
                format!("{key} → {}", self.values(value, ""))
            }
            other => panic!("a setting of the type {other}"),
        }
    }

    /// The meaning of a setting, and of each word that is one of its values.
    fn meaning(&self, schema: &Value) -> String {
        let mut meaning = schema["description"].as_str().unwrap_or_default().to_owned();
        if let Some(words) = self.resolved(schema)["oneOf"].as_array() {
            for word in words {
                let description = word["description"].as_str().unwrap_or_default();
                let _ = write!(meaning, " `{}`: {description}", word["const"].as_str().unwrap());
            }
        }
        for (key, part) in self.resolved(schema)["properties"].as_object().into_iter().flatten() {
            let _ = write!(meaning, " `{key}`: {}", part["description"].as_str().unwrap_or_default());
        }
        meaning
    }

    fn table(&self, properties: &Map<String, Value>, required: &Value) -> String {
        let mut out = String::from("| Key | Value | Meaning |\n|---|---|---|\n");
        for (key, schema) in properties.iter().filter(|(key, _)| *key != "kind") {
            let needed = required.as_array().is_some_and(|all| all.iter().any(|name| name == key));
            let needed = if needed { ", required" } else { "" };
            let meaning = self.meaning(schema);
            assert!(!meaning.is_empty(), "the setting `{key}` has no documentation");
            let _ = writeln!(out, "| `{key}` | {}{needed} | {} |", cell(&self.values(schema, "")), cell(&meaning));
        }
        out
    }
}

/// Words of which one is chosen.
fn alternatives<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// The reference: the file's own keys, its tables, and one table for each kind of engine.
fn reference() -> String {
    let reference = Reference { root: serde_json::to_value(schema(BUILT_IN)).unwrap() };
    let root = &reference.root;
    let is_table = |schema: &Value| {
        let schema = reference.resolved(schema);
        schema["properties"].is_object() || reference.resolved(&schema["items"])["properties"].is_object()
    };
    let properties = root["properties"].as_object().unwrap();
    let (tables, keys): (Vec<_>, Vec<_>) =
        properties.iter().filter(|(key, _)| *key != "backend").partition(|(_, schema)| is_table(schema));
    let keys: Map<String, Value> = keys.into_iter().map(|(key, schema)| (key.clone(), schema.clone())).collect();
    let mut out = format!("## Keys\n\n{}", reference.table(&keys, &Value::Null));
    for (key, schema) in tables {
        let parts = reference.resolved(schema)["properties"].as_object();
        if let Some(parts) = parts.filter(|parts| parts.values().all(&is_table)) {
            for (part, schema) in parts {
                let (meaning, inner) = (schema["description"].as_str().unwrap(), reference.resolved(schema));
                let table = reference.table(inner["properties"].as_object().unwrap(), &inner["required"]);
                let _ = write!(out, "\n## `[{key}.{part}]`\n\n{meaning}\n\n{table}");
            }
            continue;
        }
        let is_list = schema["type"] == "array";
        let inner = reference.resolved(if is_list { &schema["items"] } else { schema });
        let head = if is_list { format!("[[{key}]]") } else { format!("[{key}]") };
        let meaning = schema["description"].as_str().unwrap();
        let table = reference.table(inner["properties"].as_object().unwrap(), &inner["required"]);
        let _ = write!(out, "\n## `{head}`\n\n{meaning}\n\n{table}");
    }
    let backend = &properties["backend"];
    let _ = write!(out, "\n## `[backend.NAME]`\n\n{}\n", backend["description"].as_str().unwrap());
    for kind in backend["additionalProperties"]["oneOf"].as_array().unwrap() {
        let properties = kind["properties"].as_object().unwrap();
        let name = kind["title"].as_str().unwrap();
        let _ = write!(out, "\n### `kind = \"{name}\"`\n\n");
        if properties.len() > 1 {
            out.push_str(&reference.table(properties, &kind["required"]));
        } else {
            out.push_str("It has no settings.\n");
        }
    }
    out
}

#[test]
fn the_reference_of_settings_matches_the_types() {
    assert_generated("docs/settings.md", &[("settings".to_owned(), reference())]);
}

/// Variables without a flag.
const WITHOUT_FLAG: [&str; 4] = ["NO_COLOR", "SOURCE_DATE_EPOCH", "TOLMACH_API_KEY", "TOLMACH_LANG"];

#[test]
fn every_variable_in_the_help_is_on_the_page() {
    let mut named: BTreeSet<String> = WITHOUT_FLAG.map(str::to_owned).into();
    for command in ["run", "build", "check", "status"] {
        let help = Command::new(env!("CARGO_BIN_EXE_tolmach")).args([command, "--help"]).env_clear().output().unwrap();
        let help = String::from_utf8(help.stdout).unwrap();
        named.extend(help.split("[env: ").skip(1).filter_map(|rest| rest.split('=').next()).map(str::to_owned));
    }
    let page = read("docs/settings.md");
    let rows = page.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` |"));
    let written: BTreeSet<String> =
        rows.map(|(name, _)| name.to_owned()).filter(|name| !name.contains(char::is_lowercase)).collect();
    assert_eq!(written, named);
}
