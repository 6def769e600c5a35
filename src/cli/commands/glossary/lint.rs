//! `tolmach glossary lint`

use crate::{
    cli::{
        app::{App, Workspace},
        args::{Format, Gate},
        exit::{Exit, Failure},
        worded::{gate, rendered, worded},
        work::{load, read_segments},
    },
    glossary::{Uses, lint, unused},
    pipeline::Segmenters,
};

/// Looks whether the glossary agrees with itself, and whether it is needed.
pub(super) fn run(app: &App, wanted: Gate, format: Format) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides_of(None, None, Some(wanted)))?;
    let (settings, resources) = (&workspace.settings, &workspace.resources);
    let concepts = &resources.termbase.concepts;
    let mut findings = resources.findings.clone();
    findings.extend(lint(concepts, &settings.source, &settings.targets, &resources.locales));
    findings.extend(resources.termbase.coincidences.iter().cloned());
    findings.extend(unused(concepts, &uses(&workspace)?));
    let mut seen = std::collections::HashSet::new();
    findings.retain(|finding| seen.insert((finding.place.file.clone(), finding.place.line, finding.args.clone())));
    findings.sort_by(|a, b| (&a.place.file, a.place.line).cmp(&(&b.place.file, b.place.line)));
    let list = worded(app, None, None, findings);
    app.deliver(&rendered(app, format, &list)?, None)?;
    if list.is_empty() {
        app.tell(&app.say("summary-no-findings", &[]));
    }
    Ok(gate(&workspace, list.iter().map(|worded| &worded.finding.severity)))
}

/// Where the glossary's wordings stand in the project's articles and their translations.
fn uses(workspace: &Workspace) -> Result<Uses, Failure> {
    let segmenters = Segmenters::new(&workspace.resources.locales);
    let termbase = &workspace.resources.termbase;
    let mut uses = Uses::default();
    for slug in crate::project::slugs(&workspace.layout)? {
        let article = load(workspace, &segmenters, &slug)?.article;
        let mut hits = Vec::new();
        for (unit, segment) in article.translated() {
            let found = termbase.find(&article.locale, &unit.text_of(segment).prose);
            let found: Vec<usize> = found.into_iter().map(|hit| hit.concept).collect();
            uses.used.extend(&found);
            hits.push((segment.id, found));
        }
        for locale in &workspace.settings.targets {
            let translation = read_segments(workspace, &article, locale)?.translation;
            for (id, found) in &hits {
                let Some(target) = translation.targets.get(id) else { continue };
                uses.due.entry(locale.clone()).or_default().extend(found);
                let there = termbase.look(locale, &target.text.prose).all.into_iter().map(|hit| hit.concept);
                uses.translated.entry(locale.clone()).or_default().extend(there);
            }
        }
    }
    Ok(uses)
}
