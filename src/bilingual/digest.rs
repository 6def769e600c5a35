//! Digest and comparison of texts that ignore how a tool wraps lines.

use std::{
    fmt::{self, Write as _},
    str::FromStr,
};

use sha2::{Digest as _, Sha256};

use super::space::{Part, SpaceAt, breaks_line, parts};
use crate::model::{CodeKind, SegmentId, Text};

/// The first 64 bits of SHA-256 over a text; written as sixteen hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Digest(pub u64);

impl fmt::Display for Digest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:016x}", self.0)
    }
}

impl FromStr for Digest {
    type Err = ();

    fn from_str(hex: &str) -> Result<Self, ()> {
        if hex.len() != 16 || !hex.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(());
        }
        u64::from_str_radix(hex, 16).map(Self).map_err(|_| ())
    }
}

/// Returns the digest of words and codes; names and markup of codes do not count, and neither does how lines are broken
/// and indented (see [`same`]).
#[must_use]
pub fn digest(text: &Text) -> Digest {
    let hash = Sha256::digest(canonical(text));
    Digest(hash.iter().take(8).fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
}

/// Whether two texts are the same to a reader of the file: the same words, and the same codes in the same places.
///
/// A line break with the white space around it counts as one space, or as none at the inner edge of a pair of codes, and
/// white space at the ends does not count, since tools break and indent lines as they like. Any other white space counts: a person may have changed it.
#[must_use]
pub fn same(a: &Text, b: &Text) -> bool {
    a.prose == b.prose && a.codes.is_empty() && b.codes.is_empty() || canonical(a) == canonical(b)
}

/// Returns an id for a sentence that never had one.
pub(super) fn synthetic_id(source: &Text) -> SegmentId {
    SegmentId { digest: digest(source).0 >> 16, occurrence: 1 }
}

/// Returns words and codes as one string with normalized line breaks. Codes are enclosed in characters that no XML file
/// can hold.
fn canonical(text: &Text) -> String {
    let mut out = String::with_capacity(text.prose.len() + text.codes.len() * 8);
    parts(text, |part| match part {
        Part::Words(words) => out.push_str(words),
        Part::Space(_, SpaceAt::Start | SpaceAt::End) => {}
        Part::Space(space, _) if !breaks_line(space) => out.push_str(space),
        Part::Space(_, SpaceAt::PairEdge) => {}
        Part::Space(_, SpaceAt::Between) => out.push(' '),
        Part::Code(code) => {
            let kind = match code.kind {
                CodeKind::Open => '(',
                CodeKind::Close => ')',
                CodeKind::Single => '.',
            };
            // Writing to a string cannot fail.
            let _ = write!(out, "\u{FFFE}{kind}{}\u{FFFF}", code.id);
        }
    });
    out
}
