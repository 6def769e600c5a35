//! LibreTranslate's own description of its interface, played by prism: our requests are valid by it.
//!
//! `TOLMACH_PRISM_SPEC` names the description (`OpenAPI`); without it, or without prism, the test steps aside.

use std::{
    env,
    io::{BufRead, BufReader},
    os::unix::process::CommandExt,
    process::{Command, Stdio},
    sync::Arc,
};

use rustix::process::{Pid, Signal, kill_process_group};
use tolmach::backend::{
    Answer, Backend, Stop,
    http::{Http, HttpSettings, LibreTranslate},
};

use super::{pair, requests, server::nobody};

#[test]
fn our_requests_are_what_libretranslate_describes() {
    let Ok(spec) = env::var("TOLMACH_PRISM_SPEC") else {
        println!("stepped aside: TOLMACH_PRISM_SPEC is not set");
        return;
    };
    let port = nobody().to_string();
    let arguments = ["-y", "@stoplight/prism-cli@5.14.2", "mock", "-h", "127.0.0.1", "-p", &port, &spec];
    let mut command = Command::new("npx");
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).process_group(0);
    let Ok(mut prism) = command.spawn() else {
        println!("stepped aside: npx is not installed");
        return;
    };
    let mut lines = BufReader::new(prism.stdout.take().unwrap()).lines().map_while(Result::ok);
    let listening = lines.any(|line| line.contains("listening"));
    let engine = |form| {
        let transport = Arc::new(Http::new(HttpSettings::default()).unwrap());
        let mut engine = LibreTranslate::new(&format!("http://127.0.0.1:{port}"), None, transport).unwrap();
        engine.form = form;
        engine
    };
    let ask = |form| engine(form).translate(&pair("en", "be"), &requests(&["Hello world!"]), &Stop::default());
    let answers = ask(true);
    // npx starts a shell, and that the program: all of them end.
    let _ = kill_process_group(Pid::from_child(&prism), Signal::KILL);
    let _ = prism.wait();
    if !listening {
        println!("stepped aside: prism did not start");
        return;
    }
    let answers = answers.unwrap();
    assert!(matches!(answers.as_slice(), [Answer::Draft(draft)] if !draft.is_empty()), "{answers:?}");
}
