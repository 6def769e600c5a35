//! The arguments of `tolmach merge`.

use std::path::PathBuf;

use clap::Args;

use super::state::state;
use crate::model::{Locale, State};

/// Merge segment files that were edited elsewhere, or settle conflicts.
#[derive(Debug, Clone, Args)]
pub struct MergeArgs {
    /// The files, as the translation tool wrote them; with `--resolve ours` or `theirs`, names of articles (default: all)
    #[arg(required_unless_present = "resolve", value_name = "FILE|SLUG")]
    pub files: Vec<PathBuf>,
    /// State for edited segments: translated, reviewed, final
    #[arg(long = "as", value_name = "STATE", value_parser = state)]
    pub state: Option<State>,
    /// Who edited, approved or decided
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// Count translations that came back unchanged as confirmed: somebody has read them all
    #[arg(long, conflicts_with = "resolve")]
    pub accept_unchanged: bool,
    /// The files are this article's, whichever they name: it has another name now
    #[arg(long, value_name = "SLUG", conflicts_with = "resolve")]
    pub article: Option<String>,
    /// Settle conflicts: our text stays, theirs does, or that of a conflict file which somebody has edited
    #[arg(long, value_name = "ours|theirs|FILE", value_parser = resolution)]
    pub resolve: Option<ResolveArg>,
    /// With --resolve: only in these locales
    #[arg(short, long = "locale", value_name = "LOCALE", value_delimiter = ',', requires = "resolve")]
    pub locales: Vec<Locale>,
    /// With --resolve: only these segments
    #[arg(long = "segment", value_name = "ID", requires = "resolve")]
    pub segments: Vec<String>,
}

/// Which text of a conflict stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ResolveArg {
    /// Ours.
    Ours,
    /// Theirs.
    Theirs,
    /// That in this file.
    File(PathBuf),
}

#[expect(clippy::unnecessary_wraps, reason = "clap wants a result")]
fn resolution(word: &str) -> Result<ResolveArg, String> {
    Ok(match word {
        "ours" => ResolveArg::Ours,
        "theirs" => ResolveArg::Theirs,
        file => ResolveArg::File(PathBuf::from(file)),
    })
}
