//! The result of a run for one article in one locale.

use std::{collections::BTreeMap, ops::Range};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::{
    diff::words,
    model::{
        Article, Leverage, Locale, Origin, Remark, Role, SegmentId, Side, State, Target, Text, Translation, Usage,
    },
};

use super::{
    findings::{WordedFinding, WordedWaived, counts, finding_json, waived_json},
    json::{changes_json, envelope},
};

/// One article in one locale: the two texts side by side, with everything known about each sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunReport {
    /// The name of the article.
    pub slug: String,
    /// Its headline in the source language; empty if it has none.
    pub title: String,
    /// The language of the article.
    pub source: Locale,
    /// The language of the edition.
    pub target: Locale,
    /// Files of the edition, as links relative to the report.
    pub links: Vec<String>,
    /// Whether the edition is ready.
    pub is_ready: bool,
    /// The sentences in reading order.
    pub rows: Vec<RunRow>,
    /// Findings that belong to no sentence.
    pub findings: Vec<WordedFinding>,
    /// The findings that somebody has waived.
    pub waived: Vec<WordedWaived>,
}

/// A sentence with its translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunRow {
    /// The segment.
    pub id: SegmentId,
    /// The id of its unit (`p-3`).
    pub unit: String,
    /// The role of its unit.
    pub role: Role,
    /// The source sentence.
    pub source: Text,
    /// Its translation, if there is one.
    pub target: Option<Target>,
    /// What people noted beside it.
    pub remarks: Vec<Remark>,
    /// The previous text in the edition, if it differed.
    pub before: Option<String>,
    /// Glossary terms in either text.
    pub terms: Vec<TermHit>,
    /// The findings on the sentence.
    pub findings: Vec<WordedFinding>,
}

/// A glossary term found in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermHit {
    /// Its position: bytes of the prose on that side.
    pub span: Range<usize>,
    /// The side.
    pub side: Side,
    /// The id of the concept.
    pub concept: String,
    /// The usage of the wording.
    pub usage: Usage,
}

/// The input of a run report besides article and translation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RunInput {
    /// The findings with their messages.
    pub findings: Vec<WordedFinding>,
    /// The findings that somebody has waived.
    pub waived: Vec<WordedWaived>,
    /// Glossary terms by segment.
    pub terms: BTreeMap<SegmentId, Vec<TermHit>>,
    /// The previous texts of the edition, by segment.
    pub before: BTreeMap<SegmentId, String>,
    /// Files of the edition, as links relative to the report.
    pub links: Vec<String>,
    /// Whether the edition is ready.
    pub is_ready: bool,
}

/// The status of a sentence for readers of a report; ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// There is no translation.
    Missing,
    /// The translation is of an earlier source sentence.
    Stale,
    /// A machine draft or a fuzzy match.
    Draft,
    /// Written or confirmed by a person.
    Translated,
    /// Approved by a second person.
    Reviewed,
    /// May be published.
    Final,
}

impl Status {
    /// Every status, the best first.
    pub const ALL: [Self; 6] = [Self::Final, Self::Reviewed, Self::Translated, Self::Draft, Self::Stale, Self::Missing];

    /// The name used in JSON and message ids.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Stale => "stale",
            Self::Draft => "draft",
            Self::Translated => "translated",
            Self::Reviewed => "reviewed",
            Self::Final => "final",
        }
    }
}

impl RunRow {
    /// The status of the sentence.
    #[must_use]
    pub fn status(&self) -> Status {
        match &self.target {
            None => Status::Missing,
            Some(target) if target.is_stale() => Status::Stale,
            Some(target) => match target.state {
                State::Initial => Status::Draft,
                State::Translated => Status::Translated,
                State::Reviewed => Status::Reviewed,
                State::Final => Status::Final,
            },
        }
    }

    /// Words (runs of non-space) of the source sentence.
    #[must_use]
    pub fn words(&self) -> usize {
        self.source.prose.split_whitespace().count()
    }
}

impl RunReport {
    /// The number of segments and source words with a status.
    #[must_use]
    pub fn coverage(&self, status: Status) -> (usize, usize) {
        let matching = self.rows.iter().filter(|row| row.status() == status);
        matching.fold((0, 0), |(segments, words), row| (segments + 1, words + row.words()))
    }

    /// The number of source words.
    #[must_use]
    pub fn words(&self) -> usize {
        self.rows.iter().map(RunRow::words).sum()
    }

    /// All findings: those without a sentence, then the others in reading order.
    pub fn all_findings(&self) -> impl Iterator<Item = &WordedFinding> {
        self.findings.iter().chain(self.rows.iter().flat_map(|row| &row.findings))
    }
}

/// Assembles a run report, with each finding at its sentence.
#[must_use]
pub fn run_report(article: &Article, translation: &Translation, mut input: RunInput) -> RunReport {
    let mut by_segment: BTreeMap<SegmentId, Vec<WordedFinding>> = BTreeMap::new();
    let mut loose = Vec::new();
    for worded in input.findings {
        match worded.finding.place.segment {
            Some(id) => by_segment.entry(id).or_default().push(worded),
            None => loose.push(worded),
        }
    }
    let rows = article
        .translated()
        .map(|(unit, segment)| {
            let target = translation.targets.get(&segment.id).cloned();
            let now = target.as_ref().map(|target| target.text.prose.as_str());
            let before = input.before.remove(&segment.id).filter(|before| Some(before.as_str()) != now);
            RunRow {
                id: segment.id,
                unit: unit.id.clone(),
                role: unit.role.clone(),
                source: unit.text_of(segment),
                target,
                remarks: translation.remarks.get(&segment.id).cloned().unwrap_or_default(),
                before,
                terms: input.terms.remove(&segment.id).unwrap_or_default(),
                findings: by_segment.remove(&segment.id).unwrap_or_default(),
            }
        })
        .collect();
    // Keep findings on segments that are not translated (a byline) or no longer exist.
    loose.extend(by_segment.into_values().flatten());
    let title = article.units.iter().find(|unit| unit.role == Role::Title);
    RunReport {
        slug: article.slug.clone(),
        title: title.map(|unit| unit.text.prose.clone()).unwrap_or_default(),
        source: article.locale.clone(),
        target: translation.locale.clone(),
        links: input.links,
        is_ready: input.is_ready,
        rows,
        findings: loose,
        waived: input.waived,
    }
}

/// The report as JSON data.
pub(super) fn data(report: &RunReport) -> Value {
    let coverage: serde_json::Map<String, Value> = Status::ALL
        .into_iter()
        .map(|status| {
            let (segments, words) = report.coverage(status);
            (status.as_str().to_owned(), json!({ "segments": segments, "words": words }))
        })
        .collect();
    let findings: serde_json::Map<String, Value> = counts(report.all_findings())
        .into_iter()
        .map(|(severity, count)| (severity.as_str().to_owned(), json!(count)))
        .collect();
    envelope(
        "run",
        json!({
            "slug": report.slug,
            "title": report.title,
            "source": report.source.to_string(),
            "target": report.target.to_string(),
            "segments": report.rows.len(),
            "words": report.words(),
            "coverage": coverage,
            "counts": findings,
            "links": report.links,
            "ready": report.is_ready,
            "rows": report.rows.iter().map(row_data).collect::<Vec<_>>(),
            "findings": report.findings.iter().map(finding_json).collect::<Vec<_>>(),
            "waived": waived_json(&report.waived),
        }),
    )
}

fn row_data(row: &RunRow) -> Value {
    let text = row.target.as_ref().map(|target| target.text.prose.as_str());
    let changes = row.before.as_deref().zip(text);
    let target = row.target.as_ref().filter(|target| !target.is_stale());
    let approval = target.and_then(|target| target.approval.as_ref());
    let term = |hit: &TermHit| {
        json!({
            "concept": hit.concept,
            "usage": hit.usage.as_str(),
            "side": match hit.side { Side::Target => "target", Side::Source => "source" },
            "start": hit.span.start,
            "end": hit.span.end,
        })
    };
    json!({
        "id": row.id.to_string(),
        "anchor": format!("s-{}", row.id),
        "unit": row.unit,
        "role": row.role.as_str(),
        "source": row.source.prose,
        "target": text,
        "status": row.status().as_str(),
        "state": row.target.as_ref().map(|target| target.state.as_str()),
        "origin": row.target.as_ref().map(|target| origin_data(&target.origin)),
        "approved_by": approval.map(|one| one.by.as_str()),
        "approved_despite": approval.map(|one| &one.despite).filter(|despite| !despite.is_empty()),
        "note": note(&row.remarks),
        "remarks": row.remarks.iter().map(|one| json!({ "by": one.by, "text": one.text })).collect::<Vec<_>>(),
        "written_for": row.target.as_ref().and_then(|target| target.written_for.as_ref()).map(|text| text.prose.as_str()),
        "stale_source": row.target.as_ref().and_then(|target| target.stale.as_ref()).map(|text| text.prose.as_str()),
        "before": row.before,
        "changes": changes.map(|(old, new)| changes_json(&words(old, new))),
        "terms": row.terms.iter().map(term).collect::<Vec<_>>(),
        "findings": row.findings.iter().map(finding_json).collect::<Vec<_>>(),
    })
}

/// Returns the words of all remarks; `None` without any.
fn note(remarks: &[Remark]) -> Option<String> {
    let texts: Vec<&str> = remarks.iter().map(|remark| remark.text.as_str()).collect();
    (!texts.is_empty()).then(|| texts.join("\n"))
}

fn origin_data(origin: &Origin) -> Value {
    match origin {
        Origin::Human { by } => json!({ "kind": "human", "by": by }),
        Origin::Machine { engine } => json!({ "kind": "machine", "engine": engine }),
        Origin::Memory { leverage } => {
            let (name, score) = match leverage {
                Leverage::InContext => ("in-context", 100),
                Leverage::Exact => ("exact", 100),
                Leverage::Fuzzy(score) => ("fuzzy", *score),
            };
            json!({ "kind": "memory", "leverage": name, "score": score })
        }
        Origin::Source => json!({ "kind": "source" }),
    }
}
