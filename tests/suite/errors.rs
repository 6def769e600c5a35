//! The hints of all errors, in every locale that has messages.

use std::collections::{BTreeMap, BTreeSet};

use tolmach::{
    backend::{BackendError, PromptError, http::FetchError},
    bilingual::BilingualError,
    cli::UsageError,
    desk::{DeskError, WaiverError, glossary::GlossaryError},
    edition::PageError,
    glossary::{DerivationError, GrammarError, exchange::ExchangeError, lock::LockError, paradigm::ParadigmError},
    ledger::LedgerError,
    locale::ProfileError,
    memory::tmx::TmxError,
    messages::{Messages, MessagesError},
    model::{Arg, Hinted, LocaleError, Message},
    project::{KeyError, ProjectError, RevisionError, SettingsError},
    segment::SegmentError,
    source::{SourceError, scrape::CuesError},
    xml::XmlError,
};

use super::problems::{LOCALES, has_words, implemented, messages, named};

/// Names that are written in Latin letters in every language.
const NAMES: [&str; 10] =
    ["projectfluent.org", "BCP", "HTML", "UTF-8", "Markdown", "XML", "XLIFF", "TMX", "TBX", "Jinja"];

/// Whether a word is written in Latin letters in every language.
pub fn is_name(word: &str) -> bool {
    NAMES.contains(&word)
}

/// An error enum: for every value that chooses a hint, its text and its hint.
struct Errors {
    name: &'static str,
    samples: Vec<(String, Option<Message>)>,
}

fn of<E: Hinted>() -> Errors {
    let name = std::any::type_name::<E>().rsplit("::").next().unwrap();
    Errors { name, samples: E::all().into_iter().map(|error| (error.to_string(), error.hint())).collect() }
}

fn errors() -> Vec<Errors> {
    vec![
        of::<LocaleError>(),
        of::<XmlError>(),
        of::<ProfileError>(),
        of::<MessagesError>(),
        of::<SourceError>(),
        of::<CuesError>(),
        of::<SegmentError>(),
        of::<GrammarError>(),
        of::<ParadigmError>(),
        of::<DerivationError>(),
        of::<LockError>(),
        of::<ExchangeError>(),
        of::<TmxError>(),
        of::<LedgerError>(),
        of::<BackendError>(),
        of::<PromptError>(),
        of::<KeyError>(),
        of::<FetchError>(),
        of::<BilingualError>(),
        of::<PageError>(),
        of::<ProjectError>(),
        of::<RevisionError>(),
        of::<SettingsError>(),
        of::<GlossaryError>(),
        of::<DeskError>(),
        of::<UsageError>(),
        of::<WaiverError>(),
    ]
}

/// All hints of errors, with the error's name.
fn hints() -> Vec<(&'static str, Message)> {
    let all = errors()
        .into_iter()
        .flat_map(|Errors { name, samples }| samples.into_iter().filter_map(move |(_, hint)| Some((name, hint?))));
    all.collect()
}

/// The messages that can be hints.
fn written(locale: &str) -> BTreeMap<String, String> {
    let mut all = messages(locale, "errors.ftl");
    all.extend(messages(locale, "findings.ftl"));
    all
}

#[test]
fn every_hint_renders_in_every_locale_with_the_arguments_that_the_code_gives() {
    let mut faults = BTreeSet::new();
    let english = written("en");
    for locale in LOCALES {
        let (written, words) = (written(locale), Messages::embedded(&locale.parse().unwrap()));
        for (name, hint) in hints() {
            let Some(text) = written.get(hint.id) else {
                faults.insert(format!("{locale}: {} of {name} is missing", hint.id));
                continue;
            };
            let arguments: BTreeSet<&str> = hint.args.iter().map(|(name, _)| *name).collect();
            if named(text) != arguments {
                faults.insert(format!("{locale}: {} names {:?}, the code gives {arguments:?}", hint.id, named(text)));
            }
            if locale != "en" && has_words(text) && *text == english[hint.id] {
                faults.insert(format!("{locale}: {} is in English", hint.id));
            }
            let text = words.message(&hint);
            if text.is_empty() || text.contains("{$") || text.contains("{ $") || text.starts_with("hint-") {
                faults.insert(format!("{locale}: {} is said as {text}", hint.id));
            }
            if text.ends_with('.') || text.starts_with(char::is_uppercase) {
                faults.insert(format!("{locale}: {text} goes on behind a colon and has no full stop"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn no_hint_has_an_english_word_in_another_language() {
    for locale in &LOCALES[1..] {
        let words = Messages::embedded(&locale.parse().unwrap());
        for (_, mut hint) in hints() {
            for (_, arg) in &mut hint.args {
                *arg = Arg::Text("0".to_owned());
            }
            let text = words.message(&hint);
            let prose: String = text.split('`').step_by(2).collect();
            let foreign: Vec<&str> = prose
                .split([' ', ',', ';', ':', '(', ')'])
                .filter(|word| word.contains(|c: char| c.is_ascii_alphabetic()))
                .filter(|word| !is_name(word))
                .collect();
            assert!(foreign.is_empty(), "{locale}: {} says {foreign:?}", hint.id);
        }
    }
}

#[test]
fn every_hint_in_the_files_is_given_by_an_error() {
    let used: BTreeSet<&str> = hints().into_iter().map(|(_, hint)| hint.id).collect();
    for locale in LOCALES {
        let written = messages(locale, "errors.ftl");
        let unused: Vec<&String> = written.keys().filter(|id| !used.contains(id.as_str())).collect();
        assert!(unused.is_empty(), "{locale}: {unused:?}");
    }
}

#[test]
fn every_error_with_hints_in_the_source_is_in_the_list() {
    let implemented = implemented("Hinted");
    let errors = errors();
    let listed: BTreeSet<&str> = errors.iter().map(|errors| errors.name).collect();
    assert_eq!(listed.len(), errors.len(), "an error is listed twice");
    assert_eq!(implemented.keys().map(String::as_str).collect::<BTreeSet<_>>(), listed);
}

#[test]
fn every_hint_that_an_error_names_has_a_sample() {
    let bodies = implemented("Hinted");
    for errors in errors() {
        let sampled: BTreeSet<&str> = errors.samples.iter().filter_map(|(_, hint)| Some(hint.as_ref()?.id)).collect();
        let body = bodies[errors.name].split("fn all(").next().unwrap();
        for id in body.split('"').skip(1).step_by(2).filter(|word| word.starts_with("hint-")) {
            assert!(sampled.contains(id), "{}: no sample gives {id}", errors.name);
        }
    }
}

#[test]
fn an_error_is_one_english_line_without_a_full_stop() {
    for errors in errors() {
        for (text, _) in errors.samples {
            assert!(!text.is_empty() && !text.ends_with('.') && !text.contains('\n'), "{}: {text}", errors.name);
        }
    }
}
