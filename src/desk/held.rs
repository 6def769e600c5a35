//! Notices about an edition that are told when its article is finished, in the order of the articles: told from the threads, they
//! would come in any order.

use std::sync::{Mutex, PoisonError};

use super::{DeskError, Notice, Observer};
use crate::backend::Budget;

/// An observer that keeps back what is about an edition, and tells another one all else at once.
pub(super) struct Held<'a> {
    observer: &'a dyn Observer,
    notices: Mutex<Vec<Notice>>,
}

impl<'a> Held<'a> {
    /// One that has kept nothing yet.
    pub(super) fn new(observer: &'a dyn Observer) -> Self {
        Self { observer, notices: Mutex::default() }
    }

    /// What was kept back.
    pub(super) fn into_notices(self) -> Vec<Notice> {
        self.notices.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Observer for Held<'_> {
    fn progress(&self, label: &str, done: usize, total: usize, budget: Option<&Budget>) {
        self.observer.progress(label, done, total, budget);
    }

    fn finished(&self, label: &str) {
        self.observer.finished(label);
    }

    fn failed(&self, error: &DeskError) {
        self.observer.failed(error);
    }

    fn notice(&self, notice: &Notice) {
        match notice {
            Notice::DraftedTerms { .. }
            | Notice::LeftOut { .. }
            | Notice::Orphan { .. }
            | Notice::KinMissing { .. }
            | Notice::KinWords { .. } => {
                self.notices.lock().unwrap_or_else(PoisonError::into_inner).push(notice.clone());
            }
            _ => self.observer.notice(notice),
        }
    }
}
