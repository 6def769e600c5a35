//! What do other programs write and read of a glossary? Tables ([`ExchangeFormat::Csv`], [`ExchangeFormat::Tsv`]), TBX,
//! `OmegaT`'s list.
//!
//! Reading goes on after a bad row or entry: what is wrong is a finding of rule `glossary-import` with file and line.
//!
//! What is carried: TBX and tables carry a whole concept. `OmegaT`'s list carries, for one pair of locales, the
//! preferred source wording, the preferred and admitted target wordings, and definition, note and refused wordings as
//! a comment that people read; ids, kinds, classes, forms and statuses are not in it.

mod decode;
mod ids;
mod omegat;
mod problem;
mod sheet;
mod table;
mod tbx;

use std::collections::HashMap;

use crate::{
    model::{Concept, Finding, Locale, Pair, Parsed, Place, Severity},
    xml::{self, XmlError},
};

pub(super) use self::problem::ImportProblem;

use self::ids::Ids;
use super::{Grammars, class_fault, forms::paradigm_of, write::settled};

pub use decode::decode;

/// The formats of other programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ExchangeFormat {
    /// A table parted by commas (or semicolons).
    Csv,
    /// A table parted by tabs.
    Tsv,
    /// TBX.
    Tbx,
    /// `OmegaT`'s list of one pair of locales.
    Omegat,
}

/// A file from which no glossary can be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExchangeError {
    /// Neither UTF-8 nor UTF-16.
    #[error("neither UTF-8 nor UTF-16 at byte {offset}")]
    Encoding {
        /// The byte at which it is neither.
        offset: usize,
    },
    /// Not XML, or broken XML.
    #[error(transparent)]
    Xml(#[from] XmlError),
    /// XML, but no TBX.
    #[error("this is not TBX but `<{root}>`")]
    NotTbx {
        /// The root element found.
        root: String,
    },
    /// Another version of TBX.
    #[error("TBX of this version cannot be read: `{version}`")]
    Version {
        /// What tells the version: the namespace or the style.
        version: String,
    },
}

impl ExchangeError {
    /// What to do about it.
    #[must_use]
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Encoding { .. } => "save the file as UTF-8",
            Self::Xml(error) => error.hint(),
            Self::NotTbx { .. } => {
                "give the `.tbx` file that the terminology tool exported, or name its format: `--format`"
            }
            Self::Version { .. } => {
                "export it as TBX version 3 (namespace `urn:iso:std:iso:30042:ed-2`), style `dca` or `dct`"
            }
        }
    }
}

/// Reads the concepts of a file, shown as `path` in what is said of it. Fails where the file as a whole is none of that
/// format.
pub fn read(
    format: ExchangeFormat,
    path: &str,
    bytes: &[u8],
    pair: &Pair,
) -> Result<Parsed<Vec<Concept>>, ExchangeError> {
    Ok(match format {
        ExchangeFormat::Csv => sheet::read(path, &decode(bytes)?, ','),
        ExchangeFormat::Tsv => sheet::read(path, &decode(bytes)?, '\t'),
        ExchangeFormat::Tbx => tbx::read(path, xml::decode(bytes)?)?,
        ExchangeFormat::Omegat => omegat::read(path, &decode(bytes)?, pair),
    })
}

/// Writes concepts for another program. `locales` are those that are wanted, all where it is empty; the same concepts
/// give the same bytes.
#[must_use]
pub fn write(format: ExchangeFormat, concepts: &[Concept], locales: &[Locale], pair: &Pair) -> String {
    let wanted = |locale: &Locale| locales.is_empty() || locales.contains(locale);
    let concepts: Vec<Concept> = concepts
        .iter()
        .map(|concept| {
            let mut concept = settled(concept);
            concept.terms.retain(|locale, _| wanted(locale));
            concept
        })
        .filter(|concept| !concept.terms.is_empty())
        .collect();
    match format {
        ExchangeFormat::Csv => sheet::write(&concepts, ','),
        ExchangeFormat::Tsv => sheet::write(&concepts, '\t'),
        ExchangeFormat::Tbx => tbx::write(&concepts, &pair.source),
        ExchangeFormat::Omegat => omegat::write(&concepts, pair),
    }
}

/// What came in, sorted by what is there already.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sorted {
    /// Concepts that are not there yet.
    pub new: Vec<Concept>,
    /// How many are there already, word for word.
    pub same: usize,
    /// Concepts whose id is there with another content, or came in twice: what is there stays.
    pub findings: Vec<Finding>,
}

/// Sorts incoming concepts by id. What a glossary holds is never overwritten.
#[must_use]
pub fn sort_out(known: &[Concept], incoming: Vec<Concept>) -> Sorted {
    let mut sorted = Sorted::default();
    let there: HashMap<&str, &Concept> = known.iter().map(|concept| (concept.id.as_str(), concept)).collect();
    let mut came: HashMap<String, String> = HashMap::new();
    for concept in incoming {
        let at = format!("{}:{}", concept.file, concept.line);
        if let Some(first) = came.get(&concept.id) {
            let problem = ImportProblem::SameId { id: concept.id.clone(), first: first.clone() };
            sorted.findings.push(finding(&concept.file, concept.line, Severity::Major, problem));
            continue;
        }
        came.insert(concept.id.clone(), at);
        match there.get(concept.id.as_str()) {
            Some(own) if settled(own) == settled(&concept) => sorted.same += 1,
            Some(own) => {
                let first = format!("{}:{}", own.file, own.line);
                let problem = ImportProblem::OtherContent { id: concept.id.clone(), first };
                sorted.findings.push(finding(&concept.file, concept.line, Severity::Major, problem));
            }
            None => sorted.new.push(concept),
        }
    }
    sorted
}

/// Gives concepts without an id one after their first wording in ASCII, none that `known` has.
#[must_use]
pub fn named(known: &[Concept], mut concepts: Vec<Concept>) -> Vec<Concept> {
    let mut ids = Ids::default();
    for id in known.iter().chain(&concepts).map(|concept| concept.id.as_str()).filter(|id| !id.is_empty()) {
        ids.take(id);
    }
    for concept in concepts.iter_mut().filter(|concept| concept.id.is_empty()) {
        let term = concept.terms.values().flatten().find(|term| term.text.is_ascii());
        concept.id = ids.after(term.map_or("", |term| &term.text));
    }
    concepts
}

/// What is wrong with the classes that concepts carry.
#[must_use]
pub fn class_faults(concepts: &[Concept], grammars: &Grammars) -> Vec<Finding> {
    let mut findings = Vec::new();
    for concept in concepts {
        for (locale, terms) in &concept.terms {
            for term in terms.iter().filter(|term| term.class.is_some()) {
                let Err(error) = paradigm_of(grammars, locale, concept, term) else { continue };
                findings.push(class_fault(locale, concept, term, &error));
            }
        }
    }
    findings
}

/// A finding about a line of another program's file.
fn finding(path: &str, line: usize, severity: Severity, problem: ImportProblem) -> Finding {
    let place = Place { file: Some(path.to_owned()), line: (line > 0).then_some(line), ..Place::default() };
    Finding::new(problem, severity, place)
}
