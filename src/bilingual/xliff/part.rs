//! Changes of a file that need no article: another article's name, and units taken out.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    outline::{Item, outline},
    patch::{Patch, apply},
    read::own_data,
};
use crate::{
    bilingual::BilingualError,
    model::{Origin, cut},
    xml::escape_attribute,
};

/// Returns the file with another name of its article in `original`, whose folder and extension stay, as every other byte
/// does.
pub fn renamed(existing: &str, slug: &str) -> Result<String, BilingualError> {
    let outline = outline(existing)?;
    let Some(original) = outline.file.attribute("original") else { return Ok(existing.to_owned()) };
    let (folder, name) = original.value.rfind(['/', '\\']).map_or(("", &*original.value), |slash| {
        (cut(&original.value, &(0..slash + 1)), cut(&original.value, &(slash + 1..original.value.len())))
    });
    let extension = name.rsplit_once('.').map_or_else(String::new, |(_, extension)| format!(".{extension}"));
    let mut with = String::new();
    escape_attribute(&mut with, &format!("{folder}{slug}{extension}"));
    Ok(apply(existing, &(0..existing.len()), &[Patch { span: original.value_span.clone(), with }]))
}

/// Returns the file without the units of these names, and without the groups that this empties; `None` if no unit is left.
pub fn without(existing: &str, names: &BTreeSet<String>) -> Result<Option<String>, BilingualError> {
    /// A group whose end has not come yet.
    struct OpenGroup {
        start: usize,
        /// The number of edits when it began: those after it are within it.
        edits: usize,
        left: usize,
        removed: usize,
    }
    let outline = outline(existing)?;
    let with_indent = |start: usize| cut(existing, &(0..start)).trim_end().len();
    let mut open: Vec<OpenGroup> = Vec::new();
    let mut edits: Vec<Patch> = Vec::new();
    let mut left = 0_usize;
    for item in &outline.items {
        match item {
            Item::Open(tag) => {
                open.push(OpenGroup { start: with_indent(tag.span.start), edits: edits.len(), left: 0, removed: 0 });
            }
            Item::Unit(unit) => {
                let is_removed = unit.tag.get("id").is_some_and(|name| names.contains(name));
                if is_removed {
                    edits.push(Patch { span: with_indent(unit.span.start)..unit.span.end, with: String::new() });
                } else {
                    left += 1;
                }
                for group in &mut open {
                    group.removed += usize::from(is_removed);
                    group.left += usize::from(!is_removed);
                }
            }
            Item::Close(span) => {
                if let Some(group) = open.pop().filter(|group| group.left == 0 && group.removed > 0) {
                    edits.truncate(group.edits);
                    edits.push(Patch { span: group.start..span.end, with: String::new() });
                }
            }
        }
    }
    Ok((left > 0).then(|| apply(existing, &(0..existing.len()), &edits)))
}

/// Returns the names of those whose targets were written to a file, by the units' names.
pub fn authors(existing: &str) -> Result<BTreeMap<String, String>, BilingualError> {
    let outline = outline(existing)?;
    let authors = outline.items.iter().filter_map(|item| match item {
        Item::Unit(unit) => match own_data(unit)?.origin? {
            Origin::Human { by } => Some((unit.tag.get("id")?.to_owned(), by?)),
            _ => None,
        },
        _ => None,
    });
    Ok(authors.collect())
}
