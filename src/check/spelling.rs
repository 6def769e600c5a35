//! `spelling`: words that a spelling dictionary does not have, where a project names one.

use std::{borrow::Cow, collections::HashSet};

use unicode_normalization::UnicodeNormalization;

use crate::{
    glossary::is_mark,
    model::{Args, Finding, Problem, Problems, Severity, Side, cut},
};

use super::{
    Bitext, Check, Context, Rule,
    speller::Speller,
    spots::{Spot, report},
    words::{Capitals, Word, WordScript},
};

pub(super) struct SpellingRule;

const RULE: Rule = Rule { id: "spelling", severity: Severity::Minor };

/// The most words of a text that have a finding of their own, with suggestions: these take time.
const FEW: usize = 5;

/// The most suggestions for a word.
const SUGGESTED: usize = 3;

/// The longest word that is looked up, in bytes; a longer one is no word.
const LONGEST: usize = 120;

/// The dictionary does not have a word.
struct SpellingProblem {
    word: String,
}

impl Problem for SpellingProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        RULE.id
    }

    fn args(&self) -> Args {
        vec![("word", (&self.word).into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { word: "дзеьн".to_owned() }]
    }
}

impl Check for SpellingRule {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<SpellingProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        let Some(speller) = context.speller.as_deref().filter(|_| !bitext.from_source) else { return };
        let prose = &bitext.target.prose;
        let words = bitext.words(context, Side::Target);
        let (mut few, mut rest) = (HashSet::new(), Vec::new());
        for (index, word) in words.iter().enumerate() {
            if !is_looked_up(bitext, word) || is_known(context, speller, prose, word, words.get(index + 1)) {
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
fn is_looked_up(bitext: &Bitext<'_>, word: &Word) -> bool {
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
fn is_known(context: &Context<'_>, speller: &dyn Speller, prose: &str, word: &Word, next: Option<&Word>) -> bool {
    let text = plain(cut(prose, &word.span));
    if text.chars().nth(1).is_none() || has(context, speller, &text) {
        return true;
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

/// A word without stress marks and unseen characters, with one kind of apostrophe.
fn plain(word: &str) -> String {
    let unseen = |char: char| {
        matches!(char, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{300}' | '\u{301}')
    };
    let letters = word.chars().filter(|char| !unseen(*char));
    letters.nfc().map(|char| if matches!(char, '’' | 'ʼ' | '‘' | '`' | '´') { '\'' } else { char }).collect()
}
