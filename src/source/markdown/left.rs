//! Text of an article that is no unit although readers see it: the rule `left-in-source`.

use crate::model::{Args, Finding, Message, Place, Problem, Severity, clip};

/// Text that stays in the language of the article in every edition.
pub(super) enum LeftInSourceProblem {
    /// A value of the front matter that reads as prose, under a key that no setting names.
    FrontMatter {
        /// The key, with the keys above it.
        key: String,
    },
    /// A fenced block that a plug-in shows as a note.
    Fence {
        /// How its text begins.
        text: String,
    },
}

impl Problem for LeftInSourceProblem {
    fn rule(&self) -> &'static str {
        "left-in-source"
    }

    fn id(&self) -> &'static str {
        match self {
            Self::FrontMatter { .. } => "left-in-source-front-matter",
            Self::Fence { .. } => "left-in-source-fence",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::FrontMatter { key } => vec![("key", key.into())],
            Self::Fence { text } => vec![("text", text.into())],
        }
    }

    fn hint(&self) -> Option<Message> {
        Some(Message::new(match self {
            Self::FrontMatter { .. } => "hint-left-in-source-front-matter",
            Self::Fence { .. } => "hint-left-in-source-fence",
        }))
    }

    fn all() -> Vec<Self> {
        let text = "The pier is wet.".to_owned();
        vec![Self::FrontMatter { key: "seo.summary".to_owned() }, Self::Fence { text }]
    }
}

impl LeftInSourceProblem {
    /// A value of the front matter.
    pub(super) fn front_matter(key: String) -> Finding {
        Finding::new(Self::FrontMatter { key }, Severity::Major, Place::default())
    }

    /// A fenced block with its text.
    pub(super) fn fence(text: &str) -> Finding {
        let text = clip(&text.split_whitespace().collect::<Vec<_>>().join(" "), 60);
        Finding::new(Self::Fence { text }, Severity::Major, Place::default())
    }
}

/// Keys whose values are for programs, or come in the locale's words from elsewhere.
pub(super) const KEPT: [&str; 27] = [
    "aliases",
    "authors",
    "canonical",
    "categories",
    "category",
    "credit",
    "credits",
    "date",
    "embargo",
    "image",
    "keywords",
    "lang",
    "layout",
    "license",
    "licence",
    "original",
    "permalink",
    "section",
    "sections",
    "series",
    "slug",
    "social_image",
    "tags",
    "template",
    "translator",
    "type",
    "url",
];

/// Keys whose values readers see, however short they are.
const SEEN: [&str; 18] = [
    "abstract",
    "alt",
    "caption",
    "dek",
    "excerpt",
    "headline",
    "image_alt",
    "image_caption",
    "kicker",
    "lead",
    "lede",
    "linkTitle",
    "seo_title",
    "subhead",
    "subheading",
    "subtitle",
    "summary",
    "teaser",
];

/// Whether readers see the text under a key of the front matter: by the key's last part, or since it reads as prose.
pub(super) fn is_seen(key: &str, text: &str) -> bool {
    let last = key.rsplit('.').next().unwrap_or_default();
    SEEN.contains(&last) && text.contains(char::is_alphabetic) || reads_as_prose(text)
}

/// Whether a text reads as prose: three words in small letters, or two that end as a sentence does.
fn reads_as_prose(text: &str) -> bool {
    let is_small_word = |word: &&str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.starts_with(char::is_lowercase) && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
    };
    let small = text.split_whitespace().filter(is_small_word).count();
    let ends = text.trim_end().trim_end_matches(['"', '\'', '”', '’', '»', ')']).ends_with(['.', '!', '?', '…']);
    small >= 3 || small >= 2 && ends
}

/// Names of fenced blocks that plug-ins show as notes to readers (mdBook, `MyST`, Obsidian, Pandoc).
const NOTES: [&str; 30] = [
    "abstract",
    "admonish",
    "admonition",
    "attention",
    "bug",
    "caution",
    "cite",
    "danger",
    "error",
    "example",
    "failure",
    "faq",
    "help",
    "hint",
    "important",
    "info",
    "note",
    "question",
    "quote",
    "seealso",
    "sidebar",
    "success",
    "summary",
    "tip",
    "tldr",
    "todo",
    "topic",
    "versionadded",
    "warn",
    "warning",
];

/// Whether the text after a fence's marks says that the block is a note to readers: `admonish tip`, `{note}`, `ad-tip`.
pub(super) fn is_note(info: &str) -> bool {
    let name = info.trim_start().trim_start_matches(['{', '.', ' ']);
    let name = name.split(|c: char| c.is_whitespace() || matches!(c, '}' | ',')).next().unwrap_or_default();
    let name = name.strip_prefix("ad-").unwrap_or(name);
    NOTES.iter().any(|note| note.eq_ignore_ascii_case(name))
}
