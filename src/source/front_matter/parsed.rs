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
    /// The translatable strings in the value, by where they stand in it.
    pub(in crate::source) scalars: Vec<FrontScalar>,
    /// The quoting of the first string that is the value itself or an item of its list.
    pub(in crate::source) style: Quoting,
}

/// A translatable string of the front matter.
#[derive(Debug)]
pub(in crate::source) struct FrontScalar {
    /// The keys that lead to it within the value, joined by dots; empty for the value itself and the items of its list.
    /// The items of a list add nothing.
    pub(in crate::source) path: String,
    pub(in crate::source) text: Text,
    pub(in crate::source) slot: Slot,
}
