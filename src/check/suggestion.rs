//! Replacements for a wrong wording.

use crate::{
    glossary::Hit,
    model::{Args, Case, Finding, Form, Kind, Locale, Number, Problem, Side, Term, Usage, cut, distance},
};

use super::{
    Bitext, Context, Rule,
    government::{Governed, governed},
};

/// How much less likely a case is where both wordings could not be of one animacy.
const OTHER_ANIMACY: usize = 30;
/// The same where it would be another animacy than every plausible class has.
const DISAGREEING: usize = 200;

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

/// A finding on a hit, with the right wording in its form, certain or not, or several for a person to choose from.
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
            Side::Target => governed(context, prose, &hit.span),
        };
        let found = term.forms.get(hit.form)?;
        let swap = Swap { terms, kind: concept.kind, found, wrong: term, right: replacement, certain: hit.certain };
        let (certain, forms) = replacement_forms(&swap, &governed);
        let certain = certain && !is_refused_elsewhere(bitext, side, hit);
        // Other words of the sentence agree with the wrong one: certain only if they will with the right one.
        let certain = certain && context.termbase.agree_alike(locale, hit.concept, term, replacement);
        let mut texts: Vec<String> = Vec::new();
        for form in forms {
            let mut text = adapt(&form.text, wording, Some(found));
            if side == Side::Target {
                text = context.fit_initial(text, prose, &hit.span);
            }
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        match (texts.as_mut_slice(), certain) {
            ([only], true) => finding = finding.fix(std::mem::take(only)),
            ([only], false) => finding = finding.guess(std::mem::take(only)),
            _ => finding.alternatives = texts,
        }
    }
    Some(finding)
}

/// Whether the same words may be a refused wording of another concept, with another replacement.
fn is_refused_elsewhere(bitext: &Bitext<'_>, side: Side, hit: &Hit) -> bool {
    let sight = match side {
        Side::Source => &bitext.source_sight,
        Side::Target => &bitext.target_sight,
    };
    let mut others = sight.all.iter().filter(|other| other.span == hit.span && other.concept != hit.concept);
    others.any(|other| other.usage < Usage::Admitted)
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

/// A refused wording found in a text, and the right one for it.
struct Swap<'a> {
    /// The concept's terms.
    terms: &'a [Term],
    kind: Kind,
    /// The refused form.
    found: &'a Form,
    wrong: &'a Term,
    right: &'a Term,
    /// Whether the form is known to be one of the refused wording.
    certain: bool,
}

/// The forms of the right wording that can replace a refused one, best first, and whether the first is certain: whatever
/// the case of the refused form and the classes of both wordings may be, no other would be right.
fn replacement_forms<'a>(swap: &Swap<'a>, governed: &Governed<'_>) -> (bool, Vec<&'a Form>) {
    let Swap { right, wrong, found, .. } = *swap;
    let known = cells(swap);
    let mut cells: Vec<&Form> = known.iter().filter(|cell| governed.allows(cell.case)).collect();
    // Where a preposition leaves several cases, a known form is likelier than one that only some plausible class has, but
    // most prepositions take the accusative of beings as well.
    cells.sort_by_key(|cell| {
        let other_animacy = if !is_of_other_animacy(swap, cell) {
            0
        } else if !is_own(swap.wrong, cell) {
            DISAGREEING
        } else if governed.strict || governed.is_object() && is_likeliest_of_being(swap, cell) {
            0
        } else {
            OTHER_ANIMACY
        };
        let is_of_no_class = !is_own(swap.wrong, cell);
        (governed.is_doubtful(cell), governed.rank(cell) + other_animacy, is_of_no_class, cell.number)
    });
    let variant = is_variant(right, wrong);
    let mut certain = swap.certain || variant;
    let mut forms: Vec<&Form> = Vec::new();
    for cell in &cells {
        let Some((form, is_of_cell)) = in_cell(right, cell, swap) else { continue };
        let form = accusative_in_place(swap, cell, governed).unwrap_or(form);
        // A variant's ending is the right one's, whatever its class.
        certain &= is_of_cell && (form.certain || variant && ends_alike(swap, form));
        certain &= variant || governed.agrees(cell) && is_own(swap.wrong, cell);
        if cell.case == Some(Case::Locative)
            && cell.number == Some(Number::Singular)
            && governed.has_second_locative(&right.text)
        {
            certain = false;
            forms.extend(forms_in(right, cell, Case::Dative));
        }
        forms.push(form);
        if let Some(other) = other_accusative(swap, cell, form).filter(|_| !(variant && ends_alike(swap, form))) {
            certain = false;
            forms.push(other);
        }
    }
    if let Some(other) = other_genitive(swap, &cells).filter(|form| !variant && governed.allows(form.case)) {
        certain = false;
        forms.push(other);
    }
    if !certain {
        // What else the right form of the likeliest case may be.
        let doublets =
            cells.first().into_iter().flat_map(|cell| right.forms.iter().filter(|form| is_exact(form, cell)));
        forms.extend(doublets.filter(|form| !form.certain));
    }
    if let Some(case) = governed.lender() {
        forms.sort_by_key(|form| is_lent_otherwise(right, form, case, governed));
    }
    dedup(&mut forms);
    if let [_] = forms.as_slice() {
        return (certain, forms);
    }
    if !forms.is_empty() {
        return (false, forms);
    }
    // With no cases known, the same index in two lists of the same length will do.
    if known.is_empty() && wrong.forms.len() == right.forms.len() {
        let same = wrong.forms.iter().zip(&right.forms).filter(|(form, _)| form.text == found.text);
        let mut forms: Vec<&Form> = same.map(|(_, form)| form).collect();
        dedup(&mut forms);
        return (forms.iter().all(|form| form.certain), forms);
    }
    let mut forms: Vec<&Form> = right.forms.iter().collect();
    if forms.iter().any(|form| form.case.is_some() && governed.allows(form.case)) {
        forms.retain(|form| governed.allows(form.case));
    }
    forms.sort_by_key(|form| governed.rank(form));
    dedup(&mut forms);
    // A person whose name does not decline has that one form in any case, and the sex that the person had before.
    let is_sure = known.is_empty() || swap.kind == Kind::Person && swap.certain;
    (is_sure && matches!(forms.as_slice(), [only] if only.certain), forms)
}

/// The cells that a refused form may stand in: one spelling can be the form of several cases, and of several wordings.
fn cells(swap: &Swap<'_>) -> Vec<Form> {
    let Swap { found, wrong, .. } = *swap;
    let alike = swap.terms.iter().filter(|term| term.usage == wrong.usage).flat_map(|term| &term.forms);
    let mut cells: Vec<Form> = alike.filter(|form| form.text == found.text && form.case.is_some()).cloned().collect();
    if !is_animacy_open(swap.kind, wrong) {
        return cells;
    }
    for cell in cells.clone() {
        if matches!(cell.case, Some(Case::Nominative | Case::Genitive)) && has_borrowed_accusative(wrong, &cell) {
            let accusative = Form { case: Some(Case::Accusative), certain: false, ..cell };
            if !cells.iter().any(|known| (known.case, known.number) == (accusative.case, accusative.number)) {
                cells.push(accusative);
            }
        }
    }
    cells
}

/// Whether nobody has said if a term is a being. A person is one, a place is none.
fn is_animacy_open(kind: Kind, term: &Term) -> bool {
    term.class.is_none() && !matches!(kind, Kind::Person | Kind::Place)
}

/// The forms of a term in a case, in the number and gender of a cell.
fn forms_in<'a>(term: &'a Term, cell: &Form, case: Case) -> impl Iterator<Item = &'a Form> {
    let (number, gender) = (cell.number, cell.gender);
    term.forms.iter().filter(move |form| {
        form.case == Some(case) && form.number == number && (form.gender == gender || form.gender.is_none())
    })
}

/// Whether the accusative of a term, in the number of a cell, is its nominative or its genitive: which one depends on
/// whether it is a being.
fn has_borrowed_accusative(term: &Term, cell: &Form) -> bool {
    let mut accusative = forms_in(term, cell, Case::Accusative).peekable();
    accusative.peek().is_some()
        && accusative.all(|form| {
            let lenders = [Case::Nominative, Case::Genitive];
            lenders.into_iter().any(|case| forms_in(term, cell, case).any(|other| other.text == form.text))
        })
}

/// The accusative of the right wording as that of a thing, after a preposition which beings seldom follow. After another one
/// its own likeliest class decides: what the refused wording is says less of it. Where none says that it is an accusative, a
/// being's is likelier: it fits a genitive, too.
fn accusative_in_place<'a>(swap: &Swap<'a>, cell: &Form, governed: &Governed<'_>) -> Option<&'a Form> {
    if !is_animacy_open(swap.kind, swap.right) || cell.case != Some(Case::Accusative) {
        return None;
    }
    // What stands there is a being if the refused form is that of one.
    if governed.is_place() && lender(swap, cell) != Some(Case::Genitive) {
        return lent(swap.right, cell, Case::Nominative);
    }
    let being = lender(swap, cell).filter(|case| *case == Case::Genitive && !governed.strict)?;
    lent(swap.right, cell, being)
}

/// The accusative that a term has from another case: a feminine or neuter has but one in the singular.
fn lent<'a>(term: &'a Term, cell: &Form, case: Case) -> Option<&'a Form> {
    forms_in(term, cell, case).find(|form| forms_in(term, cell, Case::Accusative).any(|other| other.text == form.text))
}

/// The case that lends a refused form to the accusative, if either may do so.
fn lender(swap: &Swap<'_>, cell: &Form) -> Option<Case> {
    let Swap { found, wrong, right, .. } = *swap;
    let is_open = cell.case == Some(Case::Accusative)
        && is_animacy_open(swap.kind, right)
        && has_borrowed_accusative(right, cell)
        && has_borrowed_accusative(wrong, cell);
    let mut lenders = [Case::Nominative, Case::Genitive].into_iter().filter(|_| is_open);
    lenders.find(|case| forms_in(wrong, cell, *case).any(|form| form.text == found.text))
}

/// Whether a form fits the adjective before it only as an accusative that another case lends than `case`, which lends the
/// adjective's.
fn is_lent_otherwise(term: &Term, form: &Form, case: Case, governed: &Governed<'_>) -> bool {
    let mut cells = term.forms.iter().filter(|own| own.text == form.text && governed.agrees(own)).peekable();
    cells.peek().is_some()
        && cells.all(|cell| {
            cell.case == Some(Case::Accusative)
                && has_borrowed_accusative(term, cell)
                && forms_in(term, cell, case).all(|other| other.text != cell.text)
        })
}

/// Whether a cell is one of a term's forms, and not an accusative that it has only if it is a being, or none, against
/// every plausible class.
fn is_own(term: &Term, cell: &Form) -> bool {
    term.forms.iter().any(|form| form.text == cell.text && is_exact(form, cell))
}

/// Whether a refused form is an accusative only if it is a being and the right wording none, or the other way round.
fn is_of_other_animacy(swap: &Swap<'_>, cell: &Form) -> bool {
    lender(swap, cell).is_some_and(|case| lent(swap.right, cell, case).is_none())
}

/// Whether a refused form is an accusative because the likeliest class of its wording is that of a being.
fn is_likeliest_of_being(swap: &Swap<'_>, cell: &Form) -> bool {
    let likeliest = forms_in(swap.wrong, cell, Case::Accusative).next();
    lender(swap, cell) == Some(Case::Genitive) && likeliest.is_some_and(|form| form.text == cell.text)
}

/// The accusative that the right wording has if, unlike what was guessed, it is a being, or none.
fn other_accusative<'a>(swap: &Swap<'a>, cell: &Form, accusative: &Form) -> Option<&'a Form> {
    let right = swap.right;
    let is_open = cell.case == Some(Case::Accusative)
        && is_animacy_open(swap.kind, right)
        && has_borrowed_accusative(right, cell);
    let lenders = [Case::Nominative, Case::Genitive].into_iter().flat_map(|case| forms_in(right, cell, case));
    lenders.filter(|_| is_open).find(|form| form.text != accusative.text)
}

/// The genitive that may be meant where a refused noun is found in what was guessed to be its dative only: in some
/// languages the genitive of a thing can be the same.
fn other_genitive<'a>(swap: &Swap<'a>, cells: &[&Form]) -> Option<&'a Form> {
    let cell = cells.iter().find(|cell| {
        cell.case == Some(Case::Dative)
            && cell.number == Some(Number::Singular)
            && is_animacy_open(swap.kind, swap.wrong)
            && has_borrowed_accusative(swap.wrong, cell)
    })?;
    let is_known = cells.iter().any(|other| other.case == Some(Case::Genitive));
    forms_in(swap.right, cell, Case::Genitive).find(|_| !is_known)
}

/// Whether two wordings are one word in two spellings, which decline alike.
fn is_variant(one: &Term, other: &Term) -> bool {
    let letters = |term: &Term| term.text.to_lowercase().chars().collect::<Vec<char>>();
    let (one, other) = (letters(one), letters(other));
    let last_two = |letters: &[char]| letters.iter().rev().take(2).copied().collect::<Vec<char>>();
    // Short words that differ in a letter are other words: мак, рак.
    let letters_apart = if one.len() < 5 && one.first() != other.first() { 0 } else { one.len() / 3 };
    last_two(&one) == last_two(&other) && distance(&one, &other, letters_apart).is_some()
}

/// Whether a form ends as the refused one does, each after what it shares with its own term.
fn ends_alike(swap: &Swap<'_>, form: &Form) -> bool {
    ending_of(form, swap.right) == ending_of(swap.found, swap.wrong)
}

/// The letters of a form after those that it shares with its term.
fn ending_of(form: &Form, term: &Term) -> String {
    let shared = form.text.chars().zip(term.text.chars()).take_while(|(a, b)| a == b).count();
    form.text.chars().skip(shared).collect()
}

fn is_exact(form: &Form, cell: &Form) -> bool {
    (form.case, form.number, form.gender) == (cell.case, cell.number, cell.gender)
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

/// The form of the right wording in the case, number and gender of `cell`; of several, the one that ends as the refused
/// form does, or a certain one. Falls back to the other number, and from the vocative to the nominative; whether it did
/// not is returned too.
fn in_cell<'a>(right: &'a Term, cell: &Form, swap: &Swap<'_>) -> Option<(&'a Form, bool)> {
    let case = |form: &&Form| form.case == cell.case;
    let number = |form: &&Form| form.number == cell.number;
    let exact = |form: &&Form| is_exact(form, cell);
    // An adjective's plural has no gender; a noun used in its place has none at all.
    let any_gender = |form: &&Form| case(form) && number(form);
    let variant = is_variant(right, swap.wrong);
    let candidates: [&dyn Fn(&&Form) -> bool; 3] = [&exact, &any_gender, &case];
    for (place, candidate) in candidates.into_iter().enumerate() {
        let alike = right.forms.iter().filter(|form| candidate(form));
        // Of equals, the first is the likeliest. Another word's ending says nothing where the classes are guessed.
        let key = |form: &&Form| {
            let alike = ends_alike(swap, form);
            (alike && variant, form.certain, alike && form.certain)
        };
        if let Some(form) = alike.rev().max_by_key(key) {
            return Some((form, place < 2));
        }
    }
    if cell.case == Some(Case::Vocative) {
        let nominative = Form { case: Some(Case::Nominative), ..cell.clone() };
        return in_cell(right, &nominative, swap).map(|(form, _)| (form, false));
    }
    None
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
