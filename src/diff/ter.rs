//! TER: how many words must be touched to make the draft the final text?

use std::{collections::HashMap, ops::Range};

/// Tercom's limits: a shift moves at most so many words…
const LONGEST_SHIFT: usize = 10;
/// …at most so far…
const FARTHEST_SHIFT: usize = 50;
/// …and only cells this near the diagonal of the edit matrix are looked at.
const BEAM: usize = 25;
/// sacreBLEU's limit: so many shifts are tried in all.
const MOST_TRIALS: usize = 1000;
/// Our own limit: in texts with more words than this no shift is looked for, so that the work stays linear.
const MOST_WORDS: usize = 1000;

/// The translation edit rate of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ter {
    /// Words inserted, deleted or replaced, and phrases shifted.
    pub edits: usize,
    /// Words of the final text.
    pub words: usize,
}

impl Ter {
    /// Edits per hundred words of the final text: 0 where nothing was touched; it may exceed 100.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "no text has 2^52 words")]
    pub fn rate(self) -> f64 {
        match (self.edits, self.words) {
            (0, 0) => 0.0,
            (_, 0) => 100.0,
            (edits, words) => 100.0 * edits as f64 / words as f64,
        }
    }
}

/// The translation edit rate of a draft against the final text (Snover et al. 2006): the least number of words to
/// insert, delete or replace and of phrases to shift.
///
/// As Tercom and sacreBLEU compute it by default: words are runs of non-space in lower case, punctuation stays with
/// them; shifts are found greedily, each of at most ten words that stand in the final text, the one that saves most
/// first. Texts of more than 1000 words are measured without shifts.
#[must_use]
pub fn ter(draft: &str, last: &str) -> Ter {
    let mut numbers: HashMap<String, u32> = HashMap::new();
    let mut read = |text: &str| -> Vec<u32> {
        text.split_whitespace()
            .map(|word| {
                let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                *numbers.entry(word.to_lowercase()).or_insert(next)
            })
            .collect()
    };
    let (mut draft, last) = (read(draft), read(last));
    if last.is_empty() {
        return Ter { edits: draft.len(), words: 0 };
    }
    let mut shifts = 0;
    let mut trials = 0;
    while draft.len().max(last.len()) <= MOST_WORDS {
        let best = best_shift(&draft, &last, &mut trials);
        match best {
            Some(found) if trials < MOST_TRIALS && found.saved > 0 => draft = found.words,
            _ => break,
        }
        shifts += 1;
    }
    Ter { edits: shifts + Matrix::of(&draft, &last).distance(), words: last.len() }
}

/// A shift that was tried.
struct Shift {
    saved: i64,
    length: usize,
    start: usize,
    to: usize,
    words: Vec<u32>,
}

impl Shift {
    /// Tercom's order: what saves most, then the longest, then the earliest from the earliest place.
    fn rank(&self) -> (i64, usize, std::cmp::Reverse<usize>, std::cmp::Reverse<usize>) {
        (self.saved, self.length, std::cmp::Reverse(self.start), std::cmp::Reverse(self.to))
    }
}

fn best_shift(draft: &[u32], last: &[u32], trials: &mut usize) -> Option<Shift> {
    let matrix = Matrix::of(draft, last);
    let before = signed(matrix.distance());
    let aligned = matrix.alignment(draft.len(), last.len());
    let mut places: HashMap<u32, Vec<usize>> = HashMap::new();
    for (at, word) in last.iter().enumerate() {
        places.entry(*word).or_default().push(at);
    }
    let mut best: Option<Shift> = None;
    for (start, word) in draft.iter().enumerate() {
        for place in places.get(word).into_iter().flatten().filter(|place| place.abs_diff(start) <= FARTHEST_SHIFT) {
            let rest = draft.iter().skip(start).zip(last.iter().skip(*place));
            let longest = rest.take(LONGEST_SHIFT).take_while(|(a, b)| a == b).count();
            for length in 1..=longest {
                let within = start..start + length;
                // Only words that are wrong here, and only to where the final text is not matched yet.
                let wrong =
                    |errors: &[bool], range: Range<usize>| errors.get(range).is_some_and(|part| part.contains(&true));
                if !wrong(&aligned.draft_wrong, within.clone())
                    || !wrong(&aligned.last_wrong, *place..*place + length)
                    || aligned.after(*place).is_some_and(|at| at > start && at <= start + length)
                {
                    continue;
                }
                let mut tried = None;
                for offset in 0..=length {
                    // Behind the word to which the one before the phrase is aligned, then behind each of the phrase's.
                    let to = match (place + offset).checked_sub(1) {
                        None => 0,
                        Some(word) => match aligned.after(word) {
                            Some(at) => at,
                            None => break,
                        },
                    };
                    if tried.replace(to) == Some(to) {
                        continue;
                    }
                    let words = moved(draft, &within, to);
                    let saved = before - signed(Matrix::of(&words, last).distance());
                    *trials += 1;
                    let shift = Shift { saved, length, start, to, words };
                    if best.as_ref().is_none_or(|found| shift.rank() > found.rank()) {
                        best = Some(shift);
                    }
                }
                if *trials >= MOST_TRIALS {
                    return best;
                }
            }
        }
    }
    best
}

fn signed(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The words with those of `phrase` taken out and put in before word `to`; inside the phrase, counted behind it.
fn moved(words: &[u32], phrase: &Range<usize>, to: usize) -> Vec<u32> {
    let part = |range: Range<usize>| words.get(range.start..range.end.min(words.len())).unwrap_or_default();
    let (start, end, all) = (phrase.start, phrase.end, words.len());
    let pieces = if to < start {
        [part(0..to), part(start..end), part(to..start), part(end..all)]
    } else if to > end {
        [part(0..start), part(end..to), part(start..end), part(to..all)]
    } else {
        let behind = (to + end - start).min(all);
        [part(0..start), part(end..behind), part(start..end), part(behind..all)]
    };
    pieces.concat()
}

/// How a cell of the edit matrix was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// The same word.
    Keep,
    /// Another word.
    Replace,
    /// A word of the draft goes.
    Delete,
    /// A word of the final text comes.
    Insert,
}

/// The edit matrix, as far as the beam reaches: a row for each word of the draft.
struct Matrix {
    rows: Vec<DistanceRow>,
}

struct DistanceRow {
    /// The column of the first cell.
    from: usize,
    cells: Vec<(usize, Step)>,
}

impl DistanceRow {
    fn cost(&self, column: usize) -> Option<usize> {
        self.cells.get(column.checked_sub(self.from)?).map(|(cost, _)| *cost)
    }
}

impl Matrix {
    fn of(draft: &[u32], last: &[u32]) -> Self {
        let columns = last.len();
        // Where the final text is very much longer, the beam must reach from one row into the next.
        let beam =
            if columns > 2 * BEAM * draft.len() { columns.div_ceil(2 * draft.len().max(1)) + BEAM } else { BEAM };
        let mut rows =
            vec![DistanceRow { from: 0, cells: (0..=columns).map(|column| (column, Step::Insert)).collect() }];
        for (at, word) in draft.iter().enumerate() {
            let diagonal = (at + 1) * columns / draft.len();
            let from = diagonal.saturating_sub(beam);
            let to = if at + 1 == draft.len() { columns + 1 } else { (columns + 1).min(diagonal + beam) };
            let mut row = DistanceRow { from, cells: Vec::with_capacity(to.saturating_sub(from)) };
            let above = rows.last();
            for column in from..to {
                let up = above.and_then(|row| row.cost(column)).map(|cost| (cost + 1, Step::Delete));
                let cell = match column.checked_sub(1) {
                    None => up,
                    Some(left) => {
                        let same = last.get(left) == Some(word);
                        let step = if same { Step::Keep } else { Step::Replace };
                        let across = above.and_then(|row| row.cost(left)).map(|cost| (cost + usize::from(!same), step));
                        let beside = row.cost(left).map(|cost| (cost + 1, Step::Insert));
                        // Of equal costs the first counts: keep or replace, delete, insert.
                        [across, up, beside].into_iter().flatten().min_by_key(|(cost, _)| *cost)
                    }
                };
                row.cells.push(cell.unwrap_or((usize::MAX / 2, Step::Insert)));
            }
            rows.push(row);
        }
        Self { rows }
    }

    fn distance(&self) -> usize {
        self.rows.last().and_then(|row| row.cells.last()).map_or(0, |(cost, _)| *cost)
    }

    /// Which word of the draft each word of the final text answers to.
    fn alignment(&self, draft: usize, last: usize) -> Alignment {
        let mut out = Alignment { after: vec![0; last], draft_wrong: vec![true; draft], last_wrong: vec![true; last] };
        let (mut row, mut column) = (draft, last);
        while row > 0 || column > 0 {
            let cell = self.rows.get(row).and_then(|found| found.cells.get(column.checked_sub(found.from)?));
            let step = match cell {
                Some((_, step)) if row > 0 => *step,
                _ => Step::Insert,
            };
            if step != Step::Delete
                && let Some(slot) = column.checked_sub(1).and_then(|at| out.after.get_mut(at))
            {
                *slot = row;
            }
            if step == Step::Keep {
                if let Some(flag) = out.draft_wrong.get_mut(row - 1) {
                    *flag = false;
                }
                if let Some(flag) = column.checked_sub(1).and_then(|at| out.last_wrong.get_mut(at)) {
                    *flag = false;
                }
            }
            match step {
                Step::Keep | Step::Replace => (row, column) = (row - 1, column.saturating_sub(1)),
                Step::Delete => row -= 1,
                Step::Insert if column == 0 => break,
                Step::Insert => column -= 1,
            }
        }
        out
    }
}

/// The words of the final text set against those of the draft.
struct Alignment {
    /// For each word of the final text the number of draft words up to and including the one it answers to.
    after: Vec<usize>,
    draft_wrong: Vec<bool>,
    last_wrong: Vec<bool>,
}

impl Alignment {
    fn after(&self, word: usize) -> Option<usize> {
        self.after.get(word).copied()
    }
}
