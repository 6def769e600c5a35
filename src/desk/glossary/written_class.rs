//! A class that was written into a glossary file.

use crate::model::Locale;

/// A class that was written into a glossary file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenClass {
    /// The locale.
    pub locale: Locale,
    /// The wording that now has the class.
    pub wording: String,
    /// The class.
    pub class: String,
    /// The file, as shown to users.
    pub file: String,
}
