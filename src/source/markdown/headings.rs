//! Where the ids of an article's headings are written.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::{depth, read::EXTENSIONS};
use crate::source::{
    bytes,
    format::HeadingIdStyle,
    front_matter::{Fence, body_start},
    headings::{HeadingIds, mark, own_id},
};

/// A text to insert at a byte offset of an article's file.
pub(super) type Insertion = (usize, String);

/// Returns what gives each heading its id, by ascending offsets.
pub(super) fn insertions(file: &str, style: HeadingIdStyle) -> Vec<Insertion> {
    let from = Fence::find(file).map_or_else(|| body_start(file), |fence| fence.body);
    if style == HeadingIdStyle::None || depth::is_too_deep(file, from) {
        return Vec::new();
    }
    let mut ids = HeadingIds::default();
    let mut insertions = Vec::new();
    let mut inner: Option<Vec<Event<'_>>> = None;
    for (event, span) in Parser::new_ext(bytes(file, &(from..file.len())), EXTENSIONS).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { .. }) => inner = Some(Vec::new()),
            Event::End(TagEnd::Heading(_)) => {
                let Some(id) = inner.take().and_then(|inner| ids.next(&inner)) else { continue };
                let span = span.start + from..span.end + from;
                let heading = bytes(file, &span);
                let (words, line) = ends(heading);
                match style {
                    HeadingIdStyle::Carried => insertions.push((span.start + words, mark(&id))),
                    HeadingIdStyle::Written if own_id(bytes(heading, &(0..words))).is_none() => {
                        insertions.push((span.start + line, format!(" {{#{id}}}")));
                    }
                    HeadingIdStyle::Written | HeadingIdStyle::None => {}
                }
            }
            event => {
                if let Some(inner) = &mut inner {
                    inner.push(event);
                }
            }
        }
    }
    insertions
}

/// Returns where the words of a heading end, and where the line ends on which they end: after `#` marks that close it.
fn ends(heading: &str) -> (usize, usize) {
    let trimmed = heading.trim_end();
    let after_marks = trimmed.trim_start_matches('#');
    let marks = trimmed.len() - after_marks.len();
    // CommonMark 4.2: one to six marks, then a blank or the end of the line.
    let has_marks = (1..=6).contains(&marks) && (after_marks.is_empty() || after_marks.starts_with([' ', '\t']));
    if !has_marks {
        // The last line underlines the words.
        let words = trimmed.rsplit_once('\n').map_or(trimmed, |(words, _)| words).trim_end().len();
        return (words, words);
    }
    let words = trimmed.trim_end_matches('#');
    let words = if words.ends_with([' ', '\t']) { words.trim_end() } else { trimmed };
    (words.len(), trimmed.len())
}
