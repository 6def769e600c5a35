//! What makes a finding the same finding in another run: its rule, its segment and its words, never its line.

use std::collections::HashMap;

use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization as _;

use super::WordedFinding;
use crate::model::Finding;

/// How many bytes of the digest of the words a fingerprint has.
const DIGEST: usize = 8;

/// The fingerprint of each finding: rule, locale, segment and a digest of its words; the second and later ones of
/// otherwise equal findings are numbered, so that each occurrence has its own.
///
/// The words are those that the finding marks. Where it marks none, they are those of the whole segment with the message and
/// the values in it, since a text may have several things wrong with the whole of it. All in NFC and with one space for a run
/// of white space. A segment's id tells its sentence, so the file does not count, and an article may be renamed; a finding
/// without a segment has its file instead, and its message for words.
#[must_use]
pub fn fingerprints(findings: &[WordedFinding]) -> Vec<String> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let one = |worded: &WordedFinding| {
        let base = fingerprint(&worded.finding, &worded.text, worded.excerpt());
        let count = seen.entry(base.clone()).or_default();
        *count += 1;
        if *count == 1 { base } else { format!("{base}:{count}") }
    };
    findings.iter().map(one).collect()
}

fn fingerprint(finding: &Finding, text: &str, excerpt: &str) -> String {
    let place = &finding.place;
    let segment = place.segment.map(|id| id.to_string()).unwrap_or_default();
    // Serializing plain values cannot fail.
    let said = || format!("{} {}", finding.id(), serde_json::to_string(finding.args()).unwrap_or_default());
    let words = match (segment.is_empty(), excerpt.is_empty()) {
        (false, false) => excerpt.to_owned(),
        (false, true) => format!("{text} {}", said()),
        (true, _) => said(),
    };
    let composed: String = words.nfc().collect();
    let words = composed.split_whitespace().collect::<Vec<_>>().join(" ");
    let locale = place.locale.as_ref().map(ToString::to_string).unwrap_or_default();
    let whole = place.file.as_deref().filter(|_| segment.is_empty()).unwrap_or(&locale);
    let mut digest = String::with_capacity(2 * DIGEST);
    Sha256::digest(words).iter().take(DIGEST).for_each(|byte| put!(digest, "{byte:02x}"));
    [finding.rule(), whole, &segment, &digest].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(":")
}
