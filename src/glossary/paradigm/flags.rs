//! What is known of a word, as a set of names.
//!
//! A class gives names (`m`, `end`), the shape of the word gives some (`cap`), the rules add their own; conditions of
//! the rules ask for them: `m&!a` is masculine and not animate.

use std::collections::BTreeMap;

use super::ParadigmError;

/// A set of names, one bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Flags(u128);

impl Flags {
    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    pub(super) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What a rule asks of a word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Condition {
    wanted: Flags,
    refused: Flags,
}

impl Condition {
    pub(super) const fn holds(self, flags: Flags) -> bool {
        flags.has(self.wanted) && !flags.meets(self.refused)
    }
}

/// The names of a language's rules. A name that is asked for must be given somewhere, else it is a slip of the pen.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    bits: BTreeMap<String, Flags>,
    given: Flags,
}

impl Names {
    fn bit(&mut self, name: &str) -> Result<Flags, ParadigmError> {
        let slip = || ParadigmError::Rule { part: "name", text: name.to_owned() };
        if name.is_empty() || !name.chars().all(|letter| letter.is_alphanumeric() || letter == '-') {
            return Err(slip());
        }
        if let Some(known) = self.bits.get(name) {
            return Ok(*known);
        }
        let next = u32::try_from(self.bits.len()).ok().and_then(|count| 1_u128.checked_shl(count)).ok_or_else(slip)?;
        self.bits.insert(name.to_owned(), Flags(next));
        Ok(Flags(next))
    }

    /// Names that rules give, separated by white space.
    pub(super) fn give(&mut self, names: &str) -> Result<Flags, ParadigmError> {
        let mut flags = Flags::default();
        for name in names.split_whitespace() {
            flags = flags.and(self.bit(name)?);
        }
        self.given = self.given.and(flags);
        Ok(flags)
    }

    /// Reads `a&!b`.
    pub(super) fn condition(&mut self, text: &str) -> Result<Condition, ParadigmError> {
        let mut condition = Condition::default();
        for name in text.split('&').filter(|name| !name.is_empty()) {
            match name.strip_prefix('!') {
                Some(name) => condition.refused = condition.refused.and(self.bit(name)?),
                None => condition.wanted = condition.wanted.and(self.bit(name)?),
            }
        }
        Ok(condition)
    }

    /// The flag of a name; nothing where the rules never speak of it.
    pub(super) fn flag(&self, name: &str) -> Flags {
        self.bits.get(name).copied().unwrap_or_default()
    }

    /// Fails on the first name that is asked for and never given.
    pub(super) fn check(&self) -> Result<(), ParadigmError> {
        match self.bits.iter().find(|(_, bit)| !self.given.has(**bit)) {
            None => Ok(()),
            Some((name, _)) => Err(ParadigmError::Rule { part: "name", text: name.clone() }),
        }
    }
}
