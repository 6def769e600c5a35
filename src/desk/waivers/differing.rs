//! What of a file of waivers differs from an earlier one.

use std::collections::BTreeSet;

use super::file::read;
use crate::{
    model::{SegmentId, Waiver},
    pipeline::rules,
};

/// The segments of the waivers that only one of two files of an article has: a finding there may be open that was not.
pub(in crate::desk) fn differing_waivers(now: &str, earlier: &str) -> BTreeSet<SegmentId> {
    let rules = rules();
    let waivers = |text: &str| -> Vec<Waiver> {
        let (waivers, _) = read("", text, &rules);
        waivers.into_iter().map(|waiver| Waiver { line: 0, ..waiver }).collect()
    };
    let (now, earlier) = (waivers(now), waivers(earlier));
    let only = |one: &[Waiver], other: &[Waiver]| -> Vec<SegmentId> {
        one.iter().filter(|waiver| !other.contains(waiver)).map(|waiver| waiver.segment).collect()
    };
    [only(&now, &earlier), only(&earlier, &now)].concat().into_iter().collect()
}
