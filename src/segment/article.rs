//! Segments of an article: the sentences of each unit, identified by their content.

use std::{collections::HashMap, ops::Range};

use sha2::{Digest, Sha256};

use crate::model::{Article, CodeKind, Role, Segment, SegmentId, Slot, Text};

use super::Segmenter;

/// Fills in the segments of every unit; each is a sentence, and none begins or ends inside a pair of codes.
///
/// A segment's id comes from its role, prose and codes, so it survives changes elsewhere in the article; repetitions in
/// one article are counted. Prose of white space only has no segment.
#[must_use]
pub fn segment(article: Article, segmenter: &Segmenter) -> Article {
    let mut seen: HashMap<u64, u32> = HashMap::new();
    let mut article = article;
    // Text of raw HTML is counted last, so that it takes no other sentence's name.
    let is_late = |index: usize| article.skeleton.slots.get(index).is_some_and(Slot::is_html);
    let (late, early): (Vec<usize>, Vec<usize>) = (0..article.units.len()).partition(|index| is_late(*index));
    for index in early.into_iter().chain(late) {
        let Some(unit) = article.units.get_mut(index) else { continue };
        let spans = segmenter.split_with(&unit.text.prose, &pairs(&unit.text));
        unit.segments = spans
            .into_iter()
            .map(|span| {
                let digest = digest(&unit.role, &unit.text.part(&span));
                let occurrence = seen.entry(digest).and_modify(|count| *count += 1).or_insert(1);
                Segment { id: SegmentId { digest, occurrence: *occurrence }, span }
            })
            .collect();
    }
    article
}

/// The first 48 bits of SHA-256 over role, prose and codes; markup is left out, so that a link with a new address keeps
/// its translation.
#[must_use]
pub fn digest(role: &Role, text: &Text) -> u64 {
    let mut hash = Sha256::new();
    let mut field = |bytes: &[u8]| {
        hash.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(bytes);
    };
    field(role.as_str().as_bytes());
    field(text.prose.as_bytes());
    for (at, code) in &text.codes {
        let kind: &[u8] = match code.kind {
            CodeKind::Open => b"open",
            CodeKind::Close => b"close",
            CodeKind::Single => b"single",
        };
        field(&u64::try_from(*at).unwrap_or(u64::MAX).to_be_bytes());
        field(&code.id.to_be_bytes());
        field(kind);
        field(code.name.as_str().as_bytes());
    }
    hash.finalize().iter().take(6).fold(0, |digest, &byte| digest << 8 | u64::from(byte))
}

/// The spans between the two halves of each pair of codes.
fn pairs(text: &Text) -> Vec<Range<usize>> {
    let mut open: HashMap<u32, usize> = HashMap::new();
    let mut pairs = Vec::new();
    for (at, code) in &text.codes {
        match code.kind {
            CodeKind::Open => {
                open.insert(code.id, *at);
            }
            CodeKind::Close => pairs.extend(open.remove(&code.id).map(|start| start..*at)),
            CodeKind::Single => {}
        }
    }
    pairs
}
