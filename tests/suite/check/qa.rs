//! Cases of other tools' checks: what they report, the rule of the same purpose reports, and what they pass, it passes.
//!
//! A row is `id tool check source target flags expected lang`, the texts as JSON. `TOLMACH_QA_CASES` names a folder with
//! more of them (`*.tsv`); of those, the checks that prose has are run, and one in ten may differ
//! (`docs/rules.md` says where and why). Where one check passes what another of the same purpose reports, it is reported.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
};

use serde::Deserialize;
use tolmach::{check::check_segment, glossary::Termbase, model::Text};

use super::{codes::block, context};
use crate::cases;

/// The rules that have the purpose of another tool's check, by its name.
#[derive(Deserialize)]
struct Purpose {
    check: String,
    rules: Vec<String>,
    #[serde(default)]
    markdown: bool,
}

#[derive(Deserialize)]
struct Purposes {
    purpose: Vec<Purpose>,
}

struct Row {
    id: String,
    check: String,
    source: String,
    target: String,
    flags: String,
    fails: bool,
    language: String,
}

fn rows(table: &str) -> Vec<Row> {
    let row = |line: &str| -> Option<Row> {
        let cells: Vec<&str> = line.split('\t').collect();
        let text = |at: usize| serde_json::from_str::<String>(cells.get(at)?).ok();
        Some(Row {
            id: (*cells.first()?).to_owned(),
            check: (*cells.get(2)?).to_owned(),
            source: text(3)?,
            target: text(4)?,
            flags: text(5)?,
            fails: *cells.get(6)? == "fail",
            language: cells.get(7).map(|cell| (*cell).to_owned()).unwrap_or_default(),
        })
    };
    table.lines().skip(1).filter_map(row).collect()
}

/// Whether a case is prose between languages of our kind: a sentence or a heading, no identifiers; no other script, no
/// language that doubles its words, no option of the other tool; a source.
fn is_prose(row: &Row) -> bool {
    let is_other_script = |c: char| {
        let is_ours = matches!(c, '\0'..='\u{24f}' | '\u{400}'..='\u{52f}');
        (c.is_alphanumeric() && !is_ours) || matches!(c, '\u{ff00}'..='\u{ffef}')
    };
    let options = ["flags=", "placeholders:", "words=", "True", "rst-text", "targetlanguage='st'"];
    let has_options = options.iter().any(|flag| row.flags.contains(flag));
    let is_ours = !["ja", "hy", "my"].contains(&row.language.as_str());
    let is_sentence = row.source.starts_with(char::is_uppercase) || row.source.ends_with(['.', '?', '!', '…', ':']);
    !has_options && is_ours && is_sentence && !(row.source.clone() + &row.target).contains(is_other_script)
}

#[test]
fn rules_agree_with_the_checks_of_other_tools() {
    let Purposes { purpose: purposes } = cases::table::<Purposes>("check/purposes.toml");
    let by_check: BTreeMap<&str, &Purpose> = purposes.iter().map(|purpose| (purpose.check.as_str(), purpose)).collect();
    let mut tables = vec![(cases::text("check/purposes.tsv"), usize::MAX)];
    if let Some(folder) = env::var_os("TOLMACH_QA_CASES") {
        let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        let all: Vec<String> = paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
        tables.push((all.join("\n"), 10));
    }
    let termbase = Termbase::default();
    let (ours, latin) = (context(&termbase, "uk"), context(&termbase, "en"));
    for (table, one_in) in tables {
        let (mut count, mut differing) = (0, Vec::new());
        let rows = rows(&table);
        let key = |row: &Row| {
            let rules = by_check.get(row.check.as_str()).map(|purpose| purpose.rules.clone());
            (row.source.clone(), row.target.clone(), rules)
        };
        let failing: BTreeSet<_> = rows.iter().filter(|row| row.fails).map(key).collect();
        for row in rows.iter().filter(|row| is_prose(row)) {
            let Some(purpose) = by_check.get(row.check.as_str()) else { continue };
            let text = |text: &str| if purpose.markdown { block(text) } else { Text::plain(text) };
            let is_cyrillic = row.target.contains(|c: char| ('\u{400}'..'\u{530}').contains(&c));
            let context = if is_cyrillic || row.target == row.source { &ours } else { &latin };
            let findings = check_segment(context, &text(&row.source), &text(&row.target));
            let found = findings.iter().any(|finding| purpose.rules.iter().any(|rule| rule == finding.rule()));
            count += 1;
            if found != failing.contains(&key(row)) {
                differing.push(format!("{} {}: {:?} -> {:?}: {found}", row.id, row.check, row.source, row.target));
            }
        }
        let allowed = count / one_in;
        assert!(differing.len() <= allowed, "{} of {count} differ\n{}", differing.len(), differing.join("\n"));
    }
}
