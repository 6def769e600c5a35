//! Names that a file gives to codes, units and groups, as ours.

use std::collections::HashMap;

use crate::model::{Role, SegmentId};

/// The numbers of a unit's codes: source and target share them.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    /// Names that are no numbers, with the numbers given to them.
    given: HashMap<String, u32>,
}

/// Numbers given to names begin here, above any that we write.
const GIVEN: u32 = 1_000_000;

impl Numbers {
    /// The number of a code by its name in the file.
    pub(super) fn of(&mut self, name: &str) -> u32 {
        if let Some(number) = name.parse().ok().filter(|number| *number < GIVEN) {
            return number;
        }
        let next = GIVEN.saturating_add(u32::try_from(self.given.len()).unwrap_or(u32::MAX));
        *self.given.entry(name.to_owned()).or_insert(next)
    }
}

/// `resname` of the group that holds what is obsolete.
pub(super) const OBSOLETE: &str = "obsolete";

/// `restype` of a group whose `resname` is a key of the front matter and not a role.
pub(super) const META: &str = "x-meta";

/// The value of `resname` for a role.
pub(super) fn resname(role: &Role) -> String {
    match role {
        Role::Boilerplate(name) if !name.is_empty() => format!("boilerplate {name}"),
        role => role.as_str().to_owned(),
    }
}

/// The role that `resname` and `restype` mean; without a known name it is a paragraph or a key of the front matter.
pub(super) fn role(resname: Option<&str>, restype: Option<&str>) -> Role {
    match resname {
        None | Some("") => Role::Paragraph,
        Some(name) if restype == Some(META) => Role::Meta(name.to_owned()),
        Some(name) => Role::parse(name).unwrap_or_else(|| Role::Meta(name.to_owned())),
    }
}

/// The name of an obsolete unit: the segment's, with `.2`, `.3`… where the file has it already.
pub(super) fn obsolete_name(id: SegmentId, taken: &mut HashMap<SegmentId, u32>) -> String {
    let count = taken.entry(id).or_insert(0);
    *count += 1;
    if *count == 1 { id.to_string() } else { format!("{id}.{count}") }
}

/// The segment id of an obsolete unit's name.
pub(super) fn obsolete_id(name: &str) -> Option<SegmentId> {
    name.split_once('.').map_or(name, |(id, _)| id).parse().ok()
}

/// `from` of the one note that is ours; notes from anyone else are left alone.
pub(super) const OWN_NOTE: &str = "tolmach";
