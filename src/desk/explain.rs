//! What would be asked of an engine: its requests as texts, with nothing sent, recorded or saved.

use super::{
    DeskError, Observer, Parallelism, TranslateOptions, Translator, Visited, Workspace,
    engines::{Traffic, open_chain, open_prompt},
    for_each,
};
use crate::{model::Locale, project::read_journal};

/// The requests for an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExplainedEdition {
    /// The article.
    pub article: String,
    /// The locale.
    pub locale: Locale,
    /// The engine's name; empty where no engine would be asked.
    pub engine: String,
    /// The requests as texts, in order, without any key.
    pub requests: Vec<String>,
}

/// Returns the requests that the first engine of the chain would get for a selection, after memory and ledger. Those after
/// it would get what it leaves open, which nobody knows.
pub fn explain_requests(
    workspace: &Workspace,
    slugs: &[String],
    options: TranslateOptions<'_>,
    observer: &dyn Observer,
) -> Result<Visited<Vec<Result<ExplainedEdition, DeskError>>>, DeskError> {
    let prompt = open_prompt(&workspace.settings, Some(&workspace.layout), &workspace.resources.locales)?;
    let chain = open_chain(&workspace.settings, &workspace.registries, Traffic::Live, &prompt)?;
    let journal = read_journal(&workspace.layout)?.map(Ok);
    let translator = Translator::with_journal(workspace, options, chain, journal, observer);
    for_each(
        workspace,
        slugs,
        Parallelism::Locales(options.stop),
        observer,
        |loaded, locale| translator.explain(loaded, locale, observer),
        |loaded, locales| {
            let editions = locales.into_iter().map(|(locale, explained)| {
                let (engine, requests) = explained?.into_parts();
                Ok(ExplainedEdition { article: loaded.article.slug.clone(), locale: locale.clone(), engine, requests })
            });
            editions.collect()
        },
    )
}
