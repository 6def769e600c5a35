//! What stands before an article's body: YAML between `---` lines or TOML between `+++` lines.

use std::ops::Range;

use crate::{
    model::{Args, Article, Finding, Place, Problem, Severity, Slot, Text},
    source::bytes,
};

mod scalar;
mod toml;
mod write;
mod yaml;

pub use scalar::Quoting;
pub(super) use write::{FrontChange, write};

/// An article's front matter: its keys in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// The top-level keys with their values.
    pub entries: Vec<FrontEntry>,
}

/// A key of the front matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrontEntry {
    /// Its name.
    pub key: String,
    /// What it is set to.
    pub value: FrontValue,
    /// The line of the file on which it stands, from 1.
    pub line: usize,
}

/// A value of the front matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FrontValue {
    /// Words: written so that they are read as a string.
    Text(String),
    /// A number, date, boolean or null, as it is spelled.
    Plain(String),
    /// A list.
    List(Vec<FrontValue>),
    /// Keys with values.
    Map(Vec<(String, FrontValue)>),
}

impl FrontMatter {
    /// The value of a top-level key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&FrontValue> {
        self.entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
    }

    /// The value of a top-level key that is no list or map.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(FrontValue::as_str)
    }
}

impl FrontValue {
    /// The words or the spelling of a single value.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Plain(text) => Some(text),
            Self::List(_) | Self::Map(_) => None,
        }
    }

    /// The single values in it: a list's items, or the value itself (`tags: a` and `tags: [a]` say the same).
    #[must_use]
    pub fn items(&self) -> Vec<&str> {
        match self {
            Self::List(items) => items.iter().filter_map(Self::as_str).collect(),
            single => single.as_str().into_iter().collect(),
        }
    }
}

/// The front matter of an article; empty where it has none or none that can be read.
#[must_use]
pub fn front_matter(article: &Article) -> FrontMatter {
    let read = Fence::find(&article.skeleton.file).map(|fence| read(&article.skeleton.file, &fence));
    let entries = read.map(|read| read.entries).unwrap_or_default();
    FrontMatter { entries: entries.into_iter().map(|found| found.entry).collect() }
}

/// Why front matter cannot be read as it stands.
pub(in crate::source) enum FrontMatterProblem {
    /// It is no YAML or TOML: what the parser says, in English.
    Syntax { problem: String },
    /// A key stands twice.
    Twice,
    /// It is not a list of keys with values.
    NoKeys,
    /// `lang` is not a language tag.
    BadLanguage,
    /// The value of a translated key is a list of lists or the like: nothing of it is translated.
    NoText,
    /// The line that ends it is missing.
    Unclosed,
}

impl Problem for FrontMatterProblem {
    fn rule(&self) -> &'static str {
        "front-matter"
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => "front-matter-syntax",
            Self::Twice => "front-matter-twice",
            Self::NoKeys => "front-matter-no-keys",
            Self::BadLanguage => "front-matter-bad-language",
            Self::NoText => "front-matter-no-text",
            Self::Unclosed => "front-matter-unclosed",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::Syntax { problem } => vec![("problem", problem.into())],
            Self::Twice | Self::NoKeys | Self::BadLanguage | Self::NoText | Self::Unclosed => Args::new(),
        }
    }

    fn all() -> Vec<Self> {
        let problem = "mapping values are not allowed in this context".to_owned();
        vec![Self::Syntax { problem }, Self::Twice, Self::NoKeys, Self::BadLanguage, Self::NoText, Self::Unclosed]
    }
}

impl FrontMatterProblem {
    /// The finding; its line is filled in later.
    pub(in crate::source) fn finding(self) -> Finding {
        Finding::new(self, Severity::Major, Place::default())
    }
}

/// The two ways to write front matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FrontSyntax {
    /// Between `---` lines.
    Yaml,
    /// Between `+++` lines.
    Toml,
}

/// Where the front matter stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fence {
    pub(super) kind: FrontSyntax,
    /// The bytes between the two lines.
    pub(super) content: Range<usize>,
    /// Where the body begins.
    pub(super) body: usize,
}

impl Fence {
    /// Finds the front matter of a file. As elsewhere, a `---` before an empty line is a thematic break.
    pub(super) fn find(file: &str) -> Option<Self> {
        let mark_order = body_start(file);
        let mut lines = file.get(mark_order..)?.split_inclusive('\n');
        let first = lines.next()?;
        let space = [' ', '\t', '\r', '\n'];
        let kind = match first.trim_end_matches(space) {
            "---" => FrontSyntax::Yaml,
            "+++" => FrontSyntax::Toml,
            _ => return None,
        };
        let start = mark_order + first.len();
        let mut at = start;
        for (index, line) in lines.enumerate() {
            let text = line.trim_end_matches(space);
            if index == 0 && text.is_empty() {
                return None;
            }
            let closes = match kind {
                FrontSyntax::Yaml => text == "---" || text == "...",
                FrontSyntax::Toml => text == "+++",
            };
            if closes {
                return Some(Self { kind, content: start..at, body: at + line.len() });
            }
            at += line.len();
        }
        None
    }
}

/// Whether a file begins as front matter does but never ends it: a first line of marks, and a key behind it.
pub(super) fn is_cut_off(file: &str) -> bool {
    let mut lines = file.get(body_start(file)..).unwrap_or_default().lines();
    let sign = match lines.next().map(str::trim_end) {
        Some("---") => ':',
        Some("+++") => '=',
        _ => return false,
    };
    let key = lines.next().and_then(|line| line.split_once(sign)).map_or("", |(key, _)| key.trim_end());
    Fence::find(file).is_none() && !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
}

/// Where a file without front matter begins: behind its byte order mark.
pub(super) fn body_start(file: &str) -> usize {
    if file.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

/// What has been read of the front matter.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) entries: Vec<FoundEntry>,
    /// What is wrong, with its byte in the file.
    pub(super) findings: Vec<(usize, Finding)>,
    /// Whether it is not even a list of keys: nothing can be set in it.
    pub(super) broken: bool,
}

/// A key with what is needed to write it.
#[derive(Debug)]
pub(super) struct FoundEntry {
    pub(super) entry: FrontEntry,
    /// The bytes of the key.
    pub(super) key: Range<usize>,
    /// The bytes of the value, quotes and block headers included.
    pub(super) value: Range<usize>,
    /// The strings in it that can be translated: the value itself or the items of a list.
    pub(super) scalars: Vec<(Text, Slot)>,
    /// How its first string is quoted.
    pub(super) style: Quoting,
}

/// Reads the front matter.
pub(super) fn read(file: &str, fence: &Fence) -> Read {
    let mut read = match fence.kind {
        FrontSyntax::Yaml => yaml::read(file, &fence.content),
        FrontSyntax::Toml => toml::read(file, &fence.content),
    };
    let mut line = 1;
    let mut at = 0;
    for found in &mut read.entries {
        line += bytes(file, &(at..found.key.start)).bytes().filter(|byte| *byte == b'\n').count();
        at = found.key.start;
        found.entry.line = line;
    }
    read
}
