//! Ids of messages: each id in the source exists, and each existing id is used in the source.
//!
//! A message is named in full (`"word-error"`), or by its family and a word: `format!("state-{…}")` and `"final"`.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use super::wording::messages;

/// Families whose last part is written in an article, so that the source names no member.
const OPEN: [&str; 1] = ["boilerplate-"];

/// The calls by which the source requests a message.
const CALLS: [&str; 5] = [".say(\"", "say(words, \"", "say_count(words, \"", "words(\"", "words.say(\""];

fn read_all(folder: &Path, out: &mut String) {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            read_all(&path, out);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            out.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

/// The source with white space collapsed, so that calls broken over lines are found.
fn source() -> String {
    let mut text = String::new();
    read_all(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut text);
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace("( \"", "(\"")
}

fn ids() -> BTreeSet<String> {
    messages("en").into_keys().collect()
}

/// The words after a prefix, up to the closing quotation mark.
fn words_after<'a>(source: &'a str, prefix: &str) -> BTreeSet<&'a str> {
    let ends = source.split(prefix).skip(1).filter_map(|rest| rest.split('"').next());
    ends.filter(|word| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')).collect()
}

/// The prefixes that the source completes: `state-` of `format!("state-{}")`.
fn families(source: &str) -> BTreeSet<&str> {
    let quoted = source.split('"').filter_map(|text| text.split_once('{'));
    let is_family = |name: &&str| {
        name.len() > 2 && name.ends_with('-') && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
    };
    quoted.map(|(before, _)| before).filter(is_family).collect()
}

#[test]
fn every_message_that_the_source_requests_exists() {
    let (source, ids) = (source(), ids());
    let requested: BTreeSet<&str> =
        CALLS.iter().flat_map(|call| words_after(&source, call)).filter(|id| id.contains('-')).collect();
    assert!(requested.len() > 50, "the source requests messages by calls that are not listed here");
    let missing: Vec<&&str> = requested.iter().filter(|id| !ids.contains(**id)).collect();
    assert!(missing.is_empty(), "no such message: {missing:?}");
}

#[test]
fn every_message_is_requested_by_the_source() {
    let source = source();
    let families = families(&source);
    let named = |word: &str| source.contains(&format!("\"{word}\""));
    let rules: BTreeSet<&str> = tolmach::pipeline::problems().iter().map(|one| one.samples[0].rule()).collect();
    let unused: Vec<String> = ids()
        .into_iter()
        .filter(|id| {
            // Messages of findings are checked with their problems.
            let used = match id.strip_prefix("rule-") {
                Some(rule) => rules.contains(rule),
                None if id.starts_with("finding-") => true,
                None => {
                    named(id)
                        || OPEN.iter().any(|family| id.starts_with(family))
                        || families.iter().any(|family| id.strip_prefix(family).is_some_and(named))
                }
            };
            !used
        })
        .collect();
    assert!(unused.is_empty(), "unused messages: {unused:?}");
}
