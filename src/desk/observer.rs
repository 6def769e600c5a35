//! Progress, errors and notices reported during the work.

use std::time::Duration;

use super::{DeskError, glossary::WrittenClass};
use crate::{
    backend::{BackendError, Budget},
    bilingual::Feature,
    model::{Finding, Locale},
};

/// Receives progress, non-fatal errors and notices. Called from any thread.
pub trait Observer: Sync {
    /// The number of an article's segments in a locale that are answered or given up so far, and what the run may still spend.
    fn progress(&self, _label: &str, _done: usize, _total: usize, _budget: Option<&Budget>) {}

    /// An article is finished in a locale.
    fn finished(&self, _label: &str) {}

    /// A non-fatal error: the rest of the work goes on, and the result contains the error too.
    fn failed(&self, _error: &DeskError) {}

    /// Something that the user should know.
    fn notice(&self, _notice: &Notice) {}
}

/// Reports a non-fatal error; one shared by several articles or locales is reported only once.
pub(super) fn report_once(observer: &dyn Observer, error: &DeskError) {
    if let Some(error) = error.to_report() {
        observer.failed(error);
    }
}

/// Something that the user should know but that is not an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Requests of an earlier run without a recorded answer: they may have been billed, and are sent again.
    InDoubt(usize),
    /// An engine requests a long pause, which is made.
    EnginePause {
        /// The engine's name.
        engine: String,
        /// The pause.
        time: Duration,
    },
    /// A backend broke down, and its remaining segments went to the next one.
    PassedOn(BackendError),
    /// The glossary's terms in new drafts, counted as `score` counts them.
    DraftedTerms {
        /// The locale of the drafts.
        locale: Locale,
        /// The uses of terms in the sources.
        uses: usize,
        /// Those for which a draft has a wording that the glossary accepts.
        found: usize,
        /// The forms that were put right; notes beside the segments name them.
        changed: usize,
    },
    /// What stands in the way of a part of the work, known before anything is sent; the result contains the error, too.
    Trouble(BackendError),
    /// What stands in the way of an engine that may not be needed: backends before it may draft everything.
    Foreseen(BackendError),
    /// Sentences of which an engine was told less than there is to tell, since it takes no more.
    LeftOut {
        /// The locale of the drafts.
        locale: Locale,
        /// The number of sentences.
        count: usize,
        /// The number of terms that were left out.
        terms: usize,
    },
    /// Unreadable lines of the ledger: what they recorded may be paid for again.
    DamagedLedger {
        /// The ledger's file.
        file: String,
        /// The number of lines.
        lines: usize,
        /// The number of the first one, from 1.
        first: usize,
    },
    /// A picture that the article shows but the project lacks, or that is not to be published.
    Picture(Box<Finding>),
    /// A page that no build makes any more.
    LoosePage(Box<Finding>),
    /// A problem in the glossary; the rest of it is used, and the result contains the finding too.
    GlossaryFault(Box<Finding>),
    /// A class was written into a glossary file.
    ClassWritten(Box<WrittenClass>),
    /// Features of the translations that an export format cannot represent.
    Lost {
        /// The format's name.
        format: String,
        /// The lost features, each with the number of segments that have it.
        features: Vec<(Feature, usize)>,
    },
    /// Somebody saved a segment file while we worked on it: both sides' changes are in it now.
    SavedMeanwhile {
        /// The file.
        file: String,
        /// The number of segments in which our change gave way to what was saved.
        yielded: usize,
    },
    /// The translations of a renamed article lie in a file of its earlier name; they are used as memory.
    Orphan {
        /// The file.
        file: String,
        /// The number of finished translations in it.
        count: usize,
        /// The command that gives it to the article.
        command: String,
    },
    /// Segments without a draft, since the edition that an engine translates has no reviewed text for them.
    KinMissing {
        /// The engine.
        engine: String,
        /// The locale of the drafts.
        locale: Locale,
        /// That of the edition.
        from: Locale,
        /// The number of segments.
        count: usize,
    },
    /// Words that an engine for kin languages did not know; notes beside the segments name them.
    KinWords {
        /// The locale of the drafts.
        locale: Locale,
        /// The number of those that stand as they were.
        unknown: usize,
        /// The number of those changed by rules of letters.
        changed: usize,
        /// Whether there was a dictionary in which to look for such words.
        has_dictionary: bool,
    },
    /// A problem in a file of earlier translations or first drafts; the rest of it is used.
    MemoryFault(Box<Finding>),
    /// There is no file with first drafts of a machine.
    NoDrafts(String),
    /// A cache entry is unusable; the work goes on without it.
    Cache {
        /// The entry's file.
        file: String,
        /// Why it is unusable.
        trouble: CacheTrouble,
    },
}

/// Why a cache entry is unusable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CacheTrouble {
    /// It is damaged, and is rebuilt.
    Damaged,
    /// Another version of tolmach wrote it in a form that this version does not know; it is left alone.
    OtherVersion,
    /// It cannot be read or written, for the given reason.
    Unreachable(String),
}

/// An observer that ignores everything.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unobserved;

impl Observer for Unobserved {}
