//! The files of translations in a project's folders, whatever article they belong to.

use std::path::{Path, PathBuf};

use super::{Layout, ProjectError, look::entries, look::is_file};
use crate::model::Locale;

/// A file of translations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TranslationFile {
    /// Its path.
    pub path: PathBuf,
    /// The locale of its folder.
    pub locale: Locale,
    /// The name of the article that it is named after, whether or not there is one.
    pub slug: String,
    /// What it holds.
    pub kind: TranslationFileKind,
}

/// What a file of translations holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TranslationFileKind {
    /// The segments of an article.
    Segments,
    /// Targets that a merge did not accept, for a person to settle.
    Conflict,
    /// A machine's first drafts.
    Drafts,
    /// The findings that somebody has accepted.
    Waivers,
}

/// The files that were found, and the locales whose folders could not be read.
pub type FoundTranslations = (Vec<TranslationFile>, Vec<(Locale, ProjectError)>);

/// The files of translations of every locale, also of those that are no target, sorted. `extension` is that of segment files,
/// and `known` names the articles: of `army.conflict.xlf` the article may be `army`, or one of that very name.
///
/// A folder that cannot be read is an error beside its locale; the others are read all the same.
pub fn translation_files(
    layout: &Layout,
    extension: &str,
    known: &[String],
) -> Result<FoundTranslations, ProjectError> {
    let (mut files, mut errors) = (Vec::new(), Vec::new());
    for folder in entries(&layout.locales())? {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let Some(locale) = name.parse::<Locale>().ok().filter(|locale| locale.to_string() == name) else { continue };
        if let Err(error) = add_files(&folder, &locale, extension, known, &mut files) {
            errors.push((locale, error));
        }
    }
    Ok((files, errors))
}

/// Adds the files of one locale.
fn add_files(
    folder: &Path,
    locale: &Locale,
    extension: &str,
    known: &[String],
    files: &mut Vec<TranslationFile>,
) -> Result<(), ProjectError> {
    for (part, extension) in [("segments", extension), ("drafts", "tmx"), ("waivers", "toml")] {
        for path in entries(&folder.join(part))? {
            let Some(stem) = stem_of(&path, extension).filter(|stem| !stem.starts_with('.')) else { continue };
            if !is_file(&path)? {
                continue;
            }
            let (slug, kind) = match part {
                "drafts" => (stem, TranslationFileKind::Drafts),
                "waivers" => (stem, TranslationFileKind::Waivers),
                _ if known.contains(&stem) => (stem, TranslationFileKind::Segments),
                _ => match conflict_of(&stem) {
                    Some(slug) => (slug.to_owned(), TranslationFileKind::Conflict),
                    None => (stem, TranslationFileKind::Segments),
                },
            };
            files.push(TranslationFile { path, locale: locale.clone(), slug, kind });
        }
    }
    Ok(())
}

/// The files of an article's waivers in every locale, sorted.
pub fn waiver_files(layout: &Layout, slug: &str) -> Result<Vec<PathBuf>, ProjectError> {
    let mut files = Vec::new();
    for folder in entries(&layout.locales())? {
        let path = folder.join("waivers").join(format!("{slug}.toml"));
        if is_file(&path)? {
            files.push(path);
        }
    }
    Ok(files)
}

/// The path of a file of the same kind for an article of another name.
#[must_use]
pub fn named_after(file: &TranslationFile, slug: &str) -> PathBuf {
    let name = file.path.file_name().unwrap_or_default().to_string_lossy();
    let rest = name.strip_prefix(file.slug.as_str()).unwrap_or_default();
    file.path.with_file_name(format!("{slug}{rest}"))
}

fn stem_of(path: &Path, extension: &str) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    Some(name.strip_suffix(extension)?.strip_suffix('.')?.to_owned())
}

/// The article of a file of conflicts: `army` of `army.conflict` and `army.conflict.2`.
fn conflict_of(stem: &str) -> Option<&str> {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let numbered = stem.rsplit_once('.').filter(|(_, number)| is_number(number)).map(|(name, _)| name);
    numbered.unwrap_or(stem).strip_suffix(".conflict")
}
