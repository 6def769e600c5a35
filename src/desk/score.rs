//! Scores of a project's drafts and editions.

use std::collections::BTreeMap;

use super::{DeskError, Loaded, Notice, Observer, Parallelism, StoredDrafts, Workspace, for_each};
use crate::{
    model::{Locale, Pair, State, Target, Translation},
    score::{ScoreRow, ScoredText, Scores, Tally, glossary_uses},
};

/// The scores of a project.
#[derive(Debug)]
pub struct ProjectScores {
    /// By locale, the edition before its drafts.
    pub rows: Vec<ScoreRow>,
    /// All editions.
    pub editions: Scores,
    /// All drafts.
    pub drafts: Scores,
    /// Errors for what could not be scored.
    pub errors: Vec<DeskError>,
}

/// The key of a row.
type RowKey = (Locale, ScoredText, Option<String>);

/// Scores the articles of a selection in every target locale.
///
/// Editions are compared with the glossary. The first drafts of machines are compared with the glossary, and with what people
/// made of them: the reference of a draft is the target that a person has written, corrected or confirmed. With `engines`,
/// drafts are told apart by the engine that wrote them. Placeholders, and targets of an earlier sentence, are not scored.
pub fn score(
    workspace: &Workspace,
    slugs: &[String],
    engines: bool,
    observer: &dyn Observer,
) -> Result<ProjectScores, DeskError> {
    for finding in &workspace.glossary_findings() {
        observer.notice(&Notice::GlossaryFault(Box::new(finding.clone())));
    }
    let visited = for_each(
        workspace,
        slugs,
        Parallelism::Articles,
        observer,
        |loaded, locale| score_translation(workspace, loaded, locale, engines, observer),
        |_, locales| locales,
    )?;
    let mut tallies: BTreeMap<RowKey, Tally> = BTreeMap::new();
    let mut errors = Vec::new();
    for (_, article) in visited.articles {
        let locales = match article {
            Ok(locales) => locales,
            Err(error) => {
                errors.push(error);
                continue;
            }
        };
        for (_, scored) in locales {
            match scored {
                Ok(scored) => scored.iter().for_each(|(key, tally)| tallies.entry(key.clone()).or_default().add(tally)),
                Err(error) => errors.push(error),
            }
        }
    }
    let total = |text: ScoredText| {
        let mut sum = Tally::default();
        tallies.iter().filter(|((_, of, _), _)| *of == text).for_each(|(_, tally)| sum.add(tally));
        sum.scores()
    };
    let (editions, drafts) = (total(ScoredText::Edition), total(ScoredText::Drafts));
    let row = |((locale, text, engine), tally): (&RowKey, &Tally)| ScoreRow {
        locale: locale.clone(),
        text: Some(*text),
        engine: engine.clone(),
        scores: tally.scores(),
    };
    Ok(ProjectScores { rows: tallies.iter().map(row).collect(), editions, drafts, errors })
}

/// Counts an article's edition and drafts in one locale.
fn score_translation(
    workspace: &Workspace,
    loaded: &Loaded,
    locale: &Locale,
    engines: bool,
    observer: &dyn Observer,
) -> Result<BTreeMap<RowKey, Tally>, DeskError> {
    let article = &loaded.article;
    let translation: Translation = workspace.store.translation(article, locale)?.translation;
    let StoredDrafts { drafts, findings, .. } = workspace.store.drafts(&article.slug, locale)?;
    for finding in findings {
        observer.notice(&Notice::MemoryFault(Box::new(finding)));
    }
    let placeholders = workspace.registries.placeholders();
    let drafts: BTreeMap<_, _> = drafts.into_iter().flatten().map(|draft| (draft.id, draft)).collect();
    let pair = Pair { source: article.locale.clone(), target: locale.clone() };
    let termbase = &workspace.resources.termbase;
    let mut tallies: BTreeMap<RowKey, Tally> = BTreeMap::new();
    for (unit, segment) in article.translated() {
        let source = unit.text_of(segment);
        let target = translation.targets.get(&segment.id).filter(|target| is_scored(target, &placeholders));
        if let Some(target) = target {
            let terms = glossary_uses(termbase, &pair, &source.prose, &target.text.prose);
            let key = (locale.clone(), ScoredText::Edition, None);
            tallies.entry(key).or_default().add(&Tally::of("", None, terms));
        }
        let draft = drafts.get(&segment.id).filter(|draft| !placeholders.contains(&draft.engine.as_str()));
        if let Some(draft) = draft {
            let reference = target.filter(|target| is_from_a_person(target));
            let reference = reference.map(|target| target.text.readable_beside(&source));
            let terms = glossary_uses(termbase, &pair, &source.prose, &draft.target.prose);
            let tally = Tally::of(&draft.target.readable_beside(&source), reference.as_deref(), terms);
            let key = (locale.clone(), ScoredText::Drafts, engines.then(|| draft.engine.clone()));
            tallies.entry(key).or_default().add(&tally);
        }
    }
    Ok(tallies)
}

/// Whether a target is a translation of the sentence that the article has.
fn is_scored(target: &Target, placeholders: &[&str]) -> bool {
    !target.text.prose.trim().is_empty() && !target.is_stale() && !target.is_drafted_by(placeholders)
}

/// Whether a person wrote, corrected or confirmed a target.
fn is_from_a_person(target: &Target) -> bool {
    target.state >= State::Translated && !target.is_draft()
}
