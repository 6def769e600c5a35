//! `spaces`: two spaces, a space before a mark, none after it.

use std::ops::Range;

use crate::model::{Args, CodeKind, Finding, Problem, Problems, Severity, Side, Text, cut};

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
        for gap in bitext.words(Side::Target).unusual_gaps(&bitext.target.prose) {
            look(context, &bitext.source.prose, bitext.target, gap, &mut found);
        }
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

/// Looks at every run of spaces and at every mark between letters in a part of a text between two words.
fn look(context: &Context<'_>, source: &str, text: &Text, gap: Range<usize>, found: &mut Found) {
    let prose = &text.prose;
    let is_home = |char: char| context.letters.class(char) == LetterClass::Home;
    let bytes = prose.as_bytes();
    let is_near = |byte: &u8| NEAR.get(usize::from(*byte)) == Some(&true);
    let mut from = gap.start;
    while let Some(near) = bytes.get(from..gap.end).and_then(|rest| rest.iter().position(is_near)) {
        let at = from + near;
        if is_usual(at.checked_sub(1).and_then(|before| bytes.get(before)), bytes.get(at..).unwrap_or_default()) {
            from = at + 1;
            continue;
        }
        let rest = cut(prose, &(at..prose.len()));
        let Some(char) = rest.chars().next() else { break };
        let before = cut(prose, &(0..at)).chars().next_back();
        if is_space(char) {
            let end = rest.find(|char| !is_space(char)).map_or(prose.len(), |length| at + length);
            let count = cut(prose, &(at..end)).chars().count();
            let next = cut(prose, &(end..prose.len())).chars().next();
            if let (Some(last), Some(next)) = (before, next)
                && (count > 1 || is_bound(last, next))
                && !has_picture(text, &(at..end))
            {
                spaces(source, prose, at..end, count, (last, next), found);
            }
            from = end;
            continue;
        }
        from = at + char.len_utf8();
        if matches!(char, ',' | ';' | '!' | '?' | ':' | '.')
            && let Some(last) = before
            && let Some(next) = cut(prose, &(from..prose.len())).chars().next()
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
    }
}

/// The first bytes of spaces and of marks before which there is none.
const NEAR: [bool; 256] = {
    let mut near = [false; 256];
    let mut byte = 0;
    while byte < near.len() {
        near[byte] = matches!(byte, 0x20 | 0x21 | 0x2c | 0x2e | 0x3a | 0x3b | 0x3f | 0xc2 | 0xe2);
        byte += 1;
    }
    near
};

/// Whether bytes begin with a space before a word, or with a mark before a space: nothing to look at, as mostly.
const fn is_usual(before: Option<&u8>, bytes: &[u8]) -> bool {
    match bytes {
        // Cyrillic letters begin with one of two bytes.
        [b' ', b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | 0xd0 | 0xd1, ..] => !matches!(before, Some(b'(' | b'[')),
        [b',' | b';' | b'!' | b'?' | b':' | b'.', b' ', ..] => true,
        _ => false,
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
