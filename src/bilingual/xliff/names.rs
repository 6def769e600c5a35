//! Names of codes, units and groups in a file, and what they stand for.

use std::collections::HashMap;

use crate::model::{Role, SegmentId};

/// The numbers of a unit's codes, shared by source and target.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    /// Names that are not numbers, with the numbers assigned to them.
    assigned: HashMap<String, u32>,
}

/// The first number assigned to a name, above any that we write.
const FIRST_ASSIGNED: u32 = 1_000_000;

impl Numbers {
    /// Returns the number of a code by its name in the file.
    pub(super) fn of(&mut self, name: &str) -> u32 {
        if let Some(number) = name.parse().ok().filter(|number| *number < FIRST_ASSIGNED) {
            return number;
        }
        let next = FIRST_ASSIGNED.saturating_add(u32::try_from(self.assigned.len()).unwrap_or(u32::MAX));
        *self.assigned.entry(name.to_owned()).or_insert(next)
    }
}

/// `resname` of the group of obsolete units.
pub(super) const OBSOLETE: &str = "obsolete";

/// `restype` of a group whose `resname` is a front-matter key, not a role.
pub(super) const META: &str = "x-meta";

/// Returns the value of `resname` for a role.
pub(super) fn resname(role: &Role) -> String {
    match role {
        Role::Boilerplate(name) if !name.is_empty() => format!("boilerplate {name}"),
        role => role.as_str().to_owned(),
    }
}

/// Returns the role that `resname` and `restype` stand for: a paragraph without a name, a front-matter key for an
/// unknown one.
pub(super) fn role(resname: Option<&str>, restype: Option<&str>) -> Role {
    match resname {
        None | Some("") => Role::Paragraph,
        Some(name) if restype == Some(META) => Role::Meta(name.to_owned()),
        Some(name) => Role::parse(name).unwrap_or_else(|| Role::Meta(name.to_owned())),
    }
}

/// Returns the name of an obsolete unit: its segment id, with `.2`, `.3`… where the file already has that name.
pub(super) fn obsolete_name(id: SegmentId, used: &mut HashMap<SegmentId, u32>) -> String {
    let count = used.entry(id).or_insert(0);
    *count += 1;
    if *count == 1 { id.to_string() } else { format!("{id}.{count}") }
}

/// Returns the segment id in an obsolete unit's name.
pub(super) fn obsolete_id(name: &str) -> Option<SegmentId> {
    name.split_once('.').map_or(name, |(id, _)| id).parse().ok()
}

/// `from` of our own note; notes from anyone else are left alone.
pub(super) const OWN_NOTE: &str = "tolmach";

/// The words that our own note begins with; the segment's role follows.
pub(super) const ROLE_NOTE: &str = "Role: ";

/// Whether a note begins with a line that names a role, as ours do.
pub(super) fn names_role(note: &str) -> bool {
    let name = note.trim_start().lines().next().and_then(|line| line.strip_prefix(ROLE_NOTE)).map(str::trim);
    // A front-matter key is one word.
    name.is_some_and(|name| Role::parse(name).is_some() || !name.contains(char::is_whitespace))
}
