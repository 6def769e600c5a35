//! Sentences of any text, in each locale with rules of its own.
#![no_main]
#![allow(clippy::unwrap_used, missing_docs, reason = "a fuzz target panics when it has found something")]

use libfuzzer_sys::fuzz_target;
use tolmach::{locale::Locales, model::Locale, pipeline::Segmenters};

/// Polish has no rules of its own here.
const LOCALES: [&str; 5] = ["en", "be", "ru", "uk", "pl"];

fuzz_target!(|text: &str| {
    // The length chooses, so that every file of a corpus is text as it stands.
    let locale: Locale = LOCALES[text.len() % LOCALES.len()].parse().unwrap();
    thread_local!(static SEGMENTERS: Segmenters<'static> = Segmenters::new(Locales::embedded()));
    let sentences = SEGMENTERS.with(|segmenters| segmenters.get(&locale).unwrap()).split(text);
    let mut end = 0;
    for span in sentences {
        assert!(text[end..span.start].trim().is_empty(), "words between two sentences: {:?}", &text[end..span.start]);
        let sentence = &text[span.clone()];
        assert!(!sentence.is_empty() && sentence.trim() == sentence, "white space at an edge: {sentence:?}");
        end = span.end;
    }
    assert!(text[end..].trim().is_empty(), "words after the last sentence: {:?}", &text[end..]);
});
