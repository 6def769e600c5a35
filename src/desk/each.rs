//! The one loop over articles and locales.

use rayon::prelude::*;

use super::{DeskError, Loaded, Observer, Workspace};
use crate::{backend::Stop, model::Locale, pipeline::Segmenters};

/// What works side by side.
#[derive(Clone, Copy)]
pub enum Lanes<'a> {
    /// Articles on all cores, an article's locales one after the other.
    Articles,
    /// An article's locales, one article after the other, until the user stops: engines are asked for the newest
    /// article first and never for the same sentence of two articles at a time.
    Locales(&'a Stop),
}

/// What was made of the articles of a selection, in order.
#[derive(Debug)]
pub struct Visited<T> {
    /// What was made, with the article's name; an article that could not be read is an error.
    pub articles: Vec<(String, Result<T, DeskError>)>,
}

/// Visits every article of a selection in every target locale, then finishes each article. Results come in the order
/// of the selection, whatever works side by side; one that failed leaves the others alone and is reported at once.
pub fn for_each<T: Send, U: Send>(
    workspace: &Workspace,
    slugs: &[String],
    lanes: Lanes<'_>,
    observer: &dyn Observer,
    visit: impl Fn(&Loaded, &Locale) -> Result<T, DeskError> + Sync,
    finish: impl Fn(&Loaded, Vec<(Locale, Result<T, DeskError>)>) -> U + Sync,
) -> Result<Visited<U>, DeskError> {
    let targets = workspace.targets()?;
    let segmenters = Segmenters::new(&workspace.resources.locales);
    let reported = |result: Result<T, DeskError>| result.inspect_err(|error| observer.failed(error));
    let article = |slug: &String| -> (String, Result<U, DeskError>) {
        let loaded = match workspace.load(&segmenters, slug) {
            Ok(loaded) => loaded,
            Err(error) => {
                observer.failed(&error);
                return (slug.clone(), Err(error));
            }
        };
        let locales = match lanes {
            Lanes::Articles => {
                targets.iter().map(|locale| (locale.clone(), reported(visit(&loaded, locale)))).collect()
            }
            Lanes::Locales(_) => {
                let (visit, loaded) = (&visit, &loaded);
                std::thread::scope(|scope| {
                    let started: Vec<_> =
                        targets.iter().map(|locale| (locale, scope.spawn(move || visit(loaded, locale)))).collect();
                    let joined = started.into_iter().map(|(locale, thread)| {
                        let result = thread.join().unwrap_or(Err(DeskError::BrokenThread));
                        (locale.clone(), reported(result))
                    });
                    joined.collect()
                })
            }
        };
        (slug.clone(), Ok(finish(&loaded, locales)))
    };
    let articles = match lanes {
        Lanes::Articles => slugs.par_iter().map(article).collect(),
        Lanes::Locales(stop) => slugs.iter().take_while(|_| !stop.is_set()).map(article).collect(),
    };
    Ok(Visited { articles })
}
