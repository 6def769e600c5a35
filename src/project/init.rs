//! A new project, commented and ready to run.

use std::path::Path;

use super::{ProjectError, is_folder, write_new};

/// The files of a new project: path and text.
const FILES: [(&str, &str); 4] = [
    ("tolmach.toml", include_str!("template/tolmach.toml")),
    ("source/welcome.md", include_str!("template/source/welcome.md")),
    ("glossary/places.toml", include_str!("template/glossary/places.toml")),
    (".gitignore", include_str!("template/gitignore")),
];

/// A file of a new project, and whether it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InitFile {
    /// Its path relative to the project's folder.
    pub path: &'static str,
    /// Whether it was written; an existing file is left unchanged.
    pub written: bool,
}

/// Writes the files of a new project that do not exist yet.
///
/// Where there is a folder of articles or of the glossary already, its example is omitted.
pub fn init(folder: &Path) -> Result<Vec<InitFile>, ProjectError> {
    let has_articles = is_folder(&folder.join("source"))?;
    let has_glossary = is_folder(&folder.join("glossary"))?;
    let mut files = Vec::new();
    for (path, text) in FILES {
        if (path.starts_with("source/") && has_articles) || (path.starts_with("glossary/") && has_glossary) {
            continue;
        }
        let target = folder.join(path);
        let written = write_new(&target, text.as_bytes())?;
        files.push(InitFile { path, written });
    }
    Ok(files)
}
