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
    server::{Reply, Seen, Server, texts},
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

/// A project whose user has a backend `mine` of a kind, with this line in its table.
fn project_with(kind: &str, line: &str) -> tempfile::TempDir {
    let folder = super::project(&["mine"]);
    let configuration = folder.path().join("home/.config/tolmach");
    fs::create_dir_all(&configuration).unwrap();
    fs::write(configuration.join("config.toml"), format!("[backend.mine]\nkind = \"{kind}\"\n{line}\n")).unwrap();
    folder
}

/// What an honest server of a kind answers.
fn honest(kind: &str, seen: &Seen) -> Reply {
    if seen.first.starts_with("GET") {
        return Reply::Say(404, "", String::new());
    }
    let body: Value = serde_json::from_str(&seen.body).unwrap();
    let drafts = |texts: &[Value]| texts.iter().map(|text| good(text.as_str().unwrap())).collect::<Vec<_>>();
    let list = |value: &Value| value.as_array().unwrap().clone();
    let answer = match kind {
        "deepl" => {
            let drafts = drafts(&list(&body["text"])).into_iter().map(|text| json!({ "text": text }));
            json!({ "translations": drafts.collect::<Vec<_>>() })
        }
        "google" => {
            let drafts = drafts(&list(&body["q"])).into_iter().map(|text| json!({ "translatedText": text }));
            json!({ "data": { "translations": drafts.collect::<Vec<_>>() } })
        }
        "azure" => {
            let texts: Vec<Value> = list(&body).iter().map(|text| text["Text"].clone()).collect();
            let drafts =
                drafts(&texts).into_iter().map(|text| json!({ "translations": [{ "text": text, "to": "be" }] }));
            Value::Array(drafts.collect())
        }
        _ => {
            let material: Value = serde_json::from_str(body["messages"][1]["content"].as_str().unwrap()).unwrap();
            let draft =
                |segment: &Value| json!({ "id": segment["id"], "text": good(segment["text"].as_str().unwrap()) });
            let drafts: Vec<Value> = list(&material["segments"]).iter().map(draft).collect();
            let content = json!({ "translations": drafts }).to_string();
            json!({ "choices": [{ "finish_reason": "stop", "message": { "content": content } }] })
        }
    };
    Reply::json(&answer.to_string())
}

#[test]
fn each_server_gets_the_key_of_its_own_variable_and_nobody_else_sees_it() {
    for kind in ["azure", "deepl", "google", "openai"] {
        let server = Server::start(move |_, seen| honest(kind, seen));
        let line =
            format!("endpoint = \"{}\"{}", server.address(), if kind == "openai" { "\nmodel = \"m\"" } else { "" });
        let folder = project_with(kind, &line);
        let output = tolmach(folder.path(), &["translate", "-vv"]).env("TOLMACH_MINE_KEY", KEY).output().unwrap();
        let words = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert_eq!(output.status.code(), Some(0), "{kind}: {words}");
        assert!(!words.contains(KEY), "{kind}: {words}");
        assert!(server.seen().iter().all(|seen| seen.headers.contains(&KEY.to_lowercase())), "{kind}");
        let segments = fs::read_to_string(folder.path().join("locales/be/segments/army.xlf")).unwrap();
        assert_eq!(segments.matches("<target state=\"needs-review-translation\"").count(), 5, "{kind}: {segments}");
        let ledger = fs::read_to_string(folder.path().join(".tolmach/ledger.jsonl")).unwrap();
        assert!(!ledger.contains(KEY) && ledger.contains("answered"), "{kind}: {ledger}");
        let asked = server.seen().len();
        let again = tolmach(folder.path(), &["translate"]).env("TOLMACH_MINE_KEY", KEY).output().unwrap();
        assert_eq!((again.status.code(), server.seen().len()), (Some(0), asked), "{kind}");
    }
}

#[test]
fn a_key_is_sent_to_no_other_origin() {
    for kind in ["azure", "deepl", "google", "openai"] {
        let server = Server::start(move |_, seen| honest(kind, seen));
        let line = if kind == "openai" { "model = \"m\"" } else { "" };
        for own in ["", "endpoint = \"https://own.example\"\n"] {
            let before = server.seen().len();
            let folder = project_with(kind, &format!("{own}{line}"));
            let mut command =
                tolmach(folder.path(), &["translate", "--backend", "mine", "--endpoint", &server.address()]);
            let output = command.env("TOLMACH_MINE_KEY", KEY).output().unwrap();
            let words = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(2), "{kind}: {words}");
            assert!(words.contains("is not sent to") && words.contains("TOLMACH_API_KEY"), "{kind}: {words}");
            assert!(server.seen().len() == before && !words.contains(KEY), "{kind}: {words}");
            // The key of this run is for the address of this run.
            let mut command =
                tolmach(folder.path(), &["translate", "--backend", "mine", "--endpoint", &server.address()]);
            let output = command.env("TOLMACH_MINE_KEY", "other").env("TOLMACH_API_KEY", KEY).output().unwrap();
            assert_eq!(output.status.code(), Some(0), "{kind}: {}", String::from_utf8_lossy(&output.stderr));
        }
        assert!(server.seen().iter().all(|seen| seen.headers.contains(&KEY.to_lowercase())), "{kind}");
    }
}

#[cfg(unix)]
#[test]
fn a_key_comes_from_a_file_of_ones_own_or_from_a_program() {
    use std::os::unix::fs::PermissionsExt;

    let server = Server::start(|_, seen| honest("deepl", seen));
    let keep = tempfile::tempdir().unwrap();
    let file = keep.path().join("key");
    fs::write(&file, format!("{KEY}\n")).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    for line in [format!("key_file = {file:?}"), format!("key_command = [\"cat\", {file:?}]")] {
        let folder = project_with("deepl", &format!("endpoint = \"{}\"\n{line}", server.address()));
        let output = tolmach(folder.path(), &["translate"]).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    }
    assert!(server.seen().iter().all(|seen| seen.headers.contains(&KEY.to_lowercase())));
}

#[cfg(unix)]
#[test]
fn a_program_that_gives_no_key_is_ended_by_ctrl_c() {
    use std::process::Stdio;

    let folder = project_with("deepl", "key_command = [\"sh\", \"-c\", \"echo > started; exec sleep 600\"]");
    let made = std::process::Command::new("mkfifo").arg(folder.path().join("started")).status().unwrap();
    assert!(made.success());
    let mut command = tolmach(folder.path(), &["translate"]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // Until the program runs.
    fs::read(folder.path().join("started")).unwrap();
    let pid = rustix::process::Pid::from_child(&child);
    rustix::process::kill_process(pid, rustix::process::Signal::INT).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130), "{}", String::from_utf8_lossy(&output.stderr));
}

#[cfg(unix)]
#[test]
fn what_a_program_says_of_a_key_that_it_does_not_give_is_shown_without_the_key() {
    for printed in [KEY.to_owned(), format!("vault prod\n{KEY}")] {
        let script = format!("echo '{printed}'; echo 'the store with {KEY} is locked' >&2; exit 3");
        let folder = project_with("deepl", &format!("key_command = [\"sh\", \"-c\", {script:?}]"));
        let output = tolmach(folder.path(), &["translate"]).output().unwrap();
        let words = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{words}");
        let said = "failed (exit status: 3): the store with … is locked";
        assert!(words.contains(said) && !words.contains(KEY), "{words}");
    }
}

#[test]
fn a_reviewed_edition_is_a_second_source_for_the_next() {
    let server = Server::start(|_, seen| honest("openai", seen));
    let folder = project_with("openai", &format!("endpoint = \"{}\"\nmodel = \"m\"", server.address()));
    let settings = folder.path().join("tolmach.toml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, text.replace("targets = [\"be\"]", "targets = [\"be\", \"uk\"]")).unwrap();
    let run = |arguments: &[&str]| {
        let output = tolmach(folder.path(), arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    };
    run(&["translate", "-l", "be"]);
    let sibling = |seen: &Seen| seen.body.contains("\\\"sibling\\\"");
    assert!(!server.seen().iter().any(sibling), "a draft is no source");
    let file = folder.path().join("locales/be/segments/army.xlf");
    let drafts = fs::read_to_string(&file).unwrap();
    fs::write(&file, drafts.replace("state=\"needs-review-translation\"", "state=\"signed-off\"")).unwrap();
    run(&["translate", "-l", "uk"]);
    assert!(server.seen().iter().any(sibling), "what people have reviewed is one");
}
