//! The only loop over articles and locales.

use std::{
    collections::BTreeMap,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    sync::{Condvar, Mutex, PoisonError, mpsc},
};

use rayon::prelude::*;

use super::{DeskError, Loaded, Observer, Order, Workspace, observer::report_once};
use crate::{model::Locale, pipeline::Segmenters};

/// What runs in parallel.
#[derive(Clone, Copy)]
pub enum Parallelism<'a> {
    /// Articles on all cores, the locales of an article in sequence.
    Articles,
    /// The locales of an article, and as many articles as the order says, begun and finished in their order, until the user
    /// stops. For work with engines.
    Locales(&'a Order<'a>),
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
        Parallelism::Locales(order) => {
            let read = |slug: &String| {
                workspace.load(&segmenters, slug).map(|loaded| {
                    let locales = visit_in_parallel(targets, |locale| visit(&loaded, locale));
                    let locales = together(&loaded, locales);
                    (loaded, locales)
                })
            };
            if order.width == 1 {
                for (number, slug) in slugs.iter().enumerate().take_while(|_| !order.stop.is_set()) {
                    order.begin(number, slug, targets);
                    let result = read(slug);
                    order.end(number, slug);
                    report(slug, result);
                }
            } else {
                read_in_order(slugs, order, targets, read, report);
            }
        }
    }
    Ok(Visited { articles })
}

/// An article and the results of visiting its locales.
type ReadArticle<T> = Result<(Loaded, VisitedLocales<T>), DeskError>;

/// How many articles are in memory at a time.
const BATCH_SIZE: usize = 16;

/// Reads several articles at a time, each begun after the one before it, and reports them in their order.
fn read_in_order<T: Send>(
    slugs: &[String],
    order: &Order<'_>,
    targets: &[Locale],
    read: impl Fn(&String) -> T + Sync,
    mut report: impl FnMut(&String, T),
) {
    /// How far the articles are.
    #[derive(Default)]
    struct Progress {
        begun: usize,
        reported: usize,
        /// Whether a thread has died, so that nothing is reported any more.
        is_broken: bool,
    }
    let (progress, changed) = (Mutex::new(Progress::default()), Condvar::new());
    let lock = || progress.lock().unwrap_or_else(PoisonError::into_inner);
    let next = || {
        let mut progress = lock();
        // Those that are finished sooner than one before them wait in memory.
        while !progress.is_broken && progress.begun >= progress.reported + 2 * order.width {
            progress = changed.wait(progress).unwrap_or_else(PoisonError::into_inner);
        }
        let number = progress.begun;
        let slug = slugs.get(number).filter(|_| !order.stop.is_set() && !progress.is_broken)?;
        progress.begun += 1;
        order.begin(number, slug, targets);
        Some((number, slug))
    };
    std::thread::scope(|scope| {
        let (sender, results) = mpsc::channel();
        for _ in 0..order.width.min(slugs.len()) {
            let (sender, next, read, lock, changed) = (sender.clone(), &next, &read, &lock, &changed);
            scope.spawn(move || {
                while let Some((number, slug)) = next() {
                    let result = catch_unwind(AssertUnwindSafe(|| read(slug)));
                    order.end(number, slug);
                    match result {
                        // Nobody listens any more only where the whole run fails.
                        Ok(result) => _ = sender.send((number, slug, result)),
                        Err(panic) => {
                            lock().is_broken = true;
                            changed.notify_all();
                            resume_unwind(panic);
                        }
                    }
                }
            });
        }
        drop(sender);
        let mut waiting = BTreeMap::new();
        for (number, slug, result) in results {
            waiting.insert(number, (slug, result));
            let mut reported = lock().reported;
            while let Some((slug, result)) = waiting.remove(&reported) {
                if let Err(panic) = catch_unwind(AssertUnwindSafe(|| report(slug, result))) {
                    lock().is_broken = true;
                    changed.notify_all();
                    resume_unwind(panic);
                }
                reported += 1;
            }
            lock().reported = reported;
            changed.notify_all();
        }
    });
}

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
