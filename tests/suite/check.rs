//! The rules that check translations.

use std::collections::BTreeMap;

use serde::Deserialize;
use tolmach::{
    check::{CHECKS, Context, Language, check_segment},
    glossary::{Termbase, grammars, load},
    locale::Locales,
    model::{Finding, Locale, Pair, Side, Text, cut},
};

use crate::cases;

mod article;
mod codes;
mod fixes;
mod house;
mod laws;
mod links;
mod name_consistency;
mod qa;
mod quotes;
mod rules;
mod swaps;
mod unclassed;

pub(crate) fn locale(tag: &str) -> Locale {
    tag.parse().unwrap()
}

pub(crate) fn termbase(text: &str) -> Termbase {
    // The wordings of these cases have only the forms that are written.
    let grammars = grammars(Locales::embedded())
        .unwrap()
        .into_iter()
        .map(|(tag, targets)| (tag, targets.matching().clone().into()))
        .collect();
    let parsed = load(&[("glossary/terms.toml".to_owned(), text.to_owned())], &grammars);
    assert_eq!(parsed.findings, []);
    parsed.value
}

pub(crate) const TERMS: &str = include_str!("../cases/check/terms.toml");

pub(crate) fn language(tag: &str) -> Language {
    tolmach::pipeline::language(Locales::embedded().profile(&locale(tag)))
}

pub(crate) fn context<'a>(termbase: &'a Termbase, tag: &str) -> Context<'a> {
    let pair = Pair { source: locale("en"), target: locale(tag) };
    Context::new(pair, language("en"), language(tag), termbase)
}

/// A finding in one line: rule, marked text, the fix after →, alternatives after ?
pub(crate) fn line(finding: &Finding, source: &str, target: &str) -> String {
    let side = if finding.place.side == Side::Source { source } else { target };
    let mut out = format!("{} {}", finding.rule(), cut(side, &finding.place.span));
    if let Some(fix) = &finding.fix {
        out.push_str(" → ");
        out.push_str(&fix.replacement);
    }
    if !finding.alternatives.is_empty() {
        out.push_str(" ? ");
        out.push_str(&finding.alternatives.join("|"));
    }
    out
}

#[derive(Deserialize)]
struct Case {
    fact: String,
    source: String,
    #[serde(default)]
    findings: Expected,
    #[serde(flatten)]
    targets: BTreeMap<String, Vec<String>>,
}

/// The findings that a case expects.
#[derive(Deserialize)]
#[serde(untagged)]
enum Expected {
    /// The same findings in every target.
    Every(Vec<String>),
    /// The findings of each target, by language.
    Each(BTreeMap<String, Vec<Vec<String>>>),
}

impl Default for Expected {
    fn default() -> Self {
        Self::Every(Vec::new())
    }
}

impl Expected {
    /// The findings expected in the target at this index among those of its language.
    fn of(&self, tag: &str, at: usize) -> &[String] {
        match self {
            Self::Every(findings) => findings,
            Self::Each(each) => each.get(tag).and_then(|targets| targets.get(at)).map_or(&[], Vec::as_slice),
        }
    }
}

/// Runs every case of a file with all rules, or with a single one.
fn run(file: &str, only: Option<&str>) {
    let termbase = termbase(TERMS);
    run_with(file, only, &|tag| context(&termbase, tag));
}

/// The same with a given context for each locale.
fn run_with<'a>(file: &str, only: Option<&str>, context: &dyn Fn(&str) -> Context<'a>) {
    let mut faults = Vec::new();
    for case in cases::toml::<Case>(file) {
        if let Expected::Each(each) = &case.findings {
            let counts = |(tag, targets): (&String, &Vec<Vec<String>>)| (tag.clone(), targets.len());
            let targets: BTreeMap<String, usize> =
                case.targets.iter().map(|(tag, targets)| (tag.clone(), targets.len())).collect();
            assert_eq!(each.iter().map(counts).collect::<BTreeMap<_, _>>(), targets, "{}", case.place());
        }
        for (tag, targets) in &case.targets {
            let context = context(tag);
            for (at, target) in targets.iter().enumerate() {
                let findings = check_segment(&context, &Text::plain(&case.source), &Text::plain(target));
                let is_selected = |rule: &str| only.is_none_or(|only| only == rule);
                let found: Vec<String> = findings
                    .iter()
                    .filter(|finding| is_selected(finding.rule()))
                    .map(|finding| line(finding, &case.source, target))
                    .collect();
                let expected = case.findings.of(tag, at);
                if found != expected {
                    let place = case.place();
                    faults.push(format!(
                        "{place}: {} ({tag}: {target}): found {found:?}, expected {expected:?}",
                        case.fact
                    ));
                }
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn numbers_agree_across_notations() {
    run("check/numbers.toml", Some("numbers"));
}

#[test]
fn letters_belong_to_the_language() {
    run("check/foreign-letters.toml", Some("foreign-letters"));
}

#[test]
fn characters_letters_and_marks_are_those_of_the_language() {
    let rules = [
        "damaged-text",
        "invisible-characters",
        "lookalike-letters",
        "quotations",
        "apostrophe",
        "end-mark",
        "brackets",
        "doubled-word",
        "spaces",
        "first-capital",
        "composition",
        "euphony",
        "typography",
    ];
    for rule in rules {
        run(&format!("check/{rule}.toml"), Some(rule));
    }
}

#[test]
fn words_of_a_related_language_are_found_where_their_letters_fit() {
    run("check/sibling-language.toml", Some("sibling-language"));
}

/// The findings on letters and languages.
fn of_letters(findings: Vec<Finding>) -> Vec<Finding> {
    let rules = ["foreign-letters", "lookalike-letters", "sibling-language"];
    findings.into_iter().filter(|finding| rules.contains(&finding.rule())).collect()
}

#[test]
fn a_sentence_typed_with_letters_of_another_alphabet_has_one_finding() {
    let termbase = termbase(TERMS);
    let typed = "Дзецi i бацькi сядзелi ў хаце i глядзелi на снег.";
    let findings = of_letters(check_segment(&context(&termbase, "be"), &Text::plain("-"), &Text::plain(typed)));
    assert_eq!(findings.len(), 1, "{findings:?}");
    let fixed = findings[0].fix.as_ref().map(|fix| {
        let span = &findings[0].place.span;
        format!("{}{}{}", cut(typed, &(0..span.start)), fix.replacement, cut(typed, &(span.end..typed.len())))
    });
    assert_eq!(fixed.as_deref(), Some("Дзеці і бацькі сядзелі ў хаце і глядзелі на снег."));
}

#[test]
fn a_word_of_many_alternating_letters_has_one_finding() {
    let termbase = termbase(TERMS);
    let word = "аa".repeat(8000);
    let findings = of_letters(check_segment(&context(&termbase, "be"), &Text::plain("-"), &Text::plain(&word)));
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].fix.as_ref().map(|fix| fix.replacement.len()), Some(word.len() + 8000 - "а".len()));
}

#[test]
fn letters_of_a_related_language_are_not_reported_again() {
    let termbase = termbase(TERMS);
    let typed = "Люди вышли на улицы, потому что они устали ждать.";
    for tag in ["be", "uk"] {
        let findings = of_letters(check_segment(&context(&termbase, tag), &Text::plain("-"), &Text::plain(typed)));
        let rules: Vec<&str> = findings.iter().map(Finding::rule).collect();
        assert_eq!(rules, ["sibling-language"], "{tag}: {findings:?}");
    }
}

#[test]
fn untranslated_text_is_distinguished_from_what_stays_in_english() {
    run("check/untranslated.toml", Some("untranslated"));
}

#[test]
fn a_translation_is_in_its_own_language() {
    run("check/other-language.toml", Some("other-language"));
}

#[test]
fn a_machine_leaves_no_traces() {
    run("check/machine-traces.toml", Some("machine-traces"));
}

#[test]
fn a_translation_says_all_and_no_more() {
    run("check/length.toml", Some("length"));
}

#[test]
fn a_translation_belongs_to_its_own_sentence() {
    run("check/misaligned.toml", Some("misaligned"));
}

#[test]
fn what_is_negated_stays_negated_and_nothing_else_becomes_so() {
    run("check/negation.toml", Some("negation"));
}

#[test]
fn no_word_is_translated_as_its_opposite() {
    run("check/opposite.toml", Some("opposite"));
}

#[test]
fn no_first_name_of_another_stands_before_a_known_surname() {
    let termbase = termbase(include_str!("../cases/check/terms-of-names.toml"));
    run_with("check/given-names.toml", Some("names"), &|tag| context(&termbase, tag));
}

#[test]
fn no_name_stands_in_place_of_another() {
    run("check/names.toml", Some("names"));
}

#[test]
fn a_quotation_stays_in_the_mouth_of_its_speaker() {
    let termbase = rules::termbase();
    run_with("check/misattributed.toml", Some("misattributed"), &|tag| house::context(&termbase, tag));
}

#[test]
fn what_is_only_reported_is_not_stated() {
    run("check/hedge.toml", Some("hedge"));
}

#[test]
fn words_do_not_repeat_without_end() {
    run("check/repetition.toml", Some("repetition"));
}

#[test]
fn wordings_are_those_of_the_glossary() {
    run("check/terms-in-targets.toml", None);
}

#[test]
fn good_translations_have_no_findings() {
    run("check/good.toml", None);
}

#[test]
fn every_rule_has_an_id_of_its_own() {
    let mut ids: Vec<&str> = CHECKS.iter().map(|check| check.rule().id).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
}
