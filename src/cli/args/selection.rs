//! The articles and locales that a command works on.

use clap::Args;

use crate::model::Locale;

/// The articles and locales to work on.
#[derive(Debug, Clone, Default, Args)]
pub struct Selection {
    /// Names of articles (default: all)
    #[arg(value_name = "SLUG")]
    pub slugs: Vec<String>,
    /// Only these target locales
    #[arg(short, long = "locale", value_name = "LOCALE", value_delimiter = ',', env = "TOLMACH_LOCALE")]
    pub locales: Vec<Locale>,
}
