//! A project's glossary files, read as they are written and appended to.

use std::path::Path;

use crate::{
    desk::{DeskError, Workspace},
    glossary::read,
    model::Concept,
    project::{glossary_files, read_text, write_atomic},
};

/// The project's concepts as they are written; what is wrong in its files is reported by a check and by `lint`.
pub(super) fn own(workspace: &Workspace) -> Result<Vec<Concept>, DeskError> {
    Ok(read(&glossary_files(&workspace.layout)?).value)
}

/// Appends to a glossary file, or makes it; what stands there stays, comments and all.
pub(super) fn append(path: &Path, text: &str) -> Result<(), DeskError> {
    let mut whole = if path.is_file() { read_text(path)? } else { String::new() };
    if !whole.is_empty() {
        whole.push_str(if whole.ends_with('\n') { "\n" } else { "\n\n" });
    }
    whole.push_str(text);
    Ok(write_atomic(path, whole.as_bytes())?)
}
