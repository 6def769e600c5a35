//! Names and phrases of the articles that the glossary lacks.

use super::{ExchangeFormat, files::own};
use crate::{
    desk::{DeskError, Workspace, workspace::load_all},
    glossary::{
        Candidate,
        exchange::{named, write as write_foreign},
        extract, stops,
    },
    model::{Concept, Locale, Pair, Term, Usage},
};

/// Names and phrases of the articles that the glossary lacks and that stand there `least` times or more.
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
    Ok(extract(&sentences, &stops(&workspace.resources.locales, &workspace.settings.source), least.max(1)))
}

/// Candidates as a table that [`import`](super::import) takes (TSV), each with an id that the glossary does not have and
/// a sentence for a note.
pub fn table_of(workspace: &Workspace, candidates: &[Candidate]) -> Result<String, DeskError> {
    let source = &workspace.settings.source;
    let concepts = named(&own(workspace)?, candidates.iter().map(|one| concept(one, source)).collect());
    let pair = Pair { source: source.clone(), target: Locale::undetermined() };
    Ok(write_foreign(ExchangeFormat::Tsv, &concepts, &[], &pair))
}

/// A candidate as a concept without an id.
fn concept(one: &Candidate, source: &Locale) -> Concept {
    let mut concept = Concept::new("", "", 0);
    concept.note = Some(format!("{}×: {}", one.count, one.sentence.trim()));
    concept.terms.insert(source.clone(), vec![Term::new(one.text.clone(), Usage::Preferred)]);
    concept
}
