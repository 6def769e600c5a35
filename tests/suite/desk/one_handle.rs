//! One handle an engine and run: the locales share its slots and its pauses, as the server sees it.

use std::{
    collections::BTreeSet,
    sync::{Arc, Condvar, Mutex, MutexGuard},
    thread,
    time::{Duration, SystemTime},
};

use serde_json::{Value, json};
use tolmach::{
    backend::{Clock, Stop},
    desk::{self, Observer, Outcome, Registries, SystemClock, TranslateOptions},
};

use super::{open, project};
use crate::backend::server::{Reply, Seen, Server};

const LOCALES: usize = 3;

/// The target language of a request, and its texts.
fn question(seen: &Seen) -> (String, Vec<String>) {
    let body: Value = serde_json::from_str(&seen.body).unwrap();
    let texts = body["q"].as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned());
    (body["target"].as_str().unwrap().to_owned(), texts.collect())
}

fn reply(drafts: &[String]) -> Reply {
    Reply::json(&json!({ "translatedText": drafts }).to_string())
}

/// A usable draft of every text.
fn honest(seen: &Seen) -> Reply {
    let (target, texts) = question(seen);
    let draft = match target.as_str() {
        "be" => "Войска застаецца дома",
        "ru" => "Армия остаётся дома",
        "uk" => "Армія лишається вдома",
        other => panic!("nobody wants `{other}`"),
    };
    reply(&texts.iter().map(|_| draft.to_owned()).collect::<Vec<_>>())
}

/// Translates an article into three locales; `settings` are further ones of the project, then of the engine.
fn translate(server: &Server, settings: [&str; 2], body: &str, clock: &dyn Clock, seen: &dyn Observer) -> Vec<Outcome> {
    let [of_project, of_engine] = settings;
    let settings = format!(
        "targets = [\"be\", \"ru\", \"uk\"]\nbackends = [\"server\"]\n{of_project}\n[backend.server]\n\
         kind = \"libretranslate\"\nendpoint = \"{}\"\n{of_engine}\n",
        server.address()
    );
    let article = format!("---\ntitle: The army stays at home\n---\n{body}\n");
    let folder = project(&[("tolmach.toml", &settings), ("source/army.md", &article)]);
    let workspace = open(folder.path(), Registries::built_in());
    let stop = Stop::default();
    let options = TranslateOptions { redo: false, today: "2022-03-24", clock, stop: &stop };
    let slugs = workspace.slugs(&[]).unwrap();
    let (_, outcomes) = desk::translate(&workspace, &slugs, options, seen).unwrap().articles.remove(0);
    outcomes.unwrap().into_iter().map(Result::unwrap).collect()
}

/// How many segments of each locale have a target, once nothing stood in the way.
fn targets(outcomes: &[Outcome]) -> Vec<usize> {
    for outcome in outcomes {
        assert!(outcome.error.is_none() && outcome.rejected.is_empty(), "{outcome:?}");
    }
    outcomes.iter().map(|outcome| outcome.translation.targets.len()).collect()
}

/// A state that threads change and wait for.
#[derive(Default)]
struct Watched<T> {
    state: Mutex<T>,
    changed: Condvar,
}

impl<T> Watched<T> {
    fn change(&self, change: impl FnOnce(&mut T)) {
        change(&mut self.state.lock().unwrap());
        self.changed.notify_all();
    }

    fn wait_until(&self, come: impl Fn(&T) -> bool) -> MutexGuard<'_, T> {
        self.changed.wait_while(self.state.lock().unwrap(), |state| !come(state)).unwrap()
    }
}

/// What a server with one slot sees.
#[derive(Default)]
struct Slots {
    /// The locales that have something to ask.
    due: BTreeSet<String>,
    under_way: usize,
    most: usize,
}

impl Observer for Watched<Slots> {
    /// Each locale reports its progress once before it asks.
    fn progress(&self, label: &str, _: usize, _: usize) {
        self.change(|slots| {
            slots.due.insert(label.to_owned());
        });
    }
}

#[test]
fn with_one_job_three_locales_never_have_two_requests_under_way() {
    let slots = Arc::new(Watched::<Slots>::default());
    let watched = Arc::clone(&slots);
    let server = Server::start(move |_, seen| {
        watched.change(|slots| {
            slots.under_way += 1;
            slots.most = slots.most.max(slots.under_way);
        });
        // No answer before all locales have something to ask, and everybody else had a thousand turns to ask it.
        drop(watched.wait_until(|slots| slots.due.len() == LOCALES));
        (0..1000).for_each(|_| thread::yield_now());
        watched.change(|slots| slots.under_way -= 1);
        honest(seen)
    });
    let body = "The road is long and cold.\n\nThe field is wide and empty.\n\nThe night is dark and quiet.";
    let outcomes = translate(&server, ["jobs = 1", "batch = false"], body, &SystemClock, &*slots);
    assert_eq!((targets(&outcomes), server.seen().len()), (vec![4; LOCALES], 4 * LOCALES));
    assert_eq!(slots.state.lock().unwrap().most, 1);
}

/// A time that stands still until whoever may not ask sleeps.
#[derive(Default)]
struct Pause {
    slept: Vec<Duration>,
    arrived: usize,
    /// The locales of requests that came during the pause.
    early: Vec<String>,
    over: bool,
}

/// A clock that moves by a second, once.
struct StoodStill(Arc<Watched<Pause>>);

impl Clock for StoodStill {
    fn now(&self) -> SystemTime {
        let seconds = u64::from(self.0.state.lock().unwrap().over);
        SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000 + seconds)
    }

    fn sleep(&self, time: Duration, _: &Stop) {
        self.0.change(|pause| {
            pause.slept.push(time);
            pause.over |= pause.slept.len() == LOCALES;
        });
        drop(self.0.wait_until(|pause| pause.over));
    }
}

#[test]
fn a_pause_that_the_server_asks_of_one_locale_holds_back_all() {
    let pause = Arc::new(Watched::<Pause>::default());
    let watched = Arc::clone(&pause);
    // Three requests are under way, one of each locale. The first is answered with 429; then, while its locale pauses,
    // the others get drafts that cannot be used, so that they have something to ask as well.
    let server = Server::start(move |number, seen| {
        if number > LOCALES {
            watched.change(|pause| {
                if !pause.over {
                    pause.early.push(question(seen).0);
                    pause.over = true;
                }
            });
            return honest(seen);
        }
        watched.change(|pause| pause.arrived += 1);
        drop(watched.wait_until(|pause| pause.arrived == LOCALES));
        if number == 1 {
            return Reply::Say(429, "Retry-After: 1\r\n", json!({ "error": "Slowdown" }).to_string());
        }
        drop(watched.wait_until(|pause| !pause.slept.is_empty()));
        reply(&question(seen).1)
    });
    let clock = StoodStill(Arc::clone(&pause));
    let outcomes = translate(&server, ["jobs = 3", ""], "The road is long and cold.", &clock, &desk::Unobserved);
    let state = pause.state.lock().unwrap();
    assert_eq!((&state.early, &state.slept), (&Vec::new(), &vec![Duration::from_secs(1); LOCALES]));
    assert_eq!(targets(&outcomes), [2; LOCALES]);
    let seen = server.seen();
    let asked: BTreeSet<String> = seen.iter().take(LOCALES).map(|seen| question(seen).0).collect();
    assert_eq!(asked.len(), LOCALES, "the first three requests are of three locales");
    // The locale of the 429 asks its batch once more, the others each of their two segments alone.
    assert_eq!(seen.len(), LOCALES + 1 + 2 + 2);
}
