//! Superscripts and subscripts as plain text: 10⁶, m², H₂O. A digit that lost its place is another number.

/// Where an inline element sets its text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Script {
    /// On the line.
    #[default]
    None,
    /// Above it.
    Super,
    /// Below it.
    Sub,
}

/// The characters that Unicode has above and below the line (Superscripts and Subscripts, U+2070; Latin-1 Supplement).
const SMALL: [(char, char, char); 15] = [
    ('0', '⁰', '₀'),
    ('1', '¹', '₁'),
    ('2', '²', '₂'),
    ('3', '³', '₃'),
    ('4', '⁴', '₄'),
    ('5', '⁵', '₅'),
    ('6', '⁶', '₆'),
    ('7', '⁷', '₇'),
    ('8', '⁸', '₈'),
    ('9', '⁹', '₉'),
    ('+', '⁺', '₊'),
    ('-', '⁻', '₋'),
    ('−', '⁻', '₋'),
    ('(', '⁽', '₍'),
    (')', '⁾', '₎'),
];

/// A text as it stands above or below the line. Letters stay (`1st`); a number that Unicode cannot set there (`2,5`) gets the
/// sign of a power before it.
pub(super) fn set(text: &str, script: Script) -> String {
    if script == Script::None || !text.contains(|c: char| c.is_ascii_digit()) {
        return text.to_owned();
    }
    let small = |c: char| {
        let (_, above, below) = SMALL.iter().find(|(plain, ..)| *plain == c)?;
        Some(if script == Script::Super { *above } else { *below })
    };
    let all: Option<String> = text.chars().map(|c| if c.is_whitespace() { Some(c) } else { small(c) }).collect();
    all.unwrap_or_else(|| {
        let is_bare = script == Script::Super && text.starts_with(|c: char| c.is_ascii_digit());
        if is_bare { format!("^{text}") } else { text.to_owned() }
    })
}
