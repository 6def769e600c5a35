//! All problems that can be reported, in every locale that has messages.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use tolmach::{
    messages::Messages,
    model::{Arg, Args, Finding, Message, Place, Severity},
    pipeline::problems,
};

use crate::support::sources;

pub const LOCALES: [&str; 4] = ["en", "be", "ru", "uk"];

/// The messages of a locale's file, with their lines unchanged.
pub fn messages(locale: &str, file: &str) -> BTreeMap<String, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(locale).join(file);
    let mut all = BTreeMap::new();
    let mut last = String::new();
    for line in fs::read_to_string(path).unwrap().lines() {
        if let Some((id, text)) = line.split_once(" = ").filter(|(id, _)| !id.contains([' ', '#'])) {
            id.clone_into(&mut last);
            all.insert(last.clone(), text.to_owned());
        } else if let Some(text) = all.get_mut(&last).filter(|_| line.starts_with([' ', '}'])) {
            text.push_str(line);
        }
    }
    all
}

/// The arguments that a message names.
pub fn named(message: &str) -> BTreeSet<&str> {
    let names = message.split('$').skip(1);
    names.map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next().unwrap()).collect()
}

/// Whether a message has words besides arguments and code.
pub fn has_words(message: &str) -> bool {
    let prose: String = message.split('`').step_by(2).collect();
    let mut depth = 0_usize;
    prose.chars().any(|letter| {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && letter.is_alphabetic()
    })
}

/// The messages of a finding: its own, its hint, and those within them.
fn rendered_messages(finding: &Finding) -> Vec<(String, Args)> {
    let mut all = vec![(format!("finding-{}", finding.id()), finding.args().to_vec())];
    all.extend(finding.hint().map(|hint| (hint.id.to_owned(), hint.args.clone())));
    let mut at = 0;
    while let Some((_, args)) = all.get(at).cloned() {
        for (_, arg) in args {
            if let Arg::Message(Message { id, args }) = arg {
                all.push((id.to_owned(), args));
            }
        }
        at += 1;
    }
    all
}

fn samples() -> impl Iterator<Item = Finding> {
    problems().into_iter().flat_map(|problems| problems.samples)
}

#[test]
fn every_problem_renders_in_every_locale_with_the_arguments_that_the_code_gives() {
    let mut faults = BTreeSet::new();
    let english = messages("en", "findings.ftl");
    for locale in LOCALES {
        let (written, words) = (messages(locale, "findings.ftl"), Messages::embedded(&locale.parse().unwrap()));
        for finding in samples() {
            for (id, args) in rendered_messages(&finding) {
                if locale != "en" && written.get(&id).is_some_and(|text| has_words(text) && *text == english[&id]) {
                    faults.insert(format!("{locale}: {id} is in English"));
                }
                let arguments: BTreeSet<&str> = args.iter().map(|(name, _)| *name).collect();
                match written.get(&id) {
                    None => _ = faults.insert(format!("{locale}: {id} is missing")),
                    Some(text) if named(text) != arguments => {
                        faults.insert(format!("{locale}: {id} names {:?}, the code gives {arguments:?}", named(text)));
                    }
                    Some(_) => {}
                }
            }
            if !written.contains_key(&format!("rule-{}", finding.rule())) {
                faults.insert(format!("{locale}: rule-{} is missing", finding.rule()));
            }
            for text in [Some(words.finding(&finding)), words.hint(&finding)].into_iter().flatten() {
                if text.is_empty() || text.contains("{$") || text.contains("{ $") || text.starts_with("finding-") {
                    faults.insert(format!("{locale}: {} renders as {text}", finding.id()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_message_of_a_finding_belongs_to_a_problem() {
    let used: BTreeSet<String> = samples().flat_map(|finding| rendered_messages(&finding)).map(|(id, _)| id).collect();
    for locale in LOCALES {
        let written = messages(locale, "findings.ftl").into_keys().filter(|id| !id.starts_with("rule-"));
        let unused: Vec<String> = written.filter(|id| !used.contains(id)).collect();
        assert!(unused.is_empty(), "{locale}: {unused:?}");
    }
}

#[test]
fn an_id_belongs_to_one_rule_and_begins_with_it() {
    for finding in samples() {
        let rest = finding.id().strip_prefix(finding.rule());
        assert!(rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-')), "{}", finding.id());
    }
}

/// The text after each `impl <interface> for` in the source, by the type's name.
pub fn implemented(interface: &str) -> BTreeMap<String, String> {
    let mut bodies = BTreeMap::new();
    for (_, text) in sources("src") {
        for rest in text.split(&format!("impl {interface} for ")).skip(1) {
            let (name, body) = rest.split_once(' ').unwrap();
            let body = body.split_once("\n}\n").unwrap().0;
            assert!(bodies.insert(name.to_owned(), body.to_owned()).is_none(), "{name} is defined twice");
        }
    }
    bodies
}

#[test]
fn every_enum_of_problems_in_the_source_is_in_the_list() {
    let listed: Vec<&str> = problems().iter().map(|problems| problems.name).collect();
    let names: BTreeSet<&str> = listed.iter().copied().collect();
    assert_eq!(listed.len(), names.len(), "an enum is listed twice");
    let implemented = implemented("Problem");
    assert_eq!(implemented.keys().map(String::as_str).collect::<BTreeSet<_>>(), names);
}

#[test]
fn every_message_that_an_enum_of_problems_names_has_a_sample() {
    let sampled: BTreeSet<String> =
        samples().flat_map(|finding| rendered_messages(&finding)).map(|(id, _)| id).collect();
    for (name, body) in implemented("Problem") {
        let id = body.split_once("fn id(").unwrap().1.split("    fn ").next().unwrap();
        let hint = body.split_once("fn hint(").map_or("", |(_, rest)| rest.split("    fn ").next().unwrap());
        let quoted = |text: &str| -> Vec<String> { text.split('"').skip(1).step_by(2).map(str::to_owned).collect() };
        let ids = quoted(id).into_iter().map(|id| format!("finding-{id}"));
        for id in ids.chain(quoted(hint).into_iter().filter(|word| word.starts_with("hint-"))) {
            assert!(sampled.contains(&id), "{name}: no sample gives {id}");
        }
    }
}

#[test]
fn a_stored_finding_reads_back_without_loss() {
    for (at, mut finding) in samples().enumerate() {
        finding.severity = [Severity::Minor, Severity::Major][at % 2];
        finding.place = Place {
            file: Some("source/a.md".to_owned()),
            line: Some(at),
            locale: Some("be-tarask".parse().unwrap()),
            segment: Some("961ac15519d7".parse().unwrap()),
            span: 3..7,
            ..Place::default()
        };
        finding = match at % 3 {
            0 => finding.about("homel").fix("Гомель"),
            1 => finding.guess("Гомель"),
            _ => finding,
        };
        finding.alternatives = vec!["Гомеля".to_owned()];
        let text = serde_json::to_string(&finding).unwrap();
        assert_eq!(serde_json::from_str::<Finding>(&text).unwrap(), finding);
    }
}

#[test]
fn a_finding_stored_by_another_version_is_an_error() {
    let finding = samples().find(|finding| finding.id() == "numbers-differ").unwrap();
    let stored = serde_json::to_string(&finding).unwrap();
    assert!(serde_json::from_str::<Finding>(&stored).is_ok());
    for (ours, theirs) in [
        ("\"rule\":\"numbers\"", "\"rule\":\"figures\""),
        ("\"id\":\"numbers-differ\"", "\"id\":\"numbers-disagree\""),
        ("\"id\":\"numbers-differ\"", "\"id\":\"numbers-missing\""),
        ("[\"found\"", "[\"written\""),
        ("{\"text\":\"21\"}", "{\"count\":21}"),
        ("\"hint\":null", "\"hint\":{\"id\":\"hint-of-old\",\"args\":[]}"),
        ("\"fix\":null", "\"fix\":null,\"colour\":null"),
    ] {
        let changed = stored.replace(ours, theirs);
        assert_ne!(changed, stored, "{ours}");
        assert!(serde_json::from_str::<Finding>(&changed).is_err(), "{changed}");
    }
}
