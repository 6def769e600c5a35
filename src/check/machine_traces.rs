//! `machine-traces`: what a machine leaves in a text: its own words about the translation, its thoughts, markers, fences,
//! the mark of a word that it does not know.

use crate::model::{Args, Finding, Problem, Problems, Severity, Side, clip, cut};

use super::{Bitext, Check, Context, Rule, signs::Signs};

pub(super) struct MachineTraces;

const RULE: Rule = Rule { id: "machine-traces", severity: Severity::Critical };

/// A machine has left something.
enum MachineTracesProblem {
    /// It speaks of the translation, or refuses.
    Remark { words: String },
    /// A marker, a tag or a fence.
    Mark { mark: String },
    /// JSON around the text.
    Json,
    /// The mark of an unknown word.
    Unknown { word: String },
}

impl Problem for MachineTracesProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Remark { .. } => "machine-traces-remark",
            Self::Mark { .. } => "machine-traces-mark",
            Self::Json => "machine-traces-json",
            Self::Unknown { .. } => "machine-traces-unknown",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::Remark { words } => vec![("words", words.into())],
            Self::Mark { mark } => vec![("mark", mark.into())],
            Self::Json => Args::new(),
            Self::Unknown { word } => vec![("word", word.into())],
        }
    }

    fn all() -> Vec<Self> {
        vec![
            Self::Remark { words: "Here is the translation".to_owned() },
            Self::Mark { mark: "⟦1⟧".to_owned() },
            Self::Json,
            Self::Unknown { word: "*ferry".to_owned() },
        ]
    }
}

impl Check for MachineTraces {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<MachineTracesProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        let (source, target) = (&bitext.source.prose, &bitext.target.prose);
        let mut report = |problem: MachineTracesProblem, severity: Severity, span: std::ops::Range<usize>| {
            out.push(Finding::new(problem, severity, bitext.place(context, Side::Target, span)));
        };
        if is_json(target) && !is_json(source) {
            report(MachineTracesProblem::Json, RULE.severity, 0..target.len());
        } else if let Some(words) = context.remarks.find(source, target, bitext.words(Side::Target)) {
            report(MachineTracesProblem::Remark { words }, RULE.severity, 0..target.len());
        }
        let mut is_marked = false;
        // Each kind once: a pair of tags is one slip.
        for span in context.traces.find(source, target, bitext.target_signs) {
            let mark = clip(cut(target, &span), 20);
            report(MachineTracesProblem::Mark { mark }, RULE.severity, span);
            is_marked = true;
        }
        if bitext.target_signs.has(const { Signs::of("[") })
            && let Some(span) = reference(target).filter(|_| reference(source).is_none())
        {
            let mark = clip(cut(target, &span), 20);
            report(MachineTracesProblem::Mark { mark }, Severity::Major, span);
        }
        if !bitext.target_signs.has(const { Signs::of("*_`#") }) {
            return;
        }
        if let Some(span) = markup(source, target).filter(|_| !is_marked) {
            let mark = clip(cut(target, &span), 20);
            report(MachineTracesProblem::Mark { mark }, Severity::Major, span);
        }
        if let Some(span) = unknown_word(target).filter(|_| !source.contains('*')) {
            let word = clip(cut(target, &span), 30);
            report(MachineTracesProblem::Unknown { word }, Severity::Major, span);
        }
    }
}

/// Whether a text is a JSON object or list with a name in it.
fn is_json(text: &str) -> bool {
    let text = text.trim();
    let is_enclosed = (text.starts_with('{') && text.ends_with('}')) || (text.starts_with('[') && text.ends_with(']'));
    is_enclosed && text.contains('"') && (text.contains("\":") || text.contains("\" :") || text.starts_with("[\""))
}

/// Marks with which engines set words off: in pairs, and before a line.
const PAIRED: [&str; 3] = ["**", "__", "`"];
const HEADINGS: [&str; 4] = ["# ", "## ", "### ", "#### "];

/// The first words that are set off by marks of Markdown, where the source has no such mark.
fn markup(source: &str, text: &str) -> Option<std::ops::Range<usize>> {
    let is_heading = |text: &str| HEADINGS.into_iter().find(|mark| text.starts_with(mark));
    if let Some(mark) = is_heading(text).filter(|_| is_heading(source).is_none()) {
        return Some(0..mark.len());
    }
    PAIRED.into_iter().filter(|mark| text.contains(mark) && !source.contains(mark)).find_map(|mark| {
        let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        let around = |at: usize| {
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            let after = text.get(at + mark.len()..).and_then(|after| after.chars().next());
            (before, after)
        };
        let opens = |at: &usize| {
            let (before, after) = around(*at);
            !is_letter(before) && (is_letter(after) || matches!(after, Some('«' | '“' | '"' | '(')))
        };
        let closes = |at: &usize| {
            let (before, after) = around(*at);
            before.is_some_and(|before| !before.is_whitespace()) && !is_letter(after)
        };
        let mut marks = text.match_indices(mark).map(|(at, _)| at);
        let start = marks.by_ref().find(opens)?;
        let end = marks.find(closes)?;
        Some(start..end + mark.len())
    })
}

/// The first number in square brackets behind a word, as engines refer to what they have read: `[1]`.
fn reference(text: &str) -> Option<std::ops::Range<usize>> {
    text.match_indices('[').find_map(|(at, _)| {
        let inner = text.get(at + 1..)?;
        let digits = inner.bytes().take(3).take_while(u8::is_ascii_digit).count();
        let is_number = (1..3).contains(&digits) && inner.as_bytes().get(digits) == Some(&b']');
        is_number.then_some(at..at + digits + 2)
    })
}

/// The first word with an asterisk before it that begins no emphasis and is no footnote's mark.
fn unknown_word(text: &str) -> Option<std::ops::Range<usize>> {
    if !text.as_bytes().contains(&b'*') {
        return None;
    }
    let begins = |at: &usize| {
        let before = text.get(..*at).and_then(|before| before.chars().next_back());
        let after = text.get(at + 1..).and_then(|after| after.chars().next());
        !before.is_some_and(|c| c.is_alphanumeric() || c == '*') && after.is_some_and(char::is_alphabetic)
    };
    let at = text.match_indices('*').map(|(at, _)| at).find(begins)?;
    let rest = text.get(at + 1..).unwrap_or_default();
    let end = rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | 'ʼ' | '-')).unwrap_or(rest.len());
    // An asterisk at the end of a word or a phrase closes an emphasis, or bleeps a word out.
    let line = rest.split('\n').next().unwrap_or_default();
    (!closes(line)).then_some(at..at + 1 + end)
}

/// Whether a line has an asterisk after a letter or a mark and before a space or the end: one that closes.
fn closes(line: &str) -> bool {
    line.match_indices('*').any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        let after = line.get(at + 1..).and_then(|after| after.chars().next());
        before.is_some_and(|c| !c.is_whitespace()) && !after.is_some_and(char::is_alphabetic)
    })
}
