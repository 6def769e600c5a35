//! The value of Roman numerals.

/// Whether a letter is one of those of Roman numerals.
pub(super) const fn may_begin(letter: char) -> bool {
    matches!(letter, 'i' | 'v' | 'x' | 'l' | 'c' | 'd' | 'm' | 'і' | 'х' | 'с' | 'м')
}

/// Reads a Roman numeral below 4000 from folded text, even one typed in Cyrillic letters. Of single letters, only `v`
/// and `x` are numerals; anything not in canonical form (`cim`) is a word.
pub(super) fn read(text: &str) -> Option<u128> {
    if text.len() > 30 || !text.starts_with(may_begin) {
        return None;
    }
    let digits: Option<Vec<u128>> = text
        .chars()
        .map(|letter| match letter {
            'i' | 'і' => Some(1),
            'v' => Some(5),
            'x' | 'х' => Some(10),
            'l' => Some(50),
            'c' | 'с' => Some(100),
            'd' => Some(500),
            'm' | 'м' => Some(1000),
            _ => None,
        })
        .collect();
    let digits = digits?;
    if digits.len() == 1 && !matches!(text, "v" | "x") {
        return None;
    }
    let mut value: u128 = 0;
    let mut last = u128::MAX;
    for digit in &digits {
        // A smaller digit before a greater one is subtracted; the previous step added it.
        value = if *digit > last { (value + digit).checked_sub(2 * last)? } else { value + digit };
        last = *digit;
    }
    (value < 4000 && digits == canonical_digits(value)).then_some(value)
}

/// The digits of a number's canonical Roman numeral, as values.
fn canonical_digits(mut value: u128) -> Vec<u128> {
    const STEPS: &[(u128, &[u128])] = &[
        (1000, &[1000]),
        (900, &[100, 1000]),
        (500, &[500]),
        (400, &[100, 500]),
        (100, &[100]),
        (90, &[10, 100]),
        (50, &[50]),
        (40, &[10, 50]),
        (10, &[10]),
        (9, &[1, 10]),
        (5, &[5]),
        (4, &[1, 5]),
        (1, &[1]),
    ];
    let mut digits = Vec::new();
    for (step, letters) in STEPS {
        while value >= *step {
            digits.extend_from_slice(letters);
            value -= step;
        }
    }
    digits
}
