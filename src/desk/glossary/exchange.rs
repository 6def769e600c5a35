//! Other programs' glossaries, taken over and written.

use std::path::{Path, PathBuf};

use super::{
    ExchangeFormat, GlossaryError,
    files::{append, own},
};
use crate::{
    desk::{DeskError, Workspace},
    glossary::{
        exchange::{class_faults, read as read_foreign, sort_out, write as write_foreign},
        read, write,
    },
    model::{Concept, Finding, Locale, Pair},
    project::{glossary_files, read_bytes},
};

/// How files are taken over.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TermImportOptions {
    /// Their format; by the ending of each name where none is given.
    pub format: Option<ExchangeFormat>,
    /// Target language of an OmegaT list, which does not name it.
    pub locale: Option<Locale>,
    /// Glossary file to append to; `glossary/NAME.toml` for each where none is given.
    pub output: Option<PathBuf>,
}

/// What came of files to be taken over.
#[derive(Debug)]
pub struct ImportedTerms {
    /// What became of each file.
    pub files: Vec<TakenOver>,
    /// What could not be taken as it stands.
    pub findings: Vec<Finding>,
    /// Why the next file, and those behind it, were not read.
    pub error: Option<DeskError>,
}

/// What became of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenOver {
    /// How many of its concepts are new, and were written.
    pub new: usize,
    /// How many the glossary has word for word.
    pub same: usize,
    /// The glossary file that they belong to, as people name it.
    pub file: String,
}

/// Takes over other programs' glossaries. What the project's glossary has is never overwritten; a file that cannot be
/// read ends the work, and what was taken over before stays.
#[must_use]
pub fn import(workspace: &Workspace, files: &[PathBuf], options: &TermImportOptions) -> ImportedTerms {
    let mut imported = ImportedTerms { files: Vec::new(), findings: Vec::new(), error: None };
    let taken = own(workspace).and_then(|mut known| {
        files.iter().try_for_each(|file| take(workspace, file, options, &mut known, &mut imported))
    });
    imported.error = taken.err();
    imported
}

fn take(
    workspace: &Workspace,
    file: &Path,
    options: &TermImportOptions,
    known: &mut Vec<Concept>,
    imported: &mut ImportedTerms,
) -> Result<(), DeskError> {
    let (format, pair) = format_of(workspace, options.format, Some(file), options.locale.as_ref())?;
    let name = workspace.layout.name(file);
    let parsed = read_foreign(format, &name, &read_bytes(file)?, &pair)
        .map_err(|error| GlossaryError::Exchange { name, error })?;
    let sorted = sort_out(known, parsed.value);
    let output = match &options.output {
        Some(output) => output.clone(),
        None => workspace.layout.glossary().join(file.file_stem().unwrap_or_default()).with_extension("toml"),
    };
    if !sorted.new.is_empty() {
        append(&output, &write(&sorted.new, &workspace.settings.source))?;
    }
    imported.findings.extend(parsed.findings);
    imported.findings.extend(class_faults(&sorted.new, &workspace.resources.grammars));
    imported.findings.extend(sorted.findings);
    let taken = TakenOver { new: sorted.new.len(), same: sorted.same, file: workspace.layout.name(&output) };
    imported.files.push(taken);
    known.extend(sorted.new);
    Ok(())
}

/// A glossary as another program reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The text of the file.
    pub text: String,
    /// What is wrong in the project's glossary files: what cannot be read of them is not in the text.
    pub findings: Vec<Finding>,
}

/// The project's glossary for another program, in a format, or in the one that the ending of `file` tells. `locales`
/// are the target languages that are wanted, all where none is named; an OmegaT list has one.
pub fn export(
    workspace: &Workspace,
    format: Option<ExchangeFormat>,
    file: Option<&Path>,
    locales: &[Locale],
) -> Result<Exported, DeskError> {
    let (format, pair) = format_of(workspace, format, file, locales.first())?;
    let mut locales = locales.to_vec();
    if !locales.is_empty() && !locales.contains(&workspace.settings.source) {
        locales.push(workspace.settings.source.clone());
    }
    let own = read(&glossary_files(&workspace.layout)?);
    Ok(Exported { text: write_foreign(format, &own.value, &locales, &pair), findings: own.findings })
}

/// The format that is meant, and the pair of locales that an OmegaT list is in.
fn format_of(
    workspace: &Workspace,
    given: Option<ExchangeFormat>,
    file: Option<&Path>,
    locale: Option<&Locale>,
) -> Result<(ExchangeFormat, Pair), GlossaryError> {
    let ending = file.map(|file| file.extension().unwrap_or_default().to_string_lossy().to_lowercase());
    let format = match (given, ending.as_deref()) {
        (Some(given), _) => given,
        (None, Some("tbx" | "xml")) => ExchangeFormat::Tbx,
        (None, Some("csv")) => ExchangeFormat::Csv,
        (None, Some("tsv" | "tab")) => ExchangeFormat::Tsv,
        (None, Some("txt" | "utf8")) => ExchangeFormat::Omegat,
        (None, _) => {
            let name = file.map(|file| file.display().to_string()).unwrap_or_default();
            return Err(GlossaryError::UnknownEnding { name });
        }
    };
    let targets = &workspace.settings.targets;
    let target = match locale.or(targets.first().filter(|_| targets.len() == 1)) {
        Some(target) => target.clone(),
        None if format == ExchangeFormat::Omegat => return Err(GlossaryError::NoTargetLocale),
        None => Locale::undetermined(),
    };
    Ok((format, Pair { source: workspace.settings.source.clone(), target }))
}
