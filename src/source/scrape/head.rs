//! The blocks before the body: the headline, the blocks that belong to it, and the furniture around them.

use std::collections::{HashMap, HashSet};

use super::{
    block::{BlockKind, CandidateBlock, MarkupHint},
    body, byline,
    cues::{normalise, normalised_words},
    page::{LinePiece, PageView, Part, Verdict, author_line, is_prose, line_reason, set},
    reason::Reason,
    shape::{ends_sentence, is_cut_short, is_tag_list, key, last_char, stem},
};

/// How many teasers may repeat the beginning of the body; a text of identical paragraphs is still a text.
const MAX_TEASERS: usize = 2;

/// Finds the headline, the teasers and the first block of the body.
pub(super) fn find_beginning(page: &mut PageView<'_>, prose: &[usize], verdicts: &mut [Option<Verdict>]) {
    // Teasers look like prose: they are skipped up to the first block that nothing after it repeats.
    let mut teasers = 0;
    for at in 0..page.end.min(page.blocks.len()) {
        let Some(block) = page.blocks.get(at).filter(|block| block.out.is_none()) else { continue };
        if at > page.first || teasers == MAX_TEASERS {
            break;
        }
        if repeats_body(block, at, page, prose) {
            teasers += 1;
            set(verdicts, at, Verdict::Out(Reason::Teaser));
            if at == page.first {
                page.first = prose.iter().copied().find(|next| *next > at).unwrap_or(page.blocks.len());
            }
        }
    }
    page.title = find_title(page, verdicts);
    if page.first >= page.blocks.len() {
        // No block is long: everything after the headline is the body.
        page.first = page.title.map_or(0, |title| title + 1);
        page.end = page.blocks.len();
    }
    let first = page.first;
    if let (None, Some(block)) = (page.title, page.blocks.get(first)) {
        // A page without a headline: a short first paragraph serves as one.
        let more = prose.iter().any(|at| *at > first && *at < page.end);
        if page.meta.title.is_none() && more && block.words < 25 && page.plain {
            page.title = Some(first);
            page.first = prose.iter().copied().find(|next| *next > first).unwrap_or(page.blocks.len());
        }
    }
    if let Some(title) = page.title {
        set(verdicts, title, Verdict::Title);
        // A headline in the middle of the page (the first paragraphs were not the article's) opens the body.
        page.first = page.first.max(title + 1);
        // A sentence between headline and byline is the standfirst, however long.
        let names = |piece: &LinePiece| piece.part == Part::Author;
        let is_byline =
            |block: &CandidateBlock| byline::read(block, page).is_some_and(|pieces| pieces.iter().any(names));
        let below = page.blocks.get(page.first + 1).is_some_and(is_byline);
        let alone = page.first == title + 1 && page.blocks.get(page.first).is_some_and(|block| block.words <= 80);
        let body = prose.iter().copied().find(|next| *next > page.first + 1 && *next < page.end);
        page.first = body.filter(|_| below && alone).unwrap_or(page.first);
    }
    page.end = page.end.max(page.first).min(page.blocks.len());
}

/// Whether a block repeats the beginning of one of the next prose blocks: word for word up to where it breaks off, or
/// up to the end of a sentence.
fn repeats_body(block: &CandidateBlock, at: usize, page: &PageView<'_>, prose: &[usize]) -> bool {
    let is_cut = is_cut_short(&block.text);
    let mut words = normalised_words(&block.text);
    // "Read more" after a teaser.
    for tail in 1..=3.min(words.len().saturating_sub(1)) {
        let from = words.len() - tail;
        if words
            .get(from..)
            .is_some_and(|end| page.cues.line.longest_match(end).is_some_and(|(count, _)| count == tail))
        {
            words.truncate(from);
            break;
        }
    }
    if words.len() < if is_cut { 4 } else { 8 } {
        return false;
    }
    let after = prose.partition_point(|other| *other <= at);
    // A complete teaser is right before the text that it repeats; a refrain is not.
    let near = if is_cut { 4 } else { 1 };
    prose
        .iter()
        .skip(after)
        .take(near)
        .any(|start| blocks_begin_with(&words, is_cut, page.blocks.get(*start..).unwrap_or_default()))
}

/// Whether the text of the blocks begins with these words.
fn blocks_begin_with(words: &[String], is_cut: bool, blocks: &[CandidateBlock]) -> bool {
    let mut body = blocks.iter().take(16).flat_map(|block| block.text.split_whitespace()).filter_map(|raw| {
        let word = normalise(raw);
        (!word.is_empty()).then_some((word, raw))
    });
    let count = words.len();
    for (at, word) in words.iter().enumerate() {
        let Some((other, raw)) = body.next() else { return false };
        let last = at + 1 == count;
        let same = *word == other || (last && is_cut && other.starts_with(word.as_str()));
        if !same {
            return false;
        }
        if last && !is_cut {
            return ends_sentence(raw);
        }
    }
    true
}

/// The longest headline, in words.
const LONGEST_TITLE: usize = 34;

fn find_title(page: &PageView<'_>, verdicts: &[Option<Verdict>]) -> Option<usize> {
    let meta_title = page.meta.title.as_deref().map(key).unwrap_or_default();
    if !page.plain {
        return find_marked_title(page, &meta_title);
    }
    let body: HashSet<String> = page
        .blocks
        .get(page.first..page.end)
        .unwrap_or_default()
        .iter()
        .flat_map(|block| block.text.split_whitespace())
        .filter_map(stem)
        .collect();
    let open = page.first.min(page.blocks.len());
    let unknown: Vec<bool> = (0..open).map(|at| is_unknown(page, verdicts, at)).collect();
    let mut unknown_per_group: HashMap<usize, usize> = HashMap::new();
    for (at, _) in unknown.iter().enumerate().filter(|(_, unknown)| **unknown) {
        if let Some(block) = page.blocks.get(at) {
            *unknown_per_group.entry(block.group).or_default() += 1;
        }
    }
    let candidates = unknown.iter().enumerate().filter(|(_, unknown)| **unknown).filter_map(|(at, _)| {
        let block = page.blocks.get(at)?;
        let words: Vec<String> = block.text.split_whitespace().filter_map(stem).collect();
        let shared = words.iter().filter(|word| body.contains(*word)).count();
        let mut score = i64::try_from((shared * 4).checked_div(words.len()).unwrap_or(0)).unwrap_or(0);
        score += i64::try_from(block.words.min(8) / 2).unwrap_or(0);
        score += match unknown_per_group.get(&block.group) {
            Some(0..=1) => 3,
            Some(2) => 1,
            _ => -2,
        };
        score -= match last_char(&block.text) {
            Some('.') => 2,
            Some(':' | ',' | ';') => 3,
            _ => 0,
        };
        score -= if block.words > 20 { 2 } else { 0 };
        score -= if is_tag_list(&block.text) { 3 } else { 0 };
        Some((score, at))
    });
    candidates.max_by_key(|(score, at)| (*score, std::cmp::Reverse(*at))).map(|(_, at)| at)
}

/// Whether a line of the head could be a headline: it is not known to be anything else.
fn is_unknown(page: &PageView<'_>, verdicts: &[Option<Verdict>], at: usize) -> bool {
    let Some(block) = page.blocks.get(at) else { return false };
    matches!(verdicts.get(at), Some(None))
        && block.form == BlockKind::Paragraph
        && (1..=LONGEST_TITLE).contains(&block.words)
        && !is_cut_short(&block.text)
        && line_reason(block, page).is_none()
        && byline::read(block, page).is_none()
        && !byline::is_author_line(block, page)
        && body::credit_at(block, page.cues).is_none()
}

/// The headline according to the markup: the heading that matches the metadata, or the first of level 1.
fn find_marked_title(page: &PageView<'_>, meta_title: &str) -> Option<usize> {
    let rank = |block: &CandidateBlock| -> u8 {
        let heading = matches!(block.form, BlockKind::Heading(_)) || block.hint == Some(MarkupHint::Title);
        let first_level = block.form == BlockKind::Heading(1);
        if block.words == 0 || block.words > 2 * LONGEST_TITLE || !(heading || first_level) {
            return 0;
        }
        let text = key(&block.text);
        // `<title>` often has the site's name after the headline.
        let same = !text.is_empty() && (text == meta_title || (meta_title.starts_with(&text) && block.words >= 3));
        match (same, first_level, block.out) {
            (true, true, _) => 6,
            (true, false, None | Some(Reason::Header | Reason::Outside)) => 5,
            (_, true, None) => 4,
            (false, false, None) if block.hint == Some(MarkupHint::Title) => 3,
            (_, true, Some(Reason::Outside)) => 2,
            (_, true, Some(Reason::Header)) if meta_title.is_empty() => 1,
            _ => 0,
        }
    };
    let best = page.blocks.iter().enumerate().map(|(at, block)| (rank(block), at)).filter(|(rank, _)| *rank > 0);
    let best = best.max_by_key(|(rank, at)| (*rank, std::cmp::Reverse(*at))).map(|(_, at)| at);
    best.or_else(|| {
        // A page without headings of level 1: its first heading, if it comes before the body.
        let before = page.blocks.get(..page.first)?;
        let heading = |block: &CandidateBlock| {
            block.out.is_none() && matches!(block.form, BlockKind::Heading(_)) && block.words > 1
        };
        meta_title.is_empty().then(|| before.iter().position(heading)).flatten()
    })
}

/// Judges the blocks before the body.
pub(super) fn judge(page: &PageView<'_>, verdicts: &mut [Option<Verdict>]) {
    let title_key = page.title.and_then(|at| page.blocks.get(at)).map(|block| key(&block.text)).unwrap_or_default();
    let body: HashSet<String> = page
        .blocks
        .get(page.first..)
        .unwrap_or_default()
        .iter()
        .flat_map(|block| block.text.split_whitespace())
        .filter_map(stem)
        .collect();
    let mut standfirst =
        page.blocks.iter().zip(verdicts.iter()).any(|(_, verdict)| *verdict == Some(Verdict::Standfirst));
    // Whether only the headline and its lines have come so far: the next line may be the standfirst.
    let mut is_under_title = false;
    let byline_below = last_byline(page, verdicts);
    for at in 0..page.first.min(page.blocks.len()) {
        let Some(block) = page.blocks.get(at) else { continue };
        if page.title == Some(at) {
            is_under_title = true;
        }
        if verdicts.get(at).is_none_or(Option::is_some) {
            continue;
        }
        let below = page.title.is_none_or(|title| at > title);
        let verdict = if let Some(reason) = line_reason(block, page) {
            Verdict::Out(reason)
        } else if !title_key.is_empty() && key(&block.text) == title_key {
            Verdict::Out(Reason::RepeatedTitle)
        } else if block.hint == Some(MarkupHint::Standfirst) && !standfirst && block.words <= 100 {
            standfirst = true;
            Verdict::Standfirst
        } else if byline::is_bio(block, page) && !page.plain {
            Verdict::Bio
        } else if let Some(pieces) = byline::read(block, page) {
            Verdict::Line(pieces)
        } else if byline::is_author_line(block, page) {
            author_line(block)
        } else if below {
            let is_description = page.meta.description.as_deref().is_some_and(|text| key(text) == key(&block.text));
            let is_subtitle = !ends_sentence(&block.text) && block.words >= 3 && page.plain;
            let is_adjacent =
                page.title.and_then(|title| page.blocks.get(title)).is_some_and(|t| t.group == block.group);
            let before_byline = byline_below.is_some_and(|byline| at < byline);
            let fits_standfirst =
                matches!(block.form, BlockKind::Paragraph | BlockKind::Heading(_)) && (3..=80).contains(&block.words);
            let may_be_standfirst = is_description || before_byline || (page.plain && (is_subtitle || is_adjacent));
            let has_credit = body::credit_at(block, page.cues).is_some();
            if fits_standfirst && may_be_standfirst && !standfirst && is_under_title && !has_credit {
                standfirst = true;
                Verdict::Standfirst
            } else {
                body::verdict_of(page, at)
            }
        } else {
            above_title(block, page, &body)
        };
        is_under_title &= matches!(verdict, Verdict::Out(_) | Verdict::Line(_));
        set(verdicts, at, verdict);
    }
}

/// The last byline or dateline between headline and body.
fn last_byline(page: &PageView<'_>, verdicts: &[Option<Verdict>]) -> Option<usize> {
    let from = page.title? + 1;
    (from..page.first.min(page.blocks.len())).rev().filter(|at| matches!(verdicts.get(*at), Some(None))).find(|at| {
        page.blocks.get(*at).is_some_and(|block| {
            line_reason(block, page).is_none()
                && (byline::is_author_line(block, page) || byline::read(block, page).is_some())
        })
    })
}

/// The verdict on an unknown line above the headline: part of a menu, a tag list, a section's name; else it stays.
fn above_title(block: &CandidateBlock, page: &PageView<'_>, body: &HashSet<String>) -> Verdict {
    if matches!(block.form, BlockKind::Picture | BlockKind::Caption | BlockKind::Credit) {
        return body::verdict_of_kind(block, page);
    }
    if is_prose(block, page.cues) {
        return Verdict::Keep;
    }
    let is_menu = page.plain && page.group_size(block) >= 3 && !ends_with_full_stop(&block.text);
    let shares_words = block.text.split_whitespace().filter_map(stem).any(|word| body.contains(&word));
    if is_tag_list(&block.text) {
        Verdict::Out(Reason::Tags)
    } else if is_menu || (block.linked == block.words && block.linked > 0) {
        Verdict::Out(Reason::Navigation)
    } else if block.words <= 3 {
        Verdict::Out(Reason::Section)
    } else if !shares_words && !ends_sentence(&block.text) {
        Verdict::Out(Reason::Navigation)
    } else {
        Verdict::Keep
    }
}

fn ends_with_full_stop(text: &str) -> bool {
    last_char(text) == Some('.')
}
