//! Filters as other programs drive them: a line written, its answer read, the next line written.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    process::{Child, ChildStdin, Stdio},
    sync::mpsc::{self, Receiver},
    thread,
    time::Duration,
};

use serde_json::Value;

use super::{folder, outcome, tolmach};

/// How long an answer is waited for at most: a filter that waits for more input would never give one.
const LIMIT: Duration = Duration::from_mins(5);

/// A filter whose input stays open.
struct Running {
    child: Child,
    input: Option<ChildStdin>,
    answers: Receiver<String>,
    _folder: tempfile::TempDir,
}

impl Running {
    fn start(command: &[&str]) -> Self {
        let folder = folder();
        let mut child = tolmach(folder.path(), command)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (sender, answers) = mpsc::channel();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        thread::spawn(move || lines.map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Self { input: child.stdin.take(), child, answers, _folder: folder }
    }

    fn write(&mut self, text: &str) {
        self.input.as_mut().unwrap().write_all(text.as_bytes()).unwrap();
    }

    fn answer(&self) -> Value {
        serde_json::from_str(&self.answers.recv_timeout(LIMIT).unwrap()).unwrap()
    }

    /// Closes the input, and returns the exit code and what was said.
    fn end(mut self) -> (Option<i32>, String) {
        drop(self.input.take());
        assert_eq!(self.answers.recv_timeout(LIMIT), Err(mpsc::RecvTimeoutError::Disconnected));
        outcome(self.child.wait_with_output().unwrap())
    }
}

#[test]
fn each_line_is_answered_while_the_input_stays_open() {
    let mut check = Running::start(&["check", "--stdin", "--fail-on", "major"]);
    for id in 1..=3 {
        let pair =
            format!("{{\"id\":{id},\"locale\":\"be\",\"source\":\"It is 12 km.\",\"target\":\"Гэта 21 км.\"}}\n");
        check.write(&pair);
        let answer = check.answer();
        assert_eq!((&answer["id"], &answer["findings"][0]["rule"]), (&id.into(), &"numbers".into()));
    }
    // Two lines at once, the second of them begun.
    check.write("{\"id\":4,\"locale\":\"be\",\"source\":\"One.\",\"target\":\"Адзін.\"}\n{\"id\":5,\"loc");
    assert_eq!(check.answer()["id"], 4);
    check.write("ale\":\"be\",\"source\":\"Two.\",\"target\":\"Два.\"}\n");
    assert_eq!(check.answer()["id"], 5);
    let (exit, said) = check.end();
    assert_eq!((exit, said.as_str()), (Some(1), "3 findings at or above “major”\n"));
}

#[test]
fn an_empty_line_and_a_bad_one_are_answered_with_their_numbers() {
    let mut segment = Running::start(&["segment", "--stdin"]);
    segment.write("{\"id\":1,\"lang\":\"be\",\"text\":\"Так. Не.\"}\n");
    assert_eq!(segment.answer()["segments"].as_array().map(Vec::len), Some(2));
    for (line, id, number) in
        [("\n", Value::Null, 2), ("nothing\n", Value::Null, 3), ("{\"id\":\"x\"}\n", "x".into(), 4)]
    {
        segment.write(line);
        let answer = segment.answer();
        assert_eq!((&answer["id"], &answer["line"]), (&id, &number.into()));
        assert!(!answer["error"].as_str().unwrap().is_empty());
    }
    assert_eq!(segment.end().0, Some(2));
}

#[test]
fn many_lines_are_answered_in_their_order() {
    let mut segment = Running::start(&["segment", "--stdin"]);
    let mut input = segment.input.take().unwrap();
    let writer = thread::spawn(move || {
        for id in 0..20_000 {
            // Lines of different lengths end at any place of what is read at a time.
            let words = "слова ".repeat(id % 40);
            writeln!(input, "{{\"id\":{id},\"lang\":\"be\",\"text\":\"Гэта {words}. Не.\"}}").unwrap();
        }
    });
    for id in 0..20_000 {
        assert_eq!(segment.answer()["id"], id);
    }
    writer.join().unwrap();
    assert_eq!(segment.end(), (Some(0), String::new()));
}
