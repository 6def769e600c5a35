//! Differences and their reports.

mod articles;
mod ci_formats;
mod drafts;
mod editions;
mod findings;
mod report;
mod samples;
mod sentences;
mod speech;
mod words;

use std::collections::BTreeSet;

use tolmach::{
    diff::Lexicon,
    model::{Article, Role, Segment, SegmentId, Skeleton, Text, Unit},
};

/// A segment id from its words, sufficient for a test.
fn id(role: &Role, text: &str) -> SegmentId {
    let hash = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let digest = role.as_str().bytes().chain(text.bytes()).fold(0xcbf2_9ce4_8422_2325, hash) >> 16;
    SegmentId { digest, occurrence: 1 }
}

/// The id of a paragraph's segment with these words.
fn sid(text: &str) -> SegmentId {
    id(&Role::Paragraph, text)
}

fn article_of(blocks: &[(Role, &str)]) -> Article {
    let unit = |(at, (role, text)): (usize, &(Role, &str))| Unit {
        id: format!("p-{}", at + 1),
        role: role.clone(),
        text: Text::plain(*text),
        segments: vec![Segment { id: id(role, text), span: 0..text.len() }],
        originals: Vec::new(),
    };
    Article {
        slug: "army".to_owned(),
        locale: "en".parse().unwrap(),
        units: blocks.iter().enumerate().map(unit).collect(),
        skeleton: Skeleton::default(),
    }
}

/// An article of one-sentence paragraphs.
fn article(sentences: &[&str]) -> Article {
    let blocks: Vec<(Role, &str)> = sentences.iter().map(|text| (Role::Paragraph, *text)).collect();
    article_of(&blocks)
}

fn lexicon() -> Lexicon {
    let set = |words: &[&str]| -> BTreeSet<String> { words.iter().map(|word| (*word).to_owned()).collect() };
    Lexicon {
        negations: set(&["not", "no", "never", "-n't", "не", "ні", "ніколі", "никогда", "нет", "немає"]),
        months: set(&["march", "may", "сакавіка", "мая", "марта", "березня", "травня"]),
        numbers: [("five", "5"), ("six", "6"), ("пяць", "5"), ("п'ять", "5"), ("пять", "5"), ("шість", "6")]
            .map(|(word, value)| (word.to_owned(), value.to_owned()))
            .into(),
    }
}
