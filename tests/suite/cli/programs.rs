//! Programs of engines when tolmach is interrupted or killed: nothing of them stays behind.

use std::{
    fs,
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::mpsc::{self, Receiver},
    thread,
    time::Duration,
};

use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;
use tolmach::{
    backend::{Backend, BackendError, CommandBackend, Program, Stop},
    project::file_version,
};

use super::{folder, outcome, project, tolmach};
use crate::{
    backend::{pair, sentences},
    support::is_installed,
};

/// A program that works for ever with a child that ignores every request to end. All of them hold the pipe open.
const PROGRAM: &str = "exec 9> pipe; (trap '' TERM INT HUP; while :; do sleep 1; done) & echo started >&9; sleep 1000";
/// How long a test waits for what it cannot wait for without a limit: another process may hang.
const LIMIT: Duration = Duration::from_mins(10);

fn has_programs() -> bool {
    is_installed("sh", &["-c", "exit 0"]) && is_installed("mkfifo", &["--version"])
}

/// What a program writes to a named pipe: its first line, then the end, which comes when all processes that hold the
/// pipe are gone.
struct Pipe(Receiver<String>);

impl Pipe {
    fn make(path: PathBuf) -> Self {
        assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
        let (sender, receiver) = mpsc::channel();
        thread::spawn(move || {
            let mut reader = BufReader::new(fs::File::open(path).unwrap());
            let (mut first, mut rest) = (String::new(), String::new());
            reader.read_line(&mut first).unwrap();
            sender.send(first).unwrap();
            reader.read_to_string(&mut rest).unwrap();
            sender.send(rest).unwrap();
        });
        Self(receiver)
    }

    fn await_start(&self) {
        assert_eq!(self.0.recv_timeout(LIMIT).as_deref(), Ok("started\n"));
    }

    fn await_end(&self) {
        assert_eq!(self.0.recv_timeout(LIMIT).as_deref(), Ok(""), "some of the program's processes are left");
    }
}

/// A project whose engine is working, that engine's pipe, and tolmach waiting for it.
fn working() -> (TempDir, Pipe, Child) {
    let folder = project(&["command"]);
    let pipe = Pipe::make(folder.path().join("pipe"));
    fs::write(folder.path().join("engine.sh"), PROGRAM).unwrap();
    let mut command = tolmach(folder.path(), &["translate", "--program", "sh engine.sh"]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    pipe.await_start();
    (folder, pipe, child)
}

fn signal(child: &Child, signal: Signal) {
    kill_process(Pid::from_child(child), signal).unwrap();
}

#[test]
fn a_second_ctrl_c_ends_the_program_with_its_group_and_exits_with_130() {
    for second in [Signal::INT, Signal::TERM] {
        if !has_programs() {
            return;
        }
        let (folder, pipe, mut child) = working();
        signal(&child, Signal::INT);
        let mut stderr = BufReader::new(child.stderr.take().unwrap());
        let mut waits = String::new();
        stderr.read_line(&mut waits).unwrap();
        assert!(waits.starts_with("stopping: ") && waits.contains("another `Ctrl-C`"), "{waits}");
        signal(&child, second);
        pipe.await_end();
        assert_eq!(child.wait().unwrap().code(), Some(130));
        let mut words = String::new();
        stderr.read_to_string(&mut words).unwrap();
        assert!(words.contains("stopped at once; requests in flight may have been billed"), "{words}");
        let ledger = fs::read_to_string(folder.path().join(".tolmach/ledger.jsonl")).unwrap();
        assert!(ledger.contains("\"asked\"") && !ledger.contains("\"refused\""), "in doubt: {ledger}");
    }
}

#[test]
fn a_killed_tolmach_leaves_no_program_behind() {
    for how in [Signal::KILL, Signal::ABORT] {
        if !has_programs() {
            return;
        }
        let (_folder, pipe, mut child) = working();
        signal(&child, how);
        pipe.await_end();
        assert_eq!(child.wait().unwrap().code(), None);
    }
}

#[test]
fn a_program_that_runs_out_of_time_is_ended_with_its_group_and_its_guard() {
    if !has_programs() {
        return;
    }
    for guard in [vec![], vec![env!("CARGO_BIN_EXE_tolmach").into(), "guard".into()]] {
        let folder = folder();
        let pipe = Pipe::make(folder.path().join("pipe"));
        let argv = ["sh", "-c", &format!("cd '{}'; {PROGRAM}", folder.path().display())].map(str::to_owned);
        // Ample for the program to start: it is awaited below.
        let program = Program { guard, timeout: Duration::from_secs(2), ..Program::new(argv.to_vec()) };
        let error = CommandBackend::new("script", program)
            .unwrap()
            .translate(&pair("en", "be"), &sentences(1), &Stop::default())
            .unwrap_err();
        assert!(error.to_string().contains("did not end within 2 s"), "{error}");
        pipe.await_start();
        pipe.await_end();
    }
}

#[test]
fn a_guarded_program_gets_its_input_to_the_end_and_keeps_its_exit_status() {
    if !has_programs() {
        return;
    }
    let run = |script: &str| {
        let guard = vec![env!("CARGO_BIN_EXE_tolmach").into(), "guard".into()];
        let argv = ["sh", "-c", script].map(str::to_owned).to_vec();
        let backend = CommandBackend::new("script", Program { guard, ..Program::new(argv) }).unwrap();
        backend.translate(&pair("en", "be"), &sentences(3), &Stop::default())
    };
    assert_eq!(run("cat").unwrap().len(), 3);
    for (script, end) in [("cat >&2; exit 7", "exit status: 7"), ("kill -9 $$", "signal: 9")] {
        let error = run(script).unwrap_err();
        assert!(error.to_string().contains(end), "{error}");
    }
}

#[test]
fn a_program_whose_guard_cannot_be_started_is_not_started() {
    let folder = folder();
    let argv = ["touch".to_owned(), folder.path().join("started").display().to_string()];
    let program = Program { guard: vec!["/nowhere/to/be/found".into()], ..Program::new(argv.to_vec()) };
    let result =
        CommandBackend::new("script", program).unwrap().translate(&pair("en", "be"), &sentences(1), &Stop::default());
    assert!(matches!(result, Err(BackendError::NotStarted { .. })), "{result:?}");
    assert!(!Path::new(&argv[1]).exists());
}

#[test]
fn a_guard_ends_no_group_that_it_does_not_lead() {
    let folder = folder();
    let (exit, words) = outcome(tolmach(folder.path(), &["guard"]).stdin(Stdio::null()).output().unwrap());
    assert_eq!((exit, words.as_str()), (Some(2), "error: this process leads no process group, so it can guard none\n"));
}

#[test]
fn of_the_arguments_of_a_program_only_regular_files_of_moderate_size_are_read() {
    if !has_programs() {
        return;
    }
    let folder = project(&["command"]);
    let path = |name: &str| folder.path().join(name);
    // Big enough that reading it would show, and without a byte on the disk.
    fs::File::create(path("model")).unwrap().set_len(3 << 30).unwrap();
    assert!(Command::new("mkfifo").arg(path("fifo")).status().unwrap().success());
    std::os::unix::fs::symlink("fifo", path("link")).unwrap();
    fs::write(path("small"), "one").unwrap();
    for (name, length) in [("small", Some(3)), ("link", None), ("fifo", None), ("source", None), ("nothing", None)] {
        assert_eq!(file_version(&path(name)).map(|version| version.len()), length, "{name}");
    }
    assert_eq!(file_version(Path::new("/dev/zero")), None);
    assert!(file_version(&path("model")).is_some_and(|version| version.len() < 100));

    let engine = r#"echo asked >> asked
        exec env LC_ALL=C.UTF-8 sed -E 'h; s/^\{"id":"([^"]*)".*/{"id":"\1","text":"/; x
s/.*"target_lang":"[^"]*","text":"(([^"\\]|\\.)*)","terms".*/\1/; y/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ/абцдефгхійклмнопарстувшхузАБЦДЕФГХІЙКЛМНОПАРСТУВШХУЗ/
s/$/"}/; H; x; s/\n//'"#;
    fs::write(path("engine.sh"), engine).unwrap();
    // The number of times that the engine was asked, after a run without any segment file.
    let asked = || {
        let _ = fs::remove_dir_all(path("locales"));
        let program = "sh engine.sh model fifo link /dev/zero small";
        let mut command = tolmach(folder.path(), &["translate", "--program", program]);
        let (sender, receiver) = mpsc::channel();
        thread::spawn(move || sender.send(command.output().unwrap()));
        let (exit, words) = outcome(receiver.recv_timeout(LIMIT).expect("tolmach reads what has no end"));
        assert_eq!(exit, Some(0), "{words}");
        fs::read_to_string(path("asked")).unwrap().lines().count()
    };
    assert_eq!((asked(), asked()), (1, 1));
    fs::File::options().write(true).open(path("model")).unwrap().set_len((3 << 30) + 1).unwrap();
    assert_eq!((asked(), asked()), (2, 2), "another model");
    fs::write(path("small"), "two").unwrap();
    assert_eq!((asked(), asked()), (3, 3), "another file");
}
