//! A place of a text in which something is wrong.

use std::ops::Range;

/// A place in the target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spot {
    /// Its bytes.
    pub span: Range<usize>,
    /// What should stand there, if that is known.
    pub replacement: Option<String>,
    /// Whether nothing else can be right.
    pub certain: bool,
}

impl Spot {
    /// A place where only the replacement can be right.
    pub(super) fn certain(span: Range<usize>, replacement: impl Into<String>) -> Self {
        Self { span, replacement: Some(replacement.into()), certain: true }
    }

    /// A place where the replacement is likely.
    pub(super) fn likely(span: Range<usize>, replacement: impl Into<String>) -> Self {
        Self { span, replacement: Some(replacement.into()), certain: false }
    }

    /// A place of which only a person can say what should stand there.
    pub(super) const fn open(span: Range<usize>) -> Self {
        Self { span, replacement: None, certain: false }
    }
}
