//! Names of a sentence and of its translation, each looked for on the other side by its sound.

use std::ops::Range;

use crate::model::{Kind, Side, cut};

use super::{
    Bitext, Context,
    evidence::is_right,
    name_lists::LEAST,
    transcription::SpelledWord,
    words::{Capitals, Word, WordScript},
};

/// The cost, in percent of a name's consonants, up to which a word is likely to be that name; more is granted to words
/// with a capital, and less to others.
const LIKE: u16 = 25;
const LIKE_CAPITAL: u16 = 35;
const LIKE_DERIVED: u16 = 12;
/// Letters of the shortest words in lower case that may be derived from a name, and that a name may be.
const DERIVED: usize = 4;
const COMMON: usize = 5;
/// Letters by which two names in different forms are told apart.
const STEM: usize = 4;
/// How far from its place in the source a name may be in the translation, as a share of the text.
const NEAR: f64 = 0.3;
/// Names of a text from which they are not compared, each with each: no sentence has so many.
const MANY: usize = 60;

/// How certain it is that one name stands in place of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NameCertainty {
    /// Neither has a counterpart, and both are where the other should be.
    Likely,
    /// The one in the translation is that of a known person whom the source does not mention.
    Known,
    /// And the one in the source too.
    BothKnown,
}

/// A name of the source, and another that the translation has in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ExchangedName {
    /// Its bytes in the source.
    pub source: Range<usize>,
    /// The other's bytes in the translation.
    pub target: Range<usize>,
    pub certainty: NameCertainty,
}

/// A word of a text and how it is spelled.
struct NameWord<'a> {
    word: &'a Word,
    text: &'a str,
    spelled: SpelledWord,
}

impl NameWord<'_> {
    /// The letters by which it is known in other forms.
    fn stem(&self) -> &[char] {
        self.spelled.letters().get(..STEM).unwrap_or_else(|| self.spelled.letters())
    }
}

/// The words with a capital on both sides.
struct NameSides<'a> {
    context: &'a Context<'a>,
    bitext: &'a Bitext<'a>,
    source: Vec<NameWord<'a>>,
    target: Vec<NameWord<'a>>,
}

/// The name in the translation of a pair that stands in place of another, if there is one.
pub(super) fn exchanged_name(context: &Context<'_>, bitext: &Bitext<'_>) -> Option<ExchangedName> {
    let names = &context.names;
    let target_words = bitext.words(context, Side::Target);
    let source_words = bitext.words(context, Side::Source);
    if names.is_empty() || !target_words.iter().any(is_target_name) {
        return None;
    }
    let asked: Vec<&Word> = source_words.iter().filter(|word| is_source_name(context, bitext, word)).collect();
    if asked.is_empty() || asked.len() > MANY {
        return None;
    }
    let source = capitalized(source_words, &bitext.source.prose, |word| names.transcription.spell(word));
    let target = capitalized(target_words, &bitext.target.prose, |word| names.transcription.spell_other(word));
    if source.len().max(target.len()) > MANY {
        return None;
    }
    let sides = NameSides { context, bitext, source, target };
    let asked = || sides.source.iter().filter(|name| asked.iter().any(|word| word.span == name.word.span));
    let lost: Vec<&NameWord<'_>> = asked().filter(|name| !sides.has_target(name)).collect();
    let persons: Vec<&NameWord<'_>> = asked().filter(|name| names.is_person(&name.spelled)).collect();
    if lost.is_empty() && persons.is_empty() {
        return None;
    }
    sides.known(&lost, &persons).or_else(|| sides.likely(&lost))
}

impl<'a> NameSides<'a> {
    /// Whether a name of the source has a counterpart in the translation.
    fn has_target(&self, name: &NameWord<'_>) -> bool {
        let transcription = &self.context.names.transcription;
        let capitals = &self.target;
        if capitals.iter().any(|other| transcription.is_like(&name.spelled, &other.spelled, LIKE_CAPITAL)) {
            return true;
        }
        let joined = capitals.windows(2).filter_map(|two| {
            let [one, other] = two else { return None };
            Some(one.spelled.joined(&other.spelled))
        });
        if joined.into_iter().any(|other| transcription.is_like(&name.spelled, &other, LIKE)) {
            return true;
        }
        let prose = &self.bitext.target.prose;
        let is_derived = |word: &Word| {
            let text = cut(prose, &word.span);
            if word.script == WordScript::Other {
                return text.eq_ignore_ascii_case(bare(name.text));
            }
            if word.capitals != Capitals::None || name.spelled.len() < DERIVED {
                return false;
            }
            let other = transcription.spell_other(text);
            other.len() >= DERIVED
                && transcription.begins_alike(&name.spelled, &other)
                && transcription.is_like(&name.spelled, &other, LIKE_DERIVED)
        };
        self.bitext.words(self.context, Side::Target).iter().any(is_derived)
    }

    /// Whether a name of the translation has a counterpart in the source.
    fn has_source(&self, name: &NameWord<'_>) -> bool {
        let transcription = &self.context.names.transcription;
        let capitals = &self.source;
        if capitals.iter().any(|other| transcription.is_like(&other.spelled, &name.spelled, LIKE_CAPITAL)) {
            return true;
        }
        let joined = capitals.windows(2).filter_map(|two| {
            let [one, other] = two else { return None };
            Some(one.spelled.joined(&other.spelled))
        });
        if joined.into_iter().any(|other| transcription.is_like(&other, &name.spelled, LIKE)) {
            return true;
        }
        let prose = &self.bitext.source.prose;
        let is_origin = |word: &Word| {
            if word.capitals != Capitals::None || word.has_digit || word.span.len() < COMMON {
                return false;
            }
            let other = transcription.spell(cut(prose, &word.span));
            transcription.begins_alike(&other, &name.spelled)
                && transcription.is_like(&other, &name.spelled, LIKE_DERIVED)
        };
        self.bitext.words(self.context, Side::Source).iter().any(is_origin)
    }

    /// The names of the translation that the glossary does not have.
    fn unlisted(&self) -> impl Iterator<Item = &NameWord<'a>> {
        self.target.iter().filter(|name| {
            is_target_name(name.word)
                && name.spelled.len() >= LEAST
                && self.bitext.term_at(&name.word.span).is_none()
                && !self.bitext.is_exempt(&name.word.span)
        })
    }

    /// A known person whom the source does not mention, in place of a name that has no counterpart or of a person who has
    /// fewer than there are in the source.
    fn known(&self, lost: &[&NameWord<'_>], persons: &[&NameWord<'_>]) -> Option<ExchangedName> {
        let names = &self.context.names;
        let is_mentioned = |person: &SpelledWord| {
            let is_it = |name: &NameWord<'_>| name.spelled.letters() == person.letters();
            self.source.iter().any(is_it)
        };
        let is_similar = |other: &NameWord<'_>, name: &NameWord<'_>| {
            // A word that begins a sentence, and is a common one, is no name.
            !(other.word.begins && self.context.known_words.has(other.text))
                && names.transcription.is_like(&other.spelled, &name.spelled, LIKE_CAPITAL)
        };
        let is_person = |name: &&NameWord<'_>| {
            let person = names.person(&name.spelled).filter(|person| !is_mentioned(person));
            person.is_some() && !self.source.iter().any(|other| is_similar(other, name))
        };
        // A word that begins the translation may be any, unless a name begins the source too, and so may one that has a
        // capital in names of institutions.
        let source_begins = lost.iter().chain(persons).any(|name| name.word.begins);
        let is_name = |name: &&NameWord<'_>| {
            (source_begins || !name.word.begins) && !names.is_common(name.text) && !self.is_frequent(name)
        };
        let found =
            self.unlisted().filter(is_name).find(is_person).map(|name| (name.word.span.clone(), name.word.begins));
        let (target, begins) = found.or_else(|| self.listed_person().map(|span| (span, false)))?;
        let place = place(&target, &self.bitext.target.prose);
        if let Some(name) = self.nearest(lost, place) {
            let is_known = names.is_person(&name.spelled);
            let certainty = if is_known { NameCertainty::BothKnown } else { NameCertainty::Known };
            // A word that begins a sentence may be no name at all.
            if is_known || !(begins || name.word.begins) {
                return Some(ExchangedName { source: name.word.span.clone(), target, certainty });
            }
        }
        let fewer = persons.iter().filter(|name| {
            let in_source = self.source.iter().filter(|other| other.spelled == name.spelled).count();
            let is_it = |other: &&NameWord<'_>| names.transcription.is_like(&name.spelled, &other.spelled, LIKE);
            self.target.iter().filter(is_it).count() < in_source
        });
        let fewer: Vec<&NameWord<'_>> = fewer.copied().collect();
        let name = self.nearest(&fewer, place)?;
        Some(ExchangedName { source: name.word.span.clone(), target, certainty: NameCertainty::BothKnown })
    }

    /// The glossary's person in the translation whom the source does not mention.
    fn listed_person(&self) -> Option<Range<usize>> {
        let is_absent = |concept: usize| self.bitext.source_sight.all.iter().all(|hit| hit.concept != concept);
        let is_person = |concept: usize| {
            self.context.termbase.concepts.get(concept).is_some_and(|concept| concept.kind == Kind::Person)
        };
        let hit = self.bitext.target_hits.iter().find(|hit| {
            is_right(hit.usage) && hit.exact && is_person(hit.concept) && is_absent(hit.concept) && {
                let is_within =
                    |name: &&NameWord<'_>| hit.span.start <= name.word.span.start && name.word.span.end <= hit.span.end;
                let mut words = self.target.iter().filter(is_within).peekable();
                words.peek().is_some() && words.all(|name| !self.has_source(name))
            }
        });
        hit.map(|hit| hit.span.clone())
    }

    /// Whether a word of the translation begins like a frequent one.
    fn is_frequent(&self, name: &NameWord<'_>) -> bool {
        let (mut letters, mut is_frequent) = (Vec::new(), false);
        self.context.counterparts.fold(name.text, &mut letters);
        self.context.counterparts.of_target(&letters, |_| is_frequent = true);
        is_frequent
    }

    /// A name in place of another, where each side has only one without a counterpart.
    fn likely(&self, lost: &[&NameWord<'_>]) -> Option<ExchangedName> {
        let first = lost.first()?;
        if lost.iter().any(|name| name.stem() != first.stem()) {
            return None;
        }
        let is_name = |name: &&NameWord<'_>| {
            !name.word.begins && !self.is_frequent(name) && !self.context.names.is_common(name.text)
        };
        let mut added = self.unlisted().filter(|name| is_name(name) && !self.has_source(name));
        let name = added.next()?;
        if added.any(|other| other.stem() != name.stem()) {
            return None;
        }
        let at = place(&name.word.span, &self.bitext.target.prose);
        let other = self.nearest(lost, at)?;
        let is_near = (place(&other.word.span, &self.bitext.source.prose) - at).abs() < NEAR;
        let (source, target) = (other.word.span.clone(), name.word.span.clone());
        is_near.then_some(ExchangedName { source, target, certainty: NameCertainty::Likely })
    }

    /// The name of the source that is nearest to a place in the translation.
    fn nearest<'b>(&self, names: &[&'b NameWord<'b>], at: f64) -> Option<&'b NameWord<'b>> {
        let far = |name: &NameWord<'_>| (place(&name.word.span, &self.bitext.source.prose) - at).abs();
        names.iter().copied().min_by(|one, other| far(one).total_cmp(&far(other)))
    }
}

/// Where a span is in its text, from 0 to 1.
#[expect(clippy::cast_precision_loss, reason = "bytes of a sentence")]
fn place(span: &Range<usize>, text: &str) -> f64 {
    span.start as f64 / text.len().max(1) as f64
}

/// A name without the ending of a possessive.
fn bare(text: &str) -> &str {
    text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text)
}

/// The words of a text with a capital, as they are compared.
fn capitalized<'a>(words: &'a [Word], prose: &'a str, spell: impl Fn(&str) -> SpelledWord) -> Vec<NameWord<'a>> {
    let is_one = |word: &&Word| word.capitals != Capitals::None && !word.in_address && !word.has_digit;
    let name = |word: &'a Word| {
        let text = cut(prose, &word.span);
        NameWord { word, text, spelled: spell(text) }
    };
    words.iter().filter(is_one).map(name).collect()
}

/// Whether a word of the translation may be a name in its letters.
fn is_target_name(word: &Word) -> bool {
    is_capitalized(word) && word.script == WordScript::Home
}

/// Whether a word has a capital and is no abbreviation.
fn is_capitalized(word: &Word) -> bool {
    matches!(word.capitals, Capitals::First | Capitals::Some) && !word.has_digit && !word.in_address
}

/// Whether a word of the source is a name that the glossary does not have.
fn is_source_name(context: &Context<'_>, bitext: &Bitext<'_>, word: &Word) -> bool {
    if !is_capitalized(word) || word.script != WordScript::Home {
        return false;
    }
    let text = bare(cut(&bitext.source.prose, &word.span));
    text.len() >= LEAST
        && text.chars().all(char::is_alphabetic)
        && !context.names.words.contains(&text.to_lowercase())
        && !context.known_words.has(text)
        && !bitext.source_hits.iter().any(|hit| hit.span.start < word.span.end && word.span.start < hit.span.end)
}
