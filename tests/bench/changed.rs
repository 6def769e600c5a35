//! Articles that changed after their segment file was written, in ways that make carrying targets over hard.

use std::collections::HashMap;

use tolmach::{
    model::{Article, Obsolete, Role, Segment, SegmentId, Skeleton, State, Target, Text, Translation, Unit},
    segment::digest,
};

/// An earlier article, its translation, and the current article.
pub(crate) type Changed = (Article, Translation, Article);

/// Every case with its name, in articles of `count` sentences.
pub(crate) fn cases(count: usize) -> Vec<(&'static str, Changed)> {
    let mut cases: Vec<(&str, Changed)> = CASES.iter().map(|(name, order)| (*name, changed(count, *order))).collect();
    cases.push(("equal sentences", equal(count)));
    cases.push(("many obsolete", obsolete(count, false)));
    cases.push(("many obsolete of one sentence", obsolete(count, true)));
    cases.push(("all stale", stale(count)));
    cases
}

/// Maps a position in the current article, and the number of sentences, to the number of the sentence there.
type Order = fn(usize, usize) -> usize;

/// Changes of an article after its segment file was written.
const CASES: &[(&str, Order)] = &[
    ("unchanged", |number, _| number),
    // A number increased by the count is another sentence with most words in common.
    ("half reworded", |number, count| if number % 2 == 0 { number } else { number + count }),
    ("all reworded", |number, count| number + count),
    ("reversed", |number, count| count - 1 - number),
    (
        "half reworded, reversed",
        |number, count| if number % 2 == 0 { count - 1 - number } else { 2 * count - 1 - number },
    ),
    // Sentences from number 4 × count on share no word with those below.
    ("another article", |number, count| number + 4 * count),
];

/// The sentence with a number, and its translation.
fn sentence(number: usize, count: usize) -> (String, String) {
    if number >= 4 * count {
        return (
            format!("Nothing{number} was{number} said{number}"),
            format!("Нічога{number} не{number} сказана{number}"),
        );
    }
    let (other, map) = (number % count, number % 97);
    let who = if number >= count { "A major" } else { "Officer" };
    (
        format!("{who} {other} of the General Staff looks at map {map} & waits."),
        format!("Афіцэр {other} Генеральнага штаба глядзіць на мапу {map} і чакае."),
    )
}

/// An article of sentences, three to a paragraph.
fn article(sentences: impl Iterator<Item = String>) -> Article {
    let mut units: Vec<Unit> = Vec::new();
    let mut seen = HashMap::new();
    for (number, sentence) in sentences.enumerate() {
        if number % 3 == 0 {
            let id = format!("p-{}", number / 3);
            let (text, segments, originals) = (Text::default(), Vec::new(), Vec::new());
            units.push(Unit { id, role: Role::Paragraph, text, segments, originals });
        }
        let unit = units.last_mut().unwrap();
        let start = unit.text.prose.len();
        unit.text.prose.push_str(&sentence);
        let digest = digest(&Role::Paragraph, &Text::plain(sentence));
        let occurrence = seen.entry(digest).and_modify(|count| *count += 1).or_insert(1);
        let id = SegmentId { digest, occurrence: *occurrence };
        unit.segments.push(Segment { id, span: start..unit.text.prose.len() });
        unit.text.prose.push(' ');
    }
    let skeleton = Skeleton::default();
    Article { slug: "bench".to_owned(), locale: "en".parse().unwrap(), units, skeleton }
}

/// The finished translation of an article, with these targets in order.
fn translation(article: &Article, targets: impl Iterator<Item = String>) -> Translation {
    let mut translation = Translation::empty("be".parse().unwrap());
    for ((_, segment), target) in article.segments().zip(targets) {
        translation.targets.insert(segment.id, Target::human(Text::plain(target), None));
    }
    translation
}

/// An article of `count` sentences with its translation, and the article in the new order.
fn changed(count: usize, order: Order) -> Changed {
    let before = article((0..count).map(|number| sentence(number, count).0));
    let translation = translation(&before, (0..count).map(|number| sentence(number, count).1));
    let after = article((0..count).map(|number| sentence(order(number, count), count).0));
    (before, translation, after)
}

/// An article that repeats one sentence, a third fewer times than before.
fn equal(count: usize) -> Changed {
    let refrain = |count| article((0..count).map(|_| "It waits.".to_owned()));
    let before = refrain(count);
    let translation = translation(&before, (0..count).map(|number| format!("Чакае {number}.")));
    (before, translation, refrain(count - count / 3))
}

/// As many obsolete targets as sentences; with `same_source`, all of the same sentence.
fn obsolete(count: usize, same_source: bool) -> Changed {
    let (before, mut translation, after) = changed(count, |number, _| number);
    for number in 0..count {
        let (source, target) = sentence(number + 2 * count, count);
        let source = Text::plain(if same_source { String::new() } else { source });
        let id = SegmentId { digest: digest(&Role::Paragraph, &source), occurrence: 1 };
        let target = Target::human(Text::plain(format!("{target} {number}")), None);
        translation.obsolete.push(Obsolete { id, role: Role::Paragraph, source, target, remarks: Vec::new() });
    }
    (before, translation, after)
}

/// All targets stale, and every second sentence again the one that its target translates.
fn stale(count: usize) -> Changed {
    let (before, mut translation, after) = changed(count, |number, _| number);
    for (number, (unit, segment)) in before.segments().enumerate() {
        let target = translation.targets.get_mut(&segment.id).unwrap();
        let current = unit.text_of(segment);
        let earlier = if number % 2 == 0 { current } else { Text::plain(format!("{} Once.", current.prose)) };
        (target.stale, target.state) = (Some(earlier), State::Initial);
    }
    (before, translation, after)
}
