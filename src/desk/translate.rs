//! Fills in what translations lack, and keeps what came of it whatever stood in the way.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, OnceLock},
};

use super::{
    DeskError, ErrorClass, Lanes, Loaded, Notice, Observer, Stored, Unobserved, Visited, Workspace,
    bill::report_damage,
    contexts::Contexts,
    engines::{ChainLink, open_chain},
    error::SharedError,
    for_each,
    observer::report_once,
};
use crate::{
    backend::{Backend, BackendError, Clock, DriveOptions, Rejection, RejectionReason, Request, Stop},
    check::{Context, check_segment},
    ledger::{Journal, Ledger, NoLedger},
    memory::{Pairs, drafts::Draft, finished, tmx},
    model::{Article, Finding, Locale, Origin, Pair, Place, SegmentId, Severity, Target, Translation},
    pipeline::{
        DraftRejectedProblem, Job, Segmenters, Translated, may_be_open, memory_backend, original_targets,
        translate as fill_in,
    },
    project::{files_with_extension, open_journal, read_text},
};

/// How translations are to be filled in.
#[derive(Clone, Copy)]
pub struct TranslateOptions<'a> {
    /// Whether to ask anew where a machine's draft stands that no person has touched.
    pub redo: bool,
    /// Today, `YYYY-MM-DD`: the date of first drafts.
    pub today: &'a str,
    /// The time by which engines are waited for.
    pub clock: &'a dyn Clock,
    /// Set when the user wants to stop.
    pub stop: &'a Stop,
}

/// What translating one article into one locale gave.
#[derive(Debug)]
pub struct Outcome {
    /// The locale.
    pub locale: Locale,
    /// The translation as it was read, with what was wrong in it.
    pub stored: Stored,
    /// The translation as it is kept now.
    pub translation: Translation,
    /// Whether anything was written.
    pub written: bool,
    /// Drafts that were refused.
    pub rejected: Vec<Rejection>,
    /// How many segments the backends were asked for.
    pub asked: usize,
    /// What kept the work from being finished, where something did.
    pub error: Option<DeskError>,
}

/// Everything that translating articles of a project takes: opened once a run.
pub struct Translator<'a> {
    workspace: &'a Workspace,
    segmenters: Segmenters<'a>,
    contexts: Contexts<'a>,
    chain: Vec<ChainLink>,
    memories: OnceLock<Result<BTreeMap<Locale, Pairs>, Arc<SharedError>>>,
    /// Where what engines are asked is recorded; `None` where nothing has to be.
    journal: Option<Result<Journal, Arc<SharedError>>>,
    options: TranslateOptions<'a>,
    placeholders: Vec<&'static str>,
}

/// The rules that look at a draft on its return: a draft with a finding of one of them, Major or above, is refused.
const ON_RETURN: [&str; 4] = ["numbers", "forbidden-term", "foreign-letters", "untranslated"];

/// Creates and refreshes the translations of a selection, and keeps them.
pub fn translate(
    workspace: &Workspace,
    slugs: &[String],
    options: TranslateOptions<'_>,
    observer: &dyn Observer,
) -> Result<Visited<Vec<Result<Outcome, DeskError>>>, DeskError> {
    let translator = Translator::open(workspace, options, observer)?;
    for_each(
        workspace,
        slugs,
        Lanes::Locales(options.stop),
        observer,
        |loaded, locale| translator.translate(loaded, locale, observer),
        |_, locales| {
            let results = locales.into_iter().map(|(_, result)| result.inspect(|outcome| outcome.report(observer)));
            results.collect()
        },
    )
}

impl<'a> Translator<'a> {
    /// Opens backends and ledger, and reports what an earlier run left in doubt. A ledger that cannot be opened is an
    /// error of each edition for which an engine would have to be asked, reported once.
    pub fn open(
        workspace: &'a Workspace,
        options: TranslateOptions<'a>,
        observer: &dyn Observer,
    ) -> Result<Self, DeskError> {
        let chain = open_chain(&workspace.settings, &workspace.registries)?;
        let recorded = chain.iter().any(|link| matches!(link, ChainLink::Engine { recorded: true, .. }));
        let open = || open_journal(&workspace.layout).map_err(|error| DeskError::from(error).shared());
        let journal = recorded.then(open);
        if let Some(Ok(journal)) = &journal {
            report_damage(&workspace.layout, journal, observer);
            let doubtful = journal.in_doubt().len();
            if doubtful > 0 {
                observer.notice(&Notice::InDoubt(doubtful));
            }
        }
        let placeholders = workspace.registries.placeholders();
        let segmenters = Segmenters::new(&workspace.resources.locales);
        let contexts = Contexts::new(&workspace.resources);
        Ok(Self { workspace, segmenters, contexts, chain, memories: OnceLock::new(), journal, options, placeholders })
    }

    /// Fills in what an article lacks in a locale, and keeps it whatever stood in the way.
    pub fn translate(&self, loaded: &Loaded, locale: &Locale, observer: &dyn Observer) -> Result<Outcome, DeskError> {
        let (workspace, article) = (self.workspace, &loaded.article);
        let mut stored = workspace.store.translation(article, locale)?;
        let pair = Pair { source: article.locale.clone(), target: locale.clone() };
        let label = format!("{} {locale}", article.slug);
        let Translated { translation, added, rejected, error, asked } =
            self.filled(article, &pair, stored.translation.clone(), &label, observer)?;
        observer.finished(&label);
        tracing::info!(article = %article.slug, %locale, asked, added = added.len(), refused = rejected.len(), "translated");

        // First what the machine said: should the process die between the two files, the next run still has it.
        self.keep_drafts(article, &pair, &translation, &added)?;
        let notes = workspace.notes(article, locale);
        let saved = workspace.store.save(article, &stored, &translation, &notes)?;
        let error = error.map(|error| match (error, &self.journal) {
            (BackendError::Ledger(_), Some(Err(unopened))) => DeskError::Shared(Arc::clone(unopened)),
            (error, _) => DeskError::from(error),
        });
        stored.places = saved.places;
        Ok(Outcome { locale: locale.clone(), stored, translation, written: saved.written, rejected, asked, error })
    }

    fn filled(
        &self,
        article: &Article,
        pair: &Pair,
        translation: Translation,
        label: &str,
        observer: &dyn Observer,
    ) -> Result<Translated, DeskError> {
        if !may_be_open(article, &translation) {
            return Ok(Translated { translation, added: Vec::new(), asked: 0, rejected: Vec::new(), error: None });
        }
        let workspace = self.workspace;
        let locale = &pair.target;
        let profile = workspace.resources.locales.profile(locale);
        let settled = original_targets(article, locale, profile, &*self.segmenters.get(locale)?);
        let remembers = self.chain.iter().any(|link| matches!(link, ChainLink::Memory));
        let pairs = if remembers { self.memories()?.get(locale) } else { None };
        let memory = pairs.map(|pairs| memory_backend(article, pairs));
        let backends: Vec<&dyn Backend> = self
            .chain
            .iter()
            .filter_map(|link| match link {
                ChainLink::Memory => memory.as_ref().map(|memory| memory as &dyn Backend),
                ChainLink::Engine { handle, .. } => Some(handle as &dyn Backend),
            })
            .collect();
        let job = Job {
            article,
            pair,
            termbase: &workspace.resources.termbase,
            backends: &backends,
            settled: &settled,
            placeholders: &self.placeholders,
            redo: self.options.redo,
        };
        let context = self.contexts.get(&pair.source, locale);
        let accept = |request: &Request, target: &Target| passes(&context, request, target);
        let on_progress = |done: usize, all: usize| observer.progress(label, done, all);
        let options = DriveOptions {
            ledger: self.journal.as_ref().map(|journal| match journal {
                Ok(journal) => journal as &dyn Ledger,
                Err(_) => &NoLedger,
            }),
            article: &article.slug,
            today: self.options.today,
            on_progress: &on_progress,
            jobs: workspace.settings.jobs,
            clock: self.options.clock,
            again: self.options.redo,
            accept: Some(&accept),
            ..DriveOptions::default()
        };
        Ok(fill_in(&job, translation, &options, self.options.stop))
    }

    /// What was translated before, by locale; gathered once, when it is first needed.
    fn memories(&self) -> Result<&BTreeMap<Locale, Pairs>, DeskError> {
        // The locales of an article come here side by side: one gathers, the others wait for it.
        let gathered = self.memories.get_or_init(|| memories(self.workspace).map_err(DeskError::shared));
        gathered.as_ref().map_err(|error| DeskError::Shared(Arc::clone(error)))
    }

    /// Keeps what the machine first said of each segment, so that draft and final text can be compared.
    fn keep_drafts(
        &self,
        article: &Article,
        pair: &Pair,
        translation: &Translation,
        added: &[SegmentId],
    ) -> Result<(), DeskError> {
        let engine = |target: &Target| match &target.origin {
            Origin::Machine { engine } if !self.placeholders.contains(&engine.as_str()) => Some(engine.clone()),
            _ => None,
        };
        if !added.iter().any(|id| translation.targets.get(id).and_then(engine).is_some()) {
            return Ok(());
        }
        let mut kept = self.workspace.store.drafts(&article.slug, &pair.target)?.1.unwrap_or_default();
        let added: BTreeSet<SegmentId> = added.iter().copied().collect();
        let mut known: BTreeSet<SegmentId> = kept.iter().map(|draft| draft.id).collect();
        for (unit, segment) in article.translated().filter(|(_, segment)| added.contains(&segment.id)) {
            let Some(target) = translation.targets.get(&segment.id) else { continue };
            let Some(engine) = engine(target) else { continue };
            if known.insert(segment.id) {
                let (source, target) = (unit.text_of(segment), target.text.clone());
                kept.push(Draft { id: segment.id, source, target, engine, date: self.options.today.to_owned() });
            }
        }
        self.workspace.store.save_drafts(&article.slug, pair, &kept)
    }
}

/// Whether the rules of language, numbers and terms let a draft pass.
fn passes(context: &Context<'_>, request: &Request, target: &Target) -> Result<(), RejectionReason> {
    let findings = check_segment(context, &request.source, &target.text);
    let refused =
        findings.iter().find(|finding| finding.severity >= Severity::Major && ON_RETURN.contains(&finding.rule()));
    refused.map_or(Ok(()), |finding| Err(RejectionReason::Rule { rule: finding.rule().to_owned() }))
}

impl Outcome {
    /// Reports what kept the work from being finished. Done when an article's locales are all finished, in their order:
    /// what two of them met at the same time would come in any.
    pub(super) fn report(&self, observer: &dyn Observer) {
        if let Some(error) = self.error.as_ref().filter(|error| error.class() != ErrorClass::Interrupted) {
            report_once(observer, error);
        }
    }

    /// The refused drafts as findings.
    #[must_use]
    pub fn rejections(&self) -> Vec<Finding> {
        let finding = |rejection: &Rejection| {
            let place = Place {
                file: Some(self.stored.name.clone()),
                locale: Some(self.locale.clone()),
                segment: Some(rejection.id),
                ..Place::default()
            };
            let problem = DraftRejectedProblem { engine: rejection.backend.clone(), reason: rejection.reason.clone() };
            Finding::new(problem, Severity::Minor, place)
        };
        self.rejected.iter().map(finding).collect()
    }
}

/// What was translated before, by locale: the project's finished segments and the TMX files in `memory/`.
fn memories(workspace: &Workspace) -> Result<BTreeMap<Locale, Pairs>, DeskError> {
    let mut memories: BTreeMap<Locale, Pairs> = BTreeMap::new();
    let slugs = workspace.store.articles()?;
    // What cannot be read is reported where it is translated; here it only has nothing to give.
    let visited = for_each(
        workspace,
        &slugs,
        Lanes::Articles,
        &Unobserved,
        |loaded, locale| {
            Ok(finished(&loaded.article, &workspace.store.translation(&loaded.article, locale)?.translation))
        },
        |_, locales| locales,
    )?;
    for (locale, pairs) in visited.articles.into_iter().filter_map(|(_, locales)| locales.ok()).flatten() {
        let memory = memories.entry(locale).or_default();
        pairs.into_iter().flatten().for_each(|pair| memory.add(pair));
    }
    for path in files_with_extension(&workspace.layout.memory(), "tmx")? {
        let name = workspace.layout.name(&path);
        let file = tmx::read(&read_text(&path)?).map_err(|error| DeskError::Memory { name, error })?.value;
        for locale in &workspace.settings.targets {
            let memory = memories.entry(locale.clone()).or_default();
            file.pairs(&workspace.settings.source, locale).into_iter().for_each(|pair| memory.add(pair));
        }
    }
    Ok(memories)
}
