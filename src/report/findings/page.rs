//! Findings as a page, for the formats that show pages: each text once, with all that was found in it.

use std::collections::{BTreeSet, HashMap};

use super::{CheckReport, WordedFinding, counts, document::document, note, severity_badge, waived_list};
use crate::{
    model::{Severity, Side, cut},
    report::{
        Badge, Cell, ChangeRun, Entry, Figure, Group, List, Page, Row, Span, Tone, Words, rule_name, say, say_count,
    },
};

/// Findings as a page in the user's language, in their order.
#[must_use]
pub fn findings_page(report: &CheckReport<'_>, words: &Words<'_>) -> Page {
    let rows = texts(report.findings).into_iter();
    let mut anchors: HashMap<String, usize> = HashMap::new();
    let rows = rows.map(|list| row(report, &list, &mut anchors, words)).collect();
    Page {
        language: report.language.to_string(),
        kind: say(words, "report-findings"),
        title: report.title.to_owned(),
        title_language: report.language.to_string(),
        subtitle: say_count(words, "report-findings-count", report.findings.len()),
        figures: figures(report.findings, words),
        shares: Vec::new(),
        links: Vec::new(),
        lists: unchecked(report, words).into_iter().collect(),
        rows_heading: say(words, "report-findings"),
        groups: vec![Group { folded: None, rows }],
        closing: waived_list(report.waived, words).into_iter().collect(),
        data: document(report),
    }
}

/// The number of findings of each severity.
fn figures(findings: &[WordedFinding], words: &Words<'_>) -> Vec<Figure> {
    let figure = |(severity, count): (Severity, usize)| Figure {
        label: say(words, &format!("report-findings-{}", severity.as_str())),
        value: count.to_string(),
        tone: if count == 0 { Tone::Plain } else { severity_badge(severity, words).tone },
    };
    counts(findings).into_iter().map(figure).collect()
}

/// The findings of each text together, in the order of the first of each.
fn texts(findings: &[WordedFinding]) -> Vec<Vec<&WordedFinding>> {
    let mut texts: Vec<Vec<&WordedFinding>> = Vec::new();
    let mut indexes = HashMap::new();
    for worded in findings {
        let place = &worded.finding.place;
        let Some(segment) = place.segment else {
            texts.push(vec![worded]);
            continue;
        };
        let key = (place.file.clone(), segment, place.side == Side::Source);
        let index = *indexes.entry(key).or_insert_with(|| {
            texts.push(Vec::new());
            texts.len() - 1
        });
        texts.iter_mut().skip(index).take(1).for_each(|text| text.push(worded));
    }
    texts
}

fn row(
    report: &CheckReport<'_>,
    list: &[&WordedFinding],
    anchors: &mut HashMap<String, usize>,
    words: &Words<'_>,
) -> Row {
    let Some(first) = list.first() else { return Row::default() };
    let place = &first.finding.place;
    // One segment may have findings in several files, and an anchor is of one place in the page.
    let anchor = first.anchor().unwrap_or_else(|| "finding".to_owned());
    let count = anchors.entry(anchor.clone()).or_default();
    *count += 1;
    let is_source = place.side == Side::Source;
    let language = if is_source { None } else { place.locale.as_ref() }.unwrap_or(report.source);
    let cell = place.segment.map(|_| Cell {
        label: say(words, if is_source { "report-source-text" } else { "report-translation" }),
        language: language.to_string(),
        runs: if first.text.is_empty() { Vec::new() } else { marked(&first.text, list, words) },
        wide: true,
    });
    Row {
        anchor: if *count == 1 { anchor } else { format!("{anchor}-{count}") },
        badges: [first.location()].into_iter().filter(|place| !place.is_empty()).map(Badge::plain).collect(),
        cells: cell.into_iter().collect(),
        figures: Vec::new(),
        notes: list.iter().map(|worded| note(worded, words)).collect(),
    }
}

/// What could not be checked, and why; without it a page would pass for that of a sound project.
fn unchecked(report: &CheckReport<'_>, words: &Words<'_>) -> Option<List> {
    let entry = |error: &String| Entry {
        anchor: None,
        badge: Badge { text: say(words, "report-error"), tone: Tone::Bad },
        text: error.clone(),
        runs: Vec::new(),
        language: String::new(),
    };
    let entries: Vec<Entry> = report.errors.iter().map(entry).collect();
    (!entries.is_empty()).then(|| List { heading: say(words, "report-unchecked"), entries })
}

/// A text with its findings marked; of several at one place, the worst.
fn marked(text: &str, list: &[&WordedFinding], words: &Words<'_>) -> Vec<ChangeRun> {
    let findings: Vec<_> = list.iter().map(|worded| &worded.finding).collect();
    let ends = findings.iter().flat_map(|finding| [finding.place.span.start, finding.place.span.end]);
    let mut bounds: BTreeSet<usize> = ends.map(|offset| text.floor_char_boundary(offset)).collect();
    bounds.extend([0, text.len()]);
    let bounds: Vec<usize> = bounds.into_iter().collect();
    let spans = bounds.windows(2).filter_map(|pair| Some(*pair.first()?..*pair.last()?)).map(|piece| {
        let here = findings.iter().filter(|finding| {
            let span = &finding.place.span;
            span.start < piece.end && piece.start < span.end
        });
        let badge = here.max_by_key(|finding| finding.severity).map(|finding| {
            let badge = severity_badge(finding.severity, words);
            Badge { text: format!("{}: {}", badge.text, rule_name(words, finding.rule())), tone: badge.tone }
        });
        Span { text: cut(text, &piece).to_owned(), finding: badge, ..Span::default() }
    });
    ChangeRun::spans(spans.collect())
}
