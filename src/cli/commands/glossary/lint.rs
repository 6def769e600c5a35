//! `tolmach glossary lint`

use crate::{
    cli::{
        app::App,
        args::{Format, Gate},
        exit::{Exit, Failure},
        worded::{gate, rendered, severities, worded_loose},
    },
    desk,
    glossary::{lint, unused},
};

/// Looks whether the glossary agrees with itself, and whether it is needed.
pub(super) fn run(app: &App, wanted: Gate, format: Format) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides_of(None, None, Some(wanted)))?;
    let (settings, resources) = (&workspace.settings, &workspace.resources);
    let concepts = &resources.termbase.concepts;
    let mut findings = resources.findings.clone();
    findings.extend(lint(concepts, &settings.source, &settings.targets, &resources.locales));
    findings.extend(resources.termbase.coincidences.iter().cloned());
    findings.extend(unused(concepts, &desk::term_uses(&workspace)?));
    let mut seen = std::collections::HashSet::new();
    findings.retain(|finding| {
        seen.insert((finding.place.file.clone(), finding.place.line, finding.id(), finding.args().to_vec()))
    });
    findings.sort_by(|a, b| (&a.place.file, a.place.line).cmp(&(&b.place.file, b.place.line)));
    let list = worded_loose(app, findings);
    app.deliver(&rendered(app, format, &list)?, None)?;
    if list.is_empty() {
        app.tell(&app.say("summary-no-findings", &[]));
    }
    Ok(gate(&workspace, severities(&list)))
}
