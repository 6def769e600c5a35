//! The text of a unit with its targets.

use crate::model::{Segment, Text, Unit};

/// A unit's prose with its targets in place.
pub(super) fn unit_text(unit: &Unit, target_text: &dyn Fn(&Unit, &Segment) -> Option<Text>) -> String {
    let mut out = String::new();
    let mut from = 0;
    for segment in &unit.segments {
        out.push_str(crate::model::cut(&unit.text.prose, &(from..segment.span.start)));
        match target_text(unit, segment) {
            Some(text) => out.push_str(&text.prose),
            None => out.push_str(crate::model::cut(&unit.text.prose, &segment.span)),
        }
        from = segment.span.end;
    }
    out.push_str(crate::model::cut(&unit.text.prose, &(from..unit.text.prose.len())));
    out
}
