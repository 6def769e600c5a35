//! Parsed front matter, with the positions needed to write it.

use std::ops::Range;

use super::{FrontEntry, Quoting};
use crate::model::{Finding, Slot, Text};

/// The front matter of a file.
#[derive(Debug, Default)]
pub(in crate::source) struct ParsedFront {
    pub(in crate::source) entries: Vec<ParsedEntry>,
    /// The findings, each with its byte offset in the file.
    pub(in crate::source) findings: Vec<(usize, Finding)>,
    /// Whether it is not a readable map of keys: nothing can be set in it.
    pub(in crate::source) broken: bool,
}

/// A key with the positions needed to write it.
#[derive(Debug)]
pub(in crate::source) struct ParsedEntry {
    pub(in crate::source) entry: FrontEntry,
    /// The bytes of the key.
    pub(in crate::source) key: Range<usize>,
    /// The bytes of the value, quotes and block headers included.
    pub(in crate::source) value: Range<usize>,
    /// The translatable strings in the value: the value itself or the items of a list.
    pub(in crate::source) scalars: Vec<(Text, Slot)>,
    /// The quoting of the first string.
    pub(in crate::source) style: Quoting,
}
