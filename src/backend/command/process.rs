//! Runs a program so that neither side hangs: input and outputs each have a thread, and a deadline holds for the whole
//! process group.

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

use super::{
    Program,
    guard::{END_GRACE, Guard, join_group},
};
use crate::{backend::Stop, model::clip};

/// How a run ended.
pub(in crate::backend) enum Ended {
    /// By itself.
    Exit(ExitStatus),
    /// It ran out of time.
    Late,
    /// Its output was too big.
    Flood,
    /// The user interrupted it.
    Interrupted,
}

/// The result of a run.
pub(in crate::backend) struct ProcessRun {
    pub(in crate::backend) ended: Ended,
    pub(in crate::backend) output: Vec<u8>,
    /// The last lines of its error output.
    pub(in crate::backend) stderr: String,
}

/// Bytes of error output to keep.
const STDERR_TAIL: usize = 4096;
/// How long to wait for the outputs of a program that has exited: a child of its own may still hold them open.
const OUTPUT_GRACE: Duration = Duration::from_millis(500);

/// What an output's thread reports.
enum OutputEvent {
    End,
    Flood,
}

/// Runs a program with `input`, until it exits or is ended.
pub(in crate::backend) fn run(program: &Program, input: Vec<u8>, stop: &Stop) -> io::Result<ProcessRun> {
    let (name, arguments) = program.argv.split_first().ok_or(io::ErrorKind::InvalidInput)?;
    let _counted = stop.count_program();
    let guard = Guard::start(&program.guard)?;
    let mut command = Command::new(name);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    join_group(&mut command, guard.as_ref());
    let mut child = command.spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        // A program that does not read to the end breaks the pipe: its answers will show what it has read.
        thread::spawn(move || stdin.write_all(&input));
    }
    let (sender, events) = mpsc::channel();
    let output = Arc::new(Mutex::new(Vec::new()));
    let stderr = Arc::new(Mutex::new(Vec::new()));
    if let Some(pipe) = child.stdout.take() {
        let (head, sender, limit) = (Arc::clone(&output), sender.clone(), program.output);
        thread::spawn(move || drain(pipe, &sender, |bytes| keep_head(&head, bytes, limit)));
    }
    if let Some(pipe) = child.stderr.take() {
        let tail = Arc::clone(&stderr);
        thread::spawn(move || drain(pipe, &sender, |bytes| keep_tail(&tail, bytes)));
    }
    let mut running = Running { child, guard };
    let ended = running.wait(&events, program, stop);
    if !matches!(ended, Ok((Ended::Exit(_), true))) {
        running.kill();
    }
    Ok(ProcessRun { ended: ended?.0, output: take(&output), stderr: last_lines(&take(&stderr)) })
}

/// A program with its guard, which leads its process group where there is one.
struct Running {
    child: Child,
    guard: Option<Guard>,
}

impl Running {
    /// Waits for the program and its two outputs to end, and asks it to end where that takes too long; returns also
    /// whether all of them ended by themselves.
    fn wait(
        &mut self,
        events: &mpsc::Receiver<OutputEvent>,
        program: &Program,
        stop: &Stop,
    ) -> io::Result<(Ended, bool)> {
        let mut deadline = Instant::now() + program.timeout;
        let (mut stopped, mut open, mut exited) = (false, 2, None);
        // Why the program was asked to end, if it was.
        let mut asked: Option<Ended> = None;
        let mut pause = Duration::from_millis(1);
        loop {
            if exited.is_none() {
                exited = self.child.try_wait()?;
                if exited.is_some() && asked.is_none() {
                    deadline = deadline.min(Instant::now() + OUTPUT_GRACE);
                }
            }
            if let Some(status) = exited.filter(|_| open == 0) {
                let by_itself = asked.is_none();
                return Ok((asked.unwrap_or(Ended::Exit(status)), by_itself));
            }
            if stop.is_set() && !stopped {
                stopped = true;
                deadline = deadline.min(Instant::now() + program.drain);
            }
            if stop.is_ending() && asked.is_none() {
                deadline = Instant::now();
            }
            let remaining = deadline.saturating_duration_since(Instant::now());
            if remaining.is_zero() {
                if let Some(ended) = asked {
                    return Ok((ended, false));
                }
                self.ask_to_end();
                deadline = Instant::now() + END_GRACE;
                asked = Some(match exited {
                    Some(status) => Ended::Exit(status),
                    None if stopped => Ended::Interrupted,
                    None => Ended::Late,
                });
                continue;
            }
            match events.recv_timeout(pause.min(remaining)) {
                Ok(OutputEvent::End) => open -= 1,
                Ok(OutputEvent::Flood) => return Ok((Ended::Flood, false)),
                Err(RecvTimeoutError::Timeout) => {}
                // Both outputs are closed: only the program itself remains.
                Err(RecvTimeoutError::Disconnected) => {
                    open = 0;
                    thread::sleep(pause.min(remaining));
                }
            }
            pause = (pause * 2).min(Duration::from_millis(20));
        }
    }

    /// Asks the program and everything in its process group to end.
    fn ask_to_end(&mut self) {
        #[cfg(unix)]
        self.signal_group(rustix::process::Signal::TERM);
        #[cfg(not(unix))]
        let _ = self.child.kill();
    }

    /// Kills the program and everything in its process group, including what it has started and left behind.
    fn kill(&mut self) {
        #[cfg(unix)]
        self.signal_group(rustix::process::Signal::KILL);
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    #[cfg(unix)]
    fn signal_group(&self, signal: rustix::process::Signal) {
        let leader = self.guard.as_ref().map_or(&self.child, Guard::leader);
        // Fails when the group is empty, which is what is wanted.
        let _ = rustix::process::kill_process_group(rustix::process::Pid::from_child(leader), signal);
    }
}

/// Reads an output to its end, so that the program never waits for us.
fn drain(mut pipe: impl Read, sender: &mpsc::Sender<OutputEvent>, keep: impl Fn(&[u8]) -> bool) {
    let mut buffer = vec![0; 16 * 1024];
    loop {
        match pipe.read(&mut buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Ok(0) | Err(_) => break,
            Ok(length) => {
                if !keep(buffer.get(..length).unwrap_or_default()) {
                    let _ = sender.send(OutputEvent::Flood);
                    return;
                }
            }
        }
    }
    let _ = sender.send(OutputEvent::End);
}

fn keep_head(head: &Mutex<Vec<u8>>, bytes: &[u8], limit: usize) -> bool {
    let mut head = head.lock().unwrap_or_else(PoisonError::into_inner);
    head.extend_from_slice(bytes);
    head.len() <= limit
}

fn keep_tail(tail: &Mutex<Vec<u8>>, bytes: &[u8]) -> bool {
    let mut tail = tail.lock().unwrap_or_else(PoisonError::into_inner);
    tail.extend_from_slice(bytes);
    let surplus = tail.len().saturating_sub(STDERR_TAIL);
    tail.drain(..surplus);
    true
}

fn take(bytes: &Mutex<Vec<u8>>) -> Vec<u8> {
    std::mem::take(&mut *bytes.lock().unwrap_or_else(PoisonError::into_inner))
}

/// The last three lines that are not empty, on one line.
fn last_lines(stderr: &[u8]) -> String {
    let text = String::from_utf8_lossy(stderr);
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let last = lines.get(lines.len().saturating_sub(3)..).unwrap_or_default();
    clip(&last.join(" | "), 300)
}
