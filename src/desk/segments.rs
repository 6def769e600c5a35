//! Texts cut into sentences, with or without a project, and the proof that files write back.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::{Desk, DeskError};
use crate::{
    model::{Locale, cut},
    pipeline::{Segmenters, prepare},
    project::{read_bytes, shown, source_files},
    source::{MARKDOWN, decode, file_span, refuse_conflict},
};

/// A sentence of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileSegment {
    /// Its id.
    pub id: String,
    /// The name of its unit.
    pub unit: String,
    /// What its unit is.
    pub role: String,
    /// Its words.
    pub text: String,
    /// The bytes of the file that hold it, with its markup.
    pub span: std::ops::Range<usize>,
}

/// The sentences of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileSegments {
    /// The file.
    pub file: String,
    /// Its language.
    pub locale: Locale,
    /// Its sentences in order.
    pub segments: Vec<FileSegment>,
}

/// How many files are worked on at a time.
const FILES: usize = 256;

/// Cuts the files of articles, and those in folders, into sentences; hands each file's on, in order.
pub fn segment_files<E: From<DeskError>>(
    desk: &Desk,
    paths: &[PathBuf],
    mut each: impl FnMut(Result<FileSegments, DeskError>) -> Result<(), E>,
) -> Result<(), E> {
    let segmenters = Segmenters::new(&desk.resources.locales);
    for batch in source_files(paths, &desk.formats.extensions()).map_err(DeskError::from)?.chunks(FILES) {
        let files: Vec<_> = batch.par_iter().map(|path| segment_file(desk, path, &segmenters)).collect();
        files.into_iter().try_for_each(&mut each)?;
    }
    Ok(())
}

fn segment_file(desk: &Desk, path: &Path, segmenters: &Segmenters<'_>) -> Result<FileSegments, DeskError> {
    let file = shown(path);
    let text = text_of(path)?;
    let article = prepare(&stem(path), text, desk.formats.of_file(path), segmenters)?.value;
    let mut segments = Vec::new();
    for (index, unit) in article.units.iter().enumerate() {
        segments.extend(unit.segments.iter().map(|segment| FileSegment {
            id: segment.id.to_string(),
            unit: unit.id.clone(),
            role: unit.role.as_str().to_owned(),
            text: cut(&unit.text.prose, &segment.span).to_owned(),
            span: file_span(&article, index, &segment.span),
        }));
    }
    Ok(FileSegments { file, locale: article.locale, segments })
}

/// Cuts plain text into sentences, by the rules of any locale.
pub struct Splitter<'a> {
    segmenters: Segmenters<'a>,
}

impl<'a> Splitter<'a> {
    /// A splitter by the rules of a project, or of tolmach.
    #[must_use]
    pub fn new(desk: &'a Desk) -> Self {
        Self { segmenters: Segmenters::new(&desk.resources.locales) }
    }

    /// The sentences of a text. A language of which nothing is known takes the root's rules.
    pub fn split<'t>(&self, locale: &Locale, text: &'t str) -> Result<Vec<&'t str>, DeskError> {
        Ok(self.segmenters.get(locale)?.split(text).into_iter().map(|span| cut(text, &span)).collect())
    }
}

/// Reads Markdown files, and those in folders, and writes them again; hands on each file, in order, with the first byte at
/// which it differs (`None` where it comes back whole), and gives the number of files.
pub fn roundtrip_files<E: From<DeskError>>(
    paths: &[PathBuf],
    mut each: impl FnMut(&Path, Result<Option<usize>, DeskError>) -> Result<(), E>,
) -> Result<usize, E> {
    let files = source_files(paths, &[MARKDOWN.extension]).map_err(DeskError::from)?;
    for batch in files.chunks(FILES) {
        let results: Vec<_> = batch.par_iter().map(|path| roundtrip(path)).collect();
        batch.iter().zip(results).try_for_each(|(path, result)| each(path, result))?;
    }
    Ok(files.len())
}

fn roundtrip(path: &Path) -> Result<Option<usize>, DeskError> {
    let text = decode(read_bytes(path)?).map_err(DeskError::source(shown(path)))?;
    Ok(crate::source::roundtrip(&text).err())
}

/// The text of a file that is not in the middle of a merge.
pub(super) fn text_of(path: &Path) -> Result<String, DeskError> {
    let text = decode(read_bytes(path)?).map_err(DeskError::source(shown(path)))?;
    refuse_conflict(&text).map_err(DeskError::source(shown(path)))?;
    Ok(text)
}

/// The name of an article from its file's.
pub(super) fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}
