//! Wrappers around a draft that the source does not have: JSON, Markdown, tags, quotation marks; and invisible characters.

use serde_json::Value;

use super::RejectionReason;
use crate::model::clip;

/// Marks of Markdown that occur in no sentence of a newspaper.
const MARKDOWN: [&str; 4] = ["**", "__", "`", "~~"];

/// Marks of Markdown that begin a line.
const LINE_MARKS: [&str; 7] = ["# ", "## ", "### ", "> ", "* ", "+ ", "• "];

/// Rejects wrappers that the source does not have.
pub(super) fn check_wrapping(old: &str, new: &str) -> Result<(), RejectionReason> {
    match wrapper(old, new) {
        Some(mark) => Err(RejectionReason::Wrapped { mark: clip(&mark, 40) }),
        None => Ok(()),
    }
}

fn wrapper(old: &str, new: &str) -> Option<String> {
    if let Some(mark) = MARKDOWN.iter().find(|mark| new.matches(**mark).count() > old.matches(**mark).count()) {
        return Some((*mark).to_owned());
    }
    let begins = |mark: &&&str| new.starts_with(**mark) && !old.starts_with(**mark);
    if let Some(mark) = LINE_MARKS.iter().find(begins) {
        return Some((*mark).trim().to_owned());
    }
    json(old, new).or_else(|| tag(old, new)).or_else(|| list_number(old, new)).or_else(|| quotation_marks(old, new))
}

/// The first mark of JSON: a draft that is an object or a list, or begins like one.
fn json(old: &str, new: &str) -> Option<String> {
    let first = new.chars().next().filter(|first| matches!(first, '{' | '[') && !old.starts_with(*first))?;
    let is_value = matches!(serde_json::from_str(new), Ok(Value::Object(_) | Value::Array(_)));
    let begins_like_one = ["{\"", "{ \"", "{'", "[\"", "[ \"", "[{"].iter().any(|begin| new.starts_with(begin));
    (is_value || begins_like_one).then(|| first.to_string())
}

/// The first tag of which the draft has more than the source: `<think>`, `</translation>`, `[INST]`. A short tag that is
/// not closed by `>` is a mathematical sign.
fn tag(old: &str, new: &str) -> Option<String> {
    if let Some(mark) = ["[INST]", "[/INST]", "<<SYS>>", "[END]", "[DONE]"].iter().find(|mark| new.contains(**mark)) {
        return (!old.contains(*mark)).then(|| (*mark).to_owned());
    }
    let mut rest = new;
    while let Some((_, after)) = rest.split_once('<') {
        rest = after;
        let Some((inner, _)) = after.split_once('>') else { break };
        let name = inner.trim_start_matches('/');
        let is_name = name.starts_with(|c: char| c.is_alphabetic() || matches!(c, '!' | '?')) && !inner.contains('<');
        let tag = format!("<{inner}>");
        if is_name && new.matches(&tag).count() > old.matches(&tag).count() {
            return Some(tag);
        }
    }
    None
}

/// The mark of an item of a list: a hyphen where nobody speaks, the number of a list's first items. Other numbers break
/// the rule about numbers.
fn list_number(old: &str, new: &str) -> Option<String> {
    let speaks = |c: char| matches!(c, '"' | '“' | '”' | '‘' | '’' | '\'' | '«' | '»' | '-' | '–' | '—' | '−' | '…');
    if new.starts_with("- ") && !old.contains(speaks) {
        return Some("-".to_owned());
    }
    let mark = ["1. ", "1) ", "2. ", "2) "].into_iter().find(|mark| new.starts_with(mark))?;
    let is_number = old.chars().any(|c| c.is_ascii_digit());
    (!is_number && old.starts_with(char::is_alphabetic)).then(|| mark.trim().to_owned())
}

/// The quotation marks around a whole sentence of which the source has none at all.
fn quotation_marks(old: &str, new: &str) -> Option<String> {
    const MARKS: &str = "\"“”„«»‘’'‹›";
    let mut chars = new.chars();
    let (first, last) = (chars.next()?, chars.next_back()?);
    let is_around =
        MARKS.contains(first) && MARKS.contains(last) && !chars.as_str().contains(['"', '“', '”', '„', '«', '»']);
    // A name gets quotation marks in another language, a sentence does not.
    let is_sentence = chars.as_str().ends_with(['.', '!', '?', '…']) && chars.as_str().contains(' ');
    (is_around && is_sentence && !old.contains(|c| MARKS.contains(c))).then(|| format!("{first}{last}"))
}

/// Rejects characters that nobody sees and that the source does not have: they reorder a line, split a word for a search,
/// or hide a text.
pub(super) fn check_invisible(old: &str, new: &str) -> Result<(), RejectionReason> {
    // Scripts and pictures that are written with joiners.
    let joins = |c: char| matches!(c, '\u{590}'..='\u{109f}' | '\u{1780}'..='\u{18af}' | '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}');
    let may_join = new.chars().any(joins);
    let is_invisible = |c: char| match c {
        '\u{200c}'..='\u{200f}' | '\u{61c}' => !may_join,
        '\u{ad}'
        | '\u{34f}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{2800}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{e000}'..='\u{f8ff}'
        | '\u{e0000}'..='\u{e0fff}'
        | '\u{f0000}'.. => true,
        _ => false,
    };
    match new.chars().find(|c| is_invisible(*c) && !old.contains(*c)) {
        Some(c) => Err(RejectionReason::Invisible { mark: format!("U+{:04X}", u32::from(c)) }),
        None => Ok(()),
    }
}
