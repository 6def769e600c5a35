//! A name in two spellings, in the sentences of one article.

use std::collections::BTreeMap;

use serde::Deserialize;
use tolmach::{
    check::check_article,
    model::{Finding, Target, Text, Translation, cut},
};

use super::{TERMS, article::article, context, locale, termbase};
use crate::cases;

#[derive(Deserialize)]
struct Case {
    fact: String,
    source: String,
    #[serde(default)]
    findings: BTreeMap<String, Vec<String>>,
    #[serde(flatten)]
    targets: BTreeMap<String, String>,
}

#[test]
fn a_name_has_one_spelling_in_an_edition() {
    let termbase = termbase(TERMS);
    let mut faults = Vec::new();
    for case in cases::toml::<Case>("check/name-consistency.toml") {
        let article = article(&[&case.source]);
        for (tag, targets) in &case.targets {
            let mut translation = Translation::empty(locale(tag));
            for ((_, segment), target) in article.segments().zip(targets.split('|')) {
                translation.targets.insert(segment.id, Target::human(Text::plain(target), None));
            }
            let line = |finding: &Finding| {
                let target = &translation.targets[&finding.place.segment.unwrap()];
                format!("{} {}", finding.severity.as_str(), cut(&target.text.prose, &finding.place.span))
            };
            let findings = check_article(&context(&termbase, tag), &article, &translation);
            let found = findings.iter().filter(|finding| finding.rule() == "name-consistency");
            let found: Vec<String> = found.map(line).collect();
            if found != case.findings.get(tag).cloned().unwrap_or_default() {
                faults.push(format!("{}: {} ({tag}): found {found:?}", case.place(), case.fact));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
