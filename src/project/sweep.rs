//! What killed processes have left in a project: temporary files, and saves that one of them displaced.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

use super::{
    Layout,
    look::entries,
    temporary::{DIGITS, PREFIX, digest},
    write_new,
};

/// Removes the temporary files that killed processes have left in a project, and puts back what somebody saved in the
/// moment in which a file was replaced. The caller holds the project's lock.
///
/// A folder that cannot be read is left to the work that needs it, and a file that cannot be removed does no harm.
pub(super) fn sweep(layout: &Layout) {
    for folder in [&layout.root, &layout.source(), &layout.glossary()] {
        sweep_folder(folder);
    }
    for locale in entries(&layout.locales()).unwrap_or_default() {
        for name in ["segments", "drafts", "waivers"] {
            sweep_folder(&locale.join(name));
        }
    }
    sweep_below(&layout.root.join("editions"));
    sweep_folder(&layout.state());
    sweep_below(&layout.cache());
}

/// Sweeps a folder and the folders in it; links are not followed.
fn sweep_below(folder: &Path) {
    sweep_folder(folder);
    for path in entries(folder).unwrap_or_default() {
        if fs::symlink_metadata(&path).is_ok_and(|found| found.is_dir()) {
            sweep_below(&path);
        }
    }
}

fn sweep_folder(folder: &Path) {
    for path in entries(folder).unwrap_or_default() {
        let is_temporary = path.file_name().is_some_and(|name| is_temporary_name(&name.to_string_lossy()));
        if is_temporary && fs::symlink_metadata(&path).is_ok_and(|found| found.is_file()) {
            let is_orphan = File::open(&path).is_ok_and(|file| file.try_lock().is_ok());
            if is_orphan && !rescue(folder, &path) {
                let _ = fs::remove_file(&path);
            }
        }
    }
}

/// Puts a displaced save back in its place; returns whether the temporary file holds one.
///
/// It is whatever the file's name does not announce. Its place is the file in which the killed process's text stands; where
/// there is none, since it has been saved anew, the save is kept beside it under a name that everybody sees.
fn rescue(folder: &Path, path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let Some([written, read]) = announced_contents(&name) else { return false };
    let Ok(content) = fs::read(path) else { return true };
    if [written, read].contains(&digest(&content).as_str()) {
        return false;
    }
    let displaced_by = |candidate: &PathBuf| {
        candidate.extension().is_some_and(|extension| extension != "tmp")
            && fs::symlink_metadata(candidate).is_ok_and(|found| found.is_file())
            && fs::read(candidate).is_ok_and(|content| digest(&content) == written)
    };
    let place = entries(folder).unwrap_or_default().into_iter().find(displaced_by);
    let is_kept = if let Some(place) = place {
        fs::rename(path, place).is_ok()
    } else {
        // The name is the temporary file's, which no other one has; among segment files it is one that `status` lists.
        let extension = if folder.ends_with("segments") { "xlf" } else { "txt" };
        let visible = name.trim_start_matches('.').trim_end_matches(".tmp");
        write_new(&folder.join(format!("{visible}.saved.{extension}")), &content).is_ok_and(|written| written)
            && fs::remove_file(path).is_ok()
    };
    if !is_kept {
        tracing::warn!(file = %path.display(), "a save that a killed command displaced cannot be put back");
    }
    true
}

/// The digests of what a killed process may have left in a temporary file with this name: what it meant to write, and what
/// it had read.
fn announced_contents(name: &str) -> Option<[&str; 2]> {
    let mut parts = name.strip_prefix(PREFIX)?.strip_suffix(".tmp")?.split('-').skip(2);
    Some([parts.next()?, parts.next()?])
}

/// Whether a name is that of a temporary file: `.tolmach-PROCESS-NUMBER.tmp`, with the digests of its contents behind the
/// number where it takes another file's place, or `.NAME.PROCESS.tmp` as earlier versions wrote.
fn is_temporary_name(name: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_digest = |text: &str| text.len() == DIGITS && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let Some(stem) = name.strip_suffix(".tmp") else { return false };
    if let Some(parts) = stem.strip_prefix(PREFIX) {
        return match parts.split('-').collect::<Vec<_>>()[..] {
            [process, number] => is_number(process) && is_number(number),
            [process, number, written, read] => {
                is_number(process) && is_number(number) && is_digest(written) && is_digest(read)
            }
            _ => false,
        };
    }
    let earlier = stem.strip_prefix('.').and_then(|stem| stem.rsplit_once('.'));
    earlier.is_some_and(|(name, process)| !name.is_empty() && is_number(process))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_temporary_file_is_known_by_its_name() {
        for name in [
            ".tolmach-7-0.tmp",
            ".tolmach-4242-17.tmp",
            ".tolmach-4242-17-0123456789abcdef-fedcba9876543210.tmp",
            ".army.xlf.4242.tmp",
            ".7.tmp.8.tmp",
        ] {
            assert!(is_temporary_name(name), "{name}");
        }
        for name in [
            "tolmach-7-0.tmp",
            ".tolmach-7-.tmp",
            ".tolmach-7-0-0123456789abcdef.tmp",
            ".tolmach-7-0-0123456789abcdef-army.tmp",
            ".army.xlf.tmp",
            ".4242.tmp",
            ".tmp",
            ".army.xlf.4242.bak",
            "..7.tmp",
        ] {
            assert!(!is_temporary_name(name), "{name}");
        }
    }
}
