//! Articles in Markdown: CommonMark with GFM's extensions, with YAML or TOML front matter.
//!
//! Roles come from structure and from comments (`<!-- role: NAME -->`); inline markup becomes codes; code blocks, raw
//! HTML and addresses are never units. Writing replaces the bytes of units with new text and copies the rest.

use std::collections::{BTreeMap, HashMap};

use crate::model::{Article, Finding, Locale, Parsed, Problems, Role, Skeleton};

use super::{
    Edits, FrontValue, SourceFormat, SourceSettings,
    front_matter::{self, Fence, FrontMatterProblem},
    html, pictures,
};

mod comment;
pub(super) mod context;
mod depth;
mod escape;
mod inline;
mod plain;
mod read;
mod render;
mod roundtrip;
mod url;
mod write;

pub use roundtrip::{covers, roundtrip};

/// The Markdown format with a project's settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkdownFormat {
    /// The language of articles whose front matter does not declare one.
    pub locale: Locale,
    /// Front-matter keys whose values are translated.
    pub translated: Vec<String>,
    /// The words that a picture's credit begins with (`Image:`), by locale.
    pub image_words: BTreeMap<Locale, Vec<String>>,
}

impl MarkdownFormat {
    /// Markdown with the standard keys translated (title, standfirst, bio) and no words for pictures.
    #[must_use]
    pub fn new(locale: Locale) -> Self {
        let translated = ["title", "standfirst", "bio"].map(str::to_owned).to_vec();
        Self { locale, translated, image_words: BTreeMap::new() }
    }

    /// Markdown with a project's settings.
    #[must_use]
    pub fn of(settings: SourceSettings) -> Self {
        let mut format = Self::new(settings.locale);
        format.translated.extend(settings.translated);
        format.image_words = settings.image_words;
        format
    }

    /// The role of a front-matter key's value; `None` if it is not text of the article.
    fn role(&self, key: &str) -> Option<Role> {
        match key {
            "author" => Some(Role::Byline),
            key if !self.translated.iter().any(|translated| translated == key) => None,
            "title" => Some(Role::Title),
            "standfirst" => Some(Role::Standfirst),
            "bio" => Some(Role::Bio),
            key => Some(Role::Meta(key.to_owned())),
        }
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
                if let Some(role) = self.role(&entry.entry.key) {
                    let is_untranslatable = role.is_translated()
                        && entry.scalars.is_empty()
                        && entry.entry.value != FrontValue::Plain(String::new());
                    if is_untranslatable && !front.broken && findings.iter().all(|(at, _)| *at != entry.key.start) {
                        findings.push((entry.key.start, FrontMatterProblem::NoText.finding()));
                    }
                    let units = entry.scalars.into_iter();
                    unnamed.extend(units.map(|(text, slot)| (read::unit(role.clone(), text), slot)));
                }
            }
        }
        if front_matter::is_cut_off(&file) {
            findings.push((body, FrontMatterProblem::Unclosed.finding()));
        }
        let (in_body, in_comments) = read::body(&file, body, self.image_words_in(&locale));
        unnamed.extend(in_body);
        findings.extend(in_comments);
        let findings = set_lines(&file, findings);
        let (mut units, mut slots) = (Vec::with_capacity(unnamed.len()), Vec::with_capacity(unnamed.len()));
        let mut numbers = HashMap::new();
        for (mut unit, slot) in unnamed {
            unit.id = name(&unit.role, slot.span.start < body, &mut numbers);
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
        html(file, credit_words)
    }

    fn pictures(&self, file: &str) -> Vec<String> {
        pictures(file)
    }
}

/// All problems that reading Markdown can report.
pub(super) fn problems() -> Vec<Problems> {
    vec![
        Problems::of::<read::TooDeepProblem>(),
        Problems::of::<comment::UnknownRoleProblem>(),
        Problems::of::<comment::BadOriginalProblem>(),
    ]
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

/// The name of a unit from its role and number: `title`, `p-3`, `caption-1`.
fn name(role: &Role, in_front_matter: bool, numbers: &mut HashMap<String, usize>) -> String {
    let stem = match role {
        Role::Heading => "h".to_owned(),
        Role::Paragraph => "p".to_owned(),
        Role::ListItem => "item".to_owned(),
        Role::TableCell => "cell".to_owned(),
        Role::Boilerplate(name) => format!("boilerplate-{name}"),
        other => other.as_str().to_owned(),
    };
    let number = numbers.entry(stem.clone()).or_insert(0);
    *number += 1;
    if in_front_matter && *number == 1 { stem } else { format!("{stem}-{number}") }
}
