//! Findings in the formats of CI: SARIF, `JUnit` and the code quality report of GitLab.

use std::{collections::BTreeSet, fs, path::PathBuf, process::Command};

use serde_json::Value;
use tolmach::{
    messages::Messages,
    model::{FilePosition, Finding, Locale, Position, Problem, Severity},
    report::findings::{CheckReport, FindingsFormat, WordedFinding, fingerprints, render},
};

use super::samples;
use crate::support::is_installed;

const ERRORS: [&str; 1] = ["locales/be/segments/lake.xlf:3: tag `<g>` is not closed"];

fn shown_with(format: FindingsFormat, findings: &[WordedFinding], errors: &[String], folder: &str) -> String {
    let english = Locale::english();
    let words = Messages::embedded(&english);
    let report = CheckReport {
        findings,
        waived: &[],
        errors,
        gate: Some(Severity::Major),
        title: "Lake News",
        source: &english,
        language: &english,
        folder,
        time: "2022-03-24T00:00:00",
    };
    render(format, &report, &|id, args| words.say(id, args))
}

fn shown(format: FindingsFormat, findings: &[WordedFinding]) -> String {
    shown_with(format, findings, &[], "")
}

/// The samples, one of them twice, one with both places, and texts that XML and addresses cannot hold as they are.
fn findings() -> Vec<WordedFinding> {
    let mut all = samples::findings();
    all.push(all[1].clone());
    let mut odd = samples::finding("codes", Severity::Critical, 4, "", "a \"code\" <g> & no\u{1b}[0m\u{ffff}\nend");
    odd.finding.place.file = Some("locales/be/segments/a b%#ё.xlf".to_owned());
    odd.finding.place.column = Some(7);
    let position = Position { line: 4, column: 9 };
    odd.finding.place.source = Some(FilePosition { file: "source/a b%#ё.md".to_owned(), position });
    all.push(odd);
    all
}

fn errors() -> Vec<String> {
    ERRORS.map(str::to_owned).into()
}

fn sarif(findings: &[WordedFinding], errors: &[String]) -> Value {
    serde_json::from_str(&shown_with(FindingsFormat::Sarif, findings, errors, "")).unwrap()
}

#[test]
fn every_result_of_sarif_names_a_rule_with_help_and_a_relative_place() {
    let document = sarif(&findings(), &[]);
    assert_eq!(document["version"], "2.1.0");
    let run = &document["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), findings().len());
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        for text in [&rule["shortDescription"], &rule["fullDescription"], &rule["help"], &result["message"]] {
            assert!(!text["text"].as_str().unwrap().is_empty(), "{rule}");
        }
        let place = &result["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"].as_str().unwrap();
        assert!(!uri.starts_with('/') && !uri.contains([':', ' ', '#', '\\']) && uri.is_ascii(), "{uri}");
        assert!(place["region"]["startLine"].as_u64() >= Some(1));
    }
    let levels: Vec<&str> = results.iter().map(|result| result["level"].as_str().unwrap()).collect();
    assert_eq!(levels, ["error", "warning", "error", "error", "note", "warning", "error"]);
    let numbers = rules.iter().find(|rule| rule["id"] == "numbers").unwrap();
    assert_eq!(numbers["shortDescription"]["text"], "numbers");
    assert!(numbers["help"]["text"].as_str().unwrap().starts_with("Every number of the source"));
    let odd = &results[6];
    assert_eq!(odd["relatedLocations"][0]["physicalLocation"]["region"]["startColumn"], 9);
    assert_eq!(odd["locations"][0]["physicalLocation"]["region"]["startColumn"], 7);
}

#[test]
fn sarif_says_that_a_check_was_not_complete() {
    let complete = &sarif(&[], &[])["runs"][0]["invocations"][0];
    assert_eq!(complete["executionSuccessful"], true);
    let stopped = &sarif(&[], &errors())["runs"][0]["invocations"][0];
    assert_eq!(stopped["executionSuccessful"], false);
    assert_eq!(stopped["toolExecutionNotifications"][0]["message"]["text"], ERRORS[0]);
}

#[test]
fn gitlab_gets_one_fingerprint_an_occurrence() {
    let list: Vec<Value> = serde_json::from_str(&shown(FindingsFormat::Gitlab, &findings())).unwrap();
    let ids: BTreeSet<&str> = list.iter().map(|entry| entry["fingerprint"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), findings().len());
    for entry in &list {
        assert!(!entry["description"].as_str().unwrap().is_empty() && !entry["check_name"].is_null());
        assert!(["info", "minor", "major", "critical"].contains(&entry["severity"].as_str().unwrap()));
        assert!(entry["location"]["lines"]["begin"].as_u64() >= Some(1));
    }
    assert_eq!(list[0]["location"]["path"], "locales/be/segments/army.xlf");
    assert_eq!(shown(FindingsFormat::Gitlab, &[]), "[]\n");
}

#[test]
fn what_could_not_be_checked_is_in_the_formats_of_github_and_gitlab() {
    let github = shown_with(FindingsFormat::Github, &findings(), &errors(), "");
    assert!(github.starts_with("::error title=tolmach::locales/be/segments/lake.xlf:3: tag"), "{github}");
    let many: Vec<String> = (0..12).map(|n| format!("error {n}")).collect();
    assert_eq!(shown_with(FindingsFormat::Github, &findings(), &many, "").matches("::error title=tolmach").count(), 10);
    for format in [FindingsFormat::Markdown, FindingsFormat::Html] {
        let page = shown_with(format, &[], &errors(), "");
        assert!(page.contains("Could not be checked"), "{page}");
        assert!(!shown_with(format, &[], &[], "").contains("Could not be checked"));
    }
    let list: Vec<Value> = serde_json::from_str(&shown_with(FindingsFormat::Gitlab, &[], &errors(), "news/")).unwrap();
    assert_eq!((list.len(), &list[0]["severity"], &list[0]["description"]), (1, &"blocker".into(), &ERRORS[0].into()));
    assert_eq!(list[0]["location"]["path"], "news/tolmach.toml");
}

#[test]
fn junit_is_red_where_the_gate_fails() {
    let text = shown_with(FindingsFormat::Junit, &findings(), &errors(), "");
    let count = |words: &str| text.matches(words).count();
    assert_eq!((count("<testcase "), count("<failure "), count("<skipped "), count("<error ")), (8, 4, 3, 1), "{text}");
    assert_eq!(count("<testsuite name"), 4, "a suite for each file");
    let army = "<testsuite name=\"locales/be/segments/army.xlf\" package=\"tolmach\" id=\"0\" hostname=\"localhost\" \
                timestamp=\"2022-03-24T00:00:00\" tests=\"5\" failures=\"3\" errors=\"0\" skipped=\"2\" time=\"0\">";
    assert!(text.contains(army), "{text}");
    let names: Vec<&str> = text.split("<testcase name=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{names:?}");
    assert!(text.contains("message=\"a &quot;code&quot; &lt;g&gt; &amp; no\\u{1b}[0m\\u{ffff}&#10;end\""), "{text}");
    let clean = shown(FindingsFormat::Junit, &[]);
    assert!(clean.contains("tests=\"1\" failures=\"0\""), "no case would be read as no check: {clean}");
}

#[test]
fn reports_of_ci_name_files_from_the_root_of_the_repository() {
    for format in [FindingsFormat::Github, FindingsFormat::Gitlab, FindingsFormat::Junit, FindingsFormat::Sarif] {
        let text = shown_with(format, &samples::findings(), &[], "news/be/");
        assert!(text.contains("news/be/locales/be/segments/army.xlf"), "{text}");
        assert!(!text.contains("\"locales") && !text.contains("file=locales"), "{text}");
    }
}

#[test]
fn a_fingerprint_stays_where_only_lines_and_spaces_change() {
    let before = findings();
    let mut after = before.clone();
    for worded in &mut after {
        worded.finding.place.line = worded.finding.place.line.map(|line| line + 100);
        worded.finding.place.column = Some(3);
        worded.reason = "said in other words".to_owned();
    }
    assert_eq!(fingerprints(&before), fingerprints(&after));
    // The whole text is what a finding without marked words is about.
    let spaced = |text: &str| {
        let mut stale = samples::finding("stale", Severity::Major, 4, "", "stale");
        stale.text = text.to_owned();
        fingerprints(&[stale])
    };
    assert_eq!(spaced("Войскі  стаяць й"), spaced("Войскі стаяць и\u{306}\n"));
    assert_ne!(spaced("Войскі стаяць"), spaced("Войскі ідуць"));
    let mut elsewhere = before.clone();
    elsewhere[0].finding.place.span = 0..3;
    let (old, new) = (fingerprints(&before), fingerprints(&elsewhere));
    assert!(old[0] != new[0] && old[1..] == new[1..], "other words are another finding");
}

/// A problem of the rule `stale`.
struct Fault(&'static str);

impl Problem for Fault {
    fn rule(&self) -> &'static str {
        "stale"
    }

    fn id(&self) -> &'static str {
        self.0
    }

    fn all() -> Vec<Self> {
        Vec::new()
    }
}

#[test]
fn a_fingerprint_of_what_marks_nothing_has_what_is_said_and_no_name_of_a_file() {
    let stale = |fault: &'static str, file: &str| {
        let mut finding = samples::finding("stale", Severity::Major, 4, "", "The source sentence has changed");
        finding.finding = Finding::new(Fault(fault), Severity::Major, finding.finding.place);
        finding.finding.place.file = Some(file.to_owned());
        finding
    };
    let of = |finding: WordedFinding| fingerprints(&[finding]).remove(0);
    let here = of(stale("old", "locales/be/segments/a.xlf"));
    assert_eq!(here, of(stale("old", "locales/be/segments/b.xlf")));
    assert_ne!(here, of(stale("another fault", "locales/be/segments/a.xlf")));
    let without_segment = |file: &str| {
        let mut finding = stale("old", file);
        finding.finding.place.segment = None;
        of(finding)
    };
    assert_ne!(without_segment("source/a.md"), without_segment("source/b.md"));
}

const VALIDATE: &str = "import json, sys, jsonschema\n\
                        schema, document = (json.load(open(name, encoding='utf-8')) for name in sys.argv[1:3])\n\
                        jsonschema.validators.validator_for(schema)(schema).validate(document)\n";

/// The schemas are other people's: `TOLMACH_REPORT_SCHEMAS` names a folder with them.
#[test]
fn reports_are_valid_by_the_schemas_if_available() {
    let Some(schemas) = std::env::var_os("TOLMACH_REPORT_SCHEMAS").map(PathBuf::from) else {
        println!("not asked for: TOLMACH_REPORT_SCHEMAS names no folder");
        return;
    };
    if !is_installed("xmllint", &["--version"]) || !is_installed("python3", &["-c", "import jsonschema"]) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let reports = [
        (FindingsFormat::Sarif, "sarif-schema-2.1.0.json"),
        (FindingsFormat::Gitlab, "gitlab-codequality.schema.json"),
        (FindingsFormat::Junit, "junit-10.xsd"),
        (FindingsFormat::Junit, "junit-windyroad.xsd"),
    ];
    for (format, schema) in reports {
        for (list, faults) in [(findings(), errors()), (Vec::new(), Vec::new()), (findings(), Vec::new())] {
            let (path, schema) = (folder.path().join("report"), schemas.join(schema));
            fs::write(&path, shown_with(format, &list, &faults, "news/")).unwrap();
            let mut validator = if format == FindingsFormat::Junit {
                let mut xmllint = Command::new("xmllint");
                xmllint.args(["--noout", "--schema"]);
                xmllint
            } else {
                let mut python = Command::new("python3");
                python.args(["-c", VALIDATE]);
                python
            };
            let output = validator.args([&schema, &path]).output().unwrap();
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(output.status.success(), "{}: {said}", schema.display());
        }
    }
}
