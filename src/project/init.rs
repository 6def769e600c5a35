//! A commented project that runs at once.

use std::path::Path;

use super::{ProjectError, write_atomic};

/// The files of a new project: path and text.
const FILES: [(&str, &str); 4] = [
    ("tolmach.toml", include_str!("template/tolmach.toml")),
    ("source/welcome.md", include_str!("template/source/welcome.md")),
    ("glossary/places.toml", include_str!("template/glossary/places.toml")),
    (".gitignore", include_str!("template/gitignore")),
];

/// What became of one file of a new project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Made {
    /// Its path below the project's folder.
    pub path: &'static str,
    /// Whether it was written; a file that was there already is kept as it is.
    pub written: bool,
}

/// Writes the files of a new project that are not there yet.
///
/// Where articles stand already, the welcome article is left out.
pub fn init(folder: &Path) -> Result<Vec<Made>, ProjectError> {
    let has_articles = folder.join("source").is_dir();
    let has_glossary = folder.join("glossary").is_dir();
    let mut made = Vec::new();
    for (path, text) in FILES {
        if (path.starts_with("source/") && has_articles) || (path.starts_with("glossary/") && has_glossary) {
            continue;
        }
        let target = folder.join(path);
        let written = !target.exists();
        if written {
            write_atomic(&target, text.as_bytes())?;
        }
        made.push(Made { path, written });
    }
    Ok(made)
}
