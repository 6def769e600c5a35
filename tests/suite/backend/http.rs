//! LibreTranslate over the real transport, against a server that misbehaves in every way.

use std::{
    sync::Arc,
    time::{Duration, SystemTime},
};

use serde_json::{Value, json};
use tolmach::{
    backend::{
        Backend, BackendError, DriveOutcome, Request, Stop, drive,
        http::{
            Http, HttpRequest, HttpResponse, HttpSettings, LibreTranslate, Method, Secret, Transport, http_date,
            retry_after,
        },
    },
    ledger::{Journal, Ledger},
};

use super::{
    Buffer, FakeClock, good, id, options, pair, requests, sentences,
    server::{Reply, Server, honest, texts, unused_port},
};
use crate::support::hint;

fn engine_at(address: &str, settings: HttpSettings) -> LibreTranslate {
    LibreTranslate::new(address, None, Arc::new(Http::new(settings).unwrap())).unwrap()
}

fn run(engine: &LibreTranslate, requests: &[Request]) -> (DriveOutcome, FakeClock) {
    let clock = FakeClock::new();
    let outcome = drive(&[engine], &pair("en", "be"), requests, &options(&clock), &Stop::default());
    (outcome, clock)
}

fn ask(server: &Server, count: usize) -> (DriveOutcome, FakeClock) {
    run(&engine_at(&server.address(), HttpSettings::default()), &sentences(count))
}

fn error_id(outcome: &DriveOutcome) -> Option<&'static str> {
    outcome.error.as_ref().map(BackendError::id)
}

#[test]
fn a_batch_goes_out_as_json_and_comes_back_in_order() {
    let server = Server::start(|_, seen| honest(seen));
    let (outcome, _) = ask(&server, 40);
    assert_eq!((outcome.answers.len(), outcome.error), (40, None));
    assert_eq!(outcome.answers[&id(7)].text.prose, good("This is sentence number 7 of the article."));
    let seen = server.seen();
    assert_eq!(seen.len(), 2);
    assert_eq!(seen[0].first, "POST /translate HTTP/1.1");
    assert!(seen[0].headers.contains("content-type: application/json"), "{}", seen[0].headers);
    let body: Value = serde_json::from_str(&seen[0].body).unwrap();
    let fields: Vec<&String> = body.as_object().unwrap().keys().collect();
    assert_eq!(fields, ["format", "q", "source", "target"]);
    assert_eq!((&body["source"], &body["target"], &body["format"]), (&json!("en"), &json!("be"), &json!("text")));
}

#[test]
fn a_form_carries_one_text_and_the_key() {
    let server = Server::start(|_, _| Reply::json(r#"{"translatedText":"Армія і флот"}"#));
    let (transport, key) = (Arc::new(Http::new(HttpSettings::default()).unwrap()), Secret::new("s3cret".to_owned()));
    let mut engine = LibreTranslate::new(&format!("{}/api/", server.address()), Some(key), transport).unwrap();
    engine.form = true;
    let (outcome, _) = run(&engine, &requests(&["Army & navy", "Army = navy?"]));
    assert_eq!(outcome.answers.len(), 2);
    let seen = server.seen();
    assert_eq!(seen[0].first, "POST /api/translate HTTP/1.1");
    assert_eq!(seen[0].body, "q=Army+%26+navy&source=en&target=be&format=text&api_key=s3cret");
}

#[test]
fn an_unreachable_server_is_named_and_nothing_is_lost() {
    let port = unused_port();
    let (outcome, clock) = run(&engine_at(&format!("http://127.0.0.1:{port}"), HttpSettings::default()), &sentences(3));
    let error = outcome.error.unwrap();
    assert!(error.to_string().contains(&format!("127.0.0.1:{port}")), "{error}");
    assert!(error.is_unfinished() && error.id() == "away" && hint(&error).contains("run again"));
    assert_eq!((outcome.unanswered.len(), clock.slept().len()), (3, 3));
}

#[test]
fn a_server_without_tls_is_unreachable_over_https() {
    let server = Server::start(|_, seen| honest(seen));
    let engine = engine_at(&server.address().replace("http:", "https:"), HttpSettings::default());
    assert_eq!(error_id(&run(&engine, &sentences(1)).0), Some("away"));
}

#[test]
fn a_server_that_fails_twice_is_tried_a_third_time() {
    let server = Server::start(|number, seen| match number {
        1 | 2 => Reply::Say(500, "", r#"{"error":"cannot translate"}"#.to_owned()),
        _ => honest(seen),
    });
    let (outcome, clock) = ask(&server, 3);
    assert_eq!((outcome.answers.len(), outcome.error, server.seen().len()), (3, None, 3));
    assert_eq!(clock.slept(), [500, 1000].map(Duration::from_millis));
}

#[test]
fn a_request_to_slow_down_is_obeyed() {
    let server = Server::start(|number, seen| match number {
        1 => Reply::Say(429, "Retry-After: 3\r\n", r#"{"error":"Slowdown"}"#.to_owned()),
        2 => Reply::Say(429, "retry-after-ms: 250\r\nRetry-After: 9\r\n", String::new()),
        _ => honest(seen),
    });
    let (outcome, clock) = ask(&server, 3);
    assert_eq!((outcome.answers.len(), outcome.error), (3, None));
    assert_eq!(clock.slept(), [Duration::from_secs(3), Duration::from_millis(250)]);
}

#[test]
fn each_status_has_its_class() {
    for (status, headers, body, error, requests) in [
        (400, "", r#"{"error":"be is not supported"}"#, "refused", 1),
        (400, "", r#"{"error":"Invalid request: request (9) exceeds text limit (5)"}"#, "too-big", 6),
        (401, "", "", "auth", 1),
        (403, "", r#"{"error":"Invalid API key"}"#, "auth", 1),
        (404, "", "<html>Not found</html>", "refused", 1),
        (413, "", "", "too-big", 6),
        (429, "Retry-After: 1\r\n", "", "busy", 4),
        (301, "Location: https://example.org/\r\n", "", "refused", 1),
        (200, "Content-Type: text/html\r\n", "<html><p>Welcome</p></html>", "nonsense", 6),
        (200, "", "", "nonsense", 6),
        (200, "", r#"{"translatedText":[1,2,3,4]}"#, "nonsense", 6),
        (200, "", r#"{"translatedText":{"a":1}}"#, "nonsense", 6),
        (200, "", r#"{"translatedText":[]}"#, "count", 6),
        (200, "", r#"{"translatedText":["а","б","в","г","д"]}"#, "count", 6),
    ] {
        let server = Server::start(move |_, _| Reply::Say(status, headers, body.to_owned()));
        let (outcome, _) = ask(&server, 4);
        assert_eq!(error_id(&outcome), Some(error), "{status} {body}");
        assert_eq!((outcome.unanswered.len(), server.seen().len()), (4, requests), "{status} {body}");
        assert!(outcome.error.unwrap().is_unfinished());
    }
}

#[test]
fn a_missing_body_is_awaited_until_the_deadline_and_stays_in_doubt() {
    let server = Server::start(|_, _| Reply::Stall);
    let total = Duration::from_millis(60);
    let engine = engine_at(&server.address(), HttpSettings { total, ..HttpSettings::default() });
    let (clock, memory) = (FakeClock::new(), Buffer::default());
    let journal = Journal::open(Box::new(memory), None).unwrap();
    let options = tolmach::backend::DriveOptions { ledger: Some(&journal), ..options(&clock) };
    let outcome = drive(&[&engine], &pair("en", "be"), &sentences(1), &options, &Stop::default());
    assert_eq!((error_id(&outcome), outcome.unanswered), (Some("late"), vec![id(1)]));
    assert_eq!(journal.in_doubt().len(), 1);
}

#[test]
fn a_broken_connection_is_retried_once() {
    let server = Server::start(|number, seen| if number == 1 { Reply::Hang } else { honest(seen) });
    let (outcome, _) = ask(&server, 1);
    assert_eq!((outcome.answers.len(), outcome.error), (1, None));
}

#[test]
fn an_endless_body_is_cut_off() {
    let server = Server::start(|_, _| Reply::Flood);
    let engine = engine_at(&server.address(), HttpSettings { body: 100_000, ..HttpSettings::default() });
    assert_eq!(error_id(&run(&engine, &sentences(2)).0), Some("flood"));
}

#[test]
fn an_unchanged_text_counts_as_untranslated() {
    let server = Server::start(|_, seen| Reply::json(&json!({ "translatedText": texts(seen) }).to_string()));
    let engine = engine_at(&server.address(), HttpSettings::default());
    let (outcome, _) = run(&engine, &requests(&["The army stays.", "2022: https://example.org/", "Minsk"]));
    assert_eq!(outcome.answers.keys().copied().collect::<Vec<_>>(), [id(2)]);
    let reasons: Vec<_> = outcome.rejected.iter().map(|rejection| (rejection.id, rejection.reason.id())).collect();
    assert_eq!((reasons, outcome.error), (vec![(id(1), "unchanged"), (id(3), "unchanged")], None));
}

#[test]
fn a_wrong_content_type_on_a_good_answer_is_tolerated() {
    let server = Server::start(|_, seen| match honest(seen) {
        Reply::Say(status, _, body) => Reply::Say(status, "Content-Type: text/html\r\n", body),
        other => other,
    });
    assert_eq!(ask(&server, 2).0.answers.len(), 2);
}

#[test]
fn a_key_is_never_shown() {
    let key = || Some(Secret::new("s3cret".to_owned()));
    let server = Server::start(|_, _| Reply::Say(403, "", r#"{"error":"the key s3cret is not valid"}"#.to_owned()));
    let transport = Arc::new(Http::new(HttpSettings::default()).unwrap());
    let engine = LibreTranslate::new(&server.address(), key(), transport).unwrap();
    let (outcome, _) = run(&engine, &sentences(1));
    assert!(server.seen()[0].body.contains("\"api_key\":\"s3cret\""));
    let error = outcome.error.unwrap();
    assert_eq!(error.to_string(), "`libretranslate` denied access (status 403): the key … is not valid");
    assert!(!format!("{error:?} {:?} {}", key(), engine.identity()).contains("s3cret"));
    let request = HttpRequest {
        method: Method::Post,
        url: "http://127.0.0.1/".parse().unwrap(),
        headers: vec![("authorization", "s3cret".to_owned())],
        body: b"s3cret".to_vec(),
    };
    assert!(!format!("{request:?}").contains("s3cret"));
}

#[test]
fn invalid_settings_are_not_unfinished_work() {
    let transport = || Arc::new(Http::new(HttpSettings::default()).unwrap());
    for address in ["", "localhost", "ftp://example.org", "http://me:secret@example.org"] {
        let error = LibreTranslate::new(address, None, transport()).err().unwrap();
        assert!(!error.is_unfinished() && !error.to_string().contains("secret"), "{error}");
    }
    let settings = HttpSettings { proxy: Some("::secret".to_owned()), ..HttpSettings::default() };
    assert!(!Http::new(settings).unwrap_err().to_string().contains("secret"));
}

#[test]
fn a_language_variant_is_not_requested_of_an_engine_that_ignores_it() {
    let engine = engine_at("http://127.0.0.1:1/translate", HttpSettings::default());
    assert_eq!(engine.identity(), "libretranslate 127.0.0.1:1/translate");
    assert!(engine.capabilities(&pair("en-GB", "uk")).pair);
    assert!(!engine.capabilities(&pair("en", "be-tarask")).pair);
    assert!(!engine.capabilities(&pair("en", "be-Latn")).pair);
}

#[test]
fn a_request_goes_only_through_the_proxy_of_the_settings() {
    let proxy = Server::start(|_, _| Reply::Say(200, "", "through".to_owned()));
    let settings = HttpSettings { proxy: Some(proxy.address()), ..HttpSettings::default() };
    let request = HttpRequest {
        method: Method::Get,
        url: "http://news.example.org/page".parse().unwrap(),
        headers: Vec::new(),
        body: Vec::new(),
    };
    let response = Http::new(settings).unwrap().send(&request, &Stop::default()).unwrap();
    assert_eq!(response.body, b"through");
    assert_eq!(proxy.seen()[0].first, "GET http://news.example.org/page HTTP/1.1");
}

#[test]
fn a_pause_may_be_given_in_seconds_in_milliseconds_or_as_a_date() {
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777);
    let pause = |name: &str, value: &str| {
        let headers = vec![(name.to_owned(), value.to_owned())];
        retry_after(&HttpResponse { status: 429, headers, body: Vec::new() }, now)
    };
    assert_eq!(http_date("Sun, 06 Nov 1994 08:49:37 GMT"), Some(now));
    assert_eq!(
        http_date("Thu, 29 Feb 2024 00:00:00 GMT")
            .map(|date| date.duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs()),
        Some(1_709_164_800)
    );
    for (name, value, seconds) in [
        ("Retry-After", "120", Some(120.0)),
        ("retry-after", "0.5", Some(0.5)),
        ("Retry-After-Ms", "1500", Some(1.5)),
        ("Retry-After", "Sun, 06 Nov 1994 08:50:37 GMT", Some(60.0)),
        ("Retry-After", "Sun, 06 Nov 1994 08:48:37 GMT", Some(0.0)),
        ("Retry-After", "-1", None),
        ("Retry-After", "NaN", None),
        // Longer than anybody waits.
        ("Retry-After", "1e300", Some(f64::INFINITY)),
        ("Retry-After", "99999999999999999999", Some(f64::INFINITY)),
        ("Retry-After", "Sun, 99 Nov 1994 08:48:37 GMT", None),
        ("Retry-After", "soon", None),
        ("X-Other", "5", None),
    ] {
        assert_eq!(
            pause(name, value),
            seconds.map(|seconds| Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX)),
            "{name}: {value}"
        );
    }
}
