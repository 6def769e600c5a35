//! Ids of headings, by which links within an article reach them.
//!
//! In every language a heading has the id that GitHub and Hugo give it in the article, so that a link keeps its fragment.

use std::collections::HashMap;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};
use unicode_normalization::char::is_combining_mark;

/// How a comment begins that carries a heading's id to the page.
const MARK: &str = "<!--tolmach:id=";

/// Returns the comment that carries a heading's id to the page.
pub(super) fn mark(id: &str) -> String {
    format!(" {MARK}{id}-->")
}

/// The ids given so far.
#[derive(Debug, Default)]
pub(super) struct HeadingIds {
    /// Each id with the number of headings whose text gives it.
    used: HashMap<String, usize>,
}

impl HeadingIds {
    /// Returns the id of a heading from what stands in it; `None` for one without letters and digits.
    pub(super) fn next(&mut self, inner: &[Event<'_>]) -> Option<String> {
        let text = plain_text(inner);
        if let Some((_, id)) = own_id(&text) {
            self.used.entry(id.to_owned()).or_default();
            return Some(id.to_owned());
        }
        let base = id_of(&text);
        if base.is_empty() {
            return None;
        }
        let mut id = base.clone();
        while self.used.contains_key(&id) {
            let count = self.used.entry(base.clone()).or_default();
            *count += 1;
            id = format!("{base}-{count}");
        }
        self.used.insert(id.clone(), 0);
        Some(id)
    }
}

/// Returns the id that a text gives: small letters, digits, `-` and `_`, a hyphen for each space.
fn id_of(text: &str) -> String {
    let mut id = String::with_capacity(text.len());
    for c in text.trim().chars().flat_map(char::to_lowercase) {
        match c {
            ' ' => id.push('-'),
            '-' | '_' => id.push(c),
            c if c.is_alphanumeric() || is_combining_mark(c) => id.push(c),
            _ => {}
        }
    }
    id
}

/// Returns a heading's text and its own id, as in `More text {#more}`.
pub(super) fn own_id(text: &str) -> Option<(&str, &str)> {
    let (text, attributes) = text.trim_end().strip_suffix('}')?.rsplit_once("{#")?;
    let id = attributes.split(' ').next().unwrap_or_default();
    let is_id = !id.is_empty() && !id.contains(|c: char| c.is_whitespace() || "{}\"'<>&#".contains(c));
    is_id.then(|| (text.trim_end(), id))
}

/// Returns the words of a heading.
fn plain_text(inner: &[Event<'_>]) -> String {
    let mut text = String::new();
    let mut images = 0_usize;
    for event in inner {
        match event {
            Event::Start(Tag::Image { .. }) => images += 1,
            Event::End(TagEnd::Image) => images = images.saturating_sub(1),
            Event::Text(words) | Event::Code(words) if images == 0 => text.push_str(words),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    text
}

/// Gives every heading its id: the one that a comment carries, its own, or the one of its text.
pub(super) fn set_ids<'a>(events: impl IntoIterator<Item = Event<'a>>) -> Vec<Event<'a>> {
    let mut ids = HeadingIds::default();
    let mut out: Vec<Event<'a>> = Vec::new();
    let mut events = events.into_iter();
    while let Some(event) = events.next() {
        let Event::Start(Tag::Heading { level, id, classes, attrs }) = event else {
            out.push(event);
            continue;
        };
        let mut inner = Vec::new();
        let mut end = None;
        for event in events.by_ref() {
            if matches!(event, Event::End(TagEnd::Heading(_))) {
                end = Some(event);
                break;
            }
            inner.push(event);
        }
        let carried = inner.iter().rposition(|event| carried_id(event).is_some());
        let carried = carried.and_then(|at| carried_id(&inner.remove(at)).map(str::to_owned));
        let counted = ids.next(&inner);
        trim_end(&mut inner);
        let id = carried.or(counted).map(CowStr::from).or(id);
        out.push(Event::Start(Tag::Heading { level, id, classes, attrs }));
        out.append(&mut inner);
        out.extend(end);
    }
    out
}

/// Returns the id that a comment carries.
fn carried_id<'e>(event: &'e Event<'_>) -> Option<&'e str> {
    match event {
        Event::InlineHtml(html) => html.strip_prefix(MARK)?.strip_suffix("-->"),
        _ => None,
    }
}

/// Takes the white space and the id of its own from the end of a heading.
fn trim_end(inner: &mut Vec<Event<'_>>) {
    // The parser may have cut the text into pieces.
    let texts = inner.iter().rev().take_while(|event| matches!(event, Event::Text(_))).count();
    let mut text = String::new();
    for event in inner.drain(inner.len() - texts..) {
        if let Event::Text(words) = event {
            text.push_str(&words);
        }
    }
    let trimmed = own_id(&text).map_or_else(|| text.trim_end(), |(text, _)| text);
    if !trimmed.is_empty() {
        inner.push(Event::Text(CowStr::from(trimmed.to_owned())));
    }
}
