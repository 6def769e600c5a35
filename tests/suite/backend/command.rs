//! Programs as backends: well-behaved and misbehaving shell scripts.

use std::time::Duration;

use tolmach::{
    backend::{Backend, BackendError, CommandBackend, DriveOutcome, Limits, Program, Request, Stop, drive},
    model::Hint,
};

use super::{FakeClock, id, options, pair, request, requests, sentences};
use crate::support::is_installed;

/// Answers every line with a Cyrillic sentence.
const GOOD: &str = r#"sed -E 's/^\{"id":"([^"]*)".*"text":"This is sentence number ([0-9]+) of the article\.".*/{"id":"\1","text":"Гэта сказ нумар \2 артыкула."}/'"#;

fn program(script: &str) -> Program {
    let argv = ["sh", "-c", script].map(str::to_owned).to_vec();
    Program { timeout: Duration::from_secs(20), ..Program::new(argv) }
}

fn run_with(program: Program, requests: &[Request]) -> DriveOutcome {
    let command = CommandBackend::new("script", program).unwrap();
    drive(&[&command], &pair("en", "be"), requests, &options(&FakeClock::new()), &Stop::default())
}

fn run(script: &str, requests: &[Request]) -> DriveOutcome {
    run_with(program(script), requests)
}

/// Whether there is a shell to run scripts.
fn has_shell() -> bool {
    is_installed("sh", &["-c", "printf x | sed s/x/y/"])
}

#[test]
fn a_program_answers_in_any_order() {
    if !has_shell() {
        return;
    }
    let outcome = run(&format!("{GOOD} | sort -r"), &sentences(100));
    assert_eq!((outcome.answers.len(), outcome.error), (100, None));
    assert_eq!(outcome.answers[&id(42)].text.prose, "Гэта сказ нумар 42 артыкула.");
}

#[test]
fn a_program_is_sent_every_field_of_the_contract() {
    if !has_shell() {
        return;
    }
    let mut sent = request(1, "See ⟦1⟧the army⟦/1⟧ \"now\"");
    (sent.before, sent.after) = ("Before.".to_owned(), "After.".to_owned());
    sent.hints = vec![Hint {
        concept: "army".into(),
        source: "army".into(),
        target: "армія".into(),
        forms: vec!["армія".into(), "арміі".into()],
        ..Hint::default()
    }];
    // The script echoes the request on standard error, so it becomes the reason.
    let script = r#"read -r line; echo "$line" >&2; exit 3"#;
    let command = CommandBackend::new("script", program(script)).unwrap();
    let error = command.translate(&pair("en", "be-tarask"), &[sent], &Stop::default()).unwrap_err();
    let expected = r#"{"id":"000000000001","source_lang":"en","target_lang":"be-tarask","text":"See ⟦1⟧the army⟦/1⟧ \"now\"","terms":[{"source":"army","target":"армія","forms":["армія","арміі"]}],"before":"Before.","after":"After."}"#;
    assert!(error.to_string().ends_with(expected), "{error}");
    assert!(error.to_string().contains("exit status: 3") && error.is_unfinished());
}

#[test]
fn a_program_runs_without_a_shell() {
    if !has_shell() {
        return;
    }
    let argv = ["sh", "-c", r#"printf '{"id":"000000000001","text":"%s"}\n' "$1""#, "sh", "$(echo ўлада) *"];
    let program = Program { ..Program::new(argv.map(str::to_owned).to_vec()) };
    let outcome = run_with(program, &requests(&["The power ⟦1⟧"]));
    assert_eq!(outcome.rejected[0].reason.id(), "codes");
    let argv = ["sh", "-c", r#"printf '{"id":"000000000001","text":"%s"}\n' "$1""#, "sh", "$(echo ўлада) *"];
    let outcome = run_with(Program::new(argv.map(str::to_owned).to_vec()), &requests(&["The power"]));
    assert_eq!(outcome.answers[&id(1)].text.prose, "$(echo ўлада) *");
}

#[test]
fn a_segment_that_a_program_cannot_translate_is_left_out_with_its_message() {
    if !has_shell() {
        return;
    }
    let script = r#"sed -E 's/^\{"id":"([^"]*)".*/{"id":"\1","error":"no such word"}/'"#;
    let outcome = run(script, &sentences(2));
    let words = outcome.rejected[0].reason.to_string();
    assert_eq!((outcome.rejected.len(), words.as_str()), (2, "the engine could not translate it: no such word"));
    assert_eq!(outcome.error, None);
}

#[test]
fn lost_repeated_and_malformed_lines_affect_only_their_segments() {
    if !has_shell() {
        return;
    }
    for (fault, reason) in [
        (r"sed '/number 2 /d; /нумар 2 /d'", "missing"),
        (r"sed 's/нумар 2 .*/garbage/'", "missing"),
        (r#"sed '/нумар 2 /s/"id":"[^"]*"/"id":"unknown"/'"#, "missing"),
        (r"sed '/нумар 2 /p'", "repeated"),
        ("{ echo 'Loading the model'; cat; }", ""),
    ] {
        let outcome = run(&format!("{GOOD} | {fault}"), &sentences(5));
        let reasons: Vec<_> = outcome.rejected.iter().map(|rejection| (rejection.id, rejection.reason.id())).collect();
        match reason {
            "" => assert_eq!((outcome.answers.len(), reasons), (5, vec![]), "{fault}"),
            // Requested again alone, it gets no answer at all, which is a failure of the program.
            "missing" => assert_eq!((outcome.answers.len(), reasons), (4, vec![(id(2), "failed")]), "{fault}"),
            _ => assert_eq!((outcome.answers.len(), reasons), (4, vec![(id(2), reason)]), "{fault}"),
        }
        assert_eq!(outcome.error, None, "{fault}");
    }
}

#[test]
fn a_segment_that_kills_a_program_does_not_affect_the_others() {
    if !has_shell() {
        return;
    }
    let script = format!(
        "input=$(cat); case $input in *'number 3 '*) echo 'out of memory' >&2; exit 9;; esac; echo \"$input\" | {GOOD}"
    );
    let outcome = run(&script, &sentences(6));
    assert_eq!((outcome.answers.len(), outcome.error), (5, None));
    let words = outcome.rejected[0].reason.to_string();
    assert!(words.contains("out of memory") && words.contains("exit status: 9"), "{words}");
}

#[test]
fn answers_before_a_program_dies_are_kept() {
    if !has_shell() {
        return;
    }
    let outcome = run(&format!("{GOOD} | sed '4,$d'; exit 1"), &sentences(6));
    assert_eq!((outcome.answers.len(), outcome.rejected.len(), outcome.error), (6, 0, None));
}

#[test]
fn a_program_that_always_fails_is_given_up() {
    if !has_shell() {
        return;
    }
    for script in ["exit 1", "cat >/dev/null; echo nonsense", "echo '{}'", "exec >&-; exit 0", "kill -9 $$"] {
        let outcome = run(script, &sentences(30));
        let error = outcome.error.unwrap();
        assert_eq!((error.id(), outcome.unanswered.len()), ("program", 30), "{script}");
    }
}

#[test]
fn a_program_that_echoes_its_input_has_translated_nothing() {
    if !has_shell() {
        return;
    }
    let outcome = run("cat", &sentences(3));
    assert!(outcome.rejected.iter().all(|rejection| rejection.reason.id() == "unchanged"));
    assert_eq!((outcome.rejected.len(), outcome.error), (3, None));
}

#[test]
fn a_program_that_hangs_is_killed_with_its_children() {
    if !has_shell() {
        return;
    }
    let script = "sleep 1000 & sleep 1000";
    let program = Program { timeout: Duration::from_millis(50), ..program(script) };
    let outcome = run_with(program, &sentences(4));
    let error = outcome.error.unwrap();
    assert!(error.to_string().contains("did not end within 0.05 s"), "{error}");
    assert_eq!(outcome.unanswered.len(), 4);
}

#[test]
fn a_child_that_outlives_its_program_is_not_waited_for() {
    if !has_shell() {
        return;
    }
    let outcome = run(&format!("sleep 1000 & {GOOD}"), &sentences(2));
    assert_eq!(outcome.answers.len(), 2);
}

#[test]
fn a_big_batch_does_not_block() {
    if !has_shell() {
        return;
    }
    // Both sides write more than a pipe holds before either has read all.
    let long = "a".repeat(100_000);
    let program = Program { limits: Limits { texts: 40, ..Limits::NONE }, ..program("cat; exit 1") };
    let command = CommandBackend::new("script", program).unwrap();
    let batch: Vec<Request> = (1..=40).map(|number| request(number, &long)).collect();
    // `cat` answers with the requests themselves, whose text is the source.
    let answers = command.translate(&pair("en", "be"), &batch, &Stop::default()).unwrap();
    assert_eq!(answers.len(), 40);
}

#[test]
fn a_program_that_reads_nothing_or_writes_too_much_is_harmless() {
    if !has_shell() {
        return;
    }
    let long = [request(1, &"a".repeat(1_000_000))];
    assert_eq!(run("exit 0", &long).error.map(|error| error.id()), Some("program"));
    let flood = Program { output: 10_000, ..program("while :; do echo xxxxxxxxxxxxxxxxxxxxxxxxxxxx; done") };
    assert_eq!(run_with(flood, &sentences(1)).error.map(|error| error.id()), Some("flood"));
}

#[test]
fn a_missing_program_is_a_clear_error() {
    let outcome = run_with(Program::new(vec!["/nowhere/to/be/found".to_owned()]), &sentences(3));
    let error = outcome.error.unwrap();
    assert!(error.id() == "not-started" && error.is_unfinished() && outcome.unanswered.len() == 3, "{error}");
    let error = CommandBackend::new("script", Program::new(Vec::new())).unwrap_err();
    assert!(matches!(error, BackendError::Setting { .. }) && !error.is_unfinished());
}

#[test]
fn an_interrupted_program_gets_its_grace_period_and_is_then_killed() {
    if !has_shell() {
        return;
    }
    let stop = Stop::default();
    stop.set();
    let program = Program { drain: Duration::from_millis(20), ..program("sleep 1000") };
    let command = CommandBackend::new("script", program).unwrap();
    let result = command.translate(&pair("en", "be"), &sentences(1), &stop);
    assert_eq!(result, Err(BackendError::Interrupted));
    let command = CommandBackend::new("script", self::program(GOOD)).unwrap();
    assert_eq!(command.translate(&pair("en", "be"), &sentences(2), &stop).map(|answers| answers.len()), Ok(2));
}
