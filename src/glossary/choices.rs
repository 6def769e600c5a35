//! The house's choices among the glossary's terms: `[glossary]` in the settings.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use crate::model::{Concept, Finding, Locale, Place, Severity, Usage};

use super::lint::LintProblem;

/// A house's own choices, over what the glossary's files say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Choices {
    /// The wording to prefer, by concept and locale; the one that the glossary prefers becomes admitted.
    pub prefer: BTreeMap<String, BTreeMap<Locale, String>>,
    /// Wordings to forbid, by concept and locale.
    pub forbid: BTreeMap<String, BTreeMap<Locale, Vec<String>>>,
    /// How forbidden and deprecated wordings inside quotation marks are treated.
    pub quotations: Quotations,
}

/// How forbidden and deprecated wordings inside a locale's quotation marks are treated.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Quotations {
    /// They are reported as elsewhere.
    #[default]
    Checked,
    /// They are the speaker's words and are not reported.
    Exempt,
}

/// Applies a house's choices to concepts. A choice of an unknown concept or wording, and one that forbids the preferred
/// wording, are findings about `file` and change nothing.
#[must_use]
pub fn apply(concepts: &mut [Concept], choices: &Choices, file: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    if *choices == Choices::default() {
        return findings;
    }
    let index: HashMap<String, usize> = concepts.iter().enumerate().map(|(at, c)| (c.id.clone(), at)).collect();
    let fault = |locale: &Locale, problem: LintProblem| {
        let place = Place { file: Some(file.to_owned()), locale: Some(locale.clone()), ..Place::default() };
        Finding::new(problem, Severity::Major, place)
    };
    let preferred = choices
        .prefer
        .iter()
        .flat_map(|(id, by_locale)| by_locale.iter().map(move |(locale, text)| (id, locale, text, true)));
    let forbidden = choices.forbid.iter().flat_map(|(id, by_locale)| {
        by_locale.iter().flat_map(move |(locale, texts)| texts.iter().map(move |text| (id, locale, text, false)))
    });
    for (id, locale, text, prefer) in preferred.chain(forbidden) {
        let Some(concept) = index.get(id).and_then(|at| concepts.get_mut(*at)) else {
            findings.push(fault(locale, LintProblem::UnknownConcept { id: id.clone() }));
            continue;
        };
        let terms = concept.terms.entry(locale.clone()).or_default();
        let Some(at) = terms.iter().position(|term| term.text == *text) else {
            let known = terms.iter().map(|term| term.text.as_str()).collect::<Vec<_>>().join(", ");
            findings.push(fault(locale, LintProblem::UnknownWording { wording: text.clone(), known }));
            continue;
        };
        let is_preferred = terms.get(at).is_some_and(|term| term.usage == Usage::Preferred);
        if is_preferred && !prefer {
            findings.push(fault(locale, LintProblem::ChoiceRefused { wording: text.clone() }));
            continue;
        }
        for (other, term) in terms.iter_mut().enumerate() {
            if other == at {
                term.usage = if prefer { Usage::Preferred } else { Usage::Forbidden };
            } else if prefer && term.usage == Usage::Preferred {
                term.usage = Usage::Admitted;
            }
        }
        terms.sort_by_key(|term| std::cmp::Reverse(term.usage));
    }
    findings
}
