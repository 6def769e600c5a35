//! How do we read and write XML strictly, keeping positions?
//!
//! [`Reader`] is a pull reader on top of quick-xml, which is fast but forgiving: it accepts truncated files, two root
//! elements, control characters and a million levels of nesting. This reader rejects them, reports the byte and line of
//! the error, and gives the byte span of everything it reads, so that a file can be saved by replacing only what
//! changed. [`escape_text`] and [`escape_attribute`] are for writing.

mod chars;
mod error;
mod escape;
mod reader;
mod scope;
mod tag;

pub use chars::{decode, is_legal, utf_16};
pub use error::{MAX_DEPTH, XmlError, XmlProblem};
pub use escape::{escape_attribute, escape_text};
pub use reader::{Doctype, Event, Reader, ReaderOptions};
pub use tag::{Attribute, Tag};
