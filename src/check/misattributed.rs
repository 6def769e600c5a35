//! `misattributed`: a quotation that the translation puts into the mouth of another person of its sentence.

use std::{collections::HashSet, ops::Range};

use crate::model::{Args, Case, Finding, Kind, Problem, Problems, Severity, Side, cut};

use super::{
    Bitext, Check, Context, Rule,
    bitext::code_spans,
    evidence::is_right,
    quotation::{OpenQuotations, Quotation, quotations},
    speaker::{Attribution, Names, spoken_words},
};

pub(super) struct Misattributed;

const RULE: Rule = Rule { id: "misattributed", severity: Severity::Major };

/// Another person is the one who says it.
struct MisattributedProblem {
    /// The name of the speaker in the source.
    speaker: String,
    /// The name of the speaker in the translation.
    found: String,
}

impl Problem for MisattributedProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        RULE.id
    }

    fn args(&self) -> Args {
        vec![("speaker", (&self.speaker).into()), ("found", (&self.found).into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { speaker: "Lukashenka".to_owned(), found: "Пуцін".to_owned() }]
    }
}

impl Check for Misattributed {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<MisattributedProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        if bitext.from_source || bitext.is_slug() {
            return;
        }
        let persons = persons(context, bitext);
        let concepts: HashSet<usize> = persons.iter().map(|(_, concept)| *concept).collect();
        if concepts.len() < 2 {
            return;
        }
        let Some((name, speaker, behind)) = speaker(context, bitext, &persons) else { return };
        let own = NameUses::of(context, bitext, speaker);
        if own.may_speak() {
            // A name that does not decline tells nothing: then the one spoken to does.
            let Some(addressee) = behind.filter(|_| !own.is_subject()) else { return };
            let uses = NameUses::of(context, bitext, addressee);
            if uses.is_subject() {
                report(context, bitext, (&name, speaker), &uses, Severity::Minor, out);
            }
        } else if own.is_object() {
            let others = persons.iter().map(|(_, concept)| *concept).filter(|concept| *concept != speaker);
            let uses: Vec<NameUses> = others.map(|concept| NameUses::of(context, bitext, concept)).collect();
            if let Some(uses) = uses.iter().find(|uses| uses.is_subject()) {
                report(context, bitext, (&name, speaker), uses, RULE.severity, out);
            } else if let Some(uses) = uses.iter().find(|uses| uses.may_speak() && uses.first.is_some()) {
                report(context, bitext, (&name, speaker), uses, Severity::Minor, out);
            }
        }
    }
}

/// Reports that a person speaks who does not in the source.
fn report(
    context: &Context<'_>,
    bitext: &Bitext<'_>,
    (name, speaker): (&str, usize),
    other: &NameUses,
    severity: Severity,
    out: &mut Vec<Finding>,
) {
    let span = other.first.clone().unwrap_or_default();
    let found = cut(&bitext.target.prose, &span).to_owned();
    let problem = MisattributedProblem { speaker: name.to_owned(), found };
    let finding = Finding::new(problem, severity, bitext.place(context, Side::Target, span));
    out.push(match context.termbase.concepts.get(speaker) {
        Some(concept) => finding.about(&concept.id),
        None => finding,
    });
}

/// Where the glossary's persons stand in the source, with their concepts.
fn persons(context: &Context<'_>, bitext: &Bitext<'_>) -> Vec<(Range<usize>, usize)> {
    let is_person =
        |concept: usize| context.termbase.concepts.get(concept).is_some_and(|concept| concept.kind == Kind::Person);
    let hits = bitext.source_hits.iter().filter(|hit| is_person(hit.concept));
    hits.map(|hit| (hit.span.clone(), hit.concept)).collect()
}

/// Who says all quotations of the source, if the glossary knows the name and it is one person: the name, the concept, and the
/// person spoken to, who stands behind the verb.
fn speaker(
    context: &Context<'_>,
    bitext: &Bitext<'_>,
    persons: &[(Range<usize>, usize)],
) -> Option<(String, usize, Option<usize>)> {
    let prose = &bitext.source.prose;
    let marked = quotations(prose, &code_spans(bitext.source), &context.source, &mut OpenQuotations::new());
    let outer: Vec<&Quotation> = marked.quotations.iter().filter(|one| one.level == 0).collect();
    let none = HashSet::new();
    let names = Names { text: prose, known: persons.to_vec(), capitalized: &none, language: &context.source };
    let mut found: Option<(String, usize)> = None;
    let mut apart = Vec::with_capacity(outer.len() + 1);
    let mut from = 0;
    for (at, quotation) in outer.iter().enumerate() {
        let whole = quotation.whole();
        let to = outer.get(at + 1).map_or(prose.len(), |next| next.open.start);
        apart.push(from..whole.start);
        let attribution = names.attribution(&(from..whole.start), &(whole.end..to.max(whole.end)));
        from = whole.end;
        match attribution {
            Attribution::None => {}
            Attribution::Unnamed => return None,
            Attribution::Named(speaker) => {
                let concept = speaker.concept?;
                if found.as_ref().is_some_and(|(_, other)| *other != concept) {
                    return None;
                }
                found = Some((speaker.name, concept));
            }
        }
    }
    apart.push(from..prose.len());
    let (name, concept) = found?;
    let spoken_to = apart.iter().find_map(|span| names.spoken_to(&spoken_words(prose, span)));
    Some((name, concept, spoken_to.filter(|other| *other != concept)))
}

/// The cases in which a translation has the name of a person.
#[derive(Default)]
struct NameUses {
    cases: HashSet<Case>,
    /// Whether the case of some use is not known.
    is_unclear: bool,
    /// The first use.
    first: Option<Range<usize>>,
}

impl NameUses {
    fn of(context: &Context<'_>, bitext: &Bitext<'_>, concept: usize) -> Self {
        let mut uses = Self::default();
        let terms = context.termbase.terms(&context.pair.target, concept);
        for hit in bitext.target_sight.all.iter().filter(|hit| hit.concept == concept) {
            let Some(term) = terms.get(hit.term) else { continue };
            let Some(form) = term.forms.get(hit.form) else { continue };
            uses.is_unclear |= !is_right(hit.usage);
            let same = term.forms.iter().filter(|other| other.text == form.text);
            for case in same.map(|form| form.case) {
                uses.is_unclear |= case.is_none();
                uses.cases.extend(case);
            }
            uses.first.get_or_insert_with(|| hit.span.clone());
        }
        uses
    }

    /// Whether the name may be that of the speaker; one that is absent is another rule's.
    fn may_speak(&self) -> bool {
        self.is_unclear || self.cases.is_empty() || self.cases.contains(&Case::Nominative)
    }

    /// Whether the name can only be that of a subject.
    fn is_subject(&self) -> bool {
        !self.is_unclear
            && !self.cases.is_empty()
            && self.cases.iter().all(|case| matches!(case, Case::Nominative | Case::Vocative))
    }

    /// Whether the name can only be that of somebody spoken to: not the source of what is said (`according to`), nor the
    /// agent of a passive.
    fn is_object(&self) -> bool {
        let is_spoken_to =
            |case: &Case| matches!(case, Case::Dative | Case::Accusative | Case::Locative | Case::Vocative);
        !self.is_unclear && self.cases.contains(&Case::Dative) && self.cases.iter().all(is_spoken_to)
    }
}
