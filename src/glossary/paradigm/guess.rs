//! The plausible classes of a wording for which the glossary gives none.

use super::{
    Class, ParadigmError, Paradigms, WordClass,
    class::{ClassPart, WordSort},
    decline::class_flags,
    ending::{Following, Guessed, guess_word, kind_name, plausible_classes, shape_flags},
    flags::Flags,
    phrase::decline,
    rules::FirstPart,
    spelling::Written,
};
use crate::model::{Form, Kind, Number};

/// The maximum number of plausible classes of a wording, and of readings followed from word to word.
const MAX_CLASSES: usize = 8;

/// A class that a wording may have, with its forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plausible {
    /// The class.
    pub class: Class,
    /// The forms that the wording has by it.
    pub forms: Vec<Form>,
}

/// A reading of the first words of a wording.
struct Reading {
    words: Vec<WordClass>,
    /// The kind of the concept, and what the words so far imply for the next ones.
    context: Flags,
    /// Whether a rule gave the class of every word.
    known: bool,
    /// The ranks of its words' classes, added up.
    rank: usize,
}

/// Guesses the class of a wording from the endings of its words and the concept's kind: every plausible class, the
/// likeliest first, with the forms by it; one with the same forms as a likelier class is left out. A wording that no rule
/// matches, or that no guessed class fits, is invariable, and its form is not certain.
///
/// The rules apply word by word, so that an adjective or a given name affects what follows. A combination that does not
/// have the wording among its own forms is no reading of it; of the others, those of the lowest rank count. Fails on a
/// wording that mixes alphabets or has no words.
pub fn plausible(rules: &Paradigms, lemma: &str, kind: Kind) -> Result<Vec<Plausible>, ParadigmError> {
    let mut plausible: Vec<Plausible> = Vec::new();
    let mut readings = readings(rules, lemma, kind);
    readings.sort_by_key(|reading| reading.rank);
    let mut lowest = None;
    // That no rule applies does not show that a wording never changes.
    let uncertain =
        |forms: Vec<Form>| -> Vec<Form> { forms.into_iter().map(|form| Form { certain: false, ..form }).collect() };
    for Reading { words, known, rank, .. } in readings {
        if lowest.is_some_and(|lowest| lowest < rank) {
            break;
        }
        let class = Class { words };
        let Ok(mut forms) = decline(rules, lemma, &class) else { continue };
        if !known && class.is_invariable() {
            forms = uncertain(forms);
        }
        lowest = Some(rank);
        if plausible.iter().all(|known| known.forms != forms) {
            plausible.push(Plausible { class, forms });
        }
    }
    if plausible.is_empty() {
        let class = invariable(lemma);
        let forms = uncertain(decline(rules, lemma, &class)?);
        plausible.push(Plausible { class, forms });
    }
    if plausible.len() > MAX_CLASSES {
        // What only the classes left out would contradict is not certain.
        plausible.truncate(MAX_CLASSES);
        for kept in &mut plausible {
            kept.forms = uncertain(std::mem::take(&mut kept.forms));
        }
    }
    Ok(plausible)
}

fn invariable(lemma: &str) -> Class {
    let count = lemma.split_whitespace().count().max(1);
    Class { words: vec![WordClass { parts: vec![ClassPart::INVARIABLE] }; count] }
}

/// Every reading of a wording by the rules, whether or not its words agree.
fn readings(rules: &Paradigms, lemma: &str, kind: Kind) -> Vec<Reading> {
    let words: Vec<Written> = lemma.split_whitespace().map(Written::read).collect();
    let count = words.len();
    if count == 0 {
        return Vec::new();
    }
    let folded: Vec<Vec<char>> = words.iter().map(Written::folded).collect();
    let mut readings =
        vec![Reading { words: Vec::new(), context: rules.flags(&[kind_name(kind)]), known: true, rank: 0 }];
    for (at, word) in words.iter().enumerate() {
        let mut shape = shape_flags(rules, word);
        for (name, holds) in
            [("first", at == 0), ("penult", at + 2 == count), ("last", at + 1 == count), ("alone", count == 1)]
        {
            if holds {
                shape = shape.with(rules.names.flag(name));
            }
        }
        let folded_at = |at: usize| folded.get(at).map(Vec::as_slice).unwrap_or_default();
        let following = Following { next: folded_at(at + 1), last: folded_at(count - 1) };
        let has_digit = folded_at(at).iter().any(char::is_ascii_digit);
        let number = if has_digit { rules.names.flag("number") } else { Flags::default() };
        let mut longer = Vec::new();
        for Reading { words, context, known, rank } in readings {
            let flags = context.with(shape);
            let classes = plausible_classes(rules, head_of(rules, folded_at(at), flags), following, flags);
            for Guessed { class: mut part, then, known: is_known, rank: added } in classes {
                if matches!(part.sort, WordSort::Noun(_)) && part.only.is_none() && flags.intersects(rules.single) {
                    part.only = Some(Number::Singular);
                }
                let mut words = words.clone();
                words.push(WordClass { parts: vec![part] });
                longer.push(Reading {
                    words,
                    context: context.with(then).with(number),
                    known: known && is_known,
                    rank: rank + added,
                });
            }
        }
        longer.truncate(MAX_CLASSES * MAX_CLASSES);
        readings = longer;
    }
    readings
}

/// The part of a word that its class applies to: Ростов of Ростов-на-Дону, ракета of ракета-носитель.
fn head_of<'a>(rules: &Paradigms, word: &'a [char], flags: Flags) -> &'a [char] {
    let Some(at) = word.iter().position(|letter| *letter == '-') else { return word };
    let (first, rest) = (word.get(..at).unwrap_or_default(), word.get(at + 1..).unwrap_or_default());
    let second: String = rest.iter().take_while(|letter| **letter != '-').collect();
    if rules.hyphen_tails.contains(&second) {
        return first;
    }
    let first_flags = class_flags(rules, &guess_word(rules, first, flags)).with(flags);
    let rule = rules.hyphens.iter().find(|rule| {
        rule.when.holds(first, first_flags, &rules.vowels) && rule.last.as_ref().is_none_or(|last| last.fits(word))
    });
    if rule.is_some_and(|rule| matches!(rule.first, FirstPart::Same)) { first } else { word }
}
