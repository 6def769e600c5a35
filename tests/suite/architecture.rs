//! Direction of imports, cycles of files, names of types, doors of outside crates and length of files, checked on the
//! source itself.

mod arrows;
mod languages;
mod made_up;
mod tree;

use std::collections::BTreeMap;

use tree::{Defined, Tree};

use crate::support::sources;

/// What each folder of `src/` may import (ARCHITECTURE.md explains why).
const MAY_IMPORT: &[(&str, &str)] = &[
    ("model", ""),
    ("xml", "model"),
    ("locale", "model"),
    ("messages", "model locale"),
    ("source", "model locale"),
    ("segment", "model locale"),
    ("glossary", "model locale xml"),
    ("memory", "model xml"),
    ("ledger", "model"),
    ("backend", "model ledger"),
    ("bilingual", "model xml"),
    ("check", "model locale glossary"),
    ("edition", "model locale messages source"),
    ("score", "model glossary"),
    ("diff", "model score"),
    ("report", "model ledger diff messages score"),
    ("pipeline", "model locale source segment glossary memory backend ledger bilingual check edition diff"),
    ("project", "model locale messages source segment glossary memory backend ledger bilingual check edition"),
    (
        "desk",
        "model locale messages source segment glossary memory ledger backend bilingual check edition diff score \
         report pipeline project",
    ),
    ("cli", "model locale messages glossary check diff score report project desk"),
];

/// Folders of which a door may name only types and constants: the desk calls their functions.
const VALUES_ONLY: &[(&str, &[&str])] = &[("cli", &["glossary", "check", "diff", "score"])];

/// Where an outside crate or a module of std may be named, as prefixes of paths below `src/`.
const CONFINED: &[(&str, &[&str])] = &[
    ("clap", &["cli/"]),
    ("clap_complete", &["cli/"]),
    ("indicatif", &["cli/progress.rs"]),
    ("reqwest", &["backend/http/client.rs"]),
    ("rustls", &["backend/http/client.rs"]),
    ("comfy_table", &["report/table.rs"]),
    ("etcetera", &["project/settings/user.rs"]),
    ("shell_words", &["project/settings/program.rs"]),
    (
        "encoding_rs",
        &[
            "model/charset.rs",
            "check/mojibake.rs",
            "source/decode.rs",
            "source/received.rs",
            "glossary/exchange/decode.rs",
            "project/dictionary.rs",
        ],
    ),
    ("spellbook", &["project/dictionary.rs"]),
    ("fluent", &["messages/"]),
    ("similar", &["diff/"]),
    ("quick_xml", &["xml/"]),
    ("pulldown_cmark", &["source/"]),
    ("html5ever", &["source/"]),
    ("ammonia", &["source/allowed/sanitise.rs"]),
    ("base64", &["edition/policy.rs", "backend/http/secret.rs"]),
    ("minijinja", &["edition/", "report/", "backend/http/openai/prompt.rs"]),
    ("std::fs", &["project/", "cli/"]),
    ("std::env", &["project/", "cli/", "main.rs"]),
    ("println", &["cli/"]),
];

/// Names shared by two types that could be imported side by side, because they mean the same.
const SAME_MEANING: &[(&str, &str)] = &[
    ("FailOn", "the gate, read by clap and read by serde"),
    ("Http", "the client, and its substitute in a build without the network"),
    ("Matching", "how words are compared, as a locale's profile writes it and as the glossary uses it"),
    ("Site", "where editions are published, as `tolmach.toml` writes it and as an edition's page uses it"),
];

/// The most lines a file may have; longer files answer more than one question.
const LONGEST: usize = 600;

/// The modules of the library; `main.rs` is another crate.
fn tree() -> Tree {
    let files = sources("src");
    Tree::read(files.iter().map(|(path, text)| (path.as_str(), text.as_str())).filter(|(path, _)| *path != "main.rs"))
}

/// Names that the table does not allow where they are used, as file, line and path.
fn not_allowed(tree: &Tree, table: &[(&str, &str)]) -> Vec<String> {
    let table: BTreeMap<_, _> = table.iter().copied().collect();
    let mut faults = Vec::new();
    for (place, module) in &tree.modules {
        if place.is_empty() {
            continue;
        }
        let folder = &place[0];
        let Some(allowed) = table.get(folder.as_str()) else {
            faults.push(format!("{}: the folder `{folder}` is not in the table", module.file));
            continue;
        };
        for (import, named) in arrows::folders(place, module) {
            if import != *folder && !allowed.split(' ').any(|name| name == import) {
                faults.push(format!("{}:{} names {}", module.file, named.line, named.path.join("::")));
            }
        }
    }
    faults
}

#[test]
fn a_folder_imports_only_what_the_table_allows() {
    let faults = not_allowed(&tree(), MAY_IMPORT);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Functions and modules of the restricted folders that are named elsewhere, as file, line and path; functions of a
/// type are allowed with the type.
fn not_values(tree: &Tree, table: &[(&str, &[&str])]) -> Vec<String> {
    let is_value = |word: &String| word.starts_with(|c: char| c.is_uppercase());
    let mut faults = Vec::new();
    for (place, module) in &tree.modules {
        let rows = table.iter().filter(|(door, _)| place.first().is_some_and(|folder| folder == door));
        for stages in rows.map(|(_, stages)| stages) {
            let named = arrows::folders(place, module).filter(|(folder, _)| stages.contains(&folder.as_str()));
            for (_, named) in named.filter(|(_, named)| !named.path.iter().any(is_value)) {
                faults.push(format!("{}:{} names {}", module.file, named.line, named.path.join("::")));
            }
        }
    }
    faults
}

#[test]
fn a_door_names_only_values_of_the_stages() {
    let faults = not_values(&tree(), VALUES_ONLY);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_files_import_each_other_in_a_cycle() {
    let cycles = arrows::cycles(&tree());
    assert!(cycles.is_empty(), "{}", cycles.join("\n\n"));
}

#[test]
fn methods_are_in_the_file_of_their_type() {
    let strayed = arrows::strayed_methods(&tree());
    assert!(strayed.is_empty(), "{}", strayed.join("\n"));
}

/// Types that share a name and could be imported side by side, by that name.
fn shared_names(tree: &Tree) -> BTreeMap<String, Vec<String>> {
    let types = tree.modules.iter().flat_map(|(place, module)| {
        module.defined.iter().filter(|item| item.is_type).map(move |item| (place, &module.file, item))
    });
    let types: Vec<_> = types.collect();
    let could_meet = |(a, _, one): &(&Vec<String>, &String, &Defined),
                      (b, _, other): &(&Vec<String>, &String, &Defined)| {
        one.name == other.name && (a.starts_with(&other.seen_in) || b.starts_with(&one.seen_in))
    };
    let mut shared: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (number, (_, file, item)) in types.iter().enumerate() {
        if types.iter().enumerate().any(|(other, of)| other != number && could_meet(&types[number], of)) {
            shared.entry(item.name.clone()).or_default().push(format!("{file}:{}", item.line));
        }
    }
    shared
}

#[test]
fn types_that_could_meet_share_no_name() {
    let mut shared = shared_names(&tree());
    for (name, _) in SAME_MEANING {
        assert!(shared.remove(*name).is_some(), "`{name}` is no longer shared: drop it from the list");
    }
    assert!(shared.is_empty(), "{shared:#?}");
}

#[test]
fn the_table_has_no_cycle() {
    let mut done: Vec<&str> = Vec::new();
    while done.len() < MAY_IMPORT.len() {
        let ready = |list: &str| list == "*" || list.split(' ').all(|name| name.is_empty() || done.contains(&name));
        let next = MAY_IMPORT.iter().find(|(folder, list)| !done.contains(folder) && ready(list));
        let remaining: Vec<_> = MAY_IMPORT.iter().map(|row| row.0).filter(|folder| !done.contains(folder)).collect();
        done.push(next.unwrap_or_else(|| panic!("a cycle among {remaining:?}")).0);
    }
}

/// Crates and std modules named away from their doors, as file, line and name.
fn away_from_doors(tree: &Tree, confined: &[(&str, &[&str])]) -> Vec<String> {
    let mut faults = Vec::new();
    for module in tree.modules.values() {
        for (name, doors) in confined {
            if doors.iter().any(|door| module.file.starts_with(door)) {
                continue;
            }
            if let Some(line) = module.line_of_first(name) {
                faults.push(format!("{}:{line} names `{name}`", module.file));
            }
        }
    }
    faults
}

#[test]
fn an_outside_crate_is_named_only_behind_its_door() {
    let binary = sources("src").into_iter().find(|(path, _)| path == "main.rs").unwrap();
    let mut faults = away_from_doors(&tree(), CONFINED);
    faults.extend(away_from_doors(&Tree::read([(binary.0.as_str(), binary.1.as_str())]), CONFINED));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_file_is_longer_than_six_hundred_lines() {
    let long = |folder: &str| {
        let files = sources(folder).into_iter().map(|(path, text)| (path, text.lines().count()));
        files
            .filter(|(_, lines)| *lines > LONGEST)
            .map(|(path, lines)| format!("{folder}/{path}: {lines} lines"))
            .collect()
    };
    let too_long: Vec<String> =
        ["src", "tests"].into_iter().flat_map(|folder| -> Vec<String> { long(folder) }).collect();
    assert!(too_long.is_empty(), "{}", too_long.join("\n"));
}
