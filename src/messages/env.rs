//! Which language the user speaks.

use crate::{locale::Locales, model::Locale};

/// The variables that say it, the strongest first (POSIX: `LC_ALL`, `LC_MESSAGES`, `LANG`).
const VARIABLES: [&str; 4] = ["TOLMACH_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];

/// The language of the tool: the `--lang` flag, then `TOLMACH_LANG`, `LC_ALL`, `LC_MESSAGES`, `LANG`, then English.
///
/// The first that is set and not empty decides, as POSIX has it: `C`, `POSIX`, a language that the tool does not speak
/// and what is no language at all are English. `env` looks up a variable.
#[must_use]
pub fn locale_from_env(flag: Option<&str>, env: impl Fn(&str) -> Option<String>) -> Locale {
    let said = flag.map(str::to_owned).filter(|value| !value.trim().is_empty());
    let said = said.or_else(|| VARIABLES.iter().find_map(|name| env(name).filter(|value| !value.trim().is_empty())));
    let locale = said.and_then(|value| parse(&value)).filter(|locale| Locales::embedded().is_known(locale));
    locale.unwrap_or_else(Locale::english)
}

/// `be_BY.UTF-8@latin` → `be-BY`; `be-tarask` stays.
fn parse(value: &str) -> Option<Locale> {
    let name = value.trim().split(['.', '@']).next()?;
    if matches!(name, "C" | "POSIX") {
        return None;
    }
    name.replace('_', "-").parse().ok()
}
