//! `misspelt-term`: a word that nearly matches one of the glossary's.
//!
//! A near match is never accepted, only questioned, and only where the source has the term and the translation has no
//! form of it. How near it must be depends on the other evidence.

use std::{collections::HashSet, ops::Range};

use crate::{
    glossary::{FoldedWord, Folding, KnownWord, Owner, TextWords, mask, words},
    model::{Args, Finding, Form, Problem, Problems, Severity, Side, cut, distance},
};

use super::{
    Bitext, Check, CheckedArticle, Context, Rule,
    evidence::{absent_concepts, is_joined},
    full_letter::notes,
    government::{Governed, governed},
    language::LetterClass,
    suggestion::adapt,
    word_facts::WordLists,
};

pub(super) struct MisspeltTerm;

pub(super) const RULE: Rule = Rule { id: "misspelt-term", severity: Severity::Minor };

/// The minimum length of a suspect word, in letters.
const MIN_LENGTH: usize = 5;
/// The minimum length of a suspect word that is no name.
const COMMON_LENGTH: usize = 6;
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
        inspect(context, bitext, out);
        notes(context, bitext, &mut HashSet::new(), out);
    }

    fn article(&self, context: &Context<'_>, checked: &CheckedArticle<'_>, out: &mut Vec<Finding>) {
        let mut noted = HashSet::new();
        for bitext in &checked.bitexts {
            inspect(context, bitext, out);
            notes(context, bitext, &mut noted, out);
        }
    }
}

/// A word under suspicion.
struct Suspect<'a> {
    letters: &'a [char],
    /// Its index among the words of the text.
    number: usize,
    /// Whether it has a capital; `None` where a capital means nothing ([`capital`]).
    capital: Option<bool>,
    /// Whether it has letters that the language lacks.
    foreign: bool,
    /// Whether a hyphen joins it to the word before, and to the word after.
    joined: (bool, bool),
}

/// A right word that may be meant.
struct MeantWord {
    /// The sort key: `false` for a lookalike, the number of wrong letters, the rank of the form's case.
    score: (bool, usize, usize),
    owner: Owner,
}

fn inspect(context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
    let vocabulary = context.vocabulary;
    if bitext.from_source || vocabulary.is_empty() {
        return;
    }
    let absent = absent_concepts(context, bitext);
    // Most texts have no word that looks like one of a term. A mark may make another letter of the one before it.
    let is_sure = absent.is_empty() && !bitext.target_signs.has_marks();
    let target_words = bitext.words(Side::Target);
    if is_sure && !target_words.lists.has(WordLists::TERM) {
        return;
    }
    let mut alike = target_words.iter().filter(|word| word.lists.has(WordLists::TERM)).peekable();
    let folding = context.target_folding;
    let folded = bitext.folded(Side::Target);
    let prose = &bitext.target.prose;
    let words = words(&folded.text);
    let mut hits = bitext.target_sight.all.iter().peekable();
    let mut covered = 0;
    let mut letters = Vec::new();
    for (number, word) in words.iter().enumerate().filter(|(_, word)| word.length >= MIN_LENGTH) {
        let start = folded.origin(word.span.start);
        while let Some(hit) = hits.next_if(|hit| hit.span.start <= start) {
            covered = covered.max(hit.span.end);
        }
        while alike.next_if(|word| word.span.end <= start).is_some() {}
        let may_be_alike = !is_sure || alike.peek().is_some_and(|word| word.span.start <= start);
        if covered > start || !may_be_alike {
            continue;
        }
        letters.clear();
        letters.extend(cut(&folded.text, &word.span).chars());
        let mut candidates = vocabulary.alike(&letters, folding);
        let mask = mask(letters.iter().copied());
        for concept in &absent {
            let of_concept = vocabulary.of_concept(*concept).iter();
            let of_concept = of_concept.filter(|known| known.is_within(2, letters.len(), mask));
            candidates.extend(of_concept.map(|known| known.number));
        }
        // A form of any term is no misspelling of another.
        if candidates.is_empty() || vocabulary.knows(cut(&folded.text, &word.span)) {
            continue;
        }
        candidates.sort_unstable();
        candidates.dedup();
        let capital = capital(prose, start);
        let foreign = letters.iter().any(|letter| context.letters.class(*letter) != LetterClass::Home);
        let joined = is_joined(&folded.text, &word.span);
        let suspect = Suspect { letters: &letters, number, capital, foreign, joined };
        out.extend(misspelling(context, bitext, &absent, &suspect, &candidates, &words));
    }
}

/// The finding on a word, where one of the known words may be meant.
fn misspelling(
    context: &Context<'_>,
    bitext: &Bitext<'_>,
    absent: &[usize],
    suspect: &Suspect<'_>,
    candidates: &[usize],
    words: &[FoldedWord],
) -> Option<Finding> {
    let folded = bitext.folded(Side::Target);
    let prose = &bitext.target.prose;
    let span = folded.span(prose, &words.get(suspect.number)?.span);
    if bitext.is_exempt(&span) {
        return None;
    }
    let governed = governed(context, prose, &span);
    let mut meant: Vec<MeantWord> = Vec::new();
    let mut uncertain = false;
    // Letters of another alphabet hide a word of any term.
    let may_be_meant = |concept: usize| suspect.foreign || absent.contains(&concept);
    let known = |word: &usize| context.vocabulary.known(*word, may_be_meant);
    let mut candidates: Vec<KnownWord> = candidates.iter().filter_map(known).collect();
    candidates.sort_by(|one, other| one.owners.cmp(&other.owners));
    for known in &candidates {
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
            let is_absent = absent.contains(&owner.concept);
            // Letters of another alphabet do not occur by chance.
            if !(permitted || small && is_absent) || !(is_absent || alike && suspect.foreign) {
                continue;
            }
            let Some(form) = form_of(context, *owner) else { continue };
            let around = surroundings(context, &folded.text, words, suspect, *owner, form);
            let is_suspicious = match around {
                Surroundings::Other => false,
                // The other words of a longer wording are as good evidence as the place of the slip.
                Surroundings::Same => is_slip_in_phrase(context, suspect, &known.letters, edits),
                Surroundings::None => {
                    alike && suspect.foreign || is_slip(context, suspect, &known.letters, edits, *owner)
                }
            };
            if is_suspicious && !is_derived(context, suspect, owner.concept) {
                meant.push(MeantWord { score: (!alike, edits, rank(&governed, form)), owner: *owner });
            }
        }
    }
    meant.sort_by_key(|meant| meant.score);
    let best = meant.first()?.score;
    let wording = cut(prose, &span);
    let mut texts: Vec<(String, bool)> = Vec::new();
    let mut is_known = true;
    for candidate in &meant {
        let Some(form) = form_of(context, candidate.owner) else { continue };
        is_known &= form.certain;
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
    let certain = suspect.foreign && !best.0 && !uncertain && is_known;
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

fn rank(governed: &Governed<'_>, form: &Form) -> usize {
    let out = if governed.allows(form.case) { 0 } else { 1000 };
    governed.rank(form).saturating_add(out)
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

/// Whether a word differs from a known one as a slip of the hand does, rather than as another ending or as a word made
/// of it.
fn is_slip(context: &Context<'_>, suspect: &Suspect<'_>, known: &[char], edits: usize, owner: Owner) -> bool {
    let word = suspect.letters;
    let (before, rest) = after_shared(word, known);
    if before > 0 && (is_ending(context, &rest) || is_suffix(context, &rest)) {
        return false;
    }
    let shorter = word.len().min(known.len()) - before;
    let after = word.iter().rev().zip(known.iter().rev()).take(shorter).take_while(|(a, b)| a == b).count();
    if owner.capital {
        // Nothing but a capital and the source speaks for two wrong letters, so the word must begin and end as the name.
        return edits < 2 || (known.len() >= LONG_LENGTH && before > 0 && after > 1);
    }
    edits == 1 && known.len() >= COMMON_LENGTH && before > 0
}

/// The same for a word that stands among the other words of a form: these speak against another ending, but not against
/// a vowel that comes and goes (`кубак`, `кубка`).
fn is_slip_in_phrase(context: &Context<'_>, suspect: &Suspect<'_>, known: &[char], edits: usize) -> bool {
    let (before, rest) = after_shared(suspect.letters, known);
    if before == 0 { edits < 2 } else { suspect.letters.len() > known.len() || !is_suffix(context, &rest) }
}

/// The number of first letters that a word shares with a known one, and the rest of it.
fn after_shared(word: &[char], known: &[char]) -> (usize, String) {
    let before = word.iter().zip(known).take_while(|(a, b)| a == b).count();
    // Of two equal letters, the first may be the one too many.
    let doubled = word.len() > known.len() && before > 0 && word.get(before) == word.get(before - 1);
    (before, word.iter().skip(before - usize::from(doubled)).collect())
}

/// Whether the rest of a word is an ending, which makes it another form.
fn is_ending(context: &Context<'_>, rest: &str) -> bool {
    context.target.endings.iter().any(|ending| ending == rest)
}

/// Whether the rest of a word is a suffix with an ending, which makes it another word of the same root.
fn is_suffix(context: &Context<'_>, rest: &str) -> bool {
    let mut endings = context.target.derivational.iter().filter_map(|suffix| rest.strip_prefix(suffix.as_str()));
    endings.any(|ending| is_ending(context, ending))
}

fn form_of<'a>(context: &Context<'a>, owner: Owner) -> Option<&'a Form> {
    context.termbase.terms(&context.pair.target, owner.concept).get(owner.term)?.forms.get(owner.form)
}

/// How the words around a suspect compare with the other words of a form.
enum Surroundings {
    /// The form has no other word.
    None,
    /// The same words, joined alike.
    Same,
    /// Other words, or a hyphen that makes the suspect part of another word.
    Other,
}

fn surroundings(
    context: &Context<'_>,
    folded: &str,
    words: &[FoldedWord],
    suspect: &Suspect<'_>,
    owner: Owner,
    form: &Form,
) -> Surroundings {
    let form = context.target_folding.fold(&form.text).text;
    let parts = self::words(&form);
    if parts.get(owner.word).is_none_or(|part| is_joined(&form, &part.span) != suspect.joined) {
        return Surroundings::Other;
    }
    if parts.len() < 2 {
        return Surroundings::None;
    }
    let Some(begin) = suspect.number.checked_sub(owner.word) else { return Surroundings::Other };
    let mut others = parts.iter().enumerate().filter(|(place, _)| *place != owner.word);
    let matches = |place: usize, part: &FoldedWord| {
        words.get(begin + place).is_some_and(|word| {
            cut(folded, &word.span) == cut(&form, &part.span)
                && is_joined(folded, &word.span) == is_joined(&form, &part.span)
        })
    };
    if others.all(|(place, part)| matches(place, part)) { Surroundings::Same } else { Surroundings::Other }
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
