//! Gives findings the digests of what they judged.

use std::collections::HashMap;

use crate::{
    check::MIRROR,
    glossary::Termbase,
    model::{Arg, Article, Finding, Pair, SegmentId, Side, Text, Translation},
    pipeline::{judged, judged_beside},
};

/// Gives each finding in a segment the digest of what it judged. A finding in the sentence has not judged its translation.
pub(in crate::desk) fn sign(
    termbase: &Termbase,
    article: &Article,
    translation: &Translation,
    findings: &mut [Finding],
) {
    if findings.iter().all(|finding| finding.place.segment.is_none()) {
        return;
    }
    let pair = Pair { source: article.locale.clone(), target: translation.locale.clone() };
    let texts: HashMap<SegmentId, Text> =
        article.segments().map(|(unit, segment)| (segment.id, unit.text_of(segment))).collect();
    let mut digests: HashMap<(SegmentId, bool), String> = HashMap::new();
    for finding in findings {
        let is_source = finding.place.side == Side::Source;
        let Some((id, source)) = finding.place.segment.and_then(|id| Some((id, texts.get(&id)?))) else { continue };
        let target = translation.targets.get(&id).map(|target| &target.text).filter(|_| !is_source);
        let digest = digests.entry((id, is_source)).or_insert_with(|| judged(termbase, &pair, source, target));
        let told = || finding.args().iter().map(|(_, value)| told(value));
        let is_beside = finding.rule() == MIRROR;
        finding.digest = Some(if is_beside { judged_beside(digest, told()) } else { digest.clone() });
    }
}

/// An argument of a finding as text.
fn told(value: &Arg) -> String {
    match value {
        Arg::Text(text) => text.clone(),
        Arg::Count(count) => count.to_string(),
        Arg::Message(message) => message.id.to_string(),
    }
}
