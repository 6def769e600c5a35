//! `tolmach glossary import` and `tolmach glossary export`

use crate::{
    cli::{
        app::App,
        args::{CheckFormat, Exchange, GlossaryExport, GlossaryImport},
        exit::{Exit, Failure},
        worded::{gate, rendered, severities, talk_of, worded_loose},
    },
    desk::glossary::{self, ExchangeFormat, TermImportOptions},
    messages::Value,
};

/// Takes over other programs' glossaries.
pub(super) fn import(app: &App, what: GlossaryImport) -> Result<Exit, Failure> {
    let workspace = app.open_without_glossary(&app.overrides())?;
    let _lock = app.lock(&workspace, "glossary import")?;
    let options = TermImportOptions { format: what.format.map(format_of), locale: what.locale, output: what.output };
    let imported = glossary::import(&workspace, &what.files, &options);
    for taken in &imported.files {
        let args = [("new", taken.new.into()), ("same", taken.same.into()), ("file", Value::Text(&taken.file))];
        app.tell(&app.say("glossary-imported", &args));
    }
    let list = worded_loose(app, imported.findings);
    app.deliver(&rendered(app, CheckFormat::Full, &list), None)?;
    let failed = imported.error.map_or(Exit::Clean, |error| app.shown(&error.into()));
    Ok(failed.max(gate(&workspace, severities(&list))))
}

/// Writes the glossary for another program.
pub(super) fn export(app: &App, what: &GlossaryExport) -> Result<Exit, Failure> {
    let workspace = app.open_without_glossary(&app.overrides())?;
    let (format, file) = (what.format.map(format_of), what.file.as_deref());
    let exported = glossary::export(&workspace, format, file, &what.locales)?;
    app.deliver(&exported.text, file)?;
    let list = worded_loose(app, exported.findings);
    talk_of(&list);
    Ok(gate(&workspace, severities(&list)))
}

const fn format_of(format: Exchange) -> ExchangeFormat {
    match format {
        Exchange::Tbx => ExchangeFormat::Tbx,
        Exchange::Csv => ExchangeFormat::Csv,
        Exchange::Tsv => ExchangeFormat::Tsv,
        Exchange::Omegat => ExchangeFormat::Omegat,
    }
}
