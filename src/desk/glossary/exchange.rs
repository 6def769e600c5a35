//! Import and export of other programs' glossaries.

use std::path::{Path, PathBuf};

use super::{
    ExchangeFormat, GlossaryError,
    files::{append, read_concepts},
};
use crate::{
    desk::{DeskError, Workspace},
    glossary::{
        exchange::{class_faults, compare_import, read as read_foreign, write as write_foreign},
        odd_wordings, read, write,
    },
    model::{Concept, Finding, Locale, Pair},
    project::{glossary_files, read_bytes},
};

/// How files are imported.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TermImportOptions {
    /// The format of the files; if `None`, it follows from each file's extension.
    pub format: Option<ExchangeFormat>,
    /// Target language of an OmegaT list, which does not name it.
    pub locale: Option<Locale>,
    /// Glossary file to append to; if `None`, `glossary/NAME.toml` for each file; `-` writes none, and returns the text.
    pub output: Option<PathBuf>,
}

/// The result of an import.
#[derive(Debug)]
pub struct ImportedTerms {
    /// The outcome for each file.
    pub files: Vec<ImportedFile>,
    /// The new concepts as a glossary file has them, where no file was to be written.
    pub text: String,
    /// Findings about what could not be imported unchanged.
    pub findings: Vec<Finding>,
    /// The error because of which the next file and those after it were not read.
    pub error: Option<DeskError>,
}

/// The outcome for one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedFile {
    /// The number of new concepts, which were written.
    pub new: usize,
    /// The number of concepts that are already in the glossary, word for word.
    pub same: usize,
    /// The glossary file that they belong to, as shown to users.
    pub file: String,
}

/// Imports other programs' glossaries. Concepts of the project's glossary are never overwritten. A file that cannot be
/// read ends the import; what was imported before it stays.
#[must_use]
pub fn import(workspace: &Workspace, files: &[PathBuf], options: &TermImportOptions) -> ImportedTerms {
    let mut imported = ImportedTerms { files: Vec::new(), text: String::new(), findings: Vec::new(), error: None };
    let result = read_concepts(workspace).and_then(|mut known| {
        files.iter().try_for_each(|file| import_file(workspace, file, options, &mut known, &mut imported))
    });
    imported.error = result.err();
    imported
}

fn import_file(
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
    let comparison = compare_import(known, parsed.value);
    let output = match &options.output {
        Some(output) => output.clone(),
        None => workspace.layout.glossary().join(file.file_stem().unwrap_or_default()).with_extension("toml"),
    };
    if !comparison.new.is_empty() {
        let text = write(&comparison.new, &workspace.settings.source);
        if output == Path::new("-") {
            imported.text.push_str(if imported.text.is_empty() { "" } else { "\n" });
            imported.text.push_str(&text);
        } else {
            append(&output, &text)?;
        }
    }
    imported.findings.extend(parsed.findings);
    let resources = &workspace.resources;
    imported.findings.extend(class_faults(&comparison.new, &resources.grammars));
    let odd = comparison.new.iter().flat_map(|concept| odd_wordings(concept, &resources.grammars, &resources.locales));
    imported.findings.extend(odd);
    imported.findings.extend(comparison.findings);
    let imported_file =
        ImportedFile { new: comparison.new.len(), same: comparison.same, file: workspace.layout.name(&output) };
    imported.files.push(imported_file);
    known.extend(comparison.new);
    Ok(())
}

/// A glossary in the format of another program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The text of the file.
    pub text: String,
    /// Findings in the project's glossary files; what cannot be read in them is missing from the text.
    pub findings: Vec<Finding>,
}

/// Exports the project's glossary, in the requested format or in the one that the extension of `file` tells. `locales`
/// are the target languages to include, all if empty; an OmegaT list has exactly one.
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
    let glossary = read(&glossary_files(&workspace.layout)?);
    Ok(Exported { text: write_foreign(format, &glossary.value, &locales, &pair), findings: glossary.findings })
}

/// Returns the exchange format, and the pair of locales of an OmegaT list.
fn format_of(
    workspace: &Workspace,
    requested: Option<ExchangeFormat>,
    file: Option<&Path>,
    locale: Option<&Locale>,
) -> Result<(ExchangeFormat, Pair), GlossaryError> {
    let extension = file.map(|file| file.extension().unwrap_or_default().to_string_lossy().to_lowercase());
    let format = match (requested, extension.as_deref()) {
        (Some(requested), _) => requested,
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
