//! Every rule with a bad and a good case in each language.

use std::{collections::BTreeMap, sync::Arc};

use serde::Deserialize;
use tolmach::{
    check::{CHECKS, Speller, check_article},
    glossary::{Termbase, grammars, load},
    locale::Locales,
    model::{Article, Original, Role, Segment, SegmentId, Skeleton, Target, Text, Translation, Unit},
};

use super::{codes::text, house::context, locale};
use crate::cases;

#[derive(Deserialize)]
struct Case {
    rule: String,
    source: String,
    /// The source of the good targets, where it differs.
    corrected: Option<String>,
    /// The sentence that the bad targets were made from.
    stale: Option<String>,
    #[serde(default)]
    original: BTreeMap<String, String>,
    be: Targets,
    ru: Targets,
    uk: Targets,
}

#[derive(Deserialize)]
struct Targets {
    bad: String,
    good: String,
}

/// A dictionary that lacks a few words alone.
#[derive(Debug)]
struct AllBut(&'static [&'static str]);

impl Speller for AllBut {
    fn has(&self, word: &str) -> bool {
        !self.0.contains(&word)
    }

    fn suggestions(&self, _: &str) -> Vec<String> {
        Vec::new()
    }
}

pub(super) fn termbase() -> Termbase {
    let files = [
        ("house.toml".to_owned(), include_str!("../../cases/check/house.toml").to_owned()),
        ("terms-of-rules.toml".to_owned(), include_str!("../../cases/check/terms-of-rules.toml").to_owned()),
    ];
    let parsed = load(&files, &grammars(Locales::embedded()).unwrap());
    assert_eq!(parsed.findings, []);
    parsed.value
}

fn article(source: &str, original: Option<&Original>) -> Article {
    let units = source.split('|').zip(1..).map(|(sentence, digest)| {
        let text = text(sentence);
        let segments = vec![Segment { id: SegmentId { digest, occurrence: 1 }, span: 0..text.prose.len() }];
        let originals = original.cloned().into_iter().collect();
        Unit { id: format!("p-{digest}"), role: Role::Paragraph, text, segments, originals }
    });
    Article { slug: "a".to_owned(), locale: locale("en"), units: units.collect(), skeleton: Skeleton::default() }
}

/// The rules that report a finding in a translation.
fn reporting_rules(
    termbase: &Termbase,
    tag: &str,
    article: &Article,
    targets: &str,
    stale: Option<&String>,
) -> Vec<&'static str> {
    let mut translation = Translation::empty(locale(tag));
    for ((_, segment), target) in article.segments().zip(targets.split('|')) {
        let mut target = Target::human(text(target), None);
        target.stale = stale.map(Text::plain);
        translation.targets.insert(segment.id, target);
    }
    let mut context = context(termbase, tag);
    context.speller = Some(Arc::new(AllBut(&["дзеьн", "деьн"])));
    check_article(&context, article, &translation).iter().map(tolmach::model::Finding::rule).collect()
}

#[test]
fn every_rule_has_a_bad_and_a_good_case_in_each_language() {
    let termbase = termbase();
    let cases = cases::toml::<Case>("check/rules.toml");
    for check in CHECKS {
        let id = check.rule().id;
        assert!(cases.iter().any(|case| case.rule == id), "tests/cases/check/rules.toml has no case of `{id}`");
    }
    let mut faults = Vec::new();
    for case in &cases {
        for (tag, targets) in [("be", &case.be), ("ru", &case.ru), ("uk", &case.uk)] {
            let original = case.original.get(tag).map(|wording| Original {
                locale: locale(tag),
                quoted: None,
                wording: wording.clone(),
                place: 0..0,
            });
            let bad = reporting_rules(
                &termbase,
                tag,
                &article(&case.source, original.as_ref()),
                &targets.bad,
                case.stale.as_ref(),
            );
            let source = case.corrected.as_ref().unwrap_or(&case.source);
            let good = reporting_rules(&termbase, tag, &article(source, original.as_ref()), &targets.good, None);
            if !bad.contains(&case.rule.as_str()) || !good.is_empty() {
                faults.push(format!("{}: {tag}: {}: bad {bad:?}, good {good:?}", case.place(), case.rule));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
