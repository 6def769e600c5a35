//! `misspelt-term`: a word that nearly matches one of the glossary's.
//!
//! A near match is never accepted, only questioned, and only where the source mentions the term or the word is a name.
//! How near it must be depends on the other evidence.

use std::{collections::HashSet, ops::Range};

use crate::{
    glossary::{FoldedWord, Folding, Owner, TextWords, mask, words},
    model::{Args, Finding, Form, Problem, Problems, Severity, Side, cut, distance},
};

use super::{
    Bitext, Check, CheckedArticle, Context, Rule,
    evidence::{Evidence, source_concepts},
    full_letter::notes,
    language::LetterClass,
    suggestion::{Governed, adapt, governed},
};

pub(super) struct MisspeltTerm;

pub(super) const RULE: Rule = Rule { id: "misspelt-term", severity: Severity::Minor };

/// The minimum length of a suspect word, in letters.
const MIN_LENGTH: usize = 5;
/// The length from which two letters may be wrong.
const LONG_LENGTH: usize = 8;
/// The maximum number of suggestions.
const MAX_SUGGESTIONS: usize = 6;

/// A word nearly matches one of the glossary’s.
struct MisspeltTermProblem {
    found: String,
    term: String,
}

impl Problem for MisspeltTermProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        RULE.id
    }

    fn args(&self) -> Args {
        vec![("found", (&self.found).into()), ("term", (&self.term).into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { found: "Гомиль".to_owned(), term: "Гомель".to_owned() }]
    }
}

impl Check for MisspeltTerm {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<MisspeltTermProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        inspect(context, bitext, None, out);
        notes(context, bitext, &mut HashSet::new(), out);
    }

    fn article(&self, context: &Context<'_>, checked: &CheckedArticle<'_>, out: &mut Vec<Finding>) {
        let concepts = source_concepts(checked);
        let mut noted = HashSet::new();
        for bitext in &checked.bitexts {
            inspect(context, bitext, Some(&concepts), out);
            notes(context, bitext, &mut noted, out);
        }
    }
}

/// A word under suspicion.
struct Suspect<'a> {
    letters: &'a [char],
    /// Whether it has a capital; `None` where a capital means nothing ([`capital`]).
    capital: Option<bool>,
    /// Whether it has letters that the language lacks.
    foreign: bool,
}

/// A right word that may be meant.
struct MeantWord {
    /// The sort key: `false` for a lookalike, the number of wrong letters, the rank of the form's case.
    score: (bool, usize, usize),
    owner: Owner,
}

fn inspect(context: &Context<'_>, bitext: &Bitext<'_>, article: Option<&HashSet<usize>>, out: &mut Vec<Finding>) {
    let vocabulary = context.vocabulary;
    if bitext.from_source || vocabulary.is_empty() {
        return;
    }
    let folding = context.target_folding;
    let folded = &bitext.target_sight.folded;
    let prose = &bitext.target.prose;
    let evidence = Evidence::new(context, bitext, article);
    let words = words(&folded.text);
    let mut hits = bitext.target_sight.all.iter().peekable();
    let mut covered = 0;
    let mut letters = Vec::new();
    for (number, word) in words.iter().enumerate().filter(|(_, word)| word.length >= MIN_LENGTH) {
        let start = folded.origin(word.span.start);
        while let Some(hit) = hits.next_if(|hit| hit.span.start <= start) {
            covered = covered.max(hit.span.end);
        }
        if covered > start {
            continue;
        }
        letters.clear();
        letters.extend(cut(&folded.text, &word.span).chars());
        let alike = vocabulary.alike(&letters, folding);
        let capital = capital(prose, start);
        let named = capital == Some(true);
        let near = letters
            .first()
            .zip(letters.last())
            .filter(|_| named || evidence.article.is_some() || !bitext.source_hits.is_empty());
        let mask = mask(letters.iter().copied());
        let close = near.into_iter().flat_map(|(first, last)| vocabulary.between(*first, *last, letters.len()));
        let close = close.filter(|known| known.is_within(1, letters.len(), mask));
        let mut candidates: Vec<usize> = close.map(|known| known.number).collect();
        candidates.extend(alike);
        for concept in &evidence.lacking {
            let of_concept = vocabulary.of_concept(*concept).iter();
            let of_concept = of_concept.filter(|known| known.is_within(2, letters.len(), mask));
            candidates.extend(of_concept.map(|known| known.number));
        }
        if candidates.is_empty() || vocabulary.knows(cut(&folded.text, &word.span)) {
            continue;
        }
        candidates.sort_unstable();
        candidates.dedup();
        let foreign = letters.iter().any(|letter| context.letters.class(*letter) != LetterClass::Home);
        let suspect = Suspect { letters: &letters, capital, foreign };
        out.extend(misspelling(context, bitext, &evidence, &suspect, &candidates, &words, number));
    }
}

/// The finding on a word, where one of the known words may be meant.
fn misspelling(
    context: &Context<'_>,
    bitext: &Bitext<'_>,
    evidence: &Evidence<'_>,
    suspect: &Suspect<'_>,
    candidates: &[usize],
    words: &[FoldedWord],
    number: usize,
) -> Option<Finding> {
    let folded = &bitext.target_sight.folded;
    let prose = &bitext.target.prose;
    let span = folded.span(prose, &words.get(number)?.span);
    if bitext.is_exempt(&span) {
        return None;
    }
    let governed = governed(context, prose, span.start);
    let vowels = context.target.vowels.as_str();
    let mut meant: Vec<MeantWord> = Vec::new();
    let mut uncertain = false;
    for known in candidates.iter().filter_map(|known| context.vocabulary.known.get(*known)) {
        let Some((alike, edits)) = compare(context.target_folding, suspect, &known.letters) else { continue };
        for owner in &known.owners {
            let permitted = match suspect.capital {
                Some(true) => owner.capital,
                Some(false) => !owner.capital,
                None => true,
            };
            // A name may have lost its capital and have a foreign letter too (беларуси: беларусы, or Беларусі?).
            let small = alike && owner.capital && suspect.capital == Some(false);
            uncertain |= small && suspect.foreign;
            if !(permitted || small && evidence.mentions(bitext, owner.concept)) {
                continue;
            }
            let rest = rest_matches(context, &folded.text, words, number, *owner);
            // The other words of a longer wording are as good evidence as the source.
            if (rest == Some(true)
                || is_suspicious(bitext, evidence, suspect, &known.letters, (alike, edits), *owner, vowels))
                && rest != Some(false)
                && !is_derived(context, suspect, owner.concept)
            {
                let rank = form_of(context, *owner).map_or(usize::MAX, |form| rank(&governed, form));
                meant.push(MeantWord { score: (!alike, edits, rank), owner: *owner });
            }
        }
    }
    meant.sort_by_key(|meant| meant.score);
    let best = meant.first()?.score;
    let wording = cut(prose, &span);
    let mut texts: Vec<(String, bool)> = Vec::new();
    for candidate in &meant {
        let Some(form) = form_of(context, candidate.owner) else { continue };
        let text = context.fit_initial(word_of_form(context, form, candidate.owner.word, wording), prose, &span);
        if text != wording && !texts.iter().any(|(known, _)| *known == text) {
            texts.push((text, (candidate.score.0, candidate.score.1) == (best.0, best.1)));
        }
    }
    let term =
        context.termbase.terms(&context.pair.target, meant.first()?.owner.concept).get(meant.first()?.owner.term)?;
    let severity = if best.0 { RULE.severity } else { Severity::Major };
    let concept = context.termbase.concepts.get(meant.first()?.owner.concept)?;
    let problem = MisspeltTermProblem { found: wording.to_owned(), term: term.text.clone() };
    let place = bitext.place(context, Side::Target, span.clone());
    let mut finding = Finding::new(problem, severity, place).about(&concept.id);
    // Letters of another alphabet hide exactly one word; a merely near word may be a different one.
    let certain = suspect.foreign && !best.0 && !uncertain;
    let equal = texts.iter().filter(|(_, best)| *best).count();
    let mut texts: Vec<String> = texts.into_iter().map(|(text, _)| text).collect();
    match equal {
        0 => return None,
        1 if certain => finding = finding.fix(texts.remove(0)),
        1 => finding = finding.guess(texts.remove(0)),
        _ => {
            texts.truncate(MAX_SUGGESTIONS);
            finding.alternatives = texts;
        }
    }
    Some(finding)
}

/// Whether a word is an adjective or inhabitant of the place that it resembles (беларусы and Беларусі).
fn is_derived(context: &Context<'_>, suspect: &Suspect<'_>, concept: usize) -> bool {
    let target = &context.pair.target;
    context.termbase.may_have_derived(target, concept) && {
        let word: String = suspect.letters.iter().collect();
        context.termbase.has_derived(target, concept, &TextWords::new(&word))
    }
}

fn rank(governed: &Governed, form: &Form) -> usize {
    let out = if governed.allows(form.case) { 0 } else { 100 };
    governed.rank(form.case).saturating_add(out)
}

/// Whether two words are lookalikes, and how many letters are wrong; `None` if they are too far apart.
fn compare(folding: &Folding, suspect: &Suspect<'_>, known: &[char]) -> Option<(bool, usize)> {
    let twin = |letters: &[char]| -> Vec<char> { letters.iter().map(|letter| folding.alike(*letter)).collect() };
    let limit = if known.len() < LONG_LENGTH { 1 } else { 2 };
    let (letters, other) = (twin(suspect.letters), twin(known));
    if letters == other {
        return distance(suspect.letters, known, known.len()).map(|edits| (true, edits));
    }
    distance(&letters, &other, limit).map(|edits| (false, edits))
}

/// Whether there is enough evidence that a word is a misspelling of a known one.
fn is_suspicious(
    bitext: &Bitext<'_>,
    evidence: &Evidence<'_>,
    suspect: &Suspect<'_>,
    known: &[char],
    (alike, edits): (bool, usize),
    owner: Owner,
    vowels: &str,
) -> bool {
    let named = owner.capital && suspect.capital == Some(true);
    if alike {
        // Letters of another alphabet do not occur by chance.
        return suspect.foreign || named || evidence.mentions(bitext, owner.concept);
    }
    let first = suspect.letters.first() == known.first();
    if evidence.lacking.contains(&owner.concept) {
        let absent = evidence.absent.contains(&owner.concept);
        return (edits == 1 && (absent || first)) || (edits == 2 && absent && first);
    }
    // A different word of the language may well be one letter away, but seldom shares both ends and differs as typing
    // errors do.
    let ends = first && suspect.letters.last() == known.last();
    if edits != 1 || !ends || known.len() <= MIN_LENGTH || !(named || evidence.mentions(bitext, owner.concept)) {
        return false;
    }
    // A difference in the last two letters is mostly another ending.
    let shared = suspect.letters.iter().rev().zip(known.iter().rev()).take_while(|(a, b)| a == b).count();
    let any_letter = owner.capital || known.len() >= LONG_LENGTH;
    (owner.capital || shared > 1) && is_typing_error(suspect.letters, known, any_letter, vowels)
}

/// Whether two words that are one change apart differ as typing errors do: a letter doubled, left out or swapped with
/// its neighbour, or a vowel for a vowel; with `any_letter`, also one letter for any other.
fn is_typing_error(word: &[char], known: &[char], any_letter: bool, vowels: &str) -> bool {
    let alike = word.iter().zip(known).take_while(|(a, b)| a == b).count();
    let (word_rest, known_rest) = (word.get(alike..).unwrap_or_default(), known.get(alike..).unwrap_or_default());
    let same = word_rest.iter().rev().zip(known_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let word_part = word_rest.get(..word_rest.len() - same).unwrap_or_default();
    let known_part = known_rest.get(..known_rest.len() - same).unwrap_or_default();
    match (word_part, known_part) {
        ([], [_]) => true,
        ([more], []) => {
            let before = alike.checked_sub(1).and_then(|place| word.get(place));
            before == Some(more) || word.get(alike + 1) == Some(more)
        }
        ([one], [other]) => any_letter || (vowels.contains(*one) && vowels.contains(*other)),
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

fn form_of<'a>(context: &Context<'a>, owner: Owner) -> Option<&'a Form> {
    context.termbase.terms(&context.pair.target, owner.concept).get(owner.term)?.forms.get(owner.form)
}

/// Whether a word is surrounded by the other words of a form as in the form; `None` if it has no other.
fn rest_matches(
    context: &Context<'_>,
    folded: &str,
    words: &[FoldedWord],
    number: usize,
    owner: Owner,
) -> Option<bool> {
    let form = context.target_folding.fold(&form_of(context, owner)?.text).text;
    let parts = self::words(&form);
    if parts.len() < 2 {
        return None;
    }
    let Some(begin) = number.checked_sub(owner.word) else { return Some(false) };
    let others = parts.iter().enumerate().filter(|(place, _)| *place != owner.word);
    let matches = |place: usize, part: &FoldedWord| {
        words.get(begin + place).is_some_and(|word| cut(folded, &word.span) == cut(&form, &part.span))
    };
    Some(others.into_iter().all(|(place, part)| matches(place, part)))
}

/// One word of a form, adapted to replace `wording`.
fn word_of_form(context: &Context<'_>, form: &Form, word: usize, wording: &str) -> String {
    let folded = context.target_folding.fold(&form.text);
    let span: Option<Range<usize>> = words(&folded.text).get(word).map(|word| folded.span(&form.text, &word.span));
    let text = span.map_or("", |span| cut(&form.text, &span));
    if text.is_ascii() {
        return text.to_owned();
    }
    adapt(text, wording, Some(&Form::bare(text)))
}

/// Whether the word at `at` has a capital; `None` where a sentence begins, since any word has one there.
fn capital(prose: &str, at: usize) -> Option<bool> {
    let rest = cut(prose, &(at..prose.len()));
    let mut letters = rest.chars();
    let first = letters.next().is_some_and(char::is_uppercase);
    if !first {
        return Some(false);
    }
    // In a word in capitals, a capital means nothing.
    if letters.next().is_some_and(char::is_uppercase) {
        return None;
    }
    let head = cut(prose, &(prose.floor_char_boundary(at.saturating_sub(16))..at));
    let before =
        head.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '«' | '„' | '“' | '"' | '(' | '—' | '–'));
    let begins = before.is_empty()
        || before.ends_with(['.', '!', '?', '…', ':', '»', '”'])
        || head.ends_with(['«', '„', '“', '"']);
    (!begins).then_some(true)
}
