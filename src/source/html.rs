//! An article's Markdown as the body of an HTML page.

use super::{
    allowed::{reduce, taken_ends},
    front_matter::{Fence, body_start},
    headings::set_ids,
};
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html::push_html};

/// Renders the body of an article's file (without its front matter) as HTML.
///
/// A paragraph that begins with an image becomes a figure; what follows the image is its caption, and a last line that
/// begins with one of `credit_words` is its credit. Role comments become classes; no comment reaches the page. Raw HTML
/// is reduced to what a page keeps, piece by piece; `embeds` are the addresses that a newsroom names.
#[must_use]
pub fn html(file: &str, credit_words: &[String], embeds: &[String]) -> String {
    let start = Fence::find(file).map_or_else(|| body_start(file), |fence| fence.body);
    let body = file.get(start..).unwrap_or_default();
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let events = set_ids(Parser::new_ext(body, options | Options::ENABLE_TASKLISTS));
    let mut events = reduce_inline(&events, embeds).into_iter();
    let mut out: Vec<Event<'_>> = Vec::new();
    let mut role: Option<String> = None;
    // Nesting depth inside a block that is wrapped in an `<aside>`.
    let mut wrapped = 0_usize;
    while let Some(event) = events.next() {
        match event {
            Event::Start(Tag::HtmlBlock) => {
                let mut raw = String::new();
                for event in events.by_ref() {
                    match event {
                        Event::End(TagEnd::HtmlBlock) => break,
                        Event::Html(text) | Event::Text(text) => raw.push_str(&text),
                        _ => {}
                    }
                }
                if let Some(name) = role_comment(&raw) {
                    role = Some(name);
                } else if !is_comment(&raw) {
                    out.push(Event::Html(CowStr::from(reduce(&raw, embeds).html)));
                }
            }
            Event::Start(Tag::Paragraph) => {
                let mut inner = Vec::new();
                for event in events.by_ref() {
                    if event == Event::End(TagEnd::Paragraph) {
                        break;
                    }
                    inner.push(event);
                }
                paragraph(inner, role.take().as_deref(), credit_words, &mut out);
            }
            Event::Start(
                tag @ (Tag::Heading { .. } | Tag::List(_) | Tag::BlockQuote(_) | Tag::CodeBlock(_) | Tag::Table(_)),
            ) => {
                let is_boilerplate =
                    role.take().is_some_and(|role| role.split_whitespace().next() == Some("boilerplate"));
                if wrapped == 0 && is_boilerplate {
                    out.push(Event::Html(CowStr::from("<aside class=\"boilerplate\">\n")));
                    wrapped = 1;
                } else if wrapped > 0 {
                    wrapped += 1;
                }
                out.push(Event::Start(tag));
            }
            event if wrapped > 0 => {
                match event {
                    Event::Start(_) => wrapped += 1,
                    Event::End(_) => wrapped -= 1,
                    _ => {}
                }
                out.push(event);
                if wrapped == 0 {
                    out.push(Event::Html(CowStr::from("</aside>\n")));
                }
            }
            event => out.push(event),
        }
    }
    let mut page = String::with_capacity(body.len() * 3 / 2);
    push_html(&mut page, out.into_iter());
    page
}

fn paragraph<'a>(inner: Vec<Event<'a>>, role: Option<&str>, credit_words: &[String], out: &mut Vec<Event<'a>>) {
    let raw = |text: String| Event::Html(CowStr::from(text));
    if matches!(inner.first(), Some(Event::Start(Tag::Image { .. }))) {
        figure(inner, credit_words, out);
        return;
    }
    match role.map(|role| role.split_whitespace().next().unwrap_or_default().to_owned()) {
        Some(role) if role == "boilerplate" => {
            out.push(raw("<aside class=\"boilerplate\">\n<p>".to_owned()));
            out.extend(inner);
            out.push(raw("</p>\n</aside>\n".to_owned()));
        }
        Some(role) if matches!(role.as_str(), "caption" | "credit" | "standfirst" | "byline" | "note" | "bio") => {
            out.push(raw(format!("<p class=\"{role}\">")));
            out.extend(inner);
            out.push(raw("</p>\n".to_owned()));
        }
        _ => {
            out.push(Event::Start(Tag::Paragraph));
            out.extend(inner);
            out.push(Event::End(TagEnd::Paragraph));
        }
    }
}

fn figure<'a>(mut inner: Vec<Event<'a>>, credit_words: &[String], out: &mut Vec<Event<'a>>) {
    let raw = |text: &'static str| Event::Html(CowStr::from(text));
    let image_end = inner.iter().position(|event| *event == Event::End(TagEnd::Image)).map_or(inner.len(), |at| at + 1);
    let mut caption = inner.split_off(image_end.min(inner.len()));
    out.push(raw("<figure>\n"));
    out.append(&mut inner);
    while matches!(caption.first(), Some(Event::SoftBreak | Event::HardBreak)) {
        caption.remove(0);
    }
    let last_line =
        caption.iter().rposition(|event| matches!(event, Event::SoftBreak | Event::HardBreak)).map_or(0, |at| at + 1);
    let is_credit = |event: Option<&Event<'_>>| matches!(event, Some(Event::Text(text)) if credit_words.iter().any(|word| text.starts_with(word.as_str())));
    let credit = if is_credit(caption.get(last_line)) { caption.split_off(last_line) } else { Vec::new() };
    while matches!(caption.last(), Some(Event::SoftBreak | Event::HardBreak)) {
        caption.pop();
    }
    if !caption.is_empty() || !credit.is_empty() {
        out.push(raw("\n<figcaption>"));
        out.append(&mut caption);
        if !credit.is_empty() {
            out.push(raw(" <span class=\"credit\">"));
            out.extend(credit);
            out.push(raw("</span>"));
        }
        out.push(raw("</figcaption>"));
    }
    out.push(raw("\n</figure>\n"));
}

/// The name in `<!-- role: NAME -->`.
fn role_comment(raw: &str) -> Option<String> {
    let inner = raw.trim().strip_prefix("<!--")?.strip_suffix("-->")?;
    Some(inner.trim().strip_prefix("role:")?.trim().to_owned())
}

fn is_comment(raw: &str) -> bool {
    let raw = raw.trim();
    raw.starts_with("<!--") && raw.ends_with("-->")
}

/// The events with inline HTML reduced.
fn reduce_inline<'a>(events: &[Event<'a>], embeds: &[String]) -> Vec<Event<'a>> {
    let mut kept: Vec<Event<'a>> = Vec::with_capacity(events.len());
    let taken_ends = taken_ends(events);
    let mut taken = 0;
    for (at, event) in events.iter().enumerate() {
        if at < taken {
            continue;
        }
        match event {
            Event::InlineHtml(text) => {
                taken = taken_ends.get(&at).map_or(taken, |end| end + 1);
                let html = reduce(text, embeds).html;
                if !html.is_empty() {
                    kept.push(Event::InlineHtml(CowStr::from(html)));
                }
            }
            event => kept.push(event.clone()),
        }
    }
    kept
}
