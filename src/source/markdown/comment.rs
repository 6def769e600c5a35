//! Directives in an author's comments: `<!-- role: caption -->`, `<!-- original ru: “quoted” = «wording» -->`.

use std::ops::Range;

use crate::{
    locale::is_language,
    model::{Args, Locale, Original, Problem, Role, cut},
};

/// A comment that is addressed to the tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Directive {
    /// The role of the next block.
    Role(Role),
    /// A role that does not exist.
    UnknownRole(String),
    /// A speaker's original wording.
    Original(Original),
    /// An original wording without a language tag or text.
    BadOriginal(String),
}

/// A comment with a role that does not exist.
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

/// A comment with an original wording that is of no use.
pub(super) enum BadOriginalProblem {
    /// It lacks a language or text.
    Unreadable { comment: String },
    /// The paragraph behind it does not have the words of which it gives the original.
    Absent { quoted: String },
    /// No paragraph stands behind it.
    Loose { wording: String },
}

impl Problem for BadOriginalProblem {
    fn rule(&self) -> &'static str {
        "bad-original"
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "bad-original",
            Self::Absent { .. } => "bad-original-absent",
            Self::Loose { .. } => "bad-original-loose",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::Unreadable { comment } => vec![("comment", comment.into())],
            Self::Absent { quoted } => vec![("text", quoted.into())],
            Self::Loose { wording } => vec![("wording", wording.into())],
        }
    }

    fn all() -> Vec<Self> {
        vec![
            Self::Unreadable { comment: "original: «без языка»".to_owned() },
            Self::Absent { quoted: "not ribbons".to_owned() },
            Self::Loose { wording: "Не стрічки".to_owned() },
        ]
    }
}

/// The directives in a piece of HTML, each with its bytes there.
pub(super) fn directives(html: &str) -> Vec<(Range<usize>, Directive)> {
    let mut directives = Vec::new();
    let mut at = 0;
    while let Some(start) = cut(html, &(at..html.len())).find("<!--") {
        let from = at + start + 4;
        let Some(length) = cut(html, &(from..html.len())).find("-->") else { break };
        let body = cut(html, &(from..from + length)).split_whitespace().collect::<Vec<_>>().join(" ");
        let whole = from - 4..from + length + 3;
        at = whole.end;
        directives.extend(directive(&body).map(|directive| (whole, directive)));
    }
    directives
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
    let locale = tag.trim().parse::<Locale>().ok().filter(|locale| is_language(locale.language()));
    let Some(locale) = locale else { return Some(Directive::BadOriginal(body.to_owned())) };
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

/// Pairs of quotation marks of all languages: a comment may use any.
const QUOTATION_MARKS: [(char, char); 9] =
    [('“', '”'), ('"', '"'), ('«', '»'), ('„', '“'), ('„', '”'), ('‘', '’'), ('\'', '\''), ('‹', '›'), ('‚', '‘')];

/// The text inside quotation marks, if a single pair encloses the whole text.
fn unquoted(text: &str) -> Option<&str> {
    QUOTATION_MARKS.iter().find_map(|(open, close)| {
        let inner = text.strip_prefix(*open)?.strip_suffix(*close)?;
        (!inner.contains(*close)).then_some(inner)
    })
}
