//! Linting of a glossary: contradictions, and unused concepts.

use std::collections::HashSet;

use crate::{
    desk::{DeskError, Workspace, workspace::load_all},
    glossary::{Uses, lint as contradictions, unused},
    model::Finding,
};

/// Returns contradictions within a project's glossary or with the settings, and the concepts that no article and no
/// edition needs; each finding once, in the order of the files.
pub fn lint(workspace: &Workspace) -> Result<Vec<Finding>, DeskError> {
    let (settings, resources) = (&workspace.settings, &workspace.resources);
    let concepts = &resources.termbase.concepts;
    let mut findings = resources.findings();
    findings.extend(contradictions(
        concepts,
        &settings.source,
        &settings.targets,
        &resources.grammars,
        &resources.locales,
    ));
    findings.extend(resources.termbase.coincidences());
    findings.extend(unused(concepts, &collect_uses(workspace)?));
    let mut seen = HashSet::new();
    findings.retain(|finding| {
        seen.insert((finding.place.file.clone(), finding.place.line, finding.id(), finding.args().to_vec()))
    });
    findings.sort_by(|a, b| (&a.place.file, a.place.line).cmp(&(&b.place.file, b.place.line)));
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
            uses.used.extend(&concepts);
            hits.push((segment.id, concepts));
        }
        for locale in &workspace.settings.targets {
            let translation = workspace.store.translation(article, locale)?.translation;
            for (id, concepts) in &hits {
                let Some(target) = translation.targets.get(id) else { continue };
                uses.due.entry(locale.clone()).or_default().extend(concepts);
                let target_hits = termbase.look(locale, &target.text.prose).all.into_iter().map(|hit| hit.concept);
                uses.translated.entry(locale.clone()).or_default().extend(target_hits);
            }
        }
    }
    Ok(uses)
}
