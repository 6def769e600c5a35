//! The facts of a sentence: its numbers, dates, names, quotations and negations.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::token::{TokenKind, fold, kind_of, tokens};

/// Language data for a comparison, from the locale's profile. Digits, capitals and quotation marks are found even with
/// an empty one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lexicon {
    /// Words that negate, in lower case (`not`, `never`, `не`); one that begins with a hyphen is an ending (`-n't`).
    pub negations: BTreeSet<String>,
    /// Names of months in every form, in lower case.
    pub months: BTreeSet<String>,
    /// Number words in lower case with their value in digits (`five` is `5`).
    pub numbers: BTreeMap<String, String>,
}

/// A kind of fact that readers must be able to rely on; ordered as changes are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FactKind {
    /// A capitalised word that is not only the first of its sentence.
    Name,
    /// A number in digits or as a number word.
    Number,
    /// A day or month.
    Date,
    /// Words between quotation marks.
    Quote,
    /// A word that negates.
    Negation,
}

impl FactKind {
    /// Every kind, in order.
    pub const ALL: [Self; 5] = [Self::Name, Self::Number, Self::Date, Self::Quote, Self::Negation];

    /// The name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Number => "number",
            Self::Date => "date",
            Self::Quote => "quote",
            Self::Negation => "negation",
        }
    }
}

/// The facts of one kind that only one version has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactChange {
    /// The kind of fact.
    pub kind: FactKind,
    /// What the old text had and the new one lacks.
    pub old: Vec<String>,
    /// What the new text has and the old one lacked.
    pub new: Vec<String>,
}

/// The facts of one text, each with its number of occurrences.
pub(super) type Facts = BTreeMap<(FactKind, String), usize>;

/// Words capitalised inside a sentence somewhere: they are names at the start of a sentence too.
pub(super) type Names = HashSet<String>;

/// Adds the words that are capitalised inside a sentence of `text`.
pub(super) fn collect_names(text: &str, names: &mut Names) {
    for (_, word, first) in capitals(&tokens(text)) {
        if !first {
            names.insert(word.to_owned());
        }
    }
}

/// Returns the facts of a text.
pub(super) fn facts(text: &str, names: &Names, lexicon: &Lexicon) -> Facts {
    let all = tokens(text);
    let mut out = Facts::new();
    let mut add = |kind, fact: String| *out.entry((kind, fact)).or_default() += 1;
    let mut in_date: HashSet<usize> = HashSet::new();
    for (at, length) in dates(&all, lexicon) {
        in_date.extend(at..at + length);
        let words = all.get(at..at + length).unwrap_or_default().concat();
        add(FactKind::Date, words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase());
    }
    let mut at = 0;
    while let Some(token) = all.get(at) {
        if in_date.contains(&at) {
            at += 1;
        } else if token.starts_with(|c: char| c.is_numeric()) {
            let (number, length) = number(&all, at);
            add(FactKind::Number, number);
            at += length;
        } else {
            let word = fold(token);
            if let Some(value) = lexicon.numbers.get(&word) {
                add(FactKind::Number, value.clone());
            }
            if is_negation(&word, lexicon) {
                add(FactKind::Negation, word);
            }
            at += 1;
        }
    }
    for (_, word, first) in capitals(&all).into_iter().filter(|(at, ..)| !in_date.contains(at)) {
        let abbreviation = word.chars().filter(|c| c.is_uppercase()).nth(1).is_some();
        if !first || abbreviation || names.contains(word) {
            add(FactKind::Name, word.to_owned());
        }
    }
    for quote in quotes(text) {
        add(FactKind::Quote, quote);
    }
    out
}

/// Returns the differences between the facts of two texts, by kind.
pub(super) fn compare(old: &Facts, new: &Facts) -> Vec<FactChange> {
    let missing = |from: &Facts, other: &Facts, kind: FactKind| -> Vec<String> {
        let more = |(key, count): (&(FactKind, String), &usize)| {
            (key.0 == kind && other.get(key).copied().unwrap_or(0) < *count).then(|| key.1.clone())
        };
        from.iter().filter_map(more).collect()
    };
    FactKind::ALL
        .into_iter()
        .map(|kind| FactChange { kind, old: missing(old, new, kind), new: missing(new, old, kind) })
        .filter(|change| !(change.old.is_empty() && change.new.is_empty()))
        .collect()
}

/// Returns the capitalised words of a text: token index, word, and whether it is the first of a sentence.
fn capitals<'a>(all: &[&'a str]) -> Vec<(usize, &'a str, bool)> {
    let mut first = true;
    let mut words_in_line = 0;
    let mut before = "";
    let mut out = Vec::new();
    for (at, token) in all.iter().enumerate() {
        match kind_of(token) {
            TokenKind::Word => {
                if is_capitalised(token) {
                    out.push((at, *token, first));
                }
                first = false;
                words_in_line += 1;
            }
            TokenKind::Mark => {
                // Speech starts a new sentence, and so does the value of a front-matter key.
                let speech = token.starts_with(['«', '“', '„', '"']) && matches!(before, ":" | ",");
                let value = *token == ":" && words_in_line == 1;
                first |= speech || value || token.ends_with(['.', '!', '?', '…', '#', '|']);
            }
            TokenKind::Space if token.contains('\n') => (first, words_in_line) = (true, 0),
            TokenKind::Space => continue,
        }
        before = token;
    }
    out
}

/// Whether a word is capitalised and longer than one letter, alone or before an apostrophe (`I’m` is not, `O’Brien`
/// is).
fn is_capitalised(word: &str) -> bool {
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let second = letters.next();
    capital
        && match second {
            None => false,
            Some('\'' | '’' | 'ʼ') => letters.next().is_some_and(char::is_uppercase),
            Some(_) => true,
        }
}

fn is_negation(word: &str, lexicon: &Lexicon) -> bool {
    lexicon.negations.iter().any(|entry| match entry.strip_prefix('-') {
        Some(ending) => word.len() > ending.len() && word.ends_with(&fold(ending)),
        None => fold(entry) == word,
    })
}

/// Returns the number that starts at a token, without grouping spaces, and its length in tokens.
fn number(all: &[&str], at: usize) -> (String, usize) {
    let digits = |token: &&str| token.chars().all(|c| c.is_ascii_digit());
    let mut out = all.get(at).map(|token| fold(token)).unwrap_or_default();
    let mut length = 1;
    if out.len() <= 3 && out.chars().all(|c| c.is_ascii_digit()) {
        while let (Some(space), Some(group)) = (all.get(at + length), all.get(at + length + 1)) {
            if kind_of(space) != TokenKind::Space || space.contains('\n') || group.len() != 3 || !digits(group) {
                break;
            }
            out.push_str(group);
            length += 2;
        }
    }
    (out, length)
}

/// Returns the positions of dates: (first token, number of tokens).
fn dates(all: &[&str], lexicon: &Lexicon) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    let mut next_free = 0;
    for (at, token) in all.iter().enumerate() {
        if at < next_free || kind_of(token) != TokenKind::Word {
            continue;
        }
        let span = if is_numeric_date(token) {
            Some((at, at + 1))
        } else if lexicon.months.contains(&fold(token)) {
            let before = word_before(all, at).filter(|(place, word)| *place >= next_free && is_day(word));
            let after = word_after(all, at + 1).filter(|(_, word)| is_day(word) || is_year(word));
            let first_after = after.map_or(at + 1, |(place, _)| place + 1);
            let year = word_after(all, first_after).filter(|(_, word)| is_year(word));
            (before.is_some() || after.is_some())
                .then(|| (before.map_or(at, |(place, _)| place), year.map_or(first_after, |(place, _)| place + 1)))
        } else {
            None
        };
        if let Some((from, to)) = span {
            out.push((from, to - from));
            next_free = to;
        }
    }
    out
}

fn word_before<'a>(all: &[&'a str], at: usize) -> Option<(usize, &'a str)> {
    let place = at.checked_sub(2)?;
    (kind_of(all.get(at - 1)?) == TokenKind::Space).then_some((place, *all.get(place)?))
}

/// Returns the next word after a space, or after a comma and a space.
fn word_after<'a>(all: &[&'a str], mut at: usize) -> Option<(usize, &'a str)> {
    if all.get(at) == Some(&",") {
        at += 1;
    }
    (kind_of(all.get(at)?) == TokenKind::Space).then_some((at + 1, *all.get(at + 1)?))
}

fn is_day(word: &str) -> bool {
    let digits = word.chars().take_while(char::is_ascii_digit).count();
    (1..=2).contains(&digits)
}

fn is_year(word: &str) -> bool {
    word.chars().count() == 4 && word.chars().all(|c| c.is_ascii_digit())
}

/// `17.03.2022`, `2022-03-17`.
fn is_numeric_date(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['.', '-']).collect();
    let number = |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    parts.len() == 3 && parts.iter().all(number) && parts.iter().any(|part| part.len() == 4)
}

/// Maximum nesting of quotations that is tracked.
const MAX_DEPTH: usize = 8;

/// Returns the quotations of a text, without their marks and the comma or full stop before the closing one.
fn quotes(text: &str) -> Vec<String> {
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut out = Vec::new();
    for (at, c) in text.char_indices() {
        let closes = match c {
            '»' => Some('«'),
            '”' => Some('“'),
            '“' if open.iter().any(|(mark, _)| *mark == '„') => Some('„'),
            '"' if open.iter().any(|(mark, _)| *mark == '"') => Some('"'),
            _ => None,
        };
        if let Some(opener) = closes {
            let found = open.iter().rposition(|(mark, _)| *mark == opener || (c == '”' && *mark == '„'));
            if let Some((mark, from)) = found.and_then(|place| open.drain(place..).next()) {
                let inside = text.get(from + mark.len_utf8()..at).unwrap_or_default();
                let words: Vec<&str> = inside.split_whitespace().collect();
                out.push(words.join(" ").trim_end_matches([',', '.']).to_owned());
            }
        } else if matches!(c, '«' | '“' | '„' | '"') {
            // Unclosed marks are dropped eventually.
            if open.len() == MAX_DEPTH {
                open.remove(0);
            }
            open.push((c, at));
        }
    }
    out
}
