//! Traffic that is recorded and played again.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use tolmach::{
    backend::{
        Answer, Backend, BackendError, DriveOptions, EngineHandle, Rates, RejectionReason, Replay, ReplayError,
        Request, Stop, drive,
    },
    ledger::{Journal, Ledger},
    model::Hint,
};

use super::{Buffer, FakeClock, Scripted, all_good, options, pair, request, requests, sentences};

fn handle(engine: Scripted) -> EngineHandle {
    EngineHandle::new(Box::new(engine), Rates::default())
}

/// A recorder whose lines can be looked at.
fn recorder(engine: Scripted) -> (EngineHandle, Arc<Mutex<String>>) {
    let lines = Arc::new(Mutex::new(String::new()));
    let kept = Arc::clone(&lines);
    let append = move |line: &str| {
        kept.lock().unwrap().extend([line, "\n"]);
        Ok(())
    };
    (handle(engine).recorded(append), lines)
}

fn ask(backend: &dyn Backend, batch: &[Request]) -> Result<Vec<Answer>, BackendError> {
    backend.translate(&pair("en", "be"), batch, &Stop::default())
}

#[test]
fn what_an_engine_answers_comes_back_from_its_recording() {
    let rejected = |reason| Answer::Rejected { reason };
    let failed = || rejected(RejectionReason::Failed { detail: "няма".to_owned() });
    let all = vec![
        Answer::Draft("Ён\n«тут» ⟦1⟧".to_owned()),
        Answer::Silent,
        rejected(RejectionReason::Missing),
        rejected(RejectionReason::Repeated),
        rejected(RejectionReason::Key),
        failed(),
    ];
    let answers = all.clone();
    let (recorder, lines) = recorder(Scripted::new(move |_, _| Ok(answers.clone())));
    assert_eq!(ask(&recorder, &sentences(6)), Ok(all.clone()));
    let replay = Replay::read(&lines.lock().unwrap()).unwrap();
    assert_eq!((replay.name(), replay.limits()), ("scripted", recorder.limits()));
    assert_eq!(ask(&replay, &sentences(6)), Ok(all.clone()));
    let [first, .., last] = &sentences(6)[..] else { unreachable!() };
    assert_eq!(
        ask(&replay, &[last.clone(), first.clone()]),
        Ok(vec![failed(), all[0].clone()]),
        "in other batches, too"
    );
}

#[test]
fn each_error_comes_back_from_its_recording() {
    let (engine, text) = ("scripted".to_owned(), "why".to_owned());
    let after = Some(Duration::from_millis(1500));
    let errors = [
        BackendError::Away { engine: engine.clone(), host: "host".to_owned(), cause: text.clone() },
        BackendError::Broken { engine: engine.clone(), cause: text.clone() },
        BackendError::Late { engine: engine.clone(), within: Duration::from_secs(3) },
        BackendError::Busy { engine: engine.clone(), after, detail: text.clone() },
        BackendError::Server { engine: engine.clone(), status: 503, after: None, detail: text.clone() },
        BackendError::Refused { engine: engine.clone(), status: 400, detail: text.clone() },
        BackendError::Auth { engine: engine.clone(), status: 403, detail: text.clone() },
        BackendError::Quota { engine: engine.clone(), detail: text.clone() },
        BackendError::TooBig { engine: engine.clone(), detail: text.clone() },
        BackendError::Nonsense { engine: engine.clone(), detail: text.clone() },
        BackendError::Count { engine: engine.clone(), asked: 1, got: 2 },
        BackendError::Flood { engine, limit: 8 },
    ];
    for error in errors {
        let told = error.clone();
        let (recorder, lines) = recorder(Scripted::new(move |_, _| Err(told.clone())));
        assert_eq!(ask(&recorder, &sentences(1)), Err(error.clone()));
        assert_eq!(ask(&Replay::read(&lines.lock().unwrap()).unwrap(), &sentences(1)), Err(error));
    }
}

#[test]
fn a_run_against_its_recording_ends_as_the_run_did_and_is_not_billed() {
    let clock = FakeClock::new();
    let busy = || BackendError::Busy { engine: "scripted".to_owned(), after: None, detail: String::new() };
    let bad = |texts: &[String]| Ok(texts.iter().map(|_| Answer::Draft(String::new())).collect());
    let engine = Scripted::new(move |call, texts| match call {
        1 => Err(busy()),
        3 => bad(texts),
        _ => all_good(texts),
    });
    let (recorder, lines) = recorder(engine);
    let journal = || Journal::open(Box::new(Buffer::default()), None).unwrap();
    let (first, second) = (journal(), journal());
    let run = |backend: &dyn Backend, ledger: &Journal| {
        let options = DriveOptions { ledger: Some(ledger), ..options(&clock) };
        drive(&[backend], &pair("en", "be"), &sentences(20), &options, &Stop::default())
    };
    let live = run(&recorder, &first);
    assert_eq!(live.answers.len(), 20);
    let replay = Replay::read(&lines.lock().unwrap()).unwrap();
    assert_eq!(run(&replay, &second), live);
    assert!(second.bill().is_empty() && !first.bill().is_empty());
}

#[test]
fn a_request_that_was_never_made_has_no_answer_in_a_recording() {
    let (recorder, lines) = recorder(Scripted::new(|_, texts| all_good(texts)));
    ask(&recorder, &sentences(2)).unwrap();
    let replay = Replay::read(&lines.lock().unwrap()).unwrap();
    let unrecorded = Err(BackendError::Unrecorded { engine: "scripted".to_owned() });
    assert_eq!(ask(&replay, &[request(9, "Somebody else.")]), unrecorded);
    assert_eq!(replay.translate(&pair("en", "uk"), &sentences(2), &Stop::default()), unrecorded, "another pair");
    let minsk = Hint {
        concept: "minsk".to_owned(),
        source: "Minsk".to_owned(),
        target: "Мінск".to_owned(),
        forms: Vec::new(),
        cases: Vec::new(),
        note: None,
        forbidden: Vec::new(),
    };
    let terms = Request { hints: vec![minsk], ..request(1, &sentences(1)[0].source.prose) };
    assert!(ask(&replay, &[terms]).is_ok(), "the engine was told no terms");
}

#[test]
fn what_cannot_be_recorded_is_not_asked_and_an_answer_is_never_lost_for_it() {
    let engine = || Scripted::new(|_, texts| all_good(texts));
    let error = |cause: &str| BackendError::NotRecorded { engine: "scripted".to_owned(), cause: cause.to_owned() };
    assert_eq!(ask(&handle(engine()).recorded(|_| Err("full".to_owned())), &sentences(1)), Err(error("full")));
    let mut lines = 0;
    let append = move |_: &str| {
        lines += 1;
        if lines < 2 { Ok(()) } else { Err("full".to_owned()) }
    };
    let recorder = handle(engine()).recorded(append);
    assert!(ask(&recorder, &sentences(1)).is_ok(), "it is paid for");
    assert_eq!(recorder.check_recording(), Err(error("full")));
    assert_eq!(ask(&recorder, &sentences(2)), Err(error("full")));
}

#[test]
fn a_damaged_recording_is_refused_with_its_line() {
    let (recorder, lines) = recorder(Scripted::new(|_, texts| all_good(texts)));
    ask(&recorder, &requests(&["One.", "Two."])).unwrap();
    let whole = lines.lock().unwrap().clone();
    assert!(Replay::read(&whole).is_ok());
    assert_eq!(Replay::read("").err(), Some(ReplayError::Head));
    assert_eq!(Replay::read("# lines").err(), Some(ReplayError::Head));
    assert_eq!(
        Replay::read(&whole.replace("\"recording\":1", "\"recording\":2")).err(),
        Some(ReplayError::Form { found: 2 })
    );
    let cut = whole.trim_end().len() - 3;
    assert!(matches!(Replay::read(&whole[..cut]).err(), Some(ReplayError::Line { line: 2, .. })));
}
