//! Segmentation of files and texts, with or without a project, and the round-trip check of files.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::{Desk, DeskError};
use crate::{
    model::{Locale, cut},
    pipeline::{Segmenters, prepare},
    project::{read_bytes, shown, source_files},
    source::{MARKDOWN, decode, file_span, refuse_conflict},
};

/// A segment of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileSegment {
    /// Its id.
    pub id: String,
    /// The id of its unit.
    pub unit: String,
    /// The role of its unit.
    pub role: String,
    /// Its prose.
    pub text: String,
    /// Its text for people: its prose with code spans and addresses.
    pub readable: String,
    /// Its byte span in the file, markup included.
    pub span: std::ops::Range<usize>,
}

/// The segments of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileSegments {
    /// The file.
    pub file: String,
    /// Its language.
    pub locale: Locale,
    /// Its segments in order.
    pub segments: Vec<FileSegment>,
}

/// The number of files processed at a time.
const BATCH_SIZE: usize = 256;

/// Segments the files of articles, and those in folders; passes each file's segments on in order.
pub fn segment_files<E: From<DeskError>>(
    desk: &Desk,
    paths: &[PathBuf],
    mut handle: impl FnMut(Result<FileSegments, DeskError>) -> Result<(), E>,
) -> Result<(), E> {
    let segmenters = Segmenters::new(&desk.resources.locales);
    for batch in source_files(paths, &desk.formats.extensions()).map_err(DeskError::from)?.chunks(BATCH_SIZE) {
        let files: Vec<_> = batch.par_iter().map(|path| segment_file(desk, path, &segmenters)).collect();
        files.into_iter().try_for_each(&mut handle)?;
    }
    Ok(())
}

fn segment_file(desk: &Desk, path: &Path, segmenters: &Segmenters<'_>) -> Result<FileSegments, DeskError> {
    let file = shown(path);
    let text = read_source(path)?;
    let article = prepare(&stem(path), text, desk.formats.of_file(path), segmenters)?.value;
    let mut segments = Vec::new();
    for (index, unit) in article.units.iter().enumerate() {
        segments.extend(unit.segments.iter().map(|segment| FileSegment {
            id: segment.id.to_string(),
            unit: unit.id.clone(),
            role: unit.role.as_str().to_owned(),
            text: cut(&unit.text.prose, &segment.span).to_owned(),
            readable: unit.text_of(segment).readable(),
            span: file_span(&article, index, &segment.span),
        }));
    }
    Ok(FileSegments { file, locale: article.locale, segments })
}

/// Splits plain text into sentences, by the rules of any locale.
pub struct Splitter<'a> {
    segmenters: Segmenters<'a>,
}

impl<'a> Splitter<'a> {
    /// Creates a splitter with a project's rules, or with the built-in ones.
    #[must_use]
    pub fn new(desk: &'a Desk) -> Self {
        Self { segmenters: Segmenters::new(&desk.resources.locales) }
    }

    /// Returns the sentences of a text. An unknown language uses the root's rules.
    pub fn split<'t>(&self, locale: &Locale, text: &'t str) -> Result<Vec<&'t str>, DeskError> {
        Ok(self.segmenters.get(locale)?.split(text).into_iter().map(|span| cut(text, &span)).collect())
    }
}

/// Reads Markdown files, and those in folders, and writes them back. Passes on each file, in order, with the first byte
/// at which the output differs (`None` if it is identical), and returns the number of files.
pub fn roundtrip_files<E: From<DeskError>>(
    paths: &[PathBuf],
    mut handle: impl FnMut(&Path, Result<Option<usize>, DeskError>) -> Result<(), E>,
) -> Result<usize, E> {
    let files = source_files(paths, &[MARKDOWN.extension]).map_err(DeskError::from)?;
    for batch in files.chunks(BATCH_SIZE) {
        let results: Vec<_> = batch.par_iter().map(|path| roundtrip(path)).collect();
        batch.iter().zip(results).try_for_each(|(path, result)| handle(path, result))?;
    }
    Ok(files.len())
}

fn roundtrip(path: &Path) -> Result<Option<usize>, DeskError> {
    let text = decode(read_bytes(path)?).map_err(DeskError::source(shown(path)))?;
    Ok(crate::source::roundtrip(&text).err())
}

/// Reads the text of a file; fails if it contains conflict markers.
pub(super) fn read_source(path: &Path) -> Result<String, DeskError> {
    let text = decode(read_bytes(path)?).map_err(DeskError::source(shown(path)))?;
    refuse_conflict(&text).map_err(DeskError::source(shown(path)))?;
    Ok(text)
}

/// Returns an article's name from its file's name.
pub(super) fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}
