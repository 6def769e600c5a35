//! `tolmach translate`

use std::{collections::BTreeMap, io::Write};

use crate::{
    backend::{Backend, BackendError, Options, Stop},
    cli::{
        app::{App, Workspace},
        args::{Backends, Selection},
        clock::today,
        engines::{Chosen, PLACEHOLDERS, chosen},
        exit::{Exit, Failure},
        progress::Progress,
        work::{SegmentFile, load, read_segments, save_segments},
    },
    ledger::{Journal, Ledger},
    memory::{Pairs, drafts, finished, tmx},
    model::{Article, Finding, Locale, Origin, Pair, Place, SegmentId, Severity, Target, Translation},
    pipeline::{Job, Segmenters, Translated, memory_backend, original_targets, translate},
    project::{Lock, open_journal, read_text, write_if_changed},
};

/// Creates and refreshes the segment files.
pub(crate) fn run(app: &App, selection: &Selection, backends: &Backends) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides_of(Some(selection), Some(backends), None))?;
    let _lock = Lock::take(&workspace.layout, "translate")?;
    let slugs = workspace.slugs(selection)?;
    let segmenters = Segmenters::new(&workspace.resources.locales);
    let desk = Desk::open(app, &workspace, &segmenters, backends.redo)?;
    let mut exit = Exit::Clean;
    let mut out = app.out();
    for slug in &slugs {
        match load(&workspace, &segmenters, slug) {
            Ok(loaded) => {
                for locale in workspace.targets()? {
                    match desk.translate(&loaded.article, locale) {
                        Ok(done) => {
                            exit = exit.max(done.exit);
                            if done.findings.iter().any(|finding| finding.rule == "draft-rejected") {
                                exit = exit.max(Exit::Unfinished);
                            }
                            let id = if done.written { "wrote" } else { "unchanged" };
                            let file = workspace.layout.name(&done.file.path);
                            writeln!(out, "{}", app.say(id, &[("file", file.as_str().into())]))?;
                            desk.tell_rejected(&done);
                        }
                        Err(failure) => exit = exit.max(app.shown(&failure)),
                    }
                }
            }
            Err(failure) => exit = exit.max(app.shown(&failure)),
        }
    }
    out.flush()?;
    desk.close();
    Ok(exit)
}

/// Everything that translating articles of a project takes.
pub(super) struct Desk<'a> {
    app: &'a App,
    workspace: &'a Workspace,
    segmenters: &'a Segmenters<'a>,
    chain: Vec<Chosen>,
    memories: BTreeMap<Locale, Pairs>,
    journal: Option<Journal>,
    redo: bool,
    /// Set by Ctrl-C.
    pub(super) stop: Stop,
}

/// What translating one article into one locale gave.
pub(super) struct Done {
    /// The segment file as it was.
    pub(super) file: SegmentFile,
    /// The translation as it is.
    pub(super) translation: Translation,
    /// Whether the segment file was written.
    pub(super) written: bool,
    /// What was wrong with the segment file, and drafts that were refused.
    pub(super) findings: Vec<Finding>,
    /// Whether something stood in the way.
    pub(super) exit: Exit,
}

impl<'a> Desk<'a> {
    /// Sets up backends, memory and ledger, and listens for Ctrl-C.
    pub(super) fn open(
        app: &'a App,
        workspace: &'a Workspace,
        segmenters: &'a Segmenters<'a>,
        redo: bool,
    ) -> Result<Self, Failure> {
        let chain = chosen(&workspace.settings)?;
        let stop = Stop::default();
        let handler = stop.clone();
        // A handler that is there already, as in a test's process, is as good.
        let _ = ctrlc::set_handler(move || {
            if handler.is_set() {
                std::process::abort();
            }
            handler.set();
        });
        let mut memories = BTreeMap::new();
        if chain.iter().any(|chosen| matches!(chosen, Chosen::Memory)) {
            memories = self::memories(workspace, segmenters)?;
        }
        let recorded = chain.iter().any(|chosen| match chosen {
            Chosen::Memory => false,
            Chosen::Backend(backend) => !["review", "pseudo"].contains(&backend.name()),
        });
        let journal = if recorded { Some(open_journal(&workspace.layout)?) } else { None };
        if let Some(journal) = &journal {
            let doubtful = journal.in_doubt().len();
            if doubtful > 0 {
                app.tell(&app.say("ledger-in-doubt", &[("count", doubtful.into())]));
            }
        }
        Ok(Self { app, workspace, segmenters, chain, memories, journal, redo, stop })
    }

    /// Fills in what an article lacks in a locale, and saves it whatever stood in the way.
    pub(super) fn translate(&self, article: &Article, locale: &Locale) -> Result<Done, Failure> {
        let file = read_segments(self.workspace, article, locale)?;
        let pair = Pair { source: article.locale.clone(), target: locale.clone() };
        let profile = self.workspace.resources.locales.profile(locale);
        let settled = original_targets(article, locale, profile, &*self.segmenters.get(locale)?);
        let memory = self.memories.get(locale).map(|pairs| memory_backend(article, pairs));
        let backends: Vec<&dyn Backend> = self
            .chain
            .iter()
            .filter_map(|chosen| match chosen {
                Chosen::Memory => memory.as_ref().map(|memory| memory as &dyn Backend),
                Chosen::Backend(backend) => Some(backend.as_ref()),
            })
            .collect();
        let job = Job {
            article,
            pair: &pair,
            termbase: &self.workspace.resources.termbase,
            backends: &backends,
            settled: &settled,
            placeholders: PLACEHOLDERS,
            redo: self.redo,
        };
        let label = format!("{} {locale}", article.slug);
        let total = u64::try_from(article.translated().count()).unwrap_or(u64::MAX);
        let progress = Progress::new(label, total, self.app.hides_progress());
        let on_progress = |done: usize, all: usize| {
            progress.set(u64::try_from(done).unwrap_or(0), u64::try_from(all).unwrap_or(0));
        };
        let options = Options {
            ledger: self.journal.as_ref().map(|journal| journal as &dyn Ledger),
            on_progress: &on_progress,
            jobs: self.workspace.settings.jobs,
            again: self.redo,
            ..Options::default()
        };
        let Translated { translation, added, rejected, error, .. } =
            translate(&job, file.translation.clone(), &options, &self.stop);
        progress.finish();

        let written = save_segments(self.workspace, article, &file, &translation)?;
        self.keep_drafts(article, &pair, &translation, &added)?;
        let mut findings = file.findings.clone();
        for rejection in &rejected {
            let place = Place {
                file: Some(self.workspace.layout.name(&file.path)),
                locale: Some(locale.clone()),
                segment: Some(rejection.id),
                ..Place::default()
            };
            let args: Vec<(&str, String)> = rejection.reason.args();
            let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
            let reason = self.app.say(&format!("rejected-{}", rejection.reason.id()), &args);
            findings.push(
                Finding::new("draft-rejected", Severity::Minor, place)
                    .arg("reason", reason)
                    .arg("engine", rejection.backend.clone()),
            );
        }
        let exit = match error {
            Some(BackendError::Interrupted) => Exit::Interrupted,
            Some(error) => self.app.shown(&Failure::from(error)),
            None => Exit::Clean,
        };
        Ok(Done { file, translation, written, findings, exit })
    }

    /// Tells of the drafts that were refused.
    pub(super) fn tell_rejected(&self, done: &Done) {
        for finding in &done.findings {
            let segment = finding.place.segment.map(|id| id.to_string()).unwrap_or_default();
            let file = finding.place.file.clone().unwrap_or_default();
            let line = finding.place.line.map(|line| format!(":{line}")).unwrap_or_default();
            self.app.tell(&format!("{file}{line} {segment}: {}", self.app.words.finding(finding)));
        }
    }

    /// Tells that the work was stopped, where it was.
    pub(super) fn close(&self) {
        if self.stop.is_set() {
            self.app.tell(&self.app.say("summary-interrupted", &[]));
        }
    }

    /// Keeps what the machine first said of each segment, so that draft and final text can be compared.
    fn keep_drafts(
        &self,
        article: &Article,
        pair: &Pair,
        translation: &Translation,
        added: &[SegmentId],
    ) -> Result<(), Failure> {
        let is_draft = |target: &Target| matches!(&target.origin, Origin::Machine { engine } if !PLACEHOLDERS.contains(&engine.as_str()));
        if !added.iter().any(|id| translation.targets.get(id).is_some_and(is_draft)) {
            return Ok(());
        }
        let path = self.workspace.layout.drafts(&pair.target, &article.slug);
        let name = self.workspace.layout.name(&path);
        let mut kept = Vec::new();
        if path.is_file() {
            let read = drafts::read(&read_text(&path)?)
                .map_err(|error| Failure::usage(format!("{name}: {error}"), error.hint()))?;
            kept = read.value;
        }
        for (unit, segment) in article.translated() {
            let Some(target) = translation.targets.get(&segment.id).filter(|target| is_draft(target)) else { continue };
            let Origin::Machine { engine } = &target.origin else { continue };
            if added.contains(&segment.id) && !kept.iter().any(|draft| draft.id == segment.id) {
                kept.push(drafts::Draft {
                    id: segment.id,
                    source: unit.text_of(segment),
                    target: target.text.clone(),
                    engine: engine.clone(),
                    date: today(),
                });
            }
        }
        write_if_changed(&path, drafts::write(&kept, &pair.source, &pair.target).as_bytes())?;
        Ok(())
    }
}

/// What was translated before, by locale: the project's finished segments and the TMX files in `memory/`.
fn memories(workspace: &Workspace, segmenters: &Segmenters<'_>) -> Result<BTreeMap<Locale, Pairs>, Failure> {
    let mut memories: BTreeMap<Locale, Pairs> = BTreeMap::new();
    for slug in crate::project::slugs(&workspace.layout)? {
        // An article that cannot be read is told where it is asked for; here it only has nothing to give.
        let Ok(loaded) = load(workspace, segmenters, &slug) else { continue };
        for locale in &workspace.settings.targets {
            let Ok(file) = read_segments(workspace, &loaded.article, locale) else { continue };
            let memory = memories.entry(locale.clone()).or_default();
            for pair in finished(&loaded.article, &file.translation) {
                memory.add(pair);
            }
        }
    }
    let folder = workspace.layout.memory();
    for path in crate::project::files_with_extension(&folder, "tmx")? {
        let name = workspace.layout.name(&path);
        let file = tmx::read(&read_text(&path)?)
            .map_err(|error| Failure::usage(format!("{name}: {error}"), error.hint()))?
            .value;
        for locale in &workspace.settings.targets {
            let memory = memories.entry(locale.clone()).or_default();
            for pair in file.pairs(&workspace.settings.source, locale) {
                memory.add(pair);
            }
        }
    }
    Ok(memories)
}
