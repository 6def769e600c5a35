//! Whether a project, its settings and its engines are in order.

use std::path::PathBuf;

use super::{DeskError, Notice, Observer, Registries, check_chain, settings};
use crate::{
    model::{Finding, Locale},
    project::{
        Layout, Resources, articles,
        settings::{Overrides, user_file},
    },
};

/// What there is, and what is wrong with it; what could not be read is absent, and its error among the others.
#[derive(Debug, Default)]
pub struct Examined {
    /// The user's own settings file, whether it is there or not.
    pub user_settings: Option<PathBuf>,
    /// How many articles the project has; `None` without a project.
    pub articles: Option<usize>,
    /// How many concepts the glossary has.
    pub concepts: Option<usize>,
    /// The target locales.
    pub locales: Vec<ExaminedLocale>,
    /// The backends of the chain, if it can be opened.
    pub backends: Vec<String>,
    /// What is wrong in the glossary.
    pub findings: Vec<Finding>,
    /// Everything else that is wrong.
    pub errors: Vec<DeskError>,
}

/// A target locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExaminedLocale {
    /// The locale.
    pub locale: Locale,
    /// Its name in the language that was requested, else in English; empty where nothing is known of it.
    pub name: String,
    /// Whether there is a profile of it.
    pub is_known: bool,
}

/// Looks at everything that a run needs, and reports what is wrong in the order in which a run would meet it. Locales
/// are named in the language of `speaker`.
#[must_use]
pub fn examine(
    layout: Option<&Layout>,
    overrides: &Overrides,
    registries: &Registries,
    speaker: &Locale,
    observer: &dyn Observer,
) -> Examined {
    let mut examined = Examined { user_settings: user_file(), ..Examined::default() };
    let mut failed = |error: DeskError| {
        observer.failed(&error);
        examined.errors.push(error);
    };
    let extensions: Vec<&str> = registries.sources.iter().map(|kind| kind.extension).collect();
    match layout.map(|layout| articles(layout, &extensions)).transpose() {
        Ok(articles) => examined.articles = articles.map(|articles| articles.len()),
        Err(error) => failed(error.into()),
    }
    let resources = match Resources::load(layout) {
        Ok(resources) => resources,
        Err(error) => {
            failed(error.into());
            return examined;
        }
    };
    examined.concepts = Some(resources.termbase.concepts.len());
    for finding in &resources.findings {
        observer.notice(&Notice::GlossaryFault(Box::new(finding.clone())));
    }
    match settings(layout, overrides, registries) {
        Err(error) => failed(error),
        Ok(settings) => {
            let locales = settings.targets.iter().map(|locale| named(&resources, locale, speaker));
            examined.locales = locales.collect();
            match check_chain(&settings, registries) {
                Ok(()) => examined.backends.clone_from(&settings.backends),
                Err(error) => failed(error),
            }
        }
    }
    examined.findings = resources.findings;
    examined
}

fn named(resources: &Resources, locale: &Locale, speaker: &Locale) -> ExaminedLocale {
    let names = &resources.locales.profile(locale).names;
    let name = names.get(speaker.language()).or_else(|| names.get("en")).cloned();
    let is_known = resources.locales.is_known(locale);
    ExaminedLocale { locale: locale.clone(), name: name.unwrap_or_default(), is_known }
}
