//! The user's language, from the environment.

use crate::{locale::Locales, model::Locale};

/// The variables that name it, in order of precedence (POSIX: `LC_ALL`, `LC_MESSAGES`, `LANG`).
const VARIABLES: [&str; 4] = ["TOLMACH_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];

/// The language of the tool: the `--lang` flag, then `TOLMACH_LANG`, `LC_ALL`, `LC_MESSAGES`, `LANG`, then English.
///
/// The first that is set and not empty decides, as in POSIX: `C`, `POSIX`, a language without messages and an invalid
/// tag all mean English. `env` looks up a variable.
#[must_use]
pub fn locale_from_env(flag: Option<&str>, env: impl Fn(&str) -> Option<String>) -> Locale {
    let value = flag.map(str::to_owned).filter(|value| !value.trim().is_empty());
    let value = value.or_else(|| VARIABLES.iter().find_map(|name| env(name).filter(|value| !value.trim().is_empty())));
    let locale = value.and_then(|value| parse(&value)).filter(|locale| Locales::embedded().is_known(locale));
    locale.unwrap_or_else(Locale::english)
}

/// Parses a POSIX locale: `be_BY.UTF-8@latin` → `be-BY`; `be-tarask` stays.
fn parse(value: &str) -> Option<Locale> {
    let name = value.trim().split(['.', '@']).next()?;
    if matches!(name, "C" | "POSIX") {
        return None;
    }
    name.replace('_', "-").parse().ok()
}
