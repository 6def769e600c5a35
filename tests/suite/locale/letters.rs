//! Letters of the languages, and letters of another one.

use proptest::prelude::*;
use serde::Deserialize;
use tolmach::locale::{foreign_letters, slug};

use super::profile;
use crate::cases;

#[derive(Deserialize)]
struct Case {
    fact: String,
    locale: String,
    text: String,
    found: Vec<String>,
}

#[test]
fn foreign_letters_are_found_as_in_the_cases() {
    for case in cases::toml::<Case>("locale/letters.toml") {
        let found = foreign_letters(profile(&case.locale), &case.text);
        let found: Vec<&str> = found.into_iter().map(|span| &case.text[span]).collect();
        assert_eq!(found, case.found, "{}: {}", case.locale, case.fact);
    }
}

#[test]
fn slugs_follow_the_language_of_the_edition() {
    for case in cases::tsv("locale/slugs.tsv") {
        let [locale, text, expected] = &*case;
        assert_eq!(slug(profile(locale), text), *expected, "{}: {locale}: {text}", case.place());
    }
}

proptest! {
    #![proptest_config(crate::support::config(256))]

    #[test]
    fn a_slug_is_never_empty_and_ascii_between_hyphens(text in "[\\PC\\n]{0,30}|[а-яёіўґєїʼ’' .—-]{0,30}") {
        for locale in ["be", "ru", "uk", "en", "fr"] {
            let slug = slug(profile(locale), &text);
            let is_word = |word: &str| {
                !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            };
            prop_assert!(slug.split('-').all(is_word), "{text:?} is {slug:?}");
        }
    }

    #[test]
    fn foreign_letters_of_any_text_are_ascending_ranges_of_it(text in "[a-zа-яіўё'’ \u{301}\u{306}.\\PC]{0,30}") {
        for locale in ["be", "ru", "uk", "en", "fr"] {
            let mut end = 0;
            for span in foreign_letters(profile(locale), &text) {
                prop_assert!(span.start >= end && text.get(span.clone()).is_some_and(|found| !found.is_empty()));
                end = span.end;
            }
        }
    }
}
