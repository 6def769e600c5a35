//! Units of measurement and currencies, and how they relate.

/// How much two units of one kind may differ: thirty yards are about thirty metres.
const ALIKE: f64 = 0.1;

/// A unit of measurement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct MeasureUnit {
    pub kind: UnitKind,
    /// The number of base units in one; 1 where there are none.
    pub size: f64,
}

impl MeasureUnit {
    /// Whether it is a scale of temperature, whose differences convert otherwise than its degrees.
    pub(super) const fn is_scale(self) -> bool {
        matches!(self.kind, UnitKind::Fahrenheit | UnitKind::Celsius | UnitKind::Degree)
    }

    /// Whether one of it is one of another unit of the same kind.
    pub(super) fn is_size_of(self, other: Self) -> bool {
        (self.size / other.size - 1.0).abs() < 1e-6
    }
}

/// What a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum UnitKind {
    Length,
    Area,
    Volume,
    Mass,
    Time,
    Share,
    /// Percentage points, in which shares differ.
    Points,
    Fahrenheit,
    Celsius,
    /// Degrees of a scale that is not named.
    Degree,
    /// Money, by the hash of the currency's name.
    Currency(u64),
}

/// What a word or sign may mean: a pound is money or a mass.
pub(super) type Meanings = [Option<MeasureUnit>; 2];

/// Whether it is per cent, and no larger share.
pub(super) fn is_share(unit: MeasureUnit) -> bool {
    unit.kind == UnitKind::Share && unit.size < 0.05
}

/// Whether it is money.
pub(super) fn is_money(unit: MeasureUnit) -> bool {
    matches!(unit.kind, UnitKind::Currency(_))
}

/// Whether two units are one, or nearly.
pub(super) fn is_same(one: MeasureUnit, other: MeasureUnit) -> bool {
    match (one.kind, other.kind) {
        (UnitKind::Degree, _) => other.is_scale(),
        (_, UnitKind::Degree) => one.is_scale(),
        (one_kind, other_kind) => one_kind == other_kind && (one.size / other.size - 1.0).abs() < ALIKE,
    }
}

/// Whether one unit may be mistaken for another.
pub(super) fn is_comparable(one: MeasureUnit, other: MeasureUnit) -> bool {
    match (one.kind, other.kind) {
        (UnitKind::Fahrenheit, UnitKind::Celsius) | (UnitKind::Celsius, UnitKind::Fahrenheit) => true,
        (UnitKind::Share, UnitKind::Share | UnitKind::Points) | (UnitKind::Points, UnitKind::Share) => {
            [one, other].into_iter().all(|unit| unit.kind == UnitKind::Points || is_share(unit))
        }
        (one_kind, other_kind) => one_kind == other_kind || (is_money(one) && is_money(other)),
    }
}

/// Whether the units of two numbers have nothing to do with each other: 30 feet are not 30 °C.
pub(super) fn are_apart(from: Meanings, to: Meanings) -> bool {
    let pairs = || from.iter().flatten().flat_map(|one| to.iter().flatten().map(move |other| (*one, *other)));
    pairs().next().is_some() && !pairs().any(|(one, other)| is_same(one, other) || is_comparable(one, other))
}
