//! Lines and columns of byte offsets.

use std::path::Path;

use serde::{Deserialize, Serialize};

/// A place in a text, as editors count it.
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
    /// The position in that file.
    #[serde(flatten)]
    pub position: Position,
}

/// An index of line starts, for fast lookup of many offsets, even in long lines.
#[derive(Debug)]
pub struct LineIndex<'a> {
    text: &'a str,
    starts: Vec<usize>,
    /// Number of characters that begin before each block of [`BLOCK`] bytes.
    chars: Vec<usize>,
}

/// Size in bytes of the blocks whose characters are counted in advance.
const BLOCK: usize = 1024;

impl<'a> LineIndex<'a> {
    /// Indexes the lines of a text; a line ends after its line feed.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let starts = std::iter::once(0).chain(ends).collect();
        let before = text.as_bytes().chunks(BLOCK).scan(0, |sum, block| {
            *sum += count_chars(block);
            Some(*sum)
        });
        let chars = std::iter::once(0).chain(before).collect();
        Self { text, starts, chars }
    }

    /// Returns the position of a byte offset; an offset inside a character gives that character's position.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = line.checked_sub(1).and_then(|line| self.starts.get(line)).copied().unwrap_or_default();
        Position { line, column: 1 + self.chars_before(offset).saturating_sub(self.chars_before(start)) }
    }

    /// Number of characters that end at or before an offset.
    fn chars_before(&self, offset: usize) -> usize {
        let offset = self.text.floor_char_boundary(offset);
        let block = offset / BLOCK;
        let rest = self.text.as_bytes().get(block * BLOCK..offset).unwrap_or_default();
        self.chars.get(block).copied().unwrap_or_default() + count_chars(rest)
    }
}

/// Number of UTF-8 characters that begin in these bytes.
fn count_chars(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

/// Returns the extension of a file name, in lower case.
#[must_use]
pub fn extension_of(path: &Path) -> Option<String> {
    path.extension().map(|extension| extension.to_string_lossy().to_lowercase())
}
