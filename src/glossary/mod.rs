//! Which words are ours, in every form?
//!
//! [`load`] reads the glossary's files into a [`Termbase`]; [`Termbase::find`] finds its wordings in a text, one pass
//! over all forms of all terms; [`hints`] picks what a backend should know of a source text.

pub mod exchange;
mod finder;
mod folding;
mod forms;
mod grammar;
mod hints;
pub mod paradigm;
mod read;
mod termbase;
mod write;

pub use finder::{Hit, choose};
pub use folding::{Folded, Folding, Matching};
pub use forms::{ClassSource, Paradigm, forms_of, paradigm_of};
pub use grammar::{Grammar, GrammarError, Grammars, grammars};
pub use hints::hints;
pub use read::read;
pub use termbase::{Sight, Termbase, load};
pub use write::{concept_text, settled, write};

pub(crate) use folding::{is_letter, is_mark};
