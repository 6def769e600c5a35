//! The only loop over articles and locales.

use rayon::prelude::*;

use super::{DeskError, Loaded, Observer, Workspace, observer::report_once};
use crate::{backend::Stop, model::Locale, pipeline::Segmenters};

/// What runs in parallel.
#[derive(Clone, Copy)]
pub enum Parallelism<'a> {
    /// Articles on all cores, the locales of an article in sequence.
    Articles,
    /// The locales of an article, articles in sequence, until the user stops. For work with engines: the answers for
    /// one article are stored before the next one asks for the same sentence.
    Locales(&'a Stop),
}

/// The locales of an article, each with its result.
pub(super) type VisitedLocales<T> = Vec<(Locale, Result<T, DeskError>)>;

/// The results for the articles of a selection, in order.
#[derive(Debug)]
pub struct Visited<T> {
    /// Each article's name and result; an article that could not be read is an error.
    pub articles: Vec<(String, Result<T, DeskError>)>,
}

/// Visits every article of a selection in every target locale, then finishes each article. Results come in the order of
/// the selection, whatever runs in parallel; an error in one does not affect the others.
pub fn for_each<T: Send, U>(
    workspace: &Workspace,
    slugs: &[String],
    parallelism: Parallelism<'_>,
    observer: &dyn Observer,
    visit: impl Fn(&Loaded, &Locale) -> Result<T, DeskError> + Sync,
    finish: impl Fn(&Loaded, VisitedLocales<T>) -> U,
) -> Result<Visited<U>, DeskError> {
    for_each_together(workspace, slugs, parallelism, observer, visit, |_, locales| locales, finish)
}

/// The same, with a step in between that sees the locales of an article together. Like the visits, it runs beside those of
/// other articles.
pub(super) fn for_each_together<T: Send, V: Send, U>(
    workspace: &Workspace,
    slugs: &[String],
    parallelism: Parallelism<'_>,
    observer: &dyn Observer,
    visit: impl Fn(&Loaded, &Locale) -> Result<T, DeskError> + Sync,
    together: impl Fn(&Loaded, VisitedLocales<T>) -> VisitedLocales<V> + Sync,
    finish: impl Fn(&Loaded, VisitedLocales<V>) -> U,
) -> Result<Visited<U>, DeskError> {
    let targets = workspace.targets()?;
    let segmenters = Segmenters::new(&workspace.resources.locales);
    let mut articles = Vec::with_capacity(slugs.len());
    // Errors are reported, and articles finished, in the order of the selection: reported from the threads, they would
    // come in any order.
    let mut report = |slug: &String, read: ReadArticle<V>| {
        let result = match read {
            Ok((loaded, locales)) => {
                locales
                    .iter()
                    .filter_map(|(_, result)| result.as_ref().err())
                    .for_each(|error| report_once(observer, error));
                Ok(finish(&loaded, locales))
            }
            Err(error) => {
                report_once(observer, &error);
                Err(error)
            }
        };
        articles.push((slug.clone(), result));
    };
    match parallelism {
        Parallelism::Articles => {
            let read = |slug: &String| {
                let loaded = workspace.load(&segmenters, slug)?;
                let locales = targets.iter().map(|locale| (locale.clone(), visit(&loaded, locale))).collect();
                let locales = together(&loaded, locales);
                Ok((loaded, locales))
            };
            for batch in slugs.chunks(BATCH_SIZE) {
                let visited: Vec<ReadArticle<V>> = batch.par_iter().map(read).collect();
                batch.iter().zip(visited).for_each(|(slug, read)| report(slug, read));
            }
        }
        Parallelism::Locales(stop) => {
            for slug in slugs.iter().take_while(|_| !stop.is_set()) {
                let read = workspace.load(&segmenters, slug).map(|loaded| {
                    let locales = visit_in_parallel(targets, |locale| visit(&loaded, locale));
                    let locales = together(&loaded, locales);
                    (loaded, locales)
                });
                report(slug, read);
            }
        }
    }
    Ok(Visited { articles })
}

/// An article and the results of visiting its locales.
type ReadArticle<T> = Result<(Loaded, VisitedLocales<T>), DeskError>;

/// How many articles are in memory at a time.
const BATCH_SIZE: usize = 16;

/// Visits each locale in a thread of its own; results come in the order of the locales.
fn visit_in_parallel<T: Send>(
    locales: &[Locale],
    visit: impl Fn(&Locale) -> Result<T, DeskError> + Sync,
) -> VisitedLocales<T> {
    let visit = &visit;
    std::thread::scope(|scope| {
        let threads: Vec<_> = locales.iter().map(|locale| (locale, scope.spawn(move || visit(locale)))).collect();
        let results = threads
            .into_iter()
            .map(|(locale, thread)| (locale.clone(), thread.join().unwrap_or(Err(DeskError::BrokenThread))));
        results.collect()
    })
}
