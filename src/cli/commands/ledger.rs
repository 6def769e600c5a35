//! `tolmach ledger`.

use crate::{
    cli::{
        app::App,
        args::LedgerFormat,
        exit::{Exit, Failure},
        observer::TerminalObserver,
    },
    desk,
    project::{Layout, find_root},
    report,
};

/// Shows the requests to engines, their answers and what was billed.
pub(crate) fn run(app: &App, format: LedgerFormat) -> Result<Exit, Failure> {
    let layout = Layout { root: find_root(&app.start())? };
    let bills = desk::bill(&layout, &TerminalObserver::new(app))?;
    let text = match format {
        LedgerFormat::Full => report::bill_table(&bills, &app.report_words()),
        LedgerFormat::Json => report::bill_json(&bills),
        LedgerFormat::Csv => report::bill_csv(&bills),
    };
    app.deliver(&text, None)?;
    if bills.is_empty() {
        app.notify(&app.say("bill-none", &[]));
    }
    Ok(Exit::Clean)
}
