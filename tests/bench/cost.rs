//! The cost of a command: CPU seconds and peak memory of the whole process.

use std::{
    env,
    ffi::OsString,
    fmt,
    fs::File,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

/// The argument with which this program runs one command and prints its cost.
pub(crate) const MEASURE: &str = "--measure";

/// The cost of a process.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cost {
    /// Seconds of CPU time, user and system; `None` where the system does not report it.
    pub(crate) cpu: Option<f64>,
    /// Peak resident memory, in bytes.
    pub(crate) peak: Option<u64>,
    /// Elapsed time.
    pub(crate) wall: Duration,
}

impl fmt::Display for Cost {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cpu = self.cpu.map_or_else(|| "–".to_owned(), |cpu| format!("{cpu:.2}"));
        let peak = self.peak.map_or_else(|| "–".to_owned(), |peak| (peak / 1_000_000).to_string());
        write!(out, "{cpu} | {:.2} | {peak}", self.wall.as_secs_f64())
    }
}

/// The least of three measurements, since other load on the machine can only add to them.
pub(crate) fn least(mut measure: impl FnMut(usize) -> Cost) -> Cost {
    let costs = (0..3).map(&mut measure);
    costs.min_by(|a, b| a.cpu.partial_cmp(&b.cpu).unwrap().then(a.wall.cmp(&b.wall))).unwrap()
}

/// Runs tolmach in a folder. A separate process in between measures the cost, since the system reports only the sum
/// over all finished children of a process, and includes the memory of the parent.
#[allow(dead_code, reason = "some benches only measure commands with input")]
pub(crate) fn tolmach(arguments: &[&str], folder: &Path) -> Cost {
    run(arguments, folder, Stdio::null())
}

/// Runs tolmach like [`tolmach`], with a file as its standard input.
#[allow(dead_code, reason = "some benches only measure commands without input")]
pub(crate) fn tolmach_reading(input: &Path, arguments: &[&str], folder: &Path) -> Cost {
    run(arguments, folder, File::open(input).unwrap().into())
}

fn run(arguments: &[&str], folder: &Path, input: Stdio) -> Cost {
    let start = Instant::now();
    let output = Command::new(env::current_exe().unwrap())
        .arg(MEASURE)
        .args(arguments)
        .current_dir(folder)
        .stdin(input)
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    let wall = start.elapsed();
    assert!(output.status.success(), "{arguments:?}");
    let output = String::from_utf8(output.stdout).unwrap();
    let mut words = output.split_whitespace();
    let cpu = words.next().and_then(|cpu| cpu.parse().ok());
    let peak = words.next().and_then(|peak| peak.parse().ok());
    Cost { cpu, peak, wall }
}

/// The process in between. Exit code 1 (findings) is not a failure: only the work is measured.
pub(crate) fn measure(arguments: impl Iterator<Item = OsString>) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
    let status = command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    assert!(matches!(status.code(), Some(0 | 1)), "{status}");
    print_cost_of_children();
}

#[cfg(unix)]
fn print_cost_of_children() {
    use nix::sys::resource::{UsageWho, getrusage};

    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).unwrap();
    let seconds = |time: nix::sys::time::TimeVal| {
        Duration::new(time.tv_sec().unsigned_abs(), 0) + Duration::from_micros(time.tv_usec().unsigned_abs())
    };
    let cpu = seconds(usage.user_time()) + seconds(usage.system_time());
    // Linux counts in KiB, macOS in bytes.
    let unit = if cfg!(target_vendor = "apple") { 1 } else { 1024 };
    println!("{} {}", cpu.as_secs_f64(), usage.max_rss().unsigned_abs() * unit);
}

#[cfg(not(unix))]
fn print_cost_of_children() {}
