//! What several commands do alike: read an article, its segment file in a locale, and save it.

use std::path::PathBuf;

use super::{
    app::Workspace,
    exit::{Exit, Failure},
};
use crate::{
    bilingual::{BilingualError, refresh, xliff},
    model::{Article, Finding, Locale, Pair, SegmentId, Translation},
    pipeline::{Segmenters, note, prepare},
    project::{load_article, read_text, write_if_changed},
    segment::SegmentError,
    source::refuse_conflict,
};

/// An article that was read.
pub(crate) struct Loaded {
    /// The article.
    pub(crate) article: Article,
    /// What was wrong in its file.
    pub(crate) findings: Vec<Finding>,
}

/// A segment file that was read, or would be there.
pub(crate) struct SegmentFile {
    /// Its path.
    pub(crate) path: PathBuf,
    /// Its text, where it is there.
    pub(crate) text: Option<String>,
    /// What it holds for the article as it now is.
    pub(crate) translation: Translation,
    /// What was wrong in it.
    pub(crate) findings: Vec<Finding>,
}

impl From<SegmentError> for Failure {
    fn from(error: SegmentError) -> Self {
        Self::from_error(&error, Some(error.hint().to_owned()), Exit::Usage)
    }
}

/// A failure about a bilingual file.
pub(crate) fn bilingual_failure(name: &str, error: &BilingualError) -> Failure {
    let mut failure = Failure::from_error(error, Some(error.hint().to_owned()), Exit::Usage);
    failure.message = format!("{name}: {}", failure.message);
    failure
}

/// Reads and segments an article of the project.
pub(crate) fn load(workspace: &Workspace, segmenters: &Segmenters<'_>, slug: &str) -> Result<Loaded, Failure> {
    let text = load_article(&workspace.layout, slug)?;
    let name = workspace.layout.name(&workspace.layout.article(slug));
    refuse_conflict(&text).map_err(|error| {
        let mut failure = Failure::from_error(&error, Some(error.hint().to_owned()), Exit::Usage);
        failure.message = format!("{name}: {error}");
        failure
    })?;
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        return Err(Failure::usage(format!("{name}: the article is empty"), "write it, or remove the file"));
    }
    let parsed = prepare(slug, text, &workspace.format, segmenters)?;
    let mut findings = parsed.findings;
    for finding in &mut findings {
        finding.place.file = Some(name.clone());
    }
    Ok(Loaded { article: parsed.value, findings })
}

/// Reads the segment file of an article in a locale.
pub(crate) fn read_segments(workspace: &Workspace, article: &Article, locale: &Locale) -> Result<SegmentFile, Failure> {
    let path = workspace.layout.segments(locale, &article.slug);
    if !path.exists() {
        let translation = Translation::empty(locale.clone());
        return Ok(SegmentFile { path, text: None, translation, findings: Vec::new() });
    }
    let name = workspace.layout.name(&path);
    let text = read_text(&path)?;
    refuse_conflict(&text).map_err(|error| Failure::usage(format!("{name}: {error}"), error.hint()))?;
    let parsed = xliff::read(&text).map_err(|error| bilingual_failure(&name, &error))?;
    let file = &parsed.value;
    let wrong = |expected: String, found: String, what: fn(String, String) -> BilingualError| {
        bilingual_failure(&name, &what(expected, found))
    };
    if let Some(found) = file.target.as_ref().filter(|found| *found != locale) {
        return Err(wrong(locale.to_string(), found.to_string(), |expected, found| BilingualError::WrongLocale {
            expected,
            found,
        }));
    }
    if file.slug() != article.slug {
        return Err(wrong(article.slug.clone(), file.original.clone(), |expected, found| {
            BilingualError::WrongArticle { expected, found }
        }));
    }
    let translation = refresh(article, locale, file);
    let mut findings = parsed.findings;
    for finding in &mut findings {
        finding.place.file = Some(name.clone());
        finding.place.locale = Some(locale.clone());
    }
    Ok(SegmentFile { path, text: Some(text), translation, findings })
}

/// The segment file's text with this translation in it.
pub(crate) fn segments_text(
    workspace: &Workspace,
    article: &Article,
    file: &SegmentFile,
    translation: &Translation,
) -> Result<String, Failure> {
    let pair = Pair { source: article.locale.clone(), target: translation.locale.clone() };
    let notes = notes(workspace, article, &pair);
    let told = |id: SegmentId| notes.get(&id).filter(|note| !note.is_empty()).cloned();
    let settings = xliff::Settings::of(article);
    match &file.text {
        Some(existing) => xliff::update(existing, article, translation, &told, &settings)
            .map_err(|error| bilingual_failure(&workspace.layout.name(&file.path), &error)),
        None => Ok(xliff::write(article, translation, &told, &settings)),
    }
}

/// Saves a translation into its segment file; says whether anything changed.
pub(crate) fn save_segments(
    workspace: &Workspace,
    article: &Article,
    file: &SegmentFile,
    translation: &Translation,
) -> Result<bool, Failure> {
    let text = segments_text(workspace, article, file, translation)?;
    Ok(write_if_changed(&file.path, text.as_bytes())?)
}

/// The one note of each segment: the terms in it, a speaker's own words.
fn notes(workspace: &Workspace, article: &Article, pair: &Pair) -> std::collections::BTreeMap<SegmentId, String> {
    article
        .translated()
        .map(|(unit, segment)| {
            let mut lines = note(&workspace.resources.termbase, pair, &unit.text_of(segment).prose);
            for hint in crate::pipeline::original_hints(unit, &segment.span, &pair.target) {
                lines.push(format!("“{}” = {}", hint.source, hint.target));
            }
            (segment.id, lines.join("\n"))
        })
        .collect()
}
