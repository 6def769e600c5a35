//! `tolmach run`: the main job.

use std::collections::BTreeMap;

use super::translate::{Desk, Done};
use crate::{
    cli::{
        app::{App, Workspace},
        args::{Backends, Gate, Selection},
        editions::{edition, in_order, left_alone, tell_refused, write},
        engines::PLACEHOLDERS,
        exit::{Exit, Failure},
        summary::{Line, table},
        worded::{accepted, context, gate, placed, worded},
        work::load,
    },
    edition::{Edition, Missing},
    model::{Article, Locale, SegmentId, Severity, Side, State},
    pipeline::{Segmenters, review, term_hits},
    project::{Lock, write_if_changed},
    report::{Gathered, Html, Json, Renderer, RunReport, TermHit, findings::Worded, run_page, run_report},
};

/// Translates with the chosen backends, checks, builds and reports.
pub(crate) fn run(
    app: &App,
    selection: &Selection,
    backends: &Backends,
    wanted: Gate,
    require: Option<State>,
) -> Result<Exit, Failure> {
    let mut overrides = app.overrides_of(Some(selection), Some(backends), Some(wanted));
    overrides.require = require;
    let workspace = app.open(&overrides)?;
    let _lock = Lock::take(&workspace.layout, "run")?;
    let segmenters = Segmenters::new(&workspace.resources.locales);
    let slugs = workspace.slugs(selection)?;
    if slugs.is_empty() {
        app.tell(&app.say("status-no-articles", &[("folder", "source/".into())]));
    }
    let desk = Desk::open(app, &workspace, &segmenters, backends.redo)?;
    let mut exit = Exit::Clean;
    let mut lines = Vec::new();
    let glossary = worded(app, None, None, workspace.resources.findings.clone());
    exit = exit.max(gate(&workspace, glossary.iter().map(|worded| &worded.finding.severity)));
    tell(app, &glossary);
    for slug in &slugs {
        match load(&workspace, &segmenters, slug) {
            Ok(loaded) => {
                let said = worded(app, Some(&loaded.article), None, loaded.findings);
                exit = exit.max(gate(&workspace, said.iter().map(|worded| &worded.finding.severity)));
                tell(app, &said);
                let (result, mut made) = article(app, &workspace, &desk, &loaded.article)?;
                exit = exit.max(result);
                lines.append(&mut made);
            }
            Err(failure) => exit = exit.max(app.shown(&failure)),
        }
        if desk.stop.is_set() {
            exit = exit.max(Exit::Interrupted);
            break;
        }
    }
    app.deliver(&table(app, &workspace, &lines), None)?;
    desk.close();
    Ok(exit)
}

/// One article into all its editions.
fn article(app: &App, workspace: &Workspace, desk: &Desk<'_>, article: &Article) -> Result<(Exit, Vec<Line>), Failure> {
    let mut exit = Exit::Clean;
    // The editions of one article do not touch each other's files, so each locale has a thread of its own.
    let results: Vec<(Locale, Result<Done, Failure>)> = std::thread::scope(|scope| {
        let handles: Vec<_> = workspace
            .targets()?
            .iter()
            .map(|locale| (locale.clone(), scope.spawn(move || desk.translate(article, locale))))
            .collect();
        let joined = handles.into_iter().map(|(locale, handle)| {
            let lost = || Err(Failure::usage("a thread of tolmach broke down", "please report this"));
            (locale, handle.join().unwrap_or_else(|_| lost()))
        });
        Ok::<_, Failure>(joined.collect())
    })?;
    let mut parts: Vec<(Done, Option<Edition>, Vec<Worded>)> = Vec::new();
    for (locale, result) in results {
        match result {
            Ok(done) => {
                exit = exit.max(done.exit);
                let mut findings = checked(workspace, article, &done);
                let edition = match edition(workspace, article, &done.translation, Missing::Mark) {
                    Ok(Ok(edition)) => Some(edition),
                    Ok(Err(below)) => {
                        tell_refused(app, article, &locale, &below);
                        exit = exit.max(Exit::Findings);
                        None
                    }
                    Err(failure) => {
                        exit = exit.max(app.shown(&failure));
                        None
                    }
                };
                if let Some(edition) = &edition {
                    findings.extend(edition.findings.clone());
                }
                let text = crate::project::read_text(&done.file.path).ok();
                placed(workspace, article, &locale, text.as_deref(), &mut findings);
                let findings = worded(app, Some(article), Some(&done.translation), findings);
                exit = exit.max(gate(workspace, findings.iter().map(|worded| &worded.finding.severity)));
                parts.push((done, edition, findings));
            }
            Err(failure) => exit = exit.max(app.shown(&failure)),
        }
    }
    let others = left_alone(workspace, article, Missing::Mark);
    let all = in_order(workspace, parts.iter().filter_map(|(_, edition, _)| edition.as_ref()).chain(&others));
    let mut lines = Vec::new();
    for (done, edition, findings) in &parts {
        let mut files = 0;
        if let Some(edition) = edition {
            match write(app, workspace, article, &[edition], &all) {
                Ok(written) => files += written.len(),
                Err(failure) => exit = exit.max(app.shown(&failure)),
            }
        }
        let report = report(workspace, article, done, findings.clone(), edition.is_some());
        match write_report(app, workspace, &report) {
            Ok(written) => files += written,
            Err(failure) => exit = exit.max(app.shown(&failure)),
        }
        lines.push(Line { report, files: files + usize::from(done.written) });
    }
    Ok((exit, lines))
}

/// What the checks find, and what was found on the way.
fn checked(workspace: &Workspace, article: &Article, done: &Done) -> Vec<crate::model::Finding> {
    let context = context(workspace, &article.locale, &done.translation.locale);
    let reviewed = review(&context, article, &done.translation, PLACEHOLDERS, &accepted(workspace));
    done.findings.iter().cloned().chain(reviewed.findings).collect()
}

fn tell(app: &App, list: &[Worded]) {
    for worded in list.iter().filter(|worded| worded.finding.severity >= Severity::Minor) {
        app.tell(&format!("{}: {}", worded.location(), worded.reason));
    }
}

fn report(
    workspace: &Workspace,
    article: &Article,
    done: &Done,
    findings: Vec<Worded>,
    has_edition: bool,
) -> RunReport {
    let termbase = &workspace.resources.termbase;
    let locale = &done.translation.locale;
    let mut terms: BTreeMap<SegmentId, Vec<TermHit>> = BTreeMap::new();
    for (id, hits) in term_hits(article, &done.translation, termbase) {
        let list = terms.entry(id).or_default();
        for (side, hits) in [(Side::Source, hits.source), (Side::Target, hits.target)] {
            list.extend(hits.into_iter().filter_map(|hit| {
                let concept = termbase.concepts.get(hit.concept)?.id.clone();
                Some(TermHit { span: hit.span, side, concept, usage: hit.usage })
            }));
        }
    }
    let slug = &article.slug;
    let links = if has_edition { vec![format!("{slug}.html"), format!("{slug}.md")] } else { Vec::new() };
    let before = before(workspace, locale, slug);
    run_report(article, &done.translation, Gathered { findings, terms, before, links })
}

/// What stood in the edition that was there before, out of its report.
fn before(workspace: &Workspace, locale: &Locale, slug: &str) -> BTreeMap<SegmentId, String> {
    let path = workspace.layout.edition(locale, slug, "report.json");
    let Ok(text) = crate::project::read_text(&path) else { return BTreeMap::new() };
    let Ok(report) = serde_json::from_str::<serde_json::Value>(&text) else { return BTreeMap::new() };
    let rows = report.get("rows").and_then(serde_json::Value::as_array).into_iter().flatten();
    rows.filter_map(|row| {
        let id = row.get("id")?.as_str()?.parse().ok()?;
        Some((id, row.get("target")?.as_str()?.to_owned()))
    })
    .collect()
}

fn write_report(app: &App, workspace: &Workspace, report: &RunReport) -> Result<usize, Failure> {
    let words = app.report_words();
    let page = run_page(report, app.words.locale(), &words);
    let html = Html.render(&page, &words);
    let json = Json.render(&page, &words);
    for (extension, text) in [("report.html", html), ("report.json", json)] {
        let path = workspace.layout.edition(&report.target, &report.slug, extension);
        write_if_changed(&path, text.as_bytes())?;
    }
    Ok(2)
}
