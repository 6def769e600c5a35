//! Texts of which more is known than an engine takes: what helps least is left out, the text is translated all the same.

use std::sync::Arc;

use serde_json::{Value, json};
use tolmach::{
    backend::{Backend, DriveOutcome, Request, Stop, drive, http::OpenAi},
    model::Hint,
};

use super::{FakeClock, classes::Canned, good, id, options, pair, request};

const TEXT: &str = "The ferry leaves.";

fn term(number: usize, forbidden: bool) -> Hint {
    let refused = forbidden.then(|| format!("паром {number} не той"));
    Hint {
        concept: format!("term-{number}"),
        source: format!("ferry {number}"),
        target: format!("паром {number}"),
        forms: vec![format!("парома {number}"), format!("парому {number}")],
        cases: Vec::new(),
        note: None,
        forbidden: refused.into_iter().collect(),
    }
}

/// A text with so many terms, the last of which has a refused wording.
fn known(terms: usize) -> Request {
    let hints = (1..=terms).map(|number| term(number, number == terms)).collect();
    Request { before: "Wait.".to_owned(), hints, ..request(1, TEXT) }
}

fn draft() -> String {
    let content = json!({ "translations": [{ "id": "1", "text": good(TEXT) }] }).to_string();
    json!({ "choices": [{ "finish_reason": "stop", "message": { "content": content } }] }).to_string()
}

fn run(request: Request, transport: &Arc<Canned>) -> DriveOutcome {
    let engine = OpenAi::new("mine", "https://engine.example/v1", "m", None, transport.clone()).unwrap();
    let clock = FakeClock::new();
    // The first answer is that of the models' list.
    drive(&[&engine as &dyn Backend], &pair("en", "be"), &[request], &options(&clock), &Stop::default())
}

/// The terms in the nth request, from 0, and whether there is context.
fn sent(transport: &Canned, number: usize) -> (Vec<String>, bool) {
    let material: Value =
        serde_json::from_str(transport.body(number)["messages"][1]["content"].as_str().unwrap()).unwrap();
    let segment = &material["segments"][0];
    let terms = segment["terms"].as_array().into_iter().flatten();
    (terms.map(|term| term["lemma"].as_str().unwrap().to_owned()).collect(), segment.get("before").is_some())
}

#[test]
fn a_text_with_ten_thousand_terms_is_sent_with_those_that_help_most() {
    let transport = Canned::new(&[(404, &[], ""), (200, &[], &draft())]);
    let outcome = run(known(10_000), &transport);
    assert_eq!((outcome.answers.len(), outcome.error), (1, None));
    let (terms, has_context) = sent(&transport, 1);
    assert!((20..200).contains(&terms.len()) && !has_context, "{terms:?}");
    assert!(terms.contains(&"паром 10000".to_owned()), "the one with a refused wording: {terms:?}");
    assert_eq!(outcome.left_out[&id(1)], 10_000 - terms.len());
}

#[test]
fn a_text_with_few_terms_is_sent_with_all_that_is_known() {
    let transport = Canned::new(&[(404, &[], ""), (200, &[], &draft())]);
    let outcome = run(known(3), &transport);
    assert_eq!(sent(&transport, 1), (vec!["паром 1".to_owned(), "паром 2".to_owned(), "паром 3".to_owned()], true));
    assert!(outcome.left_out.is_empty());
}

#[test]
fn an_engine_that_takes_less_than_it_says_is_told_less_and_less() {
    let full = json!({ "error": { "code": "context_length_exceeded", "message": "too many tokens" } }).to_string();
    let transport = Canned::new(&[(404, &[], ""), (400, &[], &full), (400, &[], &full), (200, &[], &draft())]);
    let outcome = run(known(12), &transport);
    assert_eq!((outcome.answers.len(), outcome.error), (1, None));
    let counts: Vec<usize> = (1..4).map(|number| sent(&transport, number).0.len()).collect();
    assert_eq!(counts, [12, 3, 0]);
    assert_eq!(outcome.left_out[&id(1)], 12);
}

#[test]
fn an_engine_that_refuses_what_is_said_about_a_text_gets_the_text_alone() {
    let refusal = json!({ "error": { "message": "Invalid input" } }).to_string();
    let transport = Canned::new(&[(404, &[], ""), (400, &[], &refusal), (200, &[], &draft())]);
    let outcome = run(known(2), &transport);
    assert_eq!((outcome.answers.len(), outcome.error), (1, None));
    assert_eq!(sent(&transport, 2), (Vec::new(), false));
    assert_eq!(outcome.left_out[&id(1)], 2);

    // Where that is refused, too, it is not the terms.
    let transport = Canned::new(&[(404, &[], ""), (400, &[], &refusal)]);
    let outcome = run(known(2), &transport);
    assert_eq!((outcome.error.unwrap().id(), transport.sent.lock().unwrap().len()), ("refused", 3));
}
