//! `foreign-letters`: letters that the language does not have, and letters of another script inside a word.
//!
//! Whole words in another script are fine (HIMARS, an address), even with an ending after a hyphen or an apostrophe
//! (SMS-ка).

use std::ops::Range;

use unicode_normalization::char::compose;

use crate::{
    glossary::{Spelling, is_mark},
    model::{Args, Finding, Problem, Problems, Severity, Side, clip, cut},
};

use super::{
    Bitext, Check, Context, Rule,
    bitext::is_within,
    language::LetterClass,
    sibling_language::sure_spans,
    words::{Word, WordScript},
};

pub(super) struct ForeignLetters;

const RULE: Rule = Rule { id: "foreign-letters", severity: Severity::Major };

/// A letter of a word, composed with its marks.
struct Letter {
    char: char,
    class: LetterClass,
    span: Range<usize>,
}

/// Longest word and list of words in a message, in characters.
const LONGEST: usize = 60;
/// How far to look at a neighbour, in bytes, so that a text without spaces is not reread for every word.
const REACH: usize = 512;
/// Words of a sentence that are reported one by one; more are reported together.
const APART: usize = 2;

/// Words have letters of another alphabet.
enum ForeignLettersProblem {
    /// One word.
    Word { letters: String, word: String },
    /// Several.
    Words { letters: String, words: String },
}

/// Letters of another alphabet.
struct Found {
    span: Range<usize>,
    letters: String,
    word: String,
    /// What to write instead, for certain.
    fix: Option<String>,
    alternatives: Vec<String>,
}

impl Problem for ForeignLettersProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Word { .. } => RULE.id,
            Self::Words { .. } => "foreign-letters-words",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::Word { letters, word } => vec![("letters", letters.into()), ("word", word.into())],
            Self::Words { letters, words } => vec![("letters", letters.into()), ("words", words.into())],
        }
    }

    fn all() -> Vec<Self> {
        let letters = || "o".to_owned();
        let word = Self::Word { letters: letters(), word: "Гoмель".to_owned() };
        vec![word, Self::Words { letters: letters(), words: "Гoмель, Мoгилёв, Дoбруш".to_owned() }]
    }
}

impl Check for ForeignLetters {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<ForeignLettersProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        if context.letters.is_empty() {
            return;
        }
        let is_own = |word: &Word<'_>| matches!(word.script, WordScript::Home | WordScript::None);
        if !bitext.target_signs.has_marks() && bitext.words(Side::Target).iter().all(is_own) {
            return;
        }
        let prose = &bitext.target.prose;
        let mut found = Vec::new();
        let (mut begin, mut home, mut foreign, mut other) = (0, 0_usize, 0_usize, 0_usize);
        for (at, letter) in prose.char_indices().chain([(prose.len(), ' ')]) {
            match context.letters.class(letter) {
                LetterClass::Joiner => {}
                LetterClass::Home => home += 1,
                LetterClass::Foreign => foreign += 1,
                LetterClass::Other => other += 1,
                LetterClass::Break => {
                    // Most words need no closer look.
                    if foreign > 0 || (other > 0 && home > 0) {
                        check_word(context, bitext, begin..at, &mut found);
                    } else if other == 1 {
                        check_lone_letter(context, bitext, begin..at, &mut found);
                    }
                    (begin, home, foreign, other) = (at + letter.len_utf8(), 0, 0, 0);
                }
            }
        }
        if !found.is_empty() {
            // Words that are reported as another language's need no second finding.
            let fragments = sure_spans(context, bitext);
            found.retain(|found| !is_within(&fragments, &found.span));
            found.sort_by_key(|found| found.span.start);
            report(context, bitext, found, out);
        }
    }
}

/// Reports what was found; where whole sentences are typed with another alphabet's letters, once for all of their words.
fn report(context: &Context<'_>, bitext: &Bitext<'_>, found: Vec<Found>, out: &mut Vec<Finding>) {
    let (alike, apart): (Vec<Found>, Vec<Found>) = found.into_iter().partition(|found| found.alternatives.is_empty());
    let (certain, unsure): (Vec<Found>, Vec<Found>) = alike.into_iter().partition(|found| found.fix.is_some());
    for group in [certain, unsure, apart] {
        if group.len() > APART && group.iter().all(|found| found.alternatives.is_empty()) {
            out.extend(together(context, bitext, &group));
            continue;
        }
        for Found { span, letters, word, fix, alternatives } in group {
            let problem = ForeignLettersProblem::Word { letters: clip(&letters, LONGEST), word };
            let mut finding = Finding::new(problem, RULE.severity, bitext.place(context, Side::Target, span));
            finding.alternatives = alternatives;
            out.push(match fix {
                Some(text) => finding.fix(text),
                None => finding,
            });
        }
    }
}

/// One finding for several words, from the first of their letters to the last.
fn together(context: &Context<'_>, bitext: &Bitext<'_>, group: &[Found]) -> Option<Finding> {
    let (first, last) = (group.first()?, group.last()?);
    let prose = &bitext.target.prose;
    let (mut letters, mut words) = (String::new(), String::new());
    // An edition has few words of this kind, and a message has room for few.
    for found in group.iter().take(LONGEST) {
        if !letters.contains(&found.letters) {
            letters.push_str(&found.letters);
        }
        words.push_str(if words.is_empty() { "" } else { ", " });
        words.push_str(&found.word);
    }
    let problem = ForeignLettersProblem::Words { letters: clip(&letters, LONGEST), words: clip(&words, LONGEST) };
    let span = first.span.start..group.iter().map(|found| found.span.end).max().unwrap_or(last.span.end);
    let finding = Finding::new(problem, RULE.severity, bitext.place(context, Side::Target, span.clone()));
    let mut at = span.start;
    let mut text = String::new();
    for found in group {
        let Some(fix) = found.fix.as_ref().filter(|_| at <= found.span.start) else { return Some(finding) };
        text.push_str(cut(prose, &(at..found.span.start)));
        text.push_str(fix);
        at = found.span.end;
    }
    Some(finding.fix(text))
}

/// The letters of a word, split at apostrophes.
fn pieces(context: &Context<'_>, word: &str, offset: usize) -> Vec<Vec<Letter>> {
    let mut pieces: Vec<Vec<Letter>> = vec![Vec::new()];
    for (at, letter) in word.char_indices() {
        let at = offset + at;
        let end = at + letter.len_utf8();
        let Some(piece) = pieces.last_mut() else { break };
        if is_mark(letter) {
            if let Some(last) = piece.last_mut() {
                last.char = compose(last.char, letter).unwrap_or(last.char);
                last.class = context.letters.class(last.char);
                last.span.end = end;
            }
        } else {
            match context.letters.class(letter) {
                LetterClass::Joiner | LetterClass::Break if matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}') => {}
                LetterClass::Joiner | LetterClass::Break => pieces.push(Vec::new()),
                class => piece.push(Letter { char: letter, class, span: at..end }),
            }
        }
    }
    pieces
}

/// Reports a word that mixes two scripts or has letters that the language lacks.
fn check_word(context: &Context<'_>, bitext: &Bitext<'_>, span: Range<usize>, out: &mut Vec<Found>) {
    let prose = &bitext.target.prose;
    let text = cut(prose, &span);
    if bitext.is_exempt(&span) || in_address(prose, &span) || is_term(bitext, &span) {
        return;
    }
    let mut pieces = pieces(context, text, span.start);
    let is_home = |letter: &Letter| matches!(letter.class, LetterClass::Home | LetterClass::Foreign);
    // `NATO’ўскі` is a Latin word with an ending, `p’ять` is a Cyrillic one with a Latin letter.
    let whole = pieces.iter().all(|piece| {
        let others = piece.iter().filter(|letter| !is_home(letter)).count();
        others == 0 || (others == piece.len() && others > 1)
    });
    if !whole {
        pieces = vec![pieces.into_iter().flatten().collect()];
    }
    let word = clip(text.trim_matches(|c: char| !c.is_alphanumeric()), LONGEST);
    let finding = |run: &[&Letter]| {
        let start = run.first().map_or(span.start, |letter| letter.span.start);
        let end = run.last().map_or(span.end, |letter| letter.span.end);
        let letters = run.iter().map(|letter| letter.char).collect();
        Found { span: start..end, letters, word: word.clone(), fix: None, alternatives: Vec::new() }
    };
    for piece in &pieces {
        let others = piece.iter().filter(|letter| !is_home(letter)).count();
        if others > 0 && others < piece.len() {
            check_mixed(context, piece, others * 2 > piece.len(), &finding, out);
        }
        // One finding for a word: a whole sentence of another language is trouble enough.
        let is_foreign = |letter: &&Letter| letter.class == LetterClass::Foreign;
        if let Some(first) = piece.iter().position(|letter| letter.class == LetterClass::Foreign) {
            let run: Vec<&Letter> = piece.iter().skip(first).take_while(is_foreign).collect();
            out.push(finding(&run));
        }
    }
}

/// Reports the letters of a word that belong to the other script; `mostly_other` when the alphabet's are the fewer.
fn check_mixed(
    context: &Context<'_>,
    piece: &[Letter],
    mostly_other: bool,
    finding: &dyn Fn(&[&Letter]) -> Found,
    out: &mut Vec<Found>,
) {
    let is_home = |letter: &Letter| matches!(letter.class, LetterClass::Home | LetterClass::Foreign);
    // An abbreviation that needs a hyphen before its ending: `SMSка`.
    let head = piece.iter().take_while(|letter| !is_home(letter)).count();
    let glued = head > 1
        && piece.iter().take(head).all(|letter| letter.char.is_uppercase())
        && piece.iter().skip(head).all(|letter| is_home(letter) && letter.char.is_lowercase());
    if glued {
        let run: Vec<&Letter> = piece.iter().take(head).collect();
        let mut finding = finding(&run);
        finding.alternatives = vec![run.iter().map(|letter| letter.char).chain(['-']).collect()];
        out.push(finding);
        return;
    }
    let twin = |letter: char| {
        let twins = &context.target.twins;
        if mostly_other {
            twins.iter().find(|(_, twin)| **twin == letter).map(|(other, _)| *other)
        } else {
            twins.get(&letter).copied()
        }
    };
    let is_wrong = |letter: &Letter| is_home(letter) == mostly_other;
    let runs = || piece.chunk_by(|a, b| is_home(a) == is_home(b)).filter(|run| run.iter().all(is_wrong));
    if runs().nth(APART).is_some() {
        // A word with many of them is one mistake.
        let letters: Vec<&Letter> = piece.iter().filter(|letter| is_wrong(letter)).collect();
        let whole = piece.iter().skip_while(|letter| !is_wrong(letter));
        let count = piece.iter().rposition(is_wrong).unwrap_or(0) + 1 - piece.iter().position(is_wrong).unwrap_or(0);
        let written = |letter: &Letter| if is_wrong(letter) { twin(letter.char) } else { Some(letter.char) };
        let fix = whole.take(count).map(written).collect();
        out.push(Found { fix, ..finding(&letters) });
        return;
    }
    for run in runs() {
        let letters: Vec<&Letter> = run.iter().collect();
        let fix = run.iter().map(|letter| twin(letter.char)).collect();
        out.push(Found { fix, ..finding(&letters) });
    }
}

/// Reports a single letter of the other script that looks like a word of the language: Latin `i` between Cyrillic
/// words.
fn check_lone_letter(context: &Context<'_>, bitext: &Bitext<'_>, span: Range<usize>, out: &mut Vec<Found>) {
    let prose = &bitext.target.prose;
    let text = cut(prose, &span);
    let mut letters = text.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else { return };
    let Some(twin) = context.target.twins.get(&letter).copied() else { return };
    let is_word = |word: &String| word.chars().eq([twin]);
    let home = |c: Option<char>| c.is_some_and(|c| context.letters.class(c) == LetterClass::Home);
    let before = before(prose, &span);
    let after = cut(prose, &(span.end..prose.len()));
    // A neighbour may have letters of the other script as well.
    let has_home = |word: Option<&str>| word.is_some_and(|word| word.chars().take(REACH).any(|c| home(Some(c))));
    let words = before.trim_end_matches([' ', ',', '\u{a0}']);
    let first = words.trim_start().is_empty()
        || (words.ends_with(char::is_alphabetic) && has_home(words.rsplit(char::is_whitespace).next()));
    let spaced = before.is_empty() || before.ends_with([' ', '\u{a0}']);
    let next = after.strip_prefix([' ', '\u{a0}']);
    let between = first
        && spaced
        && next.is_some_and(|next| {
            next.starts_with(char::is_alphabetic) && has_home(next.split(char::is_whitespace).next())
        });
    if between && letter.is_lowercase() && context.target.function_words.iter().any(is_word) && !bitext.is_exempt(&span)
    {
        let (letters, word, fix) = (text.to_owned(), text.to_owned(), Some(twin.to_string()));
        out.push(Found { span, letters, word, fix, alternatives: Vec::new() });
    }
}

/// Whether a word is part of a glossary wording in its own letters.
fn is_term(bitext: &Bitext<'_>, span: &Range<usize>) -> bool {
    bitext.term_at(span).is_some_and(|hit| hit.spelling != Spelling::Mixed)
}

/// Whether a word is part of an address, whose letters must not change.
fn in_address(prose: &str, span: &Range<usize>) -> bool {
    let head = before(prose, span).rsplit(char::is_whitespace).next().unwrap_or_default();
    let tail = cut(prose, &(span.end..prose.len()));
    let begun = head.contains("://") || head.contains(['@', '#']) || head.starts_with("www.");
    begun || tail.starts_with("://") || tail.starts_with('@')
}

/// The text before a word, no longer than an address, so that a text without spaces is not reread for every word.
fn before<'a>(prose: &'a str, span: &Range<usize>) -> &'a str {
    cut(prose, &(span.start.saturating_sub(REACH)..span.start))
}
