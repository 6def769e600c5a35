//! The planned content of a segment file, for a new file or for an existing one.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
};

use super::{
    XliffProfile,
    extradata::Extradata,
    names::{self, META, OBSOLETE, ROLE_NOTE},
    state,
};
use crate::{
    bilingual::{Conflict, Notes, SentDigests, digest},
    model::{Article, Remark, Role, SegmentId, State, Target, Text, Translation},
};

/// A `<group>`.
#[derive(Debug)]
pub(super) struct PlannedGroup<'a> {
    /// The role it is named after; `None` for the group of obsolete units.
    pub(super) role: Option<&'a Role>,
    /// Its units.
    pub(super) units: Vec<PlannedUnit<'a>>,
}

/// A `<trans-unit>`.
#[derive(Debug)]
pub(super) struct PlannedUnit<'a> {
    /// Its `id`.
    pub(super) name: String,
    /// Its own role, if the group does not give it.
    pub(super) role: Option<&'a Role>,
    /// The content of `<source>`.
    pub(super) source: Cow<'a, Text>,
    /// The content of `<target>`; `None` leaves it empty.
    pub(super) target: Option<Cow<'a, Text>>,
    /// `state` of the target.
    pub(super) state: &'static str,
    /// `state-qualifier` of the target.
    pub(super) qualifier: Option<&'static str>,
    /// Whether the target is `approved`: it has been reviewed. Some tools go by this and not by the state.
    pub(super) approved: bool,
    /// Our note.
    pub(super) note: Option<String>,
    /// Remarks by people or tools, each in a note of its own.
    pub(super) remarks: &'a [Remark],
    /// Our own data.
    pub(super) extradata: Extradata,
}

impl PlannedGroup<'_> {
    /// Returns `resname` and `restype`.
    pub(super) fn names(&self) -> (String, Option<&'static str>) {
        self.role.map_or_else(|| (OBSOLETE.to_owned(), None), role_names)
    }
}

/// Returns `resname` and `restype` of a role.
pub(super) fn role_names(role: &Role) -> (String, Option<&'static str>) {
    (names::resname(role), matches!(role, Role::Meta(_)).then_some(META))
}

/// Returns the groups of an article's file in reading order. Units that nobody translates (a byline) are left out
/// unless they have a target; a target without a segment counts as obsolete.
pub(super) fn plan<'a>(
    article: &'a Article,
    translation: &'a Translation,
    notes: Notes<'_>,
    profile: XliffProfile,
) -> Vec<PlannedGroup<'a>> {
    let mut groups = Vec::new();
    let mut seen: HashSet<SegmentId> = HashSet::new();
    for unit in &article.units {
        let mut units = Vec::new();
        for segment in &unit.segments {
            let target = translation.targets.get(&segment.id).filter(|target| !target.text.is_empty());
            let remarks = translation.remarks.get(&segment.id).map_or(&[][..], Vec::as_slice);
            let is_wanted = unit.role.is_translated() || target.is_some() || !remarks.is_empty();
            if is_wanted && seen.insert(segment.id) {
                let source = unit.text_of(segment);
                let note = Some(note(&unit.role, target, notes(segment.id)));
                let name = segment.id.to_string();
                units.push(match profile {
                    XliffProfile::Plain => entry(name, None, Cow::Owned(source), target, (note, remarks)),
                    XliffProfile::OmegaT => copied_unit(name, source, target, note),
                });
            }
        }
        if !units.is_empty() {
            groups.push(PlannedGroup { role: Some(&unit.role), units });
        }
    }
    let obsolete = if profile == XliffProfile::Plain { obsolete(translation, &seen) } else { Vec::new() };
    if !obsolete.is_empty() {
        groups.push(PlannedGroup { role: None, units: obsolete });
    }
    // In the title's unit, or in the first one where there is no title.
    let titles = groups.iter().position(|group| group.role == Some(&Role::Title)).unwrap_or_default();
    if let Some(first) = groups.get_mut(titles).and_then(|group| group.units.first_mut()) {
        first.extradata.slug.clone_from(&translation.fixed_slug);
    }
    groups
}

fn entry<'a>(
    name: String,
    role: Option<&'a Role>,
    source: Cow<'a, Text>,
    target: Option<&'a Target>,
    (note, remarks): (Option<String>, &'a [Remark]),
) -> PlannedUnit<'a> {
    let sent = target.map(|target| digest(&target.text));
    let sent = SentDigests { source: digest(&source), target: sent, ours: sent };
    PlannedUnit {
        name,
        role,
        source,
        target: target.map(|target| Cow::Borrowed(&target.text)),
        state: state::attribute(target),
        qualifier: state::qualifier(target),
        approved: target.is_some_and(|target| target.state >= State::Reviewed && target.stale.is_none()),
        note,
        remarks,
        extradata: Extradata::of(sent, target),
    }
}

/// Plans a unit whose target is a copy of its source.
fn copied_unit<'a>(name: String, source: Text, ours: Option<&Target>, note: Option<String>) -> PlannedUnit<'a> {
    let source_digest = digest(&source);
    let sent = SentDigests {
        source: source_digest,
        target: Some(source_digest),
        ours: ours.map(|target| digest(&target.text)),
    };
    PlannedUnit {
        name,
        role: None,
        target: Some(Cow::Owned(source.clone())),
        source: Cow::Owned(source),
        state: state::attribute(None),
        qualifier: None,
        approved: false,
        note,
        remarks: &[],
        extradata: Extradata::of(sent, None),
    }
}

fn obsolete<'a>(translation: &'a Translation, seen: &HashSet<SegmentId>) -> Vec<PlannedUnit<'a>> {
    let mut used_names: HashMap<SegmentId, u32> = seen.iter().map(|id| (*id, 1)).collect();
    let mut units: Vec<PlannedUnit<'a>> = Vec::new();
    for old in &translation.obsolete {
        let name = names::obsolete_name(old.id, &mut used_names);
        let target = Some(&old.target).filter(|target| !target.text.is_empty());
        units.push(entry(name, Some(&old.role), Cow::Borrowed(&old.source), target, (None, &old.remarks)));
    }
    let orphans = translation.targets.iter().filter(|(id, target)| !seen.contains(id) && !target.text.is_empty());
    for (id, target) in orphans {
        let name = names::obsolete_name(*id, &mut used_names);
        let source = target.stale.as_ref().map_or_else(|| Cow::Owned(Text::default()), Cow::Borrowed);
        let remarks = translation.remarks.get(id).map_or(&[][..], Vec::as_slice);
        units.push(entry(name, Some(&Role::Paragraph), source, Some(target), (None, remarks)));
    }
    let is_without_target = |id: &SegmentId| translation.targets.get(id).is_none_or(|target| target.text.is_empty());
    let orphans = translation.remarks.iter().filter(|(id, _)| !seen.contains(id) && is_without_target(id));
    for (id, remarks) in orphans {
        let name = names::obsolete_name(*id, &mut used_names);
        let source = Cow::Owned(Text::default());
        units.push(entry(name, Some(&Role::Paragraph), source, None, (None, remarks)));
    }
    units
}

/// Returns the text of our only note: some tools keep only one.
fn note(role: &Role, target: Option<&Target>, extra: Option<String>) -> String {
    let mut note = format!("{ROLE_NOTE}{}", names::resname(role));
    if let Some((target, old)) = target.and_then(|target| Some((target, target.stale.as_ref()?))) {
        note.push_str("\nEarlier source: ");
        note.push_str(&old.prose);
        note.push_str("\nIts translation: ");
        note.push_str(&target.text.prose);
    }
    if let Some(before) = target.and_then(|target| target.written_for.as_ref()) {
        note.push_str("\nSource when translated: ");
        note.push_str(&before.prose);
    }
    if let Some(extra) = extra.filter(|extra| !extra.is_empty()) {
        note.push('\n');
        note.push_str(&extra);
    }
    note
}

/// Returns units for a file of conflicts: their target as the unit's, written as if ours had been sent, so that merging
/// the file accepts theirs.
pub(super) fn conflict_units(conflicts: &[Conflict]) -> Vec<(&Role, PlannedUnit<'_>)> {
    let mut used_names = HashMap::new();
    let entries = conflicts.iter().map(|conflict| {
        let name = names::obsolete_name(conflict.id, &mut used_names);
        let (role, ours) = (names::resname(&conflict.role), &conflict.ours.text.prose);
        let note = format!("{ROLE_NOTE}{role}\nOurs: {ours}");
        let source = Cow::Borrowed(&conflict.source);
        let mut entry = entry(name, None, source, Some(&conflict.theirs), (Some(note), &conflict.remarks));
        let ours = Some(digest(&conflict.ours.text));
        entry.extradata.sent = SentDigests { target: ours, ours, ..entry.extradata.sent };
        (&conflict.role, entry)
    });
    entries.collect()
}
