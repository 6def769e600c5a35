//! `addresses`: the target has the web and mail addresses of the source, unchanged.
//!
//! An address that is markup is a code ([`super::codes`]); here it stands among the words.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use crate::model::{Args, CodeName, Finding, Problem, Problems, Severity, Side, cut};

use super::{Bitext, Check, Context, Rule, code_content::content, links::found_keys, signs::Signs};

pub(super) struct Addresses;

const RULE: Rule = Rule { id: "addresses", severity: Severity::Major };

/// Characters of which an address has one, unless it begins with `www.`.
const SIGNS: Signs = Signs::of("@/");

/// What is wrong with an address.
enum AddressesProblem {
    /// The source has it, the target does not.
    Missing { expected: String },
    /// The target has another one.
    Differs { expected: String, found: String },
    /// The target has it, the source does not.
    Extra { found: String },
}

impl Problem for AddressesProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "addresses-missing",
            Self::Differs { .. } => "addresses-differ",
            Self::Extra { .. } => "addresses-extra",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::Missing { expected } => vec![("expected", expected.into())],
            Self::Differs { expected, found } => vec![("expected", expected.into()), ("found", found.into())],
            Self::Extra { found } => vec![("found", found.into())],
        }
    }

    fn all() -> Vec<Self> {
        let (expected, found) = (|| "https://a.example/1".to_owned(), || "https://a.example/2".to_owned());
        vec![
            Self::Missing { expected: expected() },
            Self::Differs { expected: expected(), found: found() },
            Self::Extra { found: found() },
        ]
    }
}

impl Check for Addresses {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<AddressesProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        let (source, target) = (&bitext.source.prose, &bitext.target.prose);
        // A quick look first, since most texts have none.
        let may_have = |signs: Signs, text: &str| signs.has(SIGNS) || (signs.has(Signs::of("w")) && may_have(text));
        if target.is_empty() || !(may_have(bitext.source_signs, source) || may_have(bitext.target_signs, target)) {
            return;
        }
        let place = |span| bitext.place(context, Side::Target, span);
        let (wanted, found) = (addresses(source), addresses(target));
        let mut missing: Vec<&str> = Vec::new();
        let key = |text: &str, span: &Range<usize>| comparable(cut(text, span)).to_owned();
        // An address may be given once for twice.
        let in_source: HashMap<String, ()> = wanted.iter().map(|span| (key(source, span), ())).collect();
        let in_target: HashMap<String, ()> = found.iter().map(|span| (key(target, span), ())).collect();
        for span in &wanted {
            let address = cut(source, span);
            if !in_target.contains_key(comparable(address)) && !missing.contains(&address) {
                missing.push(address);
            }
        }
        let mut extra: Vec<Range<usize>> =
            found.into_iter().filter(|span| !in_source.contains_key(comparable(cut(target, span)))).collect();
        if !extra.is_empty() {
            settle(context, bitext, &mut missing, &mut extra);
        }
        let mut missing = missing.into_iter().peekable();
        let language = context.pair.target.language();
        // One that is added again and again is reported once.
        let mut reported: HashSet<&str> = HashSet::new();
        for span in extra {
            let address = cut(target, &span);
            if !reported.insert(address) {
                continue;
            }
            // What the table says counts, not what an address looks like.
            let is_like = |expected: &&str| {
                is_counterpart(language, expected, address) && context.links.counterpart(expected).is_none()
            };
            if missing.next_if(is_like).is_some() {
                continue;
            }
            let same_kind = missing.next_if(|expected| expected.contains("://") == address.contains("://"));
            out.push(match same_kind {
                Some(expected) => {
                    let problem =
                        AddressesProblem::Differs { expected: expected.to_owned(), found: address.to_owned() };
                    let mut finding = Finding::new(problem, RULE.severity, place(span));
                    let counterpart = context.links.counterpart(expected);
                    finding.alternatives = counterpart.into_iter().chain([expected.to_owned()]).collect();
                    finding
                }
                None => {
                    Finding::new(AddressesProblem::Extra { found: address.to_owned() }, Severity::Minor, place(span))
                }
            });
        }
        out.extend(missing.map(|expected| {
            let problem = AddressesProblem::Missing { expected: expected.to_owned() };
            Finding::new(problem, RULE.severity, place(0..0))
        }));
    }
}

/// Takes out of two lists the addresses that lead to the same place, and those of pages with their counterparts.
fn settle(context: &Context<'_>, bitext: &Bitext<'_>, missing: &mut Vec<&str>, extra: &mut Vec<Range<usize>>) {
    let target = &bitext.target.prose;
    let found: HashSet<String> = extra.iter().flat_map(|span| found_keys(cut(target, span))).collect();
    let is_there = |address: &str| context.links.wanted_keys(address).iter().any(|key| found.contains(key));
    missing.retain(|address| !is_there(address));
    let among_words =
        addresses(&bitext.source.prose).into_iter().map(|span| cut(&bitext.source.prose, &span).to_owned());
    let in_codes = bitext.source.codes.iter().filter(|(_, code)| code.name == CodeName::Other);
    let in_codes = in_codes.filter_map(|(_, code)| content(code).address().map(str::to_owned));
    let wanted: HashSet<String> =
        among_words.chain(in_codes).flat_map(|address| context.links.wanted_keys(&address)).collect();
    extra.retain(|span| !found_keys(cut(target, span)).any(|key| wanted.contains(&key)));
}

fn may_have(text: &str) -> bool {
    text.contains(['@', '/']) || text.contains("www.")
}

/// An address without what does not change where it leads.
fn comparable(address: &str) -> &str {
    address.trim_end_matches('/')
}

/// Whether an address leads to another's page in a language: on the same host, with the language's tag as a label before the
/// host's name or as a segment of the path (`https://be.a.example/x`, `https://a.example/be/x` for `https://a.example/en/x`).
pub(super) fn is_counterpart(language: &str, address: &str, other: &str) -> bool {
    let parts = |address: &str| -> Option<(String, bool)> {
        let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
        let (host, path) = rest.split_once(['/', '?', '#']).unwrap_or((rest, ""));
        if host.contains('@') {
            return None;
        }
        let host = host.strip_prefix("www.").unwrap_or(host);
        let first = host.split('.').next()?;
        // `youtu.be` and `bbc.co.uk` are names; a tag of a language stands before one.
        let is_tag = |label: &str| label.len() == 2 && label.bytes().all(|byte| byte.is_ascii_lowercase());
        let (label, host) = match host.strip_prefix(first).and_then(|rest| rest.strip_prefix('.')) {
            Some(rest) if is_tag(first) && rest.contains('.') => (Some(first), rest),
            _ => (None, host),
        };
        let has_tag = label == Some(language) || path.split(['/', '?', '#']).any(|segment| segment == language);
        Some((host.to_owned(), has_tag))
    };
    match (parts(address), parts(other)) {
        (Some((host, false)), Some((other_host, true))) => host == other_host,
        _ => false,
    }
}

/// The spans of the addresses in a text, in order: `https://…`, `www.…`, `name@host`.
pub(super) fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let is_end = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '«' | '»' | '“' | '”' | '„' | '`' | '|');
    let mut from = 0;
    for token in text.split(is_end) {
        let at = from;
        from = at + token.len();
        from += text.get(from..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        if token.len() < 5 || !may_have(token) {
            continue;
        }
        let mut start = at;
        while let Some(span) = text.get(start..at + token.len()).and_then(in_token) {
            found.push(start + span.start..start + span.end);
            start += span.end;
        }
    }
    found
}

/// The address in a text without spaces.
fn in_token(token: &str) -> Option<Range<usize>> {
    let is_ascii_word = |c: char| c.is_ascii_alphanumeric();
    if let Some(scheme) = token.find("://") {
        let name = token.get(..scheme)?.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
        return (name > 1)
            .then(|| scheme - name..trimmed(token, scheme - name..token.len()))
            .filter(|span| span.end > scheme + 3);
    }
    if let Some(begin) =
        token.find("www.").filter(|at| !token.get(..*at).is_some_and(|head| head.ends_with(is_ascii_word)))
    {
        return Some(begin..trimmed(token, begin..token.len())).filter(|span| span.end > begin + 4);
    }
    let at = token.find('@')?;
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'+' | b'%');
    let name = token.get(..at)?.bytes().rev().take_while(is_part).count();
    let host = token
        .get(at + 1..)?
        .bytes()
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'))
        .count();
    let end = trimmed(token, at - name..at + 1 + host);
    let has_dot = token.get(at + 1..end).is_some_and(|host| host.contains('.'));
    (name > 0 && has_dot).then_some(at - name..end)
}

/// The end of an address, without the punctuation of the sentence behind it.
fn trimmed(token: &str, span: Range<usize>) -> usize {
    let begin = span.start;
    let mut address = token.get(span).unwrap_or_default();
    // How many more of each bracket close than open.
    let count = |mark: char| address.matches(mark).count();
    let mut unopened =
        [(')', '('), (']', '['), ('}', '{')].map(|(close, open)| (close, count(close).saturating_sub(count(open))));
    loop {
        let shorter = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '…', '\'', '’', '*', '_']);
        let last = shorter.chars().next_back();
        let bracket = unopened.iter_mut().find(|(close, unopened)| Some(*close) == last && *unopened > 0);
        let shorter = match (bracket, last) {
            (Some((_, unopened)), Some(last)) => {
                *unopened -= 1;
                shorter.strip_suffix(last).unwrap_or(shorter)
            }
            _ => shorter,
        };
        if shorter.len() == address.len() {
            return begin + shorter.len();
        }
        address = shorter;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_the_same_host_with_the_tag_of_the_language_is_a_counterpart() {
        let facts = [
            ("https://a.example/x", "https://a.example/be/x", true),
            ("https://en.a.example/x", "https://be.a.example/y", true),
            ("https://www.a.example/en/x", "https://a.example/be", true),
            ("www.a.example/en/x", "www.a.example/be/x", true),
            ("https://youtu.be/A", "https://youtu.be/B", false),
            ("https://a.by/be/x", "https://a.by/be/y", false),
            ("https://bbc.co.example/x", "https://itv.co.example/be", false),
            ("https://a.example/x", "https://a.example/y", false),
            ("https://a.example/x", "https://b.example/be/x", false),
            ("a@b.example", "a@be.example", false),
        ];
        for (address, other, wanted) in facts {
            assert_eq!(is_counterpart("be", address, other), wanted, "{other}");
        }
    }

    #[test]
    fn an_address_ends_where_the_sentence_goes_on() {
        let facts: [(&str, &[&str]); 8] = [
            ("Гл. https://a.example/b_(c), і (https://d.example).", &["https://a.example/b_(c)", "https://d.example"]),
            ("«http://a.example/?q=1&r=2»!", &["http://a.example/?q=1&r=2"]),
            ("www.a.example; пішыце на red.akt@news.example.", &["www.a.example", "red.akt@news.example"]),
            ("@nick і a@b ды 1/2", &[]),
            ("https://", &[]),
            ("(гл.https://a.example)", &["https://a.example"]),
            ("a@b.example,c@d.example", &["a@b.example", "c@d.example"]),
            ("хвоst://a", &["st://a"]),
        ];
        for (text, wanted) in facts {
            let found: Vec<&str> = addresses(text).into_iter().map(|span| cut(text, &span)).collect();
            assert_eq!(found, wanted, "{text}");
        }
    }
}
