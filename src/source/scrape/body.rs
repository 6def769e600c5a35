//! The short blocks between the paragraphs: subheads, captions, credits, and furniture in the midst of a text.

use super::{
    block::{BlockKind, CandidateBlock, MarkupHint, Run, text_of},
    byline,
    cues::{CaptionCues, Cues, Start, normal, normals},
    page::{Fate, PageView, is_prose, line_reason, set},
    reason::Reason,
    signs::{ends_sentence, last_sign},
};

/// The longest subhead, in words.
const LONGEST_SUBHEAD: usize = 12;

/// The longest caption that only its shape tells, in words.
const LONGEST_CAPTION: usize = 15;

/// The longest block, in words, at whose end a credit is looked for.
const LONGEST_CREDITED: usize = 60;

/// Judges the blocks of the body.
pub(super) fn judge(page: &PageView<'_>, fates: &mut [Option<Fate>]) {
    for at in page.first..page.end.min(page.drafts.len()) {
        if matches!(fates.get(at), Some(None)) {
            set(fates, at, fate_of(page, at));
        }
    }
}

/// What a block among the article's is.
pub(super) fn fate_of(page: &PageView<'_>, at: usize) -> Fate {
    let Some(draft) = page.drafts.get(at) else { return Fate::Keep };
    // A subhead may say "Home" or "News": in the midst of a text only what cannot be one is furniture.
    if let Some(reason) = line_reason(draft, page).filter(|reason| is_furniture_anywhere(*reason)) {
        return Fate::Out(reason);
    }
    match draft.hint {
        Some(MarkupHint::Boilerplate(number)) => return boilerplate(page.cues, number),
        Some(MarkupHint::Date) if draft.words <= 12 => {
            if let Some(pieces) = byline::read(draft, page) {
                return Fate::Line(pieces);
            }
        }
        _ => {}
    }
    if draft.form != BlockKind::Paragraph {
        return plain_fate(draft, page);
    }
    if let Some(words) = credit_at(draft, page.cues) {
        return Fate::Credited(words);
    }
    if !page.plain {
        return if is_bold_subhead(page, at) { Fate::As(BlockKind::Heading(2)) } else { Fate::Keep };
    }
    if is_subhead(page, at) {
        Fate::As(BlockKind::Heading(2))
    } else if is_caption(page, at) {
        Fate::As(BlockKind::Caption)
    } else {
        Fate::Keep
    }
}

/// The fixed text of the house with this number.
pub(super) fn boilerplate(cues: &Cues, number: usize) -> Fate {
    cues.boilerplate.get(number).map_or(Fate::Keep, |block| Fate::As(BlockKind::Boilerplate(block.name.clone())))
}

/// What a block is whose form is known: only a caption may hide a credit.
pub(super) fn plain_fate(draft: &CandidateBlock, page: &PageView<'_>) -> Fate {
    match draft.form {
        BlockKind::Caption => {
            credit_at(draft, page.cues).or_else(|| marked_credit(draft)).map_or(Fate::Keep, Fate::Credited)
        }
        BlockKind::Heading(level) => Fate::As(BlockKind::Heading(level.clamp(2, 6))),
        _ => Fate::Keep,
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

/// Whether a line stands by itself: nothing close to it but, where the page has no empty lines, paragraphs.
fn stands_alone(page: &PageView<'_>, at: usize) -> bool {
    let Some(draft) = page.drafts.get(at) else { return false };
    if page.group_size(draft) == 1 {
        return true;
    }
    let near = |at: usize| page.drafts.get(at).filter(|other| other.group == draft.group);
    let (before, after) = (at.checked_sub(1).and_then(near), near(at + 1));
    before.is_none_or(|other| ends_sentence(&other.text)) && after.is_none_or(|other| is_prose(other, page.cues))
}

/// The next block that structure has not left out.
fn next<'a>(page: &PageView<'a>, at: usize) -> Option<&'a CandidateBlock> {
    page.drafts.get(at + 1..)?.iter().find(|draft| draft.out.is_none())
}

/// A short line without a final stop, by itself, with prose after it.
fn is_subhead(page: &PageView<'_>, at: usize) -> bool {
    let Some(draft) = page.drafts.get(at) else { return false };
    if draft.words == 0 || draft.words > LONGEST_SUBHEAD || !begins_upper(&draft.text) || !stands_alone(page, at) {
        return false;
    }
    let followed = next(page, at)
        .is_some_and(|next| next.words > LONGEST_SUBHEAD || ends_sentence(&next.text) || next.text.ends_with(':'));
    let quoted = draft.text.starts_with(['“', '"', '«', '„', '‘', '—', '–', '-', '#', '@']);
    match last_sign(&draft.text) {
        Some('?') => {
            let first = draft.text.split_whitespace().next().map(normal).unwrap_or_default();
            let long = next(page, at).is_some_and(|next| is_prose(next, page.cues));
            long && !quoted && (2..=8).contains(&draft.words) && !page.cues.conjunctions.contains(&first)
        }
        Some(c) if c.is_alphanumeric() || matches!(c, '%' | '°') => followed && !quoted,
        _ => false,
    }
}

/// A short paragraph that is all bold, has no final stop and prose after it: how old pages write subheads.
fn is_bold_subhead(page: &PageView<'_>, at: usize) -> bool {
    let Some(draft) = page.drafts.get(at) else { return false };
    let bold = draft.runs.iter().all(|run| match run {
        Run::Text { text, style } => (style.strong && style.link.is_none()) || text.chars().all(char::is_whitespace),
        Run::Image(_) => false,
        Run::Break => true,
    });
    bold && draft.words <= LONGEST_SUBHEAD
        && !draft.quoted
        && begins_upper(&draft.text)
        && last_sign(&draft.text).is_some_and(char::is_alphanumeric)
        && next(page, at).is_some_and(|next| is_prose(next, page.cues))
}

/// A heading is bold as such.
pub(super) fn without_bold(runs: &mut [Run]) {
    for run in runs {
        if let Run::Text { style, .. } = run {
            style.strong = false;
        }
    }
}

pub(super) fn begins_upper(text: &str) -> bool {
    text.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
}

/// A short noun phrase with a stop, by itself between long paragraphs: the words under a picture that the text of the
/// page has lost. Where a word could be a verb the block stays a paragraph.
fn is_caption(page: &PageView<'_>, at: usize) -> bool {
    let Some(draft) = page.drafts.get(at) else { return false };
    let long = |other: Option<&CandidateBlock>| other.is_some_and(|other| other.words >= 25);
    let between = long(at.checked_sub(1).and_then(|before| page.drafts.get(before))) && long(page.drafts.get(at + 1));
    between
        && (3..=LONGEST_CAPTION).contains(&draft.words)
        && begins_upper(&draft.text)
        && draft.text.ends_with('.')
        && !draft.text.ends_with("..")
        && page.cues.captions.iter().any(|cues| is_noun_phrase(&draft.text, cues))
}

/// Whether a line is a noun phrase with a preposition: no word of it is a verb, a pronoun, or ends as verbs do.
fn is_noun_phrase(text: &str, cues: &CaptionCues) -> bool {
    let mut with_preposition = false;
    let count = text.split_whitespace().count();
    for (at, raw) in text.split_whitespace().enumerate() {
        let last = at + 1 == count;
        // A second sentence, a clause or a quotation is more than a phrase.
        if !last && raw.ends_with(['.', '!', '?', ';', ':', '…']) || raw.contains(['“', '"', '«', '„']) {
            return false;
        }
        let word = normal(raw);
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
        let early = at > 0 && !with_preposition;
        if early && long && cues.early_endings.iter().any(|ending| word.ends_with(ending.as_str())) {
            return false;
        }
    }
    with_preposition
}

/// After how many words of a short block its credit begins (`… . Image: X`, `… (Photo: X)`); 0 where it is nothing else.
pub(super) fn credit_at(draft: &CandidateBlock, cues: &Cues) -> Option<usize> {
    if draft.words == 0 || draft.words > LONGEST_CREDITED || draft.marker.is_some() {
        return None;
    }
    let words: Vec<&str> = draft.text.split_whitespace().collect();
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
        let sign = rest.first().is_some_and(|word| normal(word).is_empty());
        let phrase = normals(&rest.get(..rest.len().min(6)).unwrap_or_default().join(" "));
        let Some((count, Start::Image)) = cues.start.at(&phrase) else { return false };
        let last = rest.get(count - 1).copied().unwrap_or_default();
        let colon = last.ends_with(':');
        // "Image: X"; "Photo by X" and "© X" need no colon; an image word alone says nothing.
        !sign && rest.len() > count && (colon || count > 1)
            || (last.starts_with('©') && draft.form == BlockKind::Caption)
    })
}

/// After how many words the part begins that the markup says is the credit.
fn marked_credit(draft: &CandidateBlock) -> Option<usize> {
    let (run, _) = draft.marked.iter().find(|(_, hint)| *hint == MarkupHint::Credit)?;
    let before = draft.runs.get(..*run)?;
    let text = text_of(before);
    let spaced = before.is_empty()
        || match (before.last(), draft.runs.get(*run)) {
            (Some(Run::Text { text: a, .. }), Some(Run::Text { text: b, .. })) => {
                a.ends_with(char::is_whitespace) || b.starts_with(char::is_whitespace)
            }
            _ => true,
        };
    spaced.then(|| text.split_whitespace().count())
}

/// Cuts runs after so many words; the space between falls away.
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
