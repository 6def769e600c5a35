//! The name of an edition in addresses, which stays once the edition is public.

use super::unit_text::unit_text;
use crate::{
    locale::{Profile, slug as slug_of},
    model::{Args, Article, Finding, Place, Problem, Role, Segment, Severity, State, Text, Translation, Unit, is_slug},
    source::{FrontMatter, front_matter},
};

/// The key of the front matter that gives an article's name in addresses.
const KEY: &str = "slug";

/// What has happened to an edition whose slug may have to be fixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlugEvent {
    /// Its translation is saved: an approved title fixes the slug.
    Saved,
    /// Its page is built: a settled title fixes the slug where no segment is missing.
    Built,
}

/// The translated `slug` of the front matter is not the one under which the edition was published.
pub(super) struct SlugChangedProblem {
    slug: String,
    fixed: String,
}

impl Problem for SlugChangedProblem {
    fn rule(&self) -> &'static str {
        "slug-changed"
    }

    fn id(&self) -> &'static str {
        "slug-changed"
    }

    fn args(&self) -> Args {
        vec![("slug", (&self.slug).into()), ("fixed", (&self.fixed).into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { slug: "vojska".to_owned(), fixed: "vojska-doma".to_owned() }]
    }
}

/// The article's own name in addresses: `slug` of its front matter, else the name of its file.
#[must_use]
pub fn source_slug(article: &Article, profile: &Profile) -> String {
    source_slug_of(article, &front_matter(article), profile)
}

/// The same, of front matter that has been read already.
pub(super) fn source_slug_of(article: &Article, front: &FrontMatter, profile: &Profile) -> String {
    match front.text(KEY).map(str::trim).filter(|slug| !slug.is_empty()) {
        Some(slug) => written_slug(profile, slug),
        None => article.slug.clone(),
    }
}

/// The name of the edition in addresses: the translated `slug` of the front matter, else the fixed one, else the
/// romanized title once a person has settled it; until then the article's own.
#[must_use]
pub fn local_slug(article: &Article, translation: &Translation, profile: &Profile) -> String {
    let from_title = || settled_text(article, translation, &Role::Title).map(|title| slug_of(profile, &title));
    translated_slug(article, translation, profile)
        .or_else(|| translation.fixed_slug.clone())
        .or_else(from_title)
        .unwrap_or_else(|| source_slug(article, profile))
}

/// The slug to fix; `None` if one is fixed already, or if it is too early.
#[must_use]
pub fn slug_to_fix(
    article: &Article,
    translation: &Translation,
    profile: &Profile,
    event: SlugEvent,
) -> Option<String> {
    if translation.fixed_slug.is_some() {
        return None;
    }
    let mut title_states = article
        .translated()
        .filter(|(unit, _)| unit.role == Role::Title)
        .map(|(_, segment)| translation.targets.get(&segment.id).map(|target| target.state))
        .peekable();
    let is_due = match event {
        SlugEvent::Saved => title_states.peek().is_some() && title_states.all(|state| state >= Some(State::Reviewed)),
        SlugEvent::Built => {
            title_states.all(|state| state > Some(State::Initial))
                && article.translated().all(|(_, segment)| translation.targets.contains_key(&segment.id))
        }
    };
    is_due.then(|| local_slug(article, translation, profile))
}

/// Reports a translated `slug` that would move an edition whose address is fixed.
#[must_use]
pub fn slug_findings(article: &Article, translation: &Translation, profile: &Profile) -> Vec<Finding> {
    let Some(fixed) = &translation.fixed_slug else { return Vec::new() };
    let Some(slug) = translated_slug(article, translation, profile).filter(|slug| slug != fixed) else {
        return Vec::new();
    };
    let segment = slug_unit(article).and_then(|unit| unit.segments.first()).map(|segment| segment.id);
    let place = Place { locale: Some(translation.locale.clone()), segment, ..Place::default() };
    vec![Finding::new(SlugChangedProblem { slug, fixed: fixed.clone() }, Severity::Minor, place)]
}

/// The translated `slug` of the front matter, once a person has settled it.
fn translated_slug(article: &Article, translation: &Translation, profile: &Profile) -> Option<String> {
    let unit = slug_unit(article)?;
    settled_text(article, translation, &unit.role).map(|slug| written_slug(profile, slug.trim()))
}

/// The unit of the front matter's `slug`, where the project has it translated.
fn slug_unit(article: &Article) -> Option<&Unit> {
    article.units.iter().find(|unit| matches!(&unit.role, Role::Meta(key) if key == KEY))
}

/// The text of the first unit with a role in the locale; `None` unless a person has settled all of it.
fn settled_text(article: &Article, translation: &Translation, role: &Role) -> Option<String> {
    let unit = article.units.iter().find(|unit| unit.role == *role)?;
    let target = |segment: &Segment| translation.targets.get(&segment.id);
    let is_settled =
        unit.segments.iter().all(|segment| target(segment).is_some_and(|target| target.state > State::Initial));
    let text = |_: &Unit, segment: &Segment| -> Option<Text> { Some(target(segment)?.text.clone()) };
    is_settled.then(|| unit_text(unit, &text)).filter(|text| !text.trim().is_empty())
}

/// A slug as somebody wrote it; romanized where it is none.
fn written_slug(profile: &Profile, slug: &str) -> String {
    if is_slug(slug) { slug.to_owned() } else { slug_of(profile, slug) }
}
