//! Wordings that no glossary declines, and whether a text has one of them in any form.

use std::collections::HashSet;

use crate::{
    glossary::{FoldedWord, Folding, Grammars, paradigm_in, singulars_in, words},
    model::{Kind, Locale, cut},
};

/// Where nothing is known of a language's endings, two words are forms of one where they share this many letters…
const SHARED: usize = 4;
/// …and have no more than this many after them.
const ENDING: usize = 2;

/// A text, read once for all wordings that it may have.
#[derive(Debug, Clone, Default)]
pub struct ReadText {
    /// The text as the locale compares texts: without regard to case, `ё` as `е`.
    pub folded: String,
    words: Vec<FoldedWord>,
}

impl ReadText {
    /// Reads a text by its locale's rules.
    #[must_use]
    pub fn new(folding: &Folding, text: &str) -> Self {
        let folded = folding.fold(text).text;
        let words = words(&folded);
        Self { folded, words }
    }

    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| cut(&self.folded, &word.span))
    }

    /// What stands between a word and the next one, without white space.
    fn gap(&self, at: usize) -> &str {
        let (Some(word), Some(next)) = (self.words.get(at), self.words.get(at + 1)) else { return "" };
        cut(&self.folded, &(word.span.end..next.span.start)).trim()
    }
}

/// A wording with the forms that each of its words may have.
///
/// Its forms are those that the locale's rules of declension give the whole wording and each word by itself, by every class
/// that is plausible without knowing what it means; a plural has its singular too. Words are declined each by itself because that is what a lemmatizer
/// undoes: the terminology task of WMT compares the lemmas of words, one after the other. A language without rules has the
/// endings of its profile (en `'s`, `s`), or, where that has none either, any ending of two letters after four that agree.
#[derive(Debug, Clone, Default)]
pub struct Wording {
    read: ReadText,
    forms: Vec<HashSet<String>>,
    has_any_ending: bool,
}

impl Wording {
    /// Declines a wording of a locale.
    #[must_use]
    pub fn new(grammars: &Grammars, folding: &Folding, locale: &Locale, text: &str) -> Self {
        let text = text.trim();
        let read = ReadText::new(folding, text);
        let mut forms: Vec<HashSet<String>> =
            (0..read.words.len()).map(|at| HashSet::from([read.word(at).to_owned()])).collect();
        let mut has_rules = false;
        // A name may be declined as a name.
        let has_capital = text.contains(char::is_uppercase);
        let kinds =
            [Kind::Term, Kind::Person, Kind::Place].into_iter().filter(|kind| *kind == Kind::Term || has_capital);
        for kind in kinds {
            let paradigm = match paradigm_in(grammars, locale, text, kind, None) {
                Ok(Some(paradigm)) => paradigm,
                Ok(None) => break,
                // Rules that do not decline this wording: letters of another alphabet, numbers.
                Err(_) => {
                    has_rules = true;
                    continue;
                }
            };
            has_rules = true;
            for form in paradigm.forms {
                let form = ReadText::new(folding, &form.text);
                if form.words.len() == forms.len() {
                    forms.iter_mut().enumerate().for_each(|(at, known)| {
                        known.insert(form.word(at).to_owned());
                    });
                }
            }
        }
        if has_rules && forms.len() > 1 {
            for (at, known) in forms.iter_mut().enumerate() {
                for kind in [Kind::Term, Kind::Adj] {
                    let paradigm = paradigm_in(grammars, locale, read.word(at), kind, None);
                    let alone = paradigm.ok().flatten().into_iter().flat_map(|paradigm| paradigm.forms);
                    known.extend(alone.map(|form| folding.fold(&form.text).text));
                }
            }
        }
        if has_rules {
            for (at, known) in forms.iter_mut().enumerate() {
                let singulars = singulars_in(grammars, locale, read.word(at));
                let singulars = singulars.into_iter().flat_map(|paradigm| paradigm.forms);
                known.extend(singulars.map(|form| folding.fold(&form.text).text));
            }
        }
        for known in &mut forms {
            let suffixed = known.iter().flat_map(|form| {
                let suffixes = folding.suffixes().iter().filter(|(ending, _)| form.ends_with(ending.as_str()));
                suffixes.map(move |(_, suffix)| format!("{form}{suffix}"))
            });
            let suffixed: Vec<String> = suffixed.collect();
            known.extend(suffixed);
        }
        let has_any_ending = !has_rules && folding.suffixes().is_empty();
        Self { read, forms, has_any_ending }
    }

    /// The wording as the locale compares texts.
    #[must_use]
    pub fn folded(&self) -> &str {
        &self.read.folded
    }

    /// Whether a text has the wording: its words in any of their forms, one after the other, or its very letters anywhere.
    #[must_use]
    pub fn is_in(&self, text: &ReadText) -> bool {
        if self.read.folded.is_empty() {
            return false;
        }
        if text.folded.contains(&self.read.folded) {
            return true;
        }
        let (length, all) = (self.forms.len(), text.words.len());
        length > 0 && length <= all && (0..=all - length).any(|start| self.is_at(text, start))
    }

    /// Whether the wording begins at a word of a text.
    fn is_at(&self, text: &ReadText, start: usize) -> bool {
        self.forms.iter().enumerate().all(|(at, known)| {
            let word = text.word(start + at);
            let fits = known.contains(word) || (self.has_any_ending && differ_in_ending(word, self.read.word(at)));
            fits && (at == 0 || same_gap(text.gap(start + at - 1), self.read.gap(at - 1)))
        })
    }
}

/// Whether two gaps between words mean the same, apart from white space: all hyphens do.
fn same_gap(one: &str, other: &str) -> bool {
    let hyphen = |letter: char| if matches!(letter, '\u{2010}' | '\u{2011}') { '-' } else { letter };
    one.chars().map(hyphen).eq(other.chars().map(hyphen))
}

/// Whether two words differ in nothing but an ending.
fn differ_in_ending(one: &str, other: &str) -> bool {
    let shared = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    shared >= SHARED && [one, other].into_iter().all(|word| word.chars().count() <= shared + ENDING)
}
