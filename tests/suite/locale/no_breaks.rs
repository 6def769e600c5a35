//! Where no line may end.

use proptest::prelude::*;
use serde::Deserialize;
use tolmach::locale::{apply, no_breaks, typography};

use super::profile;
use crate::cases;

#[derive(Deserialize)]
struct Case {
    fact: String,
    locale: String,
    before: String,
    after: Option<String>,
}

#[test]
fn no_line_ends_where_the_cases_say() {
    for case in cases::toml::<Case>("locale/no-breaks.toml") {
        let set = |text: &str| apply(text, &no_breaks(profile(&case.locale), text));
        let after = case.after.as_ref().unwrap_or(&case.before);
        assert_eq!(set(&case.before), *after, "{}: {}", case.locale, case.fact);
        assert_eq!(set(after), *after, "again: {}", case.fact);
    }
}

proptest! {
    #![proptest_config(crate::support::config(1000))]

    #[test]
    fn only_spaces_change_and_typography_has_nothing_to_add(prose in "[уУна 17мая«»–\"'.,-]{0,24}") {
        for locale in ["be", "ru", "uk", "en"] {
            let typeset = apply(&prose, &typography(profile(locale), &prose));
            let set = apply(&typeset, &no_breaks(profile(locale), &typeset));
            prop_assert_eq!(set.replace('\u{a0}', " "), typeset.replace('\u{a0}', " "));
            prop_assert_eq!(apply(&set, &typography(profile(locale), &set)), set);
        }
    }
}
