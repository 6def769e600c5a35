//! An article comes back byte for byte, and its pages are made.
#![no_main]
#![allow(missing_docs, reason = "a fuzz target is a program")]

use libfuzzer_sys::fuzz_target;
use tolmach::{
    locale::Locales,
    model::Locale,
    pipeline::{Segmenters, prepare},
    source::{MarkdownFormat, html, roundtrip},
};

fuzz_target!(|file: &str| {
    assert_eq!(roundtrip(file), Ok(()), "the first byte that differs");
    let format = MarkdownFormat::new(Locale::english());
    if let Ok(parsed) = prepare("article", file.to_owned(), &format, &Segmenters::new(Locales::embedded())) {
        for (unit, segment) in parsed.value.translated() {
            assert!(unit.text.prose.get(segment.span.clone()).is_some(), "a segment outside its unit");
        }
    }
    let _ = html(file, &[], &[]);
});
