//! What is wrong with the translations of a project.

use std::sync::Arc;

use super::{
    DeskError, Lanes, Loaded, Noted, Observer, Stored, Workspace,
    cached::{Cached, Keepable, for_each_cached},
    contexts::Contexts,
    findings::{loose, of_article, once_in_the_source, placed},
};
use crate::{
    check::{CheckedEdition, Context, across},
    model::{Finding, Origin, Place, Severity, Translation, cut},
    pipeline::{UnusedIgnoreProblem, review},
};

/// What a check gives.
#[derive(Debug)]
pub struct Checked {
    /// Every finding: the glossary's, then each article's in reading order, then those about the settings.
    pub findings: Vec<Noted>,
    /// What could not be checked.
    pub errors: Vec<DeskError>,
}

/// A translation with what is wrong in it.
pub(super) struct Reviewed {
    pub(super) stored: Stored,
    pub(super) findings: Vec<Finding>,
    /// For each entry that the settings accept, how many findings it took away.
    pub(super) accepted: Vec<usize>,
}

/// Checks translations against article, glossary and locale; `whole` says that no article and no locale was left out,
/// so that an exception which matches nothing can be reported.
pub fn check(
    workspace: &Workspace,
    slugs: &[String],
    whole: bool,
    observer: &dyn Observer,
) -> Result<Checked, DeskError> {
    let contexts = Contexts::new(&workspace.resources);
    let visited = for_each_cached(
        &Cached::open(workspace, "check", [], observer),
        slugs,
        Lanes::Articles,
        |loaded, locale| {
            let stored = workspace.store.translation(&loaded.article, locale)?;
            let translation = stored.translation.clone();
            Ok(reviewed(workspace, &contexts, loaded, stored, &translation))
        },
        |loaded, locales| {
            of_editions(workspace, &contexts, loaded, locales.into_iter().map(|(_, result)| result).collect())
        },
    )?;
    let mut findings = loose(workspace.resources.findings.clone());
    let mut accepted = vec![0; workspace.settings.ignores.len()];
    let mut errors = Vec::new();
    for (_, result) in visited.articles {
        match result {
            Ok(article) => {
                findings.extend(article.findings);
                errors.extend(article.errors);
                accepted.iter_mut().zip(article.accepted).for_each(|(sum, count)| *sum += count);
            }
            Err(error) => errors.push(error),
        }
    }
    if whole {
        findings.extend(loose(unused_ignores(workspace, &accepted)));
    }
    Ok(Checked { findings, errors })
}

/// Looks at a translation as it is kept, or as it is to be.
pub(super) fn reviewed(
    workspace: &Workspace,
    contexts: &Contexts<'_>,
    loaded: &Loaded,
    stored: Stored,
    translation: &Translation,
) -> Reviewed {
    let context = contexts.get(&loaded.article.locale, &translation.locale);
    let placeholders = workspace.registries.placeholders();
    let review = review(&context, &loaded.article, translation, &placeholders, &workspace.accepted());
    let findings = stored.findings.iter().cloned().chain(review.findings).collect();
    Reviewed { stored, findings, accepted: review.accepted }
}

/// The findings of one article.
struct OfArticle {
    findings: Vec<Noted>,
    accepted: Vec<usize>,
    errors: Vec<DeskError>,
}

impl Keepable for OfArticle {
    type Kept = (Vec<Noted>, Vec<usize>);

    fn keep(&self) -> Option<Self::Kept> {
        self.errors.is_empty().then(|| (self.findings.clone(), self.accepted.clone()))
    }

    fn take((findings, accepted): Self::Kept, _: &Workspace) -> Option<Self> {
        Some(Self { findings, accepted, errors: Vec::new() })
    }
}

fn of_editions(
    workspace: &Workspace,
    contexts: &Contexts<'_>,
    loaded: &Loaded,
    editions: Vec<Result<Reviewed, DeskError>>,
) -> OfArticle {
    let mut findings = of_article(loaded);
    let mut accepted = vec![0; workspace.settings.ignores.len()];
    let mut errors = Vec::new();
    let mut good = Vec::new();
    for edition in editions {
        match edition {
            Ok(Reviewed { stored, findings: found, accepted: counts }) => {
                let locale = stored.translation.locale.clone();
                findings.extend(placed(loaded, &locale, &stored, &stored.translation, found));
                accepted.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
                good.push(stored);
            }
            Err(error) => errors.push(error),
        }
    }
    let (between, counts) = across_editions(workspace, contexts, loaded, &good);
    findings.extend(between);
    accepted.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
    OfArticle { findings: once_in_the_source(findings), accepted, errors }
}

/// What the editions of one article do differently, and how many findings each accepted entry took away. An edition
/// that only holds the places of targets has made no choice.
fn across_editions(
    workspace: &Workspace,
    contexts: &Contexts<'_>,
    loaded: &Loaded,
    editions: &[Stored],
) -> (Vec<Noted>, Vec<usize>) {
    let placeholders = workspace.registries.placeholders();
    let holds_a_place = |translation: &Translation| {
        translation.targets.values().any(
            |target| matches!(&target.origin, Origin::Machine { engine } if placeholders.contains(&engine.as_str())),
        )
    };
    let editions: Vec<&Stored> = editions.iter().filter(|stored| !holds_a_place(&stored.translation)).collect();
    let of = |stored: &&Stored| contexts.get(&loaded.article.locale, &stored.translation.locale);
    let contexts: Vec<Arc<Context<'_>>> = editions.iter().map(of).collect();
    let choices: Vec<CheckedEdition<'_>> = editions
        .iter()
        .zip(&contexts)
        .map(|(stored, context)| CheckedEdition { context, translation: &stored.translation })
        .collect();
    let accepted = workspace.accepted();
    let mut counts = vec![0; accepted.len()];
    let mut list = Vec::new();
    for finding in across(&choices) {
        let edition = editions.iter().find(|stored| finding.place.locale.as_ref() == Some(&stored.translation.locale));
        let Some(stored) = edition else { continue };
        let marked = finding.place.segment.and_then(|id| stored.translation.targets.get(&id));
        let marked = marked.map(|target| cut(&target.text.prose, &finding.place.span));
        if let Some(entry) = accepted.iter().position(|entry| entry.covers(&finding, marked)) {
            counts.iter_mut().skip(entry).take(1).for_each(|count| *count += 1);
            continue;
        }
        let translation = &stored.translation;
        list.extend(placed(loaded, &translation.locale, stored, translation, vec![finding]));
    }
    (list, counts)
}

/// An exception that matches nothing hides the next real finding.
fn unused_ignores(workspace: &Workspace, accepted: &[usize]) -> Vec<Finding> {
    let unused = workspace.settings.ignores.iter().zip(accepted).filter(|(_, count)| **count == 0);
    let finding = |rule: &str| {
        let place = Place { file: Some("tolmach.toml".to_owned()), ..Place::default() };
        Finding::new(UnusedIgnoreProblem { rule: rule.to_owned() }, Severity::Minor, place)
    };
    unused.map(|(ignore, _)| finding(&ignore.rule)).collect()
}
