//! The main job: translate, check, build, report.

use std::collections::BTreeMap;

use super::{
    Built, DeskError, EditionStatus, FindingWithText, Leftovers, Loaded, Observer, Outcome, Parallelism,
    TranslateOptions, Translator, WaivedFinding, Workspace,
    between::between_editions,
    build::{assemble_edition, fix_slug, refusal, sort_editions, unselected_editions, write_edition},
    cached::{Cacheable, ResultCache, for_each_cached},
    contexts::Contexts,
    each::VisitedLocales,
    findings::{article_findings, drop_accepted, locate, without_text, worded},
    leftovers,
    readiness::readiness,
    reviewed::{Reviewed, review_translation},
    waivers::{SideWaivers, Waivers, locate_waived},
};
use crate::{
    edition::{Edition, Missing, RefusedSegment},
    messages::{Messages, Value},
    model::{Finding, Locale, Readiness, SegmentId, Severity, Side, Translation},
    pipeline::{accepts, term_hits},
    project::{Fingerprint, holds, read_if_there, template, write_if_changed},
    report::{Html, Json, Renderer, RunInput, RunReport, TermHit, findings::WordedFinding, run_page, run_report},
};

/// The result of a run.
#[derive(Debug)]
pub struct RunResult {
    /// Findings in the glossary's files.
    pub glossary: Vec<FindingWithText>,
    /// The articles in order; one that could not be read is an error.
    pub articles: Vec<(String, Result<ArticleRun, DeskError>)>,
    /// Files of translations that wait for a person.
    pub leftovers: Leftovers,
    /// Whether the user stopped the run.
    pub stopped: bool,
}

/// The outcome for one article.
#[derive(Debug)]
pub struct ArticleRun {
    /// Findings in the article's file.
    pub findings: Vec<FindingWithText>,
    /// Its editions, in the order of the project's locales.
    pub editions: Vec<EditionRun>,
    /// Errors that prevented part of the work.
    pub errors: Vec<DeskError>,
    /// Fingerprints of its files; `None` if the next run would do or report something even if nothing changes.
    settled: Option<Vec<(String, Fingerprint)>>,
}

/// The outcome for one edition.
#[derive(Debug)]
pub struct EditionRun {
    /// Its progress.
    pub status: EditionStatus,
    /// The severity of each finding in its report.
    pub findings: Vec<Severity>,
    /// The number of its findings that somebody has waived.
    pub waived: usize,
    /// Whether its page was written.
    pub is_written: bool,
    /// The number of its files, including its report and, if written, its segment file.
    pub files: usize,
    /// The refusal, if segments are below the required state.
    pub refused: Option<Built>,
    /// The number of segments without a translation because their drafts were refused.
    pub refused_drafts: usize,
    /// The error that ended its translation early, if any.
    pub error: Option<DeskError>,
}

/// Translates with the chosen backends, checks, builds and reports. Reports are written in the language of `words`.
pub fn run(
    workspace: &Workspace,
    slugs: &[String],
    options: TranslateOptions<'_>,
    words: &Messages,
    observer: &dyn Observer,
) -> Result<RunResult, DeskError> {
    let translator = Translator::open(workspace, options, observer)?;
    translator.foresee_lengths(slugs, observer);
    let contexts = Contexts::new(&workspace.resources);
    let visited = for_each_cached(
        &open_cache(workspace, options, words, observer),
        slugs,
        Parallelism::Locales(translator.order()),
        |loaded, locale| {
            let outcome = translator.translate(loaded, locale, observer)?;
            let stored = outcome.stored.clone();
            let review = review_translation(workspace, &contexts, loaded, stored, &outcome.translation);
            Ok((outcome, review))
        },
        |loaded, locales| {
            let of =
                |(outcome, review)| process_edition(workspace, &contexts, loaded, outcome, review, words, observer);
            let compared = compare_outcomes(workspace, &contexts, loaded, locales);
            compared.into_iter().map(|(locale, part)| (locale, part.and_then(of))).collect()
        },
        |loaded, locales| finish_article(workspace, &contexts, loaded, locales, words, observer),
    )?;
    translator.check_recordings()?;
    let leftovers = leftovers(workspace, slugs)?;
    leftovers.errors.iter().for_each(|error| observer.failed(error));
    Ok(RunResult {
        glossary: drop_accepted(workspace, None, without_text(workspace.glossary_findings())).0,
        articles: visited.articles,
        leftovers,
        stopped: options.stop.is_set(),
    })
}

/// Opens the cache of runs: disabled if drafts are to be redone or the template cannot be read.
fn open_cache<'a>(
    workspace: &'a Workspace,
    options: TranslateOptions<'_>,
    words: &Messages,
    observer: &'a dyn Observer,
) -> ResultCache<'a> {
    match template(&workspace.layout) {
        Ok(template) if !options.redo => {
            let template = template.into_iter().flat_map(|(name, text)| [name, text]);
            let more = std::iter::once(words.locale().to_string()).chain(template);
            ResultCache::open(workspace, "run", more, observer)
        }
        _ => ResultCache::disabled(workspace, observer),
    }
}

/// Adds to the reviews of what was translated what the editions say of each other.
fn compare_outcomes(
    workspace: &Workspace,
    contexts: &Contexts<'_>,
    loaded: &Loaded,
    mut locales: VisitedLocales<(Outcome, Reviewed)>,
) -> VisitedLocales<(Outcome, Reviewed)> {
    let translations = locales.iter().filter_map(|(_, part)| Some(&part.as_ref().ok()?.0.translation));
    let translations: Vec<&Translation> = translations.collect();
    let findings = between_editions(workspace, contexts, loaded, &translations);
    let parts = locales.iter_mut().filter_map(|(_, part)| part.as_mut().ok());
    for ((outcome, review), found) in parts.zip(findings) {
        review.add(workspace, loaded, &outcome.translation, found);
    }
    locales
}

/// An edition in progress: translated, checked and assembled.
struct EditionInProgress {
    outcome: Outcome,
    edition: Result<Edition, Vec<RefusedSegment>>,
    findings: Vec<WordedFinding>,
    waived: Vec<WaivedFinding>,
    waivers: SideWaivers,
    /// Errors of the waivers that cannot be used.
    faults: Vec<DeskError>,
    readiness: Readiness,
}

fn process_edition(
    workspace: &Workspace,
    contexts: &Contexts<'_>,
    loaded: &Loaded,
    mut outcome: Outcome,
    review: Reviewed,
    words: &Messages,
    observer: &dyn Observer,
) -> Result<EditionInProgress, DeskError> {
    let translation = &outcome.translation;
    let readiness = readiness(workspace, loaded, translation, &review.findings);
    let mut findings: Vec<Finding> = review.findings;
    let mut fallen = review.waivers.target.findings(&loaded.article, &outcome.locale, false);
    let (slug, accepted) = (Some(loaded.article.slug.as_str()), workspace.accepted());
    let mut counts = vec![0; accepted.len()];
    fallen.retain(|finding| !accepts(&accepted, &mut counts, slug, finding, None));
    findings.extend(fallen);
    findings.extend(outcome.rejections());
    let edition = assemble_edition(workspace, contexts, &loaded.article, translation, Missing::Mark, &readiness)?;
    let is_slug_written = fix_slug(workspace, &loaded.article, &edition, observer)?;
    if let Ok(edition) = &edition {
        findings.extend(edition.findings.clone());
    }
    let located = locate(loaded, &outcome.locale, &outcome.stored, translation, findings);
    let findings = located.into_iter().map(|finding| worded(words, finding)).collect();
    let waived = locate_waived(loaded, &outcome.stored, translation, review.waived);
    outcome.written |= is_slug_written;
    Ok(EditionInProgress {
        outcome,
        edition,
        findings,
        waived,
        waivers: review.waivers,
        faults: review.faults,
        readiness,
    })
}

/// Writes the editions and reports of an article.
fn finish_article(
    workspace: &Workspace,
    check_contexts: &Contexts<'_>,
    loaded: &Loaded,
    locales: VisitedLocales<EditionInProgress>,
    words: &Messages,
    observer: &dyn Observer,
) -> ArticleRun {
    let (mut editions, mut parts) = (Vec::new(), Vec::new());
    let (mut of_source, mut errors) = Waivers::load(workspace, &loaded.article.slug, &loaded.article.locale);
    for error in &errors {
        observer.failed(error);
    }
    for (_, result) in locales {
        match result {
            Ok(mut part) => {
                part.outcome.report(observer);
                of_source.join(&part.waivers.source);
                let faults = std::mem::take(&mut part.faults);
                for error in &faults {
                    observer.failed(error);
                }
                errors.extend(faults);
                parts.push(part);
            }
            Err(error) => errors.push(error),
        }
    }
    let unselected = unselected_editions(workspace, check_contexts, loaded, Missing::Mark).unwrap_or_else(|error| {
        observer.failed(&error);
        errors.push(error);
        Vec::new()
    });
    let assembled = parts.iter().filter_map(|part| part.edition.as_ref().ok());
    let all = sort_editions(workspace, assembled.chain(&unselected));
    let mut settled = Some(Vec::new());
    for part in &parts {
        let mut files = usize::from(part.outcome.written);
        let mut failed = |error: DeskError| {
            observer.failed(&error);
            errors.push(error);
        };
        let before = previous_targets(workspace, &part.outcome.translation.locale, &loaded.article.slug);
        let before = before.unwrap_or_else(|error| {
            failed(error);
            BTreeMap::new()
        });
        let report = build_report(workspace, loaded, part, before, words);
        let mut is_settled = part.is_settled() && report.rows.iter().all(|row| row.before.is_none());
        let mut contents = Vec::new();
        if let Ok(edition) = &part.edition {
            match write_edition(workspace, check_contexts, &loaded.article, edition, &all, observer) {
                Ok(written) => {
                    files += written.files.len();
                    is_settled &= !written.has_missing_pictures;
                    contents.extend(written.contents);
                }
                Err(error) => failed(error),
            }
        }
        match write_report(workspace, &report, words) {
            Ok(written) => {
                files += written.len();
                contents.extend(written);
            }
            Err(error) => failed(error),
        }
        settled = settled.filter(|_| is_settled).map(|settled| [settled, contents].concat());
        let below = part.edition.as_ref().err();
        editions.push(EditionRun {
            status: EditionStatus::of(workspace, &loaded.article, &part.outcome.translation, &report, &part.readiness),
            findings: report.all_findings().map(|worded| worded.finding.severity).collect(),
            waived: report.waived.len(),
            is_written: part.edition.is_ok(),
            files,
            refused: below.map(|below| refusal(&loaded.article, &part.outcome.locale, below)),
            refused_drafts: part.outcome.rejected.len(),
            error: None,
        });
    }
    for (edition, part) in editions.iter_mut().zip(parts) {
        edition.error = part.outcome.error;
    }
    let settled = settled.filter(|_| errors.is_empty());
    let mut findings = article_findings(loaded);
    findings.extend(without_text(of_source.findings(&loaded.article, &loaded.article.locale, false)));
    let findings = drop_accepted(workspace, Some(&loaded.article.slug), findings).0;
    ArticleRun { findings, editions, errors, settled }
}

impl EditionInProgress {
    /// Whether the next run would have nothing to request, write or refuse, as long as nothing changes.
    fn is_settled(&self) -> bool {
        let Outcome { written, rejected, requested, error, .. } = &self.outcome;
        !written && rejected.is_empty() && *requested == 0 && error.is_none() && self.edition.is_ok()
    }
}

/// A completely written edition in its cached form: progress, findings, number of waived findings and of files.
type CachedEdition = (EditionStatus, Vec<Severity>, usize, usize);

impl Cacheable for ArticleRun {
    type Entry = (Vec<FindingWithText>, Vec<CachedEdition>, Vec<(String, Fingerprint)>);

    fn to_entry(&self) -> Option<Self::Entry> {
        let contents = self.settled.clone()?;
        let edition =
            |edition: &EditionRun| (edition.status.clone(), edition.findings.clone(), edition.waived, edition.files);
        Some((self.findings.clone(), self.editions.iter().map(edition).collect(), contents))
    }

    fn from_entry((findings, editions, contents): Self::Entry, workspace: &Workspace) -> Option<Self> {
        if !contents.iter().all(|(name, content)| holds(&workspace.layout.root.join(name), content)) {
            return None;
        }
        let edition = |(status, findings, waived, files)| EditionRun {
            status,
            findings,
            waived,
            is_written: true,
            files,
            refused: None,
            refused_drafts: 0,
            error: None,
        };
        let editions = editions.into_iter().map(edition).collect();
        Some(Self { findings, editions, errors: Vec::new(), settled: Some(contents) })
    }
}

fn build_report(
    workspace: &Workspace,
    loaded: &Loaded,
    part: &EditionInProgress,
    before: BTreeMap<SegmentId, String>,
    words: &Messages,
) -> RunReport {
    let (termbase, translation) = (&workspace.resources.termbase, &part.outcome.translation);
    let mut terms: BTreeMap<SegmentId, Vec<TermHit>> = BTreeMap::new();
    for (id, hits) in term_hits(&loaded.article, translation, termbase) {
        let segment_terms = terms.entry(id).or_default();
        for (side, hits) in [(Side::Source, hits.source), (Side::Target, hits.target)] {
            segment_terms.extend(hits.into_iter().filter_map(|hit| {
                let concept = termbase.concepts.get(hit.concept)?.id.clone();
                Some(TermHit { span: hit.span, side, concept, usage: hit.usage })
            }));
        }
    }
    let slug = &loaded.article.slug;
    let text = format!("{slug}.{}", loaded.article.skeleton.output_extension());
    let links = if part.edition.is_ok() { vec![format!("{slug}.html"), text] } else { Vec::new() };
    run_report(
        &loaded.article,
        translation,
        RunInput {
            findings: part.findings.clone(),
            waived: part.waived.iter().map(|one| one.worded(words)).collect(),
            terms,
            before,
            links,
            is_ready: part.readiness.is_ready(),
        },
    )
}

/// Reads the targets of the previous edition from its report; none if there is no report, or another program's.
fn previous_targets(
    workspace: &Workspace,
    locale: &Locale,
    slug: &str,
) -> Result<BTreeMap<SegmentId, String>, DeskError> {
    let Some(bytes) = read_if_there(&workspace.layout.edition(locale, slug, "report.json"))? else {
        return Ok(BTreeMap::new());
    };
    let report = serde_json::from_slice::<serde_json::Value>(&bytes).unwrap_or_default();
    let rows = report.get("rows").and_then(serde_json::Value::as_array).into_iter().flatten();
    let targets = rows.filter_map(|row| {
        let id = row.get("id")?.as_str()?.parse().ok()?;
        Some((id, row.get("target")?.as_str()?.to_owned()))
    });
    Ok(targets.collect())
}

fn write_report(
    workspace: &Workspace,
    report: &RunReport,
    words: &Messages,
) -> Result<Vec<(String, Fingerprint)>, DeskError> {
    let message = |id: &str, args: &[(&str, Value<'_>)]| words.say(id, args);
    let page = run_page(report, words.locale(), &message);
    let html = Html.render(&page, &message);
    let json = Json.render(&page, &message);
    let mut contents = Vec::new();
    for (extension, text) in [("report.html", html), ("report.json", json)] {
        let path = workspace.layout.edition(&report.target, &report.slug, extension);
        write_if_changed(&path, text.as_bytes())?;
        contents.push((workspace.layout.name(&path), Fingerprint::of([text])));
    }
    Ok(contents)
}

impl ArticleRun {
    /// Returns the severities of all findings.
    pub fn severities(&self) -> impl Iterator<Item = Severity> {
        let article = self.findings.iter().map(|item| item.finding.severity);
        article.chain(self.editions.iter().flat_map(|edition| edition.findings.iter().copied()))
    }
}
