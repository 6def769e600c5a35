//! Lines and columns of byte offsets.

use std::path::Path;

use serde::{Deserialize, Serialize};

/// A place in a text file as editors name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilePosition {
    /// Path of the file, relative to the project, with `/`.
    pub file: String,
    /// Where in it.
    #[serde(flatten)]
    pub position: Position,
}

/// The beginnings of a text's lines, so that many offsets are found fast, in long lines too.
#[derive(Debug)]
pub struct LineIndex<'a> {
    text: &'a str,
    starts: Vec<usize>,
    /// How many characters begin before each block of [`BLOCK`] bytes.
    chars: Vec<usize>,
}

/// Characters are counted ahead for so many bytes at a time.
const BLOCK: usize = 1024;

impl<'a> LineIndex<'a> {
    /// The lines of a text; a line ends behind its line feed.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let starts = std::iter::once(0).chain(ends).collect();
        let before = text.as_bytes().chunks(BLOCK).scan(0, |sum, block| {
            *sum += beginnings(block);
            Some(*sum)
        });
        let chars = std::iter::once(0).chain(before).collect();
        Self { text, starts, chars }
    }

    /// The position of a byte offset; an offset within a character is that character's.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = line.checked_sub(1).and_then(|line| self.starts.get(line)).copied().unwrap_or_default();
        Position { line, column: 1 + self.chars_before(offset).saturating_sub(self.chars_before(start)) }
    }

    /// How many characters end at or before an offset.
    fn chars_before(&self, offset: usize) -> usize {
        let offset = self.text.floor_char_boundary(offset);
        let block = offset / BLOCK;
        let rest = self.text.as_bytes().get(block * BLOCK..offset).unwrap_or_default();
        self.chars.get(block).copied().unwrap_or_default() + beginnings(rest)
    }
}

/// How many characters of UTF-8 begin in these bytes.
fn beginnings(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

/// The extension of a file's name, in small letters.
#[must_use]
pub fn extension_of(path: &Path) -> Option<String> {
    path.extension().map(|extension| extension.to_string_lossy().to_lowercase())
}
