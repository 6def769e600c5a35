//! Every way in which a server can fail, over the real transport, with every engine behind one: `tests/cases/backend/network.toml` says
//! what comes of each. The server sets the pace; nothing waits but for the deadline of a request, a fifth of a second.

use std::{fmt::Write as _, sync::Arc, time::Duration};

use rayon::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};
use tolmach::{
    backend::{
        Backend, BackendError, DriveOptions, Stop, drive,
        http::{Azure, DeepL, Google, Http, HttpSettings, LibreTranslate, OpenAi, Secret},
    },
    ledger::{Journal, Ledger},
};

use super::{
    Buffer, FakeClock, good, options, pair, requests,
    server::{Reply, Seen, Server, Then},
};
use crate::cases;

const KEY: &str = "s3cret-Key-of-mine";
const ENGINES: [&str; 5] = ["azure", "deepl", "google", "libretranslate", "openai"];
const TEXTS: [&str; 2] = ["The army stays.", "Nobody has asked us."];
/// The most bytes of an answer that are read.
const MOST: usize = 64 * 1024;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    fact: String,
    /// The engines; all where it names none.
    #[serde(default)]
    engines: Vec<String>,
    #[serde(default = "ok")]
    status: u16,
    #[serde(default)]
    headers: Vec<String>,
    /// The body: `{drafts}`, `{fewer}` and `{more}` stand for an honest answer and for one with a draft too few and too many, `{trap}`
    /// for another server, `{key}` for the key.
    #[serde(default)]
    body: String,
    /// How the body is encoded, where it is not in UTF-8.
    encoding: Option<String>,
    /// How much longer than the body its declared length is.
    #[serde(default)]
    length: i64,
    /// The whole answer, from the status line on, in place of all this.
    raw: Option<String>,
    #[serde(default = "close")]
    then: Then,
    /// The id of the error that ends the work; empty where the drafts come.
    error: String,
    /// Whether it is in doubt whether the texts are billed.
    #[serde(default)]
    doubt: bool,
}

fn ok() -> u16 {
    200
}

fn close() -> Then {
    Then::Close
}

fn engine(name: &str, address: &str, total: Duration) -> Box<dyn Backend> {
    let settings = HttpSettings { total, body: MOST, ..HttpSettings::default() };
    let (transport, key) = (Arc::new(Http::new(settings).unwrap()), Some(Secret::new(KEY.to_owned())));
    match name {
        "azure" => Box::new(Azure::new(address, key, transport).unwrap()),
        "deepl" => Box::new(DeepL::new(address, key, transport).unwrap()),
        "google" => Box::new(Google::new(address, key, transport).unwrap()),
        "libretranslate" => Box::new(LibreTranslate::new(address, key, transport).unwrap()),
        _ => Box::new(OpenAi::new("mine", address, "m", key, transport).unwrap()),
    }
}

/// An answer with so many drafts more or fewer than texts.
fn answer(engine: &str, seen: &Seen, more: i64) -> String {
    let body: Value = serde_json::from_str(&seen.body).unwrap();
    let texts: Vec<String> = match engine {
        "azure" => body.as_array().unwrap().iter().map(|text| text["Text"].as_str().unwrap().to_owned()).collect(),
        "openai" => {
            let material: Value = serde_json::from_str(body["messages"][1]["content"].as_str().unwrap()).unwrap();
            let segments = material["segments"].as_array().unwrap();
            segments.iter().map(|segment| segment["text"].as_str().unwrap().to_owned()).collect()
        }
        _ => {
            let list = body.get("q").or_else(|| body.get("text")).unwrap();
            list.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
        }
    };
    let count = usize::try_from(i64::try_from(texts.len()).unwrap() + more).unwrap();
    let drafts = texts.iter().map(|text| good(text)).chain(["Яшчэ адзін.".to_owned()]).take(count);
    match engine {
        "azure" => json!(drafts.map(|text| json!({ "translations": [{ "text": text }] })).collect::<Vec<_>>()),
        "deepl" => json!({ "translations": drafts.map(|text| json!({ "text": text })).collect::<Vec<_>>() }),
        "google" => {
            let drafts: Vec<Value> = drafts.map(|text| json!({ "translatedText": text })).collect();
            json!({ "data": { "translations": drafts } })
        }
        "libretranslate" => json!({ "translatedText": drafts.collect::<Vec<_>>() }),
        _ => {
            let drafts = drafts.zip(1..).map(|(text, id): (String, u32)| json!({ "id": id.to_string(), "text": text }));
            let content = json!({ "translations": drafts.collect::<Vec<_>>() }).to_string();
            json!({ "choices": [{ "finish_reason": "stop", "message": { "content": content } }] })
        }
    }
    .to_string()
}

/// The bytes of a body in an encoding.
fn encoded(body: &str, encoding: Option<&str>) -> Vec<u8> {
    match encoding {
        None => body.as_bytes().to_vec(),
        Some("utf-8 with a mark") => ["\u{feff}".as_bytes(), body.as_bytes()].concat(),
        Some("utf-16") => body.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Some("windows-1251") => encoding_rs::WINDOWS_1251.encode(body).0.into_owned(),
        Some("broken utf-8") => body.bytes().map(|byte| if byte == 0xd0 { 0xff } else { byte }).collect(),
        Some(other) => panic!("no encoding `{other}`"),
    }
}

fn reply(case: &Case, engine: &str, seen: &Seen, trap: &str) -> Reply {
    // What the engine asks besides: its languages, its models.
    if seen.first.starts_with("GET") {
        return Reply::Say(404, "", String::new());
    }
    let fill = |text: &str| {
        let mut text = text.replace("{trap}", trap).replace("{key}", KEY);
        for (mark, more) in [("{drafts}", 0), ("{fewer}", -1), ("{more}", 1)] {
            if text.contains(mark) {
                text = text.replace(mark, &answer(engine, seen, more));
            }
        }
        text
    };
    if let Some(raw) = &case.raw {
        return Reply::Raw(fill(raw).into_bytes(), case.then);
    }
    let body = encoded(&fill(&case.body), case.encoding.as_deref());
    let mut head = format!("HTTP/1.1 {} X\r\n", case.status);
    for header in &case.headers {
        write!(head, "{}\r\n", fill(header)).unwrap();
    }
    if case.then != Then::Repeat {
        let length = i64::try_from(body.len()).unwrap() + case.length;
        write!(head, "Content-Length: {length}\r\n").unwrap();
    }
    head.push_str("Connection: close\r\n\r\n");
    Reply::Raw([head.into_bytes(), body].concat(), case.then)
}

/// What is wrong with what came of a case.
fn faults(case: &Case, name: &str) -> Vec<String> {
    let trap = Server::start(|_, _| Reply::json("{}"));
    let (address, asked) = (trap.address(), name.to_owned());
    let played = case.clone();
    let server = Server::start(move |_, seen| reply(&played, &asked, seen, &address));
    let (clock, memory) = (FakeClock::new(), Buffer::default());
    let ledger = Journal::open(Box::new(memory.clone()), None).unwrap();
    let options = DriveOptions { ledger: Some(&ledger), ..options(&clock) };
    // Only where nothing more comes, so that a busy machine is no fault.
    let is_late = case.then == Then::Stall && !case.error.is_empty();
    let total = if is_late { Duration::from_millis(200) } else { Duration::from_mins(1) };
    let engine = engine(name, &server.address(), total);
    let outcome = drive(&[&*engine], &pair("en", "be"), &requests(&TEXTS), &options, &Stop::default());
    let error = outcome.error.as_ref().map_or("", BackendError::id);
    let words = outcome.error.as_ref().map_or_else(String::new, |error| format!("{error} {error:?}"));
    let calls = server.seen().iter().filter(|seen| seen.first.starts_with("POST")).count();
    let mut faults = Vec::new();
    let mut check = |is_right: bool, fault: String| {
        if !is_right {
            faults.push(format!("{name}: {}: {fault}", case.fact));
        }
    };
    check(error == case.error, format!("`{error}`, not `{}`: {words} {:?}", case.error, outcome.rejected));
    let drafts = if case.error.is_empty() { 2 } else { 0 };
    check(outcome.answers.len() == drafts, format!("{} drafts", outcome.answers.len()));
    check(ledger.in_doubt().is_empty() != case.doubt, format!("{} in doubt", ledger.in_doubt().len()));
    check(calls <= 12, format!("{calls} calls"));
    check(trap.seen().is_empty(), "another server was asked".to_owned());
    let kept = String::from_utf8_lossy(&memory.content()).into_owned();
    check(!words.contains(KEY) && !kept.contains(KEY), format!("the key is in `{words}` or `{kept}`"));
    faults
}

#[test]
fn whatever_a_server_does_has_its_class_in_bounded_time_and_leads_no_key_astray() {
    let all = cases::toml::<Case>("backend/network.toml");
    assert!(all.len() >= 40, "{}", all.len());
    let runs: Vec<(&Case, &str)> = all
        .iter()
        .flat_map(|case| {
            let engines = ENGINES
                .into_iter()
                .filter(|name| case.engines.is_empty() || case.engines.contains(&(*name).to_owned()));
            engines.map(|name| (&**case, name))
        })
        .collect();
    let faults: Vec<String> = runs.into_par_iter().flat_map_iter(|(case, name)| faults(case, name)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
