//! `--fail-on`: the severity from which a command exits with 1.

use clap::Args;

use crate::{model::Severity, project::settings::parse_fail_on};

/// When to exit 1.
#[derive(Debug, Clone, Default, Args)]
pub struct Gate {
    /// Exit 1 on a finding of this severity or above: neutral, minor, major, critical, never
    #[arg(long, value_name = "SEVERITY", value_parser = fail_on, env = "TOLMACH_FAIL_ON")]
    pub fail_on: Option<FailOn>,
}

/// A gate from the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FailOn(pub Option<Severity>);

fn fail_on(word: &str) -> Result<FailOn, String> {
    parse_fail_on(word).map(FailOn).ok_or_else(|| "one of neutral, minor, major, critical, never".to_owned())
}
