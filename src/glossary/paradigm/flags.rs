//! The properties of a word, as a set of named flags.
//!
//! Flags come from the class (`m`, `end`), the shape of the word (`cap`) and the rules themselves; conditions of the
//! rules test them: `m&!a` is masculine and not animate.

use std::collections::BTreeMap;

use super::ParadigmError;

/// A set of flags, one bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Flags(u128);

impl Flags {
    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    pub(super) const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The condition of a rule on a word's flags.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Condition {
    required: Flags,
    excluded: Flags,
}

impl Condition {
    pub(super) const fn holds(self, flags: Flags) -> bool {
        flags.has(self.required) && !flags.intersects(self.excluded)
    }
}

/// The flag names in a language's rules. A name that is tested but never set is a typo.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    bits: BTreeMap<String, Flags>,
    settable: Flags,
}

impl Names {
    fn bit(&mut self, name: &str) -> Result<Flags, ParadigmError> {
        let invalid = || ParadigmError::Rule { part: "name", text: name.to_owned() };
        if name.is_empty() || !name.chars().all(|letter| letter.is_alphanumeric() || letter == '-') {
            return Err(invalid());
        }
        if let Some(known) = self.bits.get(name) {
            return Ok(*known);
        }
        let next =
            u32::try_from(self.bits.len()).ok().and_then(|count| 1_u128.checked_shl(count)).ok_or_else(invalid)?;
        self.bits.insert(name.to_owned(), Flags(next));
        Ok(Flags(next))
    }

    /// Registers names that rules set, separated by white space, and returns their flags.
    pub(super) fn set(&mut self, names: &str) -> Result<Flags, ParadigmError> {
        let mut flags = Flags::default();
        for name in names.split_whitespace() {
            flags = flags.with(self.bit(name)?);
        }
        self.settable = self.settable.with(flags);
        Ok(flags)
    }

    /// Parses a condition such as `a&!b`.
    pub(super) fn condition(&mut self, text: &str) -> Result<Condition, ParadigmError> {
        let mut condition = Condition::default();
        for name in text.split('&').filter(|name| !name.is_empty()) {
            match name.strip_prefix('!') {
                Some(name) => condition.excluded = condition.excluded.with(self.bit(name)?),
                None => condition.required = condition.required.with(self.bit(name)?),
            }
        }
        Ok(condition)
    }

    /// The flag of a name; empty if the rules never mention it.
    pub(super) fn flag(&self, name: &str) -> Flags {
        self.bits.get(name).copied().unwrap_or_default()
    }

    /// Fails on the first name that is tested but never set.
    pub(super) fn check(&self) -> Result<(), ParadigmError> {
        match self.bits.iter().find(|(_, bit)| !self.settable.has(**bit)) {
            None => Ok(()),
            Some((name, _)) => Err(ParadigmError::Rule { part: "name", text: name.clone() }),
        }
    }
}
