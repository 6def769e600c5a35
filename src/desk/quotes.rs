//! The quotations of a project's articles: who says them, in which language first, and how the editions have them.

use std::ops::Range;

use super::{DeskError, Loaded, Observer, Parallelism, Visited, Workspace, for_each};
use crate::{
    check::{DirectQuotation, Language, OpenQuotations, Quotation, direct_quotations, quotations},
    model::{LineIndex, Locale, Segment, State, Translation, Unit, cut},
    pipeline::language,
    report::{QuoteRow, QuoteTarget},
    source::word_span,
};

/// The direct quotations of an article.
#[derive(Debug)]
pub struct ArticleQuotes {
    /// The quotations in their order.
    pub rows: Vec<QuoteRow>,
    /// Errors for the editions that could not be read.
    pub errors: Vec<DeskError>,
}

/// Returns the direct quotations of a selection, in the order of the articles.
pub fn quotes(
    workspace: &Workspace,
    slugs: &[String],
    observer: &dyn Observer,
) -> Result<Visited<ArticleQuotes>, DeskError> {
    let resources = &workspace.resources;
    let said = |loaded: &Loaded| {
        let source = language(resources.locales.profile(&loaded.article.locale));
        let said = direct_quotations(&loaded.article, &resources.termbase, &source);
        (source, said)
    };
    for_each(
        workspace,
        slugs,
        Parallelism::Articles,
        observer,
        |loaded, locale| {
            let (source, said) = said(loaded);
            let target = language(resources.locales.profile(locale));
            let stored = workspace.store.translation(&loaded.article, locale)?;
            let in_edition = |quotation: &DirectQuotation| {
                let unit = loaded.article.units.get(quotation.unit)?;
                Some(in_edition(unit, quotation, &stored.translation, [&source, &target]))
            };
            Ok(said.iter().map(|quotation| in_edition(quotation).flatten()).collect::<Vec<_>>())
        },
        |loaded, editions| {
            let (_, said) = said(loaded);
            let article = &loaded.article;
            let lines = LineIndex::new(&article.skeleton.file);
            let row = |(index, quotation): (usize, DirectQuotation)| {
                let targets = editions.iter().filter_map(|(locale, edition)| {
                    let found = edition.as_ref().ok()?.get(index)?.clone();
                    Some(target(locale, found))
                });
                QuoteRow {
                    article: article.slug.clone(),
                    segment: quotation.segment.to_string(),
                    line: lines.position(word_span(article, quotation.unit, &quotation.span).0.start).line,
                    speaker: quotation.speaker,
                    text: quotation.text,
                    language: quotation.language.map(|language| language.to_string()),
                    original: quotation.original,
                    targets: targets.collect(),
                }
            };
            let rows = said.into_iter().enumerate().map(row).collect();
            ArticleQuotes { rows, errors: editions.into_iter().filter_map(|(_, edition)| edition.err()).collect() }
        },
    )
}

fn target(locale: &Locale, found: Option<(String, State)>) -> QuoteTarget {
    let locale = locale.to_string();
    match found {
        Some((text, state)) => QuoteTarget { locale, text: Some(text), state: state.as_str() },
        None => QuoteTarget { locale, text: None, state: "missing" },
    }
}

/// How an edition has a quotation, with the lowest state of its sentences; `None` where one of them has no translation.
fn in_edition(
    unit: &Unit,
    quotation: &DirectQuotation,
    translation: &Translation,
    [source, target]: [&Language; 2],
) -> Option<(String, State)> {
    let is_part = |span: &Range<usize>| span.start < quotation.span.end && quotation.span.start < span.end;
    let mut prose = String::new();
    let mut covered: Option<Range<usize>> = None;
    let mut state = State::Final;
    for Segment { id, span } in &unit.segments {
        let found = translation.targets.get(id).filter(|target| !target.text.is_empty());
        if is_part(span) {
            let found = found?;
            state = state.min(found.state);
            let end = prose.len() + found.text.prose.len();
            covered = Some(covered.map_or(prose.len(), |covered| covered.start)..end);
        }
        prose.push_str(found.map_or("", |target| &target.text.prose));
        prose.push(' ');
    }
    let covered = covered?;
    let begins = |text: &str, language: &Language, within: &Range<usize>| -> Vec<Quotation> {
        let marked = quotations(text, &[], language, &mut OpenQuotations::new());
        let is_within = |one: &Quotation| one.level == 0 && within.contains(&one.open.start);
        marked.quotations.into_iter().filter(is_within).collect()
    };
    // The sentences that the quotation is part of have as many quotations in both languages, or it is not clear which is which.
    let mut sentences = unit.segments.iter().filter(|segment| is_part(&segment.span));
    let first = sentences.clone().next()?.span.start;
    let own = begins(&unit.text.prose, source, &(first..sentences.next_back()?.span.end));
    let others = begins(&prose, target, &covered);
    let at = own.iter().position(|one| one.open.start == quotation.span.start);
    let found = at.filter(|_| own.len() == others.len()).and_then(|at| others.get(at));
    let span = found.map_or(covered, Quotation::inner);
    Some((cut(&prose, &span).trim().trim_end_matches(',').to_owned(), state))
}
