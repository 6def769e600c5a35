//! Another name for an article, with everything that people and machines have made of it.
//!
//! The article goes first. A stop after that leaves what a rename by hand leaves: the article has its new name, and files of
//! the old one lie beside it. So the same call completes both.

use std::path::{Path, PathBuf};

use super::{Baseline, DeskError, Workspace};
use crate::{
    bilingual::{Bilingual, BilingualError, BilingualFormat, BilingualUnit},
    memory::drafts::{self, Draft},
    model::{Origin, Pair, extension_of},
    project::{
        ProjectError, TranslationFile, TranslationFileKind, articles, files_with_extension, is_file, named_after,
        read_bytes, read_if_there, read_text, refuse_same_output, remove_generated, remove_read, rename_new, replace,
        shown, translation_files,
    },
};

/// How often a file is read anew that somebody else saves again and again.
const MAX_TRIES: usize = 8;

/// What a rename did.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Renamed {
    /// The moved files: old and new name.
    pub moved: Vec<(String, String)>,
    /// The files that already had their new name and got it inside too.
    pub relabelled: Vec<String>,
    /// The removed files: editions under the old name, which the next build writes anew.
    pub removed: Vec<String>,
    /// Baselines at the project's root with findings in files of the old name.
    pub baselines: Vec<String>,
}

/// What becomes of a file.
enum Step {
    /// Nothing has its new name yet.
    Move { from: PathBuf, to: PathBuf, is_labelled: bool },
    /// Its new name is that of a file without a person's work, whose place it takes.
    Replace { from: PathBuf, to: PathBuf, there: Vec<u8>, is_labelled: bool },
    /// Both are first drafts, and are joined.
    JoinDrafts { from: PathBuf, to: PathBuf, pair: Pair },
    /// It already has its new name, which is not yet in it.
    Relabel { to: PathBuf },
}

/// Gives an article another name, and its segment files, conflict files, first drafts and waivers in every locale with it.
/// `old` and `new` are names of articles or paths of their files.
///
/// Fails with nothing done if anything of the new name exists already. An article that somebody has renamed by hand, or whose
/// rename has been stopped half-way, is completed: then segment files of the new name may exist that hold only what tools
/// wrote.
pub fn rename(workspace: &Workspace, old: &str, new: &str) -> Result<Renamed, DeskError> {
    let layout = &workspace.layout;
    let extensions: Vec<&str> = workspace.registries.sources.iter().map(|kind| kind.extension).collect();
    let known = articles(layout, &extensions)?;
    let (old, new) = (name_of(workspace, old)?, name_of(workspace, new)?);
    let path_of = |slug: &str| known.iter().find(|(known, _)| known == slug).map(|(_, path)| path.clone());
    let is_there = match (path_of(&old.slug), path_of(&new.slug)) {
        (None, None) => {
            let known = known.into_iter().map(|(slug, _)| slug).collect();
            return Err(ProjectError::NoArticle { slug: old.slug, known }.into());
        }
        (Some(_), Some(taken)) => return Err(DeskError::NameTaken { name: layout.name(&taken) }),
        (None, Some(_)) => true,
        (Some(_), None) => false,
    };
    let article = path_of(&old.slug).map(|from| {
        let extension = from.extension().unwrap_or_default().to_string_lossy().into_owned();
        let to = layout.article(&new.slug, &extension);
        (from, to, extension)
    });
    if let Some((_, _, extension)) = &article
        && new.extension.as_ref().is_some_and(|new| !new.eq_ignore_ascii_case(extension))
    {
        return Err(DeskError::OtherExtension { extension: extension.clone() });
    }
    if let Some((from, to, _)) = &article {
        // Not even on a disk that does not tell `War` from `war`.
        let others = known.iter().filter(|(_, path)| path != from).cloned();
        let after: Vec<_> = others.chain([(new.slug.clone(), to.clone())]).collect();
        refuse_same_output(layout, &after)?;
    }
    let slugs: Vec<String> =
        known.into_iter().map(|(slug, _)| slug).chain([old.slug.clone(), new.slug.clone()]).collect();
    let steps = plan(workspace, &old.slug, &new.slug, &slugs, is_there)?;
    let editions = generated(workspace, &old.slug)?;
    if is_there && steps.is_empty() && editions.is_empty() {
        let known = workspace.store.articles()?;
        return Err(ProjectError::NoArticle { slug: old.slug, known }.into());
    }

    let mut renamed = Renamed::default();
    if let Some((from, to, _)) = &article {
        if !rename_new(from, to)? {
            return Err(DeskError::NameTaken { name: layout.name(to) });
        }
        renamed.moved.push((layout.name(from), layout.name(to)));
    }
    for step in steps {
        match &step {
            Step::Move { from, to, .. } | Step::Replace { from, to, .. } | Step::JoinDrafts { from, to, .. } => {
                renamed.moved.push((layout.name(from), layout.name(to)));
            }
            Step::Relabel { to } => renamed.relabelled.push(layout.name(to)),
        }
        take(workspace, step, &new.slug)?;
    }
    for path in editions {
        if remove_generated(&path)? {
            renamed.removed.push(layout.name(&path));
        }
    }
    renamed.baselines = baselines(workspace, &renamed)?;
    Ok(renamed)
}

/// The baselines at the project's root that name a file by its old name. Any other JSON is none.
fn baselines(workspace: &Workspace, renamed: &Renamed) -> Result<Vec<String>, DeskError> {
    let old: Vec<&str> = renamed.moved.iter().map(|(from, _)| from.as_str()).collect();
    let files = files_with_extension(&workspace.layout.root, "json")?;
    let names_old = |path: &PathBuf| Baseline::read(path).is_ok_and(|baseline| baseline.names(&old));
    Ok(files.into_iter().filter(names_old).map(|path| workspace.layout.name(&path)).collect())
}

/// The name of an article as a person gives it.
struct Name {
    slug: String,
    /// The extension, where a file was named.
    extension: Option<String>,
}

/// Takes a name apart: an article's, or the path of its file in `source/`.
fn name_of(workspace: &Workspace, given: &str) -> Result<Name, DeskError> {
    let refused = || DeskError::NotAName { name: given.to_owned() };
    let path = Path::new(given);
    let extension = extension_of(path).filter(|extension| {
        workspace.registries.sources.iter().any(|kind| kind.extension.eq_ignore_ascii_case(extension))
    });
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let source = workspace.layout.source();
    let is_in_source = folder.is_none_or(|folder| {
        folder == Path::new("source") || folder == Path::new("./source") || shown(folder) == shown(&source)
    });
    if !is_in_source || folder.is_some() && extension.is_none() {
        return Err(refused());
    }
    let name = match &extension {
        Some(_) => path.file_stem(),
        None => path.file_name(),
    };
    let slug = name.and_then(|name| name.to_str()).unwrap_or_default().to_owned();
    if super::import::is_slug(&slug) { Ok(Name { slug, extension }) } else { Err(refused()) }
}

/// Returns what becomes of each file of the old name, and fails if one cannot have its new name. `is_there` means that the
/// article has it already.
fn plan(workspace: &Workspace, old: &str, new: &str, slugs: &[String], is_there: bool) -> Result<Vec<Step>, DeskError> {
    let (layout, format) = (&workspace.layout, workspace.segment_format()?);
    let (files, errors) = translation_files(layout, format.extension(), slugs)?;
    if let Some((_, error)) = errors.into_iter().next() {
        return Err(error.into());
    }
    if let Some(taken) = files.iter().find(|file| !is_there && file.slug == new) {
        return Err(DeskError::NameTaken { name: layout.name(&taken.path) });
    }
    let mut steps = Vec::new();
    for file in files.iter().filter(|file| file.slug == old) {
        let (from, to) = (file.path.clone(), named_after(file, new));
        let is_labelled = matches!(file.kind, TranslationFileKind::Segments | TranslationFileKind::Conflict);
        // What cannot be relabelled is refused before anything is done.
        let relabelled = if is_labelled { Some(relabelled(workspace, format, &from, old, new)?) } else { None };
        let Some(there) = read_if_there(&to)? else {
            steps.push(Step::Move { from, to, is_labelled });
            continue;
        };
        let taken =
            || DeskError::PersonsWork { name: layout.name(&to), from: layout.name(&from), article: new.to_owned() };
        let is_done = relabelled.as_ref().map(String::as_bytes) == Some(&*there) || read_bytes(&from)? == there;
        steps.push(match file.kind {
            _ if is_done => Step::Replace { from, to, there, is_labelled },
            TranslationFileKind::Segments if holds_no_work(format, &layout.name(&to), &there)? => {
                Step::Replace { from, to, there, is_labelled }
            }
            TranslationFileKind::Drafts => {
                read_drafts(workspace, &from)?;
                read_drafts(workspace, &to)?;
                let pair = Pair { source: workspace.settings.source.clone(), target: file.locale.clone() };
                Step::JoinDrafts { from, to, pair }
            }
            _ => return Err(taken()),
        });
    }
    for file in files.iter().filter(|file| file.slug == new && needs_label(format, file, old)) {
        steps.push(Step::Relabel { to: file.path.clone() });
    }
    Ok(steps)
}

/// Does one step.
fn take(workspace: &Workspace, step: Step, new: &str) -> Result<(), DeskError> {
    let (layout, format) = (&workspace.layout, workspace.segment_format()?);
    let changed = |path: &Path| DeskError::Changed { name: layout.name(path) };
    match step {
        Step::Move { from, to, is_labelled } => {
            if !rename_new(&from, &to)? {
                return Err(DeskError::NameTaken { name: layout.name(&to) });
            }
            if is_labelled { label(workspace, format, &to, new) } else { Ok(()) }
        }
        Step::Relabel { to } => label(workspace, format, &to, new),
        Step::Replace { from, to, there, is_labelled } => {
            let read = read_bytes(&from)?;
            let text = if is_labelled {
                let text = String::from_utf8_lossy(&read);
                format.renamed(&text, new).map_err(DeskError::bilingual(layout.name(&from)))?.into_bytes()
            } else {
                read.clone()
            };
            if there != text && !replace(&to, Some(&there), &text)? {
                return Err(changed(&to));
            }
            if remove_read(&from, &read)? { Ok(()) } else { Err(changed(&from)) }
        }
        Step::JoinDrafts { from, to, pair } => {
            let (bytes, mut joined) = (read_bytes(&from)?, read_drafts(workspace, &from)?);
            let there = read_drafts(workspace, &to)?;
            let added = there.into_iter().filter(|draft| joined.iter().all(|known| known.id != draft.id));
            let added: Vec<_> = added.collect();
            joined.extend(added);
            workspace.store.save_drafts(new, &pair, &joined)?;
            if remove_read(&from, &bytes)? { Ok(()) } else { Err(changed(&from)) }
        }
    }
}

fn read_drafts(workspace: &Workspace, path: &Path) -> Result<Vec<Draft>, DeskError> {
    let name = workspace.layout.name(path);
    let parsed = drafts::read(&read_text(path)?).map_err(|error| DeskError::Memory { name, error })?;
    Ok(parsed.value)
}

/// Puts an article's name into a file.
fn label(workspace: &Workspace, format: &dyn BilingualFormat, path: &Path, new: &str) -> Result<(), DeskError> {
    let name = workspace.layout.name(path);
    for _ in 0..MAX_TRIES {
        let text = read_text(path)?;
        let relabelled = format.renamed(&text, new).map_err(DeskError::bilingual(name.as_str()))?;
        if relabelled == text || replace(path, Some(text.as_bytes()), relabelled.as_bytes())? {
            return Ok(());
        }
    }
    Err(DeskError::Changed { name })
}

/// Returns a file with its new name in it; fails if it is another article's.
fn relabelled(
    workspace: &Workspace,
    format: &dyn BilingualFormat,
    path: &Path,
    old: &str,
    new: &str,
) -> Result<String, DeskError> {
    let (name, text) = (workspace.layout.name(path), read_text(path)?);
    let file = format.read(&text).map_err(DeskError::bilingual(name.as_str()))?.value;
    if ![old, new].contains(&file.slug()) {
        let error = BilingualError::WrongArticle { expected: old.to_owned(), found: file.original };
        return Err(DeskError::Bilingual { name, error });
    }
    format.renamed(&text, new).map_err(DeskError::bilingual(name))
}

/// Whether a file of the new name still has the old one in it. One that cannot be read is not of this rename.
fn needs_label(format: &dyn BilingualFormat, file: &TranslationFile, old: &str) -> bool {
    matches!(file.kind, TranslationFileKind::Segments | TranslationFileKind::Conflict)
        && read_text(&file.path).is_ok_and(|text| format.read(&text).is_ok_and(|parsed| parsed.value.slug() == old))
}

/// Whether a segment file holds nothing that a person did.
pub(super) fn holds_no_work(format: &dyn BilingualFormat, name: &str, bytes: &[u8]) -> Result<bool, DeskError> {
    let text = String::from_utf8_lossy(bytes);
    let Bilingual { units, obsolete, .. } = format.read(&text).map_err(DeskError::bilingual(name))?.value;
    Ok(units.iter().chain(&obsolete).all(is_untouched))
}

/// Whether nobody has written, noted, confirmed or approved anything in a unit.
fn is_untouched(unit: &BilingualUnit) -> bool {
    let is_tools = unit.target.as_ref().is_none_or(|target| {
        !matches!(target.origin, Origin::Human { .. })
            && target.approval.is_none()
            && unit.sent_state.is_some_and(|sent| unit.marked <= sent)
    });
    is_tools && !unit.edited && unit.remarks.is_empty()
}

/// Returns the generated files of an article that are there.
fn generated(workspace: &Workspace, slug: &str) -> Result<Vec<PathBuf>, DeskError> {
    let sources = workspace.registries.sources.iter().map(|kind| kind.extension);
    let extensions: Vec<&str> = sources.chain(["html", "report.html", "report.json"]).collect();
    let mut files = Vec::new();
    for locale in &workspace.settings.all_targets {
        for extension in &extensions {
            let path = workspace.layout.edition(locale, slug, extension);
            if is_file(&path)? {
                files.push(path);
            }
        }
    }
    Ok(files)
}
