//! A glossary of any tool, as TBX or as a table: what is read is written and read again as the same concepts.
#![no_main]
#![allow(clippy::unwrap_used, missing_docs, reason = "a fuzz target panics when it has found something")]

use libfuzzer_sys::fuzz_target;
use tolmach::{
    glossary::{
        exchange::{ExchangeFormat, read, write},
        normalized,
    },
    model::{Concept, Locale, Pair},
};

/// What is not XML is a table of one of these.
const FORMATS: [ExchangeFormat; 3] = [ExchangeFormat::Csv, ExchangeFormat::Tsv, ExchangeFormat::Omegat];

fuzz_target!(|bytes: &[u8]| {
    let format =
        if bytes.trim_ascii_start().starts_with(b"<") { ExchangeFormat::Tbx } else { FORMATS[bytes.len() % 3] };
    let pair = Pair { source: Locale::english(), target: "be".parse().unwrap() };
    let Ok(first) = read(format, "file", bytes, &pair) else { return };
    if format == ExchangeFormat::Omegat {
        return;
    }
    let text = write(format, &first.value, &[], &pair);
    let second = read(format, "file", text.as_bytes(), &pair).expect("what was written is read");
    assert!(second.findings.is_empty(), "{:?}\n{text}", second.findings);
    let concepts = |concepts: &[Concept]| concepts.iter().map(normalized).collect::<Vec<_>>();
    assert_eq!(concepts(&second.value), concepts(&first.value), "{text}");
});
