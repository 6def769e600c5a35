//! The value of a run of number words.

use std::ops::Range;

use super::language::NumberValue;

/// A number being read from number words, in hundredths (`паўтара` is 150).
pub(super) struct Compound {
    pub span: Range<usize>,
    total: u128,
    group: u128,
    last_multiplier: u128,
    /// Whether anything but multipliers was read.
    pub counted: bool,
    /// Whether one of its words only implies a number.
    pub is_loose: bool,
    /// Other values of a single ambiguous word.
    pub others: Vec<NumberValue>,
}

const UNIT: u128 = 100;
/// What a smaller number before it multiplies: two dozen, half a dozen.
pub(super) const DOZEN: NumberValue = NumberValue::whole(12);

impl Compound {
    /// A number that begins with a word of these values, the first of which must still be pushed.
    pub(super) fn new(span: Range<usize>, values: &[NumberValue]) -> Self {
        let others = values.iter().skip(1).copied().collect();
        Self { span, total: 0, group: 0, last_multiplier: u128::MAX, counted: false, is_loose: false, others }
    }

    /// The number read so far.
    pub(super) fn value(&self) -> NumberValue {
        let sum = self.total.saturating_add(self.group);
        if sum.is_multiple_of(UNIT) {
            NumberValue::whole(sum / UNIT)
        } else {
            NumberValue::read(&(sum / UNIT).to_string(), &format!("{:02}", sum % UNIT))
        }
    }

    /// Adds a number word; returns whether it continues the number.
    pub(super) fn push(&mut self, value: NumberValue) -> bool {
        let hundredths = match value.scale {
            0 => value.digits.saturating_mul(UNIT),
            1 => value.digits.saturating_mul(10),
            _ => value.digits,
        };
        if value.is_multiplier() {
            if value.digits >= self.last_multiplier || (self.group == 0 && self.total > 0) {
                return false;
            }
            let group = if self.group == 0 { UNIT } else { self.group };
            self.total = self.total.saturating_add(group.saturating_mul(value.digits));
            (self.group, self.last_multiplier) = (0, value.digits);
            return true;
        }
        let units = self.group / UNIT;
        if value == DOZEN && self.total == 0 && (self.group == UNIT / 2 || (2..10).contains(&units)) {
            self.group *= DOZEN.digits;
            return true;
        }
        let fits = match value.digits {
            _ if self.group == 0 => !value.is_fraction() || self.total == 0,
            _ if value.is_fraction() => self.total == 0 && self.group.is_multiple_of(UNIT),
            _ if value.scale > 0 || !self.group.is_multiple_of(UNIT) => false,
            100 if (2..10).contains(&units) => {
                self.group *= 100;
                return true;
            }
            1..10 => units.is_multiple_of(10) && !matches!(units % 100, 10),
            10..100 => units.is_multiple_of(100),
            _ => false,
        };
        if fits {
            self.group = self.group.saturating_add(hundredths);
            self.counted = true;
        }
        fits
    }
}
