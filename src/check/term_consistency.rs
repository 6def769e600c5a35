//! `term-consistency`: two wordings of one concept, in one article or across its editions.
//!
//! A name and its short form, or a term and its abbreviation, count as one wording, and so do two wordings that share
//! their words' stems; a common word may have a synonym. Anything else is one choice made in two ways.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    glossary::Hit,
    model::{
        Args, Article, Finding, Kind, Locale, Place, Problem, Problems, SegmentId, Severity, Side, Term, Translation,
        Usage, cut,
    },
};

use super::{Bitext, Check, CheckedArticle, Context, Rule, evidence::is_right};

pub(super) struct TermConsistency;

const RULE: Rule = Rule { id: "term-consistency", severity: Severity::Neutral };

/// Two wordings of one concept.
enum TermConsistencyProblem {
    /// In one article.
    Article { term: String, other: String },
    /// Another edition of the article uses the preferred wording.
    Editions { term: String, other: String, editions: String },
}

impl Problem for TermConsistencyProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Article { .. } => "term-consistency-article",
            Self::Editions { .. } => "term-consistency-editions",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::Article { term, other } => vec![("term", term.into()), ("other", other.into())],
            Self::Editions { term, other, editions } => {
                vec![("term", term.into()), ("other", other.into()), ("editions", editions.into())]
            }
        }
    }

    fn all() -> Vec<Self> {
        let (term, other) = (|| "лётнішча".to_owned(), || "аэрадром".to_owned());
        vec![
            Self::Article { term: term(), other: other() },
            Self::Editions { term: term(), other: other(), editions: "ru, uk".to_owned() },
        ]
    }
}

/// Occurrences by term: segment and hit.
type Occurrences<'a> = BTreeMap<usize, Vec<(&'a Bitext<'a>, &'a Hit)>>;

impl Check for TermConsistency {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<TermConsistencyProblem>()
    }

    fn article(&self, context: &Context<'_>, checked: &CheckedArticle<'_>, out: &mut Vec<Finding>) {
        let mut concepts: BTreeMap<usize, Occurrences<'_>> = BTreeMap::new();
        for bitext in checked.bitexts.iter().filter(|bitext| !bitext.from_source) {
            for hit in bitext.target_hits.iter().filter(|hit| is_right(hit.usage) && !bitext.is_exempt(&hit.span)) {
                concepts.entry(hit.concept).or_default().entry(hit.term).or_default().push((bitext, hit));
            }
        }
        for (concept, used) in concepts.iter().filter(|(_, used)| used.len() > 1) {
            let Some(known) = context.termbase.concepts.get(*concept) else { continue };
            let terms = context.termbase.terms(&context.pair.target, *concept);
            // The most frequent wording is the article's; of equally frequent ones, the one with the best usage.
            let weight = |term: usize, count: usize| (count, terms.get(term).map(|term| term.usage), usize::MAX - term);
            let Some((main, _)) = used.iter().max_by_key(|(term, places)| weight(**term, places.len())) else {
                continue;
            };
            let Some(main_term) = terms.get(*main) else { continue };
            for (term, places) in used.iter().filter(|(term, _)| *term != main) {
                if terms.get(*term).is_none_or(|other| is_variant(known.kind, main_term, other)) {
                    continue;
                }
                let Some((bitext, hit)) = places.first() else { continue };
                let place = bitext.place(context, Side::Target, hit.span.clone());
                let term = cut(&bitext.target.prose, &hit.span).to_owned();
                let problem = TermConsistencyProblem::Article { term, other: main_term.text.clone() };
                out.push(Finding::new(problem, RULE.severity, place).about(&known.id));
            }
        }
    }
}

/// Whether two wordings of a concept are one choice: a full and a short form, a term and its abbreviation, or variants
/// of one phrase.
fn is_variant(kind: Kind, one: &Term, other: &Term) -> bool {
    if matches!(kind, Kind::Person | Kind::Abbr | Kind::Phrase | Kind::Noun | Kind::Adj)
        || is_abbreviation(one)
        || is_abbreviation(other)
    {
        return true;
    }
    let words = |term: &Term| -> Vec<String> {
        term.text
            .to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (one_words, other_words) = (words(one), words(other));
    if one_words == other_words {
        // Only capitals or punctuation differ.
        return false;
    }
    let (short, long) =
        if one_words.len() <= other_words.len() { (one_words, other_words) } else { (other_words, one_words) };
    if let [contraction] = short.as_slice()
        && long.len() > 1
        && is_contraction(contraction, &long)
    {
        return true;
    }
    let stem = |word: &str| word.chars().take(4).collect::<String>();
    short
        .iter()
        .all(|word| long.iter().any(|other| other == word || (word.chars().count() > 4 && stem(word) == stem(other))))
}

/// Whether a word is built from the beginnings of others (Генштаб, Саўмін).
fn is_contraction(word: &str, of: &[String]) -> bool {
    let mut rest = word;
    of.iter().enumerate().all(|(number, part)| {
        let beginning: String = part.chars().take(2).collect();
        let split = rest.split_once(beginning.as_str()).filter(|(before, _)| number > 0 || before.is_empty());
        split.is_some_and(|(_, after)| {
            rest = after;
            true
        })
    })
}

/// Whether a wording is a single word with several capitals (СССР).
fn is_abbreviation(term: &Term) -> bool {
    term.text.chars().filter(|letter| letter.is_uppercase()).count() > 1
        && !term.text.contains(' ')
        && !term.text.contains('-')
}

/// One edition of an article, for [`across`].
#[derive(Debug, Clone, Copy)]
pub struct CheckedEdition<'a> {
    /// The context of its pair of locales.
    pub context: &'a Context<'a>,
    /// The article.
    pub article: &'a Article,
    /// Its targets.
    pub translation: &'a Translation,
}

/// An edition's best wording of a concept, with one place where it occurs.
struct Choice {
    usage: Usage,
    term: usize,
    segment: SegmentId,
    span: std::ops::Range<usize>,
    text: String,
}

/// Reports concepts for which one edition of an article uses the preferred wording and another only an admitted one
/// that is a different word; the finding is on the latter, at its first place.
#[must_use]
pub fn across(editions: &[CheckedEdition<'_>]) -> Vec<Finding> {
    let all: Vec<BTreeMap<usize, Choice>> = editions.iter().map(choices).collect();
    let concepts: BTreeSet<usize> = all.iter().flat_map(BTreeMap::keys).copied().collect();
    let mut findings = Vec::new();
    for concept in concepts {
        let preferring: Vec<String> = editions
            .iter()
            .zip(&all)
            .filter(|(_, choices)| choices.get(&concept).is_some_and(|choice| choice.usage == Usage::Preferred))
            .map(|(edition, _)| edition.translation.locale.to_string())
            .collect();
        if preferring.is_empty() {
            continue;
        }
        for (edition, choices) in editions.iter().zip(&all) {
            let Some(choice) = choices.get(&concept).filter(|choice| choice.usage == Usage::Admitted) else { continue };
            let locale: &Locale = &edition.translation.locale;
            let terms = edition.context.termbase.terms(locale, concept);
            let Some(known) = edition.context.termbase.concepts.get(concept) else { continue };
            let preferred = terms.iter().find(|term| term.usage == Usage::Preferred);
            let Some((preferred, admitted)) = preferred.zip(terms.get(choice.term)) else { continue };
            if is_variant(known.kind, preferred, admitted) {
                continue;
            }
            let place = Place {
                locale: Some(locale.clone()),
                segment: Some(choice.segment),
                span: choice.span.clone(),
                ..Place::default()
            };
            let problem = TermConsistencyProblem::Editions {
                term: choice.text.clone(),
                other: preferred.text.clone(),
                editions: preferring.join(", "),
            };
            findings.push(Finding::new(problem, RULE.severity, place).about(&known.id));
        }
    }
    findings
}

/// The best wording of each concept in an edition, at the first place where it occurs.
fn choices(edition: &CheckedEdition<'_>) -> BTreeMap<usize, Choice> {
    let mut choices: BTreeMap<usize, Choice> = BTreeMap::new();
    let segments = edition.article.segments().map(|(_, segment)| segment.id);
    for (id, target) in segments.filter_map(|id| Some((id, edition.translation.targets.get(&id)?))) {
        let prose = &target.text.prose;
        for hit in edition.context.termbase.find(&edition.translation.locale, prose) {
            if is_right(hit.usage) && choices.get(&hit.concept).is_none_or(|known| known.usage < hit.usage) {
                let text = cut(prose, &hit.span).to_owned();
                let choice = Choice { usage: hit.usage, term: hit.term, segment: id, span: hit.span, text };
                choices.insert(hit.concept, choice);
            }
        }
    }
    choices
}
