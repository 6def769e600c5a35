//! The one loop over articles and locales.

use rayon::prelude::*;

use super::{DeskError, Loaded, Observer, Workspace, observer::report_once};
use crate::{backend::Stop, model::Locale, pipeline::Segmenters};

/// What works side by side.
#[derive(Clone, Copy)]
pub enum Lanes<'a> {
    /// Articles on all cores, an article's locales one after the other.
    Articles,
    /// An article's locales, one article after the other, until the user stops. For work with engines: what one article
    /// was answered is stored before the next one asks for the same sentence.
    Locales(&'a Stop),
}

/// What was made of the articles of a selection, in order.
#[derive(Debug)]
pub struct Visited<T> {
    /// What was made, with the article's name; an article that could not be read is an error.
    pub articles: Vec<(String, Result<T, DeskError>)>,
}

/// Visits every article of a selection in every target locale, then finishes each article. Results come in the order
/// of the selection, whatever works side by side; one that failed leaves the others alone.
pub fn for_each<T: Send, U>(
    workspace: &Workspace,
    slugs: &[String],
    lanes: Lanes<'_>,
    observer: &dyn Observer,
    visit: impl Fn(&Loaded, &Locale) -> Result<T, DeskError> + Sync,
    finish: impl Fn(&Loaded, Vec<(Locale, Result<T, DeskError>)>) -> U,
) -> Result<Visited<U>, DeskError> {
    let targets = workspace.targets()?;
    let segmenters = Segmenters::new(&workspace.resources.locales);
    let mut articles = Vec::with_capacity(slugs.len());
    // Errors are reported, and articles finished, in the order of the selection: what threads meet at the same time
    // would come in any.
    let mut report = |slug: &String, read: Read<T>| {
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
    match lanes {
        Lanes::Articles => {
            let read = |slug: &String| {
                let loaded = workspace.load(&segmenters, slug)?;
                let locales = targets.iter().map(|locale| (locale.clone(), visit(&loaded, locale))).collect();
                Ok((loaded, locales))
            };
            for batch in slugs.chunks(ARTICLES) {
                let visited: Vec<Read<T>> = batch.par_iter().map(read).collect();
                batch.iter().zip(visited).for_each(|(slug, read)| report(slug, read));
            }
        }
        Lanes::Locales(stop) => {
            for slug in slugs.iter().take_while(|_| !stop.is_set()) {
                let read = workspace.load(&segmenters, slug).map(|loaded| {
                    let locales = side_by_side(targets, |locale| visit(&loaded, locale));
                    (loaded, locales)
                });
                report(slug, read);
            }
        }
    }
    Ok(Visited { articles })
}

/// An article that was read, with what the visits of its locales gave.
type Read<T> = Result<(Loaded, Vec<(Locale, Result<T, DeskError>)>), DeskError>;

/// How many articles are held at a time.
const ARTICLES: usize = 16;

/// Visits each locale in a thread of its own; results come in the order of the locales.
fn side_by_side<T: Send>(
    locales: &[Locale],
    visit: impl Fn(&Locale) -> Result<T, DeskError> + Sync,
) -> Vec<(Locale, Result<T, DeskError>)> {
    let visit = &visit;
    std::thread::scope(|scope| {
        let started: Vec<_> = locales.iter().map(|locale| (locale, scope.spawn(move || visit(locale)))).collect();
        let joined = started
            .into_iter()
            .map(|(locale, thread)| (locale.clone(), thread.join().unwrap_or(Err(DeskError::BrokenThread))));
        joined.collect()
    })
}
