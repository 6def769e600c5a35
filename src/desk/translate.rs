//! Translation: fills in missing targets, and saves the result whether or not an error ended the run.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::{Arc, Mutex, OnceLock, PoisonError},
    time::Duration,
};

use super::{
    Author, DeskError, ErrorClass, Leftovers, Loaded, Notice, Observer, Parallelism, Stored, Visited, Workspace,
    bill::report_damage,
    contexts::Contexts,
    drafted_terms::note_terms,
    engines::{ChainLink, Traffic, check_prices, open_chain},
    error::SharedError,
    for_each,
    held::Held,
    kin::{self, CognateDictionaries, KinSource},
    leftovers,
    lengths::{Lengths, long_articles},
    memories::{Memories, report_memory_faults},
    observer::report_once,
    order::Order,
};
use crate::{
    backend::{
        Backend, BackendError, Budget, Claims, Clock, DriveOptions, DryRun, Reach, Rejection, Request, Sibling,
        Similar, Stop,
    },
    ledger::{Journal, Ledger, NoLedger},
    memory::{Pairs, SimilarPairs, drafts::Draft},
    model::{Article, Finding, Locale, Origin, Pair, Place, SegmentId, Severity, State, Target, Text, Translation},
    pipeline::{
        Background, DraftRejectedProblem, Job, KinDrafter, Segmenters, Translated, compare_drafts, judge_draft,
        may_need_targets, memory_backend, original_targets, translate as fill_in,
    },
    project::{ProjectError, open_journal, read_journal},
    source::is_embargoed,
};

/// The most articles at a time: each has a thread for each of its locales, and these have threads for their calls.
const MOST_TOGETHER: usize = 8;

/// Options for filling in translations.
#[derive(Clone, Copy)]
pub struct TranslateOptions<'a> {
    /// Whether to replace machine drafts that no person has touched.
    pub redo: bool,
    /// Today, `YYYY-MM-DD`: the date of first drafts.
    pub today: &'a str,
    /// The clock used when waiting for engines.
    pub clock: &'a dyn Clock,
    /// Set when the user wants to stop.
    pub stop: &'a Stop,
    /// What the run may spend; without a budget, any amount.
    pub budget: Option<&'a Budget>,
    /// What becomes of the traffic with engines.
    pub traffic: Traffic<'a>,
    /// Where to collect what would be sent to engines: then nothing is sent and nothing written.
    pub plan: Option<&'a DryRun>,
}

impl<'a> TranslateOptions<'a> {
    /// Options that redo nothing and limit nothing.
    #[must_use]
    pub const fn new(today: &'a str, clock: &'a dyn Clock, stop: &'a Stop) -> Self {
        Self { redo: false, today, clock, stop, budget: None, traffic: Traffic::Live, plan: None }
    }
}

/// The result of translating one article into one locale.
#[derive(Debug)]
pub struct Outcome {
    /// The locale.
    pub locale: Locale,
    /// The translation as read from the store, with its findings.
    pub stored: Stored,
    /// The translation as saved.
    pub translation: Translation,
    /// Whether anything was written.
    pub written: bool,
    /// The refused drafts.
    pub rejected: Vec<Rejection>,
    /// The number of segments requested from the backends.
    pub requested: usize,
    /// The error that ended the work early, if any.
    pub error: Option<DeskError>,
    /// What the user should know about it, once the article is finished.
    notices: Vec<Notice>,
}

/// Everything needed to translate a project's articles, opened once per run.
pub struct Translator<'a> {
    workspace: &'a Workspace,
    segmenters: Segmenters<'a>,
    contexts: Contexts<'a>,
    chain: Vec<ChainLink>,
    memories: OnceLock<Result<Memories, Arc<SharedError>>>,
    /// What finds resembling sentences in the memories; made on first use.
    similar: OnceLock<Result<BTreeMap<Locale, SimilarPairs>, Arc<SharedError>>>,
    /// The files of renamed articles, whose translations are used as memory; looked for on first use.
    leftovers: OnceLock<Result<Leftovers, Arc<SharedError>>>,
    /// The ledger of requests to engines; `None` if nothing has to be recorded.
    journal: Option<Result<Journal, Arc<SharedError>>>,
    /// In which the cognates of words are looked up.
    dictionaries: CognateDictionaries,
    options: TranslateOptions<'a>,
    placeholders: Vec<&'static str>,
    /// In which the articles of the run ask.
    order: Order<'a>,
    /// What they are asking for.
    claims: Claims,
    /// The errors of engines that have been reported, with their rest gone to the next one.
    passed_on: Mutex<Vec<BackendError>>,
    /// The errors of recordings that ended the work on an edition.
    unrecorded: Mutex<Vec<BackendError>>,
    /// The texts that no engine takes, of which it has been said.
    too_long: Mutex<Vec<BackendError>>,
}

/// The shortest pause requested by an engine that is reported.
const LONG_PAUSE: Duration = Duration::from_secs(5);

/// Creates and updates the translations of a selection, and saves them.
pub fn translate(
    workspace: &Workspace,
    slugs: &[String],
    options: TranslateOptions<'_>,
    observer: &dyn Observer,
) -> Result<Visited<Vec<Result<Outcome, DeskError>>>, DeskError> {
    let translator = Translator::open(workspace, options, observer)?;
    translator.foresee_lengths(slugs, observer);
    let visited = for_each(
        workspace,
        slugs,
        Parallelism::Locales(&translator.order),
        observer,
        |loaded, locale| translator.translate(loaded, locale, observer),
        |_, locales| {
            let results = locales.into_iter().map(|(_, result)| result.inspect(|outcome| outcome.report(observer)));
            results.collect()
        },
    )?;
    translator.check_recordings()?;
    Ok(visited)
}

impl<'a> Translator<'a> {
    /// Opens backends and ledger, and reports requests that an earlier run left in doubt. A ledger that cannot be
    /// opened is an error of each edition that needs an engine, reported once.
    pub fn open(
        workspace: &'a Workspace,
        options: TranslateOptions<'a>,
        observer: &dyn Observer,
    ) -> Result<Self, DeskError> {
        let Workspace { settings, registries, layout, resources, .. } = workspace;
        let (locales, traffic) = (&resources.locales, options.traffic);
        let chain = open_chain(settings, registries, Some(layout), locales, traffic, options.stop)?;
        if options.budget.is_some_and(Budget::limits_cost) {
            check_prices(&chain)?;
        }
        let asks = chain
            .iter()
            .any(|link| matches!(link, ChainLink::Engine { handle, .. } if handle.reach() != Reach::Inside));
        // What a run may spend goes to the first articles, and what is planned is counted with them.
        let is_even = options.budget.is_none() && options.plan.is_none();
        let order = Order::new(options.stop, if asks && is_even { settings.jobs.min(MOST_TOGETHER) } else { 1 });
        let needs_ledger = chain.iter().any(|link| matches!(link, ChainLink::Engine { recorded: true, .. }));
        let shared = |error: ProjectError| DeskError::from(error).into_shared();
        let journal = match options.plan {
            _ if !needs_ledger => None,
            None => Some(open_journal(&workspace.layout).map_err(shared)),
            Some(_) => read_journal(&workspace.layout)?.map(Ok),
        };
        if let Some(Ok(journal)) = &journal {
            report_damage(&workspace.layout, journal, observer);
            let in_doubt = journal.in_doubt().len();
            if in_doubt > 0 {
                observer.notice(&Notice::InDoubt(in_doubt));
            }
        }
        let placeholders = workspace.registries.placeholders();
        let segmenters = Segmenters::new(&workspace.resources.locales);
        let contexts = Contexts::new(&workspace.resources);
        Ok(Self {
            workspace,
            segmenters,
            contexts,
            chain,
            memories: OnceLock::new(),
            similar: OnceLock::new(),
            leftovers: OnceLock::new(),
            journal,
            dictionaries: CognateDictionaries::default(),
            options,
            placeholders,
            order,
            claims: Claims::default(),
            passed_on: Mutex::default(),
            unrecorded: Mutex::default(),
            too_long: Mutex::default(),
        })
    }

    /// The order in which the articles of a run ask engines, for [`for_each`].
    pub(super) const fn order(&self) -> &Order<'a> {
        &self.order
    }

    /// Fails where the traffic with an engine could not be recorded, and no edition was reported to lack it.
    pub fn check_recordings(&self) -> Result<(), DeskError> {
        let reported = self.unrecorded.lock().unwrap_or_else(PoisonError::into_inner);
        for link in &self.chain {
            let ChainLink::Engine { handle, .. } = link else { continue };
            match handle.check_recording() {
                Err(error) if !reported.contains(&error) => return Err(error.into()),
                _ => {}
            }
        }
        Ok(())
    }

    /// Says, before anything of the run is sent, which of its texts are longer than each engine takes. What cannot be read is reported
    /// in its turn.
    pub(super) fn foresee_lengths(&self, slugs: &[String], observer: &dyn Observer) {
        if self.options.plan.is_some() {
            return;
        }
        for loaded in long_articles(self.workspace, &self.segmenters, &self.chain, slugs, self.options.stop) {
            for locale in &self.workspace.settings.targets {
                let Ok(stored) = self.workspace.store.translation(&loaded.article, locale) else { continue };
                let pair = Pair { source: loaded.article.locale.clone(), target: locale.clone() };
                let (plan, lengths) = (DryRun::default(), Lengths { observer, said: &self.too_long });
                let held = Held::new(&lengths);
                let _ = self.fill_in_missing(&loaded.article, &pair, stored.translation, "", &held, Some(&plan));
            }
        }
    }

    /// Fills in an article's missing targets in a locale, and saves them whether or not an error ended the work.
    pub fn translate(&self, loaded: &Loaded, locale: &Locale, observer: &dyn Observer) -> Result<Outcome, DeskError> {
        // However this ends, nobody waits for it any longer.
        let _lane = self.order.lane(&loaded.article.slug, locale);
        let held = Held::new(observer);
        let outcome = self.translate_held(loaded, locale, &held);
        let notices = held.into_notices();
        if outcome.is_err() {
            for notice in &notices {
                observer.notice(notice);
            }
        }
        Ok(Outcome { notices, ..outcome? })
    }

    fn translate_held(&self, loaded: &Loaded, locale: &Locale, observer: &dyn Observer) -> Result<Outcome, DeskError> {
        let (workspace, article) = (self.workspace, &loaded.article);
        let mut stored = workspace.store.translation(article, locale)?;
        let pair = Pair { source: article.locale.clone(), target: locale.clone() };
        let label = format!("{} {locale}", article.slug);
        let Translated { translation, added, rejected, error, requested, .. } =
            self.fill_in_missing(article, &pair, stored.translation.clone(), &label, observer, self.options.plan)?;
        observer.finished(&label);
        if self.options.plan.is_some() {
            let error = error.map(DeskError::from);
            return Ok(Outcome {
                locale: locale.clone(),
                stored,
                translation,
                written: false,
                rejected,
                requested,
                error,
                notices: Vec::new(),
            });
        }
        let refused = rejected.len();
        tracing::info!(article = %article.slug, %locale, asked = requested, added = added.len(), refused, "translated");

        // Save first drafts before the segment file: if the process dies between the two, the next run still has them.
        self.record_drafts(article, &pair, &translation, &added, observer)?;
        let saved = workspace.save(article, &stored, &translation, Author::Tool, observer)?;
        if let Some(error @ BackendError::NotRecorded { .. }) = &error {
            self.unrecorded.lock().unwrap_or_else(PoisonError::into_inner).push(error.clone());
        }
        let error = error.map(|error| match (error, &self.journal) {
            (BackendError::Ledger(_), Some(Err(open_error))) => DeskError::Shared(Arc::clone(open_error)),
            (error, _) => DeskError::from(error),
        });
        stored.places = saved.places;
        let (locale, translation, written) = (locale.clone(), saved.translation, saved.written);
        Ok(Outcome { locale, stored, translation, written, rejected, requested, error, notices: Vec::new() })
    }

    fn fill_in_missing(
        &self,
        article: &Article,
        pair: &Pair,
        translation: Translation,
        label: &str,
        observer: &dyn Observer,
        plan: Option<&DryRun>,
    ) -> Result<Translated, DeskError> {
        if !may_need_targets(article, &translation) {
            return Ok(Translated::unchanged(translation));
        }
        let workspace = self.workspace;
        let locale = &pair.target;
        let profile = workspace.resources.locales.profile(locale);
        let settled = original_targets(article, locale, profile, &*self.segmenters.get(locale)?);
        let uses_memory = self.chain.iter().any(|link| matches!(link, ChainLink::Memory));
        let pairs = if uses_memory { self.memory(locale, observer)? } else { None };
        let memory = pairs.map(|pairs| memory_backend(article, pairs));
        let orphaned = self.orphaned_pairs(article, locale, observer)?;
        let orphaned = orphaned.as_ref().map(|pairs| memory_backend(article, pairs));
        // What a renamed article already has comes first: nobody is to pay for it again.
        let first = orphaned.as_ref().map(|memory| memory as &dyn Backend);
        let context = self.contexts.get(&pair.source, locale);
        let judge = |request: &Request, target: &Target| judge_draft(&context, request, target);
        let knows = |word: &str| self.dictionaries.knows(workspace, locale, word);
        let mut kin = Vec::new();
        for link in &self.chain {
            if let ChainLink::Apertium(engine) = link {
                let KinSource { pair, name, facts, mode, texts } = KinSource::read(workspace, engine, article, locale)?;
                let profiles = [workspace.resources.locales.profile(&pair.source), profile];
                let (termbase, record) = (&workspace.resources.termbase, Mutex::default());
                let (knows, judge) = (&knows, &judge);
                kin.push(KinDrafter {
                    engine,
                    name,
                    mode,
                    pair,
                    facts,
                    texts,
                    termbase,
                    profiles,
                    knows,
                    judge,
                    record,
                });
            }
        }
        let mut drafters = kin.iter();
        let chain = self.chain.iter().filter_map(|link| match link {
            ChainLink::Memory => memory.as_ref().map(|memory| memory as &dyn Backend),
            ChainLink::Apertium(_) => drafters.next().map(|drafter| drafter as &dyn Backend),
            ChainLink::Engine { handle, .. } => Some(&**handle as &dyn Backend),
        });
        let backends: Vec<&dyn Backend> = first.into_iter().chain(chain).collect();
        let is_told = backends.iter().any(|backend| backend.capabilities(pair).background);
        let siblings = if is_told { self.siblings(article, locale)? } else { BTreeMap::new() };
        let memory_of_similar = if is_told { self.similar(locale, observer)? } else { None };
        let similar = |text: &Text| {
            let found = memory_of_similar.map_or_else(Vec::new, |memory| memory.find(text));
            found.into_iter().map(|(source, target)| Similar { source, target }).collect()
        };
        let style = workspace.settings.style.get(locale).map_or("", String::as_str);
        let job = Job {
            article,
            pair,
            termbase: &workspace.resources.termbase,
            backends: &backends,
            background: Background { style, siblings: &siblings, similar: &similar },
            settled: &settled,
            placeholders: &self.placeholders,
            redo: self.options.redo,
        };
        let source_profile = workspace.resources.locales.profile(&pair.source);
        let compare = |drafts: &[(&Request, &Target)]| compare_drafts(source_profile, profile, drafts);
        let on_progress = |done: usize, all: usize| observer.progress(label, done, all, self.options.budget);
        let lane = self.order.lane(&article.slug, locale);
        let on_trouble = |error: &BackendError| {
            if !self.too_long.lock().unwrap_or_else(PoisonError::into_inner).contains(error) {
                observer.notice(&Notice::Trouble(error.clone()));
            }
        };
        let on_foreseen = |error: &BackendError| observer.notice(&Notice::Foreseen(error.clone()));
        let (before_sending, all_sent) = (|| lane.await_turn(), || lane.pass());
        let on_pause = |engine: &str, time: Duration| {
            if time >= LONG_PAUSE {
                observer.notice(&Notice::EnginePause { engine: engine.to_owned(), time });
            }
        };
        let options = DriveOptions {
            ledger: match &self.journal {
                Some(Ok(journal)) => Some(journal as &dyn Ledger),
                Some(Err(_)) => Some(&NoLedger),
                // Sentences of the same wording are one question, as they will be where the ledger is made.
                None => plan.map(|_| &NoLedger as &dyn Ledger),
            },
            article: &article.slug,
            today: self.options.today,
            on_progress: &on_progress,
            on_pause: &on_pause,
            on_trouble: &on_trouble,
            on_foreseen: &on_foreseen,
            before_sending: &before_sending,
            all_sent: &all_sent,
            claims: Some(&self.claims),
            jobs: workspace.settings.jobs,
            clock: self.options.clock,
            again: self.options.redo,
            budget: self.options.budget,
            plan,
            embargo: is_embargoed(article),
            judge: Some(&judge),
            compare: Some(&compare),
            ..DriveOptions::default()
        };
        let mut translated = fill_in(&job, translation, &options, self.options.stop);
        for error in std::mem::take(&mut translated.passed_on) {
            self.report_passed_on(error, observer);
        }
        if !translated.left_out.is_empty() {
            let (count, terms) = (translated.left_out.len(), translated.left_out.values().sum());
            observer.notice(&Notice::LeftOut { locale: locale.clone(), count, terms });
        }
        note_terms(&workspace.resources.termbase, article, pair, &self.placeholders, &mut translated, observer);
        for drafter in &kin {
            kin::note(drafter, &mut translated, observer);
        }
        Ok(translated)
    }

    /// Says once in a run that an engine broke down and the next one went on.
    fn report_passed_on(&self, error: BackendError, observer: &dyn Observer) {
        let mut known = self.passed_on.lock().unwrap_or_else(PoisonError::into_inner);
        if !known.contains(&error) {
            observer.notice(&Notice::PassedOn(error.clone()));
            known.push(error);
        }
    }

    /// Returns earlier translations, collected on first use.
    fn memories(&self, observer: &dyn Observer) -> Result<&Memories, DeskError> {
        // The locales of an article call this in parallel: one collects, the others wait for it.
        let load = || Memories::load(self.workspace, observer).map_err(DeskError::into_shared);
        self.memories.get_or_init(load).as_ref().map_err(|error| DeskError::Shared(Arc::clone(error)))
    }

    /// Returns earlier translations into a locale.
    fn memory(&self, locale: &Locale, observer: &dyn Observer) -> Result<Option<&Pairs>, DeskError> {
        self.memories(observer)?.of(locale)
    }

    /// The segments of the article's other editions that people have reviewed, of each the one in the highest state. A file
    /// that the system withholds is an error, since without it another question would be asked, and paid for.
    fn siblings(&self, article: &Article, locale: &Locale) -> Result<BTreeMap<SegmentId, Sibling>, DeskError> {
        let mut siblings: BTreeMap<SegmentId, (State, Sibling)> = BTreeMap::new();
        for other in self.workspace.settings.all_targets.iter().filter(|other| *other != locale) {
            let stored = match self.workspace.store.translation(article, other) {
                Err(error) if error.is_of_system() => return Err(error),
                Err(_) => continue,
                Ok(stored) => stored,
            };
            for (id, target) in &stored.translation.targets {
                let is_reviewed = target.state >= State::Reviewed && !target.is_stale() && !target.text.is_empty();
                if !is_reviewed || siblings.get(id).is_some_and(|(state, _)| *state >= target.state) {
                    continue;
                }
                let sibling = Sibling { locale: other.clone(), text: target.text.prose.clone() };
                siblings.insert(*id, (target.state, sibling));
            }
        }
        Ok(siblings.into_iter().map(|(id, (_, sibling))| (id, sibling)).collect())
    }

    /// What finds sentences that resemble one among the earlier translations into a locale, if the chain asks the memory. Those of
    /// an article under embargo are not among them: they are sent to engines.
    fn similar(&self, locale: &Locale, observer: &dyn Observer) -> Result<Option<&SimilarPairs>, DeskError> {
        if !self.chain.iter().any(|link| matches!(link, ChainLink::Memory)) {
            return Ok(None);
        }
        // Made for all locales at once: who needs one will need the others.
        let make = || {
            let locales = self.workspace.settings.targets.iter();
            let made = locales.map(|locale| {
                let memories = self.memories(observer)?;
                let pairs = memories.of(locale)?;
                Ok(pairs.map(|pairs| (locale.clone(), SimilarPairs::new(pairs, |pair| memories.is_public(pair)))))
            });
            let made: Result<Vec<_>, DeskError> = made.collect();
            made.map(|made| made.into_iter().flatten().collect()).map_err(DeskError::into_shared)
        };
        let similar = self.similar.get_or_init(make).as_ref();
        Ok(similar.map_err(|error| DeskError::Shared(Arc::clone(error)))?.get(locale))
    }

    /// Returns the finished translations of an article that lie in files of its earlier name, and says so. Files that cannot
    /// be read are left to `status` and `check`.
    fn orphaned_pairs(
        &self,
        article: &Article,
        locale: &Locale,
        observer: &dyn Observer,
    ) -> Result<Option<Pairs>, DeskError> {
        // Where nobody can look for them, nobody is to pay for what they may hold.
        let load = || leftovers(self.workspace, &[]).map_err(DeskError::into_shared);
        let shared = |error: &Arc<SharedError>| DeskError::Shared(Arc::clone(error));
        let leftovers = self.leftovers.get_or_init(load).as_ref().map_err(shared)?;
        let mut memory = None;
        for orphan in leftovers.by_article().remove(&(article.slug.as_str(), locale)).unwrap_or_default() {
            let pairs = orphan.pairs(article);
            if let (false, Some(command)) = (pairs.is_empty(), orphan.command()) {
                observer.notice(&Notice::Orphan { file: orphan.name.clone(), count: pairs.len(), command });
                let memory = memory.get_or_insert_with(Pairs::default);
                for pair in pairs {
                    memory.add(pair);
                }
            }
        }
        Ok(memory)
    }

    /// Saves the first machine draft of each segment, so that draft and final text can be compared. Where the record is
    /// gone, it is made again of the targets that nobody has edited.
    fn record_drafts(
        &self,
        article: &Article,
        pair: &Pair,
        translation: &Translation,
        added: &[SegmentId],
        observer: &dyn Observer,
    ) -> Result<(), DeskError> {
        let engine = |target: &Target| match &target.origin {
            Origin::Machine { engine } if !self.placeholders.contains(&engine.as_str()) => Some(engine.clone()),
            _ => None,
        };
        if !translation.targets.values().any(|target| engine(target).is_some()) {
            return Ok(());
        }
        let is_added = added.iter().any(|id| translation.targets.get(id).and_then(engine).is_some());
        if !is_added && self.workspace.store.has_drafts(&article.slug, &pair.target)? {
            return Ok(());
        }
        let stored = self.workspace.store.drafts(&article.slug, &pair.target)?;
        report_memory_faults(stored.findings, observer);
        let mut drafts = stored.drafts.unwrap_or_default();
        let mut drafted: BTreeSet<SegmentId> = drafts.iter().map(|draft| draft.id).collect();
        for (unit, segment) in article.translated() {
            let target = translation.targets.get(&segment.id).filter(|target| !target.is_stale());
            let Some((target, engine)) = target.and_then(|target| Some((target, engine(target)?))) else { continue };
            if drafted.insert(segment.id) {
                let (source, target) = (unit.text_of(segment), target.text.clone());
                drafts.push(Draft { id: segment.id, source, target, engine, date: self.options.today.to_owned() });
            }
        }
        // In the article's order, however often the work was interrupted.
        let places: HashMap<SegmentId, usize> = article.segments().map(|(_, segment)| segment.id).zip(0..).collect();
        drafts.sort_by_key(|draft| places.get(&draft.id).copied().unwrap_or(usize::MAX));
        self.workspace.store.save_drafts(&article.slug, pair, &drafts)
    }
}

impl Outcome {
    /// Reports what the user should know, and the error that ended the work early, except an interruption. To be called once all
    /// locales of an article are finished, in their order: reported from the threads, these would come in any order.
    pub fn report(&self, observer: &dyn Observer) {
        self.notices.iter().for_each(|notice| observer.notice(notice));
        if let Some(error) = self.error.as_ref().filter(|error| error.class() != ErrorClass::Interrupted) {
            report_once(observer, error);
        }
    }

    /// Returns the refused drafts as findings.
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
