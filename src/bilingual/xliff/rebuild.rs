//! Rebuilds the body of an existing file when segments were added, removed or moved.

use std::collections::{HashMap, HashSet};

use super::{
    outline::{Item, Outline, RawUnit, own_units},
    patch::{Patch, apply, patch},
    plan::PlannedGroup,
    write::{LineLayout, open_group, write_unit},
};
use crate::model::cut;

/// Returns the edit that puts the body in the order of the article, with its existing bytes wherever possible. What
/// precedes a group or unit (white space, comments, other tools' units) moves with it; what preceded a removed one
/// stays in its group, or moves to the end of the body when the group is removed too.
pub(super) fn rebuild(
    existing: &str,
    outline: &Outline<'_>,
    groups: &[PlannedGroup<'_>],
    layout: &LineLayout,
) -> Patch {
    let mut body = Body::of(existing, outline);
    let wanted: HashSet<&str> = groups.iter().flat_map(|group| &group.units).map(|unit| unit.name.as_str()).collect();
    let mut out = String::new();
    for group in groups {
        let home = body.home(group);
        if let Some((open, _)) = home {
            body.push_tag(&mut out, open);
            body.push_orphans(&mut out, open, &wanted);
        } else {
            out.push_str(&layout.group);
            open_group(&mut out, group);
        }
        for want in &group.units {
            if let Some((index, unit)) = body.units.get(want.name.as_str()).copied() {
                out.push_str(&body.lead(index, &layout.unit));
                out.push_str(&apply(existing, &unit.span, &patch(existing, unit, want, layout)));
            } else {
                let mut new = layout.unit.clone();
                write_unit(&mut new, want, layout);
                out.push_str(&layout.with_line_endings(new));
            }
        }
        if let Some((_, close)) = home {
            body.push_tag(&mut out, close);
        } else {
            out.push_str(&layout.group);
            out.push_str("</group>");
        }
    }
    out.push_str(&body.rest());
    if outline.empty_body {
        // `<body/>` becomes a pair of tags; the span covers its `/>`.
        return Patch {
            span: outline.body.start.saturating_sub(2)..outline.body.start,
            with: format!(">{out}</body>"),
        };
    }
    Patch { span: outline.body.clone(), with: out }
}

/// The existing body, and which items have been used.
struct Body<'o, 'a> {
    existing: &'o str,
    outline: &'o Outline<'a>,
    /// Items that are steps; other tools' units belong to what is between them.
    steps: Vec<usize>,
    /// For each item, where its lead (what precedes it) begins; `None` if it is not a step.
    leads: Vec<Option<usize>>,
    /// Our units by name.
    units: HashMap<&'o str, (usize, &'o RawUnit<'a>)>,
    /// For each unit in a group without nested groups, that group's start and end items.
    homes: HashMap<usize, (usize, usize)>,
    /// The units of each such group, by its start item.
    members: HashMap<usize, Vec<usize>>,
    used: HashSet<usize>,
}

impl<'o, 'a> Body<'o, 'a> {
    fn of(existing: &'o str, outline: &'o Outline<'a>) -> Self {
        let own: Vec<(usize, &RawUnit<'_>)> = own_units(outline);
        let is_step: HashSet<usize> = own.iter().map(|(index, _)| *index).collect();
        let mut leads = vec![None; outline.items.len()];
        let mut steps = Vec::new();
        let mut from = outline.body.start;
        let (mut homes, mut members) = (HashMap::new(), HashMap::new());
        // The open groups, innermost last, with the units seen in each; `None` once it has a nested group.
        let mut open: Vec<Option<(usize, Vec<usize>)>> = Vec::new();
        for (index, item) in outline.items.iter().enumerate() {
            match item {
                Item::Unit(_) if !is_step.contains(&index) => continue,
                Item::Unit(_) => {
                    if let Some(Some((_, units))) = open.last_mut() {
                        units.push(index);
                    }
                }
                Item::Open(_) => {
                    if let Some(around) = open.last_mut() {
                        *around = None;
                    }
                    open.push(Some((index, Vec::new())));
                }
                Item::Close(_) => {
                    if let Some(Some((start, units))) = open.pop() {
                        homes.extend(units.iter().map(|unit| (*unit, (start, index))));
                        members.insert(start, units);
                    }
                }
            }
            if let Some(lead) = leads.get_mut(index) {
                *lead = Some(from);
            }
            steps.push(index);
            from = item.span().end;
        }
        let units = own.into_iter().filter_map(|(index, unit)| Some((unit.tag.get("id")?, (index, unit)))).collect();
        Self { existing, outline, steps, leads, units, homes, members, used: HashSet::new() }
    }

    /// Returns the existing group for a planned one: the first unused one of its name that holds one of its units.
    fn home(&mut self, group: &PlannedGroup<'_>) -> Option<(usize, usize)> {
        let (name, _) = group.names();
        let places = group.units.iter().filter_map(|unit| self.units.get(unit.name.as_str()));
        let home = places.filter_map(|(index, _)| self.homes.get(index)).find(|(open, _)| {
            let has_name =
                matches!(self.outline.items.get(*open), Some(Item::Open(tag)) if tag.get("resname") == Some(&name));
            has_name && !self.used.contains(open)
        });
        home.copied()
    }

    /// Appends a group's start or end tag with its lead.
    fn push_tag(&mut self, out: &mut String, index: usize) {
        out.push_str(&self.lead(index, ""));
        if let Some(item) = self.outline.items.get(index) {
            out.push_str(cut(self.existing, item.span()));
        }
    }

    /// Appends the leads of a group's removed units, unless they are white space.
    fn push_orphans(&mut self, out: &mut String, group: usize, wanted: &HashSet<&str>) {
        for index in self.members.get(&group).cloned().unwrap_or_default() {
            let is_removed = matches!(self.outline.items.get(index), Some(Item::Unit(unit))
                if unit.tag.get("id").is_none_or(|name| !wanted.contains(name)));
            if is_removed {
                let lead = self.lead(index, "");
                if !lead.trim().is_empty() {
                    out.push_str(lead.trim_end());
                }
            }
        }
    }

    /// Returns the lead of an item, and marks the item as used.
    fn lead(&mut self, index: usize, default: &str) -> String {
        self.used.insert(index);
        match (self.leads.get(index).copied().flatten(), self.outline.items.get(index)) {
            (Some(from), Some(item)) => cut(self.existing, &(from..item.span().start)).to_owned(),
            _ => default.to_owned(),
        }
    }

    /// Returns the leads of removed items, unless they are white space, and the end of the body.
    fn rest(&self) -> String {
        let mut out = String::new();
        let mut from = self.outline.body.start;
        for index in &self.steps {
            let Some(item) = self.outline.items.get(*index) else { continue };
            let lead = cut(self.existing, &(from..item.span().start));
            if !self.used.contains(index) && !lead.trim().is_empty() {
                out.push_str(lead.trim_end());
            }
            from = item.span().end;
        }
        out.push_str(cut(self.existing, &(from..self.outline.body.end)));
        out
    }
}
