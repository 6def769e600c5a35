//! LibreTranslate's API as prism mocks it from an `OpenAPI` description, to which our requests conform.
//!
//! `TOLMACH_PRISM_SPEC` names a description to use instead of ours, such as that of a LibreTranslate server at `/spec`.

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
    http::{Http, HttpRequest, HttpSettings, LibreTranslate, Method, Transport},
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
