//! Linting of a glossary: contradictions, unused concepts, open classes.

use std::collections::HashSet;

use rayon::prelude::*;

use super::classes::{Dictionaries, open_classes, order_choices};
use crate::{
    desk::{DeskError, Workspace, workspace::load_all},
    glossary::{OpenClass, Uses, lint as contradictions, open_class_advice, unused},
    model::{Concept, Finding, Locale, Term},
};

/// Returns contradictions within a project's glossary or with the settings, and the concepts that no article and no
/// edition needs; each finding once, in the order of the files.
///
/// Behind them follow the terms whose class is open, the most used first: `listed` of them, and the number of the rest.
pub fn lint(workspace: &Workspace, listed: usize) -> Result<Vec<Finding>, DeskError> {
    let (settings, resources) = (&workspace.settings, &workspace.resources);
    let concepts = &resources.termbase.concepts;
    let mut findings = resources.findings(resources.termbase.known_locales());
    findings.extend(contradictions(
        concepts,
        &settings.source,
        &settings.targets,
        &resources.grammars,
        &resources.locales,
    ));
    findings.extend(resources.termbase.coincidences());
    let uses = collect_uses(workspace)?;
    findings.extend(unused(concepts, &uses));
    let mut seen = HashSet::new();
    findings.retain(|finding| {
        seen.insert((finding.place.file.clone(), finding.place.line, finding.id(), finding.args().to_vec()))
    });
    findings.sort_by(|a, b| (&a.place.file, a.place.line).cmp(&(&b.place.file, b.place.line)));
    let of_concept = |(at, concept): (usize, &Concept)| {
        let forms = |locale: &Locale, term: &Term| resources.termbase.fresh_forms(locale, concept, term);
        let open = open_classes(concept, (&resources.grammars, &resources.locales), forms);
        open.into_iter().map(move |open| (at, open)).collect::<Vec<_>>()
    };
    let mut open: Vec<(usize, OpenClass)> = concepts.par_iter().enumerate().flat_map_iter(of_concept).collect();
    open.sort_by_cached_key(|(at, open)| std::cmp::Reverse(uses.count(&open.locale, *at)));
    let more = open.len().saturating_sub(listed);
    let mut open: Vec<OpenClass> = open.into_iter().take(listed).map(|(_, open)| open).collect();
    order_choices(&mut open, &resources.locales, &mut Dictionaries::new());
    findings.extend(open_class_advice(open, more));
    Ok(findings)
}

/// Collects where the glossary's terms occur in the project's articles and their translations.
fn collect_uses(workspace: &Workspace) -> Result<Uses, DeskError> {
    let termbase = &workspace.resources.termbase;
    let mut uses = Uses::default();
    for loaded in load_all(workspace)? {
        let article = &loaded.article;
        let mut hits = Vec::new();
        for (unit, segment) in article.translated() {
            let source_hits = termbase.find(&article.locale, &unit.text_of(segment).prose);
            let concepts: Vec<usize> = source_hits.into_iter().map(|hit| hit.concept).collect();
            for concept in &concepts {
                *uses.used.entry(*concept).or_default() += 1;
            }
            hits.push((segment.id, concepts));
        }
        for locale in &workspace.settings.targets {
            let translation = workspace.store.translation(article, locale)?.translation;
            for (id, concepts) in &hits {
                let Some(target) = translation.targets.get(id) else { continue };
                uses.due.entry(locale.clone()).or_default().extend(concepts);
                let translated = uses.translated.entry(locale.clone()).or_default();
                for hit in termbase.look(locale, &target.text.prose).all {
                    *translated.entry(hit.concept).or_default() += 1;
                }
            }
        }
    }
    Ok(uses)
}
