//! The ids of messages: every one that the source names exists, and every one that exists is named there.
//!
//! A message is named in full (`"word-error"`), or by its family and a word: `format!("state-{…}")` and `"final"`.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use super::wording::messages;

/// Families whose last part is written in an article or is any rule's, so that the source names no member.
const OPEN: [&str; 1] = ["boilerplate-"];

/// How the source asks for a message.
const ASKS: [&str; 6] = [".say(\"", "say(words, \"", "say_count(words, \"", "words(\"", "words.say(\"", "say_words(\""];

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

/// The source with every run of white space as one space, so that a call broken into lines is found.
fn source() -> String {
    let mut text = String::new();
    read_all(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut text);
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace("( \"", "(\"")
}

fn ids() -> BTreeSet<String> {
    messages("en").into_keys().collect()
}

/// The words that stand behind a beginning, up to the closing quotation mark.
fn behind<'a>(source: &'a str, beginning: &str) -> BTreeSet<&'a str> {
    let ends = source.split(beginning).skip(1).filter_map(|rest| rest.split('"').next());
    ends.filter(|word| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')).collect()
}

/// The beginnings that the source completes: `state-` of `format!("state-{}")`.
fn families(source: &str) -> BTreeSet<&str> {
    let quoted = source.split('"').filter_map(|text| text.split_once('{'));
    let is_family = |name: &&str| {
        name.len() > 2 && name.ends_with('-') && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
    };
    quoted.map(|(before, _)| before).filter(is_family).collect()
}

#[test]
fn every_message_that_the_source_asks_for_exists() {
    let (source, ids) = (source(), ids());
    let asked: BTreeSet<&str> =
        ASKS.iter().flat_map(|ask| behind(&source, ask)).filter(|id| id.contains('-')).collect();
    assert!(asked.len() > 50, "the source asks for messages in a way that is not known here");
    let missing: Vec<&&str> = asked.iter().filter(|id| !ids.contains(**id)).collect();
    assert!(missing.is_empty(), "no such message: {missing:?}");
}

#[test]
fn every_message_is_asked_for_by_the_source() {
    let source = source();
    let families = families(&source);
    let named = |word: &str| source.contains(&format!("\"{word}\""));
    let rules: BTreeSet<&str> = tolmach::pipeline::problems().iter().map(|one| one.samples[0].rule()).collect();
    let unused: Vec<String> = ids()
        .into_iter()
        .filter(|id| {
            // What findings say is held by the problems that they are made of.
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
    assert!(unused.is_empty(), "nobody says these: {unused:?}");
}
