//! A page as the rules see it, and their verdicts on its blocks.

use std::collections::HashSet;

use super::{
    block::{BlockKind, CandidateBlock, MarkupHint},
    cues::Cues,
    furniture,
    meta::Meta,
    reason::Reason,
    shape::last_char,
};

/// What to do with a block.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Verdict {
    /// Keep it as it is.
    Keep,
    /// Keep it as this kind.
    As(BlockKind),
    /// Its first words, this many, are a caption, the rest is the credit.
    Credited(usize),
    /// It is the headline.
    Title,
    /// It is the standfirst.
    Standfirst,
    /// It is the note about the author.
    Bio,
    /// It is a line of several parts.
    Line(Vec<LinePiece>),
    /// It is not part of the article.
    Out(Reason),
}

/// A part of a line such as `By A B | 5 March`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LinePiece {
    /// Its kind.
    pub(super) part: Part,
    /// Its words.
    pub(super) text: String,
}

/// The kind of a part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// The author's name.
    Author,
    /// A date, with its day if that could be read.
    Date(Option<String>),
    /// Not part of the article.
    Out(Reason),
}

/// Everything that the rules use.
pub(super) struct PageView<'a> {
    /// The blocks.
    pub(super) blocks: &'a [CandidateBlock],
    /// The page's metadata.
    pub(super) meta: &'a Meta,
    /// The cues of the languages.
    pub(super) cues: &'a Cues,
    /// Number of blocks in each group.
    pub(super) groups: Vec<usize>,
    /// The first block of the body; the number of blocks if there is none.
    pub(super) first: usize,
    /// The block after the last one of the body.
    pub(super) end: usize,
    /// The headline.
    pub(super) title: Option<usize>,
    /// The author's names confirmed by something else on the page, as comparison keys.
    pub(super) names: HashSet<String>,
    /// Whether lines are the only structure.
    pub(super) plain: bool,
}

impl PageView<'_> {
    /// Number of blocks in the group of this one, itself included.
    pub(super) fn group_size(&self, block: &CandidateBlock) -> usize {
        self.groups.get(block.group).copied().unwrap_or(1)
    }
}

/// Sets the verdict on a block.
pub(super) fn set(verdicts: &mut [Option<Verdict>], at: usize, verdict: Verdict) {
    if let Some(entry) = verdicts.get_mut(at) {
        *entry = Some(verdict);
    }
}

/// The verdict on a line with only the author's name.
pub(super) fn author_line(block: &CandidateBlock) -> Verdict {
    Verdict::Line(vec![LinePiece { part: Part::Author, text: block.text.clone() }])
}

/// Why a line is left out, by its own words.
pub(super) fn line_reason(block: &CandidateBlock, page: &PageView<'_>) -> Option<Reason> {
    if matches!(block.form, BlockKind::Picture | BlockKind::Cell { .. } | BlockKind::Code) {
        return None;
    }
    furniture::of_line(&block.text, page.cues).or_else(|| furniture::of_start(&block.text, page.cues))
}

/// Whether a block is prose that only a body (or a teaser, or boilerplate) has.
pub(super) fn is_prose(block: &CandidateBlock, cues: &Cues) -> bool {
    matches!(block.form, BlockKind::Paragraph | BlockKind::Item { .. })
        && !matches!(
            block.hint,
            Some(
                MarkupHint::Title
                    | MarkupHint::Standfirst
                    | MarkupHint::Byline
                    | MarkupHint::Date
                    | MarkupHint::Bio
                    | MarkupHint::Caption
                    | MarkupHint::Credit
            )
        )
        && block.linked * 2 < block.words.max(1)
        && (block.words >= 25 || (block.words >= 12 && last_char(&block.text) == Some('.')))
        && furniture::of_line(&block.text, cues).is_none()
        && furniture::of_start(&block.text, cues).is_none()
}
