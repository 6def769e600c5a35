//! A `JUnit` report: a suite for each file, a case for each finding.
//!
//! There is no standard of it. Elements and attributes are those that the schemas of Apache Ant and of Jenkins have in
//! common; of Ant's required ones, `time` is 0, since findings take none. A finding at or above the gate is a failure,
//! any other a skipped case, so that the report is red where the exit code is not 0.

use std::collections::HashMap;

use super::{CheckReport, WordedFinding, advice};
use crate::{
    model::FilePosition,
    report::{Words, say, visible},
};

/// The suite of what belongs to no file.
const LOOSE: &str = "tolmach";

/// A case: its attributes and content.
struct TestCase {
    name: String,
    class: String,
    content: String,
    kind: TestOutcome,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum TestOutcome {
    Passed,
    Failed,
    Broken,
    Skipped,
}

pub(super) fn render(report: &CheckReport<'_>, words: &Words<'_>) -> String {
    let mut suites: Vec<(String, Vec<TestCase>)> = Vec::new();
    let mut indexes: HashMap<String, usize> = HashMap::new();
    let mut add = |file: &str, case: TestCase| {
        let index = *indexes.entry(file.to_owned()).or_insert_with(|| {
            suites.push((file.to_owned(), Vec::new()));
            suites.len() - 1
        });
        if let Some((_, cases)) = suites.get_mut(index) {
            cases.push(case);
        }
    };
    let mut names: HashMap<String, usize> = HashMap::new();
    for worded in report.findings {
        let file = worded.finding.place.file.as_ref().map_or_else(|| LOOSE.to_owned(), |file| report.path(file));
        let name = name(worded);
        let count = names.entry(format!("{file} {name}")).or_default();
        *count += 1;
        let name = if *count == 1 { name } else { format!("{name} ({count})") };
        add(&file, finding_case(report, worded, &file, name, words));
    }
    for error in report.errors {
        let content = element("error", error, "error", error);
        add(LOOSE, TestCase { name: error.clone(), class: LOOSE.to_owned(), content, kind: TestOutcome::Broken });
    }
    if report.findings.is_empty() && report.errors.is_empty() {
        // Readers take a report without a case for one of a check that did not run.
        let name = say(words, "report-findings");
        add(LOOSE, TestCase { name, class: LOOSE.to_owned(), content: String::new(), kind: TestOutcome::Passed });
    }
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
    for (id, (file, cases)) in suites.iter().enumerate() {
        let count = |kind: TestOutcome| cases.iter().filter(|case| case.kind == kind).count();
        put!(
            out,
            "  <testsuite name=\"{}\" package=\"tolmach\" id=\"{id}\" hostname=\"localhost\" timestamp=\"{}\" \
             tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\" time=\"0\">\n    <properties/>\n",
            escape(file),
            report.time,
            cases.len(),
            count(TestOutcome::Failed),
            count(TestOutcome::Broken),
            count(TestOutcome::Skipped),
        );
        for case in cases {
            let (name, class) = (escape(&case.name), escape(&case.class));
            put!(out, "    <testcase name=\"{name}\" classname=\"{class}\" time=\"0\"");
            if case.content.is_empty() {
                out.push_str("/>\n");
            } else {
                put!(out, ">\n      {}\n    </testcase>\n", case.content);
            }
        }
        out.push_str("    <system-out/>\n    <system-err/>\n  </testsuite>\n");
    }
    out.push_str("</testsuites>\n");
    out
}

/// The name of a finding's case, which stays where only lines move: its rule, locale and segment.
fn name(worded: &WordedFinding) -> String {
    let place = &worded.finding.place;
    let locale = place.locale.as_ref().map(ToString::to_string);
    let anchor = worded.anchor().map(|anchor| format!("#{anchor}"));
    let parts: Vec<String> = std::iter::once(worded.finding.rule().to_owned()).chain(locale).chain(anchor).collect();
    parts.join(" ")
}

fn finding_case(
    report: &CheckReport<'_>,
    worded: &WordedFinding,
    file: &str,
    name: String,
    words: &Words<'_>,
) -> TestCase {
    let place = |FilePosition { file, position }: &FilePosition| {
        format!("{}:{}:{}", report.path(file), position.line, position.column)
    };
    let mut lines = vec![report.path(&worded.location())];
    lines.extend(worded.finding.place.source.as_ref().map(place));
    lines.push(worded.text.clone());
    lines.extend(advice(worded, words));
    lines.retain(|line| !line.is_empty());
    let fails = report.gate.is_some_and(|gate| worded.finding.severity >= gate);
    let (kind, tag) = if fails { (TestOutcome::Failed, "failure") } else { (TestOutcome::Skipped, "skipped") };
    let content = if fails {
        element(tag, &worded.reason, worded.finding.severity.as_str(), &lines.join("\n"))
    } else {
        // Of a skipped case, Ant's schema has no type.
        format!("<{tag} message=\"{}\">{}</{tag}>", escape(&worded.reason), escape(&lines.join("\n")))
    };
    TestCase { name, class: file.to_owned(), content, kind }
}

fn element(tag: &str, message: &str, kind: &str, text: &str) -> String {
    format!("<{tag} message=\"{}\" type=\"{kind}\">{}</{tag}>", escape(message), escape(text))
}

/// Text for an element or an attribute; what XML cannot hold is shown as an escape.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for c in visible(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            '\u{fffe}' | '\u{ffff}' => put!(out, "\\u{{{:x}}}", u32::from(c)),
            _ => out.push(c),
        }
    }
    out
}
