//! The reader of glossary files: TOML, with the line of every problem.

use std::{collections::BTreeMap, collections::HashMap, ops::Range};

use rayon::prelude::*;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::problem::{Expected, GlossaryProblem};
use crate::model::{
    Case, Concept, Derived, DerivedSort, Finding, Form, Gender, Kind, Locale, Mode, Number, Parsed, Place, Severity,
    Term, Usage, cut,
};

pub(super) const KINDS: &[(&str, Kind)] = &[
    ("person", Kind::Person),
    ("place", Kind::Place),
    ("org", Kind::Org),
    ("term", Kind::Term),
    ("noun", Kind::Noun),
    ("adj", Kind::Adj),
    ("abbr", Kind::Abbr),
    ("phrase", Kind::Phrase),
    ("title", Kind::Title),
];

pub(super) const USAGES: &[(&str, Usage)] = &[
    ("preferred", Usage::Preferred),
    ("admitted", Usage::Admitted),
    ("deprecated", Usage::Deprecated),
    ("forbidden", Usage::Forbidden),
];

pub(super) const MODES: &[(&str, Mode)] = &[("inflected", Mode::Inflected), ("exact", Mode::Exact)];

const QUOTES: &[(&str, bool)] = &[("required", true), ("free", false)];

pub(super) const DERIVED: &[(&str, DerivedSort)] =
    &[("adjective", DerivedSort::Adjective), ("inhabitant", DerivedSort::Inhabitant)];

pub(super) const NUMBERS: &[(&str, Number)] = &[("singular", Number::Singular), ("plural", Number::Plural)];

pub(super) const CASES: &[(&str, Case)] = &[
    ("nominative", Case::Nominative),
    ("genitive", Case::Genitive),
    ("dative", Case::Dative),
    ("accusative", Case::Accusative),
    ("instrumental", Case::Instrumental),
    ("locative", Case::Locative),
    ("vocative", Case::Vocative),
];

pub(super) const GENDERS: &[(&str, Gender)] =
    &[("masculine", Gender::Masculine), ("feminine", Gender::Feminine), ("neuter", Gender::Neuter)];

const CONCEPT_KEYS: &str = "id, kind, definition, domain, note, since, until, speaks, links, replaced-by, terms";
const TERM_KEYS: &str = "text, class, forms, mode, reason, case_sensitive, part_of_name, part_of_compound, adjective, inhabitant, \
     context_not, quotes";
const FORM_KEYS: &str = "text, number, case, gender";

/// The size from which a part of a file is read by itself, in bytes.
const PART: usize = 1 << 16;

/// Reads glossary files, given as path and text: the concepts with their written forms, nothing generated. Of concepts
/// with the same id, the first is kept; anything unreadable is a finding with file and line.
#[must_use]
pub fn read(files: &[(String, String)]) -> Parsed<Vec<Concept>> {
    let mut concepts: Vec<Concept> = Vec::new();
    let mut findings = Vec::new();
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (path, text) in files {
        let (parts, mut problems) = read_file(path, text);
        concepts.reserve_exact(parts.iter().map(Vec::len).sum());
        for concept in parts.into_iter().flatten() {
            if let Some(first) = seen.get(&concept.id).and_then(|first| concepts.get(*first)) {
                let first = format!("{}:{}", first.file, first.line);
                problems.push((concept.line, GlossaryProblem::SameId { id: concept.id.clone(), first }));
            } else {
                seen.insert(concept.id.clone(), concepts.len());
                concepts.push(concept);
            }
        }
        findings.extend(problems.into_iter().map(|(line, problem)| {
            let place = Place { file: Some(path.clone()), line: Some(line), ..Place::default() };
            Finding::new(problem, Severity::Major, place)
        }));
    }
    Parsed { value: concepts, findings }
}

/// The concepts of a file in parts, and its problems, each with its line.
///
/// The tables of a large file take fifty times its size, so it is read in parts, side by side; only one in which a part
/// says something about another, or is no TOML, is read whole.
fn read_file(path: &str, text: &str) -> (Vec<Vec<Concept>>, Vec<(usize, GlossaryProblem)>) {
    let parts = parts(text);
    let read_part = |(lines, part): &(usize, &str)| {
        let mut file = File { lines_before: *lines, ..File::new(path, part) };
        let concepts = file.concepts();
        file.has_concepts_only.then_some((concepts, file.problems))
    };
    if parts.len() > 1
        && let Some(read) = parts.par_iter().map(read_part).collect::<Option<Vec<_>>>()
    {
        let (concepts, problems): (Vec<_>, Vec<_>) = read.into_iter().unzip();
        return (concepts, problems.into_iter().flatten().collect());
    }
    let mut file = File::new(path, text);
    let concepts = file.concepts();
    (vec![concepts], file.problems)
}

/// Splits a file before some of its `[[concept]]` lines into parts of a handy size, each with the number of lines before it.
fn parts(text: &str) -> Vec<(usize, &str)> {
    let mut parts = Vec::new();
    let (mut begin, mut at, mut lines, mut lines_before) = (0, 0, 0, 0);
    // Such a line may also stand in a text of several lines.
    let is_split = text.len() > 2 * PART && !text.contains("\"\"\"") && !text.contains("'''");
    for line in text.split_inclusive('\n').take_while(|_| is_split) {
        if at - begin >= PART && line.trim_start_matches([' ', '\t']).starts_with("[[concept]]") {
            parts.push((lines_before, cut(text, &(begin..at))));
            (begin, lines_before) = (at, lines);
        }
        at += line.len();
        lines += 1;
    }
    parts.push((lines_before, cut(text, &(begin..text.len()))));
    parts
}

/// Joins the names of a list, for a hint.
pub(super) fn names<T>(list: &[(&str, T)]) -> String {
    list.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
}

/// Reads a term's options besides its text (`class = "ma.S", mode = "exact"`) into `term`, or returns the part that is
/// invalid; text and usage stay, and so do class and reason if absent.
pub(super) fn read_options(text: &str, term: &mut Term) -> Result<(), String> {
    let concept = snippet(&format!("id = \"x\", terms.en.admitted = {{ text = \"x\", {text} }}"))?;
    if let Some(parsed) = concept.and_then(|concept| concept.terms.into_values().flatten().next()) {
        let (class, reason) = (parsed.class.or(term.class.take()), parsed.reason.or(term.reason.take()));
        *term =
            Term { text: std::mem::take(&mut term.text), class, reason, usage: term.usage, line: term.line, ..parsed };
    }
    Ok(())
}

/// Reads a concept's options besides its terms (`kind = "place", since = 2022-02-24`) into `concept`, or returns the
/// part that is invalid; an `id` replaces the concept's, links are appended.
pub(super) fn read_concept_options(text: &str, concept: &mut Concept) -> Result<(), String> {
    let id = if text.starts_with("id ") { "" } else { "id = \"x\", " };
    if let Some(parsed) = snippet(&format!("{id}terms.en.admitted = \"x\", {text}"))? {
        if id.is_empty() {
            concept.id = parsed.id;
        }
        concept.kind = parsed.kind;
        concept.links.extend(parsed.links);
        concept.speaks = parsed.speaks;
        (concept.since, concept.until, concept.replaced_by) = (parsed.since, parsed.until, parsed.replaced_by);
    }
    Ok(())
}

/// Reads a concept from the inside of an inline table.
fn snippet(inside: &str) -> Result<Option<Concept>, String> {
    let text = format!("concept = [{{ {inside} }}]");
    let mut file = File::new("", &text);
    let mut concepts = file.concepts();
    let Some((_, problem)) = file.problems.into_iter().next() else { return Ok(concepts.pop()) };
    Err(problem.into_part())
}

/// A file being read.
struct File<'a> {
    path: &'a str,
    text: &'a str,
    /// The offset of each line.
    lines: Vec<usize>,
    /// The number of lines before it, if it is a part of a file.
    lines_before: usize,
    /// Whether it is TOML with nothing but concepts.
    has_concepts_only: bool,
    /// The problems, each with its line.
    problems: Vec<(usize, GlossaryProblem)>,
}

type TomlValue<'i> = Spanned<DeValue<'i>>;

impl<'a> File<'a> {
    fn new(path: &'a str, text: &'a str) -> Self {
        let lines = std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1)).collect();
        Self { path, text, lines, lines_before: 0, has_concepts_only: true, problems: Vec::new() }
    }

    fn line(&self, span: &Range<usize>) -> usize {
        self.lines_before + self.lines.partition_point(|begin| *begin <= span.start).max(1)
    }

    fn report(&mut self, span: &Range<usize>, problem: GlossaryProblem) {
        self.problems.push((self.line(span), problem));
    }

    fn wrong_type(&mut self, value: &TomlValue<'_>, name: &str, expected: Expected) {
        self.report(&value.span(), GlossaryProblem::WrongType { name: name.to_owned(), expected });
    }

    fn unknown_key(&mut self, span: &Range<usize>, key: &str, known: &str) {
        self.report(span, GlossaryProblem::UnknownKey { key: key.to_owned(), known: known.to_owned() });
    }

    fn concepts(&mut self) -> Vec<Concept> {
        let (root, errors) = DeTable::parse_recoverable(self.text);
        for error in errors {
            self.has_concepts_only = false;
            let span = error.span().unwrap_or_default();
            self.report(&span, GlossaryProblem::Syntax { message: error.message().to_owned() });
        }
        let mut concepts = Vec::new();
        for (key, value) in root.get_ref() {
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("concept", DeValue::Array(list)) => {
                    for item in list {
                        match item.get_ref() {
                            DeValue::Table(table) => concepts.extend(self.concept(&item.span(), table)),
                            _ => self.wrong_type(item, "concept", Expected::ConceptTables),
                        }
                    }
                }
                ("concept", _) => {
                    self.has_concepts_only = false;
                    self.wrong_type(value, "concept", Expected::ConceptTables);
                }
                (other, _) => {
                    self.has_concepts_only = false;
                    self.unknown_key(&key.span(), other, "concept");
                }
            }
        }
        concepts
    }

    /// Reads a concept; `None` if it has no id or no terms.
    fn concept(&mut self, span: &Range<usize>, table: &DeTable<'_>) -> Option<Concept> {
        let mut concept = Concept::new(String::new(), self.path, self.line(span));
        let problems_before = self.problems.len();
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "id" => concept.id = self.string(value, "id").unwrap_or_default(),
                "kind" => concept.kind = self.one_of(value, "kind", KINDS).unwrap_or(Kind::Term),
                "definition" => concept.definition = self.string(value, "definition"),
                "domain" => concept.domain = self.string(value, "domain"),
                "note" => concept.note = self.string(value, "note"),
                "since" => concept.since = self.day(value, "since"),
                "until" => concept.until = self.day(value, "until"),
                "speaks" => concept.speaks = self.language(value),
                "links" => concept.links = self.strings(value, "links"),
                "replaced-by" => concept.replaced_by = self.string(value, "replaced-by"),
                "terms" => concept.terms = self.locales(value),
                other => self.unknown_key(&key.span(), other, CONCEPT_KEYS),
            }
        }
        if concept.id.is_empty() {
            self.report(span, GlossaryProblem::NoId);
            return None;
        }
        if concept.terms.values().all(Vec::is_empty) {
            // Invalid terms have been reported already.
            if self.problems.len() == problems_before {
                self.report(span, GlossaryProblem::NoTerms { id: concept.id });
            }
            return None;
        }
        Some(concept)
    }

    fn locales(&mut self, value: &TomlValue<'_>) -> BTreeMap<Locale, Vec<Term>> {
        let mut terms = BTreeMap::new();
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong_type(value, "terms", Expected::TermsTable);
            return terms;
        };
        for (tag, usages) in table {
            let name = tag.get_ref().as_ref();
            let Ok(locale) = name.parse::<Locale>() else {
                self.report(&tag.span(), GlossaryProblem::BadLocale { tag: name.to_owned() });
                continue;
            };
            let list = self.usages(usages, name);
            // Different spellings of a tag (`be-TARASK`) are the same locale.
            terms.entry(locale).or_insert_with(Vec::new).extend(list);
        }
        terms
    }

    fn usages(&mut self, value: &TomlValue<'_>, tag: &str) -> Vec<Term> {
        let mut terms = Vec::new();
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong_type(value, tag, Expected::Names(names(USAGES)));
            return terms;
        };
        let mut derived = Vec::new();
        for (key, wordings) in table {
            let name = key.get_ref().as_ref();
            if let Some((_, sort)) = DERIVED.iter().find(|(known, _)| *known == name) {
                derived.extend(self.derived(wordings, name, *sort));
                continue;
            }
            let Some((_, usage)) = USAGES.iter().find(|(known, _)| *known == name) else {
                self.unknown_key(&key.span(), name, &[names(USAGES), names(DERIVED)].join(", "));
                continue;
            };
            match wordings.get_ref() {
                DeValue::Array(list) => terms.extend(list.iter().filter_map(|item| self.term(item, name, *usage))),
                _ => terms.extend(self.term(wordings, name, *usage)),
            }
        }
        terms.sort_by_key(|term| std::cmp::Reverse(term.usage));
        // What derives from the name in a locale belongs to the house's wording of it.
        match terms.first_mut() {
            Some(first) => first.derived.splice(0..0, derived).for_each(drop),
            None if derived.is_empty() => {}
            None => {
                let problem = GlossaryProblem::Empty { name: tag.to_owned(), expected: Expected::Wording };
                self.report(&value.span(), problem);
            }
        }
        terms
    }

    fn derived(&mut self, value: &TomlValue<'_>, name: &str, sort: DerivedSort) -> Vec<Derived> {
        let words = self.strings(value, name);
        if words.iter().any(String::is_empty) {
            let problem = GlossaryProblem::Empty { name: name.to_owned(), expected: Expected::Form };
            self.report(&value.span(), problem);
        }
        words.into_iter().filter(|text| !text.is_empty()).map(|text| Derived { text, sort }).collect()
    }

    fn term(&mut self, value: &TomlValue<'_>, name: &str, usage: Usage) -> Option<Term> {
        let mut term = Term { line: self.line(&value.span()), ..Term::new("", usage) };
        match value.get_ref() {
            DeValue::String(text) => trim(text).clone_into(&mut term.text),
            DeValue::Table(table) => {
                for (key, value) in table {
                    match key.get_ref().as_ref() {
                        "text" => term.text = self.string(value, "text").unwrap_or_default(),
                        "forms" => term.forms = self.forms(value),
                        "reason" => term.reason = self.string(value, "reason"),
                        "class" => term.class = self.string(value, "class"),
                        "mode" => term.mode = self.one_of(value, "mode", MODES).unwrap_or_default(),
                        "case_sensitive" => term.case_sensitive = self.boolean(value, "case_sensitive"),
                        "part_of_name" => term.part_of_name = self.boolean(value, "part_of_name").unwrap_or(true),
                        "part_of_compound" => {
                            term.part_of_compound = self.boolean(value, "part_of_compound").unwrap_or(false);
                        }
                        "context_not" => term.context_not = self.strings(value, "context_not"),
                        "adjective" => term.derived.extend(self.derived(value, "adjective", DerivedSort::Adjective)),
                        "inhabitant" => term.derived.extend(self.derived(value, "inhabitant", DerivedSort::Inhabitant)),
                        "quotes" => term.quoted = self.one_of(value, "quotes", QUOTES).unwrap_or(false),
                        other => self.unknown_key(&key.span(), other, TERM_KEYS),
                    }
                }
            }
            _ => {
                self.wrong_type(value, name, Expected::WordingTypes);
                return None;
            }
        }
        if term.text.is_empty() {
            self.report(&value.span(), GlossaryProblem::Empty { name: name.to_owned(), expected: Expected::Wording });
            return None;
        }
        Some(term)
    }

    fn forms(&mut self, value: &TomlValue<'_>) -> Vec<Form> {
        let DeValue::Array(list) = value.get_ref() else {
            self.wrong_type(value, "forms", Expected::Forms);
            return Vec::new();
        };
        list.iter().filter_map(|item| self.form(item)).collect()
    }

    fn form(&mut self, value: &TomlValue<'_>) -> Option<Form> {
        let mut form = Form::bare("");
        match value.get_ref() {
            DeValue::String(text) => trim(text).clone_into(&mut form.text),
            DeValue::Table(table) => {
                for (key, value) in table {
                    match key.get_ref().as_ref() {
                        "text" => form.text = self.string(value, "text").unwrap_or_default(),
                        "number" => form.number = self.one_of(value, "number", NUMBERS),
                        "case" => form.case = self.one_of(value, "case", CASES),
                        "gender" => form.gender = self.one_of(value, "gender", GENDERS),
                        other => self.unknown_key(&key.span(), other, FORM_KEYS),
                    }
                }
            }
            _ => {
                self.wrong_type(value, "forms", Expected::Forms);
                return None;
            }
        }
        if form.text.is_empty() {
            self.report(&value.span(), GlossaryProblem::Empty { name: "forms".to_owned(), expected: Expected::Form });
            return None;
        }
        Some(form)
    }

    fn string(&mut self, value: &TomlValue<'_>, name: &str) -> Option<String> {
        let DeValue::String(text) = value.get_ref() else {
            self.wrong_type(value, name, Expected::Text);
            return None;
        };
        Some(trim(text).to_owned())
    }

    /// The tag of a language.
    fn language(&mut self, value: &TomlValue<'_>) -> Option<Locale> {
        let tag = self.string(value, "speaks")?;
        let language = tag.parse().ok();
        if language.is_none() {
            self.report(&value.span(), GlossaryProblem::BadLocale { tag });
        }
        language
    }

    /// A string, or an array of strings.
    fn strings(&mut self, value: &TomlValue<'_>, name: &str) -> Vec<String> {
        match value.get_ref() {
            DeValue::Array(list) => list.iter().filter_map(|item| self.string(item, name)).collect(),
            _ => self.string(value, name).into_iter().collect(),
        }
    }

    fn boolean(&mut self, value: &TomlValue<'_>, name: &str) -> Option<bool> {
        if let DeValue::Boolean(yes) = value.get_ref() {
            return Some(*yes);
        }
        self.wrong_type(value, name, Expected::Names("true, false".to_owned()));
        None
    }

    /// A day: a TOML local date, or a string in the same format.
    fn day(&mut self, value: &TomlValue<'_>, name: &str) -> Option<String> {
        let text = match value.get_ref() {
            DeValue::Datetime(day) => day.to_string(),
            DeValue::String(text) => trim(text).to_owned(),
            _ => String::new(),
        };
        if is_day(&text) {
            return Some(text);
        }
        self.report(&value.span(), GlossaryProblem::BadDay { name: name.to_owned() });
        None
    }

    fn one_of<T: Copy>(&mut self, value: &TomlValue<'_>, name: &str, list: &[(&str, T)]) -> Option<T> {
        let text = self.string(value, name)?;
        let found = list.iter().find(|(known, _)| *known == text).map(|(_, value)| *value);
        if found.is_none() {
            let (unknown, known) = (text, names(list));
            let problem = if name == "kind" {
                GlossaryProblem::UnknownKind { kind: unknown, known }
            } else {
                GlossaryProblem::UnknownValue { value: unknown, known }
            };
            self.report(&value.span(), problem);
        }
        found
    }
}

/// Whether a text is a day in TOML's format.
pub(super) fn is_day(text: &str) -> bool {
    text.parse::<toml::value::Datetime>().is_ok_and(|day| day.date.is_some() && day.time.is_none())
}

/// Trims white space and invisible characters.
pub(super) fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    })
}
