//! A check's findings, and what reports say beside them.

use super::{WordedFinding, WordedWaived};
use crate::model::{Locale, Severity};

/// The findings of a check, and what reports say beside them.
#[derive(Debug, Clone, Copy)]
pub struct CheckReport<'a> {
    /// The findings, in their order.
    pub findings: &'a [WordedFinding],
    /// The findings that somebody has waived.
    pub waived: &'a [WordedWaived],
    /// Errors for what could not be checked, in English.
    pub errors: &'a [String],
    /// The severity from which a finding is shown as a failure; `None` is never.
    pub gate: Option<Severity>,
    /// The title of a page.
    pub title: &'a str,
    /// The language of the articles.
    pub source: &'a Locale,
    /// The language of the messages.
    pub language: &'a Locale,
    /// The project's folder within its repository (`translations/`), as reports of CI name files; empty for its root.
    pub folder: &'a str,
    /// When the check was made: `YYYY-MM-DDThh:mm:ss` in UTC.
    pub time: &'a str,
}

impl CheckReport<'_> {
    /// The path of a file within the repository.
    pub(super) fn path(&self, file: &str) -> String {
        if file.is_empty() { String::new() } else { format!("{}{file}", self.folder) }
    }
}
