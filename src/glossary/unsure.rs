//! Terms whose class is open, and the question that settles each: what the plausible classes differ in.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Grammars, ParadigmCell,
    forms::{ClassSource, paradigm_of, rules_of},
    paradigm::{Class, ClassPart, WordClass, WordSort, decline},
    write::quoted,
};
use crate::{
    locale::Locales,
    model::{Args, Case, Concept, Finding, Form, Kind, Locale, Message, Number, Place, Problem, Severity, Term, Usage},
};

/// The forms in which classes differ, the most telling first: of a noun, what there is none of, and what one sees.
const TELLING: [(Number, Case); 14] = [
    (Number::Singular, Case::Genitive),
    (Number::Singular, Case::Accusative),
    (Number::Plural, Case::Genitive),
    (Number::Plural, Case::Accusative),
    (Number::Plural, Case::Nominative),
    (Number::Singular, Case::Dative),
    (Number::Singular, Case::Instrumental),
    (Number::Singular, Case::Locative),
    (Number::Plural, Case::Dative),
    (Number::Plural, Case::Instrumental),
    (Number::Plural, Case::Locative),
    (Number::Singular, Case::Nominative),
    (Number::Singular, Case::Vocative),
    (Number::Plural, Case::Vocative),
];

/// The most variants of a form that a phrase shows.
const MAX_VARIANTS: usize = 2;

/// A term of which several classes are plausible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenClass {
    /// The concept's id.
    pub concept: String,
    /// The locale.
    pub locale: Locale,
    /// The term in its dictionary form.
    pub wording: String,
    /// Whether it is the term that the newsroom writes.
    pub usage: Usage,
    /// The quotation marks of the locale.
    pub quotes: (String, String),
    /// The glossary file.
    pub file: String,
    /// Its line in that file, 0 if it is in none yet.
    pub line: usize,
    /// The question whose answer is the class.
    pub question: ClassQuestion,
    /// The plausible classes, the likeliest first, each with other forms than the others.
    pub choices: Vec<ClassChoice>,
}

/// What a person has to know to choose among classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ClassQuestion {
    /// Whether it is a living being.
    Being,
    /// Whether it is a he, a she or an it.
    Gender,
    /// Whether it changes at all.
    Declines,
    /// Whether it changes as an adjective does.
    Adjective,
    /// Whether there can be several.
    Plural,
    /// Which of its forms is right.
    Form,
}

/// A class that a person may choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassChoice {
    /// The class, as written in a glossary.
    pub class: String,
    /// Whether it is the answer "yes" to a question that has one.
    pub is_yes: bool,
    /// Short phrases in the term's language that show the forms that other classes do not have.
    pub phrase: String,
    /// All forms that differ from those of another class.
    pub telling: Vec<String>,
}

impl ClassQuestion {
    /// Whether it is answered by yes or no.
    #[must_use]
    pub const fn is_yes_or_no(self) -> bool {
        matches!(self, Self::Being | Self::Declines | Self::Adjective | Self::Plural)
    }

    /// The name used in messages.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Being => "being",
            Self::Gender => "gender",
            Self::Declines => "declines",
            Self::Adjective => "adjective",
            Self::Plural => "plural",
            Self::Form => "form",
        }
    }

    const ALL: [Self; 6] = [Self::Being, Self::Gender, Self::Declines, Self::Adjective, Self::Plural, Self::Form];
}

impl OpenClass {
    /// Orders the choices by the share of their telling forms that a dictionary knows; those that it knows alike keep
    /// the order of the rules.
    pub fn order(&mut self, knows: impl Fn(&str) -> bool) {
        let share = |choice: &ClassChoice| {
            let words: Vec<&str> = choice.telling.iter().flat_map(|form| form.split_whitespace()).collect();
            let count = words.iter().filter(|word| knows(word)).count();
            // In thousandths, so that the order is total.
            count * 1000 / words.len().max(1)
        };
        self.choices.sort_by_cached_key(|choice| std::cmp::Reverse(share(choice)));
    }

    /// The choice that means "yes", or "no".
    #[must_use]
    pub fn answer(&self, yes: bool) -> Option<&ClassChoice> {
        self.choices.iter().find(|choice| choice.is_yes == yes).filter(|_| self.question.is_yes_or_no())
    }
}

/// The open class of a concept's term; `None` if its class is known, or if all classes that it may have give it the same
/// forms. `forms` are the term's forms with their certainty: a cell that a person has settled is no question.
#[must_use]
pub fn open_class(
    grammars: &Grammars,
    locales: &Locales,
    concept: &Concept,
    locale: &Locale,
    term: &Term,
    forms: &[Form],
) -> Option<OpenClass> {
    if term.usage < Usage::Admitted || forms.iter().all(|form| form.certain) {
        return None;
    }
    let paradigm = paradigm_of(grammars, locale, concept, term).ok()??;
    if paradigm.source != ClassSource::Guessed || !paradigm.is_open() {
        return None;
    }
    let rules = rules_of(grammars, locale)?;
    let settled = settled_cells(forms);
    let mut columns: Vec<ClassForms> = Vec::new();
    for class in paradigm.classes {
        let forms = decline(rules, &term.text, &class).ok()?;
        let mut cells = cells_of(&forms);
        cells.retain(|cell, _| !settled.contains(cell));
        columns.push(ClassForms { class, forms, cells });
    }
    spread_invariable(&mut columns);
    let mut different: Vec<ClassForms> = Vec::new();
    for column in columns {
        if different.iter().all(|known| known.cells != column.cells) {
            different.push(column);
        }
    }
    if concept.kind == Kind::Person {
        // Whether several people have the name is nothing to ask about a person.
        let singular = |column: &ClassForms| -> FormCells {
            let cells = column.cells.iter().filter(|(cell, _)| cell.number != Some(Number::Plural));
            cells.map(|(cell, forms)| (*cell, forms.clone())).collect()
        };
        let mut known: Vec<FormCells> = Vec::new();
        different.retain(|column| {
            let cells = singular(column);
            let is_new = !known.contains(&cells);
            known.push(cells);
            is_new
        });
    }
    if different.len() < 2 {
        return None;
    }
    let words = term.text.split_whitespace().count();
    let classes: Vec<&Class> = different.iter().map(|column| &column.class).collect();
    let question = question(&classes, words);
    let shown = telling_cells(&different);
    let differing = differing_cells(&different);
    let phrases = &locales.profile(locale).case_phrases;
    let has_singular =
        different.iter().any(|column| column.forms.iter().any(|form| form.number == Some(Number::Singular)));
    let choices = different.iter().map(|column| ClassChoice {
        class: column.class.to_string(),
        is_yes: is_yes(question, &column.class, &classes, words),
        phrase: phrase(column, &shown, has_singular, phrases, &term.text),
        telling: differing.iter().filter_map(|cell| column.cells.get(cell)).flatten().cloned().collect(),
    });
    Some(OpenClass {
        concept: concept.id.clone(),
        locale: locale.clone(),
        wording: term.text.clone(),
        usage: term.usage,
        quotes: locales.profile(locale).quotes.outer.clone(),
        file: concept.file.clone(),
        line: if term.line > 0 { term.line } else { concept.line },
        question,
        choices: choices.collect(),
    })
}

/// A class with the forms that it gives a term.
struct ClassForms {
    class: Class,
    /// The usual one of a cell first.
    forms: Vec<Form>,
    /// Those of the cells that are not settled.
    cells: FormCells,
}

/// The forms in each cell.
type FormCells = BTreeMap<ParadigmCell, BTreeSet<String>>;

fn cells_of(forms: &[Form]) -> FormCells {
    let mut cells = FormCells::new();
    for form in forms {
        cells.entry(ParadigmCell::of(form)).or_default().insert(form.text.clone());
    }
    cells
}

/// The cells with nothing but certain forms.
fn settled_cells(forms: &[Form]) -> BTreeSet<ParadigmCell> {
    let open: BTreeSet<ParadigmCell> = forms.iter().filter(|form| !form.certain).map(ParadigmCell::of).collect();
    forms.iter().filter(|form| form.case.is_some()).map(ParadigmCell::of).filter(|cell| !open.contains(cell)).collect()
}

/// Gives an invariable class the term itself in every cell that other classes have.
fn spread_invariable(columns: &mut [ClassForms]) {
    let all: BTreeSet<ParadigmCell> = columns.iter().flat_map(|column| column.cells.keys()).copied().collect();
    for column in columns.iter_mut() {
        if column.class.is_invariable() {
            let same: BTreeSet<String> = column.cells.values().flatten().cloned().collect();
            column.cells = all.iter().map(|cell| (*cell, same.clone())).collect();
        }
        column.cells.retain(|cell, _| cell.case.is_some());
    }
}

/// The cells that are not the same in all classes, the most telling first.
fn differing_cells(columns: &[ClassForms]) -> Vec<ParadigmCell> {
    let all: BTreeSet<ParadigmCell> = columns.iter().flat_map(|column| column.cells.keys()).copied().collect();
    let rank = |ParadigmCell { number, case, gender }: &ParadigmCell| {
        let place = TELLING.iter().position(|known| (Some(known.0), Some(known.1)) == (*number, *case));
        (place.unwrap_or(TELLING.len()), *gender)
    };
    let is_different = |cell: &ParadigmCell| {
        let mut forms = columns.iter().map(|column| column.cells.get(cell));
        let first = forms.next();
        forms.any(|other| Some(other) != first)
    };
    let mut cells: Vec<ParadigmCell> = all.into_iter().filter(is_different).collect();
    cells.sort_by_key(rank);
    cells
}

/// How well a cell tells two classes apart: not at all, by a form that only one of them has, or by every form.
fn apart(one: &ClassForms, other: &ClassForms, cell: ParadigmCell) -> u8 {
    match (one.cells.get(&cell), other.cells.get(&cell)) {
        (Some(one), Some(other)) if one.is_disjoint(other) => 2,
        (one, other) => u8::from(one != other),
    }
}

/// The fewest cells that tell all classes apart as well as they can be told, as good as a greedy search finds them.
fn telling_cells(columns: &[ClassForms]) -> Vec<ParadigmCell> {
    let pairs = || (0..columns.len()).flat_map(|one| (one + 1..columns.len()).map(move |other| (one, other)));
    let score = |cells: &[ParadigmCell]| -> usize {
        let best = |(one, other): (usize, usize)| {
            let pair = columns.get(one).zip(columns.get(other));
            pair.map_or(0, |(one, other)| cells.iter().map(|cell| apart(one, other, *cell)).max().unwrap_or(0))
        };
        pairs().map(|pair| usize::from(best(pair))).sum()
    };
    let differing = differing_cells(columns);
    let mut chosen: Vec<ParadigmCell> = Vec::new();
    loop {
        let mut best = (score(&chosen), None);
        for cell in &differing {
            let with = score(&[chosen.as_slice(), &[*cell]].concat());
            if with > best.0 {
                best = (with, Some(*cell));
            }
        }
        let Some(cell) = best.1 else { return chosen };
        chosen.push(cell);
    }
}

/// The phrases that show the forms in these cells; the term itself where a class has none of them.
fn phrase(
    column: &ClassForms,
    shown: &[ParadigmCell],
    has_singular: bool,
    phrases: &BTreeMap<String, String>,
    wording: &str,
) -> String {
    let shown = shown.iter().filter_map(|cell| {
        let mut forms: Vec<&str> = column.cells.get(cell)?.iter().map(String::as_str).collect();
        forms.sort_by_key(|text| {
            column.forms.iter().position(|form| ParadigmCell::of(form) == *cell && form.text == *text)
        });
        forms.truncate(MAX_VARIANTS);
        let forms = forms.join(" / ");
        let case = cell.case.map_or("", Case::as_str);
        let number = cell.number.map_or("", Number::as_str);
        // What has no singular is not counted: there is none of it, as of what there is one of.
        let of_number = phrases.get(&format!("{number}-{case}")).filter(|_| has_singular);
        let phrase = of_number.or_else(|| phrases.get(case));
        Some(phrase.map_or_else(|| forms.clone(), |phrase| phrase.replace("{}", &forms)))
    });
    let shown: Vec<String> = shown.collect();
    if shown.is_empty() { wording.to_owned() } else { shown.join(", ") }
}

/// The class of a word: a final invariable one covers all that follow.
fn word_class(class: &Class, at: usize) -> Option<&WordClass> {
    class.words.get(at).or_else(|| class.words.last())
}

/// The part of a word that its class is about.
fn main_part(word: &WordClass) -> Option<&ClassPart> {
    word.parts.iter().find(|part| part.sort != WordSort::Invariable).or_else(|| word.parts.first())
}

fn is_adjectival(part: &ClassPart) -> bool {
    part.sort == WordSort::Adjective || part.options.iter().any(|option| option.name == "adj")
}

/// The question between two classes of one word.
fn question_of(one: &ClassPart, other: &ClassPart) -> ClassQuestion {
    let is_invariable = |part: &ClassPart| part.sort == WordSort::Invariable;
    if is_invariable(one) != is_invariable(other) {
        ClassQuestion::Declines
    } else if is_adjectival(one) != is_adjectival(other) {
        ClassQuestion::Adjective
    } else if one.sort != other.sort {
        ClassQuestion::Gender
    } else if one.animate != other.animate {
        ClassQuestion::Being
    } else if one.only != other.only && (one.only.is_none() || other.only.is_none()) {
        ClassQuestion::Plural
    } else {
        ClassQuestion::Form
    }
}

/// The words whose class differs, each with its parts.
fn differences<'a>(one: &'a Class, other: &'a Class, words: usize) -> Vec<(&'a ClassPart, &'a ClassPart)> {
    let parts = (0..words).filter_map(|at| Some((word_class(one, at)?, word_class(other, at)?)));
    let parts = parts.filter(|(one, other)| one != other);
    parts.filter_map(|(one, other)| Some((main_part(one)?, main_part(other)?))).collect()
}

/// The question that tells all classes apart: one of yes or no only where there are two.
fn question(classes: &[&Class], words: usize) -> ClassQuestion {
    let Some((first, others)) = classes.split_first() else { return ClassQuestion::Form };
    let pairs = others.iter().flat_map(|other| differences(first, other, words));
    let mut questions: Vec<ClassQuestion> = pairs.map(|(one, other)| question_of(one, other)).collect();
    questions.dedup();
    match questions.as_slice() {
        [question] if others.len() == 1 || !question.is_yes_or_no() => *question,
        _ => ClassQuestion::Form,
    }
}

/// Whether a class is the answer "yes".
fn is_yes(question: ClassQuestion, class: &Class, classes: &[&Class], words: usize) -> bool {
    let Some(other) = classes.iter().find(|other| **other != class) else { return false };
    differences(class, other, words).first().is_some_and(|(part, _)| match question {
        ClassQuestion::Being => part.animate,
        ClassQuestion::Declines => part.sort != WordSort::Invariable,
        ClassQuestion::Adjective => is_adjectival(part),
        ClassQuestion::Plural => part.only.is_none(),
        ClassQuestion::Gender | ClassQuestion::Form => false,
    })
}

/// An open class, as advice.
pub(super) enum OpenClassProblem {
    /// The class of a term is open.
    Open(OpenClass),
    /// There are more of them than are listed.
    More { count: usize },
}

impl OpenClassProblem {
    /// The line that settles it by a choice.
    fn line(choice: &ClassChoice) -> String {
        format!("class = {}", quoted(&choice.class))
    }

    fn choices(open: &OpenClass) -> String {
        let (before, after) = &open.quotes;
        let choice = |choice: &ClassChoice| format!("{before}{}{after}: `{}`", choice.phrase, Self::line(choice));
        open.choices.iter().map(choice).collect::<Vec<_>>().join("; ")
    }
}

impl Problem for OpenClassProblem {
    fn rule(&self) -> &'static str {
        "glossary-lint"
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Open(open) => match open.question {
                ClassQuestion::Being => "glossary-lint-open-being",
                ClassQuestion::Gender => "glossary-lint-open-gender",
                ClassQuestion::Declines => "glossary-lint-open-declines",
                ClassQuestion::Adjective => "glossary-lint-open-adjective",
                ClassQuestion::Plural => "glossary-lint-open-plural",
                ClassQuestion::Form => "glossary-lint-open-form",
            },
            Self::More { .. } => "glossary-lint-open-more",
        }
    }

    fn args(&self) -> Args {
        let open = match self {
            Self::Open(open) => open,
            Self::More { count } => return vec![("count", (*count).into())],
        };
        let mut args: Args = vec![("name", (&open.wording).into())];
        match (open.answer(true), open.answer(false)) {
            (Some(yes), Some(no)) => args.extend([
                ("yes", (&yes.phrase).into()),
                ("yes-line", Self::line(yes).into()),
                ("no", (&no.phrase).into()),
                ("no-line", Self::line(no).into()),
            ]),
            _ => args.push(("choices", Self::choices(open).into())),
        }
        args
    }

    fn hint(&self) -> Option<Message> {
        let open = match self {
            Self::Open(open) => open,
            Self::More { .. } => return Some(Message::new("hint-open-more")),
        };
        let class = open.choices.first().map(|choice| choice.class.as_str()).unwrap_or_default();
        let line = format!("{{ text = {}, class = {} }}", quoted(&open.wording), quoted(class));
        let option = format!("{}={class}", open.locale);
        let option = if option.contains(' ') { format!("\"{option}\"") } else { option };
        let command = format!("tolmach glossary review {} --class {option}", open.concept);
        let message = Message::new(if open.usage == Usage::Preferred { "hint-open-class" } else { "hint-open-other" });
        let message = message.with("line", line);
        Some(if open.usage == Usage::Preferred { message.with("command", command) } else { message })
    }

    fn all() -> Vec<Self> {
        let choice = |class: &str, is_yes: bool, phrase: &str| ClassChoice {
            class: class.to_owned(),
            is_yes,
            phrase: phrase.to_owned(),
            telling: Vec::new(),
        };
        let open = |question: ClassQuestion, usage: Usage| {
            Self::Open(OpenClass {
                concept: "cartel".to_owned(),
                locale: Locale::english(),
                wording: "картэль".to_owned(),
                usage,
                quotes: ("«".to_owned(), "»".to_owned()),
                file: "glossary/terms.toml".to_owned(),
                line: 1,
                question,
                choices: vec![choice("ma", true, "бачу картэля"), choice("m", false, "бачу картэль")],
            })
        };
        let mut all: Vec<Self> = ClassQuestion::ALL.map(|question| open(question, Usage::Preferred)).into();
        all.extend([open(ClassQuestion::Form, Usage::Admitted), Self::More { count: 21 }]);
        all
    }
}

/// The advice about open classes, in their order; `more` is the number of those that are not listed.
#[must_use]
pub fn open_class_advice(listed: Vec<OpenClass>, more: usize) -> Vec<Finding> {
    let mut findings = Vec::new();
    for open in listed {
        let place = Place {
            file: Some(open.file.clone()),
            line: (open.line > 0).then_some(open.line),
            locale: Some(open.locale.clone()),
            ..Place::default()
        };
        let concept = open.concept.clone();
        findings.push(Finding::new(OpenClassProblem::Open(open), Severity::Neutral, place).about(&concept));
    }
    if more > 0 {
        findings.push(Finding::new(OpenClassProblem::More { count: more }, Severity::Neutral, Place::default()));
    }
    findings
}
