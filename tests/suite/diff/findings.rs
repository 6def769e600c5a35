//! Findings in each output format.

use tolmach::{
    messages::Messages,
    model::{Locale, Severity},
    report::findings::{CheckReport, FindingsFormat, WordedFinding, findings_summary, render},
};

use super::{samples, speech::Speaker};

fn report<'a>(findings: &'a [WordedFinding], english: &'a Locale) -> CheckReport<'a> {
    CheckReport {
        findings,
        waived: &[],
        errors: &[],
        gate: Some(Severity::Major),
        title: "Lake News",
        source: english,
        language: english,
        folder: "",
        time: "2022-03-24T00:00:00",
    }
}

fn shown(format: FindingsFormat, findings: &[WordedFinding]) -> String {
    let words = Messages::embedded(&Locale::english());
    render(format, &report(findings, &Locale::english()), &|id, args| words.say(id, args))
}

#[test]
fn a_page_shows_each_text_once_with_all_that_was_found_in_it() {
    let html = shown(FindingsFormat::Html, &samples::findings());
    for shown in ["<!doctype html>", "<title>Findings: Lake News</title>", ">5 findings</p>", "army.xlf:15</span>"] {
        assert!(html.contains(shown), "{shown}: {html}");
    }
    assert_eq!(html.matches("ніводзін").count(), 1, "two findings are in this sentence");
    assert_eq!(html.matches("class=\"finding ").count(), 2);
    assert!(!html.contains("<script") && !html.contains("http-equiv=\"refresh"));
    let markdown = shown(FindingsFormat::Markdown, &samples::findings());
    assert!(markdown.starts_with("## Findings: Lake News\n\n5 findings\n"), "{markdown}");
    assert_eq!(markdown.matches("ніводзін").count(), 1);
    assert!(markdown.contains("tolmach.toml:40"), "a finding in no segment: {markdown}");
}

#[test]
fn digits_that_an_advice_offers_are_shown_as_they_would_be_written() {
    let mut year = samples::finding("numbers", Severity::Major, 3, "48 000", "the source has 2020");
    year.finding.alternatives = vec!["2020".to_owned()];
    for format in [FindingsFormat::Full { color: false }, FindingsFormat::Markdown, FindingsFormat::Html] {
        let text = shown(format, &[year.clone()]);
        assert!(text.contains("or: 2020"), "{text}");
    }
}

#[test]
fn anchors_of_a_page_are_of_one_place_each() {
    let mut other = samples::finding("numbers", Severity::Minor, 3, "48 000", "why");
    other.finding.place.file = Some("locales/uk/segments/army.xlf".to_owned());
    let html = shown(FindingsFormat::Html, &[samples::findings(), vec![other]].concat());
    let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let unique: std::collections::BTreeSet<&&str> = ids.iter().collect();
    assert_eq!(ids.len(), unique.len(), "{ids:?}");
}

#[test]
fn a_summary_that_would_be_too_long_keeps_the_worst_and_counts_the_rest() {
    let minor = (0..400).map(|n| samples::finding("numbers", Severity::Minor, 3, "48 000", &format!("number {n}")));
    let all: Vec<WordedFinding> =
        minor.chain([samples::finding("codes", Severity::Critical, 4, "", "a code is missing")]).collect();
    let speaker = Speaker::of("en");
    let english = Locale::english();
    let summary = |limit| findings_summary(&report(&all, &english), limit, &|id, args| speaker.say(id, args));
    let (whole, short) = (summary(1 << 20), summary(10_000));
    assert!(whole.contains("number 399") && !whole.contains("not shown here"));
    assert!(short.len() <= 10_000 && short.contains("a code is missing"), "{short}");
    assert!(short.ends_with("more findings are not shown here\n"), "{short}");
}

#[test]
fn a_finding_in_full_shows_its_place_its_fix_and_its_hint() {
    let text = shown(FindingsFormat::Full { color: false }, &samples::findings());
    let first = "\
major[forbidden-term]: The house writes `Беларусь`
  --> locales/be/segments/army.xlf:15 be #s-XXX
   | У Белоруссии каля 48 000 салдат, і ніводзін з іх не…
   |   ^^^^^^^^^^
   = fix: `Беларусі`
   = or: Беларусь · Беларуссю
   = hint: see the concept `belarus` in the glossary
";
    let anchor = samples::findings()[0].anchor().unwrap();
    assert!(text.starts_with(&first.replace("s-XXX", &anchor)), "{text}");
    assert!(text.ends_with("5 findings: 3 major, 1 minor, 1 piece of advice\n"), "{text}");
}

#[test]
fn concise_is_one_finding_per_line() {
    let text = shown(FindingsFormat::Concise, &samples::findings());
    assert_eq!(text.lines().count(), 5);
    assert!(
        text.starts_with("locales/be/segments/army.xlf:15: major forbidden-term: The house writes `Беларусь` [be #s-")
    );
    assert!(text.ends_with("tolmach.toml:40: advice ignore-unused: This ignore matches nothing\n"));
}

#[test]
fn json_keeps_the_keys_that_programs_rely_on() {
    let value: serde_json::Value = serde_json::from_str(&shown(FindingsFormat::Json, &samples::findings())).unwrap();
    assert_eq!((&value["version"], &value["counts"]["major"]), (&1.into(), &3.into()));
    let first = &value["findings"][0];
    for key in ["rule", "severity", "start", "end", "reason", "fix", "fixes", "file", "line", "locale", "segment"] {
        assert!(!first[key].is_null(), "{key}");
    }
    assert_eq!((first["start"].as_u64(), first["end"].as_u64()), (Some(3), Some(23)));
    assert_eq!(first["excerpt"], "Белоруссии");
    let certain = |at: usize| value["findings"][at]["certain"].as_bool();
    assert_eq!((certain(0), certain(1)), (Some(true), Some(false)), "without a fix nothing is certain");
    assert!(value["findings"][1]["fix"].is_null() && value["findings"][1].get("fixes").is_none());
}

#[test]
fn json_lines_are_one_object_each() {
    let text = shown(FindingsFormat::Jsonl, &samples::findings());
    assert_eq!(text.lines().filter(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()).count(), 5);
}

#[test]
fn github_gets_the_worst_ten_of_each_sort_and_a_word_about_the_rest() {
    let many = |severity, count: usize| {
        (0..count).map(move |n| samples::finding("numbers", severity, 3, "48 000", &format!("number {n}")))
    };
    let mut all: Vec<WordedFinding> = many(Severity::Minor, 12).collect();
    all.extend(many(Severity::Major, 10));
    all.extend(many(Severity::Critical, 3));
    let text = shown(FindingsFormat::Github, &all);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.iter().filter(|line| line.starts_with("::error ")).count(), 10);
    assert_eq!(lines.iter().filter(|line| line.starts_with("::warning ")).count(), 10);
    assert_eq!(lines.last(), Some(&"5 more findings are not shown here"));
    assert!(lines[2].contains("::number 2%0A48 000%0A#s-") && lines[3].contains("::number 0%0A"));
}

#[test]
fn nothing_in_a_finding_can_end_or_forge_a_workflow_command() {
    let mut finding =
        samples::finding("numbers", Severity::Major, 3, "48 000", "100 % wrong\r\n::error::forged\u{1b}[0m");
    finding.finding.place.file = Some("a,b:c%d.md".to_owned());
    let text = shown(FindingsFormat::Github, &[finding]);
    assert_eq!(text.lines().count(), 1);
    assert!(
        text.starts_with(
            "::error file=a%2Cb%3Ac%25d.md,line=15,title=numbers (be)::100 %25 wrong%0A::error::forged\\u{1b}[0m%0A"
        ),
        "{text}"
    );
}

#[test]
fn no_findings_are_no_output_for_people_and_an_empty_list_for_programs() {
    for format in
        [FindingsFormat::Full { color: true }, FindingsFormat::Concise, FindingsFormat::Github, FindingsFormat::Jsonl]
    {
        assert_eq!(shown(format, &[]), "");
    }
    assert!(shown(FindingsFormat::Json, &[]).contains("\"findings\": []"));
}

#[test]
fn carets_mark_a_place_at_the_end_of_a_long_sentence() {
    let mut finding = samples::finding("numbers", Severity::Minor, 3, "", "why");
    finding.text = format!("{}кан\u{202e}ец", "слова ".repeat(40));
    finding.finding.place.span = finding.text.len() - 4..finding.text.len();
    let text = shown(FindingsFormat::Full { color: false }, &[finding]);
    let lines: Vec<&str> = text.lines().collect();
    let place = lines[2].chars().collect::<Vec<_>>();
    let carets = lines[3].chars().position(|c| c == '^').unwrap();
    assert_eq!(place[carets..].iter().collect::<String>(), "ец");
}
