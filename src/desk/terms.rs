//! The glossary held against the project's texts.

use super::{
    DeskError, Lanes, Loaded, Noted, Observer, Workspace, check::reviewed, contexts::Contexts, findings::placed,
    for_each,
};
use crate::{
    glossary::{Candidate, Termbase, Uses, extract, stops},
    pipeline::Segmenters,
};

pub use crate::glossary::Uses as TermUses;

/// Where the glossary's wordings stand in the project's articles and their translations.
pub fn term_uses(workspace: &Workspace) -> Result<Uses, DeskError> {
    let termbase = &workspace.resources.termbase;
    let mut uses = Uses::default();
    for loaded in loaded(workspace)? {
        let article = &loaded.article;
        let mut hits = Vec::new();
        for (unit, segment) in article.translated() {
            let found = termbase.find(&article.locale, &unit.text_of(segment).prose);
            let concepts: Vec<usize> = found.into_iter().map(|hit| hit.concept).collect();
            uses.used.extend(&concepts);
            hits.push((segment.id, concepts));
        }
        for locale in &workspace.settings.targets {
            let translation = workspace.store.translation(article, locale)?.translation;
            for (id, concepts) in &hits {
                let Some(target) = translation.targets.get(id) else { continue };
                uses.due.entry(locale.clone()).or_default().extend(concepts);
                let there = termbase.look(locale, &target.text.prose).all.into_iter().map(|hit| hit.concept);
                uses.translated.entry(locale.clone()).or_default().extend(there);
            }
        }
    }
    Ok(uses)
}

/// Names and phrases of the articles that the glossary lacks and that stand there `least` times or more.
pub fn candidates(workspace: &Workspace, least: usize) -> Result<Vec<Candidate>, DeskError> {
    let mut sentences = Vec::new();
    for loaded in loaded(workspace)? {
        let article = &loaded.article;
        for (unit, segment) in article.translated() {
            let text = unit.text_of(segment).prose;
            let hits = workspace.resources.termbase.find(&article.locale, &text);
            sentences.push((text, hits.into_iter().map(|hit| hit.span).collect()));
        }
    }
    Ok(extract(&sentences, &stops(&workspace.resources.locales, &workspace.settings.source), least.max(1)))
}

/// Everything that is wrong with the project's translations by another glossary, with the article's name.
pub fn wrong_with(
    workspace: &mut Workspace,
    termbase: Termbase,
    observer: &dyn Observer,
) -> Result<Vec<(String, Noted)>, DeskError> {
    workspace.resources.termbase = termbase;
    let workspace = &*workspace;
    let contexts = Contexts::new(&workspace.resources);
    let visited = for_each(
        workspace,
        &workspace.store.articles()?,
        Lanes::Articles,
        observer,
        |loaded, locale| {
            let stored = workspace.store.translation(&loaded.article, locale)?;
            let translation = stored.translation.clone();
            let review = reviewed(workspace, &contexts, loaded, stored, &translation);
            Ok(placed(loaded, locale, &review.stored, &translation, review.findings))
        },
        |_, locales| locales,
    )?;
    let mut wrong = Vec::new();
    for (slug, locales) in visited.articles {
        for (_, findings) in locales? {
            wrong.extend(findings?.into_iter().map(|noted| (slug.clone(), noted)));
        }
    }
    Ok(wrong)
}

/// Every article of the project; one that cannot be read is an error.
fn loaded(workspace: &Workspace) -> Result<Vec<Loaded>, DeskError> {
    let segmenters = Segmenters::new(&workspace.resources.locales);
    workspace.store.articles()?.iter().map(|slug| workspace.load(&segmenters, slug)).collect()
}
