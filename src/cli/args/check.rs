//! The arguments of `tolmach check`.

use std::path::PathBuf;

use clap::Args;

use super::{CheckFormat, Gate, Selection};

/// Check translations against article, glossary and locale.
#[derive(Debug, Clone, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a separate flag")]
pub struct CheckArgs {
    /// What to check.
    #[command(flatten)]
    pub selection: Selection,
    /// When to exit 1.
    #[command(flatten)]
    pub gate: Gate,
    /// How to show the findings (with --stdin: jsonl)
    #[arg(long, value_enum, default_value = "full", default_value_if("stdin", "true", "jsonl"))]
    pub format: CheckFormat,
    /// Where to write them (default: standard output)
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Leave out the findings that this file has
    #[arg(long, value_name = "FILE", conflicts_with = "stdin")]
    pub baseline: Option<PathBuf>,
    /// Write all findings to the file of --baseline
    #[arg(long, requires = "baseline", conflicts_with_all = ["slugs", "locales", "since", "changed"])]
    pub update_baseline: bool,
    /// Only findings in segments whose source or translation differs from this revision of git
    #[arg(long, value_name = "REV", conflicts_with_all = ["stdin", "changed"])]
    pub since: Option<String>,
    /// Only findings in segments that differ from the last commit
    #[arg(long, conflicts_with = "stdin")]
    pub changed: bool,
    /// Read `{"id","source","target","locale"}` lines, answer `{"id","findings"}` lines
    #[arg(long, conflicts_with_all = ["slugs", "output"])]
    pub stdin: bool,
    /// Apply certain fixes to the segment files, show the others as a diff
    #[arg(long, conflicts_with = "stdin")]
    pub fix: bool,
    /// With --fix: write nothing, show all fixes as a diff
    #[arg(long, requires = "fix")]
    pub dry_run: bool,
}

impl CheckArgs {
    /// The revision of git with which the project is compared.
    pub(crate) fn revision(&self) -> Option<&str> {
        if self.changed { Some("HEAD") } else { self.since.as_deref() }
    }
}
