//! A run as a page: figures, findings, and the two texts side by side.

use std::{collections::BTreeSet, ops::Range};

use crate::{
    diff::{percent, words as word_diff},
    messages::Value,
    model::{Leverage, Locale, Origin, Role, Severity, Side, State, Text, Usage, cut},
};

use super::{
    Badge, Cell, ChangeRun, Entry, Figure, FileLink, Group, List, Page, Row, RunReport, RunRow, Share, Span, Status,
    Tone, Words,
    findings::{WordedFinding, counts, note, severity_badge, waived_list},
    rule_name,
    run::data,
    say, say_percent,
};

/// A run as a page in the user's language.
#[must_use]
pub fn run_page(report: &RunReport, language: &Locale, words: &Words<'_>) -> Page {
    let title = if report.title.is_empty() { &report.slug } else { &report.title };
    Page {
        language: language.to_string(),
        kind: say(words, "report-run"),
        title: title.clone(),
        title_language: report.source.to_string(),
        subtitle: format!("{} · {} → {}", report.slug, report.source, report.target),
        figures: figures(report, words),
        shares: shares(report, words),
        links: report.links.iter().map(|path| FileLink::to(path)).collect(),
        lists: findings(report, words).into_iter().collect(),
        rows_heading: say(words, "report-texts"),
        groups: vec![Group { folded: None, rows: report.rows.iter().map(|one| row(report, one, words)).collect() }],
        closing: waived_list(&report.waived, words).into_iter().collect(),
        data: data(report),
    }
}

fn figures(report: &RunReport, words: &Words<'_>) -> Vec<Figure> {
    let translated = report.rows.iter().filter(|row| row.status() >= Status::Translated).count();
    let whole = report.rows.len();
    let mut out = vec![
        Figure::plain(say(words, "report-segments"), whole.to_string()),
        Figure::plain(say(words, "report-words"), report.words().to_string()),
        Figure {
            label: say(words, "report-coverage"),
            value: say_percent(words, percent(translated, whole)),
            tone: if translated == whole { Tone::Good } else { Tone::Mild },
        },
    ];
    for (severity, count) in counts(report.all_findings()) {
        let tone = match severity {
            _ if count == 0 => Tone::Plain,
            Severity::Critical | Severity::Major => Tone::Bad,
            Severity::Minor => Tone::Mild,
            Severity::Neutral => Tone::Plain,
        };
        let label = say(words, &format!("report-findings-{}", severity.as_str()));
        out.push(Figure { label, value: count.to_string(), tone });
    }
    out
}

fn shares(report: &RunReport, words: &Words<'_>) -> Vec<Share> {
    let of = report.rows.len();
    let counts = Status::ALL.map(|status| report.coverage(status).0);
    let shares = Status::ALL.into_iter().zip(counts).zip(Share::percents(&counts));
    shares
        .filter(|((_, count), _)| *count > 0)
        .map(|((status, count), percent)| Share {
            label: say(words, &format!("report-status-{}", status.as_str())),
            count,
            of,
            percent: say_percent(words, percent),
            class: status.as_str(),
        })
        .collect()
}

/// All findings, the worst first, each linked to its sentence.
fn findings(report: &RunReport, words: &Words<'_>) -> Option<List> {
    let mut all: Vec<&WordedFinding> = report.all_findings().collect();
    all.sort_by_key(|worded| std::cmp::Reverse(worded.finding.severity));
    let shown: BTreeSet<String> = report.rows.iter().map(|row| format!("s-{}", row.id)).collect();
    let entry = |worded: &WordedFinding| {
        let side = if worded.finding.place.side == Side::Source { &report.source } else { &report.target };
        let location = worded.location();
        let rule = rule_name(words, worded.finding.rule());
        let text = match (worded.finding.place.segment, location.is_empty()) {
            (None, false) => format!("{rule}: {location}: {}", worded.reason),
            _ => format!("{rule}: {}", worded.reason),
        };
        Entry {
            anchor: worded.anchor().filter(|anchor| shown.contains(anchor)),
            badge: severity_badge(worded.finding.severity, words),
            text,
            runs: if worded.excerpt().is_empty() { Vec::new() } else { ChangeRun::plain(worded.excerpt()) },
            language: side.to_string(),
        }
    };
    let entries: Vec<Entry> = all.into_iter().map(entry).collect();
    (!entries.is_empty()).then(|| List { heading: say(words, "report-findings"), entries })
}

fn row(report: &RunReport, row: &RunRow, words: &Words<'_>) -> Row {
    let source = Cell {
        label: say(words, "report-source-text"),
        language: report.source.to_string(),
        runs: marked(&row.source, row, Side::Source, words),
        wide: false,
    };
    let text = row.target.as_ref().map(|target| &target.text);
    let target = Cell {
        label: say(words, "report-translation"),
        language: report.target.to_string(),
        runs: text.map(|text| marked(text, row, Side::Target, words)).unwrap_or_default(),
        wide: false,
    };
    let mut cells = vec![source, target];
    if let Some(stale) = row.target.as_ref().and_then(|target| target.stale.as_ref()) {
        cells.push(Cell {
            label: say(words, "report-source-change"),
            language: report.source.to_string(),
            runs: ChangeRun::changes(&word_diff(&stale.prose, &row.source.prose)),
            wide: true,
        });
    }
    if let Some((before, now)) = row.before.as_deref().zip(text) {
        cells.push(Cell {
            label: say(words, "report-since-before"),
            language: report.target.to_string(),
            runs: ChangeRun::changes(&word_diff(before, &now.prose)),
            wide: true,
        });
    }
    Row {
        anchor: format!("s-{}", row.id),
        badges: badges(row, words),
        cells,
        figures: Vec::new(),
        notes: row.findings.iter().map(|worded| note(worded, words)).collect(),
    }
}

fn badges(row: &RunRow, words: &Words<'_>) -> Vec<Badge> {
    let status = row.status();
    let tone = match status {
        Status::Missing | Status::Stale => Tone::Bad,
        Status::Draft => Tone::Mild,
        Status::Translated => Tone::Plain,
        Status::Reviewed | Status::Final => Tone::Good,
    };
    let mut out = vec![
        Badge::plain(role_name(&row.role, words)),
        Badge { text: say(words, &format!("report-status-{}", status.as_str())), tone },
    ];
    if let Some(target) = &row.target {
        out.push(Badge::plain(origin_name(&target.origin, words)));
        if let Some(approval) = target.approval.as_ref().filter(|_| target.state > State::Translated) {
            let date = Value::date(&approval.date);
            let args = [("by", (&approval.by).into()), ("date", date)];
            out.push(Badge::plain(words(&format!("report-approved-{}", target.state.as_str()), &args)));
        }
    }
    out
}

/// A text with its terms and findings marked, and with the inline code that a reader reads among the words.
fn marked(text: &Text, row: &RunRow, side: Side, words: &Words<'_>) -> Vec<ChangeRun> {
    let mut codes = text.read_codes(&row.source).into_iter().peekable();
    let text = text.prose.as_str();
    let terms: Vec<_> = row.terms.iter().filter(|hit| hit.side == side && !hit.span.is_empty()).collect();
    let findings: Vec<_> = row
        .findings
        .iter()
        .map(|worded| &worded.finding)
        .filter(|finding| finding.place.side == side && !finding.place.span.is_empty())
        .collect();
    let spans = terms.iter().map(|hit| &hit.span).chain(findings.iter().map(|finding| &finding.place.span));
    let mut bounds: BTreeSet<usize> =
        spans.flat_map(|span| [span.start, span.end]).map(|offset| text.floor_char_boundary(offset)).collect();
    bounds.extend([0, text.len()]);
    bounds.extend(codes.clone().map(|(at, _)| at));
    let bounds: Vec<usize> = bounds.into_iter().collect();
    let words_at = |piece: &Range<usize>| Span {
        text: cut(text, piece).to_owned(),
        term: terms
            .iter()
            .filter(|hit| hit.span.start < piece.end && piece.start < hit.span.end)
            .min_by_key(|hit| hit.usage)
            .map(|hit| term_badge(hit.usage, &hit.concept, words)),
        finding: findings
            .iter()
            .filter(|finding| finding.place.span.start < piece.end && piece.start < finding.place.span.end)
            .max_by_key(|finding| finding.severity)
            .map(|finding| {
                let badge = severity_badge(finding.severity, words);
                Badge { text: format!("{}: {}", badge.text, rule_name(words, finding.rule())), tone: badge.tone }
            }),
        ..Span::default()
    };
    let code = |markup: &str| Span { text: markup.to_owned(), code: true, ..Span::default() };
    let mut spans = Vec::new();
    for piece in bounds.windows(2).filter_map(|pair| Some(*pair.first()?..*pair.last()?)) {
        while let Some((_, markup)) = codes.next_if(|(at, _)| *at <= piece.start) {
            spans.push(code(markup));
        }
        spans.push(words_at(&piece));
    }
    spans.extend(codes.map(|(_, markup)| code(markup)));
    ChangeRun::spans(spans)
}

fn term_badge(usage: Usage, concept: &str, words: &Words<'_>) -> Badge {
    let tone = match usage {
        Usage::Preferred => Tone::Good,
        Usage::Admitted => Tone::Plain,
        Usage::Deprecated => Tone::Mild,
        Usage::Forbidden => Tone::Bad,
    };
    Badge { text: words(&format!("report-term-{}", usage.as_str()), &[("concept", concept.into())]), tone }
}

/// The name of a role in the user's language.
pub(super) fn role_name(role: &Role, words: &Words<'_>) -> String {
    match role {
        Role::Meta(key) => key.clone(),
        other => say(words, &format!("report-role-{}", other.as_str())),
    }
}

fn origin_name(origin: &Origin, words: &Words<'_>) -> String {
    match origin {
        Origin::Human { by: Some(name) } => words("report-origin-human", &[("by", name.into())]),
        Origin::Human { by: None } => say(words, "report-origin-someone"),
        Origin::Machine { engine } => words("report-origin-machine", &[("engine", engine.into())]),
        Origin::Memory { leverage: Leverage::InContext } => say(words, "report-origin-context"),
        Origin::Memory { leverage: Leverage::Exact } => say(words, "report-origin-exact"),
        Origin::Memory { leverage: Leverage::Fuzzy(score) } => {
            words("report-origin-fuzzy", &[("score", (&say_percent(words, usize::from(*score))).into())])
        }
        Origin::Source => say(words, "report-origin-source"),
    }
}
