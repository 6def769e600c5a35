//! Benchmarks of scores: segments per second for BLEU, chrF2++ and TER together, and for each segment by itself however long
//! it is.
//!
//! Run with `cargo bench --bench score`; 250, 500 and 1000 segments, and one segment of as many words, show that the work is
//! linear.
#![allow(missing_docs, clippy::unwrap_used, reason = "a bench is a program of its own")]

mod dice;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use tolmach::score::Tally;

use dice::Dice;

/// Common words: shifts are tried where a word occurs again.
const WORDS: [&str; 16] = [
    "войска",
    "застаецца",
    "дома",
    "ніхто",
    "яго",
    "ніколі",
    "не",
    "пытаў",
    "улада",
    "мяжа",
    "граніца",
    "краіна,",
    "у",
    "і",
    "на",
    "«так».",
];

/// A reference of so many words, and what an engine may have made of it: a fifth of its words are others, and one phrase
/// stands elsewhere.
fn pair(words: usize, dice: &mut Dice) -> (String, String) {
    let reference: Vec<String> = (0..words).map(|_| word(dice)).collect();
    let mut hypothesis: Vec<String> =
        reference.iter().map(|known| if dice.roll(5) == 0 { word(dice) } else { known.clone() }).collect();
    let (from, to) = (dice.roll(words), dice.roll(words));
    let phrase: Vec<String> = hypothesis.drain(from..(from + 4).min(words)).collect();
    let to = to.min(hypothesis.len());
    hypothesis.splice(to..to, phrase);
    (hypothesis.join(" "), reference.join(" "))
}

fn word(dice: &mut Dice) -> String {
    format!("{}{}", WORDS.get(dice.roll(WORDS.len())).unwrap(), dice.roll(12))
}

fn score(pairs: &[(String, String)]) -> Option<f64> {
    let mut tally = Tally::default();
    for (hypothesis, reference) in pairs {
        tally.add(&Tally::of(hypothesis, Some(reference), Vec::new()));
    }
    tally.scores().bleu
}

fn corpora(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("score");
    group.sample_size(10);
    for count in [250, 500, 1000] {
        let mut dice = Dice::new(5);
        let pairs: Vec<_> = (0..count).map(|_| pair(25, &mut dice)).collect();
        group.throughput(Throughput::Elements(count));
        group.bench_function(BenchmarkId::new("segments of 25 words", count), |bench| bench.iter(|| score(&pairs)));
        let long = [pair(usize::try_from(count).unwrap() * 4, &mut dice)];
        group.bench_function(BenchmarkId::new("one segment of words", count * 4), |bench| bench.iter(|| score(&long)));
    }
    group.finish();
}

criterion_group!(benches, corpora);
criterion_main!(benches);
