//! The ASCII characters that a text has: one look at it, so that most rules see at a glance that it has nothing for them.

/// A set of ASCII characters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Signs {
    /// Those below 64, and the others.
    low: u64,
    high: u64,
    /// Whether there may be combining marks (U+0300 to U+036F).
    pub has_marks: bool,
}

impl Signs {
    /// The digits.
    pub(super) const DIGITS: Self = Self::of("0123456789");

    /// Those of a text.
    pub(super) const fn of(text: &str) -> Self {
        // A bit for each byte.
        let mut rows = [0_u64; 4];
        let mut bytes = text.as_bytes();
        while let Some((byte, rest)) = bytes.split_first() {
            rows[*byte as usize / 64] |= 1 << (*byte % 64);
            bytes = rest;
        }
        let [low, high, _, first] = rows;
        Self { low, high, has_marks: first & (1 << (0xcc - 0xc0) | 1 << (0xcd - 0xc0)) != 0 }
    }

    /// Whether one of some characters is among them.
    pub(super) const fn has(self, some: Self) -> bool {
        self.low & some.low != 0 || self.high & some.high != 0
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
        assert!(signs.has(Signs::DIGITS) && signs.has_marks && !Signs::of("й").has_marks);
    }
}
