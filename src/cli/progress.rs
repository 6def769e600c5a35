//! Progress: bars on a terminal, a line every ten seconds elsewhere. The only user of indicatif.

use std::{
    io::IsTerminal,
    sync::Mutex,
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// The progress display of a long job.
pub(super) struct Progress {
    bar: ProgressBar,
    plain: Option<Mutex<Instant>>,
    label: String,
}

/// How often progress is logged where standard error is not a terminal.
const EVERY: Duration = Duration::from_secs(10);

impl Progress {
    /// A display for `total` items; draws nothing where it is hidden.
    pub(super) fn new(label: &str, total: u64, hidden: bool) -> Self {
        let terminal = std::io::stderr().is_terminal();
        let target = if hidden || !terminal { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(Some(total), target);
        if let Ok(style) = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len} {per_sec} {eta} {prefix}") {
            bar.set_style(style);
        }
        let label = super::output::field(label);
        bar.set_message(label.clone());
        let plain = (!hidden && !terminal).then(|| Mutex::new(Instant::now()));
        Self { bar, plain, label }
    }

    /// Shows that `done` of `total` items are done, at which rate, how long the rest will take, and what is `left` to spend.
    pub(super) fn set(&self, done: u64, total: u64, left: &str) {
        self.bar.set_length(total);
        self.bar.set_position(done);
        if self.plain.is_none() {
            self.bar.set_prefix(left.to_owned());
        }
        if let Some(last) = &self.plain
            && let Ok(mut last) = last.lock()
            && last.elapsed() >= EVERY
        {
            *last = Instant::now();
            let (rate, rest) = (self.bar.per_sec(), self.bar.eta().as_secs());
            let left = if left.is_empty() { String::new() } else { format!(", {left}") };
            super::output::write_stderr(&format!("{} {done}/{total}, {rate:.1}/s, {rest} s{left}", self.label));
        }
    }

    /// Removes the display.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
