//! TER: the number of word edits that turn a draft into the final text.

use std::{collections::HashMap, ops::Range};

/// Tercom's limits: a shift moves at most this many words…
const MAX_SHIFT_WORDS: usize = 10;
/// …at most this far…
const MAX_SHIFT_DISTANCE: usize = 50;
/// …and only cells this close to the diagonal of the edit matrix are computed.
const BEAM: usize = 25;
/// sacreBLEU's limit on the total number of shifts tried.
const MAX_TRIALS: usize = 1000;
/// Our own limit: longer texts are measured without shifts, so that the work stays linear.
const MAX_WORDS: usize = 1000;

/// The translation edit rate of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ter {
    /// Words inserted, deleted or replaced, and phrases shifted.
    pub edits: usize,
    /// Words of the final text.
    pub words: usize,
}

impl Ter {
    /// Returns the edits per hundred words of the final text: 0 if nothing was edited; it may exceed 100.
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

/// Returns the translation edit rate of a draft against the final text (Snover et al. 2006): the least number of words
/// to insert, delete or replace and of phrases to shift.
///
/// As Tercom and sacreBLEU compute it by default: words are runs of non-space in lower case, with their punctuation;
/// shifts are chosen greedily, each of at most ten words that occur in the final text, the one that saves most first.
/// Texts of more than 1000 words are measured without shifts.
#[must_use]
pub fn ter(draft: &str, reference: &str) -> Ter {
    let mut numbers: HashMap<String, u32> = HashMap::new();
    let mut read = |text: &str| -> Vec<u32> {
        text.split_whitespace()
            .map(|word| {
                let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                *numbers.entry(word.to_lowercase()).or_insert(next)
            })
            .collect()
    };
    let (mut draft, reference) = (read(draft), read(reference));
    if reference.is_empty() {
        return Ter { edits: draft.len(), words: 0 };
    }
    let mut shifts = 0;
    let mut trials = 0;
    while draft.len().max(reference.len()) <= MAX_WORDS {
        let best = best_shift(&draft, &reference, &mut trials);
        match best {
            Some(shift) if trials < MAX_TRIALS && shift.saved > 0 => draft = shift.words,
            _ => break,
        }
        shifts += 1;
    }
    Ter { edits: shifts + Matrix::of(&draft, &reference).distance(), words: reference.len() }
}

/// A candidate shift.
struct Shift {
    saved: i64,
    length: usize,
    start: usize,
    to: usize,
    words: Vec<u32>,
}

impl Shift {
    /// Tercom's order: the greatest saving, then the longest, then the earliest start, then the earliest destination.
    fn rank(&self) -> (i64, usize, std::cmp::Reverse<usize>, std::cmp::Reverse<usize>) {
        (self.saved, self.length, std::cmp::Reverse(self.start), std::cmp::Reverse(self.to))
    }
}

fn best_shift(draft: &[u32], reference: &[u32], trials: &mut usize) -> Option<Shift> {
    let matrix = Matrix::of(draft, reference);
    let before = signed(matrix.distance());
    let aligned = matrix.alignment(draft.len(), reference.len());
    let mut places: HashMap<u32, Vec<usize>> = HashMap::new();
    for (at, word) in reference.iter().enumerate() {
        places.entry(*word).or_default().push(at);
    }
    let mut best: Option<Shift> = None;
    for (start, word) in draft.iter().enumerate() {
        for place in places.get(word).into_iter().flatten().filter(|place| place.abs_diff(start) <= MAX_SHIFT_DISTANCE)
        {
            let rest = draft.iter().skip(start).zip(reference.iter().skip(*place));
            let longest = rest.take(MAX_SHIFT_WORDS).take_while(|(a, b)| a == b).count();
            for length in 1..=longest {
                let within = start..start + length;
                // Only phrases with an error, and only to places where the final text has one.
                let wrong =
                    |errors: &[bool], range: Range<usize>| errors.get(range).is_some_and(|part| part.contains(&true));
                if !wrong(&aligned.draft_wrong, within.clone())
                    || !wrong(&aligned.reference_wrong, *place..*place + length)
                    || aligned.after(*place).is_some_and(|at| at > start && at <= start + length)
                {
                    continue;
                }
                let mut tried = None;
                for offset in 0..=length {
                    // After the word aligned with the one before the phrase, then after those aligned with the phrase's
                    // words.
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
                    let words = shift(draft, &within, to);
                    let saved = before - signed(Matrix::of(&words, reference).distance());
                    *trials += 1;
                    let shift = Shift { saved, length, start, to, words };
                    if best.as_ref().is_none_or(|best| shift.rank() > best.rank()) {
                        best = Some(shift);
                    }
                }
                if *trials >= MAX_TRIALS {
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

/// Moves `phrase` in front of word `to`; inside the phrase, `to` is counted from its end.
fn shift(words: &[u32], phrase: &Range<usize>, to: usize) -> Vec<u32> {
    let part = |range: Range<usize>| words.get(range.start..range.end.min(words.len())).unwrap_or_default();
    let (start, end, all) = (phrase.start, phrase.end, words.len());
    let pieces = if to < start {
        [part(0..to), part(start..end), part(to..start), part(end..all)]
    } else if to > end {
        [part(0..start), part(end..to), part(start..end), part(to..all)]
    } else {
        let after = (to + end - start).min(all);
        [part(0..start), part(end..after), part(start..end), part(after..all)]
    };
    pieces.concat()
}

/// How a cell of the edit matrix was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// The same word.
    Keep,
    /// A different word.
    Replace,
    /// A word of the draft is deleted.
    Delete,
    /// A word of the final text is inserted.
    Insert,
}

/// The edit matrix, as far as the beam reaches: one row per word of the draft, after an initial one.
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
    fn of(draft: &[u32], reference: &[u32]) -> Self {
        let columns = reference.len();
        // If the final text is much longer, the beam must reach from one row into the next.
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
                        let same = reference.get(left) == Some(word);
                        let step = if same { Step::Keep } else { Step::Replace };
                        let across = above.and_then(|row| row.cost(left)).map(|cost| (cost + usize::from(!same), step));
                        let beside = row.cost(left).map(|cost| (cost + 1, Step::Insert));
                        // Of equal costs the first wins: keep or replace, delete, insert.
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

    /// Returns which word of the draft each word of the final text is aligned with.
    fn alignment(&self, draft: usize, reference: usize) -> Alignment {
        let mut out = Alignment {
            after: vec![0; reference],
            draft_wrong: vec![true; draft],
            reference_wrong: vec![true; reference],
        };
        let (mut row, mut column) = (draft, reference);
        while row > 0 || column > 0 {
            let cell = self.rows.get(row).and_then(|row| row.cells.get(column.checked_sub(row.from)?));
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
                if let Some(flag) = column.checked_sub(1).and_then(|at| out.reference_wrong.get_mut(at)) {
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

/// Alignment of the final text's words with the draft's.
struct Alignment {
    /// For each word of the final text, the number of draft words up to and including its counterpart.
    after: Vec<usize>,
    draft_wrong: Vec<bool>,
    reference_wrong: Vec<bool>,
}

impl Alignment {
    fn after(&self, word: usize) -> Option<usize> {
        self.after.get(word).copied()
    }
}
