//! The source article: its units, their segments, and the skeleton that puts them back.

use std::{fmt, ops::Range, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use unicode_normalization::UnicodeNormalization;

use super::{Locale, Text};

/// One source text; immutable once segmented, shared by all editions (XLIFF `<file>`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Name of the article: its file's stem, the same in every locale.
    pub slug: String,
    /// The language it is written in.
    pub locale: Locale,
    /// Its blocks in reading order.
    pub units: Vec<Unit>,
    /// The rest of the file.
    pub skeleton: Skeleton,
}

/// One block of an article: title, paragraph, caption… (XLIFF 2 `<unit>`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Name of the unit within its article, derived from its position: `title`, `p-3`, `caption-1`; for people and for
    /// grouping.
    pub id: String,
    /// What the block is.
    pub role: Role,
    /// Its prose and codes.
    pub text: Text,
    /// Its sentences: ascending spans of `text.prose`; whatever lies between two is the gap.
    pub segments: Vec<Segment>,
    /// The original wordings that the article gives for quotations in this unit.
    pub originals: Vec<Original>,
}

/// A sentence of a unit (XLIFF `<segment>`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// Its id, derived from its content.
    pub id: SegmentId,
    /// Its byte span in the unit's prose.
    pub span: Range<usize>,
}

/// A speaker's own words for a quotation that the article gives in translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    /// The language of the original wording.
    pub locale: Locale,
    /// The quotation in the article, without its marks; `None` when the whole unit is meant.
    pub quoted: Option<String>,
    /// The original wording.
    pub wording: String,
    /// Byte span in the article's file that declares it; empty if no file does.
    pub place: Range<usize>,
}

/// The letters and digits of a text, by which two are compared.
fn letters(text: impl Iterator<Item = char>) -> String {
    text.nfc().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The characters of a text between quotation marks of any language, in order.
fn quoted_characters(text: &str) -> impl Iterator<Item = char> {
    let mut closing: &[char] = &[];
    text.chars().filter(move |mark| {
        if closing.contains(mark) {
            closing = &[];
            return false;
        }
        if !closing.is_empty() {
            return true;
        }
        closing = match mark {
            '“' => &['”'],
            '«' => &['»'],
            '„' => &['“', '”'],
            '"' => &['"'],
            _ => &[],
        };
        false
    })
}

impl Original {
    /// Returns whether a text has the quoted words; marks, spaces and capitals do not count. A whole unit is meant by any text.
    #[must_use]
    pub fn is_quoted_in(&self, text: &Text) -> bool {
        // What stands in a code is none of the letters of the text, and may be some of the words.
        let has_code = text.codes.iter().any(|(_, code)| code.is_read());
        has_code
            || self.quoted.as_ref().is_none_or(|quoted| letters(text.prose.chars()).contains(&letters(quoted.chars())))
            || self.is_interrupted_in(text)
    }

    /// Returns whether a text has the quoted words with something between them that it does not quote: `“Yes,” he said, “we
    /// do.”`.
    #[must_use]
    pub fn is_interrupted_in(&self, text: &Text) -> bool {
        self.quoted.as_ref().is_some_and(|quoted| {
            let quoted = letters(quoted.chars());
            !letters(text.prose.chars()).contains(&quoted) && letters(quoted_characters(&text.prose)).contains(&quoted)
        })
    }
}

/// The role of a block of an article, in newsroom terms.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Headline.
    Title,
    /// The lines under the headline.
    Standfirst,
    /// A subhead.
    Heading,
    /// A paragraph of the body.
    Paragraph,
    /// A paragraph of a block quote.
    Quote,
    /// A list item's text.
    ListItem,
    /// A cell of a table.
    TableCell,
    /// The words under a picture.
    Caption,
    /// Who made the picture.
    Credit,
    /// Alternative text of a picture.
    Alt,
    /// Title of a link (its tooltip).
    LinkTitle,
    /// Who wrote the article.
    Byline,
    /// A note about the author.
    Bio,
    /// A footnote's text.
    Footnote,
    /// An editor's note.
    Note,
    /// A house text, one per locale, never machine translated: donation block, about.
    Boilerplate(
        /// Name of the block; its text is `boilerplate-NAME` in the target's `edition.ftl`.
        String,
    ),
    /// Another front-matter value that the project has translated.
    Meta(
        /// Its key.
        String,
    ),
}

impl Role {
    /// The name used in files, JSON and role comments.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Title => "title",
            Self::Standfirst => "standfirst",
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::Quote => "quote",
            Self::ListItem => "list-item",
            Self::TableCell => "table-cell",
            Self::Caption => "caption",
            Self::Credit => "credit",
            Self::Alt => "alt",
            Self::LinkTitle => "link-title",
            Self::Byline => "byline",
            Self::Bio => "bio",
            Self::Footnote => "footnote",
            Self::Note => "note",
            Self::Boilerplate(_) => "boilerplate",
            Self::Meta(key) => key,
        }
    }

    /// Parses a role as written in a role comment or segment file (`caption`, `boilerplate donate`); `None` for a name
    /// that is not a role.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name.trim() {
            "title" => Self::Title,
            "standfirst" => Self::Standfirst,
            "heading" => Self::Heading,
            "paragraph" => Self::Paragraph,
            "quote" => Self::Quote,
            "list-item" => Self::ListItem,
            "table-cell" => Self::TableCell,
            "caption" => Self::Caption,
            "credit" => Self::Credit,
            "alt" => Self::Alt,
            "link-title" => Self::LinkTitle,
            "byline" => Self::Byline,
            "bio" => Self::Bio,
            "footnote" => Self::Footnote,
            "note" => Self::Note,
            "boilerplate" => Self::Boilerplate(String::new()),
            other => match other.split_once(char::is_whitespace) {
                Some(("boilerplate", name)) => Self::Boilerplate(name.trim().to_owned()),
                _ => return None,
            },
        })
    }

    /// Whether people and backends translate segments of this role (boilerplate and bylines are not translated).
    #[must_use]
    pub const fn is_translated(&self) -> bool {
        !matches!(self, Self::Boilerplate(_) | Self::Byline)
    }
}

/// The file around the prose; together with the article it writes the file back byte for byte.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Skeleton {
    /// The whole file, exactly as read.
    pub file: String,
    /// The position of each unit in `file`, in the order of the article's units.
    pub slots: Vec<Slot>,
    /// The file's extension without the dot, which gives its format; empty when not read from a file.
    pub extension: String,
}

impl Skeleton {
    /// The extension of files made from the article: its own, or Markdown's when it was not read from a file.
    #[must_use]
    pub fn output_extension(&self) -> &str {
        if self.extension.is_empty() { "md" } else { &self.extension }
    }
}

/// The position of a unit in its file.
///
/// The pieces of `map` and the `codes`, in order, cover `span` without gap or overlap. Slots ascend; one may lie inside
/// an earlier one (an image's alternative text inside the paragraph), but only within one of its codes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Slot {
    /// The unit's byte span in the file, markup included.
    pub span: Range<usize>,
    /// `span` with the delimiters around it (quotes, the header of a block scalar), for text that they cannot hold.
    pub outer: Range<usize>,
    /// Ascending pieces (offset in prose, byte span in the file): each holds the prose from its offset to the next one;
    /// pieces of equal length correspond byte for byte, others are decoded (an entity, a soft line break).
    pub map: Vec<(usize, Range<usize>)>,
    /// For each code of the unit's text, in order, its byte span in the file.
    pub codes: Vec<Range<usize>>,
    /// How the text must be escaped when it is put back.
    pub context: String,
}

impl Slot {
    /// Whether it is in raw HTML within a file of another format: the names of such contexts begin with `html`.
    #[must_use]
    pub fn is_html(&self) -> bool {
        self.context.starts_with("html")
    }
}

impl Article {
    /// Returns every segment with its unit, in reading order.
    pub fn segments(&self) -> impl Iterator<Item = (&Unit, &Segment)> {
        self.units.iter().flat_map(|unit| unit.segments.iter().map(move |segment| (unit, segment)))
    }

    /// Returns the segments to translate, with their units, in reading order.
    pub fn translated(&self) -> impl Iterator<Item = (&Unit, &Segment)> {
        self.segments().filter(|(unit, _)| unit.role.is_translated())
    }
}

impl Unit {
    /// Returns the prose and codes of one of the unit's segments, with codes numbered from 1.
    #[must_use]
    pub fn text_of(&self, segment: &Segment) -> Text {
        self.text.part(&segment.span)
    }
}

/// Id of a segment, derived from its content and never from its position, so that it survives an inserted paragraph.
///
/// Written as the twelve hexadecimal digits of the digest, followed by `-2`, `-3`… where an article repeats a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SegmentId {
    /// The first 48 bits of SHA-256 over role, prose and codes (without their markup).
    pub digest: u64,
    /// Number of the segment among the article's segments with this digest, from 1.
    pub occurrence: u32,
}

impl fmt::Display for SegmentId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:012x}", self.digest)?;
        if self.occurrence > 1 {
            write!(out, "-{}", self.occurrence)?;
        }
        Ok(())
    }
}

impl Serialize for SegmentId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for SegmentId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        name.parse().map_err(|()| de::Error::custom(format_args!("`{name}` is not the name of a segment")))
    }
}

impl FromStr for SegmentId {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        let (digest, occurrence) = match name.split_once('-') {
            None => (name, 1),
            Some((digest, number)) => (digest, number.parse().map_err(|_| ())?),
        };
        if digest.len() != 12 || occurrence == 0 || !digest.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(());
        }
        let digest = u64::from_str_radix(digest, 16).map_err(|_| ())?;
        Ok(Self { digest, occurrence })
    }
}
