//! The driver: batches, retries, bisection, chains, and stopping.

use std::{
    num::{NonZeroU32, NonZeroUsize},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use proptest::prelude::*;
use tolmach::{
    backend::{
        Answer, Backend, BackendError, BudgetLimit, DraftVerdict, DriveOptions, DriveOutcome, EngineHandle, Limits,
        Lookup, Patience, Rates, RejectionReason, Request, ReviewOnly, SizeUnit, Stop, drive,
    },
    ledger::LedgerError,
    model::{Pair, Target, Text},
};

use super::{FakeClock, Scripted, all_good, good, id, options, pair, request, requests, sentences};
use crate::support::hint;

fn run(backends: &[&dyn Backend], requests: &[Request]) -> DriveOutcome {
    drive(backends, &pair("en", "be"), requests, &options(&FakeClock::new()), &Stop::default())
}

fn owned(engine: &str) -> String {
    engine.to_owned()
}

fn busy(after: Option<Duration>) -> BackendError {
    BackendError::Busy { engine: owned("scripted"), after, detail: owned("slow down") }
}

fn broken_server() -> BackendError {
    BackendError::Server { engine: owned("scripted"), status: 500, after: None, detail: owned("oops") }
}

fn late() -> BackendError {
    BackendError::Late { engine: owned("scripted"), within: Duration::from_secs(1) }
}

fn hung_program() -> BackendError {
    let status = owned("did not end within 600 s");
    BackendError::Program { engine: owned("e"), status, stderr: owned(""), in_doubt: true }
}

fn unavailable(after: Duration) -> BackendError {
    BackendError::Server { engine: owned("e"), status: 503, after: Some(after), detail: owned("maintenance") }
}

fn quota() -> BackendError {
    BackendError::Quota { engine: owned("scripted"), detail: owned("spent") }
}

fn nonsense() -> BackendError {
    BackendError::Nonsense { engine: owned("scripted"), detail: owned("<html>") }
}

#[test]
fn the_first_backend_that_has_an_answer_gives_it() {
    let memory = Lookup {
        name: "memory",
        lookup: |_: &Pair, request: &Request| {
            (request.id == id(2)).then(|| Target::human(Text::plain("З памяці"), None))
        },
    };
    let (engine, last) = (Scripted::new(|_, texts| all_good(texts)), Scripted::new(|_, texts| all_good(texts)));
    let outcome = run(&[&ReviewOnly, &memory, &engine, &last], &requests(&["One army.", "Two armies.", "Three."]));
    assert_eq!(outcome.answers[&id(2)].text.prose, "З памяці");
    assert_eq!(outcome.answers[&id(1)].text.prose, good("One army."));
    assert_eq!((engine.sizes(), last.sizes()), (vec![2], vec![]));
    assert_eq!((outcome.error, outcome.unanswered.len(), outcome.rejected.len()), (None, 0, 0));
}

#[test]
fn human_review_alone_leaves_everything_unanswered_without_an_error() {
    let outcome = run(&[&ReviewOnly], &sentences(3));
    assert_eq!((outcome.unanswered, outcome.error), (vec![id(1), id(2), id(3)], None));
}

#[test]
fn batches_respect_both_limits_and_the_order() {
    let mut engine = Scripted::new(|_, texts| all_good(texts));
    engine.limits = Limits { texts: 3, size: 10, unit: SizeUnit::Characters };
    let outcome = run(&[&engine], &requests(&["aaaa", "bbbb", "cccc", "d", "e", "f", "g", "way too long for it"]));
    assert_eq!(*engine.calls.lock().unwrap(), [vec!["aaaa", "bbbb"], vec!["cccc", "d", "e"], vec!["f", "g"]]);
    assert_eq!(
        outcome.rejected[0].reason,
        RejectionReason::TooLong { size: 19, limit: 10, unit: SizeUnit::Characters }
    );
}

#[test]
fn a_bad_draft_is_requested_again_alone_and_then_left_out() {
    let engine = Scripted::new(|call, texts| {
        let draft = |text: &String| match (text.as_str(), call) {
            ("Bad once.", 1) | ("Always bad.", _) => String::new(),
            _ => good(text),
        };
        Ok(texts.iter().map(|text| Answer::Draft(draft(text))).collect())
    });
    let outcome = run(&[&engine], &requests(&["Good.", "Bad once.", "Always bad.", "Good too."]));
    assert_eq!(engine.sizes(), [4, 1, 1]);
    assert_eq!(outcome.answers.len(), 3);
    let rejection = &outcome.rejected[0];
    assert_eq!((rejection.id, rejection.backend.as_str(), rejection.reason.id()), (id(3), "scripted", "empty"));
    assert_eq!(outcome.error, None);
}

#[test]
fn the_next_backend_may_succeed_where_one_failed() {
    let bad = Scripted::new(|_, texts| Ok(texts.iter().map(|_| Answer::Draft(String::new())).collect()));
    let outcome = run(&[&bad, &Scripted::new(|_, texts| all_good(texts))], &sentences(2));
    assert_eq!((outcome.answers.len(), outcome.rejected.len()), (2, 0));
}

#[test]
fn an_engine_that_breaks_down_ends_the_work_or_by_its_settings_its_turn_alone() {
    for (passes_on, answered) in [(false, 8), (true, 10)] {
        let broken = Scripted::new(|call, texts| if call == 1 { all_good(texts) } else { Err(quota()) });
        let first = EngineHandle::new(Box::new(broken), Rates::default()).passing_on(passes_on);
        let second = Scripted::new(|_, texts| all_good(texts));
        let outcome = run(&[&first, &second], &sentences(10));
        assert_eq!(outcome.answers.len(), answered, "{outcome:?}");
        let (error, passed_on) = if passes_on { (None, vec![quota()]) } else { (Some(quota()), Vec::new()) };
        assert_eq!((outcome.error, outcome.passed_on), (error, passed_on));
        assert_eq!(second.sizes(), if passes_on { vec![2] } else { Vec::new() });
    }
    // Where nobody does the rest, the breakdown is why.
    let broken = EngineHandle::new(Box::new(Scripted::new(|_, _| Err(quota()))), Rates::default()).passing_on(true);
    let outcome = run(&[&broken], &sentences(1));
    assert_eq!((outcome.unanswered.len(), outcome.error), (1, Some(quota())));
}

#[test]
fn what_holds_for_the_whole_run_is_no_breakdown_of_an_engine() {
    for error in [
        BackendError::Interrupted,
        BackendError::Ledger(LedgerError { cause: owned("full") }),
        BackendError::Budget { engine: owned("scripted"), limit: BudgetLimit::Characters(5) },
        BackendError::NotRecorded { engine: owned("scripted"), cause: owned("full") },
        BackendError::Unrecorded { engine: owned("scripted") },
    ] {
        let failing = error.clone();
        let broken = Scripted::new(move |_, _| Err(failing.clone()));
        let first = EngineHandle::new(Box::new(broken), Rates::default()).passing_on(true);
        let second = Scripted::new(|_, texts| all_good(texts));
        let outcome = run(&[&first, &second], &sentences(1));
        assert_eq!((outcome.error, second.sizes()), (Some(error), Vec::new()));
    }
}

#[test]
fn a_check_of_the_language_may_reject_a_draft() {
    let engine = Scripted::new(|_, texts| all_good(texts));
    let (clock, rule) = (FakeClock::new(), RejectionReason::Rule { rule: owned("numbers"), words: String::new() });
    let judge = |request: &Request, _: &Target| {
        let faults = if request.id == id(1) { vec![rule.clone()] } else { Vec::new() };
        DraftVerdict { faults, mended: None }
    };
    let options = DriveOptions { judge: Some(&judge), ..options(&clock) };
    let outcome = drive(&[&engine], &pair("en", "be"), &sentences(2), &options, &Stop::default());
    assert_eq!((engine.sizes(), outcome.rejected[0].reason.id()), (vec![2, 1], "rule"));
}

#[test]
fn a_busy_engine_is_retried_after_the_pause_it_requests() {
    let (clock, longest) = (FakeClock::new(), Patience::default().longest_pause);
    let engine = Scripted::new(move |call, texts| match call {
        1 => Err(busy(Some(Duration::from_secs(7)))),
        2 => Err(busy(Some(longest))),
        _ => all_good(texts),
    });
    let pauses = Mutex::new(Vec::new());
    let on_pause = |engine: &str, time: Duration| pauses.lock().unwrap().push((engine.to_owned(), time));
    let options = DriveOptions { on_pause: &on_pause, ..options(&clock) };
    let outcome = drive(&[&engine], &pair("en", "be"), &sentences(1), &options, &Stop::default());
    assert_eq!(clock.slept(), [Duration::from_secs(7), longest]);
    assert_eq!((outcome.answers.len(), outcome.error), (1, None));
    let reported = [Duration::from_secs(7), longest].map(|time| (owned("scripted"), time));
    assert_eq!(pauses.into_inner().unwrap(), reported);
}

#[test]
fn an_engine_that_requests_too_long_a_pause_is_given_up_at_once_for_all_locales() {
    let limit = Some(Duration::from_secs(5));
    for (longest_pause, requested) in [(None, Duration::from_secs(61)), (limit, Duration::from_secs(6))] {
        for error in [busy(Some(requested)), unavailable(requested)] {
            let (clock, failure) = (FakeClock::new(), error.clone());
            let calls = Arc::new(AtomicUsize::new(0));
            let counter = Arc::clone(&calls);
            let engine = Scripted::new(move |_, _| {
                counter.fetch_add(1, Ordering::SeqCst);
                Err(failure.clone())
            });
            let engine = EngineHandle::new(Box::new(engine), Rates { longest_pause, ..Rates::default() });
            for target in ["be", "uk"] {
                let outcome =
                    drive(&[&engine], &pair("en", target), &sentences(20), &options(&clock), &Stop::default());
                assert_eq!((outcome.error, outcome.unanswered.len()), (Some(error.clone()), 20));
            }
            assert_eq!((calls.load(Ordering::SeqCst), clock.slept()), (1, vec![]), "{error}");
            assert!(error.to_string().contains(&format!("to wait {} s", requested.as_secs())), "{error}");
        }
    }
}

#[test]
fn an_engine_that_hangs_after_a_good_call_is_given_up_after_three() {
    for (texts, hang) in [(8, late()), (1, late()), (8, hung_program()), (1, hung_program())] {
        let (clock, failure) = (FakeClock::new(), hang.clone());
        let calls = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&calls);
        let mut engine = Scripted::new(move |call, texts| {
            counter.fetch_add(1, Ordering::SeqCst);
            if call == 1 { all_good(texts) } else { Err(failure.clone()) }
        });
        engine.limits.texts = texts;
        let engine = EngineHandle::new(Box::new(engine), Rates::default());
        for (target, answers) in [("be", texts), ("ru", 0), ("uk", 0)] {
            let outcome = drive(&[&engine], &pair("en", target), &sentences(100), &options(&clock), &Stop::default());
            assert_eq!((outcome.answers.len(), outcome.error), (answers, Some(hang.clone())), "{texts}: {hang}");
            assert_eq!(outcome.answers.len() + outcome.rejected.len() + outcome.unanswered.len(), 100);
        }
        assert_eq!(calls.load(Ordering::SeqCst), 4, "{texts}: {hang}");
    }
}

#[test]
fn a_segment_on_which_an_engine_hangs_does_not_affect_the_others_wherever_it_stands() {
    for poison in 1..=16 {
        for texts in [1, 4, 8, 16] {
            for hang in [late(), hung_program()] {
                let (word, failure) = (format!("number {poison} "), hang.clone());
                let mut engine = Scripted::new(move |_, texts| {
                    if texts.iter().any(|text| text.contains(&word)) { Err(failure.clone()) } else { all_good(texts) }
                });
                engine.limits.texts = texts;
                let outcome = run(&[&engine], &sentences(16));
                assert_eq!((outcome.answers.len(), outcome.error), (15, None), "{poison} of {texts}: {hang}");
                assert_eq!((outcome.rejected[0].id, outcome.rejected[0].reason.id()), (id(poison), "failed"));
            }
        }
    }
}

#[test]
fn an_engine_that_stays_busy_or_unreachable_leaves_the_work_unfinished() {
    for error in [busy(None), BackendError::Away { engine: owned("e"), host: owned("h"), cause: owned("refused") }] {
        let (clock, failure) = (FakeClock::new(), error.clone());
        let engine = Scripted::new(move |call, texts| if call == 1 { all_good(texts) } else { Err(failure.clone()) });
        let last = Scripted::new(|_, texts| all_good(texts));
        let outcome = drive(&[&engine, &last], &pair("en", "be"), &sentences(20), &options(&clock), &Stop::default());
        assert_eq!(clock.slept(), [500, 1000, 2000].map(Duration::from_millis));
        assert_eq!((outcome.answers.len(), outcome.unanswered.len(), last.sizes().len()), (8, 12, 0));
        assert!(outcome.error.as_ref().is_some_and(BackendError::is_unfinished));
        assert_eq!(outcome.error, Some(error));
    }
}

#[test]
fn nothing_is_requested_after_a_quota_a_wrong_key_or_a_refusal() {
    let detail = || owned("no");
    for error in [
        BackendError::Quota { engine: owned("e"), detail: detail() },
        BackendError::Auth { engine: owned("e"), status: 403, detail: detail() },
        BackendError::Refused { engine: owned("e"), status: 400, detail: detail() },
    ] {
        let failure = error.clone();
        let engine = Scripted::new(move |_, _| Err(failure.clone()));
        let outcome = run(&[&engine], &sentences(20));
        assert_eq!((engine.sizes(), outcome.unanswered.len(), outcome.error), (vec![8], 20, Some(error)));
    }
}

#[test]
fn a_segment_that_breaks_the_engine_is_found_by_bisection_and_the_others_are_kept() {
    let poison = |text: &String| text.contains("number 6 ");
    for error in
        [broken_server(), late(), nonsense(), BackendError::TooBig { engine: owned("e"), detail: owned("413") }]
    {
        let failure = error.clone();
        let engine = Scripted::new(
            move |_, texts| if texts.iter().any(poison) { Err(failure.clone()) } else { all_good(texts) },
        );
        let outcome = run(&[&engine], &sentences(16));
        assert_eq!((outcome.answers.len(), outcome.error), (15, None), "{error}");
        assert_eq!((outcome.rejected[0].id, outcome.rejected[0].reason.id()), (id(6), "failed"), "{error}");
    }
}

#[test]
fn an_engine_that_always_fails_is_given_up_soon() {
    for (error, most) in [(broken_server(), 12), (nonsense(), 8), (late(), 4)] {
        let failure = error.clone();
        let engine = Scripted::new(move |_, _| Err(failure.clone()));
        let outcome = run(&[&engine], &sentences(100));
        assert!(engine.sizes().len() <= most, "{error}: {:?}", engine.sizes());
        assert_eq!((outcome.answers.len(), outcome.rejected.len(), outcome.unanswered.len()), (0, 0, 100));
        assert_eq!(outcome.error, Some(error));
    }
}

#[test]
fn a_failure_on_a_single_segment_is_the_engines_fault() {
    let engine = Scripted::new(|_, _| Err(nonsense()));
    let outcome = run(&[&engine], &sentences(1));
    assert_eq!((outcome.unanswered, outcome.error), (vec![id(1)], Some(nonsense())));
}

#[test]
fn a_wrong_number_of_answers_is_never_matched_by_guess() {
    for by in [-1_isize, 1] {
        let engine = Scripted::new(move |_, texts| {
            let answers = texts.iter().map(|text| Answer::Draft(good(text)));
            let length = if texts.len() > 2 { texts.len().checked_add_signed(by).unwrap() } else { texts.len() };
            Ok(answers.chain([Answer::Draft(owned("лішні"))]).take(length).collect())
        });
        let outcome = run(&[&engine], &sentences(8));
        assert_eq!((outcome.answers.len(), outcome.error), (8, None));
        assert_eq!(engine.sizes(), [8, 4, 2, 2, 4, 2, 2]);
        for (number, request) in sentences(8).iter().enumerate() {
            assert_eq!(outcome.answers[&id(number + 1)].text.prose, good(&request.source.prose));
        }
    }
}

#[test]
fn a_backend_without_the_pair_is_skipped_and_named_when_work_remains() {
    let mut engine = Scripted::new(|_, texts| all_good(texts));
    engine.capabilities.pair = false;
    assert_eq!(run(&[&engine], &sentences(2)).error.map(|error| error.id()), Some("pair"));
    let other = Scripted::new(|_, texts| all_good(texts));
    assert_eq!(run(&[&engine, &other], &sentences(2)).error, None);
    assert_eq!(engine.sizes(), [0; 0]);
}

#[test]
fn an_interruption_keeps_finished_work() {
    let stop = Stop::default();
    let inner = stop.clone();
    let engine = Scripted::new(move |call, texts| {
        if call == 2 {
            inner.set();
        }
        all_good(texts)
    });
    let outcome = drive(&[&engine], &pair("en", "be"), &sentences(40), &options(&FakeClock::new()), &stop);
    assert_eq!((outcome.answers.len(), outcome.unanswered.len(), engine.sizes()), (16, 24, vec![8, 8]));
    let error = outcome.error.unwrap();
    assert!(error == BackendError::Interrupted && !error.is_unfinished());
}

#[test]
fn rates_per_minute_are_respected() {
    let clock = FakeClock::new();
    let paced = |rates: Rates| {
        let mut engine = Scripted::new(|_, texts| all_good(texts));
        engine.limits = Limits { texts: 1, ..Limits::NONE };
        EngineHandle::new(Box::new(engine), rates)
    };
    let engine = paced(Rates { calls_per_minute: NonZeroU32::new(30), ..Rates::default() });
    let _ = drive(&[&engine], &pair("en", "be"), &sentences(4), &options(&clock), &Stop::default());
    assert_eq!(clock.slept(), [Duration::from_secs(2); 3]);
    let clock = FakeClock::new();
    let engine = paced(Rates { characters_per_minute: NonZeroU32::new(60), ..Rates::default() });
    let texts = requests(&["four", "five!"]);
    let _ = drive(&[&engine], &pair("en", "be"), &texts, &options(&clock), &Stop::default());
    assert_eq!(clock.slept(), [Duration::from_secs(4)]);
}

/// The most calls in flight when three locales share one handle to an engine.
fn most_in_flight(concurrency: usize) -> usize {
    let (now, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let (inside, peak) = (Arc::clone(&now), Arc::clone(&most));
    let mut engine = Scripted::new(move |_, texts| {
        peak.fetch_max(inside.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        std::thread::yield_now();
        inside.fetch_sub(1, Ordering::SeqCst);
        all_good(texts)
    });
    engine.limits = Limits { texts: 1, ..Limits::NONE };
    let rates = Rates { concurrency: NonZeroUsize::new(concurrency), ..Rates::default() };
    let engine = EngineHandle::new(Box::new(engine), rates);
    std::thread::scope(|scope| {
        for target in ["be", "ru", "uk"] {
            let engine = &engine;
            scope.spawn(move || {
                let clock = FakeClock::new();
                let options = DriveOptions { jobs: 4, ..options(&clock) };
                let outcome = drive(&[engine], &pair("en", target), &sentences(40), &options, &Stop::default());
                assert_eq!(outcome.answers.len(), 40);
            });
        }
    });
    most.load(Ordering::SeqCst)
}

#[test]
fn locales_that_share_a_handle_never_exceed_its_calls_in_flight() {
    assert_eq!(most_in_flight(1), 1);
    assert!(most_in_flight(2) <= 2);
}

#[test]
fn a_pause_requested_of_one_locale_holds_for_all() {
    let engine = EngineHandle::new(Box::new(Scripted::new(|_, texts| all_good(texts))), Rates::default());
    let clock = FakeClock::new();
    engine.pacing().unwrap().pause(&clock, Duration::from_secs(3));
    for target in ["ru", "uk"] {
        let outcome = drive(&[&engine], &pair("en", target), &sentences(1), &options(&clock), &Stop::default());
        assert_eq!(outcome.answers.len(), 1);
    }
    assert_eq!(clock.slept(), [Duration::from_secs(3)]);
}

#[test]
fn progress_only_grows_and_ends_at_the_total() {
    let reports = Mutex::new(Vec::new());
    let (clock, engine) = (FakeClock::new(), Scripted::new(|_, texts| all_good(texts)));
    let on_progress = |done, total| reports.lock().unwrap().push((done, total));
    let options = DriveOptions { on_progress: &on_progress, jobs: 4, ..options(&clock) };
    let outcome = drive(&[&engine], &pair("en", "be"), &sentences(50), &options, &Stop::default());
    let reports = reports.lock().unwrap();
    assert!(reports.is_sorted());
    assert_eq!((reports.last(), outcome.answers.len()), (Some(&(50, 50)), 50));
}

#[test]
fn a_repeated_segment_is_requested_once() {
    let engine = Scripted::new(|_, texts| all_good(texts));
    let outcome = run(&[&engine], &[request(1, "One army."), request(1, "One army.")]);
    assert_eq!((engine.sizes(), outcome.answers.len()), (vec![1], 1));
}

#[test]
fn every_error_says_what_to_do() {
    for error in [busy(None), broken_server(), late(), nonsense(), BackendError::Interrupted] {
        let words = error.to_string();
        assert!(!words.ends_with('.') && !words.is_empty() && !hint(&error).is_empty() && !error.id().is_empty());
    }
}

proptest! {
    #![proptest_config(crate::support::config(64))]
    #[test]
    fn every_segment_comes_out_once_whatever_the_engine_does(
        script in prop::collection::vec(0_u8..9, 0..40),
        count in 0_usize..40,
        jobs in 1_usize..4,
    ) {
        let script = Arc::new(script);
        let engine = Scripted::new(move |call, texts| match script.get(call - 1) {
            Some(0) => Err(busy(None)),
            Some(1) => Err(broken_server()),
            Some(2) => Err(late()),
            Some(3) => Err(nonsense()),
            Some(4) => Ok(vec![]),
            Some(5) => Ok(texts.iter().map(|_| Answer::Draft(String::new())).collect()),
            Some(6) => Ok(texts.iter().map(|_| Answer::Silent).collect()),
            Some(7) => Ok(texts.iter().map(|_| Answer::Rejected { reason: RejectionReason::Missing }).collect()),
            _ => all_good(texts),
        });
        let clock = FakeClock::new();
        let options = DriveOptions { jobs, ..options(&clock) };
        let outcome = drive(&[&engine], &pair("en", "be"), &sentences(count), &options, &Stop::default());
        prop_assert_eq!(outcome.answers.len() + outcome.rejected.len() + outcome.unanswered.len(), count);
        for (id, target) in &outcome.answers {
            let number = usize::try_from(id.digest).unwrap();
            prop_assert_eq!(&target.text.prose, &good(&sentences(number)[number - 1].source.prose));
        }
    }
}
