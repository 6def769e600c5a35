//! Does the glossary agree with itself? What can be seen without its forms is here; what `load` finds comes on top.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::{
    locale::{Locales, foreign_letters},
    model::{Concept, Finding, Locale, Place, Severity, Term, Usage, cut},
};

use super::termbase::fallback;

/// The rule under which a glossary that is at odds with itself is reported.
pub(super) const RULE: &str = "glossary-lint";

/// Where the wordings of concepts stand in a project, by the concept's index.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Uses {
    /// Concepts that stand in an article.
    pub used: BTreeSet<usize>,
    /// For each locale, concepts in whose sentence there is a translation.
    pub due: BTreeMap<Locale, BTreeSet<usize>>,
    /// For each locale, concepts that stand in a translation.
    pub translated: BTreeMap<Locale, BTreeSet<usize>>,
}

/// What is wrong among the concepts of a project with these locales.
#[must_use]
pub fn lint(concepts: &[Concept], source: &Locale, targets: &[Locale], locales: &Locales) -> Vec<Finding> {
    let mut findings = same_wordings(concepts, source);
    for concept in concepts {
        for locale in std::iter::once(source).chain(targets) {
            let held = |locale: &Locale| concept.terms.get(locale).is_some_and(|terms| !terms.is_empty());
            if !held(locale) && !fallback(locale).is_some_and(|other| held(&other)) {
                let hint = format!("write terms.{locale} = {{ preferred = \"…\" }}");
                let finding = said(concept, None, Severity::Minor, "missing-locale", &concept.id);
                findings.push(finding.arg("tag", locale.to_string()).arg("hint", hint));
            }
        }
        for (locale, terms) in &concept.terms {
            // Refused wordings may be refused for their very letters.
            for term in terms.iter().filter(|term| term.usage > Usage::Forbidden) {
                findings.extend(letters(concept, locale, term, locales));
            }
        }
        if let (Some(since), Some(until)) = (&concept.since, &concept.until)
            && since > until
        {
            let finding = said(concept, None, Severity::Major, "days", since).arg("other", until.clone());
            findings.push(finding.arg("hint", "put the two days in their order"));
        }
    }
    findings.extend(successors(concepts));
    findings
}

/// What no article and no edition needs: advice.
#[must_use]
pub fn unused(concepts: &[Concept], uses: &Uses) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, concept) in concepts.iter().enumerate() {
        if !uses.used.contains(&at) {
            let hint = "nothing is wrong with it; take it out if it is never to come";
            findings.push(said(concept, None, Severity::Neutral, "unused", &concept.id).arg("hint", hint));
        }
        for (locale, due) in &uses.due {
            let held = concept.terms.get(locale).is_some_and(|terms| !terms.is_empty());
            let translated = uses.translated.get(locale).is_some_and(|known| known.contains(&at));
            if held && due.contains(&at) && !translated {
                let hint = "look at its sentences: is the wording the one that people write?";
                let finding = said(concept, None, Severity::Neutral, "never-translated", &concept.id);
                findings.push(finding.arg("tag", locale.to_string()).arg("hint", hint));
            }
        }
    }
    findings
}

fn said(concept: &Concept, term: Option<&Term>, severity: Severity, problem: &str, name: &str) -> Finding {
    let line = term.map(|term| term.line).filter(|line| *line > 0).unwrap_or(concept.line);
    let place = Place { file: Some(concept.file.clone()), line: (line > 0).then_some(line), ..Place::default() };
    Finding::new(RULE, severity, place).arg("problem", problem).arg("name", name).arg("concept", concept.id.clone())
}

/// Right wordings that two concepts of one kind have in common. In the source nobody can tell which concept is meant;
/// in a target language two words may well have one translation.
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
                let mut finding = said(concept, Some(term), severity, "same-wording", &term.text);
                finding.place.locale = Some(locale.clone());
                findings.push(
                    finding
                        .arg("other", owner.id.clone())
                        .arg("first", format!("{}:{}", owner.file, owner.line))
                        .arg("hint", "give one of them another wording, or make them one concept"),
                );
            }
        }
    }
    findings
}

/// Letters that a wording should not have.
fn letters(concept: &Concept, locale: &Locale, term: &Term, locales: &Locales) -> Option<Finding> {
    let profile = locales.profile(locale);
    let foreign = foreign_letters(profile, &term.text);
    let mixed = term.text.split(|c: char| !c.is_alphabetic()).any(mixes_scripts);
    if foreign.is_empty() && !mixed {
        return None;
    }
    let letters: Vec<&str> = foreign.iter().map(|span| cut(&term.text, span)).collect();
    let problem = if mixed { "mixed-scripts" } else { "foreign-letters" };
    let mut finding = said(concept, Some(term), Severity::Major, problem, &term.text);
    finding.place.locale = Some(locale.clone());
    let hint = "write it with the language’s own letters, or put it under `forbidden`";
    Some(finding.arg("tag", locale.to_string()).arg("letters", letters.join(", ")).arg("hint", hint))
}

/// Whether a word has letters of two of the scripts that have twins in each other.
fn mixes_scripts(word: &str) -> bool {
    let script = |c: char| match c {
        'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Some(1),
        '\u{370}'..='\u{3ff}' => Some(2),
        '\u{400}'..='\u{52f}' => Some(3),
        '\u{530}'..='\u{58f}' => Some(4),
        _ => None,
    };
    let mut scripts = word.chars().filter_map(script);
    scripts.next().is_some_and(|first| scripts.any(|other| other != first))
}

/// `replaced-by` that leads nowhere or in a circle; each circle is told once.
fn successors(concepts: &[Concept]) -> Vec<Finding> {
    let known: HashMap<&str, &Concept> = concepts.iter().map(|concept| (concept.id.as_str(), concept)).collect();
    let mut findings = Vec::new();
    let mut done: HashSet<&str> = HashSet::new();
    for start in concepts {
        let mut way: Vec<&Concept> = Vec::new();
        let mut on_way: HashSet<&str> = HashSet::new();
        let mut at = start;
        loop {
            if on_way.contains(at.id.as_str()) {
                let circle: Vec<&str> =
                    way.iter().map(|concept| concept.id.as_str()).skip_while(|id| *id != at.id).collect();
                let name = format!("{} → {}", circle.join(" → "), at.id);
                let finding = said(at, None, Severity::Major, "cycle", &name);
                findings.push(finding.arg("hint", "take `replaced-by` out of the one that holds"));
                break;
            }
            if !done.insert(&at.id) {
                break;
            }
            on_way.insert(&at.id);
            way.push(at);
            let Some(next) = at.replaced_by.as_deref() else { break };
            let Some(next) = known.get(next) else {
                let finding = said(at, None, Severity::Major, "unknown-successor", next);
                findings.push(finding.arg("hint", "write the id of a concept of the glossary"));
                break;
            };
            at = next;
        }
    }
    findings
}
