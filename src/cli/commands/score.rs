//! `tolmach score`.

use std::{
    collections::{BTreeSet, HashMap},
    io::{BufRead, Write},
};

use serde_json::Value;

use crate::{
    cli::{
        app::App,
        args::{PlainFormat, Selection},
        exit::{Exit, Failure},
        lines::{LineId, error_of, read_line},
        object::{LineField, LineObject},
        observer::TerminalObserver,
        output::{Printed, field, write_stderr},
        usage::UsageError,
    },
    desk::{self, ScoredLine, refuse_unknown_locales},
    model::{Finding, Locale, Severity},
    project::Layout,
    report,
    score::Scores,
};

/// Scores the editions and drafts of a project.
pub(crate) fn run(app: &App, selection: &Selection, engines: bool, format: PlainFormat) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides_of(Some(selection), None, None))?;
    let slugs = workspace.slugs(&selection.slugs)?;
    let scored = desk::score(&workspace, &slugs, engines, &TerminalObserver::new(app))?;
    match format {
        PlainFormat::Json => {
            let json = report::project_scores_json(&scored.editions, &scored.drafts, &scored.rows);
            app.print(&json, Printed::Json)?;
        }
        PlainFormat::Full => app.print(&report::score_table(&scored.rows, &app.report_words()), app.text())?,
    }
    let (editions, drafts) = (&scored.editions, &scored.drafts);
    if editions.segments + drafts.segments == 0 {
        app.notify(&app.say("score-nothing", &[]));
    } else {
        let (uses, repeats) = (editions.term_uses + drafts.term_uses, editions.repeated_terms + drafts.repeated_terms);
        note_absent(app, uses, repeats, drafts.references);
    }
    Ok(Exit::after(&scored.errors).max(after_faults(&workspace.glossary_findings())))
}

/// Terms that the glossary cannot give are missing from the shares.
fn after_faults(findings: &[Finding]) -> Exit {
    let is_lost = findings.iter().any(|finding| finding.severity >= Severity::Major);
    if is_lost { Exit::Usage } else { Exit::Clean }
}

/// Says what is not computed, and why.
fn note_absent(app: &App, term_uses: usize, repeated_terms: usize, references: usize) {
    let absent = [
        (term_uses == 0, "score-no-terms"),
        (term_uses > 0 && repeated_terms == 0, "score-no-repeats"),
        (references == 0, "score-no-references"),
    ];
    absent.iter().filter(|(is_absent, _)| *is_absent).for_each(|(_, id)| app.notify(&app.say(id, &[])));
}

/// A line that cannot be used.
struct BadLine {
    /// Its number, from 1.
    line: usize,
    id: LineId,
    error: String,
}

/// Scores lines from standard input: those in these locales, or all if none is named.
pub(crate) fn lines(app: &App, locales: &[Locale], engines: bool, format: PlainFormat) -> Result<Exit, Failure> {
    let layout = app.find_layout()?;
    let desk = app.desk()?;
    let (mut good, mut bad) = read_lines(layout.as_ref(), std::io::stdin().lock())?;
    let all = good.len() + bad.len();
    if all == 0 {
        return Err(UsageError::NoLine.into());
    }
    if !locales.is_empty() {
        good.retain(|(_, _, line)| locales.contains(&line.locale));
        if good.is_empty() && bad.is_empty() {
            let locales = locales.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
            return Err(UsageError::NoLineInLocales { locales, all }.into());
        }
    }
    let in_use: BTreeSet<&Locale> = good.iter().map(|(_, _, line)| &line.locale).chain([&desk.source]).collect();
    let faults = desk.resources.findings(in_use);
    for finding in &faults {
        app.show_failure(&Failure::of_finding(&app.words, finding));
    }
    refuse_unequal(&mut good, &mut bad);
    bad.sort_by_key(|one| one.line);
    let first_list = good.iter().find(|(_, _, line)| line.terms.is_some()).map(|(number, _, _)| *number);
    let first_good = good.first().map(|(number, _, _)| *number);
    let lines: Vec<ScoredLine> = good.into_iter().map(|(_, _, line)| line).collect();
    let scored = desk::score_lines(&desk, &lines, engines);
    match format {
        PlainFormat::Json => {
            let mut out = app.json();
            for BadLine { line, id, error } in &bad {
                writeln!(out, "{}", error_of(id, *line, error.clone()))?;
            }
            write!(out, "{}", report::line_scores_json(&scored.all, &scored.rows, bad.len()))?;
            out.flush()?;
        }
        PlainFormat::Full => {
            for BadLine { line, id, error } in &bad {
                let id = if id.is_null() { String::new() } else { format!(" (id {id})") };
                write_stderr(&field(&format!("line {line}{id}: {error}")));
            }
            app.print(&report::score_table(&scored.rows, &app.report_words()), app.text())?;
        }
    }
    let mut exit = after_faults(&faults);
    if let Some(first) = bad.first() {
        let error = UsageError::BadLines { count: bad.len(), all, first: first.line };
        exit = exit.max(app.report(&error.into()));
    }
    let Scores { term_uses, repeated_terms, references, .. } = scored.all;
    if let Some(first) = first_list.filter(|_| term_uses == 0) {
        exit = exit.max(app.report(&UsageError::NoTermUse { listed: scored.listed, all, first }.into()));
    } else if scored.not_in_source > 0 {
        let counts = [("count", scored.not_in_source.into()), ("all", scored.listed.into())];
        app.notify(&app.say("score-terms-not-in-source", &counts));
    }
    if let Some(first) = first_good.filter(|_| first_list.is_none() && term_uses == 0 && references == 0) {
        exit = exit.max(app.report(&UsageError::NothingMeasured { all, first }.into()));
    } else if !lines.is_empty() {
        let uses = if first_list.is_some() { term_uses.max(1) } else { term_uses };
        note_absent(app, uses, if term_uses == 0 { 1 } else { repeated_terms }, references);
    }
    Ok(exit)
}

/// A usable line with its number and id.
type GoodLine = (usize, LineId, ScoredLine);

fn read_lines(layout: Option<&Layout>, mut input: impl BufRead) -> Result<(Vec<GoodLine>, Vec<BadLine>), Failure> {
    let locales = std::cell::RefCell::new(HashMap::new());
    let read =
        |request: &LineObject<'_>| scored_line(request, |tag| known_locale(layout, &mut locales.borrow_mut(), tag));
    let (mut good, mut bad, mut bytes) = (Vec::new(), Vec::new(), Vec::new());
    let mut number = 0;
    while input.read_until(b'\n', &mut bytes)? > 0 {
        number += 1;
        match read_line(&bytes, &read) {
            Some((id, Ok(line))) => good.push((number, id, line)),
            Some((id, Err(error))) => bad.push(BadLine { line: number, id, error }),
            None => {}
        }
        bytes.clear();
    }
    Ok((good, bad))
}

/// The locale of a tag, if its language exists; each is looked up once.
fn known_locale(
    layout: Option<&Layout>,
    known: &mut HashMap<String, Result<Locale, String>>,
    tag: &str,
) -> Result<Locale, String> {
    let look_up = || {
        let locale: Locale = tag.parse().map_err(|error: crate::model::LocaleError| error.to_string())?;
        refuse_unknown_locales(layout, "locale", [&locale]).map_err(|error| error.to_string())?;
        Ok(locale)
    };
    known.entry(tag.to_owned()).or_insert_with(look_up).clone()
}

fn scored_line(
    request: &LineObject<'_>,
    locale: impl FnOnce(&str) -> Result<Locale, String>,
) -> Result<ScoredLine, String> {
    let reference = request.optional("reference")?;
    if reference.is_some_and(|reference| reference.trim().is_empty()) {
        return Err("`reference` is empty".to_owned());
    }
    Ok(ScoredLine {
        source: request.text("source")?.to_owned(),
        target: request.text("target")?.to_owned(),
        reference: reference.map(str::to_owned),
        terms: terms(request)?,
        locale: locale(request.locale()?.ok_or("`locale` is missing")?)?,
        engine: request.optional("engine")?.map(str::to_owned),
    })
}

fn terms(request: &LineObject<'_>) -> Result<Option<Vec<(String, String)>>, String> {
    let list = match request.get("terms") {
        None | Some(LineField::Other(Value::Null)) => return Ok(None),
        Some(LineField::Other(Value::Array(list))) => list,
        Some(_) => return Err("`terms` is not a list".to_owned()),
    };
    let term = |term: &Value| {
        let side = |key: &str| {
            let text = match term.get(key) {
                Some(Value::String(text)) => text.trim(),
                Some(_) => return Err(format!("in `terms`: `{key}` is not a string")),
                None => return Err(format!("in `terms`: `{key}` is missing")),
            };
            if text.is_empty() { Err(format!("in `terms`: `{key}` is empty")) } else { Ok(text.to_owned()) }
        };
        Ok((side("source")?, side("target")?))
    };
    list.iter().map(term).collect::<Result<_, String>>().map(Some)
}

/// Where some lines have a reference, one without is an error: a corpus and its references are equally long.
fn refuse_unequal(good: &mut Vec<GoodLine>, bad: &mut Vec<BadLine>) {
    let all = good.len();
    let count = good.iter().filter(|(_, _, line)| line.reference.is_some()).count();
    if count == 0 || count == all {
        return;
    }
    for (line, id, _) in good.extract_if(.., |(_, _, line)| line.reference.is_none()) {
        bad.push(BadLine { line, id, error: format!("`reference` is missing, and {count} of {all} lines have one") });
    }
}
