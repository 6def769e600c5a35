//! `spelling`: words that a spelling dictionary does not have, where a project names one.

use std::{borrow::Cow, collections::HashSet};

use crate::{
    glossary::is_mark,
    model::{Finding, Problems, Side, cut},
};

use super::{
    Bitext, Check, CheckedArticle, Context, Rule,
    misspelling::{LONGEST, RULE, SUGGESTED, SpellingProblem, plain},
    source_spelling::report_source,
    speller::Speller,
    spots::{Spot, report},
    words::{Capitals, Word, WordScript},
};

pub(super) struct SpellingRule;

/// The most words of a text that have a finding of their own, with suggestions: these take time.
const FEW: usize = 5;

/// Letters of the parts of the shortest compound: of its first part and of its last.
const COMPOUND: (usize, usize) = (3, 5);

/// Letters of the longest word that may be an abbreviation before a stop, and of the longest first part that may be one.
const ABBREVIATION: usize = 3;
const INITIAL: usize = 2;

/// Words of the source with which one is compared: no sentence has more.
const MOST_WORDS: usize = 400;

/// Consonants of the shortest word that may be known by its sound.
const HEARD: usize = 4;

impl Check for SpellingRule {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<SpellingProblem>()
    }

    fn article(&self, context: &Context<'_>, checked: &CheckedArticle<'_>, out: &mut Vec<Finding>) {
        for bitext in &checked.bitexts {
            self.segment(context, bitext, out);
        }
        report_source(context, &checked.sources().collect::<Vec<_>>(), out);
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        let Some(speller) = context.speller.as_deref().filter(|_| !bitext.from_source) else { return };
        let prose = &bitext.target.prose;
        let words = bitext.words(Side::Target);
        let (mut few, mut rest) = (HashSet::new(), Vec::new());
        for (index, word) in words.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|before| words.get(before));
            if !is_looked_up(bitext, word)
                || is_known(context, speller, prose, word, [before, words.get(index + 1)])
                || is_taken_over(context, bitext, word)
            {
                continue;
            }
            let text = cut(prose, &word.span);
            if few.len() >= FEW || !few.insert(text) {
                rest.push(Spot::open(word.span.clone()));
                continue;
            }
            let place = bitext.place(context, Side::Target, word.span.clone());
            let mut finding = Finding::new(SpellingProblem { word: text.to_owned() }, RULE.severity, place);
            finding.alternatives = speller.suggestions(&plain(text));
            finding.alternatives.truncate(SUGGESTED);
            out.push(finding);
        }
        report(context, bitext, RULE.severity, &rest, &|word| SpellingProblem { word }, out);
    }
}

/// Whether a word is one of the language's: no name or abbreviation, no address, no word of the glossary.
fn is_looked_up(bitext: &Bitext<'_>, word: &Word<'_>) -> bool {
    let is_of_language = matches!(word.script, WordScript::Home | WordScript::Foreign);
    // A name at the beginning of a sentence cannot be told from a word.
    let is_plain = word.capitals == Capitals::None;
    is_of_language
        && is_plain
        && !word.has_digit
        && !word.in_address
        && word.span.len() <= LONGEST
        && !bitext.is_exempt(&word.span)
        && bitext.term_at(&word.span).is_none()
}

/// Whether the dictionary has a word, in one of its spellings, or the compound of which it is a part.
fn is_known(
    context: &Context<'_>,
    speller: &dyn Speller,
    prose: &str,
    word: &Word<'_>,
    [before, next]: [Option<&Word<'_>>; 2],
) -> bool {
    let text = plain(cut(prose, &word.span));
    if text.chars().nth(1).is_none() || has(context, speller, &text) || is_compound(context, speller, &text) {
        return true;
    }
    let is_short = text.chars().nth(ABBREVIATION).is_none() || context.target.abbreviations.contains(&text);
    if is_short && cut(prose, &(word.span.end..prose.len())).starts_with('.') {
        return true;
    }
    // A street's name (Джон-стрит), an abbreviation (г-жа), a compound of a word that is no less foreign (хип-хоп).
    if let Some(before) = before.filter(|_| word.is_joined) {
        let first = plain(cut(prose, &before.span));
        if !before.is_plain() || first.chars().nth(INITIAL).is_none() || !has(context, speller, &first) {
            return true;
        }
    }
    let hyphen = |char: char| matches!(char, '-' | '\u{2011}');
    let is_followed =
        next.is_some_and(|next| next.is_joined) && cut(prose, &(word.span.end..prose.len())).starts_with(hyphen);
    if !word.is_joined && !is_followed {
        return false;
    }
    let in_compound =
        |char: char| char.is_alphanumeric() || is_mark(char) || hyphen(char) || matches!(char, '\'' | '’' | 'ʼ');
    let head: usize = cut(prose, &(0..word.span.start))
        .chars()
        .rev()
        .take(LONGEST)
        .take_while(|char| in_compound(*char))
        .map(char::len_utf8)
        .sum();
    let tail: usize = cut(prose, &(word.span.end..prose.len()))
        .chars()
        .take(LONGEST)
        .take_while(|char| in_compound(*char))
        .map(char::len_utf8)
        .sum();
    let compound = plain(cut(prose, &(word.span.start - head..word.span.end + tail)));
    // The first part of a compound has a form of its own: эканоміка-, северо-.
    is_followed || has(context, speller, &compound)
}

/// Whether a word is one that the dictionary has with another before it, or with a negation: паўночнакарэйскі, недасягальны.
///
/// A function word is no part of another word: what looks so lacks a space.
fn is_compound(context: &Context<'_>, speller: &dyn Speller, word: &str) -> bool {
    let letters = word.chars().count();
    let ends = word.char_indices().enumerate().map(|(count, (at, _))| (count, at));
    let parts = ends.filter(|(count, _)| letters - count >= COMPOUND.1).filter_map(|(count, at)| {
        let (first, last) = word.split_at_checked(at)?;
        Some((count, first, last))
    });
    let is_function_word = |word: &str| context.target.function_words.iter().any(|known| known == word);
    let is_negation = |word: &str| context.target.negations.iter().any(|known| known == word);
    parts.into_iter().any(|(count, first, last)| {
        let may_begin = count >= COMPOUND.0 && (count >= COMPOUND.1 || !is_function_word(first));
        if may_begin { speller.has(first) && speller.has(last) } else { is_negation(first) && speller.has(last) }
    })
}

/// Whether a word sounds like one of the source: it was taken over, and dictionaries have few such words.
fn is_taken_over(context: &Context<'_>, bitext: &Bitext<'_>, word: &Word<'_>) -> bool {
    let hear = |text: &str| context.alphabets.hear(context.counterparts.fold(text).as_slice());
    let heard = hear(cut(&bitext.target.prose, &word.span));
    let source = &bitext.source.prose;
    let is_word = |known: &&Word<'_>| !known.has_digit && !known.in_address;
    let known = bitext.words(Side::Source).iter().take(MOST_WORDS).filter(is_word);
    heard.len() >= HEARD && known.into_iter().any(|known| heard.is_heard_in(&hear(cut(source, &known.span))))
}

/// Whether the dictionary has a word as it is, with another apostrophe, or with the letter that alternates.
fn has(context: &Context<'_>, speller: &dyn Speller, word: &str) -> bool {
    if speller.has(word) {
        return true;
    }
    let mut full: Cow<'_, str> = Cow::Borrowed(word);
    let alternation = &context.target.alternation;
    if !alternation.short.is_empty()
        && let Some(rest) = word.strip_prefix(alternation.short.as_str())
    {
        full = Cow::Owned([&alternation.full, rest].concat());
        if speller.has(&full) {
            return true;
        }
    }
    full.contains('\'') && ["’", "ʼ"].into_iter().any(|sign| speller.has(&full.replace('\'', sign)))
}
