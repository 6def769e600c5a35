//! `misspelt-term`: a word is nearly one of the glossary's.
//!
//! Nothing is accepted for being near, it is only asked about; and it is only asked about where the source speaks of
//! the term, or where the word is a name. How near it must be depends on how much else speaks for it.

use std::{collections::HashSet, ops::Range};

use crate::{
    glossary::{FoldedWord, Folding, Owner, mask, words},
    model::{Args, Finding, Form, Problem, Problems, Severity, Side, cut},
};

use super::{
    Bitext, Check, Context, Rule, Whole,
    evidence::{Evidence, spoken_of},
    language::LetterClass,
    nearness::distance,
    suggestion::{Governed, dress, governed},
};

pub(super) struct MisspeltTerm;

pub(super) const RULE: Rule = Rule { id: "misspelt-term", severity: Severity::Minor };

/// A word shorter than this is never suspected.
const SHORTEST: usize = 5;
/// From this length on two letters may be wrong.
const LONG: usize = 8;
/// So many possible words are offered at most.
const OFFERED: usize = 6;

/// A word is nearly one of the glossary’s.
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
    }

    fn article(&self, context: &Context<'_>, whole: &Whole<'_>, out: &mut Vec<Finding>) {
        let spoken = spoken_of(whole);
        for bitext in &whole.bitexts {
            inspect(context, bitext, Some(&spoken), out);
        }
    }
}

/// A word under suspicion.
struct Suspect<'a> {
    letters: &'a [char],
    /// Whether it begins with a capital, and that not only because a sentence begins.
    capital: Option<bool>,
    /// Whether it has letters that the language lacks.
    foreign: bool,
}

/// A right word that may be meant.
struct Meant {
    /// Whether the two only look different; how many letters are wrong; the place of the form's case.
    score: (bool, usize, usize),
    owner: Owner,
}

fn inspect(context: &Context<'_>, bitext: &Bitext<'_>, article: Option<&HashSet<usize>>, out: &mut Vec<Finding>) {
    let vocabulary = context.vocabulary;
    if bitext.kept || vocabulary.is_empty() {
        return;
    }
    let folding = context.target_folding;
    let folded = &bitext.target_sight.folded;
    let prose = &bitext.target.prose;
    let evidence = Evidence::new(bitext, article);
    let words = words(&folded.text);
    let mut hits = bitext.target_sight.all.iter().peekable();
    let mut covered = 0;
    let mut letters = Vec::new();
    for (number, word) in words.iter().enumerate().filter(|(_, word)| word.length >= SHORTEST) {
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
        let own = &letters;
        let near = letters
            .first()
            .zip(letters.last())
            .filter(|_| named || evidence.article.is_some() || !bitext.source_hits.is_empty());
        let mask = mask(own.iter().copied());
        let close = near.into_iter().flat_map(|(first, last)| vocabulary.between(*first, *last, own.len()));
        let close = close.filter(|known| known.is_within(1, own.len(), mask));
        let mut candidates: Vec<usize> = close.map(|known| known.number).collect();
        candidates.extend(alike);
        for concept in &evidence.lacking {
            let of_concept = vocabulary.of_concept(*concept).iter();
            let of_concept = of_concept.filter(|known| known.is_within(2, own.len(), mask));
            candidates.extend(of_concept.map(|known| known.number));
        }
        if candidates.is_empty() || vocabulary.knows(cut(&folded.text, &word.span)) {
            continue;
        }
        candidates.sort_unstable();
        candidates.dedup();
        let foreign = letters.iter().any(|letter| context.letters.class(*letter) != LetterClass::Home);
        let suspect = Suspect { letters: &letters, capital, foreign };
        out.extend(question(context, bitext, &evidence, &suspect, &candidates, &words, number));
    }
}

/// The finding about a word, where one of the known words can be meant.
fn question(
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
    let mut meant: Vec<Meant> = Vec::new();
    let mut uncertain = false;
    for known in candidates.iter().filter_map(|known| context.vocabulary.known.get(*known)) {
        let Some((alike, far)) = nearness(context.target_folding, suspect, &known.letters) else { continue };
        for owner in &known.owners {
            let permitted = match suspect.capital {
                Some(true) => owner.capital,
                Some(false) => !owner.capital,
                None => true,
            };
            // A name may have lost its capital and have a foreign letter too (беларуси: беларусы, or Беларусі?).
            let small = alike && owner.capital && suspect.capital == Some(false);
            uncertain |= small && suspect.foreign;
            if !(permitted || small && evidence.speaks_of(bitext, owner.concept)) {
                continue;
            }
            let rest = rest_stands(context, &folded.text, words, number, *owner);
            // The other words of a longer wording speak for it as clearly as the source does.
            if (rest == Some(true)
                || is_suspicious(bitext, evidence, suspect, &known.letters, (alike, far), *owner, vowels))
                && rest != Some(false)
            {
                let rank = form_of(context, *owner).map_or(usize::MAX, |form| rank(&governed, form));
                meant.push(Meant { score: (!alike, far, rank), owner: *owner });
            }
        }
    }
    meant.sort_by_key(|meant| meant.score);
    let best = meant.first()?.score;
    let wording = cut(prose, &span);
    let mut texts: Vec<(String, bool)> = Vec::new();
    for one in &meant {
        let Some(form) = form_of(context, one.owner) else { continue };
        let text = context.initial(written(context, form, one.owner.word, wording), prose, &span);
        if text != wording && !texts.iter().any(|(known, _)| *known == text) {
            texts.push((text, (one.score.0, one.score.1) == (best.0, best.1)));
        }
    }
    let term =
        context.termbase.terms(&context.pair.target, meant.first()?.owner.concept).get(meant.first()?.owner.term)?;
    let severity = if best.0 { RULE.severity } else { Severity::Major };
    let concept = context.termbase.concepts.get(meant.first()?.owner.concept)?;
    let problem = MisspeltTermProblem { found: wording.to_owned(), term: term.text.clone() };
    let place = bitext.place(context, Side::Target, span.clone());
    let mut finding = Finding::new(problem, severity, place).about(&concept.id);
    // Letters of another alphabet hide one word only; a word that is merely near may be another one.
    let certain = suspect.foreign && !best.0 && !uncertain;
    let equal = texts.iter().filter(|(_, best)| *best).count();
    let mut texts: Vec<String> = texts.into_iter().map(|(text, _)| text).collect();
    match equal {
        0 => return None,
        1 if certain => finding = finding.fix(texts.remove(0)),
        1 => finding = finding.guess(texts.remove(0)),
        _ => {
            texts.truncate(OFFERED);
            finding.alternatives = texts;
        }
    }
    Some(finding)
}

fn rank(governed: &Governed, form: &Form) -> usize {
    let out = if governed.allows(form.case) { 0 } else { 100 };
    governed.rank(form.case).saturating_add(out)
}

/// Whether two words only look different, and how many letters are wrong; nothing when they are too far apart.
fn nearness(folding: &Folding, suspect: &Suspect<'_>, known: &[char]) -> Option<(bool, usize)> {
    let twin = |letters: &[char]| -> Vec<char> { letters.iter().map(|letter| folding.alike(*letter)).collect() };
    let limit = if known.len() < LONG { 1 } else { 2 };
    let (own, other) = (twin(suspect.letters), twin(known));
    if own == other {
        return distance(suspect.letters, known, known.len()).map(|far| (true, far));
    }
    distance(&own, &other, limit).map(|far| (false, far))
}

/// Whether enough speaks for it that a word is a misspelling of a known one.
fn is_suspicious(
    bitext: &Bitext<'_>,
    evidence: &Evidence<'_>,
    suspect: &Suspect<'_>,
    known: &[char],
    (alike, far): (bool, usize),
    owner: Owner,
    vowels: &str,
) -> bool {
    let named = owner.capital && suspect.capital == Some(true);
    if alike {
        // Letters of another alphabet do not come by chance.
        return suspect.foreign || named || evidence.speaks_of(bitext, owner.concept);
    }
    let first = suspect.letters.first() == known.first();
    if evidence.lacking.contains(&owner.concept) {
        let absent = evidence.absent.contains(&owner.concept);
        return (far == 1 && (absent || first)) || (far == 2 && absent && first);
    }
    // Another word of the language may well be one letter away; one that shares both ends, and differs as slips do,
    // seldom is.
    let ends = first && suspect.letters.last() == known.last();
    if far != 1 || !ends || known.len() <= SHORTEST || !(named || evidence.speaks_of(bitext, owner.concept)) {
        return false;
    }
    // A letter in the last two is mostly another ending.
    let shared = suspect.letters.iter().rev().zip(known.iter().rev()).take_while(|(a, b)| a == b).count();
    let any_letter = owner.capital || known.len() >= LONG;
    (owner.capital || shared > 1) && is_slip(suspect.letters, known, any_letter, vowels)
}

/// Whether two words that are one change apart differ as slips of the pen do: a letter doubled, left out, swapped with
/// its neighbour, or a vowel for a vowel; with `any` also one letter for any other.
fn is_slip(own: &[char], known: &[char], any: bool, vowels: &str) -> bool {
    let alike = own.iter().zip(known).take_while(|(a, b)| a == b).count();
    let (own_rest, known_rest) = (own.get(alike..).unwrap_or_default(), known.get(alike..).unwrap_or_default());
    let same = own_rest.iter().rev().zip(known_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let own_part = own_rest.get(..own_rest.len() - same).unwrap_or_default();
    let known_part = known_rest.get(..known_rest.len() - same).unwrap_or_default();
    match (own_part, known_part) {
        ([], [_]) => true,
        ([more], []) => {
            let before = alike.checked_sub(1).and_then(|place| own.get(place));
            before == Some(more) || own.get(alike + 1) == Some(more)
        }
        ([one], [other]) => any || (vowels.contains(*one) && vowels.contains(*other)),
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

fn form_of<'a>(context: &Context<'a>, owner: Owner) -> Option<&'a Form> {
    context.termbase.terms(&context.pair.target, owner.concept).get(owner.term)?.forms.get(owner.form)
}

/// Whether the other words of a form stand around a word as they do in the form; nothing where it has no other.
fn rest_stands(context: &Context<'_>, folded: &str, words: &[FoldedWord], number: usize, owner: Owner) -> Option<bool> {
    let own = context.target_folding.fold(&form_of(context, owner)?.text).text;
    let parts = self::words(&own);
    if parts.len() < 2 {
        return None;
    }
    let Some(begin) = number.checked_sub(owner.word) else { return Some(false) };
    let others = parts.iter().enumerate().filter(|(place, _)| *place != owner.word);
    let stands = |place: usize, part: &FoldedWord| {
        words.get(begin + place).is_some_and(|word| cut(folded, &word.span) == cut(&own, &part.span))
    };
    Some(others.into_iter().all(|(place, part)| stands(place, part)))
}

/// One word of a form, as it is written where `wording` stands.
fn written(context: &Context<'_>, form: &Form, word: usize, wording: &str) -> String {
    let folded = context.target_folding.fold(&form.text);
    let span: Option<Range<usize>> = words(&folded.text).get(word).map(|word| folded.span(&form.text, &word.span));
    let own = span.map_or("", |span| cut(&form.text, &span));
    if own.is_ascii() {
        return own.to_owned();
    }
    dress(own, wording, Some(&Form::bare(own)))
}

/// Whether the word that begins at `at` has a capital; nothing where a sentence begins, as any word has one there.
fn capital(prose: &str, at: usize) -> Option<bool> {
    let rest = cut(prose, &(at..prose.len()));
    let mut letters = rest.chars();
    let first = letters.next().is_some_and(char::is_uppercase);
    if !first {
        return Some(false);
    }
    // Among capitals only, a capital says nothing.
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
