//! Refused wordings without a class: what replaces them, and how certain it is.

use std::collections::BTreeMap;

use serde::Deserialize;
use tolmach::{
    check::check_segment,
    glossary::{grammars, load},
    locale::Locales,
    model::Text,
};

use super::house::context;
use crate::cases;

#[derive(Deserialize)]
struct Case {
    fact: String,
    #[serde(default = "noun")]
    kind: String,
    #[serde(flatten)]
    texts: BTreeMap<String, Vec<Refused>>,
}

fn noun() -> String {
    "noun".to_owned()
}

#[derive(Deserialize)]
struct Refused {
    wrong: String,
    right: String,
    /// Another concept's refused wording and its replacement.
    also: Option<[String; 2]>,
    text: String,
    certain: Option<String>,
    first: Option<String>,
    never: Option<String>,
}

#[test]
fn a_replacement_is_certain_only_where_no_plausible_class_and_case_has_another() {
    let grammars = grammars(Locales::embedded()).unwrap();
    let mut faults = Vec::new();
    for case in cases::toml::<Case>("check/unclassed.toml") {
        for (tag, texts) in &case.texts {
            for Refused { wrong, right, also, text, certain, first, never } in texts {
                let concept = |id: &str, wrong: &str, right: &str| {
                    format!(
                        "[[concept]]\nid = \"{id}\"\nkind = \"{}\"\nterms.{tag} = {{ preferred = \"{right}\", forbidden = \"{wrong}\" }}\n",
                        case.kind
                    )
                };
                let mut concepts = concept("a", wrong, right);
                if let Some([wrong, right]) = also {
                    concepts += &concept("b", wrong, right);
                }
                let parsed = load(&[("glossary/a.toml".to_owned(), concepts)], &grammars);
                assert_eq!(parsed.findings, [], "{}", case.place());
                let findings =
                    check_segment(&context(&parsed.value, tag), &Text::plain("It is so."), &Text::plain(text.as_str()));
                let finding = findings.iter().find(|finding| finding.rule() == "forbidden-term");
                let fix = finding.and_then(|finding| finding.fix.as_ref());
                let offered = finding.and_then(|finding| finding.alternatives.first());
                let offered = fix.map(|fix| &fix.replacement).or(offered);
                let is_certain = finding.is_some_and(tolmach::model::Finding::is_certain);
                let is_right = match (certain, first, never) {
                    (Some(certain), None, None) => is_certain && offered == Some(certain),
                    (None, Some(first), None) => !is_certain && offered == Some(first),
                    (None, None, Some(never)) => offered.is_some() && !(is_certain && offered == Some(never)),
                    _ => panic!("{}: either certain, first or never", case.place()),
                };
                if !is_right {
                    faults.push(format!("{}: {} ({tag}: {text}): {finding:?}", case.place(), case.fact));
                }
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
