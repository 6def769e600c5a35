//! Which words are ours, in every form?
//!
//! [`load`] reads the glossary's files into a [`Termbase`]; [`Termbase::find`] finds its wordings in a text, one pass
//! over all forms of all terms; [`hints`] picks what a backend should know of a source text.

mod change;
mod choices;
pub mod exchange;
mod extract;
mod finder;
mod folding;
mod forms;
mod grammar;
mod hints;
mod lint;
pub mod paradigm;
mod read;
mod termbase;
mod write;

pub use change::{Change, What, Wording, compare};
pub use choices::{Choices, apply};
pub use extract::{Candidate, Stops, extract, stops};
pub use finder::{Hit, choose};
pub use folding::{Folded, Folding, Matching};
pub use forms::{ClassSource, Paradigm, forms_of, paradigm_of};
pub use grammar::{Grammar, GrammarError, Grammars, grammars};
pub use hints::hints;
pub use lint::{Uses, lint, unused};
pub use read::{kind_named, read};
pub use termbase::{Sight, Termbase, load, load_chosen};
pub use write::{settled, write};

pub(crate) use folding::{is_letter, is_mark};
