//! What should stand where a wrong wording stands?

use crate::{
    glossary::Hit,
    model::{Finding, Form, Locale, Term, Usage, cut},
};

use super::{Bitext, Context, Rule};
use crate::model::Side;

/// A finding over a hit, with the fix where it is certain and the possible wordings where it is not.
pub(super) fn about(rule: Rule, context: &Context<'_>, bitext: &Bitext<'_>, side: Side, hit: &Hit) -> Option<Finding> {
    let prose = match side {
        Side::Source => &bitext.source.prose,
        Side::Target => &bitext.target.prose,
    };
    let locale = context.locale(side);
    let wording = cut(prose, &hit.span);
    let term = context.termbase.term(locale, hit)?;
    let concept = context.termbase.concepts.get(hit.concept)?;
    let right = right_term(context, locale, hit.concept);
    let mut finding = Finding::new(rule.id, rule.severity, bitext.place(context, side, hit.span.clone()))
        .arg("term", wording)
        .arg("preferred", right.map_or("", |term| term.text.as_str()))
        .arg("concept", concept.id.as_str());
    if let Some(reason) = &term.reason {
        finding = finding.arg("reason", reason.as_str());
    }
    if let Some(right) = right {
        let forms = pair(term, hit.form, right);
        let (certain, forms) = match forms.as_slice() {
            [] => (false, right.forms.iter().collect()),
            [_] => (true, forms),
            _ => (false, forms),
        };
        let mut texts: Vec<String> = Vec::new();
        for form in forms {
            let text = dress(&form.text, wording, term.forms.get(hit.form));
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        match (certain, texts.pop()) {
            (true, Some(only)) if texts.is_empty() => finding = finding.fix(only),
            (_, last) => {
                texts.extend(last);
                finding.alternatives = texts;
            }
        }
    }
    Some(finding)
}

/// The wording that the house wants for a concept.
pub(super) fn right_term<'a>(context: &Context<'a>, locale: &Locale, concept: usize) -> Option<&'a Term> {
    let terms = context.termbase.terms(locale, concept);
    terms
        .iter()
        .filter(|term| term.usage >= Usage::Admitted)
        .max_by_key(|term| (term.usage, std::cmp::Reverse(term.line)))
}

/// The forms of the right wording that stand where the wrong one's form stands: the same case and number, or the same
/// place in two lists of the same length.
fn pair<'a>(wrong: &Term, form: usize, right: &'a Term) -> Vec<&'a Form> {
    let Some(found) = wrong.forms.get(form) else { return Vec::new() };
    let mut forms: Vec<&Form> = Vec::new();
    // A shape can be the form of several cases.
    for (place, same) in wrong.forms.iter().enumerate().filter(|(_, other)| other.text == found.text) {
        let fits = |candidate: &&Form| {
            candidate.case == same.case && candidate.number == same.number && candidate.gender == same.gender
        };
        match same.case {
            Some(_) => forms.extend(right.forms.iter().filter(fits)),
            None if wrong.forms.len() == right.forms.len() => forms.extend(right.forms.get(place)),
            None => {}
        }
    }
    forms.sort_by(|a, b| a.text.cmp(&b.text));
    forms.dedup_by(|a, b| a.text == b.text);
    forms
}

/// A form with the capitals and the ending (en plural) of the wording that it replaces.
fn dress(form: &str, wording: &str, found: Option<&Form>) -> String {
    let letters = || wording.chars().filter(|c| c.is_alphabetic());
    let shouted = letters().count() > 1 && letters().all(char::is_uppercase);
    let found = found.map_or("", |form| form.text.as_str());
    let ending: String = wording.chars().skip(found.chars().count()).filter(|c| c.is_alphabetic()).collect();
    let plural = wording.is_ascii() && found.is_ascii() && !ending.is_empty();
    let text = if plural { format!("{form}{}", ending.to_lowercase()) } else { form.to_owned() };
    if shouted && found.chars().any(char::is_lowercase) {
        return text.to_uppercase();
    }
    let raised =
        letters().next().is_some_and(char::is_uppercase) && found.chars().next().is_some_and(char::is_lowercase);
    let mut rest = text.chars();
    match rest.next() {
        Some(first) if raised => first.to_uppercase().chain(rest).collect(),
        _ => text,
    }
}
