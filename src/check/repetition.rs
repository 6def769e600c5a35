//! `repetition`: a run of words again and again, as engines write that have lost their way.

use std::ops::Range;

use crate::model::{Args, Finding, Problem, Problems, Severity, Side, clip, cut};

use super::{Bitext, Check, Context, Rule, words::Word};

pub(super) struct Repetition;

const RULE: Rule = Rule { id: "repetition", severity: Severity::Major };

/// Words of the longest run that is looked for.
const LONGEST: usize = 32;
/// Words from which a run said twice is no figure of speech.
const SENTENCE: usize = 5;
/// Letters from which a word without end is looked at, and the longest group in it.
const LONG_WORD: usize = 40;
const GROUP: usize = 8;

/// Words repeat without end.
struct RepetitionProblem {
    words: String,
    times: usize,
}

impl Problem for RepetitionProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        RULE.id
    }

    fn args(&self) -> Args {
        vec![("words", (&self.words).into()), ("times", self.times.into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { words: "у горадзе".to_owned(), times: 8 }]
    }
}

impl Check for Repetition {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<RepetitionProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        let prose = &bitext.target.prose;
        let Some(found) = longest(prose, bitext.words(Side::Target)) else { return };
        // What the article says again and again, its translation may, too.
        let source = &bitext.source.prose;
        if longest(source, bitext.words(Side::Source)).is_some_and(|said| said.times + 1 >= found.times) {
            return;
        }
        let words = clip(cut(prose, &found.unit), 60);
        let problem = RepetitionProblem { words, times: found.times };
        out.push(Finding::new(problem, RULE.severity, bitext.place(context, Side::Target, found.span)));
    }
}

/// Words that repeat.
struct Repeated {
    /// All of them.
    span: Range<usize>,
    /// Those that are said the first time.
    unit: Range<usize>,
    times: usize,
}

/// The longest repetition in a text. The work is linear: every distance up to a limit is looked at once.
fn longest(text: &str, words: &[Word<'_>]) -> Option<Repeated> {
    if let Some(word) = words.iter().find(|word| word.span.len() > LONG_WORD) {
        let found = within(text, &word.span);
        if found.is_some() {
            return found;
        }
    }
    if words.len() < 4 {
        return None;
    }
    // A word by its length and its ends is enough to find where to look.
    let bytes = text.as_bytes();
    let key = |word: &Word<'_>| {
        let byte = |at: usize| u64::from(bytes.get(at).copied().unwrap_or_default());
        let (start, end) = (word.span.start, word.span.end);
        (word.span.len() as u64) << 24 | byte(end - 1) << 16 | byte(start + 1) << 8 | byte(end.saturating_sub(3))
    };
    let keys: Vec<u64> = words.iter().map(key).collect();
    if !may_repeat(&keys) {
        return None;
    }
    let mut best: Option<(usize, Repeated)> = None;
    for distance in 1..=LONGEST.min(words.len() / 2) {
        let mut run = 0;
        for at in distance..=words.len() {
            let is_same = at < words.len() && keys.get(at) == keys.get(at - distance);
            if is_same {
                run += 1;
                continue;
            }
            if run >= enough(distance)
                && best.as_ref().is_none_or(|(length, _)| run + distance > *length)
                && let Some(found) = confirmed(text, words, at - run..at, distance)
            {
                best = Some((run + distance, found));
            }
            run = 0;
        }
    }
    best.map(|(_, found)| found)
}

/// A quick look: whether as many words are there again as the shortest repetition has.
fn may_repeat(keys: &[u64]) -> bool {
    let mut seen = [0_u64; 16];
    let is_seen = |key: &&u64| {
        let hash = key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 54;
        let Some(bits) = seen.get_mut(usize::try_from(hash / 64).unwrap_or_default()) else { return true };
        let is_known = *bits >> (hash % 64) & 1 == 1;
        *bits |= 1 << (hash % 64);
        is_known
    };
    keys.iter().filter(is_seen).nth(enough(1) - 1).is_some()
}

/// The words that must be the same as those at a distance before them.
const fn enough(distance: usize) -> usize {
    match distance {
        1 => 3,
        _ if distance >= SENTENCE => distance,
        _ => distance * 2,
    }
}

/// Whether words are the same as those at a distance before them, in any case; `None` if some only look alike.
fn confirmed(text: &str, words: &[Word<'_>], run: Range<usize>, distance: usize) -> Option<Repeated> {
    let lower = |word: &Word<'_>| cut(text, &word.span).to_lowercase();
    let mut same = 0;
    let (mut end, mut is_number) = (run.start, true);
    for at in run.clone() {
        let (word, before) = (words.get(at)?, words.get(at - distance)?);
        if lower(word) != lower(before) {
            break;
        }
        is_number &= word.has_digit || word.in_address;
        (same, end) = (same + 1, at + 1);
    }
    if same < enough(distance) || is_number {
        return None;
    }
    let first = words.get(run.start - distance)?;
    let span = first.span.start..words.get(end - 1)?.span.end;
    let unit = first.span.start..words.get(run.start - 1)?.span.end;
    Some(Repeated { span, unit, times: same / distance + 1 })
}

/// A group of letters that repeats in a word without end.
fn within(text: &str, span: &Range<usize>) -> Option<Repeated> {
    let bytes = cut(text, span).as_bytes();
    for group in 1..=GROUP {
        let (mut run, mut best, mut end) = (0, 0, 0);
        for (at, byte) in bytes.iter().enumerate().skip(group) {
            run = if bytes.get(at - group) == Some(byte) { run + 1 } else { 0 };
            if run > best {
                (best, end) = (run, at + 1);
            }
        }
        if best >= LONG_WORD.max(group * 4) {
            let boundary = |at: usize| text.floor_char_boundary(span.start + at);
            let start = boundary(end - best - group);
            let unit = start..text.ceil_char_boundary(start + group);
            return Some(Repeated { span: start..boundary(end), unit, times: best / group + 1 });
        }
    }
    None
}
