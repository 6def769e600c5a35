//! Who says a quotation, where the text around it says so clearly.

use std::{collections::HashSet, ops::Range};

use crate::model::cut;

use super::Language;

/// The most words of a name that no glossary has.
const LONGEST_NAME: usize = 5;
/// The most words between a name and its verb: `Viktar Hulevich, Chief of the General Staff, announced`.
const APPOSITION: usize = 14;
/// The words behind a quotation among which its verb stands, if it has one.
const NEAR: usize = 6;

/// What a text says of the speaker of a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Attribution {
    /// Nothing.
    None,
    /// A person whom it does not name: `he said`, `an officer said`.
    Unnamed,
    /// A name.
    Named(Speaker),
}

/// A speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Speaker {
    /// The name as the text has it.
    pub name: String,
    /// The index of the glossary's concept.
    pub concept: Option<usize>,
}

/// What is known of the names in a text.
pub(super) struct Names<'a> {
    /// The text.
    pub text: &'a str,
    /// Where the glossary's persons and institutions stand in it, ascending, with the index of each concept.
    pub known: Vec<(Range<usize>, usize)>,
    /// Words that the article writes with a capital within a sentence.
    pub capitalized: &'a HashSet<String>,
    /// The language of the text.
    pub language: &'a Language,
}

/// A word, and whether a mark parts it from the word before it.
pub(super) struct SpokenWord<'a> {
    text: &'a str,
    span: Range<usize>,
    is_apart: bool,
}

impl Names<'_> {
    /// Who says a quotation, by what stands before and behind it in its sentence.
    pub(super) fn attribution(&self, before: &Range<usize>, after: &Range<usize>) -> Attribution {
        match self.after(&spoken_words(self.text, after)) {
            Attribution::None => self.before(&spoken_words(self.text, before)),
            attribution => attribution,
        }
    }

    /// The glossary's person to whom somebody speaks: `NAME told NAME`, `NAME said to NAME`, `said NAME to NAME`.
    pub(super) fn spoken_to(&self, words: &[SpokenWord<'_>]) -> Option<usize> {
        let word = |at: usize| words.get(at);
        let begins =
            |at: usize| self.known.iter().find(|(span, _)| word(at).is_some_and(|word| word.span.start == span.start));
        let ends =
            |at: usize| self.known.iter().any(|(span, _)| word(at).is_some_and(|word| word.span.end == span.end));
        (0..words.len()).filter(|at| word(*at).is_some_and(|word| self.is_verb(word))).find_map(|verb| {
            let mut next = verb + 1;
            if let Some((span, concept)) = begins(next) {
                if verb.checked_sub(1).is_some_and(ends) {
                    return Some(*concept);
                }
                next += words.iter().skip(next).take_while(|word| word.span.end <= span.end).count();
            }
            let is_to = word(next).is_some_and(|word| self.language.speech.to.iter().any(|to| to == word.text));
            begins(next + 1).filter(|_| is_to).map(|(_, concept)| *concept)
        })
    }

    /// Who speaks by the words directly behind a quotation: `said NAME`, `NAME said`, `according to NAME`.
    fn after(&self, words: &[SpokenWord<'_>]) -> Attribution {
        let named = |found: Option<(Speaker, usize)>| match found {
            Some((speaker, _)) => Attribution::Named(speaker),
            None => Attribution::Unnamed,
        };
        let Some(first) = words.first() else { return Attribution::None };
        if self.is_verb(first) {
            return named(self.name_from(words, 1));
        }
        if let Some(next) = self.according(words, 0) {
            return named(self.name_from(words, next));
        }
        if let Some((speaker, next)) = self.name_from(words, 0) {
            let verb = next + words.iter().skip(next).take_while(|word| self.is_between(word)).count();
            let is_direct = words.get(verb).is_some_and(|word| self.is_verb(word));
            let mut rest = words.iter().skip(next).take(APPOSITION);
            let is_apart =
                rest.next().is_some_and(|word| word.is_apart) && rest.any(|word| word.is_apart && self.is_verb(word));
            if is_direct || is_apart {
                return Attribution::Named(speaker);
            }
        }
        if words.iter().take(NEAR).any(|word| self.is_verb(word)) { Attribution::Unnamed } else { Attribution::None }
    }

    /// Who speaks by the words of the sentence before a quotation: `NAME said`, `According to NAME`.
    fn before(&self, words: &[SpokenWord<'_>]) -> Attribution {
        let mut found = Attribution::None;
        for verb in (0..words.len()).rev().filter(|at| words.get(*at).is_some_and(|word| self.is_verb(word))) {
            match (&found, self.subject(words, verb)) {
                (Attribution::None, Some(speaker)) => found = Attribution::Named(speaker),
                (Attribution::None, None) => return Attribution::Unnamed,
                (Attribution::Named(last), Some(other)) if last.name != other.name => return Attribution::Unnamed,
                _ => {}
            }
        }
        let phrase = || (0..words.len()).find_map(|at| self.according(words, at));
        match found {
            Attribution::None => match phrase().map(|next| self.name_from(words, next)) {
                Some(Some((speaker, _))) => Attribution::Named(speaker),
                Some(None) => Attribution::Unnamed,
                None => Attribution::None,
            },
            found => found,
        }
    }

    /// The subject before a verb, if it is a name.
    fn subject(&self, words: &[SpokenWord<'_>], verb: usize) -> Option<Speaker> {
        let skipped = words.iter().take(verb).rev().take_while(|word| self.is_between(word)).count();
        let end = verb - skipped;
        self.name_to(words, end).or_else(|| {
            // An apposition: the name stands before the comma that begins it.
            let is_apart = words.get(end).is_some_and(|word| word.is_apart);
            let commas = (end.saturating_sub(APPOSITION)..end)
                .rev()
                .filter(|at| is_apart && words.get(*at).is_some_and(|word| word.is_apart));
            commas.into_iter().find_map(|at| self.name_to(words, at))
        })
    }

    /// Whether a quotation goes on behind the words that say who speaks: `said Kim,`.
    pub(super) fn is_interrupted_by(&self, between: &Range<usize>) -> bool {
        let words = spoken_words(self.text, between);
        let is_open = cut(self.text, between).trim_end().ends_with([',', ':', '—', '–']);
        is_open && words.iter().filter(|word| self.is_verb(word)).count() == 1
    }

    fn is_verb(&self, word: &SpokenWord<'_>) -> bool {
        let verbs = &self.language.speech.verbs;
        word.text.len() < 16 && verbs.iter().any(|verb| *verb == word.text.to_lowercase())
    }

    fn is_between(&self, word: &SpokenWord<'_>) -> bool {
        !word.is_apart && self.language.speech.between.iter().any(|known| *known == word.text.to_lowercase())
    }

    fn is_function_word(&self, word: &SpokenWord<'_>) -> bool {
        self.language.function_words.contains(&word.text.to_lowercase())
    }

    /// The end of a phrase such as `according to` that begins at a word.
    fn according(&self, words: &[SpokenWord<'_>], at: usize) -> Option<usize> {
        let is_here = |phrase: &&String| {
            let mut here = words.iter().skip(at).map(|word| word.text.to_lowercase());
            phrase.split(' ').all(|wanted| here.next().is_some_and(|word| word == wanted))
        };
        self.language.speech.according.iter().find(is_here).map(|phrase| at + phrase.split(' ').count())
    }

    /// The name that begins at a word, with the index of the word behind it.
    fn name_from(&self, words: &[SpokenWord<'_>], at: usize) -> Option<(Speaker, usize)> {
        let is_article = |word: &SpokenWord<'_>| {
            let lower = word.text.to_lowercase();
            self.language.speech.articles.contains(&lower)
                || self.language.titles.contains(&lower)
                || self.language.abbreviations.contains(&lower)
        };
        let at = at + words.iter().skip(at).take(LONGEST_NAME).take_while(|word| is_article(word)).count();
        let first = words.get(at)?;
        if let Some((span, concept)) = self.known.iter().find(|(span, _)| span.start == first.span.start) {
            let next = at + words.iter().skip(at).take_while(|word| word.span.end <= span.end).count();
            return self.speaker(span, Some(*concept)).map(|speaker| (speaker, next));
        }
        let is_more = |(index, word): &(usize, &SpokenWord<'_>)| self.is_name(word) && (*index == 0 || !word.is_apart);
        let count = words.iter().skip(at).take(LONGEST_NAME).enumerate().take_while(is_more).count();
        let span = first.span.start..words.get((at + count).checked_sub(1)?)?.span.end;
        (count > 0 && self.is_certain(words, at, count))
            .then(|| self.speaker(&span, None))?
            .map(|speaker| (speaker, at + count))
    }

    /// The name that ends before a word.
    fn name_to(&self, words: &[SpokenWord<'_>], end: usize) -> Option<Speaker> {
        let last = words.get(end.checked_sub(1)?)?;
        if words.get(end).is_some_and(|word| word.is_apart) && !self.is_name(last) {
            return None;
        }
        if let Some((span, concept)) = self.known.iter().find(|(span, _)| span.end == last.span.end) {
            return self.speaker(span, Some(*concept));
        }
        let mut count = 0;
        for word in words.iter().take(end).rev().take(LONGEST_NAME) {
            if !self.is_name(word) {
                break;
            }
            count += 1;
            if word.is_apart {
                break;
            }
        }
        let span = words.get(end - count)?.span.start..last.span.end;
        (count > 0 && self.is_certain(words, end - count, count)).then(|| self.speaker(&span, None))?
    }

    /// Whether a word may be part of a name.
    fn is_name(&self, word: &SpokenWord<'_>) -> bool {
        let lower = word.text.to_lowercase();
        let is_date = || {
            self.language
                .months
                .iter()
                .chain(&self.language.weekdays)
                .flatten()
                .any(|name| name.to_lowercase() == lower)
        };
        word.text.starts_with(char::is_uppercase) && !self.is_function_word(word) && !is_date()
    }

    /// Whether words with capitals are a name for certain: one that begins its sentence is, if the article writes it with a
    /// capital elsewhere.
    fn is_certain(&self, words: &[SpokenWord<'_>], at: usize, count: usize) -> bool {
        let Some(first) = words.get(at) else { return false };
        let before = cut(self.text, &(0..first.span.start)).trim_end();
        let begins = before.is_empty() || before.ends_with(['.', '!', '?', '…', '“', '"', '\n']);
        count > 1 || !begins || self.capitalized.contains(first.text)
    }

    fn speaker(&self, span: &Range<usize>, concept: Option<usize>) -> Option<Speaker> {
        let name = cut(self.text, span);
        let is_possessive = name.ends_with("’s") || name.ends_with("'s");
        (!is_possessive && !name.is_empty()).then(|| Speaker { name: name.to_owned(), concept })
    }
}

/// Marks that end a quotation, and marks that begin one, in any language.
const CLOSING: [char; 4] = ['»', '”', '“', '"'];
const OPENING: [char; 4] = ['«', '“', '„', '"'];
/// The most words between a quotation and the name of its speaker.
const BETWEEN: usize = 4;

/// Whether a name stands where the speaker of a quotation does: behind it and a verb, or before a verb, a colon and it.
pub(super) fn stands_as_speaker(text: &str, name: &Range<usize>) -> bool {
    let are_small = |part: &str| {
        let mut words = part.split_whitespace();
        let count = words.clone().count();
        let is_small =
            |word: &str| word.chars().all(|letter| letter.is_lowercase() || matches!(letter, '’' | '\'' | 'ʼ'));
        (1..=BETWEEN).contains(&count) && words.all(is_small)
    };
    let before = cut(text, &(0..name.start));
    let is_behind = before.rsplit_once(CLOSING).is_some_and(|(_, between)| {
        are_small(
            between
                .trim_start_matches(|mark: char| mark.is_whitespace() || matches!(mark, ',' | '.' | '—' | '–' | '-')),
        )
    });
    let after = cut(text, &(name.end..text.len()));
    is_behind
        || after
            .split_once(':')
            .is_some_and(|(between, quotation)| are_small(between) && quotation.trim_start().starts_with(OPENING))
}

/// Whether a text gives its quotation to a pronoun, or to nobody: `he said`, or nothing but what is quoted.
pub(super) fn is_said_by_nobody_named(language: &Language, text: &str) -> bool {
    let is_pronoun = |word: &SpokenWord<'_>| language.speech.pronouns.contains(&word.text.to_lowercase());
    let is_verb = |word: &SpokenWord<'_>| language.speech.verbs.contains(&word.text.to_lowercase());
    let is_said = |one: &SpokenWord<'_>, other: &SpokenWord<'_>| {
        !other.is_apart && ((is_pronoun(one) && is_verb(other)) || (is_verb(one) && is_pronoun(other)))
    };
    let (Some(end), first) = (text.rfind(CLOSING), text.find(OPENING)) else { return false };
    let behind = spoken_words(text, &(end..text.len()));
    let before = spoken_words(text, &(0..first.unwrap_or(end)));
    match (before.as_slice(), behind.as_slice()) {
        (_, [one, other, ..]) if is_said(one, other) => true,
        ([.., one, other], _) if is_said(one, other) => true,
        (before, behind) => before.is_empty() && behind.is_empty(),
    }
}

/// The words of a part of a text.
pub(super) fn spoken_words<'a>(text: &'a str, span: &Range<usize>) -> Vec<SpokenWord<'a>> {
    let part = cut(text, span);
    let mut words = Vec::new();
    let (mut start, mut is_apart) = (None, false);
    let is_inner = |char: char| matches!(char, '\'' | '’' | '-' | '.');
    let mut chars = part.char_indices().chain([(part.len(), ' ')]).peekable();
    while let Some((at, char)) = chars.next() {
        let goes_on = char.is_alphanumeric()
            || (start.is_some() && is_inner(char) && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric()));
        match (start, goes_on) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                words.push(SpokenWord {
                    text: cut(part, &(from..at)),
                    span: span.start + from..span.start + at,
                    is_apart,
                });
                (start, is_apart) = (None, !char.is_whitespace());
            }
            (None, false) => is_apart |= !char.is_whitespace(),
            (Some(_), true) => {}
        }
    }
    words
}

/// Words of a text that have a capital and begin no sentence.
pub(super) fn capitalized<'a>(sentences: impl Iterator<Item = &'a str>) -> HashSet<String> {
    let mut found = HashSet::new();
    for sentence in sentences {
        let words = spoken_words(sentence, &(0..sentence.len()));
        let names =
            words.into_iter().skip(1).filter(|word| !word.is_apart && word.text.starts_with(char::is_uppercase));
        found.extend(names.map(|word| word.text.to_owned()));
    }
    found
}
