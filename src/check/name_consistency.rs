//! `name-consistency`: a name that no glossary has, spelled in two ways in one edition.

use std::collections::{BTreeMap, HashMap};

use crate::model::{Args, Finding, Problem, Problems, Severity, Side, cut};

use super::{
    Bitext, Check, CheckedArticle, Context, Rule,
    name_forms::NameRelation,
    name_pairs::{is_capitalized, is_source_name, is_target_name},
    word_facts::without_possessive,
    words::{Word, WordScript},
};

pub(super) struct NameConsistency;

const RULE: Rule = Rule { id: "name-consistency", severity: Severity::Minor };

/// The cost, in percent of a name's consonants, up to which a word of the translation may be that name.
const LIKE: u16 = 35;
/// How much nearer it must be than any other word.
const CLEARLY: u16 = 12;
/// Uses of a name that are compared: more than any article has, so that the work stays linear.
const MOST: usize = 200;

/// A name is spelled otherwise than elsewhere.
struct NameConsistencyProblem {
    /// Here.
    name: String,
    /// Where it occurs most.
    other: String,
}

impl Problem for NameConsistencyProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        RULE.id
    }

    fn args(&self) -> Args {
        vec![("name", (&self.name).into()), ("other", (&self.other).into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { name: "Шредэр".to_owned(), other: "Шродэр".to_owned() }]
    }
}

/// A use of a name in the source.
struct NameUse<'a> {
    bitext: &'a Bitext<'a>,
    word: &'a Word<'a>,
    /// The name directly before it.
    before: Option<&'a str>,
}

/// A spelling of a name, with its uses in the translation in their order.
struct SpelledName<'a> {
    text: &'a str,
    uses: Vec<(&'a Bitext<'a>, &'a Word<'a>)>,
}

impl Check for NameConsistency {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<NameConsistencyProblem>()
    }

    fn article(&self, context: &Context<'_>, checked: &CheckedArticle<'_>, out: &mut Vec<Finding>) {
        if context.names.is_empty() {
            return;
        }
        for uses in repeated_names(context, checked) {
            let spellings = spellings(context, &uses);
            // The first of the most frequent.
            let Some(main) = spellings.iter().rev().max_by_key(|spelling| spelling.uses.len()) else { continue };
            for spelling in &spellings {
                let NameRelation::Spellings { is_sure } = context.names.forms.relation(spelling.text, main.text) else {
                    continue;
                };
                let Some((bitext, word)) = spelling.uses.first() else { continue };
                let problem = NameConsistencyProblem { name: spelling.text.to_owned(), other: main.text.to_owned() };
                let severity = if is_sure { RULE.severity } else { Severity::Neutral };
                out.push(Finding::new(problem, severity, bitext.place(context, Side::Target, word.span.clone())));
            }
        }
    }
}

/// The names that an article has more than once, each with its uses. A first name counts only together with what follows it,
/// and a surname of several persons is a name for each: Давид and Дэвид may both be right.
fn repeated_names<'a>(context: &'a Context<'_>, checked: &'a CheckedArticle<'a>) -> Vec<Vec<NameUse<'a>>> {
    let mut all: BTreeMap<(&str, &str), Vec<NameUse<'a>>> = BTreeMap::new();
    for bitext in checked.bitexts.iter().filter(|bitext| !bitext.from_source && !bitext.is_slug()) {
        let prose = &bitext.source.prose;
        let words = bitext.words(Side::Source);
        let text = |word: &Word<'_>| without_possessive(cut(prose, &word.span));
        for (at, word) in words.iter().enumerate() {
            if !is_capitalized(word) || word.script != WordScript::Home {
                continue;
            }
            let beside = |other: &&'a Word<'a>, between: std::ops::Range<usize>| {
                is_capitalized(other) && matches!(cut(prose, &between), " " | "-")
            };
            let after = words.get(at + 1).filter(|next| beside(next, word.span.end..next.span.start));
            // A word that begins a sentence may be no name.
            let before = at.checked_sub(1).and_then(|at| words.get(at)).filter(|last| {
                !last.begins && beside(last, last.span.end..word.span.start) && !is_title(context, text(last))
            });
            let key = (text(word), after.map(text).unwrap_or_default());
            all.entry(key).or_default().push(NameUse { bitext, word, before: before.map(text) });
        }
    }
    all.retain(|_, uses| {
        uses.len() > 1
            && uses.len() <= MOST
            && uses.first().is_some_and(|one| is_source_name(context, one.bitext, one.word))
    });
    all.into_values().flat_map(by_person).collect()
}

/// Whether a word stands before names of persons.
fn is_title(context: &Context<'_>, text: &str) -> bool {
    context.names.words.contains(&text.to_lowercase()) || context.known_words.has(text)
}

/// The uses of a name by the name before it, if there are several.
fn by_person(uses: Vec<NameUse<'_>>) -> Vec<Vec<NameUse<'_>>> {
    let mut first = uses.iter().filter_map(|one| one.before);
    let is_one = first.next().is_none_or(|name| first.all(|other| other == name));
    if is_one {
        return vec![uses];
    }
    let mut persons: BTreeMap<&str, Vec<NameUse<'_>>> = BTreeMap::new();
    for one in uses {
        if let Some(before) = one.before {
            persons.entry(before).or_default().push(one);
        }
    }
    persons.into_values().collect()
}

/// The spellings of a name in the translation, by their first use.
fn spellings<'a>(context: &'a Context<'_>, uses: &[NameUse<'a>]) -> Vec<SpelledName<'a>> {
    let mut spellings: Vec<SpelledName<'a>> = Vec::new();
    let mut known: HashMap<&str, Option<usize>> = HashMap::new();
    for one in uses {
        let Some(word) = counterpart(context, one) else { continue };
        let text = cut(&one.bitext.target.prose, &word.span);
        let place = *known.entry(text).or_insert_with(|| {
            let relations = spellings.iter().map(|spelling| context.names.forms.relation(spelling.text, text));
            let relations: Vec<NameRelation> = relations.collect();
            // A word that may be a form of one of them tells nothing.
            match relations.iter().position(|relation| *relation == NameRelation::Forms) {
                Some(at) => Some(at),
                None if relations.contains(&NameRelation::Unclear) => None,
                None => Some(relations.len()),
            }
        });
        let Some(at) = place else { continue };
        match spellings.get_mut(at) {
            Some(spelling) => spelling.uses.push((one.bitext, word)),
            None => spellings.push(SpelledName { text, uses: vec![(one.bitext, word)] }),
        }
    }
    spellings
}

/// The word of the translation that is a name of the source, if it is one for certain: the only one that sounds like it, and
/// more like it than like any other name.
fn counterpart<'a>(context: &'a Context<'_>, name: &NameUse<'a>) -> Option<&'a Word<'a>> {
    let transcription = &context.names.transcription;
    let bitext = name.bitext;
    let own = &name.word.spelled;
    let is_asked = |word: &&Word<'_>| {
        is_target_name(word) && !bitext.is_exempt(&word.span) && bitext.term_at(&word.span).is_none()
    };
    let words = bitext.words(Side::Target).iter().filter(is_asked);
    let near: Vec<(u16, &Word<'_>)> =
        words.filter_map(|word| Some((transcription.distance(own, &word.spelled, LIKE)?, word))).collect();
    let (far, word) = near.iter().copied().min_by_key(|(far, _)| *far)?;
    let text = |word: &Word<'_>| cut(&bitext.target.prose, &word.span);
    let is_rival = |(distance, other): &(u16, &Word<'_>)| {
        *distance <= far + CLEARLY && context.names.forms.relation(text(word), text(other)) != NameRelation::Forms
    };
    if near.iter().any(is_rival) {
        return None;
    }
    let is_nearer = |rival: &Word<'_>| {
        rival.spelled != *own
            && transcription.distance(&rival.spelled, &word.spelled, LIKE).is_some_and(|distance| distance <= far)
    };
    let mut rivals = bitext.words(Side::Source).iter().filter(|word| is_capitalized(word));
    (!rivals.any(is_nearer)).then_some(word)
}
