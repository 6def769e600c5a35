//! A canary for a key: whatever a server says back, no output and no file holds the key, as it is or encoded.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD},
};
use rayon::prelude::*;
use serde_json::{Value, json};

use super::tolmach;
use crate::backend::{
    good,
    server::{Reply, Seen, Server},
};

/// A key with characters that every encoding writes differently.
const KEY: &str = "tlm-Canary/7+x=9_Q.z%k\"w&v";

fn percent(text: &str, all: bool) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if all || !byte.is_ascii_alphanumeric() {
            write!(out, "%{byte:02X}").unwrap();
        } else {
            out.push(char::from(byte));
        }
        out
    })
}

fn unicode_escapes(text: &str) -> String {
    text.chars().map(|c| format!("\\u{:04x}", u32::from(c))).collect::<Vec<_>>().concat()
}

/// The key in base64 behind `before` other bytes, with others behind it.
fn base64(before: usize) -> String {
    STANDARD_NO_PAD.encode(format!("{}{KEY}zzz", "user:".get(..before).unwrap()))
}

/// What no output and no file may contain.
fn needles() -> Vec<String> {
    let mut needles = vec![
        KEY.to_owned(),
        percent(KEY, false),
        percent(KEY, true),
        percent(KEY, false).to_lowercase(),
        unicode_escapes(KEY),
        KEY.replace('"', "\\\"").replace('/', "\\/"),
        KEY.replace('&', "&amp;").replace('"', "&quot;"),
        KEY.bytes().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat(),
        // Half a key is a secret, too.
        KEY[..12].to_owned(),
        KEY[8..].to_owned(),
    ];
    for before in 0..3 {
        let bytes = format!("{}{KEY}", "\0".repeat(before));
        for encoded in [STANDARD_NO_PAD.encode(&bytes), URL_SAFE_NO_PAD.encode(&bytes)] {
            needles.push(encoded[(before * 8).div_ceil(6)..bytes.len() * 8 / 6].to_owned());
        }
    }
    needles
}

/// The text after the key as servers write it, once each.
fn forms() -> Vec<String> {
    let mut forms = vec![
        KEY.to_owned(),
        KEY.to_uppercase(),
        percent(KEY, false),
        percent(KEY, true),
        percent(KEY, false).to_lowercase(),
        percent(&percent(KEY, false), false),
        KEY.replace('&', "&amp;").replace('"', "&quot;"),
        KEY.bytes().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat(),
    ];
    forms.extend((0..3).map(base64));
    forms.extend((0..3).map(|before| base64(before).replace('+', "-").replace('/', "_")));
    forms
}

fn texts(seen: &Seen) -> Vec<String> {
    let body: Value = serde_json::from_str(&seen.body).unwrap();
    body["q"].as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

fn header(line: String) -> &'static str {
    Box::leak(line.into_boxed_str())
}

/// What a server that gives the key away answers, one way each.
fn replies(form: &str) -> Vec<Reply> {
    let error = |text: String| json!({ "error": text }).to_string();
    let mut replies = vec![
        Reply::Say(403, "", error(format!("the key {form} is not valid"))),
        Reply::Say(403, "", json!({ "error": { "key": form } }).to_string()),
        // Where an error or an excerpt of a body is cut off.
        Reply::Say(400, "", error(format!("{}{form}", "x".repeat(190)))),
        Reply::Say(404, "", format!("<p>{}{form}</p>", "y".repeat(108))),
        Reply::Say(404, "", format!("{}{form}", " ".repeat(1024 - 10))),
        Reply::Say(404, "", format!("{}{form}", " ".repeat(16 * 1024 - 10))),
        Reply::Say(429, header(format!("Retry-After: 0\r\nX-Key: {form}\r\n")), error(form.to_owned())),
        Reply::Say(302, header(format!("Location: https://example.org/?key={form}\r\n")), form.to_owned()),
        Reply::Say(200, header(format!("Content-Type: text/{form}\r\n")), format!("<html>{form}</html>")),
        Reply::Say(200, "", form.chars().flat_map(|c| [c, '\0']).collect()),
        Reply::Say(200, "", json!({ "translatedText": { "key": form } }).to_string()),
    ];
    // The escapes of JSON, in a body that is none.
    let escaped = form.replace('\\', "\\\\").replace('"', "\\\"").replace('/', "\\/");
    replies.push(Reply::Say(404, "", format!("{{\"key\": \"{escaped}\" …")));
    replies.push(Reply::Say(404, "", format!("{{\"key\": \"{}\" …", unicode_escapes(form))));
    replies
}

/// What holds the key, of the output and every file of the project.
fn leaks(folder: &Path, arguments: &[&str], server: &Server) -> Vec<String> {
    let mut command = tolmach(folder, arguments);
    let output = command.args(["-vv", "--endpoint", &server.address()]).env("TOLMACH_API_KEY", KEY).output().unwrap();
    let mut places = vec![("output".to_owned(), output.stdout), ("errors".to_owned(), output.stderr)];
    let mut open: Vec<PathBuf> = vec![folder.to_owned()];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            places.push((path.display().to_string(), fs::read(path).unwrap()));
        }
    }
    let needles = needles();
    let mut leaks = Vec::new();
    for (place, bytes) in places {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        let found = needles.iter().find(|needle| text.contains(&needle.to_lowercase()));
        leaks.extend(found.map(|needle| format!("{place}: {needle} in {text}")));
    }
    leaks
}

#[test]
fn no_answer_of_a_server_brings_the_key_into_the_output_or_a_file() {
    let ways: Vec<(String, usize)> = forms()
        .into_iter()
        .flat_map(|form| (0..replies(&form).len()).map(move |number| (form.clone(), number)))
        .collect();
    ways.into_par_iter().for_each(|(form, number)| {
        let folder = super::project(&["libretranslate"]);
        let answer = form.clone();
        let server = Server::start(move |_, _| replies(&answer).swap_remove(number));
        let leaks = leaks(folder.path(), &["translate"], &server);
        assert!(leaks.is_empty(), "{form}, reply {number}: {leaks:#?}");
        assert!(server.seen()[0].body.contains("api_key"), "the server has had the key");
    });
}

#[test]
fn a_draft_that_holds_the_key_is_refused_and_written_nowhere() {
    for form in forms() {
        let folder = super::project(&["libretranslate"]);
        let answer = form.clone();
        let server = Server::start(move |_, seen| {
            let drafts = texts(seen).into_iter();
            let draft = |text: String| if text.contains("Two") { format!("Два {answer}.") } else { good(&text) };
            Reply::json(&json!({ "translatedText": drafts.map(draft).collect::<Vec<_>>() }).to_string())
        });
        let leaks = leaks(folder.path(), &["run"], &server);
        assert!(leaks.is_empty(), "{form}: {leaks:#?}");
        let segments = fs::read_to_string(folder.path().join("locales/be/segments/army.xlf")).unwrap();
        assert_eq!(segments.matches("<target state=\"needs-review-translation\"").count(), 4, "{form}: {segments}");
        let output = tolmach(folder.path(), &["translate", "--endpoint", &server.address()])
            .env("TOLMACH_API_KEY", KEY)
            .output()
            .unwrap();
        let words = String::from_utf8(output.stderr).unwrap();
        assert!(words.contains("the draft contains the key of the engine"), "{form}: {words}");
        assert_eq!(output.status.code(), Some(3));
    }
}
