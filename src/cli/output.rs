//! The door to the terminal: text from outside can neither control it nor reverse a line.
//!
//! Everything that a command prints passes through here, so a text that no renderer has made safe is safe all the same.

use std::{
    io::{self, BufWriter, IsTerminal, StdoutLock, Write},
    sync::atomic::{AtomicBool, Ordering},
};

use crate::report::{escaped_json, line, visible};

/// Whether anything was written to standard error.
static HAS_SPOKEN: AtomicBool = AtomicBool::new(false);

/// Writes a line to standard error; a closed standard error is ignored.
pub(super) fn write_stderr(text: &str) {
    HAS_SPOKEN.store(true, Ordering::Relaxed);
    let _ = writeln!(io::stderr().lock(), "{}", visible(text));
}

/// Whether anything was written to standard error, so that a failure is not silent.
pub(super) fn has_spoken() -> bool {
    HAS_SPOKEN.load(Ordering::Relaxed)
}

/// Untrusted text as part of a line.
pub(super) fn field(text: &str) -> String {
    line(text).into_owned()
}

/// What is printed, which decides how characters that act instead of being displayed are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Printed {
    /// Text for people: as `\u{1b}`. With `color`, the renderer's own colours stay.
    Text {
        /// Whether the renderer uses colours.
        color: bool,
    },
    /// JSON: as `\u001b`, which is the same data.
    Json,
    /// A file for another program: unchanged, but on a terminal as text.
    File,
}

/// Standard output. What is written appears when a line is complete, or on [`Write::flush`].
pub(crate) struct Output {
    inner: BufWriter<StdoutLock<'static>>,
    printed: Printed,
    /// The beginning of a line.
    started: Vec<u8>,
}

impl Output {
    /// Standard output for what is printed.
    pub(crate) fn new(printed: Printed) -> Self {
        let stdout = io::stdout();
        let is_raw = printed == Printed::File && !stdout.is_terminal();
        let printed = if printed == Printed::File && !is_raw { Printed::Text { color: false } } else { printed };
        Self { inner: BufWriter::new(stdout.lock()), printed, started: Vec::new() }
    }

    fn print(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.printed == Printed::File {
            return self.inner.write_all(bytes);
        }
        let text = String::from_utf8_lossy(bytes);
        match self.printed {
            Printed::Json => self.inner.write_all(escaped_json(&text).as_bytes()),
            Printed::Text { color: true } => self.inner.write_all(visible_but_colors(&text).as_bytes()),
            Printed::Text { color: false } | Printed::File => self.inner.write_all(visible(&text).as_bytes()),
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let complete = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let (lines, rest) = bytes.split_at_checked(complete).unwrap_or((bytes, &[]));
        if !lines.is_empty() {
            if self.started.is_empty() {
                self.print(lines)?;
            } else {
                let mut whole = std::mem::take(&mut self.started);
                whole.extend_from_slice(lines);
                self.print(&whole)?;
            }
        }
        self.started.extend_from_slice(rest);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let rest = std::mem::take(&mut self.started);
        self.print(&rest)?;
        self.inner.flush()
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        let _ = self.flush();
    }
}

/// Standard error for logs, whose lines may quote anything.
pub(super) struct LogOutput;

impl Write for LogOutput {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        io::stderr().write_all(visible(&String::from_utf8_lossy(bytes)).as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stderr().flush()
    }
}

/// Text whose only control sequences are colours (`ESC [ 1 m`).
fn visible_but_colors(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut parts = text.split("\u{1b}[");
    out.push_str(&visible(parts.next().unwrap_or_default()));
    for part in parts {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        let is_color = (1..=2).contains(&digits) && part.as_bytes().get(digits) == Some(&b'm');
        out.push_str(if is_color { "\u{1b}[" } else { "\\u{1b}[" });
        out.push_str(&visible(part));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::visible_but_colors;

    #[test]
    fn only_colours_pass_to_a_coloured_terminal() {
        for (text, shown) in [
            ("\u{1b}[1mbold\u{1b}[0m", "\u{1b}[1mbold\u{1b}[0m"),
            ("a\u{1b}[2Jb", "a\\u{1b}[2Jb"),
            ("\u{1b}]0;title\u{7}", "\\u{1b}]0;title\\u{7}"),
            ("\u{1b}[31;1mx", "\\u{1b}[31;1mx"),
            ("\u{9b}31mx", "\\u{9b}31mx"),
        ] {
            assert_eq!(visible_but_colors(text), shown);
        }
    }
}
