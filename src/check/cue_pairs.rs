//! Listed words of a sentence and of its translation that stand for each other.

use crate::model::Side;

use super::cues::Cue;

/// The words of both sides, with their places, of which those are taken that stand for each other.
pub(super) struct CuePairs<T> {
    source: Vec<Option<(f64, Cue<T>)>>,
    target: Vec<Option<(f64, Cue<T>)>>,
}

impl<T: Copy> CuePairs<T> {
    /// The cues of each side, with the number of its words.
    pub(super) fn new(source: (&[Cue<T>], usize), target: (&[Cue<T>], usize)) -> Self {
        let free = |(cues, words): (&[Cue<T>], usize)| cues.iter().map(|cue| Some((cue.place(words), *cue))).collect();
        Self { source: free(source), target: free(target) }
    }

    /// Takes pairs that belong together and are near, as shares of the texts, the nearest first.
    pub(super) fn join(&mut self, near: f64, belong: impl Fn(T, T) -> bool) {
        let mut pairs = Vec::new();
        for (one, (place, cue)) in self.source.iter().enumerate().filter_map(|(at, item)| Some((at, (*item)?))) {
            for (other, (there, fellow)) in self.target.iter().enumerate().filter_map(|(at, item)| Some((at, (*item)?)))
            {
                let distance = (place - there).abs();
                if distance <= near && belong(cue.sense, fellow.sense) {
                    pairs.push((distance, one, other));
                }
            }
        }
        pairs.sort_by(|(near, ..), (far, ..)| near.total_cmp(far));
        for (_, one, other) in pairs {
            let (Some(source), Some(target)) = (self.source.get_mut(one), self.target.get_mut(other)) else { continue };
            if source.is_some() && target.is_some() {
                (*source, *target) = (None, None);
            }
        }
    }

    /// The words of a side that are left, with their places.
    pub(super) fn rest(&self, side: Side) -> impl Iterator<Item = (f64, Cue<T>)> + Clone {
        let cues = match side {
            Side::Source => &self.source,
            Side::Target => &self.target,
        };
        cues.iter().flatten().copied()
    }
}
