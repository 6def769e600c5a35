//! Articles in Markdown: CommonMark with GFM's extensions, with YAML or TOML front matter.
//!
//! Roles come from structure and from comments (`<!-- role: NAME -->`); inline markup becomes codes; code blocks,
//! scripts and addresses are never units, the text of raw HTML is (`raw`). Writing replaces the bytes of units with new text and copies the rest.

use std::collections::{BTreeMap, HashMap};

use crate::model::{Article, Finding, Locale, Parsed, Problems, Role, Skeleton, Slot};

use super::{
    Edits, FrontValue, SourceFormat, SourceSettings,
    allowed::{left_out, left_out_address},
    front_matter::{self, Fence, FrontMatterProblem, FrontScalar, is_bad_notice},
    html, pictures,
};

mod comment;
pub(super) mod context;
mod depth;
mod escape;
mod headings;
mod inline;
mod left;
mod plain;
mod raw;
mod read;
mod render;
mod roundtrip;
mod url;
mod write;

use context::SlotContext;
use left::LeftInSourceProblem;

pub use roundtrip::{covers, roundtrip};

/// The Markdown format with a project's settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkdownFormat {
    /// The language of articles whose front matter does not declare one.
    pub locale: Locale,
    /// Front-matter keys whose values are translated; a dot leads to a key within a value (`seo.summary`).
    pub translated: Vec<String>,
    /// Front-matter keys whose values stay as they are, which is not reported.
    pub kept: Vec<String>,
    /// The words that a picture's credit begins with (`Image:`), by locale.
    pub image_words: BTreeMap<Locale, Vec<String>>,
    /// The addresses whose frames, sound and video a page may hold.
    pub embeds: Vec<String>,
}

impl MarkdownFormat {
    /// Markdown with the standard keys translated (title, standfirst, bio, description, corrections, the reason of a
    /// withdrawal) and no words for pictures.
    #[must_use]
    pub fn new(locale: Locale) -> Self {
        let translated = ["title", "standfirst", "bio", "description", "corrections.text", "withdrawn.reason"];
        let translated = translated.map(str::to_owned).to_vec();
        Self { locale, translated, kept: Vec::new(), image_words: BTreeMap::new(), embeds: Vec::new() }
    }

    /// Markdown with a project's settings.
    #[must_use]
    pub fn of(settings: SourceSettings) -> Self {
        let mut format = Self::new(settings.locale);
        format.translated.extend(settings.translated);
        format.kept = settings.kept;
        format.image_words = settings.image_words;
        format.embeds = settings.embeds;
        format
    }

    /// The role of a string of the front matter, at `path` in the value of `key`; `None` if it is not text of the article.
    fn role(&self, key: &str, path: &str) -> Option<Role> {
        match full_key(key, path).as_str() {
            "author" => Some(Role::Byline),
            key if !self.translated.iter().any(|translated| translated == key) => None,
            "title" => Some(Role::Title),
            "standfirst" => Some(Role::Standfirst),
            "bio" => Some(Role::Bio),
            key => Some(Role::Meta(key.to_owned())),
        }
    }

    /// Whether the text under a key is not to be translated, by the key or one above it.
    fn is_kept(&self, key: &str) -> bool {
        let is_in = |kept: &str| key.strip_prefix(kept).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        left::KEPT.into_iter().any(is_in) || self.kept.iter().any(|kept| is_in(kept))
    }

    /// The words for pictures in a locale, or else in its language.
    fn image_words_in(&self, locale: &Locale) -> &[String] {
        let of_language = || {
            let same = |known: &&Locale| known.language() == locale.language();
            self.image_words.keys().find(same).and_then(|known| self.image_words.get(known))
        };
        self.image_words.get(locale).or_else(of_language).map(Vec::as_slice).unwrap_or_default()
    }
}

impl SourceFormat for MarkdownFormat {
    fn parse(&self, slug: &str, file: String) -> Parsed<Article> {
        let mut locale = self.locale.clone();
        let mut unnamed = Vec::new();
        let mut findings = Vec::new();
        let mut body = front_matter::body_start(&file);
        if let Some(fence) = Fence::find(&file) {
            body = fence.body;
            let front = front_matter::read(&file, &fence);
            findings = front.findings;
            for entry in front.entries {
                if entry.entry.key == "lang" {
                    match entry.entry.value.as_str().map(str::parse::<Locale>) {
                        Some(Ok(lang)) => locale = lang,
                        _ => findings.push((entry.key.start, FrontMatterProblem::BadLanguage.finding())),
                    }
                }
                if let (Some(is_shown), Some(address)) = (address_key(&entry.entry.key), entry.entry.value.as_str()) {
                    findings.extend(left_out_address(address, is_shown).map(|finding| (entry.key.start, finding)));
                }
                let key = entry.entry.key.as_str();
                if is_bad_notice(key, &entry.entry.value) {
                    findings.push((entry.key.start, FrontMatterProblem::BadNotice { key: key.to_owned() }.finding()));
                }
                let is_untranslatable = self.role(key, "").is_some_and(|role| role.is_translated())
                    && entry.scalars.iter().all(|scalar| !scalar.path.is_empty())
                    && entry.entry.value != FrontValue::Plain(String::new());
                if is_untranslatable && !front.broken && findings.iter().all(|(at, _)| *at != entry.key.start) {
                    findings.push((entry.key.start, FrontMatterProblem::NoText.finding()));
                }
                for FrontScalar { path, text, slot } in entry.scalars {
                    if let Some(role) = self.role(key, &path) {
                        unnamed.push((read::unit(role, text), slot));
                        continue;
                    }
                    let full = full_key(key, &path);
                    if !self.is_kept(&full) && left::is_seen(&full, &text.prose) {
                        findings.push((slot.span.start, LeftInSourceProblem::front_matter(full)));
                    }
                }
            }
            unnamed.sort_by_key(|(_, slot)| slot.span.start);
        }
        if front_matter::is_cut_off(&file) {
            findings.push((body, FrontMatterProblem::Unclosed.finding()));
        }
        let (in_body, in_comments) = read::body(&file, body, self.image_words_in(&locale));
        unnamed.extend(in_body);
        findings.extend(in_comments);
        if !depth::is_too_deep(&file, body) {
            findings.extend(left_out(&file, body, read::EXTENSIONS, &self.embeds));
        }
        let findings = set_lines(&file, findings);
        let (mut units, mut slots) = (Vec::with_capacity(unnamed.len()), Vec::with_capacity(unnamed.len()));
        let mut numbers = HashMap::new();
        for (mut unit, slot) in unnamed {
            unit.id = name(&unit.role, &slot, &mut numbers);
            units.push(unit);
            slots.push(slot);
        }
        let skeleton = Skeleton { file, slots, extension: String::new() };
        let article = Article { slug: slug.to_owned(), locale, units, skeleton };
        Parsed { value: article, findings }
    }

    fn write(&self, article: &Article, edits: &Edits) -> String {
        write::write(article, edits)
    }

    fn html(&self, file: &str, credit_words: &[String]) -> String {
        html(file, credit_words, &self.embeds)
    }

    fn pictures(&self, file: &str) -> Vec<String> {
        pictures(file)
    }
}

/// Whether the value of a front-matter key is an address on the page: one that is shown, or one that is linked to.
fn address_key(key: &str) -> Option<bool> {
    match key {
        "image" | "social_image" => Some(true),
        "original" | "canonical" | "url" => Some(false),
        _ => None,
    }
}

/// All problems that reading Markdown can report.
pub(super) fn problems() -> Vec<Problems> {
    vec![
        Problems::of::<read::TooDeepProblem>(),
        Problems::of::<comment::UnknownRoleProblem>(),
        Problems::of::<comment::BadOriginalProblem>(),
        Problems::of::<LeftInSourceProblem>(),
    ]
}

/// A key of the front matter with the path in its value.
fn full_key(key: &str, path: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{key}.{path}") }
}

/// Sorts findings in reading order and sets their lines from the byte offsets.
fn set_lines(file: &str, mut findings: Vec<(usize, Finding)>) -> Vec<Finding> {
    findings.sort_by_key(|(at, _)| *at);
    let (mut line, mut from) = (1, 0);
    let place = |(at, mut finding): (usize, Finding)| {
        line += file.get(from..at).unwrap_or_default().matches('\n').count();
        from = at.max(from);
        finding.place.line = Some(line);
        finding
    };
    findings.into_iter().map(place).collect()
}

/// The name of a unit from its role and number: `title`, `p-3`, `caption-1`. Units in raw HTML are numbered by
/// themselves (`html-p-1`), so that those of Markdown keep their names.
fn name(role: &Role, slot: &Slot, numbers: &mut HashMap<String, usize>) -> String {
    let stem = match role {
        Role::Heading => "h".to_owned(),
        Role::Paragraph => "p".to_owned(),
        Role::ListItem => "item".to_owned(),
        Role::TableCell => "cell".to_owned(),
        Role::Boilerplate(name) => format!("boilerplate-{name}"),
        other => other.as_str().to_owned(),
    };
    let stem = if slot.is_html() { format!("html-{stem}") } else { stem };
    let number = numbers.entry(stem.clone()).or_insert(0);
    *number += 1;
    if matches!(SlotContext::parse(&slot.context), SlotContext::Front(_)) && *number == 1 {
        stem
    } else {
        format!("{stem}-{number}")
    }
}
