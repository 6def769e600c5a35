//! What engines were asked, answered and billed, as the ledger has it.

use super::{DeskError, Notice, Observer};
use crate::{
    ledger::{Bill, Journal, Ledger},
    project::{Layout, read_journal},
};

/// What the engines of a project were used for, by engine, article, locale and day; nothing where the project has no
/// ledger. Lines that cannot be read are a notice. Neither settings nor the lock are needed, and nothing is written.
pub fn bill(layout: &Layout, observer: &dyn Observer) -> Result<Vec<Bill>, DeskError> {
    let Some(journal) = read_journal(layout)? else { return Ok(Vec::new()) };
    report_damage(layout, &journal, observer);
    Ok(journal.bill())
}

/// Reports lines of the ledger that cannot be read.
pub(super) fn report_damage(layout: &Layout, journal: &Journal, observer: &dyn Observer) {
    if let Some((lines, first)) = journal.damaged() {
        let file = layout.name(&layout.ledger());
        observer.notice(&Notice::DamagedLedger { file, lines, first });
    }
}
