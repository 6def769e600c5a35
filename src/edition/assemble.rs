//! Assembles an edition from an article and its targets.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{
    address::{local_slug as local_slug_of, source_slug_of},
    escape::escape,
    images::is_bitmap,
    marks::{MarkedTexts, Marks},
    notices::{corrections, corrections_html, withdrawn},
    unit_text::unit_text,
};
use crate::{
    locale::{Day, Profile, apply_to_text, long_date, no_breaks, typography},
    messages::Messages,
    model::{
        Args, Article, Bar, Finding, Locale, Place, Problem, Readiness, Role, Segment, SegmentId, Severity, State,
        Target, Text, Translation, Unit,
    },
    source::{
        Edits, FrontMatter, FrontValue, HeadingIdStyle, LeftOutProblem, RefusedPictureProblem, SourceFormat,
        allowed::{hidden_characters, is_link, is_picture, sanitise},
        front_matter,
    },
};

/// What an edition shows where a target is missing.
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

/// A newsroom's decisions about its editions.
#[derive(Debug, Clone, Default)]
pub struct House<'a> {
    /// The minimum review state of a segment: an edition with one below it is refused.
    pub require: Option<State>,
    /// What keeps the edition from being ready; judged by states alone if `None`.
    pub readiness: Option<&'a Readiness>,
    /// What replaces a missing target.
    pub missing: Missing,
    /// Whether the locale's typography is applied to targets.
    pub typography: bool,
    /// Whether the headings of the text edition have the ids of the article's headings.
    pub heading_ids: bool,
    /// Engines whose drafts are mere placeholders, in no language: they get no typography.
    pub placeholders: &'a [&'a str],
    /// The author's name in the locale, where it differs from the source.
    pub author: Option<String>,
    /// The translator.
    pub translator: Option<String>,
    /// Translations of tags: tag → locale → wording.
    pub tags: Option<&'a BTreeMap<String, BTreeMap<Locale, String>>>,
    /// The addresses whose frames, sound and video the page may hold.
    pub embeds: &'a [String],
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
    /// The article's own name in addresses.
    pub source_slug: String,
    /// The edition's name in addresses ([`local_slug`](super::local_slug)).
    pub local_slug: String,
    /// The headline.
    pub title: String,
    /// The lines under it.
    pub standfirst: Option<String>,
    /// The author.
    pub author: Option<String>,
    /// The translator.
    pub translator: Option<String>,
    /// A note about the author.
    pub bio: Option<String>,
    /// The day of the article.
    pub date: Option<Day>,
    /// The day of the last correction, or of the withdrawal.
    pub modified: Option<Day>,
    /// Tags in the locale's words.
    pub tags: Vec<String>,
    /// The article's lead image.
    pub image: Option<String>,
    /// The picture for social networks: a PNG, JPEG or WebP.
    pub social_image: Option<String>,
    /// Its licence.
    pub licence: Option<String>,
    /// Address of the original, where the article gives it.
    pub original: Option<String>,
    /// The edition in the format of its article, front matter included.
    pub text: String,
    /// The same as the HTML body of a page, without front matter, held to what a page keeps.
    pub body: String,
    /// Segments that have no target.
    pub missing: Vec<SegmentId>,
    /// Whether it is not ready: the page says draft and asks not to be indexed.
    pub draft: bool,
    /// What keeps it from being ready.
    pub readiness: Readiness,
    /// The texts of its page outside the body, with the marks of a draft.
    pub marked: MarkedTexts,
    /// Whether the article is withdrawn: the page says why, and is not linked to.
    pub withdrawn: bool,
    /// Findings of the assembly.
    pub findings: Vec<Finding>,
}

impl Edition {
    /// Whether it is ready for readers: only then may it be indexed, and other finished pages lead to it.
    #[must_use]
    pub const fn is_finished(&self) -> bool {
        !self.draft && !self.withdrawn
    }

    /// Whether its page leads to another edition's: a finished page to none that is unfinished, a withdrawn one to none.
    pub(super) fn leads_to(&self, other: &Self) -> bool {
        !self.withdrawn && (other.locale == self.locale || other.is_finished() || !self.is_finished())
    }
}

/// A segment for which an edition was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedSegment {
    /// The segment.
    pub id: SegmentId,
    /// Its source sentence, with the code spans and addresses that a reader reads.
    pub source: String,
    /// Its state; `None` where it has no target.
    pub state: Option<State>,
    /// Whether its target is stale.
    pub stale: bool,
}

/// A boilerplate text is missing in the locale; the source's stays.
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

/// The segments for which an edition was refused: without a target, or below the required state.
pub type Refused = Vec<RefusedSegment>;

/// Assembles an edition: replaces the article's sentences with their targets.
///
/// Returns the offending segments where a target is missing ([`Missing::Error`]) or below `house.require`.
pub fn assemble(
    article: &Article,
    translation: &Translation,
    format: &dyn SourceFormat,
    profile: &Profile,
    words: &Messages,
    house: &House<'_>,
) -> Result<Edition, Refused> {
    let front = front_matter(article);
    let withdrawal = front_matter::withdrawal(&front);
    let refused = refused_segments(article, translation, house);
    if withdrawal.is_none() && !refused.is_empty() {
        return Err(refused);
    }
    let missing: BTreeSet<SegmentId> = article
        .translated()
        .map(|(_, segment)| segment.id)
        .filter(|id| !translation.targets.contains_key(id))
        .collect();
    let bar = Bar { require: house.require, policy: None, placeholders: house.placeholders };
    let readiness = house.readiness.map_or_else(|| Readiness::of(article, translation, &[], bar), Readiness::clone);
    let draft = !readiness.is_ready();
    let target_text = |unit: &Unit, segment: &Segment| -> Option<Text> {
        if !unit.role.is_translated() {
            return None;
        }
        match translation.targets.get(&segment.id) {
            Some(target) if house.typography && !target.is_drafted_by(house.placeholders) => {
                Some(set(profile, &unit.role, &target.text))
            }
            Some(target) => Some(target.text.clone()),
            None if house.missing == Missing::Mark => Some(mark_missing(unit.text_of(segment), words)),
            None => None,
        }
    };

    if let Some(withdrawal) = withdrawal {
        let tools = (format, profile, words);
        let left = withdrawn(article, translation, &front, &withdrawal, tools, &target_text);
        return Ok(Edition {
            locale: translation.locale.clone(),
            source: article.locale.clone(),
            slug: article.slug.clone(),
            source_slug: left.source_slug,
            local_slug: left.local_slug,
            marked: MarkedTexts { title: escape(&left.title), standfirst: None, bio: None },
            title: left.title,
            standfirst: None,
            author: None,
            translator: None,
            bio: None,
            date: None,
            modified: withdrawal.date,
            tags: Vec::new(),
            image: None,
            social_image: None,
            licence: None,
            original: None,
            text: left.text,
            body: left.body,
            missing: Vec::new(),
            draft: false,
            readiness: Readiness::default(),
            withdrawn: true,
            findings: Vec::new(),
        });
    }

    let mut findings = Vec::new();
    let mut units = BTreeMap::new();
    let mut dropped = BTreeSet::new();
    for (index, unit) in article.units.iter().enumerate() {
        match &unit.role {
            Role::Boilerplate(name) => {
                let id = format!("boilerplate-{name}");
                let is_continuation = is_continuation(article, index);
                if words.has(&id) && is_continuation {
                    dropped.insert(index);
                } else if words.has(&id) {
                    units.insert(index, words.say(&id, &[]));
                } else if !is_continuation {
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

    let role_text = |role: &Role| -> Option<String> {
        let unit = article.units.iter().find(|unit| unit.role == *role)?;
        Some(unit_text(unit, &target_text))
    };
    let title = role_text(&Role::Title).unwrap_or_else(|| article.slug.clone());
    let (source_slug, local_slug) =
        (source_slug_of(article, &front, profile), local_slug_of(article, translation, profile));
    let tags = tags(&front, house, &translation.locale);
    let date = front.text("date").and_then(Day::parse);
    let mut edits = Edits { units, dropped, without_originals: true, ..Edits::targets(&target_text) };
    edits.front = front_matter_edits(article, &front, translation, (&source_slug, &local_slug), &tags, house, draft);
    if let Some(day) = date {
        edits.front.push(("date_text".to_owned(), FrontValue::Text(long_date(profile, day))));
    }
    edits.heading_ids = if house.heading_ids { HeadingIdStyle::Written } else { HeadingIdStyle::None };
    let text = format.write(article, &edits);
    let marks = Marks::new(&readiness, &text, words);
    let marked_text = |unit: &Unit, segment: &Segment| -> Option<Text> {
        if !unit.role.is_translated() {
            return None;
        }
        let has_target = translation.targets.contains_key(&segment.id);
        let text = if has_target { target_text(unit, segment) } else { None };
        Some(marks.mark(segment.id, &unit.role, text.unwrap_or_else(|| unit.text_of(segment))))
    };
    (edits.front, edits.heading_ids) = (Vec::new(), HeadingIdStyle::Carried);
    if draft {
        edits.target = &marked_text;
    }
    let page_text = format.write(article, &edits);
    // The edits' target is the marked one of a draft.
    let notices = corrections_html(&corrections(article, &front, edits.target), profile, words);
    let body = marks.show(&(notices + &sanitise(&format.html(&page_text, &profile.image_words), house.embeds)));
    let marked = |role: &Role| -> Option<String> {
        let unit = article.units.iter().find(|unit| unit.role == *role)?;
        Some(marks.show(&escape(&unit_text(unit, &marked_text))))
    };
    let marked = MarkedTexts {
        title: marked(&Role::Title).unwrap_or_else(|| escape(&title)),
        standfirst: marked(&Role::Standfirst),
        bio: marked(&Role::Bio),
    };
    let original = ["original", "canonical", "url"].iter().find_map(|key| front.text(key));
    let original = original.filter(|address| is_link(address));
    findings.extend(hidden_in_targets(article, translation));
    findings.extend(unusable_social_image(&front, &translation.locale));
    let corrections = corrections(article, &front, &target_text);
    Ok(Edition {
        locale: translation.locale.clone(),
        source: article.locale.clone(),
        slug: article.slug.clone(),
        source_slug,
        local_slug,
        title,
        standfirst: role_text(&Role::Standfirst),
        author: house.author.clone().or_else(|| front.text("author").map(str::to_owned)),
        translator: house.translator.clone(),
        bio: role_text(&Role::Bio),
        date,
        modified: corrections.iter().filter_map(|correction| correction.date).max(),
        tags,
        image: front.text("image").filter(|image| is_picture(image)).map(str::to_owned),
        social_image: social_image(article, &front, format),
        licence: front.text("licence").or_else(|| front.text("license")).map(str::to_owned),
        original: original.map(str::to_owned),
        body,
        text,
        missing: article.translated().map(|(_, segment)| segment.id).filter(|id| missing.contains(id)).collect(),
        draft,
        readiness,
        marked,
        withdrawn: false,
        findings,
    })
}

/// A target as the locale sets it. An attribute's value breaks no line.
fn set(profile: &Profile, role: &Role, text: &Text) -> Text {
    let text = apply_to_text(text, &typography(profile, &text.prose));
    match role {
        Role::Alt | Role::LinkTitle | Role::Meta(_) => text,
        _ => apply_to_text(&text, &no_breaks(profile, &text.prose)),
    }
}

/// A finding for each target with characters that the page leaves out.
fn hidden_in_targets(article: &Article, translation: &Translation) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let ids = article.translated().map(|(_, segment)| segment.id).filter(|id| seen.insert(*id));
    ids.filter_map(|id| {
        let characters = hidden_characters(&translation.targets.get(&id)?.text.prose)?;
        let place = Place { locale: Some(translation.locale.clone()), segment: Some(id), ..Place::default() };
        Some(Finding::new(LeftOutProblem::Hidden { characters }, Severity::Minor, place))
    })
    .collect()
}

/// Whether a boilerplate unit continues the block of the one before it, as each list item after the first does: no
/// comment between them begins another block.
fn is_continuation(article: &Article, index: usize) -> bool {
    let Some(before) = index.checked_sub(1) else { return false };
    let role = |index: usize| article.units.get(index).map(|unit| &unit.role);
    let span = |index: usize| article.skeleton.slots.get(index).map(|slot| slot.span.clone());
    let (Some(previous), Some(current)) = (span(before), span(index)) else { return false };
    role(before) == role(index)
        && article.skeleton.file.get(previous.end..current.start).is_some_and(|between| !between.contains("<!--"))
}

/// The segments for which the edition is refused.
fn refused_segments(article: &Article, translation: &Translation, house: &House<'_>) -> Vec<RefusedSegment> {
    let mut seen = BTreeSet::new();
    article
        .translated()
        .filter(|(_, segment)| seen.insert(segment.id))
        .filter_map(|(unit, segment)| {
            let target: Option<&Target> = translation.targets.get(&segment.id);
            let fails = match (target, house.require) {
                (None, _) => house.missing == Missing::Error,
                (Some(target), Some(state)) => {
                    let is_placeholder = state > State::Initial && target.is_drafted_by(house.placeholders);
                    target.state < state || is_placeholder
                }
                (Some(_), None) => false,
            };
            fails.then(|| RefusedSegment {
                id: segment.id,
                source: unit.text_of(segment).readable(),
                state: target.map(
                    |target| {
                        if target.is_drafted_by(house.placeholders) { State::Initial } else { target.state }
                    },
                ),
                stale: target.is_some_and(Target::is_stale),
            })
        })
        .collect()
}

/// A source sentence, marked as not translated.
fn mark_missing(text: Text, words: &Messages) -> Text {
    let mark = format!("[{}]", words.say("edition-missing", &[]));
    let shift = mark.len() + 1;
    let prose = format!("{mark} {}", text.prose);
    Text { prose, codes: text.codes.into_iter().map(|(at, code)| (at + shift, code)).collect() }
}

/// The key of the front matter that names a picture for social networks.
const SOCIAL_IMAGE: &str = "social_image";

/// Reports a picture that is named for social networks and that they cannot show.
fn unusable_social_image(front: &FrontMatter, locale: &Locale) -> Option<Finding> {
    let file = front.text(SOCIAL_IMAGE).filter(|file| !(is_bitmap(file) && is_picture(file)))?;
    let place = Place { locale: Some(locale.clone()), ..Place::default() };
    Some(Finding::new(RefusedPictureProblem::NotSocial { file: file.to_owned() }, Severity::Minor, place))
}

/// The picture for social networks, which show no drawings: `social_image` of the front matter, else `image`, else the
/// article's first PNG, JPEG or WebP.
fn social_image(article: &Article, front: &FrontMatter, format: &dyn SourceFormat) -> Option<String> {
    let named = [SOCIAL_IMAGE, "image"].into_iter().filter_map(|key| front.text(key).map(str::to_owned));
    let shown = format.pictures(&article.skeleton.file);
    named.chain(shown).find(|address| is_bitmap(address) && is_picture(address))
}

/// Tags in the locale's words; a tag without a translation stays unchanged.
fn tags(front: &FrontMatter, house: &House<'_>, locale: &Locale) -> Vec<String> {
    let Some(value) = front.get("tags") else { return Vec::new() };
    let mapped = |tag: &str| house.tags.and_then(|map| map.get(tag)).and_then(|words| words.get(locale)).cloned();
    value.items().into_iter().map(|tag| mapped(tag).unwrap_or_else(|| tag.to_owned())).collect()
}

/// The front matter that differs from the article's.
fn front_matter_edits(
    article: &Article,
    front: &FrontMatter,
    translation: &Translation,
    (source_slug, local_slug): (&str, &str),
    tags: &[String],
    house: &House<'_>,
    draft: bool,
) -> Vec<(String, FrontValue)> {
    let text = |value: &str| FrontValue::Text(value.to_owned());
    let mut edits = vec![
        ("lang".to_owned(), text(&translation.locale.to_string())),
        ("slug".to_owned(), text(local_slug)),
        ("source_slug".to_owned(), text(source_slug)),
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
