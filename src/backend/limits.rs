//! Limits of a call, in the unit that the engine counts.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Limits of one call to a backend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Maximum segments per call, at least 1.
    pub texts: usize,
    /// Maximum size of all texts per call; a longer segment is never sent.
    pub size: usize,
    /// The unit of the size.
    pub unit: SizeUnit,
}

/// What an engine counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SizeUnit {
    /// Unicode code points.
    Characters,
    /// Bytes of the text as it stands in a body of JSON.
    Bytes,
    /// A model's tokens. Only its server knows how many there are, so this is an estimate.
    Tokens,
}

impl Limits {
    /// No limits: for backends inside this program.
    pub const NONE: Self = Self { texts: usize::MAX, size: usize::MAX, unit: SizeUnit::Characters };
}

impl SizeUnit {
    /// The size of a text.
    #[must_use]
    pub fn of(self, text: &str) -> usize {
        match self {
            Self::Characters => text.chars().count(),
            // The quotation marks and a comma, and control characters as escapes.
            Self::Bytes => text.bytes().map(json_bytes).sum::<usize>() + 3,
            Self::Tokens => {
                // Four Latin letters share a token, three Cyrillic ones two of them.
                let latin = text.chars().filter(char::is_ascii).count();
                let other = text.chars().count() - latin;
                latin.div_ceil(4) + (other * 2).div_ceil(3)
            }
        }
    }

    /// Its name, as messages choose their words by it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Characters => "characters",
            Self::Bytes => "bytes",
            Self::Tokens => "tokens",
        }
    }
}

impl fmt::Display for SizeUnit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

/// How many bytes JSON writes for one.
const fn json_bytes(byte: u8) -> usize {
    match byte {
        b'"' | b'\\' | b'\n' | b'\r' | b'\t' | 0x08 | 0x0c => 2,
        0..0x20 => 6,
        _ => 1,
    }
}
