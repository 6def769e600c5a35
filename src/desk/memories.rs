//! Earlier translations: the project's finished segments and the TMX files in `memory/`.

use std::{
    collections::{BTreeMap, HashSet},
    sync::Arc,
};

use super::{DeskError, Notice, Observer, Parallelism, Unobserved, Workspace, error::SharedError, for_each};
use crate::{
    memory::{MemoryPair, Pairs, finished, tmx},
    model::{Finding, Locale},
    project::{files_with_extension, read_xml},
    source::is_embargoed,
};

/// Earlier translations into a locale, or why one of its files is withheld.
type LocaleMemory = Result<Pairs, Arc<SharedError>>;

/// The earlier translations of a project.
pub(super) struct Memories {
    by_locale: BTreeMap<Locale, LocaleMemory>,
    /// The sentences of articles under embargo.
    embargoed: HashSet<String>,
}

impl Memories {
    /// Collects them.
    pub(super) fn load(workspace: &Workspace, observer: &dyn Observer) -> Result<Self, DeskError> {
        let (mut by_locale, mut embargoed) = (BTreeMap::<Locale, LocaleMemory>::new(), HashSet::new());
        let slugs = workspace.store.articles()?;
        // A file that cannot be used is reported when the edition itself is translated; here it just contributes nothing. One
        // that the system withholds is an error, since a memory without it looks like the whole.
        let visited = for_each(
            workspace,
            &slugs,
            Parallelism::Articles,
            &Unobserved,
            |loaded, locale| {
                Ok(finished(&loaded.article, &workspace.store.translation(&loaded.article, locale)?.translation))
            },
            |loaded, locales| {
                let is_withheld = is_embargoed(&loaded.article);
                let sentences = loaded.article.segments().filter(|_| is_withheld);
                (sentences.map(|(unit, segment)| unit.text_of(segment).prose).collect::<Vec<_>>(), locales)
            },
        )?;
        for (_, locales) in visited.articles {
            let (sentences, locales) = match locales {
                Err(error) if error.is_of_system() => return Err(error),
                locales => locales.unwrap_or_default(),
            };
            embargoed.extend(sentences);
            for (locale, pairs) in locales {
                match (by_locale.entry(locale).or_insert_with(|| Ok(Pairs::default())), pairs) {
                    (Ok(memory), Ok(pairs)) => pairs.into_iter().for_each(|pair| memory.add(pair)),
                    (memory, Err(error)) if error.is_of_system() => *memory = Err(error.into_shared()),
                    _ => {}
                }
            }
        }
        for path in files_with_extension(&workspace.layout.memory(), "tmx")? {
            let name = workspace.layout.name(&path);
            let mut parsed =
                tmx::read(&read_xml(&path)?).map_err(|error| DeskError::Memory { name: name.clone(), error })?;
            parsed.findings.iter_mut().for_each(|finding| finding.place.file = Some(name.clone()));
            report_memory_faults(parsed.findings, observer);
            let file = parsed.value;
            for locale in &workspace.settings.targets {
                if let Ok(memory) = by_locale.entry(locale.clone()).or_insert_with(|| Ok(Pairs::default())) {
                    file.pairs(&workspace.settings.source, locale).into_iter().for_each(|pair| memory.add(pair));
                }
            }
        }
        Ok(Self { by_locale, embargoed })
    }

    /// Those into a locale; fails where one of its files is withheld.
    pub(super) fn of(&self, locale: &Locale) -> Result<Option<&Pairs>, DeskError> {
        let shared = |error: &Arc<SharedError>| DeskError::Shared(Arc::clone(error));
        self.by_locale.get(locale).map(|memory| memory.as_ref().map_err(shared)).transpose()
    }

    /// Whether a sentence may be sent to engines: it stands in no article under embargo.
    pub(super) fn is_public(&self, pair: &MemoryPair) -> bool {
        !self.embargoed.contains(&pair.source.prose)
    }
}

/// Reports findings in files of earlier translations.
pub(super) fn report_memory_faults(findings: Vec<Finding>, observer: &dyn Observer) {
    for finding in findings {
        observer.notice(&Notice::MemoryFault(Box::new(finding)));
    }
}
