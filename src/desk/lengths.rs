//! Texts that are longer than an engine takes, looked for before anything of a run is sent.

use std::sync::{Mutex, PoisonError};

use super::{Loaded, Notice, Observer, Workspace, engines::ChainLink};
use crate::{
    backend::{Backend, BackendError, EngineHandle, Reach, Request, Stop},
    pipeline::Segmenters,
};

/// The articles with a text that one of the engines does not take; those that can be read.
pub(super) fn long_articles(
    workspace: &Workspace,
    segmenters: &Segmenters<'_>,
    chain: &[ChainLink],
    slugs: &[String],
    stop: &Stop,
) -> Vec<Loaded> {
    let mut engines: Vec<&EngineHandle> = Vec::new();
    for link in chain {
        if let ChainLink::Engine { handle, .. } = link
            && handle.reach() != Reach::Inside
        {
            engines.push(handle);
        }
    }
    if engines.is_empty() {
        return Vec::new();
    }
    let is_long = |loaded: &Loaded| {
        loaded.article.translated().any(|(unit, segment)| {
            let request = Request::new(segment.id, unit.role.clone(), unit.text_of(segment));
            engines.iter().any(|engine| engine.size(&request) > engine.limits().size)
        })
    };
    let least = engines.iter().map(|engine| engine.limits().size).min().unwrap_or(usize::MAX);
    // A text that stands between blank lines is no longer than they are apart; what is asked for beside it is no longer than it.
    let may_be_long = |slug: &&String| {
        let blocks = |text: &str| text.split("\n\n").any(|block| block.len().saturating_mul(2) > least);
        workspace.store.article(slug).is_ok_and(|file| blocks(&file.text))
    };
    let asked = slugs.iter().take_while(|_| !stop.is_set()).filter(may_be_long);
    asked.filter_map(|slug| workspace.load(segmenters, slug).ok()).filter(is_long).collect()
}

/// An observer that passes on, once, which texts are too long, and what is told once in a run. All else is told in its turn.
pub(super) struct Lengths<'a> {
    pub(super) observer: &'a dyn Observer,
    /// What has been said.
    pub(super) said: &'a Mutex<Vec<BackendError>>,
}

impl Observer for Lengths<'_> {
    fn notice(&self, notice: &Notice) {
        match notice {
            Notice::Trouble(error @ BackendError::TooLong { .. }) => {
                let mut said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
                if !said.contains(error) {
                    said.push(error.clone());
                    self.observer.notice(notice);
                }
            }
            Notice::Trouble(_) | Notice::Foreseen(_) | Notice::PassedOn(_) => {}
            _ => self.observer.notice(notice),
        }
    }
}
