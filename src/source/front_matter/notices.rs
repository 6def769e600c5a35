//! What the front matter says of an article as a publication: its corrections, that it is withdrawn, or that nobody
//! outside may see it yet.

use super::{Fence, FrontMatter, FrontValue, is_cut_off, read};
use crate::{locale::Day, model::Article};

/// The key of the corrections: `corrections: [{date, text}]`.
pub(in crate::source) const CORRECTIONS: &str = "corrections";

/// The key of the withdrawal: `withdrawn: {date, reason}`.
pub(in crate::source) const WITHDRAWN: &str = "withdrawn";

/// The key of the embargo: `embargo: true`.
const EMBARGO: &str = "embargo";

/// A correction of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrectionEntry {
    /// The day of the correction.
    pub date: Option<Day>,
    /// What was wrong, in the article's language.
    pub text: String,
}

/// That an article is withdrawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    /// The day since which it is.
    pub date: Option<Day>,
    /// Why, in the article's language.
    pub reason: Option<String>,
}

/// The article's corrections, in document order; those without a text are left out.
#[must_use]
pub fn corrections(front: &FrontMatter) -> Vec<CorrectionEntry> {
    let items = match front.get(CORRECTIONS) {
        Some(FrontValue::List(items)) => items.as_slice(),
        Some(item @ FrontValue::Map(_)) => std::slice::from_ref(item),
        _ => &[],
    };
    let correction = |item| Some(CorrectionEntry { date: day_in(item), text: text_in(item, "text")?.to_owned() });
    items.iter().filter_map(correction).collect()
}

/// That the article is withdrawn: any value of the key but an empty one, `false`, `no`, `off` and the like.
#[must_use]
pub fn withdrawal(front: &FrontMatter) -> Option<Withdrawal> {
    let value = front.get(WITHDRAWN)?;
    let is_off = value.as_str().is_some_and(is_off);
    let reason = text_in(value, "reason").map(str::to_owned);
    (!is_off).then(|| Withdrawal { date: day_in(value), reason })
}

/// Whether nobody outside the newsroom may see the article yet: any value of `embargo` but an empty one, `false`, `no`,
/// `off` and the like, since a day or a word there means an embargo too. The key counts in any case (`Embargo`), and where the
/// front matter cannot be read, so does a line that begins with it.
#[must_use]
pub fn is_embargoed(article: &Article) -> bool {
    let file = &article.skeleton.file;
    let Some(fence) = Fence::find(file) else { return is_cut_off(file) && has_embargo_line(file) };
    let front = read(file, &fence);
    let mut keys = front.entries.iter().filter(|parsed| parsed.entry.key.eq_ignore_ascii_case(EMBARGO)).peekable();
    if keys.peek().is_none() {
        return front.broken && file.get(fence.content.clone()).is_some_and(has_embargo_line);
    }
    // Of two keys, the one that holds it back counts.
    keys.any(|parsed| !parsed.entry.value.as_str().is_some_and(is_off))
}

fn has_embargo_line(text: &str) -> bool {
    let is_embargo = |line: &str| {
        let (key, rest) = line.trim_start().split_at_checked(EMBARGO.len()).unwrap_or_default();
        key.eq_ignore_ascii_case(EMBARGO) && rest.trim_start().starts_with([':', '='])
    };
    text.lines().any(is_embargo)
}

/// Whether the value of a key says no.
fn is_off(value: &str) -> bool {
    matches!(value.to_ascii_lowercase().as_str(), "" | "false" | "null" | "~" | "no" | "off")
}

/// Whether the value of a key is not what it should be: corrections with date and text, a withdrawal with date and
/// reason.
pub(in crate::source) fn is_bad_notice(key: &str, value: &FrontValue) -> bool {
    let lacks = |item: &FrontValue, text| day_in(item).is_none() || text_in(item, text).is_none();
    match (key, value) {
        (CORRECTIONS, FrontValue::List(items)) => items.iter().any(|item| lacks(item, "text")),
        (CORRECTIONS, FrontValue::Plain(value)) => !value.is_empty(),
        (CORRECTIONS, value) => lacks(value, "text"),
        (WITHDRAWN, FrontValue::Plain(value)) => !is_off(value),
        (WITHDRAWN, value) => lacks(value, "reason"),
        _ => false,
    }
}

/// A value of a map.
fn in_map<'a>(value: &'a FrontValue, key: &str) -> Option<&'a str> {
    let FrontValue::Map(pairs) = value else { return None };
    pairs.iter().find(|(name, _)| name == key)?.1.as_str()
}

fn text_in<'a>(value: &'a FrontValue, key: &str) -> Option<&'a str> {
    in_map(value, key).filter(|text| !text.trim().is_empty())
}

fn day_in(value: &FrontValue) -> Option<Day> {
    in_map(value, "date").and_then(Day::parse)
}
