//! The problems of one enum, as samples.

use super::{Finding, Place, Problem, Severity};

/// Everything that one enum can report, for tests and for reading stored findings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems {
    /// Name of the enum.
    pub name: &'static str,
    /// One finding for each value of [`Problem::all`], without a place.
    pub samples: Vec<Finding>,
}

impl Problems {
    /// Collects the problems of an enum.
    #[must_use]
    pub fn of<P: Problem>() -> Self {
        let path = std::any::type_name::<P>();
        let name = path.rsplit("::").next().unwrap_or(path);
        let samples = P::all().into_iter().map(|problem| Finding::new(problem, Severity::Neutral, Place::default()));
        Self { name, samples: samples.collect() }
    }
}
