//! The names that settings may use, besides their own keys.

use crate::{
    backend::EngineKind,
    locale::{is_language, meant_tag},
    model::Locale,
    project::SettingsError,
};

/// The names that settings may use, besides their own keys.
#[derive(Clone, Copy)]
pub struct KnownNames<'a> {
    /// The kinds of engines.
    pub engines: &'a [EngineKind],
    /// The locales for which the project has files of its own.
    pub own_locales: &'a [Locale],
    /// Lists the rules of all findings; called only where a setting names one.
    pub rules: &'a dyn Fn() -> Vec<&'static str>,
}

impl KnownNames<'_> {
    pub(super) fn refuse_unknown(&self, locale: &Locale) -> Result<(), SettingsError> {
        refuse_unknown_language(locale, self.own_locales)
    }
}

/// Fails on a locale whose language is neither one of ISO 639 under its shortest code nor one for which the project has
/// files.
pub fn refuse_unknown_language(locale: &Locale, own_locales: &[Locale]) -> Result<(), SettingsError> {
    let is_own = |own: &Locale| own == locale || own.to_string() == locale.language();
    if is_language(locale.language()) || own_locales.iter().any(is_own) {
        return Ok(());
    }
    let meant = meant_tag(&locale.to_string(), own_locales);
    Err(SettingsError::UnknownLanguage { locale: locale.clone(), meant })
}
