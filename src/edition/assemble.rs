//! How do targets become an edition?

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{
    locale::{Day, Profile, apply_to_text, long_date, slug as slug_of, typography},
    messages::Messages,
    model::{
        Args, Article, Finding, Locale, Origin, Place, Problem, Role, Segment, SegmentId, Severity, State, Target,
        Text, Translation, Unit,
    },
    source::{Edits, FrontMatter, FrontValue, SourceFormat, front_matter},
};

/// What stands in an edition where a target is missing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Missing {
    /// The edition is refused.
    #[default]
    Error,
    /// The source sentence.
    Source,
    /// The source sentence, marked as missing.
    Mark,
}

/// What a newsroom has decided about its editions.
#[derive(Debug, Clone, Default)]
pub struct House<'a> {
    /// The least state that a segment needs.
    pub require: Option<State>,
    /// What stands for a missing target.
    pub missing: Missing,
    /// Whether the locale's typography is applied to targets.
    pub typography: bool,
    /// Engines whose drafts only hold a place and are in no language: they get no typography.
    pub placeholders: &'a [&'a str],
    /// The author as the locale names them, where that differs from the source.
    pub author: Option<String>,
    /// Who translated.
    pub translator: Option<String>,
    /// Translations of tags: tag → locale → wording.
    pub tags: Option<&'a BTreeMap<String, BTreeMap<Locale, String>>>,
}

/// An article in one locale, ready to publish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// The locale.
    pub locale: Locale,
    /// The locale of the article.
    pub source: Locale,
    /// The article's name, the same in every locale.
    pub slug: String,
    /// The name in the locale's own letters made ASCII, for addresses.
    pub local_slug: String,
    /// The headline.
    pub title: String,
    /// The lines under it.
    pub standfirst: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Who translated it.
    pub translator: Option<String>,
    /// A note about the author.
    pub bio: Option<String>,
    /// The day of the article.
    pub date: Option<Day>,
    /// Tags in the locale's words.
    pub tags: Vec<String>,
    /// The picture that stands for the article.
    pub image: Option<String>,
    /// Its licence.
    pub licence: Option<String>,
    /// Address of the original, where the article tells.
    pub original: Option<String>,
    /// The edition in the format of its article, front matter included.
    pub text: String,
    /// The same as the body of a page, without front matter.
    pub body: String,
    /// Segments that have no target.
    pub missing: Vec<SegmentId>,
    /// Whether any segment is not yet translated by a person: the page says draft and asks not to be indexed.
    pub draft: bool,
    /// What was noticed on the way.
    pub findings: Vec<Finding>,
}

/// A segment that an edition was refused for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Below {
    /// The segment.
    pub id: SegmentId,
    /// Its source sentence.
    pub source: String,
    /// Its state; `None` where it has no target.
    pub state: Option<State>,
    /// Whether its target is stale.
    pub stale: bool,
}

/// A fixed text does not exist in the locale; the source's stays.
pub(super) struct MissingBoilerplateProblem {
    name: String,
}

impl Problem for MissingBoilerplateProblem {
    fn rule(&self) -> &'static str {
        "boilerplate-missing"
    }

    fn id(&self) -> &'static str {
        "boilerplate-missing"
    }

    fn args(&self) -> Args {
        vec![("name", (&self.name).into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { name: "donate".to_owned() }]
    }
}

/// Why an edition was not made: the segments below the state that was asked for.
pub type Refused = Vec<Below>;

/// Puts an article's targets in the places of its sentences.
///
/// Refuses, with the list of segments, where a target is missing ([`Missing::Error`]) or below `house.require`.
pub fn assemble(
    article: &Article,
    translation: &Translation,
    format: &dyn SourceFormat,
    profile: &Profile,
    words: &Messages,
    house: &House<'_>,
) -> Result<Edition, Refused> {
    let below = below(article, translation, house);
    if !below.is_empty() {
        return Err(below);
    }
    let missing: BTreeSet<SegmentId> = article
        .translated()
        .map(|(_, segment)| segment.id)
        .filter(|id| !translation.targets.contains_key(id))
        .collect();
    let draft = article
        .translated()
        .any(|(_, segment)| translation.targets.get(&segment.id).is_none_or(|target| target.state == State::Initial));
    let written = |unit: &Unit, segment: &Segment| -> Option<Text> {
        if !unit.role.is_translated() {
            return None;
        }
        match translation.targets.get(&segment.id) {
            Some(target) if house.typography && !holds_a_place(target, house) => {
                Some(apply_to_text(&target.text, &typography(profile, &target.text.prose)))
            }
            Some(target) => Some(target.text.clone()),
            None if house.missing == Missing::Mark => Some(marked(unit.text_of(segment), words)),
            None => None,
        }
    };

    let mut findings = Vec::new();
    let mut units = BTreeMap::new();
    let mut dropped = BTreeSet::new();
    for (index, unit) in article.units.iter().enumerate() {
        match &unit.role {
            Role::Boilerplate(name) => {
                let id = format!("boilerplate-{name}");
                let goes_on = continues(article, index);
                if words.has(&id) && goes_on {
                    dropped.insert(index);
                } else if words.has(&id) {
                    units.insert(index, words.say(&id, &[]));
                } else if !goes_on {
                    let place = Place { locale: Some(translation.locale.clone()), ..Place::default() };
                    let problem = MissingBoilerplateProblem { name: name.clone() };
                    findings.push(Finding::new(problem, Severity::Minor, place));
                }
            }
            Role::Byline => {
                if let Some(author) = &house.author {
                    units.insert(index, author.clone());
                }
            }
            _ => {}
        }
    }

    let front = front_matter(article);
    let role_text = |role: &Role| -> Option<String> {
        let unit = article.units.iter().find(|unit| unit.role == *role)?;
        Some(unit_text(unit, &written))
    };
    let title = role_text(&Role::Title).unwrap_or_else(|| article.slug.clone());
    // An address is for good, so only a title that a person has settled makes one.
    let is_settled = article
        .translated()
        .filter(|(unit, _)| unit.role == Role::Title)
        .all(|(_, segment)| translation.targets.get(&segment.id).is_some_and(|target| target.state > State::Initial));
    let mut local_slug = if is_settled { slug_of(profile, &title) } else { String::new() };
    if local_slug.is_empty() {
        local_slug.clone_from(&article.slug);
    }
    let tags = tags(&front, house, &translation.locale);
    let date = front.text("date").and_then(Day::parse);
    let mut edits = Edits { target: &written, units, dropped, without_originals: true, front: Vec::new() };
    edits.front = dressed(article, &front, translation, &local_slug, &tags, house, draft);
    if let Some(day) = date {
        edits.front.push(("date_text".to_owned(), FrontValue::Text(long_date(profile, day))));
    }
    let text = format.write(article, &edits);
    Ok(Edition {
        locale: translation.locale.clone(),
        source: article.locale.clone(),
        slug: article.slug.clone(),
        local_slug,
        title,
        standfirst: role_text(&Role::Standfirst),
        author: house.author.clone().or_else(|| front.text("author").map(str::to_owned)),
        translator: house.translator.clone(),
        bio: role_text(&Role::Bio),
        date,
        tags,
        image: front.text("image").map(str::to_owned),
        licence: front.text("licence").or_else(|| front.text("license")).map(str::to_owned),
        original: ["original", "canonical", "url"].iter().find_map(|key| front.text(key)).map(str::to_owned),
        body: format.html(&text, &profile.image_words),
        text,
        missing: article.translated().map(|(_, segment)| segment.id).filter(|id| missing.contains(id)).collect(),
        draft,
        findings,
    })
}

/// Whether a unit of a fixed block is the next piece of the same one, as each item of a list after the first: no comment
/// between them begins another.
fn continues(article: &Article, index: usize) -> bool {
    let Some(before) = index.checked_sub(1) else { return false };
    let role = |index: usize| article.units.get(index).map(|unit| &unit.role);
    let span = |index: usize| article.skeleton.slots.get(index).map(|slot| slot.span.clone());
    let (Some(earlier), Some(here)) = (span(before), span(index)) else { return false };
    role(before) == role(index)
        && article.skeleton.file.get(earlier.end..here.start).is_some_and(|between| !between.contains("<!--"))
}

/// Whether a target is no words of the locale.
fn holds_a_place(target: &Target, house: &House<'_>) -> bool {
    matches!(&target.origin, Origin::Machine { engine } if house.placeholders.contains(&engine.as_str()))
}

/// The segments for which the edition is refused.
fn below(article: &Article, translation: &Translation, house: &House<'_>) -> Vec<Below> {
    let mut seen = BTreeSet::new();
    article
        .translated()
        .filter(|(_, segment)| seen.insert(segment.id))
        .filter_map(|(unit, segment)| {
            let target: Option<&Target> = translation.targets.get(&segment.id);
            let fails = match (target, house.require) {
                (None, _) => house.missing == Missing::Error,
                (Some(target), Some(state)) => target.state < state,
                (Some(_), None) => false,
            };
            fails.then(|| Below {
                id: segment.id,
                source: unit.text_of(segment).prose,
                state: target.map(|target| target.state),
                stale: target.is_some_and(Target::is_stale),
            })
        })
        .collect()
}

/// A source sentence that says of itself that it is not translated.
fn marked(text: Text, words: &Messages) -> Text {
    let mark = format!("[{}]", words.say("edition-missing", &[]));
    let shift = mark.len() + 1;
    let prose = format!("{mark} {}", text.prose);
    Text { prose, codes: text.codes.into_iter().map(|(at, code)| (at + shift, code)).collect() }
}

/// A unit's prose with its targets in place.
fn unit_text(unit: &Unit, written: &dyn Fn(&Unit, &Segment) -> Option<Text>) -> String {
    let mut out = String::new();
    let mut from = 0;
    for segment in &unit.segments {
        out.push_str(crate::model::cut(&unit.text.prose, &(from..segment.span.start)));
        match written(unit, segment) {
            Some(text) => out.push_str(&text.prose),
            None => out.push_str(crate::model::cut(&unit.text.prose, &segment.span)),
        }
        from = segment.span.end;
    }
    out.push_str(crate::model::cut(&unit.text.prose, &(from..unit.text.prose.len())));
    out
}

/// Tags in the locale's words; a tag that the map does not have stays as it is.
fn tags(front: &FrontMatter, house: &House<'_>, locale: &Locale) -> Vec<String> {
    let Some(value) = front.get("tags") else { return Vec::new() };
    let mapped = |tag: &str| house.tags.and_then(|map| map.get(tag)).and_then(|words| words.get(locale)).cloned();
    value.items().into_iter().map(|tag| mapped(tag).unwrap_or_else(|| tag.to_owned())).collect()
}

/// The front matter that is the edition's own.
fn dressed(
    article: &Article,
    front: &FrontMatter,
    translation: &Translation,
    local_slug: &str,
    tags: &[String],
    house: &House<'_>,
    draft: bool,
) -> Vec<(String, FrontValue)> {
    let text = |value: &str| FrontValue::Text(value.to_owned());
    let mut edits = vec![
        ("lang".to_owned(), text(&translation.locale.to_string())),
        ("slug".to_owned(), text(local_slug)),
        ("source_slug".to_owned(), text(&article.slug)),
        ("source_lang".to_owned(), text(&article.locale.to_string())),
    ];
    if front.get("tags").is_some() {
        edits.push(("tags".to_owned(), FrontValue::List(tags.iter().cloned().map(FrontValue::Text).collect())));
    }
    if let Some(translator) = &house.translator {
        edits.push(("translator".to_owned(), text(translator)));
    }
    if draft {
        edits.push(("draft".to_owned(), FrontValue::Plain("true".to_owned())));
    }
    edits
}
