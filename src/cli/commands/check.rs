//! `tolmach check`

use std::{
    collections::HashMap,
    io::BufReader,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use rayon::prelude::*;
use serde_json::{Value, json};

use crate::{
    check::{Choice, Context, across, check_segment},
    cli::{
        app::{App, Workspace},
        args::{Format, Gate, Selection},
        engines::PLACEHOLDERS,
        exit::{Exit, Failure},
        lines::{answer_lines, locale_field, text},
        worded::{accepted, context, gate, placed, rendered, worded},
        work::{load, read_segments},
    },
    model::{
        Article, Finding, Locale, Origin, Pair, Place, Role, Segment, SegmentId, Severity, Text, Translation, Unit, cut,
    },
    pipeline::{Segmenters, language, review},
    project::Resources,
    report::findings::Worded,
    source::{Markdown, SourceFormat},
};

/// Checks translations against article, glossary and locale.
pub(crate) fn run(
    app: &App,
    selection: &Selection,
    wanted: Gate,
    format: Format,
    output: Option<&Path>,
) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides_of(Some(selection), None, Some(wanted)))?;
    let segmenters = Segmenters::new(&workspace.resources.locales);
    let slugs = workspace.slugs(selection)?;
    let mut exit = Exit::Clean;
    let mut list = worded(app, None, None, workspace.resources.findings.clone());
    let mut taken = vec![0; workspace.settings.ignores.len()];
    let targets = workspace.targets()?;
    let results: Vec<_> = slugs
        .par_iter()
        .map(|slug| {
            let loaded = load(&workspace, &segmenters, slug)?;
            let mut found = worded(app, Some(&loaded.article), None, loaded.findings);
            let mut counts = Vec::new();
            let mut editions = Vec::new();
            for locale in targets {
                match article(app, &workspace, &loaded.article, locale) {
                    Ok((findings, accepted, translation)) => {
                        found.extend(findings);
                        counts.push(accepted);
                        editions.push(translation);
                    }
                    Err(failure) => return Ok((found, counts, Some(failure))),
                }
            }
            let (findings, taken) = across_editions(app, &workspace, &loaded.article, &editions);
            found.extend(findings);
            counts.push(taken);
            Ok::<_, Failure>((found, counts, None))
        })
        .collect();
    for result in results {
        match result {
            Ok((found, counts, failure)) => {
                list.extend(found);
                for count in counts {
                    taken.iter_mut().zip(count).for_each(|(sum, count)| *sum += count);
                }
                if let Some(failure) = failure {
                    exit = exit.max(app.shown(&failure));
                }
            }
            Err(failure) => exit = exit.max(app.shown(&failure)),
        }
    }
    if selection.slugs.is_empty() && selection.locales.is_empty() {
        list.extend(worded(app, None, None, unused_ignores(&workspace, &taken)));
    }
    app.deliver(&rendered(app, format, &list)?, output)?;
    if list.is_empty() && exit == Exit::Clean {
        app.tell(&app.say("summary-no-findings", &[]));
    }
    Ok(exit.max(gate(&workspace, list.iter().map(|worded| &worded.finding.severity))))
}

/// Takes certain fixes over into the segment files, unless `dry`, and shows all as a diff: on standard error, since the
/// findings that are left follow on standard output.
pub(crate) fn fix(app: &App, selection: &Selection, dry: bool) -> Result<(), Failure> {
    let workspace = app.open(&app.overrides_of(Some(selection), None, None))?;
    let diff = super::fix::run(app, &workspace, selection, dry)?;
    diff.lines().for_each(|line| app.tell(line));
    Ok(())
}

/// The findings about one article in one locale, and how many each accepted entry took away.
fn article(
    app: &App,
    workspace: &Workspace,
    article: &Article,
    locale: &Locale,
) -> Result<(Vec<Worded>, Vec<usize>, Translation), Failure> {
    let file = read_segments(workspace, article, locale)?;
    let context = context(workspace, &article.locale, locale);
    let reviewed = review(&context, article, &file.translation, PLACEHOLDERS, &accepted(workspace));
    let mut findings = file.findings;
    findings.extend(reviewed.findings);
    placed(workspace, article, locale, file.text.as_deref(), &mut findings);
    let list = worded(app, Some(article), Some(&file.translation), findings);
    Ok((list, reviewed.accepted, file.translation))
}

/// What the editions of one article do differently, and how many findings each accepted entry took away. An edition
/// that only holds the places of targets has made no choice.
fn across_editions(
    app: &App,
    workspace: &Workspace,
    article: &Article,
    editions: &[Translation],
) -> (Vec<Worded>, Vec<usize>) {
    let holds_a_place = |translation: &&Translation| {
        translation.targets.values().any(
            |target| matches!(&target.origin, Origin::Machine { engine } if PLACEHOLDERS.contains(&engine.as_str())),
        )
    };
    let editions: Vec<&Translation> = editions.iter().filter(|edition| !holds_a_place(edition)).collect();
    let contexts: Vec<Context<'_>> =
        editions.iter().map(|edition| context(workspace, &article.locale, &edition.locale)).collect();
    let choices: Vec<Choice<'_>> =
        editions.iter().zip(&contexts).map(|(translation, context)| Choice { context, translation }).collect();
    let accepted = accepted(workspace);
    let mut counts = vec![0; accepted.len()];
    let mut list = Vec::new();
    for finding in across(&choices) {
        let Some(edition) = editions.iter().find(|edition| finding.place.locale.as_ref() == Some(&edition.locale))
        else {
            continue;
        };
        let marked = finding.place.segment.and_then(|id| edition.targets.get(&id));
        let marked = marked.map(|target| cut(&target.text.prose, &finding.place.span));
        if let Some(entry) = accepted.iter().position(|entry| entry.covers(&finding, marked)) {
            counts.iter_mut().skip(entry).take(1).for_each(|count| *count += 1);
            continue;
        }
        let mut findings = vec![finding];
        placed(workspace, article, &edition.locale, None, &mut findings);
        list.extend(worded(app, Some(article), Some(edition), findings));
    }
    (list, counts)
}

/// An ignore that matches nothing hides the next real finding.
fn unused_ignores(workspace: &Workspace, taken: &[usize]) -> Vec<Finding> {
    let unused = workspace.settings.ignores.iter().zip(taken).filter(|(_, count)| **count == 0);
    unused
        .map(|(ignore, _)| {
            let place = Place { file: Some("tolmach.toml".to_owned()), ..Place::default() };
            Finding::new("ignore-unused", Severity::Minor, place).arg("name", ignore.rule.clone())
        })
        .collect()
}

/// Answers `{"id","source","target","locale"}` lines with `{"id","findings"}` lines.
pub(crate) fn filter(app: &App) -> Result<Exit, Failure> {
    let (settings, resources, markdown) = app.open_or_embedded()?;
    let source = settings.map_or_else(Locale::english, |settings| settings.source);
    let contexts = Contexts { source, resources: &resources, made: Mutex::new(HashMap::new()) };
    answer_lines(BufReader::new(std::io::stdin().lock()), app.out(), |request| {
        let tag = locale_field(request)?.ok_or("`locale` is missing")?;
        let locale: Locale = tag.parse().map_err(|error: crate::model::LocaleError| error.to_string())?;
        let context = contexts.get(&locale);
        let in_markdown = match request.get("markup").and_then(Value::as_str) {
            None | Some("plain") => false,
            Some("markdown") => true,
            Some(other) => return Err(format!("`markup` is `{other}`, not `plain` or `markdown`")),
        };
        let side = |key: &str| -> Result<Line, String> {
            let given = text(request, key)?;
            Ok(if in_markdown { Line::markdown(&markdown, given) } else { Line::plain(given) })
        };
        let (source, target) = (side("source")?, side("target")?);
        let mut findings = Vec::new();
        for ((_, source), (unit, text)) in in_step(&source, &target) {
            let found = check_segment(&context, source, text);
            findings.extend(found.iter().map(|finding| answer(app, finding, target.article.as_ref(), *unit)));
        }
        Ok(json!({ "findings": findings }))
    })
}

/// A line that was given: its texts, each with the index of its unit in the article that knows where its bytes are.
struct Line {
    units: Vec<(usize, Text)>,
    article: Option<Article>,
}

impl Line {
    fn plain(line: &str) -> Self {
        Self { units: vec![(0, Text::plain(line))], article: None }
    }

    /// A line of Markdown: its paragraph, and what stands within (alternative texts, titles of links).
    fn markdown(markdown: &Markdown, line: &str) -> Self {
        let article = markdown.parse("", format!("{line}{}", definitions(line))).value;
        let given = article.skeleton.slots.iter().take_while(|slot| slot.span.start < line.len()).count();
        let units: Vec<(usize, Text)> = article
            .units
            .iter()
            .take(given)
            .enumerate()
            .map(|(index, unit)| {
                let segment = Segment { id: SegmentId { digest: 0, occurrence: 1 }, span: 0..unit.text.prose.len() };
                (index, Unit::text_of(unit, &segment))
            })
            .collect();
        if units.is_empty() { Self::plain(line) } else { Self { units, article: Some(article) } }
    }

    /// The texts that stand on their own, or those that stand within others.
    fn parts(&self, within: bool) -> impl Iterator<Item = &(usize, Text)> {
        let role =
            |index: usize| self.article.as_ref().and_then(|article| article.units.get(index)).map(|unit| &unit.role);
        self.units.iter().filter(move |(index, _)| matches!(role(*index), Some(Role::Alt | Role::LinkTitle)) == within)
    }
}

/// The texts of two lines that answer to each other.
fn in_step<'a>(source: &'a Line, target: &'a Line) -> impl Iterator<Item = (&'a (usize, Text), &'a (usize, Text))> {
    let parts = |within: bool| source.parts(within).zip(target.parts(within));
    parts(false).chain(parts(true))
}

/// Definitions for the footnotes and references that a line names: they stand elsewhere in its article, and without
/// them the marks would be words.
fn definitions(line: &str) -> String {
    let mut out = String::new();
    let labels = |opening: &'static str| {
        line.split(opening).skip(1).filter_map(|rest| rest.split_once(']')).map(|(label, _)| label)
    };
    let is_label = |label: &&str| !label.is_empty() && !label.contains(['[', '\n', '\\']);
    for label in labels("[^").filter(is_label) {
        out.extend(["\n\n[^", label, "]: x"]);
    }
    for label in labels("][").filter(is_label).filter(|label| !label.starts_with('^')) {
        out.extend(["\n\n[", label, "]: x"]);
    }
    out
}

fn answer(app: &App, finding: &Finding, article: Option<&Article>, unit: usize) -> Value {
    // Offsets are those of the line that was given; the markup around the words is left alone.
    let (span, holds_markup) = match article {
        Some(article) if finding.place.side == crate::model::Side::Target => {
            crate::source::word_span(article, unit, &finding.place.span)
        }
        _ => (finding.place.span.clone(), false),
    };
    // What is wrong in the source has no place and no fix in the target.
    let is_source = finding.place.side == crate::model::Side::Source;
    let (place, fix) = if is_source { (0..0, None) } else { (span.clone(), finding.fix.as_ref()) };
    // Words put where markup stands would take it away: a person must say where it belongs.
    let (fix, mut fixes) = match fix {
        Some(fix) if holds_markup => (None, vec![fix.replacement.clone()]),
        fix => (fix.map(|fix| fix.replacement.clone()), Vec::new()),
    };
    fixes.extend(finding.alternatives.iter().cloned());
    let mut answer = json!({
        "rule": finding.rule,
        "severity": finding.severity.as_str(),
        "start": place.start,
        "end": place.end,
        "reason": app.words.finding(finding),
        "fix": fix,
    });
    if is_source {
        answer["source_start"] = json!(span.start);
        answer["source_end"] = json!(span.end);
    }
    if !fixes.is_empty() {
        answer["fixes"] = json!(fixes);
    }
    answer
}

/// The checks' contexts, one a locale, each made when it is first asked for.
struct Contexts<'a> {
    source: Locale,
    resources: &'a Resources,
    made: Mutex<HashMap<Locale, Arc<Context<'a>>>>,
}

impl<'a> Contexts<'a> {
    fn get(&self, target: &Locale) -> Arc<Context<'a>> {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        let entry = made.entry(target.clone()).or_insert_with(|| {
            let profile = |locale: &Locale| language(self.resources.locales.profile(locale));
            let pair = Pair { source: self.source.clone(), target: target.clone() };
            Arc::new(Context::new(pair, profile(&self.source), profile(target), &self.resources.termbase))
        });
        Arc::clone(entry)
    }
}
