//! The main job: translate, check, build, report.

use std::collections::BTreeMap;

use super::{
    Built, DeskError, EditionStatus, Lanes, Loaded, Noted, Observer, Outcome, TranslateOptions, Translator, Workspace,
    build::{edition, in_order, not_selected, refused, write},
    cached::{Cached, Keepable, for_each_cached},
    check::reviewed,
    contexts::Contexts,
    findings::{loose, of_article, placed, worded},
};
use crate::{
    edition::{Below, Edition, Missing},
    messages::Messages,
    model::{Finding, Locale, SegmentId, Severity, Side},
    pipeline::term_hits,
    project::{Fingerprint, holds, read_text, template, write_if_changed},
    report::{Html, Json, Renderer, RunInput, RunReport, TermHit, findings::WordedFinding, run_page, run_report},
};

/// What a run gives.
#[derive(Debug)]
pub struct RunResult {
    /// What is wrong in the glossary's files.
    pub glossary: Vec<Noted>,
    /// The articles in order; one that could not be read is an error.
    pub articles: Vec<(String, Result<ArticleRun, DeskError>)>,
    /// Whether the user stopped it.
    pub stopped: bool,
}

/// What came of one article.
#[derive(Debug)]
pub struct ArticleRun {
    /// What is wrong in its file.
    pub findings: Vec<Noted>,
    /// Its editions, in the order of the project's locales.
    pub editions: Vec<EditionRun>,
    /// What could not be done.
    pub errors: Vec<DeskError>,
    /// What its files hold now; `None` where the next run would do or say something too, though nothing changes.
    settled: Option<Vec<(String, Fingerprint)>>,
}

/// What came of one edition.
#[derive(Debug)]
pub struct EditionRun {
    /// How far it has come.
    pub status: EditionStatus,
    /// The severity of each finding in its report.
    pub findings: Vec<Severity>,
    /// Whether its page was written.
    pub is_written: bool,
    /// How many files it consists of, its report and its segment file (where that was written) among them.
    pub files: usize,
    /// Why it was not built, where segments are below the state that it asks for.
    pub refused: Option<Built>,
    /// What kept its translation from being finished.
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
    let contexts = Contexts::new(&workspace.resources);
    let visited = for_each_cached(
        &cached(workspace, options, words, observer),
        slugs,
        Lanes::Locales(options.stop),
        |loaded, locale| {
            let outcome = translator.translate(loaded, locale, observer)?;
            part(workspace, &contexts, loaded, outcome, words)
        },
        |loaded, locales| finished(workspace, loaded, locales, words, observer),
    )?;
    Ok(RunResult {
        glossary: loose(workspace.resources.findings.clone()),
        articles: visited.articles,
        stopped: options.stop.is_set(),
    })
}

/// The runs that are kept: where nobody wants to be asked again, and the template can be read.
fn cached<'a>(
    workspace: &'a Workspace,
    options: TranslateOptions<'_>,
    words: &Messages,
    observer: &'a dyn Observer,
) -> Cached<'a> {
    match template(&workspace.layout) {
        Ok(template) if !options.redo => {
            let template = template.into_iter().flat_map(|(name, text)| [name, text]);
            let more = std::iter::once(words.locale().to_string()).chain(template);
            Cached::open(workspace, "run", more, observer)
        }
        _ => Cached::none(workspace, observer),
    }
}

/// An edition on its way: translated, checked and assembled.
struct Part {
    outcome: Outcome,
    edition: Result<Edition, Vec<Below>>,
    findings: Vec<WordedFinding>,
}

fn part(
    workspace: &Workspace,
    contexts: &Contexts<'_>,
    loaded: &Loaded,
    outcome: Outcome,
    words: &Messages,
) -> Result<Part, DeskError> {
    let translation = &outcome.translation;
    let review = reviewed(workspace, contexts, loaded, outcome.stored.clone(), translation);
    let mut findings: Vec<Finding> = review.findings;
    findings.extend(outcome.rejections());
    let edition = edition(workspace, &loaded.article, translation, Missing::Mark)?;
    if let Ok(edition) = &edition {
        findings.extend(edition.findings.clone());
    }
    let noted = placed(loaded, &outcome.locale, &outcome.stored, translation, findings);
    let findings = noted.into_iter().map(|noted| worded(words, noted)).collect();
    Ok(Part { outcome, edition, findings })
}

/// Writes the editions and reports of an article.
fn finished(
    workspace: &Workspace,
    loaded: &Loaded,
    locales: Vec<(Locale, Result<Part, DeskError>)>,
    words: &Messages,
    observer: &dyn Observer,
) -> ArticleRun {
    let (mut editions, mut errors, mut parts) = (Vec::new(), Vec::new(), Vec::new());
    for (_, result) in locales {
        match result {
            Ok(part) => {
                part.outcome.report(observer);
                parts.push(part);
            }
            Err(error) => errors.push(error),
        }
    }
    let others = not_selected(workspace, &loaded.article, Missing::Mark);
    let good = parts.iter().filter_map(|part| part.edition.as_ref().ok());
    let all = in_order(workspace, good.chain(&others));
    let mut settled = Some(Vec::new());
    for part in &parts {
        let mut files = usize::from(part.outcome.written);
        let report = report(workspace, loaded, part);
        let mut is_settled = part.is_settled() && report.rows.iter().all(|row| row.before.is_none());
        let mut contents = Vec::new();
        let mut failed = |error: DeskError| {
            observer.failed(&error);
            errors.push(error);
        };
        if let Ok(edition) = &part.edition {
            match write(workspace, &loaded.article, edition, &all, observer) {
                Ok(written) => {
                    files += written.files.len();
                    is_settled &= !written.lacks_pictures;
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
            status: EditionStatus::of(&report, part.outcome.translation.obsolete.len()),
            findings: report.all_findings().map(|worded| worded.finding.severity).collect(),
            is_written: part.edition.is_ok(),
            files,
            refused: below.map(|below| refused(&loaded.article, &part.outcome.locale, below)),
            error: None,
        });
    }
    for (edition, part) in editions.iter_mut().zip(parts) {
        edition.error = part.outcome.error;
    }
    let settled = settled.filter(|_| errors.is_empty());
    ArticleRun { findings: of_article(loaded), editions, errors, settled }
}

impl Part {
    /// Whether the next run would neither ask nor write nor refuse anything, as long as nothing changes.
    fn is_settled(&self) -> bool {
        let Outcome { written, rejected, asked, error, .. } = &self.outcome;
        !written && rejected.is_empty() && *asked == 0 && error.is_none() && self.edition.is_ok()
    }
}

/// An edition that was written whole, as it is kept: how far it has come, its findings, the number of its files.
type KeptEdition = (EditionStatus, Vec<Severity>, usize);

impl Keepable for ArticleRun {
    type Kept = (Vec<Noted>, Vec<KeptEdition>, Vec<(String, Fingerprint)>);

    fn keep(&self) -> Option<Self::Kept> {
        let contents = self.settled.clone()?;
        let edition = |edition: &EditionRun| (edition.status.clone(), edition.findings.clone(), edition.files);
        Some((self.findings.clone(), self.editions.iter().map(edition).collect(), contents))
    }

    fn take((findings, editions, contents): Self::Kept, workspace: &Workspace) -> Option<Self> {
        if !contents.iter().all(|(name, content)| holds(&workspace.layout.root.join(name), content)) {
            return None;
        }
        let edition = |(status, findings, files)| EditionRun {
            status,
            findings,
            is_written: true,
            files,
            refused: None,
            error: None,
        };
        let editions = editions.into_iter().map(edition).collect();
        Some(Self { findings, editions, errors: Vec::new(), settled: Some(contents) })
    }
}

fn report(workspace: &Workspace, loaded: &Loaded, part: &Part) -> RunReport {
    let (termbase, translation) = (&workspace.resources.termbase, &part.outcome.translation);
    let mut terms: BTreeMap<SegmentId, Vec<TermHit>> = BTreeMap::new();
    for (id, hits) in term_hits(&loaded.article, translation, termbase) {
        let list = terms.entry(id).or_default();
        for (side, hits) in [(Side::Source, hits.source), (Side::Target, hits.target)] {
            list.extend(hits.into_iter().filter_map(|hit| {
                let concept = termbase.concepts.get(hit.concept)?.id.clone();
                Some(TermHit { span: hit.span, side, concept, usage: hit.usage })
            }));
        }
    }
    let slug = &loaded.article.slug;
    let text = format!("{slug}.{}", loaded.article.skeleton.output_extension());
    let links = if part.edition.is_ok() { vec![format!("{slug}.html"), text] } else { Vec::new() };
    let before = before(workspace, &translation.locale, slug);
    run_report(&loaded.article, translation, RunInput { findings: part.findings.clone(), terms, before, links })
}

/// What stood in the edition that was there before, out of its report.
fn before(workspace: &Workspace, locale: &Locale, slug: &str) -> BTreeMap<SegmentId, String> {
    let path = workspace.layout.edition(locale, slug, "report.json");
    let Ok(text) = read_text(&path) else { return BTreeMap::new() };
    let Ok(report) = serde_json::from_str::<serde_json::Value>(&text) else { return BTreeMap::new() };
    let rows = report.get("rows").and_then(serde_json::Value::as_array).into_iter().flatten();
    rows.filter_map(|row| {
        let id = row.get("id")?.as_str()?.parse().ok()?;
        Some((id, row.get("target")?.as_str()?.to_owned()))
    })
    .collect()
}

fn write_report(
    workspace: &Workspace,
    report: &RunReport,
    words: &Messages,
) -> Result<Vec<(String, Fingerprint)>, DeskError> {
    let said = |id: &str, args: &[(&str, String)]| words.say_words(id, args);
    let page = run_page(report, words.locale(), &said);
    let html = Html.render(&page, &said);
    let json = Json.render(&page, &said);
    let mut contents = Vec::new();
    for (extension, text) in [("report.html", html), ("report.json", json)] {
        let path = workspace.layout.edition(&report.target, &report.slug, extension);
        write_if_changed(&path, text.as_bytes())?;
        contents.push((workspace.layout.name(&path), Fingerprint::of([text])));
    }
    Ok(contents)
}

impl ArticleRun {
    /// The severities of all findings.
    pub fn severities(&self) -> impl Iterator<Item = Severity> {
        let own = self.findings.iter().map(|noted| noted.finding.severity);
        own.chain(self.editions.iter().flat_map(|edition| edition.findings.iter().copied()))
    }
}
