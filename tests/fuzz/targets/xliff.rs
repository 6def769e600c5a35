//! A segment file that came back from anywhere: it is read or refused, an article can be written into it, and what was
//! written is read again.
#![no_main]
#![allow(clippy::unwrap_used, missing_docs, reason = "a fuzz target panics when it has found something")]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use tolmach::{
    bilingual::{refresh, xliff},
    locale::Locales,
    model::{Article, Locale},
    pipeline::{Segmenters, prepare},
    source::MarkdownFormat,
};

static ARTICLE: LazyLock<Article> = LazyLock::new(|| {
    let format = MarkdownFormat::new(Locale::english());
    let file = "---\ntitle: A title\n---\nOne *sentence*. Another one.\n\n- A list\n".to_owned();
    prepare("article", file, &format, &Segmenters::new(Locales::embedded())).unwrap().value
});

fuzz_target!(|text: &str| {
    let Ok(read) = xliff::read(text) else { return };
    let locale: Locale = "be".parse().unwrap();
    let carried = refresh(&ARTICLE, &locale, &read.value);
    let settings = xliff::XliffSettings::of(&ARTICLE);
    if let Ok(updated) = xliff::update(text, &ARTICLE, &carried, &|_| None, &settings) {
        let again = xliff::read(&updated).expect("what was written is read");
        for unit in &again.value.units {
            let Some(id) = unit.id else { continue };
            if let (Some(written), Some(kept)) = (&unit.target, carried.targets.get(&id)) {
                assert_eq!(written.text.prose, kept.text.prose, "a target that changed on its way");
            }
        }
    }
});
