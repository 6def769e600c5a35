//! Updates an existing file by byte span.

use super::{
    XliffSettings,
    outline::{Item, Outline, RawUnit, is_own, outline, own_units},
    patch::{Patch, apply, patch},
    plan::{PlannedGroup, PlannedUnit, plan},
    read::locales,
    rebuild::rebuild,
    write::LineLayout,
};
use crate::{
    bilingual::{BilingualError, Notes, error::check_locale},
    model::{Article, Translation, cut},
};

/// Returns the existing segment file with this translation in it: a segment whose target, state, note and origin are
/// the same keeps every byte; new segments are inserted and removed ones deleted; everything else in the file (people's
/// own attributes and notes, comments, indentation, line endings) stays as it is.
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
    check_locale(&article.locale, &source)?;
    if let Some(target) = &target {
        check_locale(&translation.locale, target)?;
    }
    let groups = plan(article, translation, notes, settings.profile);
    let layout = layout(existing, &outline);
    let edits = in_place(existing, &outline, &groups, &layout)
        .unwrap_or_else(|| vec![rebuild(existing, &outline, &groups, &layout)]);
    Ok(apply(existing, &(0..existing.len()), &edits))
}

/// Returns the edits if the file already has the same units in the same order.
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

/// Whether our units are in groups of the right names.
fn same_groups(outline: &Outline<'_>, groups: &[PlannedGroup<'_>]) -> bool {
    let mut counts = Vec::new();
    for item in &outline.items {
        match item {
            Item::Open(tag) => counts.push((tag.get("resname").unwrap_or_default(), 0)),
            Item::Unit(unit) if is_own(unit) => match counts.last_mut() {
                Some((_, count)) => *count += 1,
                None => return false,
            },
            Item::Close(_) | Item::Unit(_) => {}
        }
    }
    counts.retain(|(_, count)| *count > 0);
    let wanted = groups.iter().map(|group| (group.names().0, group.units.len()));
    counts.len() == groups.len() && counts.into_iter().zip(wanted).all(|(a, b)| a.0 == b.0 && a.1 == b.1)
}

/// Returns the line endings and indentation of the existing file.
fn layout(existing: &str, outline: &Outline<'_>) -> LineLayout {
    let feed = existing.find('\n').unwrap_or_default();
    let crlf = feed > 0 && existing.as_bytes().get(feed - 1) == Some(&b'\r');
    let mut layout = LineLayout::new(crlf);
    let lead = |end: usize| {
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
        Item::Open(tag) => lead(tag.span.start),
        _ => None,
    });
    let unit = outline.items.iter().find_map(|item| match item {
        Item::Unit(unit) => Some((lead(unit.span.start), lead(unit.source.tag.span.start))),
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
