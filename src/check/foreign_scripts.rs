//! Words in a script that neither the language nor the source has: Arabic, Hebrew, Greek, Georgian, Chinese within a
//! Cyrillic sentence, as engines write that slip into a third language.

use std::{collections::HashSet, ops::Range};

use crate::{glossary::is_mark, model::cut};

use super::{Bitext, Context, characters::Characters, language::LetterClass, signs::Signs};

/// Letters of the shortest word: a single one is a sign (`π`, `Δ`).
const SHORTEST: usize = 2;
/// The most such words of a text that are told; no sentence has more.
const MANY: usize = 64;

/// A script whose letters no language here is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum ForeignScript {
    Greek,
    Armenian,
    Hebrew,
    Arabic,
    Georgian,
    Hangul,
    Ethiopic,
    Khmer,
    Mongolian,
    /// Chinese and Japanese.
    Han,
    /// One of those that have a hundred and twenty-eight places each, by their number.
    Other(u32),
}

const fn script(letter: char) -> Option<ForeignScript> {
    Some(match letter {
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => ForeignScript::Greek,
        '\u{531}'..='\u{58f}' => ForeignScript::Armenian,
        '\u{590}'..='\u{5ff}' | '\u{fb1d}'..='\u{fb4f}' => ForeignScript::Hebrew,
        '\u{600}'..='\u{6ff}'
        | '\u{750}'..='\u{77f}'
        | '\u{8a0}'..='\u{8ff}'
        | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}' => ForeignScript::Arabic,
        '\u{700}'..='\u{109f}' => ForeignScript::Other(letter as u32 / 128),
        '\u{10a0}'..='\u{10ff}' | '\u{1c90}'..='\u{1cbf}' | '\u{2d00}'..='\u{2d2f}' => ForeignScript::Georgian,
        '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7af}' => ForeignScript::Hangul,
        '\u{1200}'..='\u{139f}' => ForeignScript::Ethiopic,
        '\u{1780}'..='\u{17ff}' => ForeignScript::Khmer,
        '\u{1800}'..='\u{18af}' => ForeignScript::Mongolian,
        '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => {
            ForeignScript::Han
        }
        _ => return None,
    })
}

/// The bytes that may begin a letter of such a script; those of Latin, Cyrillic and general punctuation do not.
const BEGIN: Signs = Signs::of_bytes(&[
    0xcd, 0xce, 0xcf, 0xd4, 0xd5, 0xd6, 0xd7, 0xd8, 0xd9, 0xda, 0xdb, 0xdc, 0xdd, 0xde, 0xdf, 0xe0, 0xe1, 0xe3, 0xe4,
    0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xea, 0xeb, 0xec, 0xed, 0xef, 0xf0,
]);

/// The words of a translation in a script that its source does not have, in order; those beside each other are one. What
/// stands in quotation marks or brackets is a name, and the glossary may say that a word stays.
pub(super) fn foreign_words(context: &Context<'_>, bitext: &Bitext<'_>) -> Vec<Range<usize>> {
    let prose = bitext.target.prose.as_str();
    if !bitext.target_signs.may_have(BEGIN) {
        return Vec::new();
    }
    let characters = Characters::new();
    let mut known: Option<HashSet<ForeignScript>> = None;
    let mut runs: Vec<ForeignRun> = Vec::new();
    let mut before = ' ';
    for (at, letter) in prose.char_indices() {
        let end = at + letter.len_utf8();
        let is_home = |letter: char| matches!(context.letters.class(letter), LetterClass::Home | LetterClass::Foreign);
        if let Some(script) = script(letter).filter(|_| characters.is_alphabetic(letter)) {
            let known = known.get_or_insert_with(|| bitext.source.prose.chars().filter_map(self::script).collect());
            if !known.contains(&script) {
                if let Some(run) = runs.last_mut().filter(|run| !run.is_over) {
                    (run.span.end, run.letters) = (end, run.letters + 1);
                } else if runs.len() < MANY {
                    runs.push(ForeignRun { span: at..end, letters: 1, is_glued: is_home(before), is_over: false });
                }
            }
        } else if let Some(run) = runs.last_mut().filter(|run| !run.is_over) {
            run.is_glued |= run.span.end == at && is_home(letter);
            run.is_over = letter != ' ' && !is_mark(letter);
        }
        before = letter;
    }
    let is_wrong = |run: &ForeignRun| {
        (run.letters >= SHORTEST || run.is_glued)
            && !bitext.is_kept(&run.span)
            && (run.is_glued || enclosing(prose, &run.span).is_none())
    };
    runs.into_iter().filter(is_wrong).map(|run| run.span).collect()
}

/// Letters of foreign scripts, with nothing but spaces and marks between them.
struct ForeignRun {
    span: Range<usize>,
    letters: usize,
    /// Whether a letter of the language stands beside them.
    is_glued: bool,
    is_over: bool,
}

/// The mark that opens before a span and is closed behind it: a quotation mark or a bracket.
pub(super) fn enclosing(prose: &str, span: &Range<usize>) -> Option<char> {
    let before = cut(prose, &(0..span.start)).chars().next_back();
    let after = cut(prose, &(span.end..prose.len())).chars().find(|c| !matches!(c, '.' | ',' | '!' | '?' | '…'));
    let is_closed = after.is_some_and(|c| matches!(c, '»' | '“' | '”' | '"' | '’' | ')' | ']' | '\''));
    before.filter(|c| is_closed && matches!(c, '«' | '„' | '“' | '"' | '‘' | '(' | '[' | '\''))
}
