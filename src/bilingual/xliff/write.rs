//! The XLIFF writer.

use super::{
    XliffSettings, inline,
    names::{OBSOLETE, OWN_NOTE},
    plan::{PlannedGroup, PlannedUnit, plan, role_names},
};
use crate::{
    bilingual::{Conflict, Notes},
    model::{Article, Locale, Translation},
    xml::{escape_attribute, escape_text},
};

/// Line endings and indentation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LineLayout {
    /// Whether lines end in CR LF.
    pub(super) crlf: bool,
    /// What precedes a `<group>`: a line ending and white space.
    pub(super) group: String,
    /// What precedes a `<trans-unit>`.
    pub(super) unit: String,
    /// What precedes a unit's children.
    pub(super) child: String,
}

impl LineLayout {
    /// Creates a layout with two spaces per level.
    pub(super) fn new(crlf: bool) -> Self {
        let line_end = if crlf { "\r\n" } else { "\n" };
        let at = |spaces| format!("{line_end}{:spaces$}", "");
        Self { crlf, group: at(6), unit: at(8), child: at(10) }
    }

    /// Returns new text with the file's line endings. A carriage return that is part of the content is escaped already.
    pub(super) fn with_line_endings(&self, new: String) -> String {
        if self.crlf && new.contains('\n') { new.replace("\r\n", "\n").replace('\n', "\r\n") } else { new }
    }
}

/// Returns the segment file of an article. `notes` tells translators about a segment (term hits, context); the role
/// and, for a stale target, the earlier source are always noted.
///
/// The same article, translation and notes give the same bytes.
#[must_use]
pub fn write(article: &Article, translation: &Translation, notes: Notes<'_>, settings: &XliffSettings) -> String {
    file(&article.locale, &translation.locale, &plan(article, translation, notes, settings.profile), settings)
}

/// Returns a file of conflicts: each has the rejected target, with ours in the note. A person resolves them there,
/// removes those where ours should stay, and merges the file.
#[must_use]
pub fn conflicts(source: &Locale, target: &Locale, conflicts: &[Conflict], settings: &XliffSettings) -> String {
    let units = super::plan::conflict_units(conflicts);
    let groups: Vec<PlannedGroup<'_>> =
        units.into_iter().map(|(role, entry)| PlannedGroup { role: Some(role), units: vec![entry] }).collect();
    file(source, target, &groups, settings)
}

fn file(source: &Locale, target: &Locale, groups: &[PlannedGroup<'_>], settings: &XliffSettings) -> String {
    let layout = LineLayout::new(false);
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str("<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n  <file");
    attribute(&mut out, "original", &settings.original);
    attribute(&mut out, "source-language", &source.to_string());
    attribute(&mut out, "target-language", &target.to_string());
    attribute(&mut out, "datatype", "x-markdown");
    attribute(&mut out, "tool-id", "tolmach");
    out.push_str(">\n    <header>\n      <tool tool-id=\"tolmach\" tool-name=\"tolmach\"");
    attribute(&mut out, "tool-version", env!("CARGO_PKG_VERSION"));
    out.push_str("/>\n    </header>\n    <body>");
    for group in groups {
        out.push_str(&layout.group);
        open_group(&mut out, group);
        for unit in &group.units {
            out.push_str(&layout.unit);
            write_unit(&mut out, unit, &layout);
        }
        out.push_str(&layout.group);
        out.push_str("</group>");
    }
    out.push_str("\n    </body>\n  </file>\n</xliff>\n");
    out
}

/// Appends the start tag of a group.
pub(super) fn open_group(out: &mut String, group: &PlannedGroup<'_>) {
    let (resname, restype) = group.names();
    out.push_str("<group");
    attribute(out, "resname", &resname);
    if let Some(restype) = restype {
        attribute(out, "restype", restype);
    }
    if group.role.is_none() {
        debug_assert_eq!(resname, OBSOLETE);
        attribute(out, "translate", "no");
    }
    out.push('>');
}

/// Appends a unit.
pub(super) fn write_unit(out: &mut String, unit: &PlannedUnit<'_>, layout: &LineLayout) {
    out.push_str("<trans-unit");
    attribute(out, "id", &unit.name);
    if let Some(role) = unit.role {
        let (resname, restype) = role_names(role);
        attribute(out, "resname", &resname);
        if let Some(restype) = restype {
            attribute(out, "restype", restype);
        }
        attribute(out, "translate", "no");
    }
    if unit.approved {
        attribute(out, "approved", "yes");
    }
    attribute(out, "xml:space", "preserve");
    attribute(out, "extradata", &unit.extradata.write());
    out.push('>');
    out.push_str(&layout.child);
    out.push_str("<source>");
    inline::write_source(out, &unit.source);
    out.push_str("</source>");
    out.push_str(&layout.child);
    write_target(out, unit);
    if let Some(note) = &unit.note {
        out.push_str(&layout.child);
        write_note(out, Some(OWN_NOTE), note);
    }
    for remark in unit.remarks {
        out.push_str(&layout.child);
        write_note(out, remark.by.as_deref(), &remark.text);
    }
    out.push_str(&layout.unit);
    out.push_str("</trans-unit>");
}

/// Appends the `<target>` of a unit.
pub(super) fn write_target(out: &mut String, unit: &PlannedUnit<'_>) {
    out.push_str("<target");
    attribute(out, "state", unit.state);
    if let Some(qualifier) = unit.qualifier {
        attribute(out, "state-qualifier", qualifier);
    }
    match &unit.target {
        None => out.push_str("/>"),
        Some(text) => {
            out.push('>');
            inline::write(out, text);
            out.push_str("</target>");
        }
    }
}

/// Appends a `<note>`.
pub(super) fn write_note(out: &mut String, from: Option<&str>, text: &str) {
    out.push_str("<note");
    if let Some(from) = from {
        attribute(out, "from", from);
    }
    out.push('>');
    escape_text(out, text);
    out.push_str("</note>");
}

/// Appends an attribute with a space before it.
pub(super) fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape_attribute(out, value);
    out.push('"');
}
