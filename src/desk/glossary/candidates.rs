//! Term candidates: names and phrases of the articles that the glossary lacks.

use super::{ExchangeFormat, files::read_concepts};
use crate::{
    desk::{DeskError, Workspace, workspace::load_all},
    glossary::{
        Candidate,
        exchange::{assign_ids, write as write_foreign},
        extract, phrase_rules,
    },
    model::{Concept, Locale, Pair, Term, Usage},
    project::ProjectError,
};

/// Returns names and phrases of the articles that the glossary lacks and that occur at least `least` times.
pub fn candidates(workspace: &Workspace, least: usize) -> Result<Vec<Candidate>, DeskError> {
    let mut sentences = Vec::new();
    for loaded in load_all(workspace)? {
        let article = &loaded.article;
        for (unit, segment) in article.translated() {
            let text = unit.text_of(segment).prose;
            let hits = workspace.resources.termbase.find(&article.locale, &text);
            sentences.push((text, hits.into_iter().map(|hit| hit.span).collect()));
        }
    }
    let rules =
        phrase_rules(&workspace.resources.locales, &workspace.settings.source).map_err(ProjectError::Profile)?;
    Ok(extract(&sentences, &rules, least.max(1)))
}

/// Writes candidates as a table that [`import`](super::import) reads (TSV), each with an unused id and a sentence as
/// its note.
pub fn table_of(workspace: &Workspace, candidates: &[Candidate]) -> Result<String, DeskError> {
    let source = &workspace.settings.source;
    let concepts = assign_ids(
        &read_concepts(workspace)?,
        candidates.iter().map(|candidate| concept_of(candidate, source)).collect(),
    );
    let pair = Pair { source: source.clone(), target: Locale::undetermined() };
    Ok(write_foreign(ExchangeFormat::Tsv, &concepts, &[], &pair))
}

/// Turns a candidate into a concept without an id.
fn concept_of(candidate: &Candidate, source: &Locale) -> Concept {
    let mut concept = Concept::new("", "", 0);
    concept.note = Some(format!("{}×: {}", candidate.count, candidate.sentence.trim()));
    concept.terms.insert(source.clone(), vec![Term::new(candidate.text.clone(), Usage::Preferred)]);
    concept
}
