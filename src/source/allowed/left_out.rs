//! What a page leaves out of an article, as findings.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{
    address::{is_link, is_picture, is_plain_http},
    hidden::hidden_characters,
    problem::LeftOutProblem,
    reduce::{reduce, taken_ends},
};
use crate::{model::Finding, source::bytes};

/// The finding about an address of the front matter, if no page may hold it; `is_shown` if it is a picture's.
pub(in crate::source) fn left_out_address(address: &str, is_shown: bool) -> Option<Finding> {
    let is_allowed = if is_shown { is_picture(address) } else { is_link(address) };
    (!is_allowed).then(|| LeftOutProblem::address(address).finding())
}

/// What the page leaves out of an article in Markdown, whose body begins at byte `body`: each with its byte offset.
/// `embeds` are the addresses that the newsroom names.
pub(in crate::source) fn left_out(
    file: &str,
    body: usize,
    extensions: Options,
    embeds: &[String],
) -> Vec<(usize, Finding)> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in file.split_inclusive('\n') {
        if let Some(characters) = hidden_characters(line) {
            found.push((at, LeftOutProblem::Hidden { characters }.finding()));
        }
        at += line.len();
    }
    let text = bytes(file, &(body..file.len()));
    // Most articles have neither HTML, nor an address with a scheme, nor a reference to a character.
    if !text.contains(['<', ':', '&']) {
        return found;
    }
    let (events, spans): (Vec<Event<'_>>, Vec<Range<usize>>) =
        Parser::new_ext(text, extensions).into_offset_iter().unzip();
    let taken_ends = taken_ends(&events);
    // HTML is gathered into pieces as the page gathers it.
    let (mut piece, mut taken, mut in_block) = (RawPiece::default(), 0, false);
    for (at, (event, span)) in events.iter().zip(spans).enumerate() {
        if at < taken {
            continue;
        }
        let place = body + span.start;
        match event {
            Event::Start(Tag::HtmlBlock) => in_block = true,
            Event::End(TagEnd::HtmlBlock) => {
                in_block = false;
                std::mem::take(&mut piece).report(embeds, &mut found);
            }
            Event::Html(html) | Event::Text(html) if in_block => piece.add(html, place),
            Event::InlineHtml(html) => {
                taken = taken_ends.get(&at).map_or(taken, |end| end + 1);
                piece.add(html, place);
                std::mem::take(&mut piece).report(embeds, &mut found);
            }
            Event::Start(Tag::Link { dest_url, .. }) if !is_link(dest_url) => {
                found.push((place, LeftOutProblem::address(dest_url).finding()));
            }
            Event::Start(Tag::Image { dest_url, .. }) if !is_picture(dest_url) => {
                found.push((place, LeftOutProblem::address(dest_url).finding()));
            }
            Event::Start(Tag::Image { dest_url, .. }) if is_plain_http(dest_url) => {
                found.push((place, LeftOutProblem::picture(dest_url).finding()));
            }
            Event::Text(words) => found.extend(referenced(words, text, &span).map(|finding| (place, finding))),
            _ => {}
        }
    }
    found
}

/// The finding about characters that the file writes as references (`&#x202E;`).
fn referenced(words: &str, text: &str, span: &Range<usize>) -> Option<Finding> {
    let characters = hidden_characters(words).filter(|_| hidden_characters(bytes(text, span)).is_none())?;
    Some(LeftOutProblem::Hidden { characters }.finding())
}

/// A piece of raw HTML, gathered from the parser's events, with the byte offset of each of its lines.
#[derive(Default)]
struct RawPiece {
    html: String,
    lines: Vec<usize>,
}

impl RawPiece {
    fn add(&mut self, html: &str, at: usize) {
        if self.html.is_empty() || self.html.ends_with('\n') {
            self.lines.push(at);
        }
        let ends = html.match_indices('\n').map(|(end, _)| end + 1).filter(|end| *end < html.len());
        self.lines.extend(ends.map(|end| at + end));
        self.html.push_str(html);
    }

    fn report(&self, embeds: &[String], found: &mut Vec<(usize, Finding)>) {
        for (line, problem) in reduce(&self.html, embeds).left_out {
            let at = self.lines.get(line.saturating_sub(1)).or(self.lines.last()).copied().unwrap_or_default();
            found.push((at, problem.finding()));
        }
    }
}
