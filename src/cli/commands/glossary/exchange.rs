//! `tolmach glossary import` and `tolmach glossary export`.

use std::path::Path;

use crate::{
    cli::{
        app::App,
        args::{CheckFormat, Exchange, GlossaryExport, GlossaryImport},
        exit::{Exit, Failure},
        output::Printed,
        worded::{gate_exit, print_findings, render, severities, worded_loose},
    },
    desk::glossary::{self, ExchangeFormat, TermImportOptions},
    messages::Value,
};

/// Imports glossaries of other programs.
pub(super) fn import(app: &App, what: GlossaryImport) -> Result<Exit, Failure> {
    let workspace = app.open_without_glossary(&app.overrides())?;
    let _lock = app.lock(&workspace, "glossary import")?;
    let is_printed = what.output.as_deref() == Some(Path::new("-"));
    let options = TermImportOptions { format: what.format.map(format_of), locale: what.locale, output: what.output };
    let imported = glossary::import(&workspace, &what.files, &options);
    for file in &imported.files {
        let args = [("new", file.new.into()), ("same", file.same.into()), ("file", Value::Text(&file.file))];
        app.notify(&app.say("glossary-imported", &args));
    }
    let list = worded_loose(app, imported.findings);
    if is_printed {
        app.print(&imported.text, Printed::File)?;
        print_findings(&list);
    } else {
        app.print(&render(app, CheckFormat::Full, &list), app.text())?;
    }
    let failed = imported.error.map_or(Exit::Clean, |error| app.report(&error.into()));
    Ok(failed.max(gate_exit(&workspace, severities(&list))))
}

/// Writes the glossary for another program.
pub(super) fn export(app: &App, what: &GlossaryExport) -> Result<Exit, Failure> {
    let workspace = app.open_without_glossary(&app.overrides())?;
    let (format, file) = (what.format.map(format_of), what.file.as_deref());
    let exported = glossary::export(&workspace, format, file, &what.locales)?;
    app.deliver(&exported.text, Printed::File, file)?;
    let list = worded_loose(app, exported.findings);
    print_findings(&list);
    Ok(gate_exit(&workspace, severities(&list)))
}

const fn format_of(format: Exchange) -> ExchangeFormat {
    match format {
        Exchange::Tbx => ExchangeFormat::Tbx,
        Exchange::Csv => ExchangeFormat::Csv,
        Exchange::Tsv => ExchangeFormat::Tsv,
        Exchange::Omegat => ExchangeFormat::Omegat,
    }
}
