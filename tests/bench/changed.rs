//! Articles that have changed since their segment file was written, in ways that are hard on whoever carries targets over.

use std::collections::HashMap;

use tolmach::{
    model::{Article, Obsolete, Role, Segment, SegmentId, Skeleton, State, Target, Text, Translation, Unit},
    segment::digest,
};

/// An article as it was, its translation, and the article as it is now.
pub(crate) type Changed = (Article, Translation, Article);

/// Every case with its name, of so many sentences.
pub(crate) fn cases(all: usize) -> Vec<(&'static str, Changed)> {
    let mut cases: Vec<(&str, Changed)> = CASES.iter().map(|(name, now)| (*name, changed(all, *now))).collect();
    cases.push(("equal sentences", equal(all)));
    cases.push(("many obsolete", obsolete(all, false)));
    cases.push(("many obsolete of one sentence", obsolete(all, true)));
    cases.push(("all stale", stale(all)));
    cases
}

/// The sentence that stands at a place of an article of so many sentences: its number among those of before.
type Reordered = fn(usize, usize) -> usize;

/// What became of an article since its segment file was written.
const CASES: &[(&str, Reordered)] = &[
    ("unchanged", |number, _| number),
    // Another number is another sentence that shares most words with this one.
    ("half reworded", |number, all| if number % 2 == 0 { number } else { number + all }),
    ("all reworded", |number, all| number + all),
    ("reversed", |number, all| all - 1 - number),
    ("half reworded, reversed", |number, all| if number % 2 == 0 { all - 1 - number } else { 2 * all - 1 - number }),
    // Numbers from 4 × all on have no word in common with those below.
    ("another article", |number, all| number + 4 * all),
];

fn sentence(number: usize, all: usize) -> (String, String) {
    if number >= 4 * all {
        return (
            format!("Nothing{number} was{number} said{number}"),
            format!("Нічога{number} не{number} сказана{number}"),
        );
    }
    let (other, map) = (number % all, number % 97);
    let who = if number >= all { "A major" } else { "Officer" };
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

/// The finished translation of an article made by [`article`] of these sentences.
fn translation(article: &Article, targets: impl Iterator<Item = String>) -> Translation {
    let mut translation = Translation::empty("be".parse().unwrap());
    for ((_, segment), target) in article.segments().zip(targets) {
        translation.targets.insert(segment.id, Target::human(Text::plain(target), None));
    }
    translation
}

/// An article with its translation as it was, and the article as it is now.
fn changed(all: usize, now: fn(usize, usize) -> usize) -> Changed {
    let before = article((0..all).map(|number| sentence(number, all).0));
    let translation = translation(&before, (0..all).map(|number| sentence(number, all).1));
    let after = article((0..all).map(|number| sentence(now(number, all), all).0));
    (before, translation, after)
}

/// An article that says the same all the time, a third less often than before.
fn equal(all: usize) -> Changed {
    let refrain = |count| article((0..count).map(|_| "It waits.".to_owned()));
    let before = refrain(all);
    let translation = translation(&before, (0..all).map(|number| format!("Чакае {number}.")));
    (before, translation, refrain(all - all / 3))
}

/// As many obsolete targets as sentences; `one` gives them all to the same sentence.
fn obsolete(all: usize, one: bool) -> Changed {
    let (before, mut translation, after) = changed(all, |number, _| number);
    for number in 0..all {
        let (source, target) = sentence(number + 2 * all, all);
        let source = Text::plain(if one { String::new() } else { source });
        let id = SegmentId { digest: digest(&Role::Paragraph, &source), occurrence: 1 };
        let target = Target::human(Text::plain(format!("{target} {number}")), None);
        translation.obsolete.push(Obsolete { id, role: Role::Paragraph, source, target });
    }
    (before, translation, after)
}

/// Every target is stale, and every second sentence is what it was again.
fn stale(all: usize) -> Changed {
    let (before, mut translation, after) = changed(all, |number, _| number);
    for (number, (unit, segment)) in before.segments().enumerate() {
        let target = translation.targets.get_mut(&segment.id).unwrap();
        let now = unit.text_of(segment);
        let earlier = if number % 2 == 0 { now } else { Text::plain(format!("{} Once.", now.prose)) };
        (target.stale, target.state) = (Some(earlier), State::Initial);
    }
    (before, translation, after)
}
