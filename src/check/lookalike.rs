//! `lookalike-letters`: digits and Latin letters that stand where letters of the language should: `0ведены`, `COH`, `I тоді`.

use std::{cell::OnceCell, collections::HashSet, ops::Range};

use crate::model::{Args, Finding, Problem, Problems, Severity, Side, cut};

use super::{
    Bitext, Check, Context, Rule,
    language::LetterClass,
    signs::Signs,
    spots::{Spot, report},
    words::{Capitals, Word, WordScript},
};

pub(super) struct LookalikeLetters;

const RULE: Rule = Rule { id: "lookalike-letters", severity: Severity::Major };

/// Letters of the longest word in capitals that may be an abbreviation, and of the longest that is compared with the source's words.
const ABBREVIATION: usize = 4;
const INITIALS: usize = 8;
/// Letters and digits of ASCII.
const ALPHANUMERIC: Signs = Signs::of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

/// A word is written with characters that only look like its letters.
enum LookalikeProblem {
    /// A digit stands in a word.
    Digit { word: String },
    /// A word, or a letter that is one, is in another alphabet.
    Word { word: String },
}

impl Problem for LookalikeProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Digit { .. } => "lookalike-letters-digit",
            Self::Word { .. } => "lookalike-letters-word",
        }
    }

    fn args(&self) -> Args {
        let (Self::Digit { word } | Self::Word { word }) = self;
        vec![("word", word.into())]
    }

    fn all() -> Vec<Self> {
        vec![Self::Digit { word: "0ведены".to_owned() }, Self::Word { word: "COH".to_owned() }]
    }
}

impl Check for LookalikeLetters {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<LookalikeProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        if context.letters.is_empty() || bitext.from_source {
            return;
        }
        if !bitext.target_signs.has(ALPHANUMERIC) {
            return;
        }
        let words = bitext.words(Side::Target);
        let (mut digits, mut latin, mut abbreviations) = (Vec::new(), Vec::new(), Vec::new());
        let source = OnceCell::new();
        for (index, word) in words.iter().enumerate() {
            if word.in_address || bitext.is_exempt(&word.span) {
                continue;
            }
            match word.script {
                WordScript::Home | WordScript::Foreign if word.has_digit && has_digit_within(bitext, word) => {
                    digits.push(Spot::open(word.span.clone()));
                }
                WordScript::Other if !word.has_digit => {
                    let spot = twin_word(context, bitext, word, words.get(index + 1), &source);
                    let list = if is_abbreviation(bitext, word) { &mut abbreviations } else { &mut latin };
                    list.extend(spot.filter(|_| !is_initials(bitext, word)));
                }
                _ => {}
            }
        }
        report(context, bitext, RULE.severity, &digits, &|word| LookalikeProblem::Digit { word }, out);
        report(context, bitext, RULE.severity, &latin, &|word| LookalikeProblem::Word { word }, out);
        report(context, bitext, Severity::Neutral, &abbreviations, &|word| LookalikeProblem::Word { word }, out);
    }
}

/// Whether a word may be an abbreviation in Latin letters, which an edition writes for words of the source: CEO, PC.
fn is_abbreviation(bitext: &Bitext<'_>, word: &Word<'_>) -> bool {
    let letters = cut(&bitext.target.prose, &word.span).chars().count();
    word.capitals == Capitals::All && letters <= ABBREVIATION
}

/// Whether an abbreviation has the initials of words of the source that stand in a row: chief executive officer.
fn is_initials(bitext: &Bitext<'_>, word: &Word<'_>) -> bool {
    if word.capitals != Capitals::All {
        return false;
    }
    let initials: Vec<char> = cut(&bitext.target.prose, &word.span).chars().take(INITIALS).collect();
    let source = &bitext.source.prose;
    let first = |word: &Word<'_>| cut(source, &word.span).chars().next().and_then(|first| first.to_uppercase().next());
    let firsts: Vec<Option<char>> = bitext.words(Side::Source).iter().map(first).collect();
    firsts.windows(initials.len()).any(|row| row.iter().zip(&initials).all(|(first, initial)| *first == Some(*initial)))
}

/// Whether digits stand within a word in lower case, or where only a letter can: `перегово3ры`, `0ведены`.
///
/// Digits with an ending (`5ти`, `90х`) or a unit (`10км`) begin a word, and those of a model or a note end it.
fn has_digit_within(bitext: &Bitext<'_>, word: &Word<'_>) -> bool {
    let text = cut(&bitext.target.prose, &word.span);
    let is_figure = |char: char| char.is_ascii_digit();
    if !text.contains(is_figure) || text.chars().any(|char| char.is_numeric() && !char.is_ascii_digit()) {
        return false;
    }
    let tail = text.trim_start_matches(is_figure);
    let inner = tail.trim_end_matches(is_figure);
    let letters = |part: &str| part.chars().filter(|char| char.is_alphabetic()).count();
    let is_small = |part: &str| part.chars().skip(1).all(|char| char.is_lowercase() || char.is_ascii_digit());
    let head = text.len() - tail.len();
    if inner.contains(is_figure) {
        // `С300В2` is a name, `10х15см` a size.
        return is_small(inner) && (head == 0 || inner.split(is_figure).any(|run| letters(run) > 3));
    }
    let source = &bitext.source.prose;
    let is_counted = cut(text, &(0..head)).len() > 1 || source.contains(is_figure);
    (head > 0 && letters(inner) > 3 && is_small(inner) && ((head == 1 && text.starts_with('0')) || !is_counted))
        || (tail.len() > inner.len()
            && letters(inner) > 3
            && inner.chars().all(char::is_lowercase)
            && !source.contains(is_figure))
}

/// The word that a word of another alphabet looks like, if all its letters have twins and the source does not have it.
fn twin_word<'b>(
    context: &Context<'_>,
    bitext: &'b Bitext<'_>,
    word: &Word<'_>,
    next: Option<&Word<'_>>,
    source: &OnceCell<HashSet<&'b str>>,
) -> Option<Spot> {
    let prose = &bitext.target.prose;
    let text = cut(prose, &word.span);
    let meant: String = text.chars().map(|letter| context.target.twins.get(&letter).copied()).collect::<Option<_>>()?;
    let is_listed = |word: &str| context.target.function_words.iter().any(|listed| listed == word);
    let has = |word: &str| {
        let words = || bitext.source.prose.split(|char: char| !char.is_alphanumeric()).collect();
        source.get_or_init(words).contains(word)
    };
    // ATMs: the plural of an abbreviation.
    let has_plural = |word: &str| has([word, "s"].concat().as_str());
    let mut letters = text.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        // A letter that is a word: i, C, B. A capital within a sentence is a grade, a vitamin, a numeral.
        let is_capital = word.capitals != Capitals::None;
        let is_free = if is_capital { word.begins } else { !is_between_words(context, prose, &word.span) };
        let next = next.filter(|next| is_next(prose, &word.span, next))?;
        let is_small = next.script == WordScript::Home && next.capitals == Capitals::None;
        let numeral = letter == 'I' && !is_small;
        let listed = meant.to_lowercase();
        return (is_free && !numeral && !word.is_joined && !has(text) && is_listed(&listed)).then(|| {
            let certain = is_small && is_listed(cut(prose, &next.span));
            Spot { span: word.span.clone(), replacement: Some(meant), certain }
        });
    }
    let is_numeral = text.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L' | b'C' | b'D' | b'M'));
    let is_plain = matches!(word.capitals, Capitals::All | Capitals::None | Capitals::First);
    (is_plain && !is_numeral && !has(text) && !has_plural(text)).then(|| Spot::likely(word.span.clone(), meant))
}

/// Whether only a space parts two words.
fn is_next(prose: &str, word: &Range<usize>, next: &Word<'_>) -> bool {
    matches!(cut(prose, &(word.end..next.span.start)), " " | "\u{a0}")
        && matches!(next.script, WordScript::Home | WordScript::None)
        && !next.is_joined
}

/// Whether a letter stands where `foreign-letters` looks at it: between two words of the language.
fn is_between_words(context: &Context<'_>, prose: &str, span: &Range<usize>) -> bool {
    let before = cut(prose, &(0..span.start));
    let is_home = |char: char| context.letters.class(char) == LetterClass::Home;
    let word = before.trim_end_matches([' ', ',', '\u{a0}']);
    before.is_empty() || (before.ends_with([' ', '\u{a0}']) && (word.is_empty() || word.ends_with(is_home)))
}
