//! The arguments of `tolmach waive`.

use clap::Args;

use crate::model::Locale;

/// Let a finding stand, with a reason and a name, until what it judged changes.
#[derive(Debug, Clone, Args)]
pub struct WaiveArgs {
    /// Name of the article
    pub slug: String,
    /// The edition; the article's own language for a finding in the article
    #[arg(short, long)]
    pub locale: Locale,
    /// The segment
    #[arg(long, value_name = "ID")]
    pub segment: String,
    /// The rule
    #[arg(long)]
    pub rule: String,
    /// Only where the words that the finding marks are these
    #[arg(long)]
    pub text: Option<String>,
    /// Why the finding may stand
    #[arg(long)]
    pub reason: String,
    /// Who decides
    #[arg(long, value_name = "NAME")]
    pub by: String,
}
