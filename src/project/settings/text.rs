//! A settings file as text, and the lines of its values.

use toml::de::{DeTable, DeValue};

use crate::{
    model::cut,
    project::{ProjectError, SettingsError},
};

/// A settings file: its name to show, its text, and whether it is the project's.
pub(super) struct SettingsText<'a> {
    pub(super) name: &'a str,
    pub(super) text: &'a str,
    pub(super) in_project: bool,
}

impl SettingsText<'_> {
    /// File and line of a byte offset.
    pub(super) fn place(&self, at: usize) -> String {
        format!("{}:{}", self.name, line_of(self.text, at))
    }

    /// File and line of the value at a path of keys and of numbers in lists; of the last part of the path that is there.
    pub(super) fn place_of(&self, path: &[&str]) -> String {
        self.place(self.offset_of(path))
    }

    /// The line of the value at a path, from 1.
    pub(super) fn line_of(&self, path: &[&str]) -> usize {
        line_of(self.text, self.offset_of(path))
    }

    /// The byte offset of the value at such a path.
    pub(super) fn offset_of(&self, path: &[&str]) -> usize {
        let mut at = 0;
        if let Ok(document) = DeTable::parse(self.text) {
            let (first, rest) = path.split_first().unwrap_or((&"", &[]));
            let mut value = document.get_ref().get(*first);
            for step in rest {
                let Some(here) = value else { break };
                at = here.span().start;
                value = match here.get_ref() {
                    DeValue::Table(table) => table.get(*step),
                    DeValue::Array(list) => step.parse::<usize>().ok().and_then(|index| list.get(index)),
                    _ => None,
                };
            }
            at = value.map_or(at, |value| value.span().start);
        }
        at
    }

    /// The error of a value.
    pub(super) fn wrong(&self, path: &[&str], error: SettingsError) -> ProjectError {
        ProjectError::setting(self.place_of(path), error)
    }
}

/// The line of a byte offset, from 1.
pub(super) fn line_of(text: &str, at: usize) -> usize {
    1 + cut(text, &(0..at)).matches('\n').count()
}
