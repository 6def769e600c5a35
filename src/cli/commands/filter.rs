//! Commands with `--stdin`: JSON lines on standard input, answered with JSON lines on standard output.

use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};

use crate::{
    cli::{
        app::App,
        args::Gate,
        exit::{Exit, Failure},
        lines::{AnswerFields, answer_lines},
        object::{LineField, LineObject},
        output::write_stderr,
        summary::gate_failed,
    },
    desk::{
        PairChecker, PairFinding, PairToCheck, Splitter,
        glossary::{FoundDerived, FoundTerm, find, find_derived},
    },
    model::{Locale, LocaleError, Side},
};

/// Answers `{"id","source","target","locale"}` lines with `{"id","findings"}` lines. Findings change the exit code only
/// where a gate is given: a project's own is for its translations.
pub(crate) fn check(app: &App, gate: &Gate) -> Result<Exit, Failure> {
    let desk = app.desk()?;
    let checker = PairChecker::new(&desk);
    let gate = gate.fail_on.and_then(|gate| gate.0);
    let failed = AtomicUsize::new(0);
    let fails = |one: &&PairFinding| gate.is_some_and(|gate| one.finding.severity >= gate);
    let fields = |findings: Vec<PairFinding>| {
        failed.fetch_add(findings.iter().filter(fails).count(), Ordering::Relaxed);
        vec![("findings", findings.iter().map(|one| finding(app, one)).collect())]
    };
    let exit = answer_lines(std::io::stdin().lock(), app.json(), |requests| {
        let locales: Vec<Result<Locale, String>> =
            requests.iter().map(|request| locale(request)?.ok_or_else(|| "`locale` is missing".to_owned())).collect();
        let pairs: Vec<Result<PairToCheck<'_>, String>> = requests
            .iter()
            .zip(&locales)
            .map(|(request, locale)| pair_to_check(request, locale.as_ref().map_err(Clone::clone)?))
            .collect();
        let good: Vec<PairToCheck<'_>> = pairs.iter().filter_map(|pair| pair.as_ref().ok()).copied().collect();
        let mut found = checker.check_all(&good).into_iter();
        pairs.into_iter().map(|pair| pair.map(|_| fields(found.next().unwrap_or_default()))).collect()
    })?;
    let failed = failed.into_inner();
    let Some(gate) = gate.filter(|_| failed > 0) else { return Ok(exit) };
    if exit == Exit::Usage {
        write_stderr(&app.say("exit-refused", &[]));
    }
    write_stderr(&gate_failed(app, failed, gate));
    Ok(exit.max(Exit::Findings))
}

/// Answers `{"id","locale","text"}` lines with `{"id","hits","derived"?}` lines.
pub(super) fn find_terms(app: &App, default: Option<Locale>) -> Result<Exit, Failure> {
    let desk = app.desk()?;
    let default = default.unwrap_or_else(|| desk.source.clone());
    answer(app, |request| {
        let text = request.text("text")?;
        let locale = locale(request)?.unwrap_or_else(|| default.clone());
        Ok(fields(&find(&desk, &locale, text), &find_derived(&desk, &locale, text)))
    })
}

/// Answers `{"id","lang","text"}` lines with `{"id","segments"}` lines.
pub(crate) fn segment(app: &App) -> Result<Exit, Failure> {
    let desk = app.desk()?;
    let splitter = Splitter::new(&desk);
    answer(app, |request| {
        let text = request.text("text")?;
        // A language of which nothing is known, or that is no tag at all, takes the root's rules.
        let locale = request.locale()?.and_then(|tag| tag.parse().ok()).unwrap_or_else(Locale::undetermined);
        let segments = splitter.split(&locale, text).map_err(|error| error.to_string())?;
        Ok(vec![("segments", json!(segments))])
    })
}

fn answer(app: &App, answer: impl Fn(&LineObject<'_>) -> Result<AnswerFields, String> + Sync) -> Result<Exit, Failure> {
    answer_lines(std::io::stdin().lock(), app.json(), |requests| {
        requests.iter().map(|request| answer(request)).collect()
    })
}

/// The texts of a request in a locale.
fn pair_to_check<'a>(request: &'a LineObject<'_>, locale: &'a Locale) -> Result<PairToCheck<'a>, String> {
    let is_markdown = match request.get("markup") {
        Some(LineField::Text(markup)) => match markup.as_ref() {
            "plain" => false,
            "markdown" => true,
            other => return Err(format!("`markup` is `{other}`, not `plain` or `markdown`")),
        },
        None | Some(LineField::Other(_)) => false,
    };
    Ok(PairToCheck { locale, source: request.text("source")?, target: request.text("target")?, is_markdown })
}

fn locale(request: &LineObject<'_>) -> Result<Option<Locale>, String> {
    let tag = request.locale()?;
    tag.map(str::parse).transpose().map_err(|error: LocaleError| error.to_string())
}

/// A finding as JSON; offsets are those of the request's text.
fn finding(app: &App, pair_finding: &PairFinding) -> Value {
    let PairFinding { finding, span, fix, choices } = pair_finding;
    // A finding on the source has no position in the target.
    let is_source = finding.place.side == Side::Source;
    let range = if is_source { 0..0 } else { span.clone() };
    let mut answer = json!({
        "rule": finding.rule(),
        "severity": finding.severity.as_str(),
        "start": range.start,
        "end": range.end,
        "reason": app.words.finding(finding),
        "fix": fix,
        "certain": pair_finding.is_certain(),
    });
    if is_source {
        answer["source_start"] = json!(span.start);
        answer["source_end"] = json!(span.end);
    }
    if !choices.is_empty() {
        answer["fixes"] = json!(choices);
    }
    answer
}

/// Terms as JSON, and the adjectives and inhabitants beside them where there are any.
pub(super) fn found(terms: &[FoundTerm], derived: &[FoundDerived]) -> Value {
    let named = fields(terms, derived).into_iter().map(|(name, value)| (name.to_owned(), value));
    Value::Object(named.collect())
}

fn fields(terms: &[FoundTerm], derived: &[FoundDerived]) -> AnswerFields {
    let hit = |term: &FoundTerm| {
        json!({
            "concept": term.concept, "usage": term.usage.as_str(), "form": term.form,
            "certain": term.certain, "start": term.span.start, "end": term.span.end,
        })
    };
    let mut answer = vec![("hits", terms.iter().map(hit).collect())];
    if !derived.is_empty() {
        let word = |word: &FoundDerived| {
            json!({
                "concept": word.concept, "sort": word.sort.as_str(), "form": word.form,
                "start": word.span.start, "end": word.span.end,
            })
        };
        answer.push(("derived", derived.iter().map(word).collect()));
    }
    answer
}
