//! `spaces`: two spaces, a space before a mark, none after it.

use std::ops::Range;

use crate::model::{Args, CodeKind, Finding, Problem, Problems, Severity, Text, cut};

use super::{
    Bitext, Check, Context, Rule,
    language::LetterClass,
    spots::{Spot, outside_addresses, report},
};

pub(super) struct Spaces;

const RULE: Rule = Rule { id: "spaces", severity: Severity::Minor };

/// The shortest word after which a stop without a space ends a sentence; shorter ones may be abbreviations.
const SENTENCE_WORD: usize = 5;

/// Spaces are not as they should be.
enum SpacesProblem {
    /// There are too many.
    Extra,
    /// One stands before a mark, or within brackets.
    Before { text: String },
    /// One is missing.
    Missing { text: String },
}

impl Problem for SpacesProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Extra => "spaces-extra",
            Self::Before { .. } => "spaces-before",
            Self::Missing { .. } => "spaces-missing",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::Extra => Args::new(),
            Self::Before { text } | Self::Missing { text } => vec![("text", text.into())],
        }
    }

    fn all() -> Vec<Self> {
        let text = "дня ,".to_owned();
        vec![Self::Extra, Self::Before { text: text.clone() }, Self::Missing { text }]
    }
}

impl Check for Spaces {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<SpacesProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        if bitext.from_source || context.letters.is_empty() {
            return;
        }
        let mut found = Found::default();
        look(context, &bitext.source.prose, bitext.target, &mut found);
        for (spots, problem) in [
            (found.extra, (|_| SpacesProblem::Extra) as fn(String) -> SpacesProblem),
            (found.before, |text| SpacesProblem::Before { text }),
            (found.missing, |text| SpacesProblem::Missing { text }),
        ] {
            let spots = spots.into_iter().filter(|spot| !bitext.is_exempt(&spot.span)).collect();
            let spots = outside_addresses(&bitext.target.prose, spots);
            report(context, bitext, RULE.severity, &spots, &problem, out);
        }
    }
}

/// The places of a text, by what is wrong there.
#[derive(Default)]
struct Found {
    extra: Vec<Spot>,
    before: Vec<Spot>,
    missing: Vec<Spot>,
}

/// Looks at every run of spaces and at every mark between letters.
fn look(context: &Context<'_>, source: &str, text: &Text, found: &mut Found) {
    let prose = &text.prose;
    let is_home = |char: char| context.letters.class(char) == LetterClass::Home;
    let mut before = None;
    let mut chars = prose.char_indices();
    while let Some((at, char)) = chars.next() {
        if is_space(char) {
            let mut end = at + char.len_utf8();
            let mut count = 1_usize;
            let mut next = None;
            while let Some((from, space)) = chars.clone().next() {
                if !is_space(space) {
                    next = Some(space);
                    break;
                }
                chars.next();
                end = from + space.len_utf8();
                count += 1;
            }
            if let (Some(last), Some(next)) = (before, next)
                && (count > 1 || is_bound(last, next))
                && !has_picture(text, &(at..end))
            {
                spaces(source, prose, at..end, count, (last, next), found);
            }
            before = Some(' ');
            continue;
        }
        if matches!(char, ',' | ';' | '!' | '?' | ':' | '.')
            && let Some(last) = before
            && let Some((_, next)) = chars.clone().next()
            && is_home(last)
            && (is_home(next) || matches!(next, '«' | '„' | '('))
        {
            let end = at + char.len_utf8();
            let with_space = || [cut(prose, &(at..end)), " "].concat();
            let is_letter = is_home(next);
            let spot = match char {
                ',' | ';' => Some(Spot::certain(at..end, with_space())),
                '!' | '?' if is_letter && next.is_uppercase() => Some(Spot::certain(at..end, with_space())),
                '?' if is_letter && source.contains('?') => Some(Spot::likely(at..end, with_space())),
                ':' if next.is_lowercase() || !is_letter => Some(Spot::likely(at..end, with_space())),
                '.' if next.is_uppercase() && is_word(prose, end) && ends_sentence(cut(prose, &(0..at))) => {
                    Some(Spot::likely(at..end, with_space()))
                }
                _ => None,
            };
            found.missing.extend(spot.filter(|_| !has_picture(text, &(end..end))));
        }
        before = Some(char);
    }
}

/// Whether a single space between two characters may be one too many.
const fn is_bound(last: char, next: char) -> bool {
    matches!(last, '(' | '[') || matches!(next, ',' | ';' | ':' | '.' | '!' | '?' | ')' | ']')
}

/// Looks at a run of spaces between two characters.
fn spaces(source: &str, prose: &str, span: Range<usize>, count: usize, (last, next): (char, char), found: &mut Found) {
    let after_next = cut(prose, &(span.end + next.len_utf8()..prose.len())).chars().next();
    let ends = after_next.is_none_or(|char| char.is_whitespace() || matches!(char, '»' | '”' | '“' | '"' | ')'));
    let after_word = last.is_alphanumeric() || matches!(last, '»' | '”' | '“' | ')');
    // A ratio (2 : 1), a smile (:)), and what the source writes so too (`[ x ]`).
    let is_ratio = || {
        let beyond = cut(prose, &(span.end + next.len_utf8()..prose.len()));
        next == ':' && last.is_numeric() && beyond.trim_start_matches(is_space).starts_with(char::is_numeric)
    };
    let is_smile = || matches!(next, ':' | ';') && matches!(after_next, Some(')' | '('));
    let spot = |like: [char; 2], span: Range<usize>, text: String| {
        let is_like_source = source.contains(&String::from_iter(like));
        if is_like_source { Spot::likely(span, text) } else { Spot::certain(span, text) }
    };
    match next {
        ',' | ';' | ':' if is_smile() || is_ratio() => {}
        ',' | ';' if after_word && (ends || after_next.is_some_and(char::is_alphabetic)) => {
            let end = span.end + 1;
            let gap = if ends { "" } else { " " };
            let mark = [cut(prose, &(span.end..end)), gap].concat();
            found.before.push(spot([' ', next], span.start..end, mark));
        }
        '.' | ':' | '!' | '?' if after_word && ends => found.before.push(spot([' ', next], span, String::new())),
        ')' | ']' if after_word => found.before.push(spot([' ', next], span, String::new())),
        _ if matches!(last, '(' | '[') && next.is_alphanumeric() => {
            found.before.push(spot([last, ' '], span, String::new()));
        }
        '\n' | '\r' => {}
        _ if count > 1 && !matches!(last, '\n' | '\r') => {
            let kept = if cut(prose, &span).contains('\u{a0}') { "\u{a0}" } else { " " };
            found.extra.push(Spot::certain(span, kept));
        }
        _ => {}
    }
}

/// Whether a picture, a line break or the like stands in a span, or at its ends.
fn has_picture(text: &Text, span: &Range<usize>) -> bool {
    let from = text.codes.partition_point(|(at, _)| *at < span.start);
    let within = text.codes.iter().skip(from).take_while(|(at, _)| *at <= span.end);
    within.into_iter().any(|(_, code)| code.kind == CodeKind::Single)
}

/// Whether a text ends in a word that is no abbreviation.
fn ends_sentence(text: &str) -> bool {
    text.chars().rev().take_while(|char| char.is_lowercase()).take(SENTENCE_WORD).count() == SENTENCE_WORD
}

/// Whether a word of a sentence begins at a place: a capital and a small letter.
fn is_word(prose: &str, at: usize) -> bool {
    cut(prose, &(at..prose.len())).chars().nth(1).is_some_and(char::is_lowercase)
}

const fn is_space(char: char) -> bool {
    matches!(char, ' ' | '\u{a0}' | '\u{202f}')
}
