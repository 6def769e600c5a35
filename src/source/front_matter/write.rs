//! Front matter with other values in it: the rest keeps its bytes, and what was written is read back.

use std::ops::Range;

use crate::{
    model::Slot,
    source::{bytes, is_unwritable},
};

use super::{Fence, FoundEntry, FrontSyntax, FrontValue, Quoting, Read, body_start, read, scalar, yaml};

/// A string of the front matter that changes.
#[derive(Debug)]
pub(in crate::source) struct FrontChange<'a> {
    /// Where it stands.
    pub(in crate::source) slot: &'a Slot,
    /// What it is to say.
    pub(in crate::source) prose: String,
    /// The bytes of the file that are replaced one by one, and what each is to say; within `slot.span`.
    pub(in crate::source) parts: Vec<(Range<usize>, String)>,
}

/// The file's beginning up to its body, with the strings changed and keys set; and where the body begins.
pub(in crate::source) fn write(file: &str, changes: &[FrontChange], set: &[(String, FrontValue)]) -> (String, usize) {
    let newline = if file.split('\n').next().is_some_and(|line| line.ends_with('\r')) { "\r\n" } else { "\n" };
    let Some(fence) = Fence::find(file) else {
        let start = body_start(file);
        let mut out = bytes(file, &(0..start)).to_owned();
        if !set.is_empty() {
            out.extend(["---", newline]);
            for (key, value) in set {
                out.push_str(&entry(FrontSyntax::Yaml, key, value, newline));
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
            let written = replaced(file, &fence, changes, newline, quote);
            says(&written, file, &fence, changes).then_some(written)
        });
        written.unwrap_or_else(|| replaced(file, &fence, changes, newline, Quote::All))
    };
    if set.is_empty() {
        return (translated, fence.body);
    }
    (with_keys(&translated, set, newline).unwrap_or(translated), fence.body)
}

/// Which changed strings are put into quotes that hold everything, whatever their own were.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quote {
    /// Words without quotes that would become a number or the like.
    Least,
    /// Whatever cannot be seen at once to be safe in its own style.
    Doubtful,
    /// All.
    All,
}

impl Quote {
    fn wants(self, change: &FrontChange, style: Quoting) -> bool {
        let one_line = !change.prose.contains(char::is_control);
        match (self, style) {
            (Self::Least, Quoting::YamlPlain) => yaml::is_plain(&change.prose),
            (Self::Doubtful, Quoting::YamlPlain) => !is_safe(&change.prose),
            (Self::Doubtful, Quoting::TomlLiteral) => !one_line || change.prose.contains('\''),
            (Self::Least, _) | (Self::Doubtful, Quoting::YamlDouble | Quoting::TomlBasic) => false,
            (Self::Doubtful, _) => !one_line || change.prose.starts_with(' ') || change.prose.ends_with(' '),
            (Self::All, _) => true,
        }
    }
}

/// The head with the changes in it.
fn replaced(file: &str, fence: &Fence, changes: &[FrontChange], newline: &str, quote: Quote) -> String {
    let mut out = String::with_capacity(fence.body + 64);
    let mut at = 0;
    for change in changes {
        let style = Quoting::parse(&change.slot.context).unwrap_or(Quoting::YamlDouble);
        if quote.wants(change, style) {
            out.push_str(bytes(file, &(at..change.slot.outer.start)));
            out.push_str(&scalar::quoted(&change.prose, fence.kind == FrontSyntax::Toml));
            at = change.slot.outer.end;
            continue;
        }
        let line = bytes(file, &(0..change.slot.span.start));
        let line = line.rsplit('\n').next().unwrap_or_default();
        let indent: String = line.chars().take_while(|c| *c == ' ').collect();
        for (span, said) in &change.parts {
            out.push_str(bytes(file, &(at..span.start)));
            out.push_str(&scalar::escaped(said, style, &indent, newline));
            at = at.max(span.end);
        }
    }
    out.push_str(bytes(file, &(at..fence.body)));
    out
}

/// Whether a head that was written says what it should, and all else as before.
fn says(written: &str, file: &str, fence: &Fence, changes: &[FrontChange]) -> bool {
    let Some(new_fence) = Fence::find(written).filter(|new| new.body == written.len()) else { return false };
    let (old, new) = (read(file, fence), read(written, &new_fence));
    if new.broken || old.entries.len() != new.entries.len() {
        return false;
    }
    let mut changes = changes.iter().peekable();
    old.entries.iter().zip(&new.entries).all(|(old, new)| {
        old.entry.key == new.entry.key
            && old.scalars.len() == new.scalars.len()
            && old.scalars.iter().zip(&new.scalars).all(|((was, slot), (is, _))| {
                let change = changes.next_if(|change| change.slot.outer.start == slot.outer.start);
                change.map_or(was.prose == is.prose, |change| change.prose == is.prose)
            })
            && (!old.scalars.is_empty() || old.entry.value == new.entry.value)
    })
}

/// A head with keys set or added; `None` where it cannot be read.
fn with_keys(head: &str, set: &[(String, FrontValue)], newline: &str) -> Option<String> {
    let fence = Fence::find(head)?;
    let Read { entries, broken, .. } = read(head, &fence);
    if broken {
        return None;
    }
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let mut added = String::new();
    for (key, value) in set {
        match entries.iter().find(|found| found.entry.key == *key) {
            Some(found) if found.entry.value == *value => {}
            Some(found) => edits.push(reset(head, &fence, found, value, newline)),
            None => added.push_str(&entry(fence.kind, key, value, newline)),
        }
    }
    if !added.is_empty() {
        let at = place_for_keys(head, &fence, &entries);
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

/// Where new keys go: at the end, but in TOML before the first table.
fn place_for_keys(head: &str, fence: &Fence, entries: &[FoundEntry]) -> usize {
    if fence.kind == FrontSyntax::Yaml {
        return fence.content.end;
    }
    let last = entries.iter().filter(|found| !found.value.is_empty()).map(|found| found.value.end).max();
    last.map_or(fence.content.start, |end| {
        let rest = bytes(head, &(end..fence.content.end));
        end + rest.find('\n').map_or(rest.len(), |at| at + 1)
    })
}

/// What replaces the value of a key that is there.
fn reset(head: &str, fence: &Fence, found: &FoundEntry, value: &FrontValue, newline: &str) -> (Range<usize>, String) {
    let before = bytes(head, &(found.key.end..found.value.start));
    let block = fence.kind == FrontSyntax::Yaml && before.contains('\n');
    // The value of `key:` begins right behind the colon where there is none, and on the next line where it is a block.
    let colon = bytes(head, &(found.key.end..fence.content.end)).find([':', '=']).map_or(0, |at| at + 1);
    let from = found.key.end + colon;
    let span = if found.value.is_empty() { from..from } else { from..found.value.end };
    let text = match value {
        FrontValue::List(items) if block && !items.is_empty() => {
            let line = before.rsplit('\n').next().unwrap_or_default();
            let indent: String = line.chars().take_while(|c| *c == ' ').collect();
            items.iter().fold(String::new(), |list, item| {
                list + newline + &indent + "- " + &spelled(fence.kind, item, Quoting::YamlPlain)
            })
        }
        value => format!(" {}", spelled(fence.kind, value, found.style)),
    };
    (span, text)
}

/// A key with its value on a line of its own.
fn entry(kind: FrontSyntax, key: &str, value: &FrontValue, newline: &str) -> String {
    let bare = !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    let toml = kind == FrontSyntax::Toml;
    let key = if bare && (toml || !yaml::is_plain(key)) { key.to_owned() } else { scalar::quoted(key, toml) };
    let value = spelled(kind, value, Quoting::YamlPlain);
    format!("{key}{} {value}{newline}", if toml { " =" } else { ":" })
}

/// A value in its shortest safe spelling, quoted as `style` where that can be.
fn spelled(kind: FrontSyntax, value: &FrontValue, style: Quoting) -> String {
    let join = |items: Vec<String>| items.join(", ");
    match (value, kind) {
        (FrontValue::Plain(text), _) => text.clone(),
        (FrontValue::Text(text), FrontSyntax::Toml) => {
            let literal = style == Quoting::TomlLiteral && !text.contains(|c: char| c == '\'' || c.is_control());
            if literal { format!("'{text}'") } else { scalar::quoted(text, true) }
        }
        (FrontValue::Text(text), FrontSyntax::Yaml) => {
            let one_line = !text.contains(|c: char| c.is_control() || is_unwritable(c) || c == '\u{feff}');
            if style == Quoting::YamlSingle && one_line {
                format!("'{}'", text.replace('\'', "''"))
            } else if style != Quoting::YamlDouble && is_safe(text) {
                text.clone()
            } else {
                scalar::quoted(text, false)
            }
        }
        (FrontValue::List(items), _) => {
            format!("[{}]", join(items.iter().map(|item| spelled(kind, item, Quoting::YamlPlain)).collect()))
        }
        (FrontValue::Map(pairs), _) => {
            let pair = |(key, value): &(String, FrontValue)| {
                let key = scalar::quoted(key, kind == FrontSyntax::Toml);
                let mark = if kind == FrontSyntax::Toml { " = " } else { ": " };
                format!("{key}{mark}{}", spelled(kind, value, Quoting::YamlDouble))
            };
            format!("{{{}}}", join(pairs.iter().map(pair).collect()))
        }
    }
}

/// Whether words can stand in YAML without quotes, in a list too.
fn is_safe(text: &str) -> bool {
    let first = text.chars().next();
    first.is_some_and(char::is_alphanumeric)
        && !text.ends_with(char::is_whitespace)
        && !yaml::is_plain(text)
        && !text.contains(|c: char| c.is_control() || "#,[]{}:&*!|>'\"%@`\u{feff}\u{2028}\u{2029}".contains(c))
}
