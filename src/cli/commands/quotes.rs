//! `tolmach quotes`.

use crate::{
    cli::{
        app::App,
        args::{PlainFormat, Selection},
        exit::{Exit, Failure},
        observer::TerminalObserver,
        output::Printed,
    },
    desk,
    report::{self, QuoteRow},
};

/// Shows the direct quotations of articles, their speakers and translations.
pub(crate) fn run(app: &App, selection: &Selection, format: PlainFormat) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides_of(Some(selection), None, None))?;
    let visited = desk::quotes(&workspace, &workspace.slugs(&selection.slugs)?, &TerminalObserver::new(app))?;
    let mut exit = Exit::Clean;
    let mut rows: Vec<QuoteRow> = Vec::new();
    for (_, article) in visited.articles {
        match article {
            Ok(article) => {
                rows.extend(article.rows);
                exit = exit.max(Exit::after(&article.errors));
            }
            Err(error) => exit = exit.max(Exit::after([&error])),
        }
    }
    match format {
        PlainFormat::Json => app.print(&report::quotes_json(&rows), Printed::Json)?,
        PlainFormat::Full => app.print(&report::quote_table(&rows, &app.report_words()), app.text())?,
    }
    if rows.is_empty() {
        app.notify(&app.say("quotes-none", &[]));
    }
    Ok(exit)
}
