//! The direction of imports, circles of files, names of types, doors of outside crates and the length of files, read
//! off the source itself.

mod arrows;
mod made_up;
mod tree;

use std::collections::BTreeMap;

use tree::{Defined, Tree};

use crate::support::sources;

/// What each folder of `src/` may import (ARCHITECTURE.md tells why).
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
    ("diff", "model"),
    ("report", "model ledger diff messages"),
    ("pipeline", "model locale source segment glossary memory backend ledger bilingual check edition diff"),
    ("project", "model locale messages source segment glossary memory backend ledger bilingual check edition"),
    (
        "desk",
        "model locale messages source segment glossary memory ledger backend bilingual check edition diff report \
         pipeline project",
    ),
    ("cli", "model locale messages glossary check diff report project desk"),
];

/// Of which folders others may name types and constants only: their functions are called where the order of the work is.
const VALUES_ONLY: &[(&str, &[&str])] = &[("cli", &["glossary", "check", "diff"])];

/// Where an outside crate or a door of std may be named, as prefixes of paths below `src/`.
const CONFINED: &[(&str, &[&str])] = &[
    ("clap", &["cli/"]),
    ("clap_complete", &["cli/"]),
    ("indicatif", &["cli/progress.rs"]),
    ("reqwest", &["backend/http/client.rs"]),
    ("rustls", &["backend/http/client.rs"]),
    ("comfy_table", &["report/table.rs"]),
    ("etcetera", &["project/settings/user.rs"]),
    ("shell_words", &["project/settings/program.rs"]),
    ("encoding_rs", &["model/charset.rs", "source/decode.rs", "glossary/exchange/decode.rs"]),
    ("fluent", &["messages/"]),
    ("similar", &["diff/"]),
    ("quick_xml", &["xml/"]),
    ("pulldown_cmark", &["source/"]),
    ("html5ever", &["source/"]),
    ("minijinja", &["edition/", "report/"]),
    ("std::fs", &["project/", "cli/"]),
    ("std::env", &["project/", "cli/", "main.rs"]),
    ("println", &["cli/"]),
];

/// Names that two types share although one could be imported where the other stands: they mean the same.
const SAME_MEANING: &[(&str, &str)] = &[
    ("FailOn", "the gate, read by clap and read by serde"),
    ("Http", "the client, and what stands in its place in a build without the network"),
    ("Matching", "how words are compared, as a locale's profile writes it and as the glossary takes it"),
    ("Site", "where editions are published, as `tolmach.toml` writes it and as an edition's page takes it"),
];

/// Longer files answer more than one question.
const LONGEST: usize = 600;

/// The modules of the library; `main.rs` is another crate.
fn tree() -> Tree {
    let files = sources("src");
    Tree::read(files.iter().map(|(path, text)| (path.as_str(), text.as_str())).filter(|(path, _)| *path != "main.rs"))
}

/// Each name of a folder that the table does not allow its folder, as file, line and path.
fn not_allowed(tree: &Tree, table: &[(&str, &str)]) -> Vec<String> {
    let table: BTreeMap<_, _> = table.iter().copied().collect();
    let mut wrong = Vec::new();
    for (place, module) in &tree.modules {
        if place.is_empty() {
            continue;
        }
        let folder = &place[0];
        let Some(allowed) = table.get(folder.as_str()) else {
            wrong.push(format!("{}: the folder `{folder}` is not in the table", module.file));
            continue;
        };
        for (import, named) in arrows::folders(place, module) {
            if import != *folder && !allowed.split(' ').any(|name| name == import) {
                wrong.push(format!("{}:{} names {}", module.file, named.line, named.path.join("::")));
            }
        }
    }
    wrong
}

#[test]
fn a_folder_imports_only_what_the_table_allows() {
    let wrong = not_allowed(&tree(), MAY_IMPORT);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Each function or module of these folders that a folder names, as file, line and path; a type's own functions are
/// its values'.
fn not_values(tree: &Tree, table: &[(&str, &[&str])]) -> Vec<String> {
    let is_value = |word: &String| word.starts_with(|c: char| c.is_uppercase());
    let mut wrong = Vec::new();
    for (place, module) in &tree.modules {
        let rows = table.iter().filter(|(door, _)| place.first().is_some_and(|folder| folder == door));
        for stages in rows.map(|(_, stages)| stages) {
            let named = arrows::folders(place, module).filter(|(folder, _)| stages.contains(&folder.as_str()));
            for (_, named) in named.filter(|(_, named)| !named.path.iter().any(is_value)) {
                wrong.push(format!("{}:{} names {}", module.file, named.line, named.path.join("::")));
            }
        }
    }
    wrong
}

#[test]
fn a_door_names_only_values_of_the_stages() {
    let wrong = not_values(&tree(), VALUES_ONLY);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let circles = arrows::circles(&tree());
    assert!(circles.is_empty(), "{}", circles.join("\n\n"));
}

#[test]
fn methods_stand_in_the_file_of_their_type() {
    let strayed = arrows::strayed_methods(&tree());
    assert!(strayed.is_empty(), "{}", strayed.join("\n"));
}

/// The types that share a name although one could be imported where the other stands, by that name.
fn shared_names(tree: &Tree) -> BTreeMap<String, Vec<String>> {
    let types = tree.modules.iter().flat_map(|(place, module)| {
        module.defined.iter().filter(|item| item.is_type).map(move |item| (place, &module.file, item))
    });
    let types: Vec<_> = types.collect();
    let meet = |(a, _, one): &(&Vec<String>, &String, &Defined), (b, _, other): &(&Vec<String>, &String, &Defined)| {
        one.name == other.name && (a.starts_with(&other.seen_in) || b.starts_with(&one.seen_in))
    };
    let mut shared: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (number, (_, file, item)) in types.iter().enumerate() {
        if types.iter().enumerate().any(|(other, of)| other != number && meet(&types[number], of)) {
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
        let stuck: Vec<_> = MAY_IMPORT.iter().map(|row| row.0).filter(|folder| !done.contains(folder)).collect();
        done.push(next.unwrap_or_else(|| panic!("a cycle among {stuck:?}")).0);
    }
}

/// Each name that stands away from its door, as file, line and name.
fn away_from_doors(tree: &Tree, confined: &[(&str, &[&str])]) -> Vec<String> {
    let mut wrong = Vec::new();
    for module in tree.modules.values() {
        for (name, doors) in confined {
            if doors.iter().any(|door| module.file.starts_with(door)) {
                continue;
            }
            if let Some(line) = module.line_of_first(name) {
                wrong.push(format!("{}:{line} names `{name}`", module.file));
            }
        }
    }
    wrong
}

#[test]
fn an_outside_crate_is_named_only_behind_its_door() {
    let binary = sources("src").into_iter().find(|(path, _)| path == "main.rs").unwrap();
    let mut wrong = away_from_doors(&tree(), CONFINED);
    wrong.extend(away_from_doors(&Tree::read([(binary.0.as_str(), binary.1.as_str())]), CONFINED));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
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
    let found: Vec<String> = ["src", "tests"].into_iter().flat_map(|folder| -> Vec<String> { long(folder) }).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}
