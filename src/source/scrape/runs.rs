//! The runs of an HTML block, collected from its text.

use std::sync::Arc;

use super::block::{BlockKind, CandidateBlock, Image, Link, MarkupHint, Run, Style, is_plain_space};

/// Number of open inline elements of each style.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct OpenMarks {
    strong: usize,
    emphasis: usize,
    strike: usize,
    code: usize,
}

impl OpenMarks {
    fn counter(&mut self, name: &str) -> Option<&mut usize> {
        Some(match name {
            "b" | "strong" => &mut self.strong,
            "i" | "em" | "cite" | "dfn" | "var" => &mut self.emphasis,
            "s" | "strike" | "del" => &mut self.strike,
            "code" | "kbd" | "samp" | "tt" => &mut self.code,
            _ => return None,
        })
    }

    /// Counts the start of an element.
    pub(super) fn open(&mut self, name: &str) {
        if let Some(count) = self.counter(name) {
            *count += 1;
        }
    }

    /// Counts the end of an element.
    pub(super) fn close(&mut self, name: &str) {
        if let Some(count) = self.counter(name) {
            *count = count.saturating_sub(1);
        }
    }

    /// The styles that are open both now and `then`: a style does not outlive the block in which it began.
    pub(super) fn common_with(self, then: Self) -> Self {
        Self {
            strong: self.strong.min(then.strong),
            emphasis: self.emphasis.min(then.emphasis),
            strike: self.strike.min(then.strike),
            code: self.code.min(then.code),
        }
    }
}

/// The current block.
#[derive(Debug, Default)]
pub(super) struct Runs {
    /// The current styles.
    pub(super) marks: OpenMarks,
    /// The open link.
    pub(super) link: Option<Arc<Link>>,
    /// Number of blocks that have used it.
    pub(super) link_blocks: usize,
    line: usize,
    collected: Vec<(Run, Option<MarkupHint>)>,
    /// Whether a space was read after the text of the last run.
    space: bool,
}

impl Runs {
    /// Adds text; white space is collapsed unless `keep_space`.
    pub(super) fn push(&mut self, text: &str, keep_space: bool, mark: Option<MarkupHint>, line: usize) {
        if self.collected.is_empty() {
            if text.chars().all(is_plain_space) {
                return;
            }
            self.line = line;
        }
        let style = Style {
            strong: self.marks.strong > 0,
            emphasis: self.marks.emphasis > 0,
            strike: self.marks.strike > 0,
            code: self.marks.code > 0,
            link: self.link.clone(),
        };
        let same = |run: &(Run, Option<MarkupHint>)| {
            matches!(&run.0, Run::Text { style: known, .. } if *known == style) && run.1 == mark
        };
        if !self.collected.last().is_some_and(same) {
            if text.chars().all(is_plain_space) && !keep_space {
                self.space = true;
                return;
            }
            self.collected.push((Run::Text { text: String::new(), style }, mark));
        }
        let first = self.collected.len() == 1;
        let mut space = self.space;
        let after_break = self
            .collected
            .len()
            .checked_sub(2)
            .and_then(|at| self.collected.get(at))
            .is_some_and(|run| run.0 == Run::Break);
        let Some((Run::Text { text: out, .. }, _)) = self.collected.last_mut() else { return };
        for c in text.chars() {
            if is_plain_space(c) && !keep_space {
                space = true;
                continue;
            }
            if space && !(out.is_empty() && (first || after_break)) {
                out.push(' ');
            }
            space = false;
            out.push(if keep_space && is_plain_space(c) && c != '\n' { ' ' } else { c });
        }
        self.space = space;
    }

    /// Parts what the markup calls something else than what stands before it: an author's name and the day need no space between
    /// them to be two.
    pub(super) fn part(&mut self, around: Option<MarkupHint>, hint: MarkupHint) {
        let last = self.collected.last().and_then(|(_, mark)| *mark);
        self.space |= last.is_some_and(|last| last != hint && around != Some(last));
    }

    /// Adds a picture.
    pub(super) fn push_image(&mut self, image: Image, line: usize) {
        if self.collected.is_empty() {
            self.line = line;
        }
        if self.space && !self.collected.is_empty() {
            self.collected.push((Run::Text { text: " ".to_owned(), style: Style::default() }, None));
        }
        self.space = false;
        self.collected.push((Run::Image(image), None));
    }

    /// Adds a line break; returns whether it is the second in a row, so that the block ends here.
    pub(super) fn line_break(&mut self) -> bool {
        self.space = false;
        match self.collected.last() {
            None => false,
            Some((Run::Break, _)) => true,
            Some(_) => {
                self.collected.push((Run::Break, None));
                false
            }
        }
    }

    /// Whether the block is all code.
    pub(super) fn is_code(&self) -> bool {
        let code = |(run, _): &(Run, Option<MarkupHint>)| match run {
            Run::Text { text, style } => style.code || text.chars().all(is_plain_space),
            _ => false,
        };
        !self.collected.is_empty() && self.collected.iter().all(code)
    }

    /// Takes the blocks that have been read.
    pub(super) fn take(&mut self, form: &BlockKind) -> Vec<CandidateBlock> {
        self.space = false;
        let runs = std::mem::take(&mut self.collected);
        if runs.is_empty() {
            return Vec::new();
        }
        self.link_blocks += usize::from(self.link.is_some());
        parts(self.line, form, if *form == BlockKind::Code { runs } else { lines(runs) })
    }
}

/// Replaces the line ends of preformatted text with breaks.
fn lines(runs: Vec<(Run, Option<MarkupHint>)>) -> Vec<(Run, Option<MarkupHint>)> {
    let mut out = Vec::with_capacity(runs.len());
    for (run, hint) in runs {
        match run {
            Run::Text { text, style } if text.contains('\n') => {
                for (at, line) in text.split('\n').enumerate() {
                    if at > 0 {
                        out.push((Run::Break, None));
                    }
                    if !line.is_empty() {
                        out.push((Run::Text { text: line.to_owned(), style: style.clone() }, hint));
                    }
                }
            }
            run => out.push((run, hint)),
        }
    }
    out
}

/// Splits runs into blocks: pictures at the ends of a paragraph or caption become separate blocks.
pub(super) fn parts(line: usize, form: &BlockKind, mut runs: Vec<(Run, Option<MarkupHint>)>) -> Vec<CandidateBlock> {
    let words = |run: &Run| matches!(run, Run::Text { text, .. } if text.chars().any(|c| !c.is_whitespace()));
    let picture = |run: &Run| matches!(run, Run::Image(_));
    let mut out = Vec::new();
    let may_split = matches!(form, BlockKind::Paragraph | BlockKind::Caption);
    let start = runs.iter().position(|(run, _)| words(run)).unwrap_or(runs.len());
    let end = runs.iter().rposition(|(run, _)| words(run)).map_or(start, |at| at + 1);
    let after = runs.split_off(end);
    let body = runs.split_off(start);
    let single = |(run, _): (Run, Option<MarkupHint>)| CandidateBlock::new(line, BlockKind::Picture, vec![run]);
    let (before, after) =
        (runs.into_iter().filter(|run| picture(&run.0)), after.into_iter().filter(|run| picture(&run.0)));
    if may_split || body.is_empty() {
        out.extend(before.map(single));
        out.extend(block(line, form, body));
        out.extend(after.map(single));
    } else {
        out.extend(block(line, form, before.chain(body).chain(after).collect()));
    }
    out
}

fn block(line: usize, form: &BlockKind, runs: Vec<(Run, Option<MarkupHint>)>) -> Option<CandidateBlock> {
    let marked = runs.iter().enumerate().filter_map(|(at, (_, hint))| hint.map(|hint| (at, hint))).collect();
    let runs: Vec<Run> = runs.into_iter().map(|(run, _)| run).collect();
    let mut block = CandidateBlock::new(line, form.clone(), runs);
    block.marked = marked;
    let picture = block.runs.iter().any(|run| matches!(run, Run::Image(_)));
    (block.words > 0 || picture).then_some(block)
}
