//! What is known of a pair of languages: the data of their profiles and of the glossary, ready for the rules.

use std::{ops::Range, sync::Arc};

use crate::{
    glossary::{Folding, Sight, Termbase, Vocabulary, is_letter},
    locale::{Siblings, alternations, may_alternate},
    model::{Locale, Pair, Side, cut},
};

use super::{
    chatter::Remarks,
    counterparts::Counterparts,
    cues::CueLetters,
    hedges::Hedges,
    known_words::KnownWords,
    language::{Language, Letters, Numerals},
    links::Links,
    marks::Marks,
    measures::Measures,
    met_names::MetNames,
    mojibake::may_be_misread,
    name_lists::NameKnowledge,
    negatives::Negatives,
    opposites::Opposites,
    reading::may_be_number,
    seams::has_seam,
    separation::Separators,
    signs::Signs,
    sounds::Alphabets,
    speller::Speller,
    word_facts::{HeardWord, MetWords, WordFacts, WordLists},
    word_shape::{Capitals, WordScript, WordShape},
    word_tree::WordSet,
    words::WordsOfText,
};

/// The number of bytes before and after a wording that may decide its initial letter.
const REACH: usize = 96;
/// Letters of the beginning of a frequent word that is that word's, whatever follows.
const STEM: usize = 5;

/// The data of a pair of locales, built once and used for every segment.
#[derive(Debug, Clone)]
pub struct Context<'a> {
    /// The direction.
    pub pair: Pair,
    /// The article's language.
    pub source: Language,
    /// The edition's language.
    pub target: Language,
    /// The glossary.
    pub termbase: &'a Termbase,
    /// The folding of the article's language.
    pub(super) source_folding: &'a Folding,
    /// The folding of the edition's language.
    pub(super) target_folding: &'a Folding,
    /// The words of the accepted wordings in the edition's language.
    pub(super) vocabulary: Vocabulary<'a>,
    pub(super) source_numerals: Numerals,
    pub(super) target_numerals: Numerals,
    /// The alphabet of the edition's language.
    pub(super) letters: Letters,
    /// The alphabet of the article's language.
    pub(super) source_letters: Letters,
    pub(super) source_measures: Measures,
    pub(super) target_measures: Measures,
    pub(super) remarks: Remarks,
    /// What the tools of translation leave in a text, by kind.
    pub(super) traces: Marks,
    /// The function words of both languages.
    pub(super) source_function_words: WordSet,
    pub(super) target_function_words: WordSet,
    /// Words of the article's language that are no names.
    pub(super) known_words: KnownWords,
    /// Frequent words of both languages.
    pub(super) counterparts: Counterparts,
    /// The sounds of letters of both alphabets.
    pub(super) alphabets: Alphabets,
    /// Letters of a translation for one of its source.
    pub(super) expansion: f64,
    pub(super) separators: Separators,
    /// The negations of both languages.
    pub(super) negatives: Negatives,
    /// The opposites that both languages know.
    pub(super) opposites: Opposites,
    /// The hedges of both languages.
    pub(super) hedges: Hedges,
    /// What is known of names in both languages.
    pub(super) names: NameKnowledge,
    /// What was found out about names of the source and words of the translation.
    pub(super) met_names: MetNames,
    /// Whether terms of the source's and of the edition's language may begin between words.
    terms_between_words: [bool; 2],
    /// The words of both languages that have been met.
    met_source: MetWords,
    met_target: MetWords,
    /// The dictionary of the edition's language, where the project names one.
    pub speller: Option<Arc<dyn Speller>>,
    /// That of the article's language.
    pub source_speller: Option<Arc<dyn Speller>>,
    /// The counterparts of pages in the edition's language that the project names.
    pub links: Links,
}

impl<'a> Context<'a> {
    /// Prepares the languages' data.
    #[must_use]
    pub fn new(pair: Pair, source: Language, target: Language, termbase: &'a Termbase) -> Self {
        let (source_folding, target_folding) = (termbase.folding(&pair.source), termbase.folding(&pair.target));
        let source_numerals = Numerals::new(&source, source_folding);
        let target_numerals = Numerals::new(&target, target_folding);
        let letters = Letters::new(&target);
        let source_letters = Letters::new(&source);
        let vocabulary = termbase.vocabulary(&pair.target);
        let source_measures = Measures::new(&source, source_folding);
        let target_measures = Measures::new(&target, target_folding);
        let remarks = Remarks::new(&source, &target);
        let traces = Marks::new(target.traces.values());
        let counterparts = Counterparts::new(pair.source.language(), &target);
        let known_words = KnownWords::new(&source, &target, pair.source.language());
        let source_function_words = WordSet::new(&source_letters, source.function_words.iter());
        let target_function_words = WordSet::new(&letters, target.function_words.iter());
        let alphabets = Alphabets::new(&target);
        let expansion = target.expansion.get(pair.source.language()).map_or(1.0, |letters| f64::from(*letters) / 100.0);
        let separators = Separators::new(&target);
        let cues = [(&source, &source_letters), (&target, &letters)];
        let cues = cues.map(|(language, letters)| Arc::new(CueLetters::new(language, letters)));
        let negatives = Negatives::new(&source, &target, &cues);
        let opposites = Opposites::new(&source, &target, &cues);
        let hedges = Hedges::new(&source, &target, &cues);
        let names = NameKnowledge::new(&source, &target, pair.source.language());
        let terms_between_words = [&pair.source, &pair.target].map(|locale| termbase.may_begin_between_words(locale));
        Self {
            pair,
            source,
            target,
            termbase,
            source_folding,
            target_folding,
            vocabulary,
            source_numerals,
            target_numerals,
            letters,
            source_letters,
            source_measures,
            target_measures,
            remarks,
            traces,
            source_function_words,
            target_function_words,
            known_words,
            counterparts,
            alphabets,
            expansion,
            separators,
            negatives,
            opposites,
            hedges,
            names,
            met_names: MetNames::default(),
            terms_between_words,
            met_source: MetWords::default(),
            met_target: MetWords::default(),
            speller: None,
            source_speller: None,
            links: Links::default(),
        }
    }

    /// The replacement for `span` with the form of its first letter that fits there (be ў for у): that of the replaced
    /// wording or, where that begins with another letter, the one that the word before requires.
    pub(super) fn fit_initial(&self, text: String, prose: &str, span: &Range<usize>) -> String {
        let mut wording = cut(prose, span).chars();
        let (Some(replaced), Some(first)) = (wording.next(), text.chars().next()) else { return text };
        let Some(short) = self.target_folding.short_initial(first) else { return text };
        if replaced == short || (replaced != first && self.is_short_at(prose, span, &text)) {
            return std::iter::once(short).chain(text.chars().skip(1)).collect();
        }
        text
    }

    /// Whether a text placed at `span` must begin with the short letter.
    fn is_short_at(&self, prose: &str, span: &Range<usize>, text: &str) -> bool {
        // A word and what may precede it; nothing further matters.
        let before = cut(prose, &(prose.floor_char_boundary(span.start.saturating_sub(REACH))..span.start));
        let after = cut(prose, &(span.end..prose.floor_char_boundary(span.end.saturating_add(REACH))));
        let placed = [before, text, after].concat();
        let edits = alternations(&self.target.alternation, &self.target.vowels, &placed);
        edits.iter().any(|edit| edit.span.start == before.len())
    }

    /// Whether a word of the translation may be a form of a frequent one, or derived from it: a name may begin with the same few
    /// letters.
    pub(super) fn is_frequent_in_target(&self, word: &str) -> bool {
        let folded = self.counterparts.fold(word);
        let letters = folded.as_slice();
        let begun = self.counterparts.beginning(letters);
        let rest: String = letters.get(begun..).unwrap_or_default().iter().collect();
        let is_ending = |rest: &str| self.target.endings.iter().any(|ending| ending == rest);
        let derived = self.target.derivational.iter().filter_map(|suffix| rest.strip_prefix(suffix.as_str()));
        begun > 0 && (begun >= STEM || is_ending(&rest) || derived.into_iter().any(is_ending))
    }

    /// The words of a text in the language of a side.
    pub(super) fn words(&self, side: Side, prose: &str) -> WordsOfText<'_> {
        let met = if side == Side::Source { &self.met_source } else { &self.met_target };
        WordsOfText::read(prose, |words, each| {
            met.facts_of_all(words, |word| self.facts(side, word), each);
        })
    }

    /// Finds every term in a text of a side, of which the words are known.
    pub(super) fn look(&self, side: Side, prose: &str, words: &WordsOfText<'_>) -> Sight {
        let [in_source, in_target] = self.terms_between_words;
        let is_anywhere = if side == Side::Source { in_source } else { in_target };
        // A term may begin within a hashtag, and a Cyrillic sign tells how a letter beside it is meant.
        let may_have =
            is_anywhere || words.lists.has(WordLists::WORDING) || words.signs.may_have(const { Signs::of("#\u{482}") });
        if may_have { self.termbase.look(self.locale(side), prose) } else { Sight::default() }
    }

    /// Whether a word of the target looks like one of an accepted term, or has more than letters and digits.
    fn may_be_term(&self, word: &str) -> bool {
        let letters: Vec<char> = self.target_folding.fold(word).text.chars().collect();
        !word.chars().all(|letter| is_letter(letter) || letter.is_ascii_digit())
            || !self.vocabulary.alike(&letters, self.target_folding).is_empty()
    }

    /// Whether a word of the target takes another form between certain sounds.
    fn has_other_form(&self, word: &str) -> bool {
        let lower = word.to_lowercase();
        self.target.euphony.iter().any(|rule| rule.instead.contains(&lower))
    }

    /// What is known of a word of a side by its letters.
    fn facts(&self, side: Side, word: &str) -> WordFacts {
        let letters = if side == Side::Source { &self.source_letters } else { &self.letters };
        let facts = WordFacts::from(WordShape::of(letters, word));
        let text = cut(word, &(0..facts.length));
        let heard = if facts.has_digit {
            HeardWord::number(text)
        } else {
            HeardWord::new(&self.counterparts, &self.alphabets, side, text)
        };
        let (opposites, clear_opposites) = self.opposites.kinds_of(side, text, facts.beginning);
        let poles = self.opposites.poles_of(side, text, facts.beginning, opposites);
        let is_name = matches!(facts.capitals, Capitals::First | Capitals::Some) && facts.script == WordScript::Home;
        let names = &self.names;
        match side {
            Side::Source => {
                let lists = WordLists::all([
                    WordLists::NEGATION.only_if(self.negatives.source.may_begin(text)),
                    WordLists::DENIAL.only_if(self.negatives.denials[0].may_begin(text)),
                    WordLists::HEDGE.only_if(self.hedges.source.may_begin(text)),
                    WordLists::NUMBER.only_if(may_be_number(word, self.source_folding, &self.source_numerals)),
                    WordLists::NAME.only_if(is_name && names.may_be_name(&self.known_words, text)),
                    WordLists::PERSON.only_if(is_name && names.is_person_named(text)),
                    WordLists::SMALL.only_if(self.source_function_words.has(text, facts.beginning)),
                    WordLists::WORDING.only_if(self.termbase.may_begin(&self.pair.source, word)),
                ]);
                WordFacts {
                    heard,
                    lists,
                    opposites,
                    clear_opposites,
                    poles,
                    spelled: names.transcription.spell(text),
                    ..facts
                }
            }
            Side::Target => {
                let siblings = Siblings::embedded();
                let is_sibling = siblings
                    .number(self.pair.target.language())
                    .is_some_and(|home| siblings.is_function_word_elsewhere(&text.to_lowercase(), home));
                let lists = WordLists::all([
                    WordLists::NEGATION.only_if(self.negatives.target.may_begin(text)),
                    WordLists::DENIAL.only_if(self.negatives.denials[1].may_begin(text)),
                    WordLists::HEDGE.only_if(self.hedges.target.may_begin(text)),
                    WordLists::NUMBER.only_if(may_be_number(word, self.target_folding, &self.target_numerals)),
                    WordLists::SIBLING.only_if(is_sibling),
                    WordLists::TERM.only_if(self.may_be_term(word)),
                    WordLists::WORDING.only_if(self.termbase.may_begin(&self.pair.target, word)),
                    WordLists::REMARK.only_if(self.remarks.may_have(text)),
                    WordLists::SEAM.only_if(has_seam(&self.separators, text)),
                    WordLists::SMALL.only_if(self.target_function_words.has(text, facts.beginning)),
                    WordLists::ALTERNATING.only_if(may_alternate(&self.target.alternation, &self.target.vowels, text)),
                    WordLists::MISREAD.only_if(may_be_misread(word, 0..word.len())),
                    WordLists::EUPHONY.only_if(self.has_other_form(text)),
                    WordLists::FREQUENT.only_if(heard.has_meanings() && self.is_frequent_in_target(text)),
                    WordLists::COMMON.only_if(is_name && names.is_common(text)),
                    WordLists::ADJECTIVE.only_if(is_name && names.is_adjective(text)),
                ]);
                let spelled = names.transcription.spell_other(text);
                let scores = siblings.scores(text);
                WordFacts { lists, clear_opposites, opposites, heard, scores, spelled, poles, ..facts }
            }
        }
    }

    /// The locale of a side.
    #[must_use]
    pub const fn locale(&self, side: Side) -> &Locale {
        match side {
            Side::Source => &self.pair.source,
            Side::Target => &self.pair.target,
        }
    }
}
