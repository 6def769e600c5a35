//! The lock of a glossary's forms: compares it with what the rules produce now, and writes it.

use super::GlossaryError;
use crate::{
    desk::{DeskError, Notice, Observer},
    glossary::lock::{FormsChange, FormsLock, ReviewMark, generate},
    model::{Finding, Locale},
    project::{Glossary, Layout, exists, read_text, write_through},
};

/// The result of comparing the lock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormsChecked {
    /// The lock's file, as shown to users.
    pub file: String,
    /// Findings in the glossary.
    pub findings: Vec<Finding>,
    /// How the lock compares with the forms that the rules produce now.
    pub check: FormsCheck,
}

/// How a lock compares with the forms that the rules produce now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormsCheck {
    /// There is no lock, and no term that declines.
    Needless,
    /// There is no lock yet.
    NoLock,
    /// There is a lock.
    Locked {
        /// The forms that the rules now produce differently.
        changes: Vec<FormsChange>,
        /// The unsettled lines of the lock.
        unsettled: Unsettled,
    },
}

/// The unsettled lines of a lock.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Unsettled {
    /// The number of lines that wait for a person.
    pub open: usize,
    /// The number of lines marked as wrong.
    pub wrong: usize,
}

/// The result of writing the lock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormsWritten {
    /// The lock's file, as shown to users.
    pub file: String,
    /// Whether its content changed.
    pub written: bool,
    /// Findings in the glossary.
    pub findings: Vec<Finding>,
    /// The unsettled lines of the lock.
    pub unsettled: Unsettled,
}

/// Compares the lock with the forms that the rules produce now, in these locales, or in all if empty.
pub fn check_forms(layout: &Layout, locales: &[Locale], observer: &dyn Observer) -> Result<FormsChecked, DeskError> {
    let (current, findings) = current_forms(layout, observer)?;
    let check = match read_lock(layout)? {
        None if current.wordings.is_empty() => FormsCheck::Needless,
        None => FormsCheck::NoLock,
        Some(lock) => {
            let mut changes = lock.changes(&current);
            changes.retain(|change| locales.is_empty() || locales.contains(&change.key.locale));
            FormsCheck::Locked { changes, unsettled: unsettled(&lock) }
        }
    };
    Ok(FormsChecked { file: layout.name(&layout.forms_lock()), findings, check })
}

/// Writes the lock; the review marks of unchanged lines are kept.
pub fn write_forms(layout: &Layout, observer: &dyn Observer) -> Result<FormsWritten, DeskError> {
    let (lock, findings) = updated_lock(layout, observer)?;
    save(layout, &lock, findings)
}

/// Returns the forms that the rules produce now, with the review marks of those already in the lock, and the glossary's
/// findings.
pub(super) fn updated_lock(layout: &Layout, observer: &dyn Observer) -> Result<(FormsLock, Vec<Finding>), DeskError> {
    let (current, findings) = current_forms(layout, observer)?;
    let lock = match read_lock(layout)? {
        Some(old) => current.with_marks_of(&old),
        None => current,
    };
    Ok((lock, findings))
}

/// Writes a lock atomically.
pub(super) fn save(layout: &Layout, lock: &FormsLock, findings: Vec<Finding>) -> Result<FormsWritten, DeskError> {
    let path = layout.forms_lock();
    let written = write_through(&path, lock.to_text().as_bytes())?;
    Ok(FormsWritten { file: layout.name(&path), written, findings, unsettled: unsettled(lock) })
}

/// Reports the findings of a glossary.
pub(super) fn report_findings(findings: &[Finding], observer: &dyn Observer) {
    for finding in findings {
        observer.notice(&Notice::GlossaryFault(Box::new(finding.clone())));
    }
}

/// Returns the forms that the rules produce from the glossary now, and its findings.
fn current_forms(layout: &Layout, observer: &dyn Observer) -> Result<(FormsLock, Vec<Finding>), DeskError> {
    let Glossary { grammars, concepts, mut findings, .. } = Glossary::load(Some(layout))?;
    let mut forms = generate(&concepts, &grammars);
    findings.append(&mut forms.findings);
    report_findings(&findings, observer);
    Ok((forms.value, findings))
}

/// Reads the lock; `None` if there is none yet.
pub(super) fn read_lock(layout: &Layout) -> Result<Option<FormsLock>, DeskError> {
    let path = layout.forms_lock();
    if !exists(&path)? {
        return Ok(None);
    }
    let lock = FormsLock::parse(&read_text(&path)?)
        .map_err(|error| GlossaryError::FormsLock { file: layout.name(&path), error })?;
    Ok(Some(lock))
}

fn unsettled(lock: &FormsLock) -> Unsettled {
    Unsettled { open: lock.count(ReviewMark::New), wrong: lock.count(ReviewMark::Wrong) }
}
