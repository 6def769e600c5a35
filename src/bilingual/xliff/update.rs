//! Saves into an existing file by byte span.

use super::{
    XliffSettings,
    outline::{Item, Outline, RawUnit, is_own, outline, own_units},
    patch::{Patch, apply, patch},
    plan::{PlannedGroup, PlannedUnit, plan},
    read::locales,
    rebuild::rebuilt,
    write::LineLayout,
};
use crate::{
    bilingual::{BilingualError, Notes, error::belongs},
    model::{Article, Translation, cut},
};

/// The existing segment file with this translation in it: of a segment whose target, state, note and origin are the
/// same not a byte changes; segments that came or went are put in or taken out; all else of the file (people's own
/// attributes and notes, comments, indentation, line ends) stays as it is.
///
/// An existing file that cannot be read, or that is for other languages, is an error: it is not overwritten.
pub fn update(
    existing: &str,
    article: &Article,
    translation: &Translation,
    notes: Notes<'_>,
    settings: &XliffSettings,
) -> Result<String, BilingualError> {
    let outline = outline(existing)?;
    let (source, target) = locales(&outline)?;
    belongs(&article.locale, &source)?;
    if let Some(target) = &target {
        belongs(&translation.locale, target)?;
    }
    let groups = plan(article, translation, notes, settings.profile);
    let layout = layout(existing, &outline);
    let edits = in_place(existing, &outline, &groups, &layout)
        .unwrap_or_else(|| vec![rebuilt(existing, &outline, &groups, &layout)]);
    Ok(apply(existing, &(0..existing.len()), &edits))
}

/// The edits when the file has the same units in the same order already.
fn in_place(
    existing: &str,
    outline: &Outline<'_>,
    groups: &[PlannedGroup<'_>],
    layout: &LineLayout,
) -> Option<Vec<Patch>> {
    let units: Vec<&RawUnit<'_>> = own_units(outline).into_iter().map(|(_, unit)| unit).collect();
    let wanted: Vec<&PlannedUnit<'_>> = groups.iter().flat_map(|group| &group.units).collect();
    let same = units.len() == wanted.len()
        && units.iter().zip(&wanted).all(|(unit, entry)| unit.tag.get("id") == Some(&entry.name));
    if !same || !same_groups(outline, groups) {
        return None;
    }
    Some(units.iter().zip(&wanted).flat_map(|(unit, entry)| patch(existing, unit, entry, layout)).collect())
}

/// Whether the units that are ours stand in groups of the right names.
fn same_groups(outline: &Outline<'_>, groups: &[PlannedGroup<'_>]) -> bool {
    let mut found = Vec::new();
    for item in &outline.items {
        match item {
            Item::Open(tag) => found.push((tag.get("resname").unwrap_or_default(), 0)),
            Item::Unit(unit) if is_own(unit) => match found.last_mut() {
                Some((_, count)) => *count += 1,
                None => return false,
            },
            Item::Close(_) | Item::Unit(_) => {}
        }
    }
    found.retain(|(_, count)| *count > 0);
    let wanted = groups.iter().map(|group| (group.names().0, group.units.len()));
    found.len() == groups.len() && found.into_iter().zip(wanted).all(|(a, b)| a.0 == b.0 && a.1 == b.1)
}

/// How the existing file breaks and indents its lines.
fn layout(existing: &str, outline: &Outline<'_>) -> LineLayout {
    let feed = existing.find('\n').unwrap_or_default();
    let crlf = feed > 0 && existing.as_bytes().get(feed - 1) == Some(&b'\r');
    let mut layout = LineLayout::new(crlf);
    let white = |end: usize| {
        let before = cut(existing, &(0..end));
        let space = before.len() - before.trim_end_matches([' ', '\t']).len();
        let rest = before.len() - space;
        let line_end = match before.as_bytes().get(..rest) {
            Some([.., b'\r', b'\n']) => 2,
            Some([.., b'\n']) => 1,
            _ => return None,
        };
        Some(cut(existing, &(rest - line_end..end)).to_owned())
    };
    let group = outline.items.iter().find_map(|item| match item {
        Item::Open(tag) => white(tag.span.start),
        _ => None,
    });
    let unit = outline.items.iter().find_map(|item| match item {
        Item::Unit(unit) => Some((white(unit.span.start), white(unit.source.tag.span.start))),
        _ => None,
    });
    if let Some(group) = group {
        layout.group = group;
    }
    if let Some((Some(unit), Some(child))) = unit {
        layout.unit = unit;
        layout.child = child;
    }
    layout
}
