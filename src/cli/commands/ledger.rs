//! `tolmach ledger`.

use crate::{
    cli::{
        app::App,
        args::LedgerFormat,
        exit::{Exit, Failure},
        observer::TerminalObserver,
        output::Printed,
    },
    desk,
    project::{Layout, find_root},
    report,
};

/// Shows the requests to engines, their answers and what was billed.
pub(crate) fn run(app: &App, format: LedgerFormat) -> Result<Exit, Failure> {
    let layout = Layout { root: find_root(&app.start())? };
    let bills = desk::bill(&layout, &TerminalObserver::new(app))?;
    match format {
        LedgerFormat::Full => app.print(&report::bill_table(&bills, &app.report_words()), app.text())?,
        LedgerFormat::Json => app.print(&report::bill_json(&bills), Printed::Json)?,
        LedgerFormat::Csv => app.print(&report::bill_csv(&bills), Printed::File)?,
    }
    if bills.is_empty() {
        app.notify(&app.say("bill-none", &[]));
    }
    Ok(Exit::Clean)
}
