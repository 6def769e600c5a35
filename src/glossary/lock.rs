//! The forms that people have reviewed: the text of `glossary/forms.lock`.
//!
//! Each declinable wording has a heading (locale, concept, wording, class, source of the class, last reviewer) and one
//! line per number and case that begins with its mark; tabs separate fields, blank lines wordings. Everything is
//! sorted, so that a changed form is one changed line and branches merge. The lock reveals changes, and its marks say
//! which forms are certain: the forms in effect are those that the rules generate.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use rayon::prelude::*;

use super::{ClassSource, DeclinedTerm, Grammars, Paradigm, ParadigmCell, class_fault, decline_term};
use crate::model::{Concept, Form, Hinted, Locale, Message, Parsed, Term, Usage};

/// The first line of a lock.
const HEADING: &str = "tolmach forms 1";

/// The explanation below it.
const ABOUT: &str = "# Every form of the glossary's wordings: `tolmach glossary forms --write` makes this file, `tolmach glossary review` marks
# its lines: + reviewed, ? not reviewed, ! reviewed and found wrong.
";

/// Every generated form of the glossary's wordings, with its review mark.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormsLock {
    /// The wordings, sorted.
    pub wordings: BTreeMap<WordingKey, LockedWording>,
}

/// The key of a wording.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct WordingKey {
    /// Its locale.
    pub locale: Locale,
    /// The concept's id.
    pub concept: String,
    /// The wording in its dictionary form.
    pub lemma: String,
}

/// The forms of a wording.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LockedWording {
    /// The class it declines by; the plausible ones where it is open, the likeliest first: `m/ma`.
    pub class: String,
    /// Where the class comes from: a [`ClassSource::as_str`].
    pub source: String,
    /// Who last reviewed it, and when.
    pub reviewer: Option<String>,
    /// Its forms.
    pub cells: BTreeMap<ParadigmCell, MarkedForms>,
}

/// The forms in a cell, the usual one first, and their review mark.
#[derive(Debug, Clone)]
pub struct MarkedForms {
    /// The mark.
    pub mark: ReviewMark,
    /// The forms.
    pub forms: Vec<String>,
    /// Whether a review may settle them: of an open class about which there is a question, only what all plausible
    /// classes share. Known where the forms were generated; the file does not say it, and it does not count when forms
    /// are compared.
    pub certain: bool,
}

/// The review mark of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ReviewMark {
    /// Not reviewed.
    New,
    /// Reviewed and correct.
    Reviewed,
    /// Reviewed and wrong.
    Wrong,
}

/// The differences between two locks in a wording: lines of the file, without marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormsChange {
    /// The wording.
    pub key: WordingKey,
    /// Lines that only the old lock has.
    pub removed: Vec<String>,
    /// Lines that only the new lock has.
    pub added: Vec<String>,
}

/// A lock that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct LockError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub problem: LockProblem,
}

/// What can be wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LockProblem {
    /// The file does not begin with the heading.
    #[error("the first line is not `{HEADING}`")]
    Heading,
    /// A newer tolmach wrote it.
    #[error("a newer tolmach wrote this (`{0}`; this version knows `{HEADING}`)")]
    Newer(String),
    /// A merge conflict marker.
    #[error("this is an unresolved merge conflict")]
    Conflict,
    /// Neither a heading nor a line of forms.
    #[error(
        "neither a wording (locale, concept, wording, class, source) nor a line of forms (mark, number and case, forms)"
    )]
    Shape,
    /// A line of forms before the first wording.
    #[error("forms without a wording")]
    Orphan,
    /// Not a language tag.
    #[error("`{0}` is not a language tag")]
    Locale(String),
    /// Not a number, case or gender.
    #[error("`{0}` is not a number, case or gender")]
    Cell(String),
    /// A duplicate wording or cell.
    #[error("`{0}` appears here for the second time")]
    Twice(String),
}

impl Hinted for LockError {
    fn hint(&self) -> Option<Message> {
        Some(Message::new(match self.problem {
            LockProblem::Conflict => "hint-forms-lock-conflict",
            LockProblem::Newer(_) => "hint-newer",
            _ => "hint-forms-lock-damaged",
        }))
    }

    fn all() -> Vec<Self> {
        let problems = [LockProblem::Conflict, LockProblem::Newer("2".to_owned()), LockProblem::Heading];
        problems.map(|problem| Self { line: 1, problem }).into()
    }
}

impl ReviewMark {
    const fn sign(self) -> &'static str {
        match self {
            Self::New => "?",
            Self::Reviewed => "+",
            Self::Wrong => "!",
        }
    }

    fn of(sign: &str) -> Option<Self> {
        [Self::New, Self::Reviewed, Self::Wrong].into_iter().find(|mark| mark.sign() == sign)
    }
}

/// Generates every form of a glossary, grouped by cell and not reviewed, with findings for unusable classes. Wordings
/// that do not decline by rule (English ones, those of mode `exact`) are left out.
#[must_use]
pub fn generate(concepts: &[Concept], grammars: &Grammars) -> Parsed<FormsLock> {
    let all = concepts.par_iter().flat_map_iter(|concept| {
        let terms = concept.terms.iter().flat_map(|(locale, terms)| terms.iter().map(move |term| (locale, term)));
        terms.map(move |(locale, term)| {
            let DeclinedTerm { paradigm, forms, error } = decline_term(grammars, locale, concept, term);
            let fault = error.map(|error| class_fault(locale, concept, term, &error));
            let wording = paradigm.map(|paradigm| {
                let key = WordingKey { locale: locale.clone(), concept: concept.id.clone(), lemma: term.text.clone() };
                (key, locked_wording(&paradigm, &forms, term.usage))
            });
            (wording, fault)
        })
    });
    let (mut wordings, mut findings) = (BTreeMap::new(), Vec::new());
    for (wording, fault) in all.collect::<Vec<_>>() {
        findings.extend(fault);
        if let Some((key, wording)) = wording {
            wordings.entry(key).or_insert(wording);
        }
    }
    Parsed { value: FormsLock { wordings }, findings }
}

fn locked_wording(paradigm: &Paradigm, forms: &[Form], usage: Usage) -> LockedWording {
    // No question is asked of a refused wording, which nothing writes: only a review can settle its forms.
    let may_be_settled = !paradigm.is_open() || usage < Usage::Admitted;
    let mut cells: BTreeMap<ParadigmCell, MarkedForms> = BTreeMap::new();
    for form in forms {
        let marked = cells.entry(ParadigmCell::of(form)).or_insert(MarkedForms {
            mark: ReviewMark::New,
            forms: Vec::new(),
            certain: true,
        });
        marked.certain &= form.certain || may_be_settled;
        if !marked.forms.contains(&form.text) {
            marked.forms.push(form.text.clone());
        }
    }
    let classes: Vec<String> = paradigm.classes.iter().map(ToString::to_string).collect();
    LockedWording { class: classes.join("/"), source: paradigm.source.as_str().to_owned(), reviewer: None, cells }
}

impl FormsLock {
    /// Reads a lock; fails on the first invalid line.
    pub fn parse(text: &str) -> Result<Self, LockError> {
        let mut lock = Self::default();
        let mut current: Option<WordingKey> = None;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut lines = text.lines().enumerate().map(|(at, line)| (at + 1, line.trim_end_matches('\r')));
        let heading = lines.next().map_or("", |(_, line)| line.trim_end());
        if heading != HEADING {
            let version = heading.strip_prefix("tolmach forms ").unwrap_or_default();
            let newer = version.starts_with(|c: char| c.is_ascii_digit());
            let problem = if newer { LockProblem::Newer(heading.to_owned()) } else { LockProblem::Heading };
            return Err(LockError { line: 1, problem });
        }
        for (line, text) in lines {
            if !text.trim().is_empty() && !text.starts_with('#') {
                lock.read_line(text, &mut current).map_err(|problem| LockError { line, problem })?;
            }
        }
        Ok(lock)
    }

    fn read_line(&mut self, text: &str, current: &mut Option<WordingKey>) -> Result<(), LockProblem> {
        if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| text.starts_with(mark)) {
            return Err(LockProblem::Conflict);
        }
        let fields: Vec<String> = text.split('\t').map(unescaped).collect();
        if let [sign, cell, forms @ ..] = fields.as_slice()
            && let Some(mark) = ReviewMark::of(sign)
        {
            let cell = ParadigmCell::parse(cell).map_err(LockProblem::Cell)?;
            if forms.is_empty() || forms.iter().any(String::is_empty) {
                return Err(LockProblem::Shape);
            }
            let wording = current.as_ref().and_then(|key| self.wordings.get_mut(key)).ok_or(LockProblem::Orphan)?;
            return match wording.cells.insert(cell, MarkedForms { mark, forms: forms.to_vec(), certain: true }) {
                None => Ok(()),
                Some(_) => Err(LockProblem::Twice(cell.to_string())),
            };
        }
        let (fields, reviewer) = match fields.as_slice() {
            [head @ .., reviewer] if head.len() == 5 => (head, Some(reviewer.clone())),
            fields => (fields, None),
        };
        let [locale, concept, lemma, class, source] = fields else { return Err(LockProblem::Shape) };
        let locale = locale.parse().map_err(|_| LockProblem::Locale(locale.clone()))?;
        if ClassSource::ALL.iter().all(|known| known.as_str() != source) {
            return Err(LockProblem::Shape);
        }
        let key = WordingKey { locale, concept: concept.clone(), lemma: lemma.clone() };
        let wording = LockedWording { class: class.clone(), source: source.clone(), reviewer, cells: BTreeMap::new() };
        if self.wordings.insert(key.clone(), wording).is_some() {
            return Err(LockProblem::Twice(key.lemma));
        }
        *current = Some(key);
        Ok(())
    }

    /// The text of the file.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut out = format!("{HEADING}\n{ABOUT}");
        for (key, wording) in &self.wordings {
            let reviewer = wording.reviewer.as_ref().map(|who| format!("\t{}", escaped(who))).unwrap_or_default();
            let _ = writeln!(out, "\n{}{reviewer}", heading(key, wording));
            for (cell, marked) in &wording.cells {
                let _ = writeln!(out, "{}\t{}", marked.mark.sign(), cell_line(*cell, marked));
            }
        }
        out
    }

    /// Copies the marks of lines that the old lock also has.
    #[must_use]
    pub fn with_marks_of(mut self, old: &Self) -> Self {
        for (key, wording) in &mut self.wordings {
            let Some(known) = old.wordings.get(key) else { continue };
            wording.reviewer.clone_from(&known.reviewer);
            for (cell, marked) in &mut wording.cells {
                if let Some(old) = known.cells.get(cell).filter(|old| old.forms == marked.forms) {
                    marked.mark = old.mark;
                }
            }
        }
        self
    }

    /// Marks those of a term's forms as certain that a person has reviewed, and those as uncertain that a person has
    /// rejected.
    pub fn confirm(&self, locale: &Locale, concept: &Concept, term: &Term, forms: &mut [Form]) {
        if self.wordings.is_empty() {
            return;
        }
        let key = WordingKey { locale: locale.clone(), concept: concept.id.clone(), lemma: term.text.clone() };
        let Some(known) = self.wordings.get(&key) else { return };
        for form in forms {
            let marked = known.cells.get(&ParadigmCell::of(form));
            match marked.filter(|marked| marked.forms.contains(&form.text)).map(|marked| marked.mark) {
                Some(ReviewMark::Reviewed) => form.certain = true,
                Some(ReviewMark::Wrong) => form.certain = false,
                Some(ReviewMark::New) | None => {}
            }
        }
    }

    /// The differences from a newer lock, by wording; marks are ignored.
    #[must_use]
    pub fn changes(&self, newer: &Self) -> Vec<FormsChange> {
        let keys: BTreeSet<&WordingKey> = self.wordings.keys().chain(newer.wordings.keys()).collect();
        keys.into_iter()
            .filter_map(|key| {
                let (old, new) = (self.lines(key), newer.lines(key));
                let only = |lines: &[String], others: &[String]| -> Vec<String> {
                    let others: BTreeSet<&String> = others.iter().collect();
                    lines.iter().filter(|line| !others.contains(line)).cloned().collect()
                };
                let (removed, added) = (only(&old, &new), only(&new, &old));
                (!removed.is_empty() || !added.is_empty()).then(|| FormsChange { key: key.clone(), removed, added })
            })
            .collect()
    }

    /// A wording's lines without marks and reviewer; empty if there is no such wording.
    fn lines(&self, key: &WordingKey) -> Vec<String> {
        let Some(wording) = self.wordings.get(key) else { return Vec::new() };
        let cells = wording.cells.iter().map(|(cell, marked)| cell_line(*cell, marked));
        std::iter::once(heading(key, wording)).chain(cells).collect()
    }

    /// The number of lines with a mark.
    #[must_use]
    pub fn count(&self, mark: ReviewMark) -> usize {
        self.wordings.values().flat_map(|wording| wording.cells.values()).filter(|marked| marked.mark == mark).count()
    }
}

impl PartialEq for MarkedForms {
    fn eq(&self, other: &Self) -> bool {
        (self.mark, &self.forms) == (other.mark, &other.forms)
    }
}

impl Eq for MarkedForms {}

impl MarkedForms {
    /// Whether the line has not been reviewed and can be.
    #[must_use]
    pub fn awaits_review(&self) -> bool {
        self.mark == ReviewMark::New && self.certain
    }
}

impl LockedWording {
    /// Whether any line has not been reviewed and can be: an open class has to be settled before its forms are.
    #[must_use]
    pub fn awaits_review(&self) -> bool {
        self.cells.values().any(MarkedForms::awaits_review)
    }

    /// Sets the mark of every line that has not been reviewed and can be.
    pub fn mark_remaining(&mut self, mark: ReviewMark, reviewer: Option<&str>) {
        for marked in self.cells.values_mut().filter(|marked| marked.awaits_review()) {
            marked.mark = mark;
        }
        self.reviewer = reviewer.map(str::to_owned).or(self.reviewer.take());
    }
}

fn heading(key: &WordingKey, wording: &LockedWording) -> String {
    let fields = [
        key.locale.to_string(),
        escaped(&key.concept),
        escaped(&key.lemma),
        escaped(&wording.class),
        wording.source.clone(),
    ];
    fields.join("\t")
}

fn cell_line(cell: ParadigmCell, marked: &MarkedForms) -> String {
    let forms: Vec<String> = marked.forms.iter().map(|form| escaped(form)).collect();
    format!("{cell}\t{}", forms.join("\t"))
}

/// Escapes a field, so that it has no tabs or line breaks.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' => out.push_str("\\\\"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            other => out.push(other),
        }
    }
    out
}

/// Reverses [`escaped`].
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('t') => out.push('\t'),
                Some('n') => out.push('\n'),
                Some('r') => out.push('\r'),
                Some(other) => out.push(other),
                None => out.push('\\'),
            },
            other => out.push(other),
        }
    }
    out
}
