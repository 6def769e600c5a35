//! Numbers as a locale writes them.

use super::Profile;

/// Writes a number with the locale's decimal mark and groups: `10000` → `10 000`, `-1234.5` → `-1234,5`.
///
/// Takes ASCII digits with at most one `.` and a sign in front; anything else is returned unchanged.
#[must_use]
pub fn number(profile: &Profile, digits: &str) -> String {
    let (sign, rest) = match digits.strip_prefix(['-', '+', '−']) {
        Some(rest) => (digits.strip_suffix(rest).unwrap_or_default(), rest),
        None => ("", digits),
    };
    let (whole, fraction) = rest.split_once('.').map_or((rest, None), |(whole, fraction)| (whole, Some(fraction)));
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(whole) || !fraction.is_none_or(is_digits) {
        return digits.to_owned();
    }
    let form = &profile.numbers;
    let mut out = sign.to_owned();
    let grouped = form.group_from > 0 && whole.len() >= form.group_from;
    for (index, digit) in whole.char_indices() {
        if grouped && index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push_str(&form.group);
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push_str(if form.decimal.is_empty() { "." } else { &form.decimal });
        out.push_str(fraction);
    }
    out
}
