//! Names, bylines, datelines and notes about the author.

use std::collections::{HashMap, HashSet};

use super::{
    block::{CandidateBlock, MarkupHint, Run, collapse},
    cues::{Cues, Start, normal, normals},
    date, furniture,
    page::{LinePiece, PageView, Part},
    reason::Reason,
    signs::{ends_sentence, key},
};

/// The longest line, in words, that can be a byline.
const LONGEST: usize = 20;

/// Without the punctuation that a line puts beside a name, as far as no word is lost with it.
pub(super) fn bare(name: &str) -> &str {
    let bare = name.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '|' | '/' | '·' | '•'));
    if bare.split_whitespace().count() == name.split_whitespace().count() { bare } else { name }
}

/// Whether words look like a person's name: two to five, each with a capital, small words only inside.
pub(super) fn is_name(words: &[&str], cues: &Cues) -> bool {
    let count = words.len();
    let dated = |pair: &[&str]| matches!(pair, [a, b] if a.ends_with(',') && cues.months.contains_key(&normal(b)));
    !words.windows(2).any(dated)
        && (2..=8).contains(&count)
        && words.iter().filter(|word| !cues.in_name.contains(&normal(word))).count() <= 5
        && words.iter().enumerate().all(|(at, word)| {
            let last = at + 1 == count;
            let inner = word.trim_end_matches([',', '.']);
            let letters = |c: char| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.' | 'ʼ' | '\u{301}');
            let initial = inner.chars().filter(|c| c.is_alphabetic()).count() <= 2;
            let capital = inner.chars().next().is_some_and(char::is_uppercase);
            let small = !last && at > 0 && cues.in_name.contains(&normal(word));
            !inner.is_empty()
                && inner.chars().all(letters)
                && (capital || small)
                && (!word.ends_with('.') || (initial && !last))
                && !(last && word.ends_with(','))
        })
}

/// Fills in the names that more than one thing on the page says to be the author's: the metadata, markup, a line that
/// is said twice, a line and the beginning of a note.
pub(super) fn find_names(page: &mut PageView<'_>) {
    let mut names: HashSet<String> = page.meta.author.iter().map(|name| key(name)).collect();
    let mut lines: HashMap<String, usize> = HashMap::new();
    let (mut openings, mut told, mut desks) = (HashSet::new(), HashSet::new(), HashSet::new());
    for (at, draft) in page.drafts.iter().enumerate() {
        for (run, hint) in &draft.marked {
            if let (MarkupHint::Byline, Some(Run::Text { text, .. })) = (hint, draft.runs.get(*run)) {
                let name = without_label(text, page.cues);
                if (1..=6).contains(&name.split_whitespace().count()) {
                    names.insert(key(&name));
                }
            }
        }
        if (page.first..page.end).contains(&at) && at != page.first {
            continue;
        }
        let words: Vec<&str> = draft.text.split_whitespace().take(9).collect();
        if is_name(&words, page.cues) && draft.words == words.len() {
            *lines.entry(key(&draft.text)).or_default() += 1;
        } else if draft.words <= 4 && is_plain_line(&words) && furniture::of_line(&draft.text, page.cues).is_none() {
            // A desk's name: only a note that begins with it and says what it is tells that it is one.
            desks.insert(key(&draft.text));
        } else if draft.words > 4 {
            for count in 1..=4 {
                let name = key(&words.get(..count).unwrap_or_default().join(" "));
                if words.get(count..).is_some_and(|rest| says_who(rest, page.cues)) {
                    told.insert(name.clone());
                }
                openings.insert(name);
            }
        }
    }
    names.extend(lines.into_iter().filter(|(name, count)| *count > 1 || openings.contains(name)).map(|(name, _)| name));
    names.extend(desks.into_iter().filter(|name| told.contains(name)));
    names.remove("");
    page.names = names;
}

/// How many words of a byline's label a line begins with ("By", "Text by:").
fn label_length(words: &[&str], cues: &Cues) -> usize {
    let normals: Vec<String> = words.iter().map(|word| normal(word)).collect();
    match cues.start.at(&normals) {
        Some((count, Start::Byline)) => count,
        _ => 0,
    }
}

fn without_label(text: &str, cues: &Cues) -> String {
    let words: Vec<&str> = text.split_whitespace().take(LONGEST).collect();
    let label = label_length(&words, cues);
    words.get(label..).unwrap_or_default().join(" ")
}

/// Reads a line that consists of bylines, dates, counters and share words, whatever their order; `None` where something
/// else is in it, or nothing but what looks like a name.
pub(super) fn read(draft: &CandidateBlock, page: &PageView<'_>) -> Option<Vec<LinePiece>> {
    if draft.words > LONGEST || draft.words == 0 || draft.marker.is_some() {
        return None;
    }
    let words: Vec<&str> = draft.text.split_whitespace().collect();
    let marked =
        draft.hint == Some(MarkupHint::Byline) || draft.marked.iter().any(|(_, hint)| *hint == MarkupHint::Byline);
    let mut pieces = Vec::new();
    let mut labelled = false;
    for (at, part) in words.split_inclusive(|word| is_separator(word)).enumerate() {
        let (part, separator) = match part.split_last() {
            Some((last, rest)) if is_separator(last) => (rest, Some(*last)),
            _ => (part, None),
        };
        if !part.is_empty() {
            let label = label_length(part, page.cues);
            let (label, rest) = part.split_at_checked(label)?;
            if !label.is_empty() {
                labelled = true;
                push(&mut pieces, Part::Out(Reason::Label), label);
            }
            if rest.is_empty() {
                // A label alone: what it announces stands in the next part.
                if label.is_empty() {
                    return None;
                }
            } else if !classify(rest, !label.is_empty() || (labelled && at == 1), page, &mut pieces) {
                let free = !label.is_empty() || (marked && at == 0);
                let (name, after) = free_name(rest, page);
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
    let mut pieces = joined(pieces);
    pieces.retain(|piece| !piece.text.is_empty());
    let is_author = |piece: &&LinePiece| piece.part == Part::Author;
    let known = pieces.iter().filter(is_author).any(|piece| page.names.contains(&key(&piece.text)));
    let dated = pieces.iter().any(|piece| matches!(piece.part, Part::Date(_)));
    let authors = pieces.iter().filter(is_author).count();
    let told = pieces.iter().any(|piece| matches!(piece.part, Part::Out(reason) if reason != Reason::Label));
    let sure = if authors > 0 { labelled || known || dated || marked } else { dated || told };
    sure.then_some(pieces)
}

/// After a label any words are a name, up to a comma behind which there is a date or the like.
fn free_name<'a>(words: &'a [&'a str], page: &PageView<'_>) -> (&'a [&'a str], &'a [&'a str]) {
    let commas = words.iter().enumerate().filter(|(_, word)| word.ends_with(',')).map(|(at, _)| at + 1);
    let cuts = commas.filter_map(|at| words.split_at_checked(at)).filter(|(_, after)| !after.is_empty());
    let mut sorted = cuts.filter(|(_, after)| classify(after, false, page, &mut Vec::new()));
    sorted.next().unwrap_or((words, &[]))
}

/// Sorts words into the things that a dateline has; `false` where they are something else.
fn classify(words: &[&str], labelled: bool, page: &PageView<'_>, pieces: &mut Vec<LinePiece>) -> bool {
    let one = |words: &[&str]| -> Option<Part> {
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
        let name = bare(&text);
        let name: Vec<&str> = name.split(' ').collect();
        (is_name(&name, page.cues) || (labelled && words.len() == 1 && !ends_sentence(&text))).then_some(Part::Author)
    };
    let mut found: Vec<(Part, &[&str])> = Vec::new();
    let mut rest = words;
    while !rest.is_empty() {
        let label = label_length(rest, page.cues);
        if let (1.., Some((label, after))) = (label, rest.split_at_checked(label)) {
            found.push((Part::Out(Reason::Label), label));
            rest = after;
            continue;
        }
        // The longest beginning that is one thing.
        let mut longest = (1..=rest.len()).rev().filter_map(|at| rest.split_at_checked(at));
        let Some((part, (taken, after))) = longest.find_map(|cut| one(cut.0).map(|part| (part, cut))) else {
            return false;
        };
        // Two names side by side are one longer thing that is not a name.
        if part == Part::Author && found.last().is_some_and(|(before, _)| *before == Part::Author) {
            return false;
        }
        found.push((part, taken));
        rest = after;
    }
    for (part, words) in found {
        push(pieces, part, words);
    }
    true
}

/// Pieces with each separator joined to what is left out beside it.
fn joined(pieces: Vec<LinePiece>) -> Vec<LinePiece> {
    let mut out: Vec<LinePiece> = Vec::new();
    for piece in pieces {
        let kept = piece.part == Part::Author;
        match out.last_mut() {
            Some(last) if !kept && is_separator(&last.text) => {
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

/// Whether a block is a line with nothing but the author's name, which something else on the page confirms.
pub(super) fn is_author_line(draft: &CandidateBlock, page: &PageView<'_>) -> bool {
    draft.words <= 6 && page.names.contains(&key(&draft.text))
}

/// Whether words after a name say who that is ("is a …", "— …").
fn says_who(words: &[&str], cues: &Cues) -> bool {
    // A dash is a verb in Belarusian, Russian and Ukrainian: it is compared as it stands.
    let first: Vec<String> = words.iter().take(1).map(|word| (*word).to_owned()).collect();
    let next: Vec<String> = words.iter().take(6).map(|word| normal(word)).collect();
    cues.after_name.at(&first).is_some() || cues.after_name.at(&next).is_some()
}

/// Words of letters, the first with a capital, no stop.
fn is_plain_line(words: &[&str]) -> bool {
    words.first().and_then(|word| word.chars().next()).is_some_and(char::is_uppercase)
        && words.iter().all(|word| word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’')))
}

/// Whether a block is a note about the author: it begins with the name and says who that is.
pub(super) fn is_bio(draft: &CandidateBlock, page: &PageView<'_>) -> bool {
    if draft.words < 4 || draft.words > 120 {
        return false;
    }
    if draft.hint == Some(MarkupHint::Bio) {
        return true;
    }
    let raw: Vec<&str> = draft.text.split_whitespace().collect();
    let opening: Vec<String> = normals(&raw.get(..raw.len().min(24)).unwrap_or_default().join(" "));
    if matches!(page.cues.start.at(&opening), Some((_, Start::Bio))) {
        return true;
    }
    (1..=6).any(|count| {
        let (Some(name), Some(rest)) = (raw.get(..count), raw.get(count..)) else { return false };
        if rest.len() < 2 {
            return false;
        }
        let known = page.names.contains(&key(&name.join(" ")));
        let said = says_who(rest, page.cues);
        (known && (said || ends_sentence(&draft.text))) || (said && is_name(name, page.cues))
    })
}
