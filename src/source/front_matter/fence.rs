//! The bounds of front matter in a file.

use std::ops::Range;

/// The two ways to write front matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::source) enum FrontSyntax {
    /// Between `---` lines.
    Yaml,
    /// Between `+++` lines.
    Toml,
}

/// The bounds of the front matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::source) struct Fence {
    pub(in crate::source) kind: FrontSyntax,
    /// The bytes between the two lines.
    pub(in crate::source) content: Range<usize>,
    /// Where the body begins.
    pub(in crate::source) body: usize,
}

impl Fence {
    /// Finds the front matter of a file. As elsewhere, a `---` before an empty line is a thematic break.
    pub(in crate::source) fn find(file: &str) -> Option<Self> {
        let bom_end = body_start(file);
        let mut lines = file.get(bom_end..)?.split_inclusive('\n');
        let first = lines.next()?;
        let space = [' ', '\t', '\r', '\n'];
        let kind = match first.trim_end_matches(space) {
            "---" => FrontSyntax::Yaml,
            "+++" => FrontSyntax::Toml,
            _ => return None,
        };
        let start = bom_end + first.len();
        let mut at = start;
        for (index, line) in lines.enumerate() {
            let text = line.trim_end_matches(space);
            if index == 0 && text.is_empty() {
                return None;
            }
            let closes = match kind {
                FrontSyntax::Yaml => text == "---" || text == "...",
                FrontSyntax::Toml => text == "+++",
            };
            if closes {
                return Some(Self { kind, content: start..at, body: at + line.len() });
            }
            at += line.len();
        }
        None
    }
}

/// Whether a file opens front matter but never closes it: a first line of marks, followed by a key.
pub(in crate::source) fn is_cut_off(file: &str) -> bool {
    let mut lines = file.get(body_start(file)..).unwrap_or_default().lines();
    let separator = match lines.next().map(str::trim_end) {
        Some("---") => ':',
        Some("+++") => '=',
        _ => return false,
    };
    let key = lines.next().and_then(|line| line.split_once(separator)).map_or("", |(key, _)| key.trim_end());
    Fence::find(file).is_none() && !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
}

/// Where a file without front matter begins: after its byte order mark.
pub(in crate::source) fn body_start(file: &str) -> usize {
    if file.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}
