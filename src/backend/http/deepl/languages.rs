//! What `DeepL` can do for a pair, as `GET /v3/languages` says; and its codes of languages.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use crate::model::{Locale, Pair};

/// The languages of the server.
pub(super) struct Languages(Vec<DeepLLanguage>);

#[derive(Deserialize)]
struct DeepLLanguage {
    lang: String,
    #[serde(default)]
    usable_as_source: bool,
    #[serde(default)]
    usable_as_target: bool,
    #[serde(default)]
    features: BTreeMap<String, Value>,
}

impl Languages {
    /// Reads the server's answer; `None` where it is another one, or names no language.
    pub(super) fn read(body: &[u8]) -> Option<Self> {
        let languages: Vec<DeepLLanguage> = serde_json::from_slice(body).ok()?;
        (!languages.is_empty()).then_some(Self(languages))
    }

    /// Whether the server translates a pair.
    pub(super) fn translate(&self, pair: &Pair) -> bool {
        self.source(&pair.source).is_some() && self.target(&pair.target).is_some()
    }

    /// Whether a feature can be used for a pair. A form of address is the target's alone.
    pub(super) fn have(&self, pair: &Pair, feature: &str) -> bool {
        let has = |language: Option<&DeepLLanguage>| language.is_some_and(|found| found.features.contains_key(feature));
        has(self.target(&pair.target)) && (feature == "formality" || has(self.source(&pair.source)))
    }

    fn source(&self, locale: &Locale) -> Option<&DeepLLanguage> {
        let code = source_code(locale);
        self.0.iter().find(|language| language.usable_as_source && language.lang.eq_ignore_ascii_case(&code))
    }

    fn target(&self, locale: &Locale) -> Option<&DeepLLanguage> {
        let codes = [target_code(locale), source_code(locale)];
        let is_of = |language: &&DeepLLanguage, code: &String| {
            language.usable_as_target && language.lang.eq_ignore_ascii_case(code)
        };
        codes.iter().find_map(|code| self.0.iter().find(|language| is_of(language, code)))
    }
}

/// `DeepL`'s code of a source language: without a region.
pub(super) fn source_code(locale: &Locale) -> String {
    locale.language().to_uppercase()
}

/// `DeepL`'s code of a target language. English and Portuguese it writes in one of two regions only.
pub(super) fn target_code(locale: &Locale) -> String {
    let language = source_code(locale);
    let region = locale.identifier().region.map(|region| region.to_string());
    match (language.as_str(), region.as_deref()) {
        ("EN", Some("US")) | ("PT", Some("BR")) => format!("{language}-{}", region.unwrap_or_default()),
        ("EN", _) => "EN-GB".to_owned(),
        ("PT", _) => "PT-PT".to_owned(),
        _ => language,
    }
}
