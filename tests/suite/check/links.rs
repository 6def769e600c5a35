//! A project's table of the counterparts that pages have in other languages.

use serde::Deserialize;
use tolmach::{
    check::{LinkTable, Links, check_segment},
    glossary::Termbase,
    model::{Finding, Text},
};

use super::{
    codes::{block, text},
    context, locale,
};
use crate::cases;

#[derive(Deserialize)]
struct File {
    links: LinkTable,
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    fact: String,
    locale: String,
    #[serde(default)]
    markup: Markup,
    source: String,
    target: String,
    /// The id of each finding of the rules `codes` and `addresses`, with the replacements that it offers.
    found: Vec<Vec<String>>,
}

#[derive(Deserialize, Default, Clone, Copy, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Markup {
    #[default]
    Plain,
    Markdown,
    /// The source has markup, and the target the numbers of its codes.
    Numbered,
}

#[test]
fn a_link_leads_to_the_page_of_the_source_or_to_the_counterpart_that_the_table_has() {
    let file: File = cases::table("check/links.toml");
    let termbase = Termbase::default();
    for case in &file.case {
        let mut context = context(&termbase, &case.locale);
        context.links = Links::new(&file.links, &locale(&case.locale));
        let source = if case.markup == Markup::Plain { Text::plain(&case.source) } else { block(&case.source) };
        let target = match case.markup {
            Markup::Plain => Text::plain(&case.target),
            Markup::Markdown => block(&case.target),
            Markup::Numbered => text(&case.target),
        };
        let findings = check_segment(&context, &source, &target);
        let is_about_links = |finding: &&Finding| ["codes", "addresses"].contains(&finding.rule());
        let found: Vec<Vec<&str>> = findings
            .iter()
            .filter(is_about_links)
            .map(|finding| [finding.id()].into_iter().chain(finding.alternatives.iter().map(String::as_str)).collect())
            .collect();
        assert_eq!(found, case.found, "{}", case.fact);
        assert!(findings.iter().all(|finding| !finding.is_certain()), "{}", case.fact);
    }
}
