//! A pair of texts in the tool's own project: each finding lies in its text, and a certain fix can be made.
#![no_main]
#![allow(clippy::unwrap_used, missing_docs, reason = "a fuzz target panics when it has found something")]

use std::{path::PathBuf, sync::LazyLock};

use libfuzzer_sys::fuzz_target;
use tolmach::{
    desk::{self, Desk, Layout, PairChecker, PairToCheck, Registries},
    model::{Locale, Side},
    project::settings::Overrides,
};

static DESK: LazyLock<Desk> = LazyLock::new(|| {
    let layout = Layout { root: PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")) };
    let registries = Registries::built_in();
    let settings = desk::settings(Some(&layout), &Overrides::default(), &registries).unwrap();
    Desk::open(Some((&layout, &settings)), &registries).unwrap().without_cache()
});
static CHECKER: LazyLock<PairChecker<'static>> = LazyLock::new(|| PairChecker::new(&DESK));

fuzz_target!(|text: &str| {
    // The first line is the source; the length of the text chooses the locale and whether both are Markdown.
    let (source, target) = text.split_once('\n').unwrap_or((text, ""));
    let locale: Locale = ["be", "ru", "uk"][text.len() / 2 % 3].parse().unwrap();
    let pair = PairToCheck { locale: &locale, source, target, is_markdown: text.len() % 2 == 1 };
    for found in CHECKER.check_all(&[pair]).into_iter().flatten() {
        let text = if found.finding.place.side == Side::Target { target } else { source };
        assert!(text.get(found.span.clone()).is_some(), "{} at {:?} of {text:?}", found.finding.rule(), found.span);
        assert!(!found.is_certain() || found.finding.place.side == Side::Target, "a fix of the source");
    }
});
