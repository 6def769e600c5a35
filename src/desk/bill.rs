//! Usage of engines, as recorded in the ledger.

use super::{DeskError, Notice, Observer};
use crate::{
    ledger::{Bill, Journal, Ledger},
    project::{Layout, read_journal},
};

/// Returns what the engines of a project were used for, by engine, article, locale and day; empty if the project has no
/// ledger. Unreadable lines are reported as a notice. Needs neither settings nor the lock, and writes nothing.
pub fn bill(layout: &Layout, observer: &dyn Observer) -> Result<Vec<Bill>, DeskError> {
    let Some(journal) = read_journal(layout)? else { return Ok(Vec::new()) };
    report_damage(layout, &journal, observer);
    Ok(journal.bill())
}

/// Reports unreadable lines of the ledger.
pub(super) fn report_damage(layout: &Layout, journal: &Journal, observer: &dyn Observer) {
    if let Some((lines, first)) = journal.damaged() {
        let file = layout.name(&layout.ledger());
        observer.notice(&Notice::DamagedLedger { file, lines, first });
    }
}
