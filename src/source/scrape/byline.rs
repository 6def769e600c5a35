//! Names, bylines, datelines and notes about the author.

use std::collections::{HashMap, HashSet};

use super::{
    block::{CandidateBlock, MarkupHint, Run, collapse},
    cues::{Cues, Start, normalise, normalised_words},
    date, furniture,
    page::{LinePiece, PageView, Part},
    reason::Reason,
    shape::{ends_sentence, key},
};

/// The longest line, in words, that can be a byline.
const LONGEST_BYLINE: usize = 20;

/// Trims the punctuation around a name, unless a word would be lost with it.
pub(super) fn trim_name(name: &str) -> &str {
    let trimmed =
        name.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '|' | '/' | '·' | '•'));
    if trimmed.split_whitespace().count() == name.split_whitespace().count() { trimmed } else { name }
}

/// Whether words look like a person's name: two to five, each capitalised, with small words only inside.
pub(super) fn is_name(words: &[&str], cues: &Cues) -> bool {
    let count = words.len();
    let is_date = |pair: &[&str]| matches!(pair, [a, b] if a.ends_with(',') && cues.months.contains_key(&normalise(b)));
    !words.windows(2).any(is_date)
        && (2..=8).contains(&count)
        && words.iter().filter(|word| !cues.in_name.contains(&normalise(word))).count() <= 5
        && words.iter().enumerate().all(|(at, word)| {
            let last = at + 1 == count;
            let inner = word.trim_end_matches([',', '.']);
            let letters = |c: char| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.' | 'ʼ' | '\u{301}');
            let initial = inner.chars().filter(|c| c.is_alphabetic()).count() <= 2;
            let capital = inner.chars().next().is_some_and(char::is_uppercase);
            let small = !last && at > 0 && cues.in_name.contains(&normalise(word));
            !inner.is_empty()
                && inner.chars().all(letters)
                && (capital || small)
                && (!word.ends_with('.') || (initial && !last))
                && !(last && word.ends_with(','))
        })
}

/// Collects the author's names as confirmed by the page: by metadata, by markup, by a repeated line, or by a line
/// together with the beginning of a note.
pub(super) fn find_names(page: &mut PageView<'_>) {
    let mut names: HashSet<String> = page.meta.author.iter().map(|name| key(name)).collect();
    let mut lines: HashMap<String, usize> = HashMap::new();
    let (mut openings, mut described, mut desk_candidates) = (HashSet::new(), HashSet::new(), HashSet::new());
    for (at, block) in page.blocks.iter().enumerate() {
        for (run, hint) in &block.marked {
            if let (MarkupHint::Byline, Some(Run::Text { text, .. })) = (hint, block.runs.get(*run)) {
                let name = without_label(text, page.cues);
                if (1..=6).contains(&name.split_whitespace().count()) {
                    names.insert(key(&name));
                }
            }
        }
        if (page.first..page.end).contains(&at) && at != page.first {
            continue;
        }
        let words: Vec<&str> = block.text.split_whitespace().take(9).collect();
        if is_name(&words, page.cues) && block.words == words.len() {
            *lines.entry(key(&block.text)).or_default() += 1;
        } else if block.words <= 4 && is_plain_line(&words) && furniture::of_line(&block.text, page.cues).is_none() {
            // Perhaps a desk's name: only a note that begins with it and describes it can tell.
            desk_candidates.insert(key(&block.text));
        } else if block.words > 4 {
            for count in 1..=4 {
                let name = key(&words.get(..count).unwrap_or_default().join(" "));
                if words.get(count..).is_some_and(|rest| describes_person(rest, page.cues)) {
                    described.insert(name.clone());
                }
                openings.insert(name);
            }
        }
    }
    names.extend(lines.into_iter().filter(|(name, count)| *count > 1 || openings.contains(name)).map(|(name, _)| name));
    names.extend(desk_candidates.into_iter().filter(|name| described.contains(name)));
    names.remove("");
    page.names = names;
}

/// The number of words in the byline label that a line begins with ("By", "Text by:").
fn label_length(words: &[&str], cues: &Cues) -> usize {
    let normalised: Vec<String> = words.iter().map(|word| normalise(word)).collect();
    match cues.start.longest_match(&normalised) {
        Some((count, Start::Byline)) => count,
        _ => 0,
    }
}

fn without_label(text: &str, cues: &Cues) -> String {
    let words: Vec<&str> = text.split_whitespace().take(LONGEST_BYLINE).collect();
    let label = label_length(&words, cues);
    words.get(label..).unwrap_or_default().join(" ")
}

/// Reads a line that consists of bylines, dates, counters and share words, in any order; `None` if it has anything
/// else, or only words that look like a name.
pub(super) fn read(block: &CandidateBlock, page: &PageView<'_>) -> Option<Vec<LinePiece>> {
    if block.words > LONGEST_BYLINE || block.words == 0 || block.marker.is_some() {
        return None;
    }
    let words: Vec<&str> = block.text.split_whitespace().collect();
    let is_marked =
        block.hint == Some(MarkupHint::Byline) || block.marked.iter().any(|(_, hint)| *hint == MarkupHint::Byline);
    let mut pieces = Vec::new();
    let mut is_labelled = false;
    for (at, part) in words.split_inclusive(|word| is_separator(word)).enumerate() {
        let (part, separator) = match part.split_last() {
            Some((last, rest)) if is_separator(last) => (rest, Some(*last)),
            _ => (part, None),
        };
        if !part.is_empty() {
            let label = label_length(part, page.cues);
            let (label, rest) = part.split_at_checked(label)?;
            if !label.is_empty() {
                is_labelled = true;
                push(&mut pieces, Part::Out(Reason::Label), label);
            }
            if rest.is_empty() {
                // A label alone: the next part is what it announces.
                if label.is_empty() {
                    return None;
                }
            } else if !classify(rest, !label.is_empty() || (is_labelled && at == 1), page, &mut pieces) {
                let free = !label.is_empty() || (is_marked && at == 0);
                let (name, after) = split_name(rest, page);
                if !free || name.is_empty() || name.len() > 8 || (after.is_empty() && ends_sentence(&name.join(" "))) {
                    return None;
                }
                push(&mut pieces, Part::Author, name);
                if !after.is_empty() {
                    classify(after, false, page, &mut pieces);
                }
            }
        }
        if let Some(separator) = separator {
            push(&mut pieces, Part::Out(Reason::Label), &[separator]);
        }
    }
    let mut pieces = join_separators(pieces);
    pieces.retain(|piece| !piece.text.is_empty());
    let is_author = |piece: &&LinePiece| piece.part == Part::Author;
    let is_known = pieces.iter().filter(is_author).any(|piece| page.names.contains(&key(&piece.text)));
    let has_date = pieces.iter().any(|piece| matches!(piece.part, Part::Date(_)));
    let authors = pieces.iter().filter(is_author).count();
    let has_furniture = pieces.iter().any(|piece| matches!(piece.part, Part::Out(reason) if reason != Reason::Label));
    let is_certain =
        if authors > 0 { is_labelled || is_known || has_date || is_marked } else { has_date || has_furniture };
    is_certain.then_some(pieces)
}

/// Splits the words after a label: any words are a name, up to a comma that is followed by a date or the like.
fn split_name<'a>(words: &'a [&'a str], page: &PageView<'_>) -> (&'a [&'a str], &'a [&'a str]) {
    let commas = words.iter().enumerate().filter(|(_, word)| word.ends_with(',')).map(|(at, _)| at + 1);
    let cuts = commas.filter_map(|at| words.split_at_checked(at)).filter(|(_, after)| !after.is_empty());
    let mut classified = cuts.filter(|(_, after)| classify(after, false, page, &mut Vec::new()));
    classified.next().unwrap_or((words, &[]))
}

/// Classifies words as parts of a dateline; returns `false` if they are anything else.
fn classify(words: &[&str], is_labelled: bool, page: &PageView<'_>, pieces: &mut Vec<LinePiece>) -> bool {
    let part_of = |words: &[&str]| -> Option<Part> {
        let text = words.join(" ");
        if let Some(dated) = date::read(words, page.cues) {
            return Some(Part::Date(dated.day));
        }
        if page.names.contains(&key(&text)) {
            return Some(Part::Author);
        }
        if let Some(reason) = furniture::of_line(&text, page.cues) {
            return Some(Part::Out(reason));
        }
        let name = trim_name(&text);
        let name: Vec<&str> = name.split(' ').collect();
        (is_name(&name, page.cues) || (is_labelled && words.len() == 1 && !ends_sentence(&text)))
            .then_some(Part::Author)
    };
    let mut parts: Vec<(Part, &[&str])> = Vec::new();
    let mut rest = words;
    while !rest.is_empty() {
        let label = label_length(rest, page.cues);
        if let (1.., Some((label, after))) = (label, rest.split_at_checked(label)) {
            parts.push((Part::Out(Reason::Label), label));
            rest = after;
            continue;
        }
        // The longest prefix that is a single part.
        let mut longest = (1..=rest.len()).rev().filter_map(|at| rest.split_at_checked(at));
        let Some((part, (words, after))) = longest.find_map(|cut| part_of(cut.0).map(|part| (part, cut))) else {
            return false;
        };
        // Two adjacent names are something longer that is not a name.
        if part == Part::Author && parts.last().is_some_and(|(before, _)| *before == Part::Author) {
            return false;
        }
        parts.push((part, words));
        rest = after;
    }
    for (part, words) in parts {
        push(pieces, part, words);
    }
    true
}

/// Joins each separator to an adjacent piece that is left out.
fn join_separators(pieces: Vec<LinePiece>) -> Vec<LinePiece> {
    let mut out: Vec<LinePiece> = Vec::new();
    for piece in pieces {
        let is_author = piece.part == Part::Author;
        match out.last_mut() {
            Some(last) if !is_author && is_separator(&last.text) => {
                *last = LinePiece { part: piece.part, text: format!("{} {}", last.text, piece.text) };
            }
            Some(last) if is_separator(&piece.text) && last.part != Part::Author => {
                last.text.push(' ');
                last.text.push_str(&piece.text);
            }
            _ => out.push(piece),
        }
    }
    out
}

fn push(pieces: &mut Vec<LinePiece>, part: Part, words: &[&str]) {
    if !words.is_empty() {
        pieces.push(LinePiece { part, text: collapse(&words.join(" ")) });
    }
}

fn is_separator(word: &str) -> bool {
    matches!(word, "|" | "·" | "•" | "—" | "–" | "-" | "/" | "//" | "," | "♦" | "●" | "||" | "∙" | "⋅" | ">" | "»")
}

/// Whether a block is a line with only the author's name, confirmed by something else on the page.
pub(super) fn is_author_line(block: &CandidateBlock, page: &PageView<'_>) -> bool {
    block.words <= 6 && page.names.contains(&key(&block.text))
}

/// Whether the words after a name describe the person ("is a …", "— …").
fn describes_person(words: &[&str], cues: &Cues) -> bool {
    // A dash is a verb in Belarusian, Russian and Ukrainian: it is compared as is.
    let first: Vec<String> = words.iter().take(1).map(|word| (*word).to_owned()).collect();
    let next: Vec<String> = words.iter().take(6).map(|word| normalise(word)).collect();
    cues.after_name.longest_match(&first).is_some() || cues.after_name.longest_match(&next).is_some()
}

/// Whether the words have only letters, the first is capitalised, and there is no full stop.
fn is_plain_line(words: &[&str]) -> bool {
    words.first().and_then(|word| word.chars().next()).is_some_and(char::is_uppercase)
        && words.iter().all(|word| word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’')))
}

/// Whether a block is a note about the author: it begins with the name and describes the person.
pub(super) fn is_bio(block: &CandidateBlock, page: &PageView<'_>) -> bool {
    if block.words < 4 || block.words > 120 {
        return false;
    }
    if block.hint == Some(MarkupHint::Bio) {
        return true;
    }
    let raw: Vec<&str> = block.text.split_whitespace().collect();
    let opening: Vec<String> = normalised_words(&raw.get(..raw.len().min(24)).unwrap_or_default().join(" "));
    if matches!(page.cues.start.longest_match(&opening), Some((_, Start::Bio))) {
        return true;
    }
    (1..=6).any(|count| {
        let (Some(name), Some(rest)) = (raw.get(..count), raw.get(count..)) else { return false };
        if rest.len() < 2 {
            return false;
        }
        let is_known = page.names.contains(&key(&name.join(" ")));
        let is_described = describes_person(rest, page.cues);
        (is_known && (is_described || ends_sentence(&block.text))) || (is_described && is_name(name, page.cues))
    })
}
