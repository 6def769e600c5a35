//! The XLIFF reader.

use std::collections::HashSet;

use super::{
    extradata::Extradata,
    names::{self, OBSOLETE, OWN_NOTE},
    outline::{Item, NoUnitIdProblem, Outline, RawNote, RawUnit, outline},
    state,
};
use crate::{
    bilingual::{Bilingual, BilingualError, BilingualUnit, digest, same, space::is_blank},
    model::{
        Args, Finding, LineIndex, Locale, Origin, Parsed, Place, Problem, Remark, Role, Severity, State, Target, Text,
    },
    xml::Tag,
};

/// Two segments have the same id.
pub(super) struct DuplicateProblem {
    unit: String,
}

impl Problem for DuplicateProblem {
    fn rule(&self) -> &'static str {
        "bilingual-duplicate"
    }

    fn id(&self) -> &'static str {
        "bilingual-duplicate"
    }

    fn args(&self) -> Args {
        vec![("unit", (&self.unit).into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { unit: "961ac15519d7".to_owned() }]
    }
}

/// Reads the first `<file>` of an XLIFF 1.x file, ours or another tool's.
///
/// A unit without a name or source is reported and skipped; a duplicate name is reported, and the unit kept. A file
/// that is not XML, is not XLIFF 1.x or declares no usable language is an error.
pub fn read(text: &str) -> Result<Parsed<Bilingual>, BilingualError> {
    let outline = outline(text)?;
    let (source, target) = locales(&outline)?;
    let mut findings = outline.findings;
    let mut units = Vec::new();
    let mut obsolete = Vec::new();
    let mut seen = HashSet::new();
    let mut fixed_slug = None;
    // The open groups, innermost last.
    let mut groups: Vec<GroupKind> = Vec::new();
    let lines = LineIndex::new(text);
    for item in &outline.items {
        if let (None, Item::Unit(raw)) = (&fixed_slug, item) {
            fixed_slug = own_data(raw).and_then(|own_data| own_data.slug);
        }
        match item {
            Item::Open(tag) => groups.push(group_kind(tag)),
            Item::Close(_) => drop(groups.pop()),
            Item::Unit(raw) if groups.contains(&GroupKind::Obsolete) => match obsolete_unit(raw, &lines) {
                Some(entry) => obsolete.push(entry),
                None => findings.push(unit_finding(NoUnitIdProblem, raw)),
            },
            Item::Unit(raw) => {
                let role = groups.iter().rev().find_map(|group| match group {
                    GroupKind::Of(role) => Some(role.clone()),
                    _ => None,
                });
                let unit = unit(raw, role.unwrap_or_else(|| named_role(&raw.tag)), &lines);
                if !seen.insert(unit.name.clone()) {
                    findings.push(unit_finding(DuplicateProblem { unit: unit.name.clone() }, raw));
                }
                units.push(unit);
            }
        }
    }
    let original = outline.file.get("original").unwrap_or_default().to_owned();
    Ok(Parsed { value: Bilingual { original, source, target, units, obsolete, fixed_slug }, findings })
}

/// Returns the languages that the `<file>` declares.
pub(super) fn locales(outline: &Outline<'_>) -> Result<(Locale, Option<Locale>), BilingualError> {
    let line = outline.file.line;
    let locale = |name| match outline.file.get(name) {
        None | Some("") => Ok(None),
        // Java tools write `be_BY`.
        Some(tag) => {
            let parsed = tag.replace('_', "-").parse::<Locale>();
            parsed.map(Some).map_err(|error| BilingualError::Locale { line, error })
        }
    };
    let source = locale("source-language")?.ok_or(BilingualError::NoLocale { line })?;
    Ok((source, locale("target-language")?))
}

fn unit_finding(problem: impl Problem, raw: &RawUnit<'_>) -> Finding {
    let segment = raw.tag.get("id").and_then(|name| name.parse().ok());
    let place = Place { line: Some(raw.tag.line), segment, ..Place::default() };
    Finding::new(problem, Severity::Major, place)
}

/// What a group holds.
#[derive(PartialEq)]
enum GroupKind {
    /// A block of this role.
    Of(Role),
    /// Anything.
    Unnamed,
    /// Sentences that the article no longer has.
    Obsolete,
}

fn group_kind(tag: &Tag<'_>) -> GroupKind {
    match (tag.get("resname"), tag.get("translate")) {
        (Some(OBSOLETE), Some("no")) => GroupKind::Obsolete,
        (Some(_), _) => GroupKind::Of(named_role(tag)),
        (None, _) => GroupKind::Unnamed,
    }
}

fn named_role(tag: &Tag<'_>) -> Role {
    names::role(tag.get("resname"), tag.get("restype"))
}

/// Returns our own data of a unit.
pub(super) fn own_data(raw: &RawUnit<'_>) -> Option<Extradata> {
    raw.tag.get("extradata").and_then(Extradata::read)
}

/// Returns what people wrote in a unit's notes.
pub(super) fn remarks(raw: &RawUnit<'_>) -> Vec<Remark> {
    let notes = raw.notes.iter().filter(|note| !is_own_note(note) && !note.text.trim().is_empty());
    let by = |note: &RawNote| note.from.clone().filter(|from| !from.trim().is_empty());
    notes.map(|note| Remark { by: by(note), text: note.text.trim().to_owned() }).collect()
}

/// Whether a note is ours; a tool that forgets who wrote it returns the words that we begin with.
pub(super) fn is_own_note(note: &RawNote) -> bool {
    match note.from.as_deref() {
        Some(from) if !from.trim().is_empty() => from == OWN_NOTE,
        _ => names::names_role(&note.text),
    }
}

/// Reads a unit of the obsolete group; `None` without a segment id, or with neither target nor remarks.
fn obsolete_unit(raw: &RawUnit<'_>, lines: &LineIndex<'_>) -> Option<BilingualUnit> {
    let mut unit = unit(raw, named_role(&raw.tag), lines);
    unit.id = Some(names::obsolete_id(&unit.name)?);
    (unit.target.is_some() || !unit.remarks.is_empty()).then_some(unit)
}

/// Reads a unit.
pub(super) fn unit(raw: &RawUnit<'_>, role: Role, lines: &LineIndex<'_>) -> BilingualUnit {
    let name = raw.tag.get("id").unwrap_or_default().to_owned();
    let own_data = own_data(raw);
    let note = raw.notes.iter().find(|note| note.from.as_deref() == Some(OWN_NOTE)).map(|note| note.text.clone());
    let mut unit = BilingualUnit {
        id: name.parse().ok(),
        name,
        role,
        source: raw.source.text.clone(),
        target: None,
        note,
        remarks: remarks(raw),
        sent: own_data.as_ref().map(|own_data| own_data.sent),
        edited: false,
        marked: State::Initial,
        sent_state: own_data.as_ref().map(Extradata::sent_state),
        line: raw.tag.line,
        target_at: lines.position(raw.target.as_ref().map_or(raw.span.start, |target| target.inner.start)),
    };
    let Some(content) = &raw.target else { return unit };
    if is_blank(&content.text) {
        return unit;
    }
    let attribute = content.tag.get("state");
    let is_untranslated = matches!(attribute, Some("needs-translation" | "new"));
    let approved = raw.tag.get("approved") == Some("yes");
    unit.marked = attribute.map_or(State::Initial, state::review_state);
    if approved {
        unit.marked = unit.marked.max(State::Translated);
    }
    // Tools that show only units with a target are given a copy of the source; a copy is not a translation.
    if is_untranslated && same(&content.text, &unit.source) {
        return unit;
    }
    unit.edited = own_data.as_ref().is_some_and(|own_data| own_data.sent.target != Some(digest(&content.text)));
    let mut target = target(&unit, content.text.clone(), attribute, content.tag.get("state-qualifier"), own_data);
    if approved && target.state == State::Initial {
        // We never write both: somebody has approved a draft, or a stale target, and left its state.
        (target.state, target.stale, target.earlier_state) = (State::Translated, None, None);
    }
    unit.target = Some(target);
    unit
}

fn target(
    unit: &BilingualUnit,
    text: Text,
    attribute: Option<&str>,
    qualifier: Option<&str>,
    own_data: Option<Extradata>,
) -> Target {
    if unit.edited {
        return Target::human(text, None);
    }
    let foreign = own_data.is_none();
    let earlier_state = own_data.as_ref().and_then(|own_data| own_data.state);
    let (origin, approval, earlier, written_for) = own_data.map_or((None, None, None, None), |own_data| {
        (own_data.origin, own_data.approval, own_data.stale, own_data.written_for)
    });
    // Without a state, another tool's target counts as a translation.
    let state = attribute.map_or(if foreign { State::Translated } else { State::Initial }, state::review_state);
    let is_stale = attribute == Some("needs-adaptation");
    let origin = origin.unwrap_or_else(|| match state {
        State::Initial => state::origin(qualifier),
        _ => Origin::Human { by: None },
    });
    Target {
        text,
        state,
        origin,
        stale: is_stale.then(|| earlier.unwrap_or_default()),
        written_for: written_for.filter(|_| !is_stale).map(Box::new),
        earlier_state: earlier_state.filter(|_| is_stale),
        approval,
    }
}
