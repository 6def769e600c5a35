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

    /// Shows that `done` of `total` items are done, at which pace, put in words by
    /// `word` from a rate a second and the seconds that are left, and what is `left` to spend.
    pub(super) fn set(&self, done: u64, total: u64, left: &str, word: impl FnOnce(f64, u64) -> String) {
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
            let left = if left.is_empty() { String::new() } else { format!(", {left}") };
            let pace = word(self.bar.per_sec(), self.bar.eta().as_secs());
            super::output::write_stderr(&format!("{} {done}/{total}, {pace}{left}", self.label));
        }
    }

    /// Removes the display.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
