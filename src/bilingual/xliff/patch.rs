//! Byte edits that bring an existing unit up to date.

use std::ops::Range;

use super::{
    inline,
    names::OWN_NOTE,
    outline::{Content, RawUnit},
    plan::{PlannedUnit, role_names},
    read::{is_own_note, own_data, remarks},
    write::{LineLayout, attribute, write_note, write_target},
};
use crate::{
    bilingual::remarks::same_remark,
    model::{Role, Text, cut},
    xml::{Attribute, Tag, escape_attribute, escape_text},
};

/// A replacement of a byte span.
#[derive(Debug)]
pub(super) struct Patch {
    /// Byte span in the existing file.
    pub(super) span: Range<usize>,
    /// The replacement.
    pub(super) with: String,
}

/// Returns the edits that turn a unit into the one wanted; none if it is the same already.
pub(super) fn patch(existing: &str, unit: &RawUnit<'_>, want: &PlannedUnit<'_>, layout: &LineLayout) -> Vec<Patch> {
    let mut edits = Vec::new();
    if own_data(unit).as_ref() != Some(&want.extradata) {
        edits.push(set(&unit.tag, "extradata", &want.extradata.write()));
    }
    match (unit.tag.get("approved"), want.approved) {
        (Some("yes"), false) => edits.push(set(&unit.tag, "approved", "no")),
        (None | Some("no"), true) => edits.push(set(&unit.tag, "approved", "yes")),
        _ => {}
    }
    edits.extend(obsolete_marks(existing, &unit.tag, want.role));
    if !identical(&unit.source.text, &want.source) {
        let mut with = String::new();
        inline::write_source(&mut with, &want.source);
        edits.extend(content(existing, &unit.source, with));
    }
    let mut after = unit.target_at;
    let mut added = String::new();
    match &unit.target {
        None => {
            added.push_str(&layout.child);
            write_target(&mut added, want);
        }
        Some(target) => {
            after = after.max(target.end);
            edits.extend(attributes(existing, target, want));
            let text = want.target.as_deref().cloned().unwrap_or_default();
            if !identical(&target.text, &text) {
                let mut with = String::new();
                inline::write(&mut with, &text);
                edits.extend(content(existing, target, with));
            }
        }
    }
    edits.extend(own_note(unit, want, layout, &mut added));
    edits.push(Patch { span: after..after, with: added });
    edits.push(new_remarks(unit, want, layout, after));
    edits.retain(|edit| !(edit.span.is_empty() && edit.with.is_empty()));
    for edit in &mut edits {
        edit.with = layout.with_line_endings(std::mem::take(&mut edit.with));
    }
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    edits
}

/// Whether two texts are written alike.
fn identical(a: &Text, b: &Text) -> bool {
    inline::normalized(a) == inline::normalized(b)
}

/// Returns the edit that sets an attribute.
fn set(tag: &Tag<'_>, name: &str, value: &str) -> Patch {
    let mut with = String::new();
    if let Some(current) = tag.attribute(name) {
        escape_attribute(&mut with, value);
        return Patch { span: current.value_span.clone(), with };
    }
    attribute(&mut with, name, value);
    let at = tag.attributes.last().map_or(tag.span.start + 1 + tag.name.len(), |last| last.span.end);
    Patch { span: at..at, with }
}

/// Returns the edit that removes an attribute, with the white space before it.
fn removal(existing: &str, attribute: &Attribute<'_>) -> Patch {
    let start = cut(existing, &(0..attribute.span.start)).trim_end().len();
    Patch { span: start..attribute.span.end, with: String::new() }
}

/// Returns the edits that make a unit obsolete, or current again: only an obsolete one gives its role and says that it
/// must not be translated.
fn obsolete_marks(existing: &str, tag: &Tag<'_>, role: Option<&Role>) -> Vec<Patch> {
    let is_obsolete = tag.get("translate") == Some("no") && tag.get("resname").is_some();
    if role.is_none() && !is_obsolete {
        return Vec::new();
    }
    let names = role.map(role_names);
    let wanted = [
        ("resname", names.as_ref().map(|(resname, _)| resname.as_str())),
        ("restype", names.as_ref().and_then(|(_, restype)| *restype)),
        ("translate", names.as_ref().map(|_| "no")),
    ];
    let edits = wanted.into_iter().filter_map(|(name, value)| match (tag.attribute(name), value) {
        (current, Some(value)) if current.is_none_or(|current| current.value != value) => Some(set(tag, name, value)),
        (Some(current), None) => Some(removal(existing, current)),
        _ => None,
    });
    edits.collect()
}

/// Returns the edits that replace the content of a `<source>` or `<target>` with this one.
fn content(existing: &str, element: &Content<'_>, with: String) -> Vec<Patch> {
    if !element.tag.empty {
        return vec![Patch { span: element.inner.clone(), with }];
    }
    if with.is_empty() {
        return Vec::new();
    }
    // `<target state="…" />` becomes a pair of tags.
    let end = element.tag.span.end;
    let slash = end.saturating_sub("/>".len());
    let start = cut(existing, &(0..slash)).trim_end().len();
    vec![Patch { span: start..end, with: format!(">{with}</{}>", element.tag.name) }]
}

/// Returns the edits of a target's state and qualifier.
fn attributes(existing: &str, target: &Content<'_>, want: &PlannedUnit<'_>) -> Vec<Patch> {
    let mut edits = Vec::new();
    let tag = &target.tag;
    let state = tag.get("state");
    let mut new_attributes = String::new();
    if state.is_none() {
        attribute(&mut new_attributes, "state", want.state);
    } else if state != Some(want.state) {
        edits.push(set(tag, "state", want.state));
    }
    match (tag.attribute("state-qualifier"), want.qualifier) {
        (None, Some(qualifier)) => attribute(&mut new_attributes, "state-qualifier", qualifier),
        (Some(current), Some(qualifier)) if current.value != qualifier => {
            edits.push(set(tag, "state-qualifier", qualifier));
        }
        (Some(current), None) => edits.push(removal(existing, current)),
        _ => {}
    }
    if !new_attributes.is_empty() {
        let at = tag.attributes.last().map_or(tag.span.start + 1 + tag.name.len(), |last| last.span.end);
        edits.push(Patch { span: at..at, with: new_attributes });
    }
    edits
}

/// Returns the edit that adds remarks behind the notes. People's notes are never removed or replaced.
fn new_remarks(unit: &RawUnit<'_>, want: &PlannedUnit<'_>, layout: &LineLayout, after: usize) -> Patch {
    let at = unit.notes.iter().map(|note| note.span.end).fold(after, usize::max);
    let theirs = remarks(unit);
    let mut with = String::new();
    for remark in want.remarks.iter().filter(|remark| !theirs.iter().any(|known| same_remark(known, remark))) {
        with.push_str(&layout.child);
        write_note(&mut with, remark.by.as_deref(), &remark.text);
    }
    Patch { span: at..at, with }
}

/// Returns the edits of our own note; a new one is appended to `added`, which goes after the target.
fn own_note(unit: &RawUnit<'_>, want: &PlannedUnit<'_>, layout: &LineLayout, added: &mut String) -> Option<Patch> {
    let text = want.note.as_ref()?;
    let Some(note) = unit.notes.iter().find(|note| is_own_note(note)) else {
        added.push_str(&layout.child);
        write_note(added, Some(OWN_NOTE), text);
        return None;
    };
    if note.text == *text {
        return None;
    }
    let mut with = String::new();
    let Some(inner) = &note.inner else {
        write_note(&mut with, Some(OWN_NOTE), text);
        return Some(Patch { span: note.span.clone(), with });
    };
    escape_text(&mut with, text);
    Some(Patch { span: inner.clone(), with })
}

/// Returns the text at `span` with edits applied; they must be in order and must not overlap.
pub(super) fn apply(text: &str, span: &Range<usize>, edits: &[Patch]) -> String {
    let mut out = String::with_capacity(span.len() + edits.iter().map(|edit| edit.with.len()).sum::<usize>());
    let mut from = span.start;
    for edit in edits {
        out.push_str(cut(text, &(from..edit.span.start)));
        out.push_str(&edit.with);
        from = edit.span.end;
    }
    out.push_str(cut(text, &(from..span.end)));
    out
}
