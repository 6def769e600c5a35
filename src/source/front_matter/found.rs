//! Front matter as it was read: each key with what is needed to write it.

use std::ops::Range;

use super::{FrontEntry, Quoting};
use crate::model::{Finding, Slot, Text};

/// What has been read of the front matter.
#[derive(Debug, Default)]
pub(in crate::source) struct Read {
    pub(in crate::source) entries: Vec<FoundEntry>,
    /// What is wrong, with its byte in the file.
    pub(in crate::source) findings: Vec<(usize, Finding)>,
    /// Whether it is not even a list of keys: nothing can be set in it.
    pub(in crate::source) broken: bool,
}

/// A key with what is needed to write it.
#[derive(Debug)]
pub(in crate::source) struct FoundEntry {
    pub(in crate::source) entry: FrontEntry,
    /// The bytes of the key.
    pub(in crate::source) key: Range<usize>,
    /// The bytes of the value, quotes and block headers included.
    pub(in crate::source) value: Range<usize>,
    /// The strings in it that can be translated: the value itself or the items of a list.
    pub(in crate::source) scalars: Vec<(Text, Slot)>,
    /// How its first string is quoted.
    pub(in crate::source) style: Quoting,
}
