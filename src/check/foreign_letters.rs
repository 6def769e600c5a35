//! `foreign-letters`: letters that the language does not have, and letters of another script inside a word.
//!
//! Whole words in another script are fine (HIMARS, an address), even with an ending after a hyphen or an apostrophe
//! (SMS-ка).

use std::ops::Range;

use unicode_normalization::char::compose;

use crate::{
    glossary::{Spelling, is_mark},
    model::{Args, Finding, Problem, Problems, Severity, Side, cut},
};

use super::{Bitext, Check, Context, Rule, language::LetterClass};

pub(super) struct ForeignLetters;

const RULE: Rule = Rule { id: "foreign-letters", severity: Severity::Major };

/// A letter of a word, composed with its marks.
struct Letter {
    char: char,
    class: LetterClass,
    span: Range<usize>,
}

/// A word has letters of another alphabet.
struct ForeignLettersProblem {
    letters: String,
    word: String,
}

impl Problem for ForeignLettersProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        RULE.id
    }

    fn args(&self) -> Args {
        vec![("letters", (&self.letters).into()), ("word", (&self.word).into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { letters: "o".to_owned(), word: "Гoмель".to_owned() }]
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
        let prose = &bitext.target.prose;
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
                        check_word(context, bitext, begin..at, out);
                    } else if other == 1 {
                        check_lone_letter(context, bitext, begin..at, out);
                    }
                    (begin, home, foreign, other) = (at + letter.len_utf8(), 0, 0, 0);
                }
            }
        }
    }
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
fn check_word(context: &Context<'_>, bitext: &Bitext<'_>, span: Range<usize>, out: &mut Vec<Finding>) {
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
    let word = text.trim_matches(|c: char| !c.is_alphanumeric());
    let finding = |run: &[&Letter]| {
        let start = run.first().map_or(span.start, |letter| letter.span.start);
        let end = run.last().map_or(span.end, |letter| letter.span.end);
        let letters: String = run.iter().map(|letter| letter.char).collect();
        let problem = ForeignLettersProblem { letters, word: word.to_owned() };
        Finding::new(problem, RULE.severity, bitext.place(context, Side::Target, start..end))
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
    finding: &dyn Fn(&[&Letter]) -> Finding,
    out: &mut Vec<Finding>,
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
    for run in
        piece.chunk_by(|a, b| is_home(a) == is_home(b)).filter(|run| run.iter().all(|l| is_home(l) == mostly_other))
    {
        let letters: Vec<&Letter> = run.iter().collect();
        let finding = finding(&letters);
        let replacement: Option<String> = run.iter().map(|letter| twin(letter.char)).collect();
        out.push(match replacement {
            Some(text) => finding.fix(text),
            None => finding,
        });
    }
}

/// Reports a single letter of the other script that looks like a word of the language: Latin `i` between Cyrillic
/// words.
fn check_lone_letter(context: &Context<'_>, bitext: &Bitext<'_>, span: Range<usize>, out: &mut Vec<Finding>) {
    let prose = &bitext.target.prose;
    let text = cut(prose, &span);
    let mut letters = text.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else { return };
    let Some(twin) = context.target.twins.get(&letter).copied() else { return };
    let is_word = |word: &String| word.chars().eq([twin]);
    let home = |c: Option<char>| c.is_some_and(|c| context.letters.class(c) == LetterClass::Home);
    let before = before(prose, &span);
    let after = cut(prose, &(span.end..prose.len()));
    let first =
        before.trim_start().is_empty() || home(before.trim_end_matches([' ', ',', '\u{a0}']).chars().next_back());
    let spaced = before.is_empty() || before.ends_with([' ', '\u{a0}']);
    let next = after.strip_prefix([' ', '\u{a0}']);
    let between = first && spaced && next.is_some_and(|next| home(next.chars().next()));
    if between && letter.is_lowercase() && context.target.function_words.iter().any(is_word) && !bitext.is_exempt(&span)
    {
        let problem = ForeignLettersProblem { letters: text.to_owned(), word: text.to_owned() };
        let finding = Finding::new(problem, RULE.severity, bitext.place(context, Side::Target, span));
        out.push(finding.fix(twin.to_string()));
    }
}

/// Whether a word is part of a glossary wording in its own letters: an accepted one is right, and a refused one is
/// reported by its own rule.
fn is_term(bitext: &Bitext<'_>, span: &Range<usize>) -> bool {
    let before = bitext.target_hits.partition_point(|hit| hit.span.start < span.end);
    before
        .checked_sub(1)
        .and_then(|last| bitext.target_hits.get(last))
        .is_some_and(|hit| hit.span.end > span.start && hit.spelling != Spelling::Mixed)
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
    cut(prose, &(span.start.saturating_sub(512)..span.start))
}
