//! What the answers of each server mean, as `tests/cases/backend/<engine>.toml` has them.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex},
    time::Duration,
};

use serde::Deserialize;
use tolmach::backend::{
    Answer, Backend, BackendError, Remedy, Stop,
    http::{
        Azure, DeepL, Google, HttpRequest, HttpResponse, LibreTranslate, OpenAi, Secret, Transport, TransportError,
    },
};

use super::{pair, requests};
use crate::cases;

/// A transport that records its requests and gives one response after the other, the last one for ever.
#[derive(Default)]
pub struct Canned {
    pub sent: Mutex<Vec<HttpRequest>>,
    responses: Mutex<Vec<HttpResponse>>,
}

impl Canned {
    /// One that answers with these statuses, header lines and bodies.
    pub fn new(responses: &[(u16, &[&str], &str)]) -> Arc<Self> {
        let field = |line: &&str| {
            let (name, value) = line.split_once(": ").unwrap();
            (name.to_owned(), value.to_owned())
        };
        let response = |(status, headers, body): &(u16, &[&str], &str)| HttpResponse {
            status: *status,
            headers: headers.iter().map(field).collect(),
            body: body.as_bytes().to_vec(),
        };
        let responses = responses.iter().rev().map(response).collect();
        Arc::new(Self { sent: Mutex::default(), responses: Mutex::new(responses) })
    }

    /// The body of the nth request, from 0.
    pub fn body(&self, number: usize) -> serde_json::Value {
        serde_json::from_slice(&self.sent.lock().unwrap()[number].body).unwrap()
    }

    /// A header field of the nth request.
    pub fn header(&self, number: usize, name: &str) -> Option<String> {
        let sent = self.sent.lock().unwrap();
        sent[number].headers.iter().find(|(field, _)| *field == name).map(|(_, value)| value.clone())
    }
}

impl Transport for Canned {
    fn send(&self, request: &HttpRequest, _: &Stop) -> Result<HttpResponse, TransportError> {
        self.sent.lock().unwrap().push(request.clone());
        let mut responses = self.responses.lock().unwrap();
        Ok(if responses.len() > 1 { responses.pop().unwrap() } else { responses.last().unwrap().clone() })
    }
}

pub const KEY: &str = "s3cret-key";

/// The engine of a table, at an address that is never reached.
fn engine(name: &str, transport: Arc<dyn Transport>) -> Box<dyn Backend> {
    let (address, key) = ("https://engine.example", || Some(Secret::new(KEY.to_owned())));
    match name {
        "azure" => Box::new(Azure::new(address, key(), transport).unwrap()),
        "deepl" => Box::new(DeepL::new(address, key(), transport).unwrap()),
        "google" => Box::new(Google::new(address, key(), transport).unwrap()),
        "libretranslate" => Box::new(LibreTranslate::new(address, key(), transport).unwrap()),
        "openai" => Box::new(OpenAi::new("mine", address, "gpt-9", key(), transport).unwrap()),
        name => panic!("no engine `{name}`"),
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    fact: String,
    status: u16,
    #[serde(default)]
    headers: Vec<String>,
    body: String,
    class: String,
    /// The pause that is requested, in seconds.
    after: Option<f64>,
    /// Whether there is one segment instead of two.
    #[serde(default)]
    alone: bool,
}

fn class(result: &Result<Vec<Answer>, BackendError>) -> (&'static str, Option<Duration>) {
    match result {
        Ok(answers) if answers.iter().all(|answer| matches!(answer, Answer::Draft(_))) => ("good", None),
        Ok(_) => ("segment", None),
        Err(BackendError::Pair { .. }) => ("pair", None),
        Err(BackendError::UnknownModel { .. }) => ("model", None),
        Err(error) => match error.remedy() {
            Remedy::Retry { after, .. } => ("retry", after),
            Remedy::Split | Remedy::Singly => ("split", None),
            Remedy::Quota => ("quota", None),
            Remedy::Auth => ("auth", None),
            Remedy::Fatal => ("fatal", None),
        },
    }
}

#[test]
fn each_answer_of_a_server_has_its_class() {
    let mut seen = BTreeSet::new();
    for name in ["azure", "deepl", "google", "libretranslate", "openai"] {
        for case in cases::toml::<Case>(&format!("backend/{name}.toml")) {
            let headers: Vec<&str> = case.headers.iter().map(String::as_str).collect();
            let transport = Canned::new(&[(case.status, &headers, &case.body)]);
            let texts: &[&str] =
                if case.alone { &["The army stays."] } else { &["The army stays.", "Nobody has asked it."] };
            let engine = engine(name, transport.clone());
            let result = engine.translate(&pair("en", "be"), &requests(texts), &Stop::default());
            let after = case.after.map(Duration::from_secs_f64);
            assert_eq!(class(&result), (case.class.as_str(), after), "{}: {}: {result:?}", case.place(), case.fact);
            assert_eq!(
                transport.sent.lock().unwrap().len(),
                1,
                "{}: nothing is repeated behind the driver",
                case.place()
            );
            seen.insert(case.class.clone());
        }
    }
    let all = ["auth", "fatal", "good", "model", "pair", "quota", "retry", "segment", "split"];
    assert_eq!(seen.iter().map(String::as_str).collect::<Vec<_>>(), all);
}

#[test]
fn what_a_server_says_of_a_key_is_shown_without_it() {
    for name in ["azure", "deepl", "google", "libretranslate", "openai"] {
        for (status, body) in [
            (403, format!(r#"{{"error":{{"code":403,"message":"the key {KEY} is not valid"}}}}"#)),
            (403, format!(r#"{{"message":"the key {KEY} is not valid","error":"{KEY}"}}"#)),
            (404, format!("<html>{KEY}</html>")),
            (200, format!("{KEY} is no JSON")),
            (200, format!(r#"{{"choices":[{{"message":{{"content":"","refusal":"{KEY} is no key of ours"}}}}]}}"#)),
        ] {
            let engine = engine(name, Canned::new(&[(status, &[], &body)]));
            let result = engine.translate(&pair("en", "be"), &requests(&["The army stays."]), &Stop::default());
            let shown = format!("{result:?} {}", result.as_ref().err().map(ToString::to_string).unwrap_or_default());
            assert!(!shown.contains(KEY), "{name}, {body}: {shown}");
            assert!(!engine.identity().contains(KEY));
        }
    }
}

#[test]
fn a_draft_with_the_key_in_it_is_no_draft() {
    let good = [
        ("azure", format!(r#"[{{"translations":[{{"text":"Ключ {KEY}","to":"be"}}]}}]"#)),
        ("deepl", format!(r#"{{"translations":[{{"text":"Ключ {KEY}"}}]}}"#)),
        ("google", format!(r#"{{"data":{{"translations":[{{"translatedText":"Ключ {KEY}"}}]}}}}"#)),
        (
            "openai",
            format!(
                r#"{{"choices":[{{"message":{{"content":"{{\"translations\":[{{\"id\":\"1\",\"text\":\"Ключ {KEY}\"}}]}}"}}}}]}}"#
            ),
        ),
    ];
    for (name, body) in good {
        let engine = engine(name, Canned::new(&[(200, &[], &body)]));
        let answers = engine.translate(&pair("en", "be"), &requests(&["The key."]), &Stop::default()).unwrap();
        assert!(matches!(answers.as_slice(), [Answer::Rejected { .. }]), "{name}: {answers:?}");
    }
}
