//! A project's glossary files: reads them as written, and appends to them.

use std::path::Path;

use crate::{
    desk::{DeskError, Workspace},
    glossary::read,
    model::Concept,
    project::{glossary_files, read_text, write_atomic},
};

/// Reads the project's concepts as written; findings about the files are reported by `check` and `lint`.
pub(super) fn read_concepts(workspace: &Workspace) -> Result<Vec<Concept>, DeskError> {
    Ok(read(&glossary_files(&workspace.layout)?).value)
}

/// Appends to a glossary file, or creates it; the existing text stays, comments and all.
pub(super) fn append(path: &Path, text: &str) -> Result<(), DeskError> {
    let mut content = if path.is_file() { read_text(path)? } else { String::new() };
    if !content.is_empty() {
        content.push_str(if content.ends_with('\n') { "\n" } else { "\n\n" });
    }
    content.push_str(text);
    Ok(write_atomic(path, content.as_bytes())?)
}
