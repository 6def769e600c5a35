//! Findings get their words, and their files and lines.

use std::collections::BTreeMap;

use super::{
    app::{App, Workspace},
    args::Format,
    exit::{Exit, Failure},
};
use crate::{
    check::Context,
    model::{Article, Finding, Locale, Pair, SegmentId, Severity, Side, Translation},
    pipeline::{Accepted, language},
    report::findings::{self, Worded},
};

/// What the checks need for a pair of locales.
pub(super) fn context<'a>(workspace: &'a Workspace, source: &Locale, target: &Locale) -> Context<'a> {
    let profile = |locale: &Locale| language(workspace.resources.locales.profile(locale));
    let pair = Pair { source: source.clone(), target: target.clone() };
    Context::new(pair, profile(source), profile(target), &workspace.resources.termbase)
}

/// The findings that the project's settings accept.
pub(super) fn accepted(workspace: &Workspace) -> Vec<Accepted> {
    let entries = workspace.settings.ignores.iter();
    entries
        .map(|ignore| Accepted {
            rule: ignore.rule.clone(),
            locale: ignore.locale.clone(),
            segment: ignore.segment.clone(),
            text: ignore.text.clone(),
        })
        .collect()
}

/// Names the file and line of findings that know only their segment: the segment file's, or the article's.
pub(super) fn placed(
    workspace: &Workspace,
    article: &Article,
    locale: &Locale,
    segments: Option<&str>,
    findings: &mut [Finding],
) {
    let lines = segments.map(unit_lines).unwrap_or_default();
    let path = workspace.layout.segments(locale, &article.slug);
    let file = workspace.layout.name(&path);
    for finding in findings {
        if finding.place.locale.is_none() {
            finding.place.locale = Some(locale.clone());
        }
        if finding.place.file.is_none() {
            finding.place.file = Some(file.clone());
        }
        if finding.place.line.is_none()
            && let Some(id) = finding.place.segment
        {
            finding.place.line = lines.get(&id).copied();
        }
    }
}

/// The line on which each segment's `<trans-unit>` begins.
fn unit_lines(text: &str) -> BTreeMap<SegmentId, usize> {
    let mut lines = BTreeMap::new();
    for (index, line) in text.lines().enumerate() {
        for part in line.split("<trans-unit").skip(1) {
            let name = part.split_once("id=\"").and_then(|(_, rest)| rest.split_once('"')).map(|(name, _)| name);
            if let Some(id) = name.and_then(|name| name.parse().ok()) {
                lines.entry(id).or_insert(index + 1);
            }
        }
    }
    lines
}

/// Findings with their words and the text in which their spans count.
pub(super) fn worded(
    app: &App,
    article: Option<&Article>,
    translation: Option<&Translation>,
    findings: Vec<Finding>,
) -> Vec<Worded> {
    let sources: BTreeMap<SegmentId, String> = article
        .map(|article| article.segments().map(|(unit, segment)| (segment.id, unit.text_of(segment).prose)).collect())
        .unwrap_or_default();
    findings
        .into_iter()
        .map(|finding| {
            let text = finding.place.segment.and_then(|id| match finding.place.side {
                Side::Source => sources.get(&id).cloned(),
                Side::Target => Some(translation?.targets.get(&id)?.text.prose.clone()),
            });
            let reason = app.words.finding(&finding);
            let hint = finding.args.iter().find(|(name, _)| *name == "hint").map(|(_, hint)| hint.clone());
            Worded { finding, text: text.unwrap_or_default(), reason, hint }
        })
        .collect()
}

/// Findings as text in a format.
pub(super) fn rendered(app: &App, format: Format, list: &[Worded]) -> Result<String, Failure> {
    let format = match format {
        Format::Full => findings::Format::Full { color: app.color() },
        Format::Concise => findings::Format::Concise,
        Format::Json => findings::Format::Json,
        Format::Jsonl => findings::Format::Jsonl,
        Format::Github => findings::Format::Github,
        Format::Markdown | Format::Html => {
            return Err(Failure::usage(
                "findings are shown as full, concise, json, jsonl or github",
                "`tolmach run` writes a page for each edition",
            ));
        }
    };
    Ok(findings::render(format, list, &app.report_words()))
}

/// Whether any finding fails the gate.
pub(super) fn gate<'a>(workspace: &Workspace, severities: impl Iterator<Item = &'a Severity>) -> Exit {
    let mut severities = severities;
    if severities.any(|severity| workspace.fails(*severity)) { Exit::Findings } else { Exit::Clean }
}
