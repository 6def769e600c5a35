//! The blocks after the body: boilerplate, byline and bio, tags, counters, links to other articles.

use super::{
    block::{BlockKind, CandidateBlock, MarkupHint},
    body, byline,
    cues::{Boilerplate, normalise},
    furniture,
    page::{PageView, Verdict, author_line, line_reason, set},
    reason::Reason,
    shape::{ends_sentence, is_tag_list, key},
};

/// The longest boilerplate, in words.
const LONGEST_BOILERPLATE: usize = 160;

/// The block after the last one of the body: going back from the end, boilerplate and notes about the author are
/// skipped.
pub(super) fn start(page: &PageView<'_>, prose: &[usize]) -> usize {
    let core = prose.iter().any(|at| page.blocks.get(*at).is_some_and(|block| block.core));
    for at in prose.iter().rev() {
        let Some(block) = page.blocks.get(*at) else { continue };
        if *at <= page.first {
            return *at + 1;
        }
        let is_after_body = (core && !block.core && page.blocks.get(page.first).is_some_and(|first| first.core))
            || boilerplate_of(block, page).is_some()
            || byline::is_bio(block, page);
        if !is_after_body {
            return *at + 1;
        }
    }
    page.blocks.len()
}

/// Judges the blocks after the body.
pub(super) fn judge(page: &PageView<'_>, verdicts: &mut [Option<Verdict>]) {
    let title = page.title.and_then(|at| page.blocks.get(at)).map(|block| key(&block.text)).unwrap_or_default();
    // After a line such as "Read also" or "Comments", short lines belong to that list.
    let mut section: Option<Reason> = None;
    let menus = menus(page);
    for at in page.end..page.blocks.len() {
        if !matches!(verdicts.get(at), Some(None)) {
            continue;
        }
        let Some(block) = page.blocks.get(at) else { continue };
        let verdict = if matches!(block.form, BlockKind::Picture | BlockKind::Code) && section.is_none() {
            body::verdict_of_kind(block, page)
        } else if let Some(reason) = line_reason(block, page) {
            let opens = matches!(reason, Reason::Related | Reason::Comments)
                && furniture::of_line(block.text.trim_end_matches(':'), page.cues).is_some();
            section = if opens { Some(reason) } else { section };
            Verdict::Out(reason)
        } else if let Some(number) = boilerplate_of(block, page) {
            body::boilerplate(page.cues, number)
        } else if !title.is_empty() && key(&block.text) == title {
            Verdict::Out(Reason::RepeatedTitle)
        } else if byline::is_bio(block, page) {
            Verdict::Bio
        } else if let Some(pieces) = byline::read(block, page) {
            Verdict::Line(pieces)
        } else if byline::is_author_line(block, page) {
            author_line(block)
        } else if let Some(reason) = section.filter(|_| !ends_sentence(&block.text) && block.words <= 30) {
            Verdict::Out(reason)
        } else if !page.plain && block.linked == block.words && block.words > 0 && is_link_list(page, at) {
            Verdict::Out(Reason::Related)
        } else if is_tag_list(&block.text) && block.words <= 40 && page.plain {
            Verdict::Out(Reason::Tags)
        } else if menus.contains(&block.group) && page.plain && !ends_sentence(&block.text) {
            Verdict::Out(Reason::Navigation)
        } else {
            body::verdict_of(page, at)
        };
        set(verdicts, at, verdict);
    }
}

/// The groups that are menus: at least three blocks, a third of them known furniture.
fn menus(page: &PageView<'_>) -> std::collections::HashSet<usize> {
    let mut counts: std::collections::HashMap<usize, usize> = std::collections::HashMap::new();
    for block in page.blocks.get(page.end..).unwrap_or_default() {
        let furniture = line_reason(block, page).is_some();
        *counts.entry(block.group).or_default() += usize::from(furniture);
    }
    let size = |group: usize| page.groups.get(group).copied().unwrap_or(0);
    counts
        .into_iter()
        .filter(|(group, count)| size(*group) >= 3 && count * 3 >= size(*group))
        .map(|(group, _)| group)
        .collect()
}

/// Whether a block that is all link has two adjacent blocks like it.
fn is_link_list(page: &PageView<'_>, at: usize) -> bool {
    let linked = |at: usize| page.blocks.get(at).is_some_and(|block| block.words > 0 && block.linked == block.words);
    let before = (1..=2).take_while(|back| at.checked_sub(*back).is_some_and(linked)).count();
    let after = (1..=2).take_while(|on| linked(at + on)).count();
    before + after >= 2
}

/// The number of the boilerplate that a block is: it appeals to the reader, and not in a quotation.
fn boilerplate_of(block: &CandidateBlock, page: &PageView<'_>) -> Option<usize> {
    if let Some(MarkupHint::Boilerplate(number)) = block.hint {
        return Some(number);
    }
    if block.words > LONGEST_BOILERPLATE || block.words < 3 || !matches!(block.form, BlockKind::Paragraph) {
        return None;
    }
    let words = unquoted(&block.text);
    let score = |boilerplate: &Boilerplate| {
        let asks = boilerplate.ask.count_in(&words);
        let other = boilerplate.word.count_in(&words);
        if asks > 0 && (asks + other >= 2 || block.words <= 25) { asks * 2 + other } else { 0 }
    };
    let scores = page.cues.boilerplate.iter().map(score).enumerate();
    scores.filter(|(_, score)| *score > 0).max_by_key(|(at, score)| (*score, std::cmp::Reverse(*at))).map(|(at, _)| at)
}

/// The normalised words outside quotation marks.
fn unquoted(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut inside = false;
    for raw in text.split_whitespace() {
        let opens = raw.starts_with(['“', '«', '„', '"']);
        inside |= opens;
        if !inside {
            let word = normalise(raw);
            if !word.is_empty() {
                out.push(word);
            }
        }
        let bare = raw.trim_end_matches(['.', ',', '!', '?', ';', ':', ')']);
        if bare.ends_with(['”', '»', '“', '"']) || raw.contains('”') || raw.contains('»') {
            inside = false;
        }
    }
    out
}
