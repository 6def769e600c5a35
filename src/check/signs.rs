//! The characters that a text has: one look at it, so that most rules see at a glance that it has nothing for them.

/// A set of ASCII characters, and of the first bytes of others.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Signs {
    /// Those below 64, and the others.
    low: u64,
    high: u64,
    /// The first bytes of characters of several, which are 0xc0 and higher.
    first: u64,
}

impl Signs {
    /// The digits.
    pub(super) const DIGITS: Self = Self::of("0123456789");

    /// Those of a text.
    pub(super) const fn of(text: &str) -> Self {
        Self::of_bytes(text.as_bytes())
    }

    /// Those of some bytes.
    pub(super) const fn of_bytes(mut bytes: &[u8]) -> Self {
        // A bit for each byte.
        let mut rows = [0_u64; 4];
        while let Some((byte, rest)) = bytes.split_first() {
            rows[*byte as usize / 64] |= 1 << (*byte % 64);
            bytes = rest;
        }
        let [low, high, _, first] = rows;
        Self { low, high, first }
    }

    /// Adds the character of ASCII that a byte is, or those that begin with it.
    pub(super) const fn add(&mut self, byte: u8) {
        let bit = 1 << (byte % 64);
        match byte / 64 {
            0 => self.low |= bit,
            1 => self.high |= bit,
            3 => self.first |= bit,
            _ => {}
        }
    }

    /// These and others.
    pub(super) const fn with(self, others: Self) -> Self {
        Self { low: self.low | others.low, high: self.high | others.high, first: self.first | others.first }
    }

    /// Whether one of some characters of ASCII is among them.
    pub(super) const fn has(self, some: Self) -> bool {
        self.low & some.low != 0 || self.high & some.high != 0
    }

    /// Whether one of some characters may be among them.
    pub(super) const fn may_have(self, some: Self) -> bool {
        self.has(some) || self.first & some.first != 0
    }

    /// Whether there may be combining marks (U+0300 to U+036F).
    pub(super) const fn has_marks(self) -> bool {
        self.first & (1 << (0xcc - 0xc0) | 1 << (0xcd - 0xc0)) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signs_of_a_text_are_its_characters_of_ascii() {
        let signs = Signs::of("100 % так, e\u{301} ~");
        for (some, wanted) in [("%", true), ("~x", true), ("{<$&", false), ("é", false), ("\0", false)] {
            assert_eq!(signs.has(Signs::of(some)), wanted, "{some}");
        }
        assert!(signs.has(Signs::DIGITS) && signs.has_marks() && !Signs::of("й").has_marks());
        assert!(signs.may_have(Signs::of("а")) && !signs.may_have(Signs::of("…«\"")));
    }
}
