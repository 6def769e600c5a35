//! Which lines of a page are not of its article, whatever stands around them?

use std::fmt;

use super::cues::{Cues, Start, normal, normals};

/// Why a part of a page was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// A sign that something is still to come ("Loading…").
    Loading,
    /// Menus, breadcrumbs, feed links.
    Navigation,
    /// A line of tags.
    Tags,
    /// The section's name above the headline.
    Section,
    /// A counter: reads, comments, minutes.
    Counter,
    /// Share buttons.
    Share,
    /// A teaser that repeats the beginning of the body.
    Teaser,
    /// The headline said again.
    RepeatedTitle,
    /// The byline said again.
    RepeatedByline,
    /// The house's own advertising: newsletter, subscription, "why support us".
    Promotion,
    /// An advertisement's mark.
    Advertisement,
    /// Links to other articles.
    Related,
    /// A note about cookies.
    Consent,
    /// Readers' comments.
    Comments,
    /// A copyright line.
    Copyright,
    /// A word that only says what follows ("By", "About the author").
    Label,
    /// A dateline; its value is in the front matter.
    Date,
    /// An element that is hidden.
    Hidden,
    /// Buttons, forms, menus of choice.
    Control,
    /// A box beside the article.
    Aside,
    /// The page's or the article's footer.
    Footer,
    /// The page's header.
    Header,
    /// An embedded thing's substitute text.
    Embedded,
    /// A picture whose address is not known.
    Picture,
    /// Text outside the element that holds the article.
    Outside,
}

const NAMES: [(Reason, &str); 25] = [
    (Reason::Loading, "loading"),
    (Reason::Navigation, "navigation"),
    (Reason::Tags, "tags"),
    (Reason::Section, "section"),
    (Reason::Counter, "counter"),
    (Reason::Share, "share"),
    (Reason::Teaser, "teaser"),
    (Reason::RepeatedTitle, "repeated-title"),
    (Reason::RepeatedByline, "repeated-byline"),
    (Reason::Promotion, "promotion"),
    (Reason::Advertisement, "advertisement"),
    (Reason::Related, "related"),
    (Reason::Consent, "consent"),
    (Reason::Comments, "comments"),
    (Reason::Copyright, "copyright"),
    (Reason::Label, "label"),
    (Reason::Date, "date"),
    (Reason::Hidden, "hidden"),
    (Reason::Control, "control"),
    (Reason::Aside, "aside"),
    (Reason::Footer, "footer"),
    (Reason::Header, "header"),
    (Reason::Embedded, "embedded"),
    (Reason::Picture, "picture"),
    (Reason::Outside, "outside"),
];

impl Reason {
    /// The name used in output, JSON and cue files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        NAMES.iter().find(|(reason, _)| *reason == self).map_or("", |(_, name)| name)
    }

    /// The reverse of [`Reason::as_str`].
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        NAMES.iter().find(|(_, known)| *known == name).map(|(reason, _)| *reason)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

/// The longest line, in words, that can be furniture by its words alone.
const SHORT: usize = 24;

/// What a short line is that consists of nothing but cues, numbers and signs: `Share Tweet`, `312 reads`, `Loading…`.
pub(super) fn of_line(text: &str, cues: &Cues) -> Option<Reason> {
    let tokens: Vec<&str> = text.split_whitespace().take(SHORT + 1).collect();
    if tokens.len() > SHORT {
        return None;
    }
    let words: Vec<String> = tokens.iter().map(|word| normal(word)).filter(|word| !word.is_empty()).collect();
    let mut reason: Option<Reason> = None;
    let mut numbers = 0;
    let mut rest = words.as_slice();
    while let Some(first) = rest.first() {
        let taken = if let Some((count, found)) = cues.line.at(rest) {
            reason = reason.or(Some(found));
            count
        } else if is_number(first) {
            numbers += 1;
            1
        } else {
            return None;
        };
        rest = rest.get(taken..).unwrap_or_default();
    }
    reason.filter(|reason| *reason != Reason::Counter || numbers > 0)
}

/// What a short line is that begins with a cue: `Read also: …`, `Tags: …`, `© …`. A line that ends like a sentence
/// needs the colon after the cue.
pub(super) fn of_start(text: &str, cues: &Cues) -> Option<Reason> {
    if text.split_whitespace().nth(2 * SHORT).is_some() {
        return None;
    }
    let words = normals(text);
    let Some((count, Start::Out(reason))) = cues.start.at(&words) else { return None };
    let colon = text.split_whitespace().take(count).any(|word| word.ends_with(':'));
    let alone = words.len() == count;
    let sentence = text.ends_with(['.', '!', '?']) && !text.ends_with("...");
    let strict = matches!(reason, Reason::Related | Reason::Tags | Reason::Label);
    (colon || alone || !strict || (!sentence && words.len() <= SHORT)).then_some(reason)
}

/// Whether a word (without punctuation around it) is a number as counters have it: `312`, `1,204`, `1.2k`.
pub(super) fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        && word.chars().filter(|c| c.is_alphabetic()).count() <= 1
        && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '\'') || c.is_alphabetic())
}
