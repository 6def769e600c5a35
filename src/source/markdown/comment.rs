//! What an author tells the tool in comments: `<!-- role: caption -->`, `<!-- original ru: “quoted” = «wording» -->`.

use std::ops::Range;

use crate::model::{Args, Locale, Original, Problem, Role, cut};

/// One comment that is meant for the tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Directive {
    /// The next block has this role.
    Role(Role),
    /// A role of which nobody knows.
    UnknownRole(String),
    /// What a speaker said in the original.
    Original(Original),
    /// Meant as an original, but without a language tag or words.
    BadOriginal(String),
}

/// A comment names a role that does not exist.
pub(super) struct UnknownRoleProblem {
    pub(super) role: String,
}

impl Problem for UnknownRoleProblem {
    fn rule(&self) -> &'static str {
        "unknown-role"
    }

    fn id(&self) -> &'static str {
        "unknown-role"
    }

    fn args(&self) -> Args {
        vec![("role", (&self.role).into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { role: "capton".to_owned() }]
    }
}

/// A comment on an original wording names no language or no words.
pub(super) struct BadOriginalProblem {
    pub(super) comment: String,
}

impl Problem for BadOriginalProblem {
    fn rule(&self) -> &'static str {
        "bad-original"
    }

    fn id(&self) -> &'static str {
        "bad-original"
    }

    fn args(&self) -> Args {
        vec![("comment", (&self.comment).into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { comment: "original: «без языка»".to_owned() }]
    }
}

/// The tool's comments in a stretch of HTML, each with its bytes there.
pub(super) fn directives(html: &str) -> Vec<(Range<usize>, Directive)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = cut(html, &(at..html.len())).find("<!--") {
        let from = at + start + 4;
        let Some(length) = cut(html, &(from..html.len())).find("-->") else { break };
        let body = cut(html, &(from..from + length)).split_whitespace().collect::<Vec<_>>().join(" ");
        let whole = from - 4..from + length + 3;
        at = whole.end;
        found.extend(directive(&body).map(|directive| (whole, directive)));
    }
    found
}

fn directive(body: &str) -> Option<Directive> {
    let (head, rest) = body.split_once(':')?;
    let rest = rest.trim();
    let head = head.trim();
    if head == "role" {
        return Some(match Role::parse(rest) {
            Some(Role::Boilerplate(name)) if name.is_empty() => Directive::UnknownRole(rest.to_owned()),
            Some(role) => Directive::Role(role),
            None => Directive::UnknownRole(rest.to_owned()),
        });
    }
    let tag = head.strip_prefix("original")?;
    if !tag.is_empty() && !tag.starts_with(' ') {
        return None;
    }
    let Ok(locale) = tag.trim().parse::<Locale>() else { return Some(Directive::BadOriginal(body.to_owned())) };
    let halves = rest.match_indices('=').find_map(|(at, _)| {
        let quoted = unquoted(cut(rest, &(0..at)).trim())?;
        Some((quoted, cut(rest, &(at + 1..rest.len())).trim()))
    });
    let (quoted, wording) = halves.map_or((None, rest), |(quoted, wording)| (Some(quoted.to_owned()), wording));
    let wording = unquoted(wording).unwrap_or(wording).to_owned();
    if wording.is_empty() {
        return Some(Directive::BadOriginal(body.to_owned()));
    }
    Some(Directive::Original(Original { locale, quoted, wording, place: 0..0 }))
}

/// Quotation marks in pairs, of whatever language: a comment may use any.
const MARKS: [(char, char); 9] =
    [('“', '”'), ('"', '"'), ('«', '»'), ('„', '“'), ('„', '”'), ('‘', '’'), ('\'', '\''), ('‹', '›'), ('‚', '‘')];

/// What stands inside quotation marks, where one pair of them holds the whole text.
fn unquoted(text: &str) -> Option<&str> {
    MARKS.iter().find_map(|(open, close)| {
        let inner = text.strip_prefix(*open)?.strip_suffix(*close)?;
        (!inner.contains(*close)).then_some(inner)
    })
}
