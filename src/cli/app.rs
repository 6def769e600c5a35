//! What every command starts from: the global options, the user's language, the project.

use std::{
    env,
    io::{self, BufWriter, IsTerminal, StdoutLock, Write},
    path::{Path, PathBuf},
};

use super::{
    args::{Backends, Color, Gate, Global, Selection},
    exit::{Exit, Failure},
    output::talk,
};
use crate::{
    desk::{self, Desk, Registries, Terms, Workspace},
    messages::{Messages, Value, locale_from_env},
    model::Message,
    project::{Layout, Lock, ProjectError, Settings, find_root, settings::Overrides},
};

/// What every command starts from.
pub(crate) struct App {
    /// The options given.
    pub(crate) global: Global,
    /// The tool's voice.
    pub(crate) words: Messages,
    /// The engines and formats there are.
    pub(crate) registries: Registries,
}

impl App {
    /// Reads the user's language off flag and environment.
    pub(crate) fn new(global: Global) -> Self {
        let locale = locale_from_env(global.lang.as_deref(), |name| env::var(name).ok());
        show_events(global.verbose);
        if let Some(jobs) = global.jobs {
            work_side_by_side(jobs);
        }
        Self { global, words: Messages::embedded(&locale), registries: Registries::built_in() }
    }

    /// A message.
    pub(crate) fn say(&self, id: &str, args: &[(&str, Value<'_>)]) -> String {
        self.words.say(id, args)
    }

    /// The wording for reports: an argument that is a whole number reaches Fluent as a number.
    pub(crate) fn report_words(&self) -> impl Fn(&str, &[(&str, String)]) -> String + '_ {
        |id, args| self.words.say_words(id, args)
    }

    /// Talk to standard error, unless the user wants quiet.
    pub(crate) fn tell(&self, line: &str) {
        if !self.global.quiet {
            talk(line);
        }
    }

    /// An error with its hint.
    pub(crate) fn show_failure(&self, failure: &Failure) {
        let error = format!("{}: {}", self.say("word-error", &[]), failure.message);
        let hint = failure.hint.iter().map(|hint| format!("\n{}", self.hint_line(hint)));
        // In one go: another thread may have something to say too.
        talk(&std::iter::once(error).chain(hint).collect::<String>());
    }

    /// Shows a failure that the rest of the work goes on after, and gives the way it lets the command end.
    pub(crate) fn shown(&self, failure: &Failure) -> Exit {
        self.show_failure(failure);
        failure.exit
    }

    /// A hint on a line of its own.
    pub(crate) fn show_hint(&self, hint: &Message) {
        talk(&self.hint_line(hint));
    }

    fn hint_line(&self, hint: &Message) -> String {
        format!("{}: {}", self.say("word-hint", &[]), self.words.message(hint))
    }

    /// Whether standard output gets colours.
    pub(crate) fn color(&self) -> bool {
        match self.global.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
        }
    }

    /// Whether progress is shown to nobody.
    pub(crate) fn hides_progress(&self) -> bool {
        self.global.no_progress || self.global.quiet
    }

    /// Standard output, buffered.
    #[expect(clippy::unused_self, reason = "all that a command prints goes through the app")]
    pub(crate) fn out(&self) -> BufWriter<StdoutLock<'static>> {
        BufWriter::new(io::stdout().lock())
    }

    /// Writes a result to standard output, or to a file where one is named.
    pub(crate) fn deliver(&self, text: &str, output: Option<&Path>) -> Result<(), Failure> {
        if let Some(path) = output {
            return Ok(crate::project::write_atomic(path, text.as_bytes())?);
        }
        let mut out = self.out();
        out.write_all(text.as_bytes())?;
        Ok(out.flush()?)
    }

    /// The folder in which to look for a project.
    pub(crate) fn start(&self) -> PathBuf {
        self.global.project.clone().unwrap_or_else(|| PathBuf::from("."))
    }

    /// The layout of the project, which there has to be.
    pub(crate) fn layout(&self) -> Result<Layout, Failure> {
        Ok(Layout { root: find_root(&self.start())? })
    }

    /// The project's layout, where there is one.
    pub(crate) fn find_layout(&self) -> Result<Option<Layout>, Failure> {
        match find_root(&self.start()) {
            Ok(root) => Ok(Some(Layout { root })),
            Err(ProjectError::NoProject(_)) if self.global.project.is_none() => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Settings with nothing but the global options.
    pub(crate) fn overrides(&self) -> Overrides {
        Overrides { offline: self.global.offline, jobs: self.global.jobs, ..Overrides::default() }
    }

    /// Settings of a command.
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
            overrides.api_key = env::var("TOLMACH_API_KEY").ok().filter(|key| !key.is_empty());
            overrides.program = backends.program.clone().map(|program| program.0).unwrap_or_default();
            overrides.program_is_flag = !overrides.program.is_empty() && env::var_os("TOLMACH_PROGRAM").is_none();
        }
        overrides.fail_on = gate.and_then(|gate| gate.fail_on).map(|gate| gate.0);
        overrides
    }

    /// The settings that hold in a project, or without one.
    pub(crate) fn settings(&self, layout: Option<&Layout>, overrides: &Overrides) -> Result<Settings, Failure> {
        let settings = desk::settings(layout, overrides, &self.registries)?;
        work_side_by_side(settings.jobs);
        Ok(settings)
    }

    /// Opens the project.
    pub(crate) fn open(&self, overrides: &Overrides) -> Result<Workspace, Failure> {
        self.open_with(overrides, Terms::Declined)
    }

    /// Opens the project for a command that reads the glossary's files itself, or none.
    pub(crate) fn open_without_glossary(&self, overrides: &Overrides) -> Result<Workspace, Failure> {
        self.open_with(overrides, Terms::Unread)
    }

    fn open_with(&self, overrides: &Overrides, terms: Terms) -> Result<Workspace, Failure> {
        let layout = self.layout()?;
        let settings = self.settings(Some(&layout), overrides)?;
        let opened = Workspace::open(layout, settings, self.registries.clone(), terms)?;
        Ok(Workspace { caches: !self.global.no_cache, ..opened })
    }

    /// Says where a command goes on without the project's lock, since nobody can hold it.
    pub(crate) fn held(&self, layout: &Layout, lock: Lock) -> Lock {
        if let Some(cause) = lock.unheld() {
            let (file, reason) = (layout.name(&layout.lock()), cause.to_string());
            self.tell(&self.say("lock-unheld", &[("file", Value::Text(&file)), ("reason", Value::Text(&reason))]));
        }
        lock
    }

    /// Takes the lock of a project that this command writes into.
    pub(crate) fn lock(&self, workspace: &Workspace, command: &str) -> Result<Lock, Failure> {
        Ok(self.held(&workspace.layout, workspace.lock(command)?))
    }

    /// Locales, glossary and source format of the project, or those that come with tolmach.
    pub(crate) fn desk(&self) -> Result<Desk, Failure> {
        let layout = self.find_layout()?;
        let settings = layout.as_ref().map(|layout| self.settings(Some(layout), &self.overrides())).transpose()?;
        Ok(Desk::open(layout.as_ref().zip(settings.as_ref()), &self.registries)?)
    }
}

/// Shows on standard error what is done and why: with `-v` what is decided, with `-vv` each step.
fn show_events(verbose: u8) {
    let level = match verbose {
        0 => return,
        1 => tracing::Level::INFO,
        _ => tracing::Level::DEBUG,
    };
    let shown = tracing_subscriber::fmt().with_max_level(level).with_writer(io::stderr).with_ansi(false);
    // One that is there already, as in a test's process, is as good.
    let _ = shown.without_time().with_target(false).try_init();
}

/// Whether a value was given for this very command, and does not only stand in the environment.
fn is_flag(given: Option<&str>, variable: &str) -> bool {
    given.is_some() && env::var(variable).ok().as_deref() != given
}

/// How many files are worked on at a time from here on; who asks first is heard: the flag is, before the project.
fn work_side_by_side(jobs: usize) {
    let _ = rayon::ThreadPoolBuilder::new().num_threads(jobs.max(1)).build_global();
}
