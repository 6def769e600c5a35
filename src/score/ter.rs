//! TER: the number of word edits that turn a translation into its reference, or a draft into the final text.

use std::{collections::HashMap, ops::Range};

use super::{grams::number, tokenize::runs};

/// Tercom's limits: a shift moves at most this many words…
const MAX_SHIFT_WORDS: usize = 10;
/// …at most this far…
const MAX_SHIFT_DISTANCE: usize = 50;
/// …and only cells this close to the diagonal of the edit matrix are computed.
const BEAM: usize = 25;
/// sacreBLEU's limit on the total number of shifts tried.
const MAX_TRIALS: usize = 1000;
/// The cost of a cell that the beam cannot reach.
const UNREACHED: u32 = u32::MAX / 4;

/// The translation edit rate of a draft.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ter {
    /// Words inserted, deleted or replaced, and phrases shifted.
    pub edits: usize,
    /// Words of the final text.
    pub words: usize,
}

impl Ter {
    /// Returns the edits per hundred words of the final text: 0 if nothing was edited; it may exceed 100.
    #[must_use]
    pub fn rate(self) -> f64 {
        match (self.edits, self.words) {
            (0, 0) => 0.0,
            (_, 0) => 100.0,
            (edits, words) => 100.0 * number(edits) / number(words),
        }
    }

    /// Adds the counts of other texts.
    pub fn add(&mut self, other: Self) {
        self.edits += other.edits;
        self.words += other.words;
    }
}

/// Returns the translation edit rate of a draft against the final text (Snover et al. 2006): the least number of words
/// to insert, delete or replace and of phrases to shift.
///
/// As Tercom and sacreBLEU compute it by default: words are runs of non-space in lower case, with their punctuation;
/// shifts are chosen greedily, each of at most ten words that occur in the final text, the one that saves most first. Work
/// is bounded as theirs is: 1000 shifts are tried, and the edit matrix is computed near its diagonal.
#[must_use]
pub fn ter(draft: &str, reference: &str) -> Ter {
    let mut numbers: HashMap<String, u32> = HashMap::new();
    let mut read = |text: &str| -> Vec<u32> {
        runs(&text.to_lowercase())
            .map(|word| {
                let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                *numbers.entry(word.to_owned()).or_insert(next)
            })
            .collect()
    };
    let (mut draft, reference) = (read(draft), read(reference));
    if reference.is_empty() {
        return Ter { edits: draft.len(), words: 0 };
    }
    let mut places: HashMap<u32, Vec<usize>> = HashMap::new();
    for (at, word) in reference.iter().enumerate() {
        places.entry(*word).or_default().push(at);
    }
    let mut matrix = Matrix::of(&draft, &reference);
    let (mut shifts, mut trials) = (0, 0);
    loop {
        match best_shift(&matrix, &draft, &reference, &places, &mut trials) {
            Some(shift) if trials < MAX_TRIALS && shift.saved > 0 => draft = shift.words,
            _ => break,
        }
        matrix = Matrix::of(&draft, &reference);
        shifts += 1;
    }
    Ter { edits: shifts + matrix.distance(), words: reference.len() }
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

fn best_shift(
    matrix: &Matrix,
    draft: &[u32],
    reference: &[u32],
    places: &HashMap<u32, Vec<usize>>,
    trials: &mut usize,
) -> Option<Shift> {
    let before = signed(matrix.distance());
    let aligned = matrix.alignment(draft, reference);
    let mut best: Option<Shift> = None;
    for (start, word) in draft.iter().enumerate() {
        let all = places.get(word).map(Vec::as_slice).unwrap_or_default();
        let near = all.iter().skip(all.partition_point(|place| place + MAX_SHIFT_DISTANCE < start));
        for place in near.take_while(|place| **place <= start + MAX_SHIFT_DISTANCE) {
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
                    let changed = start.min(to)..within.end.max(to + length).min(draft.len());
                    let saved = before - signed(matrix.distance_of(&words, reference, &changed));
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

/// The part of the edit matrix that is computed.
#[derive(Debug, Clone, Copy)]
struct Beam {
    /// Words of the draft.
    rows: usize,
    /// Words of the final text.
    columns: usize,
    /// Columns on each side of the diagonal.
    width: usize,
}

impl Beam {
    fn of(rows: usize, columns: usize) -> Self {
        // If the final text is much longer, the beam must reach from one row into the next.
        let is_steep = columns > 2 * BEAM * rows;
        let width = if is_steep { columns.div_ceil(2 * rows.max(1)) + BEAM } else { BEAM };
        Self { rows, columns, width }
    }

    /// The columns of a row, from 1.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a text")]
    fn columns(self, row: usize) -> Range<usize> {
        // Rounded as sacreBLEU rounds it: 49 × (1/49) is below 1.
        let diagonal = (number(row) * (number(self.columns) / number(self.rows))).floor() as usize;
        let to = if row == self.rows { self.columns + 1 } else { (self.columns + 1).min(diagonal + self.width) };
        diagonal.saturating_sub(self.width)..to
    }
}

/// A row of costs, as far as the beam reaches.
#[derive(Debug, Clone, Default)]
struct CostRow {
    /// The column of the first cell.
    from: usize,
    cells: Vec<u32>,
}

impl CostRow {
    /// The costs of a word of the draft, from those of the word before it: the least number of edits that lead from the draft
    /// up to this word to the final text up to each column.
    fn after(above: &Self, word: u32, reference: &[u32], columns: Range<usize>) -> Self {
        let mut row = Self { from: columns.start, cells: Vec::with_capacity(columns.len()) };
        let mut beside = UNREACHED;
        for column in columns {
            let left = column.wrapping_sub(1);
            let across = above.cost(left) + u32::from(reference.get(left) != Some(&word));
            beside = across.min(above.cost(column) + 1).min(beside + 1);
            row.cells.push(beside);
        }
        row
    }

    /// The costs of what remains after a row, from those after the next row, whose word is `word`.
    fn before(below: &Self, word: u32, reference: &[u32], columns: Range<usize>) -> Self {
        let mut row = Self { from: columns.start, cells: Vec::with_capacity(columns.len()) };
        let mut beside = UNREACHED;
        for column in columns.rev() {
            let across = below.cost(column + 1) + u32::from(reference.get(column) != Some(&word));
            beside = across.min(below.cost(column) + 1).min(beside + 1);
            row.cells.push(beside);
        }
        row.cells.reverse();
        row
    }

    fn cost(&self, column: usize) -> u32 {
        self.cells.get(column.wrapping_sub(self.from)).copied().unwrap_or(UNREACHED)
    }
}

/// The edit matrix, as far as the beam reaches: one row per word of the draft, after an initial one.
struct Matrix {
    beam: Beam,
    /// What it costs to reach a cell.
    rows: Vec<CostRow>,
    /// What it costs to go on from a cell.
    rest: Vec<CostRow>,
}

impl Matrix {
    fn of(draft: &[u32], reference: &[u32]) -> Self {
        let beam = Beam::of(draft.len(), reference.len());
        let count = |at: usize| u32::try_from(at).unwrap_or(UNREACHED);
        let mut rows = vec![CostRow { from: 0, cells: (0..=reference.len()).map(count).collect() }];
        for (at, word) in draft.iter().enumerate() {
            let row = rows.last().map(|above| CostRow::after(above, *word, reference, beam.columns(at + 1)));
            rows.extend(row);
        }
        let last = beam.columns(draft.len());
        let cells = last.clone().map(|column| count(reference.len() - column)).collect();
        let mut rest = vec![CostRow { from: last.start, cells }];
        for (at, word) in draft.iter().enumerate().rev() {
            let row = rest.last().map(|below| CostRow::before(below, *word, reference, beam.columns(at)));
            rest.extend(row);
        }
        rest.reverse();
        Self { beam, rows, rest }
    }

    fn distance(&self) -> usize {
        self.rows.last().and_then(|row| row.cells.last()).map_or(0, |cost| *cost as usize)
    }

    /// The distance of a draft as long as the matrix's own, and equal to it outside `changed`: only the changed rows are
    /// computed, between what leads to them and what follows.
    fn distance_of(&self, draft: &[u32], reference: &[u32], changed: &Range<usize>) -> usize {
        let Some(mut row) = self.rows.get(changed.start).cloned() else { return self.distance() };
        for (at, word) in draft.iter().enumerate().take(changed.end).skip(changed.start) {
            row = CostRow::after(&row, *word, reference, self.beam.columns(at + 1));
        }
        let Some(rest) = self.rest.get(changed.end) else { return self.distance() };
        row.cells.iter().zip(&rest.cells).map(|(cost, rest)| cost + rest).min().map_or(0, |cost| cost as usize)
    }

    /// Returns which word of the draft each word of the final text is aligned with.
    ///
    /// Of equal costs the first counts: keep or replace, delete a word of the draft, insert one of the final text.
    fn alignment(&self, draft: &[u32], reference: &[u32]) -> Alignment {
        let mut out = Alignment {
            after: vec![0; reference.len()],
            draft_wrong: vec![true; draft.len()],
            reference_wrong: vec![true; reference.len()],
        };
        let (mut row, mut column) = (draft.len(), reference.len());
        while row > 0 || column > 0 {
            let (before, left) = (row.wrapping_sub(1), column.wrapping_sub(1));
            let cost = self.rows.get(row).map_or(UNREACHED, |row| row.cost(column));
            let is_same = draft.get(before).is_some_and(|word| reference.get(left) == Some(word));
            let above = self.rows.get(before);
            let across = above.map_or(UNREACHED, |above| above.cost(left)) + u32::from(!is_same);
            let up = above.map_or(UNREACHED, |above| above.cost(column)) + 1;
            let is_across = row > 0 && column > 0 && across == cost;
            let is_deleted = !is_across && row > 0 && (up == cost || column == 0);
            if !is_deleted && let Some(slot) = out.after.get_mut(left) {
                *slot = row;
            }
            if is_across && is_same {
                out.draft_wrong.get_mut(before).into_iter().for_each(|flag| *flag = false);
                out.reference_wrong.get_mut(left).into_iter().for_each(|flag| *flag = false);
            }
            (row, column) = match (is_across, is_deleted) {
                (true, _) => (before, left),
                (_, true) => (before, column),
                _ => (row, left),
            };
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
