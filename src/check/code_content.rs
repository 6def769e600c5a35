//! What an inline code stands for: the address of a link, the words of a code span, the name of a tag.

use crate::model::{Code, CodeKind, CodeName, Text};

/// What a code means and holds, whatever its number and its spelling (`*a*` and `_a_`).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct CodeContent {
    pub kind: CodeKind,
    pub name: CodeName,
    /// An address, the text of a code span, a tag with its address; empty where the name says everything.
    pub holds: String,
}

impl CodeContent {
    /// The address that it leads to; `None` if it holds something else.
    pub(super) fn address(&self) -> Option<&str> {
        match self.name {
            CodeName::Link | CodeName::Image | CodeName::Html => self.holds.rsplit(' ').next(),
            CodeName::Other => Some(self.holds.as_str()),
            _ => None,
        }
        .filter(|address| address.contains("://") || address.starts_with("www."))
    }
}

/// The content of a code by itself.
pub(super) fn content(code: &Code) -> CodeContent {
    CodeContent { kind: code.kind, name: code.name, holds: holds(code) }
}

/// The contents of a text's codes, in their order. Both halves of a pair have the same.
pub(super) fn contents(text: &Text) -> Vec<CodeContent> {
    let mut contents: Vec<CodeContent> = Vec::with_capacity(text.codes.len());
    // The open pairs: where they begin in `contents`, and their numbers.
    let mut open: Vec<(usize, u32)> = Vec::new();
    for (_, code) in &text.codes {
        let mut content = content(code);
        match code.kind {
            CodeKind::Open => open.push((contents.len(), code.id)),
            CodeKind::Close if open.last().is_some_and(|(_, id)| *id == code.id) => {
                if let Some(begin) = open.pop().and_then(|(begin, _)| contents.get_mut(begin)) {
                    // The address of a Markdown link is in its closing half, that of a tag in its opening one.
                    if begin.holds.is_empty() {
                        begin.holds.clone_from(&content.holds);
                    } else {
                        content.holds.clone_from(&begin.holds);
                    }
                }
            }
            CodeKind::Close | CodeKind::Single => {}
        }
        contents.push(content);
    }
    contents
}

fn holds(code: &Code) -> String {
    let markup = code.markup.as_str();
    match code.name {
        CodeName::Emphasis | CodeName::Strong | CodeName::Strikethrough | CodeName::Break
            if !markup.starts_with('<') =>
        {
            String::new()
        }
        CodeName::Link | CodeName::Image if markup.starts_with('<') => tag(markup),
        CodeName::Link | CodeName::Image => address(markup).to_owned(),
        CodeName::CodeSpan if markup.starts_with('`') => markup.trim_matches('`').trim().to_owned(),
        _ if markup.starts_with('<') => tag(markup),
        _ => markup.to_owned(),
    }
}

/// The address or the label in the end of a link's or a picture's Markdown: `](https://a.example "title")`, `][label]`.
fn address(markup: &str) -> &str {
    if let Some((_, rest)) = markup.rsplit_once("](") {
        let rest = rest.trim_start();
        return match rest.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
            Some((address, _)) => address,
            None => rest.split(|c: char| c.is_whitespace()).next().map_or("", |address| {
                // The bracket that ends the link, and not one of the address.
                if rest.trim_end().len() == address.len() {
                    address.strip_suffix(')').unwrap_or(address)
                } else {
                    address
                }
            }),
        };
    }
    let label = markup.rsplit_once("][").and_then(|(_, rest)| rest.strip_suffix(']'));
    label.unwrap_or_default()
}

/// The name of a tag and the address in it; anything else in angle brackets as it is.
pub(super) fn tag(markup: &str) -> String {
    let inner = markup.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/').trim();
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let closing = inner.starts_with('/');
    let name = inner.trim_start_matches('/');
    let end = name.find(|c: char| !is_name(c)).unwrap_or(name.len());
    let (name, attributes) = name.split_at_checked(end).unwrap_or((name, ""));
    if name.is_empty() || attributes.starts_with([':', '@', '.', '/']) {
        return inner.to_owned();
    }
    // Names of attributes may have capitals, whose bytes are as many.
    let lower = attributes.to_ascii_lowercase();
    let address = ["href", "src"].iter().find_map(|key| attribute(attributes, &lower, key));
    let slash = if closing { "/" } else { "" };
    let mut held = format!("{slash}{}", name.to_ascii_lowercase());
    if let Some(address) = address {
        held.extend([" ", address]);
    }
    held
}

/// The value of an attribute of a tag; `lower` is the same text in lower case.
fn attribute<'a>(attributes: &'a str, lower: &str, key: &str) -> Option<&'a str> {
    let mut from = 0;
    loop {
        let at = from + lower.get(from..)?.find(key)?;
        from = at + key.len();
        let is_name = lower.get(..at)?.ends_with(|c: char| c.is_whitespace());
        let value = attributes.get(from..)?.trim_start().strip_prefix('=').map(str::trim_start);
        if let Some(value) = value.filter(|_| is_name) {
            return match value.chars().next()? {
                mark @ ('"' | '\'') => value.get(1..)?.split(mark).next(),
                _ => value.split(|c: char| c.is_whitespace()).next(),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_holds_its_address_its_words_or_its_tag() {
        let facts = [
            (CodeName::Link, "](https://a.example \"Title\")", "https://a.example"),
            (CodeName::Link, "](https://a.example/b_(c))", "https://a.example/b_(c)"),
            (CodeName::Link, "](<a b> 'Title')", "a b"),
            (CodeName::Link, "][label]", "label"),
            (CodeName::Link, "]", ""),
            (CodeName::Image, "![a](i.png)", "i.png"),
            (CodeName::CodeSpan, "`` a`b ``", "a`b"),
            (CodeName::Emphasis, "_", ""),
            (CodeName::Html, "<A class=x href='u'>", "a u"),
            (CodeName::Html, "<a HREF=\"u\">", "a u"),
            (CodeName::Html, "</a>", "/a"),
            (CodeName::Html, "<br />", "br"),
            (CodeName::Other, "<https://a.example>", "https://a.example"),
            (CodeName::Other, "\u{7}", "\u{7}"),
        ];
        for (name, markup, wanted) in facts {
            let code = Code { id: 1, kind: CodeKind::Single, name, markup: markup.to_owned() };
            assert_eq!(holds(&code), wanted, "{markup}");
        }
    }
}
