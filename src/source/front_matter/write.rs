//! Writing of changed front matter: unchanged parts keep their bytes, and the result is read back as a check.

use std::ops::Range;

use crate::{
    model::Slot,
    source::{bytes, is_unwritable},
};

use super::{Fence, FrontSyntax, FrontValue, ParsedEntry, ParsedFront, Quoting, body_start, read, scalar, yaml};

/// A string of the front matter that changes.
#[derive(Debug)]
pub(in crate::source) struct FrontChange<'a> {
    /// Its position.
    pub(in crate::source) slot: &'a Slot,
    /// The new text.
    pub(in crate::source) prose: String,
    /// The parts of the file that are replaced, each with its new text; within `slot.span`.
    pub(in crate::source) parts: Vec<(Range<usize>, String)>,
}

/// Returns the file up to its body, with the strings changed and keys set, and where the body begins in `file`.
pub(in crate::source) fn write(file: &str, changes: &[FrontChange], set: &[(String, FrontValue)]) -> (String, usize) {
    let newline = if file.split('\n').next().is_some_and(|line| line.ends_with('\r')) { "\r\n" } else { "\n" };
    let Some(fence) = Fence::find(file) else {
        let start = body_start(file);
        let mut out = bytes(file, &(0..start)).to_owned();
        if !set.is_empty() {
            out.extend(["---", newline]);
            for (key, value) in set {
                out.push_str(&write_entry(FrontSyntax::Yaml, key, value, newline));
            }
            out.extend(["---", newline]);
        }
        return (out, start);
    };
    let head = bytes(file, &(0..fence.body));
    let translated = if changes.is_empty() {
        head.to_owned()
    } else {
        let written = [Quote::Least, Quote::Doubtful].into_iter().find_map(|quote| {
            let written = apply_changes(file, &fence, changes, newline, quote);
            reads_back_as(&written, file, &fence, changes).then_some(written)
        });
        written.unwrap_or_else(|| apply_changes(file, &fence, changes, newline, Quote::All))
    };
    if set.is_empty() {
        return (translated, fence.body);
    }
    (set_keys(&translated, set, newline).unwrap_or(translated), fence.body)
}

/// Which changed strings get double quotes, whatever their original quoting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quote {
    /// Unquoted text that would be read as a number, a boolean or the like.
    Least,
    /// Text that is not obviously safe in its original style.
    Doubtful,
    /// All of them.
    All,
}

impl Quote {
    fn applies_to(self, change: &FrontChange, style: Quoting) -> bool {
        let is_one_line = !change.prose.contains(char::is_control);
        match (self, style) {
            (Self::Least, Quoting::YamlPlain) => yaml::is_non_string(&change.prose),
            (Self::Doubtful, Quoting::YamlPlain) => !is_safe(&change.prose),
            (Self::Doubtful, Quoting::TomlLiteral) => !is_one_line || change.prose.contains('\''),
            (Self::Least, _) | (Self::Doubtful, Quoting::YamlDouble | Quoting::TomlBasic) => false,
            (Self::Doubtful, _) => !is_one_line || change.prose.starts_with(' ') || change.prose.ends_with(' '),
            (Self::All, _) => true,
        }
    }
}

/// The file up to its body, with the changes applied.
fn apply_changes(file: &str, fence: &Fence, changes: &[FrontChange], newline: &str, quote: Quote) -> String {
    let mut out = String::with_capacity(fence.body + 64);
    let mut at = 0;
    for change in changes {
        let style = Quoting::parse(&change.slot.context).unwrap_or(Quoting::YamlDouble);
        if quote.applies_to(change, style) {
            out.push_str(bytes(file, &(at..change.slot.outer.start)));
            out.push_str(&scalar::quoted(&change.prose, fence.kind == FrontSyntax::Toml));
            at = change.slot.outer.end;
            continue;
        }
        let line = bytes(file, &(0..change.slot.span.start));
        let line = line.rsplit('\n').next().unwrap_or_default();
        let indent: String = line.chars().take_while(|c| *c == ' ').collect();
        for (span, prose) in &change.parts {
            out.push_str(bytes(file, &(at..span.start)));
            out.push_str(&scalar::escaped(prose, style, &indent, newline));
            at = at.max(span.end);
        }
    }
    out.push_str(bytes(file, &(at..fence.body)));
    out
}

/// Whether the written front matter reads back with the changes, and with everything else as before.
fn reads_back_as(written: &str, file: &str, fence: &Fence, changes: &[FrontChange]) -> bool {
    let Some(new_fence) = Fence::find(written).filter(|new| new.body == written.len()) else { return false };
    let (old, new) = (read(file, fence), read(written, &new_fence));
    if new.broken || old.entries.len() != new.entries.len() {
        return false;
    }
    let change_at = |start: usize| {
        let found = changes.binary_search_by_key(&start, |change| change.slot.outer.start);
        found.ok().and_then(|index| changes.get(index))
    };
    old.entries.iter().zip(&new.entries).all(|(old, new)| {
        old.entry.key == new.entry.key
            && old.scalars.len() == new.scalars.len()
            && old.scalars.iter().zip(&new.scalars).all(|(was, is)| {
                let prose = change_at(was.slot.outer.start).map_or(&was.text.prose, |change| &change.prose);
                was.path == is.path && *prose == is.text.prose
            })
            && (!old.scalars.is_empty() || old.entry.value == new.entry.value)
    })
}

/// Sets or adds keys; `None` if `head` cannot be read.
fn set_keys(head: &str, set: &[(String, FrontValue)], newline: &str) -> Option<String> {
    let fence = Fence::find(head)?;
    let ParsedFront { entries, broken, .. } = read(head, &fence);
    if broken {
        return None;
    }
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let mut added = String::new();
    for (key, value) in set {
        match entries.iter().find(|parsed| parsed.entry.key == *key) {
            Some(parsed) if parsed.entry.value == *value => {}
            Some(parsed) => edits.push(replace_value(head, &fence, parsed, value, newline)),
            None => added.push_str(&write_entry(fence.kind, key, value, newline)),
        }
    }
    if !added.is_empty() {
        let at = insertion_point(head, &fence, &entries);
        let lacks_newline = at > 0 && !bytes(head, &(0..at)).ends_with('\n');
        edits.push((at..at, if lacks_newline { format!("{newline}{added}") } else { added }));
    }
    edits.sort_by_key(|(span, _)| (span.start, span.end));
    let mut out = String::with_capacity(head.len() + 64);
    let mut at = 0;
    for (span, text) in edits {
        out.push_str(bytes(head, &(at..span.start)));
        out.push_str(&text);
        at = span.end.max(at);
    }
    out.push_str(bytes(head, &(at..head.len())));
    Some(out)
}

/// Where new keys are inserted: at the end, but in TOML before the first table.
fn insertion_point(head: &str, fence: &Fence, entries: &[ParsedEntry]) -> usize {
    if fence.kind == FrontSyntax::Yaml {
        return fence.content.end;
    }
    let last = entries.iter().filter(|parsed| !parsed.value.is_empty()).map(|parsed| parsed.value.end).max();
    last.map_or(fence.content.start, |end| {
        let rest = bytes(head, &(end..fence.content.end));
        end + rest.find('\n').map_or(rest.len(), |at| at + 1)
    })
}

/// The edit that replaces the value of an existing key.
fn replace_value(
    head: &str,
    fence: &Fence,
    parsed: &ParsedEntry,
    value: &FrontValue,
    newline: &str,
) -> (Range<usize>, String) {
    let before = bytes(head, &(parsed.key.end..parsed.value.start));
    let block = fence.kind == FrontSyntax::Yaml && before.contains('\n');
    // An empty value begins right after the colon, a block on the next line.
    let colon = bytes(head, &(parsed.key.end..fence.content.end)).find([':', '=']).map_or(0, |at| at + 1);
    let from = parsed.key.end + colon;
    let span = if parsed.value.is_empty() { from..from } else { from..parsed.value.end };
    let text = match value {
        FrontValue::List(items) if block && !items.is_empty() => {
            let line = before.rsplit('\n').next().unwrap_or_default();
            let indent: String = line.chars().take_while(|c| *c == ' ').collect();
            items.iter().fold(String::new(), |list, item| {
                list + newline + &indent + "- " + &spell(fence.kind, item, Quoting::YamlPlain)
            })
        }
        value => format!(" {}", spell(fence.kind, value, parsed.style)),
    };
    (span, text)
}

/// A key with its value, as a line.
fn write_entry(kind: FrontSyntax, key: &str, value: &FrontValue, newline: &str) -> String {
    let is_bare = !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    let toml = kind == FrontSyntax::Toml;
    let key = if is_bare && (toml || !yaml::is_non_string(key)) { key.to_owned() } else { scalar::quoted(key, toml) };
    let value = spell(kind, value, Quoting::YamlPlain);
    format!("{key}{} {value}{newline}", if toml { " =" } else { ":" })
}

/// The shortest safe spelling of a value, quoted as `style` if possible.
fn spell(kind: FrontSyntax, value: &FrontValue, style: Quoting) -> String {
    let join = |items: Vec<String>| items.join(", ");
    match (value, kind) {
        (FrontValue::Plain(text), _) => text.clone(),
        (FrontValue::Text(text), FrontSyntax::Toml) => {
            let fits_literal = style == Quoting::TomlLiteral && !text.contains(|c: char| c == '\'' || c.is_control());
            if fits_literal { format!("'{text}'") } else { scalar::quoted(text, true) }
        }
        (FrontValue::Text(text), FrontSyntax::Yaml) => {
            let is_one_line = !text.contains(|c: char| c.is_control() || is_unwritable(c) || c == '\u{feff}');
            if style == Quoting::YamlSingle && is_one_line {
                format!("'{}'", text.replace('\'', "''"))
            } else if style != Quoting::YamlDouble && is_safe(text) {
                text.clone()
            } else {
                scalar::quoted(text, false)
            }
        }
        (FrontValue::List(items), _) => {
            format!("[{}]", join(items.iter().map(|item| spell(kind, item, Quoting::YamlPlain)).collect()))
        }
        (FrontValue::Map(pairs), _) => {
            let pair = |(key, value): &(String, FrontValue)| {
                let key = scalar::quoted(key, kind == FrontSyntax::Toml);
                let mark = if kind == FrontSyntax::Toml { " = " } else { ": " };
                format!("{key}{mark}{}", spell(kind, value, Quoting::YamlDouble))
            };
            format!("{{{}}}", join(pairs.iter().map(pair).collect()))
        }
    }
}

/// Whether a text needs no quotes in YAML, even in a list.
fn is_safe(text: &str) -> bool {
    let first = text.chars().next();
    first.is_some_and(char::is_alphanumeric)
        && !text.ends_with(char::is_whitespace)
        && !yaml::is_non_string(text)
        && !text.contains(|c: char| c.is_control() || "#,[]{}:&*!|>'\"%@`\u{feff}\u{2028}\u{2029}".contains(c))
}
