//! A project's glossary files: reads them as written, and appends to them.

use std::path::Path;

use crate::{
    desk::{DeskError, Workspace},
    glossary::read,
    model::Concept,
    project::{exists, glossary_files, read_text, replace},
};

/// Reads the project's concepts as written; findings about the files are reported by `check` and `lint`.
pub(super) fn read_concepts(workspace: &Workspace) -> Result<Vec<Concept>, DeskError> {
    Ok(read(&glossary_files(&workspace.layout)?).value)
}

/// Appends to a glossary file, or creates it; the existing text stays, comments and all. Fails if somebody saves the file
/// meanwhile.
pub(super) fn append(path: &Path, text: &str) -> Result<(), DeskError> {
    let existing = if exists(path)? { Some(read_text(path)?) } else { None };
    let mut content = existing.clone().unwrap_or_default();
    if !content.is_empty() {
        content.push_str(if content.ends_with('\n') { "\n" } else { "\n\n" });
    }
    content.push_str(text);
    if replace(path, existing.as_deref().map(str::as_bytes), content.as_bytes())? {
        return Ok(());
    }
    Err(DeskError::Changed { name: path.display().to_string() })
}
