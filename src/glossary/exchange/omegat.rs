//! `OmegaT`'s glossary format: a line per pair with source, target and comment, separated by tabs; `#` begins a remark.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::model::{Concept, Pair, Parsed, Severity, Term, Usage};

use super::{
    super::{read::trim, write::with_usage},
    ImportProblem, finding,
    ids::Ids,
};

/// Reads the glossary of a pair of locales. Lines with the same source are one concept: the first target is preferred,
/// the others admitted; the comments become its note.
pub(super) fn read(path: &str, text: &str, pair: &Pair) -> Parsed<Vec<Concept>> {
    let mut concepts: Vec<Concept> = Vec::new();
    let mut findings = Vec::new();
    let mut ids = Ids::default();
    let mut index_by_source: HashMap<String, usize> = HashMap::new();
    // The targets and comments that each concept already has.
    let mut targets_seen: HashSet<(usize, &str)> = HashSet::new();
    let mut comments_seen: HashSet<(usize, &str)> = HashSet::new();
    for (index, row) in text.lines().enumerate() {
        let line = index + 1;
        if row.starts_with('#') || trim(row).is_empty() {
            continue;
        }
        let mut cells = row.split('\t').map(trim);
        let (source, target) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
        if source.is_empty() || target.is_empty() {
            findings.push(finding(path, line, Severity::Major, ImportProblem::BadLine));
            continue;
        }
        let comment = cells.next().filter(|comment| !comment.is_empty());
        let at = *index_by_source.entry(source.to_owned()).or_insert_with(|| {
            let mut terms = BTreeMap::new();
            terms.insert(pair.source.clone(), vec![Term { line, ..Term::new(source, Usage::Preferred) }]);
            concepts.push(Concept { terms, ..Concept::new(ids.derive(source), path, line) });
            concepts.len() - 1
        });
        let Some(concept) = concepts.get_mut(at) else { continue };
        let targets = concept.terms.entry(pair.target.clone()).or_default();
        if targets_seen.insert((at, target)) {
            let usage = if targets.is_empty() { Usage::Preferred } else { Usage::Admitted };
            targets.push(Term { line, ..Term::new(target, usage) });
        }
        if let Some(comment) = comment.filter(|comment| comments_seen.insert((at, comment))) {
            match &mut concept.note {
                Some(note) => {
                    note.push('\n');
                    note.push_str(comment);
                }
                None => concept.note = Some(comment.to_owned()),
            }
        }
    }
    Parsed { value: concepts, findings }
}

/// Writes a line for each pair of preferred or admitted source and target wordings; definition, note and refused
/// wordings form the comment.
pub(super) fn write(concepts: &[Concept], pair: &Pair) -> String {
    let mut out = String::new();
    for concept in concepts {
        let accepted =
            |locale| with_usage(concept, locale, Usage::Preferred).chain(with_usage(concept, locale, Usage::Admitted));
        let refused: Vec<&str> = with_usage(concept, &pair.target, Usage::Deprecated)
            .chain(with_usage(concept, &pair.target, Usage::Forbidden))
            .map(|term| term.text.as_str())
            .collect();
        let refused = (!refused.is_empty()).then(|| format!("≠ {}", refused.join(", ")));
        let comment: Vec<String> =
            [concept.definition.clone(), concept.note.clone(), refused].into_iter().flatten().collect();
        let comment = comment.join(" · ");
        for source in accepted(&pair.source) {
            for target in accepted(&pair.target) {
                let cells = [source.text.as_str(), target.text.as_str(), comment.as_str()].map(one_line);
                let end = if comment.is_empty() { 2 } else { 3 };
                out.push_str(&cells.iter().take(end).map(String::as_str).collect::<Vec<_>>().join("\t"));
                out.push('\n');
            }
        }
    }
    out
}

fn one_line(text: &str) -> String {
    let line = text.replace(['\t', '\n', '\r'], " ");
    // A wording that begins with `#` would be read as a remark.
    if line.starts_with('#') { format!("\u{200b}{line}") } else { line }
}
