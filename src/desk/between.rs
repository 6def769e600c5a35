//! What the editions of an article say of each other, whichever of them a command works on: two wordings of one concept, and
//! the odd one of three.

use std::sync::Arc;

use super::{Loaded, Stored, Workspace, contexts::Contexts, each::VisitedLocales, reviewed::Reviewed};
use crate::{
    check::{CheckedEdition, Context, across, mirror},
    model::{Finding, Locale, Origin, Side, Translation},
};

/// Returns the findings on each of these editions that show only beside the others. Editions that are not among them are read
/// from the store, so that a selection changes no finding; one that cannot be read is left out, as it is an error where it is
/// selected. An edition with placeholder drafts has made no choice, and is left out too.
pub(super) fn between_editions(
    workspace: &Workspace,
    contexts: &Contexts<'_>,
    loaded: &Loaded,
    translations: &[&Translation],
) -> Vec<Vec<Finding>> {
    let mut findings = vec![Vec::new(); translations.len()];
    let placeholders = workspace.registries.placeholders();
    let is_real = |translation: &&Translation| {
        !translation.targets.values().any(
            |target| matches!(&target.origin, Origin::Machine { engine } if placeholders.contains(&engine.as_str())),
        )
    };
    let is_given = |locale: &&Locale| translations.iter().any(|translation| translation.locale == **locale);
    let targets = &workspace.settings.all_targets;
    let read = |locale: &Locale| workspace.store.translation(&loaded.article, locale).ok().filter(Stored::exists);
    let others: Vec<Stored> = targets.iter().filter(|locale| !is_given(locale)).filter_map(read).collect();
    let others = others.iter().map(|stored| &stored.translation);
    let mut compared: Vec<&Translation> = translations.iter().copied().chain(others).filter(is_real).collect();
    compared.sort_by_key(|translation| targets.iter().position(|locale| *locale == translation.locale));
    let context_of = |translation: &&Translation| contexts.get(&loaded.article.locale, &translation.locale);
    let contexts: Vec<Arc<Context<'_>>> = compared.iter().map(context_of).collect();
    let editions: Vec<CheckedEdition<'_>> = compared
        .iter()
        .zip(&contexts)
        .map(|(translation, context)| CheckedEdition { context, article: &loaded.article, translation })
        .collect();
    for finding in across(&editions).into_iter().chain(mirror(&editions)) {
        for (translation, found) in translations.iter().zip(&mut findings) {
            // What is wrong with the article is said of every edition.
            let is_of_source = finding.place.side == Side::Source;
            if is_of_source || finding.place.locale.as_ref() == Some(&translation.locale) {
                let mut finding = finding.clone();
                finding.place.locale = Some(translation.locale.clone());
                found.push(finding);
            }
        }
    }
    findings
}

/// Adds to the reviews of the stored editions of an article what these say of each other.
pub(super) fn compare_reviewed(
    workspace: &Workspace,
    contexts: &Contexts<'_>,
    loaded: &Loaded,
    mut editions: VisitedLocales<Reviewed>,
) -> VisitedLocales<Reviewed> {
    let translations = editions.iter().filter_map(|(_, edition)| Some(&edition.as_ref().ok()?.stored.translation));
    let translations: Vec<&Translation> = translations.collect();
    let findings = between_editions(workspace, contexts, loaded, &translations);
    let reviews = editions.iter_mut().filter_map(|(_, edition)| edition.as_mut().ok());
    for (reviewed, found) in reviews.zip(findings).filter(|(_, found)| !found.is_empty()) {
        let translation = reviewed.stored.translation.clone();
        reviewed.add(workspace, loaded, &translation, found);
    }
    editions
}

/// Adds to the review of a translation alone what it and the other editions, as they are stored, say of each other.
pub(super) fn compare_alone(
    workspace: &Workspace,
    contexts: &Contexts<'_>,
    loaded: &Loaded,
    translation: &Translation,
    mut review: Reviewed,
) -> Reviewed {
    for found in between_editions(workspace, contexts, loaded, &[translation]) {
        review.add(workspace, loaded, translation, found);
    }
    review
}
