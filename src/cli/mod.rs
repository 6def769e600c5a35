//! The command line: one file per command, progress, exit codes.

mod app;
mod args;
mod clock;
mod commands;
mod exit;
mod lines;
mod object;
mod observer;
mod output;
mod progress;
mod summary;
mod usage;
mod worded;

use std::{ffi::OsString, process::ExitCode};

use clap::{CommandFactory, FromArgMatches, error::ErrorKind};

use self::{
    app::App,
    args::{CheckFormat, Command, SegmentFormat},
    exit::Failure,
};
pub use self::{args::Cli, exit::Exit, usage::UsageError};
use crate::{
    desk::{ImportOptions, Registries},
    model::Despite,
    report::visible,
};

/// Runs the command line `arguments` (the program's name first) and returns the exit code.
#[must_use]
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if let [_, only] = arguments.as_slice()
        && only == commands::guard::NAME
    {
        return commands::guard::run().into();
    }
    let parsed = command_line().try_get_matches_from(arguments).and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => {
            show_usage(&error);
            let is_requested = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
            return if is_requested { Exit::Clean } else { Exit::Usage }.into();
        }
    };
    let app = App::new(cli.global);
    match dispatch(&app, cli.command) {
        Ok(exit) => {
            break_silence(&app, exit);
            exit.into()
        }
        Err(failure) if failure.closed => Exit::Clean.into(),
        Err(failure) => {
            app.show_failure(&failure);
            failure.exit.into()
        }
    }
}

/// Says why the exit code is not 0 where nobody has: findings may be on a standard output that nobody reads.
fn break_silence(app: &App, exit: Exit) {
    let message = match exit {
        Exit::Clean => return,
        Exit::Findings => "exit-findings",
        Exit::Usage => "exit-refused",
        Exit::Unfinished => "exit-unfinished",
        Exit::Interrupted => "summary-interrupted",
    };
    if !output::has_spoken() {
        output::write_stderr(&app.say(message, &[]));
    }
}

/// Prints help, or what is wrong with the command line, which may quote a name from outside.
fn show_usage(error: &clap::Error) {
    let text = error.render().to_string();
    if visible(&text) == text {
        let _ = error.print();
    } else {
        output::write_stderr(text.trim_end());
    }
}

/// The command line, with the engines and formats that exist.
fn command_line() -> clap::Command {
    let registries = Registries::built_in();
    let engines: Vec<&str> = registries.engines.iter().map(|kind| kind.facts.kind).collect();
    let engines = engines.join(", ");
    let backends =
        format!("Backends in order: the first that has an answer is used ({engines}, or a name from the settings)");
    let profiles = crate::desk::profiles(&registries);
    let tools = profiles.iter().map(|(name, help)| format!("{name} ({help})")).collect::<Vec<_>>().join(", ");
    let mut command = Cli::command();
    for name in ["run", "translate"] {
        command = command.mut_subcommand(name, |sub| sub.mut_arg("backend", |arg| arg.help(&backends)));
    }
    let tools = format!("Tool to export for: {tools}");
    command.mut_subcommand("export", |sub| sub.mut_arg("profile", |arg| arg.help(tools)))
}

fn dispatch(app: &App, command: Command) -> Result<Exit, Failure> {
    if app.global.show_settings {
        return commands::settings::show(app, &command);
    }
    match command {
        Command::Init { dir } => commands::init::run(app, &dir),
        Command::Import { from, slug, force, allow_local, format } => {
            let options = ImportOptions { from, slug, force, offline: app.global.offline, allow_local };
            commands::import::run(app, &options, format)
        }
        Command::Run { selection, backends, gate, require } => {
            commands::run::run(app, &selection, &backends, gate, require)
        }
        Command::Translate { selection, backends, dry_run: true, format, .. } => {
            commands::dry_run::estimate(app, &selection, &backends, format)
        }
        Command::Translate { selection, backends, explain_request: true, .. } => {
            commands::dry_run::explain(app, &selection, &backends)
        }
        Command::Translate { selection, backends, .. } => commands::translate::run(app, &selection, &backends),
        Command::Merge(merge) => match &merge.resolve {
            Some(resolve) => commands::resolve::run(app, &merge, resolve),
            None => commands::merge::run(app, &merge),
        },
        Command::Mv { old, new } => commands::mv::run(app, &old, &new),
        Command::Approve { selection, segments, state, by, drafts, despite_findings } => {
            let despite = [(drafts, Despite::Drafts), (despite_findings, Despite::Findings)];
            let despite = despite.into_iter().filter_map(|(is_given, despite)| is_given.then_some(despite)).collect();
            commands::approve::run(app, &selection, &segments, state, &by, despite)
        }
        Command::Check(check) => {
            if check.stdin {
                UsageError::refuse_format(check.format != CheckFormat::Jsonl)?;
                return commands::filter::check(app, &check.gate);
            }
            let fixed = if check.fix { commands::fix::run(app, &check.selection, check.dry_run)? } else { Exit::Clean };
            Ok(fixed.max(commands::check::run(app, &check)?))
        }
        Command::Waive(waive) => commands::waive::run(app, waive),
        Command::Build { selection, require, allow_missing } => {
            commands::build::run(app, &selection, require, allow_missing)
        }
        Command::Diff { what } => commands::diff::run(app, what),
        Command::Status { selection, format } => commands::status::run(app, &selection, format),
        Command::Quotes { selection, format } => commands::quotes::run(app, &selection, format),
        Command::Score { selection, engines, format, stdin } => {
            if stdin {
                commands::score::lines(app, &selection.locales, engines, format)
            } else {
                commands::score::run(app, &selection, engines, format)
            }
        }
        Command::Segment { files, format, stdin } => {
            if stdin {
                UsageError::refuse_format(format != SegmentFormat::Jsonl)?;
                commands::filter::segment(app)
            } else {
                commands::segment::run(app, &files, format)
            }
        }
        Command::Roundtrip { files } => commands::roundtrip::run(app, &files),
        Command::Glossary { what } => commands::glossary::run(app, what),
        Command::Export { selection, profile, output } => commands::export::run(app, &selection, &profile, &output),
        Command::Ledger { format } => commands::ledger::run(app, format),
        Command::Explain { rule } => commands::explain::run(app, rule.as_deref()),
        Command::Doctor => commands::doctor::run(app),
        Command::Schema { of } => commands::shell::schema(app, of),
        Command::Completions { shell } => commands::shell::completions(shell, &mut command_line()),
        Command::Man => commands::shell::man(command_line()),
    }
}
