//! Prose as a plain string, with standoff inline codes at byte offsets.

use std::{collections::HashMap, ops::Range};

/// The prose of a unit or segment and the inline codes in it.
///
/// All language code reads `prose`, which never contains markup. Codes are sorted by offset; codes at the same offset
/// are in reading order. (XLIFF: the content of `<source>` with its `<g>` and `<x/>` taken out.)
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Text {
    /// The words, with entities and escapes decoded and soft line breaks as one space.
    pub prose: String,
    /// Each code with its byte offset in `prose`, always a character boundary.
    pub codes: Vec<(usize, Code)>,
}

/// One piece of inline markup: half of a pair, or a single code.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Code {
    /// Number of the code, from 1, in reading order of the opening halves; the two halves of a pair share it.
    pub id: u32,
    /// Opening half, closing half, or single.
    pub kind: CodeKind,
    /// What the markup means.
    pub name: CodeName,
    /// The source bytes that the code stands for (`**`, `](https://example.org)`); empty if unknown, as in a
    /// translator's target: assembly takes the markup from the source's code of the same id and kind.
    pub markup: String,
}

/// Whether a code opens or closes a pair, or stands alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CodeKind {
    /// Opens a pair (XLIFF `<g>` start).
    Open,
    /// Closes a pair.
    Close,
    /// Stands alone (XLIFF `<x/>`).
    Single,
}

/// What a code means to a reader, whatever its markup looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CodeName {
    /// Emphasis (italic).
    Emphasis,
    /// Strong emphasis (bold).
    Strong,
    /// Struck-out text.
    Strikethrough,
    /// A link around its anchor text.
    Link,
    /// An inline image, whose alternative text is a separate unit.
    Image,
    /// A code span; its content is not translated.
    CodeSpan,
    /// An inline HTML tag or comment.
    Html,
    /// A hard line break.
    Break,
    /// A reference to a footnote.
    FootnoteRef,
    /// Anything else that must survive unchanged (a URL as text, a control character that XML cannot hold).
    Other,
}

impl Code {
    /// Whether a reader reads it among the words: a code span, an address. Emphasis and links are seen by their words.
    #[must_use]
    pub fn is_read(&self) -> bool {
        self.kind == CodeKind::Single && matches!(self.name, CodeName::CodeSpan | CodeName::Other)
    }
}

impl CodeName {
    /// The name used in segment files (`ctype="x-emphasis"`) and placeholders.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Emphasis => "emphasis",
            Self::Strong => "strong",
            Self::Strikethrough => "strikethrough",
            Self::Link => "link",
            Self::Image => "image",
            Self::CodeSpan => "code",
            Self::Html => "html",
            Self::Break => "break",
            Self::FootnoteRef => "footnote-ref",
            Self::Other => "other",
        }
    }

    /// The reverse of [`CodeName::as_str`]; an unknown name is [`CodeName::Other`].
    #[must_use]
    pub fn parse(name: &str) -> Self {
        match name {
            "emphasis" => Self::Emphasis,
            "strong" => Self::Strong,
            "strikethrough" => Self::Strikethrough,
            "link" => Self::Link,
            "image" => Self::Image,
            "code" => Self::CodeSpan,
            "html" => Self::Html,
            "break" => Self::Break,
            "footnote-ref" => Self::FootnoteRef,
            _ => Self::Other,
        }
    }
}

impl Text {
    /// Prose without codes.
    #[must_use]
    pub fn plain(prose: impl Into<String>) -> Self {
        Self { prose: prose.into(), codes: Vec::new() }
    }

    /// Whether there is neither prose nor code.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.prose.is_empty() && self.codes.is_empty()
    }

    /// Returns the part at `span` of the prose with the codes that belong to it ([`Text::codes_at`]), renumbered from 1
    /// and with offsets relative to the part. The span is rounded down to character boundaries.
    #[must_use]
    pub fn part(&self, span: &Range<usize>) -> Self {
        let prose = cut(&self.prose, span);
        let start = self.prose.floor_char_boundary(span.start);
        let mut numbers: HashMap<u32, u32> = HashMap::new();
        let mut codes = Vec::new();
        for (at, code) in self.codes.get(self.codes_at(span)).unwrap_or_default() {
            let next = u32::try_from(numbers.len() + 1).unwrap_or(u32::MAX);
            let id = *numbers.entry(code.id).or_insert(next);
            codes.push((at.saturating_sub(start), Code { id, ..code.clone() }));
        }
        Self { prose: prose.to_owned(), codes }
    }

    /// Returns the index range of the codes that belong to the part at `span`; adjacent parts never share a code.
    ///
    /// At the span's start an opening or single code belongs to the part; at its end a closing code does, and so does a
    /// single one unless prose follows immediately (then it opens the next part). A line break at either end belongs to
    /// the gap.
    #[must_use]
    pub fn codes_at(&self, span: &Range<usize>) -> Range<usize> {
        let end = self.prose.floor_char_boundary(span.end);
        let start = self.prose.floor_char_boundary(span.start).min(end);
        let below = |offset: usize| self.codes.partition_point(|(at, _)| *at < offset);
        let kind = |index: usize| self.codes.get(index).map(|(_, code)| (code.kind, code.name));
        let past_closings = |codes: Range<usize>| {
            let from = codes.start;
            codes.rev().find(|index| kind(*index).is_some_and(|k| k.0 == CodeKind::Close)).map_or(from, |at| at + 1)
        };
        let is_break = |index: usize| kind(index) == Some((CodeKind::Single, CodeName::Break));

        let mut first = if start == 0 { 0 } else { past_closings(below(start)..below(start + 1)) };
        while is_break(first) && self.codes.get(first).is_some_and(|(at, _)| *at == start) {
            first += 1;
        }
        let at_end = below(end)..below(end + 1);
        let mut last = past_closings(at_end.clone()).max(first);
        let follows = self.prose.get(end..).and_then(|rest| rest.chars().next());
        if follows.is_none_or(char::is_whitespace) {
            let is_single = |index| kind(index).is_some_and(|k| k.0 == CodeKind::Single);
            while last < at_end.end && is_single(last) && !is_break(last) {
                last += 1;
            }
        }
        first..last
    }

    /// Returns the codes that are read with the words ([`Code::is_read`]): byte offset in the prose and markup. A code of a
    /// target without markup takes that of the code of the same id and kind in `source`.
    #[must_use]
    pub fn read_codes<'a>(&'a self, source: &'a Self) -> Vec<(usize, &'a str)> {
        let read = self.codes.iter().filter_map(|(at, code)| {
            let twin =
                source.codes.iter().map(|(_, twin)| twin).find(|twin| (twin.id, twin.kind) == (code.id, code.kind));
            let markup = twin.filter(|_| code.markup.is_empty()).unwrap_or(code);
            markup.is_read().then_some((*at, markup.markup.as_str()))
        });
        read.collect()
    }

    /// Returns the prose with the codes that are read with the words, for lists of sentences.
    #[must_use]
    pub fn readable(&self) -> String {
        self.readable_beside(self)
    }

    /// Returns the same for a target, whose codes may lack their markup, beside its `source` ([`Text::read_codes`]).
    #[must_use]
    pub fn readable_beside(&self, source: &Self) -> String {
        let mut out = String::with_capacity(self.prose.len());
        let mut from = 0;
        for (at, markup) in self.read_codes(source) {
            out.extend([cut(&self.prose, &(from..at)), markup]);
            from = at;
        }
        out.push_str(cut(&self.prose, &(from..self.prose.len())));
        out
    }

    /// Returns the prose split at each code: text pieces and codes in reading order.
    pub fn pieces(&self) -> impl Iterator<Item = Piece<'_>> {
        let mut out = Vec::with_capacity(self.codes.len() * 2 + 1);
        let mut from = 0;
        for (at, code) in &self.codes {
            let prose = cut(&self.prose, &(from..*at));
            if !prose.is_empty() {
                out.push(Piece::Prose(prose));
            }
            out.push(Piece::Code(code));
            from = (*at).max(from);
        }
        let rest = cut(&self.prose, &(from..self.prose.len()));
        if !rest.is_empty() {
            out.push(Piece::Prose(rest));
        }
        out.into_iter()
    }

    /// Returns the id and kind of each code, sorted: what a translation must preserve.
    #[must_use]
    pub fn code_keys(&self) -> Vec<(u32, CodeKind)> {
        let mut keys: Vec<_> = self.codes.iter().map(|(_, code)| (code.id, code.kind)).collect();
        keys.sort_unstable();
        keys
    }
}

/// A stretch of prose or a code, as returned by [`Text::pieces`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Prose between two codes.
    Prose(&'a str),
    /// One code.
    Code(&'a Code),
}

/// Returns the part of `text` at `span`, each end clamped to the text and rounded down to a character boundary: never
/// panics.
#[must_use]
#[inline]
pub fn cut<'a>(text: &'a str, span: &Range<usize>) -> &'a str {
    // Nearly every span begins and ends where a character does.
    text.get(span.clone()).unwrap_or_else(|| {
        let end = text.floor_char_boundary(span.end);
        let start = text.floor_char_boundary(span.start).min(end);
        text.get(start..end).unwrap_or_default()
    })
}

/// Returns at most `chars` characters of `text`, with an ellipsis where something was cut off.
#[must_use]
pub fn clip(text: &str, chars: usize) -> String {
    match text.char_indices().nth(chars) {
        None => text.to_owned(),
        Some((at, _)) => format!("{}…", cut(text, &(0..at)).trim_end()),
    }
}
