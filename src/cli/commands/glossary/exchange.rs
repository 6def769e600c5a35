//! `tolmach glossary import` and `tolmach glossary export`

use std::path::Path;

use crate::{
    cli::{
        app::App,
        args::{Exchange, Format, GlossaryExport, GlossaryImport},
        exit::{Exit, Failure},
        output::talk,
        worded::{gate, rendered, severities, worded_loose},
    },
    desk::Workspace,
    glossary::{
        self,
        exchange::{self, ExchangeError},
    },
    messages::Value,
    model::{Concept, Locale, Pair},
    project::{glossary_files, read_bytes, read_text, write_atomic},
};

/// Takes over other programs' glossaries.
pub(super) fn import(app: &App, what: &GlossaryImport) -> Result<Exit, Failure> {
    let workspace = app.open_without_glossary(&app.overrides())?;
    let _lock = workspace.lock("glossary import")?;
    let mut known = own(&workspace)?;
    let mut findings = Vec::new();
    for file in &what.files {
        let (format, pair) = format_of(&workspace, what.format, Some(file), what.locale.as_ref())?;
        let name = workspace.layout.name(file);
        let parsed =
            exchange::read(format, &name, &read_bytes(file)?, &pair).map_err(|error| failure(&name, &error))?;
        findings.extend(parsed.findings);
        let sorted = exchange::sort_out(&known, parsed.value);
        findings.extend(exchange::class_faults(&sorted.new, &workspace.resources.grammars));
        findings.extend(sorted.findings);
        let output = match &what.output {
            Some(output) => output.clone(),
            None => workspace.layout.glossary().join(file.file_stem().unwrap_or_default()).with_extension("toml"),
        };
        if !sorted.new.is_empty() {
            append(&output, &glossary::write(&sorted.new, &workspace.settings.source))?;
        }
        let (new, shown) = (sorted.new.len(), workspace.layout.name(&output));
        let args = [("new", Value::from(new)), ("same", Value::from(sorted.same)), ("file", Value::Text(&shown))];
        app.tell(&app.say("glossary-imported", &args));
        known.extend(sorted.new);
    }
    let list = worded_loose(app, findings);
    app.deliver(&rendered(app, Format::Full, &list)?, None)?;
    Ok(gate(&workspace, severities(&list)))
}

/// Writes the glossary for another program.
pub(super) fn export(app: &App, what: &GlossaryExport) -> Result<Exit, Failure> {
    let workspace = app.open_without_glossary(&app.overrides())?;
    let (format, pair) = format_of(&workspace, what.format, what.file.as_deref(), what.locales.first())?;
    let mut locales = what.locales.clone();
    if !locales.is_empty() && !locales.contains(&workspace.settings.source) {
        locales.push(workspace.settings.source.clone());
    }
    let read = glossary::read(&glossary_files(&workspace.layout)?);
    app.deliver(&exchange::write(format, &read.value, &locales, &pair), what.file.as_deref())?;
    // What cannot be read of the glossary is not in what was written.
    let list = worded_loose(app, read.findings);
    for one in &list {
        talk(&format!("{}: {}", one.location(), one.reason));
    }
    Ok(gate(&workspace, severities(&list)))
}

/// The project's concepts as they are written; what is wrong in its files is said by `check` and `lint`.
pub(super) fn own(workspace: &Workspace) -> Result<Vec<Concept>, Failure> {
    Ok(glossary::read(&glossary_files(&workspace.layout)?).value)
}

/// Appends to a glossary file, or makes it; what stands there stays, comments and all.
pub(super) fn append(path: &Path, text: &str) -> Result<(), Failure> {
    let mut whole = if path.is_file() { read_text(path)? } else { String::new() };
    if !whole.is_empty() {
        whole.push_str(if whole.ends_with('\n') { "\n" } else { "\n\n" });
    }
    whole.push_str(text);
    Ok(write_atomic(path, whole.as_bytes())?)
}

fn failure(name: &str, error: &ExchangeError) -> Failure {
    let mut failure = Failure::from_error(error, Some(error.hint().to_owned()), Exit::Usage);
    failure.message = format!("{name}: {}", failure.message);
    failure
}

/// The format that is meant, and the pair of locales that an `OmegaT` list is in.
fn format_of(
    workspace: &Workspace,
    given: Option<Exchange>,
    file: Option<&Path>,
    locale: Option<&Locale>,
) -> Result<(exchange::Format, Pair), Failure> {
    let ending = file.map(|file| file.extension().unwrap_or_default().to_string_lossy().to_lowercase());
    let format = match (given, ending.as_deref()) {
        (Some(given), _) => given,
        (None, Some("tbx" | "xml")) => Exchange::Tbx,
        (None, Some("csv")) => Exchange::Csv,
        (None, Some("tsv" | "tab")) => Exchange::Tsv,
        (None, Some("txt" | "utf8")) => Exchange::Omegat,
        (None, _) => {
            let name = file.map(Path::to_path_buf).unwrap_or_default();
            return Err(Failure::usage(
                format!("the ending of `{}` names no format of glossaries", name.display()),
                "name it: `--format tbx`, `csv`, `tsv` or `omegat`",
            ));
        }
    };
    let targets = &workspace.settings.targets;
    let target = locale.or(targets.first().filter(|_| targets.len() == 1));
    let target = match (format, target) {
        (_, Some(target)) => target.clone(),
        (Exchange::Omegat, None) => {
            return Err(Failure::usage("an OmegaT list does not say its target language", "name it: `--locale be`"));
        }
        (_, None) => Locale::undetermined(),
    };
    let format = match format {
        Exchange::Tbx => exchange::Format::Tbx,
        Exchange::Csv => exchange::Format::Csv,
        Exchange::Tsv => exchange::Format::Tsv,
        Exchange::Omegat => exchange::Format::Omegat,
    };
    Ok((format, Pair { source: workspace.settings.source.clone(), target }))
}
