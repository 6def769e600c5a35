//! Several articles at a time: the engine's slots are full across them, a sentence that two of them have is asked for once, and what
//! stands in the way of a part of the work is said before anything is sent.

use std::{
    fs,
    sync::{Arc, Condvar, Mutex},
    time::Duration,
};

use tempfile::TempDir;
use tolmach::{
    backend::{BackendError, Budget, Stop, SystemClock},
    desk::{self, Notice, Observer, Outcome, Registries, TranslateOptions, Unobserved},
};

use super::{open, project};
use crate::backend::server::{Server, honest, texts};

/// A number that threads wait for.
#[derive(Default)]
struct Counter {
    count: Mutex<usize>,
    changed: Condvar,
}

impl Counter {
    /// Counts one more, and waits until there are so many.
    fn count_up_to(&self, all: usize) {
        let mut count = self.count.lock().unwrap();
        *count += 1;
        self.changed.notify_all();
        drop(self.changed.wait_while(count, |count| *count < all).unwrap());
    }
}

/// A project with a server, these additional settings and articles.
fn project_with(server: &Server, settings: &str, articles: &[(&str, &str)]) -> TempDir {
    let server = format!("[backend.server]\nkind = \"libretranslate\"\nendpoint = \"{}\"\n", server.address());
    let backends = if settings.contains("backends") { "" } else { "backends = [\"server\"]\n" };
    let settings = format!("{backends}{settings}\n{server}");
    let names: Vec<String> = articles.iter().map(|(name, _)| format!("source/{name}.md")).collect();
    let mut files = vec![("tolmach.toml", settings.as_str())];
    files.extend(names.iter().map(String::as_str).zip(articles.iter().map(|(_, text)| *text)));
    project(&files)
}

/// Translates all articles; returns the outcomes of each, in order.
fn translate(folder: &TempDir, observer: &dyn Observer) -> Vec<(String, Vec<Outcome>)> {
    translate_within(folder, observer, None)
}

/// The same, of which no more may be spent.
fn translate_within(folder: &TempDir, observer: &dyn Observer, budget: Option<&Budget>) -> Vec<(String, Vec<Outcome>)> {
    let workspace = open(folder.path(), Registries::built_in());
    let (clock, stop) = (SystemClock, Stop::default());
    let options = TranslateOptions { budget, ..TranslateOptions::new("2022-03-24", &clock, &stop) };
    let articles = desk::translate(&workspace, &workspace.slugs(&[]).unwrap(), options, observer).unwrap().articles;
    let outcomes = |outcomes: Vec<Result<Outcome, _>>| outcomes.into_iter().map(Result::unwrap).collect();
    articles.into_iter().map(|(slug, article)| (slug, outcomes(article.unwrap()))).collect()
}

#[test]
fn the_slots_of_an_engine_are_full_across_articles_which_are_finished_in_their_order() {
    const ARTICLES: [(&str, &str); 6] = [
        ("a", "The ferry leaves.\n"),
        ("b", "The town sleeps.\n"),
        ("c", "A gate stands.\n"),
        ("d", "Nobody answers.\n"),
        ("e", "Snow falls.\n"),
        ("f", "The sun burns.\n"),
    ];
    let arrived = Arc::new(Counter::default());
    // Three requests of three articles have to be in flight before the first is answered, and so the next three.
    let server = Server::start(move |number, seen| {
        arrived.count_up_to(number.div_ceil(3) * 3);
        honest(seen)
    });
    let folder = project_with(&server, "targets = [\"be\"]\njobs = 3", &ARTICLES);
    let outcomes = translate(&folder, &Unobserved);
    assert_eq!(outcomes.iter().map(|(slug, _)| slug.as_str()).collect::<Vec<_>>(), ARTICLES.map(|(name, _)| name));
    for (slug, outcomes) in outcomes {
        assert!(outcomes[0].error.is_none() && outcomes[0].translation.targets.len() == 1, "{slug}: {outcomes:?}");
        assert!(
            fs::read_to_string(folder.path().join(format!("locales/be/segments/{slug}.xlf"))).unwrap().contains("mt-")
        );
    }
    assert_eq!(server.seen().len(), 6);
}

#[test]
fn what_may_be_spent_goes_to_the_articles_in_their_order() {
    let article =
        |letter: char| (0..60).map(|number| format!("{letter} has number {number}.\n\n")).collect::<Vec<_>>().concat();
    let articles = ['A', 'B', 'C'].map(article);
    let named: Vec<(&str, &str)> = ["a", "b", "c"].into_iter().zip(articles.iter().map(String::as_str)).collect();
    let characters = |text: &str| text.split_inclusive("\n\n").map(|line| line.trim().len()).sum::<usize>();
    let server = Server::start(|_, seen| honest(seen));
    let folder = project_with(&server, "targets = [\"be\"]\njobs = 4", &named);
    let enough = characters(&articles[0]) + characters(&articles[1]) / 2;
    let budget = Budget::new(Some(enough), None);
    let counts: Vec<(usize, bool)> = translate_within(&folder, &Unobserved, Some(&budget))
        .into_iter()
        .map(|(_, outcomes)| (outcomes[0].translation.targets.len(), outcomes[0].error.is_some()))
        .collect();
    let sent: usize = server.seen().iter().flat_map(texts).map(|text| text.len()).sum();
    assert!(matches!(counts[..], [(60, false), (25..=32, true), (0..=1, true)]) && sent <= enough, "{counts:?} {sent}");
}

#[test]
fn a_sentence_that_two_articles_have_is_asked_for_once_though_both_ask_at_the_same_time() {
    let arrived = Arc::new(Counter::default());
    let server = Server::start(move |_, seen| {
        arrived.count_up_to(2);
        honest(seen)
    });
    let articles =
        [("a", "The ferry leaves. Read more on our page.\n"), ("b", "The town sleeps. Read more on our page.\n")];
    let folder = project_with(&server, "targets = [\"be\"]\njobs = 2", &articles);
    for (slug, outcomes) in translate(&folder, &Unobserved) {
        assert!(outcomes[0].error.is_none() && outcomes[0].translation.targets.len() == 2, "{slug}: {outcomes:?}");
    }
    let mut asked: Vec<String> = server.seen().iter().flat_map(texts).collect();
    asked.sort();
    assert_eq!(asked, ["Read more on our page.", "The ferry leaves.", "The town sleeps."]);
}

/// The texts that a server was asked for in a project with these files, which does not hang.
fn asked(files: &[(&str, &str)], settings: &str) -> Vec<String> {
    let server = Server::start(|_, seen| honest(seen));
    let folder = project_with(&server, settings, &[]);
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let workspace = open(folder.path(), Registries::built_in());
        let (clock, stop) = (SystemClock, Stop::default());
        let options = TranslateOptions::new("2022-03-24", &clock, &stop);
        // What becomes of a broken edition is told by other tests.
        let _ = desk::translate(&workspace, &workspace.slugs(&[]).unwrap(), options, &Unobserved);
        sender.send(()).unwrap();
    });
    receiver.recv_timeout(Duration::from_mins(2)).expect("nobody waits for ever");
    server.seen().iter().flat_map(texts).collect()
}

#[test]
fn an_edition_that_needs_nothing_or_cannot_be_read_holds_up_no_other() {
    let targets = "targets = [\"be\", \"uk\"]\njobs = 2";
    let article = ("source/a.md", "The ferry leaves.\n");
    let broken = ("locales/be/segments/a.xlf", "<broken");
    assert_eq!(asked(&[article, broken], targets), ["The ferry leaves."]);
    let empty = ("source/a.md", "---\nlang: en\n---\n\n![](a.png)\n");
    assert_eq!(asked(&[empty, ("source/b.md", "Snow falls.\n")], targets), ["Snow falls."; 2]);
}

#[test]
fn articles_that_have_the_same_sentence_do_not_wait_for_each_other() {
    let names = ["a", "b", "c", "d", "e", "f"].map(|name| format!("source/{name}.md"));
    let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "Read more on our page.\n")).collect();
    for _ in 0..4 {
        assert_eq!(asked(&files, "targets = [\"be\"]\njobs = 4"), ["Read more on our page."]);
    }
}

/// What was said so far.
#[derive(Clone, Default)]
struct Said(Arc<Mutex<Vec<BackendError>>>);

impl Observer for Said {
    fn notice(&self, notice: &Notice) {
        if let Notice::Trouble(error) = notice {
            self.0.lock().unwrap().push(error.clone());
        }
    }
}

#[test]
fn an_article_is_sent_whole_before_the_next_one_also_where_the_memory_comes_first() {
    let article =
        |letter: char| (0..60).map(|number| format!("{letter} has number {number}.\n\n")).collect::<Vec<_>>().concat();
    let (a, b) = (article('A'), article('B'));
    let settings = "targets = [\"be\"]\njobs = 2\nbackends = [\"memory\", \"server\"]";
    let asked = asked(&[("source/a.md", &a), ("source/b.md", &b)], settings);
    // The last request of the first article may be under way when the second begins.
    let first_b = asked.iter().position(|text| text.starts_with('B')).unwrap();
    let late = asked.get(first_b..).unwrap().iter().filter(|text| text.starts_with('A')).count();
    assert!(asked.len() == 120 && late <= 50, "{first_b} {late}");
}

#[test]
fn a_pair_that_no_engine_can_do_and_a_text_that_none_takes_are_said_before_anything_is_sent() {
    let said = Said::default();
    let known = said.clone();
    let early = Arc::new(Mutex::new(Vec::new()));
    let before = Arc::clone(&early);
    let server = Server::start(move |number, seen| {
        if number == 1 {
            before.lock().unwrap().clone_from(&known.0.lock().unwrap());
        }
        honest(seen)
    });
    let long = format!("The ferry leaves. We run {}late.\n", "very ".repeat(1000));
    let folder = project_with(&server, "targets = [\"be\", \"be-tarask\"]", &[("a", &long)]);
    let outcomes = translate(&folder, &said);
    let early = early.lock().unwrap();
    let mut ids: Vec<&str> = early.iter().map(BackendError::id).collect();
    ids.sort_unstable();
    assert_eq!(ids, ["pair", "too-long"], "{early:?}");
    assert!(
        early
            .iter()
            .any(|error| error.to_string().contains("takes no more than 4000 characters at once; longer in `a`: "))
    );
    let counts: Vec<(usize, bool)> =
        outcomes[0].1.iter().map(|outcome| (outcome.translation.targets.len(), outcome.error.is_some())).collect();
    assert_eq!(counts, [(1, false), (0, true)]);
}

#[test]
fn what_is_too_long_in_any_article_is_said_once_and_before_the_first_is_sent() {
    let said = Said::default();
    let (known, early) = (said.clone(), Arc::new(Mutex::new(Vec::new())));
    let before = Arc::clone(&early);
    let server = Server::start(move |number, seen| {
        if number == 1 {
            before.lock().unwrap().clone_from(&known.0.lock().unwrap());
        }
        honest(seen)
    });
    let long = format!("Snow falls. We run {}late.\n", "very ".repeat(1000));
    let articles = [("a", "The ferry leaves.\n"), ("b", "The town sleeps.\n"), ("c", &long)];
    let folder = project_with(&server, "targets = [\"be\", \"uk\"]\njobs = 1", &articles);
    let outcomes = translate(&folder, &said);
    let early = early.lock().unwrap();
    let words: Vec<String> = early.iter().map(ToString::to_string).collect();
    assert!(words.len() == 1 && words[0].contains("longer in `c`: "), "{words:?}");
    assert_eq!(*said.0.lock().unwrap(), *early, "nothing is said a second time");
    assert_eq!(outcomes[2].1.iter().map(|outcome| outcome.translation.targets.len()).collect::<Vec<_>>(), [1, 1]);
}
