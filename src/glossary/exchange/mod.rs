//! How are glossaries exchanged with other programs? As tables ([`ExchangeFormat::Csv`], [`ExchangeFormat::Tsv`]), TBX,
//! or `OmegaT`'s glossary.
//!
//! Reading continues after an invalid row or entry, which is a finding of rule `glossary-import` with file and line.
//!
//! TBX and tables carry whole concepts. An `OmegaT` glossary carries, for one pair of locales, the preferred and
//! admitted source and target wordings, and definition, note and refused wordings as a comment for people; ids, kinds,
//! classes, forms and statuses are lost.

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
use super::{Grammars, class_fault, forms::paradigm_of, write::normalized};

pub use decode::decode;
pub use error::ExchangeError;
pub use ids::{assign_ids, free_id};

/// The formats of other programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ExchangeFormat {
    /// A table separated by commas (or semicolons).
    Csv,
    /// A table separated by tabs.
    Tsv,
    /// TBX.
    Tbx,
    /// An `OmegaT` glossary for one pair of locales.
    Omegat,
}

/// Reads the concepts of a file; findings refer to it as `path`. Fails if the file as a whole is not in that format.
pub fn read(
    format: ExchangeFormat,
    path: &str,
    bytes: &[u8],
    pair: &Pair,
) -> Result<Parsed<Vec<Concept>>, ExchangeError> {
    Ok(match format {
        ExchangeFormat::Csv => sheet::read(path, &decode(bytes)?, ','),
        ExchangeFormat::Tsv => sheet::read(path, &decode(bytes)?, '\t'),
        ExchangeFormat::Tbx => tbx::read(path, &xml::decode(bytes)?)?,
        ExchangeFormat::Omegat => omegat::read(path, &decode(bytes)?, pair),
    })
}

/// Writes concepts for another program, with the terms of `locales`, or of all locales if it is empty. Output is
/// deterministic.
#[must_use]
pub fn write(format: ExchangeFormat, concepts: &[Concept], locales: &[Locale], pair: &Pair) -> String {
    let is_requested = |locale: &Locale| locales.is_empty() || locales.contains(locale);
    let concepts: Vec<Concept> = concepts
        .iter()
        .map(|concept| {
            let mut concept = normalized(concept);
            concept.terms.retain(|locale, _| is_requested(locale));
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

/// Imported concepts, compared with the existing ones.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportComparison {
    /// Concepts that do not exist yet.
    pub new: Vec<Concept>,
    /// The number of concepts that already exist with the same content.
    pub same: usize,
    /// Concepts whose id exists with other content or occurs twice in the import; none of these is taken over.
    pub findings: Vec<Finding>,
}

/// Compares imported concepts with the known ones by id. Existing concepts are never overwritten.
#[must_use]
pub fn compare_import(known: &[Concept], incoming: Vec<Concept>) -> ImportComparison {
    let mut comparison = ImportComparison::default();
    let existing: HashMap<&str, &Concept> = known.iter().map(|concept| (concept.id.as_str(), concept)).collect();
    let mut imported: HashMap<String, String> = HashMap::new();
    for concept in incoming {
        let at = format!("{}:{}", concept.file, concept.line);
        if let Some(first) = imported.get(&concept.id) {
            let problem = ImportProblem::SameId { id: concept.id.clone(), first: first.clone() };
            comparison.findings.push(finding(&concept.file, concept.line, Severity::Major, problem));
            continue;
        }
        imported.insert(concept.id.clone(), at);
        match existing.get(concept.id.as_str()) {
            Some(other) if normalized(other) == normalized(&concept) => comparison.same += 1,
            Some(other) => {
                let first = format!("{}:{}", other.file, other.line);
                let problem = ImportProblem::OtherContent { id: concept.id.clone(), first };
                comparison.findings.push(finding(&concept.file, concept.line, Severity::Major, problem));
            }
            None => comparison.new.push(concept),
        }
    }
    comparison
}

/// Findings for unusable classes of concepts.
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
