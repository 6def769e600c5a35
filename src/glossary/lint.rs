//! Inconsistencies in the glossary that are visible without its forms; `load` reports the rest.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::{
    locale::Locales,
    model::{Args, Concept, Finding, Kind, Locale, Message, Place, Problem, Severity, Term, Usage, clip},
};

use super::{Grammars, locale_terms::fallback, odd::odd_wordings};

/// An inconsistency in the glossary, or between it and the settings.
pub(super) enum LintProblem {
    /// Another concept of the same kind has the wording.
    SameWording { wording: String, other: String, first: String },
    /// A concept has no term in a locale of the project.
    MissingLocale { id: String, locale: String },
    /// No article mentions the concept.
    Unused { id: String },
    /// No edition in the locale uses the concept's terms.
    NeverTranslated { id: String, locale: String },
    /// Successors lead back to the concept.
    Cycle { path: String },
    /// The successor does not exist.
    UnknownSuccessor { id: String },
    /// `since` is later than `until`.
    Days { since: String, until: String },
    /// The settings choose a concept that does not exist.
    UnknownConcept { id: String },
    /// The settings choose a wording that the concept does not have.
    UnknownWording { wording: String, known: String },
    /// The settings forbid the preferred wording.
    ChoiceRefused { wording: String },
    /// A concept says of one wording that it is to be used in two ways: accepted and forbidden, deprecated and forbidden.
    TwoUsages { wording: String, usage: Usage, other: Usage },
    /// A link of a concept is no address of a page.
    NoAddress { link: String },
    /// A concept prefers two wordings, so that an edition is right with either.
    TwoPreferred { wording: String, other: String },
    /// A note says that a wording is always in quotation marks, and the wording does not ask for them.
    QuotedInNote { wording: String, note: String },
}

impl Problem for LintProblem {
    fn rule(&self) -> &'static str {
        "glossary-lint"
    }

    fn id(&self) -> &'static str {
        match self {
            Self::SameWording { .. } => "glossary-lint-same-wording",
            Self::MissingLocale { .. } => "glossary-lint-missing-locale",
            Self::Unused { .. } => "glossary-lint-unused",
            Self::NeverTranslated { .. } => "glossary-lint-never-translated",
            Self::Cycle { .. } => "glossary-lint-cycle",
            Self::UnknownSuccessor { .. } => "glossary-lint-unknown-successor",
            Self::Days { .. } => "glossary-lint-days",
            Self::UnknownConcept { .. } => "glossary-lint-unknown-concept",
            Self::UnknownWording { .. } => "glossary-lint-unknown-wording",
            Self::ChoiceRefused { .. } => "glossary-lint-choice-refused",
            Self::TwoUsages { .. } => "glossary-lint-two-usages",
            Self::NoAddress { .. } => "glossary-lint-no-address",
            Self::TwoPreferred { .. } => "glossary-lint-two-preferred",
            Self::QuotedInNote { .. } => "glossary-lint-quoted-in-note",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::SameWording { wording, other, first } => {
                vec![("name", wording.into()), ("other", other.into()), ("first", first.into())]
            }
            Self::MissingLocale { id, locale } | Self::NeverTranslated { id, locale } => {
                vec![("name", id.into()), ("tag", locale.into())]
            }
            Self::TwoPreferred { wording, other } => vec![("name", wording.into()), ("other", other.into())],
            Self::QuotedInNote { wording, note } => vec![("name", wording.into()), ("note", note.into())],
            Self::TwoUsages { wording, usage, other } => {
                vec![("name", wording.into()), ("usage", usage.as_str().into()), ("other", other.as_str().into())]
            }
            Self::Days { since, until } => vec![("name", since.into()), ("other", until.into())],
            Self::Unused { id: name }
            | Self::Cycle { path: name }
            | Self::UnknownSuccessor { id: name }
            | Self::UnknownConcept { id: name }
            | Self::UnknownWording { wording: name, .. }
            | Self::NoAddress { link: name }
            | Self::ChoiceRefused { wording: name } => vec![("name", name.into())],
        }
    }

    fn hint(&self) -> Option<Message> {
        Some(match self {
            Self::SameWording { .. } => Message::new("hint-same-wording"),
            Self::MissingLocale { locale, .. } => Message::new("hint-missing-locale").with("tag", locale),
            Self::Unused { .. } => Message::new("hint-unused"),
            Self::NeverTranslated { .. } => Message::new("hint-never-translated"),
            Self::Cycle { .. } => Message::new("hint-cycle"),
            Self::UnknownSuccessor { .. } | Self::UnknownConcept { .. } => Message::new("hint-known-concept"),
            Self::Days { .. } => Message::new("hint-days"),
            Self::UnknownWording { known, .. } => Message::new("hint-one-of").with("known", known),
            Self::ChoiceRefused { .. } => Message::new("hint-prefer-another"),
            Self::TwoUsages { .. } => Message::new("hint-keep-one-wording"),
            Self::NoAddress { .. } => Message::new("hint-page-address"),
            Self::TwoPreferred { .. } => Message::new("hint-admit-another"),
            Self::QuotedInNote { .. } => Message::new("hint-quotes-required"),
        })
    }

    fn all() -> Vec<Self> {
        let (id, locale, wording) = (|| "homel".to_owned(), || "be".to_owned(), || "Гомель".to_owned());
        vec![
            Self::SameWording { wording: wording(), other: id(), first: "glossary/a.toml:1".to_owned() },
            Self::MissingLocale { id: id(), locale: locale() },
            Self::Unused { id: id() },
            Self::NeverTranslated { id: id(), locale: locale() },
            Self::Cycle { path: "homel → gomel → homel".to_owned() },
            Self::UnknownSuccessor { id: id() },
            Self::Days { since: "2022-02-24".to_owned(), until: "2021-02-24".to_owned() },
            Self::UnknownConcept { id: id() },
            Self::UnknownWording { wording: wording(), known: "Kyiv, Kiev".to_owned() },
            Self::ChoiceRefused { wording: wording() },
            Self::TwoUsages { wording: wording(), usage: Usage::Forbidden, other: Usage::Preferred },
            Self::NoAddress { link: "Q200".to_owned() },
            Self::TwoPreferred { wording: wording(), other: "Гомля".to_owned() },
            Self::QuotedInNote { wording: wording(), note: "Always in quotation marks".to_owned() },
        ]
    }
}

/// Where a project uses concepts, by index.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Uses {
    /// Concepts that occur in an article, with the number of times.
    pub used: BTreeMap<usize, usize>,
    /// For each locale, concepts that occur in a translated sentence of the source.
    pub due: BTreeMap<Locale, BTreeSet<usize>>,
    /// For each locale, concepts that occur in a translation, with the number of times.
    pub translated: BTreeMap<Locale, BTreeMap<usize, usize>>,
}

impl Uses {
    /// How often a concept occurs in the articles, and in their translations into a locale.
    #[must_use]
    pub fn count(&self, locale: &Locale, concept: usize) -> usize {
        let translated = self.translated.get(locale).and_then(|known| known.get(&concept));
        self.used.get(&concept).copied().unwrap_or(0) + translated.copied().unwrap_or(0)
    }
}

/// Checks the concepts of a project with these locales.
#[must_use]
pub fn lint(
    concepts: &[Concept],
    source: &Locale,
    targets: &[Locale],
    grammars: &Grammars,
    locales: &Locales,
) -> Vec<Finding> {
    let mut findings = same_wordings(concepts, source);
    findings.extend(contradictions(concepts, source));
    let notes = quoted_notes(source, targets, locales);
    for concept in concepts {
        for locale in std::iter::once(source).chain(targets) {
            if !has_terms(concept, locale) && !fallback(locale).is_some_and(|other| has_terms(concept, &other)) {
                let problem = LintProblem::MissingLocale { id: concept.id.clone(), locale: locale.to_string() };
                findings.push(finding(concept, None, Severity::Minor, problem));
            }
        }
        findings.extend(odd_wordings(concept, grammars, locales));
        findings.extend(unquoted(concept, source, &notes));
        for link in concept.links.iter().filter(|link| !is_address(link)) {
            let problem = LintProblem::NoAddress { link: clip(link, 60) };
            findings.push(finding(concept, None, Severity::Major, problem));
        }
        if let (Some(since), Some(until)) = (&concept.since, &concept.until)
            && since > until
        {
            let problem = LintProblem::Days { since: since.clone(), until: until.clone() };
            findings.push(finding(concept, None, Severity::Major, problem));
        }
    }
    findings.extend(successor_faults(concepts));
    findings
}

/// Concepts that say one thing and its opposite: a wording that is to be used in two ways in one locale, and two preferred
/// wordings in the language of an edition. A name and its short form, and an abbreviation, are one choice.
#[must_use]
pub fn contradictions(concepts: &[Concept], source: &Locale) -> Vec<Finding> {
    let mut findings = Vec::new();
    for concept in concepts {
        for (locale, terms) in &concept.terms {
            let mut report = |term: &Term, severity: Severity, problem: LintProblem| {
                let mut finding = finding(concept, Some(term), severity, problem);
                finding.place.locale = Some(locale.clone());
                findings.push(finding);
            };
            let mut first_usage: HashMap<&str, Usage> = HashMap::new();
            for term in terms {
                let usage = *first_usage.entry(&term.text).or_insert(term.usage);
                if usage != term.usage {
                    let (usage, other) = (usage.max(term.usage), usage.min(term.usage));
                    // Preferred and admitted, it is accepted twice.
                    let severity = if other >= Usage::Admitted { Severity::Minor } else { Severity::Major };
                    report(term, severity, LintProblem::TwoUsages { wording: term.text.clone(), usage, other });
                }
            }
            let mut preferred = terms.iter().filter(|term| term.usage == Usage::Preferred);
            let Some(first) = preferred.next().filter(|_| locale != source && concept.kind != Kind::Abbr) else {
                continue;
            };
            if let Some(second) = preferred.find(|second| !is_one_choice(&first.text, &second.text)) {
                let (wording, other) = (first.text.clone(), second.text.clone());
                report(second, Severity::Major, LintProblem::TwoPreferred { wording, other });
            }
        }
    }
    findings
}

/// Whether a link leads to a page of the web.
fn is_address(link: &str) -> bool {
    let Some((scheme, rest)) = link.split_once("://") else { return false };
    let is_web = ["https", "http"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    let has_host = rest.starts_with(|c: char| c.is_alphanumeric() || c == '[');
    is_web && has_host && !rest.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"'))
}

/// Whether one wording has all words of the other, as a name and its short form, or is an abbreviation.
fn is_one_choice(one: &str, other: &str) -> bool {
    let words = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<HashSet<_>>();
    let is_short = |text: &str| text.chars().count() > 1 && text.chars().all(|c| c.is_uppercase() || c.is_numeric());
    let (one_words, other_words) = (words(one), words(other));
    one_words.is_subset(&other_words) || other_words.is_subset(&one_words) || is_short(one) || is_short(other)
}

/// How notes say that a wording is always in quotation marks, and the words that negate, in each of these languages.
fn quoted_notes(source: &Locale, targets: &[Locale], locales: &Locales) -> Vec<(Vec<String>, Vec<String>)> {
    let all: BTreeSet<&Locale> = std::iter::once(source).chain(targets).collect();
    let profiles = all.into_iter().map(|locale| locales.profile(locale));
    profiles.map(|profile| (profile.matching.quoted_notes.clone(), profile.negations.clone())).collect()
}

/// How many words before what a note says may negate it.
const NEGATED: usize = 3;

/// Accepted wordings that a note calls quoted and that do not ask for quotation marks. Not in quotation marks,
/// it may say.
fn unquoted(concept: &Concept, source: &Locale, notes: &[(Vec<String>, Vec<String>)]) -> Vec<Finding> {
    let is_quoted = |note: &str| {
        let lower = note.to_lowercase();
        let is_said = |phrase: &String, negations: &[String]| {
            let Some((before, _)) = lower.split_once(phrase.as_str()) else { return false };
            !before.split_whitespace().rev().take(NEGATED).any(|word| negations.iter().any(|known| known == word))
        };
        notes.iter().any(|(phrases, negations)| phrases.iter().any(|phrase| is_said(phrase, negations)))
    };
    let mut findings = Vec::new();
    for (locale, terms) in concept.terms.iter().filter(|(locale, _)| *locale != source) {
        for term in terms.iter().filter(|term| term.usage >= Usage::Admitted && !term.quoted) {
            let said = [&term.reason, &concept.note].into_iter().flatten().find(|note| is_quoted(note));
            if let Some(note) = said {
                let problem = LintProblem::QuotedInNote { wording: term.text.clone(), note: clip(note, 60) };
                let mut finding = finding(concept, Some(term), Severity::Major, problem);
                finding.place.locale = Some(locale.clone());
                findings.push(finding);
            }
        }
    }
    findings
}

/// Reports concepts that no article or edition uses, as advice.
#[must_use]
pub fn unused(concepts: &[Concept], uses: &Uses) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, concept) in concepts.iter().enumerate() {
        if !uses.used.contains_key(&at) {
            let problem = LintProblem::Unused { id: concept.id.clone() };
            findings.push(finding(concept, None, Severity::Neutral, problem));
        }
        for (locale, due) in &uses.due {
            let translated = uses.translated.get(locale).is_some_and(|known| known.contains_key(&at));
            if has_terms(concept, locale) && due.contains(&at) && !translated {
                let problem = LintProblem::NeverTranslated { id: concept.id.clone(), locale: locale.to_string() };
                findings.push(finding(concept, None, Severity::Neutral, problem));
            }
        }
    }
    findings
}

fn has_terms(concept: &Concept, locale: &Locale) -> bool {
    concept.terms.get(locale).is_some_and(|terms| !terms.is_empty())
}

fn finding(concept: &Concept, term: Option<&Term>, severity: Severity, problem: LintProblem) -> Finding {
    let line = term.map(|term| term.line).filter(|line| *line > 0).unwrap_or(concept.line);
    let place = Place { file: Some(concept.file.clone()), line: (line > 0).then_some(line), ..Place::default() };
    Finding::new(problem, severity, place).about(&concept.id)
}

/// Accepted wordings that two concepts of the same kind share. In the source this makes the concept ambiguous; in a
/// target language two words may well have the same translation.
fn same_wordings(concepts: &[Concept], source: &Locale) -> Vec<Finding> {
    let mut seen = HashMap::new();
    let mut findings = Vec::new();
    for concept in concepts {
        for (locale, terms) in &concept.terms {
            for term in terms.iter().filter(|term| term.usage >= Usage::Admitted) {
                let owner = *seen.entry((locale, concept.kind, term.text.as_str())).or_insert(concept);
                if owner.id == concept.id {
                    continue;
                }
                let severity = if locale == source { Severity::Major } else { Severity::Minor };
                let problem = LintProblem::SameWording {
                    wording: term.text.clone(),
                    other: owner.id.clone(),
                    first: format!("{}:{}", owner.file, owner.line),
                };
                let mut finding = finding(concept, Some(term), severity, problem);
                finding.place.locale = Some(locale.clone());
                findings.push(finding);
            }
        }
    }
    findings
}

/// Chains of `replaced-by` that lead nowhere or in a cycle; each cycle is reported once.
fn successor_faults(concepts: &[Concept]) -> Vec<Finding> {
    let known: HashMap<&str, &Concept> = concepts.iter().map(|concept| (concept.id.as_str(), concept)).collect();
    let mut findings = Vec::new();
    let mut visited: HashSet<&str> = HashSet::new();
    for start in concepts {
        let mut path: Vec<&Concept> = Vec::new();
        let mut on_path: HashSet<&str> = HashSet::new();
        let mut at = start;
        loop {
            if on_path.contains(at.id.as_str()) {
                let cycle: Vec<&str> =
                    path.iter().map(|concept| concept.id.as_str()).skip_while(|id| *id != at.id).collect();
                let path = format!("{} → {}", cycle.join(" → "), at.id);
                findings.push(finding(at, None, Severity::Major, LintProblem::Cycle { path }));
                break;
            }
            if !visited.insert(&at.id) {
                break;
            }
            on_path.insert(&at.id);
            path.push(at);
            let Some(next) = at.replaced_by.as_deref() else { break };
            let Some(next) = known.get(next) else {
                let problem = LintProblem::UnknownSuccessor { id: next.to_owned() };
                findings.push(finding(at, None, Severity::Major, problem));
                break;
            };
            at = next;
        }
    }
    findings
}
