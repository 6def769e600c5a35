//! The JSON Schema of settings files, generated from the types that read them.

use schemars::{Schema, schema_for};
use serde_json::{Map, Value, json};

use super::FileSettings;
use crate::backend::EngineKind;

/// The schema of `tolmach.toml`, including the settings of these kinds of engines.
#[must_use]
pub fn schema(kinds: &[EngineKind]) -> Schema {
    let mut schema = schema_for!(FileSettings);
    let profiles: Vec<Value> = kinds.iter().map(profile).collect();
    let backend = schema.pointer_mut("/properties/backend").and_then(Value::as_object_mut);
    if let Some(backend) = backend {
        backend.insert("additionalProperties".to_owned(), json!({ "oneOf": profiles }));
    }
    schema
}

/// The schema of one kind's table: `kind`, its own settings, and those that all engines share.
fn profile(kind: &EngineKind) -> Value {
    let mut schemas = vec![kind.schema()];
    schemas.extend(kind.shared_schemas());
    let mut properties = Map::new();
    properties.insert("kind".to_owned(), json!({ "const": kind.facts.kind }));
    for schema in &schemas {
        if let Some(of_schema) = schema.get("properties").and_then(Value::as_object) {
            properties.extend(of_schema.clone());
        }
    }
    json!({
        "type": "object",
        "title": kind.facts.kind,
        "description": kind.facts.help,
        "properties": properties,
        "required": ["kind"],
        "additionalProperties": false,
    })
}
