//! The context of every command: global options, the user's language, the project.

use std::{
    env,
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
};

use super::{
    args::{Backends, Color, Gate, Global, Selection},
    commands::guard,
    exit::{Exit, Failure},
    output::{LogOutput, Output, Printed, field, write_stderr},
    usage::UsageError,
};
use crate::{
    desk::{self, Desk, Registries, Terms, Workspace},
    messages::{Messages, Value, locale_from_env},
    model::{Message, State},
    project::{
        Layout, Lock, ProjectError, Settings, find_root,
        settings::{Overrides, parse_fail_on},
        write_named,
    },
};

/// The label of an error in English, as clap has it.
const ENGLISH_ERROR: &str = "error";

/// The context of a command.
pub(crate) struct App {
    /// The global options.
    pub(crate) global: Global,
    /// The tool's messages in the user's language.
    pub(crate) words: Messages,
    /// The engines and formats that exist.
    pub(crate) registries: Registries,
}

impl App {
    /// Takes the user's language from flag or environment.
    pub(crate) fn new(global: Global) -> Self {
        let locale = locale_from_env(global.lang.as_deref(), |name| env::var(name).ok());
        init_logging(global.verbose);
        if let Some(jobs) = global.jobs {
            set_parallelism(jobs.get());
        }
        let registries = Registries { guard: guard::command_line(), ..Registries::built_in() };
        Self { global, words: Messages::embedded(&locale), registries }
    }

    /// A message in the user's language, on one line whatever its arguments are.
    pub(crate) fn say(&self, id: &str, args: &[(&str, Value<'_>)]) -> String {
        let text = |value: &Value<'_>| if let Value::Text(text) = value { field(text) } else { String::new() };
        let texts: Vec<String> = args.iter().map(|(_, value)| text(value)).collect();
        let safe = args.iter().zip(&texts).map(|((name, value), text)| match value {
            Value::Text(_) => (*name, Value::Text(text)),
            value => (*name, *value),
        });
        self.words.say(id, &safe.collect::<Vec<_>>())
    }

    /// Messages for reports.
    pub(crate) fn report_words(&self) -> impl Fn(&str, &[(&str, Value<'_>)]) -> String + '_ {
        |id, args| self.words.say(id, args)
    }

    /// Writes a line to standard error, unless `--quiet` is set.
    pub(crate) fn notify(&self, line: &str) {
        if !self.global.quiet {
            write_stderr(line);
        }
    }

    /// Says that a project has no articles, so that a gate that looks at nothing is not taken for one that found nothing.
    pub(crate) fn say_if_empty(&self, slugs: &[String]) {
        if slugs.is_empty() {
            self.notify(&self.say("status-no-articles", &[("folder", "source/".into())]));
        }
    }

    /// Writes an error with its hint to standard error.
    pub(crate) fn show_failure(&self, failure: &Failure) {
        let label = if failure.is_english { ENGLISH_ERROR.to_owned() } else { self.say("word-error", &[]) };
        let error = format!("{label}: {}", field(&failure.message));
        let hint = failure.hint.iter().map(|hint| format!("\n{}", self.hint_line(hint)));
        // In one call: another thread may be writing too.
        write_stderr(&std::iter::once(error).chain(hint).collect::<String>());
    }

    /// Reports a non-fatal failure and returns the exit code that the command ends with.
    pub(crate) fn report(&self, failure: &Failure) -> Exit {
        self.show_failure(failure);
        failure.exit
    }

    /// Writes a hint on its own line.
    pub(crate) fn show_hint(&self, hint: &Message) {
        write_stderr(&self.hint_line(hint));
    }

    fn hint_line(&self, hint: &Message) -> String {
        format!("{}: {}", self.say("word-hint", &[]), field(&self.words.message(hint)))
    }

    /// Whether standard output gets colours.
    pub(crate) fn color(&self) -> bool {
        match self.global.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
        }
    }

    /// Whether progress is hidden.
    pub(crate) fn hides_progress(&self) -> bool {
        self.global.no_progress || self.global.quiet
    }

    /// Standard output for text that people read.
    pub(crate) fn out(&self) -> Output {
        self.printed(self.text())
    }

    /// Standard output for JSON.
    pub(crate) fn json(&self) -> Output {
        self.printed(Printed::Json)
    }

    #[expect(clippy::unused_self, reason = "everything that a command prints goes through the app")]
    fn printed(&self, printed: Printed) -> Output {
        Output::new(printed)
    }

    /// Writes a result to standard output.
    pub(crate) fn print(&self, text: &str, printed: Printed) -> Result<(), Failure> {
        let mut out = self.printed(printed);
        out.write_all(text.as_bytes())?;
        Ok(out.flush()?)
    }

    /// Writes a result to a file, if one is named, otherwise to standard output, whose name is `-`.
    pub(crate) fn deliver(&self, text: &str, printed: Printed, output: Option<&Path>) -> Result<(), Failure> {
        match output.filter(|path| *path != Path::new("-")) {
            Some(path) => Ok(write_named(path, text.as_bytes())?),
            None => self.print(text, printed),
        }
    }

    /// What standard output is in a format for people.
    pub(crate) fn text(&self) -> Printed {
        Printed::Text { color: self.color() }
    }

    /// The folder where the search for a project starts.
    pub(crate) fn start(&self) -> PathBuf {
        self.global.project.clone().unwrap_or_else(|| PathBuf::from("."))
    }

    /// The layout of the project, which must exist.
    pub(crate) fn layout(&self) -> Result<Layout, Failure> {
        Ok(Layout { root: find_root(&self.start())? })
    }

    /// The layout of the project, if there is one.
    pub(crate) fn find_layout(&self) -> Result<Option<Layout>, Failure> {
        match find_root(&self.start()) {
            Ok(root) => Ok(Some(Layout { root })),
            Err(ProjectError::NoProject(_)) if self.global.project.is_none() => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Overrides from the global options alone.
    pub(crate) fn overrides(&self) -> Overrides {
        Overrides { offline: self.global.offline, jobs: self.global.jobs, ..Overrides::default() }
    }

    /// Overrides from the options of a command.
    pub(crate) fn overrides_of(
        &self,
        selection: Option<&Selection>,
        backends: Option<&Backends>,
        gate: Option<Gate>,
    ) -> Overrides {
        let mut overrides = self.overrides();
        if let Some(selection) = selection {
            overrides.targets.clone_from(&selection.locales);
        }
        if let Some(backends) = backends {
            overrides.backends.clone_from(&backends.chain);
            overrides.endpoint.clone_from(&backends.endpoint);
            overrides.endpoint_is_flag = is_flag(backends.endpoint.as_deref(), "TOLMACH_ENDPOINT");
            overrides.model.clone_from(&backends.model);
            overrides.model_is_flag = is_flag(backends.model.as_deref(), "TOLMACH_MODEL");
            overrides.api_key = env::var_os("TOLMACH_API_KEY")
                .map(|key| key.to_string_lossy().into_owned())
                .filter(|key| !key.is_empty());
            overrides.program = backends.program.clone().map(|program| program.0).unwrap_or_default();
            overrides.from.clone_from(&backends.from);
            overrides.from_is_flag = backends.from.is_some() && env::var_os("TOLMACH_FROM").is_none();
            overrides.program_is_flag = !overrides.program.is_empty() && env::var_os("TOLMACH_PROGRAM").is_none();
        }
        overrides.fail_on = gate.and_then(|gate| gate.fail_on).map(|gate| gate.0);
        overrides
    }

    /// The effective settings, with or without a project.
    pub(crate) fn settings(&self, layout: Option<&Layout>, overrides: &Overrides) -> Result<Settings, Failure> {
        let settings = desk::settings(layout, &with_environment(overrides)?, &self.registries)?;
        set_parallelism(settings.jobs);
        Ok(settings)
    }

    /// Opens the project.
    pub(crate) fn open(&self, overrides: &Overrides) -> Result<Workspace, Failure> {
        self.open_with(overrides, Terms::Declined)
    }

    /// Opens the project for a command that reads the glossary files itself or needs no glossary.
    pub(crate) fn open_without_glossary(&self, overrides: &Overrides) -> Result<Workspace, Failure> {
        self.open_with(overrides, Terms::Unread)
    }

    fn open_with(&self, overrides: &Overrides, terms: Terms) -> Result<Workspace, Failure> {
        let layout = self.layout()?;
        let settings = self.settings(Some(&layout), overrides)?;
        let opened = Workspace::open(layout, settings, self.registries.clone(), terms)?;
        Ok(if self.global.no_cache { opened.without_cache() } else { opened })
    }

    /// Warns if the command runs without the project's lock because the lock file is unusable.
    pub(crate) fn warn_if_unheld(&self, layout: &Layout, lock: Lock) -> Lock {
        if let Some(cause) = lock.failure() {
            let (file, reason) = (layout.name(&layout.lock()), cause.to_string());
            self.notify(&self.say("lock-unheld", &[("file", Value::Text(&file)), ("reason", Value::Text(&reason))]));
        }
        lock
    }

    /// Locks a project that this command writes to.
    pub(crate) fn lock(&self, workspace: &Workspace, command: &str) -> Result<Lock, Failure> {
        Ok(self.warn_if_unheld(&workspace.layout, workspace.lock(command)?))
    }

    /// Locks a project that this command writes to without opening it.
    pub(crate) fn lock_layout(&self, layout: &Layout, command: &str) -> Result<Lock, Failure> {
        Ok(self.warn_if_unheld(layout, Lock::take(layout, command)?))
    }

    /// Locales, glossary and source format of the project, or the built-in ones.
    pub(crate) fn desk(&self) -> Result<Desk, Failure> {
        let layout = self.find_layout()?;
        let settings = layout.as_ref().map(|layout| self.settings(Some(layout), &self.overrides())).transpose()?;
        let project = layout.as_ref().zip(settings.as_ref());
        let desk = Desk::open(project, &self.registries)?;
        Ok(if self.global.no_cache { desk.without_cache() } else { desk })
    }
}

/// Logs to standard error: decisions with `-v`, every step with `-vv`.
fn init_logging(verbose: u8) {
    let level = match verbose {
        0 => return,
        1 => tracing::Level::INFO,
        _ => tracing::Level::DEBUG,
    };
    let subscriber = tracing_subscriber::fmt().with_max_level(level).with_writer(|| LogOutput).with_ansi(false);
    // An existing subscriber, as in a test process, is kept.
    let _ = subscriber.without_time().with_target(false).try_init();
}

/// Whether a value comes from a flag and not from an environment variable.
fn is_flag(value: Option<&str>, variable: &str) -> bool {
    value.is_some() && env::var(variable).ok().as_deref() != value
}

/// Overrides with what the environment says of the bar that an edition has to meet, which holds for commands without the
/// flags too: `status` and `run` must agree on what is ready.
fn with_environment(overrides: &Overrides) -> Result<Overrides, UsageError> {
    let mut overrides = overrides.clone();
    let text = |name| env::var_os(name).map(|value| value.to_string_lossy().into_owned());
    let value = |name, is_open: bool| if is_open { text(name) } else { None };
    if let Some(word) = value("TOLMACH_FAIL_ON", overrides.fail_on.is_none()) {
        let known = vec!["neutral", "minor", "major", "critical", "never"];
        let gate = parse_fail_on(&word).ok_or(UsageError::NoValue { name: "TOLMACH_FAIL_ON", input: word, known })?;
        overrides.fail_on = Some(gate);
    }
    if let Some(word) = value("TOLMACH_REQUIRE", overrides.require.is_none()) {
        let states = [State::Translated, State::Reviewed, State::Final];
        let state = states.into_iter().find(|state| state.as_str() == word);
        let known = || states.map(State::as_str).to_vec();
        let unknown = || UsageError::NoValue { name: "TOLMACH_REQUIRE", input: word.clone(), known: known() };
        overrides.require = Some(state.ok_or_else(unknown)?);
    }
    Ok(overrides)
}

/// Sets how many files are processed at a time. The first call wins: flags take precedence over the project file.
fn set_parallelism(jobs: usize) {
    let _ = rayon::ThreadPoolBuilder::new().num_threads(jobs).build_global();
}
