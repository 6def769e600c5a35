//! `end-mark`: the mark at the end of a text: lost, another than the source's, or twice.

use std::ops::Range;

use crate::model::{Args, Finding, Problem, Problems, Severity, Side, cut};

use super::{
    Bitext, Check, Context, Rule,
    spots::{Spot, report},
    words::WordsOfText,
};

pub(super) struct EndMark;

const RULE: Rule = Rule { id: "end-mark", severity: Severity::Minor };

/// A text ends otherwise than its source.
enum EndMarkProblem {
    /// It ends without a mark.
    Lost,
    /// It ends in another mark.
    Other { text: String },
    /// A mark stands twice.
    Twice { text: String },
}

impl Problem for EndMarkProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Lost => "end-mark-lost",
            Self::Other { .. } => "end-mark-other",
            Self::Twice { .. } => "end-mark-twice",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::Lost => Args::new(),
            Self::Other { text } | Self::Twice { text } => vec![("text", text.into())],
        }
    }

    fn all() -> Vec<Self> {
        let text = "?".to_owned();
        vec![Self::Lost, Self::Other { text: text.clone() }, Self::Twice { text }]
    }
}

impl Check for EndMark {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<EndMarkProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        let (source, target) = (&bitext.source.prose, &bitext.target.prose);
        if bitext.from_source {
            return;
        }
        let twice = twice(target, bitext.words(Side::Target));
        report(context, bitext, RULE.severity, &twice, &|text| EndMarkProblem::Twice { text }, out);
        let (Some(wanted), Some(found)) = (End::of(source), End::of(target)) else { return };
        let Some(severity) = wanted.difference(&found, context, source, target) else { return };
        let lost = found.mark == Mark::None;
        let spot = match (lost, wanted.mark) {
            (true, Mark::Stop) => {
                // After a closing quotation mark or bracket, as in these languages.
                let whole = target.trim_end();
                let start = whole.char_indices().next_back().map_or(0, |(at, _)| at);
                let text = format!("{}.", cut(target, &(start..whole.len())));
                Spot::likely(start..whole.len(), text)
            }
            (false, Mark::Question | Mark::Interrobang) if found.mark == Mark::Stop => Spot::likely(found.span, "?"),
            _ => Spot::open(found.span),
        };
        let problem: fn(String) -> EndMarkProblem =
            if lost { |_| EndMarkProblem::Lost } else { |text| EndMarkProblem::Other { text } };
        report(context, bitext, severity, &[spot], &problem, out);
    }
}

/// A kind of mark at the end of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    None,
    Stop,
    Question,
    /// A question and an exclamation in one.
    Interrobang,
    Exclamation,
    Ellipsis,
    Colon,
    /// A comma, a semicolon, a dash.
    Open,
}

/// The end of a text, before what closes quotations and brackets.
struct End {
    mark: Mark,
    /// The mark, or the last character.
    span: Range<usize>,
}

impl End {
    fn of(text: &str) -> Option<Self> {
        let bare = text.trim_end_matches(|char: char| char.is_whitespace() || closes(char) || is_unseen(char));
        let words = bare.trim_end_matches(|char: char| is_mark(char) || char == ' ' || char == '\u{a0}');
        let marks = cut(text, &(words.len()..bare.len()));
        // Without words, there is no sentence to end.
        let last = words.chars().next_back()?;
        let mark = match marks.trim_start_matches([' ', '\u{a0}']) {
            "" => Mark::None,
            marks if marks.contains('?') && marks.contains('!') => Mark::Interrobang,
            marks if marks.contains('?') => Mark::Question,
            marks if marks.contains('!') => Mark::Exclamation,
            marks if marks.contains('…') || marks.contains("..") => Mark::Ellipsis,
            // With a dash: of direct speech that goes on.
            marks if marks.contains('.') => Mark::Stop,
            marks if marks.ends_with(':') => Mark::Colon,
            _ => Mark::Open,
        };
        let start = if mark == Mark::None { words.len() - last.len_utf8() } else { words.len() };
        let length = if mark == Mark::None { last.len_utf8() } else { marks.len() };
        let blank = cut(text, &(start..start + length)).len() - cut(text, &(start..start + length)).trim_start().len();
        Some(Self { mark, span: start + blank..start + length })
    }

    /// How much it matters that a translation ends in another way; `None` where that may be right.
    fn difference(&self, found: &Self, context: &Context<'_>, source: &str, target: &str) -> Option<Severity> {
        let abbreviation = |text: &str, words: &[String]| ends_in_abbreviation(text, words);
        match (self.mark, found.mark) {
            (wanted, found) if wanted == found => None,
            (Mark::Stop, Mark::None) => (!abbreviation(source, &context.source.abbreviations)).then_some(RULE.severity),
            (Mark::Question | Mark::Interrobang, Mark::None | Mark::Stop | Mark::Open)
            | (Mark::Stop, Mark::Question | Mark::Interrobang) => Some(RULE.severity),
            // A headline has none, but an abbreviation at its end keeps its own.
            (Mark::None, Mark::Stop) => {
                (!abbreviation(target, &context.target.abbreviations)).then_some(Severity::Neutral)
            }
            (Mark::Exclamation | Mark::Ellipsis, Mark::None | Mark::Question)
            | (Mark::Stop, Mark::Open)
            | (Mark::None, Mark::Question | Mark::Interrobang | Mark::Exclamation | Mark::Ellipsis)
            | (Mark::Question | Mark::Interrobang, Mark::Exclamation | Mark::Ellipsis)
            | (Mark::Interrobang, Mark::Question) => Some(Severity::Neutral),
            _ => None,
        }
    }
}

/// Whether a text ends in an abbreviation, whose stop is no sentence's: `U.S.`, `Inc.`, `г. д.`
fn ends_in_abbreviation(text: &str, listed: &[String]) -> bool {
    let bare = text.trim_end_matches(|char: char| char.is_whitespace() || closes(char) || char == '.');
    let word = bare
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default()
        .trim_start_matches(|char: char| !char.is_alphanumeric());
    let letters = word.chars().count();
    word.contains('.') || letters < 3 || listed.iter().any(|known| word.to_lowercase() == *known)
}

/// Marks that stand twice: two stops, two commas. Three stops are an ellipsis.
fn twice(text: &str, words: &WordsOfText<'_>) -> Vec<Spot> {
    let mut spots = Vec::new();
    let is_mark = |byte: u8| matches!(byte, b'.' | b',' | b';' | b':');
    let has_two = |gap: &str| gap.as_bytes().windows(2).any(|pair| pair.iter().all(|byte| is_mark(*byte)));
    if !words.unusual_gaps(text).any(|gap| has_two(cut(text, &gap))) {
        return spots;
    }
    let mut run = 0..0;
    let (mut before, mut mark) = (None, None);
    for (at, char) in text.char_indices().chain([(text.len(), ' ')]) {
        if matches!(char, '.' | ',' | ';' | ':') {
            if run.is_empty() {
                (run, mark) = (at..at, before);
            }
            run.end = at + 1;
        } else {
            let after_word = mark.is_some_and(|before: char| before.is_alphanumeric() || closes(before));
            let ends = char.is_whitespace() || closes(char);
            match cut(text, &run) {
                found @ (".." | ",," | ";;" | "::") if after_word && ends => {
                    let once = found.chars().take(1).collect::<String>();
                    spots.push(Spot::likely(run.clone(), once));
                }
                // A comma after a stop may follow an abbreviation.
                ",." if after_word && ends => spots.push(Spot::likely(run.clone(), ".")),
                _ => {}
            }
            run = 0..0;
        }
        before = Some(char);
    }
    spots
}

const fn is_mark(char: char) -> bool {
    matches!(char, '.' | '?' | '!' | '…' | ':' | ',' | ';' | '—' | '–')
}

/// Whether a character is not seen, so that it ends no text.
const fn is_unseen(char: char) -> bool {
    matches!(char, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// Whether a character closes a quotation or a bracket, as far as its place says.
const fn closes(char: char) -> bool {
    matches!(char, '»' | '”' | '“' | '"' | '\'' | '’' | '‘' | ')' | ']' | '}' | '›' | '*')
}
