//! What can be done with a glossary: its terms found and declined, their forms reviewed, tables imported and exported?
//!
//! Functions here work on a project's glossary files, or on the terms that a [`Desk`](super::Desk) has loaded, and
//! return plain values. The caller of one that writes holds the project's lock
//! ([`Workspace::lock`](super::Workspace::lock)).

mod add;
mod candidates;
mod classes;
mod compare;
mod error;
mod exchange;
mod files;
mod find;
mod forms;
mod lint;
mod locked;
mod review;
mod scope;
mod written_class;

pub use add::{Added, CountedForms, NewConcept, add};
pub use candidates::{candidates, table_of};
pub use classes::{ClassAnswer, LISTED, SettledClasses, write_classes};
pub use compare::{Compared, compare};
pub use error::GlossaryError;
pub use exchange::{Exported, ImportedFile, ImportedTerms, TermImportOptions, export, import};
pub use find::{FoundDerived, FoundTerm, find, find_derived};
pub use forms::{ClassFrom, FormsOptions, FormsResult, WordForms, forms};
pub use lint::lint;
pub use locked::{FormsCheck, FormsChecked, FormsWritten, Unsettled, check_forms, write_forms};
pub use review::{OpenWording, ReviewAnswer, accept_forms, review_forms, settle_classes};
pub use scope::ReviewOptions;
pub use written_class::WrittenClass;

pub use crate::glossary::{
    Candidate, ClassChoice, ClassQuestion, ConceptChange, OpenClass, exchange::ExchangeFormat, lock::FormsChange,
    open_class_advice as open_class_findings,
};
