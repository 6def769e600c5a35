//! Servers that misbehave, and Ctrl-C: what is done is kept, and the exit code says how it ended.

use std::{fs, path::Path, sync::Arc};

use serde_json::{Value, json};
use tempfile::TempDir;

use super::{said, tolmach};
use crate::backend::{
    good,
    server::{Reply, Seen, Server, unused_port},
};

fn project() -> TempDir {
    super::project(&["libretranslate"])
}

fn translate(folder: &Path, address: &str) -> (Option<i32>, String) {
    said(tolmach(folder, &["translate", "--endpoint", address]).output().unwrap())
}

/// How many segments have a draft, and how many have nothing.
fn drafts(folder: &Path) -> (u64, u64) {
    let output = tolmach(folder, &["status", "--format", "json"]).output().unwrap();
    let status: Value = serde_json::from_slice(&output.stdout).unwrap();
    let count = |name: &str| status["editions"][0]["states"][name]["segments"].as_u64().unwrap();
    (count("draft"), count("missing"))
}

/// The texts in a request to the server.
fn texts(seen: &Seen) -> Vec<String> {
    let body: Value = serde_json::from_str(&seen.body).unwrap();
    body["q"].as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

fn honest(seen: &Seen) -> Reply {
    let drafts: Vec<String> = texts(seen).iter().map(|text| good(text)).collect();
    Reply::json(&json!({ "translatedText": drafts }).to_string())
}

#[test]
fn an_honest_server_is_asked_once() {
    let (folder, server) = (project(), Server::start(|_, seen| honest(seen)));
    assert_eq!(translate(folder.path(), &server.address()), (Some(0), String::new()));
    assert_eq!(drafts(folder.path()), (5, 0));
    let asked = server.seen().len();
    assert_eq!(translate(folder.path(), &server.address()).0, Some(0));
    assert_eq!(server.seen().len(), asked);
}

#[test]
fn a_server_that_does_not_let_us_in_is_told_by_name_with_a_hint() {
    let folder = project();
    let server = Server::start(|_, _| Reply::Say(403, "", json!({ "error": "Invalid API key" }).to_string()));
    let (exit, words) = translate(folder.path(), &server.address());
    assert_eq!(exit, Some(3), "{words}");
    assert!(words.contains("error: `libretranslate`") && words.contains("hint: "), "{words}");
    assert_eq!(drafts(folder.path()), (0, 5));
}

#[test]
fn a_server_that_answers_nonsense_is_not_believed() {
    for nonsense in ["<html>Welcome</html>", "{}", "{\"translatedText\": 7}", ""] {
        let folder = project();
        let server = Server::start(move |_, _| Reply::json(nonsense));
        let (exit, words) = translate(folder.path(), &server.address());
        assert_eq!(exit, Some(3), "{nonsense}: {words}");
        assert!(words.contains("error: ") && words.contains("hint: "), "{words}");
        assert_eq!(drafts(folder.path()), (0, 5));
    }
}

#[test]
fn a_server_that_miscounts_in_a_batch_is_asked_for_each_segment_alone() {
    for (fewer, more) in [(1, 0), (0, 1)] {
        let folder = project();
        let server = Server::start(move |_, seen| {
            let mut drafts: Vec<String> = texts(seen).iter().map(|text| good(text)).collect();
            if drafts.len() > 1 {
                drafts.truncate(drafts.len() - fewer);
                drafts.extend(std::iter::repeat_n("Яшчэ адзін.".to_owned(), more));
            }
            Reply::json(&json!({ "translatedText": drafts }).to_string())
        });
        assert_eq!(translate(folder.path(), &server.address()), (Some(0), String::new()));
        assert_eq!(drafts(folder.path()), (5, 0));
    }
}

#[test]
fn what_a_server_translated_before_it_broke_down_is_kept_and_not_asked_for_again() {
    let folder = project();
    fs::create_dir_all(folder.path().join("home/.config/tolmach")).unwrap();
    let single = "[backend.one]\nkind = \"libretranslate\"\nbatch = false\n";
    let server =
        Server::start(|number, seen| if number == 3 { Reply::Say(403, "", "{}".into()) } else { honest(seen) });
    let settings = format!("{single}endpoint = \"{}\"\n", server.address());
    fs::write(folder.path().join("home/.config/tolmach/config.toml"), settings).unwrap();
    let run = || said(tolmach(folder.path(), &["translate", "--backend", "one", "--jobs", "1"]).output().unwrap());
    assert_eq!(run().0, Some(3));
    assert_eq!(drafts(folder.path()), (2, 3));
    assert_eq!(run().0, Some(0));
    assert_eq!(drafts(folder.path()), (5, 0));
    assert_eq!(server.seen().len(), 6, "two good answers, a refusal, and the three that were still open");
}

#[cfg(unix)]
#[test]
fn ctrl_c_keeps_what_is_done_and_the_next_run_asks_for_the_rest_only() {
    use std::{
        process::Stdio,
        sync::{
            Mutex,
            mpsc::{self, Receiver, Sender},
        },
    };

    let folder = project();
    // The server tells when the third question has come, and answers it only when it is told to.
    let (came, third): (Sender<()>, Receiver<()>) = mpsc::channel();
    let (go_on, released): (Sender<()>, Receiver<()>) = mpsc::channel();
    let (came, released) = (Mutex::new(came), Mutex::new(released));
    let server = Arc::new(Server::start(move |number, seen| {
        if number == 3 {
            came.lock().unwrap().send(()).unwrap();
            released.lock().unwrap().recv().unwrap();
        }
        honest(seen)
    }));
    fs::create_dir_all(folder.path().join("home/.config/tolmach")).unwrap();
    let settings =
        format!("[backend.one]\nkind = \"libretranslate\"\nbatch = false\nendpoint = \"{}\"\n", server.address());
    fs::write(folder.path().join("home/.config/tolmach/config.toml"), settings).unwrap();
    let arguments = ["translate", "--backend", "one", "--jobs", "1"];
    let mut command = tolmach(folder.path(), &arguments);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    third.recv().unwrap();
    let pid = rustix::process::Pid::from_child(&child);
    rustix::process::kill_process(pid, rustix::process::Signal::INT).unwrap();
    go_on.send(()).unwrap();
    let (exit, words) = said(child.wait_with_output().unwrap());
    assert_eq!(exit, Some(130), "{words}");
    assert!(words.contains("interrupted; finished work is saved"), "{words}");
    let (done, open) = drafts(folder.path());
    assert!(done >= 2 && done + open == 5, "{done} drafts, {open} open");

    let before: Vec<String> = server.seen().iter().flat_map(texts).collect();
    assert_eq!(said(tolmach(folder.path(), &arguments).output().unwrap()).0, Some(0));
    assert_eq!(drafts(folder.path()), (5, 0));
    let again: Vec<String> = server.seen().iter().skip(before.len()).flat_map(texts).collect();
    let answered = &before[..2];
    assert!(again.iter().all(|text| !answered.contains(text)), "{again:?} after {before:?}");
    let text = fs::read_to_string(folder.path().join("locales/be/segments/army.xlf")).unwrap();
    for sentence in ["The army stays", "One came.", "Two came.", "Three came.", "Four came."] {
        assert!(text.contains(&good(sentence)), "{sentence}");
    }
}

#[test]
fn a_server_that_is_away_is_told_with_its_address() {
    let folder = project();
    let address = format!("http://127.0.0.1:{}", unused_port());
    let (exit, words) = translate(folder.path(), &address);
    assert_eq!(exit, Some(3), "{words}");
    assert!(words.contains("127.0.0.1") && words.contains("hint: "), "{words}");
    assert!(folder.path().join("locales/be/segments/army.xlf").is_file(), "people can translate meanwhile");
}
