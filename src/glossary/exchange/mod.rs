//! What do other programs write and read of a glossary? Tables ([`ExchangeFormat::Csv`], [`ExchangeFormat::Tsv`]), TBX,
//! `OmegaT`'s list.
//!
//! Reading goes on after a bad row or entry: what is wrong is a finding of rule `glossary-import` with file and line.
//!
//! What is carried: TBX and tables carry a whole concept. `OmegaT`'s list carries, for one pair of locales, the
//! preferred source wording, the preferred and admitted target wordings, and definition, note and refused wordings as
//! a comment that people read; ids, kinds, classes, forms and statuses are not in it.

mod decode;
mod error;
mod ids;
mod omegat;
mod problem;
mod sheet;
mod table;
mod tbx;

use std::collections::HashMap;

use crate::{
    model::{Concept, Finding, Locale, Pair, Parsed, Severity},
    xml,
};

pub(super) use self::problem::ImportProblem;

use self::problem::finding;
use super::{Grammars, class_fault, forms::paradigm_of, write::settled};

pub use decode::decode;
pub use error::ExchangeError;
pub use ids::named;

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
