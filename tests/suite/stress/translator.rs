//! A translator who types texts that can be told apart, and remembers which of them must still be somewhere.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    ops::Range,
    path::{Path, PathBuf},
};

use super::dice::Dice;

/// What every text contains before its number.
const MARKER: &str = "пазнака";

/// The texts of a translator.
#[derive(Debug, Default)]
pub struct Translator {
    /// The number of texts typed so far.
    typed: usize,
    /// The markers that she has not overwritten.
    kept: BTreeSet<String>,
}

impl Translator {
    /// The number of texts typed so far.
    pub const fn typed(&self) -> usize {
        self.typed
    }

    /// The number of texts that she has overwritten herself.
    pub fn overwritten(&self) -> usize {
        self.typed - self.kept.len()
    }

    /// Types a new text in the place of a target or of nothing; returns the marker in it, and those that it took the place of.
    /// An editor that does not write in place looks once more before it saves.
    pub fn types(&mut self, file: &Path, dice: &mut Dice, in_place: bool) -> (String, Vec<String>) {
        loop {
            let before = fs::read_to_string(file).unwrap_or_default();
            let targets = targets(&before);
            if targets.is_empty() {
                return (String::new(), Vec::new());
            }
            let target = &targets[dice.roll(targets.len())];
            let marker = format!("{MARKER} {:06}", self.typed + 1);
            let mut after = before.clone();
            after.replace_range(target.clone(), &format!("<target>Сказ, {marker}, застаецца.</target>"));
            let gone: Vec<String> = markers(&before[target.clone()]).into_iter().collect();
            if in_place {
                fs::write(file, &after).unwrap();
            } else if !save(file, &before, &after) {
                continue;
            }
            self.typed += 1;
            self.kept.insert(marker.clone());
            for marker in &gone {
                self.kept.remove(marker);
            }
            return (marker, gone);
        }
    }

    /// Returns the texts that are in no file of these folders, our own notes apart.
    pub fn lost(&self, folders: &[PathBuf]) -> Vec<String> {
        let mut found = BTreeMap::new();
        for folder in folders {
            collect(folder, &mut found);
        }
        let found: BTreeSet<String> = found.values().flat_map(|text| markers(&without_own_notes(text))).collect();
        self.kept.iter().filter(|marker| !found.contains(*marker)).cloned().collect()
    }
}

/// Saves a file that still holds what was read, in one step; a save that came meanwhile is put back.
fn save(file: &Path, before: &str, after: &str) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};

    let new = file.with_extension("new");
    fs::write(&new, after).unwrap();
    if renameat_with(CWD, &new, CWD, file, RenameFlags::EXCHANGE).is_err() {
        // It has just been given another name.
        fs::rename(&new, file).unwrap();
        return true;
    }
    if fs::read_to_string(&new).unwrap() == before {
        fs::remove_file(new).unwrap();
        return true;
    }
    renameat_with(CWD, &new, CWD, file, RenameFlags::EXCHANGE).unwrap();
    let is_ours = fs::read_to_string(&new).unwrap() == after;
    if !is_ours {
        // Saved once more in this moment: the newest stays.
        fs::rename(new, file).unwrap();
        return false;
    }
    fs::remove_file(new).unwrap();
    false
}

/// The spans of the targets of an XLIFF file.
fn targets(text: &str) -> Vec<Range<usize>> {
    let starts = text.match_indices("<target").map(|(at, _)| at);
    let spans = starts.filter_map(|start| {
        let tag_end = start + text[start..].find('>')? + 1;
        if text[..tag_end].ends_with("/>") {
            return Some(start..tag_end);
        }
        Some(start..tag_end + text[tag_end..].find("</target>")? + "</target>".len())
    });
    spans.collect()
}

fn markers(text: &str) -> BTreeSet<String> {
    let found = text.match_indices(MARKER).filter_map(|(at, _)| {
        let end = at + MARKER.len() + " 000000".len();
        text.get(at..end).map(str::to_owned)
    });
    found.collect()
}

/// The text without what tolmach itself notes, which it writes anew each time.
fn without_own_notes(text: &str) -> String {
    let mut rest = text;
    let mut out = String::new();
    while let Some(at) = rest.find("<note from=\"tolmach\">") {
        out.push_str(&rest[..at]);
        rest = rest[at..].split_once("</note>").map_or("", |(_, rest)| rest);
    }
    out + rest
}

/// The texts of the XLIFF files below a folder.
fn collect(folder: &Path, found: &mut BTreeMap<PathBuf, String>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "xlf") {
            let text = fs::read_to_string(&path).unwrap();
            found.insert(path, text);
        }
    }
}
