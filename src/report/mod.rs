//! How are results shown?
//!
//! Each result ([`RunReport`], [`SourceDiff`](crate::diff::SourceDiff), [`DraftDiff`](crate::diff::DraftDiff),
//! [`EditionDiff`](crate::diff::EditionDiff)) becomes one [`Page`], and each [`Renderer`] shows any page: [`Html`],
//! [`Terminal`], [`Markdown`], [`Json`], with the same anchors (`#s-…`) in each. Findings alone have renderings of their
//! own in [`findings`], and so has what engines were used for ([`bill_table`]).
//!
//! Every word that a person reads comes from the [`Words`] handed in: ids and arguments stand in
//! `locales/*/report.ftl`. JSON is never translated.

/// Writes formatted text to the end of a `String`, which cannot fail.
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
mod html;
mod json;
mod markdown;
mod page;
mod run;
mod run_page;
mod safe;
mod source;
mod table;
mod terminal;

pub use bill::{bill_csv, bill_json, bill_table};
pub use draft::draft_page;
pub use edition::edition_page;
pub use html::Html;
pub use json::Json;
pub use markdown::Markdown;
pub use page::{Badge, Cell, ChangeRun, Entry, Figure, FileLink, Group, List, Note, Page, Row, Share, Span, Tone};
pub use run::{Gathered, RunReport, RunRow, Status, TermHit, run_report};
pub use run_page::run_page;
pub use safe::{line, visible};
pub use source::source_page;
pub use table::table;
pub use terminal::Terminal;

/// What the tool says: the wording of a message by its id, with its arguments.
///
/// Arguments are strings; one that is a whole number must reach Fluent as a number, so that plurals work.
pub type Words<'a> = dyn Fn(&str, &[(&str, String)]) -> String + 'a;

/// One way to show a page.
pub trait Renderer {
    /// The whole page as text in this renderer's format.
    fn render(&self, page: &Page, words: &Words<'_>) -> String;
}

/// A message without arguments.
fn say(words: &Words<'_>, id: &str) -> String {
    words(id, &[])
}

/// A message about so many things.
fn say_count(words: &Words<'_>, id: &str, count: usize) -> String {
    words(id, &[("count", count.to_string())])
}

/// A share in per cent.
fn say_percent(words: &Words<'_>, value: usize) -> String {
    words("report-percent", &[("value", value.to_string())])
}

/// A measure with one digit behind the decimal sign; a dash where there is none.
fn say_decimal(words: &Words<'_>, value: Option<f64>) -> String {
    let Some(value) = value else { return "–".to_owned() };
    let digits = format!("{value:.1}");
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, "0"));
    words("report-decimal", &[("whole", whole.to_owned()), ("fraction", fraction.to_owned())])
}
