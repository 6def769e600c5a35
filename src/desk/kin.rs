//! What drafts from an edition in a kin language are made of: its reviewed segments, the facts of the pair, the engine's
//! mode, and a dictionary.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex, PoisonError},
};

use super::{DeskError, Notice, Observer, Workspace, leftovers::conflicts_of};
use crate::{
    backend::{
        Apertium, BackendError,
        apertium::{ApertiumMode, PairFacts},
    },
    check::Speller,
    locale::{KinPair, kin_pair},
    model::{Article, Locale, Origin, Pair, Remark, SegmentId, State, Target, Text},
    pipeline::{KinDrafter, Translated},
    project::{NoMode, ProjectError, apertium_mode, open_dictionary},
};

/// What the drafts of an article in a locale are made of.
pub(super) struct KinSource {
    /// The edition's locale, and that of the drafts.
    pub(super) pair: Pair,
    /// The name that the drafts show.
    pub(super) name: String,
    /// The facts of the pair.
    pub(super) facts: KinPair,
    /// The engine's programs, or why they cannot be used.
    pub(super) mode: Result<ApertiumMode, BackendError>,
    /// The segments that can be translated.
    pub(super) texts: BTreeMap<SegmentId, Text>,
}

impl KinSource {
    /// Reads the edition that an engine translates. A segment counts if people have reviewed its text, its sentence has
    /// not changed since, and nobody disputes it.
    pub(super) fn read(
        workspace: &Workspace,
        engine: &Apertium,
        article: &Article,
        target: &Locale,
    ) -> Result<Self, DeskError> {
        let from = engine.from.clone().unwrap_or_else(|| article.locale.clone());
        let name = format!("{} from {from}", engine.name);
        let facts = kin_pair(&workspace.resources.locales, target, &from).map_err(ProjectError::from)?;
        let pair = Pair { source: from.clone(), target: target.clone() };
        let mode = match &facts {
            Some(facts) => read_mode(engine, facts),
            None => Err(BackendError::Pair { engine: engine.name.clone(), pair: pair.clone() }),
        };
        let texts = if from == article.locale {
            article.translated().map(|(unit, segment)| (segment.id, unit.text_of(segment))).collect()
        } else if from == *target {
            BTreeMap::new()
        } else {
            let disputed = conflicts_of(workspace, &article.slug, &from)?;
            let edition = workspace.store.translation(article, &from)?.translation;
            let is_usable = |target: &Target| {
                target.state >= State::Reviewed && !target.is_stale() && !target.text.prose.trim().is_empty()
            };
            let usable = edition.targets.into_iter().filter(|(id, target)| is_usable(target) && !disputed.contains(id));
            usable.map(|(id, target)| (id, target.text)).collect()
        };
        Ok(Self { pair, name, facts: facts.unwrap_or_default(), mode, texts })
    }
}

/// Reads the programs of a direction.
fn read_mode(engine: &Apertium, facts: &KinPair) -> Result<ApertiumMode, BackendError> {
    let setting = |problem: String| BackendError::Setting { engine: engine.name.clone(), problem };
    let not_installed = |missing: String| {
        let (engine, packages) = (engine.name.clone(), facts.packages.clone());
        BackendError::NotInstalled { engine, missing, packages }
    };
    let installed = apertium_mode(&facts.mode).map_err(|reason| match reason {
        NoMode::Program => not_installed("the program `apertium`".to_owned()),
        NoMode::Mode => not_installed(format!("the data `{}` of Apertium", facts.mode)),
        NoMode::Withheld { path, cause } => setting(format!("`{}` cannot be read: {cause}", path.display())),
    })?;
    let pair = PairFacts {
        refused: facts.refused.clone(),
        governs: facts.governs.clone(),
        homographs: facts.homographs.clone(),
        lexicon: facts.lexicon.clone(),
        repairs: facts.repairs.clone(),
        invariable: facts.invariable.clone(),
    };
    let mut mode = ApertiumMode::parse(&installed.text, pair)
        .map_err(|error| setting(format!("the mode `{}` cannot be used: {error}", facts.mode)))?;
    mode.programs = installed.programs;
    Ok(mode)
}

/// The dictionaries in which cognates are looked up, each opened when first asked for: the one that the project names, or
/// that of the machine.
#[derive(Default)]
pub(super) struct CognateDictionaries(Mutex<BTreeMap<Locale, Option<Arc<dyn Speller>>>>);

impl CognateDictionaries {
    /// Whether the dictionary of a locale has a word; `None` where there is no dictionary.
    pub(super) fn knows(&self, workspace: &Workspace, locale: &Locale, word: &str) -> Option<bool> {
        let speller = {
            let mut opened = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let open = || {
                let named = workspace.resources.spellers.get(locale).cloned();
                let territory = &workspace.resources.locales.profile(locale).territory;
                named.or_else(|| Some(Arc::new(open_dictionary(locale, territory)?) as Arc<dyn Speller>))
            };
            opened.entry(locale.clone()).or_insert_with(open).clone()
        };
        speller.map(|speller| speller.has(word))
    }
}

/// Notes beside the new drafts what their reader has to know, and says in sum what the engine left open.
pub(super) fn note(drafter: &KinDrafter<'_>, translated: &mut Translated, observer: &dyn Observer) {
    let record = drafter.record.lock().unwrap_or_else(PoisonError::into_inner);
    let is_ours = |target: &Target| matches!(&target.origin, Origin::Machine { engine } if *engine == drafter.name);
    let (mut unknown, mut changed) = (0, 0);
    for id in &translated.added {
        let remarks = translated.translation.remarks.entry(*id).or_default();
        remarks.retain(|remark| remark.by.as_deref() != Some(drafter.name.as_str()));
        let Some(notes) = record.notes.get(id) else { continue };
        if !translated.translation.targets.get(id).is_some_and(is_ours) {
            continue;
        }
        unknown += notes.unknown.len();
        changed += notes.cognates.len();
        if !notes.is_empty() {
            remarks.push(Remark { by: Some(drafter.name.clone()), text: notes.text() });
        }
    }
    translated.translation.remarks.retain(|_, remarks| !remarks.is_empty());
    let (engine, locale, from) =
        (drafter.engine.name.clone(), drafter.pair.target.clone(), drafter.pair.source.clone());
    let added: BTreeSet<&SegmentId> = translated.added.iter().collect();
    let without = record.without.iter().filter(|id| !added.contains(id)).count();
    if without > 0 {
        observer.notice(&Notice::KinMissing { engine, locale: locale.clone(), from, count: without });
    }
    if unknown + changed > 0 {
        let has_dictionary = (drafter.knows)("").is_some();
        observer.notice(&Notice::KinWords { locale, unknown, changed, has_dictionary });
    }
}
