//! The interfaces of LibreTranslate, `DeepL` and Google as prism mocks them from `OpenAPI` descriptions, to which our requests
//! conform.
//!
//! `TOLMACH_PRISM_SPEC` names a description to use instead of ours, such as that of a LibreTranslate server at `/spec`;
//! `TOLMACH_OPENAPI` a folder with those of the makers.

use std::{
    env,
    io::{BufRead, BufReader, Read as _},
    os::unix::process::CommandExt,
    process::{Child, ChildStdout, Command, Stdio},
    sync::Arc,
};

use rustix::process::{Pid, Signal, kill_process_group};
use tolmach::backend::{
    Answer, Backend, BackendError, Stop,
    http::{DeepL, Google, Http, HttpRequest, HttpSettings, LibreTranslate, Method, Secret, Transport},
};

use super::{pair, requests, server::unused_port};
use crate::{cases, support::skip};

/// The path of our description of the API, as far as we rely on it.
fn ours() -> String {
    cases::path("backend/libretranslate.yaml")
}

/// A server that answers as a description says; stopped on drop.
struct Prism {
    process: Child,
    /// Kept open because prism goes on writing to it.
    _output: BufReader<ChildStdout>,
    address: String,
}

impl Prism {
    fn play(description: &str) -> Option<Self> {
        let port = unused_port().to_string();
        let spawned = Command::new("prism")
            .args(["mock", "-h", "127.0.0.1", "-p", &port, description])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .process_group(0)
            .spawn();
        let Ok(mut process) = spawned else {
            skip("prism is not installed");
            return None;
        };
        let mut output = BufReader::new(process.stdout.take().unwrap());
        let listening = output.by_ref().lines().map_while(Result::ok).any(|line| line.contains("listening"));
        let prism = Self { process, _output: output, address: format!("http://127.0.0.1:{port}") };
        assert!(listening, "prism plays {description}");
        Some(prism)
    }

    fn engine(&self, form: bool) -> LibreTranslate {
        let mut engine = LibreTranslate::new(&self.address, None, transport()).unwrap();
        engine.form = form;
        engine
    }
}

impl Drop for Prism {
    /// Ends prism and the processes that it started.
    fn drop(&mut self) {
        let _ = kill_process_group(Pid::from_child(&self.process), Signal::KILL);
        let _ = self.process.wait();
    }
}

fn transport() -> Arc<dyn Transport> {
    Arc::new(Http::new(HttpSettings::default()).unwrap())
}

fn ask(engine: &LibreTranslate) -> Result<Vec<Answer>, BackendError> {
    engine.translate(&pair("en", "be"), &requests(&["Hello world!"]), &Stop::default())
}

#[test]
fn our_requests_conform_to_libretranslates_description() {
    let override_path = env::var("TOLMACH_PRISM_SPEC").ok().filter(|path| !path.is_empty());
    let Some(prism) = Prism::play(override_path.as_deref().unwrap_or(&ours())) else { return };
    let answers = ask(&prism.engine(true)).unwrap();
    assert!(matches!(answers.as_slice(), [Answer::Draft(draft)] if !draft.is_empty()), "{answers:?}");
    if override_path.is_none() {
        // LibreTranslate's own description has the form only.
        let answers = ask(&prism.engine(false)).unwrap();
        assert_eq!(answers, [Answer::Draft("Прывітанне, свет!".to_owned())]);
    }
}

#[test]
fn the_description_rejects_what_libretranslate_would() {
    let Some(prism) = Prism::play(&ours()) else { return };
    let status = |body: &str| {
        let request = HttpRequest {
            method: Method::Post,
            url: format!("{}/translate", prism.address).parse().unwrap(),
            headers: vec![("content-type", "application/x-www-form-urlencoded".to_owned())],
            body: body.as_bytes().to_vec(),
        };
        transport().send(&request, &Stop::default()).unwrap().status
    };
    assert_eq!(status("q=Hello&source=en&target=be&format=text"), 200);
    for body in ["", "source=en&target=be", "q=Hello&source=en", "q=Hello&source=en&target=be&format=markdown"] {
        assert!((400..500).contains(&status(body)), "{body}");
    }
}

/// A description of the engine's maker, or ours of what we rely on.
fn description(makers: &str, ours: &str) -> String {
    let folder = env::var("TOLMACH_OPENAPI").ok().filter(|folder| !folder.is_empty());
    folder.map_or_else(|| cases::path(ours), |folder| format!("{folder}/{makers}"))
}

#[expect(clippy::unnecessary_wraps, reason = "as the engines take it")]
fn key() -> Option<Secret> {
    Some(Secret::new("k-1".to_owned()))
}

/// Whether prism took the request: it answers with drafts, in a number of its own choice.
fn is_taken(answer: &Result<Vec<Answer>, BackendError>) -> bool {
    matches!(answer, Ok(_) | Err(BackendError::Count { .. }))
}

#[test]
fn our_requests_conform_to_deepls_description() {
    let Some(prism) = Prism::play(&description("deepl.yaml", "backend/deepl.yaml")) else { return };
    let mut engine = DeepL::new(&prism.address, key(), transport()).unwrap();
    engine.formality = Some("prefer_less".to_owned());
    let mut asked = requests(&["Hello world!", "Read ⟦1⟧this⟦/1⟧."]);
    for paragraph in ["", "Hello world! Read this."] {
        for request in &mut asked {
            paragraph.clone_into(&mut request.paragraph);
        }
        for target in ["be", "ru", "uk", "en-US"] {
            let answer = engine.translate(&pair("de", target), &asked, &Stop::default());
            assert!(is_taken(&answer), "{target}: {answer:?}");
        }
    }
    let prepared = engine.prepare(&pair("en", "be"), &Stop::default());
    assert!(matches!(prepared, Ok(()) | Err(BackendError::Pair { .. })), "{prepared:?}");
}

#[test]
fn our_requests_conform_to_googles_description() {
    let Some(prism) = Prism::play(&description("google-translate.v2.openapi.json", "backend/google.yaml")) else {
        return;
    };
    let engine = Google::new(&prism.address, key(), transport()).unwrap();
    let answer = engine.translate(&pair("en", "be"), &requests(&["Hello world!", "Yes."]), &Stop::default());
    // The maker's description leaves out the `data` around the answer, which the server sends.
    let is_bare = |detail: &str| detail.contains("translatedText");
    let is_described = matches!(&answer, Err(BackendError::Nonsense { detail, .. }) if is_bare(detail));
    assert!(is_taken(&answer) || is_described, "{answer:?}");
}
