//! A page from the web: each word is kept or listed, and what is kept is an article that reads back.
#![no_main]
#![allow(clippy::unwrap_used, missing_docs, reason = "a fuzz target panics when it has found something")]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use tolmach::source::{
    read_page, roundtrip,
    scrape::{Cues, scrape, to_markdown},
};

static CUES: LazyLock<Cues> = LazyLock::new(|| {
    Cues::parse(&[
        include_str!("../../../locales/root/scrape.toml"),
        include_str!("../../../locales/en/scrape.toml"),
        include_str!("../../../locales/be/scrape.toml"),
        include_str!("../../../locales/ru/scrape.toml"),
        include_str!("../../../locales/uk/scrape.toml"),
    ])
    .unwrap()
});

fuzz_target!(|bytes: &[u8]| {
    let Ok((page, kind)) = read_page(bytes, Some("text/html")) else { return };
    let scraped = scrape(&page, kind, &CUES);
    assert_eq!(scraped.words, scraped.kept_words + scraped.left_words, "words that are neither kept nor listed");
    assert_eq!(roundtrip(&to_markdown(&scraped.article)), Ok(()), "the first byte of the article that differs");
});
