//! Which tags name a language.

use super::Locales;
use crate::model::{Locale, meant};

/// The languages of ISO 639-3.
const LANGUAGES: &str = include_str!("../../locales/languages.txt");

/// Whether a language has this code, and no shorter one: `uk` and `rue`, but neither `ukr` nor `xx`.
#[must_use]
pub fn is_language(code: &str) -> bool {
    rows().any(|row| {
        let mut codes = row.split(' ');
        let first = codes.next().unwrap_or_default();
        // In a row of a two-letter code the others are its longer forms.
        first == code || first.len() == 3 && codes.any(|other| other == code)
    })
}

/// The tag with the two-letter code of its language instead of a three-letter one (ISO 639-2, ISO 639-3): `uk-UA` for
/// `ukr-UA`; `None` for any other tag.
#[must_use]
pub fn with_short_code(tag: &str) -> Option<String> {
    let (code, rest) = tag.split_at_checked(3).filter(|(_, rest)| rest.is_empty() || rest.starts_with(['-', '_']))?;
    let code = code.to_ascii_lowercase();
    rows().find_map(|row| {
        let mut codes = row.split(' ');
        let short = codes.next().filter(|first| first.len() == 2)?;
        codes.any(|other| other == code).then(|| format!("{short}{}", rest.replace('_', "-")))
    })
}

/// The tag that somebody probably meant by one that names no language: the two-letter code of a three-letter one, the
/// language with this name, or one of the `known` tags that is written much alike.
#[must_use]
pub fn meant_tag(tag: &str, known: &[Locale]) -> Option<String> {
    let name = tag.to_lowercase();
    let named = |tag: &&str| {
        let locale = tag.parse::<Locale>().ok();
        locale.is_some_and(|locale| {
            Locales::embedded().profile(&locale).names.values().any(|known| known.to_lowercase() == name)
        })
    };
    with_short_code(tag)
        .or_else(|| Locales::embedded().tags().find(named).map(str::to_owned))
        .or_else(|| meant(tag, known.iter().map(Locale::to_string)))
        .or_else(|| meant(tag, Locales::embedded().tags()).filter(|_| tag.len() < 4))
}

fn rows() -> impl Iterator<Item = &'static str> {
    LANGUAGES.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}
