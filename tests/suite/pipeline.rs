//! The order of work: memory, stale targets, people's targets, a speaker's own words.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Mutex,
};

use tolmach::{
    backend::{Answer, Backend, BackendError, Capabilities, DriveOptions, Limits, Request, Stop},
    bilingual::{ApprovalScope, ApprovalTerms, approve, refresh, xliff},
    glossary::Termbase,
    locale::Locales,
    memory::{Memory, Pairs, finished},
    model::{Article, Despite, Leverage, Locale, Origin, Pair, SegmentId, State, Target, Text, Translation},
    pipeline::{Background, Job, Segmenters, Translated, memory_backend, original_targets, prepare, translate},
    source::MarkdownFormat,
};

fn locale(tag: &str) -> Locale {
    tag.parse().unwrap()
}

fn article(body: &str) -> Article {
    let segmenters = Segmenters::new(Locales::embedded());
    let file = format!("---\ntitle: A\n---\n{body}\n");
    prepare("army", file, &MarkdownFormat::new(locale("en")), &segmenters).unwrap().value
}

/// The id of a sentence.
fn id(article: &Article, sentence: &str) -> SegmentId {
    let mut found = article.translated().filter(|(unit, segment)| unit.text_of(segment).prose == sentence);
    found.next().unwrap_or_else(|| panic!("no sentence `{sentence}`")).1.id
}

fn person(text: &str, state: State) -> Target {
    Target { state, ..Target::human(Text::plain(text), Some("desk".to_owned())) }
}

fn translation(article: &Article, targets: &[(&str, Target)]) -> Translation {
    let mut translation = Translation::empty(locale("be"));
    translation.targets = targets.iter().map(|(source, target)| (id(article, source), target.clone())).collect();
    translation
}

/// An engine that records its requests and answers `[be] …`.
#[derive(Default)]
struct Engine(Mutex<Vec<String>>);

impl Backend for Engine {
    fn name(&self) -> &'static str {
        "engine"
    }

    fn capabilities(&self, _: &Pair) -> Capabilities {
        Capabilities { recorded: false, ..Capabilities::TEXT }
    }

    fn limits(&self) -> Limits {
        Limits::NONE
    }

    fn translate(&self, _: &Pair, batch: &[Request], _: &Stop) -> Result<Vec<Answer>, BackendError> {
        let texts: Vec<String> = batch.iter().map(|request| request.source.prose.clone()).collect();
        self.0.lock().unwrap().extend(texts.clone());
        Ok(texts.iter().map(|text| Answer::Draft(format!("[be] {text}"))).collect())
    }
}

impl Engine {
    fn asked(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

fn run(article: &Article, from: Translation, backends: &[&dyn Backend], redo: bool) -> Translated {
    let pair = Pair { source: locale("en"), target: locale("be") };
    let termbase = Termbase::default();
    let settled = BTreeMap::new();
    let job = Job {
        article,
        pair: &pair,
        termbase: &termbase,
        backends,
        background: Background::default(),
        settled: &settled,
        placeholders: &["pseudo"],
        redo,
    };
    translate(&job, from, &DriveOptions::default(), &Stop::default())
}

/// The translation of `new` from the segment file that was written for `old`.
fn carried(old: &Article, translation: &Translation, new: &Article) -> Translation {
    let text = xliff::write(old, translation, &|_| None, &xliff::XliffSettings::of(old));
    refresh(new, &locale("be"), &xliff::read(&text).unwrap().value)
}

#[test]
fn an_exact_match_is_a_draft_and_one_in_its_context_is_a_translation() {
    let old = article("One came. Two came. Three came.");
    let targets = [("One came.", "Адзін."), ("Two came.", "Два."), ("Three came.", "Тры.")];
    let targets = targets.map(|(source, target)| (source, person(target, State::Final)));
    let memory = Pairs::new(finished(&old, &translation(&old, &targets)));
    let new = article("One came. Two came. Three came. Then two others. Nobody came. Three came.");
    let lookup = memory_backend(&new, &memory);
    let done = run(&new, Translation::empty(locale("be")), &[&lookup], false);
    let of = |sentence| {
        done.translation.targets.get(&id(&new, sentence)).map(|target| (target.state, target.origin.clone()))
    };
    assert_eq!(of("Two came."), Some((State::Translated, Origin::Memory { leverage: Leverage::InContext })));
    let repeated =
        new.translated().filter(|(unit, segment)| unit.text_of(segment).prose == "Three came.").nth(1).unwrap();
    let target = &done.translation.targets[&repeated.1.id];
    assert_eq!((target.state, &target.origin), (State::Initial, &Origin::Memory { leverage: Leverage::Exact }));
    assert_eq!(of("Nobody came."), None);
}

#[test]
fn an_unfinished_translation_is_not_used_as_memory() {
    let old = article("One came.");
    let memory = Pairs::new(finished(&old, &translation(&old, &[("One came.", person("Адзін.", State::Initial))])));
    assert!(memory.lookup(&Text::plain("One came."), None, None).is_none());
}

#[test]
fn the_first_backend_that_has_an_answer_gives_it() {
    let old = article("One came.");
    let memory = Pairs::new(finished(&old, &translation(&old, &[("One came.", person("Адзін.", State::Final))])));
    let new = article("One came. Two came.");
    let (lookup, engine) = (memory_backend(&new, &memory), Engine::default());
    let done = run(&new, Translation::empty(locale("be")), &[&lookup, &engine], false);
    assert_eq!(engine.asked(), ["A", "Two came."]);
    assert_eq!(done.translation.targets[&id(&new, "One came.")].text.prose, "Адзін.");
    assert_eq!((done.requested, done.added.len(), done.error), (3, 3, None));
}

#[test]
fn what_a_person_wrote_is_never_requested_again() {
    let article = article("One came. Two came.");
    for state in [State::Initial, State::Translated, State::Reviewed, State::Final] {
        let before = translation(&article, &[("A", person("А", state)), ("One came.", person("Адзін.", state))]);
        let engine = Engine::default();
        for redo in [false, true] {
            let done = run(&article, before.clone(), &[&engine], redo);
            assert_eq!(engine.asked(), ["Two came."], "{state:?}");
            assert_eq!(
                done.translation.targets[&id(&article, "One came.")],
                before.targets[&id(&article, "One came.")]
            );
        }
    }
}

#[test]
fn a_machines_draft_is_requested_again_only_on_demand_and_a_placeholder_by_any_other_backend() {
    let article = article("One came.");
    let draft = |engine: &str| Target {
        state: State::Initial,
        origin: Origin::Machine { engine: engine.to_owned() },
        ..Target::human(Text::plain("Чарнавік."), None)
    };
    let engine = Engine::default();
    for (by, redo, is_requested) in [("engine", false, false), ("engine", true, true), ("pseudo", false, true)] {
        let before = translation(&article, &[("A", person("А", State::Final)), ("One came.", draft(by))]);
        let done = run(&article, before, &[&engine], redo);
        assert_eq!(!engine.asked().is_empty(), is_requested, "{by} {redo}");
        let text = &done.translation.targets[&id(&article, "One came.")].text.prose;
        assert_eq!(text, if is_requested { "[be] One came." } else { "Чарнавік." });
    }
}

#[test]
fn a_persons_target_of_a_changed_source_is_kept_as_stale() {
    let old = article("The army stays at home. Two came.");
    let before = translation(
        &old,
        &[
            ("A", person("А", State::Final)),
            ("The army stays at home.", person("Войска застаецца дома.", State::Final)),
            ("Two came.", person("Двое прыйшлі.", State::Final)),
        ],
    );
    let new = article("The army remains at home. Two came.");
    let refreshed = carried(&old, &before, &new);
    let engine = Engine::default();
    let done = run(&new, refreshed, &[&engine], false);
    assert_eq!(engine.asked(), [""; 0], "its old wording awaits review");
    let stale = &done.translation.targets[&id(&new, "The army remains at home.")];
    assert_eq!((stale.text.prose.as_str(), stale.is_stale()), ("Войска застаецца дома.", true));
    assert!(stale.state < State::Translated);
    let target = &done.translation.targets[&id(&new, "Two came.")];
    assert_eq!((target.text.prose.as_str(), target.state), ("Двое прыйшлі.", State::Final));
}

#[test]
fn a_stale_draft_of_a_machine_is_requested_again() {
    let old = article("The army stays at home.");
    let engine = Engine::default();
    let first = run(&old, Translation::empty(locale("be")), &[&engine], false);
    engine.asked();
    let new = article("The army remains at home.");
    let done = run(&new, carried(&old, &first.translation, &new), &[&engine], false);
    assert_eq!(engine.asked(), ["The army remains at home."]);
    let target = &done.translation.targets[&id(&new, "The army remains at home.")];
    assert_eq!((target.text.prose.as_str(), target.is_stale()), ("[be] The army remains at home.", false));
}

#[test]
fn an_approved_draft_is_kept_as_stale_too() {
    let old = article("The army stays at home.");
    let engine = Engine::default();
    let mut first = run(&old, Translation::empty(locale("be")), &[&engine], false).translation;
    let (despite, none) = (BTreeSet::from([Despite::Drafts]), BTreeSet::new());
    let terms = ApprovalTerms {
        state: State::Final,
        by: "Рэдактар",
        date: "2022-03-24",
        despite: &despite,
        placeholders: &[],
        with_findings: &none,
    };
    approve(&mut first, ApprovalScope::All, &terms);
    engine.asked();
    let new = article("The army remains at home.");
    let done = run(&new, carried(&old, &first, &new), &[&engine], false);
    assert_eq!(engine.asked(), [""; 0]);
    let target = &done.translation.targets[&id(&new, "The army remains at home.")];
    assert_eq!((target.text.prose.as_str(), target.is_stale()), ("[be] The army stays at home.", true));
}

#[test]
fn an_inserted_paragraph_moves_no_translation() {
    let old = article("One came.\n\nTwo came.");
    let pairs = [("A", "А"), ("One came.", "Адзін."), ("Two came.", "Два.")];
    let before = translation(&old, &pairs.map(|(source, target)| (source, person(target, State::Reviewed))));
    let new = article("One came.\n\nSomebody else came.\n\nTwo came.");
    let engine = Engine::default();
    let done = run(&new, carried(&old, &before, &new), &[&engine], false);
    assert_eq!(engine.asked(), ["Somebody else came."]);
    assert_eq!(done.translation.targets[&id(&new, "Two came.")].state, State::Reviewed);
}

#[test]
fn a_speakers_own_words_are_final_where_they_fill_whole_sentences() {
    let body = "<!-- original be: «Мы нікуды не пойдзем». -->\n> “We are not going anywhere.”\n\nTwo came.";
    let article = article(body);
    let segmenters = Segmenters::new(Locales::embedded());
    let targets = |tag| {
        let locale = locale(tag);
        let profile = Locales::embedded().profile(&locale);
        original_targets(&article, &locale, profile, &segmenters.get(&locale).unwrap())
    };
    let settled = targets("be");
    let target = &settled[&id(&article, "“We are not going anywhere.”")];
    assert_eq!((target.text.prose.as_str(), target.state), ("«Мы нікуды не пойдзем».", State::Translated));
    assert_eq!(target.origin, Origin::Source);
    assert_eq!(settled.len(), 1);
    assert!(targets("uk").is_empty() && targets("ru").is_empty());
}
