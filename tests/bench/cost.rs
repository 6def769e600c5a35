//! What a command costs: CPU seconds and peak memory of the whole process.

use std::{
    env,
    ffi::OsString,
    fmt,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

/// The argument with which this program runs one command and prints what it cost.
pub(crate) const MEASURE: &str = "--measure";

/// What a process cost.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cost {
    /// Seconds of CPU time, user and system; `None` where the system does not say.
    pub(crate) cpu: Option<f64>,
    /// Peak of resident memory, in bytes.
    pub(crate) peak: Option<u64>,
    /// How long it took.
    pub(crate) wall: Duration,
}

impl fmt::Display for Cost {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cpu = self.cpu.map_or_else(|| "–".to_owned(), |cpu| format!("{cpu:.2}"));
        let peak = self.peak.map_or_else(|| "–".to_owned(), |peak| (peak / 1_000_000).to_string());
        write!(out, "{cpu} | {:.2} | {peak}", self.wall.as_secs_f64())
    }
}

/// Runs tolmach in a folder. What it cost is measured by a process of its own in between, since the system only sums up
/// what all finished children of a process cost, and counts the memory of a parent in.
pub(crate) fn tolmach(arguments: &[&str], folder: &Path) -> Cost {
    let start = Instant::now();
    let output = Command::new(env::current_exe().unwrap())
        .arg(MEASURE)
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    let wall = start.elapsed();
    assert!(output.status.success(), "{arguments:?}");
    let said = String::from_utf8(output.stdout).unwrap();
    let mut said = said.split_whitespace();
    let cpu = said.next().and_then(|cpu| cpu.parse().ok());
    let peak = said.next().and_then(|peak| peak.parse().ok());
    Cost { cpu, peak, wall }
}

/// The process in between. Findings are no failure: what is measured is work.
pub(crate) fn measure(arguments: impl Iterator<Item = OsString>) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
    let status = command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    assert!(matches!(status.code(), Some(0 | 1)), "{status}");
    children();
}

#[cfg(unix)]
fn children() {
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
fn children() {}
