//! Misbehaving servers and Ctrl-C: finished work is kept, and the exit code says how the run ended.

use std::{fs, path::Path, sync::Arc};

use serde_json::{Value, json};
use tempfile::TempDir;

use super::{outcome, tolmach};
use crate::backend::{
    good,
    server::{Reply, Server, honest, texts, unused_port},
};

fn project() -> TempDir {
    super::project(&["libretranslate"])
}

fn translate(folder: &Path, address: &str) -> (Option<i32>, String) {
    outcome(tolmach(folder, &["translate", "--endpoint", address]).output().unwrap())
}

/// The number of segments with a draft and without any translation.
fn drafts(folder: &Path) -> (u64, u64) {
    let output = tolmach(folder, &["status", "--format", "json"]).output().unwrap();
    let status: Value = serde_json::from_slice(&output.stdout).unwrap();
    let count = |name: &str| status["editions"][0]["states"][name]["segments"].as_u64().unwrap();
    (count("draft"), count("missing"))
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
fn a_server_that_denies_access_is_reported_by_name_with_a_hint() {
    let folder = project();
    let server = Server::start(|_, _| Reply::Say(403, "", json!({ "error": "Invalid API key" }).to_string()));
    let (exit, words) = translate(folder.path(), &server.address());
    assert_eq!(exit, Some(3), "{words}");
    assert!(words.contains("error: `libretranslate`") && words.contains("hint: "), "{words}");
    assert_eq!(drafts(folder.path()), (0, 5));
}

#[test]
fn nonsense_from_a_server_is_not_accepted() {
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
fn after_a_wrong_number_of_answers_each_segment_is_requested_alone() {
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
fn drafts_from_before_a_breakdown_are_kept_and_not_requested_again() {
    let folder = project();
    fs::create_dir_all(folder.path().join("home/.config/tolmach")).unwrap();
    let single = "[backend.one]\nkind = \"libretranslate\"\nbatch = false\n";
    let server =
        Server::start(|number, seen| if number == 3 { Reply::Say(403, "", "{}".into()) } else { honest(seen) });
    let settings = format!("{single}endpoint = \"{}\"\n", server.address());
    fs::write(folder.path().join("home/.config/tolmach/config.toml"), settings).unwrap();
    let run = || outcome(tolmach(folder.path(), &["translate", "--backend", "one", "--jobs", "1"]).output().unwrap());
    assert_eq!(run().0, Some(3));
    assert_eq!(drafts(folder.path()), (2, 3));
    assert_eq!(run().0, Some(0));
    assert_eq!(drafts(folder.path()), (5, 0));
    assert_eq!(server.seen().len(), 6, "two good answers, a refusal, and the three that were still open");
}

#[cfg(unix)]
#[test]
fn ctrl_c_keeps_finished_work_and_the_next_run_requests_only_the_rest() {
    use std::{
        process::Stdio,
        sync::{
            Mutex,
            mpsc::{self, Receiver, Sender},
        },
    };

    let folder = project();
    // The server signals the arrival of the third request and answers it only when released.
    let (arrived, third): (Sender<()>, Receiver<()>) = mpsc::channel();
    let (release, released): (Sender<()>, Receiver<()>) = mpsc::channel();
    let (arrived, released) = (Mutex::new(arrived), Mutex::new(released));
    let server = Arc::new(Server::start(move |number, seen| {
        if number == 3 {
            arrived.lock().unwrap().send(()).unwrap();
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
    release.send(()).unwrap();
    let (exit, words) = outcome(child.wait_with_output().unwrap());
    assert_eq!(exit, Some(130), "{words}");
    assert!(words.contains("interrupted; finished work is saved"), "{words}");
    let (done, open) = drafts(folder.path());
    assert!(done >= 2 && done + open == 5, "{done} drafts, {open} open");

    let before: Vec<String> = server.seen().iter().flat_map(texts).collect();
    assert_eq!(outcome(tolmach(folder.path(), &arguments).output().unwrap()).0, Some(0));
    assert_eq!(drafts(folder.path()), (5, 0));
    let repeated: Vec<String> = server.seen().iter().skip(before.len()).flat_map(texts).collect();
    let answered = &before[..2];
    assert!(repeated.iter().all(|text| !answered.contains(text)), "{repeated:?} after {before:?}");
    let text = fs::read_to_string(folder.path().join("locales/be/segments/army.xlf")).unwrap();
    for sentence in ["The army stays", "One came.", "Two came.", "Three came.", "Four came."] {
        assert!(text.contains(&good(sentence)), "{sentence}");
    }
}

#[test]
fn an_unreachable_server_is_reported_with_its_address() {
    let folder = project();
    let address = format!("http://127.0.0.1:{}", unused_port());
    let (exit, words) = translate(folder.path(), &address);
    assert_eq!(exit, Some(3), "{words}");
    assert!(words.contains("127.0.0.1") && words.contains("hint: "), "{words}");
    assert!(folder.path().join("locales/be/segments/army.xlf").is_file(), "people can translate meanwhile");
}

#[test]
fn a_page_of_this_machine_is_imported_only_on_request_and_only_if_it_is_one() {
    let folder = project();
    let page = "<title>The army</title><article><h1>The army</h1><p>The army stays at home, and nobody has asked it to march.</p></article>";
    let server = Server::start(move |_, seen| match seen.first.split(' ').nth(1).unwrap() {
        "/pdf" => Reply::Say(200, "Content-Type: application/pdf\r\n", "%PDF-1.7".to_owned()),
        "/disguised" => Reply::Say(200, "Content-Type: text/html\r\n", "%PDF-1.7".to_owned()),
        "/png" => Reply::Say(200, "Content-Type: image/png\r\n", "x".to_owned()),
        _ => Reply::Say(200, "Content-Type: text/html; charset=utf-8\r\n", page.to_owned()),
    });
    let import = |path: &str, flags: &[&str]| {
        let address = format!("{}/{path}", server.address());
        let arguments = [&["import", &address, "--slug", "page"][..], flags].concat();
        outcome(tolmach(folder.path(), &arguments).output().unwrap())
    };
    let (exit, words) = import("page", &[]);
    assert_eq!(exit, Some(2), "{words}");
    assert!(words.contains("is an address of this machine") && words.contains("--allow-local"), "{words}");
    assert!(server.seen().is_empty());
    for (path, said) in [("pdf", "a PDF document"), ("disguised", "a PDF document"), ("png", "`image/png`")] {
        let (exit, words) = import(path, &["--allow-local"]);
        assert_eq!(exit, Some(2), "{words}");
        assert!(words.contains(said) && words.contains("save it as HTML"), "{words}");
    }
    assert!(!folder.path().join("source/page.md").exists());
    let (exit, words) = import("page", &["--allow-local"]);
    assert_eq!(exit, Some(0), "{words}");
    assert!(fs::read_to_string(folder.path().join("source/page.md")).unwrap().contains("nobody has asked it to march"));
}

#[test]
fn what_stands_in_the_way_of_a_later_engine_is_said_also_where_it_is_not_needed() {
    let folder = project();
    let later = Server::start(|_, seen| {
        assert!(seen.first.starts_with("GET"), "nothing of the text goes to it");
        Reply::json("{\"data\":[{\"id\":\"gemma\"}]}")
    });
    let first = Server::start(|_, seen| honest(seen));
    let settings = format!(
        "targets = [\"be\"]\nbackends = [\"one\", \"two\"]\n[backend.one]\nkind = \"libretranslate\"\nendpoint = \"{}\"\n\
         [backend.two]\nkind = \"openai\"\nendpoint = \"{}\"\nmodel = \"gema\"\n",
        first.address(),
        later.address()
    );
    fs::write(folder.path().join("tolmach.toml"), settings).unwrap();
    let (exit, words) = outcome(tolmach(folder.path(), &["translate", "--quiet"]).output().unwrap());
    assert_eq!(
        (exit, words.as_str()),
        (Some(0), "`two` has no model `gema`; this matters where no backend before it gives a draft\n")
    );
    assert_eq!((later.seen().len(), drafts(folder.path())), (1, (5, 0)));
}
