//! Keys of stored answers: digests of everything that could change the answer, and of nothing else.

use std::fmt::{self, Write};

use sha2::{Digest, Sha256};

use crate::model::{Hint, Pair};

/// The key of a stored answer: 32 hexadecimal digits, followed by `-2` for the second try of the same request.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key(String);

/// Everything that could change an answer.
#[derive(Debug, Clone, Copy)]
pub struct Parts<'a> {
    /// Engine, endpoint's host, model and parameters, without any key or password.
    pub engine: &'a str,
    /// The pair of locales.
    pub pair: &'a Pair,
    /// Version of our protection of codes (and of our prompt, where there is one).
    pub protection: u32,
    /// The glossary's hints for this text, which are sent with it, and no others: an unrelated term may change freely.
    pub hints: &'a [Hint],
    /// The context sent: the text before.
    pub before: &'a str,
    /// The context sent: the text after.
    pub after: &'a str,
    /// What else is sent, each part with its name: similar sentences, wishes about style.
    pub background: &'a [(&'static str, String)],
    /// The text as it is sent.
    pub source: &'a str,
}

impl Key {
    /// Computes the key of a request's first try.
    #[must_use]
    pub fn of(parts: &Parts<'_>) -> Self {
        let mut hasher = Sha256::new();
        // Each field is hashed with its length before it, so that no two lists of fields have the same bytes.
        let mut field = |value: &str| {
            hasher.update(u64::try_from(value.len()).unwrap_or(u64::MAX).to_le_bytes());
            hasher.update(value.as_bytes());
        };
        field(parts.engine);
        field(&parts.pair.source.to_string());
        field(&parts.pair.target.to_string());
        field(&parts.protection.to_string());
        field(parts.before);
        field(parts.after);
        field(parts.source);
        let mut hints: Vec<&Hint> = parts.hints.iter().collect();
        hints.sort_by(|a, b| (&a.concept, &a.source, &a.target).cmp(&(&b.concept, &b.source, &b.target)));
        for hint in hints {
            field(&hint.source);
            field(&hint.target);
            field(&hint.forms.len().to_string());
            hint.forms.iter().for_each(|form| field(form));
            field(hint.note.as_deref().unwrap_or_default());
            field(&hint.forbidden.len().to_string());
            hint.forbidden.iter().for_each(|wording| field(wording));
        }
        for (name, part) in parts.background {
            field(name);
            field(part);
        }
        let digest: [u8; 32] = hasher.finalize().into();
        let name = digest.iter().take(16).fold(String::with_capacity(32), |mut name, byte| {
            // Writing to a string cannot fail.
            let _ = write!(name, "{byte:02x}");
            name
        });
        Self(name)
    }

    /// Returns the key of the second try of the same request, sent alone after an unusable draft.
    #[must_use]
    pub fn retry(&self) -> Self {
        Self(format!("{}-2", self.0))
    }

    /// Wraps a key as stored in a ledger.
    #[must_use]
    pub fn stored(name: String) -> Self {
        Self(name)
    }

    /// Returns the key as it is stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
