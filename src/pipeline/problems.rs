//! Everything that can be reported of content: the list of all enums of problems, and those of the pipeline itself.

use crate::{
    backend::Reason,
    bilingual, check, edition, glossary, memory,
    model::{Args, Problem, Problems},
    source,
};

/// A draft was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRejectedProblem {
    /// The engine's product name.
    pub engine: String,
    /// Why.
    pub reason: Reason,
}

impl Problem for DraftRejectedProblem {
    fn rule(&self) -> &'static str {
        "draft-rejected"
    }

    fn id(&self) -> &'static str {
        "draft-rejected"
    }

    fn args(&self) -> Args {
        vec![("engine", (&self.engine).into()), ("reason", self.reason.message().into())]
    }

    fn all() -> Vec<Self> {
        Reason::all().into_iter().map(|reason| Self { engine: "Apertium".to_owned(), reason }).collect()
    }
}

/// An exception in the settings matches no finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnusedIgnoreProblem {
    /// The rule that it is for.
    pub rule: String,
}

impl Problem for UnusedIgnoreProblem {
    fn rule(&self) -> &'static str {
        "ignore-unused"
    }

    fn id(&self) -> &'static str {
        "ignore-unused"
    }

    fn args(&self) -> Args {
        vec![("name", (&self.rule).into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { rule: "numbers".to_owned() }]
    }
}

/// All that can be reported, one entry for each enum of problems.
#[must_use]
pub fn problems() -> Vec<Problems> {
    let own = [Problems::of::<DraftRejectedProblem>(), Problems::of::<UnusedIgnoreProblem>()];
    let folders = [
        check::problems(),
        glossary::problems(),
        source::problems(),
        bilingual::problems(),
        memory::problems(),
        edition::problems(),
    ];
    folders.into_iter().flatten().chain(own).collect()
}
