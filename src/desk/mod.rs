//! In which order is the work done: opened, loaded, translated, checked, fixed, merged, approved, built, reported,
//! stored?
//!
//! Every front end uses this layer: the command line, a web page, another program. Functions take and return plain
//! values, report progress and non-fatal errors to an [`Observer`], and know neither arguments nor exit codes.
//! [`for_each`] is the only loop over articles and locales, [`Store`] the only place where translations are stored, and
//! [`Registries`] lists the available engines and formats.

mod approve;
mod baseline;
mod between;
mod bill;
mod build;
mod cached;
mod changes;
mod check;
mod contexts;
mod diff;
mod drafted_terms;
mod each;
mod engines;
mod error;
mod examine;
mod export;
mod findings;
mod fix;
pub mod glossary;
mod held;
mod import;
mod kin;
mod leftovers;
mod lengths;
mod loose_pages;
mod memories;
mod merge;
mod observer;
mod omegat;
mod open;
mod order;
mod pairs;
mod quotes;
mod readiness;
mod registries;
mod rename;
mod resolve;
mod reviewed;
mod run;
mod score;
mod score_lines;
mod segments;
mod settings;
mod sources;
mod status;
mod store;
mod translate;
mod waivers;
mod workspace;

pub use approve::{ApprovalRequest, ApprovedFile, approve};
pub use baseline::{Baseline, Unhidden};
pub use bill::bill;
pub use build::{BelowRequired, Built, build};
pub use changes::{Changes, changes_since};
pub use check::{Checked, check};
pub use diff::{diff_drafts, diff_editions, diff_sources};
pub use each::{Parallelism, Visited, for_each};
pub use engines::{Traffic, check_chain};
pub use error::{DeskError, ErrorClass};
pub use examine::{Examined, ExaminedLocale, examine};
pub use export::{export, profiles};
pub use findings::{FindingWithText, highest_severity, without_text, worded};
pub use fix::{Fixed, Hunk, HunkKind, fix};
pub use glossary::GlossaryError;
pub use import::{ImportOptions, Imported, Page, import};
pub use leftovers::{Leftovers, LooseWaivers, OpenConflicts, Orphan, leftovers};
pub use loose_pages::LoosePage;
pub use merge::{MergeOptions, MergedFile, merge, merge_into, merge_policy};
pub use observer::{CacheTrouble, Notice, Observer, Unobserved};
pub use open::Desk;
pub use order::Order;
pub use pairs::{PairChecker, PairFinding, PairToCheck};
pub use quotes::{ArticleQuotes, quotes};
pub use registries::Registries;
pub use rename::{Renamed, rename};
pub use resolve::{Resolution, ResolveRequest, Resolved, resolve};
pub use run::{ArticleRun, EditionRun, RunResult, run};
pub use score::{ProjectScores, score};
pub use score_lines::{LineScores, ScoredLine, score_lines};
pub use segments::{FileSegment, FileSegments, Splitter, roundtrip_files, segment_files};
pub use settings::{refuse_unknown_locales, settings};
pub use sources::SourceFormats;
pub use status::{ApprovedDespite, EditionStatus, status};
pub use store::{ArticleFile, FileStore, Meanwhile, Saved, SegmentNotes, Store, Stored, StoredDrafts, StoredWaivers};
pub use translate::{Outcome, TranslateOptions, Translator, translate};
pub use waivers::{WaiveRequest, WaivedFile, WaivedFinding, WaiverError, waive};
pub use workspace::{Loaded, Terms, Workspace};

pub use crate::{
    backend::{Budget, Clock, DryRun, Stop, SystemClock, stand_guard},
    bilingual::{Approved, Author, Feature, MergeOutcome},
    edition::Missing,
    ledger::Money,
    project::Layout,
};
