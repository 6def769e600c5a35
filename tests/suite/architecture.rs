//! The direction of imports, the doors of outside crates, and the length of files, read off the source itself.

use std::collections::BTreeMap;

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
    ("report", "model diff messages"),
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
    ("clap::", &["cli/"]),
    ("clap_complete", &["cli/"]),
    ("indicatif::", &["cli/progress.rs"]),
    ("reqwest::", &["backend/http/client.rs"]),
    ("rustls::", &["backend/http/client.rs"]),
    ("comfy_table::", &["report/table.rs"]),
    ("etcetera::", &["project/settings/user.rs"]),
    ("shell_words::", &["project/settings/program.rs"]),
    ("encoding_rs::", &["model/charset.rs", "source/decode.rs", "glossary/exchange/decode.rs"]),
    ("fluent::", &["messages/"]),
    ("similar::", &["diff/"]),
    ("quick_xml::", &["xml/"]),
    ("pulldown_cmark::", &["source/"]),
    ("html5ever::", &["source/"]),
    ("minijinja::", &["edition/", "report/"]),
    ("std::fs", &["project/", "cli/"]),
    ("std::env", &["project/", "cli/", "main.rs"]),
    ("println!", &["cli/"]),
];

/// Longer files answer more than one question.
const LONGEST: usize = 600;

/// The code of a file without its comments.
fn code(text: &str) -> String {
    let is_comment = |line: &&str| line.trim_start().starts_with("//");
    text.lines().filter(|line| !is_comment(line)).collect::<Vec<_>>().join("\n")
}

/// The paths within this crate that a file names, without `crate`: each of `crate::{x::{y, Z}, w}`.
fn paths(code: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for rest in code.split("crate::").skip(1) {
        expand(rest, &[], &mut found);
    }
    found
}

/// Adds the paths that a text begins with behind those words, and gives what follows them.
fn expand<'a>(text: &'a str, before: &[String], found: &mut Vec<Vec<String>>) -> &'a str {
    let text = text.trim_start();
    if let Some(mut rest) = text.strip_prefix('{') {
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
            if let Some(rest) = rest.strip_prefix('}') {
                return rest;
            }
            let after = expand(rest, before, found);
            // `as` and the name behind it, which is this file's own.
            rest = after.trim_start_matches(|c: char| c != ',' && c != '}');
        }
    }
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '*').unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    let path = [before, &[word.to_owned()]].concat();
    match rest.strip_prefix("::") {
        Some(rest) if !rest.starts_with('<') => expand(rest, &path, found),
        _ => {
            found.push(path);
            rest
        }
    }
}

/// The paths to functions and modules of these folders that a file names; a type's own functions are its values'.
fn works(code: &str, folders: &[&str]) -> Vec<String> {
    let is_value = |word: &String| word.starts_with(|c: char| c.is_uppercase());
    let of_folders = paths(code).into_iter().filter(|path| folders.contains(&path[0].as_str()));
    of_folders.filter(|path| !path.iter().any(is_value)).map(|path| path.join("::")).collect()
}

#[test]
fn a_folder_imports_only_what_the_table_allows() {
    let table: BTreeMap<_, _> = MAY_IMPORT.iter().copied().collect();
    let mut wrong = Vec::new();
    for (file, text) in sources("src") {
        let Some((folder, _)) = file.split_once('/') else { continue };
        let Some(allowed) = table.get(folder) else {
            wrong.push(format!("{file}: the folder `{folder}` is not in the table"));
            continue;
        };
        for path in paths(&code(&text)) {
            let import = &path[0];
            if import != folder && *allowed != "*" && !allowed.split(' ').any(|name| name == *import) {
                wrong.push(format!("{file} imports `{import}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_door_names_only_values_of_the_stages() {
    let mut wrong = Vec::new();
    for (file, text) in sources("src") {
        for (_, stages) in VALUES_ONLY.iter().filter(|(door, _)| file.starts_with(&format!("{door}/"))) {
            wrong.extend(works(&code(&text), stages).into_iter().map(|path| format!("{file} names `{path}`")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn functions_and_modules_are_told_from_values() {
    let code = "use crate::{a::{self, b::{C, d as e}, F}, g};\nfn h() {\n    crate::a::i(crate::a::J::new(), crate::a::K);\n}\n\
                use crate::a::*;";
    assert_eq!(works(code, &["a"]), ["a::self", "a::b::d", "a::i", "a::*"]);
    assert_eq!(paths(code).len(), 9);
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

#[test]
fn an_outside_crate_is_named_only_behind_its_door() {
    let mut wrong = Vec::new();
    for (path, text) in sources("src") {
        let code = code(&text);
        for (name, doors) in CONFINED {
            let named = code
                .match_indices(name)
                .any(|(at, _)| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'));
            if named && !doors.iter().any(|door| path.starts_with(door)) {
                wrong.push(format!("{path} names `{name}`"));
            }
        }
    }
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
