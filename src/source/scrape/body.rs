//! The short blocks between paragraphs: subheads, captions, credits, and furniture in the middle of a text.

use super::{
    block::{BlockKind, CandidateBlock, MarkupHint, Run, text_of},
    byline,
    cues::{CaptionCues, Cues, Start, normalise, normalised_words},
    page::{PageView, Verdict, is_prose, line_reason, set},
    reason::Reason,
    shape::{ends_sentence, last_char},
};

/// The longest subhead, in words.
const LONGEST_SUBHEAD: usize = 12;

/// The longest caption recognised by its shape alone, in words.
const LONGEST_CAPTION: usize = 15;

/// The longest block, in words, that may end with a credit.
const LONGEST_CREDITED: usize = 60;

/// Judges the blocks of the body.
pub(super) fn judge(page: &PageView<'_>, verdicts: &mut [Option<Verdict>]) {
    for at in page.first..page.end.min(page.blocks.len()) {
        if matches!(verdicts.get(at), Some(None)) {
            set(verdicts, at, verdict_of(page, at));
        }
    }
}

/// The verdict on a block of the article.
pub(super) fn verdict_of(page: &PageView<'_>, at: usize) -> Verdict {
    let Some(block) = page.blocks.get(at) else { return Verdict::Keep };
    // A subhead may say "Home" or "News": in the middle of a text only what cannot be a subhead is furniture.
    if let Some(reason) = line_reason(block, page).filter(|reason| is_furniture_anywhere(*reason)) {
        return Verdict::Out(reason);
    }
    match block.hint {
        Some(MarkupHint::Boilerplate(number)) => return boilerplate(page.cues, number),
        Some(MarkupHint::Date) if block.words <= 12 => {
            if let Some(pieces) = byline::read(block, page) {
                return Verdict::Line(pieces);
            }
        }
        _ => {}
    }
    if block.form != BlockKind::Paragraph {
        return verdict_of_kind(block, page);
    }
    if let Some(words) = credit_at(block, page.cues) {
        return Verdict::Credited(words);
    }
    if !page.plain {
        return if is_bold_subhead(page, at) { Verdict::As(BlockKind::Heading(2)) } else { Verdict::Keep };
    }
    if is_subhead(page, at) {
        Verdict::As(BlockKind::Heading(2))
    } else if is_caption(page, at) {
        Verdict::As(BlockKind::Caption)
    } else {
        Verdict::Keep
    }
}

/// The verdict on boilerplate with this number.
pub(super) fn boilerplate(cues: &Cues, number: usize) -> Verdict {
    cues.boilerplate.get(number).map_or(Verdict::Keep, |block| Verdict::As(BlockKind::Boilerplate(block.name.clone())))
}

/// The verdict on a block of known kind: only a caption may contain a credit.
pub(super) fn verdict_of_kind(block: &CandidateBlock, page: &PageView<'_>) -> Verdict {
    match block.form {
        BlockKind::Caption => {
            credit_at(block, page.cues).or_else(|| marked_credit(block)).map_or(Verdict::Keep, Verdict::Credited)
        }
        BlockKind::Heading(level) => Verdict::As(BlockKind::Heading(level.clamp(2, 6))),
        _ => Verdict::Keep,
    }
}

fn is_furniture_anywhere(reason: Reason) -> bool {
    matches!(
        reason,
        Reason::Share
            | Reason::Advertisement
            | Reason::Related
            | Reason::Loading
            | Reason::Comments
            | Reason::Counter
            | Reason::Tags
            | Reason::Promotion
    )
}

/// Whether a line stands alone: nothing is adjacent to it or, on a page without empty lines, only paragraphs are.
fn stands_alone(page: &PageView<'_>, at: usize) -> bool {
    let Some(block) = page.blocks.get(at) else { return false };
    if page.group_size(block) == 1 {
        return true;
    }
    let near = |at: usize| page.blocks.get(at).filter(|other| other.group == block.group);
    let (before, after) = (at.checked_sub(1).and_then(near), near(at + 1));
    before.is_none_or(|other| ends_sentence(&other.text)) && after.is_none_or(|other| is_prose(other, page.cues))
}

/// The next block that is not left out because of its structure.
fn next<'a>(page: &PageView<'a>, at: usize) -> Option<&'a CandidateBlock> {
    page.blocks.get(at + 1..)?.iter().find(|block| block.out.is_none())
}

/// Whether a block is a short line without a full stop, alone, with prose after it.
fn is_subhead(page: &PageView<'_>, at: usize) -> bool {
    let Some(block) = page.blocks.get(at) else { return false };
    if block.words == 0 || block.words > LONGEST_SUBHEAD || !starts_uppercase(&block.text) || !stands_alone(page, at) {
        return false;
    }
    let followed = next(page, at)
        .is_some_and(|next| next.words > LONGEST_SUBHEAD || ends_sentence(&next.text) || next.text.ends_with(':'));
    let quoted = block.text.starts_with(['“', '"', '«', '„', '‘', '—', '–', '-', '#', '@']);
    match last_char(&block.text) {
        Some('?') => {
            let first = block.text.split_whitespace().next().map(normalise).unwrap_or_default();
            let long = next(page, at).is_some_and(|next| is_prose(next, page.cues));
            long && !quoted && (2..=8).contains(&block.words) && !page.cues.conjunctions.contains(&first)
        }
        Some(c) if c.is_alphanumeric() || matches!(c, '%' | '°') => followed && !quoted,
        _ => false,
    }
}

/// Whether a block is a short bold paragraph without a full stop, with prose after it: a subhead on old pages.
fn is_bold_subhead(page: &PageView<'_>, at: usize) -> bool {
    let Some(block) = page.blocks.get(at) else { return false };
    let bold = block.runs.iter().all(|run| match run {
        Run::Text { text, style } => (style.strong && style.link.is_none()) || text.chars().all(char::is_whitespace),
        Run::Image(_) => false,
        Run::Break => true,
    });
    bold && block.words <= LONGEST_SUBHEAD
        && !block.quoted
        && starts_uppercase(&block.text)
        && last_char(&block.text).is_some_and(char::is_alphanumeric)
        && next(page, at).is_some_and(|next| is_prose(next, page.cues))
}

/// Removes bold from the runs of a heading, which is bold anyway.
pub(super) fn remove_bold(runs: &mut [Run]) {
    for run in runs {
        if let Run::Text { style, .. } = run {
            style.strong = false;
        }
    }
}

pub(super) fn starts_uppercase(text: &str) -> bool {
    text.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
}

/// Whether a block is a short noun phrase with a full stop between long paragraphs: the caption of a picture that plain
/// text has lost. If a word could be a verb, the block stays a paragraph.
fn is_caption(page: &PageView<'_>, at: usize) -> bool {
    let Some(block) = page.blocks.get(at) else { return false };
    let long = |other: Option<&CandidateBlock>| other.is_some_and(|other| other.words >= 25);
    let between = long(at.checked_sub(1).and_then(|before| page.blocks.get(before))) && long(page.blocks.get(at + 1));
    between
        && (3..=LONGEST_CAPTION).contains(&block.words)
        && starts_uppercase(&block.text)
        && block.text.ends_with('.')
        && !block.text.ends_with("..")
        && page.cues.captions.iter().any(|cues| is_noun_phrase(&block.text, cues))
}

/// Whether a line is a noun phrase with a preposition: no word is a verb or a pronoun, or has the ending of a verb.
fn is_noun_phrase(text: &str, cues: &CaptionCues) -> bool {
    let mut with_preposition = false;
    let count = text.split_whitespace().count();
    for (at, raw) in text.split_whitespace().enumerate() {
        let last = at + 1 == count;
        // A second sentence, a clause or a quotation is more than a noun phrase.
        if !last && raw.ends_with(['.', '!', '?', ';', ':', '…']) || raw.contains(['“', '"', '«', '„']) {
            return false;
        }
        let word = normalise(raw);
        if word.is_empty() || cues.verbs.contains(&word) {
            return false;
        }
        if cues.prepositions.contains(&word) {
            with_preposition |= at > 0;
            continue;
        }
        let long = word.chars().count() >= 4;
        if at > 0 && long && cues.verb_endings.iter().any(|ending| word.ends_with(ending.as_str())) {
            return false;
        }
        let is_before_preposition = at > 0 && !with_preposition;
        if is_before_preposition && long && cues.early_endings.iter().any(|ending| word.ends_with(ending.as_str())) {
            return false;
        }
    }
    with_preposition
}

/// The number of words before the credit in a short block (`… . Image: X`, `… (Photo: X)`); 0 if it is all credit.
pub(super) fn credit_at(block: &CandidateBlock, cues: &Cues) -> Option<usize> {
    if block.words == 0 || block.words > LONGEST_CREDITED || block.marker.is_some() {
        return None;
    }
    let words: Vec<&str> = block.text.split_whitespace().collect();
    let closes =
        |word: &str| word.ends_with(['.', '!', '?', '…', ')', ']', '”', '»', '"', '|', '/', '—', '–', ',', ';', '-']);
    (0..words.len()).rev().find(|at| {
        let Some(rest) = words.get(*at..) else { return false };
        let begins = *at == 0
            || rest.first().is_some_and(|word| word.starts_with(['(', '[']))
            || at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|word| closes(word));
        if !begins {
            return false;
        }
        let is_symbol = rest.first().is_some_and(|word| normalise(word).is_empty());
        let phrase = normalised_words(&rest.get(..rest.len().min(6)).unwrap_or_default().join(" "));
        let Some((count, Start::Image)) = cues.start.longest_match(&phrase) else { return false };
        let last = rest.get(count - 1).copied().unwrap_or_default();
        let colon = last.ends_with(':');
        // "Image: X"; "Photo by X" and "© X" need no colon; an image word alone is not enough.
        !is_symbol && rest.len() > count && (colon || count > 1)
            || (last.starts_with('©') && block.form == BlockKind::Caption)
    })
}

/// The number of words before the part that the markup declares to be the credit.
fn marked_credit(block: &CandidateBlock) -> Option<usize> {
    let (run, _) = block.marked.iter().find(|(_, hint)| *hint == MarkupHint::Credit)?;
    let before = block.runs.get(..*run)?;
    let text = text_of(before);
    let spaced = before.is_empty()
        || match (before.last(), block.runs.get(*run)) {
            (Some(Run::Text { text: a, .. }), Some(Run::Text { text: b, .. })) => {
                a.ends_with(char::is_whitespace) || b.starts_with(char::is_whitespace)
            }
            _ => true,
        };
    spaced.then(|| text.split_whitespace().count())
}

/// Splits runs after `at` words; the space between is dropped.
pub(super) fn split_runs(runs: &[Run], at: usize) -> (Vec<Run>, Vec<Run>) {
    let (mut left, mut right): (Vec<Run>, Vec<Run>) = (Vec::new(), Vec::new());
    let mut words = 0;
    let mut in_word = false;
    for run in runs {
        let Run::Text { text, style } = run else {
            in_word = false;
            if let Run::Image(image) = run {
                let side = if words < at { &mut left } else { &mut right };
                words += image.alt.split_whitespace().count();
                side.push(run.clone());
            } else if words < at {
                left.push(run.clone());
            } else if !right.is_empty() {
                right.push(run.clone());
            }
            continue;
        };
        let mut cut = text.len();
        for (offset, c) in text.char_indices() {
            if c.is_whitespace() {
                in_word = false;
            } else if !in_word {
                if words == at {
                    cut = cut.min(offset);
                }
                words += 1;
                in_word = true;
            }
        }
        let all_right = words > at && cut == text.len();
        let cut = if all_right { 0 } else { cut };
        let (before, after) = text.split_at_checked(cut).unwrap_or((text, ""));
        for (side, part) in [(&mut left, before), (&mut right, after)] {
            if !part.is_empty() {
                side.push(Run::Text { text: part.to_owned(), style: style.clone() });
            }
        }
    }
    (left, right)
}
