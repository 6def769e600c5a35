//! What the terminal shows while the desk works: progress, notices, non-fatal errors.

use std::{
    collections::{HashMap, HashSet},
    sync::{Mutex, PoisonError},
};

use super::{app::App, exit::Failure, output::write_stderr, progress::Progress};
use crate::{
    desk::{Budget, CacheTrouble, DeskError, Feature, Notice, Observer, glossary::WrittenClass},
    messages::Value,
};

/// The observer that writes to the terminal.
pub(super) struct TerminalObserver<'a> {
    app: &'a App,
    bars: Mutex<HashMap<String, Progress>>,
    /// The errors that were shown: what holds for every edition is said once.
    shown: Mutex<HashSet<String>>,
}

impl<'a> TerminalObserver<'a> {
    pub(super) fn new(app: &'a App) -> Self {
        Self { app, bars: Mutex::default(), shown: Mutex::default() }
    }

    /// What a run may still spend, in words.
    fn left(&self, budget: &Budget) -> String {
        let (characters, cost) = budget.left();
        let characters = characters.map(|count| self.app.say("progress-characters-left", &[("count", count.into())]));
        let cost =
            cost.map(|amount| self.app.say("progress-cost-left", &[("amount", amount.to_string().as_str().into())]));
        characters.into_iter().chain(cost).collect::<Vec<_>>().join(", ")
    }
}

impl Observer for TerminalObserver<'_> {
    fn progress(&self, label: &str, done: usize, total: usize, budget: Option<&Budget>) {
        let left = budget.map(|budget| self.left(budget)).unwrap_or_default();
        let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        let mut bars = self.bars.lock().unwrap_or_else(PoisonError::into_inner);
        let new = || Progress::new(label, count(total), self.app.hides_progress());
        bars.entry(label.to_owned()).or_insert_with(new).set(count(done), count(total), &left, |rate, rest| {
            let rate = format!("{rate:.1}");
            self.app.say("progress-pace", &[("rate", Value::Text(&rate)), ("seconds", rest.into())])
        });
    }

    fn finished(&self, label: &str) {
        let bar = self.bars.lock().unwrap_or_else(PoisonError::into_inner).remove(label);
        if let Some(bar) = bar {
            bar.finish();
        }
    }

    fn failed(&self, error: &DeskError) {
        let failure = Failure::from(error);
        if self.shown.lock().unwrap_or_else(PoisonError::into_inner).insert(failure.message.clone()) {
            self.app.show_failure(&failure);
        }
    }

    fn notice(&self, notice: &Notice) {
        let app = self.app;
        app.notify(&match notice {
            Notice::GlossaryFault(finding) => return app.show_failure(&Failure::of_finding(&app.words, finding)),
            Notice::InDoubt(count) => app.say("ledger-in-doubt", &[("count", (*count).into())]),
            Notice::EnginePause { engine, time } => {
                let seconds = time.as_secs_f64().ceil().to_string();
                app.say("engine-pause", &[("engine", Value::Text(engine)), ("seconds", Value::Text(&seconds))])
            }
            // Also with `--quiet`: the drafts come from another engine than the one that was wanted first.
            Notice::PassedOn(error) => {
                let error = error.to_string();
                return write_stderr(&app.say("engine-passed-on", &[("error", Value::Text(&error))]));
            }
            Notice::Foreseen(error) => {
                let error = error.to_string();
                return write_stderr(&app.say("engine-foreseen", &[("error", Value::Text(&error))]));
            }
            Notice::Trouble(error) => return self.failed(&error.clone().into()),
            Notice::LeftOut { locale, count, terms } => {
                let locale = locale.to_string();
                let counts = [("count", (*count).into()), ("terms", (*terms).into())];
                let args: Vec<(&str, Value<'_>)> =
                    [("locale", Value::Text(&locale))].into_iter().chain(counts).collect();
                app.say("left-out", &args)
            }
            Notice::DamagedLedger { file, lines, first } => {
                let line = first.to_string();
                let args = [("file", Value::Text(file)), ("count", (*lines).into()), ("line", Value::Text(&line))];
                // Also with `--quiet`: it is about money, and comes before any of it is spent.
                return write_stderr(&app.say("ledger-damaged", &args));
            }
            Notice::Lost { format, features } => {
                let counted = |(feature, count): &(Feature, usize)| {
                    format!("{}: {count}", app.say(&format!("feature-{}", feature.as_str()), &[]))
                };
                let list = features.iter().map(counted).collect::<Vec<_>>().join(", ");
                app.say("export-lost", &[("format", Value::Text(format)), ("list", Value::Text(&list))])
            }
            Notice::ClassWritten(written) => {
                let WrittenClass { locale, wording, class, file } = written.as_ref();
                let locale = locale.to_string();
                let args = [("locale", &locale), ("name", wording), ("class", class), ("file", file)];
                app.say("class-written", &args.map(|(name, text)| (name, Value::Text(text.as_str()))))
            }
            Notice::Picture(finding) => app.words.finding(finding),
            Notice::LoosePage(finding) | Notice::MemoryFault(finding) => {
                Failure::of_finding(&app.words, finding).message
            }
            Notice::SavedMeanwhile { file, yielded } => {
                app.say("saved-meanwhile", &[("file", Value::Text(file)), ("count", (*yielded).into())])
            }
            Notice::Orphan { file, count, command } => {
                let args = [("file", Value::Text(file)), ("count", (*count).into()), ("command", Value::Text(command))];
                app.say("orphan-used", &args)
            }
            Notice::KinMissing { engine, locale, from, count } => {
                let (locale, from) = (locale.to_string(), from.to_string());
                let names = [("engine", engine), ("locale", &locale), ("from", &from)];
                let names = names.map(|(name, text)| (name, Value::Text(text.as_str())));
                let args: Vec<(&str, Value<'_>)> = names.into_iter().chain([("count", (*count).into())]).collect();
                app.say("kin-missing", &args)
            }
            Notice::KinWords { locale, unknown, changed, has_dictionary } => {
                let locale = locale.to_string();
                let counted = |id: &str, count: usize| {
                    (count > 0).then(|| app.say(id, &[("locale", Value::Text(&locale)), ("count", count.into())]))
                };
                let no_dictionary = || app.say("kin-no-dictionary", &[("locale", Value::Text(&locale))]);
                let lines = [counted("kin-unknown", *unknown), counted("kin-changed", *changed)];
                let lines = lines.into_iter().chain([(!has_dictionary).then(no_dictionary)]).flatten();
                lines.collect::<Vec<_>>().join("\n")
            }
            Notice::DraftedTerms { locale, uses, found, changed } => {
                let locale = locale.to_string();
                let locale = ("locale", Value::Text(&locale));
                let terms =
                    || app.say("drafted-terms", &[locale, ("found", (*found).into()), ("uses", (*uses).into())]);
                let changes = || app.say("drafted-terms-changed", &[locale, ("count", (*changed).into())]);
                let lines = [(*uses > 0).then(terms), (*changed > 0).then(changes)];
                lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
            }
            Notice::Cache { file, trouble } => {
                let (id, cause) = match trouble {
                    CacheTrouble::Damaged => ("cache-damaged", ""),
                    CacheTrouble::OtherVersion => ("cache-other-version", ""),
                    CacheTrouble::Unreachable(cause) => ("cache-unreachable", cause.as_str()),
                };
                app.say(id, &[("file", Value::Text(file)), ("cause", Value::Text(cause))])
            }
            Notice::NoDrafts(file) => app.say("diff-no-drafts", &[("file", Value::Text(file))]),
        });
    }
}
