//! The lock of a glossary's forms: compared with what the rules make now, and written.

use super::GlossaryError;
use crate::{
    desk::{DeskError, Notice, Observer},
    glossary::lock::{FormsChange, FormsLock, ReviewMark, made},
    model::{Finding, Locale},
    project::{Glossary, Layout, read_text, write_if_changed},
};

/// What came of a comparison with the lock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormsChecked {
    /// The lock's file, as people name it.
    pub file: String,
    /// What is wrong in the glossary.
    pub findings: Vec<Finding>,
    /// How the lock stands to the forms that the rules make now.
    pub check: FormsCheck,
}

/// How a lock stands to the forms that the rules make now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormsCheck {
    /// There is no lock, and no wording that declines.
    Needless,
    /// There is no lock yet.
    NoLock,
    /// There is one.
    Locked {
        /// What the rules make differently now.
        changes: Vec<FormsChange>,
        /// The lines that are not settled.
        unsettled: Unsettled,
    },
}

/// The lines of a lock that are not settled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Unsettled {
    /// How many wait for a person.
    pub open: usize,
    /// How many were found wrong.
    pub wrong: usize,
}

/// What came of writing the lock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormsWritten {
    /// The lock's file, as people name it.
    pub file: String,
    /// Whether it had other bytes before.
    pub written: bool,
    /// What is wrong in the glossary.
    pub findings: Vec<Finding>,
    /// The lines that are not settled.
    pub unsettled: Unsettled,
}

/// Compares the lock with the forms that the rules make now, in these locales, or in all where none is named.
pub fn check_forms(layout: &Layout, locales: &[Locale], observer: &dyn Observer) -> Result<FormsChecked, DeskError> {
    let (now, findings) = made_now(layout, observer)?;
    let check = match read(layout)? {
        None if now.wordings.is_empty() => FormsCheck::Needless,
        None => FormsCheck::NoLock,
        Some(lock) => {
            let mut changes = lock.changes(&now);
            changes.retain(|change| locales.is_empty() || locales.contains(&change.key.locale));
            FormsCheck::Locked { changes, unsettled: unsettled(&lock) }
        }
    };
    Ok(FormsChecked { file: layout.name(&layout.forms_lock()), findings, check })
}

/// Writes the lock; what people said of lines that stay is kept.
pub fn write_forms(layout: &Layout, observer: &dyn Observer) -> Result<FormsWritten, DeskError> {
    let (lock, findings) = refreshed(layout, observer)?;
    save(layout, &lock, findings)
}

/// The forms that the rules make now, with what people have said of those that the lock has, and what is wrong in the
/// glossary.
pub(super) fn refreshed(layout: &Layout, observer: &dyn Observer) -> Result<(FormsLock, Vec<Finding>), DeskError> {
    let (now, findings) = made_now(layout, observer)?;
    let lock = match read(layout)? {
        Some(old) => now.with_marks_of(&old),
        None => now,
    };
    Ok((lock, findings))
}

/// Writes a lock as a whole or not at all.
pub(super) fn save(layout: &Layout, lock: &FormsLock, findings: Vec<Finding>) -> Result<FormsWritten, DeskError> {
    let path = layout.forms_lock();
    let written = write_if_changed(&path, lock.to_text().as_bytes())?;
    Ok(FormsWritten { file: layout.name(&path), written, findings, unsettled: unsettled(lock) })
}

/// Reports what is wrong in a glossary.
pub(super) fn report_all(findings: &[Finding], observer: &dyn Observer) {
    for finding in findings {
        observer.notice(&Notice::GlossaryFault(Box::new(finding.clone())));
    }
}

/// What the rules make of the glossary now, and what is wrong with it.
fn made_now(layout: &Layout, observer: &dyn Observer) -> Result<(FormsLock, Vec<Finding>), DeskError> {
    let Glossary { grammars, concepts, mut findings } = Glossary::load(Some(layout))?;
    let mut made = made(&concepts, &grammars);
    findings.append(&mut made.findings);
    report_all(&findings, observer);
    Ok((made.value, findings))
}

/// The lock; `None` where there is none yet.
fn read(layout: &Layout) -> Result<Option<FormsLock>, DeskError> {
    let path = layout.forms_lock();
    if !path.exists() {
        return Ok(None);
    }
    let lock = FormsLock::parse(&read_text(&path)?)
        .map_err(|error| GlossaryError::FormsLock { file: layout.name(&path), error })?;
    Ok(Some(lock))
}

fn unsettled(lock: &FormsLock) -> Unsettled {
    Unsettled { open: lock.count(ReviewMark::New), wrong: lock.count(ReviewMark::Wrong) }
}
