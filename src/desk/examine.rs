//! Examination of a project: whether it, its settings and its engines are in order.

use std::path::PathBuf;

use super::{DeskError, Notice, Observer, Registries, check_chain, settings};
use crate::{
    model::{Finding, Locale},
    project::{
        Layout, Resources, articles,
        settings::{Overrides, user_file},
    },
};

/// The parts of a project and its problems. A part that could not be read is absent, and its error is in `errors`.
#[derive(Debug, Default)]
pub struct Examined {
    /// The path of the user's settings file, whether or not it exists.
    pub user_settings: Option<PathBuf>,
    /// The number of articles; `None` without a project.
    pub articles: Option<usize>,
    /// The number of concepts in the glossary.
    pub concepts: Option<usize>,
    /// The target locales.
    pub locales: Vec<ExaminedLocale>,
    /// The backends of the chain; empty if it cannot be opened.
    pub backends: Vec<String>,
    /// The findings of the glossary.
    pub findings: Vec<Finding>,
    /// All other problems.
    pub errors: Vec<DeskError>,
}

/// A target locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExaminedLocale {
    /// The locale.
    pub locale: Locale,
    /// Its name in the requested language, or else in English; empty for an unknown locale.
    pub name: String,
    /// Whether it has a profile.
    pub is_known: bool,
}

/// Examines everything a run needs, and reports problems in the order in which a run would meet them. Locales are named
/// in the language of `speaker`.
#[must_use]
pub fn examine(
    layout: Option<&Layout>,
    overrides: &Overrides,
    registries: &Registries,
    speaker: &Locale,
    observer: &dyn Observer,
) -> Examined {
    let mut examined = Examined { user_settings: user_file(), ..Examined::default() };
    let mut report = |error: DeskError| {
        observer.failed(&error);
        examined.errors.push(error);
    };
    let extensions: Vec<&str> = registries.sources.iter().map(|kind| kind.extension).collect();
    match layout.map(|layout| articles(layout, &extensions)).transpose() {
        Ok(articles) => examined.articles = articles.map(|articles| articles.len()),
        Err(error) => report(error.into()),
    }
    let resources = match Resources::load(layout) {
        Ok(resources) => resources,
        Err(error) => {
            report(error.into());
            return examined;
        }
    };
    examined.concepts = Some(resources.termbase.concepts.len());
    let settings = settings(layout, overrides, registries);
    // Where nothing says which languages a run needs, it may be any.
    let findings = match &settings {
        Ok(settings) => resources.findings(std::iter::once(&settings.source).chain(&settings.targets)),
        Err(_) => resources.findings(resources.termbase.known_locales()),
    };
    for finding in &findings {
        observer.notice(&Notice::GlossaryFault(Box::new(finding.clone())));
    }
    match settings {
        Err(error) => report(error),
        Ok(settings) => {
            let locales = settings.targets.iter().map(|locale| examine_locale(&resources, locale, speaker));
            examined.locales = locales.collect();
            match check_chain(&settings, registries, layout, &resources.locales) {
                Ok(()) => examined.backends.clone_from(&settings.backends),
                Err(error) => report(error),
            }
        }
    }
    examined.findings = findings;
    examined
}

fn examine_locale(resources: &Resources, locale: &Locale, speaker: &Locale) -> ExaminedLocale {
    let names = &resources.locales.profile(locale).names;
    let name = names.get(speaker.language()).or_else(|| names.get("en")).cloned();
    let is_known = resources.locales.is_known(locale);
    ExaminedLocale { locale: locale.clone(), name: name.unwrap_or_default(), is_known }
}
