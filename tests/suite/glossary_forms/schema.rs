//! Agreement between the schema of glossary files and their reader.

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::Value;
use tolmach::{
    glossary::{SCHEMA, paradigm::Class, read},
    model::Kind,
};

fn schema() -> Value {
    serde_json::from_str(SCHEMA).unwrap()
}

/// Why a schema rejects a value; supports the parts of JSON Schema that ours uses, except patterns.
fn rejection(root: &Value, schema: &Value, value: &Value, at: &str) -> Option<String> {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        let target = name.strip_prefix('#').and_then(|path| root.pointer(path)).unwrap_or_else(|| panic!("{name}"));
        return rejection(root, target, value, at);
    }
    if let Some(any) = schema.get("anyOf").and_then(Value::as_array) {
        let all: Option<Vec<String>> = any.iter().map(|one| rejection(root, one, value, at)).collect();
        return all.map(|all| all.join("; "));
    }
    if let Some(list) = schema.get("enum").and_then(Value::as_array) {
        return (!list.contains(value)).then(|| format!("{at}: {value} is not in the list"));
    }
    match (schema["type"].as_str().unwrap(), value) {
        ("string", Value::String(text)) => {
            let least = usize::try_from(schema.get("minLength").and_then(Value::as_u64).unwrap_or(0)).unwrap();
            (text.chars().count() < least).then(|| format!("{at} is empty"))
        }
        ("boolean", Value::Bool(_)) => None,
        ("array", Value::Array(items)) => items
            .iter()
            .enumerate()
            .find_map(|(n, item)| rejection(root, &schema["items"], item, &format!("{at}[{n}]"))),
        ("object", Value::Object(fields)) => {
            let required = schema.get("required").and_then(Value::as_array).into_iter().flatten();
            let missing = required.filter_map(Value::as_str).find(|name| !fields.contains_key(*name));
            let few = schema.get("minProperties").is_some() && fields.is_empty();
            let known = schema.get("properties").and_then(Value::as_object);
            let wrong = fields.iter().find_map(|(name, field)| {
                let at = format!("{at}.{name}");
                match (known.and_then(|known| known.get(name)), &schema["additionalProperties"]) {
                    (Some(own), _) => rejection(root, own, field, &at),
                    (None, Value::Bool(false)) => Some(format!("{at} is not known")),
                    (None, other) => rejection(root, other, field, &at),
                }
            });
            missing.map(|name| format!("{at} lacks {name}")).or(few.then(|| format!("{at} is empty"))).or(wrong)
        }
        (kind, _) => Some(format!("{at} is not of type {kind}")),
    }
}

fn fault(toml: &str) -> Option<String> {
    let value: toml::Table = toml::from_str(toml).unwrap();
    rejection(&schema(), &schema(), &json(&toml::Value::Table(value)), "")
}

/// A value as JSON, where a day is a string, as editors see it.
fn json(value: &toml::Value) -> Value {
    match value {
        toml::Value::Datetime(day) => Value::String(day.to_string()),
        toml::Value::Array(list) => Value::Array(list.iter().map(json).collect()),
        toml::Value::Table(table) => Value::Object(table.iter().map(|(key, one)| (key.clone(), json(one))).collect()),
        other => serde_json::to_value(other).unwrap(),
    }
}

#[test]
fn the_shipped_glossaries_are_valid() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut count = 0;
    for folder in ["glossary", "src/project/template/glossary"] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "toml") {
                assert_eq!(fault(&fs::read_to_string(&path).unwrap()), None, "{}", path.display());
                count += 1;
            }
        }
    }
    assert!(count > 1);
    assert_eq!(fault(include_str!("../../cases/glossary/terms.toml")), None);
}

#[test]
fn the_reader_and_the_schema_reject_the_same() {
    let concept = |rest: &str| format!("[[concept]]\nid = \"a\"\n{rest}\n");
    let term = |rest: &str| concept(&format!("terms.be = {{ preferred = {{ text = \"а\", {rest} }} }}"));
    for bad in [
        "[[concept]]\nterms.be = { preferred = \"а\" }".to_owned(),
        "concept = 1".to_owned(),
        "x = 1".to_owned(),
        concept("terms = {}"),
        concept("terms.be = { best = \"а\" }"),
        concept("terms.be = { preferred = 1 }"),
        concept("terms.be = { preferred = \"\" }"),
        concept("terms.be = { preferred = { class = \"m\" } }"),
        concept("kind = \"city\"\nterms.be = { preferred = \"а\" }"),
        concept("links = [1]\nterms.be = { preferred = \"а\" }"),
        concept("speaks = 1\nterms.be = { preferred = \"а\" }"),
        concept("replaced_by = \"b\"\nterms.be = { preferred = \"а\" }"),
        term("mode = \"loose\""),
        term("quotes = true"),
        term("case_sensitive = \"yes\""),
        term("forms = \"б\""),
        term("forms = [{ text = \"б\", case = \"ablative\" }]"),
        term("forms = [{ case = \"dative\" }]"),
    ] {
        assert!(fault(&bad).is_some(), "the schema accepts: {bad}");
        assert_ne!(read(&[("a.toml".to_owned(), bad.clone())]).findings, [], "the reader accepts: {bad}");
    }
    let good = "kind = \"place\"\ndefinition = \"d\"\ndomain = \"d\"\nnote = \"n\"\nsince = 2022-02-24\nuntil = \"2023-01-01\"\nspeaks = \"ru\"\nlinks = \"l\"\n\
        replaced-by = \"b\"\nterms.be-tarask = { admitted = [\"а\", { text = \"б\", class = \"m\", forms = [\"в\", { text = \"г\", \
        number = \"plural\", case = \"vocative\", gender = \"neuter\" }], mode = \"exact\", reason = \"r\", case_sensitive = true, \
        part_of_name = false, context_not = [\"в*\"], quotes = \"free\" }], deprecated = \"д\" }";
    assert_eq!(fault(&concept(good)), None);
    assert_eq!(read(&[("a.toml".to_owned(), concept(good))]).findings, []);
}

#[test]
fn the_schema_has_every_key_that_the_reader_has() {
    let keys = |pointer: &str| -> BTreeSet<String> {
        schema().pointer(pointer).unwrap().as_object().unwrap().keys().cloned().collect()
    };
    // The reader's hint on an unknown key lists the known ones.
    let hint = |toml: &str| -> BTreeSet<String> {
        let findings = read(&[("a.toml".to_owned(), toml.to_owned())]).findings;
        let hint = findings[0].hint().unwrap();
        hint.args[0].1.text().unwrap().split(", ").map(str::to_owned).collect()
    };
    let wording = |rest: &str| format!("[[concept]]\nid = \"a\"\nterms.be = {{ {rest} }}");
    assert_eq!(hint("x = 1"), keys("/properties"));
    assert_eq!(hint("[[concept]]\nq = 1"), keys("/$defs/concept/properties"));
    assert_eq!(hint(&wording("q = 1")), keys("/$defs/usages/properties"));
    assert_eq!(hint(&wording("preferred = { text = \"а\", q = 1 }")), keys("/$defs/term/properties"));
    assert_eq!(
        hint(&wording("preferred = { text = \"а\", forms = [{ text = \"а\", q = 1 }] }")),
        keys("/$defs/form/anyOf/1/properties")
    );
    let kinds = schema().pointer("/$defs/concept/properties/kind/enum").unwrap().clone();
    assert_eq!(kinds, serde_json::json!(Kind::ALL.map(Kind::as_str)));
    for kind in Kind::ALL {
        assert_eq!(Kind::of(kind.as_str()), Some(kind));
    }
}

#[test]
fn the_schema_names_every_part_of_a_class() {
    let pattern = schema().pointer("/$defs/term/properties/class/pattern").unwrap().to_string();
    let message = Class::parse("?").unwrap_err().to_string();
    let (_, known) = message.split_once("known are ").unwrap();
    for token in known.split('`').skip(1).step_by(2) {
        let name = token.split_once('=').map_or(token, |(name, _)| name);
        let inside =
            pattern.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-').any(|word| word == name);
        assert!(inside || ["m", "f", "n", "ma", "fa", "na"].contains(&name), "{name}");
    }
    let examples = schema().pointer("/$defs/term/properties/class/examples").unwrap().clone();
    for example in examples.as_array().unwrap() {
        assert!(Class::parse(example.as_str().unwrap()).is_ok(), "{example}");
    }
}
