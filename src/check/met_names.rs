//! What was found out about a name and a word of the other side, kept for the next pair that has both: names come again and
//! again, and comparing two of them by their sounds takes longer than all else that is done for a word.

use std::sync::atomic::{AtomicU64, Ordering};

/// How many answers are kept.
const PLACES: usize = 1 << 16;

/// What is asked of two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NameQuestion {
    /// Whether a name of the source is met by a word of the translation.
    InTarget,
    /// Whether a name of the translation is met by a word of the source.
    InSource,
    /// Whether a name of the source sounds like one of the translation.
    Alike,
}

/// Answers, each in one of few places: a later one takes the place of an earlier one. Threads share them without a lock, since
/// an answer is written and read as a whole.
#[derive(Debug)]
pub(super) struct MetNames {
    places: Vec<AtomicU64>,
}

impl Default for MetNames {
    fn default() -> Self {
        Self { places: std::iter::repeat_with(AtomicU64::default).take(PLACES).collect() }
    }
}

impl Clone for MetNames {
    /// The answers are found again where they are asked for.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl MetNames {
    /// The answer about two words, by the numbers that they have among those that are kept; `find` finds it.
    pub(super) fn answer(
        &self,
        question: NameQuestion,
        source: Option<u16>,
        target: Option<u16>,
        find: impl FnOnce() -> bool,
    ) -> bool {
        let (Some(source), Some(target)) = (source, target) else { return find() };
        // The last bit is the answer; one bit is set in every key, so that no key is 0.
        let key = (1 << 34 | u64::from(source) << 18 | u64::from(target) << 2 | question as u64) << 1;
        let place = key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - PLACES.trailing_zeros());
        let place = usize::try_from(place).ok().and_then(|place| self.places.get(place));
        let kept = place.map_or(0, |place| place.load(Ordering::Relaxed));
        if kept & !1 == key {
            return kept & 1 == 1;
        }
        let answer = find();
        if let Some(place) = place {
            place.store(key | u64::from(answer), Ordering::Relaxed);
        }
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_that_of_its_question_and_words_also_where_another_had_its_place() {
        let met = MetNames::default();
        let wanted =
            |source: u16, target: u16, question| (u32::from(source) + u32::from(target)) % 3 == question as u32;
        for _ in 0..2 {
            for source in 0..300 {
                for target in 0..300 {
                    for question in [NameQuestion::InTarget, NameQuestion::InSource, NameQuestion::Alike] {
                        let find = || wanted(source, target, question);
                        assert_eq!(met.answer(question, Some(source), Some(target), find), find());
                    }
                }
            }
        }
        assert!(met.answer(NameQuestion::InTarget, None, Some(1), || true));
        assert!(!met.answer(NameQuestion::InTarget, None, Some(1), || false));
    }
}
