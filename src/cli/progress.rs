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
        if let Ok(style) = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len}") {
            bar.set_style(style);
        }
        let label = super::output::field(label);
        bar.set_message(label.clone());
        let plain = (!hidden && !terminal).then(|| Mutex::new(Instant::now()));
        Self { bar, plain, label }
    }

    /// Shows that `done` of `total` items are done.
    pub(super) fn set(&self, done: u64, total: u64) {
        self.bar.set_length(total);
        self.bar.set_position(done);
        if let Some(last) = &self.plain
            && let Ok(mut last) = last.lock()
            && last.elapsed() >= EVERY
        {
            *last = Instant::now();
            super::output::write_stderr(&format!("{} {done}/{total}", self.label));
        }
    }

    /// Removes the display.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
