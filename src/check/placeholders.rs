//! `placeholders`: the target has the placeholders and tags that a program will fill in or read, unchanged.
//!
//! `%s`, `%(name)d`, `%1$s`, `{name}`, `{{ name }}`, `$name$`, `&name;`, `<b>`. In Markdown a tag is a code instead.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use crate::model::{Args, Finding, Problem, Problems, Severity, Side, cut};

use super::{Bitext, Check, Context, Rule, code_content, signs::Signs};

pub(super) struct Placeholders;

const RULE: Rule = Rule { id: "placeholders", severity: Severity::Major };

/// Characters with which placeholders begin.
const SIGNS: Signs = Signs::of("%{<$&");

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
        if target.is_empty() || !(bitext.source_signs.has(SIGNS) || bitext.target_signs.has(SIGNS)) {
            return;
        }
        let place = |span| bitext.place(context, Side::Target, span);
        let (mut wanted, mut found) = (placeholders(source), placeholders(target));
        let is_numbered = |(_, key): &(_, String)| key.starts_with('%') && key.contains('$');
        if wanted.iter().any(is_numbered) != found.iter().any(is_numbered) {
            // Another order of words takes numbers: `%2$s` is the second of `%s`.
            number(&mut wanted);
            number(&mut found);
        }
        let mut remaining: HashMap<&str, usize> = HashMap::new();
        for (_, key) in &wanted {
            *remaining.entry(key).or_default() += 1;
        }
        // One that is lost or added again and again is reported once.
        let mut reported: HashSet<&str> = HashSet::new();
        for (span, key) in &found {
            match remaining.get_mut(key.as_str()) {
                Some(count) if *count > 0 => *count -= 1,
                _ if reported.insert(key) => {
                    let problem = PlaceholdersProblem::Extra { found: cut(target, span).to_owned() };
                    out.push(Finding::new(problem, RULE.severity, place(span.clone())));
                }
                _ => {}
            }
        }
        for (span, key) in &wanted {
            if let Some(count) = remaining.get_mut(key.as_str()).filter(|count| **count > 0) {
                *count = 0;
                let problem = PlaceholdersProblem::Missing { expected: cut(source, span).to_owned() };
                out.push(Finding::new(problem, RULE.severity, place(0..0)));
            }
        }
    }
}

/// Numbers the placeholders without a name or number in their order: `%s` is `%1$s`.
fn number(placeholders: &mut [(Range<usize>, String)]) {
    let mut next = 1;
    for (_, key) in placeholders {
        let conversion = key.strip_prefix('%').filter(|rest| !rest.contains(['$', '(', '{']));
        if let Some(conversion) =
            conversion.filter(|rest| rest.ends_with(|c: char| c.is_ascii_alphabetic() || c == '@'))
        {
            *key = format!("%{next}${conversion}");
            next += 1;
        }
    }
}

/// The placeholders in a text, in order: their spans, and what they are compared by.
fn placeholders(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut pairs = None;
    let mut at = 0;
    while let Some(next) = text.get(at..).and_then(|rest| rest.find(['%', '{', '<', '$', '&'])) {
        let begin = at + next;
        let rest = text.get(begin..).unwrap_or_default();
        let before = text.get(..begin).and_then(|head| head.chars().next_back());
        if let Some(told) = choice(rest)
            && let Some(end) = pairs.get_or_insert_with(|| brace_pairs(text)).get(&begin).copied()
        {
            found.push((begin..end + 1, cut(text, &(begin..begin + told)).to_owned()));
            at = end + 1;
            continue;
        }
        let length = match rest.as_bytes().first() {
            // A per cent sign stands behind its number.
            Some(b'%')
                if !text.get(..begin).is_some_and(|head| head.trim_end().ends_with(|c: char| c.is_numeric())) =>
            {
                percent(rest)
            }
            Some(b'{') => braces(rest),
            Some(b'<') => tag(rest),
            Some(b'$') => dollars(rest),
            Some(b'&') if !before.is_some_and(char::is_alphanumeric) => entity(rest),
            _ => None,
        };
        if let Some(length) = length {
            let sigil = rest.starts_with('{') && matches!(before, Some('$' | '#'));
            let span = begin - usize::from(sigil)..begin + length;
            let key =
                if rest.starts_with('<') { code_content::tag(cut(text, &span)) } else { cut(text, &span).to_owned() };
            found.push((span, key));
        }
        at = begin + length.unwrap_or(1);
    }
    found
}

/// The length of a name between dollar signs: `$name$`.
fn dollars(text: &str) -> Option<usize> {
    let name = text.get(1..)?;
    let length = name.bytes().take(LONGEST).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
    let is_name = length > 1 && name.starts_with(|c: char| c.is_ascii_alphabetic());
    (is_name && name.as_bytes().get(length) == Some(&b'$')).then_some(length + 2)
}

/// The length of a name of a program's texts: `&brandName;`. Entities of HTML are in lower case or have one capital.
fn entity(text: &str) -> Option<usize> {
    let name = text.get(1..)?;
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    let length = name.bytes().take(LONGEST).take_while(is_part).count();
    let inner = name.get(1..length)?;
    let is_name =
        name.starts_with(|c: char| c.is_ascii_lowercase()) && inner.contains(|c: char| c.is_ascii_uppercase());
    (is_name && name.as_bytes().get(length) == Some(&b';')).then_some(length + 2)
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
    // `%discount` is a word, `%dMB` is none.
    let ends =
        !text.get(at + 1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric() && !c.is_uppercase()));
    (is_conversion && ends).then_some(at + 1)
}

/// The length of the beginning of an ICU message that is chosen by an argument (`{count, plural, one {…} other {…}}`): it
/// tells the argument.
fn choice(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('{')?;
    let mut parts = cut(inner, &(0..inner.floor_char_boundary(LONGEST))).splitn(3, ',');
    let (name, kind) = (parts.next()?, parts.next()?);
    parts.next()?;
    let is_name = !name.is_empty() && name.trim().bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let is_choice = matches!(kind.trim(), "plural" | "select" | "selectordinal");
    (is_name && is_choice).then_some(name.len() + kind.len() + 2)
}

/// Where the braces of a text close, by where they open.
fn brace_pairs(text: &str) -> HashMap<usize, usize> {
    let mut open = Vec::new();
    let mut pairs = HashMap::new();
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => open.push(at),
            b'}' => pairs.extend(open.pop().map(|begin| (begin, at))),
            _ => {}
        }
    }
    pairs
}

/// The length of a name in braces: `{name}`, `{0:.2f}`, `{{ user.name | upper }}`.
fn braces(text: &str) -> Option<usize> {
    let open = text.bytes().take(3).take_while(|byte| *byte == b'{').count();
    let inner = text.get(open..)?;
    // Nothing of what is a name opens another brace.
    let end = inner.bytes().take(LONGEST).position(|byte| matches!(byte, b'{' | b'}'))?;
    let name = inner.get(..end)?.trim();
    let is_part = |c: char| c.is_ascii_alphanumeric() || "_.:,|-+!#$[]() '\"".contains(c);
    let is_name = name.chars().all(is_part) && name.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_')
        || (name.is_empty() && open == 1 && end == 0);
    // Words in single braces are words.
    let is_name = is_name && (open > 1 || !name.contains(' '));
    let close = inner.bytes().skip(end).take(open).take_while(|byte| *byte == b'}').count();
    (is_name && close == open).then_some(open + end + close)
}

/// The length of a tag: `<b>`, `</a>`, `<br/>`, `<a href="…">`.
fn tag(text: &str) -> Option<usize> {
    let end = 1 + text.bytes().skip(1).take(LONGEST).position(|byte| matches!(byte, b'<' | b'>'))?;
    if text.as_bytes().get(end) == Some(&b'<') {
        return None;
    }
    let name = text.get(1..end)?.trim_start_matches('/');
    let first = name.split(|c: char| c.is_whitespace() || c == '/').next()?;
    let is_name = first.len() <= 12
        && first.starts_with(|c: char| c.is_ascii_alphabetic())
        && first.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    is_name.then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_is_known_by_its_shape() {
        let facts: [(&str, &[&str]); 11] = [
            ("%s, %1$s, %(name)d, %.2f, %ld, %1.", &["%s", "%1$s", "%(name)d", "%.2f", "%ld", "%1"]),
            ("5 % даходу, 5% скідкі, %знак, %discount", &[]),
            ("{name} {0} {0:.2f} ${name} #{a} %{b}", &["{name}", "{0}", "{0:.2f}", "${name}", "#{a}", "%{b}"]),
            ("{{ user.name | upper }} {два словы} {two words} {}", &["{{ user.name | upper }}", "{}"]),
            ("$name$ $5 і $6, &brandName; &nbsp; R&D;", &["$name$", "&brandName;"]),
            ("<b>так</b><br/> a < b, c > d", &["<b>", "</b>", "<br/>"]),
            ("<a href=\"https://a.example\">", &["<a href=\"https://a.example\">"]),
            ("<слова> {{{", &[]),
            ("100 %s", &[]),
            ("%dMB", &["%d"]),
            (
                "{n, plural, one{файл} other{# {name} файлаў}} {a}",
                &["{n, plural, one{файл} other{# {name} файлаў}}", "{a}"],
            ),
        ];
        for (text, wanted) in facts {
            let found: Vec<&str> = placeholders(text).into_iter().map(|(span, _)| cut(text, &span)).collect();
            assert_eq!(found, wanted, "{text}");
        }
    }
}
