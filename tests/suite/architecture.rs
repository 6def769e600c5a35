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

/// Where an outside crate or a door of std may be named, as prefixes of paths below `src/`.
const CONFINED: &[(&str, &[&str])] = &[
    ("clap::", &["cli/"]),
    ("clap_complete", &["cli/"]),
    ("indicatif::", &["cli/progress.rs"]),
    ("reqwest::", &["backend/http/transport.rs"]),
    ("rustls::", &["backend/http/transport.rs"]),
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

/// The folders that a file imports: `crate::x::…` and each name of `crate::{x::…, y}`.
fn imports(code: &str) -> Vec<String> {
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut found = Vec::new();
    for rest in code.split("crate::").skip(1) {
        let Some(list) = rest.strip_prefix('{') else {
            found.push(word(rest));
            continue;
        };
        let mut depth = 0;
        let mut item = String::new();
        for c in list.chars() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    found.push(word(item.trim()));
                    item.clear();
                    continue;
                }
                _ => {}
            }
            item.push(c);
        }
        found.push(word(item.trim()));
    }
    found.retain(|name| !name.is_empty());
    found
}

#[test]
fn a_folder_imports_only_what_the_table_allows() {
    let table: BTreeMap<_, _> = MAY_IMPORT.iter().copied().collect();
    let mut wrong = Vec::new();
    for (path, text) in sources("src") {
        let Some((folder, _)) = path.split_once('/') else { continue };
        let Some(allowed) = table.get(folder) else {
            wrong.push(format!("{path}: the folder `{folder}` is not in the table"));
            continue;
        };
        for import in imports(&code(&text)) {
            if import != folder && *allowed != "*" && !allowed.split(' ').any(|name| name == import) {
                wrong.push(format!("{path} imports `{import}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
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
