//! A page as the rules see it, and the fates that they give its blocks.

use std::collections::HashSet;

use super::{
    block::{BlockKind, CandidateBlock, MarkupHint},
    cues::Cues,
    furniture,
    meta::Meta,
    reason::Reason,
    signs::last_sign,
};

/// What becomes of a block.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Fate {
    /// It stays what it is.
    Keep,
    /// It stays, as this.
    As(BlockKind),
    /// Its first words are a caption, the rest the credit.
    Credited(usize),
    /// It is the headline.
    Title,
    /// It is the standfirst.
    Standfirst,
    /// It is the note about the author.
    Bio,
    /// It is a line of several things.
    Line(Vec<LinePiece>),
    /// It is not of the article.
    Out(Reason),
}

/// A part of a line such as `By A B | 5 March`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LinePiece {
    /// What it is.
    pub(super) part: Part,
    /// Its words.
    pub(super) text: String,
}

/// What a part of a line is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// The author's name.
    Author,
    /// A date; its day where it could be read.
    Date(Option<String>),
    /// Not of the article.
    Out(Reason),
}

/// Everything that the rules look at.
pub(super) struct PageView<'a> {
    /// The blocks.
    pub(super) drafts: &'a [CandidateBlock],
    /// What the page says of itself.
    pub(super) meta: &'a Meta,
    /// The words of the languages.
    pub(super) cues: &'a Cues,
    /// How many blocks each group has.
    pub(super) groups: Vec<usize>,
    /// The first block of the body; the number of blocks where there is none.
    pub(super) first: usize,
    /// The block after the body's last one.
    pub(super) end: usize,
    /// The headline.
    pub(super) title: Option<usize>,
    /// Names that something else on the page says to be the author's, as [`key`] has them.
    pub(super) names: HashSet<String>,
    /// Whether structure comes from lines only.
    pub(super) plain: bool,
}

impl PageView<'_> {
    /// How many blocks stand close together with this one, itself included.
    pub(super) fn group_size(&self, draft: &CandidateBlock) -> usize {
        self.groups.get(draft.group).copied().unwrap_or(1)
    }
}

/// Gives a block its fate.
pub(super) fn set(fates: &mut [Option<Fate>], at: usize, fate: Fate) {
    if let Some(known) = fates.get_mut(at) {
        *known = Some(fate);
    }
}

/// A line with nothing but the author's name.
pub(super) fn author(draft: &CandidateBlock) -> Fate {
    Fate::Line(vec![LinePiece { part: Part::Author, text: draft.text.clone() }])
}

/// What a line is by its own words.
pub(super) fn line_reason(draft: &CandidateBlock, page: &PageView<'_>) -> Option<Reason> {
    if matches!(draft.form, BlockKind::Picture | BlockKind::Cell { .. } | BlockKind::Code) {
        return None;
    }
    furniture::of_line(&draft.text, page.cues).or_else(|| furniture::of_start(&draft.text, page.cues))
}

/// Whether a block is prose as only a body (or a teaser, or a text of the house) has it.
pub(super) fn is_prose(draft: &CandidateBlock, cues: &Cues) -> bool {
    matches!(draft.form, BlockKind::Paragraph | BlockKind::Item { .. })
        && !matches!(
            draft.hint,
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
        && draft.linked * 2 < draft.words.max(1)
        && (draft.words >= 25 || (draft.words >= 12 && last_sign(&draft.text) == Some('.')))
        && furniture::of_line(&draft.text, cues).is_none()
        && furniture::of_start(&draft.text, cues).is_none()
}
