//! Replacements for a wrong wording.

use crate::{
    glossary::Hit,
    model::{Args, Case, Finding, Form, Locale, Problem, Side, Term, Usage, cut, distance},
};

use super::{Bitext, Context, Rule};

/// A forbidden or deprecated wording.
pub(super) enum RefusedWording {
    /// Another one should replace it.
    Instead { term: String, preferred: String },
    /// The glossary has no other in that language.
    Alone { term: String },
}

impl RefusedWording {
    pub(super) fn args(&self) -> Args {
        match self {
            Self::Instead { term, preferred } => vec![("term", term.into()), ("preferred", preferred.into())],
            Self::Alone { term } => vec![("term", term.into())],
        }
    }

    pub(super) fn all() -> [Self; 2] {
        let term = || "Гомиль".to_owned();
        [Self::Instead { term: term(), preferred: "Гомель".to_owned() }, Self::Alone { term: term() }]
    }
}

/// A finding on a hit, with a fix where it is certain and alternatives where it is not.
pub(super) fn wording_finding<P: Problem>(
    rule: Rule,
    problem: fn(RefusedWording) -> P,
    (context, bitext): (&Context<'_>, &Bitext<'_>),
    side: Side,
    hit: &Hit,
) -> Option<Finding> {
    let prose = match side {
        Side::Source => &bitext.source.prose,
        Side::Target => &bitext.target.prose,
    };
    let locale = context.locale(side);
    let wording = cut(prose, &hit.span);
    let terms = context.termbase.terms(locale, hit.concept);
    let term = terms.get(hit.term)?;
    let concept = context.termbase.concepts.get(hit.concept)?;
    let replacement = replacement_for(terms, term);
    let refused = match replacement {
        Some(replacement) => RefusedWording::Instead { term: wording.to_owned(), preferred: replacement.text.clone() },
        None => RefusedWording::Alone { term: wording.to_owned() },
    };
    let place = bitext.place(context, side, hit.span.clone());
    let mut finding = Finding::new(problem(refused), rule.severity, place).about(&concept.id);
    if let Some(replacement) = replacement {
        let governed = match side {
            Side::Source => Governed::default(),
            Side::Target => governed(context, prose, hit.span.start),
        };
        let found = term.forms.get(hit.form);
        let (certain, forms) = replacement_forms(terms, hit, replacement, &governed);
        let mut texts: Vec<String> = Vec::new();
        for form in forms {
            let mut text = adapt(&form.text, wording, found);
            if side == Side::Target {
                text = context.fit_initial(text, prose, &hit.span);
            }
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        if certain && texts.len() == 1 {
            finding = finding.fix(texts.pop().unwrap_or_default());
        } else {
            finding.alternatives = texts;
        }
    }
    Some(finding)
}

/// The preferred wording of a concept, or an admitted one where none is preferred.
pub(super) fn preferred_term<'a>(context: &Context<'a>, locale: &Locale, concept: usize) -> Option<&'a Term> {
    preferred(context.termbase.terms(locale, concept))
}

fn preferred(terms: &[Term]) -> Option<&Term> {
    terms
        .iter()
        .filter(|term| term.usage >= Usage::Admitted)
        .max_by_key(|term| (term.usage, std::cmp::Reverse(term.line)))
}

/// The right wording for a wrong one: the preferred one, or an admitted one where only that has as many words as the
/// wrong one and resembles it (`Лукашенка` alone stands for `Лукашэнка`, not for the full name).
fn replacement_for<'a>(terms: &'a [Term], wrong: &Term) -> Option<&'a Term> {
    let words = |term: &Term| term.text.split_whitespace().count();
    let preferred = preferred(terms)?;
    if words(preferred) == words(wrong) {
        return Some(preferred);
    }
    let letters = |text: &str| text.to_lowercase().chars().collect::<Vec<char>>();
    let wrong_letters = letters(&wrong.text);
    let same = terms.iter().filter(|term| term.usage == Usage::Admitted && words(term) == words(wrong));
    let near = same.map(|term| (distance(&letters(&term.text), &wrong_letters, wrong_letters.len()), term));
    let near =
        near.filter_map(|(edits, term)| Some((edits?, term))).filter(|(edits, _)| edits * 2 <= wrong_letters.len());
    Some(near.min_by_key(|(edits, _)| *edits).map_or(preferred, |(_, term)| term))
}

/// The cases that the words before a wording govern.
#[derive(Debug, Clone, Default)]
pub(super) struct Governed {
    cases: Vec<Case>,
    /// Whether the preposition directly precedes it, which rules out any other case.
    strict: bool,
}

impl Governed {
    /// The rank of a case in the order of suggestions.
    pub(super) fn rank(&self, case: Option<Case>) -> usize {
        let Some(case) = case else { return usize::MAX };
        let usual = [
            Case::Nominative,
            Case::Genitive,
            Case::Accusative,
            Case::Dative,
            Case::Instrumental,
            Case::Locative,
            Case::Vocative,
        ];
        let governed = self.cases.iter().position(|other| *other == case);
        governed.unwrap_or_else(|| 10 + usual.iter().position(|other| *other == case).unwrap_or(9))
    }

    /// Whether a case is possible there at all.
    pub(super) fn allows(&self, case: Option<Case>) -> bool {
        !self.strict || case.is_none_or(|case| self.cases.contains(&case))
    }
}

/// The cases governed by a preposition before `at`; an adjective or two may come between, which makes it a guess.
pub(super) fn governed(context: &Context<'_>, prose: &str, at: usize) -> Governed {
    let head = cut(prose, &(prose.floor_char_boundary(at.saturating_sub(96))..at));
    let mut strict = true;
    for word in head.trim_end_matches(['«', '„', '"', '“']).split_whitespace().rev().take(3) {
        let folded = context.termbase.folding(&context.pair.target).fold(word).text;
        if let Some(cases) = context.target.prepositions.get(&folded) {
            return Governed { cases: cases.clone(), strict };
        }
        if word.ends_with([',', ';', ':', '.', '!', '?', '—', '–', '»', '“', '(']) {
            break;
        }
        strict = false;
    }
    Governed::default()
}

/// The forms of the right wording that can replace a wrong one, best first, and whether the first is certain.
fn replacement_forms<'a>(terms: &[Term], hit: &Hit, right: &'a Term, governed: &Governed) -> (bool, Vec<&'a Form>) {
    let none = (false, Vec::new());
    let Some(wrong) = terms.get(hit.term) else { return none };
    let Some(found) = wrong.forms.get(hit.form) else { return none };
    // One spelling can be the form of several cases, and of several wordings.
    let alike = terms.iter().filter(|term| term.usage == hit.usage).flat_map(|term| &term.forms);
    let mut cells: Vec<&Form> = alike.filter(|form| form.text == found.text && form.case.is_some()).collect();
    if cells.iter().any(|cell| governed.allows(cell.case)) {
        cells.retain(|cell| governed.allows(cell.case));
    }
    cells.sort_by_key(|cell| (governed.rank(cell.case), cell.number));
    let mut forms: Vec<&Form> = Vec::new();
    for cell in &cells {
        if let Some(form) = in_cell(right, cell) {
            forms.push(form);
        }
    }
    dedup(&mut forms);
    if !forms.is_empty() {
        return (forms.iter().all(|form| form.certain), forms);
    }
    // With no cases known, the same index in two lists of the same length will do.
    if cells.is_empty() && wrong.forms.len() == right.forms.len() {
        let same = wrong.forms.iter().zip(&right.forms).filter(|(form, _)| form.text == found.text);
        let mut forms: Vec<&Form> = same.map(|(_, form)| form).collect();
        dedup(&mut forms);
        return (forms.iter().all(|form| form.certain), forms);
    }
    let mut forms: Vec<&Form> = right.forms.iter().collect();
    if forms.iter().any(|form| form.case.is_some() && governed.allows(form.case)) {
        forms.retain(|form| governed.allows(form.case));
    }
    forms.sort_by_key(|form| governed.rank(form.case));
    dedup(&mut forms);
    (matches!(forms.as_slice(), [only] if only.certain), forms)
}

fn dedup(forms: &mut Vec<&Form>) {
    let mut seen: Vec<&str> = Vec::new();
    forms.retain(|form| {
        let new = !seen.contains(&form.text.as_str());
        if new {
            seen.push(&form.text);
        }
        new
    });
}

/// The form of a wording in the case, number and gender of `cell`; of several, the one whose ending is most like
/// `cell`'s. Falls back to the other number, and from the vocative to the nominative.
fn in_cell<'a>(right: &'a Term, cell: &Form) -> Option<&'a Form> {
    let case = |form: &&Form| form.case == cell.case;
    let number = |form: &&Form| form.number == cell.number;
    let gender = |form: &&Form| form.gender == cell.gender;
    let exact = |form: &&Form| case(form) && number(form) && gender(form);
    // An adjective's plural has no gender; a noun used in its place has none at all.
    let any_gender = |form: &&Form| case(form) && number(form);
    let candidates: [&dyn Fn(&&Form) -> bool; 3] = [&exact, &any_gender, &case];
    for candidate in candidates {
        let mut best: Option<(usize, &Form)> = None;
        for form in right.forms.iter().filter(|form| candidate(form)) {
            let shared = common_ending(&form.text, &cell.text);
            if best.is_none_or(|(most, _)| shared > most) {
                best = Some((shared, form));
            }
        }
        if let Some((_, form)) = best {
            return Some(form);
        }
    }
    if cell.case == Some(Case::Vocative) {
        let nominative = Form { case: Some(Case::Nominative), ..cell.clone() };
        return in_cell(right, &nominative);
    }
    None
}

/// The number of letters in the common ending of two forms.
fn common_ending(one: &str, other: &str) -> usize {
    one.chars().rev().zip(other.chars().rev()).take_while(|(a, b)| a == b).count()
}

/// A form with the capitals and the ending (en plural) of the wording that it replaces.
pub(super) fn adapt(form: &str, wording: &str, found: Option<&Form>) -> String {
    let letters = || wording.chars().filter(|c| c.is_alphabetic());
    let all_capitals = letters().count() > 1 && letters().all(char::is_uppercase);
    let found = found.map_or("", |form| form.text.as_str());
    let ending: String = wording.chars().skip(found.chars().count()).filter(|c| c.is_alphabetic()).collect();
    let plural = wording.is_ascii() && found.is_ascii() && !ending.is_empty();
    let text = if plural { format!("{form}{}", ending.to_lowercase()) } else { form.to_owned() };
    if all_capitals && found.chars().any(char::is_lowercase) {
        return text.to_uppercase();
    }
    let capitalized =
        letters().next().is_some_and(char::is_uppercase) && found.chars().next().is_some_and(char::is_lowercase);
    let mut rest = text.chars();
    match rest.next() {
        Some(first) if capitalized => first.to_uppercase().chain(rest).collect(),
        _ => text,
    }
}
