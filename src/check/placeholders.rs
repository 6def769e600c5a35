//! `placeholders`: the target has the placeholders and tags that a program will fill in or read, unchanged.
//!
//! `%s`, `%(name)d`, `%1$s`, `{name}`, `{{ name }}`, `${name}`, `<b>`. In Markdown a tag is a code instead.

use std::{collections::HashMap, ops::Range};

use crate::model::{Args, Finding, Problem, Problems, Severity, Side, cut};

use super::{Bitext, Check, Context, Rule};

pub(super) struct Placeholders;

const RULE: Rule = Rule { id: "placeholders", severity: Severity::Major };

/// Most bytes of a name in braces or in a tag.
const LONGEST: usize = 200;

/// What is wrong with a placeholder.
enum PlaceholdersProblem {
    /// The source has it, the target does not.
    Missing { expected: String },
    /// The target has it, the source does not.
    Extra { found: String },
}

impl Problem for PlaceholdersProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "placeholders-missing",
            Self::Extra { .. } => "placeholders-extra",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::Missing { expected } => vec![("expected", expected.into())],
            Self::Extra { found } => vec![("found", found.into())],
        }
    }

    fn all() -> Vec<Self> {
        vec![Self::Missing { expected: "{name}".to_owned() }, Self::Extra { found: "%s".to_owned() }]
    }
}

impl Check for Placeholders {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<PlaceholdersProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        let (source, target) = (&bitext.source.prose, &bitext.target.prose);
        let may_have = |text: &str| text.contains(['%', '{', '<']);
        if target.is_empty() || !(may_have(source) || may_have(target)) {
            return;
        }
        let place = |span| bitext.place(context, Side::Target, span);
        let wanted = placeholders(source);
        let mut remaining: HashMap<&str, usize> = HashMap::new();
        for span in &wanted {
            *remaining.entry(cut(source, span)).or_default() += 1;
        }
        for span in placeholders(target) {
            let found = cut(target, &span);
            match remaining.get_mut(found) {
                Some(count) if *count > 0 => *count -= 1,
                _ => {
                    let problem = PlaceholdersProblem::Extra { found: found.to_owned() };
                    out.push(Finding::new(problem, RULE.severity, place(span)));
                }
            }
        }
        for span in &wanted {
            let expected = cut(source, span);
            if let Some(count) = remaining.get_mut(expected).filter(|count| **count > 0) {
                *count -= 1;
                let problem = PlaceholdersProblem::Missing { expected: expected.to_owned() };
                out.push(Finding::new(problem, RULE.severity, place(0..0)));
            }
        }
    }
}

/// The spans of the placeholders in a text, in order.
fn placeholders(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = text.get(at..).and_then(|rest| rest.find(['%', '{', '<'])) {
        let begin = at + next;
        let rest = text.get(begin..).unwrap_or_default();
        let length = match rest.as_bytes().first() {
            // A per cent sign stands behind its number.
            Some(b'%')
                if !text.get(..begin).is_some_and(|head| head.trim_end().ends_with(|c: char| c.is_numeric())) =>
            {
                percent(rest)
            }
            Some(b'{') => braces(rest),
            Some(b'<') => tag(rest),
            _ => None,
        };
        if let Some(length) = length {
            let sigil = text.get(..begin).is_some_and(|head| rest.starts_with('{') && head.ends_with(['$', '#']));
            found.push(begin - usize::from(sigil)..begin + length);
        }
        at = begin + length.unwrap_or(1);
    }
    found
}

/// The length of a placeholder of C, Python or Qt at the beginning of a text: `%s`, `%1$s`, `%(name)d`, `%.2f`, `%1`.
fn percent(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let byte = |at: usize| bytes.get(at).copied().unwrap_or_default();
    let digits = |at: usize| bytes.iter().skip(at).take_while(|byte| byte.is_ascii_digit()).count();
    match byte(1) {
        b'(' => {
            let name = text.get(2..)?.bytes().take(LONGEST).position(|byte| byte == b')')?;
            let conversion = 2 + name + 1;
            return (name > 0 && byte(conversion).is_ascii_alphabetic()).then_some(conversion + 1);
        }
        b'{' => return braces(text.get(1..)?).map(|length| length + 1),
        _ => {}
    }
    let mut at = 1 + digits(1);
    let is_number = at > 1;
    if is_number && byte(at) == b'$' {
        at += 1;
    } else if is_number && !byte(at).is_ascii_alphabetic() && (byte(at) != b'.' || digits(at + 1) == 0) {
        return Some(at);
    }
    at += digits(at);
    if byte(at) == b'.' && digits(at + 1) > 0 {
        at += 1 + digits(at + 1);
    }
    while matches!(byte(at), b'l' | b'h' | b'z') {
        at += 1;
    }
    let is_conversion = matches!(byte(at), b's' | b'd' | b'i' | b'u' | b'f' | b'g' | b'e' | b'x' | b'X' | b'c' | b'@');
    // `%discount` is a word.
    let ends = !text.get(at + 1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric()));
    (is_conversion && ends).then_some(at + 1)
}

/// The length of a name in braces: `{name}`, `{0:.2f}`, `{{ user.name | upper }}`.
fn braces(text: &str) -> Option<usize> {
    let open = text.bytes().take(3).take_while(|byte| *byte == b'{').count();
    let inner = text.get(open..)?;
    let end = inner.bytes().take(LONGEST).position(|byte| byte == b'}')?;
    let name = inner.get(..end)?.trim();
    let is_part = |c: char| c.is_ascii_alphanumeric() || "_.:,|-+!#$[]() '\"".contains(c);
    let is_name = name.chars().all(is_part) && name.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
    // Words in single braces are words.
    let is_name = is_name && (open > 1 || !name.contains(' '));
    let close = inner.bytes().skip(end).take(open).take_while(|byte| *byte == b'}').count();
    (is_name && close == open).then_some(open + end + close)
}

/// The length of a tag: `<b>`, `</a>`, `<br/>`, `<a href="…">`.
fn tag(text: &str) -> Option<usize> {
    let end = text.bytes().take(LONGEST).position(|byte| byte == b'>')?;
    let name = text.get(1..end)?.trim_start_matches('/');
    let first = name.split(|c: char| c.is_whitespace() || c == '/').next()?;
    let is_name = first.len() <= 12
        && first.starts_with(|c: char| c.is_ascii_alphabetic())
        && first.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    (is_name && !name.contains('<')).then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_is_known_by_its_shape() {
        let facts: [(&str, &[&str]); 8] = [
            ("%s, %1$s, %(name)d, %.2f, %ld, %1.", &["%s", "%1$s", "%(name)d", "%.2f", "%ld", "%1"]),
            ("5 % даходу, 5% скідкі, %знак, %discount", &[]),
            ("{name} {0} {0:.2f} ${name} #{a} %{b}", &["{name}", "{0}", "{0:.2f}", "${name}", "#{a}", "%{b}"]),
            ("{{ user.name | upper }} {два словы} {two words} {}", &["{{ user.name | upper }}"]),
            ("<b>так</b><br/> a < b, c > d", &["<b>", "</b>", "<br/>"]),
            ("<a href=\"https://a.example\">", &["<a href=\"https://a.example\">"]),
            ("<слова> {{{", &[]),
            ("100 %s", &[]),
        ];
        for (text, wanted) in facts {
            let found: Vec<&str> = placeholders(text).into_iter().map(|span| &text[span]).collect();
            assert_eq!(found, wanted, "{text}");
        }
    }
}
