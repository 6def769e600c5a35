//! A piece of raw HTML reduced to what a page keeps of it.

use std::{cell::RefCell, collections::HashMap};

use html5ever::{
    tendril::StrTendril,
    tokenizer::{
        BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts, states::RawKind,
    },
};
use pulldown_cmark::{Event, TagEnd};

use super::{
    address::is_plain_http,
    hidden::hidden_characters,
    problem::LeftOutProblem,
    tags::{is_raw, keeps_attribute, keeps_element, takes_content},
};

/// A piece of raw HTML, reduced.
#[derive(Debug, Default)]
pub(in crate::source) struct Reduced {
    /// What the page keeps.
    pub(in crate::source) html: String,
    /// The addresses of the pictures in it, in order.
    pub(in crate::source) pictures: Vec<String>,
    /// What it leaves out, with the line in the piece, from 1.
    pub(super) left_out: Vec<(usize, LeftOutProblem)>,
}

/// Reduces a piece of raw HTML to the elements, attributes and addresses that a page keeps. Text stays, except in
/// elements whose content is no text of the article; comments go. `embeds` are the addresses that the newsroom names.
pub(in crate::source) fn reduce(raw: &str, embeds: &[String]) -> Reduced {
    let lower = raw.to_ascii_lowercase();
    let (ended, skipped) = (HashMap::new(), None);
    let reducer = Reducer { raw: &lower, ended, embeds, skipped, reduced: Reduced::default() };
    let tokenizer = Tokenizer::new(Sink(RefCell::new(reducer)), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(raw));
    // It stops early only to run a script or to change the encoding, which the sink never requests.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner().reduced
}

/// Where raw tags that are left out with what they enclose end in their block: the index of the end tag, by that of the
/// tag. One look at the events finds them all.
pub(in crate::source) fn taken_ends(events: &[Event<'_>]) -> HashMap<usize, usize> {
    let mut ends: HashMap<String, usize> = HashMap::new();
    let mut taken = HashMap::new();
    for (at, event) in events.iter().enumerate().rev() {
        match event {
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image) => {}
            Event::End(_) => ends.clear(),
            Event::InlineHtml(tag) => {
                let inner = tag.strip_prefix('<').unwrap_or_default();
                let (is_end, name) = inner.strip_prefix('/').map_or((false, inner), |name| (true, name));
                let name: String = name.chars().take_while(char::is_ascii_alphanumeric).collect();
                let name = name.to_ascii_lowercase();
                if takes_content(&name) && is_end {
                    ends.insert(name, at);
                } else if let Some(end) = ends.get(&name).filter(|_| !tag.ends_with("/>")) {
                    taken.insert(at, *end);
                }
            }
            _ => {}
        }
    }
    taken
}

struct Sink<'a>(RefCell<Reducer<'a>>);

impl TokenSink for Sink<'_> {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut reducer = self.0.borrow_mut();
        let line = usize::try_from(line).unwrap_or(usize::MAX);
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => return reducer.start(&tag, line),
            Token::TagToken(tag) => reducer.end(&tag.name),
            Token::CharacterTokens(text) => reducer.text(&text, line),
            Token::NullCharacterToken => reducer.text("\u{fffd}", line),
            Token::ParseError(error) if breaks_off(&error) && reducer.skipped.is_none() => {
                reducer.reduced.left_out.push((line, LeftOutProblem::Unfinished));
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// Whether the tokenizer says that the piece ends within a tag or a comment. A `<` alone is text, and stays.
fn breaks_off(error: &str) -> bool {
    error.starts_with("Saw EOF in state ") && !error.ends_with("TagOpen")
}

struct Reducer<'a> {
    /// The piece in small letters.
    raw: &'a str,
    /// Whether the piece has an end tag of this name.
    ended: HashMap<String, bool>,
    embeds: &'a [String],
    /// The element that is being left out with its content, and how many of its name are open.
    skipped: Option<(String, usize)>,
    reduced: Reduced,
}

impl Reducer<'_> {
    fn start(&mut self, tag: &Tag, line: usize) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        if let Some((skipped, open)) = &mut self.skipped {
            *open += usize::from(skipped == name && !tag.self_closing);
            return TokenSinkResult::Continue;
        }
        let kept = tag.attrs.iter().filter(|attribute| {
            attribute.name.ns.is_empty() && keeps_attribute(name, &attribute.name.local, &attribute.value, self.embeds)
        });
        let kept: Vec<(&str, &str)> = kept.map(|kept| (&*kept.name.local, &*kept.value)).collect();
        let is_embed = name == "iframe" && kept.iter().any(|(name, _)| *name == "src");
        if is_embed || keeps_element(name) {
            self.open(name, &kept);
            let pictures = kept.iter().filter(|(attribute, _)| name == "img" && *attribute == "src");
            self.reduced.pictures.extend(pictures.map(|(_, address)| (*address).to_owned()));
            if let Some((_, address)) =
                kept.iter().find(|(attribute, value)| name == "img" && *attribute == "src" && is_plain_http(value))
            {
                self.leave_out(line, LeftOutProblem::picture(address));
            }
            let left: Vec<&str> = tag
                .attrs
                .iter()
                .map(|attribute| &*attribute.name.local)
                .filter(|name| kept.iter().all(|(kept, _)| kept != name))
                .collect();
            if !left.is_empty() {
                self.leave_out(line, LeftOutProblem::Attributes { element: name.to_owned(), names: left.join(", ") });
            }
        } else {
            self.leave_out(line, LeftOutProblem::Element { name: name.to_owned() });
        }
        if is_embed {
            self.reduced.html.push_str("</iframe>");
        }
        // Where the end tag is missing, what follows may be text.
        if takes_content(name) && !tag.self_closing && (is_raw(name) || self.is_ended(name)) {
            self.skipped = Some((name.to_owned(), 1));
        }
        match name {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "textarea" | "title" => TokenSinkResult::RawData(RawKind::Rcdata),
            name if is_raw(name) => TokenSinkResult::RawData(RawKind::Rawtext),
            _ => TokenSinkResult::Continue,
        }
    }

    fn is_ended(&mut self, name: &str) -> bool {
        let raw = self.raw;
        *self.ended.entry(name.to_owned()).or_insert_with(|| raw.contains(&format!("</{name}")))
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        let out = &mut self.reduced.html;
        out.extend(["<", name]);
        for (name, value) in attributes {
            let value = value.replace('&', "&amp;").replace('"', "&quot;");
            out.extend([" ", name, "=\"", &value, "\""]);
        }
        out.push('>');
    }

    fn end(&mut self, name: &str) {
        match &mut self.skipped {
            Some((skipped, open)) => {
                *open -= usize::from(skipped == name);
                if *open == 0 {
                    self.skipped = None;
                }
            }
            None if keeps_element(name) => self.reduced.html.extend(["</", name, ">"]),
            None => {}
        }
    }

    fn text(&mut self, text: &str, line: usize) {
        if self.skipped.is_some() {
            return;
        }
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        self.reduced.html.push_str(&escaped);
        // A character that stands in the file itself is reported with the file.
        if let Some(characters) = hidden_characters(text).filter(|_| hidden_characters(self.raw).is_none()) {
            self.leave_out(line, LeftOutProblem::Hidden { characters });
        }
    }

    fn leave_out(&mut self, line: usize, problem: LeftOutProblem) {
        self.reduced.left_out.push((line, problem));
    }
}
