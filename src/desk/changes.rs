//! What differs from an earlier revision of the project, segment by segment.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{ArticleFile, DeskError, Loaded, Workspace, waivers::differing_waivers};
use crate::{
    bilingual::refresh,
    check::MIRROR,
    model::{Article, Finding, Locale, SegmentId, Side, Text, Translation},
    pipeline::{Segmenters, prepare},
    project::{ProjectError, Revision, RevisionError},
    source::decode,
};

/// What of the project differs from a revision.
#[derive(Debug)]
pub struct Changes {
    revision: Revision,
    /// The language of the articles.
    source: Locale,
    /// The article of each file.
    slugs: HashMap<String, String>,
    articles: BTreeMap<String, ArticleChanges>,
}

/// What of an article differs.
#[derive(Debug, Default)]
struct ArticleChanges {
    /// The segments whose source differs.
    sources: BTreeSet<SegmentId>,
    /// The segments whose target differs, by locale.
    targets: BTreeMap<Locale, BTreeSet<SegmentId>>,
    /// The segments that are no more.
    gone: BTreeSet<SegmentId>,
    /// The segments whose waivers differ, by language.
    waivers: BTreeMap<Locale, BTreeSet<SegmentId>>,
}

/// Compares the articles of a selection, and their translations, with a revision of the git repository. What cannot be read
/// there counts as different; so do articles that cannot be read now.
pub fn changes_since(workspace: &Workspace, slugs: &[String], revision: &str) -> Result<Changes, DeskError> {
    let failed = |error: RevisionError| DeskError::from(ProjectError::from(error));
    let revision = Revision::open(&workspace.layout.root, revision).map_err(failed)?;
    let segmenters = Segmenters::new(&workspace.resources.locales);
    let (layout, extension) = (&workspace.layout, workspace.segment_format()?.extension());
    let (mut names, mut articles) = (HashMap::new(), BTreeMap::new());
    for slug in slugs {
        // One that cannot be read has been reported, and has no findings.
        let Ok(ArticleFile { name, .. }) = workspace.store.article(slug) else { continue };
        let file = |locale: &Locale| (locale.clone(), layout.name(&layout.segments(locale, slug, extension)));
        let files: Vec<(Locale, String)> = workspace.settings.all_targets.iter().map(file).collect();
        for name in files.iter().map(|(_, name)| name).chain([&name]) {
            names.insert(name.clone(), slug.clone());
        }
        let mut waivers = BTreeMap::new();
        for locale in workspace.targets()?.iter().chain([&workspace.settings.source]) {
            let name = layout.name(&layout.waivers(locale, slug));
            // One that cannot be read has been reported.
            let now = workspace.store.waivers(slug, locale).ok().and_then(|stored| stored.text).unwrap_or_default();
            if !revision.has_same(&name) {
                let earlier = revision.read(&name).map_err(failed)?.and_then(|bytes| decode(bytes).ok());
                waivers.insert(locale.clone(), differing_waivers(&now, &earlier.unwrap_or_default()));
            }
            // A waiver falls where its segment has changed, not where its file has.
            names.insert(name, slug.clone());
        }
        let changes = if files.iter().map(|(_, name)| name).chain([&name]).all(|name| revision.has_same(name)) {
            let targets = files.into_iter().map(|(locale, _)| (locale, BTreeSet::new()));
            ArticleChanges { targets: targets.collect(), ..ArticleChanges::default() }
        } else {
            let Ok(loaded) = workspace.load(&segmenters, slug) else { continue };
            article_changes(workspace, &segmenters, &revision, &loaded).map_err(failed)?
        };
        articles.insert(slug.clone(), ArticleChanges { waivers, ..changes });
    }
    Ok(Changes { revision, source: workspace.settings.source.clone(), slugs: names, articles })
}

fn article_changes(
    workspace: &Workspace,
    segmenters: &Segmenters<'_>,
    revision: &Revision,
    loaded: &Loaded,
) -> Result<ArticleChanges, RevisionError> {
    let is_same = revision.has_same(&loaded.name);
    let old =
        if is_same { Some(loaded.article.clone()) } else { old_article(workspace, segmenters, revision, loaded)? };
    let sources = differing_sources(loaded, old.as_ref());
    let gone = old.as_ref().map(|old| gone(old, &loaded.article)).unwrap_or_default();
    let mut changes = ArticleChanges { sources, gone, ..ArticleChanges::default() };
    for locale in &workspace.settings.all_targets {
        let Ok(stored) = workspace.store.translation(&loaded.article, locale) else { continue };
        let earlier = match &old {
            Some(_) if is_same && revision.has_same(&stored.name) => Some(stored.translation.clone()),
            Some(old) => Some(old_translation(workspace, revision, old, locale, &stored.name)?),
            None => None,
        };
        changes.targets.insert(locale.clone(), differing_targets(loaded, &stored.translation, earlier.as_ref()));
    }
    Ok(changes)
}

impl Changes {
    /// Whether a finding is in a segment whose source or target differs; a finding in no segment, whether its file does.
    #[must_use]
    pub fn concern(&self, finding: &Finding) -> bool {
        let place = &finding.place;
        let Some(file) = &place.file else { return true };
        let changes = self.slugs.get(file).and_then(|slug| self.articles.get(slug));
        let (Some(id), Some(changes)) = (place.segment, changes) else { return !self.revision.has_same(file) };
        let is_in = |locale: &Locale| changes.targets.get(locale).is_none_or(|targets| targets.contains(&id));
        let language = match (place.side, &place.locale) {
            (Side::Source, _) | (_, None) => &self.source,
            (Side::Target, Some(locale)) => locale,
        };
        changes.sources.contains(&id)
            || changes.gone.contains(&id)
            || changes.waivers.get(language).is_some_and(|segments| segments.contains(&id))
            || match &place.locale {
                // What compares editions may come and go with any of them.
                Some(_) if compares_editions(finding) => changes.targets.keys().any(is_in),
                Some(locale) => is_in(locale),
                None => changes.targets.keys().any(is_in),
            }
    }
}

/// Whether a finding is about several editions, or about a waiver of such a one.
fn compares_editions(finding: &Finding) -> bool {
    finding.rule() == MIRROR || finding.id() == "waiver-fell-editions"
}

/// The segments of an article that a later one does not have.
fn gone(old: &Article, now: &Article) -> BTreeSet<SegmentId> {
    let now: BTreeSet<SegmentId> = now.segments().map(|(_, segment)| segment.id).collect();
    old.segments().map(|(_, segment)| segment.id).filter(|id| !now.contains(id)).collect()
}

fn differing_sources(loaded: &Loaded, old: Option<&Article>) -> BTreeSet<SegmentId> {
    let earlier: HashMap<SegmentId, Text> = old.map(texts).unwrap_or_default();
    texts(&loaded.article).into_iter().filter(|(id, text)| earlier.get(id) != Some(text)).map(|(id, _)| id).collect()
}

fn differing_targets(loaded: &Loaded, now: &Translation, earlier: Option<&Translation>) -> BTreeSet<SegmentId> {
    let ids = loaded.article.segments().map(|(_, segment)| segment.id);
    let Some(earlier) = earlier else { return ids.collect() };
    let shown = |translation: &Translation, id: &SegmentId| {
        translation.targets.get(id).map(|target| (target.text.clone(), target.stale.clone()))
    };
    ids.filter(|id| shown(now, id) != shown(earlier, id)).collect()
}

fn texts(article: &Article) -> HashMap<SegmentId, Text> {
    article.segments().map(|(unit, segment)| (segment.id, unit.text_of(segment))).collect()
}

/// The article as it was; `None` if it was not there, or not readable.
fn old_article(
    workspace: &Workspace,
    segmenters: &Segmenters<'_>,
    revision: &Revision,
    loaded: &Loaded,
) -> Result<Option<Article>, RevisionError> {
    let Some(text) = revision.read(&loaded.name)?.and_then(|bytes| decode(bytes).ok()) else { return Ok(None) };
    let format = workspace.formats.of(&loaded.article.skeleton.extension);
    Ok(prepare(&loaded.article.slug, text, format, segmenters).ok().map(|parsed| parsed.value))
}

/// The translation as it was; empty if it was not there, or not readable.
fn old_translation(
    workspace: &Workspace,
    revision: &Revision,
    article: &Article,
    locale: &Locale,
    name: &str,
) -> Result<Translation, RevisionError> {
    let text = revision.read(name)?.and_then(|bytes| decode(bytes).ok());
    let format = workspace.registries.bilingual.first();
    let file = text.zip(format).and_then(|(text, format)| format.read(&text).ok());
    Ok(file.map_or_else(|| Translation::empty(locale.clone()), |file| refresh(article, locale, &file.value)))
}
