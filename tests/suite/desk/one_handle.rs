//! One handle per engine and run: locales share its slots and pauses, as observed by the server.

use std::{
    collections::BTreeSet,
    sync::{Arc, Condvar, Mutex, MutexGuard},
    thread,
    time::{Duration, SystemTime},
};

use serde_json::{Value, json};
use tolmach::{
    backend::{Clock, Stop},
    desk::{self, Budget, Observer, Outcome, Registries, SystemClock, TranslateOptions},
};

use super::{open, project};
use crate::backend::server::{Reply, Seen, Server};

const LOCALES: usize = 3;

/// The target language of a request, and its texts.
fn target_and_texts(seen: &Seen) -> (String, Vec<String>) {
    let body: Value = serde_json::from_str(&seen.body).unwrap();
    let texts = body["q"].as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned());
    (body["target"].as_str().unwrap().to_owned(), texts.collect())
}

fn reply(drafts: &[String]) -> Reply {
    Reply::json(&json!({ "translatedText": drafts }).to_string())
}

/// A usable draft of every text.
fn honest(seen: &Seen) -> Reply {
    let (target, texts) = target_and_texts(seen);
    let draft = match target.as_str() {
        "be" => "Войска застаецца дома",
        "ru" => "Армия остаётся дома",
        "uk" => "Армія лишається вдома",
        other => panic!("unexpected target `{other}`"),
    };
    reply(&texts.iter().map(|_| draft.to_owned()).collect::<Vec<_>>())
}

/// Translates an article into three locales; `settings` are additional settings of the project and of the engine.
fn translate(server: &Server, settings: [&str; 2], body: &str, clock: &dyn Clock, seen: &dyn Observer) -> Vec<Outcome> {
    let [project_settings, engine_settings] = settings;
    let settings = format!(
        "targets = [\"be\", \"ru\", \"uk\"]\nbackends = [\"server\"]\n{project_settings}\n[backend.server]\n\
         kind = \"libretranslate\"\nendpoint = \"{}\"\n{engine_settings}\n",
        server.address()
    );
    let article = format!("---\ntitle: The army stays at home\n---\n{body}\n");
    let folder = project(&[("tolmach.toml", &settings), ("source/army.md", &article)]);
    let workspace = open(folder.path(), Registries::built_in());
    let stop = Stop::default();
    let options = TranslateOptions::new("2022-03-24", clock, &stop);
    let slugs = workspace.slugs(&[]).unwrap();
    let (_, outcomes) = desk::translate(&workspace, &slugs, options, seen).unwrap().articles.remove(0);
    outcomes.unwrap().into_iter().map(Result::unwrap).collect()
}

/// The number of targets of each locale; fails on an error or a rejected draft.
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

    fn wait_until(&self, is_done: impl Fn(&T) -> bool) -> MutexGuard<'_, T> {
        self.changed.wait_while(self.state.lock().unwrap(), |state| !is_done(state)).unwrap()
    }
}

/// The state of a server with one slot.
#[derive(Default)]
struct Slots {
    /// The locales that have something to request.
    due: BTreeSet<String>,
    in_flight: usize,
    most: usize,
}

impl Observer for Watched<Slots> {
    /// Each locale reports its progress once before its first request.
    fn progress(&self, label: &str, _: usize, _: usize, _: Option<&Budget>) {
        self.change(|slots| {
            slots.due.insert(label.to_owned());
        });
    }
}

#[test]
fn with_one_job_three_locales_never_have_two_requests_in_flight() {
    let slots = Arc::new(Watched::<Slots>::default());
    let watched = Arc::clone(&slots);
    let server = Server::start(move |_, seen| {
        watched.change(|slots| {
            slots.in_flight += 1;
            slots.most = slots.most.max(slots.in_flight);
        });
        // No answer until all locales have something to request and the others have had a thousand turns to request it.
        drop(watched.wait_until(|slots| slots.due.len() == LOCALES));
        (0..1000).for_each(|_| thread::yield_now());
        watched.change(|slots| slots.in_flight -= 1);
        honest(seen)
    });
    let body = "The road is long and cold.\n\nThe field is wide and empty.\n\nThe night is dark and quiet.";
    let outcomes = translate(&server, ["jobs = 1", "batch = false"], body, &SystemClock, &*slots);
    assert_eq!((targets(&outcomes), server.seen().len()), (vec![4; LOCALES], 4 * LOCALES));
    assert_eq!(slots.state.lock().unwrap().most, 1);
}

/// A time that stands still until every locale that has to pause sleeps.
#[derive(Default)]
struct Pause {
    slept: Vec<Duration>,
    arrived: usize,
    /// The locales whose requests came during the pause.
    early: Vec<String>,
    over: bool,
}

/// A clock that moves by a second, once.
struct StoppedClock(Arc<Watched<Pause>>);

impl Clock for StoppedClock {
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
fn a_pause_that_the_server_requests_of_one_locale_holds_back_all() {
    let pause = Arc::new(Watched::<Pause>::default());
    let watched = Arc::clone(&pause);
    // Three requests are in flight, one per locale. The first is answered with 429; then, while its locale pauses, the
    // others get unusable drafts, so that they have something to request as well.
    let server = Server::start(move |number, seen| {
        if number > LOCALES {
            watched.change(|pause| {
                if !pause.over {
                    pause.early.push(target_and_texts(seen).0);
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
        reply(&target_and_texts(seen).1)
    });
    let clock = StoppedClock(Arc::clone(&pause));
    let outcomes = translate(&server, ["jobs = 3", ""], "The road is long and cold.", &clock, &desk::Unobserved);
    let state = pause.state.lock().unwrap();
    assert_eq!((&state.early, &state.slept), (&Vec::new(), &vec![Duration::from_secs(1); LOCALES]));
    assert_eq!(targets(&outcomes), [2; LOCALES]);
    let seen = server.seen();
    let first_locales: BTreeSet<String> = seen.iter().take(LOCALES).map(|seen| target_and_texts(seen).0).collect();
    assert_eq!(first_locales.len(), LOCALES, "the first three requests are from three locales");
    // The locale with the 429 retries its batch, each of the others its two segments one by one.
    assert_eq!(seen.len(), LOCALES + 1 + 2 + 2);
}
