//! How are results shown?
//!
//! Each result ([`RunReport`], [`SourceDiff`](crate::diff::SourceDiff), [`DraftDiff`](crate::diff::DraftDiff),
//! [`EditionDiff`](crate::diff::EditionDiff)) becomes one [`Page`], and each [`Renderer`] shows any page: [`Html`],
//! [`Terminal`], [`Markdown`], [`Json`], with the same anchors (`#s-…`) in each. Findings alone have their own
//! renderings in [`findings`], as do the bills of engines ([`bill_table`], [`estimate_table`]) and scores ([`score_table`]).
//!
//! All text for people comes from the [`Words`] passed in; their ids and arguments are in `locales/*/report.ftl`. JSON
//! is never translated.

/// Appends formatted text to a `String`, which cannot fail.
macro_rules! put {
    ($out:expr, $($text:tt)*) => {{
        use std::fmt::Write as _;
        let _ = write!($out, $($text)*);
    }};
}

pub mod findings;

mod bill;
mod draft;
mod edition;
mod estimate;
mod html;
mod json;
mod markdown;
mod page;
mod quotes;
mod run;
mod run_page;
mod safe;
mod score;
mod source;
mod table;
mod terminal;

use crate::messages::Value;

pub use bill::{bill_csv, bill_json, bill_table};
pub use draft::draft_page;
pub use edition::edition_page;
pub use estimate::{estimate_json, estimate_table};
pub use html::Html;
pub use json::Json;
pub use markdown::Markdown;
pub use page::{Badge, Cell, ChangeRun, Entry, Figure, FileLink, Group, List, Note, Page, Row, Share, Span, Tone};
pub use quotes::{QuoteRow, QuoteTarget, quote_table, quotes_json};
pub use run::{RunInput, RunReport, RunRow, Status, TermHit, run_report};
pub use run_page::run_page;
pub use safe::{escaped_json, line, visible};
pub use score::{line_scores_json, project_scores_json, score_table};
pub use source::source_page;
pub use table::table;
pub use terminal::Terminal;

/// Looks up the text of a message by its id, with its arguments.
///
/// A count is grouped and chooses a plural form; the words of an article are text, also where they are digits (the year 2020).
pub type Words<'a> = dyn Fn(&str, &[(&str, Value<'_>)]) -> String + 'a;

/// An output format for pages.
pub trait Renderer {
    /// The whole page in this format.
    fn render(&self, page: &Page, words: &Words<'_>) -> String;
}

/// A message without arguments.
fn say(words: &Words<'_>, id: &str) -> String {
    words(id, &[])
}

/// A message with a count.
fn say_count(words: &Words<'_>, id: &str, count: usize) -> String {
    words(id, &[("count", count.into())])
}

/// A percentage.
fn say_percent(words: &Words<'_>, value: usize) -> String {
    words("report-percent", &[("value", value.into())])
}

/// The name of a rule; its id where it has no name.
fn rule_name(words: &Words<'_>, rule: &str) -> String {
    let id = format!("report-rule-{rule}");
    let name = say(words, &id);
    if name == id { rule.to_owned() } else { name }
}

/// A score with one decimal; a dash if there is none.
fn say_decimal(words: &Words<'_>, value: Option<f64>) -> String {
    let Some(value) = value else { return "–".to_owned() };
    let digits = format!("{value:.1}");
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, "0"));
    words("report-decimal", &[("whole", whole.into()), ("fraction", fraction.into())])
}
