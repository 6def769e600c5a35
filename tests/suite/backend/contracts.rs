//! The bodies of our requests against JSON Schemas: a chat's, by its inventor's description where `TOLMACH_OPENAPI` names
//! the folder with it, and Azure's.

use std::{
    env, fs,
    process::{Command, Stdio},
    sync::Arc,
};

use serde_json::{Value, json};
use tolmach::backend::{
    Backend, Request, Stop,
    http::{Azure, OpenAi, Secret},
};

use super::{classes::Canned, pair, requests};
use crate::{
    cases,
    support::{is_installed, skip},
};

/// Validates each line of the second file against the schema in the first.
const VALIDATE: &str = "import json, sys, jsonschema\n\
                        schema = json.load(open(sys.argv[1], encoding='utf-8'))\n\
                        validator = jsonschema.Draft202012Validator(schema)\n\
                        for line in open(sys.argv[2], encoding='utf-8'):\n    validator.validate(json.loads(line))\n";

/// Validates bodies; returns whether they are valid, and says why they are not. `None` without the program.
fn validate(schema: &Value, bodies: &[Value]) -> Option<Result<(), String>> {
    if !is_installed("python3", &["-c", "import jsonschema"]) {
        skip("jsonschema is not installed");
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("schema.json"), schema.to_string()).unwrap();
    fs::write(path("bodies"), bodies.iter().flat_map(|body| [body.to_string(), "\n".to_owned()]).collect::<String>())
        .unwrap();
    let mut command = Command::new("python3");
    command.args(["-c", VALIDATE]).args([path("schema.json"), path("bodies")]).stdin(Stdio::null());
    let output = command.output().unwrap();
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    Some(if output.status.success() { Ok(()) } else { Err(words) })
}

fn ours(name: &str) -> Value {
    serde_json::from_str(&cases::text(name)).unwrap()
}

/// The schema of a request for a chat completion.
fn of_chat() -> Value {
    let Some(folder) = env::var("TOLMACH_OPENAPI").ok().filter(|folder| !folder.is_empty()) else {
        return ours("backend/chat.schema.json");
    };
    let text = fs::read_to_string(format!("{folder}/openai-chat.json")).unwrap();
    let description: Value = serde_json::from_str(&text).unwrap();
    json!({
        "$ref": "#/components/schemas/CreateChatCompletionRequest",
        "components": description["components"],
    })
}

#[test]
fn our_requests_conform_to_the_schema_of_a_chat() {
    let unknown = r#"{"error":{"message":"json_schema is not supported"}}"#;
    let transport = Canned::new(&[(400, &[], unknown), (400, &[], unknown), (404, &[], "")]);
    let mut engine = OpenAi::new("mine", "https://api.openai.com/v1", "gpt-9", None, transport.clone()).unwrap();
    (engine.temperature, engine.max_tokens) = (Some(0.2), Some(2000));
    // Each format once.
    let asked: Vec<Request> = requests(&["Hello world!", "Read ⟦1⟧this⟦/1⟧."]);
    let _ = engine.translate(&pair("en", "be"), &asked, &Stop::default());
    let bodies: Vec<Value> = (0..3).map(|number| transport.body(number)).collect();
    let schema = of_chat();
    let Some(result) = validate(&schema, &bodies) else { return };
    result.unwrap();
    let mut wrong = bodies[0].clone();
    wrong["messages"] = json!([]);
    assert!(validate(&schema, &[wrong]).unwrap().is_err(), "the schema refuses what is wrong");
}

#[test]
fn our_requests_conform_to_the_schema_of_azure() {
    let transport = Canned::new(&[(404, &[], "")]);
    let engine = Azure::new("https://azure.example", Some(Secret::new("k".to_owned())), Arc::clone(&transport) as _);
    let engine = engine.unwrap();
    let _ = engine.translate(&pair("en", "be"), &requests(&["Hello world!", "Yes."]), &Stop::default());
    let schema = ours("backend/azure.schema.json");
    let Some(result) = validate(&schema, &[transport.body(0)]) else { return };
    result.unwrap();
    assert!(validate(&schema, &[json!([{ "text": "Hello" }])]).unwrap().is_err());
}
