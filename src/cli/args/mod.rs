//! The command-line arguments.

mod check;
mod format;
mod gate;
mod glossary;
mod merge;
mod selection;
mod state;
mod waive;

use std::{num::NonZeroUsize, path::PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::{
    desk::Money,
    model::{Locale, State},
    project::settings::{Missing, ProgramError, parse_program},
};

pub(crate) use check::CheckArgs;
pub(crate) use format::{CheckFormat, DiffFormat, LedgerFormat, PlainFormat, SegmentFormat};
pub(crate) use gate::Gate;
pub(crate) use glossary::{
    Exchange, ExtractFormat, Find, Forms, GlossaryAdd, GlossaryCommand, GlossaryDiffFormat, GlossaryExport,
    GlossaryImport, GlossaryReview,
};
pub(crate) use merge::{MergeArgs, ResolveArg};
pub(crate) use selection::Selection;
use state::state;
pub(crate) use waive::WaiveArgs;

/// A translation and localization pipeline for newsrooms.
#[derive(Debug, Parser)]
#[command(
    name = "tolmach",
    version,
    about,
    propagate_version = true,
    subcommand_required = true,
    arg_required_else_help = true
)]
pub struct Cli {
    /// Options that every command takes.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Options that every command takes.
#[derive(Debug, Clone, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a separate flag")]
#[command(next_help_heading = "Global options")]
pub struct Global {
    /// Folder of the project (default: the nearest `tolmach.toml` upward from here)
    #[arg(short = 'C', long, global = true, value_name = "DIR", env = "TOLMACH_PROJECT")]
    pub project: Option<PathBuf>,
    /// Message language: en, be, uk, ru (default: from `TOLMACH_LANG`, `LC_ALL`, `LC_MESSAGES`, `LANG`)
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<String>,
    /// When to use colour
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, env = "TOLMACH_COLOR")]
    pub color: Color,
    /// Print only results and errors
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Log decisions; `-vv` logs every step
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    pub verbose: u8,
    /// Show no progress bars
    #[arg(long, global = true)]
    pub no_progress: bool,
    /// Use no network
    #[arg(long, global = true, env = "TOLMACH_OFFLINE")]
    pub offline: bool,
    /// How many files or editions to process in parallel
    #[arg(short, long, global = true, value_name = "N", env = "TOLMACH_JOBS")]
    pub jobs: Option<NonZeroUsize>,
    /// Neither read nor write `.tolmach/cache`
    #[arg(long, global = true)]
    pub no_cache: bool,
    /// Print the effective settings, with the source of each, and exit
    #[arg(long, global = true)]
    pub show_settings: bool,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The backends that translate.
#[derive(Debug, Clone, Default, Args)]
pub struct Backends {
    /// Backends in order: the first that has an answer is used (memory, review, pseudo, apertium, command, libretranslate, deepl, google, azure, openai, or a name from the settings)
    #[arg(
        short = 'b',
        short_alias = 'c',
        long = "backend",
        id = "backend",
        value_name = "NAME",
        value_delimiter = ',',
        env = "TOLMACH_BACKEND"
    )]
    pub chain: Vec<String>,
    /// Address of the one server among the backends (its key comes from `TOLMACH_API_KEY`)
    #[arg(long, value_name = "URL", env = "TOLMACH_ENDPOINT")]
    pub endpoint: Option<String>,
    /// Model of the one server among the backends
    #[arg(long, value_name = "MODEL", env = "TOLMACH_MODEL")]
    pub model: Option<String>,
    /// Program of the backend `command` with its arguments: shell words or a JSON array
    #[arg(long, value_name = "PROGRAM", value_parser = program, env = "TOLMACH_PROGRAM")]
    pub program: Option<ProgramArg>,
    /// Locale of the edition that the backend `apertium` translates: its reviewed and final segments
    #[arg(long, value_name = "LOCALE", env = "TOLMACH_FROM")]
    pub from: Option<Locale>,
    /// Request new drafts for segments whose machine draft no person has touched
    #[arg(long)]
    pub redo: bool,
    /// Send engines no more characters of sentences than this in this run
    #[arg(long, value_name = "N", env = "TOLMACH_MAX_CHARS")]
    pub max_chars: Option<usize>,
    /// Spend no more than this in this run, in the currency of the engines' prices; tokens are estimated
    #[arg(long, value_name = "AMOUNT", value_parser = amount, env = "TOLMACH_MAX_COST")]
    pub max_cost: Option<Money>,
    /// Record the traffic with engines in this folder, without keys
    #[arg(long, value_name = "DIR", conflicts_with = "replay")]
    pub record: Option<PathBuf>,
    /// Play the traffic that was recorded in this folder; no engine is asked
    #[arg(long, value_name = "DIR")]
    pub replay: Option<PathBuf>,
}

/// A program from the command line, with its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgramArg(pub Vec<String>);

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Create a commented project that is ready to run; never overwrites
    Init {
        /// Folder to create it in
        #[arg(default_value = ".")]
        dir: PathBuf,
    },
    /// Turn a page (HTML or its plain text) into `source/<slug>.md`
    Import {
        /// A file, an http(s) address, or `-` for standard input
        #[arg(value_name = "FILE|URL|-")]
        from: String,
        /// Name of the article (default: from its title)
        #[arg(long)]
        slug: Option<String>,
        /// Replace an existing article of that name
        #[arg(long)]
        force: bool,
        /// Let an address be one of this machine or of its link-local network
        #[arg(long)]
        allow_local: bool,
        /// How to list what was left out
        #[arg(long, value_enum, default_value_t = PlainFormat::Full)]
        format: PlainFormat,
    },
    /// Translate, check, build, and report: the main job
    Run {
        #[command(flatten)]
        selection: Selection,
        #[command(flatten)]
        backends: Backends,
        #[command(flatten)]
        gate: Gate,
        /// Refuse segments below this state: translated, reviewed, final
        #[arg(long, value_parser = state, env = "TOLMACH_REQUIRE")]
        require: Option<State>,
    },
    /// Create and refresh the segment files; never touches what a person wrote
    Translate {
        #[command(flatten)]
        selection: Selection,
        #[command(flatten)]
        backends: Backends,
        /// Send and write nothing, show what would be sent to engines and what it would cost
        #[arg(long, conflicts_with_all = ["explain_request", "record"])]
        dry_run: bool,
        /// How to show it
        #[arg(long, value_enum, default_value_t = PlainFormat::Full, requires = "dry_run")]
        format: PlainFormat,
        /// Print the requests that would be sent, without any key, and send and write nothing
        #[arg(long, conflicts_with = "record")]
        explain_request: bool,
    },
    /// Merge segment files that were edited elsewhere, or settle conflicts
    Merge(MergeArgs),
    /// Rename an article, with its translations in every locale; completes a rename by hand
    Mv {
        /// The article's name, or its file
        old: String,
        /// Its new name, which nothing has yet
        new: String,
    },
    /// Raise the state of segments, with a name and today's date
    Approve {
        #[command(flatten)]
        selection: Selection,
        /// Only these segments
        #[arg(long = "segment", value_name = "ID")]
        segments: Vec<String>,
        /// The new state: reviewed, final
        #[arg(long = "as", value_name = "STATE", value_parser = state)]
        state: State,
        /// Who approves
        #[arg(long, value_name = "NAME")]
        by: String,
        /// Machine drafts too that nobody has edited or confirmed; this is recorded
        #[arg(long)]
        drafts: bool,
        /// Segments too that have findings at or above the gate; this is recorded
        #[arg(long)]
        despite_findings: bool,
    },
    /// Check translations against article, glossary and locale
    Check(CheckArgs),
    /// Let a finding stand, with a reason and a name, until what it judged changes
    Waive(WaiveArgs),
    /// Write the editions
    Build {
        #[command(flatten)]
        selection: Selection,
        /// Refuse (exit 1) while a segment is below this state: translated, reviewed, final
        #[arg(long, value_parser = state, env = "TOLMACH_REQUIRE")]
        require: Option<State>,
        /// What replaces a missing target: source, mark
        #[arg(long, value_name = "HOW", value_parser = missing)]
        allow_missing: Option<Missing>,
    },
    /// Show what changed
    Diff {
        /// What to compare
        #[command(subcommand)]
        what: Diff,
    },
    /// Show the review state of each edition
    Status {
        #[command(flatten)]
        selection: Selection,
        /// How to show it
        #[arg(long, value_enum, default_value_t = PlainFormat::Full)]
        format: PlainFormat,
    },
    /// Show the direct quotations of articles: speakers, original languages, translations
    Quotes {
        #[command(flatten)]
        selection: Selection,
        /// How to show them
        #[arg(long, value_enum, default_value_t = PlainFormat::Full)]
        format: PlainFormat,
    },
    /// Score drafts and editions: terms, consistency, chrF2++, BLEU, TER
    Score {
        #[command(flatten)]
        selection: Selection,
        /// Tell apart the engines that drafted (with --stdin: by `engine`)
        #[arg(long)]
        engines: bool,
        /// How to show it (with --stdin: json)
        #[arg(long, value_enum, default_value = "full", default_value_if("stdin", "true", "json"))]
        format: PlainFormat,
        /// Read `{"id","source","target","reference","terms","locale","engine"}` lines, answer with their scores
        #[arg(long, conflicts_with = "slugs")]
        stdin: bool,
    },
    /// Split text into sentences
    Segment {
        /// Markdown articles
        #[arg(value_name = "FILE")]
        files: Vec<PathBuf>,
        /// How to show them (with --stdin: jsonl)
        #[arg(long, value_enum, default_value = "full", default_value_if("stdin", "true", "jsonl"))]
        format: SegmentFormat,
        /// Read `{"id","lang","text"}` lines, answer `{"id","segments"}` lines
        #[arg(long, conflicts_with = "files")]
        stdin: bool,
    },
    /// Check that articles are written back byte for byte
    Roundtrip {
        /// Markdown files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Work with the glossary
    Glossary {
        /// What to do with it
        #[command(subcommand)]
        what: GlossaryCommand,
    },
    /// Export segment files for a translation tool
    Export {
        #[command(flatten)]
        selection: Selection,
        /// Tool to export for
        #[arg(long, default_value = "xliff")]
        profile: String,
        /// Folder to write to
        #[arg(short, long, value_name = "DIR")]
        output: PathBuf,
    },
    /// Show requests to engines, their answers and what was billed
    Ledger {
        /// How to show it
        #[arg(long, value_enum, default_value_t = LedgerFormat::Full)]
        format: LedgerFormat,
    },
    /// Explain a rule
    Explain {
        /// Id of the rule (default: all)
        rule: Option<String>,
    },
    /// Check the project, the settings and the programs that tolmach can work with
    Doctor,
    /// Print a JSON Schema, for completion and checks in editors
    Schema {
        /// Of `tolmach.toml` (settings), or of the files in `glossary/`
        #[arg(value_enum, default_value_t = SchemaOf::Settings)]
        of: SchemaOf,
    },
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the man page
    Man,
}

/// The texts to compare.
#[derive(Debug, Subcommand)]
pub enum Diff {
    /// What changed in the article, and which translations became stale
    Source {
        /// The earlier Markdown
        old: PathBuf,
        /// The later Markdown
        new: PathBuf,
        /// How to show it
        #[arg(long, value_enum, default_value_t = DiffFormat::Full)]
        format: DiffFormat,
        /// Where to write it (default: standard output)
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// What people changed in the machine's text
    Draft {
        /// Name of the article
        slug: String,
        /// The edition
        #[arg(short, long)]
        locale: Locale,
        /// How to show it
        #[arg(long, value_enum, default_value_t = DiffFormat::Full)]
        format: DiffFormat,
        /// Where to write it (default: standard output)
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// What changed between two editions: published to new
    Edition {
        /// The published text
        old: PathBuf,
        /// The new text
        new: PathBuf,
        /// How to show it
        #[arg(long, value_enum, default_value_t = DiffFormat::Full)]
        format: DiffFormat,
        /// Where to write it (default: standard output)
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
}

/// What a schema is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// `tolmach.toml`.
    Settings,
    /// `glossary/*.toml`.
    Glossary,
}

fn program(text: &str) -> Result<ProgramArg, ProgramError> {
    parse_program(text).map(ProgramArg)
}

fn amount(text: &str) -> Result<Money, String> {
    Money::parse(text).ok_or_else(|| "an amount of money, such as 2.50".to_owned())
}

fn missing(word: &str) -> Result<Missing, String> {
    match word {
        "source" => Ok(Missing::Source),
        "mark" => Ok(Missing::Mark),
        _ => Err("one of source, mark".to_owned()),
    }
}
