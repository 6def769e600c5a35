//! `damaged-text`: what conversions leave of letters and marks: `Комит�т`, `РљРѕ`, `&laquo;`, `\"`.

use std::collections::HashSet;

use crate::model::{Args, Finding, Problem, Problems, Severity, Side, cut};

use super::{
    Bitext, Check, Context, Rule,
    language::LetterClass,
    mojibake::misread,
    signs::Signs,
    spots::{Spot, report},
};

pub(super) struct DamagedText;

const RULE: Rule = Rule { id: "damaged-text", severity: Severity::Major };

/// What may stand for a lost letter, and with what the code of a character begins.
const LOST: Signs = Signs::of("?\u{fffd}");
const ESCAPES: Signs = Signs::of("&\\");

/// The longest name of an entity, in bytes.
const LONGEST_ENTITY: usize = 10;

/// A text was damaged on its way.
enum DamagedProblem {
    /// Letters were lost.
    Lost { text: String },
    /// Letters were read in the wrong encoding.
    Misread { text: String },
    /// A code stands for a character.
    Code { text: String },
    /// Letters have marks that no letter here has.
    Marks { text: String },
}

impl Problem for DamagedProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Lost { .. } => "damaged-text-lost",
            Self::Misread { .. } => "damaged-text-misread",
            Self::Code { .. } => "damaged-text-code",
            Self::Marks { .. } => "damaged-text-marks",
        }
    }

    fn args(&self) -> Args {
        let (Self::Lost { text } | Self::Misread { text } | Self::Code { text } | Self::Marks { text }) = self;
        vec![("text", text.into())]
    }

    fn all() -> Vec<Self> {
        let text = "&laquo;".to_owned();
        vec![
            Self::Lost { text: text.clone() },
            Self::Misread { text: text.clone() },
            Self::Code { text },
            Self::Marks { text: "о\u{335}".to_owned() },
        ]
    }
}

impl Check for DamagedText {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<DamagedProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        let prose = &bitext.target.prose;
        let severity = RULE.severity;
        let may = |spots: Vec<Spot>| -> Vec<Spot> {
            spots.into_iter().filter(|spot| !bitext.is_exempt(&spot.span)).collect()
        };
        if bitext.target_signs.may_have(LOST) {
            let spots = may(lost(context, &bitext.source.prose, prose));
            report(context, bitext, severity, &spots, &|text| DamagedProblem::Lost { text }, out);
        }
        let spots = may(misread(prose, bitext.words(Side::Target)));
        report(context, bitext, severity, &spots, &|text| DamagedProblem::Misread { text }, out);
        if bitext.target_signs.has(ESCAPES) {
            let spots = may(codes(&bitext.source.prose, prose));
            report(context, bitext, severity, &spots, &|text| DamagedProblem::Code { text }, out);
        }
        if bitext.target_signs.may_have(STRIKES) {
            let spots = may(marks(&bitext.source.prose, prose));
            report(context, bitext, severity, &spots, &|text| DamagedProblem::Marks { text }, out);
        }
    }
}

/// Characters that were replaced on the way: the sign for one that could not be read, and question marks in a word.
///
/// A single question mark that the source has as well only lacks a space.
fn lost(context: &Context<'_>, source: &str, prose: &str) -> Vec<Spot> {
    let questions = |text: &str| text.bytes().filter(|byte| *byte == b'?').count();
    let is_asked = prose.contains('?') && questions(prose) <= questions(source);
    let is_small = |char: Option<char>| {
        char.is_some_and(|char| char.is_lowercase() && context.letters.class(char) == LetterClass::Home)
    };
    let mut spots: Vec<Spot> = Vec::new();
    let mut before = None;
    let mut chars = prose.char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        if char == '\u{fffd}' || char == '?' {
            let mut end = at + char.len_utf8();
            while let Some((from, next)) = chars.next_if(|(_, next)| *next == char) {
                end = from + next.len_utf8();
            }
            let after = chars.peek().map(|(_, next)| *next);
            if char == '\u{fffd}' || (is_small(before) && is_small(after) && !(is_asked && end - at == 1)) {
                spots.push(Spot::open(at..end));
            }
        }
        before = Some(char);
    }
    spots
}

/// Marks that strike letters through or enclose them, which the source does not have: no language here writes them.
fn marks(source: &str, prose: &str) -> Vec<Spot> {
    let mut spots: Vec<Spot> = Vec::new();
    if !prose.contains(strikes) || source.contains(strikes) {
        return spots;
    }
    let mut before: Option<char> = None;
    for (at, mark) in prose.char_indices() {
        let end = at + mark.len_utf8();
        if strikes(mark) {
            match spots.last_mut().filter(|last| last.span.end == at) {
                Some(last) => last.span.end = end,
                None if before.is_some_and(char::is_alphabetic) => spots.push(Spot::certain(at..end, "")),
                None => {}
            }
        }
        before = Some(mark);
    }
    spots
}

/// Those that [`strikes`] knows.
const STRIKES: Signs = Signs::of("\u{334}\u{488}\u{20dd}");

/// Whether a mark is written across a letter or around it.
const fn strikes(mark: char) -> bool {
    matches!(mark, '\u{334}'..='\u{338}' | '\u{488}' | '\u{489}' | '\u{20dd}'..='\u{20e2}' | '\u{20e4}'..='\u{20eb}')
}

/// Entities, and escapes of programming languages, that the source does not have.
fn codes(source: &str, prose: &str) -> Vec<Spot> {
    let mut spots = codes_of(prose);
    if !spots.is_empty() && source.contains(['&', '\\']) {
        let known: HashSet<&str> = codes_of(source).into_iter().map(|spot| cut(source, &spot.span)).collect();
        spots.retain(|spot| !known.contains(cut(prose, &spot.span)));
    }
    spots
}

fn codes_of(prose: &str) -> Vec<Spot> {
    let mut spots = Vec::new();
    let mut from = 0;
    while let Some(found) = prose.get(from..).and_then(|rest| rest.find(['&', '\\'])) {
        let at = from + found;
        from = at + 1;
        let rest = cut(prose, &(at..prose.len()));
        let read = if rest.starts_with('&') { entity(rest) } else { escape(prose, at) };
        let Some((length, text, certain)) = read else { continue };
        from = at + length;
        spots.push(Spot { span: at..from, replacement: Some(text), certain });
    }
    spots
}

/// The entity with which a text begins: its length and its character, and whether a text can mean nothing else.
fn entity(text: &str) -> Option<(usize, String, bool)> {
    let end = text.bytes().take(LONGEST_ENTITY).position(|byte| byte == b';')?;
    let name = text.get(1..end)?;
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
            None => number.parse().ok()?,
        };
        let char = char::from_u32(code).filter(|char| !char.is_control())?;
        return Some((end + 1, char.to_string(), true));
    }
    let text = match name {
        "laquo" => "«",
        "raquo" => "»",
        "ldquo" => "“",
        "rdquo" => "”",
        "bdquo" => "„",
        "lsquo" => "‘",
        "rsquo" => "’",
        "sbquo" => "‚",
        "quot" => "\"",
        "apos" => "'",
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "nbsp" => "\u{a0}",
        "ensp" | "emsp" | "thinsp" => " ",
        "shy" | "zwnj" | "zwj" => "",
        "mdash" => "—",
        "ndash" => "–",
        "minus" => "−",
        "hellip" => "…",
        "bull" => "•",
        "middot" => "·",
        "sect" => "§",
        "copy" => "©",
        "reg" => "®",
        "trade" => "™",
        "deg" => "°",
        "euro" => "€",
        "pound" => "£",
        "yen" => "¥",
        "cent" => "¢",
        "times" => "×",
        "plusmn" => "±",
        "frac12" => "½",
        "frac14" => "¼",
        "frac34" => "¾",
        "numero" => "№",
        _ => return None,
    };
    // A page may speak of tags.
    Some((end + 1, text.to_owned(), !matches!(name, "lt" | "gt")))
}

/// Bytes before a backslash in which a path may begin.
const LONGEST_PATH: usize = 256;

/// The escape at a backslash: a quotation mark, a line break, a letter by its number.
fn escape(prose: &str, at: usize) -> Option<(usize, String, bool)> {
    // A path of Windows.
    let head = cut(prose, &(prose.floor_char_boundary(at.saturating_sub(LONGEST_PATH))..at));
    let token = head.rsplit(char::is_whitespace).next().unwrap_or_default();
    if token.contains(":\\") || token.ends_with([':', '\\']) {
        return None;
    }
    let rest = prose.get(at + 1..)?;
    let first = rest.chars().next()?;
    match first {
        '"' | '\'' | '«' | '»' | '„' | '“' | '”' | '’' => {
            Some((1 + first.len_utf8(), first.to_string(), true))
        }
        'n' | 'r' | 't' if !rest.get(1..)?.starts_with(|next: char| next.is_ascii_alphanumeric()) => {
            Some((2, " ".to_owned(), false))
        }
        'u' => {
            let code = u32::from_str_radix(rest.get(1..5)?, 16).ok()?;
            let char = char::from_u32(code).filter(|char| !char.is_control())?;
            Some((6, char.to_string(), true))
        }
        _ => None,
    }
}
