//! First machine drafts, stored in git beside the segment files so that draft and final text can be compared.

use super::tmx::{self, Tmx, TmxError, TmxUnit};
use crate::model::{Args, Finding, Locale, Parsed, Place, Problem, SegmentId, Severity, Text};

/// The first draft of a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The segment's id.
    pub id: SegmentId,
    /// The source sentence.
    pub source: Text,
    /// The machine's translation.
    pub target: Text,
    /// The engine's product name.
    pub engine: String,
    /// The date: a day (`2022-03-22`) or a second of UTC (`2022-03-22T10:15:00Z`).
    pub date: String,
}

/// The property that names the engine.
const ENGINE: &str = "x-engine";

/// Writes drafts as TMX, in the given order.
#[must_use]
pub fn write(drafts: &[Draft], source: &Locale, target: &Locale) -> String {
    let units = drafts.iter().map(|draft| TmxUnit {
        id: Some(draft.id.to_string()),
        properties: vec![(ENGINE.to_owned(), draft.engine.clone())],
        date: Some(to_tmx(&draft.date)),
        by: None,
        variants: vec![(source.clone(), draft.source.clone()), (target.clone(), draft.target.clone())],
    });
    tmx::write(&Tmx { source: Some(source.clone()), units: units.collect() })
}

/// A unit of the file is not one of our drafts.
pub(super) struct UnknownDraftProblem {
    unit: String,
}

impl Problem for UnknownDraftProblem {
    fn rule(&self) -> &'static str {
        "draft-unit"
    }

    fn id(&self) -> &'static str {
        "draft-unit"
    }

    fn args(&self) -> Args {
        vec![("unit", (&self.unit).into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { unit: "3".to_owned() }]
    }
}

/// Reads a file written by [`write()`]. A unit that is not one of our drafts is reported and left out.
pub fn read(text: &str) -> Result<Parsed<Vec<Draft>>, TmxError> {
    let Parsed { value, mut findings } = tmx::read(text)?;
    let mut drafts = Vec::new();
    for unit in value.units {
        let name = unit.id.clone().unwrap_or_default();
        if let Some(draft) = draft(unit) {
            drafts.push(draft);
        } else {
            findings.push(Finding::new(UnknownDraftProblem { unit: name }, Severity::Minor, Place::default()));
        }
    }
    Ok(Parsed { value: drafts, findings })
}

fn draft(unit: TmxUnit) -> Option<Draft> {
    let id = unit.id.as_deref()?.parse().ok()?;
    let engine = unit.property(ENGINE)?.to_owned();
    let date = from_tmx(unit.date.as_deref().unwrap_or_default());
    let mut variants = unit.variants.into_iter();
    let ((_, source), (_, target)) = (variants.next()?, variants.next()?);
    Some(Draft { id, source, target, engine, date })
}

/// Converts `2022-03-22` to `20220322T000000Z`: TMX requires the basic form of ISO 8601 with the time.
fn to_tmx(date: &str) -> String {
    let mut basic: String = date.chars().filter(|c| !matches!(c, '-' | ':')).collect();
    if basic.len() == 8 {
        basic.push_str("T000000Z");
    }
    basic
}

/// The reverse of [`to_tmx`]: midnight counts as a day without time.
fn from_tmx(date: &str) -> String {
    let part = |from: usize, to: usize| date.get(from..to).unwrap_or_default();
    if date.len() != "20220322T101500Z".len() || !date.is_ascii() {
        return date.to_owned();
    }
    let day = format!("{}-{}-{}", part(0, 4), part(4, 6), part(6, 8));
    match part(8, 16) {
        "T000000Z" => day,
        _ => format!("{day}T{}:{}:{}Z", part(9, 11), part(11, 13), part(13, 15)),
    }
}
