//! Union of remarks: what a person noted is added, never replaced.

use std::collections::BTreeMap;

use crate::model::{Remark, SegmentId};

/// Whether two remarks are the same: tools break lines anew, and some forget who wrote it.
pub(super) fn same_remark(known: &Remark, other: &Remark) -> bool {
    (other.by.is_none() || known.by == other.by) && known.text.split_whitespace().eq(other.text.split_whitespace())
}

/// Adds the remarks that are not there yet.
pub(super) fn add_remarks(known: &mut Vec<Remark>, others: &[Remark]) {
    for other in others {
        if !known.iter().any(|remark| same_remark(remark, other)) {
            known.push(other.clone());
        }
    }
}

/// Adds remarks to those of a segment, each once.
pub fn add_to_segment(all: &mut BTreeMap<SegmentId, Vec<Remark>>, id: SegmentId, others: &[Remark]) {
    if !others.is_empty() {
        add_remarks(all.entry(id).or_default(), others);
    }
}
