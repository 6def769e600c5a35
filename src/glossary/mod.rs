//! Which words are ours, in every form?
//!
//! [`load`] reads glossary files into a [`Termbase`]; [`Termbase::find`] finds terms in a text, in one pass for all
//! their forms; [`hints`] selects the terms a backend needs for a source text. [`lock`] records which generated forms
//! people have reviewed.

mod around;
mod automaton;
mod change;
mod choices;
mod class_fault;
mod derivations;
mod derived;
pub mod exchange;
mod extract;
mod finder;
mod folding;
mod forms;
mod grammar;
mod hashed;
mod hints;
mod index;
mod index_file;
mod lint;
mod locale_terms;
pub mod lock;
mod odd;
pub mod paradigm;
mod paradigm_cell;
mod problem;
mod read;
mod set_class;
mod termbase;
mod unsure;
mod vocabulary;
mod words;
mod write;

pub use change::{ConceptChange, ConceptChangeKind, WordingChange, compare};
pub use choices::{Choices, Quotations, apply};
use class_fault::class_fault;
pub use derivations::{DerivationError, Derivations, TextWords};
pub use derived::DerivedWord;
pub use extract::{Candidate, PhraseRules, extract, phrase_rules};
pub use finder::{Hit, Spelling, choose};
pub use folding::{Folded, Folding, Matching};
pub use forms::{
    ClassSource, DeclinedTerm, Paradigm, decline_term, forms_of, locales_that_spell, paradigm_in, paradigm_of,
    singulars_in,
};
pub use grammar::{Grammar, GrammarError, Grammars, grammars};
pub use hints::hints;
pub use lint::{Uses, contradictions, lint, unused};
pub use odd::{odd_word, odd_wordings};
pub use paradigm_cell::ParadigmCell;
pub use read::read;
pub use set_class::set_class;
pub use termbase::{IndexStore, Sight, Termbase, load, load_chosen};
pub use unsure::{ClassChoice, ClassQuestion, OpenClass, open_class, open_class_advice};
pub use vocabulary::{KnownWord, Owner, Vocabulary, WordSketch, mask};
pub use words::{FoldedWord, words};
pub use write::{normalized, write};

use crate::model::Problems;

pub(crate) use folding::{is_letter, is_mark};

/// Every problem that reading, linting or importing a glossary can report.
#[must_use]
pub fn problems() -> Vec<Problems> {
    vec![
        Problems::of::<problem::GlossaryProblem>(),
        Problems::of::<lint::LintProblem>(),
        Problems::of::<odd::OddWording>(),
        Problems::of::<unsure::OpenClassProblem>(),
        Problems::of::<exchange::ImportProblem>(),
    ]
}

/// JSON Schema of glossary files.
pub const SCHEMA: &str = include_str!("schema.json");
