//! `mirror`: the editions of an article against each other. Where all but one agree on a number, a date, a name, a link or
//! a count, the odd one is named; where all agree and the source does not, the source is.

use std::{collections::HashSet, ops::Range};

use crate::model::{
    Args, Finding, Kind, Origin, Place, Problem, Role, Segment, SegmentId, Severity, Side, Target, Text, Unit, cut,
};

use super::{
    CheckedEdition, Context,
    addresses::is_counterpart,
    mirror_added::{Nearness, added_names},
    mirror_facts::{MirrorFacts, MirroredNumber, mirror_facts, mirrored_address},
    mirror_names::{NamedText, odd_names},
    quantity::NumberKey,
};

/// The rule that compares all editions of a sentence.
pub const MIRROR: &str = "mirror";
const RULE: &str = MIRROR;

/// Editions that can outvote one.
const ENOUGH: usize = 3;
/// Sentences before one in which a name may stand that a pronoun stands for.
const BEFORE: usize = 3;
/// Numbers and addresses of a text that are compared, each with each: no sentence has so many.
const MANY: usize = 200;

/// How an edition, or the source, differs from all other editions.
pub(super) enum MirrorProblem {
    /// The others have another number, date, name or address.
    Differs { others: String, found: String },
    /// The others have one, and it has none.
    Lacks { others: String },
    /// It has a name that neither the others nor the source have.
    Adds { found: String },
    /// The others have another number of quotations.
    Quotations { others: usize, found: usize },
    /// Of links.
    Links { others: usize, found: usize },
    /// Of sentences.
    Sentences { others: usize, found: usize },
    /// All editions have one number, and the source another.
    Source { others: String, found: String },
}

impl Problem for MirrorProblem {
    fn rule(&self) -> &'static str {
        RULE
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Differs { .. } => "mirror-differs",
            Self::Lacks { .. } => "mirror-lacks",
            Self::Adds { .. } => "mirror-adds",
            Self::Quotations { .. } => "mirror-quotations",
            Self::Links { .. } => "mirror-links",
            Self::Sentences { .. } => "mirror-sentences",
            Self::Source { .. } => "mirror-source",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::Differs { others, found } | Self::Source { others, found } => {
                vec![("others", others.into()), ("found", found.into())]
            }
            Self::Lacks { others } => vec![("others", others.into())],
            Self::Adds { found } => vec![("found", found.into())],
            Self::Quotations { others, found } | Self::Links { others, found } | Self::Sentences { others, found } => {
                vec![("others", (*others).into()), ("found", (*found).into())]
            }
        }
    }

    fn all() -> Vec<Self> {
        let (others, found) = (|| "360".to_owned(), || "630".to_owned());
        vec![
            Self::Differs { others: others(), found: found() },
            Self::Lacks { others: others() },
            Self::Adds { found: "Макрон".to_owned() },
            Self::Quotations { others: 2, found: 1 },
            Self::Links { others: 2, found: 1 },
            Self::Sentences { others: 2, found: 1 },
            Self::Source { others: others(), found: found() },
        ]
    }
}

/// One edition of a sentence.
struct Reflection<'a> {
    edition: &'a CheckedEdition<'a>,
    text: &'a Text,
    facts: MirrorFacts,
}

/// A sentence and its editions.
struct MirroredSegment<'a> {
    id: SegmentId,
    source: &'a Text,
    /// What the source has.
    facts: MirrorFacts,
    editions: Vec<Reflection<'a>>,
}

/// Compares the editions of an article, sentence by sentence. Fewer than three cannot be told apart; a sentence that an
/// edition lacks, or has from an earlier source, is left out there.
#[must_use]
pub fn mirror(editions: &[CheckedEdition<'_>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let Some(first) = editions.first().filter(|_| editions.len() >= ENOUGH) else { return findings };
    let segments: Vec<(&Unit, &Segment)> = first.article.translated().collect();
    for (at, (unit, segment)) in segments.iter().enumerate() {
        if matches!(&unit.role, Role::Meta(key) if key == "slug") {
            continue;
        }
        let is_compared = |target: &&Target| {
            !target.text.prose.trim().is_empty() && !target.is_stale() && target.origin != Origin::Source
        };
        let targets: Vec<(&CheckedEdition<'_>, &Target)> = editions
            .iter()
            .filter_map(|edition| Some((edition, edition.translation.targets.get(&segment.id).filter(is_compared)?)))
            .collect();
        if targets.len() < ENOUGH {
            continue;
        }
        let source = unit.text_of(segment);
        let context = first.context;
        let kind_of = |concept: usize| context.termbase.concepts.get(concept).map(|concept| concept.kind);
        let sight = context.termbase.look(&context.pair.source, &source.prose);
        let facts = mirror_facts(
            &source,
            (&sight, context.source_folding),
            &context.source,
            &context.source_numerals,
            kind_of,
            true,
        );
        let reflections = targets.into_iter().map(|(edition, Target { text, .. })| {
            let context = edition.context;
            let sight = context.termbase.look(&context.pair.target, &text.prose);
            let facts = mirror_facts(
                text,
                (&sight, context.target_folding),
                &context.target,
                &context.target_numerals,
                kind_of,
                false,
            );
            Reflection { edition, text, facts }
        });
        let mirrored = MirroredSegment { id: segment.id, source: &source, facts, editions: reflections.collect() };
        let facts = || mirrored.editions.iter().map(|edition| &edition.facts).chain([&mirrored.facts]);
        if facts().all(|facts| facts.numbers.len() <= MANY && facts.addresses.len() <= MANY) {
            mirrored.numbers(&mut findings);
            mirrored.addresses(&mut findings);
        }
        mirrored.names(&mut findings);
        mirrored.added_names(|concept| nearness(context, &segments, at, concept), &mut findings);
        mirrored.unlisted_names(&mut findings);
        mirrored.counts(&mut findings);
    }
    findings
}

impl MirroredSegment<'_> {
    /// A finding on an edition.
    fn finding(&self, on: &Reflection<'_>, problem: MirrorProblem, severity: Severity, span: Range<usize>) -> Finding {
        let locale = Some(on.edition.translation.locale.clone());
        Finding::new(problem, severity, Place { locale, segment: Some(self.id), span, ..Place::default() })
    }

    /// The only edition without something, if all others have it.
    fn odd(&self, has: impl Fn(&Reflection<'_>) -> bool) -> Option<&Reflection<'_>> {
        let mut lacking = self.editions.iter().filter(|edition| !has(edition));
        lacking.next().filter(|_| lacking.next().is_none())
    }

    /// Numbers and dates in digits, months and weekdays.
    fn numbers(&self, out: &mut Vec<Finding>) {
        let mut seen = HashSet::new();
        let all = self.editions.iter().flat_map(|edition| edition.facts.numbers.iter().map(move |one| (edition, one)));
        for (edition, number) in all {
            if !seen.insert(number.key) {
                continue;
            }
            let others = cut(&edition.text.prose, &number.span).to_owned();
            let in_source = self.facts.readings.contains(&number.key);
            if let Some(odd) = self.odd(|edition| edition.facts.readings.contains(&number.key)) {
                // A number that no other text has, the source included, stands in its place.
                let is_own = |own: &&MirroredNumber| {
                    is_alike(own, number)
                        && !self.facts.readings.contains(&own.key)
                        && self
                            .editions
                            .iter()
                            .all(|other| std::ptr::eq(other, odd) || !other.facts.readings.contains(&own.key))
                };
                match odd.facts.numbers.iter().find(is_own) {
                    Some(own) => {
                        let found = cut(&odd.text.prose, &own.span).to_owned();
                        let severity =
                            if in_source && !self.is_converted() { Severity::Major } else { Severity::Neutral };
                        let problem = MirrorProblem::Differs { others, found };
                        out.push(self.finding(odd, problem, severity, own.span.clone()));
                    }
                    None if in_source => {
                        let whole = 0..odd.text.prose.len();
                        // An adjective may stand for a day or a month, and a word for a number.
                        let severity = if is_date(number) { Severity::Neutral } else { Severity::Minor };
                        out.push(self.finding(odd, MirrorProblem::Lacks { others }, severity, whole));
                    }
                    None => {}
                }
            } else if !in_source && self.editions.iter().all(|edition| edition.facts.readings.contains(&number.key)) {
                self.source_number(number, others, out);
            }
        }
    }

    /// Whether numbers may be in other units than those of the source.
    fn is_converted(&self) -> bool {
        let context = self.editions.first().map(|first| first.edition.context);
        context.is_some_and(|context| context.source_measures.are_in(&self.source.prose.to_lowercase()))
    }

    /// A number that all editions have and the source has not, where the source has another in its place.
    fn source_number(&self, number: &MirroredNumber, others: String, out: &mut Vec<Finding>) {
        let is_own = |own: &&MirroredNumber| {
            is_alike(own, number) && self.editions.iter().all(|edition| !edition.facts.readings.contains(&own.key))
        };
        let Some(own) = self.facts.numbers.iter().find(is_own) else { return };
        let Some(first) = self.editions.first() else { return };
        if self.is_converted() {
            return;
        }
        let found = cut(&self.source.prose, &own.span).to_owned();
        let mut finding =
            self.finding(first, MirrorProblem::Source { others, found }, Severity::Minor, own.span.clone());
        finding.place.side = Side::Source;
        out.push(finding);
    }

    /// The glossary's persons, places and institutions.
    fn names(&self, out: &mut Vec<Finding>) {
        for concept in self.facts.names.keys() {
            let Some(odd) = self.odd(|edition| edition.facts.concepts.contains(concept)) else { continue };
            let is_own = |other: &usize| {
                !self.facts.concepts.contains(other)
                    && self
                        .editions
                        .iter()
                        .all(|edition| std::ptr::eq(edition, odd) || !edition.facts.concepts.contains(other))
            };
            let context = odd.edition.context;
            let own = odd.facts.names.iter().find(|(other, _)| is_own(other));
            let right = context.termbase.terms(&context.pair.target, *concept).first();
            let (Some((_, span)), Some(right), Some(known)) = (own, right, context.termbase.concepts.get(*concept))
            else {
                continue;
            };
            let found = cut(&odd.text.prose, span).to_owned();
            let problem = MirrorProblem::Differs { others: right.text.clone(), found };
            out.push(self.finding(odd, problem, Severity::Major, span.clone()).about(&known.id));
        }
    }

    /// Those of them that only one edition has.
    fn added_names(&self, nearness: impl Fn(usize) -> Nearness, out: &mut Vec<Finding>) {
        for added in added_names(self.source, &self.facts, &self.texts(), nearness) {
            let Some(edition) = self.editions.get(added.edition) else { continue };
            let found = cut(&edition.text.prose, &added.span).to_owned();
            let finding = self.finding(edition, MirrorProblem::Adds { found }, added.severity, added.span);
            let Some(known) = edition.edition.context.termbase.concepts.get(added.concept) else { continue };
            // It may stand in place of another name.
            let is_said = |other: &Finding| {
                other.place.segment == finding.place.segment
                    && other.place.locale == finding.place.locale
                    && other.place.span == finding.place.span
            };
            if !out.iter().any(is_said) {
                out.push(finding.about(&known.id));
            }
        }
    }

    /// The editions, as names are compared in them.
    fn texts(&self) -> Vec<NamedText<'_>> {
        let texts = self.editions.iter().map(|Reflection { edition, text, facts }| NamedText {
            context: edition.context,
            text,
            facts,
        });
        texts.collect()
    }

    /// Names that the glossary does not have.
    fn unlisted_names(&self, out: &mut Vec<Finding>) {
        for odd in odd_names(self.source, &self.facts, &self.texts()) {
            let Some(edition) = self.editions.get(odd.edition) else { continue };
            let found = cut(&edition.text.prose, &odd.span).to_owned();
            let problem = match odd.others {
                Some(others) => MirrorProblem::Differs { others, found },
                None => MirrorProblem::Adds { found },
            };
            out.push(self.finding(edition, problem, odd.severity, odd.span));
        }
    }

    /// The addresses among the words.
    fn addresses(&self, out: &mut Vec<Finding>) {
        for span in &self.facts.addresses {
            let address = mirrored_address(&self.source.prose, span);
            let has = |edition: &Reflection<'_>, address: &str| {
                let own = |span: &Range<usize>| {
                    let own = mirrored_address(&edition.text.prose, span);
                    own == address || is_counterpart(edition.edition.translation.locale.language(), own, address)
                };
                edition.facts.addresses.iter().any(own)
            };
            let Some(odd) = self.odd(|edition| has(edition, address)) else { continue };
            let in_source = |own: &Range<usize>| {
                let own = mirrored_address(&odd.text.prose, own);
                self.facts.addresses.iter().any(|span| mirrored_address(&self.source.prose, span) == own)
            };
            let others = address.to_owned();
            let found = odd.facts.addresses.iter().find(|own| !in_source(own));
            let (problem, span) = match found {
                Some(own) => {
                    let found = cut(&odd.text.prose, own).to_owned();
                    (MirrorProblem::Differs { others, found }, own.clone())
                }
                None => (MirrorProblem::Lacks { others }, 0..odd.text.prose.len()),
            };
            out.push(self.finding(odd, problem, Severity::Major, span));
        }
    }

    /// Counts on which all editions but one agree, and the source with them; the marks of a name may be those of the editions
    /// alone.
    fn counts(&self, out: &mut Vec<Finding>) {
        type Count = fn(&MirrorFacts) -> Option<usize>;
        type Make = fn(usize, usize) -> MirrorProblem;
        let counts: [(Count, Make, Severity); 3] = [
            (|facts| facts.quotations, |others, found| MirrorProblem::Quotations { others, found }, Severity::Minor),
            (|facts| Some(facts.links), |others, found| MirrorProblem::Links { others, found }, Severity::Major),
            (
                |facts| Some(facts.sentences),
                |others, found| MirrorProblem::Sentences { others, found },
                Severity::Minor,
            ),
        ];
        for (count, make, severity) in counts {
            // One of the first two has what all but one have.
            let mut candidates = self.editions.iter().take(2).filter_map(|edition| count(&edition.facts));
            let Some((others, odd)) = candidates
                .find_map(|others| self.odd(|edition| count(&edition.facts) == Some(others)).map(|odd| (others, odd)))
            else {
                continue;
            };
            let Some(found) = count(&odd.facts) else { continue };
            // What is added is no fault: a long sentence is often parted, and a title has quotation marks.
            let in_source = count(&self.facts) == Some(others);
            let severity = if in_source { severity } else { Severity::Neutral };
            let is_telling = in_source || matches!(make(others, found), MirrorProblem::Quotations { .. });
            if found < others && is_telling {
                out.push(self.finding(odd, make(others, found), severity, 0..odd.text.prose.len()));
            }
        }
    }
}

/// Where the article names a concept near a sentence that does not.
fn nearness(context: &Context<'_>, segments: &[(&Unit, &Segment)], at: usize, concept: usize) -> Nearness {
    let hits = |number: usize| {
        let prose = segments.get(number).map(|(unit, segment)| unit.text_of(segment).prose);
        prose.map(|prose| context.termbase.look(&context.pair.source, &prose).all).unwrap_or_default()
    };
    let is_person = |hit: &usize| context.termbase.concepts.get(*hit).is_some_and(|known| known.kind == Kind::Person);
    let before = (at.saturating_sub(BEFORE)..at).flat_map(hits).map(|hit| hit.concept);
    let before: Vec<usize> = before.collect();
    if before.iter().copied().rfind(is_person) == Some(concept) {
        Nearness::Last
    } else if before.contains(&concept) || hits(at + 1).iter().any(|hit| hit.concept == concept) {
        Nearness::Near
    } else {
        Nearness::Far
    }
}

/// Whether it is a month or a weekday.
const fn is_date(number: &MirroredNumber) -> bool {
    matches!(number.key, NumberKey::Month(_) | NumberKey::Weekday(_))
}

/// Whether one number may stand in place of another: both are numbers, both months, or both weekdays.
fn is_alike(one: &MirroredNumber, other: &MirroredNumber) -> bool {
    (!is_date(one) && !is_date(other))
        || matches!(
            (one.key, other.key),
            (NumberKey::Month(_), NumberKey::Month(_)) | (NumberKey::Weekday(_), NumberKey::Weekday(_))
        )
}
