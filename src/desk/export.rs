//! Exports for translators' tools.

use std::{
    collections::BTreeMap,
    path::Path,
    sync::{Mutex, PoisonError},
};

use super::{DeskError, Notice, Observer, Parallelism, Visited, Workspace, for_each, omegat};
use crate::{
    bilingual::{Feature, losses},
    project::{create_folder, is_file, read_bytes, write_new},
};

/// Returns the export profiles with their help: every bilingual format, and whole projects for a tool.
#[must_use]
pub fn profiles(registries: &super::Registries) -> Vec<(&'static str, &'static str)> {
    let formats = registries.bilingual.iter().map(|format| (format.name(), format.help()));
    formats.chain([(omegat::NAME, omegat::HELP)]).collect()
}

/// Exports a selection to a folder, in the format or for the tool that `profile` names. An existing file with different
/// content is not overwritten. Features that the format cannot represent are reported in a notice ([`Notice::Lost`]).
pub fn export(
    workspace: &Workspace,
    slugs: &[String],
    profile: &str,
    folder: &Path,
    observer: &dyn Observer,
) -> Result<Visited<Vec<Result<String, DeskError>>>, DeskError> {
    let format = if profile == omegat::NAME { None } else { Some(workspace.registries.bilingual(profile)?) };
    let lost_features: Mutex<BTreeMap<Feature, usize>> = Mutex::default();
    let visited = for_each(
        workspace,
        slugs,
        Parallelism::Articles,
        observer,
        |loaded, locale| {
            let article = &loaded.article;
            let stored = workspace.store.translation(article, locale)?;
            let notes = workspace.notes(article, locale);
            let Some(format) = format else { return Ok(omegat::files(workspace, article, &stored, locale)) };
            for (feature, count) in losses(format, article, &stored.translation, &|id| notes.get(&id).cloned()) {
                *lost_features.lock().unwrap_or_else(PoisonError::into_inner).entry(feature).or_default() += count;
            }
            let is_stored_format =
                workspace.registries.bilingual.first().is_some_and(|first| first.name() == format.name());
            let text = if is_stored_format {
                workspace.store.text(article, &stored, &stored.translation, &notes)?
            } else {
                format.write(article, &stored.translation, &|id| notes.get(&id).cloned())
            };
            Ok(vec![(format!("{locale}/{}.{}", article.slug, format.extension()), text)])
        },
        |_, locales| {
            let mut written = Vec::new();
            for (locale, files) in locales {
                match files {
                    Ok(files) => written.extend(files.into_iter().map(|(name, text)| {
                        write_file(&folder.join(name), &text).inspect_err(|error| observer.failed(error))
                    })),
                    Err(error) => written.push(Err(error)),
                }
                for name in omegat::EMPTY_FOLDERS.iter().filter(|_| format.is_none()) {
                    let created = create_folder(&folder.join(locale.to_string()).join(name));
                    let created = created.map_err(DeskError::from).inspect_err(|error| observer.failed(error));
                    written.extend(created.err().map(Err));
                }
            }
            written
        },
    )?;
    let lost_features = lost_features.into_inner().unwrap_or_else(PoisonError::into_inner);
    if !lost_features.is_empty() {
        observer.notice(&Notice::Lost { format: profile.to_owned(), features: lost_features.into_iter().collect() });
    }
    Ok(visited)
}

fn write_file(path: &Path, text: &str) -> Result<String, DeskError> {
    let name = path.display().to_string();
    if write_new(path, text.as_bytes())? || read_if_regular(path)?.as_deref() == Some(text.as_bytes()) {
        return Ok(name);
    }
    Err(DeskError::Exists { name })
}

/// Reads a regular file; `None` for anything else: a pipe would not end.
fn read_if_regular(path: &Path) -> Result<Option<Vec<u8>>, DeskError> {
    Ok(if is_file(path)? { Some(read_bytes(path)?) } else { None })
}
