//! What the desk reports while it works.

use super::DeskError;
use crate::{bilingual::Feature, model::Finding};

/// Hears of progress and of errors that the rest of the work goes on after. From any thread.
pub trait Observer: Sync {
    /// So many of an article's segments are answered or given up in a locale.
    fn progress(&self, _label: &str, _done: usize, _total: usize) {}

    /// An article is finished in a locale.
    fn finished(&self, _label: &str) {}

    /// Something could not be done; the rest of the work goes on, and the result has the error too.
    fn failed(&self, _error: &DeskError) {}

    /// Something that the user should know.
    fn notice(&self, _notice: &Notice) {}
}

/// Reports an error that the rest of the work goes on after; one that several pieces of work meet only once.
pub(super) fn report_once(observer: &dyn Observer, error: &DeskError) {
    if let Some(error) = error.to_report() {
        observer.failed(error);
    }
}

/// Something that the user should know and that is no error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Requests of an earlier run whose answers never came: they may have been billed, and are sent again.
    InDoubt(usize),
    /// Lines of the ledger that cannot be read: what they held may be paid for again.
    DamagedLedger {
        /// The ledger's file.
        file: String,
        /// How many lines.
        lines: usize,
        /// The first of them, from 1.
        first: usize,
    },
    /// A picture that the article shows and the project does not have.
    MissingPicture(Box<Finding>),
    /// Something is wrong in the glossary; the rest of it holds, and the result has the finding too.
    GlossaryFault(Box<Finding>),
    /// What an exported format cannot hold of the translations, each with how many segments have it.
    Lost {
        /// The format's name.
        format: String,
        /// What is not in the files.
        features: Vec<(Feature, usize)>,
    },
    /// No first drafts of a machine are kept.
    NoDrafts(String),
    /// An entry of the cache is of no use; the work goes on without it.
    Cache {
        /// The entry's file.
        file: String,
        /// Why.
        trouble: CacheTrouble,
    },
}

/// Why an entry of the cache is of no use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CacheTrouble {
    /// It is damaged, and is made anew.
    Damaged,
    /// Another version of tolmach made it, in a form that this one does not know; it is left alone.
    OtherVersion,
    /// It cannot be read or written, for this reason.
    Unreachable(String),
}

/// An observer that hears nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unobserved;

impl Observer for Unobserved {}
