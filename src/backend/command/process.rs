//! How is a program run so that neither it nor we hang? Input and outputs each have a thread; a deadline holds for the
//! whole process group.

use std::{
    io::{self, Read, Write},
    process::{Child, Command, ExitStatus, Stdio},
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{self, RecvTimeoutError},
    },
    thread,
    time::{Duration, Instant},
};

use super::Program;
use crate::{backend::Stop, model::clip};

/// How a run ended.
pub(super) enum Ended {
    /// By itself.
    Exit(ExitStatus),
    /// The time was over.
    Late,
    /// It said too much.
    Flood,
    /// The user stopped it.
    Interrupted,
}

/// What came of a run.
pub(super) struct ProcessRun {
    pub(super) ended: Ended,
    pub(super) output: Vec<u8>,
    /// The last lines of its error output.
    pub(super) stderr: String,
}

/// Bytes of error output that are kept.
const STDERR: usize = 4096;
/// How long the outputs of a program that has ended are waited for: a child of its own may still hold them.
const REST: Duration = Duration::from_millis(500);

/// What an output's thread tells.
enum OutputEvent {
    End,
    Flood,
}

/// Runs a program with `input`, until it ends or is ended.
pub(super) fn run(program: &Program, input: Vec<u8>, stop: &Stop) -> io::Result<ProcessRun> {
    let (name, arguments) = program.argv.split_first().ok_or(io::ErrorKind::InvalidInput)?;
    let mut command = Command::new(name);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        // A program that does not read to the end breaks the pipe: its answers will show what it has read.
        thread::spawn(move || stdin.write_all(&input));
    }
    let (to, events) = mpsc::channel();
    let output = Arc::new(Mutex::new(Vec::new()));
    let stderr = Arc::new(Mutex::new(Vec::new()));
    if let Some(pipe) = child.stdout.take() {
        let (kept, to, limit) = (Arc::clone(&output), to.clone(), program.output);
        thread::spawn(move || drain(pipe, &to, |bytes| keep_head(&kept, bytes, limit)));
    }
    if let Some(pipe) = child.stderr.take() {
        let kept = Arc::clone(&stderr);
        thread::spawn(move || drain(pipe, &to, |bytes| keep_tail(&kept, bytes)));
    }
    let ended = wait(&mut child, &events, program, stop);
    if !matches!(ended, Ok((Ended::Exit(_), true))) {
        end(&mut child);
    }
    Ok(ProcessRun { ended: ended?.0, output: taken(&output), stderr: last_lines(&taken(&stderr)) })
}

/// Waits for the end of the program and of its two outputs; tells whether both came.
fn wait(
    child: &mut Child,
    events: &mpsc::Receiver<OutputEvent>,
    program: &Program,
    stop: &Stop,
) -> io::Result<(Ended, bool)> {
    let begin = Instant::now();
    let mut deadline = begin + program.time_out;
    let (mut stopped, mut open, mut exited) = (false, 2, None);
    let mut pause = Duration::from_millis(1);
    loop {
        if exited.is_none() {
            exited = child.try_wait()?;
            if exited.is_some() {
                deadline = deadline.min(Instant::now() + REST);
            }
        }
        if let Some(status) = exited.filter(|_| open == 0) {
            return Ok((Ended::Exit(status), true));
        }
        if stop.is_set() && !stopped {
            stopped = true;
            deadline = deadline.min(Instant::now() + program.drain);
        }
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            let ended = match exited {
                Some(status) => Ended::Exit(status),
                None if stopped => Ended::Interrupted,
                None => Ended::Late,
            };
            return Ok((ended, false));
        }
        match events.recv_timeout(pause.min(left)) {
            Ok(OutputEvent::End) => open -= 1,
            Ok(OutputEvent::Flood) => return Ok((Ended::Flood, false)),
            Err(RecvTimeoutError::Timeout) => {}
            // Both outputs are closed: only the program itself is left to wait for.
            Err(RecvTimeoutError::Disconnected) => {
                open = 0;
                thread::sleep(pause.min(left));
            }
        }
        pause = (pause * 2).min(Duration::from_millis(20));
    }
}

/// Ends the program and everything in its process group: also what it has started and left behind.
fn end(child: &mut Child) {
    #[cfg(unix)]
    {
        let group = rustix::process::Pid::from_child(child);
        // Fails when nobody is left in it, which is what is wanted.
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    let _ = child.kill();
    let _ = child.wait();
}

/// Reads an output to its end, so that the program never waits for us.
fn drain(mut pipe: impl Read, to: &mpsc::Sender<OutputEvent>, keep: impl Fn(&[u8]) -> bool) {
    let mut buffer = vec![0; 16 * 1024];
    loop {
        match pipe.read(&mut buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Ok(0) | Err(_) => break,
            Ok(length) => {
                if !keep(buffer.get(..length).unwrap_or_default()) {
                    let _ = to.send(OutputEvent::Flood);
                    return;
                }
            }
        }
    }
    let _ = to.send(OutputEvent::End);
}

fn keep_head(kept: &Mutex<Vec<u8>>, bytes: &[u8], limit: usize) -> bool {
    let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
    kept.extend_from_slice(bytes);
    kept.len() <= limit
}

fn keep_tail(kept: &Mutex<Vec<u8>>, bytes: &[u8]) -> bool {
    let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
    kept.extend_from_slice(bytes);
    let surplus = kept.len().saturating_sub(STDERR);
    kept.drain(..surplus);
    true
}

fn taken(kept: &Mutex<Vec<u8>>) -> Vec<u8> {
    std::mem::take(&mut *kept.lock().unwrap_or_else(PoisonError::into_inner))
}

/// The last three lines that say something, on one.
fn last_lines(stderr: &[u8]) -> String {
    let text = String::from_utf8_lossy(stderr);
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let last = lines.get(lines.len().saturating_sub(3)..).unwrap_or_default();
    clip(&last.join(" | "), 300)
}
