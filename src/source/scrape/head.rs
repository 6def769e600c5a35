//! The blocks before the body: the headline, what belongs to it, and the furniture around them.

use std::collections::{HashMap, HashSet};

use super::{
    block::{BlockKind, CandidateBlock, MarkupHint},
    body, byline,
    cues::{normal, normals},
    page::{Fate, LinePiece, PageView, Part, author, is_prose, line_reason, set},
    reason::Reason,
    signs::{ends_sentence, is_cut_short, is_tag_list, key, last_sign, stem},
};

/// How many times a page may say its beginning before it begins; a text of equal paragraphs is a text.
const MOST_TEASERS: usize = 2;

/// Finds headline, teasers and with them the first block of the body.
pub(super) fn find_beginning(page: &mut PageView<'_>, prose: &[usize], fates: &mut [Option<Fate>]) {
    // Teasers look like prose: each is passed over until the first block that nothing after it repeats.
    let mut teasers = 0;
    for at in 0..page.end.min(page.drafts.len()) {
        let Some(draft) = page.drafts.get(at).filter(|draft| draft.out.is_none()) else { continue };
        if at > page.first || teasers == MOST_TEASERS {
            break;
        }
        if repeats_the_body(draft, at, page, prose) {
            teasers += 1;
            set(fates, at, Fate::Out(Reason::Teaser));
            if at == page.first {
                page.first = prose.iter().copied().find(|next| *next > at).unwrap_or(page.drafts.len());
            }
        }
    }
    page.title = find_title(page, fates);
    if page.first >= page.drafts.len() {
        // Nothing is long: all that follows the headline is the body.
        page.first = page.title.map_or(0, |title| title + 1);
        page.end = page.drafts.len();
    }
    let first = page.first;
    if let (None, Some(draft)) = (page.title, page.drafts.get(first)) {
        // A page without a headline of its own: a short first paragraph says what the next ones are about.
        let more = prose.iter().any(|at| *at > first && *at < page.end);
        if page.meta.title.is_none() && more && draft.words < 25 && page.plain {
            page.title = Some(first);
            page.first = prose.iter().copied().find(|next| *next > first).unwrap_or(page.drafts.len());
        }
    }
    if let Some(title) = page.title {
        set(fates, title, Fate::Title);
        // A headline in the midst of the page (the first paragraphs were not the article's) opens the body.
        page.first = page.first.max(title + 1);
        // A sentence between headline and byline is the standfirst, however long it is.
        let names = |piece: &LinePiece| piece.part == Part::Author;
        let is_byline =
            |draft: &CandidateBlock| byline::read(draft, page).is_some_and(|pieces| pieces.iter().any(names));
        let below = page.drafts.get(page.first + 1).is_some_and(is_byline);
        let alone = page.first == title + 1 && page.drafts.get(page.first).is_some_and(|draft| draft.words <= 80);
        let body = prose.iter().copied().find(|next| *next > page.first + 1 && *next < page.end);
        page.first = body.filter(|_| below && alone).unwrap_or(page.first);
    }
    page.end = page.end.max(page.first).min(page.drafts.len());
}

/// Whether a block says again what one of the next prose blocks begins with: word for word up to where it breaks off,
/// or up to the end of a sentence.
fn repeats_the_body(draft: &CandidateBlock, at: usize, page: &PageView<'_>, prose: &[usize]) -> bool {
    let cut = is_cut_short(&draft.text);
    let mut words = normals(&draft.text);
    // "Read more" behind a teaser.
    for tail in 1..=3.min(words.len().saturating_sub(1)) {
        let from = words.len() - tail;
        if words.get(from..).is_some_and(|end| page.cues.line.at(end).is_some_and(|(count, _)| count == tail)) {
            words.truncate(from);
            break;
        }
    }
    if words.len() < if cut { 4 } else { 8 } {
        return false;
    }
    let after = prose.partition_point(|other| *other <= at);
    // What is whole and still a teaser stands right before what it repeats; a refrain does not.
    let near = if cut { 4 } else { 1 };
    prose
        .iter()
        .skip(after)
        .take(near)
        .any(|start| begins_so(&words, cut, page.drafts.get(*start..).unwrap_or_default()))
}

/// Whether the blocks, read on, begin with these words.
fn begins_so(words: &[String], cut: bool, drafts: &[CandidateBlock]) -> bool {
    let mut body = drafts.iter().take(16).flat_map(|draft| draft.text.split_whitespace()).filter_map(|raw| {
        let word = normal(raw);
        (!word.is_empty()).then_some((word, raw))
    });
    let count = words.len();
    for (at, word) in words.iter().enumerate() {
        let Some((there, raw)) = body.next() else { return false };
        let last = at + 1 == count;
        let same = *word == there || (last && cut && there.starts_with(word.as_str()));
        if !same {
            return false;
        }
        if last && !cut {
            return ends_sentence(raw);
        }
    }
    true
}

/// The longest headline, in words.
const LONGEST_TITLE: usize = 34;

fn find_title(page: &PageView<'_>, fates: &[Option<Fate>]) -> Option<usize> {
    let said = page.meta.title.as_deref().map(key).unwrap_or_default();
    if !page.plain {
        return title_of_markup(page, &said);
    }
    let body: HashSet<String> = page
        .drafts
        .get(page.first..page.end)
        .unwrap_or_default()
        .iter()
        .flat_map(|draft| draft.text.split_whitespace())
        .filter_map(stem)
        .collect();
    let open = page.first.min(page.drafts.len());
    let unknown: Vec<bool> = (0..open).map(|at| is_unknown(page, fates, at)).collect();
    let mut strangers: HashMap<usize, usize> = HashMap::new();
    for (at, _) in unknown.iter().enumerate().filter(|(_, unknown)| **unknown) {
        if let Some(draft) = page.drafts.get(at) {
            *strangers.entry(draft.group).or_default() += 1;
        }
    }
    let candidates = unknown.iter().enumerate().filter(|(_, unknown)| **unknown).filter_map(|(at, _)| {
        let draft = page.drafts.get(at)?;
        let words: Vec<String> = draft.text.split_whitespace().filter_map(stem).collect();
        let shared = words.iter().filter(|word| body.contains(*word)).count();
        let mut score = i64::try_from((shared * 4).checked_div(words.len()).unwrap_or(0)).unwrap_or(0);
        score += i64::try_from(draft.words.min(8) / 2).unwrap_or(0);
        score += match strangers.get(&draft.group) {
            Some(0..=1) => 3,
            Some(2) => 1,
            _ => -2,
        };
        score -= match last_sign(&draft.text) {
            Some('.') => 2,
            Some(':' | ',' | ';') => 3,
            _ => 0,
        };
        score -= if draft.words > 20 { 2 } else { 0 };
        score -= if is_tag_list(&draft.text) { 3 } else { 0 };
        Some((score, at))
    });
    candidates.max_by_key(|(score, at)| (*score, std::cmp::Reverse(*at))).map(|(_, at)| at)
}

/// Whether a line of the head could be a headline: nothing else is known of it.
fn is_unknown(page: &PageView<'_>, fates: &[Option<Fate>], at: usize) -> bool {
    let Some(draft) = page.drafts.get(at) else { return false };
    matches!(fates.get(at), Some(None))
        && draft.form == BlockKind::Paragraph
        && (1..=LONGEST_TITLE).contains(&draft.words)
        && !is_cut_short(&draft.text)
        && line_reason(draft, page).is_none()
        && byline::read(draft, page).is_none()
        && !byline::is_author_line(draft, page)
        && body::credit_at(draft, page.cues).is_none()
}

/// The headline that the markup names: the heading that says what the metadata say, or the first of the first level.
fn title_of_markup(page: &PageView<'_>, said: &str) -> Option<usize> {
    let rank = |draft: &CandidateBlock| -> u8 {
        let heading = matches!(draft.form, BlockKind::Heading(_)) || draft.hint == Some(MarkupHint::Title);
        let first_level = draft.form == BlockKind::Heading(1);
        if draft.words == 0 || draft.words > 2 * LONGEST_TITLE || !(heading || first_level) {
            return 0;
        }
        let text = key(&draft.text);
        // `<title>` often has the site's name beside the headline.
        let same = !text.is_empty() && (text == said || (said.starts_with(&text) && draft.words >= 3));
        match (same, first_level, draft.out) {
            (true, true, _) => 6,
            (true, false, None | Some(Reason::Header | Reason::Outside)) => 5,
            (_, true, None) => 4,
            (false, false, None) if draft.hint == Some(MarkupHint::Title) => 3,
            (_, true, Some(Reason::Outside)) => 2,
            (_, true, Some(Reason::Header)) if said.is_empty() => 1,
            _ => 0,
        }
    };
    let best = page.drafts.iter().enumerate().map(|(at, draft)| (rank(draft), at)).filter(|(rank, _)| *rank > 0);
    let found = best.max_by_key(|(rank, at)| (*rank, std::cmp::Reverse(*at))).map(|(_, at)| at);
    found.or_else(|| {
        // A page without headings of the first level: its first heading, if it stands before the body.
        let before = page.drafts.get(..page.first)?;
        let heading = |draft: &CandidateBlock| {
            draft.out.is_none() && matches!(draft.form, BlockKind::Heading(_)) && draft.words > 1
        };
        said.is_empty().then(|| before.iter().position(heading)).flatten()
    })
}

/// Judges what stands before the body's first block.
pub(super) fn judge(page: &PageView<'_>, fates: &mut [Option<Fate>]) {
    let said = page.title.and_then(|at| page.drafts.get(at)).map(|draft| key(&draft.text)).unwrap_or_default();
    let body: HashSet<String> = page
        .drafts
        .get(page.first..)
        .unwrap_or_default()
        .iter()
        .flat_map(|draft| draft.text.split_whitespace())
        .filter_map(stem)
        .collect();
    let mut standfirst = page.drafts.iter().zip(fates.iter()).any(|(_, fate)| *fate == Some(Fate::Standfirst));
    // Whether only the headline and what belongs to it has come so far: the next line may be the standfirst.
    let mut under_title = false;
    let byline_below = last_byline(page, fates);
    for at in 0..page.first.min(page.drafts.len()) {
        let Some(draft) = page.drafts.get(at) else { continue };
        if page.title == Some(at) {
            under_title = true;
        }
        if fates.get(at).is_none_or(Option::is_some) {
            continue;
        }
        let below = page.title.is_none_or(|title| at > title);
        let fate = if let Some(reason) = line_reason(draft, page) {
            Fate::Out(reason)
        } else if !said.is_empty() && key(&draft.text) == said {
            Fate::Out(Reason::RepeatedTitle)
        } else if draft.hint == Some(MarkupHint::Standfirst) && !standfirst && draft.words <= 100 {
            standfirst = true;
            Fate::Standfirst
        } else if byline::is_bio(draft, page) && !page.plain {
            Fate::Bio
        } else if let Some(pieces) = byline::read(draft, page) {
            Fate::Line(pieces)
        } else if byline::is_author_line(draft, page) {
            author(draft)
        } else if below {
            let said_own = page.meta.description.as_deref().is_some_and(|text| key(text) == key(&draft.text));
            let subtitle = !ends_sentence(&draft.text) && draft.words >= 3 && page.plain;
            let close = page.title.and_then(|title| page.drafts.get(title)).is_some_and(|t| t.group == draft.group);
            let before_byline = byline_below.is_some_and(|byline| at < byline);
            let words =
                matches!(draft.form, BlockKind::Paragraph | BlockKind::Heading(_)) && (3..=80).contains(&draft.words);
            let told = said_own || before_byline || (page.plain && (subtitle || close));
            let credit = body::credit_at(draft, page.cues).is_some();
            if words && told && !standfirst && under_title && !credit {
                standfirst = true;
                Fate::Standfirst
            } else {
                body::fate_of(page, at)
            }
        } else {
            above_title(draft, page, &body)
        };
        under_title &= matches!(fate, Fate::Out(_) | Fate::Line(_));
        set(fates, at, fate);
    }
}

/// The last line between headline and body that is a byline or dateline.
fn last_byline(page: &PageView<'_>, fates: &[Option<Fate>]) -> Option<usize> {
    let from = page.title? + 1;
    (from..page.first.min(page.drafts.len())).rev().filter(|at| matches!(fates.get(*at), Some(None))).find(|at| {
        page.drafts.get(*at).is_some_and(|draft| {
            line_reason(draft, page).is_none()
                && (byline::is_author_line(draft, page) || byline::read(draft, page).is_some())
        })
    })
}

/// An unknown line above the headline: a menu's, a tag list, a section's name; else it stays.
fn above_title(draft: &CandidateBlock, page: &PageView<'_>, body: &HashSet<String>) -> Fate {
    if matches!(draft.form, BlockKind::Picture | BlockKind::Caption | BlockKind::Credit) {
        return body::plain_fate(draft, page);
    }
    if is_prose(draft, page.cues) {
        return Fate::Keep;
    }
    let menu = page.plain && page.group_size(draft) >= 3 && !ends_sentence_in_stop(&draft.text);
    let known = draft.text.split_whitespace().filter_map(stem).any(|word| body.contains(&word));
    if is_tag_list(&draft.text) {
        Fate::Out(Reason::Tags)
    } else if menu || (draft.linked == draft.words && draft.linked > 0) {
        Fate::Out(Reason::Navigation)
    } else if draft.words <= 3 {
        Fate::Out(Reason::Section)
    } else if !known && !ends_sentence(&draft.text) {
        Fate::Out(Reason::Navigation)
    } else {
        Fate::Keep
    }
}

fn ends_sentence_in_stop(text: &str) -> bool {
    last_sign(text) == Some('.')
}
