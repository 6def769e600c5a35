//! `typography`: hyphens for dashes, two kinds of ellipsis, numbers without their groups, initials without a space.

use std::ops::Range;

use crate::model::{Args, Finding, Problem, Problems, Severity, cut};

use super::{
    Bitext, Check, Context, Rule,
    signs::Signs,
    spots::{Spot, outside_addresses, report},
};

pub(super) struct TypographyRule;

const RULE: Rule = Rule { id: "typography", severity: Severity::Neutral };

/// A mark is not set as the language sets it.
enum TypographyProblem {
    Dash { text: String },
    Ellipsis { text: String },
    Groups { text: String },
    Initials,
}

impl Problem for TypographyProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Dash { .. } => "typography-dash",
            Self::Ellipsis { .. } => "typography-ellipsis",
            Self::Groups { .. } => "typography-groups",
            Self::Initials => "typography-initials",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::Dash { text } | Self::Ellipsis { text } | Self::Groups { text } => vec![("text", text.into())],
            Self::Initials => Args::new(),
        }
    }

    fn all() -> Vec<Self> {
        let text = "10000".to_owned();
        vec![
            Self::Dash { text: text.clone() },
            Self::Ellipsis { text: text.clone() },
            Self::Groups { text },
            Self::Initials,
        ]
    }
}

impl Check for TypographyRule {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<TypographyProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        let prose = &bitext.target.prose;
        if bitext.from_source || context.letters.is_empty() {
            return;
        }
        let mut tell = |spots: Vec<Spot>, problem: fn(String) -> TypographyProblem| {
            let spots = spots.into_iter().filter(|spot| !bitext.is_exempt(&spot.span)).collect();
            let spots = outside_addresses(prose, spots);
            report(context, bitext, RULE.severity, &spots, &problem, out);
        };
        let has = |some: &str| bitext.target_signs.has(Signs::of(some));
        if has("-") && prose.contains(" -") {
            tell(dashes(&bitext.source.prose, prose, &context.target.dash), |text| TypographyProblem::Dash { text });
        }
        if has(".") && prose.contains("...") {
            tell(ellipses(prose), |text| TypographyProblem::Ellipsis { text });
        }
        if bitext.target_signs.has(Signs::DIGITS) {
            tell(groups(context, bitext), |text| TypographyProblem::Groups { text });
        }
        if has(".") {
            tell(initials(prose), |_| TypographyProblem::Initials);
        }
    }
}

/// Hyphens between spaces, one or two, that stand for a dash. Before a figure, beside a sign or a Latin letter, and where the
/// source writes so too, it may be a minus.
fn dashes(source: &str, prose: &str, dash: &str) -> Vec<Spot> {
    let mut spots = Vec::new();
    if dash.is_empty() {
        return spots;
    }
    let mut from = 0;
    while let Some(found) = prose.get(from..).and_then(|rest| rest.find(" -")) {
        let start = from + found + 1;
        let rest = cut(prose, &(start..prose.len()));
        let length = rest.bytes().take_while(|byte| *byte == b'-').count();
        from = start + length;
        let after = cut(prose, &(from..prose.len()));
        let next = after.trim_start_matches([' ', '\u{a0}']).chars().next();
        let before = cut(prose, &(0..start - 1)).chars().next_back();
        let is_minus = before.is_some_and(char::is_numeric) && next.is_some_and(char::is_numeric);
        let may_be_minus = |char: char| char.is_ascii_alphabetic() || matches!(char, '=' | '+' | '*' | '/' | '<' | '>');
        let is_certain = !next.is_some_and(char::is_numeric)
            && !before.into_iter().chain(next).any(may_be_minus)
            && !source.contains(" - ");
        let is_word = |char: Option<char>| char.is_some_and(|char| !char.is_whitespace() && char != '-');
        if length <= 2 && after.starts_with([' ', '\u{a0}']) && is_word(before) && is_word(next) && !is_minus {
            spots.push(if is_certain { Spot::certain(start..from, dash) } else { Spot::likely(start..from, dash) });
        }
    }
    spots
}

/// Three stops in a text that has the character `…` too.
fn ellipses(prose: &str) -> Vec<Spot> {
    let mut spots = Vec::new();
    if !prose.contains('…') {
        return spots;
    }
    let mut from = 0;
    while let Some(found) = prose.get(from..).and_then(|rest| rest.find("...")) {
        let start = from + found;
        let length = cut(prose, &(start..prose.len())).bytes().take_while(|byte| *byte == b'.').count();
        from = start + length;
        if length == 3 {
            spots.push(Spot::certain(start..from, "…"));
        }
    }
    spots
}

/// Numbers without groups that have some in the source: `10000` for `10,000`.
fn groups(context: &Context<'_>, bitext: &Bitext<'_>) -> Vec<Spot> {
    let (source, prose) = (&bitext.source.prose, &bitext.target.prose);
    let (mark, from) = (&context.target.group, context.target.group_from);
    let mut spots = Vec::new();
    let separator = &context.source.group;
    if mark.is_empty() || separator.is_empty() || !source.contains(separator.as_str()) {
        return spots;
    }
    let mut grouped: Option<Vec<String>> = None;
    for span in figures(prose) {
        let digits = cut(prose, &span);
        if digits.len() < from.max(4) || digits.len() > 15 || digits.starts_with('0') {
            continue;
        }
        let grouped = grouped.get_or_insert_with(|| grouped_numbers(source, separator));
        if grouped.binary_search_by(|known| known.as_str().cmp(digits)).is_ok() {
            let first = digits.len() % 3;
            let mut written = String::new();
            for (index, digit) in digits.chars().enumerate() {
                if index > 0 && index % 3 == first % 3 {
                    written.push_str(mark);
                }
                written.push(digit);
            }
            spots.push(Spot::certain(span, written));
        }
    }
    spots
}

/// The numbers of a text that stand alone, as ranges: not those within a word, a code or another number.
fn figures(text: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let mut before = ' ';
    let mut run: Option<usize> = None;
    let mut stands_alone = false;
    for (at, char) in text.char_indices().chain([(text.len(), ' ')]) {
        if char.is_ascii_digit() {
            if run.is_none() {
                run = Some(at);
                stands_alone = !before.is_alphanumeric() && !matches!(before, '.' | ',' | '/' | '-' | '_' | '#' | '№');
            }
        } else if let Some(start) = run.take()
            && stands_alone
            && !char.is_alphabetic()
            && !matches!(char, '/' | '_')
        {
            spans.push(start..at);
        }
        before = char;
    }
    spans
}

/// The numbers of a text that have groups, as digits alone, sorted.
fn grouped_numbers(text: &str, separator: &str) -> Vec<String> {
    let is_number = |char: char| char.is_ascii_digit() || separator.contains(char);
    let mut numbers: Vec<String> = text
        .split(|char: char| !is_number(char))
        .map(|part| part.trim_matches(|char: char| !char.is_ascii_digit()))
        .filter(|part| part.contains(separator) && part.split(separator).skip(1).all(|group| group.len() == 3))
        .map(|part| part.replace(separator, ""))
        .collect();
    numbers.sort_unstable();
    numbers
}

/// The stop after an initial, with a name directly after it: `А.Лукашэнка`.
fn initials(prose: &str) -> Vec<Spot> {
    let mut spots = Vec::new();
    for (at, _) in prose.match_indices('.') {
        let mut after = cut(prose, &(at + 1..prose.len())).chars();
        if !after.next().is_some_and(char::is_uppercase) || !after.next().is_some_and(char::is_lowercase) {
            continue;
        }
        let mut before = cut(prose, &(0..at)).chars().rev();
        let is_initial = before.next().is_some_and(|letter| letter.is_uppercase() && !letter.is_ascii());
        if is_initial && before.next().is_none_or(|before| before.is_whitespace() || matches!(before, '.' | '(' | '«'))
        {
            spots.push(Spot::likely(at..at + 1, ".\u{a0}"));
        }
    }
    spots
}
