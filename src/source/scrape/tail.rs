//! The blocks after the body: texts of the house, byline and bio, tags, counters, links to other articles.

use super::{
    block::{BlockKind, CandidateBlock, MarkupHint},
    body, byline,
    cues::{Boilerplate, normal},
    furniture,
    page::{Fate, PageView, author, line_reason, set},
    reason::Reason,
    signs::{ends_sentence, is_tag_list, key},
};

/// The longest fixed text of the house, in words.
const LONGEST_BOILERPLATE: usize = 160;

/// The block after the last one of the body: from the end on, texts of the house and notes about the author are passed
/// over.
pub(super) fn start(page: &PageView<'_>, prose: &[usize]) -> usize {
    let core = prose.iter().any(|at| page.drafts.get(*at).is_some_and(|draft| draft.core));
    for at in prose.iter().rev() {
        let Some(draft) = page.drafts.get(*at) else { continue };
        if *at <= page.first {
            return *at + 1;
        }
        let other = (core && !draft.core && page.drafts.get(page.first).is_some_and(|first| first.core))
            || boilerplate_of(draft, page).is_some()
            || byline::is_bio(draft, page);
        if !other {
            return *at + 1;
        }
    }
    page.drafts.len()
}

/// Judges what stands after the body's last block.
pub(super) fn judge(page: &PageView<'_>, fates: &mut [Option<Fate>]) {
    let title = page.title.and_then(|at| page.drafts.get(at)).map(|draft| key(&draft.text)).unwrap_or_default();
    // After a line such as "Read also" or "Comments" short lines belong to that list.
    let mut section: Option<Reason> = None;
    let menus = menus(page);
    for at in page.end..page.drafts.len() {
        if !matches!(fates.get(at), Some(None)) {
            continue;
        }
        let Some(draft) = page.drafts.get(at) else { continue };
        let fate = if matches!(draft.form, BlockKind::Picture | BlockKind::Code) && section.is_none() {
            body::plain_fate(draft, page)
        } else if let Some(reason) = line_reason(draft, page) {
            let opens = matches!(reason, Reason::Related | Reason::Comments)
                && furniture::of_line(draft.text.trim_end_matches(':'), page.cues).is_some();
            section = if opens { Some(reason) } else { section };
            Fate::Out(reason)
        } else if let Some(number) = boilerplate_of(draft, page) {
            body::boilerplate(page.cues, number)
        } else if !title.is_empty() && key(&draft.text) == title {
            Fate::Out(Reason::RepeatedTitle)
        } else if byline::is_bio(draft, page) {
            Fate::Bio
        } else if let Some(pieces) = byline::read(draft, page) {
            Fate::Line(pieces)
        } else if byline::is_author_line(draft, page) {
            author(draft)
        } else if let Some(reason) = section.filter(|_| !ends_sentence(&draft.text) && draft.words <= 30) {
            Fate::Out(reason)
        } else if !page.plain && draft.linked == draft.words && draft.words > 0 && is_link_list(page, at) {
            Fate::Out(Reason::Related)
        } else if is_tag_list(&draft.text) && draft.words <= 40 && page.plain {
            Fate::Out(Reason::Tags)
        } else if menus.contains(&draft.group) && page.plain && !ends_sentence(&draft.text) {
            Fate::Out(Reason::Navigation)
        } else {
            body::fate_of(page, at)
        };
        set(fates, at, fate);
    }
}

/// Groups of at least three short lines of which a third are known from menus.
fn menus(page: &PageView<'_>) -> std::collections::HashSet<usize> {
    let mut known: std::collections::HashMap<usize, usize> = std::collections::HashMap::new();
    for draft in page.drafts.get(page.end..).unwrap_or_default() {
        let furniture = line_reason(draft, page).is_some();
        *known.entry(draft.group).or_default() += usize::from(furniture);
    }
    let size = |group: usize| page.groups.get(group).copied().unwrap_or(0);
    known
        .into_iter()
        .filter(|(group, count)| size(*group) >= 3 && count * 3 >= size(*group))
        .map(|(group, _)| group)
        .collect()
}

/// Whether a block that is all link has two neighbours like it.
fn is_link_list(page: &PageView<'_>, at: usize) -> bool {
    let linked = |at: usize| page.drafts.get(at).is_some_and(|draft| draft.words > 0 && draft.linked == draft.words);
    let before = (1..=2).take_while(|back| at.checked_sub(*back).is_some_and(linked)).count();
    let after = (1..=2).take_while(|on| linked(at + on)).count();
    before + after >= 2
}

/// Which fixed text of the house a block is: it turns to the reader, in words of its own and not of a quotation.
fn boilerplate_of(draft: &CandidateBlock, page: &PageView<'_>) -> Option<usize> {
    if let Some(MarkupHint::Boilerplate(number)) = draft.hint {
        return Some(number);
    }
    if draft.words > LONGEST_BOILERPLATE || draft.words < 3 || !matches!(draft.form, BlockKind::Paragraph) {
        return None;
    }
    let words = unquoted(&draft.text);
    let score = |block: &Boilerplate| {
        let asks = block.ask.count_in(&words);
        let other = block.word.count_in(&words);
        if asks > 0 && (asks + other >= 2 || draft.words <= 25) { asks * 2 + other } else { 0 }
    };
    let scores = page.cues.boilerplate.iter().map(score).enumerate();
    scores.filter(|(_, score)| *score > 0).max_by_key(|(at, score)| (*score, std::cmp::Reverse(*at))).map(|(at, _)| at)
}

/// The words outside quotation marks, as cues have them.
fn unquoted(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut inside = false;
    for raw in text.split_whitespace() {
        let opens = raw.starts_with(['“', '«', '„', '"']);
        inside |= opens;
        if !inside {
            let word = normal(raw);
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
