//! The negations of a sentence and of its translation, and those that nothing on the other side explains.

use std::ops::Range;

use crate::model::{Side, cut};

use super::{
    Bitext, Context,
    counterparts::{Counterparts, hash},
    cue_pairs::CuePairs,
    cues::Cue,
    negatives::Sense,
    word_facts::WordLists,
    words::Word,
};

/// The most negations of a text that are told apart.
const MANY: usize = 40;
/// How far apart, as a share of the text, words are that may stand for each other; in a short text, by words.
const NEAR: f64 = 0.25;
const NEAR_ALIKE: f64 = 0.35;
const NEAR_WORDS: f64 = 6.0;
/// The same, by words, for what is negated.
const NEAR_NEGATED: f64 = 1.5;
/// Words between a pronoun and the verb that negates it, and between a conjunction and the verb of its clause.
const CLAUSE: usize = 8;
const SUBORDINATE: usize = 6;
/// Words behind a negation among which that which is negated is looked for.
const SCOPE: usize = 4;
/// Words of a text that has a verb.
const FEW: usize = 3;

/// Negations without an explanation on the other side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unexplained {
    /// One of the source.
    Lost(NegationSpot),
    /// One of the translation.
    Added(NegationSpot),
    /// A pronoun of the translation, whose verb is not negated.
    Bare(NegationSpot),
}

/// A negation that nothing explains.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NegationSpot {
    /// Its bytes, with those of the word that it negates.
    pub span: Range<usize>,
    /// Whether the other side has what it negates, without a negation.
    pub is_attested: bool,
    /// Whether it is the only negation of its text, or all of them are such.
    pub is_only: bool,
}

/// Compares the negations of a pair. The work is linear in both texts.
pub(super) fn unexplained(context: &Context<'_>, bitext: &Bitext<'_>) -> Option<Unexplained> {
    let (from, to) = (bitext.words(Side::Source), bitext.words(Side::Target));
    if !from.lists.with(to.lists).has(WordLists::DENIAL) {
        return None;
    }
    let lists = &context.negatives;
    let mut source = lists.source.find(&bitext.source.prose, from);
    let mut target = lists.target.find(&bitext.target.prose, to);
    source.retain(|cue| !is_answer(&bitext.source.prose, from, cue));
    target.retain(|cue| !is_answer(&bitext.target.prose, to, cue));
    let has_clear = |cues: &[Cue<Sense>]| cues.iter().any(|cue| cue.sense.is_clear());
    let has_waiting = |cues: &[Cue<Sense>]| cues.iter().any(|cue| cue.sense == Sense::Loose(lists.until_number));
    if !(has_clear(&source) || has_clear(&target) || has_waiting(&source)) || source.len() > MANY || target.len() > MANY
    {
        return None;
    }
    let has_pronoun_alone = is_bare(&target);
    let (negated_source, negated_target) = (has_clear(&source), has_clear(&target));
    if has_pronoun_alone && negated_source && to.len() > FEW {
        let cue = target.iter().find(|cue| cue.sense == Sense::Pronoun)?;
        let spot = NegationSpot { span: cue.span(to), is_attested: false, is_only: true };
        return Some(Unexplained::Bare(spot));
    }
    let waiting = source.iter().find(|cue| cue.sense == Sense::Loose(lists.until_number));
    if let Some(cue) = waiting.filter(|_| !negated_target && has_until(context, bitext)) {
        let spot = NegationSpot { span: scope(bitext, Side::Source, cue), is_attested: false, is_only: true };
        return Some(Unexplained::Lost(spot));
    }
    let source = source_negations(source);
    let target = target_negations(context, bitext, &source, &target);
    let near = NEAR.max(NEAR_WORDS / count(from.len().max(to.len())));
    let (left, right) = (Side::Source, Side::Target);
    let mut pairs = CuePairs::new((&source, from.len()), (&target, to.len()));
    pairs.join(NEAR_ALIKE, |one: Sense, other: Sense| one.number().is_some() && one.number() == other.number());
    pairs.join(f64::INFINITY, |one: Sense, other: Sense| one.is_clear() && other.is_clear());
    pairs.join(near, |one: Sense, other: Sense| {
        (one.is_clear() && matches!(other, Sense::Loose(_))) || (matches!(one, Sense::Loose(_)) && other.is_clear())
    });
    let rest = |side: Side| pairs.rest(side).map(|(_, cue)| cue).filter(|cue| cue.sense.is_clear());
    let lost: Vec<Cue<Sense>> = rest(left).collect();
    let added: Vec<Cue<Sense>> = rest(right).filter(|cue| cue.sense != Sense::Without).collect();
    match (lost.as_slice(), added.as_slice()) {
        ([first, ..], []) => {
            let attested = lost.iter().find(|cue| is_attested_lost(context, bitext, cue));
            let cue = attested.unwrap_or(first);
            let span = scope(bitext, left, cue);
            Some(Unexplained::Lost(NegationSpot { span, is_attested: attested.is_some(), is_only: !negated_target }))
        }
        ([], [first, ..]) => {
            let attested = added.iter().find(|cue| is_attested_added(context, bitext, cue));
            let cue = attested.unwrap_or(first);
            let span = scope(bitext, right, cue);
            Some(Unexplained::Added(NegationSpot { span, is_attested: attested.is_some(), is_only: !negated_source }))
        }
        _ => None,
    }
}

/// Whether the only negations are pronouns that call for a negated verb.
fn is_bare(target: &[Cue<Sense>]) -> bool {
    let is_pronoun = |cue: &Cue<Sense>| cue.sense == Sense::Pronoun;
    let is_verbless = |cue: &Cue<Sense>| is_pronoun(cue) || cue.sense == Sense::Nor || !cue.sense.is_clear();
    target.iter().any(is_pronoun) && target.iter().all(|cue| is_verbless(cue) && cue.count == 1)
}

/// Whether a negation is an answer of one word, which a translation may leave out or say again: `No, we did not`.
fn is_answer(prose: &str, words: &[Word<'_>], cue: &Cue<Sense>) -> bool {
    if !cue.sense.is_clear() || cue.count != 1 {
        return false;
    }
    let span = cue.span(words);
    let ends = prose.get(span.end..).and_then(|rest| rest.trim_start().chars().next());
    let begins = words.get(cue.at).is_some_and(|word| word.begins)
        || prose.get(..span.start).is_some_and(|before| before.trim_end().ends_with(','));
    begins && matches!(ends, Some(',' | '.' | '!' | '?' | '…'))
}

/// Whether the translation has a conjunction such as `пока`, whose clause is negated where the source has `until`.
fn has_until(context: &Context<'_>, bitext: &Bitext<'_>) -> bool {
    let lists = &context.negatives;
    let mut words = bitext.words(Side::Target).iter();
    words.any(|word| lists.until.contains(&cut(&bitext.target.prose, &word.span).to_lowercase()))
}

/// The negations of the source: one that continues another is none of its own, nor is a word said again at once.
fn source_negations(cues: Vec<Cue<Sense>>) -> Vec<Cue<Sense>> {
    let mut out: Vec<Cue<Sense>> = Vec::new();
    for cue in cues {
        let is_continued = cue.sense == Sense::Nor && out.iter().any(|other| other.sense.is_clear());
        let is_again = out.last().is_some_and(|last| last.sense == cue.sense && last.at + 1 == cue.at)
            && cue.sense == Sense::Pronoun;
        if !is_continued && !is_again && cue.sense != Sense::Void {
            out.push(cue);
        }
    }
    out
}

/// The negations of the translation: pronouns are part of that of their verb, and some are there for another reason.
fn target_negations(
    context: &Context<'_>,
    bitext: &Bitext<'_>,
    source: &[Cue<Sense>],
    cues: &[Cue<Sense>],
) -> Vec<Cue<Sense>> {
    let lists = &context.negatives;
    let (prose, words) = (&bitext.target.prose, bitext.words(Side::Target));
    let text = |at: usize| words.get(at).map_or("", |word| cut(prose, &word.span));
    let is_waiting = source.iter().any(|cue| cue.sense.number() == Some(lists.until_number));
    let mut out: Vec<Cue<Sense>> = Vec::new();
    for mut cue in cues.iter().copied().filter(|cue| cue.sense != Sense::Void) {
        if matches!(cue.sense, Sense::Pronoun | Sense::Nor) {
            let verb = |other: &&Cue<Sense>| other.sense == Sense::Particle || other.count > 1;
            let has_verb = cues.iter().filter(verb).any(|other| other.at.abs_diff(cue.at) <= CLAUSE);
            if has_verb || out.iter().any(|other| matches!(other.sense, Sense::Pronoun | Sense::Nor)) {
                continue;
            }
        }
        if cue.sense == Sense::Particle {
            let mut before = (cue.at.saturating_sub(SUBORDINATE)..cue.at).map(text);
            let next = text(cue.at + cue.count).to_lowercase();
            if is_waiting && before.any(|word| lists.until.contains(&word.to_lowercase())) {
                cue.sense = Sense::Loose(lists.until_number);
            } else if lists.converbs.iter().any(|ending| next.ends_with(ending.trim_start_matches('-'))) {
                cue.sense = lists.unlike;
            }
            let is_again = out.last().is_some_and(|last| last.sense == cue.sense && last.at + 1 == cue.at);
            if is_again && text(cue.at) == text(cue.at - 1) {
                continue;
            }
        }
        out.push(cue);
    }
    out
}

#[expect(clippy::cast_precision_loss, reason = "a number of words")]
const fn count(words: usize) -> f64 {
    words as f64
}

/// The bytes of a negation and of the word behind it.
fn scope(bitext: &Bitext<'_>, side: Side, cue: &Cue<Sense>) -> Range<usize> {
    let words = bitext.words(side);
    let span = cue.span(words);
    let next = words.get(cue.at + cue.count).filter(|word| word.span.start <= span.end + 1);
    span.start..next.map_or(span.end, |word| word.span.end)
}

/// Whether a word behind a negation of the source, the first that is known, is translated without one.
fn is_attested_lost(context: &Context<'_>, bitext: &Bitext<'_>, cue: &Cue<Sense>) -> bool {
    let known = &context.counterparts;
    let words = bitext.words(Side::Source);
    let behind = words.iter().skip(cue.at + cue.count).take(SCOPE);
    for word in behind {
        let meanings = known.of_source(hash(known.fold(cut(&bitext.source.prose, &word.span)).as_slice()));
        if !meanings.is_empty() {
            let place = cue.place(words.len());
            return any_near(bitext.words(Side::Target), place, |word| {
                has_meaning(known, cut(&bitext.target.prose, &word.span), meanings)
            });
        }
    }
    false
}

/// Whether the word behind a negation of the translation translates a word of the source.
fn is_attested_added(context: &Context<'_>, bitext: &Bitext<'_>, cue: &Cue<Sense>) -> bool {
    let known = &context.counterparts;
    let words = bitext.words(Side::Target);
    let Some(word) = words.get(cue.at + cue.count) else { return false };
    let mut meanings = Vec::new();
    known.of_target(known.fold(cut(&bitext.target.prose, &word.span)).as_slice(), |meaning| meanings.push(meaning));
    !meanings.is_empty()
        && any_near(bitext.words(Side::Source), cue.place(words.len()), |word| {
            let letters = known.fold(cut(&bitext.source.prose, &word.span));
            known.of_source(hash(letters.as_slice())).iter().any(|meaning| meanings.contains(meaning))
        })
}

/// Whether a word near a place of a text is such.
fn any_near(words: &[Word<'_>], place: f64, mut is_such: impl FnMut(&Word<'_>) -> bool) -> bool {
    let last = count(words.len().saturating_sub(1).max(1));
    let near = NEAR.max(NEAR_NEGATED / last);
    words.iter().enumerate().any(|(at, word)| (count(at) / last - place).abs() < near && is_such(word))
}

fn has_meaning(known: &Counterparts, word: &str, meanings: &[u16]) -> bool {
    let mut has = false;
    known.of_target(known.fold(word).as_slice(), |meaning| has |= meanings.contains(&meaning));
    has
}
